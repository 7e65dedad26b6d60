from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.plaintext import WIDTH, Links, bullets, code, highest_marker, table, tidy, underline, wrap

WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=30), max_size=60).map(" ".join)


def test_lines_are_at_most_72_columns_and_lose_no_word() -> None:
    text = "The quick brown fox jumps over the lazy dog. " * 10
    lines = wrap(text).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert min(map(len, lines[:-1])) > 60
    assert " ".join(lines).split() == text.split()


@given(WORDS)
def test_wrapping_only_changes_blanks(text: str) -> None:
    assert "".join(wrap(text).split()) == "".join(text.split())


def test_an_address_is_never_broken() -> None:
    url = "https://example.com/" + "a-long/path-" * 20
    assert url in wrap(f"Some words before it, and then {url} and after.").splitlines()
    assert f"({url})." in wrap(f"Some words before it, and then ({url}). After.").splitlines()


def test_a_line_never_ends_at_a_no_break_space() -> None:
    lines = wrap("mo\u00a0: " * 30).splitlines()
    assert len(lines) > 1
    assert all(line.startswith("mo\u00a0:") and line.endswith("mo\u00a0:") for line in lines)


def test_chinese_is_broken_between_characters_and_counts_twice() -> None:
    lines = wrap("晚饭后散步半小时看起来是件小事" * 10).splitlines()
    assert all(len(line) <= WIDTH // 2 for line in lines)
    assert len(lines[0]) == WIDTH // 2


def test_a_sign_stands_before_and_the_rest_hangs_under_the_text() -> None:
    first, second = wrap("word " * 20, "💡 ").splitlines()
    assert first.startswith("💡 word")
    assert second.startswith("   word")


def test_a_quote_is_marked_on_every_line() -> None:
    assert all(line.startswith("> word") for line in wrap("word " * 40, "> ").splitlines())


@pytest.mark.parametrize(("line", "hang"), [("- ", 2), ("12. ", 4), ("   - ", 5), ("[3] ", 4)])
def test_bullets_and_numbers_hang(line: str, hang: int) -> None:
    first, second = wrap(line + "word " * 16).splitlines()
    assert first.startswith(line + "word")
    assert second.startswith(" " * hang + "word")


def test_a_list_numbers_its_outer_level_only() -> None:
    assert bullets([(0, "a"), (1, "b"), (0, "c")], ordered=True) == "1. a\n   - b\n2. c"
    assert bullets([(0, "a\nb")], ordered=False) == "- a b"


def test_a_heading_is_underlined_to_its_length() -> None:
    assert underline("Brood") == "Brood\n====="
    assert underline("面包", "-") == "面包\n----"
    assert underline("word " * 30).splitlines()[-1] == "=" * 69
    assert underline("") == "\n"


def test_links_are_numbered_once_and_listed_where_mentioned() -> None:
    links = Links()
    assert [links.mark("https://a.example"), links.mark("https://b.example"), links.mark("https://a.example")] == [
        " [1]",
        " [2]",
        " [1]",
    ]
    assert links.take() == ((1, "https://a.example"), (2, "https://b.example"))
    assert links.mark("https://b.example") == " [2]"
    assert links.take() == ((2, "https://b.example"),)
    assert links.take() == ()


def test_numbers_of_links_follow_those_that_the_texts_have() -> None:
    highest = highest_marker(["Rye keeps [2, 14].", "No [note] [1234] here", "See [3]."])
    assert highest == 14
    assert Links(highest).mark("https://a.example") == " [15]"
    assert highest_marker([]) == 0


def test_a_listing_is_set_in_and_never_wrapped() -> None:
    line = "oven --preheat --at 230 " * 5
    assert code(f"if hot:\n  {line}") == f"    if hot:\n      {line}"


def test_a_tables_columns_stand_below_each_other_whatever_their_script() -> None:
    assert table([["面包", "Days"], ["Rye", "7"], ["👩‍🍳", "12"]]).splitlines() == [
        "面包  Days",
        "----  ----",
        "Rye   7   ",
        "👩‍🍳    12  ",
    ]


def test_a_wide_table_is_told_row_by_row_with_its_columns_names() -> None:
    rows = [["Bread", "What it asks of the baker"], ["Rye", "a night of rest " * 5], ["White", ""]]
    told = table(rows)
    assert told.startswith("- Rye\n  What it asks of the baker: a night of rest")
    assert told.endswith("\n\n- White")
    assert max(map(len, told.splitlines())) <= WIDTH
    assert " ".join(told.split()).count("a night of rest") == 5


@given(
    st.lists(st.lists(st.text(st.characters(categories=["L", "N"]), max_size=40), min_size=1, max_size=5), min_size=1)
)
def test_a_table_keeps_every_cell(rows: list[list[str]]) -> None:
    told = "".join(table(rows).split())
    assert all("".join(cell.split()) in told for row in rows[1:] for cell in row)


def test_signs_that_are_seen_as_one_are_measured_as_one() -> None:
    assert underline("👩‍👩‍👧 ❤️ é").splitlines()[1] == "=" * 7


def test_tidy_leaves_one_empty_line_and_no_blanks_at_ends() -> None:
    assert tidy("\n\na  \n \n\n\nb\n\n") == "a\n\nb\n"


def test_a_long_text_without_blanks_takes_no_long_time() -> None:
    start = perf_counter()
    wrap("晚" * 40_000)
    assert perf_counter() - start < 10  # seconds; it took half a minute
