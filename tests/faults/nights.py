"""Two machines plan and deliver through a night in which the clocks change; the slot is at half past two."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from pipeline import slots
from pipeline.ledger.store import open_ledger
from tests.faults import people, worlds
from tests.faults.cases import MAILS
from tests.faults.scene import Scene

_ZONE = "Europe/Amsterdam"
_MIDNIGHTS = {1: datetime(2026, 3, 29, tzinfo=UTC), 2: datetime(2026, 10, 25, tzinfo=UTC)}
_STEP = timedelta(minutes=30)
_BEFORE, _AFTER = timedelta(hours=3), timedelta(hours=6)


def through(scene: Scene, since: datetime | None = None) -> None:
    """The night, from its beginning or where a worker died."""
    midnight = _MIDNIGHTS[scene.case.number]
    scene.true = midnight - _BEFORE if since is None else since + _STEP
    ledgers = [open_ledger(scene.path), open_ledger(scene.path)]
    while scene.true < midnight + _AFTER:
        for ledger in ledgers:
            _plan(scene, midnight)
            scene.round(ledger, scene.points)
        scene.true += _STEP


def end(night: int) -> datetime:
    return _MIDNIGHTS[night] + _AFTER + _STEP


def _plan(scene: Scene, midnight: datetime) -> None:
    """A draft for the slot that counts now, of an article that nobody told of: only the slot's label stops a second."""
    slot = _slot(scene)
    held = worlds.rows(scene.path)
    taken_back = any((row["slot"], row["state"]) == (slot.label, "cancelled") for row in held)  # it stays empty
    if abs(slot.at - midnight) < timedelta(hours=6) and not taken_back:
        made, article = scene.desk(), f"news of {scene.true.isoformat()}, {len(held)}"
        worlds.plan(made, scene.case.kind, worlds.place_of(made, scene.case.kind, slot.label, slot.at), article)
        with scene.points.pause():  # nobody dies between a person's yes and our noting it
            people.approve_what_waits(scene)


def _slot(scene: Scene) -> slots.Slot:
    at = time(2, 30)
    if scene.case.kind in MAILS:
        return slots.edition("sunday", at, _ZONE, scene.true, timedelta(hours=6))
    return next(slots.coming(["sunday"], at, _ZONE, (), scene.true))
