"""The calendar: which drafts there are, and which deliveries lie in a stretch of time."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection, and_, or_, select

from pipeline.ledger import deliveries, drafts
from pipeline.ledger.deliveries import Delivery
from pipeline.ledger.drafts import Draft
from pipeline.ledger.schema import deliveries as delivery_table
from pipeline.ledger.schema import drafts as draft_table
from pipeline.ledger.schema import told
from pipeline.ledger.states import ALERTING, State


def drafts_with_states(connection: Connection, brand: str) -> list[tuple[Draft, list[State]]]:
    """Every draft of a brand with the states of its parts, in the order in which they go out; the slotless last."""
    query = select(delivery_table.c.draft, delivery_table.c.state).where(
        delivery_table.c.brand == brand, delivery_table.c.draft.is_not(None)
    )
    states: dict[int, list[State]] = {}
    for row in connection.execute(query.order_by(delivery_table.c.draft, delivery_table.c.part)):
        states.setdefault(row.draft, []).append(State(row.state))
    order = (draft_table.c.due.is_(None), draft_table.c.due, draft_table.c.id)
    found = connection.execute(select(draft_table).where(draft_table.c.brand == brand).order_by(*order)).mappings()
    return [(draft, states.get(draft.id, [])) for draft in map(drafts.of, found)]


def around(connection: Connection, brand: str, start: datetime, end: datetime) -> list[Delivery]:
    """The deliveries between two moments, those without one, and whatever wants a person, however old."""
    table = delivery_table
    near = and_(table.c.due >= start, table.c.due <= end)
    waiting = and_(table.c.due.is_(None), table.c.state == State.PLANNED)
    query = select(table).where(
        table.c.brand == brand, or_(near, waiting, and_(table.c.state.in_(ALERTING), table.c.draft.is_not(None)))
    )
    return [deliveries.of(row) for row in connection.execute(query).mappings()]


def planned(connection: Connection, brand: str) -> list[tuple[str, str, str, str | None]]:
    """Every series and slot that something was ever planned for, with the article and key point that stand there.

    The article is "" where nothing stands there any more, or none is told.
    """
    table, draft = delivery_table, draft_table
    query = (
        select(table.c.series, table.c.slot, table.c.state, draft.c.articles, draft.c.key_point)
        .select_from(table.outerjoin(draft, table.c.draft == draft.c.id))
        .where(table.c.brand == brand, table.c.slot.is_not(None), table.c.part == 1)
    )
    found = []
    for series, slot, state, named, key_point in connection.execute(query):
        articles = json.loads(named) if named and state != State.CANCELLED else []
        found.append((series, slot, articles[0] if articles else "", key_point))
    return found


def told_of(connection: Connection, brand: str, article: str) -> set[tuple[str, str, str | None]]:
    """What was told of an article: account, series and key point, which is None of the article itself."""
    query = select(told.c.account, told.c.series, told.c.key_point).where(
        told.c.brand == brand, told.c.article == article
    )
    return {(account, series, key_point or None) for account, series, key_point in connection.execute(query)}
