"""The plan in a terminal: weeks that fit 80 columns; a line a day in a pipe."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len

from pipeline.cli import calendar
from pipeline.config.brand import Brand
from pipeline.config.shape import NETWORKS
from pipeline.model import Post
from tests.factories import a_config, an_article

BRAND = a_config().brand.model_copy(update={"timezone": "Europe/Amsterdam"})
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


def in_a_pipe(posts: list[Post], brand: Brand = BRAND) -> list[str]:
    pipe = io.StringIO()
    calendar.tell(posts, ARTICLES, brand, stream=pipe)
    return pipe.getvalue().splitlines()


def in_a_terminal(posts: list[Post], monkeypatch: pytest.MonkeyPatch, brand: Brand = BRAND) -> list[str]:
    """Its lines, all of which fit."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    calendar.tell(posts, ARTICLES, brand, stream=terminal)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()).splitlines()
    assert max(map(cell_len, lines)) <= 80
    return lines


def test_in_a_pipe_each_day_is_one_line_in_order() -> None:
    assert in_a_pipe(POSTS) == [
        "Mon 2026-11-30  08:30 x 1, 08:45 bluesky 2",
        "Sat 2026-12-05  17:30 instagram 1.2",
        "x 1 announces the first article, x 1.2 tells its second key point.",
        "Times are those of Europe/Amsterdam. 1 post has no time yet.",
    ]


def test_in_a_terminal_weeks_are_rows_with_times_and_titles_below(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = in_a_terminal(POSTS, monkeypatch)
    assert lines[0].split() == ["Mon", "Sat"]
    assert lines[2].split() == ["30", "Nov", "5", "Dec"]
    assert lines[3].split() == ["x", "1", "instagram", "1.2"]
    assert lines[-5:-2] == ["x 08:30, bluesky 08:45, instagram 17:30", "1 Bread that keeps", "2 Soup"]


@pytest.mark.parametrize(
    ("language", "monday"), [("nl", "ma"), ("de", "Mo"), ("ja", "月"), ("ar", "الاثنين"), ("??", "Mon")]
)
def test_days_have_their_names_in_the_brands_language(
    language: str, monday: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    brand = BRAND.model_copy(update={"language": language})
    assert in_a_pipe(POSTS, brand)[0].startswith(f"{monday} 2026-11-30  08:30")
    assert in_a_terminal(POSTS, monkeypatch, brand)[0].split()[0] == monday


def test_seven_days_of_all_networks_fit_and_keep_their_numbers_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [f"2026-12-{day:02} 10:00" for day in range(7, 14)]
    posts = [a_post(network, "tests:bread", day, POINTS[1]) for day in days for network in NETWORKS]
    lines = in_a_terminal(posts, monkeypatch)
    for row in lines[3:10]:
        assert row.count(" 1.2") == 7
    assert lines[3:10][5].split()[0].removesuffix("…") == "insta"


def test_without_slots_nothing_is_said() -> None:
    assert in_a_pipe([a_post("x", "tests:bread", None)]) == []
