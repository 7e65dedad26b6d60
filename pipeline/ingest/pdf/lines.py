"""Pieces of text with their places -> whole lines, with drop caps and raised numbers where they belong. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.ingest import repair
from pipeline.ingest.pdf.tags import Tag


@dataclass(frozen=True)
class Piece:
    """Text that was painted in one go.

    Attributes:
        x, y, right: Where it begins, its baseline from the top, where it ends; in points, 72 an inch.
        size: Of its letters, in points.
        family: The font's name without its style.
        links: Words of it that are links, with their addresses.
        tag: What the file says it belongs to.
    """

    text: str
    x: float
    y: float
    right: float
    size: float
    family: str = ""
    bold: bool = False
    links: tuple[tuple[str, str], ...] = ()
    tag: Tag | None = None


@dataclass(frozen=True)
class Line:
    """One line of text; its places are those of `Piece`.

    Attributes:
        text: With the blank at its end, where the file has one.
        page: From 0.
        bold: Whether all of it is.
    """

    text: str
    page: int
    left: float
    y: float
    right: float
    size: float
    family: str = ""
    bold: bool = False
    links: tuple[tuple[str, str], ...] = ()
    tag: Tag | None = None

    @property
    def top(self) -> float:
        """Where its letters begin, from the top."""
        return self.y - self.size

    @property
    def style(self) -> tuple[str, int]:
        """What tells text of one kind from text of another."""
        return self.family, round(self.size)


_LETTERS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00a0": " ", "\t": " ", "\n": " ", "\x7f": "•"}
)
_UNSEEN = re.compile(r"[\u200b\ufeff]|\u00ad(?=\S)")
_STRANGE = re.compile(r"[\x00-\x08\x0b-\x1f]")
MOST_LINES = 1_000  # of a page; one with more is a table or a drawing, and stays as it was painted
UNKNOWN = "\ufffd"  # stands for each letter that the file does not tell


def lines_of(pieces: Iterable[Piece], page: int) -> list[Line]:
    """The lines of one page, in the order in which they were painted."""
    rows: list[list[Piece]] = []
    for piece in _once(pieces):
        if rows and (moved := _follows(rows[-1], piece)):
            rows[-1].append(moved)
        else:
            rows.append([piece])
    lines = [_line(row, page) for row in rows if any(piece.text.strip() for piece in row)]
    return _with_drop_caps(_with_bullets(lines)) if len(lines) <= MOST_LINES else lines


def _once(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Without what is painted a second time a hair beside the first, which only makes it look bold."""
    before: Piece | None = None
    for piece in pieces:
        again = before is not None and before.text == piece.text and len(piece.text) > 1
        if again and before and 0 < abs(before.x - piece.x) + abs(before.y - piece.y) < piece.size * 0.1:
            continue
        yield piece
        before = piece


def _follows(row: Sequence[Piece], piece: Piece) -> Piece | None:
    """`piece` as it stands after `row` on the same line; None where it begins another line."""
    last = row[-1]
    if abs(last.y - piece.y) > 0.45 * max(last.size, piece.size):
        return None
    # A change of font inside a line is told with the line's beginning as its place.
    if abs(piece.x - row[0].x) < 0.1 and last.right > piece.x + 0.1:
        return replace(piece, x=last.right, right=last.right + piece.right - piece.x)
    gap = piece.x - last.right
    near = 1.5 * max(last.size, piece.size)
    if last.tag and piece.tag and last.tag.cell != piece.tag.cell:
        return None
    return piece if gap < near and piece.x > last.x - 0.1 else None


def _line(row: Sequence[Piece], page: int) -> Line:
    sizes: Counter[tuple[float, str]] = Counter()
    for piece in row:
        sizes[(round(piece.size, 1), piece.family)] += len(piece.text.strip()) * 2 + bool(piece.family)
    size, family = max(sizes, key=lambda key: sizes[key])
    said = [piece for piece in row if re.search(r"\w", piece.text)] or row
    text = ""
    for piece in row:
        raised = re.fullmatch(r"\s*\d{1,3}\s*", piece.text) and piece.size < size * 0.8 and text[-1:].strip()
        text += f"[{piece.text.strip()}]" if raised else piece.text
    text = re.sub(r"(?<=\S)[ ]{2,}", " ", _UNSEEN.sub("", _STRANGE.sub(UNKNOWN, text.translate(_LETTERS))))
    ground = Counter(piece.y for piece in row).most_common(1)[0][0]
    return Line(
        text.lstrip(),
        page,
        row[0].x,
        ground,
        max(piece.right for piece in row),
        size,
        family,
        all(piece.bold for piece in said),
        tuple(link for piece in row for link in piece.links),
        Counter(piece.tag for piece in said).most_common(1)[0][0],
    )


_MARK = re.compile(r"\s*(?:[•·‣◦▪●○■□*–—\-💡\uf0b7\uf0a7o→►✓✔]\ufe0f?|\d{1,2}[.)])\s*")


def _with_bullets(lines: list[Line]) -> list[Line]:
    """Bullets and numbers that were painted apart, with the line to their right."""
    marks = [line for line in lines if _MARK.fullmatch(line.text)]
    gone: set[int] = set()
    led: dict[int, Line] = {}
    for mark in marks:
        near = [
            (line.left, at)
            for at, line in enumerate(lines)
            if line not in marks
            and at not in led
            and -mark.size < line.left - mark.right < 4 * mark.size
            and line.left > mark.left
            and -0.4 * mark.size < mark.y - line.y < 1.2 * mark.size
        ]
        if near:
            _, at = min(near, key=lambda one: (abs(lines[one[1]].y - mark.y), one[0]))
            sign = "•" if mark.text.strip() in {"\uf0b7", "\uf0a7", "o"} else mark.text.strip()
            led[at] = replace(lines[at], text=f"{sign} {lines[at].text}", left=mark.left)
            gone.add(id(mark))
    return [led.get(at, line) for at, line in enumerate(lines) if id(line) not in gone]


def _with_drop_caps(lines: list[Line]) -> list[Line]:
    """A large letter that reaches over several lines, with the first of them."""
    caps = [line for line in lines if re.fullmatch(r"[“\"'‘«„]?\s?\w\s*", line.text) and line.text.strip().isupper()]
    gone: set[int] = set()
    for cap in caps:
        beside = [
            line
            for line in lines
            if line is not cap
            and line.size * 1.7 < cap.size
            and cap.top - line.size * 0.5 < line.y <= cap.y + line.size * 0.5
            and -line.size < line.left - cap.right < 2 * line.size
        ]
        if not beside:
            continue
        first = min(beside, key=lambda line: line.y)
        at = next(place for place, line in enumerate(lines) if line is first)
        whole = repair.after_drop_cap(cap.text.strip(), first.text, (line.text for line in lines))
        lines = [*lines[:at], replace(first, text=whole, left=cap.left), *lines[at + 1 :]]
        lines = [replace(one, left=cap.left) if any(one is other for other in beside) else one for one in lines]
        gone.add(id(cap))
    return [line for line in lines if id(line) not in gone]
