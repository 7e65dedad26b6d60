"""The letters of the cards: which font files there are, what each can show, and how wide it draws.

Pillow measures on the very files that resvg draws with, at the same weight and optical size; the two agree within 3 px
on a line of 1500 px (Pillow with raqm; without it measures come out a little wide, which is the safe side).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import regex
import resvg
from PIL import Image, ImageFont

_FOLDERS = (  # where systems keep fonts: Linux, macOS, Windows
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
    "~/AppData/Local/Microsoft/Windows/Fonts",
)
_SUFFIXES = {".ttf", ".otf", ".ttc"}
_CUTS = ("bold", "italic", "oblique", "mono", "condensed", "narrow", "light", "thin", "black")
_STRIKES = (109, 160, 136, 128, 96, 64)  # emoji fonts made of pictures open at one of these sizes only
LARGEST_CUT = 60  # px; the largest size that Source Serif 4 is drawn for, above it letters only scale
_LONGEST = 4_000  # px, three times a card; for want of memory resvg would end the whole program
_DEEPEST = 500  # a third of what resvg was seen to survive
_CHAINED = {"clipPath", "mask", "pattern", "filter", "marker"}  # each may refer to another
_ABSENT = "\U0010ffff"  # a noncharacter (Unicode 23.7): no font has it, so this is how a font draws what it lacks
_INVISIBLE = regex.compile(r"\p{Default_Ignorable_Code_Point}")

Installed = Callable[[], Iterable[Path]]


class Undrawable(ValueError):  # noqa: N818 - as the other errors of this house
    """Words that resvg fails on, though the SVG around them is sound."""


@dataclass(frozen=True)
class Face:
    """A font file, and the family name by which resvg finds it."""

    path: Path
    family: str

    def covers(self, cluster: str) -> bool:
        """Can it show this user-perceived character? Joiners and variation selectors need no glyph."""
        return all(_has(self.path, char) or _INVISIBLE.match(char) for char in cluster)

    def width(self, text: str, size: int, weight: int) -> float:
        """Width of `text` in sizes: times `size` it is px."""
        font = _font(self.path, size, weight)
        return font.getlength(text) / font.size


@dataclass(frozen=True)
class Run:
    """A stretch of text in one face. `x` is where it starts, in px, or None right after the run before it."""

    face: Face
    text: str
    x: float | None = None

    @property
    def font(self) -> str:
        """The family, as templates name it."""
        return self.face.family


def serif() -> Face:
    """Source Serif 4, for the quote: Latin, Greek and Cyrillic, drawn finer for large sizes (SIL Open Font License)."""
    return _packaged("fontpkg_source_serif_4", "Source Serif 4")


def sans() -> Face:
    """Source Sans 3, for the small lines (SIL Open Font License)."""
    return _packaged("fontpkg_source_sans_3", "Source Sans 3")


def installed() -> Iterator[Path]:
    """The machine's own font files, emoji first, then upright serifs, then the rest; always in the same order."""
    folders = [Path(folder).expanduser() for folder in _FOLDERS]
    paths = {path for folder in folders if folder.is_dir() for path in folder.rglob("*")}
    yield from sorted((path for path in paths if path.suffix.lower() in _SUFFIXES), key=_rank)


def missing(text: str, faces: Sequence[Face]) -> str:
    """The user-perceived characters of `text` that none of `faces` can show, each once."""
    clusters = dict.fromkeys(regex.findall(r"\X", text))
    return "".join(cluster for cluster in clusters if not any(face.covers(cluster) for face in faces))


def stand_in(lacking: str, paths: Iterable[Path]) -> Face | None:
    """The first of `paths` that shows all of `lacking`, as Pillow reads it and as resvg draws it."""
    clusters = regex.findall(r"\X", lacking)
    for path in paths:
        try:
            face = Face(path, str(_font(path, 24, 400).getname()[0]))
            if all(face.covers(cluster) for cluster in clusters) and is_drawn(face, clusters):
                return face
        except OSError:  # a damaged file, or a kind of font that Pillow does not read: the next may do
            continue
    return None


def runs(text: str, faces: Sequence[Face]) -> list[Run]:
    """`text` in stretches of one face: a word in the first face that covers all of it, else character by character."""
    found: list[Run] = []
    for word in regex.findall(r"\s+|\S+", text):
        for part in [word] if _first(word, faces) else regex.findall(r"\X", word):
            face = _first(part, faces) or faces[0]
            if found and found[-1].face == face:
                found[-1] = Run(face, found[-1].text + part)
            else:
                found.append(Run(face, part))
    return found


def render(svg: str, faces: Iterable[Face], longest: int | None = None) -> bytes:
    """`svg` as PNG, with these fonts and no others; smaller where it is larger than any picture we make.

    Args:
        longest: px that its longer side shall have, or None for the size that it says itself.

    Raises:
        Undrawable: resvg fails on it.
        ValueError: it is not SVG.
    """
    options = resvg.usvg.Options.default()
    for face in faces:
        options.load_font_file(str(face.path))
    tree = _tree(svg, options)
    width, height = tree.int_size()
    scale: float = (longest or min(max(width, height), _LONGEST)) / max(width, height)
    size = (max(1, int(width * scale)), max(1, int(height * scale)))
    return resvg.render(tree, (scale, 0.0, 0.0, 0.0, scale, 0.0), bg_size=size)


class _Bounds:
    """Refuses an SVG in which so much stands within each other that resvg would end the whole program."""

    def __init__(self) -> None:
        self._depth = self._links = 0

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        self._depth += 1
        self._links += tag.rpartition("}")[2] in _CHAINED
        if max(self._depth, self._links) > _DEEPEST:
            raise ValueError(f"it has more than {_DEEPEST} shapes within each other, or masks, patterns and the like")

    def end(self, _: str) -> None:
        self._depth -= 1

    def close(self) -> None:
        """Nothing is built."""


def _tree(svg: str, options: resvg.usvg.Options) -> resvg.usvg.Tree:
    try:
        # Of what resvg cannot read it also complains on stderr.
        parser = ElementTree.XMLParser(target=_Bounds())  # noqa: S314 - the parser of Python 3.11 bounds entities
        parser.feed(svg)
        parser.close()
        return resvg.usvg.Tree.from_str(svg, options)
    except ElementTree.ParseError as error:
        raise ValueError(f"it is not well-formed ({error})") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how its binding reports what is wrong
            raise
        raise Undrawable(f"resvg cannot read it ({error})") from error


def _first(text: str, faces: Sequence[Face]) -> Face | None:
    return next((face for face in faces if face.covers(text)), None)


@cache
def _packaged(package: str, family: str) -> Face:
    names = (Path(str(entry)) for entry in (files(package) / "files").iterdir())
    return Face(next(path for path in sorted(names) if "Italic" not in path.name), family)


def _rank(path: Path) -> tuple[bool, bool, bool, str]:
    name = path.stem.lower()
    return "emoji" not in name, any(cut in name for cut in _CUTS), "serif" not in name, path.as_posix()


@lru_cache(maxsize=256)
def _font(path: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = _open(path, size)
    try:
        axes = font.get_variation_axes()
    except OSError:  # a font without axes
        return font
    # resvg sets the optical size to the size in px, so we do too.
    wanted = {"weight": float(weight), "optical size": float(size)}
    values = []
    for axis in axes:
        name = (axis.get("name") or b"").decode("latin-1").lower()  # a font may leave its axes unnamed
        value = wanted.get(name, float(axis["default"] or 0))
        values.append(min(max(value, float(axis["minimum"] or 0)), float(axis["maximum"] or 0)))
    font.set_variation_by_axes(values)
    return font


def _open(path: Path, size: int, layout: ImageFont.Layout | None = None) -> ImageFont.FreeTypeFont:
    for attempt in (size, *_STRIKES):
        try:
            return ImageFont.truetype(path, attempt, layout_engine=layout)
        except OSError as error:
            if "pixel size" not in str(error):
                raise
    raise OSError(f"{path} opens at no size we know")


@lru_cache(maxsize=8192)
def _has(path: Path, char: str) -> bool:
    return _picture(path, char) != _picture(path, _ABSENT)


@lru_cache(maxsize=8192)
def _picture(path: Path, char: str) -> tuple[float, bytes]:
    font = _plain(path)
    return font.getlength(char), bytes(font.getmask(char))


@lru_cache(maxsize=64)
def _plain(path: Path) -> ImageFont.FreeTypeFont:
    # Basic layout looks a character up and does no more; raqm would compose, or give a lacking mark no width.
    return _open(path, 24, ImageFont.Layout.BASIC)


def is_drawn(face: Face, clusters: Sequence[str]) -> bool:
    """Does resvg find the face by its name, and draw each of `clusters` otherwise than what is absent?"""
    cell = 96
    width = cell * (len(clusters) + 2)
    texts = "".join(
        f'<text x="{cell * place + 4}" y="34">{escape(cluster)}</text>'
        for place, cluster in enumerate(("", _ABSENT, *clusters))
    )
    letters = f'font-size="24" font-family="&apos;{escape(face.family)}&apos;"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="48"><g {letters}>{texts}</g></svg>'
    png = render(svg, [face])
    sheet = Image.open(io.BytesIO(png)).convert("RGBA")
    empty, absent, *drawn = (sheet.crop((left, 0, left + cell, 48)).tobytes() for left in range(0, width, cell))
    return empty not in drawn and absent not in drawn
