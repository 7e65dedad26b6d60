"""A worker's way with one delivery: claim, staged, publishing, and what came of it. Each is one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, select, update

from pipeline.ledger import approvals, brake, deliveries, drafts, store
from pipeline.ledger.deliveries import Delivery, move
from pipeline.ledger.schema import deliveries as table
from pipeline.ledger.states import Move, State
from pipeline.model import Receipt, Request, Staged

LEASE = timedelta(minutes=5)


@dataclass(frozen=True)
class Late:
    """How long after its moment something may still go out."""

    email: timedelta = timedelta(hours=6)
    thread: timedelta = timedelta(hours=24)


@dataclass(frozen=True)
class Work:
    """A claimed delivery, with all that is needed to make it.

    Attributes:
        delivery: As it was when it was claimed; its `fence` is the worker's.
        request: The approved bytes.
        key: The same at every try of this delivery, and of no other.
        after: Of a later part of a thread, the receipt of the part before.
    """

    delivery: Delivery
    request: Request
    key: str
    after: Receipt | None = None

    @property
    def staged(self) -> Staged | None:
        """What an earlier try left at the service."""
        held = self.delivery
        return None if held.remote_id is None else Staged(held.reference, held.remote_id, held.place or "")


class Refusal(StrEnum):
    """Why something was not claimed."""

    GONE = "somebody else has it, or it was taken back"
    HELD = "all deliveries are held"
    LATE = "its time passed"
    CHANGED = "it changed after it was approved"


def claim(connection: Connection, number: int, now: datetime, late: Late = Late()) -> Work | Refusal:
    """Take a delivery that is due, if what was approved is what would go out."""
    if brake.is_on(connection):
        return Refusal.HELD
    held = deliveries.get(connection, number)
    expired = held.lease_until is not None and held.lease_until <= now
    free = held.state == State.APPROVED or (held.state in {State.CLAIMED, State.STAGED} and expired)
    if not free or held.draft is None or held.due is None or held.due > now:
        return Refusal.GONE
    draft = drafts.get(connection, held.draft)
    if now - held.due > (late.email if draft.kind == "email" else late.thread):
        move(
            connection,
            number,
            Move.MISS,
            now,
            message="It was not out in time, and going out so late was not asked for.",
        )
        return Refusal.LATE
    if approvals.approved(connection, draft) != drafts.digest(connection, draft):
        message = "What would go out is not what was approved. Look at it and approve it again."
        approvals.void(connection, draft.id, now)
        move(connection, number, Move.VOID, now, message=message)
        return Refusal.CHANGED
    taken = {"fence": held.fence + 1, "lease_until": now + LEASE, "tries": held.tries + 1, "not_before": None}
    if not move(connection, number, Move.CLAIM, now, fence=held.fence, values=taken):
        return Refusal.GONE
    return _work(connection, number)


def _work(connection: Connection, number: int) -> Work:
    held = deliveries.get(connection, number)
    assert held.draft is not None  # noqa: S101  only a delivery with a draft is ever approved
    previous = deliveries.before(connection, held) if held.part > 1 else None
    after = Receipt(previous.receipt_id, previous.receipt_place or "") if previous and previous.receipt_id else None
    request = drafts.request(connection, held.draft, held.part)
    return Work(held, request, drafts.key(store.value(connection, "id") or "", held), after)


def save_staged(connection: Connection, work: Work, staged: Staged, now: datetime) -> bool:
    """Keep the service's name for the draft there; False where another worker was first."""
    held = work.delivery
    unchanged = connection.execute(
        select(table.c.id).where(table.c.id == held.id, table.c.remote_id.is_not_distinct_from(held.remote_id))
    ).first()
    saved = {"remote_id": staged.remote_id, "place": staged.place}
    return unchanged is not None and move(connection, held.id, Move.STAGE, now, fence=held.fence, values=saved)


def intend(connection: Connection, work: Work, now: datetime) -> bool:
    """Write down that publishing begins. False: do not begin.

    Half of the lease must be left, so that no call of ours is under way when another worker looks after it.
    """
    held = work.delivery
    assert held.lease_until is not None  # noqa: S101  a claim sets it
    if brake.is_on(connection) or now > held.lease_until - LEASE / 2:
        return False
    begun = move(connection, held.id, Move.INTEND, now, fence=held.fence, values={"published": now})
    if begun:
        store.count_intent(connection)
    return begun


def repeat(connection: Connection, number: int, now: datetime) -> Work | None:
    """Take an unknown delivery for the same call again, where the service promises that this has no second effect."""
    if brake.is_on(connection):
        return None
    held = deliveries.get(connection, number)
    taken = {"fence": held.fence + 1, "lease_until": now + LEASE, "tries": held.tries + 1, "not_before": None}
    if held.state != State.UNKNOWN or not move(connection, number, Move.REPEAT, now, fence=held.fence, values=taken):
        return None
    store.count_intent(connection)
    return _work(connection, number)


def confirm(connection: Connection, number: int, receipt: Receipt, now: datetime) -> bool:
    """It went out, or is queued there. Evidence counts whoever brings it, and however late."""
    what = Move.CONFIRM if receipt.final else Move.ACCEPT
    evidence = {"receipt_id": receipt.remote_id, "receipt_place": receipt.place, "not_before": None}
    return move(connection, number, what, now, values=evidence)


def put_back(connection: Connection, work: Work, now: datetime, not_before: datetime, message: str) -> bool:
    """Nothing went out: try again from `not_before` on."""
    held = work.delivery
    return move(
        connection, held.id, Move.PUT_BACK, now, fence=held.fence, message=message, values={"not_before": not_before}
    )


def refuse(connection: Connection, work: Work, now: datetime, message: str) -> bool:
    """The service refused clearly."""
    return move(connection, work.delivery.id, Move.REFUSE, now, fence=work.delivery.fence, message=message)


def lose(connection: Connection, held: Delivery, now: datetime, message: str) -> bool:
    """The outcome of a publishing call is not known."""
    return move(connection, held.id, Move.LOSE, now, fence=held.fence, message=message)


def ask(connection: Connection, number: int, now: datetime, message: str) -> bool:
    """Only a person can know."""
    return move(connection, number, Move.ASK, now, message=message)


def look_later(connection: Connection, held: Delivery, not_before: datetime, message: str) -> None:
    """Leave the state as it is and look again from `not_before` on."""
    same = (table.c.id == held.id, table.c.state == held.state, table.c.fence == held.fence)
    connection.execute(update(table).where(*same).values(not_before=not_before, error=message[:1_000] or held.error))
