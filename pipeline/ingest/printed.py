"""What a printed page holds besides its columns: running headers, pull quotes, boxes, a standfirst, end marks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from pipeline.model import Dropped

WORD = re.compile(r"[^\W\d_]+")
_END_MARK = re.compile(r"(?<=[.!?”]) ([a-z■□▪◆●♦])\s*$")
_ENDED = re.compile(rf"[.!?:;…][\"'”’»)\]\d]*\s*$|\[\d+\]\s*$|{_END_MARK.pattern}")
NEAR_END = 80  # characters: what stands further from a text's end says nothing about how it ends


def ended(text: str) -> bool:
    """Whether a paragraph ends as one does: with an end mark, a citation marker or the mark of an article's end."""
    return bool(_ENDED.search(text[-NEAR_END:]))


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together.

    Attributes:
        blanks: Share of lines that keep the blank a PDF leaves at a word's end.
        open_word: True where the last line broke inside a word.
        width: Characters of a usual line; 0 of a single line.
        drop_cap: True where it begins with a letter on a line of its own.
    """

    text: str
    blanks: float
    open_word: bool
    width: int
    drop_cap: bool

    @property
    def ended(self) -> bool:
        """Whether it ends as a paragraph does."""
        return ended(self.text)


@dataclass(frozen=True)
class Unwrapped:
    """What wrapped text says.

    Attributes:
        standfirst: The introduction that a magazine sets apart from its columns, wherever on the page it was printed.
    """

    paragraphs: list[str]
    standfirst: str | None
    dropped: list[Dropped]


_NEAR = 40  # paragraphs: a pull quote stands on a page of the passage it repeats


def apart(paragraphs: list[Paragraph]) -> Unwrapped:
    """The article's own paragraphs, its standfirst apart; what else the page holds is dropped."""
    kept: list[Paragraph] = []
    dropped: list[Dropped] = []
    usual = sorted(paragraph.blanks for paragraph in paragraphs)[len(paragraphs) // 2]
    headers = _running_headers([paragraph.text for paragraph in paragraphs])
    heard = [frozenset(WORD.findall(paragraph.text.casefold())) for paragraph in paragraphs]
    page_end: int | None = None
    for at, paragraph in enumerate(paragraphs):
        reason = "running header" if at in headers else None
        page_end = len(kept) if reason and page_end is None and kept else page_end
        if reason is None and _is_pull_quote(at, paragraphs, heard):
            reason = "pull quote, repeated from the article"
        if reason is None and usual > 0.6 and paragraph.blanks < 0.35 and len(paragraph.text) > 200:
            reason = "a box set apart from the article (advertisement)"
        if reason:
            dropped.append(Dropped(paragraph.text, reason))
        else:
            kept.append(paragraph)
    place = _standfirst(kept, page_end)
    standfirst = kept.pop(place).text if place is not None else None
    texts = [paragraph.text for paragraph in kept]
    if texts and (mark := _END_MARK.search(texts[-1])):
        dropped.append(Dropped(mark[1], "mark at the end of the article"))
        texts[-1] = texts[-1][: mark.start()]
    return Unwrapped(texts, standfirst, dropped)


_WIDER = 1.1  # times the columns' width: what is set so is set apart
_PAGE = 10  # paragraphs of a page that no running header ends


def _standfirst(paragraphs: list[Paragraph], page_end: int | None) -> int | None:
    """The place of the introduction of a body that a drop cap begins; None without either.

    It stands right above the drop cap, below nothing but the title; or it was printed elsewhere on that page, and is
    the one paragraph that is wider than the columns.
    """
    start = next((at for at, paragraph in enumerate(paragraphs) if paragraph.drop_cap), None)
    if start is None:
        return None
    prose = [at for at in range(start) if paragraphs[at].ended and len(paragraphs[at].text) > 80]
    if prose:
        return prose[0] if prose == [start - 1] else None
    end = min(len(paragraphs) - 1, page_end if page_end and page_end > start else start + _PAGE)
    page = range(start, end)
    wide = [at for at in page if _is_wide(paragraphs[at], [paragraphs[one].width for one in page if one != at])]
    return wide[0] if len(wide) == 1 and wide[0] > start else None


def _is_wide(paragraph: Paragraph, others: list[int]) -> bool:
    columns = max(others, default=0)
    whole = paragraph.ended and paragraph.text[:1].isupper()
    return whole and columns > 0 and paragraph.width > columns * _WIDER and len(paragraph.text) > 2 * paragraph.width


def _running_headers(texts: list[str]) -> set[int]:
    """Places of short lines in capitals whose words stand elsewhere as a line of their own, and of their neighbours."""
    counts = Counter(text.casefold() for text in texts)
    capitals = {at for at, text in enumerate(texts) if text.isupper() and len(text.split()) <= 10}
    repeated = {at for at in capitals if counts[texts[at].casefold()] > 1}
    return {at for at in capitals if {at - 1, at, at + 1} & repeated}


def _is_pull_quote(at: int, paragraphs: list[Paragraph], heard: list[frozenset[str]]) -> bool:
    """Whether a paragraph's words nearly all recur in a longer one nearby."""
    text = paragraphs[at].text
    words = [word for word in WORD.findall(text.casefold()) if len(word) > 3]
    if not 4 <= len(words) <= 90 or (text[:1].isupper() and not ended(text)):
        return False
    needed = (0.95 if ended(text) else 0.75) * len(words)
    return any(
        len(paragraphs[place].text) > len(text) * 1.2 and sum(word in heard[place] for word in words) >= needed
        for place in range(max(0, at - _NEAR), min(len(paragraphs), at + _NEAR + 1))
        if place != at
    )
