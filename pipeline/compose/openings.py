"""Make a text short without cutting a sentence: the opening of a section, the first items of a list. Pure.

Lengths are characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline import language
from pipeline.compose import markup
from pipeline.model import Block, Item

ITEM, ITEMS = 180, 4
ONE_SENTENCE = 1000  # longer than this it is no sentence, but a text whose points were lost
CODE_LINES, TABLE_ROWS, TABLE_COLUMNS, TABLE_WORD = 8, 6, 3, 20


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


def opening(blocks: Sequence[Block], room: int, enough: int, tag: str) -> tuple[Short, ...]:
    """The first of `blocks`, as many as are `enough`, in no more than `room`.

    What ends in a colon brings what follows, or is left out. `tag` is the language's.
    """
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


def without_title(blocks: Sequence[Block], title: str) -> list[Block]:
    """`blocks`, but where they begin with `title` as a sentence or line of its own, what follows it."""
    kept = list(blocks)
    place = next((i for i, block in enumerate(kept) if block.kind != "image"), None)
    if place is None or kept[place].kind != "paragraph" or not title.strip():
        return kept
    html = markup.tidy(kept[place].html or markup.escaped(kept[place].text))
    words = r"\s+".join(re.escape(word) for word in title.rstrip(" .!?…").split())
    text = markup.plain(html)
    said = re.match(words + r"[.!?…]*(?:\s*$|\n|(?<=[.!?…])\s)\s*", text, re.IGNORECASE)
    if said and not text[said.end() :][:1].islower():
        rest = markup.after(html, said.end())
        kept[place : place + 1] = [replace(kept[place], text=markup.plain(rest), html=rest)] if rest else []
    return kept


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
        narrow = all(line.count(" | ") < TABLE_COLUMNS and max(map(len, line.split())) <= TABLE_WORD for line in lines)
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
    return (
        Short(replace(block, items=tuple(items), text="\n".join(item.text for item in items)), left_out, left_out > 0)
        if items
        else None
    )


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
        if language.points_elsewhere(sentence) or len(sentence) > ONE_SENTENCE or (end and stop > room):
            break
        end = stop
    whole = end == len(text.rstrip())
    return (tidy if whole else markup.cut(tidy, end) if end else ""), not whole
