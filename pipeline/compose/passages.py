"""Passages: sentences of an article that may stand in a post beside what they support. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline import language as languages
from pipeline.compose.sentences import (
    belongs,
    is_whole,
    may_follow,
    may_start,
    may_start_inside,
    of_animals,
    sums_up_more,
)
from pipeline.language import turns
from pipeline.language.citations import opening_citations, without_citations
from pipeline.language.claims import is_grave
from pipeline.language.phrases import patterns_of
from pipeline.language.research import found_by_research
from pipeline.language.standing import is_belief, leans, repeats, says_again
from pipeline.model import Article, Block

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
        leads: Whether a conclusion that follows in the article follows right behind them.
        marks: What stands around them where they are quoted: quotation marks, behind the closing one whose they are.
    """

    sentences: tuple[str, ...]
    sourced: bool = False
    marked: bool = False
    leads: bool = False
    marks: tuple[str, str] = ("", "")

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.sentences)

    def told(self, count: int) -> str:
        """Its first `count` sentences, between its marks."""
        opening, closing = self.marks
        return f"{opening}{' '.join(self.sentences[:count])}{closing}"

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
        self.animals = self.animals or of_animals(text, self.language)
        if not self.language.startswith("de"):  # where every noun has a capital
            self.names.update(_NAME.findall(text))


def passages(
    blocks: Sequence[Block], article: Article, told: Sequence[str], *, inside: bool = True, quoted: bool = False
) -> Iterator[tuple[int, Passage]]:
    """Of each paragraph the first sentences that stand alone and say something else than `told`, with its place.

    Args:
        blocks: What stands in a row in the article.
        told: What is said beside them; the names in it are known.
        inside: Whether a passage may begin inside a paragraph.
        quoted: Whether they are for quotation marks: then an author may speak of themselves, and nothing is left out.
    """
    beside, before = " . ".join([article.title, *told]), _Before(article.language, _introduced(article, blocks))
    known, spoken = _words(beside), turns.of(article)
    for place, block in enumerate(blocks):
        passage = None
        if block.kind == "paragraph" and block.text not in spoken:
            passage = _passage(block.text, article, told, before, inside=inside, quoted=quoted)
        if passage and before.names & _words(passage.text) <= known and not _is_sharper(passage.text, beside, article):
            yield place, passage
        before.read(block.text)


def _introduced(article: Article, blocks: Sequence[Block]) -> set[str]:
    """The names of people who were introduced, with both their names, before `blocks`: who they are is known there."""
    if not blocks:
        return set()
    order, names = _people_of(article)
    start = order.get(blocks[0], 0)
    return {name for name, first in names.items() if first < start}


@lru_cache(maxsize=4)
def _people_of(article: Article) -> tuple[dict[Block, int], dict[str, int]]:
    """The place of each block in an article, and the place where each part of a person's name comes first."""
    places: dict[Block, int] = {}
    names: dict[str, int] = {}
    for place, block in enumerate((*article.lead, *(one for part in article.sections for one in part.blocks))):
        places.setdefault(block, place)
        for pair in _FULL_NAME.findall(block.text):
            for name in pair:
                names.setdefault(name, place)
    return places, names


def premise(block: Block, article: Article, told: Sequence[str]) -> Passage | None:
    """Of the last sentences of a paragraph those that stand alone: what a conclusion behind it comes from."""
    ours = block.kind == "paragraph" and block.text not in turns.of(article)
    sentences = languages.sentences(block.text, article.language, _LOOKED_AT + 1) if ours else []
    before, known = _Before(article.language), _words(" . ".join([article.title, *told]))
    for start, sentence in enumerate(sentences if len(sentences) <= _LOOKED_AT else ()):
        hangs = start > 0 and not may_start_inside(sentences[:start], sentence, article.language)
        late = len(sentences) - start <= MOST and not hangs
        starts = late and may_start(sentence, article.language, animals=before.animals)
        passage = _from(sentences, start, article, told, ended=True, quoted=False) if starts else None
        if passage and before.names & _words(passage.text) <= known:
            return replace(passage, leads=passage.text.endswith(without_citations(sentences[-1])))
        before.read(sentence)
    return None


def _is_sharper(said: str, beside: str, article: Article) -> bool:
    """Whether `said` speaks of animals or of what is grave, where `beside` it nothing does."""
    return any(
        speaks(said, article.language) and not speaks(beside, article.language) for speaks in (of_animals, is_grave)
    )


def different(found: Iterable[Passage]) -> Iterator[Passage]:
    """`found` without those that say what one before them says."""
    kept: list[Passage] = []
    for one in found:
        if not any(repeats(sentence, other.text) for other in kept for sentence in one.sentences):
            kept.append(one)
            yield one


def announcing(blocks: Sequence[Block], article: Article) -> Iterator[str]:
    """Sentences by which the author says what the article tells: "In this article you learn …"."""
    patterns, spoken = patterns_of(article.language), turns.of(article)
    for block in blocks:
        ours = block.kind == "paragraph" and block.text not in spoken
        sentences = languages.sentences(block.text, article.language, _LOOKED_AT) if ours else []
        for sentence in sentences if patterns else ():
            if patterns and patterns.announcing.match(sentence) and is_whole(sentence, article):
                yield sentence


def _passage(
    paragraph: str, article: Article, told: Sequence[str], before: _Before, *, inside: bool, quoted: bool
) -> Passage | None:
    """The first sentences of a paragraph, else the first `inside` it, that stand alone; `before` goes on up to them."""
    sentences = languages.sentences(paragraph, article.language, _LOOKED_AT + 1)
    ended = len(sentences) <= _LOOKED_AT
    for start, sentence in enumerate(sentences if inside else sentences[:1]):
        stands = may_start(sentence, article.language, animals=before.animals, quoted=quoted)
        hangs = start > 0 and not may_start_inside(sentences[:start], sentence, article.language)
        starts = stands and not hangs and not any(says_again(sentence, one) for one in told)
        if passage := _from(sentences, start, article, told, ended=ended, quoted=quoted) if starts else None:
            return passage
        before.read(sentence)
    return None


def _from(
    sentences: Sequence[str], start: int, article: Article, told: Sequence[str], *, ended: bool, quoted: bool
) -> Passage | None:
    """Those of a paragraph, from `start` on, that may be told in a row: what follows one left out would lean on it.

    Args:
        ended: Whether the paragraph ends with them; else nobody knows whether what follows limits the last of them.
    """
    taken: list[str] = []
    marked = False
    for sentence in sentences[start:]:
        plain = without_citations(sentence)
        one_with_it = bool(taken) and belongs(plain, taken[-1], article.language)
        if one_with_it and start and leans(plain, article.language):
            return None  # "But that only holds for …" may limit what was left out before
        if len(taken) == MOST and not one_with_it:
            break
        before = taken.pop() if one_with_it else ""
        again = plain and any(repeats(plain, one) for one in (*told, *taken, before))
        more = sums_up_more(plain, (*taken, before), article.language) if taken or before else False
        if again or more or not may_follow(sentence, article, quoted=quoted):
            break
        cites = plain != sentence and not opening_citations(sentence)
        if cites and taken and not one_with_it and not marked:
            break  # what stands before the first marker may be told without a source
        marked = marked or plain != sentence
        taken.append(f"{before} {plain}".strip())
    else:
        taken = taken if ended else taken[:-1]
    if taken and is_belief(taken[-1], article.language):
        del taken[-1]
    found = any(found_by_research(one, article.language) for one in taken)
    return Passage(tuple(taken), marked or found, marked) if taken else None


_FULL_NAME = re.compile(r"\b([A-ZÀ-Þ][a-zà-ÿ]{2,}) ([A-ZÀ-Þ][a-zà-ÿ]{2,})\b")
# What `text` writes with a capital inside a sentence.
_NAME = re.compile(r"(?<=[\w,;)”’] )[“‘«]?([A-ZÀ-Þ][a-zà-ÿ]{2,})")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))
