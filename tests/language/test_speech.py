"""What others say in an article is known by marks and by who says so; the author's own words are none of it."""

from __future__ import annotations

import time

import pytest

from pipeline.language import speech
from pipeline.model import Block, Section
from tests.factories import a_paragraph, an_article


def a_quote(text: str) -> Block:
    return Block("quote", text, text)


def said(*blocks: Block) -> list[tuple[str, str]]:
    article = an_article(lead=(), sections=(Section(None, blocks),), key_points=())
    return [(one.words, one.speaker) for one in speech.of(article)]


SPOKEN = [
    ("“Beans are patient,” says gardener Nora Veld. She laughs.", "Beans are patient,", "Nora Veld"),
    ("Nora Veld, who runs the shed, told me: “Beans are patient.”", "Beans are patient.", "Nora Veld"),
    ("'Bonen hebben geduld,' zegt Nora van der Veld.", "Bonen hebben geduld,", "Nora van der Veld"),
    ("‘Bonen hebben ’s nachts geduld’, zegt tuinman Joris.", "Bonen hebben ’s nachts geduld", "Joris"),
    ("Volgens Nora is dat logisch. 'Bonen hebben geduld.'", "Bonen hebben geduld.", "Nora"),
    ("„Bohnen haben Geduld“, sagt Nora Feld.", "Bohnen haben Geduld", "Nora Feld"),
    ("»Bohnen haben Geduld«, erklärt die Gärtnerin Nora.", "Bohnen haben Geduld", "Nora"),
    ("« Les haricots sont patients », explique Nora.", " Les haricots sont patients ", "Nora"),
    ("«Las judías tienen paciencia», dice Nora.", "Las judías tienen paciencia", "Nora"),
    ("«I fagioli sono pazienti», spiega Nora.", "I fagioli sono pazienti", "Nora"),
    ('"Beans are patient," she says.', "Beans are patient,", ""),
    ("'Bonen hebben geduld,' zegt ze.", "Bonen hebben geduld,", ""),
    ("She says: “Beans are patient.”", "Beans are patient.", ""),
    ("Hij zegt: 'Bonen hebben geduld.'", "Bonen hebben geduld.", ""),
    ("He said “Beans are patient” to Nora Veld.", "Beans are patient", ""),
]


def test_what_a_clause_of_saying_parts_is_one_and_what_a_sentence_parts_is_two() -> None:
    beans, peas = "Beans are patient,", "and peas are not."
    assert (f"{beans} {peas}", "Nora Veld") in said(a_paragraph(f"“{beans}” noted Nora Veld, “{peas}”"))
    assert said(a_paragraph(f"“{beans}” noted Nora Veld. “{peas}”")) == [(beans, "Nora Veld"), (peas, "Nora Veld")]
    assert said(a_paragraph(f"“{beans}” and “{peas}” is what Nora Veld says.")) == [
        (beans, "Nora Veld"),
        (peas, "Nora Veld"),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“Beans are patient,” says Dr. Nora Veld of the nursery.", "Dr. Nora Veld"),
        ("“Beans are patient,” says Mrs. Veld.", "Mrs. Veld"),
        ("“Beans are patient,” says Mrs Veld.", "Mrs Veld"),
        ("“Beans are patient,” says Prof. Dr. N. Veld.", "Prof. Dr. N. Veld"),
        ("„Bohnen haben Geduld“, sagt Geschäftsführerin Dr. Nora Feld.", "Dr. Nora Feld"),
        ("„Bohnen haben Geduld“, so Gärtnerin Nora Feld.", "Nora Feld"),
        ("„Bohnen haben Geduld“, sagt Bürgermeister Tom Bahl.", "Tom Bahl"),
        ("„Bohnen haben Geduld“, sagt Martin Feld.", "Martin Feld"),
        ("„Bohnen haben Geduld“, sagt Dr. Nora Feld von der Gärtnerei.", "Dr. Nora Feld"),
        ("„Bohnen haben Geduld“, sagt Nora von der Heide.", "Nora von der Heide"),
        ("« Les haricots sont patients », raconte la présidente, Solange Petit.", "Solange Petit"),
        ("« Les haricots sont patients », a dit Mme Petit.", "Mme Petit"),
        ("“Bonen hebben geduld”, aldus mevrouw Veld.", "Veld"),
    ],
)
def test_titles_belong_to_names_and_functions_do_not(text: str, who: str) -> None:
    assert {speaker for _, speaker in said(a_paragraph(text))} == {who}


PAST_AND_PRESENT = {
    "en": (
        "writes wrote notes noted adds added argues argued replies replied asks asked",
        "“Beans are patient,” {} Nora.",
    ),
    "nl": (
        "schrijft schreef noteert noteerde antwoordt antwoordde meent meende vindt vond",
        "“Beans are patient”, {} Nora.",
    ),
    "de": ("schreibt schrieb notiert notierte fragt fragte meint meinte findet fand", "„Beans are patient“, {} Nora."),
    "fr": (
        "écrit écrivit écrivait nota ajoute ajouta répond répondit déclare déclara",
        "« Beans are patient », {} Nora.",
    ),
    "es": ("escribe escribió anota anotó añade añadió responde respondió afirmó", "«Beans are patient», {} Nora."),
    "it": ("scrive scrisse annota annotò aggiunge aggiunse risponde rispose osservò", "«Beans are patient», {} Nora."),
}
VERBS = [(verb, text) for verbs, text in PAST_AND_PRESENT.values() for verb in verbs.split()]


@pytest.mark.parametrize(("verb", "text"), VERBS)
def test_one_says_in_the_present_and_in_the_past(verb: str, text: str) -> None:
    assert [who for _, who in said(a_paragraph(text.format(verb)))] == ["Nora"]


@pytest.mark.parametrize("text", ["We said: “Beans are patient.”", "Ik zei: 'Bonen hebben geduld.'"])
def test_what_authors_say_themselves_is_nobody_elses(text: str) -> None:
    assert said(a_paragraph(text)) == []


@pytest.mark.parametrize(("text", "words", "who"), SPOKEN)
def test_words_between_marks_are_those_of_who_says_them(text: str, words: str, who: str) -> None:
    assert said(a_paragraph(text)) == [(words.strip(), who)]


@pytest.mark.parametrize(
    "text",
    [
        "“Beans are patient,” I said, and went in.",
        "Some call this “slow gardening”, and it is.",
        "'Bonen hebben geduld,' zei ik.",
        "In 's winters zegt Nora niets, en 's zomers ook niet.",
        "Nora says that beans are patient.",
    ],
)
def test_other_words_are_nobodys(text: str) -> None:
    assert said(a_paragraph(text)) == []


@pytest.mark.parametrize("text", ["“Beans are patient.” — Nora Veld", "Beans are patient. – Nora Veld, gardener"])
def test_a_quote_is_signed(text: str) -> None:
    assert said(a_quote(text)) == [("Beans are patient.", "Nora Veld")]


def test_a_quote_may_be_introduced() -> None:
    assert said(a_paragraph("This is what Nora says:"), a_quote("Beans are patient.")) == [
        ("Beans are patient.", "Nora")
    ]


def test_a_quote_without_a_name_is_nobodys() -> None:
    assert said(a_quote("Beans are patient.")) == []


def test_a_quote_that_repeats_the_author_is_none() -> None:
    pulled = a_quote("Beans are patient. Peas are not. — Nora Veld")
    assert said(a_paragraph("Beans are patient. So am I."), pulled) == [("Peas are not.", "Nora Veld")]


def test_one_that_repeats_the_author_over_two_lines_is_none() -> None:
    assert said(a_paragraph("Beans are patient."), a_quote("Beans are\npatient. — Nora Veld")) == []


def test_one_that_repeats_what_somebody_says_is_theirs() -> None:
    spoken = a_paragraph("“Beans are patient,” says Nora Veld.")
    assert ("Beans are patient.", "Nora Veld") in said(spoken, a_quote("Beans are patient. — Nora Veld"))


@pytest.mark.parametrize("text", ["'a ", '"a ', "“a ", "‘a’b ", "says a b c ", "Nora van der ", "Volgens een "])
def test_long_articles_are_read_quickly(text: str) -> None:
    started = time.process_time()
    said(*[a_paragraph(text * (4_900 // len(text)))] * 20)
    assert time.process_time() - started < 3
