"""Stacks of lines -> paragraphs: where one ends, what goes on in the next column, what only interrupts. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median

from pipeline.ingest import callouts, printed, repair
from pipeline.ingest.pdf.layout import Stack
from pipeline.ingest.pdf.lines import UNKNOWN, Line

_BULLETS = "•·‣◦▪●○"  # signs that only a list has
_HAIR = 4.0  # points: widths are known no better where words are placed one by one
_TELLING_LINES = 4  # so many show how wide their column is
_MOST_TELLING = 50  # columns of a page
_LOOK_AHEAD = 6  # paragraphs: so many boxes and captions may stand between the halves of a sentence


@dataclass(frozen=True)
class Setting:
    """How a document is set.

    Attributes:
        size, family, bold: Of most of its letters.
        leading: Points from line to line, by size.
        known: Its own whole words.
        telling: The styles in which lines that end with a whole word keep a blank.
        justified: Whether lines are stretched to the end of their column.
    """

    size: float
    family: str
    bold: bool
    leading: dict[int, float]
    known: frozenset[str]
    telling: frozenset[tuple[str, int]]
    justified: bool

    def step(self, size: float) -> float:
        """The usual distance of two lines of letters of `size`."""
        return self.leading.get(round(size), 1.25 * size)


def setting_of(stacks: Sequence[Stack]) -> Setting:
    """The setting of a document."""
    lines = [line for stack in stacks for line in stack.lines]
    letters: Counter[tuple[float, str, bool]] = Counter()
    for line in lines:
        letters[(round(line.size, 1), line.family, line.bold)] += len(line.text)
    size, family, bold = max(letters, key=lambda style: letters[style])
    steps: dict[int, list[float]] = {}
    for stack in stacks:
        for one, other in pairwise(stack.lines):
            steps.setdefault(round(other.size), []).append(other.y - one.y)
    ends = [stack.right - line.right < _HAIR for stack in stacks for line in stack.lines[:-1]]
    styles = Counter(line.style for line in lines)
    blanks = Counter(line.style for line in lines if line.text.endswith(" "))
    return Setting(
        size,
        family,
        bold,
        {size: median(found) for size, found in steps.items() if len(found) > 2},
        repair.words_of(line.text for line in lines),
        frozenset(style for style in styles if blanks[style] > 0.3 * styles[style]),
        len(ends) > 8 and sum(ends) > 0.6 * len(ends),
    )


@dataclass(frozen=True)
class Paragraph:
    """Lines that say one thing.

    Attributes:
        right: Where its column ends.
        known: As `Setting` has it.
        telling: Whether a line of its style without a blank at its end ends inside a word.
    """

    lines: tuple[Line, ...]
    right: float
    known: frozenset[str] = frozenset()
    telling: bool = False

    @cached_property
    def text(self) -> str:
        """Its words, with those whole that line ends broke; of a table's row, its cells."""
        return " ".join(self._mended().replace(UNKNOWN, " ").split())

    def _mended(self) -> str:
        if self.kind == "row":
            cells = groupby(self.lines, key=lambda line: line.tag.cell if line.tag else 0)
            return " | ".join(repair.joined([line.text for line in cell], self.known) for _, cell in cells)
        return repair.joined([line.text for line in self.lines], self.known, telling=self.telling)

    @property
    def kind(self) -> str:
        """What the file says it is, or nothing."""
        return self.first.tag.kind if self.first.tag else ""

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line."""
        return self.lines[-1]

    @property
    def size(self) -> float:
        """Of its letters, in points."""
        return median(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(line.bold for line in self.lines)

    @property
    def is_item(self) -> bool:
        """Whether it begins with a bullet or a number."""
        return _is_item(self.first.text)

    @property
    def is_full(self) -> bool:
        """Whether its last line goes to the end of its column."""
        return self.last.right > self.right - 3 * self.last.size

    def alike(self, other: Paragraph) -> bool:
        """Whether both are set in one style."""
        return self.last.family == other.first.family and abs(self.last.size - other.first.size) < 0.5


def _is_item(text: str) -> bool:
    return bool(repair.BULLET.match(text) or repair.NUMBER.match(text))


def paragraphs_of(stacks: Sequence[Stack], setting: Setting) -> list[Paragraph]:
    """The paragraphs of a document's stacks, in their order."""
    stacks = _with_rows(stacks)
    rights = _rights(stacks)
    found: list[Paragraph] = []
    for stack in stacks:
        groups: list[list[Line]] = [[stack.lines[0]]]
        for line in stack.lines[1:]:
            if _begins(groups[-1], line, rights[id(stack)], min(one.left for one in stack.lines), setting):
                groups.append([])
            groups[-1].append(line)
        found += [
            Paragraph(tuple(group), rights[id(stack)], setting.known, group[0].style in setting.telling)
            for group in groups
        ]
    return found


def _with_rows(stacks: Sequence[Stack]) -> list[Stack]:
    """The stacks, with the cells of each row of a table together where the first of them stands."""
    rows: dict[int, list[Line]] = {}
    for stack in stacks:
        for line in stack.lines:
            if line.tag and line.tag.kind == "row":
                rows.setdefault(line.tag.number, []).append(line)
    made: list[Stack] = []
    for stack in stacks:
        rest = [line for line in stack.lines if not (line.tag and line.tag.kind == "row")]
        made += [Stack(rest)] if rest else []
        numbers = dict.fromkeys(line.tag.number for line in stack.lines if line.tag and line.tag.kind == "row")
        made += [Stack(sorted(rows.pop(number), key=_cell)) for number in numbers if number in rows]
    return made


def _cell(line: Line) -> tuple[int, float]:
    return line.tag.cell if line.tag else 0, line.y


def _rights(stacks: Sequence[Stack]) -> dict[int, float]:
    """Where the column of each stack ends: at the end of its longest line, or, of a few lines, as those nearest."""
    by_page: dict[int, list[Stack]] = {}
    for stack in stacks:
        if len(stack.lines) >= _TELLING_LINES and len(by_page.get(stack.lines[0].page, ())) < _MOST_TELLING:
            by_page.setdefault(stack.lines[0].page, []).append(stack)
    return {id(stack): _right(stack, by_page.get(stack.lines[0].page, [])) for stack in stacks}


def _right(stack: Stack, telling: Sequence[Stack]) -> float:
    if len(stack.lines) >= _TELLING_LINES:
        return stack.right
    size = stack.lines[0].size
    near = [one for one in telling if abs(one.left - stack.left) < 2 * size and one.lines[0].size < 1.3 * size]
    nearest = min(near, key=lambda one: min(abs(one.top - stack.bottom), abs(stack.top - one.bottom)), default=stack)
    return max(stack.right, nearest.right)


def _begins(group: Sequence[Line], line: Line, right: float, left: float, setting: Setting) -> bool:
    """Whether `line` begins a paragraph after those of `group`."""
    before, size = group[-1], line.size
    if before.tag and line.tag:
        return before.tag.number != line.tag.number
    text = line.text
    ended, lower = printed.ended(before.text), text[:1].islower()
    if callouts.bulb(text) is not None:
        return True
    apart = line.y - before.y > 1.35 * setting.step(size)
    fits = _would_fit(before, line, right)
    in_list = _is_item(group[0].text) or callouts.bulb(group[0].text) is not None
    if _is_item(text):  # a dash or a number may well stand where a line happens to begin
        return text[0] in _BULLETS or ended or apart or in_list or fits
    other_style = abs(before.size - size) > 0.08 * size or (before.family, before.bold) != (line.family, line.bold)
    if (apart or other_style) and (ended or not lower or before.bold != line.bold):
        return True
    if in_list:
        return fits and line.left < group[0].left + 0.4 * size and (ended or not lower)
    short = right - before.right > 0.3 * (right - left)
    return _is_set_off(group, line, left) or (fits and (ended or (short and not lower)))


def _is_set_off(group: Sequence[Line], line: Line, left: float) -> bool:
    """Whether an indent begins a paragraph at `line`."""
    before, size = group[-1], line.size
    ended = printed.ended(before.text)
    indented = line.left > before.left + 0.7 * size and abs(before.left - left) < 0.5 * size
    moved = len(group) > 1 and abs(line.left - before.left) > 0.7 * size
    return (indented and (ended or not line.text[:1].islower())) or (moved and ended)


def _would_fit(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` had found room at the end of `before`: then its author broke the line."""
    word = len(line.text.split(" ", 1)[0]) / max(1, len(line.text.strip())) * (line.right - line.left)
    return before.right + word + 0.7 * line.size < right


def whole(paragraphs: Iterable[Paragraph], setting: Setting) -> list[Paragraph]:
    """`paragraphs` with those joined that a column's or page's end, or something between, tore apart."""
    left, made = list(paragraphs), []
    while left:
        current = left.pop(0)
        while (at := _continuation(current, left[:_LOOK_AHEAD], setting)) is not None:
            following = left.pop(at)
            current = replace(current, lines=(*current.lines, *following.lines), right=following.right)
        made.append(current)
    return made


def _continuation(current: Paragraph, candidates: Sequence[Paragraph], setting: Setting) -> int | None:
    """Which of the next paragraphs goes on with `current`."""
    tag = current.last.tag
    if tag and tag.kind != "row":
        same = (at for at, other in enumerate(candidates) if other.first.tag and other.first.tag.number == tag.number)
        return next(same, None)
    alike = [at for at, other in enumerate(candidates) if current.alike(other) and current.bold == other.bold]
    if not alike or not is_body(current, setting):
        return None
    following = candidates[alike[0]]
    elsewhere = _is_elsewhere(current.last, following.first)
    starts = following.is_item or callouts.bulb(following.text) is not None
    if starts or _would_fit(current.last, following.first, current.right):
        return None
    if printed.ended(current.text):
        # The last line of a paragraph is not stretched to the column's end.
        stretched = setting.justified and len(current.lines) > 1 and abs(current.last.right - current.right) < _HAIR
        return alike[0] if elsewhere and stretched and not _is_indented(following) else None
    going_on = elsewhere and current.is_full and len(current.lines) > 1 and not re.search(r"[:;]$", current.text)
    return alike[0] if following.text[:1].islower() or going_on else None


def _is_indented(paragraph: Paragraph) -> bool:
    """Whether its first line stands further in than the next."""
    return len(paragraph.lines) > 1 and paragraph.first.left > paragraph.lines[1].left + 0.5 * paragraph.first.size


def _is_elsewhere(last: Line, first: Line) -> bool:
    """Whether `first` stands at the head of another column or page."""
    return first.page != last.page or first.y < last.y


def is_body(paragraph: Paragraph, setting: Setting) -> bool:
    """Whether it is set as most of the document is."""
    return abs(paragraph.size - setting.size) < 0.06 * setting.size + 0.2 and paragraph.first.family == setting.family
