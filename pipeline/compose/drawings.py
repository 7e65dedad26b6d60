"""Drawings (SVG) of others, with their words in letters that are here. Pure but for the font files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

import regex

from pipeline.compose import fonts, lines
from pipeline.compose.fonts import Face

_LONGEST = 1280  # px of the longer side: sharp, however small the drawing says it is
_SPEC = "{http://www.w3.org/2000/svg}"
_LETTERED = {f"{_SPEC}text", f"{_SPEC}tspan", f"{_SPEC}textPath"}
_INSISTENT = regex.compile(r"(\bfont(?:-family|-weight)?\s*:[^:;{}\"<]*?)\s*!\s*important", regex.IGNORECASE)
_RULE = regex.compile(r"([^{}]+)\{([^{}]*)\}")
_FONT = regex.compile(r"(?<![\w-])(font(?:-family|-weight)?)\s*:\s*([^;]+)", regex.IGNORECASE)
_SERIF = regex.compile(
    r"(?<!sans[ -]?)serif|georgia|times|garamond|palatino|baskerville|bodoni|didot|playfair|merriweather|\blora\b",
    regex.IGNORECASE,
)
_WEIGHT = regex.compile(r"(?<![\w-])([1-9]00|bold|normal)(?![\w%-])")
_NAMED = {"bold": 700, "normal": 400}  # CSS Fonts 4, 2.2


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
    for element, asked in list(_asked(root)):
        element.set("style", f"{element.get('style', '').rstrip('; ')}; {_set(asked, faces)}".lstrip("; "))
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
    others, lacking = fonts.stand_ins(lacking, fonts.installed())
    if lacking:
        raise ValueError(f"no font here shows {lacking}")
    return (*faces, *others)


def _set(asked: str, faces: Sequence[Face]) -> str:
    """What sets words in `faces`; last in an element's own style it counts more than attributes and style sheets."""
    first = fonts.serif() if _SERIF.search(asked) else fonts.sans()
    named = ", ".join(f"'{face.family}'" for face in dict.fromkeys((first, *faces)))
    weights = _WEIGHT.findall(asked)
    weight = _NAMED.get(weights[-1]) or int(weights[-1]) if weights else 400
    # As parts.svg says: without the second, resvg draws weight 400 in the lightest that a font has.
    return f"font-family: {named}; font-weight: {weight}; font-variation-settings: 'wght' {weight}"


def _asked(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, str]]:
    """Every element that sets words, with the fonts and weights that it and what it stands in ask for, its own last."""
    sheets = "".join("".join(one.itertext()) for one in root.iter(f"{_SPEC}style"))
    rules = [(name.strip(), body) for names, body in _RULE.findall(sheets) for name in names.split(",")]
    waiting = [(root, {"font-family": "", "font-weight": ""})]
    while waiting:
        element, around = waiting.pop()
        chosen = {element.tag.removeprefix(_SPEC), *(f".{one}" for one in element.get("class", "").split())}
        styles = [body for name, body in rules if name in chosen]
        asked = around | {key: value for key in around if (value := element.get(key))}
        for key, value in _FONT.findall("; ".join([*styles, element.get("style", "")])):
            asked |= dict.fromkeys(around, value) if key.lower() == "font" else {key.lower(): value}
        if element.tag in _LETTERED:
            yield element, f"{asked['font-family']} {asked['font-weight']}"
        waiting += [(inner, asked) for inner in element]
