"""A brand's logo on a card: how large, where, and on a plate of its own where it could not be seen. Pure."""

from __future__ import annotations

import base64
import codecs
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import Image, ImageChops, ImageFilter

from pipeline.compose import drawings
from pipeline.compose.card_designs import Space
from pipeline.compose.colors import BLACK, SHAPE, WHITE
from pipeline.contrast import contrast

_MOST = (640, 240)  # px; twice what the largest design gives it, so that it stays sharp
_BESIDE, _ABOVE = 12, 8  # px of a plate around its logo, as parts.svg draws it
_DETAIL = 0.1  # share of a logo's outline that may be lost on what it lies on
_BETTER = 1.2  # times as much contrast as on the ground is what makes a plate worth drawing
_GLIMPSE = 1.8  # contrast at which a logo is seen on a light ground; between dark colours the formula promises too much
_UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


@dataclass(frozen=True)
class Logo:
    """A logo that can be read.

    Attributes:
        png: The picture, of `width` x `height` px.
        outline: The colours where it ends and its ground begins, each with how often it occurs; nothing where it brings
            a ground of its own.
        lettered: Whether it has words that are drawn in letters of ours.
    """

    png: bytes
    width: int
    height: int
    outline: tuple[tuple[str, int], ...]
    lettered: bool = False


@dataclass(frozen=True)
class Placed:
    """A logo in its place on a card, in px.

    Attributes:
        address: The picture itself, as a `data:` address.
        plate: The colour of a plate behind it, or None where it needs none.
    """

    address: str
    x: float
    y: float
    width: float
    height: float
    plate: str | None


@lru_cache(maxsize=8)
def read(data: bytes) -> Logo | None:
    """The logo in `data`: PNG, JPEG, GIF, WebP or SVG; None where it is no picture that can be read, or not whole."""
    lettered = False
    try:
        if data.removeprefix(codecs.BOM_UTF8).lstrip().startswith((b"<svg", b"<?xml", b"<!")):
            data, lettered = drawings.drawn(data.decode("utf-8-sig").lstrip())
        with Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "GIF", "WEBP"]) as opened:
            opened.draft("RGB", _MOST)
            picture = opened.convert("RGBA")
    except _UNREADABLE:
        return None
    seen = picture.getchannel("A").point(lambda alpha: 255 if alpha > 8 else 0).getbbox()
    if seen is None:
        return None
    picture = picture.crop(seen)  # room around a logo would make it small
    picture.thumbnail(_MOST)
    written = io.BytesIO()
    picture.save(written, "PNG")
    return Logo(written.getvalue(), *picture.size, _outline(picture), lettered)


def place(logo: Logo, space: Space, ground: str, plates: Sequence[str], mirror: int | None) -> Placed:
    """`logo` at the far end of `space`, in its middle, as large as it can be without growing.

    Args:
        ground: The colour it lies on.
        plates: The colours that a plate behind it may have.
        mirror: None, or the card's width where its text reads to the left.
    """
    plate = _plate(logo, ground, plates)
    if plate:
        inner = space.width - 2 * _BESIDE, space.height - 2 * _ABOVE
        space = replace(space, x=space.x + _BESIDE, y=space.y + _ABOVE, width=inner[0], height=inner[1])
    scale = min(space.width / logo.width, space.height / logo.height, 1)
    width, height = round(logo.width * scale, 1), round(logo.height * scale, 1)
    x = space.x + space.width - width if mirror is None else mirror - space.x - space.width
    y = space.y + (space.height - height) / 2
    address = "data:image/png;base64," + base64.b64encode(logo.png).decode()
    return Placed(address, round(x, 1), round(y, 1), width, height, plate)


def _plate(logo: Logo, ground: str, plates: Sequence[str]) -> str | None:
    """Nothing where `logo` stands out from `ground`, else the one of `plates` that shows it best, if better."""
    least = _GLIMPSE if contrast(ground, BLACK) > contrast(ground, WHITE) else SHAPE
    if _shown(logo, ground) >= least:
        return None
    best = max(plates, key=lambda plate: _shown(logo, plate))
    return best if _shown(logo, best) > _BETTER * _shown(logo, ground) else None


def _shown(logo: Logo, ground: str) -> float:
    """The contrast to `ground` of what of a logo's outline is seen least, but for a detail."""
    left = _DETAIL * sum(count for _, count in logo.outline)
    for seen, count in sorted((contrast(color, ground), count) for color, count in logo.outline):
        left -= count
        if left < 0:
            return seen
    return contrast(BLACK, WHITE)


def _outline(picture: Image.Image) -> tuple[tuple[str, int], ...]:
    """The colours beside what is transparent, in steps of 16, so that there are few.

    Only there a logo meets its ground: a white letter in a dark disc is seen wherever the disc is. The picture's own
    edge is none, so one that is transparent nowhere has no outline.
    """
    small = picture.copy()
    small.thumbnail((320, 320))
    solid = small.getchannel("A").point(lambda alpha: 255 if alpha > 127 else 0)
    edge = ImageChops.subtract(solid, solid.filter(ImageFilter.MinFilter(3))).tobytes()
    pixels = small.tobytes()
    counts = Counter(
        "#{:02X}{:02X}{:02X}".format(*(part & 0xF0 for part in pixels[4 * place : 4 * place + 3]))
        for place, at in enumerate(edge)
        if at
    )
    return tuple(sorted(counts.items()))
