"""What of an article may stand beside a key point in a post. Pure.

Every sentence is the author's, as written; `passages.py` tells which may be taken out of their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, islice, pairwise, takewhile

from pipeline import language as languages
from pipeline.compose import shorten
from pipeline.compose.passages import Passage, different, passages
from pipeline.compose.passages import premise as ending
from pipeline.compose.sentences import may_be_alone
from pipeline.language import days, turns
from pipeline.language.citations import without_citations
from pipeline.language.claims import claims, warns
from pipeline.language.people import may_be_told
from pipeline.language.standing import UNMARKED, Standing, alike, related, retells, stand_alone, stems
from pipeline.model import Article, Block, KeyPoint

MOST = 3  # passages for one thought, so that networks can differ
_ITEMS, _ITEM = (2, 5), 120  # of a list that a post has room for: how many, and the characters of each
_LONG_AGO = date(2000, 1, 1)  # where nobody knows when it was written, any day since may be one to come
_PARAGRAPHS = 100  # beside a key point that are looked at, the nearest


def around(article: Article, point: KeyPoint) -> tuple[Sequence[Block], int | None]:
    """The blocks that lead to a key point, or else follow it; and which of them is next to it, where that is known.

    Its author wrote it as what a stretch of a section comes to: what stands before another point belongs to that one.
    """
    blocks, after = article.part(point.section).blocks, point.after
    if after is None:
        return (blocks[:_PARAGRAPHS] if point.section is not None else ()), None
    others = [one for one in article.key_points if one.section == point.section and one.after is not None]
    earlier = takewhile(lambda one: one is not point, others)
    start = max(point.since, *(one.after or 0 for one in earlier), after - _PARAGRAPHS, 0)
    if start < after:
        return blocks[start:after], after - start - 1
    return (blocks[:_PARAGRAPHS], 0) if after == 0 and len(others) == 1 else ((), None)


def beside(article: Article, point: KeyPoint, told: Sequence[str], term: str | None) -> tuple[Passage, ...]:
    """Passages that may stand beside `point`: those that have most in common with it, in their order.

    Args:
        told: The point as it is told, first the heart of it, then what follows of its author's.
        term: What was put before the point; a passage that introduces it would say it twice.
    """
    blocks, near = around(article, point)
    text = told[0]
    found = [
        (place, new)
        for place, passage in passages(blocks, article, told)
        if not (term and _introduces(term, passage, article.language)) and not _burdens(passage.text, article, told)
        if (new := _new(passage, told, article.language))
    ]
    about = [(place, shown) for place, passage in found if (shown := _about(passage, text))]
    if not about and near is not None and _is_cut_by_points(article, point):
        about = sorted(found, key=lambda one: abs(one[0] - near))[:1]
    places = {passage: place for place, passage in reversed(about)}
    best = sorted(places, key=lambda one: (-len(stems(one.text) & stems(text)), places[one]))
    return tuple(sorted(islice(different(best), MOST), key=places.__getitem__))


def premise(article: Article, point: KeyPoint, told: Sequence[str]) -> Passage | None:
    """How the paragraph right before a `point` that concludes something ends, where that stands alone and is new."""
    blocks, near = around(article, point)
    found = ending(blocks[near], article, told) if near is not None and near < len(blocks) and point.after else None
    return None if found is None or _burdens(found.text, article, told) else _new(found, told, article.language)


def _is_cut_by_points(article: Article, point: KeyPoint) -> bool:
    """Whether only key points divide the text where `point` stands, so that what lies between them has one subject."""
    return point.section is not None and article.part(point.section).heading is None


def _new(passage: Passage, told: Sequence[str], language: str) -> Passage | None:
    """`passage` up to a sentence that retells what is told; nothing where its first does."""

    def is_new(said: str) -> bool:
        return not any(retells(part, one) for part in languages.sentences(said, language) for one in told)

    new = tuple(takewhile(is_new, passage.sentences))
    return replace(passage, sentences=new, leads=passage.leads and new == passage.sentences) if new else None


def _introduces(term: str, passage: Passage, language: str) -> bool:
    named = shorten.term_of(None, passage.sentences[:1], language) or ""
    return named.casefold() == term.casefold()


def _burdens(said: str, article: Article, told: Sequence[str]) -> bool:
    """Whether `said` would hold a post, or make it come too late, that its key point alone does not."""
    held = any(claims(said, article.language)) and not any(claims(" ".join(told), article.language))
    return held or _perishes(said, article, told)


def _perishes(said: str, article: Article, told: Sequence[str]) -> bool:
    """Whether `said` names a day to come and the key point does not, so that with it the post soon came too late."""
    return _names_day(said, article) and not _names_day(" ".join(told), article)


def _names_day(text: str, article: Article) -> bool:
    written = article.published.date() if article.published else _LONG_AGO
    return bool(days.named(text, article.language, written, dated=article.published is not None))


def _about(passage: Passage, text: str) -> Passage | None:
    """`passage` from its first sentences on that have a word of substance in common with `text`, or nothing.

    Where only the second has one, the two are one: that one leans on the first.
    """
    for count in range(1, len(passage.sentences) + 1):
        if related(" ".join(passage.sentences[:count]), text):
            return passage.joined(count)
    return None


def steps(article: Article, point: KeyPoint, told: Sequence[str]) -> tuple[str, ...]:
    """The short list next to `point` with the sentence that introduces it, where both stand alone; else nothing.

    Of several before a known place only the last counts: another that begins after it begins another thought.
    """
    blocks, near = around(article, point)
    spoken = turns.of(article)
    listed = [
        (one, two) for one, two in pairwise(blocks) if two.kind == "list" and {one.text, two.text}.isdisjoint(spoken)
    ]
    for before, block in listed[-1:] if near is not None else listed:
        introduction = (languages.sentences(before.text, article.language) or [""])[-1]
        if related(f"{before.text} {block.text}", told[0]) and _introduces_list(introduction, article.language):
            lines = [without_citations(line) for line in (introduction, *(item.text for item in block.items))]
            if _is_short(block) and all(_may_be_listed(line, article, told) for line in lines):
                return tuple(lines)
    return ()


def _introduces_list(sentence: str, language: str) -> bool:
    """Whether `sentence` introduces a list, and stands alone as it is."""
    standing = stand_alone(sentence, language)
    return sentence.endswith(":") and isinstance(standing, Standing) and set(standing.repairs) <= {UNMARKED}


def _is_short(block: Block) -> bool:
    fits = all(len(item.text) <= _ITEM and item.depth == 0 for item in block.items)
    return fits and _ITEMS[0] <= len(block.items) <= _ITEMS[1]


def _may_be_listed(line: str, article: Article, told: Sequence[str]) -> bool:
    again = any(alike(line, one) for one in told)
    return may_be_told(line, article) and not again and not _burdens(line, article, told)


def warnings(article: Article) -> tuple[tuple[str, str], ...]:
    """Each sentence that says where the limits of a treatment are and may be alone, with its paragraph before it."""
    blocks = chain(article.lead, *(section.blocks for section in article.sections))
    spoken = turns.of(article)
    paragraphs = (block.text for block in blocks if block.kind == "paragraph" and block.text not in spoken)
    said = ((text, one) for text in paragraphs for one in languages.sentences(text, article.language))
    return tuple((text, one) for text, one in said if warns(one, article.language) and may_be_alone(one, article))


def warning(point: KeyPoint, among: Iterable[tuple[str, str]]) -> str:
    """The shortest of an article's `warnings` that stands in a paragraph about the same as `point`, or ""."""
    return min((said for paragraph, said in among if related(paragraph, point.text)), key=len, default="")
