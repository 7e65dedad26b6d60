"""The plan in a terminal: weeks that fit 80 columns; a line a day in a pipe."""

from __future__ import annotations

import io
import re

import pytest

from pipeline.cli import calendar
from pipeline.model import Post
from tests.factories import an_article

ARTICLES = [an_article(), an_article(guid="tests:soup", title="Soup")]
POINTS = [point.text for point in ARTICLES[0].key_points]


def a_post(network: str, article: str, slot: str | None, key_point: str | None = None, part: int = 1) -> Post:
    label = f"{slot} Europe/Amsterdam" if slot else None
    return Post(network, "…", None, article, "en", key_point=key_point, slot=label, part=part, parts=2)  # type: ignore[arg-type]


POSTS = [
    a_post("instagram", "tests:bread", "2026-12-05 17:30", POINTS[1]),
    a_post("x", "tests:bread", "2026-11-30 08:30"),
    a_post("bluesky", "tests:soup", "2026-11-30 08:45"),
    a_post("bluesky", "tests:soup", "2026-11-30 08:45", part=2),
    a_post("x", "tests:bread", None, POINTS[0]),
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_in_a_pipe_each_day_is_one_line_in_order() -> None:
    pipe = io.StringIO()
    calendar.tell(POSTS, ARTICLES, stream=pipe)
    assert pipe.getvalue().splitlines() == [
        "Mon 2026-11-30  08:30 x 1, 08:45 bluesky 2",
        "Sat 2026-12-05  17:30 instagram 1.2",
        "x 1 announces the first article, x 1.2 tells its second key point. 1 has no time yet.",
    ]


def test_in_a_terminal_weeks_are_rows_within_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    calendar.tell(POSTS, ARTICLES, stream=terminal)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()).splitlines()
    assert max(map(len, lines[:-1])) <= 80
    assert lines[0].split() == ["Mon", "Sat"]
    assert lines[2].split() == ["30", "Nov", "05", "Dec"]
    assert lines[3].split() == ["x", "1", "instagram", "1.2"]


def test_without_slots_nothing_is_said() -> None:
    pipe = io.StringIO()
    calendar.tell([a_post("x", "tests:bread", None)], ARTICLES, stream=pipe)
    assert pipe.getvalue() == ""
