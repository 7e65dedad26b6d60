"""A picture as strangers made it -> the same in the sizes that mails need, without what else its file tells. Pure.

A letter is 600 pixels wide, and most screens show two for each: so 600 and 1,200, and never more than there were.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

WIDTHS = (600, 1200)
MOST_PIXELS = 60_000_000  # more than telephones take; unpacked 240 MB
_QUALITY = 80  # of 100; below 75 edges of letters in a picture show it
_FEW_COLORS = 128  # a drawing or a screenshot: as JPEG its edges blur, and it is larger; grey photographs have 256
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "TIFF")
_BROKEN = (  # RuntimeError is the AVIF decoder's
    *(OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError, MemoryError),
    RuntimeError,
)


class Unusable(Exception):  # noqa: N818  as `Rejected`
    """There is no picture in it that a mail can show. The message goes on after its name."""


@dataclass(frozen=True)
class Sized:
    """A picture in one size; `suffix` is `jpg` or `png`."""

    width: int
    height: int
    data: bytes
    suffix: str


@dataclass(frozen=True)
class Sizes:
    """A picture in all its sizes, the smallest first; `moves` where more than its first frame is left out."""

    all: tuple[Sized, ...]
    moves: bool = False


def sized(data: bytes) -> Sizes:
    """The picture in `data`, upright, in sRGB, without place, camera or author: JPEG, or PNG where that is better.

    Raises:
        Unusable: it is none, is damaged, has too many pixels, or is too small to be seen.
    """
    Image.init()
    known = [name for name in _FORMATS if name in Image.OPEN]  # some builds of Pillow read no AVIF
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow warns of is judged below
            with Image.open(io.BytesIO(data), formats=known) as image:
                return _sizes(image)
    except Image.DecompressionBombError as error:
        raise Unusable(f"has more than {MOST_PIXELS:,} pixels. Make it smaller") from error
    except UnidentifiedImageError as error:
        kind = "is an SVG drawing" if b"<svg" in data[:1000].lower() else "is no picture that can be read"
        raise Unusable(f"{kind}. Save it as JPEG or PNG") from error
    except _BROKEN as error:
        raise Unusable("is damaged. Save it again") from error


def _sizes(image: Image.Image) -> Sizes:
    if image.width * image.height > MOST_PIXELS:
        raise Unusable(f"has {image.width} × {image.height} pixels. Make it smaller")
    moves = bool(getattr(image, "is_animated", False)) and image.format != "MPO"  # a telephone's MPO is one picture
    image.draft(None, (max(WIDTHS), max(WIDTHS)))  # JPEG alone can unpack to a size near what is needed
    drawable = image.format != "JPEG"
    upright = _plain(ImageOps.exif_transpose(image))
    if upright.width < 3 or upright.height < 3:
        raise Unusable("is too small to be seen: it counts readers")
    drawn = drawable and upright.getcolors(_FEW_COLORS) is not None
    widths = sorted({min(width, upright.width) for width in WIDTHS})
    return Sizes(tuple(_scaled(upright, width, drawn=drawn) for width in widths), moves)


def _plain(image: Image.Image) -> Image.Image:
    """`image` as RGB or RGBA in sRGB, with 8 bits a colour."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        profile = None
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    colors = image.convert("RGB") if image.mode not in {"RGB", "CMYK", "L"} else image
    if profile:
        colors = _in_srgb(colors, profile)
    colors = colors.convert("RGB")
    if alpha is None or alpha.getextrema() == (255, 255):
        return colors
    colors.putalpha(alpha)
    return colors


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The profile goes with all else that the file tells, so its colours must be those of screens."""
    try:
        found = ImageCms.profileToProfile(
            image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, *_BROKEN):
        return image  # a wrong profile is worse than none
    return found or image


def _scaled(image: Image.Image, width: int, *, drawn: bool) -> Sized:
    height = max(1, round(image.height * width / image.width))
    scaled = image if width == image.width else image.resize((width, height), Image.Resampling.LANCZOS)
    bare = Image.frombytes(scaled.mode, scaled.size, scaled.tobytes())  # nothing goes along but pixels
    written = io.BytesIO()
    if drawn or bare.mode == "RGBA":
        bare.save(written, "PNG", optimize=True)
        return Sized(width, height, written.getvalue(), "png")
    bare.save(written, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return Sized(width, height, written.getvalue(), "jpg")
