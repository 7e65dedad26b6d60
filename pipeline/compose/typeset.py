"""Lines of letters with their places on a card. Pure but for the font files that measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from pipeline.compose import fitting, fonts, lines
from pipeline.compose.lines import LEADING, Box, Measure

_EMBEDDED, _ENDED = "\u202b", "\u202c"  # right-to-left embedding, and its end (Unicode Standard Annex 9)
_CAPITAL = 0.67  # height of a capital in Source Serif 4 and Source Sans 3, in sizes
_OPENING = regex.compile(
    r"[\p{Ps}\p{Pi}\"„‚]*"
)  # opening marks hang outside the edge, so that the letters stand in line

_LEFTWARDS = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")


@dataclass(frozen=True)
class Line:
    """A line of letters, in px.

    Attributes:
        x: Where it starts: its left edge, or its right edge in a text that reads to the left.
        y: Its baseline.
    """

    x: float
    y: float
    width: float
    runs: tuple[fonts.Run, ...]

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(run.text for run in self.runs).strip(f"{_EMBEDDED}{_ENDED}")


@dataclass(frozen=True)
class Setting:
    """Lines in one size. `size` is in px, `weight` from 200 to 900."""

    size: int
    weight: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Typesetter:
    """Sets texts on a sheet.

    Attributes:
        faces: In order of preference; together they show all letters that will be set.
        mirror: None, or the sheet's width where the text reads to the left: every box then counts from the right edge.
    """

    faces: tuple[fonts.Face, ...]
    mirror: int | None = None

    def paragraph(self, text: str, box: Box) -> Setting | None:
        """`text` on balanced lines in the middle of `box`, as large as it can be; None where it does not fit."""
        measure = self.measure(box.weight)
        fitted = fitting.fit(text, box, measure)
        if fitted is None:
            return None
        size, broken = fitted
        first = box.y + (box.height - (len(broken) - 1) * size * LEADING + _CAPITAL * size) / 2
        placed = []
        for place, line in enumerate(broken):
            opening = _OPENING.match(line)
            hung = measure(opening[0], size) if opening else 0
            placed.append(
                self._line(line, box.x - hung, first + place * size * LEADING, measure(line, size), size, box.weight)
            )
        return Setting(size, box.weight, tuple(placed))

    def single(self, text: str, box: Box) -> Setting:
        """`text` as one line on the lower edge of `box`, shortened where it is too long."""
        measure = self.measure(box.weight)
        line = lines.shortened(text, box, measure)
        placed = self._line(line, box.x, box.y + box.height, measure(line, box.largest), box.largest, box.weight)
        return Setting(box.largest, box.weight, (placed,) if line else ())

    def measure(self, weight: int) -> Measure:
        """What tells a text's width in these faces."""

        @cache  # a word is asked for at many sizes
        def runs(text: str) -> list[fonts.Run]:
            return fonts.runs(text, self.faces)

        @cache
        def width(text: str, cut: int) -> float:
            return sum(run.face.width(run.text, cut, weight) for run in runs(text))

        return lambda text, size: width(text, min(size, fonts.LARGEST_CUT)) * size

    def _line(self, text: str, x: float, y: float, width: float, size: int, weight: int) -> Line:
        if self.mirror is not None:
            # resvg lays text out from left to right unless the text says otherwise.
            x, text = self.mirror - x, f"{_EMBEDDED}{text}{_ENDED}"
        runs = fonts.runs(text, self.faces)
        if len(runs) > 1 and not _LEFTWARDS.search(text):  # words to the left change places with each other
            runs = list(_placed(runs, x, size, weight))
        return Line(round(x, 1), round(y, 1), round(width, 1), tuple(runs))


def _placed(runs: Sequence[fonts.Run], x: float, size: int, weight: int) -> Iterator[fonts.Run]:
    """`runs` with the places where they start, so that resvg shapes each by itself.

    Together, it draws all of them in the face that has the most letters, and fails on some signs that are made of many,
    such as a cook (woman, joiner, pan).
    """
    for run in runs:
        yield replace(run, x=round(x, 1))
        x += run.face.width(run.text, min(size, fonts.LARGEST_CUT), weight) * size


def faces_for(text: str, small: str, installed: fonts.Installed, language: str = "") -> tuple[fonts.Face, ...] | str:
    """The faces that show `text` and the `small` lines, best first; or the characters that none here can show.

    Args:
        installed: Gives the font files to look in for what the packaged faces lack; asked only then.
        language: BCP 47 tag of the text.
    """
    packaged = (fonts.serif(), fonts.sans())
    letters = "".join(regex.findall(r"\p{L}\p{M}*", text))
    # One face for all letters: a few of them in another would look like a ransom note.
    first = min(packaged, key=lambda face: len(fonts.missing(letters, [face])))
    faces = (first, *(face for face in packaged if face != first))
    lacking = fonts.missing(text + small, faces)
    if not lacking:
        return faces
    others, lacking = fonts.stand_ins(lacking, installed(), language)
    return lacking or (*faces, *others)


def small_first(faces: Sequence[fonts.Face]) -> tuple[fonts.Face, ...]:
    """The same faces in the order for small lines: the sans before the serif."""
    return tuple(sorted(faces, key=lambda face: face != fonts.sans()))
