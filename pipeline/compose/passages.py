"""Passages: sentences of an article that may stand in a post beside what they support. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline import language as languages
from pipeline.language.citations import without_citations
from pipeline.language.claims import is_grave, warns
from pipeline.language.people import may_be_told
from pipeline.language.phrases import patterns_of
from pipeline.language.quotations import left_open
from pipeline.language.research import found_by_research
from pipeline.language.slips import slips
from pipeline.language.standing import (
    CAPITAL,
    OPENED,
    UNMARKED,
    Standing,
    is_belief,
    limits,
    repeats,
    says_again,
    stand_alone,
)
from pipeline.model import Article, Block

SENTENCE = (40, 240)  # characters: the least of the first sentence, the most of any
MOST = 2  # sentences in a row, of one paragraph; one that limits the one before it counts with that one
_LOOKED_AT = 12  # sentences of a paragraph


@dataclass(frozen=True)
class Passage:
    """Sentences of the author in a row, as they may be told.

    Attributes:
        sentences: The first stands alone, each other leans on nothing but those before it here, and none limits the one
            before it: what does is one with it.
        sourced: Whether they say what research found, or have a marker: then only where the source is named.
        marked: Whether they have a marker, which is left out of `sentences`.
    """

    sentences: tuple[str, ...]
    sourced: bool = False
    marked: bool = False

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.sentences)

    def joined(self, count: int) -> Passage:
        """The same with its first `count` sentences in one."""
        return replace(self, sentences=(" ".join(self.sentences[:count]), *self.sentences[count:]))


@dataclass
class _Before:
    """What was said before a passage, and is not told with it.

    Attributes:
        names: Words with a capital there: a name that was introduced before is one that nobody knows here.
        animals: Whether it tells of animals; then a passage must say itself of whom it speaks.
    """

    language: str
    names: set[str] = field(default_factory=set)
    animals: bool = False

    def read(self, text: str) -> None:
        """Go on with `text`."""
        self.animals = self.animals or _of_animals(text, self.language)
        if not self.language.startswith("de"):  # where every noun has a capital
            self.names.update(_NAME.findall(text))


def passages(blocks: Sequence[Block], article: Article, told: Sequence[str]) -> Iterator[tuple[int, Passage]]:
    """Of each paragraph the first sentences that stand alone and say something else than `told`, with its place.

    Args:
        blocks: What stands in a row in the article.
        told: What is said beside them; the names in it are known.
    """
    beside, before = " . ".join([article.title, *told]), _Before(article.language)
    known = _words(beside)
    for place, block in enumerate(blocks):
        passage = _passage(block.text, article, told, before) if block.kind == "paragraph" else None
        if passage and before.names & _words(passage.text) <= known and not _is_sharper(passage.text, beside, article):
            yield place, passage
        before.read(block.text)


def _is_sharper(said: str, beside: str, article: Article) -> bool:
    """Whether `said` speaks of animals or of what is grave, where `beside` it nothing does."""
    return any(
        speaks(said, article.language) and not speaks(beside, article.language) for speaks in (_of_animals, is_grave)
    )


def announcing(blocks: Sequence[Block], article: Article) -> Iterator[str]:
    """Sentences by which the author says what the article tells: "In this article you learn …"."""
    patterns = patterns_of(article.language)
    for block in blocks:
        sentences = languages.sentences(block.text, article.language, _LOOKED_AT) if block.kind == "paragraph" else []
        for sentence in sentences if patterns else ():
            if patterns and patterns.announcing.match(sentence) and _is_whole(sentence, article):
                yield sentence


def may_be_alone(sentence: str, article: Article) -> bool:
    """Whether `sentence` is one that a brand may say by itself."""
    return _is_whole(sentence, article) and _stands(sentence, article.language, {UNMARKED})


def _passage(paragraph: str, article: Article, told: Sequence[str], before: _Before) -> Passage | None:
    """The first sentences of a paragraph, else the first inside it, that stand alone; `before` goes on up to them."""
    sentences = languages.sentences(paragraph, article.language, _LOOKED_AT + 1)
    ended = len(sentences) <= _LOOKED_AT
    for start, sentence in enumerate(sentences):
        stands = _may_start(sentence, article.language, animals=before.animals)
        hangs = start > 0 and not _may_start_inside(sentences[:start], sentence, article.language)
        starts = stands and not hangs and not any(says_again(sentence, one) for one in told)
        if passage := _from(sentences[start:], article, told, ended=ended) if starts else None:
            return passage
        before.read(sentence)
    return None


def _from(sentences: Sequence[str], article: Article, told: Sequence[str], *, ended: bool) -> Passage | None:
    """The first of `sentences` that may be told in a row: what follows one that was left out would lean on it.

    Args:
        ended: Whether the paragraph ends with them; else nobody knows whether what follows limits the last of them.
    """
    taken: list[str] = []
    marked = False
    for sentence in sentences:
        plain = without_citations(sentence)
        one_with_it = bool(taken) and _belongs(plain, taken[-1], article.language)
        if len(taken) == MOST and not one_with_it:
            break
        before = taken.pop() if one_with_it else ""
        if not _may_follow(sentence, article) or (
            plain and any(repeats(plain, one) for one in (*told, *taken, before))
        ):
            break
        marked = marked or plain != sentence
        taken.append(f"{before} {plain}".strip())
    else:
        taken = taken if ended else taken[:-1]
    if taken and is_belief(taken[-1], article.language):
        del taken[-1]
    found = any(found_by_research(one, article.language) for one in taken)
    return Passage(tuple(taken), marked or found, marked) if taken else None


def _may_start(sentence: str, language: str, *, animals: bool) -> bool:
    """Whether a sentence may be the first of a passage.

    Args:
        animals: Whether what stands before it tells of animals; then it must say itself of whom it speaks.
    """
    patterns = patterns_of(language)
    if len(sentence) < SENTENCE[0] or not _stands(sentence, language, {UNMARKED}) or warns(sentence, language):
        return False
    if patterns is None:
        return True
    leans = patterns.adding.match(sentence) or patterns.demonstrative.search(sentence)
    return not leans and not (animals and not patterns.animals.search(sentence))


def _may_start_inside(before: Sequence[str], sentence: str, language: str) -> bool:
    """Whether a passage may start with a sentence inside its paragraph: it needs nothing of those `before` it."""
    patterns = patterns_of(language)
    if patterns is None or patterns.pronoun.search(sentence) or patterns.contrast.match(sentence):
        return False
    return not any(patterns.limiting.search(one) or is_belief(one, language) for one in before)


def _belongs(sentence: str, before: str, language: str) -> bool:
    """Whether nobody may tell `before` without `sentence`: it limits it, or `before` is what people only think.

    A sentence about people limits one about animals ("In people it is still being studied"), and where a marker stands
    alone, it is that of `before`.
    """
    of_people = _of_animals(before, language) and not _of_animals(sentence, language)
    return not sentence or of_people or limits(sentence, language) or is_belief(before, language)


def _may_follow(sentence: str, article: Article) -> bool:
    """Whether it is a whole sentence that names nobody, and says itself what it speaks of."""
    tag = article.language
    patterns = patterns_of(tag)
    if languages.points_elsewhere(sentence) or (patterns and patterns.elsewhere.search(sentence)):
        return False
    if patterns and (opening := patterns.contrast.match(sentence)):
        answer = sentence[opening.end() :].strip(" ,")
        if not _stands(answer, tag, {OPENED, CAPITAL, UNMARKED}):
            return False
    return _is_whole(sentence, article)


_QUESTION = re.compile(r"[?؟？]\W*$")


def _is_whole(sentence: str, article: Article) -> bool:
    """Whether it is one sentence of a fair length, no question, that a brand may say, of nobody."""
    patterns, plain = patterns_of(article.language), without_citations(sentence)
    if slips(sentence, article.language) or left_open(plain) is not None:
        return False
    if len(plain) > SENTENCE[1] or _QUESTION.search(plain) or (plain and not languages.ends_sentence(plain)):
        return False
    return not (patterns and patterns.personal.search(plain)) and may_be_told(plain, article)


def _stands(sentence: str, language: str, permitted: set[str]) -> bool:
    """Whether a sentence stands alone as it is, or with `permitted` repairs."""
    standing = stand_alone(sentence, language)
    return isinstance(standing, Standing) and set(standing.repairs) <= permitted


def _of_animals(text: str, language: str) -> bool:
    patterns = patterns_of(language)
    return bool(patterns and patterns.animals.search(text))


# What `text` writes with a capital inside a sentence.
_NAME = re.compile(r"(?<=[\w,;)”’] )[“‘«]?([A-ZÀ-Þ][a-zà-ÿ]{2,})")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))
