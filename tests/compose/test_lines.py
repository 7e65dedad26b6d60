from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose import lines
from pipeline.compose.lines import Box


def in_ems(text: str, size: int) -> float:
    """Every character half a size wide."""
    return len(text) * size / 2


def a_box(width: float = 400, height: float = 300, largest: int = 80, smallest: int = 20) -> Box:
    return Box(0, 0, width, height, largest, smallest, 400)


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=14)


def test_no_line_starts_with_an_emoji() -> None:
    assert lines.pieces("Feed it 🌾, warm it 🔥 now")[1].text == "it 🌾,"
    assert "it 🔥" in [piece.text for piece in lines.pieces("Feed it 🌾, warm it 🔥 now")]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("one – two — three", ["one –", "two —", "three"]),
        ("« bon » dit-il !", ["« bon »", "dit-il !"]),
        ("word—word", ["word—", "word"]),
        ("wait—” she", ["wait—”", "she"]),
        ("stress-related and/or km/h e-mail", ["stress-", "related", "and/or", "km/h", "e-mail"]),
        ("https://bakery.example/bread", ["https://bakery.example/", "bread"]),
        ("ten\u00a0km far", ["ten\u00a0km", "far"]),
        ("東京は「大阪」へ。", ["東", "京", "は", "「大", "阪」", "へ。"]),
        ("スーパーへ", ["スー", "パー", "へ"]),
        ("so\u200blong", ["so", "long"]),
    ],
)
def test_lines_end_where_printers_end_them(text: str, pieces: list[str]) -> None:
    assert [piece.text for piece in lines.pieces(text)] == pieces


def test_a_title_too_long_for_its_line_ends_in_an_ellipsis_after_a_word() -> None:
    box = a_box(width=100, largest=20)
    assert lines.shortened("six to ten", box, in_ems) == "six to ten"
    assert lines.shortened("seven, to eleven", box, in_ems) == "seven, to…"
    assert lines.shortened("seven, eleven", box, in_ems) == "seven…"


@given(WORDS, st.integers(10, 400))
def test_a_shortened_line_is_as_long_as_can_be(words: list[str], width: int) -> None:
    text, box = " ".join(words), a_box(width=width, largest=20)
    starts = [text, *(" ".join(words[:count]) + "…" for count in range(len(words) - 1, 0, -1))]
    fitting = (start for start in starts if in_ems(start, 20) <= width)
    assert lines.shortened(text, box, in_ems) == next(fitting, "")


def test_a_long_title_is_measured_a_few_times_only() -> None:
    asked: list[str] = []

    def measure(text: str, size: int) -> float:
        asked.append(text)
        return in_ems(text, size)

    assert lines.shortened("word " * 2000, a_box(), measure).endswith("…")
    assert len(asked) < 20


def test_text_is_cleaned_of_what_cannot_be_seen() -> None:
    assert lines.clean(" a\x00b\u202ec\n\u2028 d\ud800\ufffe ") == "abc d"
    assert lines.clean("e\u0301 10\u00a0km 👩\u200d🚀") == "é 10\u00a0km 👩\u200d🚀"


@pytest.mark.parametrize(
    ("text", "expected"), [("12 שלום", True), ("“مرحبا”", True), ("Hi שלום", False), ("12", False)]
)
def test_the_first_letter_with_a_direction_decides(text: str, expected: bool) -> None:
    assert lines.reads_right_to_left(text) is expected
