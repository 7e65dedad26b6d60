"""A person's wording of key points: chosen once, for mails, cards and all networks.

The yes to a suggested key point is a wording too: its own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import takewhile

from sqlalchemy import Connection, delete, insert, select

from pipeline.language.citations import without_citations
from pipeline.ledger.schema import wordings
from pipeline.model import Article, Block, Item, KeyPoint


@dataclass(frozen=True)
class Wording:
    """What a person decided about one key point.

    Attributes:
        text: In other words; None leaves the author's.
        left_out: It is not told.
    """

    text: str | None = None
    left_out: bool = False


def choose(connection: Connection, brand: str, article: str, key_point: str, wording: Wording) -> None:
    """Keep a decision in place of an earlier one.

    Args:
        connection: A transaction that writes.
        brand: Whose.
        article: Its identity.
        key_point: As the author wrote it, or as it was suggested.
        wording: What a person decided.
    """
    key = {"brand": brand, "article": article, "key_point": key_point}
    connection.execute(delete(wordings).where(*(wordings.c[column] == value for column, value in key.items())))
    if wording != Wording():
        connection.execute(insert(wordings).values(**key, wording=wording.text, left_out=wording.left_out))


def of_article(connection: Connection, brand: str, article: str) -> dict[str, Wording]:
    """Every decision about an article, by the key point as the author wrote it."""
    query = select(wordings).where(wordings.c.brand == brand, wordings.c.article == article)
    return {row.key_point: Wording(row.wording, row.left_out) for row in connection.execute(query)}


def applied(article: Article, chosen: Mapping[str, Wording]) -> Article:
    """The article as a person wants it told: its key points, and its text where that says them too."""
    numbered = [
        (replace(point, number=number), chosen.get(point.text, Wording()))
        for number, point in enumerate(article.key_points, 1)
    ]
    written = {point.text for point in article.key_points if point.origin != "suggested"}
    said = {text: wording for text, wording in chosen.items() if text in written}  # a suggestion is a copy of the text
    sections = [replace(section, blocks=_blocks(section.blocks, said)) for section in article.sections]
    return replace(
        article,
        lead=_blocks(article.lead, said),
        sections=tuple(sections),
        key_points=tuple(
            replace(point if wording.text is None else _reworded(point, wording.text), since=_since(point, numbered))
            for point, wording in numbered
            if not wording.left_out
        ),
    )


def _reworded(point: KeyPoint, text: str) -> KeyPoint:
    return replace(point, text=text, origin="edited", why=())


def _since(point: KeyPoint, numbered: Iterable[tuple[KeyPoint, Wording]]) -> int:
    """How many blocks of its section belong to those before it that are left out."""
    before = takewhile(lambda one: one[0].number < point.number, numbered)
    return max(
        (one.after or 0 for one, wording in before if wording.left_out and one.section == point.section), default=0
    )


def with_decided(article: Article, chosen: Mapping[str, Wording]) -> Article:
    """`article`, as it was read now, with the suggestions of before that a person said yes to.

    What is suggested may change with a setting or a version; a person's word stays, while the sentence stands there.
    """
    known = {point.text for point in article.key_points}
    wanted = [text for text, wording in chosen.items() if wording.text is not None and text not in known]
    found = [
        KeyPoint(text, origin="suggested", section=place[0]) for text in wanted for place in _places(text, article)
    ]
    return replace(article, key_points=(*article.key_points, *found)) if found else article


def _places(text: str, article: Article) -> list[tuple[int | None]]:
    """The first place of a sentence in the article's paragraphs, by the index of its section; or nothing."""
    parts = [(None, article.lead), *((index, one.blocks) for index, one in enumerate(article.sections))]
    holds = (index for index, blocks in parts for block in blocks if text in without_citations(block.text))
    return [(index,) for index in holds][:1]


def _blocks(blocks: Sequence[Block], chosen: Mapping[str, Wording]) -> tuple[Block, ...]:
    """`blocks` without lines that only say what is left out, and with the new words of what is reworded."""
    return tuple(told for block in blocks if (told := _block(block, chosen)) is not None)


def _block(block: Block, chosen: Mapping[str, Wording]) -> Block | None:
    lines = [item.text for item in block.items] or [block.text]
    if not any(line in chosen for line in lines):
        return block
    if not block.items:
        wording = chosen[block.text]
        if wording.left_out or wording.text is None:
            return None if wording.left_out else block
        return replace(block, text=wording.text, html=escape(wording.text))
    told = [_item(item, chosen.get(item.text, Wording())) for item in block.items]
    items = tuple(item for item in told if item is not None)
    return replace(block, text="\n".join(item.text for item in items), items=items) if items else None


def _item(item: Item, wording: Wording) -> Item | None:
    if wording.left_out:
        return None
    return item if wording.text is None else replace(item, text=wording.text, html=escape(wording.text))


def original(article: Article, chosen: Mapping[str, Wording], text: str) -> str:
    """The key point as the author wrote it, of one as it is told."""
    reworded = {wording.text: key for key, wording in chosen.items() if wording.text is not None}
    return reworded.get(text, text) if text not in {point.text for point in article.key_points} else text
