"""How readers are addressed -> findings: two forms in one mail, or another than config.yaml says (finding 28)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from pipeline.model import Article, Edition, Finding, OwnBlock
from pipeline.preflight.places import blocks, of_article, of_own

# By language: formally, then informally. Words that mean other things too are left out, and so are verbs: it is better
# to miss one than to be wrong every week. A capital within a sentence is German's and Danish's mark of the formal.
_WITHIN = r"(?<=[\w,;:–] )"
_ADDRESS = {
    "nl": {"u": r"\b(?:u|uw|uzelf)\b", "je": r"\b(?:je|jij|jou|jouw|jullie|jezelf)\b"},
    "de": {
        "Sie": rf"{_WITHIN}(?:Sie|Ihnen|Ihre?[nmrs]?)\b",
        "du": r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?|[Ee]uch|[Ee]uer|[Ee]ure[nmrs]?)\b",
    },
    "fr": {"vous": r"\b(?:vous|votre|vos|vôtres?)\b", "tu": r"\b(?:tu|toi|tes|t['’](?=[aeéiouh]))"},
    "es": {"usted": r"\b(?:usted|ustedes)\b", "tú": r"\b(?:tú|ti|contigo|tuy[oa]s?|vosotr[oa]s|vuestr[oa]s?)\b"},
    "it": {"Lei": rf"{_WITHIN}(?:Lei|Suo|Sua|Suoi|Sue|La prego|Le)\b", "tu": r"\b(?:tu|tuo|tua|tuoi|tue|te stess[oa])\b"},
    "pt": {"você": r"\b(?:vocês?|o senhor|a senhora)\b", "tu": r"\b(?:tu|teu|tua|teus|tuas|contigo)\b"},
    "pl": {"Pan": rf"{_WITHIN}(?:Pan|Pani|Pana|Panu|Panią|Państw[oau])\b", "ty": r"\b(?:ty|ciebie|tobie|twój|twoja|twoje|twoim)\b"},
    "da": {"De": rf"{_WITHIN}(?:De|Dem|Deres)\b", "du": r"\b(?:du|dig|din|dit|dine)\b"},
    "cs": {"vy": r"\b(?:vy|vám|vámi|váš|vaše|vaší|vašich)\b", "ty": r"\b(?:ty|tebe|tobě|tvůj|tvoje|tvá)\b"},
}  # fmt: skip
# Words of others are no address of ours.
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘[^’]{12,}’")


def check(edition: Edition, spoken: str, wanted: str | None) -> Iterator[Finding]:
    """Findings about forms of address, in each piece by itself and between what we say and what articles say.

    Args:
        spoken: The language of the edition, and of its greeting.
        wanted: How config.yaml addresses readers, such as `je`.
    """
    quoted = {of_article(article) for article in edition.articles if article.rights == "quote"}
    used: dict[str, tuple[str, ...]] = {}
    for place, language, text in _pieces(edition, spoken):
        found = forms(text, language)
        yield from _one(found, place, language, wanted)
        if language[:2] == spoken[:2] and place not in quoted:
            used[place] = found
    yield from _between(used)


def _pieces(edition: Edition, spoken: str) -> Iterator[tuple[str, str, str]]:
    """Place, language and words of what we say, and then of each article."""
    yield "greeting", spoken, edition.greeting or ""
    for (name, language), some in groupby(edition.own_blocks, lambda block: (block.name, block.language)):
        yield of_own(edition.newsletter, name), language, "\n".join(map(_words, some))
    for article in edition.articles:
        yield of_article(article), article.language, _words(article)


def _words(piece: Article | OwnBlock) -> str:
    said = [block.text for block in blocks(piece) if block.kind not in {"quote", "code"}]
    return "\n".join([*said, *(point.text for point in piece.key_points)])


def forms(text: str, language: str) -> tuple[str, ...]:
    """The forms of address in `text`, such as `("u", "je")`; none in languages that have but one."""
    return tuple(name for name, pattern in _patterns(language[:2]).items() if pattern.search(_QUOTED.sub(" ", text)))


@lru_cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    capitals = {"Sie", "du", "Lei", "Pan", "De"}  # these tell by a capital, or name both spellings
    return {
        name: re.compile(
            pattern, re.NOFLAG if name in capitals and language in {"de", "it", "pl", "da"} else re.IGNORECASE
        )
        for name, pattern in _ADDRESS.get(language, {}).items()
    }


def _one(found: tuple[str, ...], place: str, language: str, wanted: str | None) -> Iterator[Finding]:
    if len(found) > 1:
        message = f"It speaks to its readers with {found[0]} and with {found[1]}."
        yield Finding("mixed-address", "note", place, message, "Choose one of the two.")
    elif found and wanted in _ADDRESS.get(language[:2], {}) and found != (wanted,):
        message = f"It says {found[0]}, and config.yaml says {wanted}."
        remedy = "Change it there, or `voice: address` in config.yaml."
        yield Finding("other-address", "note", place, message, remedy)


def _between(used: dict[str, tuple[str, ...]]) -> Iterator[Finding]:
    """Pieces of one mail that each have one form, and not the same one."""
    clear = {place: found[0] for place, found in used.items() if len(found) == 1}
    if len(set(clear.values())) > 1:
        first, second = dict.fromkeys(clear.values())
        place = next(place for place, form in clear.items() if form == second)
        other = next(place for place, form in clear.items() if form == first)
        who = "the greeting" if other == "greeting" else other
        message = f"It says {second}, and {who} says {first}: one mail speaks to its readers in two ways."
        yield Finding("mixed-address", "note", place, message, "Choose one of the two.")
