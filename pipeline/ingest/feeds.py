"""Feeds -> articles. feedparser gets bytes only: handed an address or a path it would open it."""

from __future__ import annotations

import re
from calendar import timegm
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import feedparser

from pipeline.errors import EmptySource, SourceError
from pipeline.ingest import html, sections
from pipeline.ingest.elements import Document
from pipeline.model import Article, Dropped, Rights

# Entities that a document defines for itself can open files or grow without end; no feed needs them.
_DEFINES_ENTITIES = re.compile(rb"<!(?:DOCTYPE[^>]*\[|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True)
class Feed:
    """A feed's title, the number of its entries, and those that hold an article."""

    title: str
    entries: int
    articles: list[Article]
    dropped: list[Dropped]


def looks_like_feed(source: bytes) -> bool:
    """Whether bytes begin as RSS, RDF or Atom does."""
    head = re.sub(
        rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\])?[^>\[]*>",
        b"",
        source[:4096].lstrip(b"\xef\xbb\xbf"),
        flags=re.DOTALL,
    )
    return bool(re.match(rb"\s*<(?:\w+:)?(?:rss|feed|rdf)\b", head, re.IGNORECASE))


def read(source: bytes, place: str, *, url: str | None = None, rights: Rights = "ours", language: str = "en") -> Feed:
    """The articles of a feed, in its order.

    Args:
        place: Where it came from, for errors.
        url: Its address, for relative links.

    Raises:
        SourceError: it is no feed, defines entities, or holds no entry with text.
    """
    if _DEFINES_ENTITIES.search(source[:100_000]):
        raise SourceError(
            f"{place} defines entities of its own, which is not safe to read. Ask its publisher for a plain feed."
        )
    # Its sanitiser drops the attributes that callouts are known by; ours comes last instead.
    parsed = feedparser.parse(source, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version and not parsed.entries:
        raise SourceError(f"{place} is no RSS or Atom feed. Save the feed itself, not the page that shows it.")
    title = parsed.feed.get("title", "") or place
    found, dropped = [], []
    for number, entry in enumerate(parsed.entries, 1):
        try:
            document = _document(entry, parsed.feed, url)
            name = f"entry {number}"
            found.append(
                sections.assemble(document, source=place, name=name, rights=rights, fallback_language=language)
            )
        except SourceError:
            dropped.append(Dropped(entry.get("title") or f"entry {number}", "an entry without text"))
    if not found:
        raise EmptySource(f"{place} holds no entries with text. Check that the feed gives full articles or summaries.")
    return Feed(title, len(parsed.entries), found, dropped)


def _document(entry: Any, feed: Any, base: str | None) -> Document:
    """An entry as a document; what it does not state itself, the feed states for all."""
    link = entry.get("link") or None
    described = entry.get("summary", "")
    content = max((part.get("value", "") for part in entry.get("content", [])), key=len, default="") or described
    document = html.read(content, link or base)
    summary = html.read(described).elements if described and described != content else ()
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return replace(
        document,
        title=html.read(f"<h1>{entry.get('title', '')}</h1>").title,
        url=link if link and link.startswith(("http://", "https://")) else None,
        guid=entry.get("id") or link,
        language=entry.get("language") or feed.get("language") or None,
        published=datetime.fromtimestamp(timegm(moment), UTC) if moment else None,
        byline=entry.get("author") or feed.get("author") or None,
        summary=_whole(summary[0].text) if len(summary) == 1 else None,
    )


def _whole(summary: str) -> str | None:
    """A summary without the mark that software puts at its end; None where the mark stands for words cut off."""
    text = re.sub(r"\s*\[?(?:…|\.\.\.)\]?$", "", summary)
    return text if text == summary or text[-1:] in ".!?”" else None
