"""Suggest key points for an article whose author wrote none: some of its own sentences, word for word. Pure.

Authors rewrite their key points, so no sentence is as good; a simple choice does as well as a clever one. A sentence
is left alone as soon as anything speaks against it (`reasons.py`), since fewer suggestions are better than a bad one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from pipeline.ingest.suggest import reasons
from pipeline.ingest.suggest.reasons import Sentence, Setting
from pipeline.language import turns
from pipeline.language.people import names_changed
from pipeline.language.standing import alike, stems
from pipeline.model import COUNTED, Article, Block, KeyPoint, Section

MOST = 3  # in a section, and never more than half of its sentences
_SECTIONS = 100  # only the first ones: a text of more is a book, and nobody reads on
_SENTENCES = 300  # of a section, likewise
_IN_ALL = 6_000  # sentences, some 600 KB: looking at more would take longer than reading them
_TRIED = 12  # the best of a section that are compared with what was chosen before

# What speaks for a sentence, and how much. Where nothing does, it is not suggested.
_WEIGHTS = {
    "opens its section": 3,
    "opens a paragraph": 2,
    "speaks of the heading": 2,
    "speaks of the title": 2,
    "stands second in a paragraph": 1,
    "speaks of what its paragraph opens with": 1,
    "ends its section": 1,
}
_ENOUGH = 1


@dataclass(frozen=True)
class _Choice:
    """A sentence that may be suggested.

    Attributes:
        place: Its number in the section.
        why: What speaks for it.
    """

    place: int
    text: str
    why: tuple[str, ...]

    @property
    def weight(self) -> int:
        return sum(_WEIGHTS[reason] for reason in self.why)


def suggesting(article: Article) -> Article:
    """`article` with suggested key points, where its author wrote none and it is ours to tell more of than a quote."""
    if article.rights == "quote" or any(point.kind in COUNTED for point in article.key_points):
        return article
    return replace(article, key_points=(*article.key_points, *_suggestions(article)))


def _sentences(blocks: Sequence[Block], article: Article) -> list[Sentence]:
    """The sentences of a section's paragraphs. Verse, addresses and the like, in lines of their own, are none.

    Nor are the turns of an interview, which are not ours.
    """
    spoken = turns.of(article)
    own = (block.text for block in blocks if block.kind == "paragraph" and block.text not in spoken)
    texts = (text for text in own if "\n" not in text)
    return reasons.sentences(texts, article.language, _SENTENCES)


def _suggestions(article: Article) -> Iterator[KeyPoint]:
    """Of every section; of the lead only where there is none: else it announces what the sections say."""
    told = [article.title]
    parts: list[tuple[int | None, Section]] = [*enumerate(article.sections[:_SECTIONS])]
    left = _IN_ALL
    for index, part in parts or [(None, Section(None, article.lead))]:
        sentences = _sentences(part.blocks, article) if left > 0 else []
        left -= len(sentences)
        for choice in _chosen(sentences, part.heading, article, told):
            told.append(choice.text)
            yield KeyPoint(choice.text, origin="suggested", section=index, why=(*choice.why, "fits a post"))


def _chosen(section: Sequence[Sentence], heading: str | None, article: Article, told: Sequence[str]) -> list[_Choice]:
    """The best sentences of a section, in their order; none says what was `told` before or another of them says."""
    most = min(MOST, (len(section) + 1) // 2)
    taken: list[_Choice] = []
    for choice in islice(_best(section, heading, article), _TRIED):
        heard = (*told, *(one.text for one in taken))
        if len(taken) < most and choice.weight >= _ENOUGH and not any(alike(one, choice.text) for one in heard):
            taken.append(choice)
    return sorted(taken, key=lambda one: one.place)


def _best(section: Sequence[Sentence], heading: str | None, article: Article) -> Iterator[_Choice]:
    """The sentences of a section that nothing speaks against, the best first: what speaks for them is told sooner."""
    tag = article.language
    about = " ".join([article.title, heading or "", section[0].text if section else ""])
    setting = Setting(tag, names_changed(article), reasons.tested_from(section, tag), about)
    choices, opener = [], frozenset[str]()
    named = ("speaks of the heading", stems(heading)) if heading else ("speaks of the title", stems(article.title))
    for place, sentence in enumerate(section):
        said = stems(sentence.text)
        opener = opener if sentence.row else said
        speaks = {
            "speaks of what its paragraph opens with": sentence.row and said & opener,
            "ends its section": place + 1 == len(section) < _SENTENCES,
            named[0]: said & named[1],
        }
        why = (*_standing(sentence), *(reason for reason, holds in speaks.items() if holds))
        choices.append(_Choice(place, sentence.text, why))
    for choice in sorted(choices, key=lambda one: (-one.weight, one.place)):
        if reasons.unfitness(section[choice.place], setting) is None:
            yield choice


def _standing(sentence: Sentence) -> Iterator[str]:
    """What speaks for a sentence by its place in its paragraph."""
    if sentence.row == 0:
        yield "opens a paragraph" if sentence.paragraph else "opens its section"
    elif sentence.row == 1:
        yield "stands second in a paragraph"
