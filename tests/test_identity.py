"""When two articles are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import identity
from pipeline.model import Article
from tests.factories import an_article

PAGE = "https://bakery.example/bread?p=7"
SAME = [
    *("http://bakery.example/bread?p=7", "https://www.bakery.example/bread?p=7", "https://bakery.example/bread/?p=7"),
    *("HTTPS://Bakery.Example:443/bread?p=7", "https://bakery.example./bread?p=7#comments", f" {PAGE} "),
    *(f"{PAGE}&utm_source=rss&utm_medium=feed", "https://bakery.example/bread?fbclid=x&p=7", f"{PAGE}&gclid=1&"),
    "https://bakery.example/br%65ad?p=7",
]
OTHER = [
    *("https://bakery.example/bread", "https://bakery.example/bread?p=8", "https://bakery.example/Bread?p=7"),
    *("https://bakery.example:8443/bread?p=7", "https://shop.bakery.example/bread?p=7", "ftp://bakery.example/bread?p=7"),
    *("https://bakery.example/bread?p=7&q=utm_source", "tag:bakery.example,2026:7", "7", "http://[::1", ""),
]  # fmt: skip


@pytest.mark.parametrize("url", SAME)
def test_one_page_has_one_plain_link_however_it_is_written(url: str) -> None:
    assert identity.plain_link(url) == identity.plain_link(PAGE)


@pytest.mark.parametrize("url", OTHER)
def test_another_page_has_another(url: str) -> None:
    assert identity.plain_link(url) != identity.plain_link(PAGE)


def test_names_in_other_scripts_are_the_same_as_their_punycode() -> None:
    assert identity.plain_link("https://bücher.example/a") == identity.plain_link("https://xn--bcher-kva.example/a")


@given(st.text())
def test_any_text_has_a_plain_link_that_stays_as_it_is(text: str) -> None:
    once = identity.plain_link(text)
    assert identity.plain_link(once) == once or identity.plain_link(f"https://{once}") == once


def new(articles: list[Article], known: frozenset[str]) -> list[Article]:
    """Those that have none of the marks in `known`."""
    return [article for article, own in identity.telling(articles) if own.isdisjoint(known)]


def found(*articles: Article) -> list[str]:
    return [article.guid for article in identity.once(articles)[0]]


def test_an_article_of_two_places_is_there_once_and_the_other_is_named() -> None:
    feed = an_article(guid="tag:7", url=f"{PAGE}&utm_source=rss", source="feed")
    file = an_article(guid=PAGE, url=PAGE, source="bread.md")
    assert identity.once([feed, file]) == ([feed], [(file, feed)])
    assert identity.once([file, feed]) == ([file], [(feed, file)])


def test_articles_that_have_only_the_front_page_in_common_are_two() -> None:
    home = "https://bakery.example/"
    assert found(an_article(guid="1", url=home, source="a"), an_article(guid="2", url=home, source="b")) == ["1", "2"]


def test_entries_that_share_a_page_of_their_feed_are_several() -> None:
    page = "https://bakery.example/changes"
    entries = [an_article(guid=f"{page}#v{number}", url=f"{page}#v{number}", source="feed") for number in range(3)]
    assert found(*entries) == [entry.guid for entry in entries]
    first = identity.marks(entries[0].guid, entries[0].url) | {entries[0].guid}
    assert new(entries[1:], first) == entries[1:]


def test_one_feed_that_lists_an_article_twice_gives_it_once() -> None:
    plain, tracked = (an_article(guid=url, url=url, source="feed") for url in (PAGE, SAME[0]))
    assert found(plain, tracked) == [PAGE]


def test_a_known_article_is_not_new_under_another_address() -> None:
    known = identity.marks("tag:7", PAGE)
    assert new([an_article(guid=SAME[1], url=SAME[1])], known) == []
    assert new([an_article(guid="tag:7", url=None)], known) == []
    assert len(new([an_article(guid="tag:8", url="https://bakery.example/soup")], known)) == 1
