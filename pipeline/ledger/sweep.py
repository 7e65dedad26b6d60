"""The sweeper: no slot without a state, and nothing that waits for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from pipeline.ledger.deliveries import Delivery, move
from pipeline.ledger.drafts import Place
from pipeline.ledger.schema import deliveries as table
from pipeline.ledger.schema import drafts, meta
from pipeline.ledger.states import Move, State
from pipeline.ledger.work import Late
from pipeline.slots import Slot

CATCH_UP = timedelta(hours=1)  # later than this is catching up, and a series does that once
_WAITING = (State.PLANNED, State.APPROVED, State.CLAIMED, State.STAGED)


def miss_late(connection: Connection, now: datetime, late: Late) -> list[Delivery]:
    """Give up what is too late, and of several late ones of a series all but the last; as they were before."""
    query = (
        select(table, drafts.c.kind)
        .join(drafts, drafts.c.id == table.c.draft)
        .where(table.c.state.in_(_WAITING), table.c.due < now - CATCH_UP)
        .order_by(table.c.due.desc(), table.c.id.desc())
    )
    given_up: list[Delivery] = []
    newest: dict[tuple[str, str, str], str | None] = {}
    for row in connection.execute(query).mappings().all():
        values = dict(row)
        limit = late.email if values.pop("kind") == "email" else late.thread
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
    return "Its time passed before it could go out." if too_late else "A later one of the series goes out instead."


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
    where = [table.c[name] == value for name, value in mine.items()]
    if connection.execute(select(table.c.id).where(*where, table.c.slot == slot.label)).first():
        return False
    row = {**mine, "channel": place.channel, "slot": slot.label, "due": slot.at, "part": 1}
    row |= {"reference": f"{place.series}/{slot.label}", "state": state, "tries": 0, "fence": 0, "error": why}
    connection.execute(insert(table).values(**row, changed=now))
    return True


def free_slot(connection: Connection, place: Place) -> None:
    """Forget that a slot was skipped: now there is something for it."""
    mine = {"brand": place.brand, "account": place.account, "series": place.series, "slot": place.slot}
    where = [table.c[name] == value for name, value in mine.items()]
    connection.execute(delete(table).where(*where, table.c.draft.is_(None), table.c.state == State.SKIPPED))
