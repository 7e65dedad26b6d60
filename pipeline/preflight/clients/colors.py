"""Colours as numbers: what CSS names, how light they are, how they stand off. Pure.

A colour is red, green and blue in sRGB, each 0 to 1.
"""

from __future__ import annotations

from typing import Any

import tinycss2
from tinycss2 import color4

RGB = tuple[float, float, float]
# sRGB to CIE XYZ, and its white, D65 (IEC 61966-2-1).
_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


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
    return sum(part * weight for part, weight in zip(map(_linear, color), _TO_XYZ[1], strict=True))


def _lab(color: RGB) -> RGB:
    """CIELAB: lightness 0 to 100, green to red, blue to yellow."""
    red, green, blue = map(_linear, color)
    x, y, z = (
        _root((across * red + along * green + up * blue) / white)
        for (across, along, up), white in zip(_TO_XYZ, _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else float((24389 / 27 * part + 16) / 116)


def _cube(part: float) -> float:
    return part**3 if part > 6 / 29 else (116 * part - 16) * 27 / 24389


def lightness(color: RGB) -> float:
    """How light a colour is, 0 to 1, as eyes see it (CIELAB)."""
    return _lab(color)[0] / 100


def flipped(color: RGB) -> RGB:
    """The colour with its lightness turned around: white becomes nearly black (#1b1b1b), black becomes white.

    That is how Chromium darkens pages: lightness 110 - L, hue and chroma kept where the screen has them.
    """
    light, red, yellow = _lab(color)
    y = (min(110 - light, 100) + 16) / 116
    x, y, z = (_cube(part) * white for part, white in zip((y + red / 500, y, y - yellow / 200), _WHITE, strict=True))
    return (
        _encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
        _encoded(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
        _encoded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z),
    )
