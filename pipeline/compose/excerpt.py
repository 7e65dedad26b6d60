"""What of an article stands in a newsletter: its lead, the openings of some sections, and a few key points. Pure.

Texts end where a sentence ends. Lengths are characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from pipeline import language
from pipeline.compose import markup
from pipeline.config.shape import Articles
from pipeline.model import Article, Block, Item, KeyPoint

LEAD, LEAD_ENOUGH = 480, 260
OPENING, OPENING_ENOUGH = 380, 140
QUOTE = 280
ITEM, ITEMS = 180, 4
ONE_SENTENCE = 1000  # longer than this it is no sentence, but a text whose points were lost
CODE_LINES, TABLE_ROWS, TABLE_COLUMNS = 8, 6, 3

_Thing = TypeVar("_Thing")

# A sentence that leans on what we do not show: it says where to read on in the article.
_ELSEWHERE = re.compile(
    r"\b(in (de|het) (volgende|vorige) (paragraaf|alinea|hoofdstuk|deel|stuk)|"
    r"in the (next|following|previous) (section|paragraph|chapter|part)|"
    r"im (nächsten|folgenden|vorigen) (abschnitt|absatz|kapitel|teil)|"
    r"(dans|à) (le|la) (paragraphe|section|chapitre|partie) (suivante?|précédente?)|"
    r"en (el|la) (siguiente|próxim[oa]|anterior) (párrafo|sección|capítulo|apartado|parte)|"
    r"nel(la)? (prossim[oa]|seguente|precedente) (paragrafo|sezione|capitolo|parte))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Short:
    """A block as the newsletter shows it.

    Attributes:
        left_out: How many items of a list are not shown.
        cut: Whether the block stops before its end.
    """

    block: Block
    left_out: int = 0
    cut: bool = False


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
    openings = [opening(section.blocks, OPENING, OPENING_ENOUGH, article.language) for section in article.sections]
    shown = _sections(article, openings, points, limits.sections_each)
    return Excerpt(
        image=next((block for block in _blocks(article) if block.kind == "image" and (block.url or "").startswith("https://")), None),
        lead=opening(article.lead, LEAD, LEAD_ENOUGH, article.language),
        openings=tuple(
            Opening(article.sections[i].heading, openings[i], tuple(point for point in points if point.section == i)) for i in shown
        ),
        key_points=tuple(point for point in points if point.section not in shown and (point.kind != "warning" or point.section is None)),
    )


def opening(blocks: Sequence[Block], room: int, enough: int, tag: str) -> tuple[Short, ...]:
    """The first of `blocks`, as many as are `enough`, in no more than `room`; what ends in a colon brings what follows."""
    taken: list[Short] = []
    used = 0
    for block in (block for block in blocks if block.kind != "image"):
        if taken and (taken[-1].cut or (used >= enough and not _announces(taken[-1]))):
            break
        short = _short(block, max(room - used, 0), tag)
        if short is None:
            break
        taken.append(short)
        used += len(short.block.text)
    if taken and _announces(taken[-1]):
        taken[-1:] = _without_announcement(taken[-1], tag)
    return tuple(taken)


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
            once.setdefault(" ".join(point.text.casefold().split()), point)
    warnings = [point for point in once.values() if point.kind == "warning"]
    others = [point for point in once.values() if point.kind != "warning"]
    kept = {id(point) for point in spread(others, most) + spread(warnings, max(most, 1))}
    return [point for point in once.values() if id(point) in kept]


def _sections(article: Article, openings: Sequence[Sequence[Short]], points: Sequence[KeyPoint], most: int) -> list[int]:
    """Which sections to show. Without headings only the first ones: a later one would follow from nothing."""
    filled = [i for i, blocks in enumerate(openings) if blocks]
    headed = [i for i in filled if article.sections[i].heading]
    candidates = headed or filled[:most]
    with_points = {point.section for point in points if point.kind != "warning"}
    first = sorted(candidates, key=lambda i: i not in with_points)
    return sorted(first[:most])


def _blocks(article: Article) -> Iterable[Block]:
    yield from article.lead
    for section in article.sections:
        yield from section.blocks


def _announces(short: Short) -> bool:
    return short.block.kind == "paragraph" and short.block.text.rstrip().endswith(":")


def _short(block: Block, room: int, tag: str) -> Short | None:
    """`block` in no more than `room`, but at least one whole sentence; None where it cannot be shortened decently."""
    lines = block.text.splitlines()
    if block.kind == "list":
        return _short_list(block, tag)
    if block.kind == "code":
        return Short(block) if len(lines) <= CODE_LINES else None
    if block.kind == "table":
        narrow = all(line.count(" | ") < TABLE_COLUMNS for line in lines)
        return Short(block) if narrow and len(lines) <= TABLE_ROWS else None
    html, cut = within(block.html or markup.escaped(block.text), room, tag)
    return Short(replace(block, text=markup.plain(html), html=html), cut=cut) if html else None


def _without_announcement(short: Short, tag: str) -> list[Short]:
    """What is left of a paragraph without its last sentence, whose colon announces what we do not show."""
    sentences = language.sentences(short.block.text, tag)
    if len(sentences) < 2:
        return []
    html, _ = within(short.block.html, len(short.block.text) - len(sentences[-1]), tag)
    return [Short(replace(short.block, text=markup.plain(html), html=html), cut=True)]


def _short_list(block: Block, tag: str) -> Short | None:
    """The first items, each with what hangs under it. One item more is shown rather than counted."""
    tops = [i for i, item in enumerate(block.items) if item.depth == 0]
    stop = len(block.items) if len(tops) <= ITEMS + 1 else tops[ITEMS]
    items = [_short_item(item, tag) for item in block.items[:stop]]
    left_out = sum(i >= stop for i in tops)
    return Short(replace(block, items=tuple(items), text="\n".join(item.text for item in items)), left_out, left_out > 0) if items else None


def _short_item(item: Item, tag: str) -> Item:
    html, _ = within(item.html or markup.escaped(item.text), ITEM, tag)
    return replace(item, text=markup.plain(html), html=html) if html else item


def within(html: str, room: int, tag: str) -> tuple[str, bool]:
    """The first whole sentences of `html` in no more than `room`, but at least one, and whether some are left out.

    Nothing where the first is no sentence, or leans on what is not shown.
    """
    tidy = markup.tidy(html)
    text = markup.plain(tidy)
    end = 0
    for sentence in language.sentences(text, tag):
        stop = text.index(sentence, end) + len(sentence)
        if _ELSEWHERE.search(sentence) or len(sentence) > ONE_SENTENCE or (end and stop > room):
            break
        end = stop
    whole = end == len(text.rstrip())
    return (tidy if whole else markup.cut(tidy, end) if end else ""), not whole


def _quote(article: Article) -> str | None:
    """One quote: what its author calls a key point, else how the article begins."""
    points = (point.text for point in article.key_points if point.origin != "suggested" and point.kind in {"key point", "summary"})
    paragraphs = (block.html or markup.escaped(block.text) for block in _blocks(article) if block.kind == "paragraph")
    beginnings = (markup.plain(within(html, QUOTE, article.language)[0]) for html in paragraphs)
    return next((text for text in chain(points, beginnings) if text), None)
