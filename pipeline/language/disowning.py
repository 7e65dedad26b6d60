"""Key points that their author gives to somebody else in the sentence beside them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

from pipeline import language as languages
from pipeline.language import speech
from pipeline.language.disowning_words import DENIES, GIVES
from pipeline.language.letters import letters
from pipeline.language.patterns import ready
from pipeline.model import Article, Block, KeyPoint

_LONGEST = 5_000  # characters of a paragraph that is looked through
_OPENS = r"[\W_]*(?:(?:maar|but|aber|mais|pero|ma|nee|no|nein|non)[,:]? )?"  # before the words of a row


def giver(article: Article, point: KeyPoint) -> str | None:
    """Who is given `point` by its author: a name, nothing where there is none; None where it is the author's own."""
    first, *rest = languages.sentences(point.text, article.language) or [""]
    after = languages.sentences(_after(article, point)[:_LONGEST], article.language)[:1]
    given = next((one for one in (*rest, *after) if gives(one, article.language)), None)
    if given is not None:
        return speech.speaker(given) or ""
    if (named := _given(article).get(letters(first))) is not None:
        return named
    before = _before(article, point)
    return speech.speaker(before) if before.rstrip().endswith(":") else None


def gives(sentence: str, language: str) -> bool:
    """Whether `sentence` says that the one before it is somebody else's: “That is not mine”, “as Nora used to say”."""
    pattern = _pattern(language[:2].lower())
    return bool(pattern and pattern.match(sentence) and not sentence.rstrip(" ”»").endswith(("?", ":")))


@lru_cache(maxsize=16)
def _given(article: Article) -> Mapping[str, str]:
    """The letters of each sentence that the next one of its paragraph gives away, and to whom."""
    blocks = (*article.lead, *(block for section in article.sections for block in section.blocks))
    paragraphs = (block.text for block in blocks if block.kind == "paragraph" and len(block.text) <= _LONGEST)
    pairs = (pair for text in paragraphs for pair in pairwise(languages.sentences(text, article.language)))
    return {letters(one): speech.speaker(two) or "" for one, two in pairs if gives(two, article.language)}


def _section(article: Article, point: KeyPoint) -> tuple[Block, ...]:
    return article.part(point.section).blocks


def _after(article: Article, point: KeyPoint) -> str:
    """The paragraph right behind a key point, with nothing but key points between them; or nothing."""
    blocks = _section(article, point)
    if point.after is None or point.after > len(blocks) or _is_not_next(article, point, last=True):
        return ""
    if point.after == len(blocks):
        following = 0 if point.section is None else point.section + 1
        if following >= len(article.sections) or article.sections[following].heading:
            return ""
        blocks = article.sections[following].blocks
        return blocks[0].text if blocks and blocks[0].kind == "paragraph" else ""
    block = blocks[point.after]
    return block.text if block.kind == "paragraph" else ""


def _before(article: Article, point: KeyPoint) -> str:
    """The last sentence of the paragraph right before a key point; or nothing."""
    blocks = _section(article, point)
    if not point.after or point.after > len(blocks) or _is_not_next(article, point, last=False):
        return ""
    block = blocks[point.after - 1]
    sentences = languages.sentences(block.text[:_LONGEST], article.language) if block.kind == "paragraph" else []
    return sentences[-1] if sentences else ""


def _is_not_next(article: Article, point: KeyPoint, *, last: bool) -> bool:
    """Whether another key point stands between `point` and what follows it, or stands before it."""
    beside = [one for one in article.key_points if (one.section, one.after) == (point.section, point.after)]
    return bool(beside) and beside[-1 if last else 0] != point


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    row = [table[language] for table in (DENIES, GIVES) if language in table]
    return ready(rf"{_OPENS}(?:{'|'.join(row)})") if row else None
