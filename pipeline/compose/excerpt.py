"""What of an article stands in a newsletter: its lead, the openings of some sections, and a few key points. Pure.

Lengths are characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from pipeline.compose import markup
from pipeline.compose.openings import Short, opening, within
from pipeline.config.shape import Articles
from pipeline.model import Article, Block, KeyPoint

LEAD, LEAD_ENOUGH = 480, 260
OPENING, OPENING_ENOUGH = 380, 140
QUOTE = 280

_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class Opening:
    """The beginning of a section, and the key points that belong to it."""

    heading: str | None
    blocks: tuple[Short, ...]
    key_points: tuple[KeyPoint, ...]


@dataclass(frozen=True)
class Excerpt:
    """What of an article stands in a newsletter.

    Attributes:
        key_points: Those of the whole article, and of sections that are not shown.
        quote: Instead of everything else, where the article may only be quoted.
    """

    image: Block | None = None
    lead: tuple[Short, ...] = ()
    openings: tuple[Opening, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    quote: str | None = None


def excerpt(article: Article, limits: Articles) -> Excerpt:
    """What of `article` stands in a newsletter, within `limits`.

    The author's key points are taken evenly from the whole article; the sections they belong to are shown first.
    Suggested key points are left out: nobody wrote them.
    """
    if article.rights == "quote":
        return Excerpt(quote=_quote(article))
    points = _chosen(article.key_points, limits.key_points_each)
    said = {_thought(point.text) for point in article.key_points}
    openings = [
        opening(_unsaid(section.blocks, said), OPENING, OPENING_ENOUGH, article.language)
        for section in article.sections
    ]
    shown = _sections(article, openings, points, limits.sections_each)
    return Excerpt(
        image=next((block for block in _blocks(article) if _is_image(block)), None),
        lead=opening(_unsaid(article.lead, said), LEAD, LEAD_ENOUGH, article.language),
        openings=tuple(
            Opening(article.sections[i].heading, openings[i], tuple(point for point in points if point.section == i))
            for i in shown
        ),
        key_points=tuple(point for point in points if point.section not in shown and _stands_apart(point)),
    )


def spread(things: Sequence[_Thing], most: int) -> list[_Thing]:
    """At most `most` of `things`, evenly from first to last."""
    if len(things) <= most:
        return list(things)
    step = (len(things) - 1) / (most - 1) if most > 1 else 0
    return [things[int(place * step + 0.5)] for place in range(most)]


def _chosen(points: Iterable[KeyPoint], most: int) -> list[KeyPoint]:
    """Key points that people wrote, each thought once, in their order; warnings are not counted among them."""
    once: dict[str, KeyPoint] = {}
    for point in points:
        if point.origin != "suggested":
            once.setdefault(_thought(point.text), point)
    warnings = [point for point in once.values() if point.kind == "warning"]
    others = [point for point in once.values() if point.kind != "warning"]
    kept = {id(point) for point in spread(others, most) + spread(warnings, max(most, 1))}
    return [point for point in once.values() if id(point) in kept]


def _thought(text: str) -> str:
    return " ".join(text.casefold().split())


def _unsaid(blocks: Iterable[Block], said: set[str]) -> list[Block]:
    """`blocks` without those that say nothing but key points: a list under "Key points" would say them twice."""
    return [block for block in blocks if not all(_thought(line) in said for line in block.text.splitlines() or [""])]


def _stands_apart(point: KeyPoint) -> bool:
    """Whether a key point makes sense without its section: a warning is about what stands beside it."""
    return point.kind != "warning" or point.section is None


def _sections(
    article: Article, openings: Sequence[Sequence[Short]], points: Sequence[KeyPoint], most: int
) -> list[int]:
    """Which sections to show: those with key points first, then the first; those with headings, where there are any."""
    filled = [i for i, blocks in enumerate(openings) if blocks]
    candidates = [i for i in filled if article.sections[i].heading] or filled
    with_points = {point.section for point in points if point.kind != "warning"}
    return sorted(sorted(candidates, key=lambda i: i not in with_points)[:most])


def _is_image(block: Block) -> bool:
    return block.kind == "image" and (block.url or "").startswith("https://")


def _blocks(article: Article) -> Iterable[Block]:
    yield from article.lead
    for section in article.sections:
        yield from section.blocks


def _quote(article: Article) -> str | None:
    """One quote: what its author calls a key point, else how the article begins."""
    points = (
        point.text
        for point in article.key_points
        if point.origin != "suggested" and point.kind in {"key point", "summary"}
    )
    paragraphs = (block.html or markup.escaped(block.text) for block in _blocks(article) if block.kind == "paragraph")
    beginnings = (markup.plain(within(html, QUOTE, article.language)[0]) for html in paragraphs)
    return next((text for text in chain(points, beginnings) if text), None)
