"""What a process of a case does: the first run, in which something goes wrong, and the recovery after it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from sqlalchemy import insert, text

from pipeline import slots
from pipeline.errors import LedgerError
from pipeline.jobs import dispatching
from pipeline.jobs.delivering import Courier
from pipeline.ledger import approvals, brake, deliveries, drafts, planning
from pipeline.ledger.schema import audit
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger, open_ledger
from pipeline.model import Staged
from tests.faults import naive, worlds
from tests.faults.cases import AT_CALLS, Case
from tests.faults.channel import FakeChannel
from tests.faults.points import Pausing, Points, become, watch
from tests.faults.worlds import DUE

KILLED = 9
_ZONE = "Europe/Amsterdam"
_NIGHTS = {1: datetime(2026, 3, 29, tzinfo=UTC), 2: datetime(2026, 10, 25, tzinfo=UTC)}
# When recovery looks, in minutes after it begins: beyond every lease, patience and limit.
_ROUNDS = (0, 6, 12, 20, 40, 70, 130, 190, 250, 310, 370, 430, 500, 1500, 1600, 1700)
_BEGINS = {"expired": timedelta(hours=30), "sleep": timedelta(hours=26), "stop": timedelta(hours=1)}


@dataclass
class Scene:
    """One process of a case.

    Attributes:
        folder: Where the case's ledger is.
        url: Of the service.
        true: The time that clocks should show.
        skew: By how much this worker's clock is wrong.
        at_the_end: What happens when the first run is through.
    """

    case: Case
    folder: Path
    url: str
    careless: bool = False
    true: datetime = DUE + timedelta(minutes=1)
    skew: timedelta = timedelta()
    points: Points = field(default_factory=Points)
    at_the_end: Callable[[], None] = lambda: None

    @property
    def path(self) -> Path:
        return self.folder / "ledger.db"

    def channel(self, points: Points) -> FakeChannel:
        address = f"{self.url}/{self.case}/{self.case.kind}"
        return FakeChannel(address, self.case.kind, lambda: self.true, points)

    def round(self, ledger: Ledger, points: Points | None = None, skew: timedelta = timedelta()) -> None:
        """One round of a worker."""
        channel = self.channel(points or Points())
        courier = Courier(ledger, lambda _: channel, lambda: self.true + skew)
        for _ in (naive.run if self.careless else dispatching.run)(courier):
            pass

    def others(self, *minutes: int, skew: timedelta = timedelta()) -> None:
        """Another worker's rounds, so many minutes from now; afterwards it is now again."""
        now, ledger = self.true, open_ledger(self.path)
        for later in minutes:
            self.true = now + timedelta(minutes=later)
            self.round(ledger, skew=skew)
        self.true = now


def first(scene: Scene) -> None:
    """The first run, in which something goes wrong."""
    case, points = scene.case, scene.points
    if case.fault == "night":
        return _night(scene)
    if case.fault in AT_CALLS:
        points.faults = {case.number: case.fault}
    elif case.fault == "full":
        points.full = lambda commit: commit == case.number
    elif case.fault == "full-on":
        points.full = lambda commit: commit >= case.number
    elif case.fault != "none":
        points.at = {case.number: lambda: _ACTS[case.fault](scene)}
    if case.fault == "behind":
        scene.true, scene.skew = DUE - timedelta(minutes=30), timedelta(hours=1)
    watch(points)
    try:
        scene.round(open_ledger(scene.path), points, scene.skew)
    except LedgerError:
        if not case.fault.startswith("full"):
            raise
    return scene.at_the_end()


def recover(scene: Scene, *, hurt: bool) -> None:
    """Rounds until nothing goes on by itself; `hurt` where this goes wrong too."""
    case, points = scene.case, scene.points
    if hurt and case.again == "kill":
        points.at = {case.again_number: lambda: kill(scene)}
    elif hurt:
        points.faults = {case.again_number: case.again}
    watch(points)
    begins = DUE + _BEGINS.get(case.fault, timedelta(minutes=10)) + timedelta(minutes=0 if hurt else 40)
    ledger = open_ledger(scene.path)
    for number, minutes in enumerate(_ROUNDS):
        scene.true = begins + timedelta(minutes=minutes)
        if number >= 2:
            _release(ledger)
        scene.round(ledger, points)
        with ledger.reading() as connection:
            held_back = brake.is_on(connection)
        if not held_back and {row["state"] for row in worlds.rows(scene.path)} <= worlds.SETTLED_STATES:
            return


def kill(scene: Scene) -> None:
    """Die here, without a word to anybody."""
    note(scene)
    if scene.case.fresh:
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(KILLED)


def note(scene: Scene) -> None:
    """Keep what was reached, for whoever chooses the next cases."""
    (scene.folder / "trail").write_text(json.dumps(scene.points.trail))


def _release(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        held = brake.state(connection)
        if held and not held.reconcile:
            brake.release(connection)


def _stop(scene: Scene) -> None:
    scene.others(10, 20, 30, 50)
    scene.true += timedelta(minutes=51)


def _sleep(scene: Scene) -> None:
    scene.others(10, 20, 30, 50)
    scene.true += timedelta(hours=25)


def _cross(scene: Scene) -> None:
    """Another worker comes so far; it goes on when the first is through."""
    points, failed = Pausing(pause_at=scene.case.second), []

    def other() -> None:
        become(points)
        try:
            scene.round(open_ledger(scene.path), points, skew=timedelta(hours=1))
        except BaseException as error:
            failed.append(error)
        points.waiting.set()

    thread = threading.Thread(target=other)
    thread.start()
    points.waiting.wait()

    def let_go() -> None:
        points.go_on.set()
        thread.join()
        if failed:
            raise failed[0]

    scene.at_the_end = let_go


def _edit(scene: Scene, *, later: timedelta | None = None, approve: bool = False) -> None:
    """A person changes the draft, if the ledger lets them."""
    try:
        with open_ledger(scene.path).writing() as connection:
            draft = drafts.get(connection, 1)
            new = worlds.content(worlds.SECOND, worlds.parts_of(scene.case.kind))
            place = worlds.place_of(scene.case.kind, DUE + later, "2026-W14") if later else None
            planning.change(connection, draft, new, scene.true, place=place)
            _write_down(scene, connection, "approved the change" if approve else "changed")
            if approve:
                approvals.approve(connection, drafts.get(connection, 1), "Berit", scene.true)
    except LedgerError:
        return


def _tamper(scene: Scene) -> None:
    with open_ledger(scene.path).writing() as connection:
        connection.execute(text("UPDATE files SET content = CAST('tampered' AS BLOB)"))
        _write_down(scene, connection, "tampered")


def _cancel(scene: Scene) -> None:
    """A person takes it back, at the service first where that has it in its schedule."""
    ledger, channel = open_ledger(scene.path), scene.channel(Points())
    with ledger.reading() as connection:
        queued = [held for held in deliveries.of_draft(connection, 1) if held.state == State.ACCEPTED]
    for held in queued:
        channel.withdraw(Staged(held.reference, held.remote_id or "", ""))
    try:
        with ledger.writing() as connection:
            planning.set_aside(connection, drafts.get(connection, 1), scene.true, tell_later=True)
            _write_down(scene, connection, "cancelled")
    except LedgerError:
        return


def _brake(scene: Scene) -> None:
    with open_ledger(scene.path).writing() as connection:
        brake.pull(connection, "Stop.")


def _copy(scene: Scene) -> None:
    with (
        closing(sqlite3.connect(scene.path)) as source,
        closing(sqlite3.connect(scene.folder / "backup.db")) as target,
    ):
        source.backup(target)


def put_back(folder: Path) -> None:
    """The backup in place of the ledger; the mark beside it stays."""
    for name in ("ledger.db", "ledger.db-wal", "ledger.db-shm"):
        (folder / name).unlink(missing_ok=True)
    shutil.copy(folder / "backup.db", folder / "ledger.db")


def _write_down(scene: Scene, connection: object, what: str) -> None:
    values = {"at": scene.true, "who": "Berit", "what": what, "subject": "1", "details": ""}
    connection.execute(insert(audit).values(**values))  # type: ignore[attr-defined]


def _night(scene: Scene) -> None:
    """Two machines plan and deliver through a night in which the clocks change; the slot is at half past two."""
    midnight = _NIGHTS[scene.case.number]
    ledgers = [open_ledger(scene.path), open_ledger(scene.path)]
    for half_hours in range(-20, 20):
        scene.true = midnight + timedelta(minutes=30 * half_hours)
        for ledger in ledgers:
            slot = _slot(scene)
            if abs(slot.at - midnight) < timedelta(hours=6):
                place = worlds.place_of(scene.case.kind, slot.at, slot.label)
                worlds.plan_and_approve(ledger, scene.case.kind, place)
            scene.round(ledger)


def _slot(scene: Scene) -> slots.Slot:
    at = time(2, 30)
    if scene.case.kind in worlds.MAILS:
        return slots.edition("sunday", at, _ZONE, scene.true, timedelta(hours=6))
    return next(slots.coming(["sunday"], at, _ZONE, (), scene.true))


_ACTS: dict[str, Callable[[Scene], None]] = {
    "kill": kill,
    "expired": kill,
    "stop": _stop,
    "sleep": _sleep,
    "twice": lambda scene: scene.others(0),
    "ahead": lambda scene: scene.others(0, 1, skew=timedelta(hours=1)),
    "behind": lambda scene: scene.others(0),
    "edit": _edit,
    "rewrite": lambda scene: _edit(scene, approve=True),
    "move": lambda scene: _edit(scene, later=timedelta(hours=1), approve=True),
    "tamper": _tamper,
    "cancel": _cancel,
    "brake": _brake,
    "cross": _cross,
    "restored": _copy,
}
