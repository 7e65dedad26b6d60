from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pipeline.errors import SlotTaken
from pipeline.ledger import brake, sweep
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger
from pipeline.ledger.work import Late
from pipeline.slots import Slot
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
    planned,
    state,
)

HOUR = timedelta(hours=1)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return a_ledger(tmp_path)


def a_post(ledger: Ledger, hour: int, **place: str) -> None:
    """An approved post, so many hours before DUE."""
    due = DUE - hour * HOUR
    values = {"series": "mastodon", "kind": "thread", "slot": str(due), "due": due}
    approved(ledger, a_place(**(values | place)), a_content(articles=[f"{hour} {place}"]))


def given_up(ledger: Ledger, now: datetime) -> list[int]:
    with ledger.writing() as connection:
        return sorted(held.id for held in sweep.miss_late(connection, now, Late()))


@pytest.mark.parametrize(("kind", "hours"), [("email", 6), ("thread", 24)])
def test_what_is_late_waits_for_its_limit_and_is_missed_then(ledger: Ledger, kind: str, hours: int) -> None:
    approved(ledger, a_place(kind=kind))
    assert given_up(ledger, DUE + hours * HOUR) == []
    assert given_up(ledger, DUE + hours * HOUR + MINUTE) == [1]
    assert state(ledger) == State.MISSED
    assert delivery(ledger).error


def test_what_nobody_approved_is_missed_and_says_so(ledger: Ledger) -> None:
    planned(ledger)
    assert given_up(ledger, DUE + 7 * HOUR) == [1]
    assert delivery(ledger).error == "Nobody approved it in time."


def test_of_a_series_only_the_latest_is_caught_up(ledger: Ledger) -> None:
    for hours in (5, 3, 2):
        a_post(ledger, hours)
    assert given_up(ledger, DUE) == [1, 2]
    assert [state(ledger, number) for number in (1, 2, 3)] == ["missed", "missed", "approved"]


def test_series_and_accounts_catch_up_on_their_own(ledger: Ledger) -> None:
    a_post(ledger, 5)
    a_post(ledger, 3, series="bluesky")
    a_post(ledger, 2, account="another")
    assert given_up(ledger, DUE) == []


def test_what_a_worker_has_is_left_to_it_and_counts_as_the_catch_up(ledger: Ledger) -> None:
    a_post(ledger, 5)
    a_post(ledger, 2)
    claimed(ledger, 2)
    assert given_up(ledger, DUE) == [1]
    assert state(ledger, 2) == State.CLAIMED


def test_a_lease_that_ran_out_protects_nobody(ledger: Ledger) -> None:
    approved(ledger)
    claimed(ledger)
    assert given_up(ledger, DUE + 7 * HOUR) == [1]


def test_all_parts_of_the_latest_are_caught_up(ledger: Ledger) -> None:
    due = DUE - 2 * HOUR
    approved(ledger, a_place(kind="thread", due=due), a_content(parts=2))
    assert given_up(ledger, DUE) == []


@pytest.mark.parametrize("over", [one for one in State if one not in {"planned", "approved", "claimed", "staged"}])
def test_what_is_under_way_or_over_is_not_missed(ledger: Ledger, over: State) -> None:
    approved(ledger)
    force(ledger, 1, state=over)
    assert given_up(ledger, DUE + 100 * HOUR) == []


def test_a_slot_without_a_draft_gets_a_state_once(ledger: Ledger) -> None:
    slot = Slot("2026-W46", DUE - timedelta(weeks=1))
    with ledger.writing() as connection:
        assert sweep.note_slot(connection, a_place(), slot, State.SKIPPED, DUE, "Nothing new.")
        assert not sweep.note_slot(connection, a_place(), slot, State.MISSED, DUE, "Nothing new.")
    assert (state(ledger), delivery(ledger).slot, delivery(ledger).draft) == (State.SKIPPED, "2026-W46", None)


def test_a_skipped_slot_is_freed_for_a_draft_and_a_missed_one_is_not(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        sweep.note_slot(connection, a_place(), Slot("2026-W47", DUE), State.SKIPPED, DUE, "Nothing new.")
        sweep.free_slot(connection, a_place())
    assert planned(ledger)
    with ledger.writing() as connection:
        sweep.note_slot(connection, a_place(), Slot("2026-W48", DUE), State.MISSED, DUE, "Nothing was drafted.")
        sweep.free_slot(connection, a_place(slot="2026-W48"))
    with pytest.raises(SlotTaken):
        planned(ledger, a_place(slot="2026-W48"), a_content(articles=["soup"]))


def test_a_series_is_known_since_it_was_first_asked_for(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        assert sweep.since(connection, "weekly", DUE) == DUE
        assert sweep.since(connection, "weekly", DUE + HOUR) == DUE


def test_a_brake_keeps_the_need_to_look_things_up(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        assert not brake.is_on(connection)
        brake.pull(connection, "It was restored.", reconcile=True)
        brake.pull(connection, "Anna stopped everything.")
        assert brake.state(connection) == brake.Brake("Anna stopped everything.", reconcile=True)
        brake.reconciled(connection, DUE)
        assert brake.restored(connection) == DUE
        assert brake.state(connection) == brake.Brake("Anna stopped everything.", reconcile=False)
        brake.release(connection)
        assert not brake.is_on(connection)
