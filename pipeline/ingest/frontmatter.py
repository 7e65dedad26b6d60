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
    """

    key: str
    text: str
    source: str = ""


Fields = tuple[Entry, ...]


def split(source: str, place: str) -> tuple[Fields, str]:
    """The entries above an article, and what stands below them.

    Raises:
        SourceError: they are not YAML, or not TOML; with the line.
    """
    toml = _TOML.match(source)
    match = toml or _FRONT.match(source)
    if not match or len(match[1]) > _LONGEST:
        return (), source
    try:
        if toml:
            return _of_toml(tomllib.loads(match[1]), match[1]), source[match.end() :]
        node = yaml.compose(match[1], Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 2}" if mark else ""
        raise SourceError(
            f"{place}{where}: the front matter cannot be read. Put values with a colon in quotes."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{place}: the front matter cannot be read: {error}. Put texts in quotes.") from error
    except RecursionError as error:
        raise SourceError(f"{place}: the front matter is nested too deeply. Write flat keys and values.") from error
    if not isinstance(node, yaml.MappingNode):  # a rule of dashes, a thought between two of them: ordinary text
        return (), source
    return _entries(node, match[1]), source[match.end() :]


def _of_toml(values: dict[str, object], source: str) -> Fields:
    comments = (Entry("#", "", comment) for comment in _COMMENT.findall(source))
    filled = ((key, value) for key, value in values.items() if value not in ("", [], {}))
    return (*(Entry(key.casefold(), _said(value), f"{key} = {value}") for key, value in filled), *comments)


def _said(value: object) -> str:
    """A value of TOML as text, a list's parts joined with commas; nothing for a table."""
    parts = value if isinstance(value, list) else [value]
    plain = not any(isinstance(part, dict | list) for part in parts)
    said = ", ".join(str(part) for part in parts) if plain else ""
    return said if len(said) <= _LONGEST_VALUE else ""


def _entries(node: yaml.MappingNode, source: str) -> Fields:
    starts = [key.start_mark.index for key, _ in node.value] + [len(source)]
    pieces = [source[start:end] for start, end in pairwise(starts)]
    comments = [Entry("#", "", comment) for comment in _COMMENT.findall(source)]
    entries = [
        Entry(_text(key).casefold(), _text(value), _COMMENT.sub("", piece).strip(" \t\n,}"))
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
        SourceError: their rights are none that we know.
    """
    found = {field: entry for field in _KEYS if (entry := _first(fields, field))}
    moment = _moment(found["published"].text) if "published" in found else None
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


def _moment(text: str) -> datetime | None:
    try:
        # Site builders leave a blank before the zone.
        return dates.in_utc(datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d\d|Z$)", "", text)))
    except ValueError:
        return dates.find(text)
