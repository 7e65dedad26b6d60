"""A letter with its colours changed on the page, as a mail program does that inverts them."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from pipeline.inversion import Inversion
from tests.browser.window import Window

_COLORS = """() => [...document.querySelectorAll('html, body, body *')].map(element => {
    const style = getComputedStyle(element);
    return ['color', 'background-color', 'border-top-color', 'border-bottom-color'].map(name => style.getPropertyValue(name));
})"""
_PAINT = """rows => [...document.querySelectorAll('html, body, body *')].forEach((element, place) =>
    ['color', 'background-color', 'border-top-color', 'border-bottom-color'].forEach((name, i) =>
        element.style.setProperty(name, rows[place][i], 'important')))"""


def painted(window: Window, html: str, inversion: Inversion) -> Page:
    """The page with every text, ground and border in the colour that `inversion` makes of it."""
    rows = [
        [_ink(ink, inversion), *(_ground(color, inversion) for color in rest)]
        for ink, *rest in window.read(html, _COLORS)
    ]
    rows[0][1] = inversion("#000000", "#FFFFFF")[1]  # behind the letter, the program's own paper
    page = window.show(html)
    page.evaluate(_PAINT, rows)
    window.forget()
    return page


def _ink(css: str, inversion: Inversion) -> str:
    return inversion(as_hex(css), "#FFFFFF")[0]


def _ground(css: str, inversion: Inversion) -> str:
    return css if css.endswith(", 0)") else inversion("#000000", as_hex(css))[1]


def as_hex(css: str) -> str:
    """`rgb(31, 95, 91)` as `#1F5F5B`.

    Raises:
        ValueError: it is half transparent, so it is no colour by itself.
    """
    found = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", css)
    if found is None:
        raise ValueError(f"a colour that is none by itself: {css}")
    return "#{:02X}{:02X}{:02X}".format(*map(int, found.groups()))
