"""One page of a PDF, followed as it is painted -> pieces of text with their places, and the links over them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from pipeline.ingest.pdf.fonts import UNKNOWN_FONT, Widths, measured
from pipeline.ingest.pdf.lines import Piece
from pipeline.ingest.pdf.tags import Tag, Tags

_ASLANT = 0.1  # of a quarter of a turn
_MOST_LINKS = 500  # of a page
_STEPS = 2_000  # operators between two looks at the clock
Matrix = tuple[float, float, float, float, float, float]


def _times(one: Any, other: Any) -> Matrix:
    """The product of two matrices of PDF (ISO 32000-1, 8.3.3)."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


@dataclass(frozen=True)
class _Shown:
    """Text as it was painted: in its own measures, which `matrix` turns into those of the page."""

    text: str
    matrix: Matrix
    font: Widths
    size: float
    reach: float
    tag: Tag | None


_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})


@dataclass
class Painter:
    """Follows one page as it is painted, and keeps each piece of text with its place."""

    page: Any
    widths: dict[int, Widths]
    tags: Tags
    in_time: Callable[[], None]
    pieces: list[Piece] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    pictures: int = 0
    steps: int = 0
    word_space: float = 0.0
    char_space: float = 0.0
    saved: list[tuple[float, float]] = field(default_factory=list)
    shift: float = 0.0  # small moves inside what was shown last
    shows: list[tuple[float, int]] = field(default_factory=list)  # where each string began that is shown, its length
    marks: list[int | None] = field(default_factory=list)  # those that are open
    mark: int | None = None  # of what was shown last

    def paint(self) -> Painter:
        """Follow the whole page. Raises what pypdf and `in_time` raise."""
        found: list[_Shown] = []

        def saw(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
            if text.strip("\n"):
                matrix = _times(tm, cm)
                known = self._widths(font)
                words = text.rstrip("\n")
                found.append(_Shown(words, matrix, known, size, self._reach(words, matrix, known, size), self._tag()))
            self.shift = 0.0
            self.shows = []

        self.in_time()
        self.page.extract_text(visitor_text=saw, visitor_operand_before=self._operator)
        self._straighten(found)
        return self

    def _tag(self) -> Tag | None:
        reference = self.page.indirect_reference
        return self.tags.get((reference.idnum, self.mark)) if reference and self.mark is not None else None

    def _widths(self, resource: Any) -> Widths:
        if resource is None:
            return UNKNOWN_FONT
        if id(resource) not in self.widths:
            self.widths[id(resource)] = measured(resource)
        return self.widths[id(resource)]

    def _reach(self, text: str, matrix: Matrix, known: Widths, size: float) -> float:
        """How far `text` reaches on the page: its characters, the spacing that is set, and the moves between them."""
        words = text.rstrip()
        spaced = self.word_space * words.count(" ") + self.char_space * len(words)
        whole = (known.of(words) * size / 1000 + spaced - self.shift * size / 1000) * math.hypot(matrix[0], matrix[1])
        moved = self.shows[-1][0] - _along(matrix) if self.shows else 0.0
        letters = sum(length for _, length in self.shows)
        # Words of a stretched line are often placed one by one: then the last of them tells where it ends.
        return max(whole, moved + whole * self.shows[-1][1] / letters) if moved > 0.1 and letters else whole

    def _operator(self, operator: bytes, operands: Any, cm: Any, tm: Any) -> None:
        self.steps += 1
        if self.steps % _STEPS == 0:
            self.in_time()
        if operator in _SHOWING:
            self.mark = next((mark for mark in reversed(self.marks) if mark is not None), None)
            self.shows.append((_along(_times(tm, cm)), _length(operands)))
        if operator == b"q":
            self.saved.append((self.word_space, self.char_space))
        elif operator == b"Q" and self.saved:
            self.word_space, self.char_space = self.saved.pop()
        elif operator == b"Tw" and operands:
            self.word_space = float(operands[0])
        elif operator == b"Tc" and operands:
            self.char_space = float(operands[0])
        elif operator == b"TJ" and operands:
            self.shift += sum(float(part) for part in operands[0] if isinstance(part, (int, float)))
        elif operator in {b"BDC", b"BMC"}:
            self.marks.append(self._marked(operands))
        elif operator == b"EMC" and self.marks:
            self.marks.pop()
        elif operator in {b"BI", b"INLINE IMAGE"}:
            self.pictures += 1
        elif operator == b"Do" and operands:
            self.pictures += self._is_picture(operands[0])

    def _marked(self, operands: Any) -> int | None:
        """The number of a mark, which stands beside it or in a list of the page."""
        stated = operands[1] if len(operands) > 1 else None
        if isinstance(stated, str):
            listed = self.page.get("/Resources", {}).get_object().get("/Properties", {})
            stated = listed.get_object().get(stated) if listed else None
        stated = stated.get_object() if stated is not None else None
        number = stated.get("/MCID") if isinstance(stated, dict) else None
        return int(number) if isinstance(number, int) else None

    def _is_picture(self, name: Any) -> bool:
        held = self.page.get("/Resources", {}).get_object().get("/XObject", {})
        painted = held.get_object().get(name) if held else None
        return painted is not None and painted.get_object().get("/Subtype") == "/Image"

    def _straighten(self, found: list[_Shown]) -> None:
        """Turn the page so that most of its text runs from left to right."""
        votes: Counter[int] = Counter()
        for one in found:
            votes[_quarter(one.matrix)] += len(one.text)
        upright = votes.most_common(1)[0][0] if votes else 0
        for one in found:
            if _quarter(one.matrix) != upright:
                self.turned.append(one.text.strip())
                continue
            x, y = _placed(one.matrix[4], one.matrix[5], upright)
            right = x + max(one.reach, 0.0)
            size = abs(one.size) * math.hypot(one.matrix[2], one.matrix[3])
            self.pieces.append(Piece(one.text, x, -y, right, size, one.font.family, one.font.bold, tag=one.tag))
        self._link(upright)

    def _link(self, upright: int) -> None:
        """Give pieces the addresses of the links that lie over them."""
        areas = list(islice(_areas(self.page, upright), _MOST_LINKS))
        if areas:
            self.pieces = [replace(piece, links=tuple(_linked(piece, areas))) for piece in self.pieces]


def _along(matrix: Matrix) -> float:
    """How far a place lies along the direction in which its text runs."""
    return (matrix[4] * matrix[0] + matrix[5] * matrix[1]) / (math.hypot(matrix[0], matrix[1]) or 1.0)


def _length(operands: Any) -> int:
    shown = operands[-1] if operands else ""
    return sum(len(part) for part in (shown if isinstance(shown, list) else [shown]) if isinstance(part, (str, bytes)))


def _quarter(matrix: Matrix) -> int:
    """In how many quarters of a turn text runs, against the clock; -1 where it runs aslant."""
    turns = math.degrees(math.atan2(matrix[1], matrix[0])) / 90
    return round(turns) % 4 if abs(turns - round(turns)) < _ASLANT else -1


def _placed(x: float, y: float, upright: int) -> tuple[float, float]:
    """A point, on a page that is turned until text of that quarter runs from left to right."""
    return ((x, y), (y, -x), (-x, -y), (-y, x), (x, y))[upright]


@dataclass(frozen=True)
class _Area:
    """A link's rectangle, in the same measures as a piece."""

    left: float
    top: float
    right: float
    bottom: float
    url: str


def _areas(page: Any, upright: int) -> Iterator[_Area]:
    for reference in page.get("/Annots") or ():
        note = reference.get_object()
        action = note.get("/A") if isinstance(note, dict) else None
        url = action.get_object().get("/URI") if action is not None else None
        corners = note.get("/Rect") if isinstance(url, str) else None
        if not isinstance(url, str) or corners is None or len(corners) != 4:
            continue
        one, other = (_placed(float(corners[at]), float(corners[at + 1]), upright) for at in (0, 2))
        xs, ys = sorted((one[0], other[0])), sorted((-one[1], -other[1]))
        yield _Area(xs[0], ys[0], xs[1], ys[1], url)


def _linked(piece: Piece, areas: list[_Area]) -> Iterator[tuple[str, str]]:
    """The words of `piece` that lie in a link's rectangle, with the link's address."""
    for area in areas:
        if not (area.top <= piece.y <= area.bottom + 1 and area.left < piece.right and piece.x < area.right):
            continue
        step = (piece.right - piece.x) / max(1, len(piece.text))
        words = [
            word[0]
            for word in re.finditer(r"\S+", piece.text)
            if area.left - 1 <= piece.x + step * (word.start() + word.end()) / 2 <= area.right + 1
        ]
        if words:
            yield " ".join(words).rstrip(".,;:"), area.url
