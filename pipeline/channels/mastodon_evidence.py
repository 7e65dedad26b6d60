"""Whether a status on the server is the one we wanted to publish. Pure.

A status carries no reference of ours. With pictures it is known by their ids, which are ours alone. Without, by its
words: the server makes HTML of them and gives only that back, so both are compared as bare text without any space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import Any

_SERVER_OF_A_NAME = re.compile(r"(?<=[@/]\w)(\w*)@[\w.-]+\w")  # `@ann@server.example` is shown as `@ann`


def is_ours(status: Mapping[str, Any], text: str, pictures: Sequence[str]) -> bool:
    """Whether `status` shows exactly `text` and the uploaded `pictures`."""
    attached = status.get("media_attachments")
    shown = [one.get("id") for one in attached if isinstance(one, dict)] if isinstance(attached, list) else []
    if pictures or shown:
        return sorted(map(str, shown)) == sorted(pictures)
    return not status.get("reblog") and _bare(_text_of(str(status.get("content") or ""))) == _bare(text)


def _bare(text: str) -> str:
    return "".join(_SERVER_OF_A_NAME.sub(r"\1", unicodedata.normalize("NFC", text)).split())


def _text_of(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    """Gathers text; a link's hidden beginning and end are text too, so that it is whole."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in {"p", "br"}:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
