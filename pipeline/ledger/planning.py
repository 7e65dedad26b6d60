"""Planning: a draft gets its deliveries, once a slot and once an article; changing it and setting it aside."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, update
from sqlalchemy.exc import IntegrityError

from pipeline.errors import LedgerError, SlotTaken
from pipeline.ledger import approvals, audit, deliveries
from pipeline.ledger.deliveries import Delivery, move
from pipeline.ledger.drafts import Content, Draft, Place, row_of
from pipeline.ledger.schema import attempts, drafts, files, told
from pipeline.ledger.schema import deliveries as delivery_table
from pipeline.ledger.states import EDITABLE, FINAL, Move, State


def plan(
    connection: Connection,
    place: Place,
    content: Content,
    now: datetime,
    *,
    key_point: str | None = None,
    edits: str = "{}",
) -> int | None:
    """Keep a new draft and plan its deliveries.

    Args:
        connection: A transaction that writes.
        place: Where and when it goes out.
        content: What composing made.
        now: When.
        key_point: The one it tells, as its author wrote it.
        edits: What a person changed in the draft that this one follows, as JSON.

    Returns:
        Its number; None where one of its articles or its key point was told there already.

    Raises:
        SlotTaken: there is another draft in its slot.
    """
    with connection.begin_nested() as attempt:
        number, reference = _keep(connection, place, content, now, {"key_point": key_point, "edits": edits})
        try:
            _tell(connection, number, place, content.told, key_point)
        except IntegrityError:
            attempt.rollback()
            return None
        try:
            _deliver(connection, number, place, reference, len(content.requests), now)
        except IntegrityError as error:
            raise SlotTaken(f"{place.series} {place.slot} has another draft already. Choose another time.") from error
        _keep_files(connection, number, content)
        audit.write(connection, audit.MACHINE, "drafted", f"draft {number}", now)
    return number


def _keep(
    connection: Connection, place: Place, content: Content, now: datetime, more: Mapping[str, Any]
) -> tuple[int, str]:
    """A new row, its number and its reference."""
    reference = place.reference
    row = row_of(place, content, reference) | {"version": 1, **more}
    made = connection.execute(insert(drafts).values(**row, created=now, changed=now))
    number: int = made.inserted_primary_key[0]  # type: ignore[index]
    if place.slot is None:
        reference = f"{reference}-{number}"
        connection.execute(update(drafts).where(drafts.c.id == number).values(reference=reference))
    return number, reference


def change(
    connection: Connection,
    draft: Draft,
    content: Content,
    now: datetime,
    *,
    edits: Mapping[str, Any] | None = None,
    place: Place | None = None,
) -> None:
    """Put new content, or a new slot, in place of the old. Takes back a person's approval in the same transaction.

    Raises:
        LedgerError: it is on its way already, or another change came first.
        SlotTaken: its new slot has another draft.
    """
    planned = deliveries.of_draft(connection, draft.id)
    if any(held.state not in EDITABLE for held in planned):
        state = next(held.state for held in planned if held.state not in EDITABLE)
        raise LedgerError(f"Draft {draft.id} is {state} and cannot be changed any more.")
    place = place or draft.place
    reference = draft.reference if place.slot == draft.place.slot else place.reference
    row = row_of(place, content, reference) | {"version": draft.version + 1}
    if edits is not None:
        row["edits"] = json.dumps(edits, ensure_ascii=False)
    same = (drafts.c.id == draft.id, drafts.c.version == draft.version)
    if connection.execute(update(drafts).where(*same).values(**row, changed=now)).rowcount == 0:
        raise LedgerError(f"Draft {draft.id} was changed by somebody else just now. Look at it again.")
    approvals.void(connection, draft.id, now)
    try:
        with connection.begin_nested():
            _replan(connection, draft, planned, place, reference, len(content.requests), now)
            connection.execute(delete(told).where(told.c.draft == draft.id))
            _tell(connection, draft.id, place, content.told, draft.key_point)
    except IntegrityError as error:
        raise SlotTaken(f"{place.series} {place.slot} has another draft already. Choose another time.") from error
    connection.execute(delete(files).where(files.c.draft == draft.id))
    _keep_files(connection, draft.id, content)


def forget(connection: Connection, brand: str, article: str) -> int:
    """Let an article be told again, in editions and posts, though it was; how often it had been."""
    where = (told.c.brand == brand, told.c.article == article)
    return connection.execute(delete(told).where(*where)).rowcount


def renew(connection: Connection, held: Delivery, now: datetime) -> None:
    """A person says to send it again: it needs a new approval, and the service knows it by a new name.

    Raises:
        LedgerError: its state changed in the meantime.
    """
    number = re.search(r" \(again (\d+)\)$", held.reference)
    base = held.reference[: number.start()] if number else held.reference
    reference = f"{base} (again {int(number[1]) + 1 if number else 1})"
    fresh = {"reference": reference, "remote_id": None, "place": None, "published": None, "not_before": None}
    if held.draft is not None:
        approvals.void(connection, held.draft, now)
    values = fresh | {"due": max(held.due or now, now), "lease_until": None, "fence": held.fence + 1}
    if not move(connection, held.id, Move.RENEW, now, fence=held.fence, values=values):
        raise LedgerError(f"{held.reference} changed just now. Look at it again.")


def set_aside(connection: Connection, draft: Draft, now: datetime, *, tell_later: bool) -> list[Delivery]:
    """Cancel every delivery of a draft that did not go out yet.

    Args:
        connection: A transaction that writes.
        draft: Which.
        now: When.
        tell_later: Whether its articles and key points are free for another draft.

    Returns:
        The deliveries as they were, for what they left at the service.

    Raises:
        LedgerError: one of them can no longer be taken back.
    """
    held = deliveries.of_draft(connection, draft.id)
    standing = [delivery for delivery in held if delivery.state not in FINAL]
    if not standing:
        states = ", ".join(dict.fromkeys(one.state for one in held))
        raise LedgerError(f"Draft {draft.id} is {states}, so there is nothing to take back.")
    for delivery in standing:
        if not move(connection, delivery.id, Move.CANCEL, now):
            raise LedgerError(f"Draft {draft.id} is {delivery.state} and cannot be taken back.")
    approvals.void(connection, draft.id, now)
    if tell_later and all(delivery.state != State.CONFIRMED for delivery in held):
        connection.execute(delete(told).where(told.c.draft == draft.id))
    return standing


def _tell(connection: Connection, number: int, place: Place, articles: Sequence[str], key_point: str | None) -> None:
    same = {"brand": place.brand, "account": place.account, "series": place.series, "key_point": key_point or ""}
    rows = [{**same, "article": article, "draft": number} for article in dict.fromkeys(articles)]
    if rows:
        connection.execute(insert(told), rows)


def _deliver(connection: Connection, number: int, place: Place, reference: str, parts: int, now: datetime) -> None:
    """A planned delivery for each part."""
    shared = vars(place) | {"draft": number, "state": State.PLANNED, "tries": 0, "fence": 0, "changed": now}
    shared.pop("kind")
    names = [reference if part == 1 else f"{reference}#{part}" for part in range(1, parts + 1)]
    rows = [{**shared, "part": part, "reference": name} for part, name in enumerate(names, 1)]
    connection.execute(insert(delivery_table), rows)


def _replan(
    connection: Connection,
    draft: Draft,
    planned: Sequence[Delivery],
    place: Place,
    reference: str,
    parts: int,
    now: datetime,
) -> None:
    """Every delivery back to planned, at the new place, and as many as there are parts now.

    In its old slot a delivery keeps name and time: a person may have said to send it again, under a new name.
    """
    for held in planned:
        move(connection, held.id, Move.VOID, now)
        values: dict[str, Any] = {}
        if place.slot != draft.place.slot:
            named = reference if held.part == 1 else f"{reference}#{held.part}"
            values = {"slot": place.slot, "due": place.due, "reference": named}
        if (held.channel, held.account) != (place.channel, place.account):  # what is staged lies elsewhere
            values |= {"channel": place.channel, "account": place.account, "remote_id": None, "place": None}
        if values:
            connection.execute(update(delivery_table).where(delivery_table.c.id == held.id).values(**values))
    if len(planned) != parts:
        if any(held.tries for held in planned):
            raise LedgerError(f"Draft {draft.id} was tried already, so it must keep its {len(planned)} parts.")
        connection.execute(delete(attempts).where(attempts.c.delivery.in_([held.id for held in planned])))
        connection.execute(delete(delivery_table).where(delivery_table.c.draft == draft.id))
        _deliver(connection, draft.id, place, reference, parts, now)


def _keep_files(connection: Connection, number: int, content: Content) -> None:
    parts = [content.pictures, *(request.parts for request in content.requests)]
    rows = [
        {"draft": number, "part": part, "name": name, "content": data}
        for part, named in enumerate(parts)
        for name, data in named.items()
    ]
    if rows:
        connection.execute(insert(files), rows)
