"""What of an article announces it. Pure.

Every sentence is the author's, as written; `passages.py` tells which may be taken out of their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from pipeline.compose.passages import Passage, announcing, different, passages
from pipeline.language.claims import heals
from pipeline.language.standing import defines, related, stems
from pipeline.model import Article, Block

_MOST, _ENOUGH = 4, 2  # passages; fewer than enough want what the article says of itself
_ROOM = 200  # characters that the tightest network has room for, beside link and hashtag
_PARAGRAPHS = 100  # that are looked at, the first


def passages_of(article: Article, told: Sequence[str]) -> tuple[Passage, ...]:
    """Passages that announce `article`, the best first: its beginning, what it comes to, what it says of itself.

    One that promises a cure would hold the announcement, so it is taken only where there is no other.

    Args:
        told: What is said elsewhere, the title first: what is about nothing of that announces nothing.
    """
    lead = [block for block in article.lead if block.kind == "paragraph"][:_PARAGRAPHS]
    begun = [_more_than_defined(one) for _, one in passages(lead, article, told)]
    found = list(different([*begun, *islice(_ended(article, told), 1)]))
    if len(found) < _ENOUGH:
        body = islice(chain.from_iterable(section.blocks for section in article.sections), _PARAGRAPHS)
        own = (Passage((sentence,)) for sentence in announcing((*lead, *body), article))
        found = list(different([*found, *own]))
    clean = [one for one in found if not heals(one.text, article.language)]
    return tuple((clean or found)[:_MOST])


def best_of(article: Article, told: Sequence[str]) -> Passage | None:
    """The passage that says best what `article` is about, where it has no title to speak of; None where none does.

    Args:
        told: The key points; what it says must be about one of them, and no key point of its section's.
    """
    whole = " ".join(told)
    parts = _beginning([article.lead, *_without_points(article)], _PARAGRAPHS)
    found = chain.from_iterable(_about_any(part, article, [whole, *told]) for part in parts)
    clean = [one for one in found if not heals(one.text, article.language)]
    return min(clean, key=lambda one: _rank(one, whole), default=None)


def _beginning(parts: Iterable[Sequence[Block]], most: int) -> Iterator[Sequence[Block]]:
    """The first `parts`, as far as they have so many blocks together."""
    for part in parts:
        if most <= 0:
            return
        yield part[:most]
        most -= len(part)


def _pointed(article: Article) -> set[int | None]:
    """The sections that key points come from: what those come from is told with them. A suggestion is not told yet."""
    return {point.section for point in article.key_points if point.origin != "suggested"}


def _without_points(article: Article) -> list[Sequence[Block]]:
    pointed = _pointed(article)
    return [section.blocks for place, section in enumerate(article.sections) if place not in pointed]


def _ended(article: Article, told: Sequence[str]) -> Iterator[Passage]:
    """What the article comes to: passages of its last section, unless key points come from that."""
    if article.sections and len(article.sections) - 1 not in _pointed(article):
        yield from _about_any(article.sections[-1].blocks[-_PARAGRAPHS:], article, told)


def _about_any(part: Sequence[Block], article: Article, told: Sequence[str]) -> Iterator[Passage]:
    """Passages of `part` that speak of what is `told`; none that would want a source."""
    whole = " ".join(told)
    found = (_more_than_defined(one) for _, one in passages(part, article, told) if not one.sourced)
    yield from (one for one in found if related(one.sentences[0], whole))


def _more_than_defined(passage: Passage) -> Passage:
    """`passage`, its first two sentences in one where the first only says what something is: that makes nobody stop."""
    return passage.joined(2) if defines(passage.sentences[0]) else passage


def _rank(passage: Passage, told: str) -> tuple[bool, int]:
    """Those that every network has room for first, of them those that have most in common with what is `told`."""
    return len(passage.sentences[0]) > _ROOM, -len(stems(passage.sentences[0]) & stems(told))
