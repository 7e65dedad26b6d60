"""What goes out when, as a calendar that agendas take in (iCalendar, RFC 5545). Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline import __version__

_OCTETS = 75  # the longest line, without its end (RFC 5545, 3.1)


@dataclass(frozen=True)
class Appointment:
    """A moment in the agenda.

    Attributes:
        uid: The same at every export of the same thing, wherever it moved; so it is moved in the agenda too.
        at: When, aware.
        title: On one line.
        details: What one reads on opening it.
        link: An address that belongs to it, or None.
        settled: Whether somebody said yes to it.
    """

    uid: str
    at: datetime
    title: str
    details: str = ""
    link: str | None = None
    settled: bool = True


def calendar(name: str, appointments: Iterable[Appointment], now: datetime) -> bytes:
    """`appointments` in order of time, called `name`, as they were at `now`."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Lichtpunt//Lichtpunt {__version__}//EN",
        "CALSCALE:GREGORIAN",
    ]
    lines += [f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"]
    for one in sorted(appointments, key=lambda one: (one.at, one.uid)):
        lines += _event(one, now)
    lines.append("END:VCALENDAR")
    return b"".join(piece + b"\r\n" for line in lines for piece in _folded(line))


def _event(one: Appointment, now: datetime) -> Iterator[str]:
    """Without an end it takes no time, and keeps nobody busy."""
    yield from ("BEGIN:VEVENT", f"UID:{_text(one.uid)}", f"DTSTAMP:{_utc(now)}", f"DTSTART:{_utc(one.at)}")
    yield f"SUMMARY:{_text(' '.join(one.title.split()))}"
    if one.details:
        yield f"DESCRIPTION:{_text(one.details)}"
    if one.link and re.fullmatch(r"https?://[!-~]+", one.link):
        yield f"URL:{one.link}"
    yield from (f"STATUS:{'CONFIRMED' if one.settled else 'TENTATIVE'}", "TRANSP:TRANSPARENT", "END:VEVENT")


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    shown = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", shown).replace("\n", "\\n")


def _folded(line: str) -> Sequence[bytes]:
    """`line` in pieces of at most 75 octets, no letter torn; all but the first begin with a space."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode("utf-8", "replace")
        if len(piece) + len(octets) > _OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return [*pieces, piece]


def is_calendar(path: Path) -> bool:
    """Whether `path` is a calendar file, which a new one may replace."""
    try:
        with path.open("rb") as file:
            return path.is_file() and file.read(15) == b"BEGIN:VCALENDAR"
    except OSError:
        return False
