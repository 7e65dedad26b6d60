"""Colours as mail programs change them on a dark screen. Pure. Colours are `#RRGGBB`.

Gmail's apps ignore a mail's own dark colours and make some themselves, one at a time. Google documents neither way.
What is known of them, made stricter where it is not known:

- The app for iOS inverts everything (`wholly`): light text becomes dark text and a dark ground a light one, even
  where a mail was dark already (Remi Parmentier, "Fixing Gmail's dark mode issues with CSS blend modes", 2021). That
  black and white change places is known, the formula between them is not. HSL lightness mirrored is the strict guess:
  a colour of middle lightness stays as it is, while what is written on it turns round.
- The app for Android inverts what is light behind and dark in front, and leaves the rest (`partly`): people saw it do
  the same as Chromium's automatic dark mode (github.com/hteumeuleu/email-bugs, issue 68), whose rules are public: a
  ground brighter than 205 and a text darker than 150 of 255 get the CIELAB lightness 110 - L. A test holds `partly`
  against what Chromium paints.

So colours in the middle are the danger: a ground that stays, under a text that turns.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable

Inversion = Callable[[str, str], tuple[str, str]]  # ink and ground -> ink and ground, each #RRGGBB
_GROUND, _INK, _SUM = 205, 150, 110
_GRAY, _SURFACE = 32, "#121212"  # what Chromium makes of the darkest grays
# sRGB to CIE XYZ and back, with the white D50 in which Chromium measures CIELAB (Bradford, by Bruce Lindbloom).
_TO_XYZ = ((0.4360747, 0.3850649, 0.1430804), (0.2225045, 0.7168786, 0.0606169), (0.0139322, 0.0971045, 0.7141733))
_FROM_XYZ = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)
_WHITE = (0.96422, 1.0, 0.82521)
Triple = tuple[float, float, float]


def wholly(ink: str, ground: str) -> tuple[str, str]:
    """As the app for iOS."""
    return mirrored(ink), mirrored(ground)


def partly(ink: str, ground: str) -> tuple[str, str]:
    """As the app for Android."""
    return dim_lit(ink), bright_darkened(ground)


INVERSIONS: tuple[Inversion, ...] = (wholly, partly)


def dim_lit(ink: str) -> str:
    """A text of the colour `ink`, turned round where it is dark."""
    return darkened(ink) if brightness(ink) < _INK else ink


def bright_darkened(ground: str) -> str:
    """A ground, turned round where it is light."""
    return darkened(ground) if brightness(ground) > _GROUND else ground


def mirrored(color: str) -> str:
    """`color` with the HSL lightness of its opposite."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(color))
    return _hex(colorsys.hls_to_rgb(hue, 1 - lightness, saturation))


def darkened(color: str) -> str:
    """`color` with its CIELAB lightness turned round 55, as Chromium does."""
    lightness, a, b = _lab(_parts(color))
    turned = _hex(_rgb((min(_SUM - lightness, 100), a, b)))
    return _SURFACE if len({turned[1:3], turned[3:5], turned[5:7]}) == 1 and int(turned[1:3], 16) < _GRAY else turned


def brightness(color: str) -> float:
    """How bright the eye finds it, 0 to 255."""
    red, green, blue = (part * 255 for part in _parts(color))
    return (red * 299 + green * 587 + blue * 114) / 1000


def _lab(rgb: Triple) -> Triple:
    red, green, blue = map(_linear, rgb)
    x, y, z = (_root(part / white) for part, white in zip(_times(_TO_XYZ, (red, green, blue)), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _rgb(lab: Triple) -> Triple:
    y = (lab[0] + 16) / 116
    x, z = y + lab[1] / 500, y - lab[2] / 200
    red, green, blue = _times(_FROM_XYZ, (_cube(x) * _WHITE[0], _cube(y) * _WHITE[1], _cube(z) * _WHITE[2]))
    return _seen(red), _seen(green), _seen(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _seen(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (841 / 108) * part + 4 / 29


def _cube(root: float) -> float:
    return root**3 if root > 6 / 29 else (108 / 841) * (root - 4 / 29)


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return one, two, three


def _parts(color: str) -> Triple:
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


def _hex(rgb: Triple) -> str:
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in rgb)
