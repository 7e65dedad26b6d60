"""A summary's shorter line resembles the thought it sums up; another thought about the same thing does not."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import likeness
from pipeline.language.likeness import resemble

TWINS = [
    (
        "en",
        "Feed the starter before you go to bed. It works while you sleep.",
        "Starters are fed at bedtime, before bed.",
    ),
    ("en", "Salt the dough last. Not with the water.", "Salting dough comes last."),
    ("nl", "Een emmer bij de achterdeur is genoeg om te beginnen.", "Begin klein, met een emmer."),
    ("nl", "Koop gereedschap dat u elke maand gebruikt, en leen de rest.", "Leen wat u niet elke maand bruikt."),
    ("de", "Ein Eimer an der Tür reicht für den Anfang.", "Fangt klein an, mit einem Eimer."),
    ("fr", "Arrosez le soir. La terre garde l'eau pendant la nuit.", "La terre garde mieux l'eau la nuit."),
    ("es", "Siembre los tomates en marzo, dentro de casa.", "Los tomates se siembran en marzo."),
    ("it", "Il pane riposa una notte intera al fresco.", "Il riposo del pane: una notte."),
]
OTHERS = [
    ("en", "Oil keeps the chain quiet.", "Clean the gears on a dry day."),
    ("en", "Salt the dough last.", "Salt keeps."),
    ("de", "Was man selten braucht, muss man nicht kaufen.", "Verleiht, was selten kaputtgeht und robust ist."),
    ("nl", "We ondersteunen u onder meer zo.", "Onderzoek laat zien dat brood rijst."),
    ("en", "Dry bread makes good soup on cold evenings.", "Good bread wants patience, flour, warmth."),  # two of five
    ("en", "Salt!", "Salt keeps bread fresh."),
    ("mt", "Il-ħobż ikun lest għada filgħodu.", "Il-ħobż ikun lest għada filgħodu."),
    ("en", "", ""),
]


@pytest.mark.parametrize(("language", "one", "other"), TWINS)
def test_a_summary_resembles_what_it_sums_up_both_ways(language: str, one: str, other: str) -> None:
    assert resemble(one, other, language)
    assert resemble(other, one, language)


@pytest.mark.parametrize(("language", "one", "other"), OTHERS)
def test_another_thought_does_not(language: str, one: str, other: str) -> None:
    assert not resemble(one, other, language)


def test_thoughts_of_one_kitchen_differ() -> None:
    thoughts = [one for language, one, _ in TWINS if language == "en"]
    assert [pair for pair in itertools.combinations(thoughts, 2) if resemble(*pair, "en")] == []


def test_what_both_are_about_makes_no_thoughts_alike() -> None:
    one, other = "Night shifts change the clock.", "A night shift is long."
    assert resemble(one, other, "en")
    assert not resemble(one, other, "en", subject="What the night shift taught me")


def test_a_hundred_long_thoughts_are_compared_quickly() -> None:
    texts = [
        f"Loaf number {'a' * (number % 7)}x{number} rests in a warm kitchen before dawn breaks over town."
        for number in range(60)
    ]
    started = time.process_time()
    for one, other in itertools.combinations(texts, 2):
        resemble(one, other, "en")
    assert time.process_time() - started < 5


WORDS = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "ge", "an", "auf", "ver", "op", "voor"]),
        st.sampled_from(["brau", "brauch", "fang", "bakk", "bakken", "rust"]),
        st.sampled_from(["", "e", "en", "t", "stig"]),
    ),
)


@given(WORDS, WORDS, st.sampled_from(["de", "nl", "en"]))
def test_forms_of_one_word_have_a_beginning_in_common(one: str, other: str, language: str) -> None:
    if likeness._kin(one, other, language):
        assert likeness._beginnings((one,), language) & likeness._beginnings((other,), language)
