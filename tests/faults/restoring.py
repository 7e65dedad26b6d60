"""A copy of the ledger, and what is put back from it: what happened in between, the ledger does not know."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from tests.faults import people, worlds
from tests.faults.cases import MAILS
from tests.faults.scene import Scene
from tests.faults.worlds import DUE


def copy(scene: Scene) -> None:
    with closing(sqlite3.connect(scene.path)) as source, closing(sqlite3.connect(_backup(scene.folder))) as target:
        source.backup(target)
    shutil.copy(_mark(scene.folder / "ledger.db"), _mark(_backup(scene.folder)))


def put_back(folder: Path, *, mark: bool) -> bool:
    """The copy in place of the ledger, if there is one; `mark` where the mark beside it is put back too."""
    if not _backup(folder).exists():
        return False
    for name in ("ledger.db", "ledger.db-wal", "ledger.db-shm"):
        (folder / name).unlink(missing_ok=True)
    shutil.copy(_backup(folder), folder / "ledger.db")
    if mark:
        shutil.copy(_mark(_backup(folder)), _mark(folder / "ledger.db"))
    return True


def _backup(folder: Path) -> Path:
    return folder / "backup.db"


def _mark(path: Path) -> Path:
    return path.with_name(f"{path.name}.mark")


def _then(act: Callable[[Scene], None]) -> Callable[[Scene], None]:
    def both(scene: Scene) -> None:
        copy(scene)
        act(scene)

    return both


def live(scene: Scene) -> None:
    """Into the open ledger. The worker runs on, and does two more rounds when it is through."""
    copy(scene)
    scene.points.at = {**scene.points.at, scene.case.second: lambda: _put_back_live(scene)}


def _put_back_live(scene: Scene) -> None:
    with closing(sqlite3.connect(_backup(scene.folder))) as source, closing(sqlite3.connect(scene.path)) as target:
        source.backup(target)
    _backup(scene.folder).unlink()
    scene.voice.say("put back while it was open")

    def go_on() -> None:
        for _ in range(2):
            scene.true += timedelta(minutes=6)
            scene.work()

    scene.at_the_end = go_on


def refused_and_sent_again(scene: Scene) -> None:
    """At the end of a run in which it was refused: a copy, and somebody sends it again, which goes well."""
    copy(scene)
    people.send_again(scene)
    scene.others(0, 1)


def one_more(scene: Scene) -> None:
    """A copy, and a further draft goes out."""
    copy(scene)
    further_draft(scene)
    scene.others(0, 1)


def further_draft(scene: Scene) -> None:
    label, due = ("2026-W14", DUE) if scene.case.kind in MAILS else ("2026-03-26 09:01 UTC", DUE + timedelta(minutes=1))
    made = scene.desk()
    worlds.plan(made, scene.case.kind, worlds.place_of(made, scene.case.kind, label, due), "Soup")
    people.approve_what_waits(scene)


ACTS: dict[str, Callable[[Scene], None]] = {
    "restored": copy,
    "restored-cancel": _then(people.cancel),
    "restored-edit": _then(people.rewrite),
    "restored-mark": copy,
    "restored-live": live,
}
AT_THE_END: dict[str, Callable[[Scene], None]] = {
    "restored-again": refused_and_sent_again,
    "restored-new": one_more,
}
