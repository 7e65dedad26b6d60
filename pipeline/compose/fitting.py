"""A text set into a box: the largest size that fits, on lines that are even and end where the sense does. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pipeline.compose.lines import LEADING, Box, Measure, Piece, joined, pieces

_STEP = 2  # px between the sizes tried
_SMALLER = 0.86  # of the largest size that fits: down to this, better lines count more than larger letters
_EVERY = 3  # of those sizes each third is looked at
_SIZE_COUNTS = 0.3  # a text a tenth smaller is as bad as lines of which each is 0.17 of a line too short

_SENTENCE = regex.compile(r"[.!?…。！？][\p{Pf}\p{Pe}\"']*$")
_CLAUSE = regex.compile(r"[,;:–—、，；：·][\p{Pf}\p{Pe}\"']*$|[\p{Pf}\p{Pe}]$")
_LEANING = regex.compile(
    r"[\p{Ps}\p{Pi}]*(?:\p{L}\p{M}*){1,2}|[\p{N}\p{Sc}]\S*|\p{S}+"
)  # a small word or a number leans on the next


def fit(text: str, box: Box, measure: Measure) -> tuple[int, list[str]] | None:
    """The size at which `text` stands best in `box`, and its lines; None where it fits at none.

    That is the largest that fits, or one a little smaller at which lines are more even and end where the sense does.
    """
    return _fit(pieces(text, whole_words=True), box, measure) or _fit(pieces(text), box, measure)


def _fit(parts: Sequence[Piece], box: Box, measure: Measure) -> tuple[int, list[str]] | None:
    sizes = range(box.largest, box.smallest - 1, -_STEP)
    # Down the sizes "fits" turns from no to yes once, so bisection finds the first yes.
    place = bisect_left(sizes, True, key=lambda size: bool(_broken(parts, box, size, measure)))
    fitting = [size for size in sizes[place:] if size >= sizes[place] * _SMALLER][::_EVERY]
    broken = ((size, one) for size in fitting for one in _broken(parts, box, size, measure))
    best = min(broken, key=lambda one: _looks(one[1], 1 - one[0] / fitting[0]), default=None)
    return best and (best[0], [joined(line.parts) for line in best[1]])


def room(text: str, box: Box, measure: Measure) -> int:
    """How many characters of `text` fit into `box` at its smallest size, to the last whole word."""
    parts = pieces(text)
    # The more pieces, the less they fit: bisection finds the first count that does not.
    counts = range(1, len(parts) + 1)
    fitting = bisect_left(counts, True, key=lambda count: not _broken(parts[:count], box, box.smallest, measure))
    return len(joined(parts[:fitting]))


@dataclass(frozen=True)
class _Line:
    """Pieces on one line, `width` px wide. `cost` is what is wrong with ending it there."""

    parts: Sequence[Piece]
    width: float
    cost: float


def _looks(lines: Sequence[_Line], smaller: float) -> float:
    """How far these lines are from their best: uneven, ending badly, or smaller than could be. 0 is perfect."""
    widest = max(line.width for line in lines)
    uneven = sum((1 - line.width / widest) ** 2 for line in (*lines, lines[-1]))  # a short last line is seen most
    return (uneven + sum(line.cost for line in lines)) / len(lines) + smaller * _SIZE_COUNTS


def _broken(parts: Sequence[Piece], box: Box, size: int, measure: Measure) -> list[list[_Line]]:
    """`parts` on as few lines as `size` takes, and on one more; nothing where they do not fit."""
    most = int((box.height / size - 1) / LEADING) + 1
    space = measure(" ", size)
    widths = [measure(piece.text, size) for piece in parts]
    costs = [_cost(piece, after) for piece, after in zip(parts, (*parts[1:], None), strict=True)]
    found = []
    for ends in _balanced(widths, [space * piece.spaced for piece in parts], costs, box.width, most):
        turns = [(start, end) for start, end in zip((0, *ends), ends, strict=False)]
        lines = [
            _Line(parts[start:end], measure(joined(parts[start:end]), size), costs[end - 1]) for start, end in turns
        ]
        # Kerning across a space can add a pixel to the sum.
        if all(line.width <= box.width for line in lines):
            found.append(lines)
    return found


def _cost(piece: Piece, after: Piece | None) -> float:
    """What is wrong with a line that ends in `piece`, in squares of the share of a line that is left over."""
    if after is None:
        return 0.0
    if _SENTENCE.search(piece.text):
        return -0.06
    if _CLAUSE.search(piece.text):
        return -0.03
    leans = _LEANING.fullmatch(piece.text) if after.spaced else piece.text.endswith(("-", "/"))
    return 0.06 if leans else 0.0


def _balanced(
    widths: Sequence[float], gaps: Sequence[float], costs: Sequence[float], limit: float, most: int
) -> list[tuple[int, ...]]:
    """Where lines may best end, as counts of pieces: on the fewest lines, and on one more, but on `most` at most.

    After Knuth and Plass, Breaking Paragraphs into Lines (1981), without hyphens and stretch: the least sum of squared
    room left over and of costs.
    """
    best: list[dict[int, tuple[float, tuple[int, ...]]]] = [{0: (0.0, ())}]  # for each end: lines -> cost and ends
    for end in range(1, len(widths) + 1):
        room = limit
        options: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start in range(end - 1, -1, -1):
            room -= widths[start] + (gaps[start + 1] if start + 1 < end else 0)
            if room < 0:
                break
            for count, (cost, ends) in best[start].items():
                if count == most:
                    continue
                option = (cost + (room / limit) ** 2 + costs[end - 1], (*ends, end))
                options[count + 1] = min(option, options.get(count + 1, option))
        fewest = min(options, default=0)
        best.append({count: one for count, one in options.items() if count <= fewest + 1})
    return [ends for _, (_, ends) in sorted(best[-1].items())]
