"""Words of substance tell what a text is about."""

from __future__ import annotations

from pipeline.language.substance import substance


def test_long_words_that_are_no_function_words_have_substance_each_once() -> None:
    assert substance("With what do BEANS grow? Beans grow with rain of 2019.", "en-GB") == (
        "beans",
        "grow",
        "rain",
        "2019",
    )


def test_without_a_language_every_long_word_counts() -> None:
    assert (
        substance("With what do beans grow?")
        == substance("With what do beans grow?", "tlh")
        == ("with", "what", "beans", "grow")
    )
