"""How readers are addressed -> findings: two forms in one mail, or another than config.yaml says (finding 28)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from pipeline.model import Article, Edition, Finding, OwnBlock
from pipeline.preflight.places import blocks, of_article, of_own
from pipeline.preflight.wording import flat

# By language: formally, then informally. Words that mean other things too are left out, and so are verbs: it is better
# to miss one than to be wrong every week. A capital within a sentence is German's and Danish's mark of the formal, and
# before another it is a name's: Le Corbusier, Sua Santità, Pan Tadeusz, De Forenede Nationer. A number before `u` or a
# stroke beside it makes it an hour, a hyphen or an article a letter: 80 km/u, een U-bocht, de U van uitleg.
_WITHIN = r"(?<=[\w,;–] )"
_NO_NAME = r"(?! (?-i:[A-ZÀ-ÞĄĆĘŁŃŚŹŻ]))"
_PRONOUN = (
    r"(?<![./'’-])(?<!\d )"
    r"(?-i:(?=u)|(?<!\b[dD]e )(?<!\been )(?<!letter )(?<!klinker )(?!U (?:voor|staat voor|betekent|=)))"
    r"u(?![-/'’]|\.\w)"
)
_ADDRESS = {
    "nl": {
        "u": rf"\b(?:{_PRONOUN}|(?!(?-i:UW\b))uw|uzelf)\b",
        "je": r"\b(?:je|jij|jou|jouw|jullie|jezelf)\b",
    },
    "de": {
        "Sie": rf"{_WITHIN}(?:Sie|Ihnen|Ihre?[nmrs]?)\b",
        "du": r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?|[Ee]uch|[Ee]uer|[Ee]ure[nmrs]?)\b",
    },
    "fr": {
        "vous": r"(?<!rendez-)(?<!à-)\b(?:vous|votre|vos|vôtres?)\b",
        # “Il s’est tu” says that he was silent.
        "tu": r"(?<!est )(?<!suis )(?<!sont )(?<!était )(?:\b(?:tu|toi|tes)\b|(?<![\w-])t['’](?=[aeéiouh]))",
    },
    "es": {"usted": r"\b(?:usted|ustedes)\b", "tú": r"\b(?:tú|ti|contigo|tuy[oa]s?|vosotr[oa]s|vuestr[oa]s?)\b"},
    "it": {
        "Lei": rf"{_WITHIN}(?:Lei|Suo|Sua|Suoi|Sue|La prego|Le)\b{_NO_NAME}",
        "tu": r"\b(?:tu|tuo|tua|tuoi|tue|te stess[oa])\b",
    },
    "pt": {
        "você": rf"\b(?:vocês?|(?:o (?-i:s)enhor|a (?-i:s)enhora){_NO_NAME})\b",
        "tu": r"\b(?:tu|teu|tua|teus|tuas|contigo)\b",
    },
    "pl": {
        "Pan": rf"{_WITHIN}(?:Pan|Pani|Pana|Panu|Panią|Państw[oau])\b{_NO_NAME}",
        "ty": r"\b(?:ty|ciebie|tobie|twój|twoja|twoje|twoim)\b",
    },
    "da": {"De": rf"{_WITHIN}(?:De|Dem|Deres)\b{_NO_NAME}", "du": r"\b(?:du|dig|din|dit|dine)\b"},
    "cs": {"vy": r"\b(?:vy|vám|vámi|váš|vaše|vaší|vašich)\b", "ty": r"\b(?:tebe|tobě|tebou|tvůj|tvoje|tvá)\b"},
}
# Words of others are no address of ours: in quotation marks, behind a dash that begins a line, after “she asked:”.
_QUOTED = re.compile(
    r"“[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»|»[^«»\n]*«|\"[^\"\n]*\"|‘[^‘’\n]{12,}’|‚[^‚‘\n]*‘|(?<!\w)'[^'\n]{12,}'(?!\w)"
    r"|^[ \t]*[—–-][ \t][^\n]*"
    r"|\b(?:zegt|zei|vraagt|vroeg|denkt|dacht|riep|schreef|sagt|sagte|fragt|fragte|rief|schrieb|demande|répond"
    r"|répondit|dijo|dice|preguntó|pregunta|disse|chiede|chiese|perguntou|siger|sagde|spurgte)\b[^.!?:\n]{0,40}:[^.!?\n]*",
    re.IGNORECASE | re.MULTILINE,
)
_AROUND = 25  # characters beside a word that a message shows


def check(edition: Edition, spoken: str, wanted: str | None) -> Iterator[Finding]:
    """Findings about forms of address, in each piece by itself and between what we say and what articles say.

    Args:
        spoken: The language of the edition, and of its greeting.
        wanted: How config.yaml addresses readers, such as `je`.
    """
    quoted = {of_article(article) for article in edition.articles if article.rights == "quote"}
    used: dict[str, tuple[str, ...]] = {}
    for place, language, text in _pieces(edition, spoken):
        yield from of(place, text, language, wanted)
        if language[:2] == spoken[:2] and place not in quoted:
            used[place] = forms(text, language)
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
    return tuple(name for name, found in _said(text, language).items() if found)


def _said(text: str, language: str) -> dict[str, list[str]]:
    """By form of address, the words around each place where `text` has it."""
    own = _QUOTED.sub(" ", text)
    return {name: [_around(own, one) for one in found.finditer(own)] for name, found in _patterns(language[:2]).items()}


def _around(text: str, match: re.Match[str]) -> str:
    """A match and the whole words beside it on its line."""
    before = text[max(match.start() - _AROUND, 0) : match.start()].rpartition("\n")[2]
    after = text[match.end() : match.end() + _AROUND].partition("\n")[0]
    before = before.partition(" ")[2] if len(before) == _AROUND else before
    after = after.rpartition(" ")[0] if len(after) == _AROUND else after
    return flat(f"{before}{match[0]}{after}")


@lru_cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    capitals = {"Sie", "du", "Lei", "Pan", "De"}  # these tell by a capital, or name both spellings
    return {
        name: re.compile(
            pattern, re.NOFLAG if name in capitals and language in {"de", "it", "pl", "da"} else re.IGNORECASE
        )
        for name, pattern in _ADDRESS.get(language, {}).items()
    }


def of(place: str, text: str, language: str, wanted: str | None) -> Iterator[Finding]:
    """What one piece of text says by itself: two forms, or another than is `wanted`."""
    said = _said(text, language)
    found = tuple(form for form, places in said.items() if places)
    if len(found) > 1:
        seldom = min(found, key=lambda form: len(said[form]))
        message = (
            f"It speaks to its readers with {found[0]} and with {found[1]}: {seldom} stands in “{said[seldom][0]}”."
        )
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
