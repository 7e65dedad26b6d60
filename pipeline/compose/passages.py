"""Passages: how paragraphs of an article begin, where that may stand in a post beside what it supports. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import language as languages
from pipeline.language import standing as alone
from pipeline.language.citations import without_citations
from pipeline.language.people import may_be_told
from pipeline.language.phrases import patterns_of
from pipeline.language.standing import Standing, is_belief
from pipeline.model import Article, Block

SENTENCE = (40, 240)  # characters: the least of the first sentence, the most of any
MOST = 2  # sentences in a row, of one paragraph; one that limits the one before it counts with that one

# Sentences of the author in a row: the first stands alone, each other leans on nothing but those before it here, and
# none limits the one before it: what does is one with it.
Passage = tuple[str, ...]


def passages(blocks: Sequence[Block], article: Article, told: str) -> Iterator[Passage]:
    """How paragraphs begin, where that stands alone and says something else than `told`."""
    for block in blocks:
        passage = _passage(block.text, article) if block.kind == "paragraph" else ()
        if passage and not alone.alike(passage[0], told):
            yield passage


def _passage(paragraph: str, article: Article) -> Passage:
    """The first sentences of a paragraph: what follows a sentence that was left out would lean on it."""
    taken: list[str] = []
    for sentence in languages.sentences(paragraph, article.language):
        one_with_it = bool(taken) and _belongs(sentence, taken[-1], article.language)
        if not taken and not (len(sentence) >= SENTENCE[0] and _stands(sentence, article.language, set())):
            break
        if len(taken) == MOST and not one_with_it:
            break
        before = taken.pop() if one_with_it else ""
        if not _may_follow(sentence, article):
            break
        taken.append(f"{before} {sentence}".strip())
    return tuple(taken) if not (taken and is_belief(taken[-1], article.language)) else tuple(taken[:-1])


def _belongs(sentence: str, before: str, language: str) -> bool:
    """Whether nobody may tell `before` without `sentence`: it limits it, or `before` is what people only think."""
    return alone.limits(sentence, language) or is_belief(before, language)


def _may_follow(sentence: str, article: Article) -> bool:
    """Whether it is a whole sentence that names nobody, needs no source, and says itself what it speaks of."""
    tag = article.language
    patterns = patterns_of(tag)
    if languages.points_elsewhere(sentence) or (patterns and patterns.elsewhere.search(sentence)):
        return False
    if patterns and (opening := patterns.contrast.match(sentence)):
        answer = sentence[opening.end() :].strip(" ,")
        if not _stands(answer, tag, {alone.OPENED, alone.CAPITAL}):
            return False
    if len(sentence) > SENTENCE[1] or sentence[-1:] not in ".!…”" or without_citations(sentence) != sentence:
        return False
    return may_be_told(sentence, article)


def _stands(sentence: str, language: str, permitted: set[str]) -> bool:
    """Whether a sentence stands alone as it is, or with `permitted` repairs."""
    standing = alone.stand_alone(sentence, language)
    return isinstance(standing, Standing) and set(standing.repairs) <= permitted
