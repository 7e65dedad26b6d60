"""What of an article stands behind its sentences and key points: blocks, and sources by its citation markers. Pure.

A marker covers its own sentence. One that ends a paragraph covers what stands in the paragraph before it, back to
another marker; never what stands in another paragraph or list. Where nothing says how far it reaches, it covers nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice

from pipeline import language as languages
from pipeline.language import citations
from pipeline.language.letters import is_part, letters
from pipeline.language.substance import substance
from pipeline.model import Article, Block, KeyPoint

_REACH = 3  # paragraphs, with the lists between them; what stands before is another thought
_SHARED = 2  # words of substance in a key point and what it ends; one may be chance

# Raised numbers are markers after words and end marks; after less they are powers and units: `m²`, `10³`.
_AFTER = r"(?:(?<=[^\W\d_]{3})|(?<=[.!?,;:)”\"’»]))"
_RAISED = re.compile(
    rf"{_AFTER}(?:</\w+>)*<sup>\s*(?:<a\b[^>]*>)?\s*[\[(]?(\d{{1,3}}(?:\s*[,;–-]\s*\d{{1,3}})*)[\])]?\s*(?:</a>)?\s*</sup>"
)
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED_SIGNS = re.compile(rf"{_AFTER}[⁰¹²³⁴-⁹]+")


@dataclass(frozen=True)
class _Said:
    """A sentence: its letters, whether it has a marker, and which of the article's sources that names."""

    letters: str
    marked: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class _Piece:
    """A block of an article, or an item of a list. `closed` where its last sentence ends with a marker."""

    said: tuple[_Said, ...]
    closed: bool

    @property
    def marked(self) -> bool:
        return any(one.marked for one in self.said)


def covered(article: Article, section: int | None) -> Mapping[str, tuple[str, ...]]:
    """The sources of each covered sentence in a section (None: the lead), by its `letters`."""
    found: dict[str, tuple[str, ...]] = {}
    for piece in (_piece(*line, article) for block in article.part(section).blocks for line in _lines(block)):
        found |= {one.letters: one.sources for one in piece.said if one.sources}
        if piece.closed and piece.said[-1].sources:
            found |= {one.letters: piece.said[-1].sources for one in _of_paragraph(piece)}
    return found


def of_sections(article: Article) -> Iterator[tuple[Mapping[str, tuple[str, ...]], Sequence[KeyPoint]]]:
    """What is `covered` in the lead and in each section, with the key points there."""
    points: dict[int | None, list[KeyPoint]] = {}
    for point in article.key_points:
        points.setdefault(point.section, []).append(point)
    for section in (None, *range(len(article.sections))):
        yield covered(article, section), points.get(section, [])


def behind(article: Article, point: KeyPoint, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The sources of a key point: those in its own words, else of the sentence it was cut from.

    Args:
        known: What is `covered` in its section.
    """
    own = tuple(name for one in _piece(point.text, "", article).said for name in one.sources)
    return tuple(dict.fromkeys(own)) or told(known, (point.text,))


def told(known: Mapping[str, tuple[str, ...]], sentences: Sequence[str]) -> tuple[str, ...]:
    """The sources of `sentences` among those of `covered`; a sentence may be cut, or run on into another."""
    heard = [bare(sentence) for sentence in sentences]
    found = (
        sources for said, sources in known.items() if any(is_part(one, said) or is_part(said, one) for one in heard)
    )
    return tuple(dict.fromkeys(name for sources in found for name in sources))


def leading(article: Article, point: KeyPoint) -> tuple[Block, ...]:
    """The blocks that `point` is drawn from: those that lead to it from the key point before, or else that follow it.

    All of its section where it stands at no place there; nothing where it stands for the whole article.
    """
    blocks = article.part(point.section).blocks
    if point.after is None:
        return () if point.section is None else blocks
    beside = [one.after for one in article.key_points if one.section == point.section and one.after is not None]
    start = max((place for place in (point.since, *beside) if place < point.after), default=0)
    end = min((place for place in beside if place > point.after), default=len(blocks))
    return blocks[start : point.after] if point.after else blocks[:end]


def before(article: Article, point: KeyPoint) -> tuple[Block, ...]:
    """The blocks before `point`, the nearest first, back to a heading; none where it stands at no place."""
    if point.after is None:
        return ()
    found = list(reversed(article.part(point.section).blocks[: point.after]))
    place = point.section
    while len(found) < _REACH and place is not None and article.part(place).heading is None:
        place = place - 1 if place else None
        found += reversed(article.part(place).blocks)
    return tuple(found)


def bare(text: str) -> str:
    """The letters of `text` without its citation markers, by which a sentence is known again."""
    return letters(citations.without_citations(text))


def _lines(block: Block) -> list[tuple[str, str]]:
    """Text and markup of what a block says: of a list each item."""
    if block.kind == "list":
        return [(item.text, item.html) for item in block.items]
    return [(block.text, block.html)] if block.kind in {"paragraph", "quote"} else []


def _piece(text: str, html: str, article: Article) -> _Piece:
    sentences: list[str] = []
    for sentence in languages.sentences(_marked(text, html), article.language):
        opening = citations.opening_citations(sentence)
        if opening and sentences:
            sentences[-1] += f" {opening}"
        if rest := sentence[len(opening) :].strip() if sentences else sentence:
            sentences.append(rest)
    said = tuple(_said(sentence, article.references) for sentence in sentences)
    return _Piece(said, bool(sentences) and citations.ends_with_citation(sentences[-1]))


def _marked(text: str, html: str) -> str:
    """`text` with raised numbers as markers: `[2]`."""
    if "<sup>" in html and _RAISED.search(html):
        text = unescape(re.sub(r"<[^>]*>", "", _RAISED.sub(r"[\1]", html)))
    return _RAISED_SIGNS.sub(lambda found: f"[{found[0].translate(_DIGITS)}]", text)


def _said(sentence: str, references: Sequence[str]) -> _Said:
    named, numbers = citations.references(sentence), list(citations.numbered(sentence))
    sources = [name for name in named if citations.is_listed(name, references)]
    if all(0 < number <= len(references) for number in numbers):  # else the list is not what they number
        sources += filter(None, (citations.name_of(references[number - 1]) for number in numbers))
    return _Said(bare(sentence), bool(named or numbers), tuple(dict.fromkeys(sources)))


def _of_paragraph(piece: _Piece) -> list[_Said]:
    """The sentences before the last one of a paragraph, back to another with a marker."""
    found: list[_Said] = []
    for one in reversed(piece.said[:-1]):
        if one.marked:
            break
        found.append(one)
    return found


def begun(text: str, article: Article) -> set[str]:
    """How the words of substance in `text` begin."""
    return {word[:4] for word in substance(text, article.language)}


def ended(article: Article, point: KeyPoint, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The sources of the marker that ends the paragraph directly before a key point, where both speak of the same."""
    beside = [one for one in article.key_points if one.section == point.section and one.after == point.after]
    if point.after is None or beside[:1] != [point]:
        return ()
    before = (block for block in reversed(article.part(point.section).blocks[: point.after]) if _lines(block))
    thought = list(islice(before, _REACH))
    shared = begun(" ".join(one.text for one in thought), article) & begun(point.text, article)
    if not thought or thought[0].kind == "list" or len(shared) < _SHARED:
        return ()
    piece = _piece(thought[0].text, thought[0].html, article)
    return known.get(piece.said[-1].letters, ()) if piece.closed else ()
