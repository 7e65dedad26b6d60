"""The sweeper: no slot without a state, and nothing that waits beyond its time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, or_, select

from pipeline.ledger import approvals
from pipeline.ledger.deliveries import Delivery, move
from pipeline.ledger.drafts import Place
from pipeline.ledger.schema import deliveries as table
from pipeline.ledger.schema import drafts, meta
from pipeline.ledger.states import WAITING, Move, State
from pipeline.ledger.work import Late
from pipeline.slots import Slot

CATCH_UP = timedelta(hours=1)  # later than this is catching up, and a series does that once


def miss_late(connection: Connection, now: datetime, late: Late) -> list[Delivery]:
    """Give up what is too late, and of several late ones of a series all but the last; as they were before."""
    query = (
        select(table, drafts.c.kind)
        .join(drafts, drafts.c.id == table.c.draft)
        .where(table.c.state.in_(WAITING), table.c.due < now - CATCH_UP)
        .order_by(table.c.due.desc(), table.c.id.desc())
    )
    given_up: list[Delivery] = []
    newest: dict[tuple[str, str, str], str | None] = {}
    for row in connection.execute(query).mappings().all():
        values = dict(row)
        limit = late.of(values.pop("kind"))
        held = Delivery(**values | {"state": State(values["state"])})
        assert held.due is not None  # noqa: S101  the query asks for it
        too_late = now - held.due > limit
        series = (held.brand, held.account, held.series)
        behind = held.state != State.PLANNED and newest.setdefault(series, held.slot) != held.slot
        if held.lease_until and held.lease_until > now and held.state in {State.CLAIMED, State.STAGED}:
            continue  # a worker has it
        message = _why(held, too_late=too_late)
        if (too_late or behind) and move(connection, held.id, Move.MISS, now, fence=held.fence, message=message):
            given_up.append(held)
    return given_up


def _why(held: Delivery, *, too_late: bool) -> str:
    if held.state == State.PLANNED:
        return "Nobody approved it in time."
    if not too_late:
        return "A later one of the series goes out instead."
    return f"Its time passed before it could go out. {held.error or ''}".strip()


def take_back(connection: Connection, now: datetime) -> int:
    """After a restore: take back every yes that is not due yet, since it may be cancelled by now; how many."""
    query = select(table.c.id, table.c.draft).where(
        table.c.state.in_((State.APPROVED, State.CLAIMED, State.STAGED)), or_(table.c.due.is_(None), table.c.due > now)
    )
    taken = connection.execute(query).all()
    for number, draft in taken:
        move(connection, number, Move.VOID, now, message="The ledger was restored: look again, and approve it again.")
        approvals.void(connection, draft, now)
    return len(taken)


def since(connection: Connection, series: str, now: datetime) -> datetime:
    """When the ledger first knew of a series; now, where it did not."""
    key = f"since {series}"
    found = connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar()
    if found:
        return datetime.fromisoformat(found)
    connection.execute(insert(meta).values(key=key, value=now.isoformat()))
    return now


def note_slot(connection: Connection, place: Place, slot: Slot, state: State, now: datetime, why: str) -> bool:
    """Give a slot that has no delivery a state of its own; False where it has one.

    Args:
        connection: A transaction that writes.
        place: Whose, and where it would go; its own slot does not count.
        slot: Which.
        state: `skipped` or `missed`.
        now: When.
        why: For people.
    """
    mine = {"brand": place.brand, "account": place.account, "series": place.series}
    # Whoever it went to: the list may have another name in config.yaml by now.
    known = (table.c.brand == place.brand, table.c.series == place.series, table.c.slot == slot.label)
    if connection.execute(select(table.c.id).where(*known)).first():
        return False
    row = {**mine, "channel": place.channel, "slot": slot.label, "due": slot.at, "part": 1}
    row |= {"reference": f"{place.series}/{slot.label}", "state": state, "tries": 0, "fence": 0, "error": why}
    connection.execute(insert(table).values(**row, changed=now))
    return True


def free_slot(connection: Connection, place: Place) -> None:
    """Forget that a slot was skipped: now there is something for it."""
    mine = (table.c.brand == place.brand, table.c.series == place.series, table.c.slot == place.slot)
    connection.execute(delete(table).where(*mine, table.c.draft.is_(None), table.c.state == State.SKIPPED))
