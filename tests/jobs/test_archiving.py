"""What is sent stands in the archive: its page before, its line after; and no page ever holds a mail back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest

from pipeline.errors import NotSent
from pipeline.jobs import archiving, deciding, dispatching, editing
from tests.jobs.desks import HOUR, THURSDAY, House, told

SECTION = {"address": "https://bakery.example/news", "folder": "public"}
PLACE = "weekly/2026-W48"


def a_house(folder: Path, archive: Any = SECTION) -> House:
    """With a newsletter that is approved for Thursday."""
    house = House(folder, archive=archive)
    house.opened().write("Bread")
    house.time = THURSDAY - 12 * HOUR
    house.draft()
    deciding.approve(house.desk, 1, "Ann")
    return house


@pytest.fixture
def house(tmp_path: Path) -> House:
    return a_house(tmp_path)


def deliver(house: House) -> list[str]:
    return told(list(archiving.around(house.desk, dispatching.run(house.desk.courier))))


def page(house: House) -> Path:
    return house.folder / "public" / PLACE / "index.html"


def listed(house: House) -> list[str]:
    feed = house.folder / "public" / "feed.xml"
    return [entry.title for entry in feedparser.parse(feed.read_bytes()).entries] if feed.exists() else []


def test_a_mail_leads_to_the_page_that_is_there_when_it_goes_out_and_listed_then(house: House) -> None:
    house.time = THURSDAY
    lines = deliver(house)
    assert lines == [
        f"{PLACE}: its page is in the archive: {PLACE}",
        f"{PLACE}: out, by outbox: memory:{PLACE}",
        f"{PLACE}: is in the archive's list and feed",
    ]
    assert b"https://bakery.example/news/weekly/2026-W48/" in house.channel.published[0][1].parts["text"]
    assert "Bread" in page(house).read_text()
    assert listed(house) == ["Bread that keeps"]
    assert deliver(house) == []


def test_the_page_is_there_an_hour_before_and_not_listed(house: House) -> None:
    house.time = THURSDAY - HOUR
    deliver(house)
    assert page(house).exists()
    assert listed(house) == []


def test_nothing_is_there_earlier_than_that(house: House) -> None:
    house.time = THURSDAY - 2 * HOUR
    assert deliver(house) == []
    assert not (house.folder / "public").exists()


def test_nothing_is_there_that_nobody_approved(tmp_path: Path) -> None:
    house = House(tmp_path, archive=SECTION)
    house.opened().write("Bread")
    house.draft()
    house.time = THURSDAY
    deliver(house)
    assert not (house.folder / "public").exists()


def test_the_service_does_the_same(house: House) -> None:
    house.time = THURSDAY
    house.round()
    assert listed(house) == ["Bread that keeps"]


def test_the_page_is_that_of_the_words_that_were_approved_last(house: House) -> None:
    house.time = THURSDAY - HOUR
    deliver(house)
    editing.words(house.desk, 1, "Ann", subject="Our own words")
    deciding.approve(house.desk, 1, "Ann")
    house.time = THURSDAY
    deliver(house)
    assert "Our own words" in page(house).read_text()
    assert listed(house) == ["Our own words"]


def test_a_page_of_a_mail_that_was_cancelled_goes_away(house: House) -> None:
    house.time = THURSDAY - HOUR
    deliver(house)
    deciding.discard(house.desk, 1, "Ann")
    deliver(house)
    assert not page(house).exists()


def test_a_mail_that_did_not_go_out_yet_is_not_listed(house: House) -> None:
    house.channel.fails_with = NotSent("The list is asleep.")
    house.time = THURSDAY
    deliver(house)
    assert (page(house).exists(), listed(house)) == (True, [])
    house.channel.fails_with = None
    house.time = THURSDAY + HOUR
    deliver(house)
    assert listed(house) == ["Bread that keeps"]


def test_who_was_killed_after_the_mail_went_out_lists_it_the_next_time(house: House) -> None:
    house.time = THURSDAY
    events = archiving.around(house.desk, dispatching.run(house.desk.courier))
    for event in events:
        if event.message.startswith("out, by"):
            break
    events.close()  # type: ignore[attr-defined]
    assert listed(house) == []
    deliver(house)
    assert listed(house) == ["Bread that keeps"]


def test_an_archive_that_cannot_be_written_is_told_and_the_mail_goes_out(house: House) -> None:
    (house.folder / "public").write_text("a file where the folder should be")
    house.time = THURSDAY
    lines = deliver(house)
    assert any("public cannot be written" in line for line in lines)
    assert len(house.channel.published) == 1


def test_anything_that_is_wrong_with_a_page_is_told_and_the_mail_goes_out(house: House) -> None:
    own = house.folder / "templates" / "email" / "archive" / "index.html"
    own.parent.mkdir(parents=True)
    own.write_text("{{ nothing_of_that_name }}")
    house.time = THURSDAY
    lines = deliver(house)
    assert any("templates/email/archive/index.html, line 1" in line for line in lines)
    assert len(house.channel.published) == 1


def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    house = a_house(tmp_path, archive=None)
    house.time = THURSDAY
    assert deliver(house) == [f"{PLACE}: out, by outbox: memory:{PLACE}"]
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"articles"}


def test_an_edition_that_was_taken_down_stays_down(house: House) -> None:
    house.time = THURSDAY
    deliver(house)
    for path in page(house).parent.iterdir():
        path.unlink()
    house.time = THURSDAY + HOUR
    deliver(house)
    assert not page(house).exists()


def test_a_damaged_edition_is_told(house: House) -> None:
    house.time = THURSDAY
    deliver(house)
    (page(house).parent / "edition.json").write_text("{")
    assert any(f"{PLACE}/edition.json cannot be read" in line for line in deliver(house))
