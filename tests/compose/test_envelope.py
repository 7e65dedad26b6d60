from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.errors import TemplateError
from tests.compose.letters import a_letter
from tests.factories import a_paragraph, an_article


def test_a_subject_is_one_line_without_characters_that_hide_or_turn_text() -> None:
    letter = a_letter(an_article(title="Hi\r\nBcc: all\u202e\u200b\x00 there"))
    assert letter.subject == "Hi Bcc: all there"


def test_a_long_subject_is_cut_between_words() -> None:
    letter = a_letter(an_article(title="Bread " * 40))
    assert len(letter.subject) <= 90
    assert letter.subject.endswith("Bread…")


def test_a_subject_is_filled_in_from_the_recipe() -> None:
    assert a_letter(recipe={"subject": "{brand}: {title} ({count})"}).subject == "Example Bakery: Bread that keeps (1)"


def test_an_unknown_name_in_a_subject_is_named() -> None:
    with pytest.raises(TemplateError, match=r"newsletters\.weekly\.subject: \{titel\} does not exist\. Use \{brand\}"):
        a_letter(recipe={"subject": "{titel}"})


def test_a_preheader_fits_an_inbox_and_is_not_the_subject() -> None:
    long = "This first sentence is about bread and about nothing else at all. This one would be too much for an inbox to show."
    for text in (long, "word " * 60, "Bread that keeps."):
        letter = a_letter(an_article(lead=(a_paragraph(text),)))
        assert 40 <= len(letter.preheader) <= 110
        assert letter.preheader.rstrip(".") != letter.subject
    assert a_letter(an_article(lead=(a_paragraph(long),))).preheader == long[: long.index(" This")]


def test_a_preheader_does_not_begin_the_subject_again() -> None:
    letter = a_letter(
        an_article(
            title="Bread that keeps for weeks, and how we learned it",
            lead=(a_paragraph("Bread that keeps for weeks, and how we"),),
        )
    )
    assert letter.preheader.startswith("Dough that rests overnight")


DESCRIPTION = "How a night of rest makes a better loaf than kneading does."
PEOPLE = ("Names were changed.",)


def test_an_authors_own_description_is_the_preheader() -> None:
    assert a_letter(an_article(summary=DESCRIPTION)).preheader == DESCRIPTION
    assert a_letter(an_article(summary=f"{DESCRIPTION} {'More of it. ' * 20}")).preheader.startswith(DESCRIPTION)


@pytest.mark.parametrize(
    "summary",
    [None, "", "Too short.", "A description without an end " * 9, f"{DESCRIPTION[:-1]} […]", "Bread that keeps"],
)
def test_a_description_that_does_not_fit_is_left_for_how_the_article_begins(summary: str | None) -> None:
    assert a_letter(an_article(summary=summary)).preheader == "A loaf lives longer than most people think."


def test_an_article_to_quote_lends_no_description() -> None:
    assert DESCRIPTION not in a_letter(an_article(summary=DESCRIPTION, rights="quote")).html


def test_where_names_were_changed_nobody_opens_the_preheader() -> None:
    story = a_paragraph("For years a baker called Linda had slept less than anybody in her street.")
    told = an_article(summary="How a baker called Linda learned to sleep at night.", lead=(story,))
    assert "Linda" in a_letter(told).preheader
    assert a_letter(replace(told, notices=PEOPLE)).preheader.startswith("Dough that rests overnight")


def test_the_recipes_preheader_comes_first() -> None:
    assert a_letter(recipe={"preheader": "News from {brand}"}).preheader == "News from Example Bakery"
