"""Long texts -> the parts of a thread: cut at the ends of sentences, of much the same length, nothing lost. Pure.

A sentence is cut only where it fits in no part by itself: then at a comma, else between words. What is one thing is
never cut: a link, a hashtag, a name with its `@`, an emoji.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from pipeline import language as languages
from pipeline import limits
from pipeline.language.phrases import patterns_of
from pipeline.language.standing import limits as takes_back
from pipeline.limits.links import urls, web_links
from pipeline.model import Network

MOST_PARTS = 100
_LEAST = 12  # a sentence shorter than this share of a part goes with the next: nobody sees such an imbalance
_ROOM = 1.15  # a piece of a long sentence may be so much longer than the mean, to end at a comma
_FULL = 0.9  # and the mean fills so much of a part, for that

# How bad it is to end a part there, as the share of a part that one would rather leave empty.
_PARAGRAPH, _SENTENCE, _CLAUSE, _WORD, _INSIDE = 0.0, 0.2, 0.5, 0.7, 1.0

_LINES = re.compile(r"\s*\n\s*")
_BLANK_LINE = re.compile(r"\n\s*\n")
_WORDS = re.compile(r"\s+")
_ENDS_CLAUSE = re.compile(r"[,;:–—)،؛]$")
_CLAUSE_CJK = "，、；："
_GRAPHEME = regex.compile(r"\X")
_WHOLE = regex.compile(r"https?://[!-~]+|@\w+(?:[.@-]\w+)*", regex.IGNORECASE)  # also where X sees none

_Piece = tuple[int, int, float]
"""Start and end of a piece of a text, and how bad it is to end a part after it."""


def cut(pieces: Sequence[str], network: Network, language: str, *, numbered: bool) -> list[list[str]] | None:
    """Each of `pieces` as the parts of a thread that tell it, at least one each.

    Args:
        pieces: What begins a part of its own: a hook, the key points, the end.
        network: Whose limits each part keeps.
        language: BCP 47 tag of the text.
        numbered: Whether each part ends with its place: ` 2/5`.

    Returns:
        The parts by piece; None where something that cannot be cut fits in no part, or there were too many.
    """
    if len(pieces) == 1 and limits.fits(network, pieces[0].strip()):
        return [[pieces[0].strip()]]  # one part has no number, and needs no room for it
    for digits in (1, 2, 3) if numbered else (0,):
        room = f" {'9' * digits}/{'9' * digits}" if digits else ""
        parts = [split(piece, network, language, room) for piece in pieces]
        whole = [found for found in parts if found]
        count = sum(map(len, whole))
        if len(whole) < len(pieces) or count > MOST_PARTS:
            return None
        if not numbered or len(str(count)) <= digits:
            return _numbered(whole, count) if numbered and count > 1 else whole
    return None


def _numbered(parts: Sequence[Sequence[str]], count: int) -> list[list[str]]:
    places = iter(range(1, count + 1))
    return [[f"{part} {next(places)}/{count}" for part in piece] for piece in parts]


def split(text: str, network: Network, language: str, room: str = "") -> list[str] | None:
    """`text` in as few parts as can be, of much the same length; `room` stands for what each part gets at its end.

    Returns:
        The parts, whose words are those of `text`; None where something that cannot be cut fits in no part.
    """
    text = text.strip()
    if limits.fits(network, text + room):
        return [text]
    if limits.share(network, text) > MOST_PARTS:
        return None
    pieces = list(_pieces(text, network, language, room))
    # By the number of pieces told: how many parts, how uneven, and where the last of them starts.
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(len(pieces)):
        found = [
            (best[start][0] + 1, best[start][1] + uneven, start)
            for start, uneven in _last_parts(text, pieces, end, network, room)
            if best[start][0] >= 0
        ]
        best.append(min(found, default=(-1, 0.0, 0)))
    if best[-1][0] < 0:
        return None
    starts = [len(pieces)]
    while starts[-1]:
        starts.append(best[starts[-1]][2])
    return [text[pieces[start][0] : pieces[stop - 1][1]] for stop, start in pairwise(starts)][::-1]


def _last_parts(
    text: str, pieces: Sequence[_Piece], end: int, network: Network, room: str
) -> Iterator[tuple[int, float]]:
    """Every part that may end after the piece `end`: its first piece, and how far it is from a good part."""
    for start in range(end, -1, -1):
        part = text[pieces[start][0] : pieces[end][1]]
        if not limits.fits(network, part + room):
            return
        yield start, limits.share(network, part) ** 2 + pieces[end][2] ** 2


def _pieces(text: str, network: Network, language: str, room: str) -> Iterator[_Piece]:
    """Sentences, and what is shorter where they fit in no part."""
    for start, end, badness in _together(text, list(_sentences(text, network, language)), network, language, room):
        if limits.fits(network, text[start:end] + room):
            yield start, end, badness
        else:
            yield from _broken(text, start, end, badness, network, room)


def _sentences(text: str, network: Network, language: str) -> Iterator[_Piece]:
    """The sentences of `text`, line by line."""
    whole, at, first = _uncut(text, network), 0, 0
    lines = [*_LINES.finditer(text), None]
    for gap in lines:
        stop = gap.start() if gap else len(text)
        after_line = _PARAGRAPH if gap is None or _BLANK_LINE.search(gap[0]) else _SENTENCE
        for sentence in languages.sentences(text[at:stop], language):
            at = text.index(sentence, at, stop) + len(sentence)
            if not _is_inside(at, whole):
                yield first, at, _SENTENCE if text[at:stop].strip() else after_line
                first = next((place for place in range(at, len(text)) if not text[place].isspace()), len(text))
        at = gap.end() if gap else stop


def _together(text: str, sentences: Sequence[_Piece], network: Network, language: str, room: str) -> Iterator[_Piece]:
    """`sentences`, each with those that belong to it: a very short one with the next, what limits it with the last."""
    held, known = None, patterns_of(language) is not None
    for one in sentences:
        if held is not None:
            joined = text[held[0] : one[1]]
            short = limits.share(network, text[held[0] : held[1]]) * _LEAST < 1
            belongs = held[2] != _PARAGRAPH and (short or (known and takes_back(text[one[0] : one[1]], language)))
            if belongs and limits.fits(network, joined + room):
                held = held[0], one[1], one[2]
                continue
            yield held
        held = one
    if held is not None:
        yield held


def _broken(text: str, start: int, end: int, badness: float, network: Network, room: str) -> Iterator[_Piece]:
    """Pieces of a sentence that is too long for a part, each about as long as the mean of them."""
    places = _places(text, start, end, network)
    whole, most = limits.share(network, text[start:end]), 1 - limits.share(network, room)
    count = math.ceil(whole / (most * _FULL))
    target, mean = min(most, whole / count * _ROOM), (end - start) / count
    at = 0
    while start < end:
        last = _furthest(text, start, places, at, network, room, target)
        aim = start + (end - start) / max(count, math.ceil((end - start) / mean * _FULL))
        # Of the ends in its last third the best; of equals the one that leaves the others as much.
        least = bisect_left(places, start + 2 * (places[last][0] - start) // 3, lo=at, hi=last, key=lambda one: one[0])
        chosen = min(range(least, last + 1), key=lambda place: (places[place][2], abs(places[place][0] - aim)))
        stop, following, cost = places[chosen]
        yield start, stop, badness if stop == end else cost
        start, at, count = following, chosen + 1, count - 1


def _furthest(
    text: str,
    start: int,
    places: Sequence[tuple[int, int, float]],
    at: int,
    network: Network,
    room: str,
    target: float,
) -> int:
    """The last of `places` from `at` on before which a part that begins at `start` may end; `at` where none fits."""

    def reaches(place: int) -> bool:
        part = text[start : places[place][0]]
        return limits.share(network, part) > target or not limits.fits(network, part + room)

    step = 1
    while at + step < len(places) and not reaches(at + step):
        step *= 2
    within = range(at + step // 2 + 1, min(at + step, len(places) - 1) + 1)
    return max(at, within.start - 1 + bisect_left(within, 1, key=reaches))


def _places(text: str, start: int, end: int, network: Network) -> list[tuple[int, int, float]]:
    """Where text[start:end] may be cut: where a part may end, where the next starts then, and how bad that is."""
    whole = _uncut(text[start:end], network)
    found: list[tuple[int, int, float]] = []
    at = start
    for gap in [*_WORDS.finditer(text, start, end), None]:
        stop, following = (gap.start(), gap.end()) if gap else (end, end)
        for grapheme in _GRAPHEME.finditer(text, at, stop):
            if grapheme.end() < stop and not _is_inside(grapheme.end() - start, whole):
                found.append((grapheme.end(), grapheme.end(), _WORD if grapheme[0] in _CLAUSE_CJK else _INSIDE))
        found.append((stop, following, _CLAUSE if _ENDS_CLAUSE.search(text[at:stop]) else _WORD))
        at = following
    return found


def _uncut(text: str, network: Network) -> list[tuple[int, int]]:
    """The spans of `text` that are one thing on `network`, in order; none overlaps another."""
    links = web_links(text) if network == "mastodon" else urls(text)  # there a link goes on in any alphabet
    spans = sorted(
        [*links, *limits.hashtags(text), *limits.mentions(text), *(found.span() for found in _WHOLE.finditer(text))]
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a cut at `place` goes through one of `spans`."""
    at = bisect_left(spans, place, key=lambda span: span[1])
    return at < len(spans) and spans[at][0] < place < spans[at][1]
