"""A logo is shown sharp, whole, and where it can be seen."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageStat

from pipeline.compose import logos
from pipeline.compose.card_designs import Space
from pipeline.compose.colors import WHITE

SPACE = Space(800, 500, 200, 60, "ground")


PLATES = (WHITE, "#14213D")


def a_logo(color: str = "#1D3557", size: tuple[int, int] = (300, 100), kind: str = "PNG") -> logos.Logo:
    """A logo that brings a ground of its own."""
    return read(Image.new("RGB", size, color), kind)


def a_mark(*colors: str) -> logos.Logo:
    """Discs beside each other, with nothing around them."""
    picture = Image.new("RGBA", (100 * len(colors), 100), (0, 0, 0, 0))
    for place, color in enumerate(colors):
        ImageDraw.Draw(picture).ellipse((100 * place + 4, 4, 100 * place + 96, 96), fill=color)
    return read(picture)


def a_disc_with_a_letter(disc: str, letter: str) -> logos.Logo:
    picture = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((0, 0, 99, 99), fill=disc)
    ImageDraw.Draw(picture).rectangle((30, 20, 70, 80), fill=letter)
    return read(picture)


def read(picture: Image.Image, kind: str = "PNG") -> logos.Logo:
    written = io.BytesIO()
    picture.save(written, kind)
    logo = logos.read(written.getvalue())
    assert logo is not None
    return logo


def placed(logo: logos.Logo, ground: str = WHITE, mirror: int | None = None) -> logos.Placed:
    return logos.place(logo, SPACE, ground, PLATES, mirror)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_of_any_common_kind_is_a_logo(kind: str) -> None:
    assert (a_logo(kind=kind).width, a_logo(kind=kind).height) == (300, 100)


def test_a_drawing_is_a_logo_and_sharp_however_small_it_says_it_is() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" fill="red"/></svg>'
    )
    logo = logos.read(drawing.encode())
    assert logo is not None
    assert (logo.width, logo.height) == (640, 213)
    assert not logo.lettered


@pytest.mark.parametrize(
    "before", ["\ufeff", "\n", "<!-- Drawn by hand -->\n", '<?xml version="1.0" encoding="UTF-8"?>\n']
)
def test_a_drawing_may_begin_in_many_ways(before: str) -> None:
    drawing = '<svg\n xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9" height="3"/></svg>'
    assert logos.read((before + drawing).encode()) is not None


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
    logo = placed(a_logo())
    assert (logo.width, logo.height) == (180, 60)
    assert (logo.x, logo.y) == (820, 500)


def test_where_the_text_reads_to_the_left_it_stands_at_the_left() -> None:
    assert placed(a_logo(), mirror=1200).x == 200


def test_a_small_logo_is_not_enlarged() -> None:
    logo = placed(a_logo(size=(50, 20)))
    assert (logo.width, logo.height, logo.y) == (50, 20, 520)


@pytest.mark.parametrize(
    ("colors", "ground", "plate"),
    [
        (("#1D3557",), "#1D3557", WHITE),
        (("#FFFFFF",), "#FBF5EE", PLATES[1]),
        (("#1D3557",), "#FBF5EE", None),
        (("#E3A33B",), "#FBF5EE", None),  # an orange that everybody shows on white
        (("#E3A33B", "#1B4332"), "#FBF5EE", None),
        (("#E3A33B", "#1B4332"), "#2F5D3A", WHITE),
        (("#FFFFFF", "#E3A33B"), "#2F5D3A", None),
        (("#FFFFFF", "#52B788"), "#14213C", None),  # a plate of nearly the ground would show no more
    ],
)
def test_a_logo_that_would_not_be_seen_gets_the_plate_that_shows_most_of_it(
    colors: tuple[str, ...], ground: str, plate: str | None
) -> None:
    assert placed(a_mark(*colors), ground).plate == plate


@pytest.mark.parametrize("ground", [WHITE, "#FBF5EE", "#2F5D3A", "#101010"])
@pytest.mark.parametrize("other", ["#1B4332", "#E3A33B", "#95D5B2"])
def test_no_dark_mark_ever_lies_on_a_dark_plate(other: str, ground: str) -> None:
    assert placed(a_mark("#1B4332", other), ground).plate != PLATES[1]


def test_what_is_inside_a_mark_needs_no_plate_of_its_own() -> None:
    assert placed(a_disc_with_a_letter("#1B4332", WHITE), WHITE).plate is None
    assert placed(a_disc_with_a_letter("#1B4332", WHITE), "#1B4332").plate == WHITE


def test_a_logo_with_a_ground_of_its_own_gets_no_plate() -> None:
    picture = Image.new("RGB", (300, 100), WHITE)
    picture.paste((27, 67, 50), (40, 30, 140, 70))
    for ground in ("#FBF5EE", "#2F5D3A"):
        assert placed(read(picture), ground).plate is None


def test_a_plate_stays_within_the_logos_room() -> None:
    logo = placed(a_mark("#1D3557"), "#1D3557")
    assert logo.plate == WHITE
    assert logo.x + logo.width + 12 <= SPACE.x + SPACE.width
    assert logo.y - 8 >= SPACE.y
    assert logo.y + logo.height + 8 <= SPACE.y + SPACE.height


def a_drawing(inner: str, around: str = "") -> bytes:
    mark = '<rect width="40" height="60" fill="#1B4332"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60">{around}{mark}{inner}</svg>'.encode()


@pytest.mark.parametrize(
    "drawing",
    [
        a_drawing('<text x="50" y="40" font-size="40" font-family="Georgia, serif">Moes</text>'),
        a_drawing('<text x="50" y="40" style="font: 40px Unheard Of">Moes</text>'),
        a_drawing('<text x="50" y="40" class="a">Moes</text>', "<style>.a{font:700 40px Times!important}</style>"),
        a_drawing('<g font-family="Futura"><text y="40" font-size="40"><tspan x="50">Moes</tspan></text></g>'),
    ],
)
def test_the_words_of_a_drawing_are_drawn(drawing: bytes) -> None:
    logo, mark = logos.read(drawing), logos.read(a_drawing(""))
    assert logo is not None
    assert mark is not None
    assert logo.lettered
    assert logo.width / logo.height > 3 * mark.width / mark.height


def test_a_drawing_asks_for_letters_with_serifs_or_without() -> None:
    text = '<text x="50" y="40" font-size="40" font-family="{}">Moes</text>'
    families = ("Georgia", "Arial", "Some Serif", "Other, sans-serif")
    first, second, third, fourth = (logos.read(a_drawing(text.format(family))) for family in families)
    assert first == third
    assert second == fourth
    assert first != second


@pytest.mark.parametrize(
    ("plain", "bold"),
    [
        ('<text y="40" font-size="40">', '<text y="40" font-size="40" font-weight="bold">'),
        ('<text y="40" class="a">', '<text y="40" class="b">'),
        ('<text y="40" style="font:40px Arial">', '<text y="40" style="font:700 40px Arial">'),
        ('<text y="40" style="font:40px Arial">', '<text y="40" style="font:40px Arial;font-weight:700!important">'),
    ],
)
def test_the_words_of_a_drawing_are_as_heavy_as_it_says(plain: str, bold: str) -> None:
    sheet = "<style>.a, .c {font-family: Arial; font-size: 40px} .b {font: bold 40px Arial}</style>"
    first, second = (read_ink(a_drawing(f"{text}Moes</text>", sheet)) for text in (plain, bold))
    assert first == pytest.approx(read_ink(a_drawing('<text y="40" style="font:400 40px Arial">Moes</text>')), rel=0.01)
    assert second == pytest.approx(
        read_ink(a_drawing('<text y="40" style="font:700 40px Arial">Moes</text>')), rel=0.01
    )
    assert second > 1.2 * first


def test_ordinary_words_of_a_drawing_are_not_drawn_in_the_lightest_letters() -> None:
    light, ordinary = (
        read_ink(a_drawing(f'<text y="40" font-size="40" font-weight="{weight}">Moes</text>')) for weight in (200, 400)
    )
    assert ordinary > 1.3 * light


def read_ink(drawing: bytes) -> float:
    """How much of a logo's words is drawn, in px of its own size, beside its mark."""
    logo = logos.read(drawing.replace(b'width="40" height="60" fill="#1B4332"', b'x="299" width="1" height="60"'))
    assert logo is not None
    alpha = Image.open(io.BytesIO(logo.png)).getchannel("A")
    return ImageStat.Stat(alpha).sum[0] / 255


@pytest.mark.parametrize(
    "inner",
    [
        '<text x="50" y="40">\U000f0000</text>',
        '<foreignObject width="90" height="60"><p xmlns="http://www.w3.org/1999/xhtml">Moes</p></foreignObject>',
    ],
)
def test_a_drawing_whose_words_cannot_be_drawn_is_no_logo(inner: str) -> None:
    assert logos.read(a_drawing(inner)) is None
