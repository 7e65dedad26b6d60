"""JSON Feed 1.0 and 1.1: each field has its place in the article, or a reason why not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import EmptySource, SourceError
from pipeline.ingest import feeds, files
from pipeline.model import Article

URL = "https://garden.example/feed.json"
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
KEYS = [
    *("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image"),
    *("date_published", "date_modified", "author", "authors", "language", "tags", "attachments"),
]


def a_feed(*items: Any, version: str = "1.1", **more: Any) -> bytes:
    top = {"version": f"https://jsonfeed.org/version/{version}", "title": "Garden", **more, "items": items}
    return json.dumps(top).encode()


def an_item(**changes: Any) -> dict[str, Any]:
    return {"id": "soil", "title": "Soil", "content_html": "<p>Soil holds water.</p>"} | changes


def only(**changes: Any) -> Article:
    (article,) = feeds.read(a_feed(an_item(**changes)), "feed.json", url=URL).articles
    return article


def test_an_item_gives_all_its_facts() -> None:
    article = only(
        url="/soil",
        external_url="https://other.example/study",
        summary="How soil works.",
        date_published="2026-05-04T08:00:00+02:00",
        authors=[{"name": "Ann Field", "url": "https://ann.example"}, {"name": "Bo Reed"}],
        language="nl-BE",
    )
    assert (article.guid, article.url, article.title, article.summary) == (
        "soil",
        "https://garden.example/soil",
        "Soil",
        "How soil works.",
    )
    assert (article.byline, article.language, article.references) == (
        "Ann Field, Bo Reed",
        "nl-BE",
        ("https://other.example/study",),
    )
    assert article.published is not None
    assert article.published.isoformat() == "2026-05-04T06:00:00+00:00"


def test_what_an_article_cannot_hold_is_told() -> None:
    article = only(
        image="a.jpg",
        tags=["soil", "water"],
        attachments=[{"url": "https://garden.example/a.mp3", "mime_type": "audio/mpeg"}, {"title": "Talk", "url": "b"}],
    )
    assert [piece.text for piece in article.dropped] == [
        *("soil, water", "https://garden.example/a.jpg", "https://garden.example/a.mp3", "Talk")
    ]
    assert all(piece.reason for piece in article.dropped)


def test_the_author_of_version_1_0_and_the_feeds_own_stand_in() -> None:
    one = a_feed(an_item(author={"name": "Ann Field"}), version="1")
    all_of_them = a_feed(an_item(), authors=[{"name": "The gardeners"}], language="de")
    assert feeds.read(one, "feed").articles[0].byline == "Ann Field"
    (article,) = feeds.read(all_of_them, "feed").articles
    assert (article.byline, article.language) == ("The gardeners", "de")


def test_an_id_may_be_a_number() -> None:
    assert [only(id=number).guid for number in (7, 7.5)] == ["7", "7.5"]


def test_an_item_without_id_is_known_by_its_address() -> None:
    assert only(id=None, url="https://garden.example/soil").guid == "https://garden.example/soil"


def test_an_item_about_another_page_alone_leads_there() -> None:
    article = only(external_url="https://other.example/study")
    assert (article.url, article.references) == ("https://other.example/study", ())


def test_plain_content_keeps_its_paragraphs_and_key_points() -> None:
    article = only(content_html=None, content_text="Where a < b holds, plant.\n\nElse wait.\n💡 Use grass.")
    blocks = [block.text for section in article.sections for block in section.blocks]
    assert [block.text for block in article.lead] + blocks == ["Where a < b holds, plant.", "Else wait."]
    assert [point.text for point in article.key_points] == ["Use grass."]


def test_relative_links_start_at_the_items_page() -> None:
    article = only(url="https://garden.example/2026/soil/", content_html="<p>See <a href='map'>the map</a> of it.</p>")
    assert 'href="https://garden.example/2026/soil/map"' in article.lead[0].html


def test_a_character_in_two_halves_is_whole_and_a_lone_half_is_marked() -> None:
    assert only(title="Rest \ud83d\udca1 well").title == "Rest 💡 well"
    assert only(title="Half a \ud83d sign").title == "Half a \ufffd sign"


@pytest.mark.parametrize("date", ["", "yesterday", "2026-13-45T00:00:00Z", "9999-12-31T23:59:59-14:00", 5])
def test_a_date_that_no_calendar_has_gives_way_to_that_of_the_change(date: Any) -> None:
    assert only(date_published=date).published is None
    changed = only(date_published=date, date_modified="2026-05-04t08:00:00z").published
    assert changed is not None
    assert changed.year == 2026


def test_a_feed_is_known_by_its_looks_or_by_its_header() -> None:
    feed = a_feed(an_item())
    bare = b'{"items": [{"id": "1", "content_text": "Soil holds water."}]}'
    assert feeds.looks_like_feed(b"\xef\xbb\xbf \n" + feed)
    assert feeds.looks_like_feed(feed.decode().encode("utf-16"))
    assert feeds.looks_like_feed(bare, "application/feed+json; charset=utf-8")
    assert not feeds.looks_like_feed(bare, "application/json")
    assert not feeds.looks_like_feed(b'{"name": "jsonfeed.org", "version": "1.1"}')


def test_files_of_json_are_read_where_they_are_feeds(tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_bytes(a_feed(an_item()))
    (tmp_path / "package.json").write_text('{"name": "site", "version": "1.1"}')
    found = files.read(tmp_path)
    assert ([article.title for article in found.articles], found.dropped) == (["Soil"], [])
    with pytest.raises(SourceError, match=r"package\.json is no RSS, Atom or JSON feed"):
        files.read(tmp_path / "package.json")


BROKEN = [
    (b'{"version": "https://jsonfeed.org/version/1",\n "items": [}', "is damaged in line 2"),
    (b'{"version": "https://jsonfeed.org/version/1", "a": ' + b"[" * 100_000, "is damaged"),
    (b'{"version": "https://jsonfeed.org/version/1"}', "has no list of items"),
    (b'{"version": "https://jsonfeed.org/version/1", "items": {}}', "has no list of items"),
    (a_feed(*[{}] * 20_001), "holds more than 20,000 entries"),
]


@pytest.mark.parametrize(("source", "message"), BROKEN)
def test_a_broken_feed_is_told_in_one_sentence(source: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        feeds.read(source, "feed.json")
    assert "\n" not in str(caught.value)


def test_a_feed_without_texts_is_empty() -> None:
    with pytest.raises(EmptySource, match="holds no entries with text"):
        feeds.read(a_feed({"id": "1"}, 7, None), "feed.json")


@given(st.dictionaries(st.sampled_from(KEYS), ANY))
def test_values_of_any_kind_are_read_or_count_as_left_out(item: dict[str, Any]) -> None:
    found = feeds.read(a_feed(an_item(), item), "feed.json", url=URL)
    assert found.articles[0].title == "Soil"
    assert found.entries == 2
