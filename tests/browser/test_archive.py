"""The archive's front page is judged as the mails are."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import get_args

import pytest

from pipeline.compose import archive
from pipeline.compose.archive import Entry
from tests.browser.audit import audit
from tests.browser.editions import BRAND, LONG_WORD, SAID
from tests.browser.texts import texts
from tests.browser.window import Scheme, Window
from tests.factories import a_config

pytestmark = pytest.mark.browser
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)


def a_page(language: str = "en") -> str:
    config = a_config(
        brand=BRAND | {"language": language}, archive={"address": "https://moes.example/n", "folder": "n"}
    )
    at = datetime(2026, 11, 19, 8, tzinfo=UTC)
    told = [(SAID["nl"], "nl"), (SAID["ar"], "ar"), (LONG_WORD, "de")]
    entries = [
        Entry("weekly", f"W{i}", f"weekly/W{i}", text, text, tag, date(2026, 11, 19), at, at)
        for i, (text, tag) in enumerate(told)
    ]
    return archive.index(entries, config)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", ["en", "he"])
def test_an_audit_finds_nothing_and_all_can_be_read(window: Window, language: str, scheme: Scheme) -> None:
    page = a_page(language)
    assert audit(window, page, scheme) == []
    told = texts(window, page, scheme=scheme)
    assert len(told) > 8
    assert [text.faint() for text in told if text.faint()] == []


@pytest.mark.parametrize("width", [320, 375, 1200])
def test_nothing_is_wider_than_the_screen(window: Window, width: int) -> None:
    assert window.read(a_page(), "document.documentElement.scrollWidth", width) == width
