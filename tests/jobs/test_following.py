"""What waits for a yes follows templates and config.yaml; what has one stays as it is, and that is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.jobs import deciding, editing, following, scheduling, showing
from pipeline.jobs.desk import Channels, Desk
from pipeline.ledger import drafts
from tests.factories import a_config
from tests.jobs.desks import DAY, SOCIAL, House

OWN = "{{ text }}\n\n{{ link }}\n\nBaked by hand.\n"


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path, newsletters={}, social=SOCIAL).opened()
    house.write("Bread")
    house.draft()
    return house


def design(house: House, text: str = OWN) -> None:
    """Write a template of one's own for posts."""
    path = house.folder / "templates" / "social" / "mastodon.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def at_its_time(house: House, number: int) -> None:
    """Deliver when a draft is due."""
    with house.desk.ledger.reading() as connection:
        due = drafts.get(connection, number).place.due
    assert due
    house.time = due
    house.deliver()


def text_of(house: House, number: int) -> str:
    return str(showing.whole(house.desk, number)["posts"][0]["text"])


def test_posts_that_wait_follow_their_template_once(house: House) -> None:
    design(house)
    assert house.draft() == ["posts: made again, as templates or config.yaml changed: drafts 1, 2"]
    assert [text_of(house, number).endswith("\n\nBaked by hand.") for number in (1, 2)] == [True, True]
    assert house.draft() == []
    assert showing.whole(house.desk, 1)["state"] == "planned"


def test_nothing_is_said_where_a_change_changes_no_post(house: House) -> None:
    before = [text_of(house, number) for number in (1, 2)]
    (house.folder / "templates").mkdir()
    (house.folder / "templates" / "notes.txt").write_text("Ask Ann about the oven.")
    assert house.draft() == []
    assert [text_of(house, number) for number in (1, 2)] == before
    assert [showing.whole(house.desk, number)["version"] for number in (1, 2)] == [1, 1]


def test_what_was_approved_goes_out_as_it_was_and_that_is_told_once(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    approved = text_of(house, 1)
    design(house)
    assert house.draft() == [
        "posts: made again, as templates or config.yaml changed: draft 2",
        "posts: approved as they were before templates or config.yaml changed: draft 1. "
        "For the new words: edit 1 --refresh",
    ]
    assert house.draft() == []
    assert (text_of(house, 1), showing.whole(house.desk, 1)["state"]) == (approved, "approved")
    editing.refresh(house.desk, 1, "Ann")
    assert text_of(house, 1).endswith("Baked by hand.")


def test_a_persons_own_words_stay(house: House) -> None:
    editing.words(house.desk, 1, "Ann", text="My very own words.")
    list(scheduling.own_post(house.desk, ["mastodon"], "Closed today.", None, "Ann"))
    design(house)
    assert house.draft() == ["posts: made again, as templates or config.yaml changed: draft 2"]
    assert (text_of(house, 1), text_of(house, 3)) == ("My very own words.", "Closed today.")


def test_what_went_out_is_not_touched(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    at_its_time(house, 1)
    assert len(house.channel.published) == 1
    design(house)
    assert not any("draft 1" in line for line in house.draft())


def test_a_word_that_is_never_to_be_said_holds_the_posts_that_wait_with_it(house: House) -> None:
    house.configure(newsletters={}, social=SOCIAL, voice={"never": ["paper bag"]})
    assert house.draft() == ["posts: made again, as templates or config.yaml changed: draft 2"]
    assert "never" in str(showing.whole(house.desk, 2)["findings"])


def test_a_template_with_a_mistake_is_told_until_it_is_mended_and_changes_nothing(house: House) -> None:
    before = text_of(house, 1)
    design(house, "{{ txt }}\n")
    for _ in range(2):
        assert any("mastodon.txt" in line for line in house.draft())
    assert text_of(house, 1) == before
    design(house)
    assert house.draft() == ["posts: made again, as templates or config.yaml changed: drafts 1, 2"]


def test_where_approval_is_automatic_what_followed_is_approved_again(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={}, social=SOCIAL).opened()
    house.write("Bread")
    house.draft()
    house.time += DAY
    house.configure(newsletters={}, social=SOCIAL | {"approval": "automatic"})
    design(house)
    house.draft()
    assert {row["state"] for row in showing.listed(house.desk, everything=False)} == {"approved"}


def test_posts_that_wait_go_to_the_channel_that_their_network_has_now(house: House, tmp_path: Path) -> None:
    channels: dict[str, Any] = {"mastodon": {"type": "export", "folder": str(tmp_path / "copies")}}
    house.configure(newsletters={}, social=SOCIAL, channels=channels)
    old = house.desk
    config = old.config
    house.desk = Desk(config, old.ledger, old.now, old.get, Channels(config))
    assert house.draft() == ["posts: made again, as templates or config.yaml changed: drafts 1, 2"]
    assert [showing.whole(house.desk, number)["channel"] for number in (1, 2)] == ["mastodon", "mastodon"]
    deciding.approve(house.desk, 1, "Ann", version=2)
    at_its_time(house, 1)
    assert (tmp_path / "copies" / "sent").is_dir()


def test_a_newsletter_that_waits_follows_config_yaml_too_when_a_person_asks_for_drafts(tmp_path: Path) -> None:
    house = House(tmp_path).opened()
    house.write("Bread")
    house.draft()
    house.configure(newsletters={"weekly": {"from": ["desk"], "subject": "News: {title}"}})
    (line,) = house.draft()
    assert line.startswith("draft 1: weekly/2026-W48 is composed again")
    assert showing.whole(house.desk, 1)["subject"] == "News: Bread that keeps"
    assert house.draft() == []


def test_every_thing_that_posts_are_made_with_changes_the_look(tmp_path: Path) -> None:
    config = a_config(brand={**a_config().brand.model_dump(mode="json", exclude_none=True), "logo": "logo.png"})
    config = config.model_copy(update={"folder": tmp_path})
    looks = [following.look_of(config)]
    card = tmp_path / "templates" / "social" / "cards" / "own" / "wide.svg"
    for path, data in [(tmp_path / "logo.png", b"logo"), (card, b"<svg/>"), (card, b"<svg />")]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        looks.append(following.look_of(config))
    looks.append(following.look_of(config.model_copy(update={"suggest_key_points": False})))
    assert len(set(looks)) == len(looks)
    assert following.look_of(config) == looks[3]
