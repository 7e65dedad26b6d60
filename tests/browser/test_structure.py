"""What programs that read aloud need: the language, headings in order, roles, and a text for every picture."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from tests.browser.designs import DESIGNS, TEMPLATES
from tests.browser.editions import everything, hardest, with_a_logo
from tests.browser.window import Window

pytestmark = pytest.mark.browser
_PAGE = """() => {
    const html = document.documentElement, wrapper = document.body.querySelector('[role=article]');
    const said = (element, names) => Object.fromEntries(names.map(name => [name, element.getAttribute(name)]));
    return {standards: document.compatMode, characters: document.characterSet, title: document.title,
            html: said(html, ['lang', 'dir']),
            wrapper: said(wrapper, ['lang', 'dir', 'role', 'aria-label', 'aria-roledescription']),
            metas: Object.fromEntries([...document.querySelectorAll('meta[name]')].map(meta => [meta.name, meta.content]))};
}"""
_HEADINGS = "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => +heading.tagName[1])"
# A table of data has a head; every other only lays out.
_UNNAMED_TABLES = """() => [...document.querySelectorAll('table')].filter(table =>
    (table.getAttribute('role') === 'presentation') === !!table.querySelector(':scope > * > tr > th')
).map(table => table.className)"""
_IMAGES = """() => [...document.querySelectorAll('img')].map(image =>
    Object.fromEntries(['alt', 'width', 'height', 'src'].map(name => [name, image.getAttribute(name)])))"""
_CLASSES = (
    "() => [...new Set([...document.querySelectorAll('body, body *')].flatMap(element => [...element.classList]))]"
)


def test_the_page_says_its_language_direction_and_name_twice(window: Window, design: str) -> None:
    letter = everything(design)
    page: dict[str, Any] = window.read(letter.html, _PAGE)
    said = {"lang": "en", "dir": "ltr"}
    named = {"role": "article", "aria-label": letter.subject, "aria-roledescription": "email"}
    assert (page["standards"], page["characters"], page["title"]) == ("CSS1Compat", "UTF-8", letter.subject)
    assert page["html"] == said
    assert page["wrapper"] == said | named
    assert page["metas"]["viewport"] == "width=device-width, initial-scale=1"
    assert page["metas"]["color-scheme"] == page["metas"]["supported-color-schemes"] == "light dark"
    assert {"format-detection", "x-apple-disable-message-reformatting"} <= set(page["metas"])


def test_there_is_one_h1_and_no_level_is_skipped(window: Window, design: str) -> None:
    for letter in (everything(design), with_a_logo(design), hardest(design)):
        levels = window.read(letter.html, _HEADINGS)
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_tables_that_lay_out_say_so_and_tables_of_data_have_a_head(window: Window, design: str) -> None:
    letter = everything(design)
    assert window.read(letter.html, _UNNAMED_TABLES) == []
    nameless = letter.html.replace(' role="presentation"', "", 1)
    assert len(window.read(nameless, _UNNAMED_TABLES)) == 1


def test_every_picture_has_a_text_and_a_width_in_numbers(window: Window, design: str) -> None:
    images = [
        image for letter in (everything(design), with_a_logo(design)) for image in window.read(letter.html, _IMAGES)
    ]
    assert len(images) >= 2  # a logo, and one in a block of our own
    for image in images:
        assert image["alt"], image
        assert not re.search(r"\.(png|jpe?g|gif|webp)$", image["alt"]), image
        assert image["width"].isdecimal(), image
        assert 0 < int(image["width"]) <= 600, image
        assert image["height"] is None or image["height"].isdecimal(), image


def test_these_letters_hold_everything_that_the_designs_can_show(window: Window) -> None:
    """Each class of the base styles is on an element of some letter, so each rule is looked at."""
    styled = {
        name
        for folder in (*DESIGNS, "parts")
        for page in (TEMPLATES / folder).glob("*.html")
        for name in re.findall(r"^\.([a-z][a-z0-9-]*)", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    }
    letters = [made(design) for design in DESIGNS for made in (everything, with_a_logo)]
    letters += [hardest(design, "ar") for design in DESIGNS]
    shown = {name for letter in letters for name in window.read(letter.html, _CLASSES)}
    assert len(styled) > 50
    assert styled - shown == set()


def test_the_hardest_letter_holds_whatever_the_full_one_does(window: Window, design: str) -> None:
    assert set(window.read(everything(design).html, _CLASSES)) <= set(window.read(hardest(design).html, _CLASSES))
