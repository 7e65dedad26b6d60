"""Whether a service holds what it was given, though it may write a page again in its own way.

Compared is what readers get: the words and the addresses of links and pictures, in order. A service may add to their
ends (a footer, a badge), compose accents and change spaces; it may not leave out, change or put in between.
"""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser

_UNSEEN = {"style", "script", "title"}
_ADDRESSES = {"href", "src"}


def plain(text: object) -> str:
    """One line of text as it is compared: composed, without invisible characters, single spaces."""
    composed = unicodedata.normalize("NFC", str(text))
    return " ".join("".join(char for char in composed if unicodedata.category(char) != "Cf").split())


def holds_text(found: object, wanted: str) -> bool:
    """Whether plain text `found` is `wanted`, but for what was added to its ends."""
    return f" {plain(wanted)} " in f" {plain(found)} "


def holds_page(found: object, wanted: str) -> bool:
    """The same for HTML."""
    return f" {_read(wanted)} " in f" {_read(str(found))} "


def _read(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return plain(" ".join(reader.pieces))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces += [value or "" for name, value in attrs if name in _ADDRESSES]
        if tag in _UNSEEN:
            self._unseen = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)
