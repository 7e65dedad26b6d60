"""A brand's logo on a card: how large, where, and on a plate of its own where it could not be seen. Pure."""

from __future__ import annotations

import base64
import io
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import Image

from pipeline.compose import fonts
from pipeline.compose.card_designs import Space
from pipeline.compose.colors import BLACK, SHAPE, WHITE
from pipeline.contrast import contrast

_MOST = (640, 240)  # px; twice what the largest design gives it, so that it stays sharp
_BESIDE, _ABOVE = 12, 8  # px of a plate around its logo, as parts.svg draws it
_SEEN = 0.6  # share of a logo's pixels that must stand out from what it lies on
_UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


@dataclass(frozen=True)
class Logo:
    """A logo that can be read: `png` of `width` x `height` px, and its colours with how often each occurs."""

    png: bytes
    width: int
    height: int
    colors: tuple[tuple[str, int], ...]


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
    """The logo in `data`: PNG, JPEG, GIF, WebP or SVG; None where it is no picture that can be read."""
    try:
        if data.lstrip()[:5].lower() in {b"<svg ", b"<?xml"}:
            data = fonts.render(data.decode("utf-8"), ())
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
    return Logo(written.getvalue(), *picture.size, _colors(picture))


def place(logo: Logo, space: Space, ground: str, mirror: int | None) -> Placed:
    """`logo` at the far end of `space`, in its middle, as large as it can be without growing.

    Args:
        ground: The colour it lies on.
        mirror: None, or the card's width where its text reads to the left.
    """
    plate = _plate(logo, ground)
    if plate:
        inner = space.width - 2 * _BESIDE, space.height - 2 * _ABOVE
        space = replace(space, x=space.x + _BESIDE, y=space.y + _ABOVE, width=inner[0], height=inner[1])
    scale = min(space.width / logo.width, space.height / logo.height, 1)
    width, height = round(logo.width * scale, 1), round(logo.height * scale, 1)
    x = space.x + space.width - width if mirror is None else mirror - space.x - space.width
    y = space.y + (space.height - height) / 2
    address = "data:image/png;base64," + base64.b64encode(logo.png).decode()
    return Placed(address, round(x, 1), round(y, 1), width, height, plate)


def _plate(logo: Logo, ground: str) -> str | None:
    """Nothing where enough of the logo stands out from `ground`; else white or black, whichever shows more of it."""
    if _share_seen(logo, ground) >= _SEEN:
        return None
    return max((WHITE, BLACK), key=lambda plate: _share_seen(logo, plate))


def _share_seen(logo: Logo, ground: str) -> float:
    total = sum(count for _, count in logo.colors)
    seen = sum(count for color, count in logo.colors if contrast(color, ground) >= SHAPE)
    return seen / total if total else 1.0


def _colors(picture: Image.Image) -> tuple[tuple[str, int], ...]:
    """The colours of what is not transparent, in steps of 16, so that there are few."""
    small = picture.copy()
    small.thumbnail((96, 96))
    pixels = small.tobytes()
    counts = Counter(
        "#{:02X}{:02X}{:02X}".format(*(part & 0xF0 for part in pixels[start : start + 3]))
        for start in range(0, len(pixels), 4)
        if pixels[start + 3] > 127
    )
    return tuple(sorted(counts.items()))
