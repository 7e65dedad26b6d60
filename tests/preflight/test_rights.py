"""Whose an article is: what its own end says of it, and what config.yaml says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.model import Article, Dropped, Edition
from pipeline.preflight import rights
from tests.factories import a_config, an_article

CREDIT, FEED, FOOTER = "credits of the publisher", "footer of the feed", "page footer"


def found(article: Article, **config: Any) -> list[tuple[str, str]]:
    edition = Edition("weekly", "weekly/2026-W40", date(2026, 10, 1), (article,))
    return [(one.severity, one.message) for one in rights.check(edition, a_config(**config))]


def ended(text: str, reason: str = CREDIT, **changes: Any) -> Article:
    return an_article(dropped=(Dropped(text, reason),), **changes)


@pytest.mark.parametrize(
    ("text", "reason", "severity", "name"),
    [
        ("This article was first published in Garden Weekly.", CREDIT, "warning", "Garden Weekly"),
        ("Dit artikel is zorgvuldig vervaardigd door Tuin & Co, een mooi platform.", CREDIT, "warning", "Tuin & Co"),
        ("Dieser Beitrag erschien zuerst auf Garten und Haus.", CREDIT, "warning", "Garten und Haus"),
        ("The post Salt and time appeared first on Garden Weekly.", FEED, "note", "Garden Weekly"),
        ("© 2019–2026 Verlag Grüner Daumen | Impressum", FOOTER, "note", "Verlag Grüner Daumen"),
        ("Copyright 2026 by Garden Weekly. All rights reserved.", FOOTER, "note", "Garden Weekly"),
    ],
)
def test_a_publisher_is_named_once(text: str, reason: str, severity: str, name: str) -> None:
    ((grave, message),) = found(ended(text, reason))
    assert (grave, f"by {name}," in message) == (severity, True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("This article was written by Nell Okafor.", CREDIT),  # she may be one of us
        ("This article was published by the author.", CREDIT),
        ("Follow us on Facebook", CREDIT),
        ("© 2026 Example Bakery Ltd", FOOTER),
        ("© 2026 All rights reserved", FOOTER),
        ("Copyright 2026 Nell Okafor", FOOTER),
        ("This article was published by Garden Weekly.", "comments"),
    ],
)
def test_our_own_name_and_the_author_ask_no_question(text: str, reason: str) -> None:
    assert found(ended(text, reason, byline="Nell Okafor")) == []


def test_a_notice_may_say_whose_it_is() -> None:
    notice = "Ask a baker first. Garden Weekly accepts no liability for what you bake."
    ((severity, message),) = found(an_article(notices=(notice,)))
    assert (severity, "Garden Weekly" in message) == ("warning", True)
    assert found(an_article(notices=("The author accepts no liability.", "We accept none."))) == []


def test_who_wrote_rights_down_is_asked_no_more(tmp_path: Path) -> None:
    theirs = ended("This article was published by Garden Weekly.", source=str(tmp_path / "read" / "salt.md"))
    folder = str(tmp_path / "read")
    weekly = {"weekly": {"from": ["desk"], "every": "thursday", "at": "09:00"}}
    assert found(theirs, sources={"desk": {"folder": folder}}, newsletters=weekly) != []
    assert found(theirs, sources={"desk": {"folder": folder, "rights": "ours"}}, newsletters=weekly) == []
    assert found(theirs, sources={"desk": {"folder": f"{folder}/old", "rights": "ours"}}, newsletters=weekly) != []
    assert found(replace(theirs, rights="quote")) == []
    assert found(replace(theirs, rights="permission")) == []


def test_the_feed_of_another_site_may_be_ours() -> None:
    article = an_article(source="https://pages.example/feed", url="https://pages.example/bakery/bread")
    weekly = {"weekly": {"from": ["blog"], "every": "thursday", "at": "09:00"}}
    assert [severity for severity, _ in found(article)] == ["note"]
    feed = {"feed": "https://pages.example/feed", "rights": "ours"}
    assert found(article, sources={"blog": feed}, newsletters=weekly) == []


def test_an_article_without_an_address_and_without_a_publisher_is_ours() -> None:
    assert found(an_article(url=None)) == []
