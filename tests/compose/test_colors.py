from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose import colors
from pipeline.compose.colors import BLACK, TEXT, WHITE, adjusted, legible, mix, palette, text_on
from pipeline.contrast import contrast
from pipeline.inversion import INVERSIONS

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
    ("ink_tint", "halo"),
    ("link", "tint"),
    ("ink_accent", "card"),
    ("ink_accent", "page"),
    ("ink_accent", "tint"),
    ("ink_alarm", "alarm_tint"),
    ("ink_alarm", "alarm_halo"),
    ("ink", "alarm_tint"),
]


@given(COLORS, COLORS)
def test_everything_can_be_read_whatever_the_brands_colors(main: str, accent: str) -> None:
    both = palette(main, accent)
    for shades in (both.light, both.dark):
        for ink, surface in WRITTEN:
            assert contrast(getattr(shades, ink), getattr(shades, surface)) >= TEXT, (ink, surface)
        # What is read at length: WCAG's better half (1.4.6).
        assert all(contrast(shades.ink, getattr(shades, surface)) >= 7 for surface in ("page", "card", "tint"))
        assert contrast(shades.button, shades.card) >= colors.SHAPE
        assert contrast(shades.accent, shades.card) >= colors.GLIMPSE


@given(COLORS, COLORS)
def test_everything_can_be_read_where_gmail_inverts_the_light_colors(main: str, accent: str) -> None:
    light = palette(main, accent).light
    for ink, surface in WRITTEN:
        for change in INVERSIONS:
            assert contrast(*change(getattr(light, ink), getattr(light, surface))) >= TEXT, (ink, surface)


def test_a_color_that_cannot_be_read_where_gmail_inverts_it_is_told() -> None:
    told = {one.use: one for one in adjusted("#0000FF", "#F2A65A")}
    assert set(told) == {f"{use} where Gmail inverts colours" for use in ("headings", "links", "buttons")}
    assert told["headings where Gmail inverts colours"].contrast == pytest.approx(2.44, abs=0.2)
    assert all(one.contrast < one.needed for one in told.values())


def test_a_color_that_can_be_read_stays_as_it_is() -> None:
    both = palette("#1F5F5B", "#F2A65A")
    assert (both.light.heading, both.light.button, both.light.accent) == ("#1F5F5B", "#1F5F5B", "#F2A65A")


@given(COLORS, COLORS)
def test_what_had_to_change_is_told_and_nothing_else(main: str, accent: str) -> None:
    light = palette(main, accent).light
    told = {(one.name, one.became) for one in adjusted(main, accent)}
    changed = {("main", shade) for shade in (light.heading, light.link, light.button) if shade != main}
    assert told == changed | ({("accent", light.accent)} if light.accent != accent else set())
    assert all(one.contrast < one.needed <= contrast(one.became, light.card) for one in adjusted(main, accent))


def test_a_pale_color_is_told_with_its_contrast_and_its_use() -> None:
    pale = adjusted("#1F5F5B", "#FFFFFF")
    assert [(one.name, one.given, one.use, one.contrast) for one in pale] == [("accent", "#FFFFFF", "ornaments", 1.0)]
    assert {one.use for one in adjusted("#8899AA", "#F2A65A")} == {
        "headings",
        "links",
        "buttons",
    }


@pytest.mark.parametrize("main", ["#FFD400", "#FFF3B0", "#9BE564"])
def test_a_brand_as_pale_as_paper_becomes_no_mud_but_stands_around_buttons_of_ink(main: str) -> None:
    light = palette(main, "#F2A65A").light
    assert light.heading == light.button == light.ink
    assert light.button_line == main
    assert (palette("#1F5F5B", "#F2A65A").light.button_line) == "#1F5F5B"


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
