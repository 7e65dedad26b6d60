"""Names for files and addresses: short, safe on every system, and never twice the same for different titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.channels import folders
from pipeline.compose import names


def test_a_slug_is_short_and_whole() -> None:
    assert names.slug("Één tuin: zo begin je!") == "één-tuin-zo-begin-je"
    assert names.slug("E\u0301e\u0301n tuin") == "één-tuin"
    assert names.slug("a very long title that goes on and on and on", most=20) == "a-very-long-title"
    assert names.slug("💡") == ""


@pytest.mark.parametrize(
    "title", ["Как хлеб " * 12, "麵包需要時間" * 12, "パンを焼く" * 12, "रोटी को समय " * 9, "Bread " * 30]
)
def test_a_long_title_in_any_script_makes_a_name_of_at_most_60_bytes_and_a_mark(title: str) -> None:
    name, _, mark = names.file_name(title).rpartition("-")
    assert 30 < len(name.encode()) <= 60
    assert len(mark) == 6
    assert names.file_name(title) != names.file_name(title + " again")


@given(st.text(max_size=200))
def test_the_outbox_takes_every_name(title: str) -> None:
    assert folders.is_safe(f"cards/01-{names.file_name(title) or 'untitled'}-title.png")
