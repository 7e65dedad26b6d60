"""A worker's way with one delivery: claim, staged, publishing, and what came of it. Each is one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import IntegrityError

from pipeline.ledger import approvals, brake, deliveries, drafts, store
from pipeline.ledger.deliveries import Delivery, move
from pipeline.ledger.schema import deliveries as table
from pipeline.ledger.states import RULES, Move, State
from pipeline.model import Receipt, Request, Staged

LEASE = timedelta(minutes=5)


@dataclass(frozen=True)
class Late:
    """How long after its moment something may still go out."""

    email: timedelta = timedelta(hours=6)
    thread: timedelta = timedelta(hours=24)

    def of(self, kind: str) -> timedelta:
        """For what is of a kind, `email` or `thread`."""
        return self.email if kind == "email" else self.thread


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
    if not free or held.draft is None or held.due is None or not _is_time(connection, held, now):
        return Refusal.GONE
    draft = drafts.get(connection, held.draft)
    if now - held.due > late.of(draft.kind):
        move(
            connection,
            number,
            Move.MISS,
            now,
            message="It was not out in time, and going out so late was not asked for.",
        )
        return Refusal.LATE
    request = _approved_request(connection, held, draft)
    if request is None:
        message = "What would go out is not what was approved. Look at it and approve it again."
        approvals.void(connection, draft.id, now)
        for part in deliveries.of_draft(connection, draft.id):
            move(connection, part.id, Move.VOID, now, message=message)
        return Refusal.CHANGED
    mine = _take(connection, held, Move.CLAIM, now)
    return _work(connection, mine, request) if mine else Refusal.GONE


def _is_time(connection: Connection, held: Delivery, now: datetime) -> bool:
    """Whether its moment has come, the service wants no more patience, and the part before it went out."""
    if held.due is None or held.due > now or (held.not_before is not None and held.not_before > now):
        return False
    previous = deliveries.before(connection, held) if held.part > 1 else None
    return previous is None or previous.state == State.CONFIRMED


def _approved_request(connection: Connection, held: Delivery, draft: drafts.Draft) -> Request | None:
    """The bytes of this delivery, if what the ledger has now, and where it goes, is what a person approved."""
    place = draft.place
    here = (held.brand, held.account, held.series, held.slot, held.channel)
    sent = drafts.requests(connection, draft.id)
    same = here == (place.brand, place.account, place.series, place.slot, place.channel)
    if not same or approvals.approved(connection, draft) != drafts.digest_of(place, draft.title, sent):
        return None
    return sent[held.part - 1]


def _take(connection: Connection, held: Delivery, what: Move, now: datetime) -> Delivery | None:
    """`held` as it is once it is this worker's; None where another was quicker."""
    mine = replace(held, fence=held.fence + 1, lease_until=now + LEASE, tries=held.tries + 1, not_before=None)
    columns = {name: getattr(mine, name) for name in ("fence", "lease_until", "tries", "not_before")}
    taken = move(connection, held.id, what, now, fence=held.fence, values=columns)
    return replace(mine, state=RULES[what].target, error=None, changed=now) if taken else None


def _work(connection: Connection, held: Delivery, request: Request) -> Work:
    previous = deliveries.before(connection, held) if held.part > 1 else None
    after = Receipt(previous.receipt_id, previous.receipt_place or "") if previous and previous.receipt_id else None
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
    """Write down that publishing begins, in the ledger and, once that is kept, beside it. False: do not begin.

    Half of the lease must be left, so that no call of ours is under way when another worker looks after it.
    """
    held = work.delivery
    if brake.is_on(connection) or not in_time(work, now):
        return False
    begun = move(connection, held.id, Move.INTEND, now, fence=held.fence, values={"published": now})
    if begun:
        store.count(connection)
    return begun


def in_time(work: Work, now: datetime) -> bool:
    """Whether enough of the lease is left to begin a call."""
    until = work.delivery.lease_until
    return until is not None and now <= until - LEASE / 2


def still_ours(connection: Connection, work: Work) -> bool:
    """Whether nobody took the delivery over since publishing was written down."""
    held = deliveries.get(connection, work.delivery.id)
    return (held.state, held.fence) == (State.PUBLISHING, work.delivery.fence)


def repeat(connection: Connection, number: int, now: datetime) -> Work | Refusal:
    """Take an unknown delivery for the same call again, where the service promises that this has no second effect."""
    if brake.is_on(connection):
        return Refusal.HELD
    held = deliveries.get(connection, number)
    if held.state != State.UNKNOWN or held.draft is None:
        return Refusal.GONE
    request = _approved_request(connection, held, drafts.get(connection, held.draft))
    if request is None:
        return Refusal.CHANGED
    mine = _take(connection, held, Move.REPEAT, now)
    if mine is None:
        return Refusal.GONE
    store.count(connection)
    return _work(connection, mine, request)


def confirm(connection: Connection, number: int, receipt: Receipt, now: datetime) -> bool:
    """It went out, or is queued there. Evidence counts whoever brings it, and however late.

    Where a person took it back and its slot has another draft by now, it keeps the slot's name with a mark.
    """
    what = Move.CONFIRM if receipt.final else Move.ACCEPT
    evidence = {"receipt_id": receipt.remote_id, "receipt_place": receipt.place, "not_before": None}
    try:
        with connection.begin_nested():
            return move(connection, number, what, now, values=evidence)
    except IntegrityError:
        slot = f"{deliveries.get(connection, number).slot} (taken back)"
        message = "It went out although it was taken back, and its time has another draft."
        return move(connection, number, what, now, message=message, values=evidence | {"slot": slot})


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


def ask(connection: Connection, held: Delivery, now: datetime, message: str) -> bool:
    """Only a person can know; unless somebody learned more since it was looked at."""
    return move(connection, held.id, Move.ASK, now, fence=held.fence, source=held.state, message=message)


def miss(connection: Connection, held: Delivery, now: datetime, message: str) -> bool:
    """It did not go out, and its time passed."""
    return move(connection, held.id, Move.MISS, now, fence=held.fence, source=held.state, message=message)


def look_later(connection: Connection, held: Delivery, not_before: datetime, message: str) -> None:
    """Leave the state as it is and look again from `not_before` on."""
    same = (table.c.id == held.id, table.c.state == held.state, table.c.fence == held.fence)
    connection.execute(update(table).where(*same).values(not_before=not_before, error=message[:1_000] or held.error))
