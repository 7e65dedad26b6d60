"""The commands with a ledger, as a person types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

from pipeline.cli import main

CONFIG = """
brand:
  name: Bakery
  site: https://bakery.example.org
  email: post@bakery.example.org
  postal_address: Mill Lane 1
  language: en
  timezone: Europe/Amsterdam
sources:
  desk: {folder: articles, backlog: 5}
newsletters:
  weekly: {from: [desk], every: thursday, at: "09:00", greeting: Hello!}
social:
  from: [desk]
  networks:
    mastodon: {days: [friday], at: "12:30", as: [text]}
"""
ARTICLE = "# Bread\n\nBread needs time.\n\n> [!TIP]\n> Dough that rests overnight tastes better.\n"
Run = Callable[..., Result]
NO_TIME = "No time is free yet, its article's announcement waits, or another post of it says nearly the same."


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bread.md").write_text(ARTICLE)
    (tmp_path / "config.yaml").write_text(CONFIG)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    runner = CliRunner()
    runner.invoke(main, ["draft"])
    return lambda *arguments: runner.invoke(main, list(arguments))


def test_drafts_are_listed_for_programs(run: Run) -> None:
    rows = json.loads(run("drafts", "--json").stdout)
    assert {row["state"] for row in rows} == {"planned"}
    assert {row["kind"] for row in rows} == {"email", "thread"}
    assert all(isinstance(row["id"], int) for row in rows)


def test_each_thread_is_one_entry_with_its_article_its_parts_and_what_holds_it_within_80_columns(
    run: Run, tmp_path: Path
) -> None:
    care = "care: {topic: health}\nvoice: {never: [miracle]}\n"
    (tmp_path / "config.yaml").write_text(CONFIG.replace("as: [text]", "as: [text, thread]") + care)
    said = "A warm loaf keeps a household of seven and all its many guests happy until late in the evening"
    points = (
        said,
        "A miracle of a crust needs steam in the first minutes",
        "Ginger tea cures cancer in a week",
        "Salt it",
    )
    text = "".join(f"> [!TIP]\n> {point}.\n\n" for point in points)
    (tmp_path / "articles" / "soup.md").write_text(
        f"# Soup and the loaf that belongs to it\n\nSoup needs time.\n\n{text}"
    )
    run("draft")
    rows = json.loads(run("drafts", "--json").stdout)
    lines = run("drafts").stdout.splitlines()
    assert max(map(cell_len, lines)) <= 80
    thread = next(row for row in rows if row["parts"] > 1 and row["about"] == ["Soup and the loaf that belongs to it"])
    assert sum(f"{thread['parts']} parts: " in line for line in lines) == len([row for row in rows if row["parts"] > 1])
    told = next(row for row in rows if row["title"].startswith("A warm loaf"))
    place = next(number for number, line in enumerate(lines) if line.startswith(f"{told['id']:>4}  "))
    assert lines[place + 1] == "      A warm loaf keeps a household of sev… · Soup and the loaf that belongs to…"
    assert told["held_by"] == [NO_TIME]
    assert not lines[place + 2].startswith("      →")
    held = [row for row in rows if row["kind"] == "thread" and row["errors"]]
    assert all("miracle" in row["held_by"][0] for row in held)
    assert sum(line.startswith("      → ") and "miracle" in line for line in lines) == len(held) == 2
    claims = next(row for row in rows if row["title"].startswith("Ginger"))
    assert f"approve {claims['id']} --claims-read" in " ".join(claims["held_by"])


def test_status_has_what_is_documented_and_asks_for_approval(run: Run) -> None:
    result = run("status", "--json")
    rows = json.loads(result.stdout)
    assert {"brand", "series", "slot", "channel", "state", "due", "receipt", "error"} <= rows[0].keys()
    assert result.exit_code == 1


def test_show_has_the_words_the_numbers_and_the_history(run: Run) -> None:
    shown = run("show", "1").output
    assert "Subject:   Bread" in shown
    assert "1.1  💡 Dough that rests overnight tastes better." in shown
    assert "Lichtpunt: drafted" in shown
    assert "placeholder" not in shown


def test_a_suggested_key_point_is_marked_without_a_bulb_until_it_is_kept(run: Run, tmp_path: Path) -> None:
    text = "# Cellar\n\nA door.\n\n## Cold\n\nA cool cellar keeps vegetables and apples the longest.\n"
    (tmp_path / "articles" / "bread.md").write_text(text)
    run("draft")
    shown = run("show", "1").output
    assert "1.1  (suggested) A cool cellar keeps" in shown
    assert "edit 1 --keep 1.1" in shown
    assert "💡 A cool" not in shown
    assert run("edit", "1", "--keep", "1.1").exit_code == 0
    assert "1.1  💡 A cool cellar keeps vegetables and apples the longest. (your words)" in run("show", "1").output


def test_show_writes_the_final_bytes_into_a_new_folder(run: Run, tmp_path: Path) -> None:
    assert run("show", "1", "--out", "look").exit_code == 0
    assert {path.name for path in (tmp_path / "look").iterdir()} == {
        "newsletter.eml",
        "newsletter.html",
        "newsletter.txt",
    }
    again = run("show", "1", "--out", "look")
    assert again.exit_code == 2
    assert again.stderr == "look exists already. Choose another folder with --out.\n"


def test_a_subject_never_breaks_out_of_its_line(run: Run) -> None:
    run("edit", "1", "--subject", "Hi\r\nBcc: somebody@else.example")
    assert "Subject:   Hi Bcc: somebody@else.example\n" in run("show", "1").output


def test_another_subject_can_be_taken_by_its_number_and_the_first_comes_back(run: Run) -> None:
    assert "or 1 Dough that rests overnight tastes better\n" in run("show", "1").output
    assert run("edit", "1", "--alternative", "1").exit_code == 0
    shown = json.loads(run("show", "1", "--json").stdout)
    assert shown["subject"] == "Dough that rests overnight tastes better"
    assert shown["alternatives"] == ["Bread"]


def test_the_editor_changes_what_it_changes(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text("#!/bin/sh\nsed -i 's/Hello!/Good morning!/' \"$1\"\n")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    assert "changed: greeting." in run("edit", "1").output
    assert "Good morning!" in run("show", "1").output


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("show", "77"), 1, "There is no draft 77. `drafts` lists those there are."),
        (("approve",), 2, "Say which: the numbers of drafts, or --all."),
        (("approve", "1", "--all"), 2, "Say which: the numbers of drafts, or --all."),
        (("approve", "1", "--version", "9"), 1, "Draft 1 has version 1 by now. Look at it again: show 1."),
        (("discard",), 2, "Say which: the number of a draft, or several. `drafts` lists them."),
        (("edit", "1"), 2, "There is no terminal to open an editor in. Use --text, --subject or --greeting."),
        (("edit", "1", "--text", "x"), 2, "Draft 1 has no text. It has: greeting, preheader, subject."),
        (("edit", "1", "--reword", "1", "x"), 2, "1 is an article. Its key points are 1.1 and so on: see show 1."),
        (("edit", "1", "--reword", "1.1", " "), 2, "The new words are empty."),
        (("edit", "1", "--subject", ""), 2, "Draft 1 needs words."),
        (
            ("edit", "1", "--alternative", "9"),
            2,
            "Draft 1 has no alternative 9. It offers 1: see show 1, or write --subject.",
        ),
        (("edit", "2", "--alternative", "1"), 2, "Draft 2 has no alternative 1. It offers none"),
        (("edit", "1", "--alternative", "1", "--subject", "x"), 2, "Give --subject or --alternative, not both."),
        (("edit", "2", "--at", "tomorrow"), 2, "“tomorrow” is no time. Write one such as 2026-12-01 09:00."),
        (("edit", "2", "--at", "2020-01-01 09:00"), 2, "2020-01-01 09:00 has passed. Choose a later time."),
        (("edit", "2", "--leave-out", "1"), 2, "Draft 2 is a post of one article. Discard it: discard 2."),
        (("post", "Hello", "--network", "myspace"), 2, "There is no network myspace."),
        (("post", " ", "--network", "x"), 2, "The post is empty. Write its text."),
        (("resolve", "1"), 2, "Say what you found: --went-out or --send-again."),
        (("resolve", "1", "--went-out"), 1, "Draft 1 (weekly/"),
        (("approve", "abc"), 2, "“abc” is no draft's number. `drafts` lists them.\n"),
        (("show", "weekly"), 2, "“weekly” is no draft's number. `drafts` lists them.\n"),
        (("discard", "1", "0"), 2, "“0” is no draft's number. `drafts` lists them.\n"),
        (("draft", "--again"), 2, "--again needs to know which"),
        (("draft", "nothing.md"), 2, "nothing.md does not exist. Check the name."),
    ],
)
def test_wrong_use_is_one_clear_sentence(run: Run, arguments: tuple[str, ...], status: int, said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stderr.count("\n")) == (status, 1), result.output
    assert result.stderr.startswith(said)


def test_several_changes_at_once_ask_for_one_yes(run: Run) -> None:
    result = run("edit", "1", "--greeting", "Good morning!", "--reword", "1.1", "Rested dough needs less kneading.")
    said = [line for line in result.output.splitlines() if line.startswith("draft 1: ")]
    assert len(said) == 2, result.output
    assert [line.endswith("It needs approval.") for line in said] == [False, True]


def test_what_is_approved_is_said_and_written_down(run: Run) -> None:
    assert run("approve", "1", "--by", "Ann").exit_code == 0
    assert "approved by Ann" in run("show", "1").output
    assert "Ann: approved version 1" in run("show", "1").output


def test_the_brake_is_an_exit_status_too(run: Run) -> None:
    run("stop-everything", "--by", "Ann")
    result = run("deliver", "--once")
    assert result.exit_code == 1
    assert "held: Ann stopped everything" in result.stderr
    run("stop-everything", "--release")
    assert run("deliver", "--once").exit_code == 0


@pytest.mark.parametrize(
    "command", [("edit", "1", "--subject", "Rest"), ("stop-everything",), ("start", "--once"), ("deliver", "--once")]
)
def test_what_a_command_did_is_there_for_programs(run: Run, command: tuple[str, ...]) -> None:
    events = json.loads(run(*command, "--json").stdout)
    assert all(event.keys() == {"reference", "message", "needs_person"} for event in events)
    assert bool(events) == (command[0] in {"edit", "stop-everything"})


def test_a_claim_wants_a_second_yes_and_all_leaves_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(f"{CONFIG}care: {{topic: health}}\n")
    (tmp_path / "articles" / "honey.md").write_text(
        "# Honey\n\nHoney keeps.\n\n> [!TIP]\n> Honey heals a sore throat.\n"
    )
    run("draft")
    claiming = [str(row["id"]) for row in json.loads(run("drafts", "--json").stdout) if row["claims"]]
    assert claiming
    result = run("approve", "--all")
    assert f"want a second yes each: show {claiming[0]}, then approve {claiming[0]} --claims-read" in result.output
    mail = (claiming[0], "--version", "2")  # composed again with the second article
    assert f"Draft {claiming[0]} wants a second yes" in run("approve", *mail).stderr
    assert run("approve", *mail, "--claims-read").exit_code == 0
    assert "read the claims" in run("show", claiming[0]).stdout
    assert run("approve", "--all", "--claims-read").exit_code == 2


def test_status_says_whether_a_draft_was_cancelled_or_discarded(run: Run) -> None:
    rows = [row for row in json.loads(run("drafts", "--json").stdout) if row["slot"] and row["kind"] == "thread"]
    first, second = rows[0]["id"], rows[1]["id"]
    assert run("discard", str(first)).exit_code == 0
    assert run("cancel", str(second)).exit_code == 0
    lines = run("status").stdout.splitlines()
    for number, said in ((first, "discarded"), (second, "cancelled")):
        assert any(said in line and line.endswith(f"draft {number}") for line in lines), lines
    assert {row["state"] for row in json.loads(run("status", "--json").stdout) if row["draft"] in {first, second}} == {
        "cancelled"
    }
