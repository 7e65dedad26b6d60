"""What people do meanwhile, by the real jobs, as far as these allow it; each is told to the record."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from sqlalchemy import text

from pipeline.errors import ChannelError, LedgerError, UsageError
from pipeline.jobs import deciding, editing, scheduling
from pipeline.ledger import drafts
from pipeline.ledger.states import State
from pipeline.ledger.store import open_ledger
from tests.faults import worlds
from tests.faults.cases import MAILS
from tests.faults.record import slot_of
from tests.faults.scene import Scene
from tests.faults.worlds import SECOND

WHO = "Berit"
IN_DOUBT = {State.UNKNOWN, State.NEEDS_HUMAN, State.FAILED, State.MISSED}
_NO = (LedgerError, UsageError, ChannelError)  # the jobs' ways to say that it cannot be done any more


def edit(scene: Scene) -> None:
    _edit(scene, lambda: _words(scene))


def rewrite(scene: Scene) -> None:
    if _edit(scene, lambda: _words(scene)):
        _approve_the_change(scene)


def move(scene: Scene) -> None:
    """To an hour later."""
    if _edit(scene, lambda: scheduling.move(scene.desk(), 1, WHO, "2026-03-26 10:00")):
        _approve_the_change(scene)


def _words(scene: Scene) -> object:
    if scene.case.kind in MAILS:
        return editing.words(scene.desk(), 1, WHO, subject=SECOND)
    return editing.words(scene.desk(), 1, WHO, text=SECOND)


def _edit(scene: Scene, change: Callable[[], object]) -> bool:
    with contextlib.suppress(*_NO):
        change()
        scene.voice.say("edited", draft=1)
        return True
    return False


def _approve_the_change(scene: Scene) -> None:
    """Whoever may change a draft may approve the change."""
    if not approve(scene, 1):
        scene.voice.say("could not approve what was changed")


def approve(scene: Scene, draft: int = 1) -> bool:
    desk = scene.desk()
    with desk.ledger.reading() as connection:
        seen = drafts.get(connection, draft).version
    with contextlib.suppress(*_NO):
        deciding.approve(desk, draft, WHO, version=seen)
        scene.voice.say_approved(desk.ledger, draft)
        return True
    return False


def approve_too(scene: Scene) -> None:
    approve(scene)


def cancel(scene: Scene) -> None:
    _set_aside(scene, deciding.cancel)


def discard(scene: Scene) -> None:
    _set_aside(scene, deciding.discard)


def _set_aside(scene: Scene, how: Callable[..., object]) -> None:
    with contextlib.suppress(*_NO):
        how(scene.desk(), 1, WHO)
        back = [
            row["reference"] for row in worlds.rows(scene.path) if row["draft"] == 1 and row["state"] == "cancelled"
        ]
        scene.voice.say("cancelled", draft=1, references=back)


def stop_everything(scene: Scene) -> None:
    """A call that has begun cannot be held back."""
    try:
        deciding.stop_everything(open_ledger(scene.path), scene.true, WHO)
    except LedgerError:  # it was put back from a copy just now, and is held for that
        return
    begun = [row["reference"] for row in worlds.rows(scene.path) if row["state"] == "publishing"]
    scene.voice.say("stopped", begun=begun, at=scene.true.timestamp())


def release(scene: Scene) -> None:
    with contextlib.suppress(LedgerError):  # it may be that nothing was looked up yet
        if "go on" in deciding.release(scene.desk(), WHO).message:
            scene.voice.say("released")


def hold(scene: Scene) -> None:
    stop_everything(scene)
    release(scene)


def resolve(scene: Scene) -> None:
    """Whoever settles what is in doubt looks at the service, and says how it is."""
    desk, out = scene.desk(), scene.voice.look()
    for row in worlds.rows(scene.path):
        if row["state"] not in IN_DOUBT or row["draft"] is None:
            continue
        with contextlib.suppress(*_NO):
            if slot_of(row["reference"]) in out:
                deciding.went_out(desk, row["draft"], row["part"], WHO)
            else:
                deciding.send_again(desk, row["draft"], row["part"], WHO)
                scene.voice.say("edited", draft=row["draft"])
    approve_what_waits(scene)


def send_again(scene: Scene) -> None:
    """Somebody does not look."""
    desk = scene.desk()
    with contextlib.suppress(*_NO):
        deciding.send_again(desk, 1, None, WHO)
        scene.voice.say("edited", draft=1)
        approve(scene)


def approve_what_waits(scene: Scene) -> None:
    waiting = {row["draft"] for row in worlds.rows(scene.path) if row["state"] == "planned" and row["slot"]}
    for draft in sorted(waiting):
        if scene.case.fault == "tamper":
            _edit(scene, lambda: _words(scene))  # what is damaged is written anew
        approve(scene, draft)


def tamper(scene: Scene) -> None:
    """Nobody's edit: the ledger's own bytes change."""
    with open_ledger(scene.path).writing() as connection:
        connection.execute(text("UPDATE files SET content = CAST('tampered' AS BLOB) WHERE part > 0"))
    scene.voice.say("tampered")


def meddle(scene: Scene) -> None:
    scene.voice.say("meddled")


def meddle_and_die(scene: Scene) -> None:
    meddle(scene)
    scene.kill()


ACTS: dict[str, Callable[[Scene], None]] = {
    "edit": edit,
    "rewrite": rewrite,
    "move": move,
    "approve": approve_too,
    "cancel": cancel,
    "discard": discard,
    "brake": stop_everything,
    "hold": hold,
    "resolve": resolve,
    "tamper": tamper,
    "meddle": meddle,
    "meddle-kill": meddle_and_die,
}
