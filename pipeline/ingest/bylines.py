"""Lines that tell about an article and not of it: who wrote it, when, who took the pictures, how long it takes to read.

Such a line is known by its shape: every piece of it is a name after a word such as "by", a role behind that name, a
credit, a day or a reading time. One piece that is none of these makes it text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from pipeline import language
from pipeline.ingest import boilerplate, dates
from pipeline.ingest.byline_words import AND, AUTHOR, BY, OTHERS, PARTICLES, PICTURES, PUBLISHED, TEAM, TIMES, UPDATED


@dataclass(frozen=True)
class Byline:
    """What a line tells about its article.

    Attributes:
        name: Who wrote it, role and all else left off; None where the line names nobody.
        published: The day it is of, the one it was changed on only where it names no other; midnight UTC.
        whole: Whether it says nothing else: no role, no photographer, no reading time.
    """

    name: str | None = None
    published: datetime | None = None
    whole: bool = True


_CREDIT = re.compile(
    rf"(?P<labels>(?:{AUTHOR}|{PICTURES}|{OTHERS})(?:\s*(?:{AND})\s*(?:{AUTHOR}|{PICTURES}|{OTHERS})){{0,2}})"
    rf"(?:\s?[:：]|\s+(?:by|door|von|par|por|di|av|af)\b)\s*(?P<name>\S.*)",
    re.IGNORECASE,
)
_OF_AUTHOR = re.compile(rf"(?:{AUTHOR})\b", re.IGNORECASE)
_OPENINGS = tuple(
    (re.compile(rf"(?:{words})\s*:?\s+(?P<name>\S.*)", re.IGNORECASE), frozenset(clause.split()))
    for words, clause in BY.values()
)

_ON = r"(?:\s*:)?\s+(?:(?:on|op|am|le|el|il|em|a|den|d\.|dne)\s+)?"
_DAY = (
    r"(?:[^\W\d]+ )?(?:\d{1,2}(?:\.|er|st|nd|rd|th)?[ ./-](?:de |of )?(?:[^\W\d]+\.?|\d{1,2})[ ./-](?:de )?\d{2,4}"
    r"|[^\W\d]+\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)"
)
_MONTH = r"(?P<month>[^\W\d]+) \d{4}"
_DATED = re.compile(
    rf"(?:(?P<updated>(?:{UPDATED}){_ON})|(?:{PUBLISHED}){_ON})?(?:{_DAY}|{_MONTH})"
    r"(?: (?:om|at|um|à|alle|a las|kl\.) \d.{0,8})?",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\d{1,3}[ -]?min(?:\.|ut\w*)?|\d{1,2}[:.]\d\d(?: (?:uur|uhr|h))?", re.IGNORECASE)

_LONGEST = 240  # characters
_ROLE_WORDS = 10
_PARTS = re.compile(r"\s*[·|•;]\s*|\s+[–—-]\s+|,\s+(?!\d{4}\b)")
_TITLED = re.compile(r"(?:(?:Dr|Drs|Prof|Mr|Mrs|Ms|Ir|Ing|Mag|dr|drs|prof|mr|ir|ing|mgr|inż)\. ?){1,3}")
_JOINED = re.compile(r"\s+(?:and|en|und|et|y|och|og|ja|&)\s+")
_WORD_OF_NAME = re.compile(r"[^\W\d_][\w'’.-]*")
_DATE = r"(?:\d{1,2}\.?[ ./-](?:de )?(?:\w+|\d{1,2})[ ./-](?:de )?\d{2,4}|\w+ \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)"
_DATELINE = re.compile(rf"(?:\S+ ){{0,6}}{_DATE}(?:\s*[·|,–—-].{{0,60}})?(?:(?<![.!?])|(?<=\bmin\.))")
_LONGEST_DATELINE = 90


def read(line: str) -> Byline | None:
    """What a line such as "By Harriet Pole, tutor. Updated 3 March 2026." tells; of any other None."""
    text = " ".join(line.split()).strip("()[]*_ ")
    if not text or len(text) > _LONGEST:
        return None
    told = [list(_told(sentence)) for sentence in language.sentences(text, "en")]
    pieces = [piece for sentence in told for piece in sentence]
    if all(pieces) and any(piece and piece.tells for piece in pieces):
        return _together([piece for piece in pieces if piece])
    dateline = len(text) < _LONGEST_DATELINE and bool(_DATELINE.fullmatch(text))
    return Byline(published=dates.find(text), whole=False) if dateline else None


def name(line: str) -> str | None:
    """The author that a line names, which does nothing but tell about its article; or None."""
    found = read(line)
    return found.name if found else None


@dataclass(frozen=True)
class _Piece:
    """One piece of such a line; of a role or a reading time it says nothing."""

    name: str | None = None
    day: str = ""
    updated: bool = False

    @property
    def tells(self) -> bool:
        return bool(self.name or self.day)


_BESIDE = _Piece()  # a role, a photographer, a reading time


def _together(pieces: list[_Piece]) -> Byline:
    named = [piece.name for piece in pieces if piece.name]
    days = [piece for piece in sorted(pieces, key=lambda piece: piece.updated) if piece.day]
    moment = next((found for piece in days if (found := dates.find(piece.day))), None)
    whole = all(piece.tells for piece in pieces) and len(named) < 2 and len(days) < 2 and (bool(moment) or not days)
    return Byline(next(iter(named), None), moment, whole)


def _told(sentence: str) -> Iterator[_Piece | None]:
    """What each piece of a sentence is; None is a piece of ordinary text."""
    parts = [part for part in _PARTS.split(sentence.rstrip(". ")) if part]
    clause: frozenset[str] | None = None  # what the role of somebody just named must not have in it
    for at, part in enumerate(parts):
        by = _by(part)
        if by:
            clause = by[1]
            yield _Piece(by[0])
        elif piece := _credit(part) or _day(part) or _minutes(part):
            clause = frozenset() if piece.name or piece is _BESIDE else clause
            yield piece
        elif at == 0 and _names_with_role(parts):
            clause = frozenset()
            yield _Piece(part)
        elif len(part.split()) == 1 and at + 1 < len(parts) and _day(parts[at + 1]):
            yield _BESIDE  # a weekday, a place
        else:
            role = clause is not None and _can_be_role(part, clause)
            yield _BESIDE if role else None


def _names_with_role(parts: list[str]) -> bool:
    """Whether a line begins with a name without a word such as "by": a role in small letters and a day tell it."""
    return len(parts) > 2 and _is_name(parts[0]) and parts[1][0].islower() and any(map(_day, parts[2:]))


def _by(part: str) -> tuple[str, frozenset[str]] | None:
    """The name after a word such as "by", and what no role after it has."""
    for opening, clause in _OPENINGS:
        match = opening.fullmatch(part)
        if match and _is_name(match["name"]):
            return match["name"], clause
    return None


def _credit(part: str) -> _Piece | None:
    match = _CREDIT.fullmatch(part)
    if not match or not _is_name(match["name"], few=1):
        return None
    return _Piece(match["name"]) if _OF_AUTHOR.match(match["labels"]) and _is_name(match["name"]) else _BESIDE


def _day(part: str) -> _Piece | None:
    match = _DATED.fullmatch(part)
    if not match or (match["month"] and not dates.is_month(match["month"])):
        return None
    return _Piece(day=part, updated=bool(match["updated"]))


def _minutes(part: str) -> _Piece | None:
    return _BESIDE if _MINUTES.fullmatch(part) or boilerplate.furniture(part) == "reading time" else None


def _can_be_role(part: str, clause: Iterable[str]) -> bool:
    words = part.casefold().replace("’", "'").split()
    return len(words) <= _ROLE_WORDS and not any(word in clause for word in words) and part[-1] not in "!?:"


def _is_name(text: str, few: int = 2) -> bool:
    """Whether `text` names somebody, a few or a team; of `few` words or more where letters have cases."""
    if TEAM.fullmatch(text):
        return True
    people = _JOINED.split(text)
    return len(people) <= 4 and all(_is_person(one, few) for one in people)


def _is_person(text: str, few: int) -> bool:
    words = _TITLED.sub("", text).split()
    if not few <= len(words) <= 6 and not (len(words) == 1 and _is_caseless(text)):
        return False
    shaped = all(_WORD_OF_NAME.fullmatch(word) for word in words) and (words[0][0].isupper() or _is_caseless(text))
    capitals = all(word[0].isupper() or word in PARTICLES or _is_caseless(word) for word in words)
    return shaped and capitals and not all(word.casefold() in TIMES for word in words)


def _is_caseless(text: str) -> bool:
    """Whether a script has no capitals."""
    return text.upper() == text.lower() and any(char.isalpha() for char in text)
