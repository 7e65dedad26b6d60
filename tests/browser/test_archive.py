"""The archive in a browser: its list and its pages are narrow, readable in light and dark, and clean for those who hear them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe

from pipeline.compose import archive, online, words
from pipeline.compose.archive import Entry
from tests.browser.editions import everything
from tests.browser.window import Scheme, Window
from tests.factories import a_config

pytestmark = pytest.mark.browser
AT = datetime(2026, 11, 19, 8, tzinfo=UTC)
CONFIG = a_config(archive={"address": "https://bakery.example/news"})
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente" * 2
SIGHTS: list[tuple[int, Scheme]] = [(1000, "light"), (1000, "dark"), (375, "light"), (375, "dark"), (320, "light")]


def a_list() -> str:
    entries = [
        Entry(name, "2026-W47", f"{name}/2026-W47", title, title, language, date(2026, 11, 19), AT, AT)
        for name, title, language in (
            ("weekly", LONG, "de"),
            ("daily", "Bread that keeps", "en"),
            ("old", "דוגמה", "he"),
        )
    ]
    return archive.index(entries, CONFIG)


def a_page(design: str) -> str:
    letter = everything(design)
    at = archive.addresses(CONFIG, "weekly/2026-W47")
    return online.page(letter.composed.email, at, CONFIG.brand.name, words.load("en"))


@pytest.mark.parametrize(("width", "scheme"), SIGHTS)
def test_the_list_of_editions_is_narrow_and_accessible(window: Window, width: int, scheme: Scheme) -> None:
    page = window.show(a_list(), width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h2").count() == 3
    assert Axe().run(page).response["violations"] == []
    window.forget()


@pytest.mark.parametrize(("width", "scheme"), [(700, "light"), (700, "dark"), (375, "light")])
def test_a_page_is_narrow_and_accessible(window: Window, design: str, width: int, scheme: Scheme) -> None:
    page = window.show(a_page(design), width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).response["violations"] == []
    window.forget()


def test_the_list_has_other_colours_in_the_dark(window: Window) -> None:
    look = "() => getComputedStyle(document.body).backgroundColor"
    assert window.read(a_list(), look, 700, "light") != window.read(a_list(), look, 700, "dark")
