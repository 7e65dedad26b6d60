"""All of an article, or its key points alone: what designs show that do not show openings. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.compose import markup
from pipeline.compose.choice import each_thought_once
from pipeline.compose.excerpt import LEAD, LEAD_ENOUGH, Content, Excerpt, Opening, beginning, thoughts, unsaid
from pipeline.compose.openings import Short, opening, without_title
from pipeline.config.shape import Articles
from pipeline.language import people
from pipeline.model import COUNTED, Article, Block, KeyPoint, Section

FIRST, FIRST_ENOUGH = 240, 1  # characters of the lead above key points; one sentence is enough


def full(article: Article, limits: Articles) -> Excerpt:
    """Every block and every key point of the kinds in `limits`, in their order; its other limits are for openings.

    A picture that opens the article stands at its title: the design says where.
    """
    lead = without_title(article.lead, article.title)
    image = lead.pop(0) if lead and lead[0].is_picture else None
    points = [point for point in each_thought_once(article.key_points) if point.kind in limits.kinds]
    further = tuple(point for point in points if point.section is None and point.after is None)
    placed = [point for point in points if point not in further]
    gone = len(article.lead) - len(lead)
    return replace(whole(lead, article.sections, placed, gone), image=image, further=further)


def key_points(article: Article, limits: Articles) -> Excerpt:
    """Every key point in its order, and every warning, as far as `limits` names their kinds; above them a sentence.

    Without any key point there is as much of the lead as in other designs. Where names were changed, the sentence
    speaks of nobody.
    """
    wanted = {*COUNTED, "warning"} & set(limits.kinds)
    points = tuple(point for point in each_thought_once(article.key_points) if point.kind in wanted)
    told = (one for one in unsaid(beginning(article), thoughts(points)) if people.may_be_told(one.text, article))
    if not points:
        return Excerpt(content=opening(list(told), LEAD, LEAD_ENOUGH, article.language))
    first = next((one for one in told if one.kind == "paragraph"), None)
    return Excerpt(
        content=opening([first], FIRST, FIRST_ENOUGH, article.language) if first else (),
        further=points,
    )


def whole(lead: Sequence[Block], sections: Sequence[Section], points: Iterable[KeyPoint], gone: int = 0) -> Excerpt:
    """All of a text; a list that only says the key points which stand beside it is left to them.

    `gone` tells how many blocks of the beginning `lead` is without.
    """
    beside: dict[int | None, list[KeyPoint]] = defaultdict(list)
    for point in points:
        beside[point.section].append(point)
    openings = [Opening(section.heading, _all(section.blocks, beside[index])) for index, section in enumerate(sections)]
    return Excerpt(content=_all(lead, beside[None], gone), openings=tuple(openings))


def _all(blocks: Sequence[Block], beside: Sequence[KeyPoint], gone: int = 0) -> Content:
    """`blocks`, each key point in its place; of a picture that a mail cannot show its words remain."""
    said = thoughts(beside)
    placed: dict[int, list[KeyPoint]] = defaultdict(list)
    for point in beside:
        placed[len(blocks) if point.after is None else min(max(point.after - gone, 0), len(blocks))].append(point)
    told: list[Short | KeyPoint] = [*placed[0]]
    for place, block in enumerate(blocks, 1):
        told += [Short(shown) for one in unsaid([block], said) if (shown := _showable(one))]
        told += placed[place]
    return tuple(told)


def _showable(block: Block) -> Block | None:
    if block.kind != "image" or block.is_picture:
        return block
    words = block.html or markup.escaped(block.text)
    return replace(block, kind="paragraph", text=markup.plain(words), html=words, url=None) if words.strip() else None
