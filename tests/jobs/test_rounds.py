"""The service drafts and delivers at the configured times, and doing it twice changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.ingest.fetch import Fetched
from pipeline.jobs import rounds, writing
from tests.factories import a_config

THURSDAY = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)  # 09:00 in Amsterdam
ARTICLE = "---\ntitle: Bread that keeps\nlanguage: en\nurl: https://bakery.example/bread\n---\n\nA loaf lives longer than most think.\n\n> [!TIP]\n> A paper bag keeps the crust crisp.\n"


def no_network(url: str, allow_private: bool) -> Fetched:
    raise AssertionError(url)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bread.md").write_text(ARTICLE)
    return tmp_path


def a_service(folder: Path, **changes: object) -> rounds.Service:
    recipe = {"from": ["desk"], "every": "thursday", "at": "09:00", "draft_ready": {"day": "tuesday", "at": "16:00"}}
    channels = {"outbox": {"type": "outbox", "folder": str(folder / "outbox")}}
    config = a_config(newsletters={"weekly": recipe | changes}, channels=channels)
    return rounds.Service(config.model_copy(update={"folder": folder}), folder / "drafts", no_network)


def told(service: rounds.Service, now: datetime) -> list[str]:
    return [
        f"{event.reference}: {event.message.split(' in ')[0].split(': /')[0]}" for event in rounds.run(service, now)
    ]


def test_nothing_happens_before_the_draft_is_wanted(desk: Path) -> None:
    assert told(a_service(desk), THURSDAY - timedelta(days=3)) == []


def test_an_edition_is_drafted_then_delivered_once(desk: Path) -> None:
    service = a_service(desk)
    assert told(service, THURSDAY - timedelta(days=1)) == ["weekly/2026-W48: drafted"]
    assert told(service, THURSDAY - timedelta(hours=1)) == []
    assert told(service, THURSDAY) == ["weekly/2026-W48: delivered to outbox"]
    assert told(service, THURSDAY + timedelta(minutes=1)) == []
    assert {path.name for path in (desk / "outbox" / "weekly" / "2026-W48").iterdir()} == {
        "newsletter.eml",
        "newsletter.html",
        "newsletter.txt",
    }


def test_an_article_is_in_one_edition_only(desk: Path) -> None:
    service = a_service(desk)
    told(service, THURSDAY)
    assert told(service, THURSDAY + timedelta(days=7)) == [
        "weekly/2026-W49: skipped for now: 0 new articles, and it wants at least 1"
    ]
    (desk / "articles" / "soup.md").write_text(ARTICLE.replace("Bread that keeps", "Soup").replace("/bread", "/soup"))
    assert told(service, THURSDAY + timedelta(days=7)) == [
        "weekly/2026-W49: drafted",
        "weekly/2026-W49: delivered to outbox",
    ]


def test_a_delivered_draft_is_what_was_drafted_even_if_the_article_changes(desk: Path) -> None:
    service = a_service(desk)
    told(service, THURSDAY - timedelta(days=1))
    (desk / "articles" / "bread.md").write_text(ARTICLE.replace("lives longer", "dies sooner"))
    told(service, THURSDAY)
    assert "lives longer" in (desk / "outbox" / "weekly" / "2026-W48" / "newsletter.txt").read_text()


def test_a_late_start_still_delivers_and_a_very_late_one_waits_for_next_week(desk: Path) -> None:
    assert "weekly/2026-W48: delivered to outbox" in told(a_service(desk), THURSDAY + timedelta(hours=5))
    assert told(a_service(desk), THURSDAY + timedelta(hours=7)) == []


def test_a_required_greeting_holds_the_edition_and_says_so(desk: Path) -> None:
    events = list(rounds.run(a_service(desk, greeting="required"), THURSDAY))
    assert [event.needs_person for event in events] == [False, True]
    assert "needs a greeting" in events[1].message
    assert not (desk / "outbox").exists()


def test_a_source_that_is_missing_is_told_and_does_not_stop_the_rest(desk: Path) -> None:
    service = a_service(desk)
    broken = service.config.model_copy(update={"folder": desk / "elsewhere"})
    events = list(rounds.run(rounds.Service(broken, desk / "drafts", no_network), THURSDAY))
    assert [(event.needs_person, "does not exist" in event.message) for event in events] == [(True, True)]


def test_posts_are_drafted_with_slots_and_delivered_when_due(desk: Path) -> None:
    social = {"from": ["desk"], "networks": {"mastodon": {"days": ["thursday"], "at": "12:00", "as": ["text", "card"]}}}
    config = a_config(
        newsletters={}, social=social, channels={"outbox": {"type": "outbox", "folder": str(desk / "outbox")}}
    )
    service = rounds.Service(config.model_copy(update={"folder": desk}), desk / "drafts", no_network)
    assert [event.message.split(" in ")[0] for event in rounds.run(service, THURSDAY)] == ["2 posts drafted"]
    noon = THURSDAY + timedelta(hours=3)
    assert told(service, noon) == ["mastodon/2026-11-26 12:00 Europe_Amsterdam: delivered to outbox"]
    assert told(service, noon) == []
    assert told(service, noon + timedelta(days=7)) == [
        "mastodon/2026-12-03 12:00 Europe_Amsterdam: delivered to outbox"
    ]
    assert len(list((desk / "outbox").rglob("*.png"))) == 1


def test_a_post_that_is_a_day_late_is_missed_and_said(desk: Path) -> None:
    social = {"from": ["desk"], "networks": {"x": {"days": ["thursday"], "at": "12:00"}}}
    config = a_config(
        newsletters={}, social=social, channels={"outbox": {"type": "outbox", "folder": str(desk / "outbox")}}
    )
    service = rounds.Service(config.model_copy(update={"folder": desk}), desk / "drafts", no_network)
    list(rounds.run(service, THURSDAY))
    (event,) = rounds.run(service, THURSDAY + timedelta(days=2))
    assert event.needs_person
    assert event.message.startswith("missed")


def test_a_broken_draft_is_told_with_its_remedy(desk: Path) -> None:
    service = a_service(desk)
    told(service, THURSDAY - timedelta(days=1))
    (writing.folder_of(service.drafts, "weekly/2026-W48") / "report.json").write_text("{")
    (event,) = rounds.run(service, THURSDAY)
    assert event.needs_person
    assert "Delete its folder" in event.message
