"""Slips as findings: where they stand, once a sentence, and not a page of them."""

from __future__ import annotations

from pipeline.model import Block, Finding, KeyPoint
from pipeline.preflight import slips
from tests.factories import a_paragraph, an_article
from tests.preflight.letters import Change, found

GOOD = "A loaf rests. It keeps."


def about(*findings: Finding) -> list[tuple[str, str]]:
    return [(one.place, one.message) for one in findings if one.rule == "slip"]


def an_edition(*texts: str) -> Change:
    return Change(edition={"articles": (an_article(lead=tuple(map(a_paragraph, texts))),)})


def test_a_slip_is_told_with_the_beginning_of_its_sentence() -> None:
    edition = an_edition(f"{GOOD} The paper bag lets the the crust breathe all night long, doesnâ€™t it? Yes.")
    (one,) = about(*found(edition))
    assert one == (
        "article “Bread that keeps”, “The paper bag lets the the crust breathe all …”",
        "Somebody slipped: “the the”, “doesnâ€™t”.",
    )


def test_what_is_said_in_the_text_and_in_its_key_point_is_told_once() -> None:
    words = "The crust of of bread is crisp."
    article = an_article(lead=(a_paragraph(words),), key_points=(KeyPoint(words),))
    assert len(about(*found(Change(edition={"articles": (article,)})))) == 1


def test_code_may_say_what_it_likes() -> None:
    article = an_article(lead=(Block("code", "echo the the"),))
    assert about(*found(Change(edition={"articles": (article,)}))) == []


def test_our_greeting_may_have_slips_too() -> None:
    assert [place for place, _ in about(*found(Change(edition={"greeting": "Bread for you, from the the oven."})))] == [
        "greeting, “Bread for you, from the the oven.”"
    ]


def test_a_damaged_file_is_not_told_sentence_by_sentence() -> None:
    text = " ".join(f"Loaf number {number} isnâ€™t baked yet." for number in range(40))
    told = list(slips.of("article “Loaves”", text, "en"))
    assert len(told) == 6
    assert told[-1].message.startswith("35 more sentences")
