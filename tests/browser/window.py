"""The one page of a browser in which every letter is looked at: one launch a session, and nothing is fetched."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, Literal
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Page, Route, sync_playwright

Scheme = Literal["light", "dark"]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PICTURES = (
    "pictures.example"  # images of this host exist, and are huge; all others are blocked, as many mail programs do
)
HUGE = (4000, 3000)


class Window:
    """A page that shows one letter after the other."""

    def __init__(self, browser: Browser) -> None:
        self.page = browser.new_page(viewport={"width": 640, "height": 900})
        self.page.route("**/*", _answer)
        self._html: str | None = None
        self._sight: tuple[int, Scheme] | None = None

    def show(self, html: str, width: int = 640, scheme: Scheme = "light") -> Page:
        """The page with the letter `html` in it, `width` CSS pixels wide."""
        if self._sight != (width, scheme):
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.emulate_media(color_scheme=scheme)
            self._sight = (width, scheme)
        if self._html != html:
            self.page.set_content(html)
            self._html = html
        return self.page

    def read(self, html: str, script: str, width: int = 640, scheme: Scheme = "light", argument: Any = None) -> Any:
        """What `script`, a function in JavaScript, tells of the letter."""
        return self.show(html, width, scheme).evaluate(script, argument)

    def forget(self) -> None:
        """The page was changed: show even the same letter anew."""
        self._html = None


@contextmanager
def a_browser() -> Iterator[Browser]:
    """Chromium without a window.

    Raises:
        FileNotFoundError: it is not installed.
    """
    program = shutil.which("chromium")
    if program is None:
        raise FileNotFoundError("Chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


def _answer(route: Route) -> None:
    if urlsplit(route.request.url).hostname == PICTURES:
        route.fulfill(body=_huge(), content_type="image/png")
    else:
        route.abort()


@cache
def _huge() -> bytes:
    file = io.BytesIO()
    Image.new("1", HUGE).save(file, "PNG")
    return file.getvalue()
