"""Front matter: what stands above an article between two lines of dashes (YAML) or of plus signs (TOML, as in Hugo).

YAML can build more than a machine can hold, so it is read as far as its nodes: a value is one text, or a list of texts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import get_args

import yaml

from pipeline.errors import SourceError
from pipeline.ingest import dates
from pipeline.ingest.decoding import without_halves
from pipeline.ingest.elements import Document
from pipeline.model import CARE_TOPIC, FRONT_MATTER, Dropped, Rights

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_OPEN = re.compile(r"\A\s*(?P<rule>---|\+\+\+)[ \t]*\n(?P<key>[^\W\d]\w{0,30})[ \t]*[:=](?:[ \t]|\n)")
_TOML_KEY = re.compile(r"^[\"']?([\w-]+)[\"']?[ \t]*=", re.MULTILINE)
_WIKI_LINK = re.compile(
    r"(?<![\w=&/?%-])\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]"
)  # Obsidian links people in its properties; an address may hold such brackets
_LONGEST = 100_000  # characters; what is longer is text between two rules
_LONGEST_VALUE = 10_000  # characters; no title and no summary comes near
_COMMENT = re.compile(r"^#.*$", re.MULTILINE)

# What an article takes from its front matter, by the keys that say it.
_KEYS = {
    "title": ("title", "titel", "titre", "titulo", "título", "titolo"),
    "url": ("url", "canonical", "canonical_url", "link"),
    "language": ("language", "lang"),
    "published": ("date", "published", "datum"),
    "summary": ("description", "summary", "excerpt"),
    "byline": ("author", "byline", "auteur", "autor", "autrice", "authors"),
    "guid": ("guid", "id"),
    "rights": ("rights",),
}
KEYS = frozenset(key for keys in _KEYS.values() for key in keys)
_ANSWERS = {"true", "false", "yes", "no"}  # to whether it is published
_SLASHES = re.compile(r"^(\d{4})/(\d{1,2})/(\d{1,2})\b")
_HOUR = re.compile(r"[ ,T]\s*(\d{1,2}):(\d\d)(?::\d\d)?\s*(?:GMT|UTC)?(Z|[+-]\d\d:?\d\d)?$")
_HOUR_SIGN = re.compile(r"\d:\d|\b\d{1,2}(?:\.\d\d)?\s?(?:[ap]\.?m\b|uhr|uur|h\b|heures|ore\b|horas)", re.IGNORECASE)
_RIGHTS: Mapping[str, Rights] = {one: one for one in get_args(Rights)}
# A licence, as other programs keep it under `rights`; words of ours beside it may mean more.
_LICENCE = re.compile(
    r"[©\d]|\(c\)|copyright|licen[cs]|li[cz]enz|public domain|\bcc\b|\b(?:rights|rechten?|droits|derechos|diritti)\b"
)
_OUR_WORDS = re.compile(rf"\b(?:{'|'.join(_RIGHTS)})\b")
_OF_HEALTH = re.compile(r"\btopic['\"]?\s*[:=]\s*['\"]?health\b", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """One key and its value.

    Attributes:
        key: In lower case.
        text: The value, a list's parts joined with commas; empty where it has none, or one of another shape.
        source: Its lines as written, to tell where they are left out; empty where somebody else tells them.
        line: Where it stands, from 1; 0 where that is not known.
    """

    key: str
    text: str
    source: str = ""
    line: int = 0


Fields = tuple[Entry, ...]


def split(source: str, place: str) -> tuple[Fields, str]:
    """The entries above an article, and what stands below them.

    Raises:
        SourceError: they are not YAML, or not TOML, or have no end; with the line.
    """
    toml = _TOML.match(source)
    match = toml or _FRONT.match(source)
    if not match:
        _refuse_without_end(source, place)
    if not match or len(match[1]) > _LONGEST:
        return (), source
    top = source.count("\n", 0, match.start(1))
    try:
        if toml:
            return _of_toml(tomllib.loads(match[1]), match[1], top), source[match.end() :]
        node = yaml.compose(match[1], Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {top + mark.line + 1}" if mark else ""
        raise SourceError(
            f"{place}{where}: the front matter cannot be read. Put values with a colon in quotes."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{place}: the front matter cannot be read: {error}. Put texts in quotes.") from error
    except RecursionError as error:
        raise SourceError(f"{place}: the front matter is nested too deeply. Write flat keys and values.") from error
    if not isinstance(node, yaml.MappingNode):  # a rule of dashes, a thought between two of them: ordinary text
        return (), source
    return _entries(node, match[1], top), source[match.end() :]


def _refuse_without_end(source: str, place: str) -> None:
    """Say so where keys of ours stand below a first line of dashes or plus signs, and no such line ends them."""
    found = _OPEN.match(source)
    if found and found["key"].casefold() in KEYS and len(found[0]) < _LONGEST:
        line = source.count("\n", 0, found.start("rule")) + 1
        rule = found["rule"]
        raise SourceError(
            f"{place}, line {line}: the front matter that {rule} begins has no end. Write {rule} on a line of its own "
            "below its last key, before the text."
        )


def _of_toml(values: dict[str, object], source: str, top: int) -> Fields:
    comments = (Entry("#", "", comment) for comment in _COMMENT.findall(source))
    filled = ((key, value) for key, value in values.items() if value not in ("", [], {}))
    lines = {key: top + source.count("\n", 0, one.start()) + 1 for one in _TOML_KEY.finditer(source) if (key := one[1])}
    entries = (Entry(key.casefold(), _said(value), f"{key} = {value}", lines.get(key, 0)) for key, value in filled)
    return (*entries, *comments)


def _said(value: object) -> str:
    """A value of TOML as text, a list's parts joined with commas; nothing for a table."""
    parts = value if isinstance(value, list) else [value]
    plain = not any(isinstance(part, dict | list) for part in parts)
    said = ", ".join(str(part) for part in parts) if plain else ""
    return said if len(said) <= _LONGEST_VALUE else ""


def _entries(node: yaml.MappingNode, source: str, top: int) -> Fields:
    starts = [key.start_mark.index for key, _ in node.value] + [len(source)]
    pieces = [source[start:end] for start, end in pairwise(starts)]
    comments = [Entry("#", "", comment) for comment in _COMMENT.findall(source)]
    entries = [
        Entry(
            _text(key).casefold(),
            _text(value),
            _COMMENT.sub("", piece).strip(" \t\n,}"),
            top + key.start_mark.line + 1,
        )
        for (key, value), piece in zip(node.value, pieces, strict=True)
    ]
    return (*entries, *comments)


def _text(node: yaml.Node) -> str:
    """A node's text as it was written: "yes" is no truth value, and a number keeps its zeros."""
    parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
    texts = [part.value for part in parts if isinstance(part, yaml.ScalarNode) and not part.tag.endswith(":null")]
    whole = all(isinstance(part, yaml.ScalarNode) for part in parts)
    said = ", ".join(texts).strip() if whole and sum(map(len, texts)) <= _LONGEST_VALUE else ""
    return _WIKI_LINK.sub(r"\1", without_halves(said))  # YAML lets one write "\ud800"


def url_in(fields: Fields) -> str | None:
    """The article's address."""
    entry = _first(fields, "url")
    return entry.text if entry else None


def stated(document: Document, fields: Fields, place: str) -> Document:
    """`document` with what `fields` state; what they leave open stays, and what has no place in it is dropped.

    Raises:
        SourceError: their date or their rights are none that we know.
    """
    found = {field: entry for field in _KEYS if (entry := _first(fields, field))}
    moment = _moment(found["published"], place) if "published" in found else None
    if moment is None:
        found.pop("published", None)
    rights = _rights(fields, place)
    if rights is None:
        found.pop("rights", None)
    said = {field: entry.text for field, entry in found.items()}
    unused = [entry for entry in fields if entry.source and not _is_empty(entry) and entry not in found.values()]
    return replace(
        document,
        title=said.get("title", document.title),
        url=said.get("url", document.url),
        language=said.get("language", document.language),
        published=moment or document.published,
        summary=said.get("summary", document.summary),
        byline=said.get("byline", document.byline),
        guid=said.get("guid", document.guid),
        rights=rights or document.rights,
        dropped=(*document.dropped, *(Dropped(entry.source, _reason(entry)) for entry in unused)),
    )


def _first(fields: Fields, field: str) -> Entry | None:
    """The entry that says `field`, by the first of its keys that says something."""
    said = {entry.key: entry for entry in reversed(fields) if entry.text}
    return next((said[key] for key in _KEYS[field] if key in said), None)


def _rights(fields: Fields, place: str) -> Rights | None:
    """What we may do with the article. A licence, which is for people, says nothing of that."""
    entry = next((one for one in fields if one.key == "rights" and not _is_empty(one)), None)
    said = entry.text.casefold() if entry else ""
    if entry is None or said in _RIGHTS or (_LICENCE.search(said) and not _OUR_WORDS.search(said)):
        return _RIGHTS.get(said)
    shown = " ".join((entry.text or entry.source).split())[:60]
    raise SourceError(
        f"{place}: the front matter says “{shown}” of its rights. Write `rights: ours`, `permission` or `quote`; "
        "a licence goes under `license`."
    )


def _is_empty(entry: Entry) -> bool:
    return bool(re.fullmatch(r"[^:\n]*:\s*(?:\"\"|''|~|null|\[\s*\]|\{\s*)?", entry.source)) and not entry.text


def _reason(entry: Entry) -> str:
    if entry.key == "#":
        return "comment of the author"
    if entry.key in {"topic", "care"} and _OF_HEALTH.search(entry.source):
        return CARE_TOPIC
    return FRONT_MATTER


def _moment(entry: Entry, place: str) -> datetime | None:
    """When the article appears; None where its entry means no date, as `published: true` and the year 1 do.

    Raises:
        SourceError: nobody knows which is meant. Without it an article would be told before its day.
    """
    text = re.sub(r"\s+(?=[+-]\d\d|Z$)", "", entry.text)  # site builders leave a blank before the zone
    text = _SLASHES.sub(r"\1-\2-\3", text)
    try:
        return dates.in_utc(datetime.fromisoformat(text))
    except ValueError:
        found = _day_and_hour(text)
    # Of a line of the text itself it is not sure that it was to be a date.
    if found or not entry.line or text.casefold() in _ANSWERS:
        return found
    shown = " ".join(entry.text.split())[:60]
    raise SourceError(
        f"{place}, line {entry.line}: the date “{shown}” cannot be read. Write year, month and day, such as "
        "2027-01-05, or with the hour 2027-01-05T09:00+01:00."
    )


def _day_and_hour(text: str) -> datetime | None:
    """A day in words, with its hour where one stands behind it; None where either cannot be read."""
    day = dates.find(text)
    if day is None or not _HOUR_SIGN.search(text):
        return day
    hour = _HOUR.search(text)
    try:
        written = f"{day:%Y-%m-%d}T{int(hour[1]):02}:{hour[2]}{hour[3] or ''}" if hour else ""
        return dates.in_utc(datetime.fromisoformat(written))
    except ValueError:
        return None
