"""What of an article may stand beside a key point in a post, and what announces it. Pure.

Every sentence is the author's, as written; `passages.py` tells which may be taken out of their place.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice, pairwise

from pipeline import language as languages
from pipeline.compose import shorten
from pipeline.compose.passages import Passage, announcing, may_be_alone, passages
from pipeline.language.claims import heals, warns
from pipeline.language.people import may_be_told
from pipeline.language.standing import Standing, defines, related, stand_alone, stems
from pipeline.model import Article, Block, KeyPoint

MOST = 3  # passages for one thought, so that networks can differ
_ITEMS, _ITEM = (2, 5), 120  # of a list that a post has room for: how many, and the characters of each
_ANNOUNCING, _ENOUGH = 4, 2  # passages for an announcement; fewer want what the article says of itself
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
    if not about and near is not None and _is_cut_by_points(article, point):
        about = sorted(found, key=lambda one: abs(one[0] - near))[:1]
    best = sorted(about, key=lambda one: len(stems(one[1].text) & stems(text)), reverse=True)[:MOST]
    return tuple(told for _, told in sorted(best, key=lambda one: one[0]))


def _is_cut_by_points(article: Article, point: KeyPoint) -> bool:
    """Whether only key points divide the text where `point` stands, so that what lies between them has one subject."""
    return point.section is not None and article.sections[point.section].heading is None


def _introduces(term: str, passage: Passage, language: str) -> bool:
    named = shorten.term_of(None, passage.sentences[:1], language) or ""
    return named.casefold() == term.casefold()


def _about(passage: Passage, text: str) -> Passage | None:
    """`passage` from its first sentences on that have a word of substance in common with `text`, or nothing.

    Where only the second has one, the two are one: that one leans on the first.
    """
    for count in range(1, len(passage.sentences) + 1):
        if related(" ".join(passage.sentences[:count]), text):
            return passage.joined(count)
    return None


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
        told = short and introduction.endswith(":") and stands and related(f"{before.text} {block.text}", text)
        if told and all(may_be_told(one, article) for one in (introduction, *items)):
            return (introduction, *items)
    return ()


def of_article(article: Article, told: Sequence[str]) -> tuple[Passage, ...]:
    """Passages that announce `article`, the best first: its beginning, what it comes to, what it says of itself.

    One that promises a cure would hold the announcement, so it is taken only where there is no other.

    Args:
        told: What is said elsewhere, the title first: what is about nothing of that announces nothing.
    """
    lead = [block for block in article.lead if block.kind == "paragraph"]
    body = list(islice(chain.from_iterable(section.blocks for section in article.sections), _PARAGRAPHS))
    own = [Passage((sentence,)) for sentence in announcing((*lead, *body), article)]
    begun = [_more_than_defined(one) for _, one in passages(lead, article, told)]
    last = (
        _without_points(article)[-1:] if article.sections and not _pointed(article, len(article.sections) - 1) else []
    )
    ended = [one for part in last for one in _about_any(part, article, told)]
    found = list(dict.fromkeys((*begun, *ended[:1])))
    found += own if len(found) < _ENOUGH else []
    clean = [one for one in found if not heals(one.text, article.language)]
    return tuple((clean or found)[:_ANNOUNCING])


def best_of(article: Article, told: Sequence[str]) -> Passage | None:
    """The passage that says best what `article` is about, where it has no title to speak of; None where none does.

    Args:
        told: The key points; what it says must be about one of them, and no key point of its section's.
    """
    whole = [" ".join(told), *told]
    parts = (article.lead, *_without_points(article)[:_PARAGRAPHS])
    found = [one for part in parts for one in _about_any(part, article, whole) if not heals(one.text, article.language)]
    return min(found, key=lambda one: _rank(one, whole[0]), default=None)


def warning(article: Article, point: KeyPoint) -> str:
    """The shortest sentence in which a paragraph about the same says where the limits of a treatment are, or ""."""
    blocks = chain(article.lead, *(section.blocks for section in article.sections))
    near = (block for block in blocks if block.kind == "paragraph" and related(block.text, point.text))
    said = chain.from_iterable(languages.sentences(block.text, article.language) for block in islice(near, _PARAGRAPHS))
    return min(
        (one for one in said if warns(one, article.language) and may_be_alone(one, article)), key=len, default=""
    )


def _pointed(article: Article, section: int) -> bool:
    """Whether a key point comes from a section: what it comes from is told with it. A suggestion is not told yet."""
    return any(point.section == section and point.origin != "suggested" for point in article.key_points)


def _without_points(article: Article) -> list[Sequence[Block]]:
    return [section.blocks for place, section in enumerate(article.sections) if not _pointed(article, place)]


def _about_any(part: Sequence[Block], article: Article, told: Sequence[str]) -> list[Passage]:
    """Passages of `part` that speak of what is `told`; none that would want a source."""
    found = (_more_than_defined(one) for _, one in passages(part, article, told) if not one.sourced)
    return [one for one in found if related(one.sentences[0], " ".join(told))]


def _more_than_defined(passage: Passage) -> Passage:
    """`passage`, its first two sentences in one where the first only says what something is: that makes nobody stop."""
    return passage.joined(2) if defines(passage.sentences[0]) else passage


def _rank(passage: Passage, told: str) -> tuple[bool, int]:
    """Those that every network has room for first, of them those that have most in common with what is `told`."""
    return len(passage.sentences[0]) > _ROOM, -len(stems(passage.sentences[0]) & stems(told))
