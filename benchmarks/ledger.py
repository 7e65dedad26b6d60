"""The ledger: claim and confirm beside bare transactions on the same disk; what is due among a million deliveries."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, insert, update

from pipeline.ledger import approvals, deliveries, drafts, planning, work
from pipeline.ledger.drafts import Content, Place
from pipeline.ledger.schema import audit, meta
from pipeline.ledger.schema import deliveries as table
from pipeline.ledger.store import Ledger, open_ledger
from pipeline.model import Receipt, Request

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
PAIRS, MILLION, LOOKS = 300, 1_000_000, 200


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory(prefix="lichtpunt-") as folder:
        ledger = open_ledger(Path(folder) / "ledger.db")
        numbers = [_approved(ledger, number) for number in range(PAIRS)]
        ours = _rate(lambda number: _claim_and_confirm(ledger, numbers[number]))
        bare = _rate(lambda number: _bare_pair(ledger, number))
        print(f"claim + confirm: {ours:.0f} a second (goal 300), {ours / bare:.2f} of two bare synced transactions")
        _fill(ledger)
        with ledger.reading() as connection:
            first = len(deliveries.due(connection, NOW))
            start = time.perf_counter()
            for _ in range(LOOKS):
                deliveries.due(connection, NOW)
            each = (time.perf_counter() - start) / LOOKS * 1000
        print(f"due among {MILLION:,} deliveries: {each:.2f} ms for {first} (goal 5 ms)")


def _rate(act: Callable[[int], object]) -> float:
    start = time.perf_counter()
    for number in range(PAIRS):
        act(number)
    return PAIRS / (time.perf_counter() - start)


def _approved(ledger: Ledger, number: int) -> int:
    place = Place("b", "weekly", "thread", f"slot {number}", NOW, "outbox", "readers")
    content = Content("A title", "{}", (), (), "[]", (Request({"post.txt": b"x" * 300}),))
    with ledger.writing() as connection:
        draft = planning.plan(connection, place, content, NOW)
        assert draft is not None  # noqa: S101  every slot is new
        approvals.approve(connection, drafts.get(connection, draft), "bench", NOW)
        return deliveries.of_draft(connection, draft)[0].id


def _claim_and_confirm(ledger: Ledger, number: int) -> None:
    with ledger.writing() as connection:
        work.claim(connection, number, NOW)
    with ledger.writing() as connection:
        work.confirm(connection, number, Receipt("id", "place"), NOW)


def _bare_pair(ledger: Ledger, number: int) -> None:
    _bare(ledger, number)
    _bare(ledger, number)


def _bare(ledger: Ledger, number: int) -> None:
    """What the ledger cannot do without: one update and one row of history, synced."""
    with ledger.writing() as connection:
        connection.execute(update(meta).where(meta.c.key == "id").values(value=str(number)))
        row = {"at": NOW, "who": "bench", "what": "bare", "subject": "", "details": ""}
        connection.execute(insert(audit).values(**row))


def _fill(ledger: Ledger) -> None:
    """Years of deliveries: nearly all are out, some hundreds wait, and twenty are due."""
    with ledger.writing() as connection:
        for start in range(0, MILLION, 50_000):
            _rows(connection, range(start, start + 50_000))


def _rows(connection: Connection, numbers: range) -> None:
    shared = {"brand": "b", "account": "a", "series": "s", "part": 1, "channel": "c", "tries": 0, "fence": 0}
    rows = [
        {
            **shared,
            "slot": f"past {number}",
            "reference": f"s/{number}",
            "state": "approved" if number % 2_000 == 0 else "confirmed",
            "due": NOW + timedelta(minutes=number // 2_000 - 20),
            "changed": NOW,
        }
        for number in numbers
    ]
    connection.execute(insert(table), rows)
