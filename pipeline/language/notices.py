"""Which of an article's notices goes with what is told of it, and in how few words. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from pipeline import language as languages
from pipeline.language.claims import sends_to_doctor
from pipeline.language.renamed import says_renamed
from pipeline.language.standing import alike
from pipeline.model import Article, Network

MOST = 200  # characters of a notice beside a post: two lines on a phone hold about so many

# What says that nobody should take it for advice, in the languages that articles come in.
_ADVICE = re.compile(
    r"\b(?:advies|adviezen|advice|\w*beratung|avis|conseils?|consejos?|asesoramiento|consigli[oa]?|parere|consulenza|aconselhamento"
    r"|conselhos?|medisch|medical|medizinisch|médica(?:l|ux)|médic[oa]|medic[oi])\w*",
    re.IGNORECASE,
)
_CHANGED_NAMES = re.compile(
    r"\b(?:namen|names?|noms?|nombres|nomi|nomes)\b.{0,80}(?:gewijzigd|veranderd|gefingeerd|fictief|changed|fictitious|altered|geändert|verändert"
    r"|erfunden|chang|modifi|fictifs|cambia|ficticios|fittizi|alterad|mudad)",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:geen|niet|not?|nor|kein\w*|nicht|ersetzt|ne|n['’]\w+|aucun\w*|no|ningun\w*|non|nessun\w*|não|nenhum\w*)\b",
    re.IGNORECASE,
)


def fitting(article: Article, network: Network, *, of_people: bool) -> tuple[str, ...]:
    """The notices of `article` that belong to a post on `network`, the most fitting first.

    That names were changed comes first where people are told of, and is out of place elsewhere; then what sends a reader
    to a doctor, then what the author wrote for this network. What was written for another network has no place here.
    """
    for_here = {notice for notice, where in article.notices_for if where == network}
    for_others = {notice for notice, where in article.notices_for if where != network} - for_here
    changed = {notice for notice in article.notices if says_names_changed(notice)}
    wanted = [one for one in article.notices if one not in for_others and (of_people or one not in changed)]

    def rank(notice: str) -> tuple[bool, bool, bool]:
        return notice not in changed, not sends_to_doctor(notice, article.language), notice not in for_here

    return tuple(dict.fromkeys(sorted(wanted, key=rank)))


def says_names_changed(notice: str) -> bool:
    """Whether `notice` says that people are not called as an article calls them."""
    return says_renamed(notice) or bool(_CHANGED_NAMES.search(notice))


def beside(ours: str | None, notices: Sequence[str]) -> str | None:
    """The first of `notices`, unless our own says the same: then it stands for it."""
    if not notices:
        return None
    first, advice = notices[0], _ADVICE.search
    same = ours and (alike(ours, first) or (advice(ours) and advice(first) and not says_names_changed(first)))
    return None if same else first


def key_sentence(notice: str, language: str) -> str:
    """The sentence of `notice` that counts: whom to ask, else that names were changed, else what it is not."""
    sentences = languages.sentences(notice, language) or [notice]
    counts: tuple[Callable[[str], object], ...] = (
        partial(sends_to_doctor, language=language),
        says_names_changed,
        _DENIES.search,
    )
    return next((one for test in counts for one in sentences if test(one)), sentences[0])


def brief(notice: str, language: str) -> str:
    """`notice` as short as it can be said beside a post: two sentences at the most, or one; always the one that counts."""
    sentences, key = languages.sentences(notice, language), key_sentence(notice, language)
    first = sentences[:2] if key in sentences[:2] else [*sentences[:1], key]
    told = notice if len(sentences) <= len(first) else " ".join(first)
    return told if len(told) <= MOST else key
