"""Dates as people write them beside an article, in a few languages."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, UTC, datetime

# The first letters that tell a month's name from the others, by month.
_MONTHS = (
    r"jan|gen|ene",
    r"feb|fév|fev",
    r"maart|mrt|mar|mär|maerz",
    r"apr|avr|abr",
    r"mei|may|mai|mag",
    r"jun|juin|giu",
    r"jul|juil|lug",
    r"aug|aoû|aou|ago",
    r"sep|set",
    r"okt|oct|ott",
    r"nov",
    r"dec|dez|déc|dic",
)
_DAY_FIRST = re.compile(r"\b(?P<day>\d{1,2})\.?\s+(?:de\s+)?(?P<month>[^\W\d]+)\.?\s+(?:de\s+)?(?P<year>\d{4})\b")
_MONTH_FIRST = re.compile(r"\b(?P<month>[^\W\d]+)\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})\b")
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b")
# Day before month, except in the United States; 05/04/2026 could be either, so only points and hyphens count.
_NUMBERS = re.compile(r"\b(?P<day>\d{1,2})[.-](?P<number>\d{1,2})[.-](?P<year>\d{4})\b")


def find(text: str) -> datetime | None:
    """The first date in a line such as "Door Anna, 9 april 2026", as midnight UTC; None without one."""
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _NUMBERS):
        for match in pattern.finditer(text):
            found = match.groupdict()
            month = int(found["number"]) if found.get("number") else _month(found.get("month") or "")
            try:
                return datetime(int(found["year"]), month, int(found["day"]), tzinfo=UTC)
            except ValueError:
                continue  # no such day: not a date
    return None


def in_utc(moment: datetime) -> datetime | None:
    """`moment` in UTC, which it is taken to be where it names no zone.

    None in the first and last year of the calendar: programs write them for "no date", and some zone cannot hold them.
    """
    if not MINYEAR < moment.year < MAXYEAR:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)


def _month(name: str) -> int:
    return next((number for number, starts in enumerate(_MONTHS, 1) if re.match(starts, name.casefold())), 0)
