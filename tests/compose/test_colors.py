from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose import colors
from pipeline.compose.colors import BLACK, TEXT, WHITE, legible, mix, palette, text_on
from pipeline.contrast import contrast

COLORS = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)
WRITTEN = [
    ("ink_page", "page"),
    ("heading", "page"),
    ("ink", "page"),
    ("link", "page"),
    ("ink", "card"),
    ("muted", "card"),
    ("heading", "card"),
    ("link", "card"),
    ("ink_button", "button"),
    ("ink_tint", "tint"),
    ("ink_alarm", "alarm_tint"),
    ("ink", "alarm_tint"),
]


@given(COLORS, COLORS)
def test_everything_can_be_read_whatever_the_brands_colors(main: str, accent: str) -> None:
    both = palette(main, accent)
    for shades in (both.light, both.dark):
        for ink, surface in WRITTEN:
            assert contrast(getattr(shades, ink), getattr(shades, surface)) >= TEXT, (ink, surface)
        assert contrast(shades.button, shades.card) >= colors.SHAPE
        assert contrast(shades.accent, shades.card) >= colors.GLIMPSE


def test_a_color_that_can_be_read_stays_as_it_is() -> None:
    both = palette("#1F5F5B", "#F2A65A")
    assert (both.light.heading, both.light.button, both.light.accent) == ("#1F5F5B", "#1F5F5B", "#F2A65A")


def test_contrast_is_what_wcag_says() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.478, abs=0.001)
    assert contrast("#123456", "#123456") == 1


def test_text_is_white_where_white_can_be_read() -> None:
    assert text_on("#1F5F5B") == WHITE
    assert text_on("#F2A65A") == BLACK


@given(COLORS, COLORS)
def test_a_mix_starts_at_one_color_and_ends_at_the_other(one: str, other: str) -> None:
    assert mix(one, other, 0) == one
    assert mix(one, other, 1) == other


@given(COLORS, COLORS)
def test_legible_text_is_legible(color: str, background: str) -> None:
    assert contrast(legible(color, background), background) >= TEXT
