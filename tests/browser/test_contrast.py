"""Every text can be read: in light, in dark, and with its colours inverted as Gmail's apps do; in every brand's colours."""

from __future__ import annotations

import re

import pytest

from tests.browser.designs import DESIGNS, QUICK
from tests.browser.editions import BRAND, a_design, all_blocks, everything, with_a_logo
from tests.browser.texts import faint, texts
from tests.browser.window import Window
from tests.compose.letters import Letter
from tests.factories import an_article

pytestmark = pytest.mark.browser
# Main and accent of brands: our own, and those that are hard.
BRANDS = {
    "ours": ("#1F5F5B", "#F2A65A"),
    "black": ("#000000", "#000000"),
    "white": ("#FFFFFF", "#FFFFFF"),
    "black and white": ("#000000", "#FFFFFF"),
    "neon": ("#39FF14", "#FF00FF"),
    "yellow": ("#FFE600", "#FFF7B0"),
    "pure blue": ("#0000FF", "#00FFFF"),
    "pure red": ("#FF0000", "#0000FF"),
    "all the same": ("#8A5CF6", "#8A5CF6"),
    "middle gray": ("#808080", "#7F7F7F"),
    "pastel": ("#FAD4D8", "#D4F0FA"),
    "night": ("#0B0B1A", "#1A0B0B"),
    "orange": ("#FF6600", "#0099CC"),
    "olive": ("#6B7A00", "#C0FF00"),
}


def branded(design: str, main: str, accent: str) -> Letter:
    brand = BRAND | {"colors": {"main": main, "accent": accent}}
    quoted = an_article(guid="2", title="Elsewhere", url="https://x.example", rights="quote", byline="Ann")
    return a_design(design, QUICK, all_blocks(), quoted, brand=brand)


def test_every_text_can_be_read(window: Window, design: str) -> None:
    for letter in (everything(design), with_a_logo(design)):
        assert len(texts(window, letter.html)) >= 20
        assert faint(window, letter.html) == []


@pytest.mark.parametrize("brand", BRANDS)
def test_every_text_can_be_read_in_every_brand(window: Window, design: str, brand: str) -> None:
    letter = branded(design, *BRANDS[brand])
    assert faint(window, letter.html) == []


def test_outlook_com_makes_the_same_of_dark_as_other_dark_screens(window: Window, design: str) -> None:
    """It does not know the media query; it marks the mail, and rules with that mark do the same."""
    html = everything(design).html
    marked = html.replace("<html ", '<html data-ogsc="" data-ogsb="" ', 1)
    assert marked != html
    assert texts(window, marked) == texts(window, html, scheme="dark")


def test_a_text_that_cannot_be_read_is_told(window: Window) -> None:
    faded = re.sub(r"(?<=[ ;\"])color: ?#[0-9A-Fa-f]{6}", "color:#888888", everything(DESIGNS[0]).html)
    told = faint(window, faded)
    assert any(one.startswith("light: ") for one in told)
    assert any(one.startswith("dark: ") is False and "Gmail" in one for one in told)
