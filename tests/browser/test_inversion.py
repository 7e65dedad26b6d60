"""The model of Gmail's inversion, held against what a browser paints and what is known."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Page

from pipeline.inversion import mirrored, partly, wholly
from tests.browser.window import Window

pytestmark = pytest.mark.browser
COLORS = [
    "#FFFFFF",
    "#FBF5EE",
    "#F2F2F2",
    "#CECECE",
    "#CDCDCD",
    "#BBBBBB",
    "#888888",
    "#1F5F5B",
    "#F2A65A",
    "#000000",
    "#FFFF00",
    "#0000FF",
    "#99FFCC",
]
INKS = [
    "#000000",
    "#333333",
    "#777777",
    "#959595",
    "#969696",
    "#A0A0A0",
    "#FFFFFF",
    "#1F5F5B",
    "#0000FF",
    "#FF0000",
    "#7A5200",
]


@pytest.fixture
def forced(window: Window) -> Iterator[Page]:
    """A page whose colours Chromium darkens by itself."""
    browser = window.page.context.browser
    assert browser
    page = browser.new_page()
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setAutoDarkModeOverride", {"enabled": True})
    yield page
    page.close()


def painted(page: Page, rows: list[str]) -> list[tuple[int, ...]]:
    """The colour in each of `rows`, each 20 pixels high."""
    page.set_content('<meta charset="utf-8"><body style="margin:0;background:#fff">' + "".join(rows))
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    return [picture.crop((20, row * 20 + 10, 21, row * 20 + 11)).tobytes() for row in range(len(rows))]  # type: ignore[misc]


def test_partly_is_what_chromium_paints(forced: Page) -> None:
    grounds = painted(forced, [f'<div style="height:20px;background:{color}"></div>' for color in COLORS])
    inks = painted(forced, [f'<div style="font:20px/20px monospace;color:{ink}">████████</div>' for ink in INKS])
    assert [tuple(one) for one in grounds] == [
        near(partly("#000000", color)[1], one) for color, one in zip(COLORS, grounds, strict=True)
    ]
    assert [tuple(one) for one in inks] == [
        near(partly(ink, "#FFFFFF")[0], one) for ink, one in zip(INKS, inks, strict=True)
    ]


def near(color: str, seen: tuple[int, ...]) -> tuple[int, ...]:
    """What is `seen` where it is `color` but for rounding, else the colour itself."""
    parts = tuple(int(color[i : i + 2], 16) for i in (1, 3, 5))
    return tuple(seen) if all(abs(a - b) <= 3 for a, b in zip(parts, seen, strict=True)) else parts


def test_wholly_swaps_black_and_white_and_keeps_hues() -> None:
    assert wholly("#000000", "#FFFFFF") == ("#FFFFFF", "#000000")
    assert wholly("#FFFFFF", "#000000") == ("#000000", "#FFFFFF")
    assert mirrored("#800000") == "#FF7F7F"
    assert mirrored("#FF0000") == "#FF0000"


def test_partly_leaves_what_is_dark_already() -> None:
    assert partly("#FFFFFF", "#1F5F5B") == ("#FFFFFF", "#1F5F5B")
