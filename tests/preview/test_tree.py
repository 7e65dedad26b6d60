from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.preview import tree
from tests.preview.folders import a_draft_folder, write


def test_a_folder_with_either_mark_is_a_draft(tmp_path: Path) -> None:
    write(tmp_path / "mail" / "edition.json", "{}")
    write(tmp_path / "posts-only" / "posts.json", "[]")
    write(tmp_path / "neither" / "newsletter.html", "")
    assert set(tree.draft_folders(tmp_path)) == {"mail", "posts-only"}


def test_the_folder_itself_can_be_a_draft(tmp_path: Path) -> None:
    a_draft_folder(tmp_path)
    assert tree.draft_folders(tmp_path) == {"": tmp_path}


def test_drafts_are_found_four_folders_deep_and_no_deeper(tmp_path: Path) -> None:
    write(tmp_path / "1/2/3/4/edition.json", "{}")
    write(tmp_path / "a/b/c/d/e/edition.json", "{}")
    assert set(tree.draft_folders(tmp_path)) == {"1/2/3/4"}


def test_temporary_folders_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / ".building-1" / "edition.json", "{}")
    before = tree.version(tmp_path)
    write(tmp_path / ".building-1" / "posts.json", "[]")
    assert tree.draft_folders(tmp_path) == {}
    assert tree.version(tmp_path) == before


def test_links_out_of_the_folder_are_passed_over(tmp_path: Path) -> None:
    outside = a_draft_folder(tmp_path / "outside")
    studio = tmp_path / "studio"
    studio.mkdir()
    (studio / "linked").symlink_to(outside, target_is_directory=True)
    (studio / "edition.json").symlink_to(outside / "edition.json")
    assert tree.draft_folders(studio) == {}
    assert tree.files(studio, 4) == {}


def test_a_missing_folder_has_no_drafts(tmp_path: Path) -> None:
    assert tree.draft_folders(tmp_path / "nowhere") == {}
    assert tree.version(tmp_path / "nowhere")


def test_a_name_that_is_no_text_is_passed_over(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"draft-\xff")).mkdir()
    except OSError:
        pytest.skip("this file system takes only names that are text")
    write(tmp_path / os.fsdecode(b"draft-\xff") / "edition.json", "{}")
    assert tree.draft_folders(tmp_path) == {}


def test_the_version_stays_while_nothing_changes(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "one")
    assert tree.version(tmp_path) == tree.version(tmp_path)


@pytest.mark.parametrize("file", ["edition.json", "newsletter.html", "cards/one.png"])
def test_the_version_changes_with_a_files_size(tmp_path: Path, file: str) -> None:
    folder = a_draft_folder(tmp_path / "a/b/c/d")
    before = tree.version(tmp_path)
    status = (folder / file).stat()
    write(folder / file, (folder / file).read_bytes() + b" ")
    os.utime(folder / file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert tree.version(tmp_path) != before


def test_the_version_changes_with_a_files_time(tmp_path: Path) -> None:
    folder = a_draft_folder(tmp_path / "one")
    before = tree.version(tmp_path)
    os.utime(folder / "newsletter.txt", (1, 1))
    assert tree.version(tmp_path) != before


def test_the_version_changes_when_a_file_comes_or_goes(tmp_path: Path) -> None:
    folder = a_draft_folder(tmp_path / "one")
    first = tree.version(tmp_path)
    write(folder / "cards/two.png", b"")
    second = tree.version(tmp_path)
    (folder / "cards/two.png").rename(folder / "cards/three.png")
    assert len({first, second, tree.version(tmp_path)}) == 3
