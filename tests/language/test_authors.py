"""Who says “I” in an article is known only where nothing says that it is somebody else than its author."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest

from pipeline.language import authors
from pipeline.model import Article, Block, Section
from tests.factories import a_paragraph, an_article

TOLD = "Last winter I sold my oven to a neighbour."
ENDED = "I have baked in her kitchen ever since, and my bread is better."


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ana Petrov", ("Ana Petrov",)),
        ("Marla", ("Marla",)),
        ("Dr. Hanna van den Berg, staff writer", ("Dr. Hanna van den Berg",)),
        ("Ana Petrov, PhD", ("Ana Petrov",)),
        ("Ana Petrov, Tom Lee and Jo Reed", ("Ana Petrov", "Tom Lee", "Jo Reed")),
        ("Anna und Tom Vogel", ("Anna", "Tom Vogel")),
        (None, ()),
        ("the editors of Bread Weekly", ()),
        ("De redactie", ()),
        ("admin", ()),
        ("Guest author", ()),
        ("Moes & Oven", ()),
        ("Petrov, Ana", ()),
        ("Ana Petrov (as told to Tom Lee)", ()),
        ("post@bakery.example", ()),
    ],
)
def test_a_byline_names_people_or_nobody(byline: str | None, names: tuple[str, ...]) -> None:
    assert authors.named(byline) == names


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\n"])
def test_a_byline_of_blanks_is_read_quickly(blank: str) -> None:
    started = time.process_time()
    assert authors.named(f"Ana Petrov{blank * 20_000}and{blank}Tom Lee") == ("Ana Petrov", "Tom Lee")
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", TOLD),
        ("nl", "Vorige winter verkocht ik de oven."),
        ("de", "Im Winter habe ich den Ofen verkauft."),
        ("fr", "L’hiver dernier, j’ai vendu le four."),
        ("es", "El invierno pasado vendí el horno."),
        ("es", "Aquel invierno pasé dos semanas sin horno."),
        ("it", "L’inverno scorso ho venduto il forno."),
    ],
)
def test_one_author_says_i_in_six_languages(language: str, text: str) -> None:
    assert authors.of_themselves(text, an_article(language=language, byline="Ana Petrov"))
    assert not authors.of_themselves(text, an_article(language=language, byline=None))
    assert not authors.of_themselves(text, an_article(language=language, byline="Ana Petrov, Tom Lee"))  # who is “I”?


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Last winter we sold the oven."),
        ("nl", "Vorige winter verkochten we de oven."),
        ("de", "Im Winter haben wir den Ofen verkauft."),
        ("fr", "L’hiver dernier, nous avons vendu le four."),
        ("es", "El invierno pasado vendimos nuestro horno."),
        ("it", "L’inverno scorso abbiamo venduto il forno."),
    ],
)
def test_several_authors_say_we(language: str, text: str) -> None:
    assert authors.of_themselves(text, an_article(language=language, byline="Ana Petrov, Tom Lee"))
    assert not authors.of_themselves(text, an_article(language=language, byline="Ana Petrov"))  # then it may be anybody


@pytest.mark.parametrize("text", ["El café se bebe aquí, y el té también.", "Así llegó el pan a Haití."])
def test_spanish_words_that_only_sound_like_i_are_nobodys(text: str) -> None:
    assert not authors.of_themselves(text, an_article(language="es", byline="Ana Petrov"))


def test_what_somebody_says_between_quotation_marks_is_not_of_the_author() -> None:
    assert not authors.of_themselves("“I sold my oven,” says the baker.", an_article(byline="Ana Petrov"))


def a_story(*paragraphs: str | Block, **changes: Any) -> Article:
    """An article of one author: `paragraphs` without a heading, in order."""
    blocks = tuple(a_paragraph(one) if isinstance(one, str) else one for one in paragraphs)
    return an_article(**{"byline": "Ana Petrov", "lead": (), "sections": (Section(None, blocks),)} | changes)


def test_authors_speak_at_the_beginning_and_at_the_end() -> None:
    assert authors.speak_at(a_story(TOLD, "The oven was old.", ENDED)) == (0, 2)
    assert authors.speak_at(a_story(Block("image", "An oven"), TOLD, "The oven was old.")) == (1,)
    assert authors.speak_at(a_story("The oven was old.", TOLD)) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"byline": None},
        {"language": "sv"},
        {"notices": ("Names have been changed.",)},
        {"title": "“I sold my oven”: a baker tells"},
        {"title": "Interview with a baker"},
        {"summary": "As told to Tom Reed."},
        {"title": "Marie (34) sold her oven"},
    ],
)
def test_nobody_is_quoted_where_it_is_not_known_who_speaks(changes: dict[str, Any]) -> None:
    assert authors.speak_at(a_story(TOLD, ENDED)) == (0, 1)
    assert authors.speak_at(a_story(TOLD, ENDED, **changes)) == ()


@pytest.mark.parametrize(
    "beginning",
    [
        (Block("paragraph", TOLD, html=f"<em>{TOLD}</em>"),),
        (f"Dear Ana, {TOLD}",),
        ("Why did you sell the oven?", TOLD),
        (Block("quote", TOLD), ENDED),
    ],
)
def test_a_letter_a_question_and_what_is_set_apart_are_no_beginning_of_the_authors(
    beginning: tuple[str | Block, ...],
) -> None:
    assert authors.speak_at(a_story(*beginning, ENDED)) == ()


def test_the_first_answer_of_an_interview_is_no_beginning() -> None:
    asked = Section("Why did you sell the oven?", (a_paragraph(TOLD),))
    assert authors.speak_at(a_story(sections=(asked,))) == ()
    assert authors.speak_at(a_story(sections=(replace(asked, heading="The oven"),))) == (0,)


@pytest.mark.parametrize("signed", ["— Marie Dubois, Lille", "Opgetekend door Tom Reed", "As told to Tom Reed"])
def test_what_another_signs_or_wrote_down_is_not_its_authors(signed: str) -> None:
    assert authors.speak_at(a_story(TOLD, ENDED, signed)) == ()
    assert authors.speak_at(a_story(TOLD, ENDED, "— Ana Petrov")) == (0,)


@pytest.mark.parametrize(
    "others",
    [
        ("What did it cost?", "Next to nothing.", "And was it worth it?", "It was."),
        ("Baker: It was old.", "Miller: It was not.", "Baker: It was."),
        ("Dear Ana,", "You should not have done that."),
        ("One reader wrote at length:", "It was a fine oven."),
        ("The oven was old, as Marie (34) tells.",),
    ],
)
def test_where_others_speak_in_an_article_only_its_beginning_is_surely_its_authors(others: tuple[str, ...]) -> None:
    assert authors.speak_at(a_story(TOLD, *others, ENDED)) == (0,)


def test_questions_that_authors_ask_themselves_are_no_interview() -> None:
    asked = ("What did I do?", "Nothing at first.", "Was my oven to blame?", "No.")
    assert authors.speak_at(a_story(TOLD, *asked, ENDED)) == (0, 5)


def test_a_word_in_quotation_marks_is_not_what_somebody_says() -> None:
    assert not authors.hears_others("My “good” oven was sold.", 20)
    assert authors.hears_others("My “oven was never any good” was sold.", 20)
    assert not authors.hears_others("My oven was sold. “It was never any good,” says Tom.", 17)
