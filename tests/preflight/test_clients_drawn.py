"""Every view in Chromium at its width: readable, no wider than its program, and the same on every machine."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.preflight import clients
from pipeline.preflight.clients import PROFILES, Profile
from pipeline.preflight.clients.colors import RGB, contrast
from tests.compose.letters import a_full_letter

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
TEXTS = """() => [...document.querySelectorAll('body *')].filter(element =>
    [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && element.getClientRects().length
    && !element.closest('[aria-hidden], [class*=preheader]')
).map(element => {
    let behind = element;
    while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
    return [element.textContent.trim().slice(0, 40), getComputedStyle(element).color,
            behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)', element.getBoundingClientRect().right];
})"""
READABLE = 4.5  # contrast of words (WCAG 1.4.3)
every_program = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)


@cache
def views() -> dict[str, str]:
    letter = a_full_letter()
    return {view.profile.name: view.html for view in clients.views(letter.html, letter.text)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


def drawn(browser: Browser, profile: Profile, scheme: Any = "light") -> tuple[int, list[tuple[str, str, str, float]]]:
    """The width of what is drawn, and each text with its colour, the colour behind it, and its right end."""
    page = browser.new_page(viewport={"width": profile.width, "height": 900}, color_scheme=scheme)
    page.route("**/*", lambda route: route.abort())
    page.set_content(views()[profile.name])
    found = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(TEXTS)
    page.close()
    return found


def color(css: str) -> RGB:
    red, green, blue = (int(part) / 255 for part in re.findall(r"\d+", css)[:3])
    return red, green, blue


@every_program
def test_a_view_is_no_wider_than_its_program(browser: Browser, profile: Profile) -> None:
    assert drawn(browser, profile)[0] <= profile.width


@every_program
def test_every_word_of_a_view_can_be_read(browser: Browser, profile: Profile) -> None:
    texts = drawn(browser, profile)[1]
    assert len(texts) > 40 or profile.is_text
    words = [one for one in texts if any(letter.isalnum() for letter in one[0])]
    unread = [(text, ink, behind) for text, ink, behind, _ in words if contrast(color(ink), color(behind)) < READABLE]
    assert unread == []


@every_program
def test_a_view_is_the_same_on_a_dark_machine(browser: Browser, profile: Profile) -> None:
    assert drawn(browser, profile, "dark") == drawn(browser, profile, "light")
