"""The judge of inlining and layout is a browser: one launch of Chromium, a page for each sight of the letter."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.compose.colors import TEXT
from pipeline.contrast import contrast
from tests.compose.letters import Letter, a_full_letter, a_letter, a_list
from tests.factories import a_paragraph, an_article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SIDES = ("top", "right", "bottom", "left")
PROPERTIES = [
    *(
        "display",
        "opacity",
        "width",
        "max-width",
        "height",
        "vertical-align",
        "white-space",
        "overflow-wrap",
        "word-break",
    ),
    *("color", "background-color", "list-style-type", "text-align", "text-decoration-line"),
    *("font-family", "font-size", "font-weight", "font-style", "line-height", "border-top-left-radius"),
    *(f"margin-{side}" for side in SIDES),
    *(f"padding-{side}" for side in SIDES),
    *(f"border-{side}-{part}" for side in ("top", "bottom") for part in ("width", "style", "color")),
]
COMPUTED = """names => [...document.querySelectorAll('body, body *')].map((element, place) => {
    const style = getComputedStyle(element);
    return [`${place} ${element.tagName} ${element.className}`, names.map(name => style.getPropertyValue(name))];
})"""
# Every text with its colour and the first opaque colour behind it.
TEXTS = """() => [...document.querySelectorAll('body *')].filter(element =>
    [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && element.getClientRects().length
    && !element.closest('[aria-hidden]')
).map(element => {
    let behind = element;
    while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
    return [element.className + ': ' + element.textContent.trim().slice(0, 30), getComputedStyle(element).color,
            behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)'];
})"""
TARGETS = """() => [...document.querySelectorAll('.button-link, .also-link, .choice-link, .footer-link')].map(element =>
    element.getBoundingClientRect().height)"""
Styles = dict[str, dict[str, str]]
Look = Callable[[str, int, str], Styles]
SIGHTS = [(640, "light"), (375, "light"), (640, "dark")]


def unavailable(reason: str) -> None:
    """Skip, but not where all tests must run."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        unavailable("Chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - optional
    except ImportError:
        unavailable("playwright is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def letter() -> Letter:
    return a_full_letter()


def shown(browser: Browser, html: str, width: int, scheme: Any = "light") -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.route("**/*", lambda route: route.abort())
    page.set_content(html)
    return page


@pytest.fixture(scope="module")
def computed(browser: Browser) -> Look:
    """Gives the computed styles of every element of a page, by its place, name and classes; each page is looked at once."""

    @cache
    def look(html: str, width: int, scheme: str) -> Styles:
        page = shown(browser, html, width, scheme)
        found = page.evaluate(COMPUTED, PROPERTIES)
        page.close()
        return {element: dict(zip(PROPERTIES, values, strict=True)) for element, values in found}

    return look


def without_styles(html: str) -> str:
    return re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)


def color(css: str) -> str:
    red, green, blue = re.findall(r"\d+", css)[:3]
    return f"#{int(red):02X}{int(green):02X}{int(blue):02X}"


@pytest.mark.parametrize(("width", "scheme"), SIGHTS)
def test_inlined_and_source_look_the_same(computed: Look, letter: Letter, width: int, scheme: str) -> None:
    source = computed(letter.composed.source_html, width, scheme)
    assert len(source) > 150
    assert computed(letter.html, width, scheme) == source


def test_without_any_style_element_it_looks_the_same(computed: Look, letter: Letter) -> None:
    source = computed(letter.composed.source_html, 640, "light")
    assert computed(without_styles(letter.html), 640, "light") == source


def test_small_and_dark_screens_change_the_sight(computed: Look, letter: Letter) -> None:
    wide, narrow, dark = (computed(letter.html, width, scheme) for width, scheme in SIGHTS)

    def first(sight: Styles, name: str) -> dict[str, str]:
        return next(styles for element, styles in sight.items() if element.endswith(f" {name}"))

    assert float(first(narrow, "title")["font-size"][:-2]) < float(first(wide, "title")["font-size"][:-2])
    assert first(dark, "card")["background-color"] != first(wide, "card")["background-color"]
    assert first(dark, "text")["color"] != first(wide, "text")["color"]


@pytest.fixture(scope="module")
def wide_letter() -> Letter:
    """What is hardest to keep narrow: long words, addresses and tables."""
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente" * 2
    url = "https://example.com/" + "path" * 60
    article = an_article(
        title=long,
        lead=(a_paragraph(long), a_list(long, long)),
        references=(f"{long} {url}",),
        notices=(url,),
        byline=long,
    )
    return a_letter(article, greeting=f"{long}\n{url}")


@pytest.mark.parametrize("width", [320, 375, 640])
def test_nothing_is_wider_than_the_screen(browser: Browser, letter: Letter, wide_letter: Letter, width: int) -> None:
    for one in (letter, wide_letter):
        page = shown(browser, one.html, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(browser: Browser, letter: Letter, scheme: str) -> None:
    page = shown(browser, letter.html, 640, scheme)
    texts = page.evaluate(TEXTS)
    page.close()
    assert len(texts) > 40
    assert [text for text, ink, behind in texts if contrast(color(ink), color(behind)) < TEXT] == []


@pytest.mark.parametrize("width", [375, 640])
def test_buttons_are_large_enough_for_a_finger(browser: Browser, letter: Letter, width: int) -> None:
    page = shown(browser, letter.html, width)
    heights = page.evaluate(TARGETS)
    page.close()
    assert len(heights) == 8
    assert min(heights) >= 44


@pytest.mark.parametrize("width", [375, 640])
def test_a_lead_keeps_its_distance_from_the_title_with_a_byline_or_without(browser: Browser, width: int) -> None:
    for article, above in ((an_article(), "title"), (an_article(byline="Ann Miller"), "byline")):
        page = shown(browser, a_letter(article).html, width)
        bottom = page.locator(f".{above}").evaluate("element => element.getBoundingClientRect().bottom")
        top = page.locator(".lead").evaluate("element => element.getBoundingClientRect().top")
        page.close()
        assert top - bottom == 22


def test_no_text_is_smaller_than_14_pixels(computed: Look, letter: Letter) -> None:
    for width, scheme in SIGHTS:
        sizes = {
            element: float(styles["font-size"][:-2])
            for element, styles in computed(letter.html, width, scheme).items()
            if re.search(r" (P|LI|A|TH|STRONG|CODE|BLOCKQUOTE|H\d) ", element)
        }
        assert len(sizes) > 50
        assert [element for element, size in sizes.items() if size < 14] == []
