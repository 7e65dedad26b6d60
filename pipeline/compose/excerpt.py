"""What of an article stands in a digest: its lead, the openings of some sections, and a few key points. Pure.

Lengths are characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from pipeline import language
from pipeline.compose import markup
from pipeline.compose.choice import choose, stands, thought
from pipeline.compose.openings import Short, opening, within, without_title
from pipeline.config.shape import Articles
from pipeline.language import people, turns, voices
from pipeline.model import COUNTED, Article, Block, KeyPoint

LEAD, LEAD_ENOUGH = 480, 260
OPENING, OPENING_ENOUGH = 380, 140
QUOTE = 280


Content = tuple[Short | KeyPoint, ...]


@dataclass(frozen=True)
class Opening:
    """A section or its beginning, and the key points that belong to it, in their places."""

    heading: str | None
    content: Content

    @property
    def blocks(self) -> tuple[Short, ...]:
        """`content` without its key points."""
        return _blocks_of(self.content)

    @property
    def key_points(self) -> tuple[KeyPoint, ...]:
        """The key points alone."""
        return _points_of(self.content)


@dataclass(frozen=True)
class Excerpt:
    """What of an article stands in a newsletter.

    Attributes:
        image: A picture to stand at its title.
        content: The lead, and the key points that stand in it, in their places.
        further: Key points of the whole article, and of sections that are not shown.
        quote: Instead of everything else, where the article may only be quoted.
    """

    image: Block | None = None
    content: Content = ()
    openings: tuple[Opening, ...] = ()
    further: tuple[KeyPoint, ...] = ()
    quote: str | None = None

    @property
    def lead(self) -> tuple[Short, ...]:
        """`content` without its key points."""
        return _blocks_of(self.content)

    @property
    def key_points(self) -> tuple[KeyPoint, ...]:
        """All that do not stand in a section shown."""
        return (*_points_of(self.content), *self.further)


def _blocks_of(content: Content) -> tuple[Short, ...]:
    return tuple(one for one in content if isinstance(one, Short))


def _points_of(content: Content) -> tuple[KeyPoint, ...]:
    return tuple(one for one in content if isinstance(one, KeyPoint))


def excerpt(article: Article, limits: Articles) -> Excerpt:
    """Openings of `article`, within `limits`; which sections and key points, `choice.py` tells."""
    said = thoughts(point for point in article.key_points if point.origin != "suggested")
    lead = opening(unsaid(beginning(article), said), LEAD, LEAD_ENOUGH, article.language)
    openings = [
        _saying_else(opening(unsaid(section.blocks, said), OPENING, OPENING_ENOUGH, article.language), article)
        for section in article.sections
    ]
    chosen = choose(article, _openable(article, openings, starts=not lead), limits)
    others = [point for point in chosen.points if point.section not in chosen.sections and not _is_kept_in(point, lead)]
    of_lead = [point for point in others if lead and point.section is None and point.after is not None]
    return Excerpt(
        image=next((block for block in _blocks(article) if block.is_picture), None),
        content=(*lead, *of_lead),
        openings=tuple(
            Opening(article.sections[i].heading, (*openings[i], *(one for one in chosen.points if one.section == i)))
            for i in chosen.sections
        ),
        further=tuple(point for point in others if point not in of_lead),
    )


def _saying_else(shown: tuple[Short, ...], article: Article) -> tuple[Short, ...]:
    """`shown`, or nothing where it says a key point that a person kept word for word: that one says it alone."""
    return () if any(_is_kept_in(point, shown) for point in article.key_points) else shown


def _is_kept_in(point: KeyPoint, shown: Iterable[Short]) -> bool:
    return point.origin == "edited" and any(thought(point.text) in thought(short.block.text) for short in shown)


def beginning(article: Article) -> list[Block]:
    """The lead without the title said again.

    Where names were changed, nobody of the story may open a mail as if real: it is what speaks of no people, if
    something does and can be read first.
    """
    blocks = without_title(article.lead, article.title)
    if not people.names_changed(article):
        return blocks
    about_people = [people.tells_of_people(block.text) for block in blocks]
    starts = (
        i
        for i, block in enumerate(blocks)
        if block.kind == "paragraph"
        and not about_people[i]
        and stands(_first(block, article.language), article.language)
    )
    start = next(starts, None)
    if start is None:
        return blocks
    return [blocks[i] for i in takewhile(lambda i: not about_people[i], range(start, len(blocks)))]


def thoughts(points: Iterable[KeyPoint]) -> set[str]:
    """What `points` say, to be compared."""
    return {thought(point.text) for point in points}


def unsaid(blocks: Iterable[Block], said: set[str]) -> list[Block]:
    """`blocks` without those that say nothing but key points: a list under "Key points" would say them twice."""
    return [block for block in blocks if not all(thought(line) in said for line in block.text.splitlines() or [""])]


def _openable(article: Article, openings: Sequence[Sequence[Short]], *, starts: bool) -> list[int]:
    """The sections that can be shown; only those with headings, where there are any.

    Without a heading between, a section reads on from what was shown before it, so its first sentence must not lean on
    what was not. `starts` tells that nothing stands before the first one.
    """
    filled = [i for i, blocks in enumerate(openings) if blocks]
    # Where names were changed, nobody is shown as if real while there is something else to show.
    filled = [i for i in filled if all(people.may_be_told(one.block.text, article) for one in openings[i])] or filled
    headed = [i for i in filled if article.sections[i].heading]
    return headed or [
        i
        for i in filled
        if (starts and i == 0)
        or openings[i][0].block.kind != "paragraph"
        or stands(_first(openings[i][0].block, article.language), article.language)
    ]


def _first(block: Block, tag: str) -> str:
    return next(iter(language.sentences(block.text, tag)), "")


def _blocks(article: Article) -> Iterable[Block]:
    yield from article.lead
    for section in article.sections:
        yield from section.blocks


def quote(article: Article) -> str | None:
    """One quote of its author's own words: what they call a key point, else how the article begins."""
    points = (
        point.text
        for point in article.key_points
        if point.origin != "suggested" and point.kind in COUNTED - {"tip"} and voices.of(article, point) is None
    )
    spoken = turns.of(article)
    own = (block for block in _blocks(article) if block.kind == "paragraph" and block.text not in spoken)
    paragraphs = (block.html or markup.escaped(block.text) for block in own)
    beginnings = (markup.plain(within(html, QUOTE, article.language)[0]) for html in paragraphs)
    return next((text for text in chain(points, beginnings) if text), None)
