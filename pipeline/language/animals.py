"""Where a text tells of a study in animals, and whether another text says that it was one. Pure.

A row a language in `animal_words.py`; of a language without one nothing is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.language.animal_words import ANIMALS
from pipeline.language.claim_words import ROWS
from pipeline.language.emphasis import composed, unstressed
from pipeline.language.patterns import words

_LEAST, _SHARE = 3, 4  # an article is about what three of its blocks, and one in four, name


@dataclass(frozen=True)
class _Patterns:
    """The words of a language, ready to use."""

    alone: re.Pattern[str]
    animals: re.Pattern[str]
    found_in: re.Pattern[str]
    study: re.Pattern[str]
    counted: re.Pattern[str]
    body: re.Pattern[str]
    outside: re.Pattern[str]
    cages: re.Pattern[str]
    desks: re.Pattern[str]
    living: re.Pattern[str]
    people: re.Pattern[str]
    any: re.Pattern[str]
    denied: re.Pattern[str]


def studied(sentences: Sequence[str], language: str) -> str:
    """The words by which `sentences`, in their order, tell of a study in animals; or nothing.

    Mice count where one sentence tells of them and of research, or where they were counted or research stands beside
    them, and what is said is of bodies; in sheds, traps and kitchens they do not.
    """
    patterns = _patterns(language[:2].lower())
    if patterns is None:
        return ""
    said = [unstressed(sentence, language) for sentence in sentences]
    for place, one in enumerate(said):
        found = _alone(one, patterns) or _in_animals(one, " ".join(said[max(place - 1, 0) : place + 2]), patterns)
        if found:
            return composed(sentences[place])[slice(*found.span())]
    return ""


def tells_of_people(text: str, language: str) -> bool:
    """Whether `text` names people as those who were studied may be named: adults, volunteers, women."""
    patterns = _patterns(language[:2].lower())
    return bool(patterns and patterns.people.search(unstressed(text, language)))


def names_animals(text: str, language: str) -> bool:
    """Whether `text` says that it speaks of animals, whichever."""
    patterns, said = _patterns(language[:2].lower()), unstressed(text, language)
    kinds = (patterns.any, patterns.animals, patterns.living, patterns.alone) if patterns else ()
    return any(kind.search(said) for kind in kinds)


def about_animals(title: str, texts: Sequence[str], language: str) -> bool:
    """Whether an article is about animals that live with people or near them, so that nobody takes them for people."""
    patterns = _patterns(language[:2].lower())
    if patterns is None:
        return False
    named, said = unstressed(title, language), [unstressed(text, language) for text in texts]
    kept = patterns.animals.search(named) and any(
        kind.search(named) or _often(kind, said) for kind in (patterns.outside, patterns.cages)
    )
    return bool(patterns.living.search(named) or kept or _often(patterns.living, said))


def _often(pattern: re.Pattern[str], said: Sequence[str]) -> bool:
    count = sum(bool(pattern.search(one)) for one in said)
    return count >= _LEAST and count * _SHARE >= len(said)


def _alone(said: str, patterns: _Patterns) -> re.Match[str] | None:
    """What says at once that animals were studied, unless it is denied: "soap without animal experiments"."""
    for found in patterns.alone.finditer(said):
        if not patterns.denied.search(" ".join(said[: found.start()].rsplit(maxsplit=3)[-3:])):
            return found
    return None


def _in_animals(said: str, around: str, patterns: _Patterns) -> re.Match[str] | None:
    """What names research animals in `said`, where that or the sentences `around` it tell of a study in them."""
    named = patterns.found_in.search(said)
    found = named or patterns.counted.search(said) or patterns.animals.search(said)
    if not found or patterns.outside.search(around) or patterns.desks.search(said):
        return None
    hunted = patterns.living.search(said) and not (named and patterns.body.search(said))  # "owls take mice, it found"
    if patterns.study.search(said) and not hunted:
        return found
    counted = patterns.counted.search(said) or patterns.study.search(around)
    return found if counted and patterns.body.search(around) and not patterns.cages.search(around) else None


@cache
def _patterns(language: str) -> _Patterns | None:
    row = ANIMALS.get(language)
    if row is None:
        return None

    before = {kind: words(rf"(?:{row[kind]}) (?:{row['animals']})") for kind in ("found_in", "counted")}
    rows = {kind: words(alternatives) for kind, alternatives in row.items() if kind not in before}
    return _Patterns(denied=words(ROWS[language]["denied"]), **rows, **before)
