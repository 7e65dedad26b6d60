"""Whom a text means by “he says”, or by a name of which it gave more before. Pure, and rather nobody than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from pipeline.language import naming
from pipeline.language.saying_words import FUNCTION, KIN, OF_HER, OF_HIM, SAYS
from pipeline.model import Article

_LONGEST = 5_000  # characters of a paragraph that is looked through
_HE, _SHE = "he|hij|er|il|él|lui", "she|zij|ze|sie|elle|ella|lei"
_SAYS_SO = re.compile(
    rf"\b{SAYS}(?: |-(?:t-)?)(?:(?P<he>{_HE})|(?P<she>{_SHE}))\b|\b(?i:(?P<he_first>{_HE})|(?P<she_first>{_SHE})) {SAYS}"
)
_NAME = re.compile(rf"(?<!\w)(?:(?:{FUNCTION}) )?(?P<name>{naming.NAME})")
# A name at the beginning of a sentence, or one that is told of behind a comma, is somebody's where “he says” follows.
_BEGINS = re.compile(r"(?:^|[.!?:…]\W{1,3})\W*(?:\w+ )?$")
_TOLD_OF = re.compile(r"(?:,| \(| –| —) ?(?:[a-zà-ÿ]|\d{2}\b)| [a-zà-ÿ]")
_PLACED = re.compile(
    r"\b(?:at|in|near|bij|te|uit|bei|am|im|aus|à|en|presso|desde|from|der|the|het|die|das)\s$", re.IGNORECASE
)
_NO_PERSON = re.compile(
    r"\b(?:universi\w*|college|school|academy|institut\w*|hochschule|akademie|schule|school|escuela|scuola|école|street|road|straat|straße|rue|calle"
    r"|via|park|market|garden|ltd|gmbh|bv|foundation|stichting|verein|association|council|city|stad|stadt)\b",
    re.IGNORECASE,
)
# They begin a sentence before a name, and belong to none.
_NO_NAME = re.compile(
    r"(?:volgens|aldus|according|laut|selon|según|secondo|gisteren|vandaag|morgen|yesterday|today|tomorrow|gestern|heute|hier|demain|ayer|hoy|ieri|oggi"
    r"|later|even|only|even|zelfs|sogar|même|incluso|perfino|thanks|dank|gracias|grâce|grazie|dear|lieve|beste|liebe[rs]?|chère?|querid[oa]|car[oa])\b",
    re.IGNORECASE,
)
_KIN = re.compile(rf"\b(?:{KIN})\b", re.IGNORECASE)


def has_pronoun(text: str) -> bool:
    """Whether `text` says of its speaker no more than “he says” or “says she”."""
    return bool(_SAYS_SO.search(text))


def by_pronoun(text: str, before: Iterable[str], language: str) -> str:
    """The name of who is meant by “he says” in `text`: the one person told of in it, or else in the nearest of `before`.

    Nothing where there are two of them, or a relative without a name.
    """
    found = _SAYS_SO.search(text)
    if not found:
        return ""
    not_of = OF_HER if found["he"] or found["he_first"] else OF_HIM
    for one in (text, *before):
        told = one[:_LONGEST]
        named = _merged(_told_of(told, language))
        if named or _KIN.search(told):
            sole = named[0] if len(named) == 1 and not _KIN.search(told) else ""
            return "" if sole.split(" ")[0].rstrip(".").casefold() in not_of else sole
    return ""


def in_full(name: str, article: Article) -> str:
    """`name` as the article gives it in full, where it is one word of a single name there."""
    if " " in name or not name:
        return name
    full = _full(article).get(name, "")
    return full or name


@lru_cache(maxsize=16)
def _full(article: Article) -> Mapping[str, str]:
    """By its last word each full name of a person in the article; nothing where two share that."""
    blocks = chain(article.lead, *(section.blocks for section in article.sections))
    texts = (block.text for block in blocks if len(block.text) <= _LONGEST)
    named = dict.fromkeys(chain.from_iterable(_told_of(text, article.language) for text in texts))
    known: dict[str, set[str]] = {}
    for name in _merged(named):
        if len(naming.parts(name)) > 1:
            known.setdefault(name.split()[-1], set()).add(name)
    return {last: next(iter(names)) for last, names in known.items() if len(names) == 1}


def _told_of(text: str, language: str) -> Iterator[str]:
    """The people of whom `text` tells by name: with a title, an age, or where a sentence begins or goes on about them."""
    yield from naming.people(text, language)
    for found in _NAME.finditer(text):
        name = found["name"]
        before = text[max(0, found.start() - 30) : found.start()]
        if (
            not any(naming.names(name, language))
            or _PLACED.search(before)
            or _NO_NAME.match(name)
            or _NO_PERSON.search(name)
        ):
            continue
        if _TOLD_OF.match(text, found.end()) or _BEGINS.search(before):
            yield from naming.names(name, language)


def _merged(names: Iterable[str]) -> list[str]:
    """`names` without those that are part of a longer one."""
    once = list(dict.fromkeys(names))
    words = [naming.parts(one) for one in once]
    return [
        one
        for place, one in enumerate(once)
        if not any(words[place] < other or (words[place] == other and at < place) for at, other in enumerate(words))
    ]
