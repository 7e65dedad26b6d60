"""The archive as a folder: made of what lies in it, whole, and careful with everybody else's files."""

from __future__ import annotations

import json
import resource
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest

from pipeline.config.shape import Config
from pipeline.errors import UsageError
from pipeline.jobs import archive
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Email
from tests.factories import a_config

AT = datetime(2026, 11, 19, 8, tzinfo=UTC)
PLACE = "weekly/2026-W47"


def a_mail(**changes: str) -> Email:
    page = f'<html><head></head><body><p>Bread</p><a href="{VIEW_ONLINE}">Online</a></body></html>'
    values = {"subject": "Bread", "preheader": "It keeps.", "html": page, "text": VIEW_ONLINE, "language": "en"}
    return Email(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture
def config(tmp_path: Path) -> Config:
    section = {"address": "https://bakery.example/news", "folder": "public"}
    return a_config(archive=section).model_copy(update={"folder": tmp_path})


def lay(config: Config, label: str = "2026-W47", *, now: datetime = AT, **changes: str) -> bool:
    return archive.lay(a_mail(**changes), "weekly", label, AT, date(2026, 11, 19), config, now)


def put(config: Config, label: str = "2026-W47", *, now: datetime = AT, **changes: str) -> None:
    lay(config, label, now=now, **changes)
    archive.publish(config, f"weekly/{label}")


def files(config: Config) -> Mapping[str, bytes]:
    root = config.folder / "public"
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def listed(config: Config) -> list[str]:
    return [entry.link for entry in feedparser.parse(files(config)["feed.xml"]).entries]


def test_an_edition_is_a_page_a_line_in_the_list_and_an_entry_of_the_feed(config: Config) -> None:
    put(config)
    assert set(files(config)) == {"index.html", "feed.xml", f"{PLACE}/index.html", f"{PLACE}/edition.json"}
    assert b'href="https://bakery.example/news/weekly/2026-W47/"' in files(config)["index.html"]
    assert listed(config) == ["https://bakery.example/news/weekly/2026-W47/"]


def test_a_page_is_there_before_the_list_names_it(config: Config) -> None:
    put(config, "2026-W46")
    lay(config)
    assert b"<p>Bread</p>" in files(config)[f"{PLACE}/index.html"]
    archive.list_all(config)
    assert listed(config) == ["https://bakery.example/news/weekly/2026-W46/"]


def test_the_same_edition_twice_gives_the_same_bytes_and_writes_nothing(config: Config) -> None:
    put(config)
    before = {path: (path.read_bytes(), path.stat().st_ino) for path in config.folder.rglob("*.*")}
    put(config, now=AT + timedelta(days=3))
    assert {path: (path.read_bytes(), path.stat().st_ino) for path in config.folder.rglob("*.*")} == before


def test_a_corrected_edition_replaces_the_first_and_keeps_its_name_in_the_feed(config: Config) -> None:
    put(config)
    first = feedparser.parse(files(config)["feed.xml"]).entries[0]
    assert lay(config, subject="Better bread", now=AT + timedelta(hours=2))
    archive.list_all(config)
    (entry,) = feedparser.parse(files(config)["feed.xml"]).entries
    assert (entry.title, entry.id) == ("Better bread", first.id)
    assert (entry.published, entry.updated) == (first.published, "2026-11-19T10:00:00Z")


def test_what_was_changed_before_anybody_saw_it_is_no_correction(config: Config) -> None:
    lay(config)
    put(config, subject="Better bread", now=AT + timedelta(hours=2))
    assert feedparser.parse(files(config)["feed.xml"]).entries[0].updated == "2026-11-19T08:00:00Z"


def test_list_and_feed_are_made_again_of_what_lies_there(config: Config) -> None:
    put(config)
    put(config, "2026-W46")
    before = files(config)
    for name in ("index.html", "feed.xml"):
        (config.folder / "public" / name).unlink()
    archive.list_all(config)
    assert files(config) == before


def test_an_edition_whose_folder_is_removed_leaves_the_list(config: Config) -> None:
    put(config)
    put(config, "2026-W46")
    for path in (config.folder / "public" / PLACE).iterdir():
        path.unlink()
    archive.list_all(config)
    assert listed(config) == ["https://bakery.example/news/weekly/2026-W46/"]


def test_other_files_in_the_folder_are_left_alone(config: Config) -> None:
    theirs = config.folder / "public" / "CNAME"
    theirs.parent.mkdir()
    theirs.write_text("bakery.example")
    (theirs.parent / "weekly").mkdir()
    (theirs.parent / "weekly" / "index.html").write_text("ours")
    put(config)
    assert theirs.read_text() == "bakery.example"
    assert files(config)["weekly/index.html"] == b"ours"


@pytest.mark.parametrize("name", ["index.html", "feed.xml", f"{PLACE}/index.html"])
def test_a_file_that_we_did_not_write_is_never_replaced(config: Config, name: str) -> None:
    theirs = config.folder / "public" / name
    theirs.parent.mkdir(parents=True)
    theirs.write_text("<h1>Our own site</h1>")
    with pytest.raises(UsageError, match=r"we did not write it\. Give the archive a folder of its own"):
        put(config)
    assert theirs.read_text() == "<h1>Our own site</h1>"


def test_a_page_that_somebody_put_in_place_of_ours_is_not_taken_away(config: Config) -> None:
    lay(config)
    (config.folder / "public" / PLACE / "index.html").write_text("<h1>Our own page</h1>")
    archive.withdraw(config, PLACE)
    assert files(config) == {f"{PLACE}/index.html": b"<h1>Our own page</h1>"}


def test_a_page_that_was_never_listed_can_be_taken_away_and_another_cannot(config: Config) -> None:
    put(config, "2026-W46")
    lay(config)
    archive.withdraw(config, PLACE)
    archive.withdraw(config, "weekly/2026-W46")
    assert [one.entry.label for one in archive.everything(config)] == ["2026-W46"]
    assert not (config.folder / "public" / PLACE).exists()


def test_taking_a_page_away_leaves_other_files_beside_it(config: Config) -> None:
    lay(config)
    (config.folder / "public" / PLACE / "photo.jpg").write_text("theirs")
    archive.withdraw(config, PLACE)
    assert set(files(config)) == {f"{PLACE}/photo.jpg"}


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"listed": true}', "[" * 100_000, "\xff"])
def test_a_damaged_edition_is_named_and_the_others_are_listed(config: Config, content: str) -> None:
    put(config, "2026-W46")
    put(config)
    (config.folder / "public" / PLACE / "edition.json").write_text(content, encoding="latin-1")
    archive.list_all(config)
    assert archive.unreadable(config) == [f"{PLACE}/edition.json"]
    assert listed(config) == ["https://bakery.example/news/weekly/2026-W46/"]


def test_a_rest_of_a_killed_process_is_no_edition_and_the_next_try_makes_it_whole(config: Config) -> None:
    rest = config.folder / "public" / PLACE / "edition.json"
    lay(config)
    rest.unlink()  # killed between the page and what is said about it
    assert archive.everything(config) == []
    put(config)
    assert listed(config) == ["https://bakery.example/news/weekly/2026-W47/"]
    assert not list(config.folder.rglob(".partial"))


@contextmanager
def a_full_disk() -> Iterator[None]:
    """No file may be longer than 100 bytes: none of the tests' own either, so it lasts no longer than it must."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def test_a_full_disk_is_told_and_leaves_nothing_behind(config: Config) -> None:
    told = pytest.raises(UsageError, match=r"public cannot be written: File too large\. Make room or allow writing")
    with told, a_full_disk():
        lay(config)
    assert files(config) == {}


def test_a_folder_that_is_a_file_is_told(config: Config) -> None:
    (config.folder / "public").write_text("x")
    with pytest.raises(UsageError, match="public cannot be written"):
        lay(config)


@pytest.mark.parametrize("section", [None, {"address": "https://bakery.example/news"}])
def test_without_a_folder_there_is_nothing_to_write(section: Any) -> None:
    with pytest.raises(UsageError, match="names no folder for the archive"):
        archive.list_all(a_config(archive=section))


def test_view_online_leads_to_the_editions_page(config: Config) -> None:
    mail = archive.addressed(a_mail(), "weekly", "2026-W47", config)
    assert mail.text == "https://bakery.example/news/weekly/2026-W47/"
    assert 'href="https://bakery.example/news/weekly/2026-W47/"' in mail.html


def test_view_online_leads_to_an_archive_that_we_do_not_write() -> None:
    config = a_config(archive={"address": "https://bakery.example/news"})
    assert archive.addressed(a_mail(), "weekly", "2026-W47", config).text == "https://bakery.example/news"


def test_without_an_archive_a_channel_fills_in_its_own_page() -> None:
    assert archive.addressed(a_mail(text=UNSUBSCRIBE), "weekly", "2026-W47", a_config()) == a_mail(text=UNSUBSCRIBE)


def test_what_is_kept_beside_a_page_is_for_people_too(config: Config) -> None:
    put(config, subject="Brot für die Woche")
    about = json.loads(files(config)[f"{PLACE}/edition.json"])
    assert about["title"] == "Brot für die Woche"
    assert (about["day"], about["published"], about["listed"]) == ("2026-11-19", "2026-11-19T08:00:00+00:00", True)
