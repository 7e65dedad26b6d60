"""Words that claim something about health: cures, good done against a disease, medicines by name, figures. Pure.

A row a language, and each kind of claim with its reason; of a language without a row only medicines are known. The words
are those that few others resemble: a claim that is missed here is read by a person, one found in every text is read by
nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.language.claim_words import BOOKING, MEDICINES, ROWS
from pipeline.language.emphasis import unstressed
from pipeline.language.grave_words import GRAVE

Kind = Literal["cure", "disease", "medicine"]

_DISEASE = "says that something does good against a disease; of food, EU law forbids it (regulation 1169/2011)"
_MEDICINE = "names a medicine; EU law forbids advertising those on prescription (directive 2001/83/EC)"
_NEAR = 40  # characters in which a word may deny a claim
_BETWEEN = 60  # characters between a benefit and its disease


@dataclass(frozen=True)
class Claim:
    """A claim in a sentence: of which kind, the words that make it, and the reason to look at it."""

    kind: Kind
    words: str
    reason: str


@dataclass(frozen=True)
class _Patterns:
    """The words of a language, ready to use."""

    cure: tuple[tuple[re.Pattern[str], str], ...]
    disease: re.Pattern[str]
    denied: re.Pattern[str]
    advises: re.Pattern[str]
    figure: re.Pattern[str]
    statistical: re.Pattern[str]
    share: re.Pattern[str]
    sourced: re.Pattern[str]


_NAMED = re.compile(rf"\b(?:{MEDICINES})\b", re.IGNORECASE)
_BOOKING = re.compile(rf"\b(?:{BOOKING})", re.IGNORECASE)
_PERCENT = r"\d+(?:[.,]\d+)?\s?(?:%|procent|percent|per cent|prozent|pour cent|por ciento|per cento)(?!\w)"
# What is a percentage of a price, in whatever language.
_PRICE = re.compile(
    r"korting|discount|\d\s?% off\b|rabatt|\bremise|réduction de|descuento|\bsconto|btw\b|\bvat\b", re.IGNORECASE
)


def knows(language: str) -> bool:
    """Whether claims can be found in a language (a BCP 47 tag)."""
    return language[:2].lower() in ROWS


def claims(sentence: str, language: str) -> Iterator[Claim]:
    """What `sentence` claims, one of each kind. What denies a claim, or sends its reader to a doctor, makes none."""
    patterns = _patterns(language[:2].lower())
    if sends_to_doctor(sentence, language):
        return
    if patterns is not None:
        cures = ((found, why) for pattern, why in patterns.cure if (found := _said(pattern, sentence, patterns.denied)))
        if cure := next(cures, None):
            yield Claim("cure", cure[0], cure[1])
        if found := _said(patterns.disease, sentence, patterns.denied):
            yield Claim("disease", found, _DISEASE)
    if named := _NAMED.search(sentence):
        yield Claim("medicine", named[0], _MEDICINE)


def is_grave(text: str, language: str) -> bool:
    """Whether `text` speaks of what nobody tells cheerfully, and so without a 💡.

    That is a medicine, a lost or ended pregnancy, a suicide, the death of people, abuse, a diagnosis that changes a
    life. What is denied counts too: "a miscarriage is nobody's fault". Of a language without a row only medicines by
    name are known.
    """
    said, grave = unstressed(text, language), _grave(language[:2].lower())
    return bool(_NAMED.search(said) or (grave and grave.any.search(said)))


def warns(sentence: str, language: str) -> bool:
    """Whether `sentence` says where the limits of a treatment or of research are, and so goes with what it limits.

    It tells of side effects or supervision, sends to a doctor, or says that research does not agree or suffice yet.
    """
    grave = _grave(language[:2].lower())
    found = grave and grave.warns.search(unstressed(sentence, language))
    return bool(found) or sends_to_doctor(sentence, language)


def sends_to_doctor(sentence: str, language: str) -> bool:
    """Whether `sentence` sends its reader to somebody who may advise."""
    patterns = _patterns(language[:2].lower())
    return bool(patterns and patterns.advises.search(sentence))


def figure(sentence: str, language: str) -> str:
    """The figure by which `sentence` tells of people, risk or effect: `40%`, `1 op de 5`; or nothing."""
    patterns = _patterns(language[:2].lower())
    if patterns is None or _PRICE.search(sentence):
        return ""
    if share := patterns.share.search(sentence):
        return share[0]
    found = patterns.figure.search(sentence)
    return found[0] if found and patterns.statistical.search(sentence) else ""


def names_source(sentence: str, language: str) -> bool:
    """Whether `sentence` says in words whose figure it gives: "according to the council"."""
    patterns = _patterns(language[:2].lower())
    return bool(patterns and patterns.sourced.search(sentence))


def books(label: str) -> bool:
    """Whether a button asks its reader to make an appointment, in whatever language."""
    return bool(_BOOKING.search(label))


def _said(pattern: re.Pattern[str], sentence: str, denied: re.Pattern[str]) -> str:
    """The words of the first claim in `sentence` that nothing near it denies, or nothing."""
    for found in pattern.finditer(sentence):
        before = re.split(r"[,;:()–—]", sentence[max(found.start() - _NEAR, 0) : found.start()])[-1].split()[-4:]
        after = sentence[found.end() : found.end() + _NEAR].split()[:2]
        inside = found[0]
        if not any(denied.search(" ".join(piece)) for piece in (before, after)) and not denied.search(inside):
            return inside
    return ""


@cache
def _patterns(language: str) -> _Patterns | None:
    row: Mapping[str, str] | None = ROWS.get(language)
    if row is None:
        return None

    def ready(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    # Not across the end of a clause, nor across a word that tells of harm ("… reduces sleep and causes migraine").
    gap = rf"(?:(?!\b(?:{row['harm']})\b)[^.;:!?]){{1,{_BETWEEN}}}?"
    helped = rf"\b(?:{row['benefit']})\b{gap}\b(?:{row['diseases']})\b"
    relieved = rf"\b(?:{row['diseases']})\b{gap}(?<!-)\b(?:{row['relieved']})\b"
    return _Patterns(
        cure=tuple((ready(rf"\b(?:{words})\b"), why) for words, why in _cures(row)),
        disease=ready(rf"{helped}|{relieved}"),
        denied=ready(rf"\b(?:{row['denied']})\b"),
        advises=ready(
            rf"\b(?:{row['asks']})\b.{{0,{_BETWEEN}}}\b(?:{row['doctor']})|\b(?:{row['doctor']}).{{0,{_BETWEEN}}}\b(?:{row['asks']})\b"
        ),
        figure=ready(_PERCENT),
        statistical=ready(rf"\b(?:{row['statistical']})\b"),
        share=ready(rf"\b(?:{row['share']})\b"),
        sourced=ready(rf"\b(?:{row['sourced']})\b"),
    )


@dataclass(frozen=True)
class _Grave:
    """What nobody tells cheerfully in a language, ready to use."""

    any: re.Pattern[str]
    warns: re.Pattern[str]


@cache
def _grave(language: str) -> _Grave | None:
    row = GRAVE.get(language)
    if row is None:
        return None
    words = "|".join((row["prescribed"], row["lost"], row["grave"], ROWS[language]["medicine"]))
    return _Grave(*(re.compile(rf"\b(?:{one})\b", re.IGNORECASE) for one in (words, row["warns"])))


_CURES: Mapping[str, str] = {
    "heals": "says that something heals; of food, EU law forbids it (regulation 1169/2011)",
    "medicine": "calls something a medicine, as only an approved one may be presented (directive 2001/83/EC)",
    "wonder": "promises a wonder, or an end to complaints",
    "cleanses": "says that the body is cleansed, a health claim that needs approval (regulation 1924/2006)",
}


def _cures(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((row[name], why) for name, why in _CURES.items())
