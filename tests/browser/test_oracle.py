"""The judge of inlining is a browser: source and result look the same, whatever a mail program keeps of the styles."""

from __future__ import annotations

import re

import pytest
from premailer import transform

from tests.browser.designs import DESIGNS
from tests.browser.editions import everything
from tests.browser.looks import Look, differences, looks
from tests.browser.window import Scheme, Window
from tests.compose.letters import Letter

pytestmark = pytest.mark.browser
SIGHTS: list[tuple[int, Scheme]] = [(640, "light"), (375, "light"), (640, "dark")]
sights = pytest.mark.parametrize(("width", "scheme"), SIGHTS)


@pytest.fixture
def letter(design: str, engine: str) -> Letter:
    return everything(design, engine)


def without_styles(html: str) -> str:
    return re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)


@sights
def test_inlined_and_source_look_the_same(window: Window, letter: Letter, width: int, scheme: Scheme) -> None:
    source = looks(window, letter.composed.source_html, width, scheme)
    assert len(source) > 150
    assert all(len(look.properties.splitlines()) > 300 for look in source)
    assert differences(source, looks(window, letter.html, width, scheme)) == []


def test_without_any_style_element_it_looks_the_same(window: Window, letter: Letter) -> None:
    bare = without_styles(letter.html)
    assert "<style" not in bare
    source = looks(window, letter.composed.source_html, 640, "light")
    assert differences(source, looks(window, bare, 640, "light")) == []


def test_small_and_dark_screens_change_the_sight(window: Window, letter: Letter) -> None:
    wide, narrow, dark = (looks(window, letter.html, *sight) for sight in SIGHTS)
    assert changed(wide, narrow, "font-size") > 0
    assert changed(wide, dark, "background-color") > 3
    assert changed(wide, dark, "color") > 50


def changed(one: list[Look], other: list[Look], name: str) -> int:
    """How many elements have another `name`."""
    return sum(f" {name}: " in told for told in differences(one, other))


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(("width", "scheme"), SIGHTS[1:])
def test_stock_premailer_is_told_apart(window: Window, design: str, width: int, scheme: Scheme) -> None:
    """It takes `!important` from responsive and dark rules, so what stands on the elements wins."""
    source = everything(design).composed.source_html.replace(' data-premailer="ignore"', "")
    ours, theirs = (looks(window, html, width, scheme) for html in (source, transform(source)))
    assert changed(ours, theirs, "padding-left" if width == 375 else "color") > 0


def test_one_lost_declaration_is_told(window: Window) -> None:
    letter = everything(DESIGNS[0])
    lost = letter.html.replace("font-style:italic", "").replace("font-style: italic", "")
    assert lost != letter.html
    found = differences(looks(window, letter.html, 640, "light"), looks(window, lost, 640, "light"))
    assert found
    assert all("font-style: italic is font-style: normal" in told for told in found)
