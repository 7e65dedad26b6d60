from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from pipeline.errors import LedgerError
from pipeline.ledger import approvals, planning, work
from pipeline.ledger.schema import approvals as table
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger
from pipeline.ledger.work import Refusal, Work
from tests.ledger.builders import (
    BEFORE,
    DUE,
    a_content,
    a_ledger,
    a_place,
    approve,
    approved,
    change,
    delivery,
    draft,
    force,
    parts,
    planned,
    state,
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return a_ledger(tmp_path)


def behind_the_back(ledger: Ledger, statement: str) -> None:
    with ledger.writing() as connection:
        connection.execute(text(statement))


def claim(ledger: Ledger, number: int = 1) -> Work | Refusal:
    with ledger.writing() as connection:
        return work.claim(connection, number, DUE)


def test_an_approval_says_who_what_for_whom_and_when(ledger: Ledger) -> None:
    number = approved(ledger)
    with ledger.reading() as connection:
        row = connection.execute(select(table)).mappings().one()
    assert row["digest"] == draft(ledger, number).digest
    said = ("subject", "account", "channel", "slot", "approver", "at")
    assert [row[name] for name in said] == ["Bread that keeps", "readers", "mailing-list", "2026-W47", "Anna", BEFORE]


def test_what_nobody_approved_is_not_claimed(ledger: Ledger) -> None:
    planned(ledger)
    assert claim(ledger) is Refusal.GONE
    force(ledger, 1, state=State.APPROVED)
    assert claim(ledger) is Refusal.CHANGED
    assert state(ledger) == State.PLANNED


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE files SET content = CAST('something else' AS BLOB)",
        "UPDATE files SET name = 'other'",
        "INSERT INTO files VALUES (1, 1, 'more', CAST('x' AS BLOB))",
        "DELETE FROM files",
        "UPDATE drafts SET title = 'Another subject'",
        "UPDATE drafts SET account = 'everybody'",
        "UPDATE drafts SET channel = 'other'",
        "UPDATE drafts SET slot = '2026-W48'",
        "UPDATE drafts SET due = due - 1",
        "UPDATE drafts SET version = 2",
        "UPDATE deliveries SET account = 'everybody'",
        "UPDATE deliveries SET channel = 'other'",
        "UPDATE deliveries SET slot = '2026-W48'",
        "UPDATE approvals SET voided = 1",
        "UPDATE approvals SET digest = 'x'",
        "DELETE FROM approvals",
    ],
)
def test_what_was_changed_behind_the_back_is_not_claimed(ledger: Ledger, statement: str) -> None:
    approved(ledger)
    behind_the_back(ledger, statement)
    assert claim(ledger) is Refusal.CHANGED
    assert state(ledger) == State.PLANNED
    assert "approve it again" in (delivery(ledger).error or "")


def test_what_only_looks_changed_is_claimed(ledger: Ledger) -> None:
    approved(ledger)
    behind_the_back(ledger, "UPDATE drafts SET findings = '[1]', edits = '{\"a\": 1}'")
    assert isinstance(claim(ledger), Work)


def test_a_thread_that_changed_can_be_approved_again_as_a_whole(ledger: Ledger) -> None:
    number = approved(ledger, content=a_content(parts=2))
    behind_the_back(ledger, "UPDATE files SET content = CAST('something else' AS BLOB)")
    assert claim(ledger) is Refusal.CHANGED
    assert [part.state for part in parts(ledger, number)] == ["planned", "planned"]
    change(ledger, number, a_content("Mended", parts=2))
    approve(ledger, number)
    assert isinstance(claim(ledger), Work)


def test_only_what_a_person_saw_is_approved(ledger: Ledger) -> None:
    number = planned(ledger)
    assert number
    seen = draft(ledger, number)
    change(ledger, number)
    with pytest.raises(LedgerError, match="Look at it again"), ledger.writing() as connection:
        approvals.approve(connection, seen, "Anna", BEFORE)
    assert state(ledger) == State.PLANNED


def test_of_a_thread_that_began_the_rest_can_be_approved_again(ledger: Ledger) -> None:
    number = approved(ledger, content=a_content(parts=2))
    force(ledger, 1, state=State.CONFIRMED)
    force(ledger, 2, state=State.NEEDS_HUMAN)
    with ledger.writing() as connection:
        planning.renew(connection, delivery(ledger, 2), DUE)
    approve(ledger, number)
    assert [part.state for part in parts(ledger, number)] == ["confirmed", "approved"]
    assert isinstance(claim(ledger, 2), Work)


def test_nothing_is_approved_twice_or_without_a_time(ledger: Ledger) -> None:
    number = approved(ledger)
    with pytest.raises(LedgerError, match="nothing to approve"):
        approve(ledger, number)
    later = planned(ledger, a_place(slot=None, due=None), a_content(articles=["soup"]))
    assert later
    with pytest.raises(LedgerError, match="no time yet"):
        approve(ledger, later)


def test_an_approval_holds_for_its_version_only(ledger: Ledger) -> None:
    number = approved(ledger)
    change(ledger, number, a_content())  # the same words again
    with ledger.reading() as connection:
        assert approvals.approved(connection, draft(ledger, number)) is None
    force(ledger, 1, state=State.APPROVED)
    assert claim(ledger) is Refusal.CHANGED


def test_another_moment_is_another_digest(ledger: Ledger) -> None:
    number = planned(ledger)
    assert number
    before = draft(ledger, number).digest
    change(ledger, number, a_content(), a_place(due=DUE + timedelta(minutes=1)))
    assert draft(ledger, number).digest != before
