"""`export`, as a person types it: what it holds, what it leaves out, and how it says so."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main

CONFIG = """
brand:
  name: Moes & Oven
  site: https://moesenoven.example.org
  email: post@moesenoven.example.org
  postal_address: Lindepad 8
  language: en
  timezone: Europe/Amsterdam
sources:
  desk: {folder: articles, backlog: 5}
newsletters:
  weekly: {from: [desk], every: thursday, at: "09:00", greeting: Hello!}
social:
  from: [desk]
  spread_over: 8 weeks
  networks:
    linkedin: {days: [tuesday, friday], at: "12:30", as: [text]}
    mastodon: {days: [friday], at: "12:30", as: [text]}
channels:
  mastodon: {type: mastodon, server: "https://mastodon.example", token: abcdef}
"""
ARTICLE = """---
title: Bread
language: en
url: https://moesenoven.example.org/bread
---

Bread needs time.

> [!TIP]
> Dough that rests overnight tastes better.
"""
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bread.md").write_text(ARTICLE)
    (tmp_path / "config.yaml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    return lambda *arguments: runner.invoke(main, list(arguments))


def rows(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def posts_on(run: Run, network: str) -> list[dict[str, str]]:
    return [row for row in json.loads(run("drafts", "--json").stdout) if row["series"] == network]


def test_only_what_is_approved_is_exported_and_the_rest_is_named(run: Run) -> None:
    run("draft")
    first, _ = posts_on(run, "linkedin")
    assert run("approve", str(first["id"])).exit_code == 0
    result = run("export", "csv")
    assert (result.exit_code, result.stdout) == (0, f"{Path('out/csv/linkedin-buffer.csv')}\n")
    assert "Left out: 1 post not approved: approve them, or add --waiting." in result.stderr
    (row,) = rows("out/csv/linkedin-buffer.csv")
    assert row["Posting Time"] == first["slot"].removesuffix(" Europe/Amsterdam")
    assert "1 post exported before" in run("export", "csv").stderr
    assert run("export", "csv", "--again").exit_code == 0


def test_with_waiting_all_are_there_but_those_that_a_channel_sends_itself(run: Run) -> None:
    run("draft")
    result = run("export", "csv", "--waiting", "--format", "publer")
    assert [len(rows("out/csv/linkedin-publer.csv")), posts_on(run, "mastodon") != []] == [2, True]
    assert not Path("out/csv/mastodon-publer.csv").exists()
    assert "Left out: 2 posts sent by the channel mastodon itself." in result.stderr


def test_nothing_to_export_wants_a_person_and_writes_nothing(run: Run) -> None:
    run("draft")
    result = run("export", "csv")
    assert (result.exit_code, Path("out/csv").exists()) == (1, False)
    assert "There is no post to export." in result.stderr


def test_a_build_is_exported_without_a_ledger_and_an_older_export_is_replaced(run: Run) -> None:
    assert run("build", "articles/bread.md", "--out", "made").exit_code == 0
    run("export", "csv", "--from", "made")
    assert run("export", "csv", "--from", "made", "--again").exit_code == 2
    assert run("export", "csv", "--from", "made", "--format", "hootsuite", "--network", "linkedin").exit_code == 0
    assert [path.name for path in Path("out/csv").glob("*.csv")] == ["linkedin-hootsuite.csv"]
    made = [post for post in json.loads(Path("made/posts.json").read_text()) if post["network"] == "linkedin"]
    with Path("out/csv/linkedin-hootsuite.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file, strict=True))
    assert {row[0] for row in table} == {post["slot"][:16].replace("-", "/") for post in made}
    assert all(f"{message} {link}".count("https://") == 1 for _, message, link in table)
    assert not Path("state").exists()


def with_cards() -> None:
    text = Path("config.yaml").read_text()
    Path("config.yaml").write_text(text.replace('"12:30", as: [text]', '"12:30", as: [card]', 1))


def test_pictures_lie_beside_the_table_that_wants_them_and_one_line_says_where_to_look(run: Run) -> None:
    with_cards()
    run("draft")
    result = run("export", "csv", "--waiting", "--network", "linkedin")
    made = sorted(path.name for path in Path("out/csv/pictures").iterdir())
    _, second = posts_on(run, "linkedin")  # the first announces the article, and its link has a picture of its own
    at = str(second["slot"])[:16].replace(" ", "-").replace(":", "")
    assert made == [f"{at}-linkedin-draft-{second['id']}.png"]
    where = f"{Path('out/csv/pictures.txt')} says which picture goes with which row."
    assert f"1 with a picture, which no table can hold: add it there by hand. {where}" in result.stderr
    assert result.stdout == f"{Path('out/csv/linkedin-buffer.csv')}\n"
    listed = Path("out/csv/pictures.txt").read_text(encoding="utf-8")
    assert f"  row 3, {str(second['slot'])[:16]}, " in listed
    assert f"    pictures/{made[0]}\n" in listed


def test_a_build_is_exported_with_its_pictures_and_only_those_of_the_last_export_go(run: Run) -> None:
    with_cards()
    run("build", "articles/bread.md", "--out", "made")
    assert run("export", "csv", "--from", "made", "--network", "linkedin").exit_code == 0
    (Path("out/csv/pictures") / "mine.png").write_bytes(b"mine")
    drawn = {path.read_bytes() for path in Path("made/cards").iterdir()}
    exported = [path for path in Path("out/csv/pictures").iterdir() if path.name != "mine.png"]
    assert exported
    assert all(path.read_bytes() in drawn for path in exported)
    assert run("export", "csv", "--from", "made", "--network", "mastodon").exit_code == 0
    assert [path.name for path in Path("out/csv/pictures").iterdir()] == ["mine.png"]
    assert not Path("out/csv/pictures.txt").exists()


def test_a_picture_that_is_gone_from_a_build_stops_the_export_whole(run: Run) -> None:
    with_cards()
    run("build", "articles/bread.md", "--out", "made")
    gone = next(Path("made/cards").iterdir())
    gone.unlink()
    result = run("export", "csv", "--from", "made")
    assert (result.exit_code, result.stderr) == (
        2,
        f"{gone} cannot be read (No such file or directory). Build again.\n",
    )
    assert not Path("out/csv").exists()


def test_a_folder_that_is_no_build_is_one_sentence(run: Run) -> None:
    Path("made").mkdir()
    assert "made/posts.json cannot be read" in run("export", "csv", "--from", "made").stderr
    for broken in ("[", '[{"network": "x"}]', "{}"):
        Path("made/posts.json").write_text(broken)
        result = run("export", "csv", "--from", "made")
        assert (result.exit_code, result.stderr) == (2, "made/posts.json is not as build writes it. Build again.\n")


def test_a_strange_network_is_one_sentence(run: Run) -> None:
    run("build", "articles/bread.md", "--out", "made")
    result = run("export", "csv", "--from", "made", "--network", "linkdin")
    assert (result.exit_code, result.stderr.startswith("There is no network linkdin. Choose of x,")) == (2, True)


def test_the_agenda_has_editions_and_posts_each_under_one_name_however_often_it_is_written(run: Run) -> None:
    run("draft")
    names = []
    for _ in range(2):
        assert run("export", "ics").exit_code == 0
        text = Path("out/agenda.ics").read_text(encoding="utf-8")
        names.append(sorted(line for line in text.splitlines() if line.startswith("UID:")))
    assert names[0] == names[1]
    assert len(names[0]) == len(set(names[0])) >= 6
    assert "SUMMARY:weekly: Bread" in text
    assert "SUMMARY:weekly: not drafted yet" in text


def test_a_post_that_moves_keeps_its_name_in_the_agenda(run: Run) -> None:
    run("draft")
    first, _ = posts_on(run, "linkedin")
    run("export", "ics")
    before = Path("out/agenda.ics").read_text(encoding="utf-8")
    moved = f"{str(first['due'])[:10]} 15:45"
    assert run("edit", str(first["id"]), "--at", moved).exit_code == 0
    run("export", "ics")
    after = Path("out/agenda.ics").read_text(encoding="utf-8")
    assert before.count("UID:") == after.count("UID:")
    assert [sorted(line for line in text.splitlines() if line.startswith("UID")) for text in (before, after)] == [
        sorted(line for line in before.splitlines() if line.startswith("UID"))
    ] * 2
    assert before != after


def test_the_agenda_of_a_build(run: Run) -> None:
    run("build", "articles/bread.md", "--out", "made")
    result = run("export", "ics", "--from", "made", "--out", "my.ics")
    assert result.stdout == "my.ics: 4 appointments\n"
    assert Path("my.ics").read_text(encoding="utf-8").count("STATUS:TENTATIVE") == 4
