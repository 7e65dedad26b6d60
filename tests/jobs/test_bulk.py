"""Tables for bulk upload: read back, every cell is what went in, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import exporting
from pipeline.config import accounts
from pipeline.jobs import bulk
from pipeline.jobs.bulk import FORMATS, Entry, Format
from pipeline.model import Image, Post

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LINK = "https://moesenoven.example.org/bread?utm_source=x&utm_medium=social"


def an_entry(text: str = "Rest the dough.", at: datetime | None = None, key: str = "1", **changes: Any) -> Entry:
    post = Post("x", text, changes.pop("link", None), "bread", "en", **changes)
    return Entry(post, at or datetime(2026, 12, 1, 8, 15, tzinfo=AMSTERDAM), key, "01")


def read(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode(), newline=""), strict=True))


def tables(entries: Sequence[Entry], form: Format) -> list[bytes]:
    return [bulk.table(rows, form) for rows in bulk.shared_out(entries, form)]


def test_buffers_table_has_its_four_columns() -> None:
    (table,) = tables([an_entry("Rest.\n\nLink", link=LINK)], FORMATS["buffer"])
    assert read(table) == [["Text", "Image URL", "Tags", "Posting Time"], ["Rest.\n\nLink", "", "", "2026-12-01 08:15"]]


def test_publers_table_has_twelve_columns_with_the_date_first() -> None:
    (table,) = tables([an_entry(f"Rest.\n\n{LINK}\n\n#Bread", link=LINK)], FORMATS["publer"])
    headings, row = read(table)
    assert (len(headings), headings[0]) == (12, "Date - Intl. format or prompt")
    assert row == ["2026-12-01 08:15", "Rest.\n\n#Bread", LINK, *[""] * 9]


def test_hootsuites_table_has_moment_message_and_link_and_no_headings() -> None:
    (table,) = tables([an_entry(f"Rest.\n{LINK}", link=LINK)], FORMATS["hootsuite"])
    assert read(table) == [["2026/12/01 08:15", "Rest.", LINK]]


@pytest.mark.parametrize(
    "text",
    [f"Read {LINK} today.", f"{LINK}\n\n{LINK}", f"Read {LINK} today.\n\n{LINK}", f"{LINK}#more", "No link here."],
)
def test_a_link_inside_the_words_is_not_said_twice(text: str) -> None:
    (table,) = tables([an_entry(text, link=LINK)], FORMATS["hootsuite"])
    assert read(table)[0][1:] == [text, ""]


def test_a_link_that_is_shown_short_is_whole_in_a_table_as_far_as_it_fits() -> None:
    def exported(words: str) -> Entry:
        text = f"{words}\n\nmoesenoven.example.org/bread\n#Bread"
        return replace(an_entry(), post=Post("bluesky", text, LINK, "bread", "en"))

    (buffer,) = tables([exported("Rest.")], FORMATS["buffer"])
    assert read(buffer)[1][0] == f"Rest.\n\n{LINK}\n#Bread"
    (publer,) = tables([exported("Rest.")], FORMATS["publer"])
    assert read(publer)[1][1:3] == ["Rest.\n\n#Bread", LINK]
    (long,) = tables([exported("Rest " * 48)], FORMATS["buffer"])
    assert "\n\nmoesenoven.example.org/bread\n" in read(long)[1][0]


def test_a_header_of_ones_own_holds_what_it_names() -> None:
    form = Format.own({"Day": "date", "Hour": "time", "=Words": "text", "Picture": "pictures", "Says": "alt"})
    entry = an_entry("Rest.", images=(Image("cards/a.png", "A quote"), Image("cards/b.png", "Another")))
    (table,) = tables([entry], form)
    assert read(table) == [
        ["Day", "Hour", "'=Words", "Picture", "Says"],
        ["2026-12-01", "08:15", "Rest.", "cards/a.png, cards/b.png", "A quote || Another"],
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_take_for_a_formula_is_harmless_in_every_format(sign: str) -> None:
    text = f"{sign}HYPERLINK(1)"
    for form in FORMATS.values():
        (table,) = tables([an_entry(text)], form)
        cells = [cell for row in read(table) for cell in row]
        assert f"'{text}" in cells
        assert not any(cell.startswith(sign) for cell in cells)


def test_a_file_has_no_more_rows_than_the_service_takes() -> None:
    at = datetime(2026, 12, 1, 8, 15, tzinfo=AMSTERDAM)
    entries = [an_entry(f"Number {number}", at.replace(day=1 + number % 28), f"{number:03}") for number in range(205)]
    found = [read(table) for table in tables(entries, FORMATS["buffer"])]
    assert [len(rows) - 1 for rows in found] == [100, 100, 5]
    assert all(rows[0][0] == "Text" for rows in found)
    moments = [row[3] for rows in found for row in rows[1:]]
    assert moments == sorted(moments)
    assert len({row[0] for rows in found for row in rows[1:]}) == 205


NASTY = (
    'She said "rest it, twice"; then: 1,5 l\tof water\n\n- salt\n- yeast',
    "خبز يستريح ليلة كاملة يبقى طازجًا 👩🏽‍🍳 \u200f!",
    "word " * 600,
    "one\r\ntwo\rthree",
    "a\x00b\x1b[31mc\x7f",
    "=1+1\n=2+2",
    "\ud800 half a letter",
)
READ = (*NASTY[:3], "one\ntwo\nthree", "ab[31mc", "'=1+1\n=2+2", "? half a letter")


@pytest.mark.parametrize(("text", "told"), list(zip(NASTY, READ, strict=True)), ids=range(7))
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_whatever_a_post_says_stays_one_cell_of_one_row(text: str, told: str, name: str) -> None:
    (table,) = tables([an_entry(text), an_entry("Next.", key="2")], FORMATS[name])
    rows = read(table)
    assert [row[0 if name == "buffer" else 1] for row in rows[-2:]] == [told, "Next."]
    assert len({len(row) for row in rows}) == 1


def test_a_control_sign_before_a_formula_hides_it_not() -> None:
    assert bulk.harmless("\x00=1+1") == "'=1+1"
    assert bulk.harmless("\r=1+1").startswith("'")


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"))


@given(TEXT, st.sampled_from(sorted(FORMATS)))
def test_every_text_comes_back_as_it_was(text: str, name: str) -> None:
    (table,) = tables([an_entry(text)], FORMATS[name])
    cell = read(table)[-1][0 if name == "buffer" else 1]
    assert cell in {text, f"'{text}"}
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


def test_config_yaml_the_command_and_the_tables_know_the_same_formats_and_columns() -> None:
    assert set(accounts.TABLES) == set(FORMATS) == set(exporting.FORMATS)
    assert set(accounts.COLUMNS) == set(bulk.FIELDS)
