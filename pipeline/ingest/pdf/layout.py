"""Where lines stand on a page -> the order in which a reader takes them. Pure.

Lines below each other make a stack: a column, a title, a box. Stacks are read by two rules (T. M. Breuel, High
Performance Document Layout Analysis, 2003): what stands above comes first, and a column comes before the column to its
right unless something that spans both stands between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.ingest.pdf.lines import MOST_LINES, Line

_MOST_STACKS = 120
_LEADING = 2.2  # sizes from line to line; what stands further away is no next line


@dataclass
class Stack:
    """Lines that stand below each other in one style."""

    lines: list[Line] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Where its lines begin."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """Where the longest of them ends."""
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        """Where the letters of the first begin, from the top."""
        return self.lines[0].top

    @property
    def bottom(self) -> float:
        """The baseline of the last."""
        return self.lines[-1].y


@dataclass(frozen=True)
class _Box:
    """A stack's place, taken once."""

    left: float
    right: float
    top: float
    bottom: float

    def beside(self, other: _Box) -> bool:
        """Whether no upright line meets both; a hair of overlap counts for nothing."""
        hair = min(6.0, 0.1 * min(self.right - self.left, other.right - other.left))
        return self.right <= other.left + hair or other.right <= self.left + hair


def ordered(lines: Sequence[Line]) -> list[Stack]:
    """The lines of one page as stacks in reading order."""
    if len(lines) > MOST_LINES:
        return _as_painted(lines)
    stacks = _stacks(lines)
    if len(stacks) > _MOST_STACKS:
        return _as_painted(lines)
    boxes = [_Box(stack.left, stack.right, stack.top, stack.bottom) for stack in stacks]
    before = [[_comes_first(boxes, one, other) for other in range(len(boxes))] for one in range(len(boxes))]
    return [stacks[at] for at in _sorted(boxes, before)]


def _as_painted(lines: Sequence[Line]) -> list[Stack]:
    stacks: list[Stack] = []
    for line in lines:
        last = stacks[-1].lines[-1] if stacks else None
        if last and last.style == line.style and 0 < line.y - last.y < _LEADING * line.size:
            stacks[-1].lines.append(line)
        else:
            stacks.append(Stack([line]))
    return stacks


def _stacks(lines: Sequence[Line]) -> list[Stack]:
    stacks: list[Stack] = []
    for line in sorted(lines, key=lambda line: (round(line.y), line.left)):
        near = [stack for stack in stacks if _goes_on(stack, line)]
        beside = [other for other in lines if other is not line and _is_beside(line, other)]
        fitting = [stack for stack in near if _fits(stack, line, beside, stacks)]
        if fitting:
            max(fitting, key=lambda stack: stack.bottom).lines.append(line)
        else:
            stacks.append(Stack([line]))
    return stacks


def _goes_on(stack: Stack, line: Line) -> bool:
    last = stack.lines[-1]
    gap = line.y - last.y
    if (
        not 0.5 * line.size < gap < _LEADING * max(line.size, last.size)
        or abs(last.size - line.size) > 0.12 * line.size
    ):
        return False
    if last.bold != line.bold and gap > 1.7 * line.size:
        return False
    common = min(line.right, stack.right) - max(line.left, stack.left)
    return common > 0.5 * min(line.right - line.left, stack.right - stack.left)


def _is_beside(line: Line, other: Line) -> bool:
    """Whether two lines share a height but not a column."""
    apart = other.left > line.right - 1 or line.left > other.right - 1
    return apart and abs(other.y - line.y) < 0.5 * max(line.size, other.size)


def _fits(stack: Stack, line: Line, beside: Sequence[Line], stacks: Sequence[Stack]) -> bool:
    """Whether `line` keeps to the column of `stack`: neither falls one apart into two, nor do two flow into one."""
    if any(stack.left + line.size < other.right and other.left < stack.right - line.size for other in beside):
        return False
    for other in stacks:
        apart = other.left > stack.right - 1 or stack.left > other.right - 1
        spanned = line.left < other.right - line.size and other.left + line.size < line.right
        if apart and spanned and other.bottom > stack.top and other is not stack:
            return False
    return True


def _comes_first(boxes: Sequence[_Box], one: int, other: int) -> bool:
    a, b = boxes[one], boxes[other]
    if one == other:
        return False
    if not a.beside(b):
        return (a.top, a.bottom, one) < (b.top, b.bottom, other)
    if a.left > b.left:
        return False
    top, bottom = min(a.top, b.top), max(a.top, b.top)
    return not any(
        top < c.top < bottom and not c.beside(a) and not c.beside(b)
        for at, c in enumerate(boxes)
        if at not in {one, other}
    )


def _sorted(boxes: Sequence[_Box], before: Sequence[Sequence[bool]]) -> list[int]:
    """All places in an order that keeps to `before`; where that goes round in circles, the upper one goes first."""
    waiting = {at: sum(before[other][at] for other in range(len(boxes))) for at in range(len(boxes))}
    order: list[int] = []
    while waiting:
        free = [at for at, count in waiting.items() if count == 0]
        at = _next(order, free, boxes) if free else min(waiting, key=lambda place: boxes[place].top)
        del waiting[at]
        order.append(at)
        for other in waiting:
            waiting[other] -= before[at][other]
    return order


def _next(order: Sequence[int], free: Sequence[int], boxes: Sequence[_Box]) -> int:
    """Of those that may come now, the one below the last in its column, else the leftmost, else the uppermost."""
    last = boxes[order[-1]] if order else None
    below = [at for at in free if last and not boxes[at].beside(last) and boxes[at].top >= last.top]
    if below:
        return min(below, key=lambda at: (boxes[at].top, boxes[at].left))
    return min(free, key=lambda at: (boxes[at].left, boxes[at].top))
