"""The judge of inlining is a browser: source and result look the same, whatever a mail program keeps of the styles."""

from __future__ import annotations

import re

import pytest
from premailer import transform

from tests.browser.designs import DESIGNS
from tests.browser.editions import everything
from tests.browser.looks import declared, differences, looks, told
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
    assert differences(window, letter.composed.source_html, letter.html, width, scheme) == []


def test_without_any_style_element_it_looks_the_same(window: Window, letter: Letter) -> None:
    bare = without_styles(letter.html)
    assert "<style" not in bare
    assert differences(window, letter.composed.source_html, bare, 640, "light") == []


def test_much_is_looked_at(window: Window, letter: Letter) -> None:
    names = declared(window, letter.html)
    assert len(names) > 40
    assert len(looks(window, letter.html, 640, "light", names)) > 200


def test_small_and_dark_screens_change_the_sight(window: Window, letter: Letter) -> None:
    names = ["font-size", "background-color", "color"]
    wide, narrow, dark = (looks(window, letter.html, *sight, names) for sight in SIGHTS)
    assert changed(told(names, wide, narrow), "font-size") > 0
    assert changed(told(names, wide, dark), "background-color") > 3
    assert changed(told(names, wide, dark), "color") > 50


def changed(differences: list[str], name: str) -> int:
    """How many elements have another `name`."""
    return sum(f" {name}: " in difference for difference in differences)


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(("width", "scheme"), SIGHTS[1:])
def test_stock_premailer_is_told_apart(window: Window, design: str, width: int, scheme: Scheme) -> None:
    """It takes `!important` from responsive and dark rules, so what stands on the elements wins."""
    source = everything(design).composed.source_html.replace(' data-premailer="ignore"', "")
    found = differences(window, source, transform(source), width, scheme)
    assert changed(found, "padding-left" if width == 375 else "color") > 0


def test_one_lost_declaration_is_told(window: Window) -> None:
    html = everything(DESIGNS[0]).html
    lost = re.sub(r"font-style: ?italic", "", html)
    assert lost != html
    found = differences(window, html, lost, 640, "light")
    assert found
    assert all("font-style: italic is normal" in difference for difference in found)
