from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.describing import described


@pytest.mark.parametrize(
    ("alt", "most", "told"),
    [
        ("A paper bag.", 12, "A paper bag."),
        ("A paper bag keeps the crust crisp.", 20, "A paper bag keeps…"),
        ("A paper bag, keeps", 14, "A paper bag…"),
        ("Rest. Feed it daily. Then bake it hot.", 30, "Rest. Feed it daily. …"),
        ("Rest. Feed it daily and keep it warm.", 30, "Rest. Feed it daily and keep…"),
        ("麵團靜置一夜。味道更好了。", 12, "麵團靜置一夜。 …"),
        ("a" * 30, 10, "aaaaaaaa…"),
        ("Bake👩\u200d🍳bread", 8, "Bake…"),
    ],
)
def test_words_for_a_picture_are_cut_after_a_sentence_or_a_word(alt: str, most: int, told: str) -> None:
    assert described(alt, most) == told


@given(st.text("ab. 👩\u200d🍳🏽é", max_size=60), st.integers(4, 40))
def test_words_for_a_picture_are_never_longer_and_never_torn(alt: str, most: int) -> None:
    told = described(alt, most)
    assert len(told) <= most
    kept = told.removesuffix("…").rstrip()
    assert alt.startswith(kept)
    assert told == alt or "".join(regex.findall(r"\X", alt)[: len(regex.findall(r"\X", kept))]) == kept
