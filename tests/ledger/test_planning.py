from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from pipeline.errors import LedgerError, SlotTaken
from pipeline.ledger import approvals, drafts, planning, work
from pipeline.ledger.schema import told
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger
from pipeline.model import Receipt
from tests.ledger.builders import (
    BEFORE,
    DUE,
    MINUTE,
    a_content,
    a_ledger,
    a_place,
    approve,
    approved,
    change,
    claimed,
    delivery,
    draft,
    force,
    parts,
    planned,
    publishing,
    state,
)

NEXT = {"slot": "2026-W48", "due": DUE + timedelta(weeks=1)}


def set_aside(ledger: Ledger, number: int, *, tell_later: bool = True) -> None:
    with ledger.writing() as connection:
        planning.set_aside(connection, drafts.get(connection, number), BEFORE, tell_later=tell_later)


def articles_told(ledger: Ledger) -> list[str]:
    with ledger.reading() as connection:
        return list(connection.execute(select(told.c.article)).scalars())


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return a_ledger(tmp_path)


def test_a_slot_is_planned_once(ledger: Ledger) -> None:
    assert planned(ledger)
    with pytest.raises(SlotTaken):
        planned(ledger, content=a_content(articles=["soup"]))


@pytest.mark.parametrize("other", [{"account": "friends"}, {"series": "monthly"}, {"brand": "Another"}, NEXT])
def test_another_account_series_brand_or_slot_is_another_place(ledger: Ledger, other: dict[str, str]) -> None:
    assert planned(ledger)
    assert planned(ledger, a_place(**other), a_content(articles=["soup"]))


def test_an_article_is_told_once_in_a_series(ledger: Ledger) -> None:
    assert planned(ledger, content=a_content(articles=["bread", "soup"]))
    assert planned(ledger, a_place(**NEXT), a_content(articles=["tea", "bread"])) is None
    assert planned(ledger, a_place(series="monthly"), a_content(articles=["bread"]))


def test_a_plan_that_fails_leaves_nothing_behind(ledger: Ledger) -> None:
    planned(ledger, content=a_content(articles=["bread"]))
    planned(ledger, a_place(**NEXT), a_content(articles=["tea", "bread"]))
    assert articles_told(ledger) == ["bread"]
    assert planned(ledger, a_place(**NEXT), a_content(articles=["tea"]))


def test_a_key_point_is_told_once_and_another_one_of_the_article_too(ledger: Ledger) -> None:
    post = {"series": "mastodon", "kind": "thread"}
    assert planned(ledger, a_place(**post), key_point="Let it rest.")
    assert planned(ledger, a_place(**post, slot="later"), key_point="Let it rest.") is None
    assert planned(ledger, a_place(**post, slot="later"), key_point="Store it dry.")


def test_an_article_that_is_in_an_edition_twice_is_told_once(ledger: Ledger) -> None:
    assert planned(ledger, content=a_content(articles=["bread", "bread"]))


def test_what_waits_for_a_slot_takes_none(ledger: Ledger) -> None:
    first = planned(ledger, a_place(slot=None, due=None))
    second = planned(ledger, a_place(slot=None, due=None), a_content(articles=["soup"]))
    assert first
    assert second
    assert draft(ledger, first).reference != draft(ledger, second).reference


def test_what_was_cancelled_frees_its_slot_and_its_articles(ledger: Ledger) -> None:
    set_aside(ledger, approved(ledger))
    assert state(ledger) == State.CANCELLED
    assert planned(ledger)


def test_what_was_discarded_frees_its_slot_and_not_its_articles(ledger: Ledger) -> None:
    set_aside(ledger, approved(ledger), tell_later=False)
    assert planned(ledger) is None
    assert planned(ledger, content=a_content(articles=["soup"]))


@pytest.mark.parametrize("gone", ["publishing", "unknown", "needs_human", "confirmed", "cancelled", "skipped"])
def test_what_may_have_gone_out_or_is_over_is_not_taken_back(ledger: Ledger, gone: str) -> None:
    number = approved(ledger)
    force(ledger, 1, state=gone)
    with pytest.raises(LedgerError, match=rf"Draft 1 is {gone}"):
        set_aside(ledger, number)
    assert state(ledger) == gone


def test_of_a_thread_that_began_the_rest_can_be_taken_back(ledger: Ledger) -> None:
    number = approved(ledger, content=a_content(parts=3))
    force(ledger, 1, state=State.CONFIRMED)
    set_aside(ledger, number)
    assert [part.state for part in parts(ledger, number)] == ["confirmed", "cancelled", "cancelled"]
    assert articles_told(ledger) == ["bread"]


def test_any_edit_takes_back_the_approval_in_the_same_transaction(ledger: Ledger) -> None:
    number = approved(ledger)
    with ledger.writing() as connection:
        planning.change(connection, drafts.get(connection, number), a_content("Changed"), BEFORE)
        assert approvals.approver(connection, number) is None
    assert state(ledger) == State.PLANNED


def test_an_edit_that_fails_leaves_the_approval(ledger: Ledger) -> None:
    number = approved(ledger)
    assert planned(ledger, a_place(**NEXT), a_content(articles=["soup"]))
    with pytest.raises(LedgerError, match="has another draft already"):
        change(ledger, number, place=a_place(**NEXT))
    assert state(ledger) == State.APPROVED
    assert draft(ledger, number).version == 1
    with ledger.reading() as connection:
        assert approvals.approver(connection, number) == "Anna"


def test_a_move_to_another_slot_frees_the_first(ledger: Ledger) -> None:
    number = approved(ledger)
    change(ledger, number, place=a_place(**NEXT))
    assert (delivery(ledger).slot, delivery(ledger).due) == (NEXT["slot"], NEXT["due"])
    assert delivery(ledger).reference == "weekly/2026-W48"
    assert planned(ledger, content=a_content(articles=["soup"]))


def test_of_two_edits_at_once_the_second_is_told(ledger: Ledger) -> None:
    number = approved(ledger)
    seen = draft(ledger, number)
    change(ledger, number)
    with pytest.raises(LedgerError, match="changed by somebody else"), ledger.writing() as connection:
        planning.change(connection, seen, a_content("Mine"), BEFORE)
    assert draft(ledger, number).title == "Changed"


@pytest.mark.parametrize("at_work", ["claimed", "staged", "publishing", "accepted", "confirmed", "unknown", "missed"])
def test_what_is_on_its_way_is_not_edited(ledger: Ledger, at_work: str) -> None:
    number = approved(ledger)
    force(ledger, 1, state=at_work)
    with pytest.raises(LedgerError, match=f"is {at_work} and cannot be changed"):
        change(ledger, number)


def test_an_approved_thread_may_get_another_number_of_parts(ledger: Ledger) -> None:
    number = approved(ledger, content=a_content(parts=2))
    change(ledger, number, a_content(parts=3))
    assert [part.part for part in parts(ledger, number)] == [1, 2, 3]
    assert {part.state for part in parts(ledger, number)} == {"planned"}
    assert len({part.reference for part in parts(ledger, number)}) == 3


def test_a_thread_that_was_tried_keeps_its_number_of_parts(ledger: Ledger) -> None:
    number = approved(ledger, content=a_content(parts=2))
    force(ledger, 1, tries=1)
    with pytest.raises(LedgerError, match="must keep its 2 parts"):
        change(ledger, number, a_content(parts=3))
    assert [part.state for part in parts(ledger, number)] == ["approved", "approved"]


def test_a_draft_left_at_one_service_is_not_looked_for_at_another(ledger: Ledger) -> None:
    number = approved(ledger)
    force(ledger, 1, remote_id="r1", place="there")
    change(ledger, number, place=a_place(slot="2026-W48"))
    assert delivery(ledger).remote_id == "r1"
    change(ledger, number, place=a_place(slot="2026-W48", channel="other", account="list-2"))
    assert (delivery(ledger).remote_id, delivery(ledger).account) == (None, "list-2")


def test_sending_again_needs_a_new_approval_a_new_name_and_a_new_key(ledger: Ledger) -> None:
    number = approved(ledger)
    first = publishing(ledger)
    force(ledger, 1, state=State.NEEDS_HUMAN)
    with ledger.writing() as connection:
        planning.renew(connection, delivery(ledger), DUE + MINUTE)
    renewed = delivery(ledger)
    assert (renewed.state, renewed.remote_id, renewed.published) == (State.PLANNED, None, None)
    assert renewed.fence > first.delivery.fence
    approve(ledger, number)
    second = claimed(ledger, now=DUE + MINUTE)
    assert second.key != first.key
    assert second.delivery.reference != first.delivery.reference


def test_a_person_who_says_that_it_went_out_ends_it(ledger: Ledger) -> None:
    approved(ledger)
    force(ledger, 1, state=State.NEEDS_HUMAN)
    with ledger.writing() as connection:
        work.confirm(connection, 1, Receipt("seen", ""), DUE)
    assert state(ledger) == State.CONFIRMED


def test_a_change_in_the_same_slot_keeps_the_new_name_and_time_of_what_is_sent_again(ledger: Ledger) -> None:
    number = approved(ledger)
    first = publishing(ledger)
    force(ledger, 1, state=State.NEEDS_HUMAN)
    with ledger.writing() as connection:
        planning.renew(connection, delivery(ledger), DUE + MINUTE)
    change(ledger, number, a_content("Mended"))
    approve(ledger, number)
    second = claimed(ledger, now=DUE + MINUTE)
    assert second.key != first.key
    assert (second.delivery.reference, second.delivery.due) == ("weekly/2026-W47 (again 1)", DUE + MINUTE)


def test_approving_again_what_was_changed_beside_us_approves_what_is_there(ledger: Ledger) -> None:
    number = approved(ledger)
    with ledger.writing() as connection:
        connection.exec_driver_sql("UPDATE files SET content = CAST('other' AS BLOB)")
    with ledger.writing() as connection:
        assert work.claim(connection, 1, DUE) is work.Refusal.CHANGED
    approve(ledger, number)
    assert claimed(ledger).request.parts["body"] == b"other"


def test_late_evidence_counts_though_the_slot_has_another_draft(ledger: Ledger) -> None:
    approved(ledger)
    force(ledger, 1, state=State.CANCELLED)
    approved(ledger, content=a_content(articles=["soup"]))
    with ledger.writing() as connection:
        assert work.confirm(connection, 1, Receipt("seen", ""), DUE)
    assert (state(ledger), delivery(ledger).slot) == (State.CONFIRMED, "2026-W47 (taken back)")


def test_a_transaction_inside_another_ends_with_it(ledger: Ledger) -> None:
    def change_and_fail() -> None:
        with ledger.writing() as connection:
            planning.plan(connection, a_place(), a_content(), BEFORE)
            with ledger.writing() as inner, ledger.reading() as seen:
                assert inner is connection is seen
            raise KeyError

    with pytest.raises(KeyError):
        change_and_fail()
    assert articles_told(ledger) == []
    assert planned(ledger)
