"""What a server says of the version it sends, so that it need not send it again (RFC 9110, 8.8 and 10.2.3)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

_LONGEST = 500  # characters of a validator; servers choose them, and we keep and send them
_LONGEST_WAIT = timedelta(days=1)  # who asks for more is asked again after a day
USUAL_WAIT = timedelta(minutes=30)  # where a server is busy and does not say how long


@dataclass(frozen=True)
class Version:
    """What names a version of what stands at an address.

    Attributes:
        url: Where it was found in the end; only there it means something.
        etag: As sent; empty where there was none.
        modified: The Last-Modified header as sent; empty where there was none.
    """

    url: str
    etag: str = ""
    modified: str = ""

    def asked_for(self, url: str) -> dict[str, str]:
        """The headers with which `url` is asked for something newer; none for another address."""
        if url != self.url:
            return {}
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


def version(url: str, headers: Mapping[str, str]) -> Version:
    """The version that an answer names. A header too long or strange to be sent back counts as left out."""
    etag, modified = (_safe(headers.get(name, "")) for name in ("etag", "last-modified"))
    return Version(url, etag, modified)


def _safe(value: str) -> str:
    return value if len(value) <= _LONGEST and value.isascii() and value.isprintable() else ""


def wait(headers: Mapping[str, str]) -> timedelta:
    """How long a busy server asks to be left alone, at most a day. A date counts from the answer's own."""
    stated = headers.get("retry-after", "").strip()
    asked = USUAL_WAIT
    if stated.isascii() and stated.isdigit():
        asked = timedelta(seconds=min(int(stated[:9]), 10**8))
    elif stated:
        with suppress(ValueError, TypeError):  # no date, or one with a zone and one without
            asked = _moment(stated) - _moment(headers.get("date", ""))
    return min(max(asked, timedelta(0)), _LONGEST_WAIT)


def _moment(stated: str) -> datetime:
    return parsedate_to_datetime(stated)
