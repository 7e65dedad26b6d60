from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ledger import deliveries
from pipeline.ledger.states import ALERTING, EDITABLE, FINAL, RULES, WORKED_ON, Move, State
from tests.ledger.builders import DUE, a_ledger, approved, force, moves, state

# The agreed table: from which states each move leads where. Written out, so that a change of the rules shows here.
AGREED = {
    "approve": ("planned", "approved"),
    "void": ("approved claimed staged", "planned"),
    "claim": ("approved claimed staged", "claimed"),
    "stage": ("claimed", "staged"),
    "intend": ("staged", "publishing"),
    "accept": (
        "planned approved claimed staged publishing cancelled missed failed unknown needs_human",
        "accepted",
    ),
    "confirm": (
        "planned approved claimed staged publishing accepted cancelled missed failed unknown needs_human",
        "confirmed",
    ),
    "refuse": ("claimed staged publishing", "failed"),
    "put back": ("claimed staged publishing", "approved"),
    "lose": ("publishing", "unknown"),
    "repeat": ("unknown", "publishing"),
    "ask": ("unknown accepted planned approved claimed staged", "needs_human"),
    "miss": ("planned approved claimed staged unknown", "missed"),
    "cancel": ("planned approved claimed staged accepted missed failed", "cancelled"),
    "renew": ("unknown needs_human failed missed", "planned"),
}
A_WORKERS = {"stage", "intend", "refuse", "put back", "lose"}


@pytest.mark.parametrize("move", Move)
def test_a_move_happens_from_its_states_and_from_no_other(move: Move, tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    sources, target = AGREED[move]
    for start in State:
        force(ledger, 1, state=start, fence=3)
        before = len(moves(ledger))
        with ledger.writing() as connection:
            moved = deliveries.move(connection, 1, move, DUE, fence=3)
        assert moved == (start in sources.split()), f"{move} from {start}"
        assert state(ledger) == (target if moved else start)
        assert len(moves(ledger)) == before + moved


@pytest.mark.parametrize("move", A_WORKERS)
def test_a_workers_move_needs_its_fence_and_fails_with_an_older_one(move: str, tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    force(ledger, 1, state=AGREED[move][0].split()[-1], fence=3)
    with ledger.writing() as connection:
        with pytest.raises(ValueError, match="needs its fence"):
            deliveries.move(connection, 1, Move(move), DUE)
        assert not deliveries.move(connection, 1, Move(move), DUE, fence=2)
        assert deliveries.move(connection, 1, Move(move), DUE, fence=3)


def test_no_other_move_is_a_workers() -> None:
    assert {move for move, rule in RULES.items() if rule.fenced} == A_WORKERS


def test_what_went_out_stays_out() -> None:
    assert [move for move, rule in RULES.items() if State.CONFIRMED in rule.sources] == []


def test_what_may_have_gone_out_is_neither_claimed_nor_cancelled() -> None:
    doubtful = {State.PUBLISHING, State.UNKNOWN, State.NEEDS_HUMAN, State.CONFIRMED}
    assert not doubtful & (RULES[Move.CANCEL].sources | RULES[Move.CLAIM].sources)


def test_every_state_can_be_reached_and_every_open_one_left() -> None:
    reached = {State.PLANNED, State.SKIPPED} | {rule.target for rule in RULES.values()}
    left = {source for move, rule in RULES.items() if move != Move.CONFIRM for source in rule.sources}
    assert reached == set(State)
    assert left >= set(State) - FINAL


def test_no_state_is_final_and_alerting_or_edited_while_a_worker_has_it() -> None:
    assert not FINAL & ALERTING
    assert not EDITABLE & WORKED_ON
