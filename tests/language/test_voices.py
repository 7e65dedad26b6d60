"""A key point is its author's, unless somebody in the article says so, or it is a quotation."""

from __future__ import annotations

import time

import pytest

from pipeline.language import voices
from pipeline.model import Article, Block, KeyPoint, Section
from tests.factories import a_paragraph, an_article


def told(point: str, *texts: str, language: str = "en", **changes: object) -> str | None:
    """Whose words a key point below `texts` is."""
    return voices.of(*below(point, *texts, language=language, **changes))


def below(point: str, *texts: str, language: str = "en", **changes: object) -> tuple[Article, KeyPoint]:
    last = KeyPoint(point, section=0, after=len(texts))
    section = Section(None, tuple(map(a_paragraph, texts)))
    return an_article(language=language, lead=(), sections=(section,), key_points=(last,), **changes), last


INTERRUPTED = [
    ("en", "“Beans keep the wind out,” noted Mrs. Tilda Smith, “and the mice in.”", "Mrs. Tilda Smith"),
    ("en", '"Beans keep the wind out," wrote my neighbour to the paper, "and the mice in."', ""),
    ("en", "‘Beans keep the wind out,’ the farmer Tom Bale wrote in 1951, ‘and the mice in.’", "Tom Bale"),
    ("nl", "“Beans keep the wind out”, noteerde tuinman Joris, “and the mice in.”", "Joris"),
    ("de", "„Beans keep the wind out“, schrieb der Bauer Tom Bahl, „and the mice in.“", "Tom Bahl"),
    ("de", "»Beans keep the wind out«, notierte Nora Feld, »and the mice in.«", "Nora Feld"),
    ("fr", "« Beans keep the wind out », nota M. Petit, « and the mice in. »", "M. Petit"),
    ("fr", "« Beans keep the wind out, écrivit Nora Petit, and the mice in. »", "Nora Petit"),
    ("es", "«Beans keep the wind out», escribió Nora Ruiz, «and the mice in».", "Nora Ruiz"),
    ("es", "«Beans keep the wind out —dijo Nora Ruiz— and the mice in».", "Nora Ruiz"),
    ("it", "«Beans keep the wind out», annotò Nora Neri, «and the mice in».", "Nora Neri"),
]


@pytest.mark.parametrize(("language", "text", "who"), INTERRUPTED)
def test_a_quotation_that_a_clause_interrupts_is_one(language: str, text: str, who: str) -> None:
    assert told("Beans keep the wind out and the mice in.", text, language=language) == who


@pytest.mark.parametrize(
    "text",
    [
        "“Beans keep the wind out,” I noted, “and the mice in.”",
        "“Beans keep the wind out” stands on one sign, “and the mice in” on another.",
        "Beans keep the wind out and the mice in.",
    ],
)
def test_what_nobody_said_in_one_breath_is_the_authors(text: str) -> None:
    assert told("Beans keep the wind out and the mice in.", text) is None


def test_a_thought_that_begins_with_somebodys_words_is_theirs() -> None:
    text = "From that palm Goethe drew his idea. “All is leaf,” he noted. Roots are not."
    assert told("All is leaf: each part of a plant is another in other clothes.", text) == ""
    assert told("All is leafy in May, and beans climb.", text) is None


def test_a_key_point_that_says_who_speaks_is_theirs() -> None:
    assert told("“Beans are patient and slow,” says Nora Veld.") == "Nora Veld"
    assert told("Nothing says “I am very fond of beans” like a row of them.") is None
    assert told("Nora Veld grows beans behind the station.") is None


QUOTED = "“Beans are patient and peas are not.”"


def test_a_quotation_is_told_by_whoever_says_so() -> None:
    assert told(QUOTED, "“Beans are patient and peas are not,” says Nora Veld.") == "Nora Veld"


def test_he_is_the_one_person_of_the_paragraph() -> None:
    text = "M. Petit, qui a 81 ans, n'est pas d'accord. « Les vieilles pommes sont bonnes », dit-il en riant."
    point = "« Les vieilles pommes sont bonnes. »"
    assert told(point, text, language="fr") == "M. Petit"
    assert told(point, f"Mme Roux, elle, écoute. {text}", language="fr") == ""
    assert told(point, text.replace("dit-il", "dit un voisin"), language="fr") == ""


def test_a_quotation_of_nobody_is_somebodys() -> None:
    assert told(QUOTED, "Beans climb.") == ""
    assert told(QUOTED, "A letter has it: “Beans are patient and peas are not.”") == ""


def test_authors_may_quote_themselves() -> None:
    assert told(QUOTED, "Beans are patient and peas are not. So am I.") is None


@pytest.mark.parametrize("name", ["“No Mow May”", "“Slow beans”", "The sign “Keep off the beans” helps nobody."])
def test_a_name_between_marks_is_no_quotation(name: str) -> None:
    assert told(name, "Beans climb.") is None


INTERVIEW = (
    "Nora Veld (47) grows beans.",
    "Q: Why beans?",
    "A: We sowed forty rows, and they needed no water in August.",
)


def test_what_sums_up_an_answer_is_whose_answer_it_is() -> None:
    assert told("Forty rows of beans needed no water.", *INTERVIEW) == "Nora Veld"
    assert told("“Our beans needed nothing at all.”", *INTERVIEW) == "Nora Veld"
    assert told("“Beans ask for very little.”", *INTERVIEW) == "Nora Veld"
    assert told("A: We sowed forty rows.", *INTERVIEW) == "Nora Veld"
    assert told("Peas climb whatever stands beside them.", *INTERVIEW) is None


def test_of_two_who_answer_it_is_the_last_before_the_key_point() -> None:
    both = "Nora Veld (47) and Joris Bale (50) grow beans."
    first = "Moes: Why do you grow beans?", "Nora: I like them.", "Joris: I like how they climb."
    then = "Moes: And do you water them?", "Nora: I never did.", "Joris: I watered forty rows in August."
    assert told("Forty rows wanted water in August.", both, *first, *then) == "Joris Bale"


def test_below_what_the_author_says_after_an_interview_it_is_the_authors() -> None:
    article, _ = below("Peas climb.", *INTERVIEW)
    later = Section("Peas", (a_paragraph("Peas climb whatever stands beside them, in any August."),))
    point = KeyPoint("Peas climb whatever stands beside them.", section=1, after=1)
    assert voices.of(an_article(lead=(), sections=(*article.sections, later), key_points=(point,)), point) is None


@pytest.mark.parametrize("signs", ["★ ★ ★ ★ ☆", "— — — —", "* * * * *"])
def test_signs_alone_are_nobodys_words(signs: str) -> None:
    assert told(signs, "Beans are patient.") is None
    assert told(signs, "“Beans are patient and peas are not,” says Nora Veld.") is None


def test_a_key_point_as_long_as_an_article_is_read_quickly() -> None:
    started = time.process_time()
    told("Beans, peas: " * 2_000, "“Beans are patient and peas are not,” says Nora Veld.")
    assert time.process_time() - started < 3


def test_whose_name_was_changed_is_not_named_below_a_quotation() -> None:
    text = "“Beans are patient and peas are not,” says Nora Veld."
    assert voices.credit(*below(QUOTED, text)) == "Nora Veld"
    assert voices.credit(*below(QUOTED, text, notices=("All names were changed.",))) == ""
    assert voices.credit(*below(QUOTED[1:-1], text)) == ""


def test_a_quote_is_its_signers() -> None:
    quote = Block("quote", "Beans are patient and peas are not. — Nora Veld", "")
    point = KeyPoint(QUOTED)
    assert voices.of(an_article(lead=(quote,), sections=(), key_points=(point,)), point) == "Nora Veld"
