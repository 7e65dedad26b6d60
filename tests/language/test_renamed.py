"""Portuguese too, and in company; the wording of each language is tested where notices are read."""

from __future__ import annotations

import time

import pytest

from pipeline.language.renamed import says_names_changed, says_renamed


@pytest.mark.parametrize(
    "text",
    [
        "Os nomes foram alterados.",
        "She bakes. Her name has been changed.",
        "Note: names changed.",
        "Names of teachers and towns were changed.",
        "The names have all been changed.",
        "De namen in dit verhaal zijn fictief.",
    ],
)
def test_a_sentence_is_enough(text: str) -> None:
    assert says_renamed(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Names matter. Times have changed.",
        "He told me over a second cup that at the registry all names had been changed.",
        "The names of towns were changed.",
        "“The names were changed,” she said.",
    ],
)
def test_what_tells_of_names_alone_is_not(text: str) -> None:
    assert not says_renamed(text)


@pytest.mark.parametrize("text", ["Their names have since been changed.", "Namen: alle gewijzigd."])
def test_of_a_notice_less_is_enough(text: str) -> None:
    assert says_names_changed(text)
    assert not says_renamed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Meneer Veld heet in het echt anders.",
        "*Uit onze keuken. Nora heet in werkelijkheid anders.*",
        "Nora en Joris heten eigenlijk anders.",
        "Om privacyredenen heet mevrouw Veld hier anders dan in het echt.",
        "In het echt heet Nora anders.",
        "De vrouw in dit stuk heet in het echt anders.",
        "Mr Veld is called something else in real life.",
        "In real life Nora is called something else.",
        "Nora goes by another name in real life.",
        "Nora isn't called that in real life.",
        "Frau Feld heißt eigentlich anders.",
        "In Wirklichkeit heißt Nora anders.",
        "Nora heißt im echten Leben anders.",
        "Nora s'appelle autrement en réalité.",
        "En réalité, Mme Petit s'appelle autrement.",
        "Nora porte un autre prénom dans la vraie vie.",
        "En realidad, Nora se llama de otra manera.",
        "Nora se llama en realidad de otro modo.",
        "In realtà Nora si chiama in un altro modo.",
        "Nora si chiama diversamente nella realtà.",
    ],
)
def test_who_is_called_something_else_in_truth_is_renamed(text: str) -> None:
    assert says_renamed(text)


@pytest.mark.parametrize(
    "text",
    [
        "De straat heet eigenlijk anders.",
        "Het gerecht heet in werkelijkheid anders.",
        "Nora heet nu anders.",
        "Nora doet het eigenlijk anders dan wij het noemen.",
        "The dish is really called something else.",
        "This bean goes by another name in reality.",
        "In real life Nora is busy.",
        "Das Gericht heißt eigentlich anders als man denkt.",
        "Le plat s'appelle autrement en réalité.",
        "El plato se llama en realidad de otra manera.",
        "Il piatto in realtà si chiama in un altro modo.",
        "« Il s'appelle autrement en réalité », dit-elle.",
    ],
)
def test_a_thing_that_is_called_something_else_is_none(text: str) -> None:
    assert not says_renamed(text)


@pytest.mark.parametrize("text", ["heet ", "in het echt ", "called has in real life ", "s'appelle "])
def test_long_sentences_are_read_quickly(text: str) -> None:
    started = time.process_time()
    says_renamed(text * 20_000)
    assert time.process_time() - started < 2
