"""The archive's list and its feed, read back by a browser's parser and by a feed reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from pipeline.compose import archive
from pipeline.compose.archive import Entry
from pipeline.errors import ConfigError, TemplateError
from tests.factories import a_config

AT = datetime(2026, 11, 19, 8, tzinfo=UTC)
CONFIG = a_config(archive={"address": "https://bakery.example/news/", "folder": "public"})


def an_entry(label: str = "2026-W47", **changes: Any) -> Entry:
    entry = Entry(
        "weekly", label, f"weekly/{label}", "Bread that keeps", "A loaf lives long.", "en", date(2026, 11, 19), AT, AT
    )
    return replace(entry, **changes)


OLDER = an_entry("2026-W46", title="Soup & salt", published=AT - timedelta(weeks=1), updated=AT + timedelta(hours=1))


def test_the_newest_edition_comes_first_on_the_page_and_in_the_feed() -> None:
    page = LexborHTMLParser(archive.index([OLDER, an_entry()], CONFIG))
    assert [node.text(strip=True) for node in page.css("h2")] == ["Bread that keeps", "Soup & salt"]
    assert [one.title for one in feedparser.parse(archive.feed([OLDER, an_entry()], CONFIG)).entries] == [
        "Bread that keeps",
        "Soup & salt",
    ]


def test_every_edition_is_linked_by_its_whole_address() -> None:
    page = LexborHTMLParser(archive.index([an_entry(place="großes/2026-W47")], CONFIG))
    links = [node.attributes["href"] for node in page.css("main a")]
    assert links == ["https://bakery.example/news/gro%C3%9Fes/2026-W47/"]


def test_a_feed_reader_finds_all_it_needs() -> None:
    read = feedparser.parse(archive.feed([an_entry(), OLDER], CONFIG))
    assert not read.bozo
    assert (read.version, read.feed.title, read.feed.id) == (
        "atom10",
        "Example Bakery",
        "https://bakery.example/news/feed.xml",
    )
    assert read.feed.updated == "2026-11-19T09:00:00Z"
    first = read.entries[0]
    assert first.id == "tag:bakery.example,2026-11-19:weekly/2026-W47"
    assert (first.link, first.summary) == ("https://bakery.example/news/weekly/2026-W47/", "A loaf lives long.")
    assert (first.published, first.updated) == ("2026-11-19T08:00:00Z", "2026-11-19T08:00:00Z")
    assert all(link["href"].startswith("https://") for entry in read.entries for link in entry.links)


def test_the_feed_has_the_newest_fifty() -> None:
    many = [an_entry(f"2026-{n}", published=AT + timedelta(days=n)) for n in range(60)]
    read = feedparser.parse(archive.feed(many, CONFIG))
    assert [entry.link.rsplit("-", 1)[1] for entry in read.entries] == [f"{n}/" for n in range(59, 9, -1)]


def test_a_feed_without_editions_is_valid() -> None:
    read = feedparser.parse(archive.feed([], CONFIG))
    assert (read.bozo, read.entries) == (False, [])


@given(st.text(), st.text())
def test_any_subject_makes_a_feed_that_can_be_read(title: str, summary: str) -> None:
    read = feedparser.parse(archive.feed([an_entry(title=title, summary=summary)], CONFIG))
    assert not read.bozo
    assert len(read.entries) == 1


def test_markup_in_a_subject_is_text() -> None:
    page = archive.index([an_entry(title="<script>alert(1)</script>")], CONFIG)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_newsletter_is_named_only_where_there_are_several() -> None:
    assert "· weekly" not in archive.index([an_entry(), OLDER], CONFIG)
    other = an_entry(newsletter="daily", place="daily/2026-W47")
    assert "· daily" in archive.index([an_entry(), other], CONFIG)


def test_an_edition_in_another_language_says_so_and_the_page_stays_in_the_brands() -> None:
    page = LexborHTMLParser(archive.index([an_entry(language="ar")], CONFIG))
    assert [node.attributes["dir"] for node in page.css("li div[lang=ar]")] == ["rtl"]
    assert [node.attributes["lang"] for node in page.css("html")] == ["en"]


def test_the_page_is_in_the_brands_colours_in_light_and_dark() -> None:
    page = archive.index([an_entry()], CONFIG)
    assert page.count("--page:") == 2
    assert "prefers-color-scheme: dark" in page


def test_a_teams_own_list_counts_and_a_wrong_name_in_it_is_told(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "email" / "archive" / "index.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% for edition in editions %}\n{{ edition.titel }}\n{% endfor %}")
    with pytest.raises(TemplateError, match=r"templates/email/archive/index\.html, line 2"):
        archive.index([an_entry()], CONFIG.model_copy(update={"folder": tmp_path}))


def test_without_an_archive_there_is_no_address() -> None:
    with pytest.raises(ConfigError, match="has no archive"):
        archive.addresses(a_config())


def test_the_page_has_the_brands_fonts_and_corners() -> None:
    brand = a_config().brand.model_dump(mode="json") | {"fonts": {"headings": "slab"}, "corners": "round"}
    page = archive.index([an_entry()], CONFIG.model_copy(update={"brand": a_config(brand=brand).brand}))
    assert "Rockwell" in page
    assert "border-radius: 26px" in page
    assert "Georgia, Cambria" not in page
