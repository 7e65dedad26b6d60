"""People are known by their age or by what they say; what else begins with a capital is nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.language.people import named_people, reports
from tests.factories import a_paragraph, an_article


def named(text: str) -> set[str]:
    return set(named_people(an_article(lead=(a_paragraph(text),), sections=(), key_points=())))


@pytest.mark.parametrize(
    "text",
    [
        *("Nora zegt dat bonen geduld hebben.", "Nora Veld legt uit wat bonen doen.", "Nora, 41, heeft een kas."),
        *("Nora says that beans are patient.", "Nora explained it.", "Nora (41) has a shed."),
        *("Nora erzählt von Bohnen.", "Nora erklärt, was Bohnen tun.", "Nora erklärte es."),
        *("Nora raconte ses haricots.", "Nora cuenta su huerto.", "Nora dijo que no.", "Nora explicó sus judías."),
        "Nora spiega i fagioli.",
    ],
)
def test_who_speaks_or_has_an_age_is_somebody(text: str) -> None:
    assert named(text) == {"Nora"}


@pytest.mark.parametrize(
    "text",
    [
        *("Niemand zegt dat bonen haast hebben.", "Dat zegt iets over bonen.", "This says a lot.", "Who said so?"),
        *("Das erklärt viel.", "Elle raconte ses haricots.", "Chi dice fagioli?", "Nora has a shed."),
    ],
)
def test_pronouns_and_silent_people_are_nobody(text: str) -> None:
    assert named(text) == set()


@pytest.mark.parametrize("text", ["The gardener explained beans.", "“Beans are very patient,” it reads."])
def test_what_somebody_says_is_reported(text: str) -> None:
    assert reports(text)


def test_whom_the_notice_names_is_named_though_nothing_else_tells_who_it_is() -> None:
    article = an_article(
        language="nl", lead=(a_paragraph("Mevrouw De Wit bakt."),), notices=("Mevrouw De Wit heet in het echt anders.",)
    )
    assert named_people(article) == {"Wit"}
    assert named_people(replace(article, notices=("Alle namen zijn veranderd.",))) == frozenset()
