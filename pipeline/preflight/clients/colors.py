"""Colours as numbers: what CSS names, how light they are, how they stand off. Pure.

A colour is red, green and blue in sRGB, each 0 to 1.
"""

from __future__ import annotations

from typing import Any

import tinycss2
from tinycss2 import color4

GROUND = 0.22  # lightness of what was white
RGB = tuple[float, float, float]


def first(value: str) -> RGB | None:
    """The first opaque colour in the value of a declaration or attribute."""
    tokens = tinycss2.parse_component_value_list(value)
    return next((color for token in tokens if (color := of_token(token))), None)


def of_token(token: Any) -> RGB | None:
    """The opaque colour that a token names."""
    color = color4.parse_color(token) if token.type in {"ident", "hash", "function"} else None
    if color is None or color == "currentcolor" or color.alpha < 1:
        return None
    red, green, blue = color.to("srgb").coordinates
    return within(red or 0), within(green or 0), within(blue or 0)


def within(part: float) -> float:
    """The nearest part of a colour that a screen has."""
    return min(max(part, 0.0), 1.0)


def as_hex(color: RGB) -> str:
    """The colour as CSS and attributes write it: `#1f5f5b`."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in color)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    part = within(part)
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def contrast(one: RGB, other: RGB) -> float:
    """WCAG 2 contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: RGB) -> float:
    red, green, blue = map(_linear, color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lab(color: RGB) -> RGB:
    red, green, blue = map(_linear, color)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def lightness(color: RGB) -> float:
    """How light a colour is, 0 to 1, as eyes see it (OKLab)."""
    return _lab(color)[0]


def flipped(color: RGB) -> RGB:
    """The colour with its lightness turned around: white becomes `GROUND`, black becomes white."""
    light, a, b = _lab(color)
    light = 1 - (1 - GROUND) * light
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )
