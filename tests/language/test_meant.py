"""“He says” is the one person told of before, and a surname alone its full name; where two fit it is nobody."""

from __future__ import annotations

import time

import pytest

from pipeline.language import meant, voices
from pipeline.model import KeyPoint, Section
from tests.factories import a_paragraph, an_article

SAID = "“Beans are patient and peas are not,” he says."
HER = SAID.replace("he says", "she says")


def who(before: str, point: str = SAID, *earlier: str, language: str = "en") -> str | None:
    """Whose words a key point is that stands right below the paragraphs."""
    blocks = tuple(map(a_paragraph, (*earlier, before)))
    last = KeyPoint(point, section=0, after=len(blocks))
    section = Section(None, blocks)
    return voices.of(an_article(language=language, lead=(), sections=(section,), key_points=(last,)), last)


@pytest.mark.parametrize(
    ("before", "point", "name"),
    [
        ("Dr Tom Bale thinks that beans need no water.", SAID, "Dr Tom Bale"),
        ("Nora Veld, 54, has sold beans on the market for thirty years.", HER, "Nora Veld"),
        ("Not everyone agrees. Tom Bale, a grower at Bean College, shakes his head.", SAID, "Tom Bale"),
        ("Tom Bale grows beans behind the station.", SAID, "Tom Bale"),
    ],
)
def test_he_is_the_one_person_told_of_right_before(before: str, point: str, name: str) -> None:
    assert who(before, point) == name


@pytest.mark.parametrize(
    ("language", "before", "point", "name"),
    [
        ("nl", "Nora van der Veld, planoloog, lacht.", "“Bonen hebben veel geduld”, zegt ze.", "Nora van der Veld"),
        ("de", "Gärtnerin Nora Feld aus Unterach lacht.", "„Bohnen haben viel Geduld“, sagt sie.", "Nora Feld"),
        ("fr", "Nora Petit, maraîchère, rit.", "« Les fèves sont très patientes », dit-elle.", "Nora Petit"),
        ("es", "Nora Ruiz, hortelana, se ríe.", "«Las judías tienen paciencia», dice ella.", "Nora Ruiz"),
        ("it", "Nora Neri, contadina, ride.", "«I fagioli sono molto pazienti», dice lei.", "Nora Neri"),
    ],
)
def test_so_it_is_in_other_languages(language: str, before: str, point: str, name: str) -> None:
    assert who(before, point, language=language) == name


@pytest.mark.parametrize(
    "before",
    [
        "Beans climb.",
        "Dr Tom Bale met Prof. Ott.",
        "Tom Bale, a grower, met Max Ott there.",
        "Nora Veld, 54, sells beans with her brother.",
        "My neighbour disagrees.",
        "Mrs Veld shakes her head.",
        "Bean College, a school, is behind the station.",
    ],
)
def test_where_no_one_fits_it_is_nobody(before: str) -> None:
    assert who(before) == ""


def test_the_paragraph_before_that_counts_where_the_last_tells_of_nobody() -> None:
    assert who("Beans climb.", SAID, "Dr Tom Bale thinks so.") == "Dr Tom Bale"
    assert who("My neighbour climbs.", SAID, "Dr Tom Bale thinks so.") == ""
    assert who("Beans climb.", SAID, "Dr Tom Bale thinks so.", "Peas climb.") == ""


def test_a_heading_ends_what_stands_before() -> None:
    for heading, name in ((None, "Dr Tom Bale"), ("On peas", "")):
        point = KeyPoint(SAID, section=1, after=0)
        sections = (Section(None, (a_paragraph("Dr Tom Bale thinks so."),)), Section(heading, (a_paragraph("Peas."),)))
        article = an_article(language="en", lead=(), sections=sections, key_points=(point,))
        assert voices.of(article, point) == name


def test_who_is_named_in_the_key_point_itself_is_meant() -> None:
    assert who("Dr Ott agrees.", f"Dr Tom Bale shakes his head: {SAID}") == "Dr Tom Bale"


def test_a_surname_alone_is_the_full_name_of_the_article() -> None:
    point = "“Beans are patient and peas are not,” says Veld."
    assert who("Nora Veld, a grower, waits.", point) == "Nora Veld"
    assert who("Nora Veld, a grower, waits with Joris Veld, a baker.", point) == "Veld"
    assert who("Beans climb.", point) == "Veld"


def test_the_name_stands_below_what_gives_none_or_less_of_it() -> None:
    def credit(point: str, **changes: object) -> str:
        last = KeyPoint(point, section=0, after=1)
        section = Section(None, (a_paragraph("Tom Bale, a grower, waits."),))
        article = an_article(language="en", lead=(), sections=(section,), key_points=(last,), **changes)
        return voices.credit(article, last)

    assert credit(SAID) == "Tom Bale"
    assert credit(SAID.replace("he says", "says Bale")) == "Tom Bale"
    assert credit(SAID.replace("he says", "says Tom Bale")) == ""
    assert credit(SAID, notices=("All names were changed.",)) == ""


@pytest.mark.parametrize("text", ["Nora Veld ", "says he ", "Tom Bale, a ", "A b ", "Dr "])
def test_long_paragraphs_are_read_quickly(text: str) -> None:
    started = time.process_time()
    for _ in range(10):
        meant.by_pronoun("“Beans,” he says.", [text * (5_000 // len(text))], "en")
    assert time.process_time() - started < 3
