"""How readers are addressed -> findings: two forms in one mail, or another than config.yaml says (finding 28)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.model import Edition, Finding
from pipeline.preflight.places import blocks, of_article

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
    """Findings about forms of address, in each article and between what we say and what articles say.

    Args:
        spoken: The language of the edition, and of its greeting.
        wanted: How config.yaml addresses readers, such as `je`.
    """
    used: dict[str, tuple[str, ...]] = {}
    for article in edition.articles:
        ours = "\n".join(block.text for block in blocks(article) if block.kind not in {"quote", "code"})
        place = of_article(article)
        found = forms(f"{ours}\n" + "\n".join(point.text for point in article.key_points), article.language)
        yield from _one(found, place, article.language, wanted, "Change the article")
        if article.language[:2] == spoken[:2] and article.rights != "quote":
            used[place] = found
    greeting = forms(edition.greeting or "", spoken)
    yield from _one(greeting, "greeting", spoken, wanted, "Change the greeting")
    yield from _between({"the greeting": greeting} | used)


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


def _one(found: tuple[str, ...], place: str, language: str, wanted: str | None, remedy: str) -> Iterator[Finding]:
    if len(found) > 1:
        message = f"It speaks to its readers with {found[0]} and with {found[1]}."
        yield Finding("mixed-address", "note", place, message, "Choose one of the two.")
    elif found and wanted in _ADDRESS.get(language[:2], {}) and found != (wanted,):
        message = f"It says {found[0]}, and config.yaml says {wanted}."
        yield Finding("other-address", "note", place, message, f"{remedy}, or `voice: address` in config.yaml.")


def _between(used: dict[str, tuple[str, ...]]) -> Iterator[Finding]:
    """Pieces of one mail that each have one form, and not the same one."""
    clear = {place: found[0] for place, found in used.items() if len(found) == 1}
    if len(set(clear.values())) > 1:
        first, second = dict.fromkeys(clear.values())
        place = next(place for place, form in clear.items() if form == second)
        other = next(place for place, form in clear.items() if form == first)
        message = f"It says {second}, and {other} says {first}: one mail speaks to its readers in two ways."
        yield Finding("mixed-address", "note", place, message, "Choose one of the two.")
