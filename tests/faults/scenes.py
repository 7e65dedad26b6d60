"""What a process of a case does: the first run, in which something goes wrong; the recovery; and what a person settles."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from pipeline.errors import LedgerError
from pipeline.ledger import brake
from tests.faults import nights, people, restoring, workers, worlds
from tests.faults.cases import AT_CALLS
from tests.faults.points import watch
from tests.faults.scene import Scene
from tests.faults.world import KEY_LIFE
from tests.faults.worlds import DUE

ACTS: dict[str, Callable[[Scene], None]] = {**workers.ACTS, **people.ACTS, **restoring.ACTS}
SETTLED_STATES = {"confirmed", "missed", "failed", "needs_human", "cancelled"}
# When recovery looks, in minutes after it begins: beyond every lease, patience and limit.
_ROUNDS = (0, 6, 12, 20, 40, 70, 130, 190, 250, 310, 370, 430, 500, 1500, 1600, 1700)
_BEGINS = {
    "expired": timedelta(hours=30),
    "sleep": timedelta(hours=26),
    "suspended": timedelta(hours=26),
    "doze": timedelta(hours=26),
    "stop": timedelta(hours=1),
    "cross-dead": timedelta(hours=2),
}
_SOON = timedelta(minutes=10)  # while what was queued at the service is still there
_AGAIN = timedelta(minutes=15)  # until somebody looks after what went wrong in recovery
_SETTLING = (0, 6, 12, 20, 40, 70, 130)


def first(scene: Scene) -> None:
    """The first run, in which something goes wrong."""
    case = scene.case
    if case.fault == "behind":
        scene.true, scene.skew = DUE - scene.largest_skew / 2, scene.largest_skew
    _hurt(scene)
    watch(scene.points)
    if case.fault == "night":
        return nights.through(scene)
    try:
        for _ in range(2 if case.kind == "thread" else 1):  # a round for each part
            scene.work()
    except LedgerError:
        if not case.fault.startswith("full"):
            raise
    return scene.at_the_end()


def _hurt(scene: Scene) -> None:
    case, points = scene.case, scene.points
    if case.fault in AT_CALLS:
        points.faults = {case.number: case.fault}
    elif case.fault in {"full", "full-change"}:
        setattr(points, "full" if case.fault == "full" else "full_at", lambda number: number == case.number)
    elif case.fault in {"full-on", "full-change-on"}:
        setattr(points, "full" if case.fault == "full-on" else "full_at", lambda number: number >= case.number)
    elif case.fault == "beside":
        points.beside = {case.number: partial(workers.write_beside, scene)}
    elif case.fault == "night":
        points.at = {case.second: scene.kill} if case.second else {}
    elif case.fault in restoring.AT_THE_END:
        points.refused = frozenset({"post", "publish"}) if case.fault == "restored-again" else frozenset()
        scene.at_the_end = partial(restoring.AT_THE_END[case.fault], scene)
    elif case.fault != "none":
        points.at = {case.number: partial(ACTS[case.fault], scene)}


def recover(scene: Scene, *, hurt: bool, died: datetime | None = None) -> None:
    """Rounds until nothing goes on by itself; `hurt` where this goes wrong too."""
    case, points = scene.case, scene.points
    if hurt and case.again in AT_CALLS:
        points.faults = {case.again_number: case.again}
    elif hurt:
        points.at = {case.again_number: partial(ACTS[case.again], scene)}
    if case.fault == "night" and case.second and died:
        nights.through(scene, died)
    watch(points)
    if case.fault == "edge":
        scene.skew = -scene.largest_skew
    if case.fault == "restored-new":
        scene.true = _begins(scene)
        with points.pause():
            restoring.further_draft(scene)
    for number, minutes in enumerate(_ROUNDS):
        scene.true = _begins(scene) + timedelta(minutes=minutes) + (_AGAIN if case.again and not hurt else timedelta())
        with points.pause():  # nobody dies between what a person does and our noting it
            if number >= 2:
                people.release(scene)
            if number == 3 and case.fault == "restored-again":
                people.send_again(scene)
        scene.work()
        if number >= 3 * (case.fault == "restored-again") and _is_settled(scene):
            return


def _begins(scene: Scene) -> datetime:
    case = scene.case
    if case.fault == "edge":
        return DUE + timedelta(seconds=KEY_LIFE[case.kind]) + scene.largest_skew * 0.8
    if case.fault == "night":
        return nights.end(case.number)
    return DUE + _BEGINS.get(case.fault, _SOON)


def settle(scene: Scene) -> None:
    """A person settles what wants one, looking at the service; and everything goes its way."""
    begins = _begins(scene) + timedelta(days=2)
    for day in range(2):
        for number, minutes in enumerate(_SETTLING):
            scene.true = begins + timedelta(days=day, minutes=minutes)
            if number == 0:
                people.release(scene)
                people.resolve(scene)
            scene.work()
            if _is_settled(scene, {"confirmed", "cancelled"}):
                return


def _is_settled(scene: Scene, states: set[str] = SETTLED_STATES) -> bool:
    assert scene.ledger
    with scene.ledger.reading() as connection:
        held_back = brake.is_on(connection)
    waiting = [row for row in worlds.rows(scene.path) if row["slot"]]  # what was cancelled waits for another time
    return not held_back and {row["state"] for row in waiting} <= states
