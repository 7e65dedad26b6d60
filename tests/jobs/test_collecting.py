"""Rounds over feeds: what is new is noted once, an edit is an update, and servers are asked for no more than that."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from pipeline.errors import NotNow, SourceError
from pipeline.jobs import collecting, paging, rounds
from pipeline.ledger import articles
from pipeline.ledger.schema import articles as table
from pipeline.model import Article
from tests.jobs.desks import DAY, HOUR, House, told
from tests.jobs.feeds_fake import FEED, Web, a_feed, a_page, a_summary, an_entry

BREAD, SOUP = "https://bakery.example/bread", "https://bakery.example/soup"


class Bakery(House):
    """A house with one feed, that was seen empty before."""

    def __init__(self, folder: Path, **source: Any) -> None:
        super().__init__(folder)
        self.get = self.web = Web({FEED: a_feed()})
        self.subscribe(**source)
        assert self.collect() == []

    def subscribe(self, feed: str = FEED, **source: Any) -> None:
        self.configure(sources={"blog": {"feed": feed, **source}}, newsletters={"weekly": {"from": ["blog"]}})

    def collect(self) -> list[str]:
        return told(list(collecting.collect(self.desk)))

    def publish(self, *entries: str) -> list[str]:
        """The feed holds these now; what a round tells."""
        self.web.pages[FEED] = a_feed(*entries)
        return self.collect()

    @property
    def known(self) -> list[Article]:
        with self.desk.ledger.reading() as connection:
            every = list(connection.execute(select(table.c.identity).order_by(table.c.identity)).scalars())
            return articles.get(connection, self.desk.brand, every)

    @property
    def waiting(self) -> list[str]:
        with self.desk.ledger.reading() as connection:
            found = articles.waiting(connection, self.desk.brand, ["blog", "other"], ["weekly"])
        return sorted(article.title for article in found)


@pytest.fixture
def bakery(tmp_path: Path) -> Bakery:
    return Bakery(tmp_path)


def text(article: Article) -> str:
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    return " ".join(block.text for block in blocks)


# Identity

AGAIN = {
    "another title": an_entry("Rye", guid="Bread", link=BREAD),
    "another guid": an_entry("Bread", guid="17", link=BREAD),
    "another link": an_entry("Bread", guid="Bread", link="https://bakery.example/2026/bread"),
    "http": an_entry("Bread", guid="17", link="http://www.bakery.example/bread/"),
    "tracking": an_entry("Bread", guid="17", link=f"{BREAD}?utm_source=rss"),
    "another text": an_entry("Bread", "<p>Bread needs rest.</p><p>And more.</p>"),
}


@pytest.mark.parametrize("how", AGAIN)
def test_an_article_that_changed_is_the_same_article(bakery: Bakery, how: str) -> None:
    bakery.publish(an_entry("Bread"))
    bakery.publish(AGAIN[how])
    bakery.publish(AGAIN[how], an_entry("Soup"))
    assert [article.guid for article in bakery.known] == ["Bread", "Soup"]
    assert text(bakery.known[0]) in {
        "Bread needs time. It is good.",
        "Rye needs time. It is good.",
        "Bread needs rest. And more.",
    }


def test_an_edit_updates_what_waits_for_a_yes(bakery: Bakery) -> None:
    bakery.publish(an_entry("Bread"))
    assert "draft 1" in bakery.draft()[0]
    assert bakery.publish(an_entry("Bread", "<p>Bread needs rest.</p><p>💡 Rest is best.</p>")) == [
        "draft 1: weekly/2026-W48 follows its article, which changed. It needs approval."
    ]


def test_a_guid_that_moves_to_another_page_stays_with_its_article(bakery: Bakery) -> None:
    for soup in ("a soup", "the soup"):  # before and after the address in the alphabet
        bakery.publish(an_entry("Bread"), an_entry("Soup", guid=soup, link=f"{SOUP}/{soup[0]}"))
        bakery.publish(an_entry("Soup, once more", guid=soup, link=BREAD))
        assert {article.guid: article.title for article in bakery.known}[soup] == "Soup, once more"


def test_what_falls_out_of_a_feed_and_comes_back_is_not_new(bakery: Bakery) -> None:
    old = [an_entry(f"Bread{number}") for number in range(300)]
    bakery.publish(*old)
    bakery.publish(*(an_entry(f"Soup{number}") for number in range(300)))
    before = bakery.waiting
    bakery.publish(*old)
    assert (len(before), bakery.waiting) == (600, before)


def test_numbers_for_guids_name_articles_of_their_own_feed_only(tmp_path: Path) -> None:
    house, other = Bakery(tmp_path), "https://garden.example/feed"
    sources = {"blog": {"feed": FEED}, "other": {"feed": other, "backlog": 9}}
    house.configure(sources=sources, newsletters={"weekly": {"from": ["blog", "other"]}})
    house.web.pages[other] = a_feed(an_entry("Soil", guid="7", link="https://garden.example/soil"))
    house.publish(an_entry("Bread", guid="7"))
    house.collect()
    assert house.waiting == ["Bread", "Soil"]


def test_an_article_that_two_sources_tell_differently_stays_as_the_first_tells_it(tmp_path: Path) -> None:
    house, other = Bakery(tmp_path), "https://aggregator.example/feed"
    house.publish(an_entry("Bread"))
    sources = {"blog": {"feed": FEED}, "other": {"feed": other, "backlog": 9}}
    house.configure(sources=sources, newsletters={"weekly": {"from": ["blog", "other"]}})
    house.web.pages[other] = a_feed(an_entry("Bread", "<p>Bread, told shorter.</p>", guid="x"))
    for _ in range(2):
        house.collect()
        assert [text(article) for article in house.known] == ["Bread needs time. It is good."]


def test_a_source_that_is_renamed_or_moved_keeps_its_articles(bakery: Bakery) -> None:
    bakery.publish(an_entry("Bread"))
    moved = "https://bakery.example/new/feed"
    bakery.web.pages[moved] = a_feed(an_entry("Bread"), an_entry("Soup"))
    bakery.subscribe(moved)
    assert bakery.collect() == []
    assert bakery.waiting == ["Bread", "Soup"]


def test_a_date_that_lies_ahead_does_not_make_an_article_the_newest(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.get = Web({FEED: a_feed(
        an_entry("Bread", more="<pubDate>Mon, 01 Jan 2099 00:00:00 GMT</pubDate>"),
        an_entry("Soup", more="<pubDate>Mon, 16 Nov 2026 00:00:00 GMT</pubDate>"),
    )})  # fmt: skip
    house.configure(sources={"blog": {"feed": FEED, "backlog": 1}}, newsletters={"weekly": {"from": ["blog"]}})
    list(collecting.collect(house.desk))
    with house.desk.ledger.reading() as connection:
        (article,) = articles.waiting(connection, house.desk.brand, ["blog"], ["weekly"])
        (bread,) = articles.get(connection, house.desk.brand, ["Bread"])
    assert article.title == "Soup"
    assert (bread.published, bread.dropped[-1].reason) == (None, "a date that lies ahead")


# Asking for what is new


def test_what_did_not_change_is_not_sent_again(bakery: Bakery) -> None:
    bakery.web.etags[FEED] = '"1"'
    bakery.publish(an_entry("Bread"))
    bakery.web.pages[FEED] = b"This would be told if it were read."
    assert bakery.collect() == []
    assert [etag for _, _, etag in bakery.web.asked] == [None, None, '"1"']
    bakery.web.etags[FEED] = '"2"'
    bakery.publish(an_entry("Bread"), an_entry("Soup"))
    assert bakery.waiting == ["Bread", "Soup"]


def test_what_would_be_read_otherwise_is_sent_again(bakery: Bakery) -> None:
    bakery.web.etags[FEED] = '"1"'
    bakery.publish(an_entry("Bread"))
    bakery.subscribe(rights="quote")
    bakery.collect()
    assert bakery.known[0].rights == "quote"


def test_suggestions_that_are_turned_off_go_though_the_feed_did_not_change(bakery: Bakery) -> None:
    bakery.web.etags[FEED] = '"1"'
    plain = "<p>Bread that rests for a whole night tastes fuller than bread that is baked in a hurry.</p>"
    bakery.publish(an_entry("Bread", plain))
    assert [point.origin for point in bakery.known[0].key_points] == ["suggested"]
    bakery.configure(
        sources={"blog": {"feed": FEED}}, newsletters={"weekly": {"from": ["blog"]}}, suggest_key_points=False
    )
    bakery.collect()
    assert bakery.known[0].key_points == ()


def test_an_article_whose_source_was_taken_away_is_the_other_sources_though_that_did_not_change(tmp_path: Path) -> None:
    house, other = Bakery(tmp_path), "https://aggregator.example/feed"
    house.web.pages[other], house.web.etags[other] = a_feed(an_entry("Bread", guid="x")), '"1"'
    sources = {"blog": {"feed": FEED}, "magazine": {"feed": other, "backlog": 9}}
    house.configure(sources=sources, newsletters={"weekly": {"from": ["blog", "magazine"]}})
    house.publish(an_entry("Bread"))
    del sources["blog"]
    house.configure(sources=sources, newsletters={"weekly": {"from": ["magazine"]}})
    house.collect()
    with house.desk.ledger.reading() as connection:
        (article,) = articles.waiting(connection, house.desk.brand, ["magazine"], ["weekly"])
    assert article.title == "Bread"


def test_a_version_that_could_not_be_read_is_asked_for_again(bakery: Bakery) -> None:
    bakery.web.etags[FEED] = '"1"'
    bakery.web.pages[FEED] = b"<html><h1>Out of order</h1></html>"
    assert "is a page, not a feed" in bakery.collect()[0]
    bakery.publish(an_entry("Bread"))
    assert bakery.waiting == ["Bread"]


def test_a_feed_that_moved_is_told_with_its_new_address(bakery: Bakery) -> None:
    bakery.web.moved[FEED] = "https://bakery.example/rss"
    assert bakery.collect() == [
        f"sources.blog: {FEED} moved for good to https://bakery.example/rss. Write that address in config.yaml."
    ]


def test_a_server_that_asks_to_be_left_alone_is_until_then(bakery: Bakery) -> None:
    bakery.web.pages[FEED] = NotNow(f"{FEED} answers with status 429: we ask too often. Try again later.", 2 * HOUR)
    (line,) = bakery.collect()
    assert line.endswith("Try again later. It is asked again after 2026-11-23 11:00.")
    bakery.web.addresses()
    bakery.time += HOUR
    assert bakery.publish(an_entry("Bread")) == [
        "sources.blog: is left alone, as it asked; it is asked again after 2026-11-23 11:00."
    ]
    assert bakery.web.addresses() == []
    bakery.time += HOUR
    assert bakery.collect() == []
    assert bakery.waiting == ["Bread"]


def test_waiting_forgets_no_version(bakery: Bakery) -> None:
    bakery.web.etags[FEED] = '"1"'
    bakery.publish(an_entry("Bread"))
    feed, bakery.web.pages[FEED] = bakery.web.pages[FEED], NotNow("busy", HOUR)
    bakery.collect()
    bakery.time += HOUR
    bakery.web.pages[FEED] = feed
    bakery.collect()
    assert bakery.web.asked[-1] == (FEED, False, '"1"')


# Many at once


def many(house: Bakery, count: int) -> dict[str, str]:
    feeds = {f"s{number:02d}": f"https://{number}.example/feed" for number in range(count)}
    sources = {name: {"feed": feed} for name, feed in feeds.items()}
    house.configure(sources=sources, newsletters={"weekly": {"from": sorted(feeds, reverse=True)}})
    return feeds


def test_feeds_are_fetched_side_by_side_and_told_in_the_order_of_the_configuration(bakery: Bakery) -> None:
    feeds = many(bakery, 12)
    together = threading.Barrier(4, timeout=20)
    bakery.web.before = lambda url: together.wait() if url in list(feeds.values())[:4] else None
    bakery.web.pages = {feed: SourceError(f"{feed} is down.") for feed in feeds.values()}
    assert bakery.collect() == [f"sources.{name}: {feed} is down." for name, feed in feeds.items()]


def test_a_feed_that_fails_in_any_way_stops_no_other(bakery: Bakery) -> None:
    feeds = many(bakery, 4)
    pages: list[bytes | Exception] = [
        a_feed(),
        RuntimeError("a bug"),
        SourceError("It is down."),
        a_feed(an_entry("Bread")),
    ]
    bakery.web.pages = dict(zip(feeds.values(), pages, strict=True))
    first, second, third = bakery.collect()
    assert first.startswith("sources.s01: It broke off (RuntimeError in feeds_fake.py")
    assert second == "sources.s02: It is down."
    assert third.startswith("sources.s03: seen for the first time.")
    assert all(event.needs_person for event in list(collecting.collect(bakery.desk))[:2])


def test_a_login_in_a_feeds_address_is_neither_kept_nor_shown(bakery: Bakery) -> None:
    private = "https://me:canary@bakery.example/private"
    bakery.web.pages[private] = a_feed(an_entry("Bread"))
    bakery.subscribe(private)
    lines = bakery.collect()
    bakery.desk.ledger.mark()
    assert lines
    assert "canary" not in "".join(lines)
    assert not any(b"canary" in path.read_bytes() for path in bakery.folder.glob("ledger.db*"))


# The text of pages


@pytest.fixture
def summaries(tmp_path: Path) -> Bakery:
    house = Bakery(tmp_path, full_text="page")
    house.web.pages |= {BREAD: a_page("Bread"), SOUP: a_page("Soup")}
    house.web.addresses()
    return house


def test_the_page_of_a_new_summary_is_fetched_once(summaries: Bakery) -> None:
    assert summaries.publish(a_summary("Bread")) == []
    assert summaries.web.addresses() == [BREAD, FEED]
    assert summaries.publish(a_summary("Bread"), a_summary("Soup")) == []
    assert summaries.web.addresses() == [FEED, SOUP]
    bread = summaries.known[0]
    assert text(bread) == "Bread needs time, flour, water and salt."
    assert [point.text for point in bread.key_points] == ["Bread keeps in paper."]
    assert (bread.guid, bread.url, bread.source, bread.summary) == ("Bread", BREAD, FEED, "Bread needs […]")


def test_an_entry_with_its_whole_text_needs_no_page(summaries: Bakery) -> None:
    summaries.publish(an_entry("Bread"))
    assert summaries.web.addresses() == [FEED]


def test_without_the_key_no_page_is_fetched_and_a_new_source_says_what_it_lacks(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.get = web = Web({FEED: a_feed(a_summary("Bread"), an_entry("Soup"))})
    house.configure(sources={"blog": {"feed": FEED}}, newsletters={"weekly": {"from": ["blog"]}})
    lines = told(list(collecting.collect(house.desk)))
    assert lines[-1] == (
        "sources.blog: holds only a summary of some articles (1 of 2). "
        "For the text of their pages write `full_text: page` under it in config.yaml."
    )
    assert web.addresses() == [FEED]


def test_an_edited_summary_fetches_its_page_again(summaries: Bakery) -> None:
    summaries.publish(a_summary("Bread"))
    summaries.web.pages[BREAD] = a_page("Bread", "<p>Bread needs much more rest than that, and a warm place.</p>")
    summaries.publish(a_summary("Bread"))
    assert text(summaries.known[0]) == "Bread needs time, flour, water and salt."
    summaries.publish(a_summary("Bread", "Bread, as we know by now,"))
    assert text(summaries.known[0]) == "Bread needs much more rest than that, and a warm place."


def test_a_page_that_cannot_be_read_leaves_the_summary_and_stops_no_other(summaries: Bakery) -> None:
    del summaries.web.pages[BREAD]
    assert summaries.publish(a_summary("Bread"), a_summary("Soup")) == [
        "sources.blog: the page of “Bread” cannot be read, so its summary stands: "
        f"{BREAD} answers with status 404: there is no such page."
    ]
    assert [text(article) for article in summaries.known] == [
        "Bread needs […]",
        "Soup needs time, flour, water and salt.",
    ]


def test_a_page_that_could_not_be_read_is_tried_again_later_though_its_feed_did_not_change(summaries: Bakery) -> None:
    summaries.web.etags[FEED] = '"1"'
    page = summaries.web.pages.pop(BREAD)
    assert len(summaries.publish(a_summary("Bread"))) == 1
    assert summaries.collect() == []
    assert summaries.web.asked[-1][2] is None
    summaries.web.pages[BREAD] = page
    summaries.time += HOUR
    assert summaries.collect() == []
    assert text(summaries.known[0]) == "Bread needs time, flour, water and salt."
    summaries.collect()
    assert summaries.web.asked[-1][2] == '"1"'


def test_an_edited_summary_does_not_take_the_place_of_the_text_while_its_page_is_away(summaries: Bakery) -> None:
    summaries.publish(a_summary("Bread"))
    del summaries.web.pages[BREAD]
    edited = a_summary("Bread", "Bread, as we know by now,")
    (line,) = summaries.publish(edited)
    assert line.startswith("sources.blog: the page of “Bread” cannot be read, so its earlier text stands: ")
    assert text(summaries.known[0]) == "Bread needs time, flour, water and salt."
    summaries.web.pages[BREAD] = a_page("Bread", "<p>Bread needs much more rest than that, and a warm place.</p>")
    summaries.time += HOUR
    assert summaries.publish(edited) == []
    assert text(summaries.known[0]) == "Bread needs much more rest than that, and a warm place."


def test_a_page_that_fails_in_any_way_stops_no_other(summaries: Bakery) -> None:
    summaries.web.pages[BREAD] = ZeroDivisionError("a failure nobody foresaw")
    (line,) = summaries.publish(a_summary("Bread"), a_summary("Soup"))
    assert "the page of “Bread” cannot be read, so its summary stands: " in line
    assert text(summaries.known[1]) == "Soup needs time, flour, water and salt."


def test_a_page_whose_server_asks_to_be_left_alone_is_tried_after_that(summaries: Bakery) -> None:
    page, summaries.web.pages[BREAD] = summaries.web.pages[BREAD], NotNow(f"{BREAD} is busy.", 5 * HOUR)
    summaries.publish(a_summary("Bread"))
    summaries.web.pages[BREAD] = page
    for hours, texts in ((4, "Bread needs […]"), (1, "Bread needs time, flour, water and salt.")):
        summaries.time += hours * HOUR
        summaries.publish(a_summary("Bread"))
        assert text(summaries.known[0]) == texts


def test_a_page_that_is_never_there_is_tried_five_times(summaries: Bakery) -> None:
    del summaries.web.pages[BREAD]
    for _ in range(20):
        summaries.publish(a_summary("Bread"))
        summaries.time += DAY
    assert summaries.web.addresses().count(BREAD) == 5


@pytest.mark.parametrize("page", [a_page("Bread", "<p>Log in!</p>"), a_feed(an_entry("Bread")), b"\x89PNG", b""])
def test_a_page_with_less_than_the_summary_is_not_taken(summaries: Bakery, page: bytes) -> None:
    summaries.web.pages[BREAD] = page
    (line,) = summaries.publish(a_summary("Bread", "Bread, as all who ever baked some know,"))
    assert "cannot be read, so its summary stands" in line
    assert text(summaries.known[0]).endswith("needs […]")


def test_a_round_fetches_a_few_pages_and_the_next_rounds_the_others(summaries: Bakery) -> None:
    names = [f"Bread{number:02d}" for number in range(paging.AT_ONCE + 3)]
    summaries.web.etags[FEED] = '"1"'
    summaries.web.pages |= {f"https://bakery.example/{name.lower()}": a_page(name) for name in names}
    summaries.publish(*map(a_summary, names))
    assert len(summaries.waiting) == paging.AT_ONCE
    summaries.collect()
    assert summaries.waiting == names
    assert all("flour" in text(article) for article in summaries.known)


def test_only_pages_on_the_feeds_own_host_may_be_private(tmp_path: Path) -> None:
    house = Bakery(tmp_path, full_text="page", allow_private=True)
    house.publish(a_summary("Bread"), an_entry("Soup", "<p>Soup […]</p>", link="http://router.example/admin"))
    assert {url: private for url, private, _ in house.web.asked} == {
        FEED: True,
        BREAD: True,
        "http://router.example/admin": False,
    }


def test_what_was_only_recorded_has_no_page_fetched(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.get = web = Web({FEED: a_feed(a_summary("Bread"), a_summary("Soup")), BREAD: a_page("Bread")})
    source = {"feed": FEED, "full_text": "page", "backlog": 1}
    house.configure(sources={"blog": source}, newsletters={"weekly": {"from": ["blog"]}})
    for _ in range(2):
        list(collecting.collect(house.desk))
    assert web.addresses() == [BREAD, FEED, FEED]


def test_a_page_that_a_person_named_is_not_replaced_by_its_summary(bakery: Bakery) -> None:
    bakery.publish(a_summary("Bread"))
    bakery.web.pages[BREAD] = a_page("Bread")
    bakery.draft(places=[BREAD])
    bakery.collect()
    assert [text(article) for article in bakery.known] == ["Bread needs time, flour, water and salt."]


def test_a_service_fetches_every_quarter_of_an_hour(bakery: Bakery) -> None:
    service = rounds.Service(bakery.desk)
    bakery.web.addresses()
    for minutes in (0, 5, 14, 15):
        bakery.time += timedelta(minutes=minutes)
        list(service.round())
    assert bakery.web.addresses() == [FEED] * 3
