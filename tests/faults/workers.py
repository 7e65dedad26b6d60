"""What happens to a worker at a point, besides its death."""

from __future__ import annotations

import contextlib
import resource
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

from pipeline.ledger.store import open_ledger
from tests.faults.points import Pausing, become
from tests.faults.scene import Scene

_LONG = timedelta(hours=25)  # past every limit and the life of every key


def stop(scene: Scene) -> None:
    scene.others(10, 20, 30, 50)
    scene.true += timedelta(minutes=51)


def sleep(scene: Scene) -> None:
    scene.others(10, 20, 30, 50)
    scene.true += _LONG


def suspended(scene: Scene) -> None:
    """As a virtual machine that is suspended, and has not asked for the time yet."""
    sleep(scene)
    scene.skew -= _LONG


def doze(scene: Scene) -> None:
    scene.true += _LONG


def back(scene: Scene) -> None:
    scene.skew -= scene.largest_skew


def cross(scene: Scene) -> None:
    """Another worker comes so far; it goes on, or dies, when the first is through."""
    points, failed = Pausing(pause_at=scene.case.second), []

    def other() -> None:
        become(points)
        try:
            scene.round(open_ledger(scene.path), points, skew=scene.largest_skew)
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

    scene.at_the_end = let_go if scene.case.fault == "cross" else scene.kill


def full_mark(scene: Scene) -> None:
    """No file can grow until the next point: if a mark is to be written before that, there is no room for it."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)

    def room_again() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    scene.at_the_end = room_again
    scene.points.at = {**scene.points.at, scene.case.number + 1: room_again}
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, most))


def write_beside(scene: Scene) -> None:
    """Another process writes, if nobody holds the ledger."""
    with closing(sqlite3.connect(scene.path, timeout=0)) as connection, contextlib.suppress(sqlite3.OperationalError):
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('beside', ?)", (str(scene.points.changes),))
        connection.commit()


ACTS: dict[str, Callable[[Scene], None]] = {
    "kill": Scene.kill,
    "expired": Scene.kill,
    "edge": Scene.kill,
    "stop": stop,
    "sleep": sleep,
    "suspended": suspended,
    "doze": doze,
    "back": back,
    "twice": lambda scene: scene.others(0),
    "ahead": lambda scene: scene.others(0, 1, skew=scene.largest_skew),
    "behind": lambda scene: scene.others(0),
    "cross": cross,
    "cross-dead": cross,
    "full-mark": full_mark,
}
