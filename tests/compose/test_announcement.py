"""What announces an article is how it begins, what it comes to, or what it says of itself; nothing that is half."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.compose import announcement
from pipeline.model import Article, KeyPoint, Section
from tests.factories import a_paragraph, an_article


def announced(**kwargs: object) -> list[tuple[str, ...]]:
    article: Article = an_article(**kwargs)
    points = [point.text for point in article.key_points]
    return [passage.sentences for passage in announcement.passages_of(article, [article.title, *points])]


LAST = "Bread that was given time keeps for a week in any kitchen."


def test_its_beginning_announces_it_best_and_then_what_it_says_of_itself() -> None:
    begun, says = "Nobody throws old bread away here.", "In this article you learn how bread keeps for a week."
    lead = (a_paragraph("Nobody in our town throws old bread away."), a_paragraph(says))
    assert announced(lead=lead) == [(lead[0].text,), (says,)]
    assert announced(lead=(a_paragraph(begun), a_paragraph(says))) == [(says,)]  # too short to say something


def test_it_begins_at_the_beginning_of_a_paragraph() -> None:
    lead = "This was our kitchen once. Nobody in our town throws old bread away any more."
    assert announced(lead=(a_paragraph(lead),)) == []


def test_without_headings_the_first_section_is_how_an_article_begins() -> None:
    begun, later = "Nobody in our town throws old bread away any more.", "Kitchens were cold in those years of the war."
    sections = (Section(None, (a_paragraph(begun),)), Section(None, (a_paragraph(later),)))
    points = (KeyPoint("Old bread is no waste.", section=0), KeyPoint("Warmth was dear.", section=1))
    assert announced(lead=(), sections=sections, key_points=points) == [(begun,)]
    headed = (Section("How it was kept", sections[0].blocks), sections[1])
    assert announced(lead=(), sections=headed, key_points=points) == []
    lead = "Bakers here let their dough wait for a whole night."
    assert announced(lead=(a_paragraph(lead),), sections=sections, key_points=points) == [(lead,)]


@pytest.mark.parametrize(
    "half",
    [
        "Sourdough is a dough of flour and water.",
        "“Bread is a thing of the past for us,” says the miller.",
        "Eat a loaf at six and nobody will notice.",
    ],
)
def test_half_of_a_thought_is_told_with_the_next_sentence_or_not_at_all(half: str) -> None:
    whole = f"{half} Eat one at nine and the whole house knows."
    assert announced(lead=(a_paragraph(whole),), sections=()) == [(whole,)]
    alone = [] if half.startswith(("Sour", "“")) else [(half,)]
    assert announced(lead=(a_paragraph(half),), sections=()) == alone


@pytest.mark.parametrize(
    ("heading", "told"), [(None, True), ("To sum up", True), ("Fazit", True), ("What if it molds?", False)]
)
def test_the_last_section_announces_where_it_concludes(heading: str | None, *, told: bool) -> None:
    found = announced(lead=(), sections=(Section(heading, (a_paragraph(LAST),)),), key_points=())
    assert found == ([(LAST,)] if told else [])


def test_what_promises_a_cure_announces_only_what_nothing_else_announces() -> None:
    cure, clean = "Old bread heals every wound of the town.", "Nobody in our town throws old bread away any more."
    assert announced(lead=(a_paragraph(cure), a_paragraph(clean))) == [(clean,)]
    assert announced(lead=(a_paragraph(cure),)) == [(cure,)]


def test_then_its_beginning_and_what_it_comes_to() -> None:
    lead, last = (
        (a_paragraph("Nobody in our town throws old bread away any more."),),
        Section(None, (a_paragraph(LAST),)),
    )
    assert announced(lead=lead, sections=(last,), key_points=()) == [(lead[0].text,), (LAST,)]
    pointed = (KeyPoint("Time makes bread keep.", section=0),)
    assert announced(lead=lead, sections=(last,), key_points=pointed) == [(lead[0].text,)]


def test_where_there_is_no_title_to_speak_of_the_best_sentence_of_all_announces() -> None:
    sections = (
        Section(None, (a_paragraph("Kitchens were cold in those years of the war."),)),
        Section(None, (a_paragraph(LAST),)),
    )
    article = an_article(lead=(), sections=sections, key_points=())
    longer = announcement.best_of(article, ["Time is what bread needs most of all."])
    assert longer is not None
    assert longer.sentences == (LAST,)
    assert (
        announcement.best_of(article, ["Bread keeps for a week where it was given time."]) is None
    )  # that one says it
    assert announcement.best_of(article, ["Time heals every wound of all."]) is None


def test_in_a_long_article_only_the_first_paragraphs_are_looked_at() -> None:
    far = tuple(a_paragraph(f"Our {count} bicycles stand in the shed of the school.") for count in range(100))
    article, told = an_article(lead=(), key_points=()), ["Time is what bread needs most of all."]
    assert announcement.best_of(replace(article, sections=(Section(None, (*far, a_paragraph(LAST))),)), told) is None
    assert announcement.best_of(replace(article, sections=(Section(None, (*far[1:], a_paragraph(LAST))),)), told)
