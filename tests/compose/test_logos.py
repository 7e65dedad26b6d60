"""A logo is shown sharp, whole, and where it can be seen."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pipeline.compose import logos
from pipeline.compose.card_designs import Space
from pipeline.compose.colors import BLACK, WHITE

SPACE = Space(800, 500, 200, 60, "ground")


def a_logo(color: str = "#1D3557", size: tuple[int, int] = (300, 100), kind: str = "PNG") -> logos.Logo:
    written = io.BytesIO()
    Image.new("RGB", size, color).save(written, kind)
    logo = logos.read(written.getvalue())
    assert logo is not None
    return logo


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_of_any_common_kind_is_a_logo(kind: str) -> None:
    assert (a_logo(kind=kind).width, a_logo(kind=kind).height) == (300, 100)


def test_a_drawing_is_a_logo() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" fill="red"/></svg>'
    )
    logo = logos.read(drawing.encode())
    assert logo is not None
    assert (logo.width, logo.height) == (90, 30)


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg nor this", b"\x89PNG\r\n\x1a\n", b"<?xml \xff"])
def test_what_is_no_picture_is_no_logo(data: bytes) -> None:
    assert logos.read(data) is None


@pytest.mark.parametrize(("width", "height"), [(12_000, 3_000), (1_000_000, 500_000)])
def test_a_drawing_of_any_size_is_a_logo(width: int, height: int) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><rect width="100%" height="100%"/></svg>'
    logo = logos.read(drawing.encode())
    assert logo is not None
    assert logo.width == logo.height * width // height
    assert logo.width in {640, 480}


@pytest.mark.parametrize(
    "drawing", ["<svg ", '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="9"/>', "<?xml?>"]
)
def test_a_drawing_that_cannot_be_read_is_no_logo(drawing: str) -> None:
    assert logos.read(drawing.encode()) is None


def test_an_empty_picture_is_no_logo() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (30, 30), (0, 0, 0, 0)).save(written, "PNG")
    assert logos.read(written.getvalue()) is None


def test_room_around_a_logo_does_not_make_it_small() -> None:
    picture = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    picture.paste((200, 0, 0, 255), (100, 140, 200, 160))
    written = io.BytesIO()
    picture.save(written, "PNG")
    logo = logos.read(written.getvalue())
    assert logo is not None
    assert (logo.width, logo.height) == (100, 20)


def test_a_logo_stands_at_the_far_end_and_in_the_middle() -> None:
    placed = logos.place(a_logo(), SPACE, WHITE, None)
    assert (placed.width, placed.height) == (180, 60)
    assert (placed.x, placed.y) == (820, 500)


def test_where_the_text_reads_to_the_left_it_stands_at_the_left() -> None:
    assert logos.place(a_logo(), SPACE, WHITE, 1200).x == 200


def test_a_small_logo_is_not_enlarged() -> None:
    placed = logos.place(a_logo(size=(50, 20)), SPACE, WHITE, None)
    assert (placed.width, placed.height, placed.y) == (50, 20, 520)


@pytest.mark.parametrize(
    ("color", "ground", "plate"),
    [("#1D3557", "#1D3557", WHITE), ("#FFFFFF", "#FBF5EE", BLACK), ("#1D3557", "#FBF5EE", None)],
)
def test_a_logo_that_would_not_be_seen_gets_a_plate(color: str, ground: str, plate: str | None) -> None:
    assert logos.place(a_logo(color), SPACE, ground, None).plate == plate


def test_a_plate_stays_within_the_logos_room() -> None:
    placed = logos.place(a_logo("#1D3557"), SPACE, "#1D3557", None)
    assert placed.plate == WHITE
    assert placed.x + placed.width + 12 <= SPACE.x + SPACE.width
    assert placed.y - 8 >= SPACE.y
    assert placed.y + placed.height + 8 <= SPACE.y + SPACE.height
