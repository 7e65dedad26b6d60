"""The templates' own words, by language: words.yaml as shipped, and a team's own beside config.yaml laid over it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from pipeline import assets
from pipeline.compose.locales import primary
from pipeline.config.near import did_you_mean
from pipeline.errors import TemplateError

FILE = "templates/words.yaml"
FALLBACK = "en"
_ALSO = {"nb": "no"}  # by another tag: what “no” has is Bokmål
_QUOTED = re.compile(r"(?<!\w)[“„«»\"”]\s?([^“”„«»\"]+?)\s?[”“»«\"](?!\w)")  # not the inches of 24"
_Text = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class MissingWordsError(TemplateError):
    """A template, or the program itself, asks for words that no words.yaml has."""


@dataclass(frozen=True)
class Words:
    """One language's words. In a template: `words.read_on`.

    Attributes:
        language: The language they are in, as `words.yaml` calls it.
    """

    language: str
    table: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """The words for `key`.

        Raises:
            MissingWordsError: the table has none.
        """
        if key not in self.table:
            near = did_you_mean(key, self.table)
            remedy = near or f". Add a line `{key}: …` under `{self.language}:`."
            raise MissingWordsError(f"{FILE}, {self.language}: {key} is missing{remedy}")
        return self.table[key]


def load(language: str, beside: Path | None = None) -> Words:
    """The words for `language` (a BCP 47 tag): its own, else its main language's, else English.

    Raises:
        TemplateError: a words.yaml cannot be read.
    """
    tables: dict[str, dict[str, str]] = {}
    for root in reversed(dict.fromkeys(root.resolve() for root in assets.roots(beside))):
        for name, table in read(root / FILE).items():
            tables.setdefault(name, {}).update(table)
    main = primary(language)
    found = next((name for name in (language, main, _ALSO.get(main, main), FALLBACK) if name in tables), FALLBACK)
    return Words(found, tables.get(found, {}))


def fill(text: str, **values: object) -> str:
    """`text` with `{name}` replaced by the value of that name; other braces stay as they are."""
    return re.sub(r"\{(\w+)\}", lambda match: str(values.get(match[1], match[0])), text)


def marks(table: Words, whose: str) -> tuple[str, str]:
    """What stands before and behind a quote: quotation marks, and whose it is, where that is known."""
    return table["quote_open"], f"{table['quote_close']}{f' — {whose}' if whose else ''}"


def inside(text: str, table: Words) -> str:
    """`text` to stand between quotation marks: without its own around the whole, those within it as inner ones."""
    whole = _QUOTED.fullmatch(text)
    return whole[1] if whole else _QUOTED.sub(rf"{table['inner_open']}\1{table['inner_close']}", text)


def read(file: Path) -> dict[str, dict[str, str]]:
    """The tables of one file, by language; none where there is no file."""
    if not file.is_file():
        return {}
    try:
        # Everything is text here: YAML would read the language `no` and the word `on` as yes and no.
        text = file.read_text(encoding="utf-8")
        if _too_deep(text):
            raise yaml.YAMLError  # noqa: TRY301  reading it would end the whole program
        tables = yaml.load(text, Loader=_Text)  # noqa: S506 - this one makes only text
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark else ""
        raise TemplateError(
            f"{FILE}{place}: this cannot be read as YAML. Look for a missing colon, quote or indent."
        ) from error
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise TemplateError(
            f"{FILE}: write a language such as `nl:`, and under it, indented, lines such as `read_on: Lees verder`."
        )
    strange = next(
        (
            f"{name}, {key}"
            for name, table in tables.items()
            for key, said in table.items()
            if not isinstance(said, str)
        ),
        "",
    )
    if strange:
        raise TemplateError(f"{FILE}, {strange}: expected words, found a list or keys below it. Write one line.")
    return {str(name): {str(key): str(words) for key, words in table.items()} for name, table in tables.items()}


def _too_deep(text: str) -> bool:
    """Whether brackets or dashes stand more than 100 deep within each other; words need none."""
    depth = 0
    for sign in re.findall(r"[\[\]{}]", text):
        depth += 1 if sign in "[{" else -1
        if depth > 100:
            return True
    return re.search(r"(?:[-?][ \t]+){100}", text) is not None
