"""What a feed held when it was first seen is left alone; what comes after is drafted, and nothing else is asked of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.errors import SourceError
from pipeline.ingest.fetch import Fetched
from pipeline.jobs import rounds
from pipeline.jobs.service import Service
from tests.factories import a_config

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
ADDRESS = "https://bakery.example/feed"


class Feed:
    """A feed that can be added to, and counts how often it is asked."""

    def __init__(self, *titles: str) -> None:
        self.titles = [*titles]
        self.asked = 0
        self.down = False

    def __call__(self, url: str, _: bool) -> Fetched:
        self.asked += 1
        if self.down:
            raise SourceError(f"{url} cannot be reached.")
        items = "".join(
            f"<item><title>{title}</title><guid>{title}</guid><link>https://bakery.example/{title}</link>"
            f"<description>&lt;p&gt;{title} needs time, and a paper bag.&lt;/p&gt;</description></item>"
            for title in self.titles
        )
        page = f"<rss version='2.0'><channel><title>Bakery</title>{items}</channel></rss>"
        return Fetched(url, page.encode(), "application/rss+xml")


def a_service(folder: Path, feed: Feed) -> Service:
    config = a_config(
        sources={"blog": {"feed": ADDRESS}},
        newsletters={"weekly": {"from": ["blog"], "every": "thursday"}},
        social={"from": ["blog"], "networks": {"mastodon": {"days": ["friday"]}}},
        channels={"outbox": {"type": "outbox", "folder": str(folder / "outbox")}},
    )
    return Service(config, folder / "drafts", feed)


def told(service: Service, now: datetime) -> list[str]:
    return [
        f"{event.reference.rpartition(' ')[0] or event.reference}: {event.message.split(' in ')[0]}"
        for event in rounds.run(service, now)
    ]


def test_what_a_feed_holds_at_first_sight_is_told_and_left_alone(tmp_path: Path) -> None:
    feed = Feed("Bread", "Soup")
    service = a_service(tmp_path, feed)
    assert told(service, MONDAY) == [
        "sources/blog: seen for the first time: its 2 articles of before are left alone, new ones are drafted"
    ]
    feed.titles.insert(0, "Compost")
    assert told(service, MONDAY + QUARTER) == ["social/Compost: 1 posts drafted"]
    feed.titles.insert(0, "Herbs")
    assert told(a_service(tmp_path, feed), MONDAY + 2 * QUARTER) == ["social/Herbs: 1 posts drafted"]
    titles = {path.name.split("-")[0] for path in (tmp_path / "drafts" / "social").iterdir()}
    assert titles == {"Compost", "Herbs"}


def test_a_newsletter_takes_what_came_after_first_sight(tmp_path: Path) -> None:
    feed = Feed("Bread")
    service = a_service(tmp_path, feed)
    told(service, MONDAY)
    feed.titles.insert(0, "Compost")
    told(service, MONDAY + timedelta(days=2))
    (described,) = (tmp_path / "drafts" / "weekly").rglob("edition.json")
    assert "Compost" in described.read_text()
    assert "Bread" not in described.read_text()


def test_a_feed_is_asked_every_quarter_of_an_hour_and_no_oftener(tmp_path: Path) -> None:
    feed = Feed("Bread")
    service = a_service(tmp_path, feed)
    told(service, MONDAY)
    before = feed.asked
    for seconds in range(0, 15 * 60, 30):
        told(service, MONDAY + timedelta(seconds=seconds))
    assert feed.asked == before
    told(service, MONDAY + QUARTER)
    assert feed.asked == before + 1


def test_a_feed_that_is_down_at_first_is_told_and_its_archive_is_still_not_drafted(tmp_path: Path) -> None:
    feed = Feed("Bread")
    feed.down = True
    service = a_service(tmp_path, feed)
    assert any("cannot be reached" in line for line in told(service, MONDAY))
    asked = feed.asked
    told(service, MONDAY + QUARTER / 2)
    assert feed.asked == asked
    feed.down = False
    assert len(told(service, MONDAY + QUARTER)) == 1
    assert not (tmp_path / "drafts" / "social").exists()


def test_a_damaged_note_of_what_was_seen_drafts_nothing_and_is_told(tmp_path: Path) -> None:
    feed = Feed("Bread")
    told(a_service(tmp_path, feed), MONDAY)
    (tmp_path / "drafts" / "seen.json").write_text("[")
    events = list(rounds.run(a_service(tmp_path, feed), MONDAY))
    assert all(event.needs_person and "seen.json cannot be read" in event.message for event in events)
    assert not (tmp_path / "drafts" / "social").exists()
