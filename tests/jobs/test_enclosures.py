"""Pictures beside an export's tables: each under its post's name, and none without a row that it belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.channels import folders
from pipeline.errors import UsageError
from pipeline.jobs import bulk, enclosures, exporting
from pipeline.jobs.bulk import FORMATS, Entry, Format
from pipeline.jobs.enclosures import Sheet
from pipeline.ledger import drafts
from pipeline.model import Image, Network, Post
from tests.factories import a_config
from tests.jobs.desks import House

AT = datetime(2026, 12, 1, 8, 15, tzinfo=ZoneInfo("Europe/Amsterdam"))
CARDS = {
    "from": ["desk"],
    "networks": {
        "mastodon": {"days": ["monday"], "at": "12:30", "as": ["card"]},
        "linkedin": {"days": ["tuesday"], "at": "08:15", "as": ["carousel"]},
    },
}


def an_entry(*files: str, network: Network = "linkedin", name: str = "draft-12") -> Entry:
    images = tuple(Image(file, f"What {file} shows") for file in files)
    return Entry(Post(network, "Rest the dough.", None, "bread", "en", images=images), AT, name, name)


def of_sheet(*entries: Entry, form: str = "buffer") -> dict[str, bytes]:
    return enclosures.files([Sheet("linkedin-buffer.csv", FORMATS[form], entries)])


def test_a_picture_is_named_by_its_time_network_and_draft() -> None:
    entry = enclosures.enclosed(an_entry("cards/01-bread-1.PNG"), {"cards/01-bread-1.PNG": b"card", "other": b""})
    assert entry.pictures == {"pictures/2026-12-01-0815-linkedin-draft-12.png": b"card"}
    assert entry.post.images == (
        Image("pictures/2026-12-01-0815-linkedin-draft-12.png", "What cards/01-bread-1.PNG shows"),
    )


def test_several_pictures_of_a_post_keep_their_order_when_sorted_by_name() -> None:
    names = [f"cards/{number}.png" for number in range(12)]
    entry = enclosures.enclosed(an_entry(*names), {name: name.encode() for name in names})
    assert [entry.pictures[name].decode() for name in sorted(entry.pictures)] == names


def test_the_list_says_row_by_row_which_picture_belongs_there() -> None:
    without, card = an_entry(), enclosures.enclosed(an_entry("cards/1.png"), {"cards/1.png": b"card"})
    files = of_sheet(without, card)
    assert list(files) == ["pictures/2026-12-01-0815-linkedin-draft-12.png", "pictures.txt"]
    assert files["pictures.txt"].decode().splitlines()[2:] == [
        "linkedin-buffer.csv",
        "  row 3, 2026-12-01 08:15, “Rest the dough.”",
        "    pictures/2026-12-01-0815-linkedin-draft-12.png",
        "      shows: What cards/1.png shows",
    ]


def test_rows_are_counted_from_one_where_a_table_has_no_headings() -> None:
    card = enclosures.enclosed(an_entry("cards/1.png"), {"cards/1.png": b"card"})
    assert b"  row 1, 2026" in of_sheet(card, form="hootsuite")["pictures.txt"]


def test_without_a_picture_there_is_no_list() -> None:
    assert of_sheet(an_entry()) == {}


def test_a_table_of_ones_own_names_the_files_that_lie_beside_it() -> None:
    card = enclosures.enclosed(an_entry("cards/1.png"), {"cards/1.png": b"card"})
    table = bulk.table([card], Format.own({"Picture": "pictures"}))
    assert table.decode().splitlines() == ["Picture", *card.pictures]


def test_a_post_whose_picture_is_missing_is_not_exported_without_it() -> None:
    with pytest.raises(UsageError, match=r"The picture cards/1\.png of “Rest the dough\.” \(linkedin\) is missing"):
        enclosures.enclosed(an_entry("cards/1.png"), {})


@pytest.mark.parametrize("name", ["../secret.png", "/etc/passwd", "cards/../../secret.png", "a\0.png", "C:\\x.png"])
def test_no_file_outside_the_builds_folder_is_taken_for_a_picture(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "made").mkdir()
    with pytest.raises(UsageError, match=r"is no picture of a build\. Build again"):
        enclosures.of_build(tmp_path / "made", an_entry(name))


@given(st.lists(st.text(min_size=1).filter(folders.is_safe), min_size=1, max_size=12, unique=True))
def test_no_picture_is_lost_and_every_name_can_stand_on_every_system(names: list[str]) -> None:
    entry = enclosures.enclosed(an_entry(*names), {name: name.encode() for name in names})
    assert [data.decode() for data in entry.pictures.values()] == names
    assert all(folders.is_safe(name) for name in entry.pictures)
    assert [image.file for image in entry.post.images] == list(entry.pictures)


def test_the_pictures_of_drafts_and_their_carousels_are_those_that_were_drawn(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={}, social=CARDS).opened()
    house.write("Bread", "Dough that rests overnight tastes better.", "Rye keeps bread moist for a week.")
    house.draft()
    export = exporting.from_ledger(house.desk, waiting=True)
    files = exporting.files(exporting.sheets(export, a_config(), None))
    with house.desk.ledger.reading() as connection:
        kept = [
            data for one in export.entries if one.draft for data in drafts.pictures(connection, one.draft[0]).values()
        ]
    assert sorted(data for name, data in files.items() if name.startswith("pictures/")) == sorted(kept)
    assert {Path(name).suffix for name in files} == {".csv", ".txt", ".png", ".pdf"}
    assert exporting.by_hand(export) == sum(bool(one.post.images) for one in export.entries) > 0


def test_each_part_of_a_long_export_lists_its_own_rows() -> None:
    entries = [
        enclosures.enclosed(replace(an_entry("1.png", name=f"{number:03}")), {"1.png": b"card"})
        for number in range(101)
    ]
    sheets = exporting.sheets(exporting.Export(entries, {}), a_config(), "buffer")
    listed = exporting.files(sheets)["pictures.txt"].decode().partition("linkedin-buffer-2.csv\n")
    assert (listed[0].count("  row "), listed[2].count("  row "), "  row 2," in listed[2]) == (100, 1, True)
