"""The kinds of value that say how mails look: fonts, corners, density, the size of a logo."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from pipeline.config.base import Shape
from pipeline.config.near import did_you_mean

# name: fonts that come with Apple's, Microsoft's or Google's systems, in the order they are looked for, and what every
# system has. Names of several words stand without quotes, as CSS permits, since they end up in style="…".
FONTS: Mapping[str, str] = {
    "serif": "Georgia, Cambria, Times New Roman, serif",
    "book": "Iowan Old Style, Palatino Linotype, Palatino, Book Antiqua, Georgia, serif",
    "slab": "Rockwell, Roboto Slab, Sitka Text, Georgia, serif",
    "sans": "-apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif",
    "humanist": "Optima, Candara, Gill Sans, Trebuchet MS, Verdana, sans-serif",
    "geometric": "Avenir Next, Avenir, Century Gothic, Segoe UI, Roboto, Arial, sans-serif",
    "mono": "Menlo, Consolas, Roboto Mono, Courier New, monospace",
}
CORNERS: Mapping[str, int] = {"none": 0, "soft": 12, "round": 26}  # px
DENSITY: Mapping[str, float] = {"airy": 1.2, "normal": 1.0, "compact": 0.75}  # times the space between things
_GENERIC = ("serif", "sans-serif", "monospace")
_NO_FAMILY = {"inherit", "initial", "unset", "revert", "revert-layer", "default"}  # words of CSS itself
# A font of the table, by its name in small letters -> the font and its kind, which every system has.
_KINDS = {
    font.lower(): f"{font}, {fonts.split(', ')[-1]}"
    for fonts in reversed([*FONTS.values()])
    for font in fonts.split(", ")[:-1]
}
_FAMILY = re.compile(r"-?[A-Za-z][A-Za-z0-9 _-]*")  # a name that CSS takes without quotes
_LONGEST = 200  # characters of fonts; they stand in every element of a mail
_ROUNDEST = 40  # px; beyond it a box of one line has no straight side left
_LARGEST = (400, 200)  # px; beyond it a logo pushes the letter off the screen


def _fonts(value: object) -> object:
    """A name of the table, or a team's own fonts, which end with a kind that every system has."""
    if not isinstance(value, str):
        return value
    if len(value) > _LONGEST:
        raise ValueError(
            f"expected at most {_LONGEST} characters. A few names are enough, as the first that is there is used"
        )
    names = [" ".join(name.strip("'\" ").split()) for name in value.split(",")]
    if len(names) == 1 and names[0].lower() in FONTS:
        return names[0].lower()
    if len(names) == 1 and names[0].lower() in _KINDS:
        return _KINDS[names[0].lower()]
    if len(names) == 1 or names[-1] not in _GENERIC or not all(map(_is_family, names)):
        raise ValueError(
            f"expected {', '.join(FONTS)}, or names of fonts that end with {', '.join(_GENERIC[:-1])} or "
            f"{_GENERIC[-1]}, such as Lora, Georgia, serif{did_you_mean(names[0], FONTS) if len(names) == 1 else ''}"
        )
    return ", ".join(names)


def _is_family(name: str) -> bool:
    return bool(_FAMILY.fullmatch(name)) and name.lower() not in _NO_FAMILY


def _corners(value: object) -> object:
    word = str(value).strip().lower()
    if word in CORNERS:
        return word
    pixels = re.fullmatch(r"([0-9]{1,2})(?: ?px)?", word)
    if isinstance(value, bool) or not pixels or int(pixels[1]) > _ROUNDEST:
        near = did_you_mean(word, CORNERS)
        raise ValueError(f"expected {', '.join(CORNERS)}, or pixels from 0 to {_ROUNDEST}{near}")
    return int(pixels[1])


def _density(value: object) -> object:
    word = str(value).strip().lower()
    if word not in DENSITY:
        raise ValueError(f"expected {', '.join(DENSITY)}{did_you_mean(word, DENSITY)}")
    return word


def _size(value: object) -> object:
    text = " x ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    found = re.fullmatch(r"\s*([0-9]{1,4})\s*[xX×]\s*([0-9]{1,4})(?: ?px)?\s*", text)
    if not found:
        raise ValueError("expected width and height in pixels, such as 180 x 60")
    width, height = int(found[1]), int(found[2])
    if not (0 < width <= _LARGEST[0] and 0 < height <= _LARGEST[1]):
        raise ValueError(
            f"expected at most {_LARGEST[0]} x {_LARGEST[1]} pixels: the size at which readers see it. "
            "The picture itself may be twice as large"
        )
    return width, height


FontNames = Annotated[
    str, BeforeValidator(_fonts), WithJsonSchema({"type": "string", "examples": [*FONTS, "Lora, Georgia, serif"]})
]
Corners = Annotated[
    str | int,
    BeforeValidator(_corners),
    WithJsonSchema({"anyOf": [{"enum": [*CORNERS]}, {"type": "integer", "minimum": 0, "maximum": _ROUNDEST}]}),
]
Density = Annotated[str, BeforeValidator(_density), WithJsonSchema({"enum": [*DENSITY]})]
Size = Annotated[
    tuple[int, int],
    BeforeValidator(_size),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]+ ?[xX×] ?[0-9]+( ?px)?$", "examples": ["180 x 60"]}),
]


class Fonts(Shape):
    """What mails are set in: a name of ours, or names of fonts that end with serif, sans-serif or monospace.

    Attributes:
        headings: serif, book, slab, sans, humanist, geometric, mono, or your own; of titles and key points.
        text: The same, of running text.
    """

    headings: FontNames = "serif"
    text: FontNames = "sans"
