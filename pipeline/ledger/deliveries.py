"""Deliveries: what is due, and the one way to change a state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, and_, insert, or_, select, update

from pipeline.ledger.schema import attempts, deliveries
from pipeline.ledger.states import RULES, WAITING, WORKED_ON, Move, State
from pipeline.model import Staged

_ERROR = 1_000  # characters kept of a service's words


@dataclass(frozen=True)
class Delivery:
    """One row: the going out of one part of one draft to one account.

    Attributes:
        draft: None of a slot that never had a draft.
        part: From 1; a newsletter and an atomic thread have only one.
        fence: Goes up with every claim: who holds an older one has lost the delivery.
        published: When the newest call that readers may have noticed was begun.
    """

    id: int
    draft: int | None
    brand: str
    account: str
    series: str
    slot: str | None
    part: int
    channel: str
    reference: str
    state: State
    due: datetime | None
    not_before: datetime | None
    tries: int
    fence: int
    lease_until: datetime | None
    remote_id: str | None
    place: str | None
    published: datetime | None
    receipt_id: str | None
    receipt_place: str | None
    error: str | None
    changed: datetime

    @property
    def staged(self) -> Staged | None:
        """What an earlier try left at the service."""
        return None if self.remote_id is None else Staged(self.reference, self.remote_id, self.place or "")


def of(row: RowMapping) -> Delivery:
    """A row as a Delivery."""
    return Delivery(**{**row, "state": State(row["state"])})


def get(connection: Connection, delivery: int) -> Delivery:
    """The delivery with this number, which exists."""
    return of(connection.execute(select(deliveries).where(deliveries.c.id == delivery)).mappings().one())


def of_draft(connection: Connection, draft: int) -> list[Delivery]:
    """The deliveries of a draft, in order of their parts."""
    query = select(deliveries).where(deliveries.c.draft == draft).order_by(deliveries.c.part)
    return [of(row) for row in connection.execute(query).mappings()]


def due(connection: Connection, now: datetime, most: int = 100) -> list[int]:
    """What a worker can begin with at `now`, the earliest first: numbers of deliveries.

    A part of a thread waits until the part before it went out.
    """
    before = deliveries.alias()
    waits = select(before.c.id).where(
        before.c.draft == deliveries.c.draft,
        before.c.part < deliveries.c.part,
        before.c.state != State.CONFIRMED,
    )
    query = (
        select(deliveries.c.id)
        .where(
            deliveries.c.state == State.APPROVED,
            deliveries.c.due <= now,
            or_(deliveries.c.not_before.is_(None), deliveries.c.not_before <= now),
            or_(deliveries.c.part == 1, ~waits.exists()),
        )
        .order_by(deliveries.c.due, deliveries.c.id)
        .limit(most)
    )
    return list(connection.execute(query).scalars())


def abandoned(connection: Connection, now: datetime, most: int = 100) -> list[Delivery]:
    """What a worker took up and did not finish within its lease."""
    query = select(deliveries).where(deliveries.c.state.in_(WORKED_ON), deliveries.c.lease_until <= now)
    return [of(row) for row in connection.execute(query.order_by(deliveries.c.lease_until).limit(most)).mappings()]


def doubtful(connection: Connection, now: datetime, most: int = 100) -> list[Delivery]:
    """What may have gone out, or was only queued there: to be looked up at the service."""
    query = (
        select(deliveries)
        .where(
            deliveries.c.state.in_((State.UNKNOWN, State.ACCEPTED)),
            or_(deliveries.c.not_before.is_(None), deliveries.c.not_before <= now),
        )
        .order_by(deliveries.c.not_before.nulls_first(), deliveries.c.id)
        .limit(most)
    )
    return [of(row) for row in connection.execute(query).mappings()]


def overdue(connection: Connection, now: datetime) -> list[Delivery]:
    """What should have gone out by now and did not, as far as the ledger knows; a worker may be at work on it."""
    query = select(deliveries).where(deliveries.c.state.in_(WAITING), deliveries.c.due <= now)
    return [of(row) for row in connection.execute(query.order_by(deliveries.c.due)).mappings()]


def under_way(connection: Connection) -> list[Delivery]:
    """What was being published, may have gone out, or was queued, whenever it is looked at next."""
    states = (State.PUBLISHING, State.UNKNOWN, State.ACCEPTED)
    query = select(deliveries).where(deliveries.c.state.in_(states)).order_by(deliveries.c.id)
    return [of(row) for row in connection.execute(query).mappings()]


def unfinished(connection: Connection, now: datetime) -> list[Delivery]:
    """What is due and neither out nor given up: with a worker, waiting for the service or for a person."""
    states = (*WORKED_ON, State.UNKNOWN, State.NEEDS_HUMAN)
    waits = and_(deliveries.c.state == State.APPROVED, deliveries.c.due <= now)
    query = select(deliveries).where(or_(deliveries.c.state.in_(states), waits)).order_by(deliveries.c.due)
    return [of(row) for row in connection.execute(query).mappings()]


def channels_in_use(connection: Connection) -> set[str]:
    """The channels of everything that is to go out, or that somebody must look after."""
    open_states = (*WAITING, State.PUBLISHING, State.UNKNOWN, State.NEEDS_HUMAN, State.ACCEPTED)
    query = select(deliveries.c.channel).where(deliveries.c.state.in_(open_states), deliveries.c.draft.is_not(None))
    return set(connection.execute(query.distinct()).scalars())


def was_renewed(connection: Connection, draft: int) -> bool:
    """Whether a person once said to send any part of a draft again."""
    mine = (deliveries.c.draft == draft, attempts.c.move == Move.RENEW)
    query = select(attempts.c.id).join(deliveries, deliveries.c.id == attempts.c.delivery).where(*mine)
    return connection.execute(query).first() is not None


def slots_of(connection: Connection, brand: str, series: str) -> set[str]:
    """The slots of a series that something was ever planned for: what was cancelled does not come back by itself."""
    where = (deliveries.c.brand == brand, deliveries.c.series == series, deliveries.c.slot.is_not(None))
    return set(connection.execute(select(deliveries.c.slot).where(*where)).scalars())


def before(connection: Connection, delivery: Delivery) -> Delivery | None:
    """The part of the same thread that goes out before this one."""
    query = select(deliveries).where(deliveries.c.draft == delivery.draft, deliveries.c.part == delivery.part - 1)
    row = connection.execute(query).mappings().one_or_none()
    return of(row) if row else None


def move(
    connection: Connection,
    delivery: int,
    what: Move,
    now: datetime,
    *,
    fence: int | None = None,
    source: State | None = None,
    message: str = "",
    values: Mapping[str, object] | None = None,
) -> bool:
    """Change the state, if the delivery is still where the move begins; and write down that it happened.

    Args:
        connection: A transaction that writes.
        delivery: Which.
        what: The move.
        now: When.
        fence: What the delivery's fence must be; a worker's move needs the worker's own.
        source: The only state to begin from, of those the move allows.
        message: What a person should know about it; kept as the delivery's error where the move is not a good one.
        values: Other columns.

    Returns:
        Whether it happened.
    """
    rule = RULES[what]
    if rule.fenced and fence is None:
        raise ValueError(f"{what} is a worker's move and needs its fence")
    where = [deliveries.c.id == delivery, deliveries.c.state.in_(rule.sources)]
    if fence is not None:
        where.append(deliveries.c.fence == fence)
    if source is not None:
        where.append(deliveries.c.state == source)
    told = {"error": message[:_ERROR] or None, **(values or {})}
    change = update(deliveries).where(*where).values(state=rule.target, changed=now, **told)
    held: int | None = connection.execute(change.returning(deliveries.c.fence)).scalar()
    if held is None:
        return False
    connection.execute(
        insert(attempts).values(delivery=delivery, fence=held, at=now, move=what, message=message[:_ERROR])
    )
    return True
