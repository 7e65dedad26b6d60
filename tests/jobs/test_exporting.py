"""Which posts an export holds: approved ones that are still to come, and none that went out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.jobs import build, deciding, editing, exporting, scheduling, showing
from pipeline.jobs.exporting import Export
from pipeline.ledger import audit
from pipeline.model import Post
from tests.factories import a_config
from tests.jobs.desks import DAY, HOUR, SOCIAL, WEEK, House


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path, newsletters={}, social=SOCIAL).opened()
    house.write("Bread")
    house.draft()
    deciding.approve(house.desk, 1, "Ann")
    return house


def exported(export: Export) -> list[str]:
    return [one.key for one in export.entries]


def test_approved_posts_are_exported_at_their_wall_time(house: House) -> None:
    export = exporting.from_ledger(house.desk)
    assert exported(export) == ["draft-1"]
    slot = showing.whole(house.desk, 1)["slot"]
    zone = house.desk.config.brand.timezone
    assert f"{export.entries[0].at:%Y-%m-%d %H:%M} {zone}" == slot
    assert exported(exporting.from_ledger(house.desk, waiting=True)) == ["draft-1", "draft-2"]


def test_what_is_due_already_is_named_and_not_exported(house: House) -> None:
    house.time += WEEK
    assert exporting.from_ledger(house.desk).left_out == {"due already": 2}


def test_what_is_due_too_soon_to_be_uploaded_is_named_and_not_exported(house: House) -> None:
    export = exporting.from_ledger(house.desk)
    house.time = export.entries[0].at - HOUR / 4
    soon = "due within 15 minutes, too soon to upload"
    found = exporting.from_ledger(house.desk, waiting=True)
    assert (exported(found), found.left_out) == (["draft-2"], {soon: 1})
    later = export.to_come(house.time)
    assert (later.entries, later.left_out[soon]) == ([], 1)
    assert exported(export.to_come(house.time - HOUR / 60)) == ["draft-1"]


def test_a_build_that_tells_the_same_twice_gives_each_post_a_name_of_its_own(tmp_path: Path) -> None:
    one = Post("x", "Rest the dough.", None, "bread", "en", slot="2026-12-01 09:00 Europe/Amsterdam")
    (tmp_path / "posts.json").write_bytes(build.posts_json([one, replace(one, slot=f"2026-12-02{one.slot[10:]}")]))  # type: ignore[index]
    first, second = exported(exporting.from_folder(tmp_path, a_config()))
    assert second == f"{first}-2"


def test_minutes_that_a_service_does_not_take_are_counted(house: House) -> None:
    list(scheduling.own_post(house.desk, ["mastodon"], "Closed.", "2026-12-01 09:07", "Ann"))
    export = exporting.from_ledger(house.desk, waiting=True)
    assert exporting.off_step(export, a_config(), "hootsuite") == {"hootsuite": 1}
    assert exporting.off_step(export, a_config(), "publer") == {}


def test_what_went_out_is_not_exported(house: House) -> None:
    house.time = exporting.from_ledger(house.desk).entries[0].at + HOUR
    house.deliver()
    house.time -= DAY * 3
    export = exporting.from_ledger(house.desk, waiting=True)
    assert exported(export) == ["draft-2"]
    assert not export.left_out


def test_what_has_no_time_is_named(house: House) -> None:
    house.configure(newsletters={}, social=SOCIAL | {"spread_over": "1 week"})
    house.write("Soup")
    house.draft()
    assert "without a time: they wait for a free slot" in exporting.from_ledger(house.desk).left_out


def test_a_thread_of_a_build_is_named_once_and_left_out_of_tables_and_one_appointment_in_the_agenda(
    tmp_path: Path,
) -> None:
    slot = "2026-12-01 09:00 Europe/Amsterdam"
    one = Post("x", "Rest the dough.", None, "bread", "en", slot=slot)
    parts = [replace(one, part=part, parts=2) for part in (1, 2)]
    (tmp_path / "posts.json").write_bytes(build.posts_json([one, *parts]))
    export = exporting.from_folder(tmp_path, a_config())
    assert [entry.post for entry in export.entries] == [one]
    assert export.left_out == {"in threads, which no table can hold": 1}
    both = exporting.from_folder(tmp_path, a_config(), threads=True)
    assert [entry.post.parts for entry in both.entries] == [1, 2]
    assert len({one.uid for one in exporting.agenda_of(both)}) == 2


def test_a_network_has_the_format_of_its_channel(house: House) -> None:
    export = exporting.from_ledger(house.desk)
    own = {"mastodon": {"type": "export", "format": {"When": "moment", "What": "text"}}}
    publer = {"mastodon": {"type": "export", "format": "publer"}}
    named = {
        name: [sheet.name for sheet in exporting.sheets(export, a_config(channels=channels), form)]
        for name, channels, form in [
            ("nothing", {}, None),
            ("a service", publer, None),
            ("own", own, None),
            ("asked for", publer, "hootsuite"),
        ]
    }
    assert named == {
        "nothing": ["mastodon-buffer.csv"],
        "a service": ["mastodon-publer.csv"],
        "own": ["mastodon-own.csv"],
        "asked for": ["mastodon-hootsuite.csv"],
    }
    (table,) = exporting.files(exporting.sheets(export, a_config(channels=own), None)).values()
    assert table.startswith(b"When,What\r\n2026-")


def test_what_was_exported_is_left_out_the_next_time_unless_a_person_asks_for_it_again(house: House) -> None:
    exporting.note(house.desk, exporting.from_ledger(house.desk), "Ann")
    export = exporting.from_ledger(house.desk, waiting=True)
    assert exported(export) == ["draft-2"]
    assert export.left_out == {"exported before: add --again to have them once more": 1}
    assert exported(exporting.from_ledger(house.desk, again=True)) == ["draft-1"]
    assert ("Ann", "exported", "version 1") in [
        (entry["who"], entry["what"], entry["details"]) for entry in showing.whole(house.desk, 1)["history"]
    ]


def test_what_changed_since_it_was_exported_is_told_apart(house: House) -> None:
    exporting.note(house.desk, exporting.from_ledger(house.desk), "Ann")
    editing.words(house.desk, 1, "Ann", text="Other words.")
    deciding.approve(house.desk, 1, "Ann")
    (reason,) = exporting.from_ledger(house.desk).left_out.keys() - {"not approved: approve them, or add --waiting"}
    assert reason.startswith("exported before and changed since")


def test_exporting_takes_back_no_approval(house: House) -> None:
    exporting.note(house.desk, exporting.from_ledger(house.desk), "Ann")
    assert showing.whole(house.desk, 1)["state"] == "approved"


def test_exporting_hides_no_change_of_the_machine_from_whoever_approves(house: House) -> None:
    exporting.note(house.desk, exporting.from_ledger(house.desk, waiting=True), "Ann")
    with house.desk.ledger.reading() as connection:
        last = audit.last_change(connection, 2)
    assert last
    assert (last.who, last.what) == (audit.MACHINE, "drafted")


def test_the_agenda_has_posts_that_are_months_away(house: House) -> None:
    list(scheduling.own_post(house.desk, ["mastodon"], "Closed for the winter.", "2027-12-01 09:00", "Ann"))
    assert "mastodon: Closed for the winter." in [one.title for one in exporting.agenda(house.desk)]
