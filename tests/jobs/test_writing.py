"""A build is there whole or not at all, and in place of nothing but an earlier build."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.jobs import writing

OLD = {"cards/old.png": b"1", "newsletter.html": b"old", "report.json": b"[]"}
NEW = {"cards/new.png": b"2", "newsletter.html": b"new", "report.json": b"[1]"}


def shown(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".made.json"
    }


def test_writing_again_replaces_an_earlier_build_and_nothing_else(tmp_path: Path) -> None:
    writing.write(OLD, tmp_path)
    (tmp_path / "mine.txt").write_bytes(b"mine")
    (tmp_path / "cards" / "mine.png").write_bytes(b"mine")
    writing.write(NEW, tmp_path)
    assert shown(tmp_path) == NEW | {"mine.txt": b"mine", "cards/mine.png": b"mine"}


@pytest.mark.parametrize("name", sorted(NEW))
def test_a_file_that_no_build_made_is_never_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(UsageError, match=f"{name} is there already, and no build made it"):
        writing.write(NEW, tmp_path)
    assert shown(tmp_path) == {name: b"mine"}


def test_a_link_that_no_build_made_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "newsletter.html").symlink_to("nowhere")
    with pytest.raises(UsageError, match="no build made it"):
        writing.write(NEW, tmp_path)
    assert (tmp_path / "newsletter.html").is_symlink()


def test_names_in_a_changed_note_of_what_was_made_lead_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".made.json").write_text('["../mine.txt", 7]')
    writing.write(NEW, tmp_path / "out")
    assert (tmp_path / "mine.txt").exists()


def test_a_build_that_was_killed_half_way_is_no_finished_one_and_the_next_takes_it_up(tmp_path: Path) -> None:
    writing.write(OLD, tmp_path)
    (tmp_path / "report.json").unlink()
    (tmp_path / ".made.json").write_bytes(writing.as_json(sorted({*OLD, *NEW})))
    (tmp_path / "newsletter.html").write_bytes(NEW["newsletter.html"])
    writing.write(NEW, tmp_path)
    assert shown(tmp_path) == NEW


def test_a_folder_where_a_file_is_in_the_way_stays_as_it_was(tmp_path: Path) -> None:
    writing.write(OLD, tmp_path)
    (tmp_path / "zz").write_text("mine")
    with pytest.raises(UsageError, match="cannot be written"):
        writing.write(NEW | {"zz/inside.txt": b"3"}, tmp_path)
    assert shown(tmp_path) == OLD | {"zz": b"mine"}
    writing.write(NEW, tmp_path)
    assert shown(tmp_path) == NEW | {"zz": b"mine"}


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UsageError, match="cannot be written"):
        writing.write({"report.json": b"[]"}, tmp_path / "file" / "out")
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]
