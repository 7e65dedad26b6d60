"""The letters of the cards: which font files there are, what each can show, and how wide it draws.

Pillow measures on the very files that resvg draws with, at the same weight and optical size; the two agree within 3 px
on a line of 1500 px (Pillow with raqm; without it measures come out a little wide, which is the safe side).
"""

from __future__ import annotations

import contextlib
import io
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from importlib.resources import files
from itertools import count, groupby
from pathlib import Path

import regex
from PIL import Image, ImageFont

from pipeline.compose import rendering

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
_MADE_FOR = {  # how the names of fonts end, by language (BCP 47)
    "zh-Hant-HK": ("HK", "TC"),
    "zh-HK": ("HK", "TC"),
    "zh-Hant": ("TC", "HK"),
    "zh-TW": ("TC", "HK"),
    "zh": ("SC",),
    "ja": ("JP",),
    "ko": ("KR",),
}
_ABSENT = "\U0010ffff"  # a noncharacter (Unicode 23.7): no font has it, so this is how a font draws what it lacks
_INVISIBLE = regex.compile(r"\p{Default_Ignorable_Code_Point}")

Installed = Callable[[], Iterable[Path]]


@dataclass(frozen=True)
class Face:
    """A font: its file, the family name by which resvg finds it, and its number among the fonts of that file."""

    path: Path
    family: str
    number: int = 0

    def covers(self, cluster: str) -> bool:
        """Can it show this user-perceived character? Joiners and variation selectors need no glyph."""
        return all(_has(self, char) or _INVISIBLE.match(char) for char in cluster)

    def width(self, text: str, size: int, weight: int) -> float:
        """Width of `text` in sizes: times `size` it is px."""
        font = _font(self, size, weight)
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


def stand_ins(lacking: str, paths: Iterable[Path], language: str = "") -> tuple[tuple[Face, ...], str]:
    """Faces of `paths` that show `lacking`, and which of its characters they do not.

    One face that shows all; else one for the letters, or one a script, and one for what stands between them.

    Args:
        language: BCP 47 tag: Chinese, Japanese and Korean draw many common characters each in their own way.
    """
    return _stand_ins(lacking, tuple(paths), language)


@lru_cache(maxsize=256)  # all cards of an article ask for nearly the same
def _stand_ins(lacking: str, paths: tuple[Path, ...], language: str) -> tuple[tuple[Face, ...], str]:
    letters = regex.findall(r"\p{L}\p{M}*", lacking)
    scripts = groupby(sorted(letters, key=_script), key=_script)
    signs = regex.sub(r"\p{L}\p{M}*", "", lacking)
    found: list[Face] = []
    for wanted in (lacking, "".join(letters), *("".join(group) for _, group in scripts), signs):
        rest = missing(wanted, found)
        if rest and (face := _stand_in(rest, paths, language)):
            found.append(face)
    return tuple(found), missing(lacking, found)


def _script(letter: str) -> str:
    """What tells the script of a letter: how its name in Unicode begins; what Japanese mixes counts as one."""
    first = unicodedata.name(letter[0], "").partition(" ")[0]
    return "CJK" if first in {"HIRAGANA", "KATAKANA"} else first


def _stand_in(lacking: str, paths: Sequence[Path], language: str) -> Face | None:
    """The first face that shows all of `lacking`, as Pillow reads it and as resvg draws it."""
    clusters = regex.findall(r"\X", lacking)
    for face in _faces(paths, language):
        try:
            if all(face.covers(cluster) for cluster in clusters) and is_drawn(face, clusters):
                return face
        except OSError:  # a damaged font: the next may do
            continue
    return None


def _faces(paths: Sequence[Path], language: str) -> Iterator[Face]:
    """All fonts of these files; those come first that say in their names that they are made for `language`."""
    made_for = next((names for tag, names in _MADE_FOR.items() if f"{language}-".startswith(f"{tag}-")), None)
    if made_for:
        yield from (face for path in paths for face in _of(path) if face.family.endswith(made_for))
    yield from (face for path in paths for face in _of(path))


@cache
def _of(path: Path) -> tuple[Face, ...]:
    """The fonts in a file; none where Pillow cannot read it."""
    found: list[Face] = []
    with contextlib.suppress(OSError):  # so it ends, and so it says that it reads no such font
        for number in count():
            found.append(Face(path, str(_open(path, 24, number).getname()[0]), number))
            if path.suffix.lower() != ".ttc":
                break
    return tuple(found)


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
    """`svg` as PNG, with these faces and no others; see `rendering.render`."""
    return rendering.render(svg, [face.path for face in faces], longest)


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
def _font(face: Face, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = _open(face.path, size, face.number)
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


def _open(path: Path, size: int, number: int, layout: ImageFont.Layout | None = None) -> ImageFont.FreeTypeFont:
    for attempt in (size, *_STRIKES):
        try:
            return ImageFont.truetype(path, attempt, number, layout_engine=layout)
        except OSError as error:
            if "pixel size" not in str(error):
                raise
    raise OSError(f"{path} opens at no size we know")


@lru_cache(maxsize=8192)
def _has(face: Face, char: str) -> bool:
    return _picture(face, char) != _picture(face, _ABSENT)


@lru_cache(maxsize=8192)
def _picture(face: Face, char: str) -> tuple[float, bytes]:
    font = _plain(face)
    return font.getlength(char), bytes(font.getmask(char))


@lru_cache(maxsize=64)
def _plain(face: Face) -> ImageFont.FreeTypeFont:
    # Basic layout looks a character up and does no more; raqm would compose, or give a lacking mark no width.
    return _open(face.path, 24, face.number, ImageFont.Layout.BASIC)


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
