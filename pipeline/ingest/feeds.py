"""Feeds -> articles. feedparser gets an open stream only: handed an address or a path it would open it."""

from __future__ import annotations

import re
from calendar import timegm
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import escape
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import feedparser
from selectolax.lexbor import LexborHTMLParser

from pipeline.errors import EmptySource, SourceError
from pipeline.ingest import html, inline, sections
from pipeline.ingest.decoding import decode, whole_characters
from pipeline.ingest.elements import Document
from pipeline.model import Article, Dropped, Rights

_BEFORE_ROOT = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_QUOTED = r"\"[^\"]*\"|'[^']*'"
_DOCTYPE = re.compile(
    rf"<!DOCTYPE(?:[^\[>\"']|{_QUOTED})*+"
    rf"(?:\[(?P<own>(?:<!--.*?-->|<\?.*?\?>|{_QUOTED}|[^\]<\"']|<(?!!--|\?))*+)\]?\s*>?|>)",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_XML = {"content-type": "application/xml; charset=utf-8"}  # overrules what the feed itself says of its encoding
_PLAIN = "text/plain"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Feed:
    """A feed's title, the number of its entries, and those that hold an article."""

    title: str
    entries: int
    articles: list[Article]
    dropped: list[Dropped]


def looks_like_feed(source: bytes) -> bool:
    """Whether bytes begin as RSS, RDF or Atom does."""
    words = source.replace(b"\0", b"").decode("latin-1").lstrip("ï»¿þÿ")  # NUL and marks: UTF-16
    return bool(_ROOT.match(words, _prolog(words)[0]))


def _prolog(words: str) -> tuple[int, bool]:
    """Where the root element may begin, and whether entities are defined before it."""
    start = match.end() if (match := _BEFORE_ROOT.match(words)) else 0
    doctype = _DOCTYPE.match(words, start)
    if not doctype:
        return start, False
    after = _BEFORE_ROOT.match(words, doctype.end())
    return after.end() if after else doctype.end(), "<!entity" in (doctype["own"] or "").lower()


def read(
    source: bytes,
    place: str,
    *,
    url: str | None = None,
    content_type: str = "",
    rights: Rights = "ours",
    language: str = "en",
) -> Feed:
    """The articles of a feed, in its order.

    Args:
        place: Where it came from, for errors.
        url: Its address, for relative links.
        content_type: The Content-Type header it came with, or nothing.

    Raises:
        SourceError: it is no feed, defines entities, or holds no entry with text.
    """
    parsed = _parsed(whole_characters(decode(source, place, content_type)), place)
    found: list[Article] = []
    dropped: list[Dropped] = []
    for number, entry in enumerate(parsed.entries, 1):
        name = f"entry {number}"
        try:
            document = _document(entry, parsed.feed, url)
            found.append(
                sections.assemble(document, source=place, name=name, rights=rights, fallback_language=language)
            )
        except SourceError:
            dropped.append(Dropped(_title(entry) or name, "an entry without text"))
    if not found:
        raise EmptySource(f"{place} holds no entries with text. Check that the feed gives full articles or summaries.")
    return Feed(_title(parsed.feed) or place, len(parsed.entries), found, dropped)


def _parsed(words: str, place: str) -> Any:
    # Entities that a document defines for itself can open files or grow without end; no feed needs them.
    if _prolog(words)[1]:
        raise SourceError(
            f"{place} defines entities of its own, which is not safe to read. Ask its publisher for a plain feed."
        )
    stream = BytesIO(words.encode())
    try:
        # Its sanitiser drops the attributes that callouts are known by; ours comes last instead.
        parsed = feedparser.parse(stream, response_headers=_XML, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # on broken feeds it fails in ways of its own: KeyError, TypeError, ValueError, …
        raise SourceError(f"{place} is damaged and cannot be read as a feed. Ask its publisher to mend it.") from error
    if not parsed.get("version") and not parsed.entries:
        raise SourceError(f"{place} is no RSS or Atom feed. Save the feed itself, not the page that shows it.")
    return parsed


def _document(entry: Any, feed: Any, base: str | None) -> Document:
    """An entry as a document; what it does not state itself, the feed states for all.

    Raises:
        SourceError: it is empty.
    """
    described = _markup(entry.get("summary_detail"))
    content = max((_markup(part) for part in entry.get("content") or []), key=len, default="") or described
    if not content.strip():
        raise SourceError("The entry has no text.")
    # Not entry.get: that gives one moment for the other, and warns of it.
    moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    link = _whole_address(entry.get("link"))
    document = html.read(content, link or base)
    summary = html.read(described).elements if described and described != content else ()
    return replace(
        document,
        title=_title(entry),
        url=link,
        guid=entry.get("id") or link,
        language=entry.get("language") or feed.get("language") or None,
        published=_moment(moment),
        byline=entry.get("author") or feed.get("author") or None,
        summary=_whole(summary[0].text) if len(summary) == 1 else None,
    )


def _whole_address(link: str | None) -> str | None:
    try:
        return link if link and urlsplit(link).scheme in {"http", "https"} else None
    except ValueError:  # such as http://[
        return None


def _markup(detail: Any) -> str:
    """What an entry or one of its parts says, as HTML."""
    value = (detail or {}).get("value") or ""
    if (detail or {}).get("type") != _PLAIN:
        return str(value)
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in re.split(r"\n\s*\n", value))


def _title(thing: Any) -> str | None:
    """The title of a feed or an entry as text. feedparser tells whether it was written as text or as HTML."""
    body = LexborHTMLParser(_markup(thing.get("title_detail"))).body
    return (inline.from_nodes([body], None).text if body else "") or None


def _moment(parsed: Any) -> datetime | None:
    """A moment as feedparser gives it; one that no calendar has is none."""
    try:
        return _EPOCH + timedelta(seconds=timegm(parsed)) if parsed else None
    except (OverflowError, ValueError):
        return None


def _whole(summary: str) -> str | None:
    """A summary without the mark that software puts at its end; None where the mark stands for words cut off."""
    text = re.sub(r"\s*\[?(?:…|\.\.\.)\]?$", "", summary)
    return text if text == summary or text[-1:] in ".!?”" else None
