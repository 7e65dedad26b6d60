"""The ledger of a case before anything goes wrong, and the verdict afterwards."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import SlotTaken
from pipeline.ledger import approvals, drafts, planning
from pipeline.ledger.drafts import Content, Place
from pipeline.ledger.store import Ledger, open_ledger
from pipeline.model import Request
from tests.faults.cases import KINDS, PROMISING, SETTLED, Case
from tests.faults.channel import ACCOUNT

DUE = datetime(2026, 3, 26, 9, 0, tzinfo=UTC)
MAILS = {"staged", "queued", "findable"}
FIRST, SECOND = "as approved", "as changed"
SETTLED_STATES = {"confirmed", "missed", "failed", "needs_human", "cancelled"}


@dataclass(frozen=True)
class Verdict:
    """What became of a case.

    Attributes:
        effects: What readers saw.
        states: Of its deliveries.
        wrong: Why it fails, in words; empty where it does not.
    """

    case: str
    effects: int
    states: tuple[str, ...]
    wrong: tuple[str, ...]


def content(text: str, parts: int) -> Content:
    requests = tuple(Request({"body": f"{text} {part}".encode()}) for part in range(1, parts + 1))
    return Content(text, "{}", ("article-1",), ("article-1",), "[]", requests)


def parts_of(kind: str) -> int:
    return 2 if kind == "thread" else 1


def place_of(kind: str, due: datetime = DUE, slot: str = "2026-W13") -> Place:
    return Place("bakery", "weekly", "email" if kind in MAILS else "thread", slot, due, "fake", ACCOUNT)


def prepare(folder: Path) -> None:
    """For each kind of service a ledger with one approved draft, planned the day before."""
    open_ledger(folder / "empty.db")
    for kind in KINDS:
        path = folder / f"{kind}.db"
        shutil.copy(folder / "empty.db", path)
        plan_and_approve(open_ledger(path), kind, place_of(kind))
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def plan_and_approve(ledger: Ledger, kind: str, place: Place) -> None:
    day_before = DUE.replace(day=DUE.day - 1)
    with contextlib.suppress(SlotTaken), ledger.writing() as connection:
        number = planning.plan(connection, place, content(FIRST, parts_of(kind)), day_before)
        if number is not None:
            approvals.approve(connection, drafts.get(connection, number), "Anna", day_before)


def rows(path: Path) -> list[dict[str, Any]]:
    """The deliveries, without SQLAlchemy: whoever asks goes on to fork."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM deliveries ORDER BY id")]


def events(path: Path) -> set[str]:
    """What a person did meanwhile, as far as the ledger allowed it."""
    with closing(sqlite3.connect(path)) as connection:
        return {what for (what,) in connection.execute("SELECT what FROM audit")}


def judge(case: Case, path: Path, effects: Sequence[Mapping[str, Any]]) -> Verdict:
    """Whether everything that must hold holds."""
    held, done = rows(path), events(path)
    seen = Counter(effect["reference"] for effect in effects)
    wrong = [f"{reference} went out {times} times" for reference, times in seen.items() if times > 1]
    wrong += [f"{name} is not in the ledger" for name in seen.keys() - {row["reference"] for row in held}]
    said = SECOND if "approved the change" in done else FIRST
    silent = "changed" in done
    for effect in effects:
        if silent or not effect["body"].startswith(said):
            wrong.append(f"“{effect['body']}” went out, which nobody approved: {sorted(done)}")
    for row in held:
        wrong += _wrong(case, row, seen[row["reference"]], done)
    return Verdict(str(case), len(effects), tuple(row["state"] for row in held), tuple(wrong))


def _wrong(case: Case, row: Mapping[str, Any], effects: int, done: set[str]) -> list[str]:
    state = row["state"]
    if state == "confirmed":
        return [] if effects == 1 else [f"{row['reference']} is confirmed, and went out {effects} times"]
    wrong = []
    if effects and state not in {"unknown", "needs_human"}:
        wrong.append(f"{row['reference']} went out and is {state}")
    if done & {"changed", "tampered"} and state == "planned":
        return wrong
    if state not in SETTLED_STATES | {"unknown"}:
        wrong.append(f"{row['reference']} is {state}: it waits for nobody ({row['error']})")
    if state == "cancelled" and "cancelled" not in done:
        wrong.append(f"{row['reference']} is cancelled, and nobody did that")
    promised = case.kind in PROMISING and case.fault in SETTLED and case.again in {"", *SETTLED}
    if promised:
        wrong.append(f"{row['reference']} is {state}, though the service promises enough ({row['error']})")
    return wrong
