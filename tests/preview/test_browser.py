"""The studio in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.preview.folders import a_draft_folder, a_post, an_envelope, write
from tests.preview.process import a_running_studio

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
_MAIL = """<!doctype html><meta name="color-scheme" content="light dark"><title>Bread</title>
<style>p { color: rgb(0, 0, 1) } @media (prefers-color-scheme: dark) { p { color: rgb(0, 0, 2) } }</style>
<p>A loaf lives longer.</p><a href="https://bakery.example/">Read on</a><script>document.body.remove()</script>"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    # "null" leaves the colour scheme to the browser: an emulated one would rule inside the frames as well.
    opened = browser.new_page(color_scheme="null", viewport={"width": 1280, "height": 500})
    yield opened
    opened.close()


def test_a_page_loads_without_errors_and_shows_a_change_by_itself(tmp_path: Path, page: Page) -> None:
    folder = a_draft_folder(tmp_path / "one", posts=[a_post() for _ in range(9)])
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    with a_running_studio(tmp_path) as address:
        page.goto(f"{address}draft/one")
        page.get_by_role("tab", name="Posts").click()
        page.evaluate("scrollTo(0, 300)")
        write(folder / "edition.json", an_envelope(subject="Bread that keeps even longer"))
        page.get_by_role("heading", name="Bread that keeps even longer").wait_for()
        page.wait_for_load_state("load")
        # Browsers keep the place by what stands there, which may round to a neighbouring pixel.
        assert page.evaluate("scrollY") == pytest.approx(300, abs=2)
        assert page.get_by_role("tab", name="Posts").get_attribute("aria-selected") == "true"
        assert page.locator("#posts").is_visible()
        assert page.locator("#mail").is_hidden()
    assert errors == []


def test_the_list_shows_a_new_draft_by_itself(tmp_path: Path, page: Page) -> None:
    with a_running_studio(tmp_path) as address:
        page.goto(address)
        page.get_by_text("No drafts yet").wait_for()
        a_draft_folder(tmp_path / "one")
        page.get_by_role("link", name="Bread that keeps").click()
        page.get_by_role("tab", name="Findings").wait_for()


def test_dark_reaches_the_mail_and_no_script_runs_in_it(tmp_path: Path, page: Page) -> None:
    a_draft_folder(tmp_path / "one", mail=_MAIL)
    with a_running_studio(tmp_path) as address:
        page.goto(f"{address}draft/one")
        words = page.frame_locator("iframe >> nth=0").get_by_text("A loaf lives longer.")
        color = "element => getComputedStyle(element).color"
        for scheme, expected in (("Dark", "rgb(0, 0, 2)"), ("Light", "rgb(0, 0, 1)")):
            page.get_by_text(scheme, exact=True).click()
            assert words.evaluate(color) == expected


def test_a_link_in_the_mail_leads_nowhere_and_the_mail_comes_back(tmp_path: Path, page: Page) -> None:
    a_draft_folder(tmp_path / "one", mail=_MAIL)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with a_running_studio(tmp_path) as address:
        page.goto(f"{address}draft/one")
        frame = page.frame_locator("iframe >> nth=0")
        for _ in range(2):
            with page.expect_response("**/mail/one"):
                frame.get_by_role("link", name="Read on").click()
            frame.get_by_text("A loaf lives longer.").wait_for()
    assert all(url.startswith((address, "https://bakery.example/")) for url in asked)
    assert all(frame.url.startswith(address) for frame in page.frames)


def test_tabs_move_by_the_keyboard(tmp_path: Path, page: Page) -> None:
    a_draft_folder(tmp_path / "one")
    with a_running_studio(tmp_path) as address:
        page.goto(f"{address}draft/one")
        page.get_by_role("tab", name="Mail").focus()
        page.keyboard.press("ArrowRight")
        assert page.locator("#text").is_visible()
        page.keyboard.press("End")
        assert page.locator("#findings").is_visible()
        page.keyboard.press("ArrowRight")
        assert page.locator("#mail").is_visible()
        assert page.locator(".panel:visible").count() == 1


def test_a_draft_fits_on_a_phone(tmp_path: Path, page: Page) -> None:
    a_draft_folder(tmp_path / "one", posts=[a_post(text="https://bakery.example/" + "long" * 60)])
    page.set_viewport_size({"width": 375, "height": 700})
    with a_running_studio(tmp_path) as address:
        for part in ("mail", "text", "posts", "cards", "findings"):
            page.goto(f"{address}draft/one#{part}")
            page.locator(f"#{part}").wait_for()
            assert page.evaluate("document.documentElement.scrollWidth") == 375, part


def test_a_stopped_studio_is_told(tmp_path: Path, page: Page) -> None:
    with a_running_studio(tmp_path) as address:
        page.goto(address)
        page.get_by_text("No drafts yet").wait_for()
    page.get_by_text("The studio has stopped.").wait_for()
