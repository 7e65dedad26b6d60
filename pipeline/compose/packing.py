"""A drawn picture as a file that no network finds too heavy: PNG, or JPEG where that is lighter. Pure."""

from __future__ import annotations

import io

from PIL import Image

HEAVIEST = 1_000_000  # bytes; Bluesky's limit for the picture of a link is the lowest
_QUALITIES = (92, 84, 72)  # of a JPEG: letters stay sharp in the first, and can be read in the last


def packed(png: bytes) -> bytes | None:
    """`png` as it is, or as the best JPEG that is light enough where it is too heavy; None where there is none."""
    if len(png) <= HEAVIEST:
        return png
    return next((made for quality in _QUALITIES if len(made := _jpeg(png, quality)) <= HEAVIEST), None)


def suffix(data: bytes) -> str:
    """How the name of a packed picture ends, such as `png`."""
    return "jpg" if data.startswith(b"\xff\xd8") else "png"


def opened(data: bytes) -> Image.Image:
    """A packed picture, to be looked at."""
    return Image.open(io.BytesIO(data), formats=["PNG", "JPEG"])


def _jpeg(png: bytes, quality: int) -> bytes:
    written = io.BytesIO()
    # Without subsampling, which would blur coloured letters on a coloured ground.
    opened(png).convert("RGB").save(written, "JPEG", quality=quality, subsampling=0)
    return written.getvalue()
