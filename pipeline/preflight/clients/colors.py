"""Colours in CSS, and how mail programs turn their lightness around. Pure. Colours are `#rrggbb`."""

from __future__ import annotations

import colorsys
from typing import Any

import tinycss2
from tinycss2 import color4

Triple = tuple[float, float, float]
# sRGB to CIE XYZ and back, with the white D50 in which Chromium measures CIELAB (Bradford, by Bruce Lindbloom).
_TO_XYZ = ((0.4360747, 0.3850649, 0.1430804), (0.2225045, 0.7168786, 0.0606169), (0.0139322, 0.0971045, 0.7141733))
_FROM_XYZ = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)
_WHITE = (0.96422, 1.0, 0.82521)
_SURFACE = "#121212"  # what Chromium makes of the darkest grays
_GRAY = 32


def first(value: str) -> str | None:
    """The first opaque colour in the value of a declaration or attribute."""
    tokens = tinycss2.parse_component_value_list(value)
    return next((color for token in tokens if (color := of_token(token))), None)


def of_token(token: Any) -> str | None:
    """The opaque colour that a token names."""
    color = color4.parse_color(token) if token.type in {"ident", "hash", "function"} else None
    if color is None or color == "currentcolor" or color.alpha < 1:
        return None
    red, green, blue = (part or 0 for part in color.to("srgb").coordinates)
    return _hex((red, green, blue))


def brightness(color: str) -> float:
    """How bright a colour is, 0 to 255, as Chromium weighs it."""
    red, green, blue = _parts(color)
    return (red * 299 + green * 587 + blue * 114) * 255 / 1000


def mirrored(color: str) -> str:
    """The colour with the HSL lightness of its opposite: white and black change places."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(color))
    return _hex(colorsys.hls_to_rgb(hue, 1 - lightness, saturation))


def darkened(color: str) -> str:
    """The colour with the CIELAB lightness 110 - L, as Chromium darkens pages: white becomes nearly black."""
    light, red, yellow = _lab(color)
    y = (min(110 - light, 100) + 16) / 116
    x, y, z = (_cube(part) * white for part, white in zip((y + red / 500, y, y - yellow / 200), _WHITE, strict=True))
    turned = _hex(tuple(_encoded(part) for part in _times(_FROM_XYZ, (x, y, z))))
    is_gray = turned[1:3] == turned[3:5] == turned[5:7]
    return _SURFACE if is_gray and int(turned[1:3], 16) < _GRAY else turned


def _lab(color: str) -> Triple:
    """CIELAB: lightness 0 to 100, green to red, blue to yellow."""
    red, green, blue = map(_linear, _parts(color))
    x, y, z = (_root(part / white) for part, white in zip(_times(_TO_XYZ, (red, green, blue)), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: tuple[Triple, ...], vector: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def _parts(color: str) -> Triple:
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _hex(parts: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else float((24389 / 27 * part + 16) / 116)


def _cube(part: float) -> float:
    return part**3 if part > 6 / 29 else (116 * part - 16) * 27 / 24389
