"""Dates as people write them beside an article, in a few languages."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, UTC, datetime

from pipeline.language import MONTHS

_DAY_FIRST = re.compile(r"\b(?P<day>\d{1,2})\.?\s+(?:de\s+)?(?P<month>[^\W\d]+)\.?\s+(?:de\s+)?(?P<year>\d{4})\b")
_MONTH_FIRST = re.compile(r"\b(?P<month>[^\W\d]+)\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})\b")
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})\b")
# Day before month, except in the United States; 05/04/2026 could be either, so only points and hyphens count.
_NUMBERS = re.compile(r"\b(?P<day>\d{1,2})[.-](?P<number>\d{1,2})[.-](?P<year>\d{4})\b")


def find(text: str) -> datetime | None:
    """The first date in a line such as "Door Anna, 9 april 2026", as midnight UTC; None without one."""
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _NUMBERS):
        for match in pattern.finditer(text):
            found = match.groupdict()
            month = int(found["number"]) if found.get("number") else _month(found.get("month") or "")
            try:
                day = datetime(int(found["year"]), month, int(found["day"]), tzinfo=UTC)
            except ValueError:
                continue  # no such day: not a date
            if moment := in_utc(day):
                return moment
    return None


def in_utc(moment: datetime) -> datetime | None:
    """`moment` in UTC, which it is taken to be where it names no zone.

    None in the first and last year of the calendar: programs write them for "no date", and some zone cannot hold them.
    """
    if not MINYEAR < moment.year < MAXYEAR:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)


# Languages that name the months in their own way; as people write them behind a day.
_MONTHS = tuple(
    line.split()
    for line in (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta"
        " marraskuuta joulukuuta",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    )
)


def is_month(word: str) -> bool:
    """Whether a word names a month."""
    return _month(word) > 0


def _month(name: str) -> int:
    own = next((months.index(name.casefold()) + 1 for months in _MONTHS if name.casefold() in months), 0)
    return own or next((number for number, starts in enumerate(MONTHS, 1) if re.match(starts, name.casefold())), 0)
