"""The formats that are judged: for each, cases from stories, and cases from examples that met with accidents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import yaml

from pipeline.ingest.decoding import decode
from tests.fuzz import visible, writing
from tests.fuzz.mutating import BROKEN, WHOLE, harmed, mutated
from tests.fuzz.stories import Piece, Story, a_word

ROOT = Path(__file__).parents[2]
_FOLDERS = (ROOT / "examples" / "articles", ROOT / "tests" / "ingest" / "strangers", ROOT / "tests" / "cases")


@dataclass(frozen=True)
class Case:
    """One input.

    Attributes:
        words: What must be in the article or told as left out; None where nobody knows.
        refusable: Whether it may be no article.
    """

    source: bytes
    words: list[str] | None = None
    refusable: bool = True


@dataclass(frozen=True)
class Form:
    """A format.

    Attributes:
        pace: How many times as long as a plain text of the same size it may take.
        visible: Its visible words, where a source can be judged by itself.
    """

    name: str
    suffix: str
    content_type: str
    pace: float
    invented: Callable[[Story], Case]
    accident: Callable[[Random], Case]
    visible: Callable[[str], list[str]] | None = None


@cache
def seeds(*suffixes: str) -> list[str]:
    """The texts of the examples with such endings, and the forms of key points that tests have."""
    files = [path for folder in _FOLDERS for path in sorted(folder.rglob("*")) if path.suffix in suffixes]
    told = [decode(path.read_bytes(), path.name) for path in files if path.name != "README.md"]
    return told + _snippets()


@cache
def _snippets() -> list[str]:
    found: list[str] = []
    for path in sorted((ROOT / "tests" / "ingest" / "forms").glob("*.yaml")):
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        rows = [*table.get("gives", []), *table.get("none", [])]
        found += [row["source"] if isinstance(row, dict) else row for row in rows]
    return found


def _of_text(write: Callable[[Story], bytes]) -> Callable[[Story], Case]:
    return lambda story: Case(write(story), story.words(), refusable=False)


def _accident(find: Callable[[str], list[str]], *suffixes: str) -> Callable[[Random], Case]:
    """An example after accidents, in some encoding."""

    def make(dice: Random) -> Case:
        others = seeds(*suffixes)
        source = mutated(dice.choice(others), others, dice)
        coding = dice.choice((*WHOLE, *WHOLE, *BROKEN))
        made = source.encode(coding, "replace")
        if dice.random() < 0.1:
            return Case(harmed(made, dice))
        return Case(made, find(source) if coding in WHOLE and "\0" not in source else None)

    return make


def _entry(write: Callable[[str, str], bytes]) -> Callable[[Random], Case]:
    """A feed with an entry that met with accidents, or a feed that did."""

    def make(dice: Random) -> Case:
        others = seeds(".html", ".htm")
        body = "".join(sign for sign in mutated(dice.choice(others), others, dice) if sign >= " " or sign in "\n\t")
        made = write("A title", body)
        if dice.random() < 0.3:
            whole = made.decode()
            return Case(mutated(whole, [whole, *others], dice).encode("utf-8", "replace"))
        return Case(harmed(made, dice)) if dice.random() < 0.1 else Case(made, visible.in_html(body))

    return make


def _feed(name: str, suffix: str, kind: str, write: Callable[[str, str], bytes]) -> Form:
    def invented(story: Story) -> Case:
        return Case(write(story.title, writing.fragment(story)), story.words(), refusable=False)

    return Form(name, suffix, kind, 20, invented, _entry(write))


@cache
def _story() -> Story:
    """What stands in the files that are harmed."""
    kinds = ("paragraph", "heading", "paragraph", "list", "quote", "key point", "table", "box")
    told = [" ".join(a_word(100 * row + at) for at in range(30)) + "." for row in range(len(kinds))]
    return Story("A title", tuple(Piece(kind, (text,)) for kind, text in zip(kinds, told, strict=True)))


def _pdf_accident(dice: Random) -> Case:
    return Case(harmed(writing.pdf(_story(), dice.choice((1, 2))), dice))


def _docx_accident(dice: Random) -> Case:
    whole = writing.docx(_story())
    if dice.random() < 0.3:
        return Case(harmed(whole, dice))
    if dice.random() < 0.5:
        return Case(writing.damaged_inside(whole, lambda inner: harmed(inner, dice)))
    xml = lambda inner: mutated(inner.decode(), [inner.decode()], dice).encode("utf-8", "replace")  # noqa: E731
    return Case(writing.damaged_inside(whole, xml))


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = (
    Form("text", ".txt", "text/plain", 4, _of_text(writing.text), _accident(visible.in_text, ".txt"), visible.in_text),
    Form(
        *("markdown", ".md", "text/markdown", 20, _of_text(writing.markdown)),
        *(_accident(visible.in_markdown, ".md"), visible.in_markdown),
    ),
    Form(
        *("html", ".html", "text/html", 20, _of_text(writing.html)),
        *(_accident(visible.in_html, ".html", ".htm"), visible.in_html),
    ),
    _feed("rss", ".xml", "application/rss+xml", writing.rss),
    _feed("atom", ".xml", "application/atom+xml", writing.atom),
    _feed("json feed", ".json", "application/feed+json", writing.json_feed),
    Form(
        "pdf",
        ".pdf",
        "application/pdf",
        200,
        _of_text(lambda story: writing.pdf(story, 1 + len(story.pieces) % 2)),
        _pdf_accident,
    ),
    Form("docx", ".docx", _WORD, 100, _of_text(writing.docx), _docx_accident),
)
