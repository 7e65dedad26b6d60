"""Nothing goes out that a person did not approve as it is; what a person decides, holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import LedgerError, Rejected, Uncertain, UsageError
from pipeline.jobs import deciding, editing, scheduling, showing, trial
from pipeline.model import Request
from tests.jobs.desks import HOUR, SOCIAL, THURSDAY, House

RECIPE = {"from": ["desk"], "every": "thursday", "at": "09:00"}


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path, newsletters={"weekly": RECIPE}, social=SOCIAL).opened()
    made.write("Bread", "Bread keeps in a paper bag.", "Rested dough tastes of more.")
    made.draft()
    return made


def state(house: House, number: int) -> str:
    return str(showing.whole(house.desk, number)["state"])


def test_only_what_was_approved_goes_out_and_once(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    house.time = THURSDAY
    house.deliver()
    house.deliver()
    assert [reference for reference, _ in house.channel.published] == ["weekly/2026-W48"]
    assert showing.whole(house.desk, 1)["approved_by"] == "Ann"


def test_what_goes_out_is_byte_for_byte_what_was_approved(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    shown = showing.files(house.desk, 1)["text"]
    house.time = THURSDAY
    house.deliver()
    assert house.channel.published[0][1].parts["text"] == shown


def test_an_edit_takes_the_approval_back(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    editing.words(house.desk, 1, "Ben", greeting="Hello!")
    assert state(house, 1) == "planned"
    house.time = THURSDAY
    house.deliver()
    assert house.channel.published == []


def test_nobody_approves_what_somebody_else_changed_meanwhile(house: House) -> None:
    seen = showing.whole(house.desk, 1)["version"]
    editing.words(house.desk, 1, "Ben", greeting="Hello!")
    with pytest.raises(LedgerError, match="has version 2 by now"):
        deciding.approve(house.desk, 1, "Ann", version=seen)


def test_what_is_held_cannot_be_approved_until_it_is_mended(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={"weekly": RECIPE | {"greeting": "required"}}).opened()
    house.write("Bread")
    house.draft()
    with pytest.raises(LedgerError, match="Draft 1 is held"):
        deciding.approve(house.desk, 1, "Ann")
    editing.words(house.desk, 1, "Ann", greeting="Good morning!")
    deciding.approve(house.desk, 1, "Ann")


def test_a_reworded_key_point_changes_in_mail_and_posts_and_takes_back_their_approval(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    deciding.approve(house.desk, 3, "Ann")
    list(editing.reword(house.desk, 1, "Ben", "1.1", "Bread lasts in linen."))
    assert "Bread lasts in linen." in showing.whole(house.desk, 1)["text"]
    assert "Bread lasts in linen." in showing.whole(house.desk, 3)["posts"][0]["text"]
    assert (state(house, 1), state(house, 3)) == ("planned", "planned")


def test_a_draft_that_says_the_same_keeps_its_approval(house: House) -> None:
    deciding.approve(house.desk, 4, "Ann")
    list(editing.reword(house.desk, 1, "Ben", "1.1", "Bread lasts in linen."))
    assert state(house, 4) == "approved"


def test_a_key_point_left_out_is_told_nowhere_and_comes_back_when_it_is_put_back(house: House) -> None:
    list(editing.leave_out(house.desk, 1, "Ann", ["1.1"]))
    assert "paper bag" not in showing.whole(house.desk, 1)["text"]
    assert state(house, 3) == "cancelled"
    list(editing.put_back(house.desk, 1, "Ann", ["1.1"]))
    assert "paper bag" in showing.whole(house.desk, 1)["text"]
    again = showing.listed(house.desk, everything=False)[-1]
    assert "paper bag" in showing.whole(house.desk, again["id"])["posts"][0]["text"]


def test_an_edition_is_never_emptied(house: House) -> None:
    with pytest.raises(LedgerError, match="would be empty"):
        list(editing.leave_out(house.desk, 1, "Ann", ["1"]))


def test_an_article_left_out_waits_for_the_next_edition(house: House) -> None:
    house.write("Soup")
    house.draft()
    list(editing.leave_out(house.desk, 1, "Ann", ["1"]))
    assert [one["left_out"] for one in showing.whole(house.desk, 1)["articles"]] == [True, False]
    assert house.draft() == []
    house.time = THURSDAY + 7 * HOUR
    assert any("weekly/2026-W49: draft" in line for line in house.draft())


def test_a_number_that_is_not_there_is_told_with_those_that_are(house: House) -> None:
    with pytest.raises(UsageError, match=r"Draft 1 has no 7\.1\. It has: 1, 1\.1, 1\.2\."):
        list(editing.reword(house.desk, 1, "Ann", "7.1", "Words"))


def test_own_words_of_a_post_survive_composing_again(house: House) -> None:
    editing.words(house.desk, 3, "Ann", text="My very own words.")
    list(editing.reword(house.desk, 1, "Ben", "1.1", "Bread lasts in linen."))
    assert showing.whole(house.desk, 3)["posts"][0]["text"] == "My very own words."


def test_own_words_that_do_not_fit_hold_the_post(house: House) -> None:
    changed = editing.words(house.desk, 3, "Ann", text="word " * 200)
    assert changed.needs_person
    assert changed.message.startswith("changed: text. It is held: Mastodon takes at most 500 characters")
    with pytest.raises(LedgerError, match="is held"):
        deciding.approve(house.desk, 3, "Ann")


def test_a_post_can_be_moved_but_not_onto_another(house: House) -> None:
    scheduling.move(house.desk, 3, "Ann", "2026-12-01 07:00")
    assert showing.whole(house.desk, 3)["slot"] == "2026-12-01 07:00 Europe/Amsterdam"
    with pytest.raises(LedgerError, match="has another draft already"):
        scheduling.move(house.desk, 4, "Ann", "2026-12-01 07:00")
    with pytest.raises(UsageError, match="has passed"):
        scheduling.move(house.desk, 4, "Ann", "2026-11-01 07:00")


def test_what_went_out_can_neither_be_changed_nor_taken_back(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    house.time = THURSDAY
    house.deliver()
    with pytest.raises(LedgerError, match="is confirmed and cannot be changed"):
        editing.words(house.desk, 1, "Ann", subject="Too late")
    with pytest.raises(LedgerError, match="nothing to take back"):
        deciding.discard(house.desk, 1, "Ann")


def test_the_brake_holds_everything_until_it_is_released(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    deciding.stop_everything(house.desk.ledger, house.time, "Ann")
    house.time = THURSDAY
    assert "held: Ann stopped everything" in house.deliver()[-1]
    assert house.channel.published == []
    deciding.release(house.desk, "Ann")
    house.deliver()
    assert len(house.channel.published) == 1


def test_what_nobody_approved_in_time_is_missed_and_said(house: House) -> None:
    house.time = THURSDAY + 7 * HOUR
    assert "weekly/2026-W48: missed. Nobody approved it in time." in " ".join(house.deliver())
    assert state(house, 1) == "missed"


def test_a_person_settles_what_the_machine_cannot_know(house: House) -> None:
    house.channel.fails_with = Uncertain("The answer was lost.")
    deciding.approve(house.desk, 1, "Ann")
    house.time = THURSDAY
    house.deliver()
    assert state(house, 1) == "unknown"
    deciding.went_out(house.desk, 1, None, "Ann")
    assert state(house, 1) == "confirmed"
    with pytest.raises(LedgerError, match="nothing to settle"):
        deciding.send_again(house.desk, 1, None, "Ann")


def test_sending_again_needs_a_new_approval_and_a_new_name(house: House) -> None:
    house.channel.fails_with = Rejected("The list is gone.")
    deciding.approve(house.desk, 1, "Ann")
    house.time = THURSDAY
    house.deliver()
    assert state(house, 1) == "failed"
    house.channel.fails_with = None
    deciding.send_again(house.desk, 1, None, "Ann")
    house.deliver()
    assert house.channel.published == []
    deciding.approve(house.desk, 1, "Ann")
    house.deliver()
    assert [reference for reference, _ in house.channel.published] == ["weekly/2026-W48 (again 1)"]


@pytest.mark.parametrize(("topic", "expected"), [(None, "approved"), ("health", "planned")])
def test_automatic_approval_is_never_given_where_health_is_the_topic(
    tmp_path: Path, topic: str | None, expected: str
) -> None:
    brand = {"postal_address": "Mill Lane 1, Exampleton", "name": "Bakery", "site": "https://bakery.example"}
    recipe = RECIPE | {"approval": "automatic", "greeting": "Hello!"}
    house = House(
        tmp_path,
        brand=brand | {"email": "post@bakery.example", "language": "en"},
        newsletters={"weekly": recipe},
        care={"topic": topic} if topic else {},
    ).opened()
    house.write("Bread")
    house.draft()
    assert state(house, 1) == expected, showing.whole(house.desk, 1)["findings"]


def test_a_test_goes_to_one_address_and_is_written_down(house: House) -> None:
    trial.send(house.desk, 1, "me@example.org", "Ann")
    assert house.channel.tested == ["me@example.org"]
    assert house.channel.published == []
    assert showing.whole(house.desk, 1)["history"][-1]["what"] == "sent a test"


def test_a_channel_that_cannot_test_says_so(house: House) -> None:
    object.__setattr__(house.channel.facts, "tests", False)
    with pytest.raises(Rejected, match="cannot send a test"):
        trial.send(house.desk, 1, "me@example.org", "Ann")


def test_a_missed_edition_can_be_mended_and_sent_late(house: House) -> None:
    house.time = THURSDAY + 7 * HOUR
    house.deliver()
    deciding.send_again(house.desk, 1, None, "Ann")
    editing.words(house.desk, 1, "Ann", subject="Sorry, late")
    deciding.approve(house.desk, 1, "Ann")
    house.deliver()
    assert state(house, 1) == "confirmed"


def test_what_a_person_said_to_send_again_is_not_approved_by_the_machine(tmp_path: Path) -> None:
    brand = {"name": "Bakery", "site": "https://bakery.example.org", "email": "post@bakery.example.org"}
    brand |= {"postal_address": "Mill Lane 1", "language": "en"}
    recipe = RECIPE | {"approval": "automatic", "greeting": "Hello!"}
    house = House(tmp_path, brand=brand, newsletters={"weekly": recipe}).opened()
    house.write("Bread")
    house.draft()
    assert state(house, 1) == "approved"
    house.channel.fails_with, house.time = Rejected("No."), THURSDAY
    house.deliver()
    house.channel.fails_with = None
    deciding.send_again(house.desk, 1, None, "Ann")
    house.write("Soup")
    assert any("needs approval: A person said to send it again." in line for line in house.round())
    assert house.channel.published == []


def test_a_cancelled_post_keeps_a_persons_words_when_it_is_composed_again(house: House) -> None:
    editing.words(house.desk, 2, "Ann", text="My very own words.")
    said = deciding.cancel(house.desk, 2, "Ann").message
    again = int(said.split("As draft ")[1].split()[0])
    editing.refresh(house.desk, again, "Ann")
    assert showing.whole(house.desk, again)["posts"][0]["text"] == "My very own words."


def test_an_account_that_changed_gets_the_draft_once_it_is_composed_again(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    house.channel.facts = replace(house.channel.facts, account="other readers")
    house.time = THURSDAY
    house.deliver()
    assert "was approved for readers" in showing.whole(house.desk, 1)["deliveries"][0]["error"]
    deciding.send_again(house.desk, 1, None, "Ann")
    editing.refresh(house.desk, 1, "Ann")
    deciding.approve(house.desk, 1, "Ann")
    house.deliver()
    assert state(house, 1) == "confirmed"


def test_what_the_machine_changed_just_now_is_not_approved_unseen(house: House) -> None:
    house.write("Bread", "Bread keeps in a paper bag.", "A crust is a lid.")
    house.time += HOUR
    house.draft()
    with pytest.raises(LedgerError, match="by Lichtpunt just now"):
        deciding.approve(house.desk, 1, "Ann")
    deciding.approve(house.desk, 1, "Ann", version=showing.whole(house.desk, 1)["version"])


def test_a_subject_with_braces_goes_out_as_it_was_written(house: House) -> None:
    editing.words(house.desk, 1, "Ann", subject="About {brand} and {bread}")
    whole = showing.whole(house.desk, 1)
    assert whole["subject"] == "About {brand} and {bread}"
    assert "subject-placeholder" in [finding["rule"] for finding in whole["findings"]]


def test_leaving_one_key_point_out_changes_no_other_post(house: House) -> None:
    before = {
        row["id"]: showing.whole(house.desk, row["id"])["digest"]
        for row in showing.listed(house.desk, everything=False)
    }
    list(editing.leave_out(house.desk, 1, "Ann", ["1.1"]))
    rows = showing.listed(house.desk, everything=False)
    changed = [row["id"] for row in rows if showing.whole(house.desk, row["id"])["digest"] != before[row["id"]]]
    assert changed == [1]


def test_what_is_told_while_a_key_point_is_reworded_holds_nobody_up(house: House) -> None:
    events = editing.reword(house.desk, 1, "Ann", "1.1", "Bread lasts in linen.")
    next(events)
    with closing(sqlite3.connect(house.desk.ledger.path, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")


@pytest.mark.parametrize("text", ["\u200b", "\u202e", "\x07", " \u2066\u2069 "])
def test_words_that_nobody_sees_are_refused(house: House, text: str) -> None:
    with pytest.raises(UsageError, match="needs words"):
        editing.words(house.desk, 2, "Ann", text=text)
    with pytest.raises(UsageError, match="are empty"):
        list(editing.reword(house.desk, 1, "Ann", "1.1", text))
    with pytest.raises(UsageError, match="The post is empty"):
        list(scheduling.own_post(house.desk, ["mastodon"], text, None, "Ann"))


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("0001-01-01 00:00", "is no time"),
        ("9999-12-31 23:59", "more than two years"),
        ("", "“” is no time"),
        ("2026-11-22 09:00", "has passed"),
    ],
)
def test_a_time_that_cannot_be_is_refused(house: House, at: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        scheduling.move(house.desk, 2, "Ann", at)


def test_an_hour_that_the_clocks_leave_out_is_named_as_it_will_be(house: House) -> None:
    assert "2027-03-28 03:00 Europe/Amsterdam" in scheduling.move(house.desk, 2, "Ann", "2027-03-28 02:30").message


def test_a_draft_whose_series_is_gone_can_still_be_looked_at(house: House) -> None:
    house.configure(newsletters={}, social=SOCIAL)
    assert showing.whole(house.desk, 1)["greeting"] == ""


def test_sending_again_takes_the_draft_of_before_away(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    house.channel.fails_with, house.time = Uncertain("No answer."), THURSDAY
    house.deliver()
    house.channel.fails_with = None
    deciding.send_again(house.desk, 1, None, "Ann")
    assert house.channel.withdrawn == ["weekly/2026-W48"]


def test_what_the_service_has_sent_is_not_sent_again(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann")
    house.channel.fails_with, house.time = Uncertain("No answer."), THURSDAY
    house.deliver()
    house.channel.published.append(("weekly/2026-W48", Request({})))
    with pytest.raises(LedgerError, match="--went-out"):
        deciding.send_again(house.desk, 1, None, "Ann")


CAREFUL = {"care": {"topic": "health"}, "newsletters": {"weekly": RECIPE}, "social": SOCIAL}


@pytest.fixture
def practice(tmp_path: Path) -> House:
    made = House(tmp_path, **CAREFUL).opened()
    made.write("Bread", "Bread heals an upset stomach.")
    made.draft()
    return made


def test_what_claims_something_goes_out_only_after_a_second_yes(practice: House) -> None:
    with pytest.raises(LedgerError, match=r"wants a second yes: “Bread heals .* approve 1 --version 1 --claims-read"):
        deciding.approve(practice.desk, 1, "Ann")
    assert state(practice, 1) == "planned"
    deciding.approve(practice.desk, 1, "Ann", claims_read=True)
    assert state(practice, 1) == "approved"


def test_the_second_yes_is_in_the_history_with_who_gave_it_to_what(practice: House) -> None:
    deciding.approve(practice.desk, 1, "Ann", claims_read=True)
    said = [(one["who"], one["what"], one["details"]) for one in showing.whole(practice.desk, 1)["history"]]
    assert said[-2:] == [("Ann", "read the claims", "version 1: claim-cure (1)"), ("Ann", "approved", "version 1")]


def test_a_second_yes_is_of_one_version(practice: House) -> None:
    deciding.approve(practice.desk, 1, "Ann", claims_read=True)
    editing.words(practice.desk, 1, "Ben", greeting="Hello!")
    with pytest.raises(LedgerError, match="wants a second yes"):
        deciding.approve(practice.desk, 1, "Ann")


def test_a_post_that_claims_something_wants_it_too(practice: House) -> None:
    claims = [row["id"] for row in showing.listed(practice.desk, everything=False) if row["claims"]]
    assert len(claims) > 1
    with pytest.raises(LedgerError, match="wants a second yes"):
        deciding.approve(practice.desk, claims[-1], "Ann")


def test_no_claims_read_where_there_is_none(house: House) -> None:
    deciding.approve(house.desk, 1, "Ann", claims_read=True)
    assert "read the claims" not in [one["what"] for one in showing.whole(house.desk, 1)["history"]]


def test_a_changed_name_holds_even_where_approval_is_automatic(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={"weekly": RECIPE | {"approval": "automatic"}}).opened()
    text = "---\ntitle: How Mira bakes\nlanguage: en\n---\n\nMira, 34, bakes at night.\n\nThe names in this article were changed.\n"
    (house.folder / "articles" / "mira.md").write_text(text)
    house.draft()
    assert state(house, 1) == "planned"


def test_a_post_that_says_what_an_earlier_one_said_is_told(house: House) -> None:
    house.write("Rolls", "Bread keeps best in a paper bag.", "Bread keeps in a paper bag.")
    rolls = house.folder / "articles" / "rolls.md"  # that begins in other words than the article before it
    rolls.write_text(rolls.read_text().replace("lives longer than most people think", "are baked before anybody wakes"))
    house.draft()
    found = {
        row["id"]: [
            one["message"] for one in showing.whole(house.desk, row["id"])["findings"] if one["rule"] == "post-earlier"
        ]
        for row in showing.listed(house.desk, everything=False)
    }
    told = [message for messages in found.values() for message in messages]
    assert len(told) == 1
    assert told[0].startswith("It says nearly the same as draft 3 (")
    assert not any(found[number] for number in (1, 2, 3, 4))
    (number,) = [number for number, messages in found.items() if messages]
    warned = {row["id"]: row["warnings"] for row in showing.listed(house.desk, everything=False)}
    assert warned[number] == sum(one["severity"] == "warning" for one in showing.whole(house.desk, number)["findings"])
    assert warned[number] > warned[4]


def test_whoever_writes_or_changes_a_post_hears_what_is_wrong_with_it(house: House) -> None:
    (written,) = scheduling.own_post(house.desk, ["mastodon"], "The the oven is hot.", None, "Ann")
    assert written.message.endswith("“The the oven is hot.”. Somebody slipped: “The the”. It needs approval.")
    number = int(written.reference.removeprefix("draft "))
    (finding,) = showing.whole(house.desk, number)["findings"]
    assert finding["place"] == "mastodon post"
    changed = editing.words(house.desk, number, "Ann", text="The oven is hot (very")
    assert changed.message == ("changed: text. It seems to be cut: this is never closed: “(very…”. It needs approval.")
    assert (
        editing.words(house.desk, number, "Ann", text="The oven is hot.").message == "changed: text. It needs approval."
    )


def test_a_post_whose_new_words_do_not_fit_is_held_and_keeps_no_yes_to_the_old_ones(house: House) -> None:
    deciding.approve(house.desk, 3, "Ann")
    changed = {
        one.reference: one for one in editing.reword(house.desk, 1, "Ann", "1.1", "Bread keeps" + " and keeps" * 60)
    }
    assert changed["draft 3"].needs_person
    assert "as it is now it makes no post on Mastodon" in changed["draft 3"].message
    assert not changed["draft 1"].needs_person
    with pytest.raises(LedgerError, match="Draft 3 is held: It still tells its key point as it was"):
        deciding.approve(house.desk, 3, "Ann")
    assert editing.refresh(house.desk, 3, "Ann").needs_person


def test_such_a_post_is_free_again_with_words_that_fit_or_ones_own(house: House) -> None:
    list(editing.reword(house.desk, 1, "Ann", "1.1", "Bread keeps" + " and keeps" * 60))
    assert not editing.words(house.desk, 3, "Ann", text="Bread keeps in linen.").needs_person
    list(editing.reword(house.desk, 1, "Ann", "1.2", "Dough rests" + " and rests" * 60))
    list(editing.put_back(house.desk, 1, "Ann", ["1.2"]))
    assert showing.whole(house.desk, 4)["errors"] == 0
    deciding.approve(house.desk, 4, "Ann")


def test_a_post_whose_key_point_left_its_article_is_held(house: House) -> None:
    house.write("Bread", "Rested dough tastes of more.", "A cold oven bakes no bread.")
    assert any(
        "draft 3: mastodon" in line and "follows its article, which changed. It is held" in line
        for line in house.draft()
    )
    with pytest.raises(LedgerError, match="Draft 3 is held"):
        deciding.approve(house.desk, 3, "Ann", version=2)
