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


TOLD, MORE = "Last winter I sold my oven.", "The kitchen has been cold and quiet ever since, and so have my mornings."


def quoted(*paragraphs: str, **changes: object) -> list[str]:
    """What announces an article by Ana Petrov whose lead are `paragraphs`, as it is told."""
    values = {"byline": "Ana Petrov", "lead": tuple(map(a_paragraph, paragraphs)), "sections": (), "key_points": ()}
    article: Article = an_article(**values | changes)
    points = [point.text for point in article.key_points]
    found = announcement.passages_of(article, [article.title, *points])
    return [one.told(len(one.sentences)) for one in found]


def test_an_article_told_by_its_author_is_announced_by_a_quote_of_how_it_begins() -> None:
    assert quoted(f"{TOLD} {MORE}") == [f"“{TOLD} {MORE}” — Ana Petrov"]


def test_without_a_known_author_nobody_is_quoted() -> None:
    assert quoted(f"{TOLD} {MORE}", byline=None) == []
    assert quoted(f"{TOLD} {MORE}", byline="the editors of Bread Weekly") == []


def test_what_a_brand_can_say_itself_is_no_quote() -> None:
    begun = "Nobody in our town throws old bread away."
    assert quoted(f"{begun} {TOLD}") == [begun]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("nl", "Toen ik in maart de “goede” oven verkocht, was het koud.", "“Toen ik in maart de ‘goede’ oven verkocht, was het koud.” — Ana Petrov"),
        ("de", "Im Winter habe ich den „guten“ Ofen verkauft.", "„Im Winter habe ich den ‚guten‘ Ofen verkauft.“ — Ana Petrov"),
        ("fr", "J’ai vendu mon « bon » four l’hiver dernier.", "«\u00a0J’ai vendu mon “bon” four l’hiver dernier.\u00a0» — Ana Petrov"),
        ("es", "El invierno pasado vendí mi «buen» horno.", "«El invierno pasado vendí mi “buen” horno.» — Ana Petrov"),
        ("it", "L’inverno scorso ho venduto il mio «buon» forno.", "«L’inverno scorso ho venduto il mio “buon” forno.» — Ana Petrov"),
    ],
)  # fmt: skip
def test_a_quote_has_the_marks_of_its_language_and_others_inside(language: str, text: str, told: str) -> None:
    assert quoted(text, language=language) == [told]


def test_several_authors_are_quoted_with_their_names_where_they_say_we() -> None:
    told = "Last winter we sold our oven to a neighbour across the street."
    assert quoted(told, byline="Ana Petrov and Tom Lee") == [f"“{told}” — Ana Petrov and Tom Lee"]
    assert quoted(told) == [told]  # of one author nobody knows whether it is the brand
    assert quoted(f"{told} I cried.", byline="Ana Petrov and Tom Lee") == [told]


@pytest.mark.parametrize(
    "text",
    [
        "I took ibuprofen every night, for my knee and for my back.",
        "Last winter I had a miscarriage, and nobody in my street knew.",
        "Garlic heals my every cold, and I have never seen a doctor.",
        "I sleep longer than most bakers do (Sand, 2019).",
        "A study in our town found that I sleep longer than bakers do.",
        "So I sold my oven to a neighbour across the street.",
        "This is why I sold my oven to a neighbour across the street.",
        "By the the third night I was crying over my bread.",
        "Why did I sell my oven to a neighbour across the street?",
        "“You have sold it?” my wife asked me across the street.",
        "— I have sold my oven to a neighbour across the street.",
        "My neighbour told me “I have never baked in my whole life” once.",
        "My neighbour Jo (34) has never baked in her life, and I envy her.",
        "Dear Ana, I have sold my oven to a neighbour.",
        "I am old.",
    ],
)
def test_what_nobody_may_quote_is_not_quoted(text: str) -> None:
    assert quoted(text) == []


def test_what_is_grave_is_not_quoted_even_where_the_title_says_so() -> None:
    assert quoted("I had a miscarriage last winter in my kitchen.", title="After a miscarriage") == []


def test_a_sentence_with_a_marker_is_left_out_and_not_the_marker() -> None:
    assert quoted(f"{TOLD} Ovens grow old within ten years (Sand, 2019).") == [f"“{TOLD}” — Ana Petrov"]


def test_what_several_authors_say_without_we_is_no_quote() -> None:
    we, own = "Last winter we sold our oven to a neighbour.", "Nobody in our town throws old bread away."
    told = "Old bread ends in soup, in dumplings and in a drawer."
    assert quoted(we, told, byline="Ana Petrov, Tom Lee") == [told]
    assert quoted(we, own, byline="Ana Petrov, Tom Lee") == [f"“{we}” — Ana Petrov, Tom Lee"]


def test_words_of_others_that_go_on_behind_a_quote_are_not_cut() -> None:
    assert quoted("My neighbour said to me: ‘I sold my oven. I never looked back. It was fine.’") == []


def test_of_two_sentences_of_which_the_second_is_the_authors_own_both_are_told() -> None:
    assert quoted(f"Ovens are heavy. {TOLD}") == []  # too short a beginning
    assert quoted(f"Everybody has an oven. {TOLD}") == [f"“Everybody has an oven. {TOLD}” — Ana Petrov"]


def test_what_the_article_comes_to_is_quoted_where_it_concludes_it() -> None:
    leans, ended = "So there I was without my oven.", "My bread is better without an oven than it ever was with one."
    last = Section("To sum up", (a_paragraph("The neighbours came by."), a_paragraph(ended)))
    assert quoted(leans, sections=(last,)) == [f"“{ended}” — Ana Petrov"]
    assert quoted(leans, sections=(replace(last, heading="The oven"),)) == []
    assert quoted(leans, sections=(last,), title="A winter in the mountains") == []
    assert quoted(f"{TOLD} {MORE}", sections=(last,)) == [f"“{TOLD} {MORE}” — Ana Petrov", f"“{ended}” — Ana Petrov"]


def test_answers_of_an_interview_are_not_put_into_its_authors_mouth() -> None:
    intro = "I meet the baker in her kitchen, on a morning of sleet."
    asked, answer = "**Why did she sell the oven?**", "My bread is better without an oven than it ever was with one."
    last = Section("To sum up", tuple(map(a_paragraph, (asked, "It was old.", asked, answer))))
    assert quoted(intro, sections=(last,)) == [f"“{intro}” — Ana Petrov"]
    assert quoted(sections=(replace(last, heading=asked),)) == []
    assert len(quoted(intro, sections=(replace(last, blocks=last.blocks[3:]),))) == 2
