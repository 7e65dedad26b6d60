"""Words that claim something about health: cures, effects on the body, good against a disease, medicines, figures. Pure.

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

from pipeline import language as languages
from pipeline.language.claim_words import BOOKING, MEDICINES, ROWS
from pipeline.language.effect_words import EFFECTS
from pipeline.language.emphasis import composed, unstressed
from pipeline.language.grave_words import GRAVE
from pipeline.language.patterns import ready, words

Kind = Literal["cure", "effect", "disease", "medicine"]

_DISEASE = "says that something does good against a disease, or against what foretells one; of food, EU law forbids it (regulation 1169/2011)"
_EFFECT = (
    "says what something does to the body; of food, EU law allows that in approved words only (regulation 1924/2006)"
)
_WITHOUT = "says that health can do without treatment, medicine or doctor, which may keep somebody from help"
_MEDICINE = "speaks of a medicine; EU law forbids advertising those on prescription (directive 2001/83/EC)"
_NEAR = 40  # characters in which a word may deny a claim
_AROUND = 120  # characters on either side of "without a doctor" in which it may do good
_BETWEEN = 60  # characters between a benefit and its disease
_BESIDE = 40  # characters between an effect and what of the body it is on, and in which that may be a plant's


@dataclass(frozen=True)
class Claim:
    """A claim in a sentence: of which kind, the words that make it, and the reason to look at it."""

    kind: Kind
    words: str
    reason: str


@dataclass(frozen=True)
class _Patterns:
    """The words of a language, ready to use; of each cure word its kind, pattern and what denies it."""

    cure: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]
    effect: re.Pattern[str]
    plants: re.Pattern[str]
    less: re.Pattern[str]
    disease: re.Pattern[str]
    denied: re.Pattern[str]
    advises: re.Pattern[str]
    figure: re.Pattern[str]
    statistical: re.Pattern[str]
    share: re.Pattern[str]
    without: re.Pattern[str]
    well: re.Pattern[str]
    grown: re.Pattern[str]


_NAMED = re.compile(rf"\b(?:{MEDICINES})\b", re.IGNORECASE)
_BOOKING = re.compile(rf"\b(?:{BOOKING})", re.IGNORECASE)
_PERCENT = r"(?<!\d)\d+(?:[.,]\d+)?\s?(?:%|procent|percent|per cent|prozent|pour cent|por ciento|per cento)(?!\w)"
# Before a word that begins a sentence; and what is no such word but says of what kind something is.
_DETERMINERS = re.compile(
    r"\W*(?:(?:the|all|most|many|some|other|such|de|het|alle|veel|sommige|die|das|der|viele|manche|les|des|certains|los|las|algunos|muchos|i|gli|molti|alcuni) )*",
    re.IGNORECASE,
)
_MEDICINAL = re.compile(r"medicinale?s?|médicinale?s?|médicinaux", re.IGNORECASE)
# What is a percentage of a price, in whatever language.
_PRICE = re.compile(
    r"korting|discount|\d\s?% off\b|rabatt|\bremise|réduction de|descuento|\bsconto|btw\b|\bvat\b", re.IGNORECASE
)


def knows(language: str) -> bool:
    """Whether claims can be found in a language (a BCP 47 tag)."""
    return language[:2].lower() in ROWS


def claims(sentence: str, language: str) -> Iterator[Claim]:
    """What `sentence` claims, one of each kind. What denies a claim, or sends its reader to a doctor, makes none."""
    said, whole = unstressed(sentence, language), composed(sentence)
    patterns, grave = _patterns(language[:2].lower()), _grave(language[:2].lower())
    if sends_to_doctor(sentence, language):
        return
    medicine = _NAMED.search(said)
    if patterns is not None and grave is not None:
        medicine = medicine or _said(grave.prescribed, said, patterns.denied) or _of_medicines(said, patterns)
        if cure := _cure(said, patterns, but="medicine" if medicine else ""):
            kind, found = cure
            yield Claim("cure", whole[slice(*found.span())], _CURES[kind])
        elif without := _without(said, patterns):
            yield Claim("cure", whole[slice(*without.span())], _WITHOUT)
        if effect := _effect(said, patterns):
            yield Claim("effect", whole[slice(*effect.span())], _EFFECT)
        elif disease := _said(patterns.disease, said, patterns.denied):
            yield Claim("disease", whole[slice(*disease.span())], _DISEASE)
    if medicine:
        yield Claim("medicine", whole[slice(*medicine.span())], _MEDICINE)


def heals(text: str, language: str) -> bool:
    """Whether a sentence of `text` speaks of a cure or a medicine, with which nobody is cheerful whatever the topic."""
    found = (claim for sentence in languages.in_lines(text, language) for claim in claims(sentence, language))
    return any(claim.kind in {"cure", "medicine"} for claim in found)


def _cure(said: str, patterns: _Patterns, but: str) -> tuple[str, re.Match[str]] | None:
    """The first cure word that nothing denies, of another kind than `but`: who prescribes a medicine, calls it one."""
    found = ((kind, _said(one, said, denied)) for kind, one, denied in patterns.cure if kind != but)
    return next(((kind, match) for kind, match in found if match), None)


def _of_medicines(said: str, patterns: _Patterns) -> re.Match[str] | None:
    """The word for medicines of which a sentence tells something: it calls nothing else one."""
    found = next((one.search(said) for kind, one, _ in patterns.cure if kind == "medicine"), None)
    begins = found and _DETERMINERS.fullmatch(said[: found.start()]) and not _MEDICINAL.fullmatch(found[0])
    return found if begins else None


def _effect(said: str, patterns: _Patterns) -> re.Match[str] | None:
    """The words that say what something does to a body, and not to a plant."""
    found = _said(patterns.effect, said, patterns.denied)
    if found is None or patterns.plants.search(said[found.start() : found.end() + _BESIDE]):
        return None
    return None if patterns.less.search(" ".join(said[: found.start()].rsplit(maxsplit=2)[-2:])) else found


def _without(said: str, patterns: _Patterns) -> re.Match[str] | None:
    """The words that put something in the place of treatment, medicine or doctor, where that does people good."""
    if patterns.grown.search(said):
        return None
    for found in patterns.without.finditer(said):
        before, after = said[max(found.start() - _AROUND, 0) : found.start()], said[found.end() :][:_AROUND]
        needed = patterns.denied.search(" ".join(before.split()[-2:]))  # "cannot do without a doctor"
        around = " ".join([*before.split(), *after.split()])
        if not needed and _said(patterns.well, around, patterns.denied):
            return found
    return None


def loss(text: str, language: str) -> str:
    """The words by which `text` tells of a lost or ended pregnancy or of a suicide, or nothing."""
    grave = _grave(language[:2].lower())
    found = grave and grave.lost.search(unstressed(text, language))
    return composed(text)[slice(*found.span())] if found else ""


def is_grave(text: str, language: str) -> bool:
    """Whether `text` speaks of what nobody tells cheerfully, and so without a 💡.

    That is a medicine, a lost or ended pregnancy, a suicide, the death of people, abuse, a diagnosis that changes a
    life. What is denied counts too: "a miscarriage is nobody's fault". Of a language without a row only medicines by
    name are known.
    """
    said, grave = unstressed(text, language), _grave(language[:2].lower())
    return bool(_NAMED.search(said) or (grave and any(one.search(said) for one in grave.all)))


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
    return bool(patterns and patterns.advises.search(unstressed(sentence, language)))


def figure(sentence: str, language: str, *, of_people: bool = True) -> str:
    """The figure by which `sentence` tells of people, risk or effect: `40%`, `1 op de 5`; or nothing.

    Args:
        of_people: False for a percentage of whatever, but of a price.
    """
    patterns = _patterns(language[:2].lower())
    said, whole = unstressed(sentence, language), composed(sentence)
    if patterns is None or _PRICE.search(said):
        return ""
    if share := patterns.share.search(said):
        return whole[slice(*share.span())]
    found = patterns.figure.search(said)
    return found[0] if found and (not of_people or patterns.statistical.search(said)) else ""


def books(label: str) -> bool:
    """Whether a button asks its reader to make an appointment, in whatever language."""
    return bool(_BOOKING.search(label))


def _said(pattern: re.Pattern[str], sentence: str, denied: re.Pattern[str]) -> re.Match[str] | None:
    """The first claim in `sentence` that nothing near it denies, or nothing."""
    for found in pattern.finditer(sentence):
        before = re.split(r"[,;:()–—]", sentence[max(found.start() - _NEAR, 0) : found.start()])[-1].split()[-4:]
        after = sentence[found.end() : found.end() + _NEAR].split()[:2]
        if not any(denied.search(" ".join(piece)) for piece in (before, after, [found[0]])):
            return found
    return None


@cache
def _patterns(language: str) -> _Patterns | None:
    row: Mapping[str, str] | None = ROWS.get(language)
    if row is None:
        return None

    denied = words(row["denied"])
    unhealed = words(f"{row['denied']}|{row['things']}")
    # Not across the end of a clause, nor across a word that tells of harm ("… reduces sleep and causes migraine").
    gap = rf"(?:(?!\b(?:{row['harm']})\b)[^.;:!?]){{1,{_BETWEEN}}}?"
    diseases = rf"\b(?:{row['diseases']}|{EFFECTS[language]['low']})\b"
    helped = rf"\b(?:{row['benefit']})\b{gap}{diseases}"
    relieved = rf"{diseases}{gap}(?<!-)\b(?:{row['relieved']})\b"
    return _Patterns(
        cure=tuple((kind, words(row[kind]), unhealed if kind == "heals" else denied) for kind in _CURES),
        effect=ready(_effects(EFFECTS[language], row["harm"])),
        plants=words(EFFECTS[language]["plants"]),
        less=words(EFFECTS[language]["less"]),
        disease=ready(rf"{helped}|{relieved}"),
        denied=denied,
        advises=ready(
            rf"\b(?:{row['asks']})\b.{{0,{_BETWEEN}}}\b(?:{row['doctor']})|\b(?:{row['doctor']}).{{0,{_BETWEEN}}}\b(?:{row['asks']})\b"
        ),
        figure=ready(_PERCENT),
        statistical=words(row["statistical"]),
        share=words(row["share"]),
        without=ready(rf"\b{row['without']}\s?\b(?:{row['care']})\b"),
        well=words(row["well"]),
        grown=words(row["grown"]),
    )


def _effects(row: Mapping[str, str], harm: str) -> str:
    """What makes less of `low` or more of `high`, whichever of the two stands first."""
    gap = rf"(?:(?!\b(?:{harm}|{row['less']})\b)[^.;:!?]){{1,{_BESIDE}}}?"
    pairs = [
        rf"\b(?:{row[first]}){gap}\b(?:{row[then]})\b"
        for first, then in (("lowers", "low"), ("low", "lowered"), ("raises", "high"), ("high", "raised"))
    ]
    return "|".join([*pairs, rf"\b(?:{row['at_once']})\b"])


@dataclass(frozen=True)
class _Grave:
    """What nobody tells cheerfully in a language, ready to use."""

    prescribed: re.Pattern[str]
    lost: re.Pattern[str]
    warns: re.Pattern[str]
    all: tuple[re.Pattern[str], ...]


@cache
def _grave(language: str) -> _Grave | None:
    row = GRAVE.get(language)
    if row is None:
        return None

    prescribed, lost = words(row["prescribed"]), words(row["lost"])
    others = words(row["grave"]), words(ROWS[language]["medicine"])
    return _Grave(prescribed, lost, words(row["warns"]), (prescribed, lost, *others))


_CURES: Mapping[str, str] = {
    "heals": "says that something heals; of food, EU law forbids it (regulation 1169/2011)",
    "medicine": "calls something a medicine, as only an approved one may be presented (directive 2001/83/EC)",
    "wonder": "promises a wonder, or an end to complaints",
    "cleanses": "says that the body is cleansed, a health claim that needs approval (regulation 1924/2006)",
}
