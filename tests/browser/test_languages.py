"""Each language is announced as itself and laid out in its own direction."""

from __future__ import annotations

import pytest

from tests.browser.editions import RIGHT_TO_LEFT, SAID, in_language
from tests.browser.window import Window

pytestmark = pytest.mark.browser
languages = pytest.mark.parametrize("language", SAID)
# Where the first letter of a text stands: from the left and from the right edge of its element, in pixels.
_STARTS = """() => [...document.querySelectorAll('p, h2, h3, li, th, td, blockquote')].filter(element =>
    element.clientWidth && element.firstChild?.nodeType === 3 && element.firstChild.data.trim().length > 5
    && !getComputedStyle(element).textAlign.endsWith('center') && !element.closest('td, th').hasAttribute('align')
).map(element => {
    const letter = document.createRange(), text = element.firstChild, at = text.data.search(/\\S/);
    letter.setStart(text, at); letter.setEnd(text, at + 1);
    const box = element.getBoundingClientRect(), first = letter.getBoundingClientRect();
    return [element.className, first.left - box.left, box.right - first.right];
})"""
_BOXES = """() => [...document.querySelectorAll('table, td, th, ul, ol, li, h1, h2, h3, p, blockquote, img')].map(element => {
    const box = element.getBoundingClientRect();
    return [element.className.replace('-rtl', '-ltr') || element.tagName, box.left, innerWidth - box.right];
})"""
_LISTS = """() => [...document.querySelectorAll('ul, ol')].map(list => {
    const style = getComputedStyle(list);
    return [parseFloat(style.paddingLeft), parseFloat(style.paddingRight)];
})"""


@languages
def test_the_page_is_in_its_language_and_direction(window: Window, design: str, language: str) -> None:
    html = in_language(design, language).html
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    page = window.show(html)
    for element in ("html", "[role=article]"):
        assert page.locator(element).first.get_attribute("lang") == language
        assert page.locator(element).first.get_attribute("dir") == direction
    assert ("→" if direction == "rtl" else "←") not in page.locator("body").inner_text()


@languages
@pytest.mark.parametrize("width", [375, 640])
def test_text_lists_and_bars_begin_at_the_side_where_reading_begins(
    window: Window, design: str, language: str, width: int
) -> None:
    html = in_language(design, language).html
    begins = 1 if language in RIGHT_TO_LEFT else 0
    starts = window.read(html, _STARTS, width)
    assert len(starts) >= 8
    assert [start for start in starts if start[1 + begins] > start[2 - begins]] == []
    for paddings in window.read(html, _LISTS, width):
        assert paddings[begins] >= 20
        assert paddings[1 - begins] == 0


@pytest.mark.parametrize("width", [375, 640])
def test_right_to_left_is_the_mirror_of_left_to_right(window: Window, design: str, width: int) -> None:
    """The same text in both directions: each box is as far from the right as it was from the left, and bars change sides."""
    left, right = (in_language(design, language, SAID["he"]) for language in ("en", "he"))
    pairs = list(zip(*(window.read(letter.html, _BOXES, width) for letter in (left, right)), strict=True))
    assert len(pairs) > 50
    # An arrow and a date are not as wide as another; a list's room for its signs is 24 pixels.
    assert [(ltr, rtl) for ltr, rtl in pairs if ltr[0] != rtl[0] or abs(ltr[1] - rtl[2]) > 16] == []
    assert [ltr for ltr, rtl in pairs if ltr[1] != rtl[1]] != []
