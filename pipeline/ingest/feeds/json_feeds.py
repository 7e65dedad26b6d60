"""JSON Feed 1.0 and 1.1 -> entries. https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from pipeline.errors import SourceError
from pipeline.ingest import dates
from pipeline.ingest.feeds.entries import ATTACHED, LABELS, Entry, Text
from pipeline.ingest.links import absolute
from pipeline.model import Dropped

_VERSION = re.compile(r"\"version\"\s*:\s*\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org", re.IGNORECASE)
_MOST_ITEMS = 20_000


def begins(words: str, content_type: str = "") -> bool:
    """Whether `words` are a JSON Feed by their looks, or an object that its header calls one."""
    if not words.lstrip("\ufeff \t\r\n").startswith("{"):
        return False
    return content_type.partition(";")[0].strip().lower() == "application/feed+json" or bool(_VERSION.search(words))


def read(words: str, place: str, url: str | None) -> tuple[str | None, list[Entry]]:
    """A feed's title and its entries; where a value is of the wrong kind, it counts as left out.

    Args:
        place: Where it came from, for errors.
        url: Its address, for relative links.

    Raises:
        SourceError: it is damaged, or has too many entries.
    """
    try:
        feed = json.loads(words.strip("\ufeff \t\r\n"), strict=False)
    except (ValueError, RecursionError) as error:
        where = f" in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise SourceError(
            f"{place} is damaged{where} and cannot be read as a feed. Ask its publisher to mend it."
        ) from error
    items = feed.get("items")
    if not isinstance(items, list):
        raise SourceError(f"{place} has no list of items, so it is no JSON feed. Check the address.")
    if len(items) > _MOST_ITEMS:
        raise SourceError(f"{place} holds more than {_MOST_ITEMS:,} entries. Use a feed with fewer.")
    base = url or _said(feed, "feed_url") or _said(feed, "home_page_url")
    return _said(feed, "title"), [_entry(item if isinstance(item, dict) else {}, feed, base) for item in items]


def _entry(item: dict[str, Any], feed: dict[str, Any], base: str | None) -> Entry:
    about = _address(item, "external_url", base)
    own = _address(item, "url", base)
    link = own or about
    texts = (
        Text(_said(item, "content_html") or "", base=link or base),
        Text(_said(item, "content_text") or "", plain=True),
        Text(_said(item, "summary") or "", plain=True, whole=False),
    )
    return Entry(
        texts=tuple(text for text in texts if text.said),
        title=_said(item, "title"),
        guid=_guid(item.get("id")) or link,
        link=link,
        language=_said(item, "language") or _said(feed, "language"),
        published=_moment(item, "date_published") or _moment(item, "date_modified"),
        byline=_names(item) or _names(feed),
        references=(about,) if own and about else (),
        dropped=tuple(_beside(item, base)),
    )


def _said(thing: dict[str, Any], key: str) -> str | None:
    """A text, with characters that were written as two halves made whole; None where there is none."""
    value = thing.get(key)
    if not isinstance(value, str) or not value.strip():
        return None
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")


def _guid(value: object) -> str | None:
    """An item's id; some programs write a number, which 1.0 asks readers to take as text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _address(item: dict[str, Any], key: str, base: str | None) -> str | None:
    stated = _said(item, key)
    return absolute(base, stated) if stated else None


def _moment(item: dict[str, Any], key: str) -> datetime | None:
    try:
        return dates.in_utc(datetime.fromisoformat((_said(item, key) or "").strip().upper()))
    except (OverflowError, ValueError):
        return None  # an unreadable date is no date


def _names(thing: dict[str, Any]) -> str | None:
    """Its authors; 1.0 has one, 1.1 a list."""
    authors = thing.get("authors")
    listed = [*(authors if isinstance(authors, list) else []), thing.get("author")]
    names = [name for one in listed if isinstance(one, dict) and (name := _said(one, "name"))]
    return ", ".join(dict.fromkeys(names)) or None


def _beside(item: dict[str, Any], base: str | None) -> Iterator[Dropped]:
    """What an item holds besides its text and its facts."""
    tags = item.get("tags")
    labels = [tag for tag in tags if isinstance(tag, str) and tag.strip()] if isinstance(tags, list) else []
    if labels:
        yield Dropped(", ".join(labels), LABELS)
    for key in ("image", "banner_image"):
        if picture := _address(item, key, base):
            yield Dropped(picture, "picture beside the text, without words for what it shows")
    attachments = item.get("attachments")
    for one in attachments if isinstance(attachments, list) else []:
        if isinstance(one, dict) and (file := _said(one, "title") or _said(one, "url")):
            yield Dropped(file, ATTACHED)
