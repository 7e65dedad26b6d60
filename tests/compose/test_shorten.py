"""The four permitted repairs, and nothing beyond them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import language as languages
from pipeline.compose import shorten
from pipeline.compose.phrases import patterns_of

STANDING = [
    ("nl", "Met andere woorden: een emmer is een tuin.", None, "Een emmer is een tuin."),
    ("nl", "Compost werkt dus langzaam, maar zeker.", None, "Compost werkt langzaam, maar zeker."),
    ("nl", "Een stille bondgenoot die de grond losser maakt.", "Regenwormen", "Regenwormen: een stille bondgenoot die de grond losser maakt."),
    ("nl", "Brood rust graag [2]. Deeg ook (Bakker et al., 2019).", None, "Brood rust graag. Deeg ook."),
    ("en", "In other words, a bucket is a garden.", None, "A bucket is a garden."),
    ("en", "Compost, therefore, takes its time.", None, "Compost takes its time."),
    ("en", "A quiet ally that keeps the soil loose.", "Earthworms", "Earthworms: a quiet ally that keeps the soil loose."),
    ("de", "Mit anderen Worten: ein Eimer ist ein Garten.", None, "Ein Eimer ist ein Garten."),
    ("fr", "Autrement dit, un seau est un jardin.", None, "Un seau est un jardin."),
    ("en", "A loaf that cools on a rack stays crisp, and that is no accident.", None, "A loaf that cools on a rack stays crisp, and that is no accident."),
    ("sv", "Det tar tid.", None, "Det tar tid."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "point", "term", "expected"), STANDING)
def test_a_point_is_repaired_until_it_stands_alone(language: str, point: str, term: str | None, expected: str) -> None:
    standing = shorten.stand_alone(point, language, term=term)
    assert isinstance(standing, shorten.Standing)
    assert standing.text == expected
    assert bool(standing.repairs) == (point != expected)


LEANING = [
    ("nl", "Dit maakt de grond losser."),
    ("nl", "Hierdoor blijft het deeg soepel."),
    ("nl", "Het heeft vooral te maken met water."),
    ("nl", "Warm water doet precies het tegenovergestelde."),
    ("nl", "Daarom wordt kneden overschat."),
    ("nl", "Een stille bondgenoot die de grond losser maakt."),
    ("en", "This keeps the soil loose."),
    ("en", "It takes two days."),
    ("en", "Warm water does the opposite."),
    ("en", "Therefore nobody kneads."),
    ("de", "Dadurch bleibt der Teig weich."),
    ("fr", "Cela change tout."),
    ("en", "[1]"),
    ("sv", "…"),
]


@pytest.mark.parametrize(("language", "point"), LEANING)
def test_a_point_that_borrows_from_elsewhere_is_out(language: str, point: str) -> None:
    assert isinstance(shorten.stand_alone(point, language), shorten.Leaning)


def test_the_term_is_what_the_section_says_it_is_known_as() -> None:
    paragraphs = ["Slow dough is better.", "This is known as autolyse, and bakers swear by it."]
    assert shorten.term_of("A long heading about what bakers do", paragraphs, "en") == "Autolyse"


def test_a_short_heading_is_a_term_and_a_question_is_none() -> None:
    assert shorten.term_of("Leaf mould", [], "en") == "Leaf mould"
    assert shorten.term_of("What is mulch?", [], "en") is None


def test_shorter_versions_take_first_sentences_then_cut_a_consequence() -> None:
    point = "Dough that rests overnight has more taste, which makes it a favourite. Bakers know."
    assert list(shorten.shorter(point, "en")) == [
        point,
        "Dough that rests overnight has more taste, which makes it a favourite.",
        "Dough that rests overnight has more taste.",
    ]


WORDS = [
    "dough",
    "rests",
    "overnight",
    "bakers",
    "water",
    "bread",
    "often",
    "may",
    "not",
    "only",
    "in",
    "women",
    "some",
    "3",
    "which",
    "so",
    "that",
    "waardoor",
    "vooral",
    "tijdens",
    "kan",
    "niet",
    "bij",
    "deeg",
    "rust",
]


@given(
    st.lists(st.sampled_from([*WORDS, ", which", ", waardoor", ". "]), min_size=4, max_size=30),
    st.sampled_from(["en", "nl", "de", "fr"]),
)
def test_cutting_inside_a_sentence_never_removes_a_guarded_word(words: list[str], language: str) -> None:
    text = " ".join(words).replace(" ,", ",").replace(" .", ".")
    patterns = patterns_of(language)
    assert patterns
    sentence = next(iter(languages.sentences(text, language)), "")
    for version in shorten.shorter(text, language):
        kept = version.removesuffix(".")
        if len(kept) < len(sentence.removesuffix(".")):
            assert sentence.startswith(kept)
            assert not patterns.guarded.search(patterns.consequence.sub("", sentence[len(kept) :]))
