"""docs/designing-templates.md, followed to the letter: what it tells to write makes a design that `check` finds good."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from pipeline import assets
from pipeline.config.shape import Config
from pipeline.jobs import looks, trying
from tests.factories import a_config

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs" / "designing-templates.md").read_text(encoding="utf-8")
STYLES, COLORS, MOTTO, GREETING = re.findall(r"```html\n(.*?)```", GUIDE, re.DOTALL)
HEAD = '{% include "email/parts/head.html" %}\n'
MASTHEAD = '{% include "email/parts/masthead.html" %}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A team's folder after the guide's first four steps."""
    own = tmp_path / "templates" / "email" / "letter"
    shutil.copytree(assets.find("templates/email/digest"), own)
    page = (own / "newsletter.html").read_text(encoding="utf-8")
    for after in (HEAD, MASTHEAD, "{% set own_colors = {} %}"):
        assert page.count(after) == 1
    page = page.replace(HEAD, HEAD + STYLES).replace(MASTHEAD, MASTHEAD + MOTTO)
    page = page.replace("{% set own_colors = {} %}", COLORS.strip())
    (own / "newsletter.html").write_text(page, encoding="utf-8")
    (own / "greeting.html").write_text(GREETING, encoding="utf-8")
    return tmp_path


def a_team(folder: Path) -> Config:
    newsletters = {"weekly": {"from": ["desk"], "design": "letter"}}
    return a_config(newsletters=newsletters).model_copy(update={"folder": folder})


def told(folder: Path) -> list[str]:
    return [one.message for one in (*looks.check(a_team(folder)), *trying.check(a_team(folder)))]


def test_the_guides_design_is_found_good(folder: Path) -> None:
    assert told(folder) == []


def test_a_mistake_in_it_is_told_as_the_guide_says(folder: Path) -> None:
    own = folder / "templates" / "email" / "letter"
    (own / "greeting.html").write_text(GREETING.replace("{{ paragraph |", "{{ paragraf |"), encoding="utf-8")
    page = (own / "newsletter.html").read_text(encoding="utf-8")
    (own / "newsletter.html").write_text(page.replace(".motto {", "p {"), encoding="utf-8")
    line = page[: page.index(".motto {")].count("\n") + 1
    lines = re.findall(r"^(?:error|warning): newsletters\.weekly: (.+)$", GUIDE, re.MULTILINE)
    assert lines[0] in told(folder)
    assert lines[1].removesuffix("…").startswith(f"templates/email/letter/newsletter.html, line {line}: “p” is")
    assert any(one.startswith(lines[1].removesuffix(", and …")) for one in told(folder))


def test_every_color_and_piece_of_the_guide_exists_and_none_is_missing() -> None:
    table = (assets.find("templates") / "email" / "parts" / "colors.html").read_text(encoding="utf-8")
    pieces = (assets.find("templates") / "email" / "parts" / "pieces.html").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?:`color`|`background-color`|`border-color`)? ?\| (`.+`) \|", GUIDE, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert set(re.findall(r'^ {4}"(\w+)": \[', table, re.MULTILINE)) <= named
    assert set(re.findall(r"\{% macro (\w+)", pieces)) <= set(re.findall(r"`(\w+)\(", GUIDE))
