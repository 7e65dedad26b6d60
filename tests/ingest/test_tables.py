"""Tables typed into plain text: lines that have as many cells are rows, and a menu is none."""

from __future__ import annotations

import time

import pytest

from pipeline.model import Article, Dropped
from tests.ingest.reading import everything, read

ROWS = "Plant | Light | Water\nThyme | Sun | 1\nFern | Shade | 3\nMint | Half | 2"
ARTICLE = "What a window sill holds\n\nA sill is a small garden, and it wants a plan.\n\n{}\n\nTurn the pots once a week, and they grow straight.\n"


def tables(article: Article) -> list[str]:
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    return [block.text for block in blocks if block.kind == "table"]


@pytest.mark.parametrize(
    "written",
    [
        ROWS,
        ROWS.replace("\n", "\n\n"),
        ROWS.replace(" | ", "|"),
        "\n".join(f"| {row} |" for row in ROWS.splitlines()),
        ROWS.replace("\n", "\n---|:---:|---\n", 1),
        "\n".join(f"| {row} |" for row in ROWS.splitlines()).replace("\n", "\n|---|---|---|\n", 1),
    ],
)
def test_lines_with_as_many_cells_are_the_rows_of_a_table(written: str) -> None:
    article = read(ARTICLE.format(written))
    assert tables(article) == [ROWS]
    assert [section.heading for section in article.sections if "|" in (section.heading or "")] == []
    assert {piece.reason for piece in article.dropped} <= {"rule of a table"}


def test_a_rule_between_rows_is_dropped_with_a_reason() -> None:
    article = read(ARTICLE.format(ROWS.replace("\n", "\n|---|---|---|\n", 1)))
    assert article.dropped == (Dropped("|---|---|---|", "rule of a table"),)


def test_a_column_that_is_called_like_furniture_is_one() -> None:
    rows = "Home | Away | Goals\nHuizen | Laren | 3\nBussum | Weesp | 1"
    assert tables(read(ARTICLE.format(rows))) == [rows]


@pytest.mark.parametrize(
    "menu",
    [
        "Home | About | Contact",
        "Home | News | About\nShop | Cart | Search\nPrivacy | Terms | Contact",
    ],
)
def test_a_menu_is_no_table_and_is_dropped(menu: str) -> None:
    article = read(ARTICLE.format(menu))
    assert tables(article) == []
    assert {piece.text for piece in article.dropped} == set(menu.splitlines())


@pytest.mark.parametrize("lines", ["Sun | 1\nShade | 3", "• Sun | 1\n• Shade | 3\n• Half | 2", "||\n||\n||"])
def test_two_rows_a_list_and_signs_are_no_table_and_nothing_is_lost(lines: str) -> None:
    article = read(ARTICLE.format(lines))
    assert tables(article) == []
    assert all(line.strip("• |") in everything(article) for line in lines.splitlines())


def test_a_key_point_below_a_table_stays_one() -> None:
    article = read(ARTICLE.format(f"{ROWS}\n💡 Fern | Mint: both drink most of it."))
    assert tables(article) == [ROWS]
    assert [point.text for point in article.key_points] == ["Fern | Mint: both drink most of it."]


def test_an_endless_menu_takes_no_time() -> None:
    start = time.process_time()
    read(ARTICLE.format("Home | Search\n" * 20_000))
    assert time.process_time() - start < 10
