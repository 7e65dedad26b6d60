"""Small ledgers: each builder takes only what the test is about."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import select, update

from pipeline.ledger import approvals, deliveries, drafts, planning, work
from pipeline.ledger.deliveries import Delivery
from pipeline.ledger.drafts import Content, Draft, Place
from pipeline.ledger.schema import attempts
from pipeline.ledger.schema import deliveries as table
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger, open_ledger
from pipeline.ledger.work import Work
from pipeline.model import Request, Staged

DUE = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)
BEFORE = DUE - timedelta(days=1)
MINUTE = timedelta(minutes=1)


@cache
def an_empty_ledger() -> bytes:
    """The content of its file: made once, since migrating takes a while."""
    with TemporaryDirectory() as folder, contextlib.closing(_made(Path(folder) / "new.db")) as connection:
        return connection.serialize()


def _made(path: Path) -> sqlite3.Connection:
    open_ledger(path)
    return sqlite3.connect(path)


def a_ledger(folder: Path) -> Ledger:
    """An empty ledger."""
    path = folder / "lichtpunt.db"
    path.write_bytes(an_empty_ledger())
    return open_ledger(path)


def a_folder_in_place_of_the_mark(ledger: Ledger) -> None:
    """From now on no mark can be written."""
    mark = ledger.path.with_name(f"{ledger.path.name}.mark")
    mark.unlink()
    mark.mkdir()


def a_place(**changes: Any) -> Place:
    values: dict[str, Any] = {
        "brand": "Example Bakery",
        "series": "weekly",
        "kind": "email",
        "slot": "2026-W47",
        "due": DUE,
        "channel": "mailing-list",
        "account": "readers",
    }
    return Place(**(values | changes))


def a_content(text: str = "Bread that keeps", *, articles: Sequence[str] = ("bread",), parts: int = 1) -> Content:
    requests = tuple(Request({"body": f"{text}, {part}".encode()}) for part in range(1, parts + 1))
    return Content(text, "{}", tuple(articles), tuple(articles), "[]", requests)


def planned(
    ledger: Ledger, place: Place | None = None, content: Content | None = None, *, key_point: str | None = None
) -> int | None:
    with ledger.writing() as connection:
        return planning.plan(connection, place or a_place(), content or a_content(), BEFORE, key_point=key_point)


def approved(ledger: Ledger, place: Place | None = None, content: Content | None = None) -> int:
    """A draft that somebody approved: its number, which is also that of its first delivery in an empty ledger."""
    number = planned(ledger, place, content)
    assert number is not None
    approve(ledger, number)
    return number


def approve(ledger: Ledger, number: int) -> None:
    with ledger.writing() as connection:
        approvals.approve(connection, drafts.get(connection, number), "Anna", BEFORE)


def change(ledger: Ledger, number: int, content: Content | None = None, place: Place | None = None) -> None:
    with ledger.writing() as connection:
        planning.change(
            connection, drafts.get(connection, number), content or a_content("Changed"), BEFORE, place=place
        )


def draft(ledger: Ledger, number: int) -> Draft:
    with ledger.reading() as connection:
        return drafts.get(connection, number)


def parts(ledger: Ledger, number: int) -> list[Delivery]:
    with ledger.reading() as connection:
        return deliveries.of_draft(connection, number)


def delivery(ledger: Ledger, number: int = 1) -> Delivery:
    with ledger.reading() as connection:
        return deliveries.get(connection, number)


def state(ledger: Ledger, number: int = 1) -> State:
    return delivery(ledger, number).state


def claimed(ledger: Ledger, number: int = 1, now: datetime = DUE) -> Work:
    with ledger.writing() as connection:
        got = work.claim(connection, number, now)
    assert isinstance(got, Work)
    return got


def staged(ledger: Ledger, got: Work, remote_id: str = "r1", now: datetime = DUE) -> bool:
    with ledger.writing() as connection:
        return work.save_staged(connection, got, Staged(got.delivery.reference, remote_id, ""), now)


def publishing(ledger: Ledger, number: int = 1, now: datetime = DUE) -> Work:
    """A delivery right before the call."""
    got = claimed(ledger, number, now)
    assert staged(ledger, got, now=now)
    with ledger.writing() as connection:
        assert work.intend(connection, got, now)
    return got


def force(ledger: Ledger, number: int, **values: Any) -> None:
    """Columns of a delivery, whatever the rules say."""
    with ledger.writing() as connection:
        connection.execute(update(table).where(table.c.id == number).values(**values))


def moves(ledger: Ledger, number: int = 1) -> list[str]:
    """What happened to a delivery, as it was written down."""
    with ledger.reading() as connection:
        query = select(attempts.c.move).where(attempts.c.delivery == number).order_by(attempts.c.id)
        return list(connection.execute(query).scalars())
