"""The contact sheet of `build --clients`: its pages, and a picture where there is a browser."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from pipeline.cli import main
from pipeline.jobs import client_pages, pictures_of_pages
from pipeline.jobs.build import Draft
from pipeline.model import Email
from pipeline.preflight.clients import PROFILES, sheet
from tests.compose.letters import a_letter

LETTER = a_letter(greeting="Good morning!")
SHOT = b"\x89PNG a picture"


def made(shot: bytes | None = SHOT, subject: str = LETTER.subject) -> tuple[dict[str, bytes], list[str]]:
    """The files, and what was said."""
    said: list[str] = []
    files = client_pages.files(LETTER.html, LETTER.text, subject, "en", take=lambda _page, _size: shot, say=said.append)
    return files, said


def test_every_program_has_its_page_and_a_frame_on_the_sheet() -> None:
    files, _ = made()
    index = LexborHTMLParser(files["clients/index.html"].decode())
    frames = [frame.attributes for frame in index.css("iframe")]
    assert [frame["src"] for frame in frames] == [f"{profile.name}.html" for profile in PROFILES]
    assert [int(frame["width"] or 0) for frame in frames] == [profile.width for profile in PROFILES]
    assert all("sandbox" in frame and frame["title"] for frame in frames)
    assert [link.attributes["href"] for link in index.css("h3 a")] == [frame["src"] for frame in frames]
    assert set(files) == {f"clients/{frame['src']}" for frame in frames} | {
        "clients/index.html",
        "clients/contact-sheet.png",
    }


def test_the_sheet_says_of_every_program_how_true_its_frame_is() -> None:
    words = " ".join(LexborHTMLParser(made()[0]["clients/index.html"].decode()).text().split())
    assert all(profile.label in words and profile.note in words for profile in PROFILES)


def test_a_subject_is_data_on_the_sheet() -> None:
    page = made(subject="<script>alert(1)</script> {{ 7 * 7 }}")[0]["clients/index.html"].decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}" in page


def test_the_sheet_loads_nothing_but_its_views() -> None:
    page = made()[0]["clients/index.html"].decode()
    assert not re.search(r"https?://|url\(|@import|<link|<script", page)


def test_the_picture_is_taken_of_a_sheet_with_all_pages_beside_it() -> None:
    beside: set[str] = set()

    def take(page: Path, size: tuple[int, int]) -> bytes:
        beside.update(file.name for file in page.parent.iterdir())
        assert size == sheet.PICTURE
        return SHOT

    files = client_pages.files(LETTER.html, LETTER.text, "Bread", "en", take=take, say=lambda _: None)
    assert files["clients/contact-sheet.png"] == SHOT
    assert beside == {"sheet.html", *(f"{profile.name}.html" for profile in PROFILES)}


def test_without_a_browser_one_line_says_what_is_missing_and_what_shows_the_same() -> None:
    files, said = made(shot=None)
    assert "clients/contact-sheet.png" not in files
    assert [line for line in said if "Chromium" in line and "clients/index.html" in line] == said[-1:]


def test_the_first_browser_of_the_list_is_taken() -> None:
    assert pictures_of_pages.browser(["chromium", "msedge"], {"msedge": "/opt/msedge"}.get) == "/opt/msedge"
    assert pictures_of_pages.browser(["chromium"], lambda _: None) is None


@pytest.mark.parametrize("program", ["false", "sleep-for-ever", "/nowhere/chromium"])
def test_a_browser_that_makes_no_picture_is_no_failure(program: str, tmp_path: Path) -> None:
    if program == "sleep-for-ever":
        program = str(tmp_path / program)
        Path(program).write_text("#!/bin/sh\nexec sleep 60\n")
        Path(program).chmod(0o755)
    assert pictures_of_pages.picture(program, tmp_path / "page.html", (10, 10), patience=0.5) is None


def test_build_writes_the_sheet_when_it_is_asked_to_and_takes_it_away_again(tmp_path: Path) -> None:
    article = tmp_path / "bread.md"
    article.write_text("# Bread\n\nBread needs time.\n\n> [!TIP]\n> Dough that rests overnight tastes better.\n")
    command = ["build", str(article), "--out", str(tmp_path / "out")]
    first = CliRunner().invoke(main, [*command, "--clients"])
    assert first.exit_code == 0, first.output
    assert (tmp_path / "out/clients/index.html").is_file()
    assert (tmp_path / "out/clients/contact-sheet.png").is_file() is (pictures_of_pages.browser() is not None)
    CliRunner().invoke(main, command)
    assert not (tmp_path / "out/clients/index.html").exists()


@pytest.mark.browser
def test_the_picture_shows_every_frame() -> None:
    if shutil.which("chromium") is None:
        pytest.skip("Chromium is not installed")
    files = client_pages.files(LETTER.html, LETTER.text, "Bread", "en", say=lambda _: None)
    picture = Image.open(io.BytesIO(files["clients/contact-sheet.png"])).convert("RGB")
    scale = picture.width / sheet.PICTURE[0]
    assert picture.height == round(sheet.PICTURE[1] * scale)
    # A frame that was not drawn has one colour.
    for left, top in [
        *((30 + place * 216, 260) for place in range(8)),
        *((30 + place * 349, row) for row in (850, 1410) for place in range(5)),
    ]:
        seen = picture.crop(((left + 20) * scale, top * scale, (left + 180) * scale, (top + 380) * scale))
        colors = seen.getcolors(100_000) or []
        assert len(colors) > 20, f"nothing is drawn at {left}, {top}"


def test_a_mail_that_no_program_would_show_whole_is_told_and_not_tried() -> None:
    email = Email("Bread", "It keeps.", "", "", "en")
    said: list[str] = []
    assert client_pages.of(Draft({"newsletter.html": b"a" * 300_001}, (), email), say=said.append) == {}
    assert said == ["no clients/: the mail has 300,001 bytes; up to 300,000 it is shown in mail programs. Shorten it"]
