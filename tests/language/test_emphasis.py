"""An accent that only stresses hides no word, and one that makes another word stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.emphasis import composed, unstressed


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Dit is óók écht ÁLLES", "Dit is ook echt ALLES"),
        ("nl-BE", "óók", "ook"),
        ("nl", "bi\u0301j\u0301", "bij"),
        ("nl", "patiënten, één scène, Curaçao", "patiënten, een scène, Curaçao"),
        ("nl", "genees\u00adkrachtig", "geneeskrachtig"),
        ("es", "papá no es papa", "papá no es papa"),
        ("fr", "gue\u0301rit", "guérit"),
        ("en", "a café", "a café"),
    ],
)
def test_dutch_stress_is_taken_off_and_nothing_else(language: str, text: str, expected: str) -> None:
    assert unstressed(text, language) == expected


@given(st.text(), st.sampled_from(["nl", "en", "fr"]))
def test_places_stay_where_they_are(text: str, language: str) -> None:
    assert len(unstressed(text, language)) == len(composed(text))
    assert unstressed(unicodedata.normalize("NFD", text), language) == unstressed(text, language)
