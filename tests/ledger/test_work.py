from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pipeline.ledger import brake, deliveries, store, work
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger
from pipeline.ledger.work import LEASE, Refusal, Work
from pipeline.model import Receipt
from tests.ledger.builders import (
    DUE,
    MINUTE,
    a_content,
    a_ledger,
    a_place,
    approved,
    claimed,
    delivery,
    force,
    publishing,
    staged,
    state,
)

RECEIPT = Receipt("seen", "https://service.example/seen")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return a_ledger(tmp_path)


def claim(ledger: Ledger, number: int = 1, now: datetime = DUE) -> Work | Refusal:
    with ledger.writing() as connection:
        return work.claim(connection, number, now)


def intend(ledger: Ledger, got: Work, now: datetime = DUE) -> bool:
    with ledger.writing() as connection:
        return work.intend(connection, got, now)


def due(ledger: Ledger, now: datetime = DUE) -> list[int]:
    with ledger.reading() as connection:
        return deliveries.due(connection, now)


def test_only_one_of_two_claims(ledger: Ledger) -> None:
    approved(ledger)
    assert isinstance(claim(ledger), Work)
    assert claim(ledger) is Refusal.GONE


def test_nothing_is_claimed_before_its_moment(ledger: Ledger) -> None:
    approved(ledger)
    assert claim(ledger, now=DUE - MINUTE) is Refusal.GONE
    assert due(ledger, DUE - MINUTE) == []
    assert due(ledger) == [1]


def test_nothing_is_claimed_before_the_service_wants_it(ledger: Ledger) -> None:
    approved(ledger)
    got = claimed(ledger)
    with ledger.writing() as connection:
        assert work.put_back(connection, got, DUE, DUE + 2 * MINUTE, "Later.")
    assert claim(ledger, now=DUE + MINUTE) is Refusal.GONE
    assert due(ledger, DUE + MINUTE) == []
    assert isinstance(claim(ledger, now=DUE + 2 * MINUTE), Work)


def test_a_part_waits_until_the_one_before_went_out(ledger: Ledger) -> None:
    approved(ledger, content=a_content(parts=3))
    assert due(ledger) == [1]
    assert claim(ledger, 2) is Refusal.GONE
    force(ledger, 1, state=State.CONFIRMED, receipt_id="seen")
    assert due(ledger) == [2]
    assert claim(ledger, 3) is Refusal.GONE
    assert claimed(ledger, 2).after == Receipt("seen", "")


@pytest.mark.parametrize("stuck", ["unknown", "needs_human", "failed", "missed", "accepted", "cancelled"])
def test_a_part_waits_for_a_part_that_is_stuck(ledger: Ledger, stuck: str) -> None:
    approved(ledger, content=a_content(parts=2))
    force(ledger, 1, state=stuck)
    assert due(ledger) == []
    assert claim(ledger, 2) is Refusal.GONE


@pytest.mark.parametrize(("kind", "hours"), [("email", 6), ("thread", 24)])
def test_what_is_too_late_is_missed_and_not_claimed(ledger: Ledger, kind: str, hours: int) -> None:
    approved(ledger, a_place(kind=kind))
    late = DUE + timedelta(hours=hours)
    assert claim(ledger, now=late + MINUTE) is Refusal.LATE
    assert state(ledger) == State.MISSED
    force(ledger, 1, state=State.APPROVED)
    assert isinstance(claim(ledger, now=late), Work)


def test_a_lease_that_ran_out_lets_another_claim_with_a_higher_fence(ledger: Ledger) -> None:
    approved(ledger)
    first = claimed(ledger)
    assert claim(ledger, now=DUE + LEASE - MINUTE) is Refusal.GONE
    second = claimed(ledger, now=DUE + LEASE)
    assert second.delivery.fence == first.delivery.fence + 1
    assert second.key == first.key


def test_who_lost_its_delivery_changes_nothing_any_more(ledger: Ledger) -> None:
    approved(ledger)
    lost = claimed(ledger)
    claimed(ledger, now=DUE + LEASE)
    assert not staged(ledger, lost)
    assert not intend(ledger, lost)
    with ledger.writing() as connection:
        assert not work.refuse(connection, lost, DUE, "No.")
        assert not work.put_back(connection, lost, DUE, DUE, "Later.")
        assert not work.lose(connection, lost.delivery, DUE, "Unknown.")
    assert state(ledger) == State.CLAIMED


def test_the_second_draft_there_is_not_kept(ledger: Ledger) -> None:
    approved(ledger)
    got = claimed(ledger)
    force(ledger, 1, remote_id="anothers")
    assert not staged(ledger, got)
    assert delivery(ledger).remote_id == "anothers"


def test_a_draft_from_an_earlier_try_may_be_replaced(ledger: Ledger) -> None:
    approved(ledger)
    force(ledger, 1, remote_id="old")
    got = claimed(ledger)
    assert got.delivery.staged
    assert staged(ledger, got, "new")
    assert delivery(ledger).remote_id == "new"


def test_publishing_is_written_down_and_counted_before_the_call(ledger: Ledger) -> None:
    approved(ledger)
    publishing(ledger)
    assert (state(ledger), delivery(ledger).published) == (State.PUBLISHING, DUE)
    with ledger.reading() as connection:
        assert store.value(connection, "intents") == "2"  # the approval counts too


def test_publishing_needs_half_of_the_lease(ledger: Ledger) -> None:
    approved(ledger)
    got = claimed(ledger)
    assert staged(ledger, got)
    assert not intend(ledger, got, DUE + LEASE / 2 + timedelta(seconds=1))
    assert state(ledger) == State.STAGED
    assert intend(ledger, got, DUE + LEASE / 2)


def test_publishing_needs_a_draft_that_is_kept(ledger: Ledger) -> None:
    approved(ledger)
    assert not intend(ledger, claimed(ledger))


def test_while_deliveries_are_held_nothing_is_claimed_begun_or_repeated(ledger: Ledger) -> None:
    approved(ledger)
    got = claimed(ledger)
    assert staged(ledger, got)
    with ledger.writing() as connection:
        brake.pull(connection, "Stop.")
    assert not intend(ledger, got)
    assert claim(ledger, now=DUE + LEASE) is Refusal.HELD
    force(ledger, 1, state=State.UNKNOWN)
    with ledger.writing() as connection:
        assert work.repeat(connection, 1, DUE) is Refusal.HELD


def test_a_repetition_has_the_same_key_and_bytes_and_a_new_fence(ledger: Ledger) -> None:
    approved(ledger)
    first = publishing(ledger)
    with ledger.writing() as connection:
        assert work.lose(connection, first.delivery, DUE, "Unknown.")
        again = work.repeat(connection, 1, DUE + LEASE)
    assert isinstance(again, Work)
    assert (again.key, again.request) == (first.key, first.request)
    assert again.delivery.fence == first.delivery.fence + 1
    assert (state(ledger), delivery(ledger).published) == (State.PUBLISHING, DUE)


def test_only_one_of_two_repeats(ledger: Ledger) -> None:
    approved(ledger)
    force(ledger, 1, state=State.UNKNOWN)
    with ledger.writing() as connection:
        assert isinstance(work.repeat(connection, 1, DUE), Work)
        assert work.repeat(connection, 1, DUE) is Refusal.GONE


def test_what_changed_behind_the_back_is_not_repeated(ledger: Ledger) -> None:
    approved(ledger)
    force(ledger, 1, state=State.UNKNOWN)
    with ledger.writing() as connection:
        connection.exec_driver_sql("UPDATE files SET content = CAST('something else' AS BLOB)")
        assert work.repeat(connection, 1, DUE) is Refusal.CHANGED
    assert state(ledger) == State.UNKNOWN


def test_a_worker_sees_that_its_call_was_taken_over(ledger: Ledger) -> None:
    approved(ledger)
    got = publishing(ledger)
    with ledger.writing() as connection:
        assert work.still_ours(connection, got)
        work.lose(connection, got.delivery, DUE, "Unknown.")
        assert not work.still_ours(connection, got)
        work.repeat(connection, 1, DUE)
        assert not work.still_ours(connection, got)


@pytest.mark.parametrize("thought", sorted(set(State) - {State.CONFIRMED, State.SKIPPED}))
def test_late_evidence_counts_whatever_we_thought(ledger: Ledger, thought: State) -> None:
    approved(ledger)
    force(ledger, 1, state=thought)
    with ledger.writing() as connection:
        assert work.confirm(connection, 1, RECEIPT, DUE)
        assert not work.confirm(connection, 1, Receipt("other", ""), DUE)
    assert (state(ledger), delivery(ledger).receipt_id) == (State.CONFIRMED, "seen")


def test_what_is_only_queued_there_is_not_confirmed(ledger: Ledger) -> None:
    approved(ledger)
    publishing(ledger)
    with ledger.writing() as connection:
        assert work.confirm(connection, 1, Receipt("queued", "", final=False), DUE)
    assert state(ledger) == State.ACCEPTED


def test_a_person_is_not_asked_about_what_somebody_learned_meanwhile(ledger: Ledger) -> None:
    approved(ledger)
    force(ledger, 1, state=State.UNKNOWN)
    seen = delivery(ledger)
    with ledger.writing() as connection:
        work.confirm(connection, 1, Receipt("queued", "", final=False), DUE)
        assert not work.ask(connection, seen, DUE, "Nobody knows.")
    assert state(ledger) == State.ACCEPTED


def test_abandoned_is_what_a_worker_left_until_its_lease_ran_out(ledger: Ledger) -> None:
    approved(ledger)
    publishing(ledger)
    with ledger.reading() as connection:
        assert deliveries.abandoned(connection, DUE + LEASE - MINUTE) == []
        assert [held.id for held in deliveries.abandoned(connection, DUE + LEASE)] == [1]
        assert deliveries.due(connection, DUE + LEASE) == []


def test_a_services_long_words_are_kept_short(ledger: Ledger) -> None:
    approved(ledger)
    with ledger.writing() as connection:
        work.refuse(connection, _claim(connection), DUE, "No. " * 10_000)
    assert len(delivery(ledger).error or "") == 1_000


def _claim(connection: object) -> Work:
    got = work.claim(connection, 1, DUE)  # type: ignore[arg-type]
    assert isinstance(got, Work)
    return got
