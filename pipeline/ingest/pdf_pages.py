"""PDF -> pages of lines with place, size and font, within bounds of size, pages and time. Only this knows pypdf."""

from __future__ import annotations

import io
import logging
import math
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

# Widths tell where a line ends, and pypdf has no public way to them: pyproject.toml keeps to its present major release.
from pypdf.generic._font import Font

from pipeline.errors import SourceError
from pipeline.ingest.pdf_lines import Line, Piece, lines_of
from pipeline.ingest.pdf_tags import Tag, Tags, tags_of

MOST_PAGES = 200  # a whole magazine has fewer
SECONDS = 30.0  # for everything; a page of text takes some hundredths
# What one stream may unpack to, and how many operators one page may hold: far above any page of text.
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 30_000_000,
    "lzw_maximum_output_length": 30_000_000,
    "run_length_maximum_output_length": 30_000_000,
    "array_based_stream_maximum_output_length": 30_000_000,
    "stream_decoding_work_maximum_length": 100_000_000,
    "disable_legacy_handling": True,
}
_ASLANT = 0.1  # of a quarter
_STEPS = 2_000  # operators between two looks at the clock


@dataclass(frozen=True)
class Pdf:
    """What a PDF says.

    Attributes:
        pages: The lines of each page, in the order in which they are painted.
        turned: Text that stands upright beside the others.
        pictures: How many are painted on each page.
        shown: What pictures show, in the author's words.
        title, author, language, created: What the file states of itself, junk included.
    """

    pages: tuple[tuple[Line, ...], ...]
    turned: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()
    shown: tuple[str, ...] = ()
    title: str = ""
    author: str = ""
    language: str = ""
    created: datetime | None = None


def open_pdf(source: bytes, place: str, clock: Callable[[], float] = time.monotonic) -> Pdf:
    """The pages of `source`.

    Args:
        place: Where it came from, for errors.
        clock: Seconds that only grow.

    Raises:
        SourceError: it is locked, damaged, or far larger than an article.
    """
    end = clock() + SECONDS

    def in_time() -> None:
        if clock() > end:
            raise SourceError(f"{place} takes longer than {SECONDS:.0f} seconds to read. Save only its article.")

    try:
        with _quiet(), pypdf.apply_configuration(**_LIMITS):
            return _read(pypdf.PdfReader(io.BytesIO(source)), place, in_time)
    except SourceError:
        raise
    except (FileNotDecryptedError, DependencyError) as error:
        raise SourceError(f"{place} is locked with a password. Save it without one.") from error
    except (LimitReachedError, MemoryError) as error:
        raise SourceError(f"{place} unpacks to far more than an article holds. Print it to a new PDF.") from error
    except Exception as error:  # damage shows as any error that Python has
        raise SourceError(f"{place} is damaged and cannot be read as PDF. Save or download it again.") from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Without pypdf's remarks about files that it can read none the less."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _read(reader: pypdf.PdfReader, place: str, in_time: Callable[[], None]) -> Pdf:
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError(f"{place} is locked with a password. Save it without one.")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise SourceError(f"{place} has {count} pages; we read {MOST_PAGES}. Save only the article's pages.")
    widths: dict[int, _Widths] = {}
    tags, shown = tags_of(reader.root_object)
    painted = [_Painter(page, widths, tags, in_time).paint() for page in reader.pages]
    stated = reader.metadata
    return Pdf(
        pages=tuple(tuple(lines_of(one.pieces, number)) for number, one in enumerate(painted)),
        turned=tuple(text for one in painted for text in one.turned),
        pictures=tuple(one.pictures for one in painted),
        shown=tuple(shown),
        title=_text(stated.title if stated else None),
        author=_text(stated.author if stated else None),
        language=_text(reader.root_object.get("/Lang")),
        created=_created(stated),
    )


def _text(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str) else ""


def _created(stated: pypdf.DocumentInformation | None) -> datetime | None:
    try:
        return stated.creation_date if stated else None
    except ValueError:
        return None  # an unreadable date is no date: it is shown nowhere and decides nothing


@dataclass(frozen=True)
class _Widths:
    """How wide a font's characters are, in thousandths of its size; and what its name and weight are."""

    family: str
    bold: bool
    chars: dict[str, float]
    usual: float
    blank: float

    def of(self, text: str) -> float:
        return sum(self.blank if char == " " else self.chars.get(char, self.usual) for char in text)


_STYLES = re.compile(
    r"[-, ]?(?:bold|black|heavy|semi|demi|italic|oblique|regular|roman|medium|light|book|mt|ps|it|bd)+\b", re.IGNORECASE
)
_BOLD = re.compile(r"bold|black|heavy|semib|demi|[-,]bd\b", re.IGNORECASE)


def _measured(resource: Any) -> _Widths:
    """The widths of a font by the characters that it stands for."""
    font = Font.from_font_resource(resource)
    raw = font.character_widths
    usual = raw.get("default", 500.0)
    chars = {}
    if isinstance(font.encoding, dict):
        for code, char in font.encoding.items():
            chars[font.character_map.get(char, char)] = raw.get(chr(code), usual)
    for char, shown in font.character_map.items():
        if isinstance(char, str) and char in raw:
            chars[shown] = raw[char]
    name = re.sub(r"^/?(?:[A-Z]{6}\+)?", "", str(resource.get("/BaseFont", "")))
    weight = str(font.font_descriptor.weight)
    heavy = weight.isdigit() and int(weight) >= 600
    blank = font.space_width if font.space_width else usual / 2
    bold = heavy or bool(_BOLD.search(name))
    return _Widths(_STYLES.sub("", name).casefold(), bold, chars or raw, float(usual), blank)


_NO_WIDTHS = _Widths("", False, {}, 500.0, 250.0)
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
    font: _Widths
    size: float
    width: float
    tag: Tag | None


_SHOWING = frozenset({b"Tj", b"TJ", b"'", b'"'})


@dataclass
class _Painter:
    """Follows one page as it is painted, and keeps each piece of text with its place."""

    page: Any
    widths: dict[int, _Widths]
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
    marks: list[int | None] = field(default_factory=list)  # those that are open
    mark: int | None = None  # of what was shown last

    def paint(self) -> _Painter:
        found: list[_Shown] = []

        def saw(text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
            if text.strip("\n"):
                matrix = _times(tm, cm)
                known = self._widths(font)
                words = text.rstrip("\n")
                found.append(_Shown(words, matrix, known, size, self._width(words, known, size), self._tag()))
            self.shift = 0.0

        self.in_time()
        self.page.extract_text(visitor_text=saw, visitor_operand_before=self._operator)
        self._straighten(found)
        return self

    def _tag(self) -> Tag | None:
        reference = self.page.indirect_reference
        return self.tags.get((reference.idnum, self.mark)) if reference and self.mark is not None else None

    def _widths(self, resource: Any) -> _Widths:
        if resource is None:
            return _NO_WIDTHS
        if id(resource) not in self.widths:
            self.widths[id(resource)] = _measured(resource)
        return self.widths[id(resource)]

    def _width(self, text: str, known: _Widths, size: float) -> float:
        """How far `text` reaches, in text space: its characters, the spacing that is set, and what TJ moves."""
        text = text.rstrip()
        spaced = self.word_space * text.count(" ") + self.char_space * len(text)
        return known.of(text) * size / 1000 + spaced - self.shift * size / 1000

    def _operator(self, operator: bytes, operands: Any, _cm: Any, _tm: Any) -> None:
        self.steps += 1
        if self.steps % _STEPS == 0:
            self.in_time()
        if operator in _SHOWING:
            self.mark = next((mark for mark in reversed(self.marks) if mark is not None), None)
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
            right = x + abs(one.width) * math.hypot(one.matrix[0], one.matrix[1])
            size = abs(one.size) * math.hypot(one.matrix[2], one.matrix[3])
            self.pieces.append(Piece(one.text, x, -y, right, size, one.font.family, one.font.bold, tag=one.tag))
        self._link(upright)

    def _link(self, upright: int) -> None:
        """Give pieces the addresses of the links that lie over them."""
        areas = list(_areas(self.page, upright))
        if areas:
            self.pieces = [replace(piece, links=tuple(_linked(piece, areas))) for piece in self.pieces]


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
