"""One round of deliveries: give up what is too late, settle what is in doubt, deliver what is due.

Several workers may do this at once, and each may be killed at any moment: the ledger decides who does what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from pipeline.errors import LichtpuntError, NotSent
from pipeline.jobs import delivering, recovering
from pipeline.jobs.delivering import Courier, Event, channel_of, confirm, described, tell
from pipeline.ledger import brake, deliveries, sweep, work
from pipeline.ledger.deliveries import Delivery
from pipeline.ledger.states import State
from pipeline.model import Receipt

T = TypeVar("T")


def run(courier: Courier) -> Iterator[Event]:
    """Everything that can be done now. One thing that fails does not stop the others."""
    now = courier.now()
    with courier.ledger.writing() as connection:
        held_back = brake.state(connection)
        unsure = held_back is not None and held_back.reconcile  # what seems to be late may have gone out
        given_up = [] if unsure else sweep.miss_late(connection, now, courier.late)
        late = [deliveries.get(connection, held.id) for held in given_up]
        abandoned = deliveries.abandoned(connection, now)
        doubtful = deliveries.doubtful(connection, now)
    yield from map(described, late)
    for held in (*doubtful, *(one for one in abandoned if one.state == State.PUBLISHING)):
        yield from _one(held.reference, recovering.recover, courier, held)
    if held_back:
        if held_back.reconcile:
            yield from _reconcile(courier)
        yield Event("all deliveries", f"held: {held_back.reason}. Release them with stop-everything --release.", True)
        return
    with courier.ledger.reading() as connection:
        ready = [one.id for one in abandoned if one.state != State.PUBLISHING] + deliveries.due(connection, now)
    for number in ready:
        yield from _one(f"delivery {number}", delivering.deliver, courier, number)


def _one(reference: str, act: Callable[[Courier, T], Event | None], courier: Courier, what: T) -> Iterator[Event]:
    try:
        event = act(courier, what)
    except LichtpuntError as error:
        event = Event(reference, str(error), needs_person=True)
    except Exception as error:  # the others go on; this one is taken up again when its lease is over
        event = Event(reference, f"It broke off with {type(error).__name__}: {error}", needs_person=True)
    if event:
        yield event


def _reconcile(courier: Courier) -> Iterator[Event]:
    """After a restore: what should have gone out by now may have, after the backup was made. Look; publish nothing."""
    now = courier.now()
    with courier.ledger.reading() as connection:
        past = deliveries.overdue(connection, now)
    settled = True
    for held in past:
        if held.lease_until and held.lease_until > now:
            settled = False  # as far as the ledger knows a worker has it; that ends within minutes
            continue
        try:
            found = channel_of(courier, held).find(held.reference)
        except NotSent as error:
            settled = False
            yield Event(held.reference, f"cannot be looked up: {error}", needs_person=True)
            continue
        except LichtpuntError:
            found = None  # nobody can look it up but a person
        yield confirm(courier, held.id, found) if isinstance(found, Receipt) else _doubt(courier, held)
    if settled:
        with courier.ledger.writing() as connection:
            brake.reconciled(connection)


def _doubt(courier: Courier, held: Delivery) -> Event:
    with courier.ledger.writing() as connection:
        work.ask(connection, held, courier.now(), "The ledger was restored, and it may have gone out before that.")
    return tell(courier, held.id)
