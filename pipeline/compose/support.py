"""What of an article may stand beside a key point in a post, and what announces it. Pure.

Every sentence is the author's, as written; `passages.py` tells which may be taken out of their place.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice, pairwise

from pipeline import language as languages
from pipeline.compose import shorten
from pipeline.compose.passages import Passage, announcing, passages
from pipeline.language.people import may_be_told
from pipeline.language.standing import Standing, defines, related, stand_alone, stems
from pipeline.model import Article, Block, KeyPoint

MOST = 3  # passages for one thought, so that networks can differ
_ITEMS, _ITEM = (2, 5), 120  # of a list that a post has room for: how many, and the characters of each
_ROOM = 200  # characters that the tightest network has room for, beside link and hashtag
_PARAGRAPHS = 100  # of an article, that are looked at for its announcement


def around(article: Article, point: KeyPoint) -> tuple[Sequence[Block], int | None]:
    """The blocks that lead to a key point, or else follow it; and which of them is next to it, where that is known.

    Its author wrote it as what a stretch of a section comes to: what stands before another point belongs to that one.
    """
    section, after = point.section, point.after
    blocks = article.lead if section is None else article.sections[section].blocks if article.sections else ()
    if after is None:
        return (blocks if section is not None else ()), None
    beside = [one for one in article.key_points if one.section == section and one.after is not None]
    place = next(place for place, one in enumerate(beside) if one is point)
    start = max(point.since, *(one.after or 0 for one in beside[:place]), 0)
    if start < after:
        return blocks[start:after], after - start - 1
    return (blocks, 0) if after == 0 and len(beside) == 1 else ((), None)


def beside(article: Article, point: KeyPoint, text: str, term: str | None) -> tuple[Passage, ...]:
    """Passages that may stand beside `point`, told as `text`: those that have most in common with it, in their order.

    Args:
        term: What was put before the point; a passage that introduces it would say it twice.
    """
    blocks, near = around(article, point)
    found = [
        (place, passage)
        for place, passage in passages(blocks, article, (text,))
        if not (term and _introduces(term, passage, article.language))
    ]
    about = [(place, told) for place, passage in found if (told := _about(passage, text))]
    if not about and near is not None:  # whatever its words, the point comes from what stands next to it
        nearest = sorted(found, key=lambda one: abs(one[0] - near))[:1]
        about = nearest if _is_cut_by_points(article, point) else [one for one in nearest if one[0] == near]
    best = sorted(about, key=lambda one: len(stems(" ".join(one[1])) & stems(text)), reverse=True)[:MOST]
    return tuple(told for _, told in sorted(best))


def _is_cut_by_points(article: Article, point: KeyPoint) -> bool:
    """Whether only key points divide the text where `point` stands, so that what lies between them has one subject."""
    return point.section is not None and article.sections[point.section].heading is None


def _introduces(term: str, passage: Passage, language: str) -> bool:
    named = shorten.term_of(None, passage[:1], language)
    return named is not None and named.casefold() == term.casefold()


def _about(passage: Passage, text: str) -> Passage:
    """`passage` from its first sentences on that have a word of substance in common with `text`, or nothing.

    Where only the second has one, the two are one: that one leans on the first.
    """
    for count in range(1, len(passage) + 1):
        if related(" ".join(passage[:count]), text):
            return (" ".join(passage[:count]), *passage[count:])
    return ()


def steps(article: Article, point: KeyPoint, text: str) -> tuple[str, ...]:
    """The short list next to `point` with the sentence that introduces it, where both stand alone; else nothing.

    Of several before a known place only the last counts: another that begins after it begins another thought.
    """
    blocks, near = around(article, point)
    listed = [(before, block) for before, block in pairwise(blocks) if block.kind == "list"]
    for before, block in listed[-1:] if near is not None else listed:
        introduction = (languages.sentences(before.text, article.language) or [""])[-1]
        items = [item.text for item in block.items]
        short = _ITEMS[0] <= len(items) <= _ITEMS[1] and all(len(item) <= _ITEM for item in items)
        stands = isinstance(stand_alone(introduction, article.language), Standing)
        told = short and introduction.endswith(":") and stands and related(before.text, text)
        if told and all(may_be_told(one, article) for one in (introduction, *items)):
            return (introduction, *items)
    return ()


def of_article(article: Article, told: Sequence[str], *, anywhere: bool = False) -> tuple[Passage, ...]:
    """Passages that announce `article`, the best first: what it says of itself, its beginning, what it comes to.

    Args:
        told: What is said elsewhere, the title first: what is about nothing of that announces nothing.
        anywhere: Whether the best sentence of all will do, since there is no title to speak of.
    """
    lead = [block for block in article.lead if block.kind == "paragraph"]
    pointed = {point.section for point in article.key_points}  # what a key point comes from is told with it
    parts = [section.blocks for place, section in enumerate(article.sections) if place not in pointed]
    parts = parts if anywhere else parts[-1:] if len(article.sections) - 1 not in pointed else []
    body = islice(chain.from_iterable(section.blocks for section in article.sections), _PARAGRAPHS)
    own = [(sentence,) for sentence in announcing((*lead, *body), article)]
    begun = [_more_than_defined(one) for _, one in passages(lead, article, told)]
    rest = [one for part in parts[:_PARAGRAPHS] for _, one in passages(part, article, told)]
    ended = [one for one in map(_more_than_defined, rest) if related(one[0], told[0] if anywhere else " ".join(told))]
    # What an article comes to, its last part says first.
    ranked = sorted((*begun, *ended), key=lambda one: _rank(one, told[0])) if anywhere else (*begun, *ended[:1])
    return tuple(dict.fromkeys((*own, *ranked)))[:MOST]


def _more_than_defined(passage: Passage) -> Passage:
    """`passage`, its first two sentences in one where the first only says what something is: that makes nobody stop."""
    return (" ".join(passage[:2]), *passage[2:]) if defines(passage[0]) else passage


def _rank(passage: Passage, title: str) -> tuple[bool, int]:
    """Those that every network has room for first, of them those that have most in common with `title`."""
    return len(passage[0]) > _ROOM, -len(stems(passage[0]) & stems(title))
