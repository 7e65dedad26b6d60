"""A text for lines: cleaned, cut where a line may end, shortened to one. Pure."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import regex

from pipeline.language import unspaced
from pipeline.language.wide import closed_up

Measure = Callable[[str, int], float]  # a text and a size in px -> its width in px

LEADING = 1.2  # from baseline to baseline, in sizes

# Invisible characters that shape text stay; all others, with controls, surrogates and noncharacters, go.
_KEPT = "\u200b\u200c\u200d\u200e\u200f"
_UNWANTED = regex.compile(rf"(?V1)[[\p{{Cc}}\p{{Cf}}\p{{Cs}}\p{{NChar}}]--[{_KEPT}\U000e0020-\U000e007f]]")

_KANA_AND_IDEOGRAPHS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}"
_NEVER_FIRST = r"\p{LB=CL}\p{LB=CP}\p{LB=EX}\p{LB=NS}\p{LB=CJ}\p{LB=CM}\p{LB=QU}"
_NEVER_LAST = r"\p{LB=OP}\p{LB=QU}"
# Where a line may end, after Unicode Standard Annex 14 and printers' habit.
_ENDS = regex.compile(
    rf"""(?xV1)
    # No line starts with what is no word: a lone dash, mark or emoji.
    (?P<space> (?<!(?:^|\x20)[«‹]) \x20 (?![^\p{{L}}\p{{N}}\p{{Ps}}\p{{Pi}}\s]+(?:\x20|$)) )
    | \u200b
    | (?: (?<=[{_KANA_AND_IDEOGRAPHS}ー、。，．！？：；」』）】》〉])(?=\S) | (?<=\S)(?=[{_KANA_AND_IDEOGRAPHS}]) )
      (?<![{_NEVER_LAST}]) (?![{_NEVER_FIRST}])
    | (?<=\w—)(?=\w)
    | (?<=\p{{L}}{{3}}[-/])(?=\p{{L}}{{3}})
    """
)


@dataclass(frozen=True)
class Box:
    """Where a text goes, in px.

    Attributes:
        largest, smallest: Sizes of letters it may take.
        weight: Of the letters, 200 to 900.
    """

    x: float
    y: float
    width: float
    height: float
    largest: int
    smallest: int
    weight: int


@dataclass(frozen=True)
class Piece:
    """Text within which no line ends. `spaced` tells whether a space stands before it."""

    text: str
    spaced: bool


def clean(text: str) -> str:
    """`text` composed (NFC), white space as single spaces (no-break spaces stay), without control characters."""
    spaced = regex.sub(r"(?V1)[\s--[\u00a0\u202f]]+", " ", unicodedata.normalize("NFC", text))
    return closed_up(_UNWANTED.sub("", spaced)).strip()


def reads_right_to_left(text: str) -> bool:
    """By its first letter that has a direction (Unicode Standard Annex 9, P2 and P3)."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"


def pieces(text: str, *, whole_words: bool = False) -> list[Piece]:
    """`text` cut where lines may end.

    Args:
        whole_words: Of Japanese, where a line may end after any sign, only after words.
    """
    text = unspaced.THAI.sub(lambda found: "\u200b".join(unspaced.words(found[0])), text)
    inner = _inside_words(text) if whole_words else ()
    found, start, spaced = [], 0, False
    for end in _ENDS.finditer(text):
        if end.end() not in inner:
            found.append(Piece(text[start : end.start()], spaced))
            start, spaced = end.end(), bool(end["space"])
    return [piece for piece in (*found, Piece(text[start:], spaced)) if piece.text]


def _inside_words(text: str) -> set[int]:
    """The places in a Japanese text where no word begins."""
    inner: set[int] = set()
    for found in unspaced.JAPANESE.finditer(text):
        starts = accumulate(map(len, unspaced.words(found[0])), initial=found.start())
        inner |= set(range(*found.span())) - set(starts)
    return inner


def widest(text: str, size: int, measure: Measure) -> tuple[str, float]:
    """The widest piece of `text` within which no line can end, and its width."""
    return max(((piece.text, measure(piece.text, size)) for piece in pieces(text)), key=lambda one: one[1])


def shortened(text: str, box: Box, measure: Measure) -> str:
    """`text` on one line of `box` at its largest size: whole, else its first words and an ellipsis."""
    parts = pieces(text)

    def line(count: int) -> str:
        words = joined(parts[:count])
        return words if count == len(parts) else words.rstrip(" ,;:–—-") + "…"

    # The more pieces, the longer the line: bisection finds the first count too many. Only the whole text has no
    # ellipsis, so it is looked at by itself.
    if parts and measure(line(len(parts)), box.largest) <= box.width:
        return line(len(parts))
    counts = range(1, len(parts))
    fitting = bisect_left(counts, True, key=lambda count: measure(line(count), box.largest) > box.width)
    return line(fitting) if fitting else ""


def joined(parts: Sequence[Piece]) -> str:
    """The pieces as text again."""
    return "".join(" " * piece.spaced + piece.text for piece in parts).strip()
