"""A web of feeds and pages that tests change between rounds; it remembers what was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.errors import SourceError
from pipeline.ingest.fetch import Fetched
from pipeline.ingest.versions import Version

FEED = "https://bakery.example/feed"


def an_entry(name: str, text: str = "", *, guid: str | None = None, link: str | None = None, more: str = "") -> str:
    """An entry whose whole text stands in the feed."""
    body = text or f"<p>{name} needs time.</p><p>💡 {name} keeps in paper.</p><h2>And</h2><p>It is good.</p>"
    address = f"https://bakery.example/{name.lower()}" if link is None else link
    return (
        f"<item><title>{name}</title><guid isPermaLink='false'>{guid or name}</guid><link>{address}</link>{more}"
        f"<description><![CDATA[{body}]]></description></item>"
    )


def a_summary(name: str, text: str = "") -> str:
    """An entry that holds a summary only."""
    return an_entry(name, f"<p>{text or name} needs […]</p>")


def a_feed(*entries: str) -> bytes:
    return f'<rss version="2.0"><channel><title>Bakery</title>{"".join(entries)}</channel></rss>'.encode()


def a_page(name: str, text: str = "") -> bytes:
    body = text or f"<p>{name} needs time, flour, water and salt.</p><p>💡 {name} keeps in paper.</p>"
    return f"<html><body><article><h1>{name}</h1>{body}</article></body></html>".encode()


@dataclass
class Web:
    """Bytes, or failures, by address."""

    pages: dict[str, bytes | Exception] = field(default_factory=dict)
    etags: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, bool, str | None]] = field(default_factory=list)
    before: Callable[[str], object] = lambda _: None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, url: str, allow_private: bool, known: Version | None = None, /) -> Fetched:
        with self.lock:
            self.asked.append((url, allow_private, known.etag if known else None))
        self.before(url)
        page = self.pages.get(url, SourceError(f"{url} answers with status 404: there is no such page."))
        if isinstance(page, Exception):
            raise page
        etag = self.etags.get(url, "")
        if known and known.url == url and known.etag == etag:
            return Fetched(url, b"", "", unchanged=True, moved_to=self.moved.get(url))
        version = Version(url, etag) if etag else None
        return Fetched(url, page, "", version, moved_to=self.moved.get(url))

    def addresses(self) -> list[str]:
        """What was asked since the last time, in alphabetical order."""
        with self.lock:
            asked, self.asked = self.asked, []
        return sorted(url for url, _, _ in asked)
