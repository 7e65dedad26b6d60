"""What is suggested is shown as such, told nowhere before a person keeps it, and everywhere from then on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import inspection
from pipeline.cli import sheets
from pipeline.config.shape import PLAIN_NEWSLETTER
from pipeline.errors import UsageError
from pipeline.ingest.files import Found
from pipeline.jobs import build, deciding, editing, reading, showing
from pipeline.ledger import wordings
from pipeline.ledger.wordings import Wording
from pipeline.model import Article
from tests.factories import a_config, a_paragraph, an_article
from tests.jobs.desks import MONDAY, SOCIAL, House

CLAIM = "A cool cellar keeps vegetables and apples the longest."
TEXT = f"""---
language: en
url: https://bakery.example/cellar
---
# The room below the stairs

Every house has a corner that stays cold.

## Leave the heating out

{CLAIM} It wants shelves and a good lamp next to the door.

## Give it air

A grille near the floor lets the damp air leave by itself. It wants a brush every spring and every autumn.
"""


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A ledger with the drafts of an article whose author wrote no key point."""
    house = House(tmp_path, social=SOCIAL).opened()
    (tmp_path / "articles" / "cellar.md").write_text(TEXT)
    house.draft()
    return house


def points(house: House) -> list[dict[str, object]]:
    found = showing.whole(house.desk, 1)["articles"][0]["key_points"]
    assert isinstance(found, list)
    return found


def posts_with(house: House, text: str) -> list[int]:
    rows = showing.listed(house.desk, everything=False)
    told = (showing.whole(house.desk, row["id"]) for row in rows if row["kind"] == "thread")
    return [whole["id"] for whole in told if text in whole["posts"][0]["text"]]


def test_show_lists_what_is_suggested_with_numbers_and_reasons(house: House) -> None:
    assert [(point["number"], point["origin"]) for point in points(house)] == [
        ("1.1", "suggested"),
        ("1.2", "suggested"),
    ]
    assert points(house)[0]["text"] == CLAIM
    assert "opens its section" in str(points(house)[0]["why"])


def test_what_is_suggested_is_told_nowhere_before_a_person_keeps_it(house: House) -> None:
    mail = showing.whole(house.desk, 1)
    assert "💡" not in mail["text"] + mail["html"]
    assert posts_with(house, CLAIM) == []
    assert [one["severity"] for one in mail["findings"] if one["rule"] == "suggested-key-points"] == ["note"]
    assert "before you keep it: edit 1 --keep 1.1" in sheets.draft(mail, house.desk.config.brand)
    deciding.approve(house.desk, 1, "Ann")
    assert "💡" not in showing.whole(house.desk, 1)["text"]


def test_what_a_person_keeps_is_theirs_in_mail_and_posts_and_needs_a_new_yes(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    list(editing.keep(house.desk, 1, "Ann", ["1.1"]))
    mail = showing.whole(house.desk, 1)
    assert mail["state"] == "planned"
    assert mail["text"].count(CLAIM) == 1  # the 💡 says it, and its section does not say it again
    assert "💡" in mail["text"]
    assert [point["origin"] for point in points(house)] == ["edited", "suggested"]
    assert len(posts_with(house, CLAIM)) == 1


def test_a_suggestion_in_other_words_is_a_persons_own(house: House) -> None:
    list(editing.reword(house.desk, 1, "Ann", "1.1", "A cellar beats a cupboard."))
    assert "A cellar beats a cupboard." in showing.whole(house.desk, 1)["text"]
    assert len(posts_with(house, "A cellar beats a cupboard.")) == 1


def test_a_yes_can_be_taken_back(house: House) -> None:
    list(editing.keep(house.desk, 1, "Ann", ["1.1"]))
    list(editing.put_back(house.desk, 1, "Ann", ["1.1"]))
    assert points(house)[0]["origin"] == "suggested"
    assert "💡" not in showing.whole(house.desk, 1)["text"]


def test_a_suggestion_left_out_is_no_longer_asked_about(house: House) -> None:
    list(editing.leave_out(house.desk, 1, "Ann", ["1.1", "1.2"]))
    assert [point["left_out"] for point in points(house)] == [True, True]
    assert "before you keep it" not in sheets.draft(showing.whole(house.desk, 1), house.desk.config.brand)
    editing.refresh(house.desk, 1, "Ann")
    rules = {one["rule"] for one in showing.whole(house.desk, 1)["findings"]}
    assert "suggested-key-points" not in rules
    assert "no-key-points" in rules


def test_an_authors_own_key_point_needs_no_yes(house: House) -> None:
    house.write("Bread")
    house.draft()
    with pytest.raises(UsageError, match="own key point and needs no yes"):
        list(editing.keep(house.desk, 1, "Ann", ["2.1"]))


def test_what_was_kept_stays_when_suggesting_is_turned_off(house: House) -> None:
    list(editing.keep(house.desk, 1, "Ann", ["1.2"]))
    house.configure(social=SOCIAL, suggest_key_points=False)
    house.draft()
    kept = "A grille near the floor lets the damp air leave by itself."
    assert [(point["text"], point["origin"]) for point in points(house)] == [(kept, "edited")]
    assert kept in showing.whole(house.desk, 1)["text"]


def test_what_was_kept_goes_with_its_sentence() -> None:
    chosen = {CLAIM: Wording(text=CLAIM)}
    bare = an_article(key_points=(), lead=(a_paragraph(f"{CLAIM} It asks for little."),))
    assert [point.text for point in wordings.with_decided(bare, chosen).key_points] == [CLAIM]
    assert wordings.with_decided(replace(bare, lead=()), chosen).key_points == ()
    assert wordings.with_decided(bare, {CLAIM: Wording(left_out=True)}).key_points == ()


def an_unmarked(folder: Path, **changes: object) -> Article:
    (folder / "cellar.md").write_text(TEXT)
    (article,) = reading.read([str(folder / "cellar.md")], a_config(**changes)).articles
    return article


def test_build_reports_each_suggestion_and_tells_none(tmp_path: Path) -> None:
    article = an_unmarked(tmp_path)
    made = build.whole([article], "weekly", PLAIN_NEWSLETTER, a_config(), MONDAY, say=lambda _: None)
    told = [finding for finding in made.findings if finding.rule == "suggested-key-point"]
    assert [finding.severity for finding in told] == ["note", "note"]
    assert told[0].message.startswith(f"(suggested) “{CLAIM}”")
    assert "Leave the heating out" in told[0].place
    assert not any("💡" in made.files[name].decode() for name in ("newsletter.html", "newsletter.txt", "posts.json"))
    assert [post["key_point"] for post in json.loads(made.files["posts.json"]) if post["key_point"]] == []


def test_config_yaml_turns_suggesting_off(tmp_path: Path) -> None:
    assert an_unmarked(tmp_path).key_points
    assert an_unmarked(tmp_path, suggest_key_points=False).key_points == ()


def test_inspect_marks_what_is_suggested_and_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seen = Found([an_unmarked(tmp_path)], [])
    shape = inspection.as_json(seen)
    assert isinstance(shape, dict)
    assert shape["key_points"][0]["origin"] == "suggested"
    assert "fits a post" in shape["key_points"][0]["why"]
    inspection.show(seen)
    shown = capsys.readouterr().out
    assert "suggested: A cool cellar" in shown
    assert "💡" not in shown
