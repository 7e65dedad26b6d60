"""Where a sentence says that research found something, whether it says whose, and what makes its figures weak. Pure.

A row a language in `research_words.py`; of a language without one nothing is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.language.claim_words import ROWS
from pipeline.language.emphasis import composed, unstressed
from pipeline.language.patterns import ready, words
from pipeline.language.research_words import RESEARCH

_BETWEEN = 80  # characters between research and what it did
_NEAR = 60  # characters before research in which somebody may own it

# In whatever language: "Sand (2019)", "Sand and Rye (2019)", "Sand's study", "the Mill School study", "in Nature".
_NAMED = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+(?: (?:et al\.|(?:en|and|&|und|et|y|e) [A-ZÀ-Þ][\w’'-]+))? \((?:19|20)\d\d[a-z]?\)"
)
_OWNED = re.compile(r"(?<=[\w,] )(?:[A-ZÀ-Þ][\w’-]+['’]s|[A-ZÀ-Þ][\w’'-]*[a-zA-Z])(?: [a-z]+){0,2} $")
# "published in Nature", "in Nature veröffentlicht".
_PUBLISHED = re.compile(
    r"\b(?:[Gg]epubliceerd|[Vv]erschenen|[Pp]ublished|[Vv]eröffentlicht|[Pp]ubliée?s?|[Pp]ublicad[oa]s?|[Pp]ubblicat[oaie])\b[^.;:]{1,30} [A-ZÀ-Þ]"
    r"|\b[Ii]n (?:[A-ZÀ-Þ]\w+ ){1,3}(?:gepubliceerd|veröffentlicht|verschenen)"
)
_WHO = re.compile(r" [A-ZÀ-Þ][\w’'-]+ (?:[a-z]{2,3} ){0,2}[A-ZÀ-Þ]")  # "in studies toonden Mira Sand en …"


@dataclass(frozen=True)
class _Patterns:
    """The words of a language, ready to use. `claim` has groups `research`, `between` and `found`, or none of them."""

    claim: re.Pattern[str]
    settled: re.Pattern[str]
    denied: re.Pattern[str]
    whose: re.Pattern[str]
    sourced: re.Pattern[str]
    research: re.Pattern[str]
    limited: re.Pattern[str]


def found_by_research(sentence: str, language: str) -> str:
    """The words by which `sentence` says that research found something, and does not say whose; or nothing."""
    patterns, said, whole = _patterns(language[:2].lower()), unstressed(sentence, language), composed(sentence)
    if patterns is None or said.rstrip('”"’»)').endswith("?"):
        return ""
    if names_source(sentence, language) or _NAMED.search(whole) or _PUBLISHED.search(whole):
        return ""
    for found in patterns.claim.finditer(said):
        if not (patterns.denied.search(found["between"]) or _whose(patterns, whole, found, language)):
            return whole[slice(*found.span())]
    if (settled := patterns.settled.search(said)) and not patterns.denied.search(said[: settled.start()][-_NEAR:]):
        return whole[slice(*settled.span())]
    return ""


def names_source(sentence: str, language: str) -> bool:
    """Whether `sentence` says in words whose figure or finding it gives: "according to the council"."""
    patterns = _patterns(language[:2].lower())
    return bool(patterns and patterns.sourced.search(unstressed(sentence, language)))


def names_research(sentence: str, language: str) -> bool:
    """Whether `sentence` speaks of research: a study, scientists."""
    patterns = _patterns(language[:2].lower())
    return bool(patterns and patterns.research.search(unstressed(sentence, language)))


def is_limited(sentence: str, language: str) -> bool:
    """Whether `sentence` says that what was measured holds for little, or that nobody else measured it."""
    patterns = _patterns(language[:2].lower())
    return bool(patterns and patterns.limited.search(unstressed(sentence, language)))


def _whose(patterns: _Patterns, whole: str, found: re.Match[str], language: str) -> bool:
    """Whether a name says whose research it is: before it, or between it and what it found."""
    before, after = whole[max(found.start() - _NEAR, 0) : found.start()], whole[found.end("research") : found.end()]
    capitals = language[:2].lower() != "de"  # where every noun has one
    owned = capitals and (_OWNED.search(before) or _WHO.match(whole, found.end()))
    return bool(owned or patterns.whose.search(after) or patterns.whose.search(whole[found.start() : found.end()]))


@cache
def _patterns(language: str) -> _Patterns | None:
    row = RESEARCH.get(language)
    if row is None:
        return None

    claim = rf"\b(?P<research>{row['research']})\b(?P<between>[^.;:?!]{{0,{_BETWEEN}}}?)\b(?P<found>{row['found']})\b"
    return _Patterns(
        ready(claim),
        words(row["settled"]),
        words(row["denied"]),
        re.compile(row["whose"]),
        words(ROWS[language]["sourced"]),
        words(row["research"]),
        words(row["limited"]),
    )
