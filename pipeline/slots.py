"""Calendar arithmetic: when editions and posts are due, in the brand's own zone. Pure.

A slot is known by its local label, so that clocks, summer time and two machines agree on which one is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Slot:
    """A moment to go out.

    Attributes:
        label: `2026-W14` of an edition, `2026-04-02 09:00 Europe/Amsterdam` of a post.
        at: The same moment, aware, in UTC.
    """

    label: str
    at: datetime


def moment(day: date, clock: time, zone: str) -> datetime:
    """The instant of a wall time, in UTC: in a gap the first valid instant after it, in a fold the first of the two."""
    wall = datetime.combine(day, clock)
    for minutes in range(24 * 60):
        shifted = (wall + timedelta(minutes=minutes)).replace(tzinfo=ZoneInfo(zone))
        instant = shifted.astimezone(UTC)
        if instant.astimezone(shifted.tzinfo).replace(tzinfo=None) == shifted.replace(tzinfo=None):
            return instant
    raise ValueError(f"{zone} has no {wall}")  # a whole day left out, as Samoa once did


def edition(every: str, at: time, zone: str, now: datetime, late: timedelta) -> Slot:
    """The edition that counts at `now`: the first whose moment is not longer than `late` ago."""
    start = (now - late).astimezone(ZoneInfo(zone)).date()
    for days in range(9):
        day = start + timedelta(days=days)
        if WEEKDAYS[day.weekday()] == every and (due := moment(day, at, zone)) >= now - late:
            return Slot(week(day), due)
    raise ValueError(f"no {every} within nine days")


def editions(every: str, at: time, zone: str, start: datetime, end: datetime) -> Iterator[Slot]:
    """The editions after `start` and before `end`, in order."""
    day = start.astimezone(ZoneInfo(zone)).date()
    while (due := moment(day, at, zone)) < end:
        if WEEKDAYS[day.weekday()] == every and due > start:
            yield Slot(week(day), due)
        day += timedelta(days=1)


def week(day: date) -> str:
    """The label of `day`'s week: `2026-W47`."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def before(slot: Slot, day: str, at: time, zone: str) -> datetime:
    """The last `day` at `at` that is not after `slot`."""
    local = slot.at.astimezone(ZoneInfo(zone)).date()
    for days in range(8):
        earlier = local - timedelta(days=days)
        if WEEKDAYS[earlier.weekday()] == day and (instant := moment(earlier, at, zone)) <= slot.at:
            return instant
    raise ValueError(f"no {day} within a week")


def coming(days: Sequence[str], at: time, zone: str, quiet: Collection[str | date], now: datetime) -> Iterator[Slot]:
    """The slots of a network after `now`, in order, quiet days left out; at most two years ahead."""
    start = now.astimezone(ZoneInfo(zone)).date()
    for ahead in range(730):
        day = start + timedelta(days=ahead)
        name = WEEKDAYS[day.weekday()]
        if name in days and name not in quiet and day not in quiet and (due := moment(day, at, zone)) > now:
            yield Slot(f"{day} {at:%H:%M} {zone}", due)


def parse(label: str) -> datetime:
    """The instant of a post's label.

    Raises:
        ValueError: it is none.
    """
    try:
        day, clock, zone = label.split(" ", 2)
        return moment(date.fromisoformat(day), time.fromisoformat(clock), zone)
    except (KeyError, OSError, OverflowError) as error:  # no such zone, or no such year
        raise ValueError(f"{label} is no slot") from error
