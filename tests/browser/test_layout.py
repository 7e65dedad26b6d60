"""Nothing is wider than the screen, too small to read, or too small for a finger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Block, OwnBlock, PublishedImage
from tests.browser.designs import DESIGNS, QUICK
from tests.browser.editions import a_design, everything, hardest, with_a_logo
from tests.browser.window import HUGE, PICTURES, Window
from tests.compose.letters import Letter
from tests.factories import an_article

pytestmark = pytest.mark.browser
WIDTHS = (320, 360, 375, 414, 480, 481, 540, 600, 601, 640, 768, 1024, 1200)
# Elements that stick out of the screen, or hold more than they show. What scrolls inside itself would too: mail programs
# rarely let it.
_WIDER = """() => [...document.querySelectorAll('body, body *')].filter(element => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    if (!box.width || !box.height || style.display === 'inline' || style.opacity === '0') return false;
    return box.left < -0.5 || box.right > innerWidth + 0.5 || element.scrollWidth > element.clientWidth + 1;
}).map(element => `${element.tagName.toLowerCase()}.${element.className} ${element.scrollWidth}`)"""
# Characters on a line of their own: a column so narrow that its words stand upright.
_UPRIGHT = """() => [...document.querySelectorAll('td, th')].filter(cell =>
    cell.textContent.trim().length > 3 && !cell.querySelector('table, img') && cell.clientWidth -
    parseFloat(getComputedStyle(cell).paddingLeft) - parseFloat(getComputedStyle(cell).paddingRight) < 14
).map(cell => `${cell.className} ${cell.textContent.trim().slice(0, 20)}`)"""
_PICTURES = """() => [...document.querySelectorAll('img.picture')].map(image => {
    const box = image.getBoundingClientRect();
    return [box.width, box.height];
})"""
# What is set lower or higher than its line is smaller than it, as everywhere.
_TEXT_SIZES = """() => [...document.querySelectorAll('body *:not(sub, sup)')].filter(element =>
    [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && element.getClientRects().length
).map(element => [`${element.tagName.toLowerCase()}.${element.className} ${element.textContent.trim().slice(0, 20)}`,
    parseFloat(getComputedStyle(element).fontSize)])"""
# Links that the design puts there; those inside an author's sentences (class `link`) are as high as their line.
_TARGETS = """() => [...document.querySelectorAll('a[href]:not(.link)')].map(element => {
    const boxes = [element, ...element.querySelectorAll('*')].map(one => one.getBoundingClientRect());
    return [`${element.className} ${element.textContent.trim().slice(0, 20)}`,
            Math.max(...boxes.map(box => box.width)), Math.max(...boxes.map(box => box.height))];
})"""


def letters(design: str) -> list[Letter]:
    return [everything(design), with_a_logo(design), hardest(design), hardest(design, "ar")]


def test_nothing_is_wider_than_the_screen(window: Window, design: str) -> None:
    for letter in letters(design):
        for width in WIDTHS:
            page = window.show(letter.html, width)
            assert page.evaluate("[innerWidth, document.documentElement.scrollWidth]") == [width, width]
            assert page.evaluate(_WIDER) == []


@pytest.mark.parametrize("width", [320, 640])
def test_no_column_is_so_narrow_that_its_words_stand_upright(window: Window, design: str, width: int) -> None:
    assert [told for letter in letters(design) for told in window.read(letter.html, _UPRIGHT, width)] == []


@pytest.mark.parametrize("width", [320, 640])
def test_a_picture_of_unknown_size_is_as_wide_as_its_column_and_keeps_its_shape(window: Window, width: int) -> None:
    sizes = [size for design in DESIGNS for size in window.read(hardest(design).html, _PICTURES, width)]
    assert len(sizes) >= len(DESIGNS)  # each has one in a block of our own at least
    for wide, high in sizes:
        assert 200 < wide <= 600
        assert wide / high == pytest.approx(HUGE[0] / HUGE[1], rel=0.01)


@pytest.mark.parametrize(("own", "shown"), [((200, 150), 200), ((4000, 3000), 512)])
def test_a_picture_of_known_size_is_never_wider_than_it_is(
    window: Window, design: str, own: tuple[int, int], shown: int
) -> None:
    url = f"https://{PICTURES}/bed.png"
    picture = Block("image", "A bed", url=url)
    block = OwnBlock("news", "Beds", "en", (picture,))
    letter = a_design(design, QUICK, an_article(), own=(block,), images=(PublishedImage(url, *own),))
    assert f'width="{shown}" height="{shown * 3 // 4}"' in letter.html
    assert window.read(letter.html, _PICTURES, 640) == [[shown, shown * 3 // 4]]


@pytest.mark.parametrize("width", [320, 375, 640])
def test_no_text_is_smaller_than_14_pixels(window: Window, design: str, width: int) -> None:
    sizes = dict(window.read(everything(design).html, _TEXT_SIZES, width))
    assert len(sizes) > 50
    assert {text: size for text, size in sizes.items() if size < 14} == {}


@pytest.mark.parametrize("width", [320, 375, 640])
@pytest.mark.parametrize("made", [everything, with_a_logo])
def test_links_of_the_design_are_large_enough_for_a_finger(
    window: Window, design: str, made: Callable[[str], Letter], width: int
) -> None:
    targets = window.read(made(design).html, _TARGETS, width)
    assert len(targets) >= 6
    assert [target for target in targets if min(target[1:]) < 44] == []


def test_what_is_too_wide_is_told(window: Window) -> None:
    letter = everything(DESIGNS[0])
    wide = letter.html.replace("<blockquote", '<div style="width: 700px">wide</div><blockquote', 1)
    assert window.read(wide, _WIDER, 640)
    hidden = letter.html.replace(
        "<blockquote", '<div style="overflow: hidden"><p style="width: 700px">w</p></div><blockquote'
    )
    assert window.read(hidden, _WIDER, 640)


@pytest.mark.parametrize("width", [375, 640])
def test_a_lead_keeps_its_distance_from_the_title_with_a_byline_or_without(window: Window, width: int) -> None:
    gap = """above => {
        const element = document.querySelector(above), below = document.querySelector('.lead');
        return below.getBoundingClientRect().top - element.getBoundingClientRect().bottom
            + parseFloat(getComputedStyle(element).paddingBottom);
    }"""
    for article, above in ((an_article(), ".title-link"), (an_article(byline="Ann Miller"), ".byline")):
        letter = a_design("digest", QUICK, article)
        assert window.read(letter.html, gap, width, argument=above) == 22
