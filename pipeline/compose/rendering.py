"""SVG drawn as PNG by resvg, with the fonts it is given and no others. What would end the program is refused before."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

import regex
import resvg

_LONGEST = 4_000  # px, three times a card; for want of memory resvg would end the whole program
_DEEPEST = 500  # a third of what resvg was seen to survive
# Letters drawn in several parts side by side, as Devanagari's and Thai's may be: resvg 0.47 sets those on each other.
_COMPLEX = regex.compile(
    r"""(?xV1)[\p{L}\p{M}--[\p{Latin}\p{Greek}\p{Cyrillic}\p{Armenian}\p{Georgian}\p{Hebrew}\p{Arabic}
    \p{Han}\p{Hiragana}\p{Katakana}\p{Bopomofo}\p{Hangul}\p{Common}\p{Inherited}]]"""
)
_CHAINED = {"clipPath", "mask", "pattern", "filter", "marker"}  # each may refer to another


class Undrawable(ValueError):  # noqa: N818 - as the other errors of this house
    """Words that resvg fails on, though the SVG around them is sound."""


def render(svg: str, fonts: Sequence[Path], longest: int | None = None) -> bytes:
    """`svg` as PNG; smaller where it is larger than any picture we make.

    Args:
        fonts: The files of the fonts it may use.
        longest: px that its longer side shall have, or None for the size that it says itself.

    Raises:
        Undrawable: resvg fails on it.
        ValueError: it is not SVG.
    """
    complex_script = _COMPLEX.search(svg) is not None
    options = resvg.usvg.Options.default()
    for font in () if complex_script else fonts:
        options.load_font_file(str(font))
    tree = _tree(svg, options)
    width, height = tree.int_size()
    scale: float = (longest or min(max(width, height), _LONGEST)) / max(width, height)
    size = (max(1, int(width * scale)), max(1, int(height * scale)))
    if complex_script:
        return _shaped(svg, fonts, size)
    return resvg.render(tree, (scale, 0.0, 0.0, 0.0, scale, 0.0), bg_size=size)


def _shaped(svg: str, fonts: Sequence[Path], size: tuple[int, int]) -> bytes:
    """By resvg 0.48, which sets such words right, in a build three times as slow as that of 0.47."""
    import resvg_py  # noqa: PLC0415 - few need it

    width, height = size
    files = [str(font) for font in fonts]
    with _panics_told():
        return resvg_py.svg_to_bytes(
            svg_string=svg, font_files=files, skip_system_fonts=True, width=width, height=height
        )


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
    except ElementTree.ParseError as error:
        raise ValueError(f"it is not well-formed ({error})") from error
    with _panics_told():
        return resvg.usvg.Tree.from_str(svg, options)


@contextlib.contextmanager
def _panics_told() -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how resvg's bindings report what is wrong
            raise
        raise Undrawable(f"resvg cannot read it ({error})") from error
