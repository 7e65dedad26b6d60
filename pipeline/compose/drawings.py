"""Drawings (SVG) of others, with their words in letters that are here. Pure but for the font files."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import regex

from pipeline.compose import fonts, lines
from pipeline.compose.fonts import Face

_LONGEST = 1280  # px of the longer side: sharp, however small the drawing says it is
_SPEC = "{http://www.w3.org/2000/svg}"
_LETTERED = {f"{_SPEC}text", f"{_SPEC}tspan", f"{_SPEC}textPath"}
_INSISTENT = regex.compile(r"(\bfont(?:-family)?\s*:[^:;{}\"<]*?)\s*!\s*important", regex.IGNORECASE)
_FAMILY = regex.compile(r"font(?:-family)?\s*:\s*([^;{}]+)", regex.IGNORECASE)
_SERIF = regex.compile(
    r"(?<!sans[ -]?)serif|georgia|times|garamond|palatino|baskerville|bodoni|didot|playfair|merriweather|\blora\b",
    regex.IGNORECASE,
)


def drawn(svg: str) -> tuple[bytes, bool]:
    """`svg` as PNG, and whether it has words: those are drawn in a face of ours, whatever font they ask for.

    Raises:
        ValueError: it is no SVG, or has words that cannot be drawn.
    """
    root = _parsed(_INSISTENT.sub(r"\1", svg))
    if any("".join(one.itertext()).strip() for one in root.iter(f"{_SPEC}foreignObject")):
        raise ValueError("it holds a page of HTML, which is not drawn")
    texts = [one for one in root.iter(f"{_SPEC}text") if "".join(one.itertext()).strip()]
    if not texts:
        return fonts.render(svg, (), _LONGEST), False
    faces = _faces("".join("".join(one.itertext()) for one in texts))
    for element, family in list(_families(root)):
        first = fonts.serif() if _SERIF.search(family) else fonts.sans()
        named = ", ".join(f"'{face.family}'" for face in (first, *faces))
        # What stands last in an element's own style counts more than its attributes and any style sheet.
        element.set("style", f"{element.get('style', '').rstrip('; ')}; font-family: {named}".lstrip("; "))
    return fonts.render(ElementTree.tostring(root, encoding="unicode"), faces, _LONGEST), True


def _parsed(svg: str) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(svg)  # noqa: S314 - the team's own file
    except ElementTree.ParseError as error:
        raise ValueError(f"it is not well-formed ({error})") from error


def _faces(words: str) -> tuple[Face, ...]:
    faces = (fonts.serif(), fonts.sans())
    lacking = fonts.missing(lines.clean(words), faces)
    if not lacking:
        return faces
    other = fonts.stand_in(lacking, fonts.installed())
    if other is None:
        raise ValueError(f"no font here shows {lacking}")
    return (*faces, other)


def _families(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, str]]:
    """Every element that sets words, with the fonts that it, or what it stands in, or else a style sheet asks for."""
    sheets = " ".join("".join(one.itertext()) for one in root.iter(f"{_SPEC}style"))
    waiting = [(root, " ".join(_FAMILY.findall(sheets)))]
    while waiting:
        element, around = waiting.pop()
        styled = _FAMILY.search(element.get("style", ""))
        family = styled[1] if styled else element.get("font-family", around)
        if element.tag in _LETTERED:
            yield element, family
        waiting += [(inner, family) for inner in element]
