"""Each article gets its posts once, each post a slot, and each slot one delivery."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.ingest.fetch import Fetched
from pipeline.jobs import rounds
from pipeline.jobs.service import Event, Service
from tests.factories import a_config

MORNING = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)  # a Thursday, 09:00 in Amsterdam
NOON = MORNING + timedelta(hours=3)
WEEK = timedelta(days=7)
FIRST = "mastodon/2026-11-26 12:00 Europe_Amsterdam"
SECOND = "mastodon/2026-12-03 12:00 Europe_Amsterdam"
PLAN = {"days": ["thursday"], "at": "12:00", "as": ["text", "card"]}


def no_network(url: str, allow_private: bool) -> Fetched:
    raise AssertionError(url)


def add_article(desk: Path, title: str) -> None:
    """An article with one key point, so that it makes two posts a network."""
    (desk / "articles").mkdir(exist_ok=True)
    text = f"A loaf of {title} lives longer than most think.\n\n> [!TIP]\n> A paper bag keeps {title} crisp.\n"
    head = f"---\ntitle: {title}\nlanguage: en\nurl: https://bakery.example/{title.lower()}\n---\n\n"
    (desk / "articles" / f"{title}.md").write_text(head + text)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    add_article(tmp_path, "Bread")
    return tmp_path


def a_service(desk: Path, networks: dict[str, Any] | None = None, **config: Any) -> Service:
    social = {"from": ["desk"], "networks": networks or {"mastodon": PLAN}} | config.pop("social", {})
    channels = {"outbox": {"type": "outbox", "folder": str(desk / "outbox")}}
    made = a_config(newsletters={}, social=social, channels=channels, **config)
    return Service(made.model_copy(update={"folder": desk}), desk / "drafts", no_network)


def told(service: Service, now: datetime) -> list[str]:
    return [said(event) for event in rounds.run(service, now)]


def said(event: Event) -> str:
    return f"{event.reference.rpartition(' ')[0] or event.reference}: {event.message.split(' in ')[0].split(': /')[0]}"


def the_draft(desk: Path, title: str = "Bread") -> Path:
    (folder,) = (desk / "drafts" / "social").glob(f"{title}-*")
    return folder


def change_post(desk: Path, number: int, **changes: Any) -> None:
    path = the_draft(desk) / "posts.json"
    posts = json.loads(path.read_text())
    posts[number] |= changes
    path.write_text(json.dumps(posts))


def slots_of(desk: Path, title: str = "Bread") -> list[str | None]:
    return [
        post["slot"] and post["slot"][:10] for post in json.loads((the_draft(desk, title) / "posts.json").read_text())
    ]


def test_posts_are_drafted_with_slots_and_delivered_when_due(desk: Path) -> None:
    service = a_service(desk)
    assert told(service, MORNING) == ["social/Bread: 2 posts drafted"]
    (delivered,) = rounds.run(service, NOON)
    assert (delivered.reference, delivered.needs_person) == (FIRST, False)
    assert told(service, NOON) == []
    assert told(a_service(desk), NOON + timedelta(hours=1)) == []
    (delivered,) = rounds.run(service, NOON + WEEK)
    assert delivered.reference == SECOND
    assert len(list((desk / "outbox").rglob("*.png"))) == 1


def test_a_post_that_went_out_does_not_go_again_when_the_outbox_was_emptied(desk: Path) -> None:
    service = a_service(desk)
    told(service, MORNING)
    told(service, NOON)
    (desk / "outbox").rename(desk / "elsewhere")
    assert told(service, NOON + timedelta(hours=1)) == []


def test_an_article_whose_title_changes_gets_no_posts_again(desk: Path) -> None:
    told(a_service(desk), MORNING)
    path = desk / "articles" / "Bread.md"
    path.write_text(path.read_text().replace("title: Bread", "title: Bread, and more of it"))
    assert told(a_service(desk), MORNING) == []


def test_an_article_with_a_very_long_title_gets_its_posts_once(desk: Path) -> None:
    path = desk / "articles" / "Bread.md"
    path.write_text(path.read_text().replace("title: Bread", f"title: {'長' * 120}"))
    assert len(told(a_service(desk), MORNING)) == 1
    assert told(a_service(desk), MORNING) == []


def test_posts_of_several_articles_never_share_a_slot(desk: Path) -> None:
    add_article(desk, "Soup")
    told(a_service(desk), MORNING)
    found = [*slots_of(desk), *slots_of(desk, "Soup")]
    assert sorted(slot for slot in found if slot) == ["2026-11-26", "2026-12-03", "2026-12-10"]
    assert found.count(None) == 1


def test_a_post_without_a_slot_gets_one_as_soon_as_one_is_free(desk: Path) -> None:
    service = a_service(desk, social={"spread_over": "1 week"})
    told(service, MORNING)
    assert slots_of(desk) == ["2026-11-26", None]
    waiting = f"social/Bread-{the_draft(desk).name[-8:]}: 1 of its posts for mastodon wait for a free slot"
    assert told(service, MORNING) == [waiting]
    events = list(rounds.run(service, NOON))
    assert not any(event.needs_person for event in events)
    assert "1 more of its posts have a slot" in [event.message for event in events]
    assert slots_of(desk) == ["2026-11-26", "2026-12-03"]
    assert SECOND in [event.reference for event in rounds.run(service, NOON + WEEK)]


def test_who_waits_longest_gets_the_next_free_slot(desk: Path) -> None:
    service = a_service(desk, social={"spread_over": "1 week"})
    told(service, MORNING)
    add_article(desk, "Apples")  # its name comes first
    told(a_service(desk, social={"spread_over": "1 week"}), MORNING)
    os.utime(the_draft(desk) / "report.json", (1, 1))
    told(service, NOON)
    assert slots_of(desk) == ["2026-11-26", "2026-12-03"]
    assert slots_of(desk, "Apples") == [None, None]


def test_a_post_whose_network_left_config_yaml_wants_a_person(desk: Path) -> None:
    told(a_service(desk, social={"spread_over": "1 week"}), MORNING)
    (event,) = rounds.run(a_service(desk, {"x": PLAN}, social={"spread_over": "1 week"}), MORNING)
    assert event.needs_person
    assert "wait for a free slot, and mastodon has none" in event.message


def test_a_post_that_is_a_day_late_is_missed_told_once_and_can_be_placed_again(desk: Path) -> None:
    service = a_service(desk)
    told(service, MORNING)
    late = NOON + timedelta(days=2)
    (event,) = rounds.run(service, late)
    assert event.needs_person
    assert event.message.startswith("missed: it was due more than a day ago. To send it yet, write null")
    assert list(rounds.run(a_service(desk), late)) == []
    change_post(desk, 0, slot=None)
    told(service, late)
    assert slots_of(desk) == ["2026-12-10", "2026-12-03"]


def test_a_held_post_holds_no_other_and_goes_out_once_it_is_mended(desk: Path) -> None:
    service = a_service(desk, {"mastodon": PLAN, "x": PLAN}, voice={"never": ["guaranteed"]})
    told(service, MORNING)
    change_post(desk, 0, text="Guaranteed bread.")
    events = {event.reference.split("/")[0]: event for event in rounds.run(service, NOON)}
    held, delivered = sorted(events.values(), key=lambda event: not event.needs_person)
    assert held.message.startswith("held: “guaranteed” stands in “Guaranteed bread.”")
    assert delivered.message.startswith("delivered to outbox")
    change_post(desk, 0, text="Good bread.")
    (event,) = rounds.run(service, NOON + timedelta(hours=2))
    assert event.reference == held.reference
    assert event.message.startswith("delivered to outbox")


def test_a_post_that_its_channel_refuses_does_not_stop_the_next(desk: Path) -> None:
    service = a_service(desk, {"mastodon": PLAN, "x": PLAN})
    told(service, MORNING)
    (desk / "outbox" / "mastodon" / "2026-11-26-12-00-Europe_Amsterdam").mkdir(parents=True)
    refused, delivered = sorted(rounds.run(service, NOON), key=lambda event: event.reference)
    assert refused.needs_person
    assert "exists with other content" in refused.message
    assert delivered.reference.startswith("x/")


def test_posts_go_to_the_channel_of_their_network_or_its_refusal_is_told(desk: Path) -> None:
    service = a_service(desk)
    told(service, MORNING)
    mailing = {"type": "mailchimp", "list": "Readers", "api_key": "0123456789-us1"}
    channels = {"mastodon": mailing}
    other = service.config.model_copy(update={"channels": a_config(channels=channels).channels})
    (event,) = rounds.run(Service(other, service.drafts, no_network), NOON)
    assert event.needs_person
    assert "takes newsletters only" in event.message


def test_a_picture_that_is_gone_is_told_and_does_not_stop_the_next(desk: Path) -> None:
    service = a_service(desk, {"instagram": PLAN, "x": PLAN | {"as": ["text"]}})
    told(service, MORNING)
    for card in (desk / "drafts").rglob("cards/*.png"):
        card.unlink()
    missing, delivered = sorted(rounds.run(service, NOON), key=lambda event: event.reference)
    assert missing.needs_person
    assert "Put the picture back" in missing.message
    assert delivered.message.startswith("delivered")


DAMAGED = ["{", "[" * 5000, "{}", '[{"network": "x"}]', "[7]", "null"]


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_posts_json_is_told_and_the_other_articles_go_on(desk: Path, content: str) -> None:
    add_article(desk, "Soup")
    service = a_service(desk)
    told(service, MORNING)
    (the_draft(desk) / "posts.json").write_text(content)
    (broken,) = (event for event in rounds.run(a_service(desk), NOON + 2 * WEEK) if "posts.json" in event.message)
    assert broken.needs_person
    assert broken.reference == f"social/{the_draft(desk).name}"
    assert slots_of(desk, "Soup")[0] == "2026-12-10"
    assert (desk / "outbox" / "mastodon" / "2026-12-10-12-00-Europe_Amsterdam").is_dir()


@pytest.mark.parametrize(
    "slot",
    ["soon", "2026-11-26", "2026-11-26 12:00 Mars/Base", "2026-13-45 12:00 UTC", "9999-12-31 23:59 America/New_York"],
)
def test_a_slot_that_is_none_is_told_with_its_entry(desk: Path, slot: str) -> None:
    service = a_service(desk)
    told(service, MORNING)
    change_post(desk, 1, slot=slot)
    (event,) = rounds.run(service, NOON)
    assert event.needs_person
    assert "posts.json, entry 2, slot" in event.message
