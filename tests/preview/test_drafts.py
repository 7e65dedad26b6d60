from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.preview import drafts
from tests.preview.folders import a_draft_folder, a_finding, a_post, an_envelope


def test_a_whole_draft_is_read(tmp_path: Path) -> None:
    draft = drafts.read("one", a_draft_folder(tmp_path))
    assert draft.envelope is not None
    assert (draft.title, draft.envelope.label, draft.mail, draft.cards) == (
        "Bread that keeps",
        "2026-W14",
        True,
        ("cards/one.png",),
    )
    assert draft.problems == ()


@pytest.mark.parametrize(
    ("stem", "content", "place"),
    [
        ("posts", '[{"network": "x", "te', "posts.json: Invalid JSON"),
        ("posts", b"", "posts.json: Invalid JSON"),
        ("posts", b"\xff\xfe", "posts.json: Invalid JSON"),
        ("posts", "[" * 5000, "posts.json: Invalid JSON"),
        ("posts", {"network": "x"}, "posts.json: "),
        ("posts", [a_post(), a_post(length="long")], "posts.json, entry 2, length: "),
        ("posts", [a_post(images=[{"file": "cards/one.png"}])], "posts.json, entry 1, images, entry 1, alt: "),
        ("edition", "{", "edition.json: Invalid JSON"),
        ("edition", {"newsletter": "weekly", "label": "1"}, "edition.json, subject: "),
        ("report", [a_finding(severity="dreadful")], "report.json, entry 1, severity: "),
    ],
)
def test_a_broken_file_is_told_with_its_place(tmp_path: Path, stem: str, content: object, place: str) -> None:
    draft = drafts.read("one", a_draft_folder(tmp_path, **{stem: content}))
    (problem,) = draft.problems
    assert problem.startswith(place)
    assert problem.endswith("build the draft again.")


def test_the_other_files_of_a_broken_draft_are_read(tmp_path: Path) -> None:
    draft = drafts.read("one", a_draft_folder(tmp_path, posts="["))
    assert draft.title == "Bread that keeps"
    assert draft.counts == {"warning": 1}


def test_a_draft_without_a_report_is_not_checked(tmp_path: Path) -> None:
    folder = a_draft_folder(tmp_path)
    (folder / "report.json").unlink()
    assert drafts.read("one", folder).findings is None
    assert drafts.read("one", a_draft_folder(tmp_path, report=[])).findings == ()


def test_without_a_subject_the_folder_names_the_draft(tmp_path: Path) -> None:
    folder = a_draft_folder(tmp_path, edition=an_envelope(subject=""))
    assert drafts.read("weekly/2026-W14", folder).title == "2026-W14"
    assert drafts.read("", folder).title == "Untitled draft"


def test_a_draft_is_as_new_as_its_newest_file(tmp_path: Path) -> None:
    folder = a_draft_folder(tmp_path)
    for path in folder.rglob("*"):
        os.utime(path, (1000, 1000))
    os.utime(folder / "cards/one.png", (2000, 2000))
    assert drafts.read("one", folder).changed == datetime.fromtimestamp(2000, UTC)


def test_findings_stand_gravest_first(tmp_path: Path) -> None:
    report = [a_finding(severity=severity) for severity in ("note", "error", "warning", "note")]
    draft = drafts.read("one", a_draft_folder(tmp_path, report=report))
    assert [finding.severity for finding in draft.findings or ()] == ["error", "warning", "note", "note"]
    assert list(draft.counts.items()) == [("error", 1), ("warning", 1), ("note", 2)]


def test_posts_are_grouped_by_network_and_unknown_networks_come_last(tmp_path: Path) -> None:
    posts = [a_post(network=network) for network in ("pigeon", "x", "linkedin", "x")]
    groups = drafts.read("one", a_draft_folder(tmp_path, posts=posts)).by_network
    assert [(look.label, len(posts)) for look, posts in groups] == [("LinkedIn", 1), ("X", 2), ("Pigeon", 1)]


@pytest.mark.parametrize(("length", "limit", "percent"), [(0, 300, 0), (150, 300, 50), (900, 300, 100), (1, 0, 100)])
def test_a_post_is_never_more_than_full(tmp_path: Path, length: int, limit: int, percent: int) -> None:
    draft = drafts.read("one", a_draft_folder(tmp_path, posts=[a_post(length=length, limit=limit)]))
    assert draft.posts[0].percent == percent


def test_a_cards_alt_text_is_that_of_the_post_that_uses_it(tmp_path: Path) -> None:
    draft = drafts.read("one", a_draft_folder(tmp_path))
    assert draft.alt("cards/one.png") == "A loaf on a board"
    assert draft.alt("cards/unused.png") == "unused"
