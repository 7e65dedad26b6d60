from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.compose.envelope import one_line, shortened
from pipeline.errors import TemplateError
from pipeline.model import KeyPoint, Section
from tests.compose.letters import a_letter
from tests.factories import a_paragraph, an_article


def test_a_subject_is_one_line_without_characters_that_hide_or_turn_text() -> None:
    letter = a_letter(an_article(title="Hi\r\nBcc: all\u202e\u200b\x00 there"))
    assert letter.subject == "Hi Bcc: all there"


@pytest.mark.parametrize(
    "title",
    [
        "Ζωή 👩‍👩‍👧 and 👩🏽‍🦰 at the oven",
        "نان می‌ماند",
        "The flag of Wales \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        "A face of tomorrow \U0001fae9",
        "1️⃣ ❤️‍🔥 bread",
    ],
)
def test_signs_that_are_seen_together_stay_together(title: str) -> None:
    assert a_letter(an_article(title=title)).subject == title


@pytest.mark.parametrize(
    "hidden",
    [
        "\u200b",
        "\u200d",
        "\u200c",
        "\u2066",
        "\u202e",
        "\ufeff",
        "\u00ad",
        "\U000e0041",
        "\ue000",
        "\x07",
        "\ufdd0",
        "\ud800",
    ],
)
def test_what_only_hides_in_a_subject_is_taken_out(hidden: str) -> None:
    assert one_line(f"free{hidden}bread") == "freebread"


def test_an_emoji_counts_as_it_is_seen() -> None:
    family = "👨‍👩‍👧‍👦"
    assert shortened(family * 10, 10) == family * 10
    assert shortened(family * 11, 10) == family * 9 + "…"


def test_a_text_without_blanks_is_cut_where_it_is_full() -> None:
    assert shortened("晚 " + "饭" * 30, 20) == "晚 " + "饭" * 17 + "…"


def test_a_subject_counts_what_is_seen_and_no_entity() -> None:
    letter = a_letter(an_article(title="Bread & <butter> " * 5))
    assert letter.subject == ("Bread & <butter> " * 5).strip()
    assert "Bread &amp; &lt;butter&gt;" in letter.html


def test_a_long_subject_is_cut_between_words() -> None:
    letter = a_letter(an_article(title="Bread " * 40))
    assert len(letter.subject) <= 90
    assert letter.subject.endswith("Bread…")


def test_a_subject_is_filled_in_from_the_recipe() -> None:
    assert a_letter(recipe={"subject": "{brand}: {title} ({count})"}).subject == "Example Bakery: Bread that keeps (1)"


def test_an_unknown_name_in_a_subject_is_named() -> None:
    with pytest.raises(
        TemplateError, match=r"newsletters\.weekly\.subject: \{titel\} does not exist\. Use \{title\}, \{key_point\}"
    ):
        a_letter(recipe={"subject": "{titel}"})


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("{ title }", r"\{ title \} does not exist"),
        ("{title.x}", r"\{title\.x\} does not exist"),
        ("Read {title", r"\{title has no brace at its end"),
        ("{}", r"\{\} does not exist"),
    ],
)
def test_a_name_in_a_subject_that_is_written_otherwise_is_told(subject: str, said: str) -> None:
    with pytest.raises(TemplateError, match=rf"newsletters\.weekly\.subject: {said}\. Use \{{title\}}"):
        a_letter(recipe={"subject": subject})


def test_braces_that_are_no_name_of_ours_are_no_mistake_in_a_subject() -> None:
    assert a_letter(recipe={"subject": "{{ name }}: {title}"}).subject == "{{ name }}: Bread that keeps"


def test_a_preheader_fits_an_inbox_and_is_not_the_subject() -> None:
    long = "This first sentence is about bread and about nothing else at all. This one would be too much for an inbox to show."
    for text in (long, "word " * 60, "Bread that keeps."):
        letter = a_letter(an_article(lead=(a_paragraph(text),)))
        assert 40 <= len(letter.preheader) <= 110
        assert letter.preheader.rstrip(".") != letter.subject
    assert a_letter(an_article(lead=(a_paragraph(long),))).preheader == long[: long.index(" This")]


def test_without_a_lead_the_preheader_is_how_the_first_section_begins() -> None:
    begun = "Nobody in our town throws old bread away any more, and nobody should."
    sections = (Section(None, (a_paragraph(begun),)),)
    assert a_letter(an_article(lead=(), sections=sections, key_points=())).preheader == begun
    pointed = (KeyPoint("Bread that was given time keeps for a week.", section=0),)
    assert a_letter(an_article(lead=(), sections=sections, key_points=pointed)).preheader == begun


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


def test_a_preheader_of_whole_sentences_goes_before_one_that_is_cut() -> None:
    told = an_article(lead=(a_paragraph("A sentence about bread that never ends " * 6),))
    assert a_letter(told).preheader == "Dough that rests overnight keeps two days longer."


def test_a_key_point_in_the_preheader_stands_without_what_came_before_it() -> None:
    points = (
        KeyPoint("This is what makes bread keep for days and days."),
        KeyPoint("In other words: rest is half of all the work of baking a loaf."),
    )
    letter = a_letter(an_article(lead=(), key_points=points))
    assert letter.preheader == "Rest is half of all the work of baking a loaf."


def test_the_recipes_preheader_comes_first() -> None:
    assert a_letter(recipe={"preheader": "News from {brand}"}).preheader == "News from Example Bakery"
