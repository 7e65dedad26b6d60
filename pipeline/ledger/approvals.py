"""Approvals: who said yes to which bytes, for whom and when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, select, update

from pipeline.errors import LedgerError
from pipeline.ledger import deliveries, store
from pipeline.ledger import drafts as drafts_now
from pipeline.ledger.schema import approvals, drafts
from pipeline.ledger.states import Move, State

if TYPE_CHECKING:
    from pipeline.ledger.drafts import Draft


def approve(connection: Connection, draft: Draft, approver: str, now: datetime) -> None:
    """Keep a person's yes to `draft` as they saw it. Parts that went out already stay as they are.

    Raises:
        LedgerError: it has no slot, is not waiting for a yes, or was changed after it was looked at.
    """
    place = draft.place
    if place.slot is None:
        raise LedgerError(f"Draft {draft.id} has no time yet. Give it one with edit --at.")
    if connection.execute(select(drafts.c.version).where(drafts.c.id == draft.id)).scalar() != draft.version:
        raise LedgerError(f"Draft {draft.id} was changed by somebody else just now. Look at it again.")
    held = deliveries.of_draft(connection, draft.id)
    waiting = [one for one in held if one.state == State.PLANNED]
    if not waiting:
        states = ", ".join(dict.fromkeys(one.state for one in held))
        raise LedgerError(f"Draft {draft.id} is {states}, so there is nothing to approve.")
    for delivery in waiting:
        deliveries.move(connection, delivery.id, Move.APPROVE, now)
    store.count(connection)
    # Of the very bytes that are kept, not of what was noted of them once.
    digest = drafts_now.digest_of(place, draft.title, drafts_now.requests(connection, draft.id))
    connection.execute(update(drafts).where(drafts.c.id == draft.id).values(digest=digest))
    connection.execute(
        insert(approvals).values(
            draft=draft.id,
            version=draft.version,
            digest=digest,
            subject=draft.title,
            account=place.account,
            channel=place.channel,
            slot=place.slot,
            approver=approver,
            at=now,
        )
    )


def void(connection: Connection, draft: int, now: datetime) -> None:
    """Take back every approval of a draft."""
    standing = (approvals.c.draft == draft, approvals.c.voided.is_(None))
    if connection.execute(update(approvals).where(*standing).values(voided=now)).rowcount:
        store.count(connection)


def approved(connection: Connection, draft: Draft) -> str | None:
    """The digest that was approved, of this version; None where nobody did."""
    standing = (approvals.c.draft == draft.id, approvals.c.voided.is_(None), approvals.c.version == draft.version)
    found: str | None = connection.execute(select(approvals.c.digest).where(*standing)).scalar()
    return found


def approver(connection: Connection, draft: int) -> str | None:
    """Who approved the draft as it is, or None."""
    standing = (approvals.c.draft == draft, approvals.c.voided.is_(None))
    found: str | None = connection.execute(select(approvals.c.approver).where(*standing)).scalar()
    return found
