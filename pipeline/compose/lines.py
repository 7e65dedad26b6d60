"""A text in lines: where a line may end, lines of even length, the largest size that fits a box. Pure."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

Measure = Callable[[str, int], float]  # a text and a size in px -> its width in px

LEADING = 1.2  # from baseline to baseline, in sizes
_STEP = 2  # px between the sizes tried

# Invisible characters that shape text stay; all others, with controls, surrogates and noncharacters, go.
_KEPT = "\u200b\u200c\u200d\u200e\u200f"
_UNWANTED = regex.compile(rf"(?V1)[[\p{{Cc}}\p{{Cf}}\p{{Cs}}\p{{NChar}}]--[{_KEPT}\U000e0020-\U000e007f]]")

_KANA_AND_IDEOGRAPHS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}"
_NEVER_FIRST = r"\p{LB=CL}\p{LB=CP}\p{LB=EX}\p{LB=NS}\p{LB=CJ}\p{LB=CM}\p{LB=QU}"
_NEVER_LAST = r"\p{LB=OP}\p{LB=QU}"
# Where a line may end, after Unicode Standard Annex 14 and printers' habit.
_ENDS = regex.compile(
    rf"""(?xV1)
    (?P<space> (?<!(?:^|\x20)[«‹]) \x20 (?![–—…:;!?»›%]+(?:\x20|$)) )  # but no line starts with a lone dash or mark
    | \u200b
    | (?: (?<=[{_KANA_AND_IDEOGRAPHS}ー、。，．！？：；」』）】》〉])(?=\S) | (?<=\S)(?=[{_KANA_AND_IDEOGRAPHS}]) )
      (?<![{_NEVER_LAST}]) (?![{_NEVER_FIRST}])
    | (?<=\w—)(?=\w)
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
    return str(_UNWANTED.sub("", spaced)).strip()


def reads_right_to_left(text: str) -> bool:
    """By its first letter that has a direction (Unicode Standard Annex 9, P2 and P3)."""
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"


def pieces(text: str) -> list[Piece]:
    """`text` cut where lines may end."""
    found, start, spaced = [], 0, False
    for end in _ENDS.finditer(text):
        found.append(Piece(text[start : end.start()], spaced))
        start, spaced = end.end(), bool(end["space"])
    return [piece for piece in (*found, Piece(text[start:], spaced)) if piece.text]


def fit(text: str, box: Box, measure: Measure) -> tuple[int, list[str]] | None:
    """The largest size at which `text` fits into `box`, and its balanced lines; None where it fits at none."""
    parts = pieces(text)
    sizes = range(box.largest, box.smallest - 1, -_STEP)
    # Down the sizes "fits" turns from no to yes once, so bisection finds the first yes.
    place = bisect_left(sizes, True, key=lambda size: bool(_lines(parts, box, size, measure)))
    return (sizes[place], _lines(parts, box, sizes[place], measure)) if place < len(sizes) else None


def widest(text: str, size: int, measure: Measure) -> tuple[str, float]:
    """The widest piece of `text` within which no line can end, and its width."""
    return max(((piece.text, measure(piece.text, size)) for piece in pieces(text)), key=lambda one: one[1])


def room(text: str, box: Box, measure: Measure) -> int:
    """How many characters of `text` fit into `box` at its smallest size, to the last whole word."""
    parts = pieces(text)
    # The more pieces, the less they fit: bisection finds the first count that does not.
    counts = range(1, len(parts) + 1)
    fitting = bisect_left(counts, True, key=lambda count: not _lines(parts[:count], box, box.smallest, measure))
    return len(joined(parts[:fitting]))


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


def _lines(parts: Sequence[Piece], box: Box, size: int, measure: Measure) -> list[str]:
    """`parts` on as few lines as `size` takes, balanced; nothing where they do not fit."""
    most = int((box.height / size - 1) / LEADING) + 1
    space = measure(" ", size)
    widths = [measure(piece.text, size) for piece in parts]
    ends = _balanced(widths, [space * piece.spaced for piece in parts], box.width, most)
    lines = [joined(parts[start:end]) for start, end in zip((0, *ends), ends, strict=False)]
    # Kerning across a space can add a pixel to the sum.
    return lines if all(measure(line, size) <= box.width for line in lines) else []


def _balanced(widths: Sequence[float], gaps: Sequence[float], limit: float, most: int) -> tuple[int, ...]:
    """Where the lines end, as counts of pieces: the fewest lines, then the least sum of squared room left over.

    After Knuth and Plass, Breaking Paragraphs into Lines (1981), without hyphens and stretch.
    """
    best: dict[int, tuple[int, float, tuple[int, ...]]] = {0: (0, 0.0, ())}
    for end in range(1, len(widths) + 1):
        room, options = limit, []
        for start in range(end - 1, -1, -1):
            room -= widths[start] + (gaps[start + 1] if start + 1 < end else 0)
            if room < 0:
                break
            if start in best and best[start][0] < most:
                count, cost, ends = best[start]
                options.append((count + 1, cost + room**2, (*ends, end)))
        if options:
            best[end] = min(options)
    return best[len(widths)][2] if len(widths) in best else ()
