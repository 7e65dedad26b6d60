from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.colors import BLACK, SHAPE, TEXT, WHITE
from pipeline.compose.tones import tones
from pipeline.contrast import contrast

COLORS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@given(COLORS, COLORS)
def test_words_can_be_read_on_all_that_lies_behind_them(main: str, accent: str) -> None:
    card = tones(main, accent)
    for behind in (card.ground, card.glow, card.halo):
        assert contrast(card.ink, behind) >= TEXT
        assert contrast(card.soft, behind) >= TEXT


@given(COLORS, COLORS)
def test_words_can_be_read_on_paper_and_on_a_poster(main: str, accent: str) -> None:
    card = tones(main, accent)
    for behind in (card.paper, card.warmth):
        assert contrast(card.pen, behind) >= TEXT
        assert contrast(card.pencil, behind) >= TEXT
    for behind in (card.poster, card.dawn, card.ray, card.sun):
        assert contrast(card.print, behind) >= TEXT


@given(COLORS, COLORS)
def test_the_bulb_can_be_seen(main: str, accent: str) -> None:
    card = tones(main, accent)
    assert contrast(card.bulb, card.ground) >= SHAPE


def test_colors_that_serve_stay_the_brands() -> None:
    card = tones("#1D3557", "#F2A65A")
    assert (card.ground, card.ink, card.bulb) == ("#1D3557", WHITE, "#F2A65A")


def test_a_brand_of_one_color_still_gets_a_bulb() -> None:
    assert tones(BLACK, BLACK).bulb == WHITE


def test_words_of_a_yellow_brand_are_ink_and_no_mud() -> None:
    card = tones("#FFD400", "#FFE98A")
    assert contrast(card.pen, BLACK) < 1.5
    assert contrast(card.print, BLACK) < 1.5


def test_an_ornament_is_a_color_of_the_brand_or_that_of_the_words() -> None:
    assert tones("#1D3557", "#F2A65A").mark == "#F2A65A"
    assert tones("#1D3557", "#FFF3B0").mark == "#1D3557"
    pale = tones("#F4C6D0", "#FFF3B0")
    assert pale.mark == pale.pen


def test_a_white_poster_still_has_a_light() -> None:
    assert contrast(tones("#1D3557", WHITE).sun, WHITE) > 1.2
