"""RSS 0.9 to 2.0, RDF and Atom -> entries. feedparser gets a stream only: handed an address or path it would open it.

https://feedparser.readthedocs.io/
"""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import feedparser
from selectolax.lexbor import LexborHTMLParser

from pipeline.errors import SourceError
from pipeline.ingest import dates, inline
from pipeline.ingest.feeds.entries import ATTACHED, LABELS, Entry, Text
from pipeline.ingest.links import absolute
from pipeline.model import Dropped

_BEFORE_ROOT = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_QUOTED = r"\"[^\"]*\"|'[^']*'"
_DOCTYPE = re.compile(
    rf"<!DOCTYPE(?:[^\[>\"']|{_QUOTED})*+"
    rf"(?:\[(?P<own>(?:<!--.*?-->|<\?.*?\?>|{_QUOTED}|[^\]<\"']|<(?!!--|\?))*+)\]?\s*>?|>)",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_ENTRY = re.compile(r"<(?:\w+:)?(?:item|entry)[\s/>]", re.IGNORECASE)
_MOST_ENTRIES = 20_000  # feedparser takes a millisecond and 20 KB of memory for each
_ADDRESS = re.compile(r"(?:mailto:)?[^\s()<>@]+@[^\s()<>@]+")
_XML = {"content-type": "application/xml; charset=utf-8"}  # overrules what the feed itself says of its encoding
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def begins(words: str) -> bool:
    """Whether `words` begin as RSS, RDF or Atom does."""
    return bool(_ROOT.match(words, _prolog(words)[0]))


def _prolog(words: str) -> tuple[int, bool]:
    """Where the root element may begin, and whether entities are defined before it."""
    start = match.end() if (match := _BEFORE_ROOT.match(words)) else 0
    doctype = _DOCTYPE.match(words, start)
    if not doctype:
        return start, False
    after = _BEFORE_ROOT.match(words, doctype.end())
    return after.end() if after else doctype.end(), "<!entity" in (doctype["own"] or "").lower()


def read(words: str, place: str, url: str | None) -> tuple[str | None, list[Entry]]:
    """A feed's title and its entries.

    Args:
        place: Where it came from, for errors.
        url: Its address, for relative links.

    Raises:
        SourceError: it is no feed, defines entities, or has too many entries.
    """
    parsed = _parsed(words, place)
    home = absolute(url, parsed.feed.get("link") or "")
    return _title(parsed.feed), [_entry(one, parsed.feed, url or home) for one in parsed.entries]


def _parsed(words: str, place: str) -> Any:
    # Entities that a document defines for itself can open files or grow without end; no feed needs them.
    if _prolog(words)[1]:
        raise SourceError(
            f"{place} defines entities of its own, which is not safe to read. Ask its publisher for a plain feed."
        )
    if sum(1 for _ in _ENTRY.finditer(words)) > _MOST_ENTRIES:
        raise SourceError(f"{place} holds more than {_MOST_ENTRIES:,} entries. Use a feed with fewer.")
    stream = BytesIO(words.encode())
    try:
        # Its sanitiser drops the attributes that callouts are known by; ours comes last instead.
        parsed = feedparser.parse(stream, response_headers=_XML, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # on broken feeds it fails in ways of its own: KeyError, TypeError, ValueError, …
        raise SourceError(f"{place} is damaged and cannot be read as a feed. Ask its publisher to mend it.") from error
    if not parsed.get("version") and not parsed.entries:
        raise SourceError(f"{place} is no RSS, Atom or JSON feed. Save the feed itself, not the page that shows it.")
    return parsed


def _entry(entry: Any, feed: Any, base: str | None) -> Entry:
    """An entry; what it does not state itself, the feed states for all."""
    link = absolute(base, entry.get("link") or "") if entry.get("link") else None
    contents = [_text(part, link or base, base, whole=True) for part in entry.get("content") or []]
    described = _text(entry["summary_detail"], link or base, base, whole=False) if entry.get("summary_detail") else None
    # Not entry.get: that gives one moment for the other, and warns of it.
    moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    return Entry(
        texts=(*contents, *([described] if described else [])),
        title=_title(entry),
        guid=entry.get("id") or link,
        link=link,
        language=entry.get("language") or feed.get("language") or None,
        published=_moment(moment),
        byline=_names(entry) or _names(feed),
        dropped=tuple(_beside(entry)),
    )


def _text(detail: Any, link: str | None, feed: str | None, *, whole: bool) -> Text:
    """One text; its relative links start at its own `xml:base`, else at the entry's page."""
    base = absolute(feed, detail["base"]) if detail.get("base") else None
    plain = detail.get("type") == "text/plain"
    return Text(str(detail.get("value") or ""), plain, whole, base or link, detail.get("language") or None)


def _names(thing: Any) -> str | None:
    """Who wrote it. An address alone is no name: RSS asks for one, and readers need none."""
    authors = thing.get("authors") or []
    if len(authors) > 1:
        return ", ".join(dict.fromkeys(one["name"] for one in authors if one.get("name"))) or None
    # Of one author it takes name and address apart by itself, and cuts addresses with a newer ending in two.
    return _ADDRESS.sub("", thing.get("author") or "").strip(" ()<>,;\"'") or None


def _beside(entry: Any) -> Iterator[Dropped]:
    """What an entry holds besides its text and its facts."""
    labels = [label for tag in entry.get("tags") or [] if (label := tag.get("label") or tag.get("term"))]
    if labels:
        yield Dropped(", ".join(labels), LABELS)
    files = [link.get("href") for link in entry.get("links") or [] if link.get("rel") == "enclosure"]
    files += [part.get("url") for name in ("media_content", "media_thumbnail") for part in entry.get(name) or []]
    for file in dict.fromkeys(file for file in files if file):
        yield Dropped(file, ATTACHED)


def _title(thing: Any) -> str | None:
    """The title of a feed or an entry as text. feedparser tells whether it was written as text or as HTML."""
    detail = thing.get("title_detail") or {}
    value = str(detail.get("value") or "")
    if detail.get("type") == "text/plain" or not ("<" in value or "&" in value):
        return " ".join(value.split()) or None
    body = LexborHTMLParser(value).body
    return (inline.from_nodes([body], None).text if body else "") or None


def _moment(parsed: Any) -> datetime | None:
    """A moment as feedparser gives it; one that no calendar has is none."""
    try:
        return dates.in_utc(_EPOCH + timedelta(seconds=timegm(parsed))) if parsed else None
    except (OverflowError, ValueError):
        return None
