"""Every design as every mail program leaves it: no wider than its screen, readable, and the same on every machine."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.preflight import clients
from pipeline.preflight.clients import PROFILES, Profile, colors
from tests.browser.editions import LONG_WORD, everything, long_words
from tests.browser.looks import declared, looks
from tests.browser.texts import texts
from tests.browser.window import Window
from tests.compose.letters import Letter

pytestmark = pytest.mark.browser
every_program = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)


@cache
def views(letter: Letter) -> dict[str, str]:
    return {view.profile.name: view.html for view in clients.views(letter.html, letter.text)}


@every_program
def test_every_word_can_be_read_and_none_is_beyond_the_screen(window: Window, design: str, profile: Profile) -> None:
    page = views(everything(design))[profile.name]
    found = texts(window, page, profile.width)
    assert window.read(page, "() => document.documentElement.scrollWidth", profile.width) <= profile.width
    words = [text for text in found if any(letter.isalnum() for letter in text.name.partition(": ")[2])]
    assert len(words) > 30 or profile.is_text
    assert [faint for text in words if (faint := text.faint())] == []


@every_program
def test_no_word_of_an_article_is_wider_than_its_program(window: Window, design: str, profile: Profile) -> None:
    page = views(long_words(design))[profile.name]
    assert page.count(LONG_WORD) > 5
    assert window.read(page, "() => document.documentElement.scrollWidth", profile.width) <= profile.width


@every_program
def test_a_view_looks_the_same_on_a_dark_machine(window: Window, profile: Profile) -> None:
    page = views(everything("digest"))[profile.name]
    names = declared(window, page)
    light, night = (looks(window, page, profile.width, scheme, names) for scheme in ("light", "dark"))
    assert light == night


def test_a_colour_has_as_many_names_as_css_gives_it() -> None:
    assert {colors.first(name) for name in ("#F00", "red", "rgb(255 0 0)", "hsl(0, 100%, 50%)", "1px solid red")} == {
        "#FF0000"
    }
    assert colors.first("rgb(0 0 0 / 0.5)") is None
    assert colors.first("currentColor") is None


# The room above each box of a letter that follows another box, and the widths of our signs.
GAPS = """() => {
    const boxes = [...document.querySelectorAll('.point, .alarm, .button, .data, .listing-box')].map(box => box.getBoundingClientRect());
    return boxes.slice(1).map((box, place) => box.top - boxes[place].bottom);
}"""
LIGHTS = "() => [...document.querySelectorAll('.point-light, .alarm-light')].map(light => light.getBoundingClientRect().width)"


def test_in_word_no_box_touches_the_next_and_no_light_is_a_beam(window: Window, design: str) -> None:
    page = views(everything(design))["outlook-windows"]
    gaps, lights = window.read(page, GAPS, 760), window.read(page, LIGHTS, 760)
    assert len(gaps) >= 2
    assert min(gaps) >= 15
    assert max(lights) <= 60


def test_in_word_code_is_set_as_code_in_a_box(window: Window) -> None:
    page = views(everything("digest"))["outlook-windows"]
    looks_like = "() => { const style = getComputedStyle(document.querySelector('.listing')); return [style.fontFamily, style.paddingLeft]; }"
    assert window.read(page, looks_like, 760) == ["Consolas, monospace", "18px"]
