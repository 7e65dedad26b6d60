"""What the ledger takes of a delivery, beside bare transactions: `python -m benchmarks.delivering`."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from sqlalchemy import Connection, insert, update

from pipeline.ledger import approvals, deliveries, drafts, planning, work
from pipeline.ledger.drafts import Content, Place
from pipeline.ledger.schema import meta
from pipeline.ledger.store import Ledger, open_ledger
from pipeline.ledger.work import Work
from pipeline.model import Receipt, Request

RUNS = 300
MANY = 1_000_000
NOW = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)
_MICROSECONDS = int(NOW.timestamp()) * 1_000_000


def a_second(what: Callable[[int], None]) -> float:
    """How often in a second, one after the other."""
    start = time.perf_counter()
    for number in range(1, RUNS + 1):
        what(number)
    return RUNS / (time.perf_counter() - start)


def milliseconds(ledger: Ledger, ask: Callable[[Connection], object]) -> float:
    """Median of asking in a view of its own."""
    took = []
    for _ in range(50):
        start = time.perf_counter()
        with ledger.reading() as connection:
            ask(connection)
        took.append(time.perf_counter() - start)
    return median(took) * 1000


def plan(ledger: Ledger) -> None:
    content = Content("Bread", "{}", (), (), "[]", (Request({"body": b"x" * 20_000}),))
    with ledger.writing() as connection:
        for number in range(1, RUNS + 1):
            place = Place("bakery", f"series-{number}", "email", "2026-W47", NOW, "list", "readers")
            planning.plan(connection, place, content, NOW)
            approvals.approve(connection, drafts.get(connection, number), "Anna", NOW)


def claim_and_confirm(ledger: Ledger, number: int) -> None:
    with ledger.writing() as connection:
        got = work.claim(connection, number, NOW)
    if not isinstance(got, Work):
        raise TypeError(got)
    with ledger.writing() as connection:
        work.confirm(connection, number, Receipt("seen", ""), NOW)


def two_bare_transactions(ledger: Ledger, number: int) -> None:
    for value in ("claimed", "confirmed"):
        with ledger.writing() as connection:
            connection.execute(update(meta).where(meta.c.key == "bench").values(value=f"{value} {number}"))


def _when(number: int) -> tuple[object, ...]:
    """State, due, tries, fence, changed."""
    if number < 100:
        return ("approved", _MICROSECONDS - number, 0, 0, _MICROSECONDS)
    if number % 10:
        return ("confirmed", number, 1, 1, _MICROSECONDS)
    return ("approved", _MICROSECONDS + 1 + number, 0, 0, _MICROSECONDS)


def fill(path: Path) -> None:
    """A million deliveries: nearly all over, some to come, a hundred due."""
    columns = "brand, account, series, slot, part, channel, reference, state, due, tries, fence, changed"
    with closing(sqlite3.connect(path)) as connection:
        rows = (
            ("bakery", f"list-{number % 1_000}", "weekly", str(number), 1, "list", f"weekly/{number}", *_when(number))
            for number in range(MANY)
        )
        connection.executemany(f"INSERT INTO deliveries ({columns}) VALUES ({', '.join('?' * 12)})", rows)  # noqa: S608
        connection.commit()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "small.db")
        with ledger.writing() as connection:
            connection.execute(insert(meta).values(key="bench", value="begun"))
        plan(ledger)
        bare = a_second(lambda number: two_bare_transactions(ledger, number))
        ours = a_second(lambda number: claim_and_confirm(ledger, number))
        print(f"two bare transactions {bare:7.0f} a second")
        print(f"claim and confirm     {ours:7.0f} a second, {bare / ours:.1f} × as long  (goal 300 a second)")
        many = open_ledger(Path(folder) / "many.db")
        fill(many.path)
        least = milliseconds(many, lambda connection: connection.exec_driver_sql("SELECT 1").scalar())
        print(f"of {MANY:,} deliveries; the least that asking takes is {least:.2f} ms")
        for name in ("due", "abandoned", "doubtful", "overdue"):
            question = getattr(deliveries, name)
            took = milliseconds(many, lambda connection, ask=question: ask(connection, NOW))  # type: ignore[misc]
            print(
                f"  {name:<10}{took:8.2f} ms  {took / least:6.1f} of that" + ("  (goal 5 ms)" if name == "due" else "")
            )


if __name__ == "__main__":
    main()
