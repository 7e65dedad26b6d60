from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose import fitting, lines
from pipeline.compose.lines import Box
from tests.compose.test_lines import WORDS, a_box, in_ems

LONG_WORDS = st.lists(st.text("abcdefgh", min_size=3, max_size=9), min_size=1, max_size=14)  # none leans on the next


def broken(text: str, **box: float) -> list[str]:
    fitted = fitting.fit(text, a_box(**box), in_ems)  # type: ignore[arg-type]
    assert fitted is not None
    return fitted[1]


@given(WORDS)
def test_lines_hold_the_text_and_end_at_spaces(words: list[str]) -> None:
    fitted = fitting.fit(" ".join(words), a_box(), in_ems)
    assert fitted is not None
    assert " ".join(fitted[1]).split(" ") == words


@given(WORDS)
def test_no_line_is_wider_and_no_block_higher_than_its_box(words: list[str]) -> None:
    box = a_box()
    fitted = fitting.fit(" ".join(words), box, in_ems)
    assert fitted is not None
    size, broken = fitted
    assert max(in_ems(line, size) for line in broken) <= box.width
    assert size * (1 + (len(broken) - 1) * lines.LEADING) <= box.height


@given(LONG_WORDS)
def test_no_other_breaks_into_as_many_lines_are_more_even(words: list[str]) -> None:
    box = a_box()
    fitted = fitting.fit(" ".join(words), box, in_ems)
    assert fitted is not None
    size, broken = fitted

    def room_left(candidate: list[str]) -> float:
        rooms = [box.width - in_ems(line, size) for line in candidate]
        return sum(room**2 for room in rooms) if min(rooms) >= 0 else float("inf")

    others = (
        [" ".join(words[start:end]) for start, end in zip((0, *ends), (*ends, len(words)), strict=True)]
        for ends in combinations(range(1, len(words)), len(broken) - 1)
    )
    assert room_left(broken) <= min(room_left(other) for other in others) + 1e-6


@given(WORDS)
def test_a_size_a_fifth_larger_would_not_fit(words: list[str]) -> None:
    box = a_box()
    fitted = fitting.fit(" ".join(words), box, in_ems)
    assert fitted is not None
    size = int(fitted[0] * 1.2)
    if size <= box.largest:
        larger = Box(0, 0, box.width, box.height, size, size, 400)
        assert fitting.fit(" ".join(words), larger, in_ems) is None


def test_a_line_rather_ends_where_a_sentence_or_a_clause_does() -> None:
    assert broken("Two days later? Still as fresh", width=600, largest=80) == ["Two days later?", "Still as fresh"]
    assert broken("Dough likes warmth, time and rest", width=720, height=200)[0] == "Dough likes warmth,"


def test_a_small_word_and_a_number_go_with_what_follows() -> None:
    assert broken("Grass does not grow by a pull", width=560, largest=80)[0] == "Grass does not"
    assert not any(
        line.endswith(("20", " a", "½")) for line in broken("Bread takes 20 grams and a pinch, ½ spoon salt")
    )


def test_a_last_line_of_one_short_word_is_avoided_for_a_little_smaller_letters() -> None:
    assert len(broken("A loaf that rests keeps fresh for days", width=520, largest=60)[-1].split()) > 1


def test_a_long_text_is_laid_out_in_linear_time() -> None:
    asked: list[str] = []

    def measure(text: str, size: int) -> float:
        asked.append(text)
        return in_ems(text, size)

    fitting.fit("word " * 4000, a_box(), measure)
    assert len(asked) < 20 * 4000


def test_what_is_too_long_at_the_smallest_size_does_not_fit() -> None:
    assert fitting.fit("word " * 200, a_box(), in_ems) is None


def test_a_word_wider_than_the_box_does_not_fit() -> None:
    assert fitting.fit("a" * 41, a_box(), in_ems) is None
    assert lines.widest("so " + "a" * 41, 20, in_ems) == ("a" * 41, 410)


def test_as_many_characters_fit_as_are_promised() -> None:
    text, box = "seven letters " * 40, a_box()
    room = fitting.room(text, box, in_ems)
    assert 0 < room < len(text)
    assert fitting.fit(text[:room], box, in_ems) is not None
    assert fitting.fit(text[: room + len(" seven letters")], box, in_ems) is None
