"""What else the subject of an edition could say."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.subjects import alternatives, headline, key_point
from pipeline.limits.counting import graphemes
from pipeline.model import BORROWED_TITLE, Article, Dropped, KeyPoint, Section
from tests.compose.letters import a_letter
from tests.factories import a_paragraph, an_article

SHARE = "You won’t believe what this baker found in her oven"


def offered(*articles: Article, subject: str = "Bread that keeps", tag: str = "en") -> tuple[str, ...]:
    return alternatives(subject, articles, tag)


def an_article_with(*points: str, **changes: Any) -> Article:
    return an_article(key_points=tuple(KeyPoint(text) for text in points), lead=(), sections=(), **changes)


def a_borrowed_title() -> Article:
    return an_article(title=SHARE, dropped=(Dropped(SHARE, BORROWED_TITLE),))


def test_three_subjects_are_offered_that_differ_from_the_subject_and_from_each_other() -> None:
    letter = a_letter()
    subjects = (letter.subject, *letter.composed.email.alternatives)
    assert len(subjects) == len({subject.casefold() for subject in subjects}) == 4


def test_they_are_the_authors_own_words_without_the_full_stop() -> None:
    point, *_ = offered(an_article())
    assert point == "Dough that rests overnight keeps two days longer"


def test_a_key_point_is_repaired_as_it_is_for_posts() -> None:
    assert offered(an_article_with("In other words: good bread needs a night of rest.")) == (
        "Good bread needs a night of rest",
    )


@pytest.mark.parametrize(
    "point",
    [
        "This helps bread to keep.",
        "In rats only.",
        "Why does bread keep? Because it rests.",
        "BREAD NEEDS A NIGHT OF REST",
        "Bread that rests overnight " * 4,
        "Good bread needs:",
    ],
)
def test_what_is_no_whole_thought_of_one_sentence_is_not_offered(point: str) -> None:
    assert offered(an_article_with(point)) == ()


def test_a_limit_is_never_left_behind() -> None:
    assert offered(an_article_with("Rest makes old dough sweet and soft again. But only in winter.")) == ()


def test_what_inboxes_show_whole_goes_before_what_they_cut() -> None:
    long = "A loaf that rests in a cold place keeps days longer than one that rose by the oven."
    assert 60 < graphemes(long) <= 90
    assert offered(an_article_with(long, "Salt makes any dough firm.")) == ("Salt makes any dough firm", long[:-1])


def test_articles_take_turns() -> None:
    other = an_article_with("Soup is better on the second day.", title="Soup for two days", guid="2")
    assert offered(an_article(), other)[:2] == (
        "Dough that rests overnight keeps two days longer",
        "Soup for two days",
    )


def test_an_article_in_another_language_lends_nothing() -> None:
    assert offered(an_article(), tag="nl") == ()


def test_what_may_only_be_quoted_lends_its_title_alone() -> None:
    assert offered(an_article(rights="quote"), subject="This week") == ("Bread that keeps",)


def test_what_nobody_wrote_and_what_warns_is_no_subject() -> None:
    points = (
        KeyPoint("A night of rest makes dough sweet.", origin="suggested"),
        KeyPoint("Hot steam burns your hands.", kind="warning"),
    )
    assert offered(an_article(key_points=points, lead=(), sections=())) == ()


def test_where_names_were_changed_nobody_is_in_a_subject() -> None:
    story = an_article_with("For years the baker Linda had slept badly.", "Rye keeps longer than wheat.")
    told = Article(**{**vars(story), "notices": ("Names were changed.",)})
    assert "For years the baker Linda had slept badly" in offered(story)
    assert offered(told) == ("Rye keeps longer than wheat",)


def test_a_share_line_is_neither_the_subject_nor_offered_nor_the_preheader() -> None:
    letter = a_letter(a_borrowed_title())
    assert letter.subject == "Dough that rests overnight keeps two days longer"
    assert SHARE not in (letter.subject, letter.preheader, *letter.composed.email.alternatives)


def test_a_title_that_a_share_line_says_again_stays_the_subject() -> None:
    again = an_article(dropped=(Dropped("SHARE NOW: “Bread that keeps”", "share line"),))
    assert headline(again) == "Bread that keeps"


def test_a_share_line_stays_where_the_article_says_nothing_else() -> None:
    bare = an_article(title=SHARE, dropped=a_borrowed_title().dropped, lead=(), sections=(), key_points=())
    assert headline(bare) == SHARE


def test_a_long_title_gives_the_part_that_says_most() -> None:
    part = "How a night of rest in a cold cellar makes any bread sweet"
    title = f"More than flour: {part[:1].lower()}{part[1:]} | The Weekly Oven Post"
    assert graphemes(title) > 90
    assert headline(an_article(title=title)) == part
    assert part in offered(an_article(title=title), subject="Good morning")


def test_a_long_title_without_parts_stays_and_is_cut_at_last() -> None:
    title = "How a night of rest in a cold cellar makes any bread sweet and soft and keeps it so for a week or two"
    assert headline(an_article(title=title)) == title


def test_headings_that_only_join_or_number_are_none() -> None:
    headings = ("To begin with", "Finally", "In the end", "3. Let the dough sleep all night")
    sections = tuple(Section(heading, (a_paragraph("It rests."),)) for heading in headings)
    assert offered(an_article(sections=sections, key_points=(), lead=()))[:1] == ("Let the dough sleep all night",)


def test_sentences_stand_in_where_nothing_is_stressed_but_never_with_a_figure() -> None:
    lead = (
        a_paragraph("Bread keeps longer in a cellar than in any kitchen. It stays soft."),
        a_paragraph("Bread keeps 12 days longer than most people in this street think."),
    )
    assert offered(an_article(lead=lead, sections=(), key_points=())) == (
        "Bread keeps longer in a cellar than in any kitchen",
    )


def test_the_number_of_key_points_is_that_of_those_in_the_mail() -> None:
    article = an_article(sections=(), key_points=(KeyPoint("Rye keeps."), KeyPoint("Salt makes dough firm.")))
    assert "Bread that keeps · 2 key points" in a_letter(article).composed.email.alternatives


def test_a_subject_of_ones_own_leaves_the_title_to_choose() -> None:
    assert "Bread that keeps" in offered(an_article(), subject="Good morning")


def test_chinese_counts_by_its_characters() -> None:
    sections = tuple(Section(heading, ()) for heading in ("概要", "晚饭后散步半小时有什么好处"))
    article = an_article(title="散步", language="zh", sections=sections, key_points=(), lead=())
    assert offered(article, subject="散步", tag="zh")[0] == "晚饭后散步半小时有什么好处"


def test_the_first_key_point_that_fits_can_stand_in_a_subject() -> None:
    assert key_point([an_article()], "en-GB") == "Dough that rests overnight keeps two days longer"
    assert key_point([an_article()], "nl") == ""
    assert a_letter(recipe={"subject": "{key_point} · {brand}"}).subject == (
        "Dough that rests overnight keeps two days longer · Example Bakery"
    )


@pytest.mark.parametrize(
    ("template", "subject"),
    [("{key_point}", "Bread that keeps"), ("{title}: {key_point}", "Bread that keeps"), ("{key_point} · {day}", None)],
)
def test_where_no_key_point_fits_the_title_takes_its_place(template: str, subject: str | None) -> None:
    letter = a_letter(an_article(key_points=()), recipe={"subject": template})
    assert letter.subject == (subject or "Bread that keeps · 19 November 2026")


WORDS = st.sampled_from(
    [
        "Bread",
        "bread",
        "keeps",
        "that",
        "not",
        "only",
        "rats.",
        "in",
        "night?",
        "12",
        "Linda",
        "“so”",
        "💡",
        "面包",
        "…",
        ":",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


@given(TEXTS, st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=3), st.lists(TEXTS, max_size=3))
def test_whatever_the_article_an_alternative_is_short_different_and_said_in_it(
    title: str, points: list[str], headings: list[str], paragraphs: list[str]
) -> None:
    article = an_article(
        title=title,
        key_points=tuple(map(KeyPoint, points)),
        sections=tuple(Section(heading, ()) for heading in headings),
        lead=tuple(map(a_paragraph, paragraphs)),
    )
    subject = headline(article)
    found = offered(article, subject=subject)
    said = " ".join((title, *points, *headings, *paragraphs)).casefold()
    assert len(found) <= 3
    assert all(graphemes(text) <= 90 for text in found)
    assert all(one.casefold() != other.casefold() for one, other in pairwise(sorted((subject, *found))))
    assert all(text.casefold().rstrip(".") in said for text in found)
