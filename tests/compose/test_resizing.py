"""Pictures of any make, in the sizes of mails: what is shown stays, what the file tells besides goes."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, features

from pipeline.compose.resizing import Sizes, Unusable, sized


def a_picture(width: int = 1600, height: int = 900, kind: str = "JPEG", mode: str = "RGB", **how: Any) -> bytes:
    """Red on its left half, and otherwise a photograph's many colours."""
    gradient = Image.linear_gradient("L").resize((width, height))
    image = Image.merge(
        "RGB", (gradient, gradient.rotate(180), gradient.transpose(Image.Transpose.ROTATE_90).resize((width, height)))
    )
    image.paste((220, 20, 20), (0, 0, width // 2, height))
    written = io.BytesIO()
    image.convert(mode).save(written, kind, **how)
    return written.getvalue()


def opened(one: bytes) -> Image.Image:
    return Image.open(io.BytesIO(one))


def shape(sizes: Sizes) -> list[tuple[int, int, str]]:
    return [(one.width, one.height, one.suffix) for one in sizes.all]


def is_red(image: Image.Image, x: int, y: int) -> bool:
    red, green, blue = image.convert("RGB").getpixel((x, y))  # type: ignore[misc]
    return red > 180 and green < 80 and blue < 80


def test_a_photograph_becomes_a_jpeg_of_600_and_of_1200_pixels() -> None:
    sizes = sized(a_picture())
    assert shape(sizes) == [(600, 338, "jpg"), (1200, 675, "jpg")]
    for one in sizes.all:
        image = opened(one.data)
        assert (image.size, image.format, image.info.get("progressive")) == ((one.width, one.height), "JPEG", 1)
        assert is_red(image, one.width // 4, one.height // 2)


@pytest.mark.parametrize(
    ("width", "widths"), [(1200, [600, 1200]), (900, [600, 900]), (600, [600]), (400, [400]), (6000, [600, 1200])]
)
def test_a_picture_is_never_made_larger(width: int, widths: list[int]) -> None:
    assert [one.width for one in sized(a_picture(width, 300)).all] == widths


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert sized(a_picture()) == sized(a_picture())


@pytest.mark.parametrize(
    ("kind", "mode", "suffix"),
    [
        ("PNG", "RGB", "jpg"),
        ("PNG", "L", "png"),
        ("PNG", "P", "png"),
        ("PNG", "1", "png"),
        ("GIF", "P", "png"),
        ("WEBP", "RGB", "jpg"),
        ("AVIF", "RGB", "jpg"),
        ("TIFF", "CMYK", "jpg"),
        ("JPEG", "CMYK", "jpg"),
        ("JPEG", "L", "jpg"),
        ("BMP", "RGB", "jpg"),
    ],
)
def test_every_kind_that_people_have_can_be_shown(kind: str, mode: str, suffix: str) -> None:
    sizes = sized(a_picture(kind=kind, mode=mode))
    assert shape(sizes) == [(600, 338, suffix), (1200, 675, suffix)]
    if mode not in {"L", "1"}:
        assert is_red(opened(sizes.all[0].data), 100, 100)


def test_sixteen_bits_of_grey_keep_their_light() -> None:
    written = io.BytesIO()
    Image.new("I;16", (700, 700), 0x8080).save(written, "PNG")
    (smallest, _) = sized(written.getvalue()).all
    grey = opened(smallest.data).convert("L").getpixel((10, 10))
    assert grey == 0x80


def test_what_can_be_seen_through_stays_so_as_png() -> None:
    image = Image.new("RGBA", (800, 800), (0, 0, 0, 0))
    image.paste((220, 20, 20, 255), (0, 0, 400, 800))
    written = io.BytesIO()
    image.save(written, "PNG")
    sizes = sized(written.getvalue())
    assert shape(sizes) == [(600, 600, "png"), (800, 800, "png")]
    shown = opened(sizes.all[0].data)
    assert (shown.getpixel((500, 300))[3], is_red(shown, 100, 300)) == (0, True)  # type: ignore[index]


def test_a_transparency_that_hides_nothing_is_none() -> None:
    assert [one.suffix for one in sized(a_picture(kind="PNG", mode="RGBA")).all] == ["jpg", "jpg"]


def test_a_picture_that_was_taken_on_its_side_stands_upright_and_tells_nothing_else() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif[0x010E] = "at home"
    exif[0x8825] = {1: "N", 2: (52.0, 5.0, 7.0)}
    data = a_picture(exif=exif, comment=b"by Ann")
    assert b"at home" in data
    sizes = sized(data)
    assert shape(sizes) == [(600, 1067, "jpg"), (900, 1600, "jpg")]
    for one in sizes.all:
        assert is_red(opened(one.data), one.width // 2, one.height // 4)
        assert (dict(opened(one.data).getexif()), b"at home" in one.data, b"by Ann" in one.data) == ({}, False, False)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_png_too_tells_nothing_but_its_picture(kind: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "at home"
    data = a_picture(kind=kind, mode="P" if kind == "PNG" else "RGB", exif=exif)
    assert all(b"at home" not in one.data for one in sized(data).all)


def test_colours_of_another_profile_become_those_of_screens() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    plain = sized(a_picture())
    assert sized(a_picture(icc_profile=profile)).all[0].data == plain.all[0].data  # one that does not fit is none
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    shown = opened(sized(a_picture(icc_profile=srgb)).all[0].data)
    assert is_red(shown, 100, 100)
    assert "icc_profile" not in shown.info


def test_of_what_moves_the_first_frame_is_shown_and_that_is_said() -> None:
    frames = [Image.new("RGB", (300, 200), color) for color in ((220, 20, 20), (20, 20, 220))]
    written = io.BytesIO()
    frames[0].save(written, "GIF", save_all=True, append_images=frames[1:])
    sizes = sized(written.getvalue())
    assert (shape(sizes), sizes.moves) == ([(300, 200, "png")], True)
    assert is_red(opened(sizes.all[0].data), 10, 10)
    assert not sized(a_picture()).moves


def a_bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that unpacks to many."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [8_000, 10_000, 60_000, 2**31 - 1])
def test_a_picture_that_unpacks_to_too_much_is_never_unpacked(side: int) -> None:
    with pytest.raises(Unusable, match=r"pixels\. Make it smaller"):
        sized(a_bomb(side, side))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is no picture that can be read"),
        (b"<html>Not here</html>", "is no picture that can be read"),
        (b'<?xml version="1.0"?><SVG xmlns="http://www.w3.org/2000/svg"/>', "is an SVG drawing"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "is no picture that can be read"),
        (a_picture()[:5000], "is damaged"),
        (a_picture(kind="PNG")[:900], "is damaged"),
        (a_picture(1, 1, "PNG"), "too small to be seen"),
        (a_picture(2, 900), "too small to be seen"),
    ],
    ids=["nothing", "a page", "a drawing", "PostScript", "half a JPEG", "half a PNG", "a pixel", "a hair"],
)
def test_what_is_no_picture_for_a_mail_is_named(data: bytes, words: str) -> None:
    with pytest.raises(Unusable, match=words):
        sized(data)


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_read_or_refused(at: int, noise: bytes) -> None:
    data = SMALL[: at % len(SMALL)] + noise + SMALL[at % len(SMALL) + len(noise) :]
    with suppress(Unusable):
        assert sized(data).all


SMALL = a_picture(64, 48, "PNG")


@pytest.mark.skipif(not features.check("avif"), reason="this build of Pillow knows no AVIF")
def test_an_avif_of_which_any_byte_is_wrong_is_damaged_and_no_worse() -> None:
    whole = a_picture(40, 30, "AVIF")
    told = set()
    for place in range(60, len(whole), 3):
        with suppress(Unusable):
            sized(whole[:place] + b"\xff" + whole[place + 1 :])
            continue
        told.add(place)
    assert told
