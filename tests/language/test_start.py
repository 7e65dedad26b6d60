"""A text is named by how it begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.start import start_of


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Beans", "Beans"),
        ("Beans are\npatient.", "Beans are patient."),  # as long as may be
        ("Beans are very patient.", "Beans are very …"),
        ("豆は忍耐強いものです。急がば回れ。本当に。", "豆は忍耐強いものです。急がば回れ。本 …"),
    ],
)
def test_a_text_is_named_by_its_first_words_on_one_line(text: str, start: str) -> None:
    assert start_of(text, 18) == start


@given(st.text(), st.integers(2, 40))
def test_a_name_is_never_longer_than_asked(text: str, most: int) -> None:
    named = start_of(text, most)
    assert len(named.removesuffix(" …")) <= most
    assert "\n" not in named
