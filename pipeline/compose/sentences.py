"""Which sentences of an article a brand may tell out of their place, and which belong to one before them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline import language as languages
from pipeline.language.citations import without_citations
from pipeline.language.claims import warns
from pipeline.language.people import may_be_told
from pipeline.language.phrases import patterns_of
from pipeline.language.quotations import left_open
from pipeline.language.slips import slips
from pipeline.language.standing import CAPITAL, OPENED, UNMARKED, Standing, is_belief, limits, stand_alone, stems
from pipeline.language.wide import columns
from pipeline.model import Article

LENGTH = (40, 240)  # columns: the least of the first sentence of a passage, the most of any
LEAST_QUOTED = 20  # columns of the first sentence of a quote: how somebody tells a story may be short
_BEGINS = re.compile(r"(?:[¿¡]|['’](?=[stn] ))?\w")  # with a word, and not as speech does


def may_be_alone(sentence: str, article: Article) -> bool:
    """Whether `sentence` is one that a brand may say by itself."""
    return is_whole(sentence, article) and _stands(sentence, article.language, {UNMARKED})


def may_start(sentence: str, language: str, *, animals: bool, quoted: bool = False) -> bool:
    """Whether a sentence may be the first of a passage.

    Args:
        animals: Whether what stands before it tells of animals; then it must say itself of whom it speaks.
        quoted: Whether it is told in quotation marks, with its author's name: then it may be short.
    """
    patterns = patterns_of(language)
    if quoted and not _BEGINS.match(sentence):
        return False
    least = LEAST_QUOTED if quoted else LENGTH[0]
    if columns(sentence) < least or not _stands(sentence, language, {UNMARKED}) or warns(sentence, language):
        return False
    if patterns is None:
        return True
    leans = patterns.adding.match(sentence) or patterns.demonstrative.search(sentence)
    return not leans and not (animals and not patterns.animals.search(sentence))


def may_start_inside(before: Sequence[str], sentence: str, language: str) -> bool:
    """Whether a passage may start with a sentence inside its paragraph: it needs nothing of those `before` it."""
    patterns = patterns_of(language)
    if patterns is None or patterns.pronoun.search(sentence) or patterns.contrast.match(sentence):
        return False
    if any(patterns.limiting.search(one) or is_belief(one, language) for one in before):
        return False
    return bool(patterns.setting.match(sentence)) or not any(map(patterns.setting.match, before))


def sums_up_more(sentence: str, before: Sequence[str], language: str) -> bool:
    """Whether a sentence sums up ("These habits …") what those told `before` it do not name: then more was left out."""
    patterns = patterns_of(language)
    opening = patterns.summing.match(sentence) if patterns else None
    summed = re.findall(r"\w{4,}", sentence[opening.end() :])[:2] if opening else []
    return bool(summed) and stems(" ".join(summed)).isdisjoint(stems(" ".join(before)))


def belongs(sentence: str, before: str, language: str) -> bool:
    """Whether nobody may tell `before` without `sentence`: it limits it, or `before` is what people only think.

    A sentence about people limits one about animals ("In people it is still being studied"), and where a marker stands
    alone, it is that of `before`.
    """
    last = " ".join(languages.sentences(before, language)[-1:])
    of_people = of_animals(last, language) and not of_animals(sentence, language)
    return not sentence or of_people or limits(sentence, language) or is_belief(before, language)


def may_follow(sentence: str, article: Article, *, quoted: bool = False) -> bool:
    """Whether it is a whole sentence that names nobody, and says itself what it speaks of; `quoted` as it is."""
    tag = article.language
    patterns = patterns_of(tag)
    if languages.points_elsewhere(sentence) or (patterns and patterns.elsewhere.search(sentence)):
        return False
    if patterns and (opening := patterns.contrast.match(sentence)):
        answer = sentence[opening.end() :].strip(" ,")
        if not _stands(answer, tag, {OPENED, CAPITAL, UNMARKED}):
            return False
    return is_whole(sentence, article, quoted=quoted)


_QUESTION = re.compile(r"[?؟？]\W*$")


def is_whole(sentence: str, article: Article, *, quoted: bool = False) -> bool:
    """Whether it is one sentence of a fair length, no question, that a brand may say, or quote, of nobody."""
    patterns, plain = patterns_of(article.language), without_citations(sentence)
    if slips(sentence, article.language) or left_open(plain) is not None:
        return False
    if columns(plain) > LENGTH[1] or _QUESTION.search(plain) or (plain and not languages.ends_sentence(plain)):
        return False
    of_themselves = patterns and patterns.personal.search(plain)
    return (quoted or not of_themselves) and may_be_told(plain, article)


def _stands(sentence: str, language: str, permitted: set[str]) -> bool:
    """Whether a sentence stands alone as it is, or with `permitted` repairs."""
    standing = stand_alone(sentence, language)
    return isinstance(standing, Standing) and set(standing.repairs) <= permitted


def of_animals(text: str, language: str) -> bool:
    """Whether `text` tells of animals, of whom alone something may have been found."""
    patterns = patterns_of(language)
    return bool(patterns and patterns.animals.search(text))
