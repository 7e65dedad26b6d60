"""No button for an appointment stands beside a claim."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipeline.jobs import build
from pipeline.jobs.build import Draft
from pipeline.model import Article, Link
from tests.factories import a_config, a_paragraph, an_article

BUTTONS = {"Book a visit": "/book", "Ask a question": "/ask"}
BRAND = a_config().brand.model_dump(include={"name", "site", "email", "postal_address", "language"})


def made(article: Article, topic: str | None = "health", buttons: dict[str, str] = BUTTONS) -> Draft:
    changes: dict[str, Any] = {"brand": BRAND | {"buttons": buttons}, "care": {"topic": topic}}
    config = a_config(**changes)
    name, recipe = build.recipe_named(None, config)
    return build.edition([article], name, recipe, config, "2026-W47", date(2026, 11, 22), say=lambda _: None)


def claiming(**changes: Any) -> Article:
    return an_article(lead=(a_paragraph("Honey heals a sore throat."),), **changes)


def rules(draft: Draft) -> list[str]:
    return [one.rule for one in draft.findings]


@pytest.mark.parametrize("part", ["newsletter.html", "newsletter.txt"])
def test_a_button_for_an_appointment_does_not_stand_beside_a_claim(part: str) -> None:
    text = made(claiming()).files[part].decode()
    assert "Book a visit" not in text
    assert "Ask a question" in text


def test_what_was_left_out_is_told_with_the_claim() -> None:
    (told,) = [one for one in made(claiming()).findings if one.rule == "button-left-out"]
    assert "“Book a visit”" in told.message
    assert "Honey heals a sore throat." in told.message


def test_an_articles_own_invitation_is_left_out_too() -> None:
    article = claiming(calls_to_action=(Link("Make an appointment", "https://bakery.example/visit"),))
    draft = made(article, buttons={})
    assert "Make an appointment" not in draft.files["newsletter.html"].decode()
    assert "button-left-out" in rules(draft)
    assert "claim-button" not in rules(draft)


def test_without_a_claim_every_button_stands() -> None:
    draft = made(an_article())
    assert "Book a visit" in draft.files["newsletter.html"].decode()
    assert not {"button-left-out", "claim-button"} & set(rules(draft))


def test_where_health_is_not_the_topic_a_button_stays_and_is_told_of() -> None:
    draft = made(claiming(), topic=None)
    assert "Book a visit" in draft.files["newsletter.html"].decode()
    assert {"claim-cure", "claim-button"} <= set(rules(draft))
    assert "button-left-out" not in rules(draft)


def test_a_claim_that_no_reader_sees_takes_no_button_away() -> None:
    hidden = an_article(
        lead=(a_paragraph("A loaf lives longer than most people think. " * 12), a_paragraph("Honey heals.")),
        sections=(),
    )
    draft = made(hidden)
    assert "Honey heals" not in draft.files["newsletter.txt"].decode()
    assert "Book a visit" in draft.files["newsletter.html"].decode()
