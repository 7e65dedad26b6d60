from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.channels.folders import TEMPORARY, contents, is_safe, move, place_of, remove, write_whole


@pytest.mark.parametrize(
    ("reference", "place"),
    [
        ("weekly/2026-W47", "weekly/2026-W47"),
        ("linkedin/2026-11-24 09:00 Europe_Amsterdam", "linkedin/2026-11-24-09-00-Europe_Amsterdam"),
        ("mastodon/2026-W47#2", "mastodon/2026-W47#2"),
        ("wöchentlich/周刊 47", "wöchentlich/周刊-47"),
        ("../../etc/passwd", "_/_/etc/passwd"),
        ("/etc/passwd", "_/etc/passwd"),
        ("a\\..\\b", "a-..-b"),
        ("a\0b\r\nc", "a-b-c"),
        (".hidden", "hidden"),
        ("CON/nul.txt/com1", "_CON/_nul.txt/_com1"),
        ("", "_"),
        ("what? <now>|*", "what-now"),
    ],
)
def test_a_reference_becomes_a_readable_path(reference: str, place: str) -> None:
    assert place_of(reference) == PurePosixPath(place)


def test_long_references_that_start_alike_stay_apart() -> None:
    first, second = place_of("a" * 500 + "1"), place_of("a" * 500 + "2")
    assert first != second
    assert len(first.name) == len(second.name) == 100


@given(st.text())
def test_no_reference_leaves_its_folder(reference: str) -> None:
    place = place_of(reference)
    assert not place.is_absolute()
    assert all(is_safe(part) and 0 < len(part.encode()) <= 100 for part in place.parts)
    assert not {"..", "."} & set(place.parts)
    assert place_of(place.as_posix()) == place


@pytest.mark.parametrize("name", ["../x", "/x", "a//b", "a\\b", "a\0", "", "..", "a/../b", "nul", "C:x", ".x", "a b"])
def test_an_unsafe_name_is_known(name: str) -> None:
    assert not is_safe(name)


def test_a_folder_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    parts = {"a.txt": b"1", "cards/b.png": b"2"}
    write_whole(tmp_path, PurePosixPath("weekly/one"), parts)
    assert contents(tmp_path) == {"weekly/one/a.txt": b"1", "weekly/one/cards/b.png": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["weekly"]


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    write_whole(tmp_path, PurePosixPath("one"), {"a.txt": b"first"})
    write_whole(tmp_path, PurePosixPath("one"), {"a.txt": b"second", "b.txt": b"more"})
    assert contents(tmp_path / "one") == {"a.txt": b"first"}
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_what_file_managers_leave_does_not_count(tmp_path: Path) -> None:
    write_whole(tmp_path, PurePosixPath("one"), {"a.txt": b"1"})
    for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
        (tmp_path / "one" / name).write_bytes(b"litter")
    assert contents(tmp_path / "one") == {"a.txt": b"1"}


def rest_of(tmp_path: Path, name: str, age: float) -> Path:
    rest = tmp_path / TEMPORARY / name
    rest.mkdir(parents=True)
    (rest / "half.html").write_bytes(b"<htm")
    then = rest.stat().st_mtime - age
    os.utime(rest, (then, then))
    return rest


def test_what_a_killed_process_left_is_cleaned_and_never_served(tmp_path: Path) -> None:
    rest = rest_of(tmp_path, "killed", age=3600)
    write_whole(tmp_path, PurePosixPath("one"), {"a.txt": b"1"})
    assert not rest.exists()
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_what_another_process_is_writing_stays(tmp_path: Path) -> None:
    rest = rest_of(tmp_path, "at-work", age=2)
    write_whole(tmp_path, PurePosixPath("one"), {"a.txt": b"1"})
    assert (rest / "half.html").exists()


def test_a_file_in_the_place_of_the_folder_is_an_error_and_stays(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"mine")
    with pytest.raises(OSError, match="one"):
        write_whole(tmp_path, PurePosixPath("one"), {"a.txt": b"1"})
    assert contents(tmp_path) == {"one": b"mine"}


def test_moving_leaves_what_is_there_alone(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_whole(tmp_path, PurePosixPath(name), {"a.txt": name.encode()})
    move(tmp_path / "one", tmp_path / "two")
    assert contents(tmp_path) == {"one/a.txt": b"one", "two/a.txt": b"two"}


def test_moving_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        move(tmp_path / "one", tmp_path / "deep" / "two")


def test_a_removed_folder_is_gone_and_may_be_removed_again(tmp_path: Path) -> None:
    write_whole(tmp_path, PurePosixPath("weekly/one"), {"a.txt": b"1"})
    for _ in range(2):
        remove(tmp_path, tmp_path / "weekly" / "one")
    assert [path.name for path in tmp_path.rglob("*")] == ["weekly"]


KILLED_HALFWAY = """
import os, sys
from pathlib import Path, PurePosixPath
from pipeline.channels.folders import write_whole

class Parts(dict):
    def items(self):
        yield "a.txt", b"1"
        os._exit(9)

write_whole(Path(sys.argv[1]), PurePosixPath("one"), Parts())
"""


def test_a_process_that_dies_halfway_serves_nothing(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", KILLED_HALFWAY, str(tmp_path)], check=False)
    assert died.returncode == 9
    assert not (tmp_path / "one").exists()
    (rest,) = (tmp_path / TEMPORARY).iterdir()
    assert contents(rest) == {"a.txt": b"1"}
    write_whole(tmp_path, PurePosixPath("one"), {"a.txt": b"1", "b.txt": b"2"})
    assert contents(tmp_path / "one") == {"a.txt": b"1", "b.txt": b"2"}
