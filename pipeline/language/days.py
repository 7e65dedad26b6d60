"""Days that a text names as ones to come: "Join us on Saturday 5 December", "before 1 May", "until 2026-12-05". Pure.

The names of months and days are known in every language of CLDR. What else tells a day to come from one that was, or
from a number, stands in `day_words.py`, a row a language.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

from pipeline import language as languages
from pipeline.language.day_names import Names, names
from pipeline.language.day_words import DAYS
from pipeline.language.emphasis import unstressed
from pipeline.language.patterns import ready, words

_NOON = time(12)
_YEAR = r"(?:19|20)\d\d"
_FILLER = r"(?:of|de|del|di|d['’]|den|dem|the|le|el|il)"
_ISO = re.compile(rf"(?<![\w-])(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
# Day before month; of 5/4/2026 in English nobody knows which is which, and "version 3.5.2026" is none.
_NUMBERS = re.compile(
    rf"(?<![\d.,/-])(?<!\b[vV])(?<!\b[vV]ersion )(?<!\b[vV]ersie )(?<!\b[rR]elease )(?<!\b[vV]ersione )(?<!\b[vV]ersión )"
    rf"(?P<day>\d{{1,2}})(?P<sign>[./-])(?P<month>\d{{1,2}})(?P=sign)(?P<year>{_YEAR})(?![\d]|[./-]\d)"
)
_SHORT = re.compile(r"(?<![\d.,])(?P<bare>(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.)(?P<short>\d\d(?!\d))?(?!\d)")
# In Dutch "vóór 4-12" is a day, "voor 4-12 jaar" an age: below the words of `near`, with nothing counted after it.
_DASHED = re.compile(
    r"(?<![\d.,/-])(?P<dashed>(?P<day>\d{1,2})-(?P<month>\d{1,2}))(?=\s*(?:$|[.,;:!?)]|(?:aan|af|bij|door|in|kan|om|op|via)\b))"
)
_EAST = re.compile(rf"(?:(?P<year>{_YEAR})[年년]\s?)?(?P<month>\d{{1,2}})[月월]\s?(?P<day>\d{{1,2}})[日일]")
_OF_ONE = {"de": _SHORT, "nl": _DASHED}  # how only one language writes days
_RANGE = re.compile(
    r"\s*(?:to|until|till|through|tot(?: en met)?|t/m|bis(?: zum)?|au|jusqu['’]au|al?|fino al|hasta el|[–—-])\s*"
)
_AND = re.compile(r"\s*(?:and|en|und|et|y|e)\s+(?:(?:dem|le|el|il)\s+)?")
_SIGN_NEXT = re.compile(r"\s*(?:$|[.,;:!?)\]–—-]|(?:at|from|for|to|until|in|is|and|or|we|if|when)\b)")
_SIGN_BEFORE = re.compile(r"[,:;(\[–—-]\s*$")
_LEAP = 8  # years within which every day of the year falls on every day of the week, nearly always
_EXPIRED = timedelta(days=366)  # a day longer ago than this is history, whatever is said of it
_SOON = timedelta(days=183)  # a day of the week that fits a day so near is hardly by chance
_PEOPLE = r"(?:i|we|you|he|she|it|they|wij|je|jij|u|jullie|ze|zij|ik|wir|ihr|sie|ich|nous|vous|on|ils?|elles?|noi|voi)"
_JOINT = re.compile(
    rf"[,;:()]|\s[–—-]\s|\b(?=(?:and|but|so|en|maar|und|aber|et|mais|y|pero|e|ma)\s{_PEOPLE}\b)", re.IGNORECASE
)  # between two clauses
_SURE = ("year", "early", "weekday", "nth", "whole")  # what leaves no doubt that it is a day
_BESIDE = 25  # characters before a day that say what it is
_CLAUSE = 200  # characters on either side of a day in which its clause is looked for
_NEAR_EMBARGO = 30  # characters between words of an embargo and its day

_CLOCK = ready(
    r"(?<![\d.,:€$£])(?:(?P<first>\d{1,2})(?:[:.]\d\d)?\s?(?:to|till|until|–|-)\s?)?(?P<twelve>\d{1,2})(?:[:.](?P<past>\d\d))?\s?(?P<half>[ap])\.?m\b"
    r"|(?<![\d.,:€$£])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?:uhr|uur|h(?:\s?(?P<minutes>[0-5]\d))?|hrs|horas|heures|ore)\b"
    r"|(?<![\d.,:€$£])(?P<plain>\d{1,2}):(?P<plain_minute>[0-5]\d)(?![\d:])"
    r"|\b(?:klokk(?:en|a)|klockan|(?-i:klo?))\.?\s?(?P<north>\d{1,2})(?:[:.](?P<north_minute>[0-5]\d))?(?![\d:])"
)
_MINUTES = ("past", "minute", "minutes", "plain_minute", "north_minute")


@dataclass(frozen=True)
class Day:
    """A day to come, as a text names it.

    Attributes:
        day: Which.
        until: The wall time on that day from which on it is too late to tell of it; midnight where it already is
            all day.
        words: As it stands there.
    """

    day: date
    until: time
    words: str


@dataclass(frozen=True)
class _Patterns:
    """What is searched for in a language; of a language without a row in the table only `dates`."""

    dates: tuple[re.Pattern[str], ...]
    row: Mapping[str, re.Pattern[str]]


def named(text: str, language: str, written: date, *, dated: bool) -> list[Day]:
    """The days to come that `text` names, in its order; what it tells of days that were is none.

    Args:
        language: A BCP 47 tag.
        written: Since when the text is public, or the day of today; a day without a year is the next one after it.
        dated: Whether it is known to be public since then, so that a day before it is history.
    """
    tag = language[:2].casefold()
    said = (unstressed(sentence, language) for sentence in languages.in_lines(text, language))
    return [day for one in said for day in _in_sentence(one, tag, written, dated=dated)]


def passing(text: str, language: str) -> str:
    """Words of `text` that name a day from today ("tomorrow", "next Saturday"), where it tells of an event; or nothing.

    So do those by which something is new ("published this week").

    "Sow today" and "start tomorrow" are right on any day.
    """
    row = _patterns(language[:2].casefold()).row
    for sentence in languages.in_lines(text, language) if row else ():
        said = unstressed(sentence, language)
        hour = _clock(said, row)
        if found := row["news"].search(said):
            return found[0]
        if (found := row["passing"].search(said)) and (hour or row["event"].search(said)):
            return found[0]
        if hour and (found := row["today"].search(said)):
            return found[0]
    return ""


def embargo(text: str, language: str, written: date | None) -> Day | None:
    """The day until which `text` says that it must not be told ("Embargoed until 14 January 2027, 10 am").

    Args:
        written: As of `named`; where it is not known a day without a year is none.
    """
    row = _patterns(tag := language[:2].casefold()).row
    for found in row["embargo"].finditer(said := unstressed(text, language)) if row else ():
        start = found.end()
        for match in _matches(said[start : start + 4 * _NEAR_EMBARGO], tag):
            day = _resolved(match, written, tag)
            if match.start() <= _NEAR_EMBARGO and day and re.fullmatch(r"[^.!?]*", said[start : start + match.start()]):
                until = _clock(said[start + match.end() :][:_NEAR_EMBARGO], row) or time(0)
                return Day(day, until, said[found.start() : start + match.end()])
    return None


def _in_sentence(said: str, tag: str, written: date, *, dated: bool) -> Iterator[Day]:
    row, found = _patterns(tag).row, list(_matches(said, tag))
    if not found or (row and (row["yearly"].search(said) or row["embargo"].search(said))):
        return
    clock = _clock(said, row)
    invites = clock is not None or bool(row and row["coming"].search(said))
    for place, match in enumerate(found):
        before = said[max(match.start() - _BESIDE, 0) : match.start()]
        after = found[place + 1].start() if place + 1 < len(found) else -1
        joint = _AND if row and _ends_with(row["between"], before) else _RANGE
        if after >= 0 and joint.fullmatch(said, match.end(), after):
            continue  # it lasts until the next one
        day = _resolved(match, written, tag)
        if day is None or (row and _ends_with(row["open"], before)) or not _is_one(match, before, tag):
            continue
        if "dashed" in match.groupdict() and not invites:
            continue  # a score, or whom it is for
        if not invites and _year(match.groupdict()) is None and row and _was(match, before, row, day - written):
            continue
        if day < written and (dated or not invites or written - day > _EXPIRED):
            continue
        too_late = bool(row and _ends_with(row["before"], before))
        yield Day(day, clock or (time(0) if too_late else _NOON), match[0].strip(". "))


def _was(match: re.Match[str], before: str, row: Mapping[str, re.Pattern[str]], ahead: timedelta) -> bool:
    """Whether the clause of a day without a year tells what was done on it.

    Where the day of the week fits one to come soon, a word that may be a participle says nothing of it: "a guided tour".
    """
    if "fore" in row and _ends_with(row["fore"], before):
        return False
    clause = _clause(match).strip()
    now = [one.start() for one in row["now"].finditer(clause, 0, clause.find(match[0]))] if "now" in row else []
    if found := [one.start() for one in row["past"].finditer(clause)]:
        return not any(found[-1] < one for one in now)
    soon = match.groupdict().get("weekday") and ahead <= _SOON
    return not soon and bool(row["done"].search(clause)) and not ("now" in row and row["now"].search(clause))


def _clause(match: re.Match[str]) -> str:
    """The clause in which a day stands; with the next one, or the one before, where the day stands by itself."""
    before = _JOINT.split(match.string[max(match.start() - _CLAUSE, 0) : match.start()])
    after = _JOINT.split(match.string[match.end() : match.end() + _CLAUSE])
    around = before[-1] + match[0] + after[0]
    if len(before[-1].split()) > 1 or after[0].strip(" .!?"):
        return around
    follow = next((one for one in after[1:] if one.strip(" .!?")), None)
    lead = next((one for one in reversed(before[:-1]) if one.strip()), "")
    return f"{around} {follow}" if follow is not None else f"{lead} {around}"


def _ends_with(pattern: re.Pattern[str], before: str) -> bool:
    """Whether `before` ends with words of a table."""
    return bool(pattern.search(before))


def _is_one(match: re.Match[str], before: str, tag: str) -> bool:
    """Whether it is a day: English months are words too ("bake 10 March apples"), and "5.12." may be a price."""
    groups = match.groupdict()
    if tag == "en" and "name" in groups and not any(groups.get(one) for one in _SURE):
        near = _ends_with(_patterns(tag).row["near"], before)
        return near or bool(_SIGN_NEXT.match(match.string, match.end()) or _SIGN_BEFORE.search(before))
    return not {"bare", "dashed"} & groups.keys() or _ends_with(_patterns(tag).row["near"], before)


def _matches(said: str, tag: str) -> Iterator[re.Match[str]]:
    """Everything in `said` that looks like a day, in order, nothing twice."""
    patterns = [_ISO, _NUMBERS, _EAST, *filter(None, [_OF_ONE.get(tag)]), *_patterns(tag).dates]
    found = sorted(
        (match for one in patterns for match in one.finditer(said)), key=lambda one: (one.start(), -one.end())
    )
    end = 0
    for match in found:
        if match.start() >= end:
            yield match
            end = match.end()


def _resolved(match: re.Match[str], written: date | None, tag: str) -> date | None:
    """The day that is meant; None where there is none."""
    groups, known = match.groupdict(), names(tag)
    month = known.month(groups["name"]) if known and "name" in groups else int(groups["month"])
    day = int(groups.get("last") or groups.get("day") or monthrange(2001, month)[1])  # of February always the 28th
    if groups.get("sign") == "/" and tag == "en":
        if month <= 12 and day <= 12:
            return None
        day, month = max(day, month), min(day, month)
    year = _year(groups)
    if year:
        return _day(year, month, day)
    if written is None:
        return None
    nearby = filter(None, (_day(written.year + more, month, day) for more in range(-_LEAP, _LEAP + 1)))
    if known and (weekday := groups.get("weekday")):
        fits = [one for one in nearby if one.weekday() == known.weekday(weekday)]
        return min(fits, key=lambda one: (abs(one - written), one), default=None)
    return next((one for one in nearby if one >= written), None)


def _year(groups: Mapping[str, str | None]) -> int | None:
    """The year that is written with a day."""
    written = groups.get("year") or groups.get("early") or (f"20{groups['short']}" if groups.get("short") else None)
    return int(written) if written else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(said: str, row: Mapping[str, re.Pattern[str]]) -> time | None:
    """The first hour of the day that `said` tells; None without one."""
    found = [one for match in _CLOCK.finditer(said) if (one := _hour(match.groupdict()))]
    if row:
        found += [time(int(match["at"])) for match in row["at"].finditer(said) if int(match["at"]) < 24]
    return min(found, default=None)


def _hour(groups: Mapping[str, str | None]) -> time | None:
    hour = int(groups["twelve"] or groups["hour"] or groups["plain"] or groups["north"] or 24)
    minute = int(next(filter(None, map(groups.get, _MINUTES)), None) or 0)
    if groups["half"]:
        hour = hour % 12 + (12 if groups["half"] in "pP" else 0)
        if groups["first"]:  # from two to four pm, from ten to four pm
            begin = int(groups["first"]) % 12
            hour, minute = (begin + 12 if begin + 12 < hour else begin), 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


@cache
def _patterns(tag: str) -> _Patterns:
    known = names(tag)
    return _Patterns(_dates(tag, known), _row(tag, known)) if known else _Patterns((), {})


def _dates(tag: str, known: Names) -> tuple[re.Pattern[str], ...]:
    """How days are written in a language: "Saturday 5 December 2026", "December 5, 2026", "2026. december 5."."""
    month, weekday = _any(known.months), _any(known.weekdays)
    if tag == "en":  # where "may" and "march" are words, a month has a capital
        month = rf"(?-i:{_any([*map(str.title, known.months), *map(str.upper, known.months)])})"
    lead = rf"(?<![\w.,:/-])(?:(?P<weekday>{weekday})\.?,?\s+(?:{_FILLER}\s+)?)?"
    day = r"(?P<day>\d{1,2})(?:(?P<nth>st|nd|rd|th|er|º|°|ª)|ste|de|e|\.)?"
    year = rf"(?:(?:,?\s+(?:{_FILLER}\s+)?)(?P<year>{_YEAR})(?!\d))?"
    first = rf"{lead}{day}\s+(?:{_FILLER}\s*)?(?P<name>{month})\b\.?{year}"
    last = r"(?:\s?[–-]\s?(?P<last>\d{1,2}))?+(?![\w%]|[.,:]\d)"
    second = rf"{lead}(?:(?P<early>{_YEAR})\.?\s)?(?P<name>{month})\.?\s+{day}{last}{year}"
    end = DAYS.get(tag, {}).get("end")
    third = [rf"\b(?P<whole>{end})\s+(?:{_FILLER}\s*)?(?P<name>{month})\b\.?{year}"] if end else []
    return tuple(map(ready, (first, second, *third) if known.month_first else (first, *third)))


def _row(tag: str, known: Names) -> dict[str, re.Pattern[str]]:
    """The language's row of the table, ready to use; empty where it has none."""
    found = {}
    for kind, one in DAYS.get(tag, {}).items():
        if kind == "news":
            lately, between = DAYS[tag]["lately"], r"(?:\s\w+){0,3}?\s"
            found[kind] = words(f"(?:{one}){between}(?:{lately})|(?:{lately}){between}(?:{one})")
        elif kind in {"before", "between", "open", "near", "fore"}:
            found[kind] = ready(rf"\b(?:{one})\s*$")
        elif kind == "at":
            found[kind] = ready(rf"\b(?:{one})\s(?P<at>\d{{1,2}})(?![\d:]|[.,]\d|\s?(?:%|€|\w))")
        else:
            found[kind] = words(one.replace("{day}", f"(?:{_any(known.weekdays)})"))
    return found


def _any(known: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(known, key=lambda name: (-len(name), name))))
