"""One round of deliveries: give up what is too late, settle what is in doubt, deliver what is due.

Several workers may do this at once, and each may be killed at any moment: the ledger decides who does what.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo
from typing import TypeVar

from pipeline.errors import LichtpuntError, NotSent, unexpected
from pipeline.jobs import delivering, recovering
from pipeline.jobs.delivering import Courier, Event, channel_of, confirm, described, tell
from pipeline.ledger import brake, deliveries, drafts, sweep, work
from pipeline.ledger.deliveries import Delivery
from pipeline.ledger.states import WORKED_ON, State
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
    if unsure:
        yield from _reconcile(courier)
    else:
        for held in (*doubtful, *(one for one in abandoned if one.state == State.PUBLISHING)):
            yield from _one(held.reference, recovering.recover, courier, held)
    if held_back:
        yield Event("all deliveries", f"held: {held_back.reason}. Release them with stop-everything --release.", True)
        return
    ready = [one.id for one in abandoned if one.state != State.PUBLISHING]
    seen: set[int] = set()
    while ready := [*ready, *_due(courier, now, seen)]:  # a part of a thread is due once the part before it is out
        for number in ready:
            yield from _one(f"delivery {number}", delivering.deliver, courier, number)
        seen |= set(ready)
        ready = []


def _due(courier: Courier, now: datetime, seen: set[int]) -> list[int]:
    """What can be begun with at `now` and was not tried in this round."""
    with courier.ledger.reading() as connection:
        return [number for number in deliveries.due(connection, now) if number not in seen]


def once(courier: Courier, zone: tzinfo) -> Iterator[Event]:
    """A round, and then what it could not do: each delivery is told once."""
    told = set()
    for event in run(courier):
        told.add(event.reference)
        yield event
    yield from (event for event in waiting(courier, zone) if event.reference not in told)


def waiting(courier: Courier, zone: tzinfo) -> Iterator[Event]:
    """What could not be done now, though it is due: until when it waits, in `zone`, or for whom."""
    now = courier.now()
    with courier.ledger.reading() as connection:
        held = deliveries.unfinished(connection, now)
    for one in held:
        until = max((moment for moment in (one.not_before, one.lease_until) if moment and moment > now), default=None)
        when = f" Again after {until.astimezone(zone):%H:%M}." if until else ""
        said = described(one)
        yield Event(said.reference, f"{said.message}{when}", said.needs_person and one.state != State.UNKNOWN)


def _one(reference: str, act: Callable[[Courier, T], Event | None], courier: Courier, what: T) -> Iterator[Event]:
    try:
        event = act(courier, what)
    except LichtpuntError as error:
        event = Event(reference, str(error), needs_person=True)
    except Exception as error:  # the others go on; this one is taken up again when its lease is over
        event = Event(reference, f"It broke off ({unexpected(error)}).", needs_person=True)
    if event:
        yield event


def _reconcile(courier: Courier) -> Iterator[Event]:
    """After a restore: what should have gone out by now may have, after the backup was made. Look; publish nothing.

    What is not due yet may have been cancelled, changed or sent since: it needs a new yes.
    """
    now = courier.now()
    with courier.ledger.reading() as connection:
        past = deliveries.overdue(connection, now) + deliveries.under_way(connection)
    settled = True
    for held in past:
        if held.lease_until and held.lease_until > now and held.state in WORKED_ON:
            settled = False  # as far as the ledger knows a worker has it; that ends within minutes
            continue
        try:
            receipt = _evidence(courier, held)
        except NotSent as error:
            settled = False
            yield Event(held.reference, f"cannot be looked up: {error}", needs_person=True)
            continue
        yield confirm(courier, held.id, receipt) if receipt else _doubt(courier, held)
    if settled:
        with courier.ledger.writing() as connection:
            taken = sweep.take_back(connection, now)
            brake.reconciled(connection, now)
        if taken:
            yield Event("all deliveries", f"{taken} that were approved need a new yes: see drafts", needs_person=True)


def _evidence(courier: Courier, held: Delivery) -> Receipt | None:
    """What the service shows of it, by what lies there or by our name.

    Raises:
        NotSent: it could not be asked.
    """
    try:
        channel = channel_of(courier, held)
        found = channel.find(held.reference)
        if isinstance(found, Receipt):
            return found
        with courier.ledger.reading() as connection:
            request = drafts.request(connection, held.draft or 0, held.part)
        return channel.read(request, held.staged).receipt if held.staged else None
    except NotSent:
        raise
    except LichtpuntError:
        return None  # nobody can look it up but a person


def _doubt(courier: Courier, held: Delivery) -> Event:
    message = "The ledger was restored, and it may have gone out before that."
    with courier.ledger.writing() as connection:
        work.lose(connection, held, courier.now(), message)
        work.ask(connection, deliveries.get(connection, held.id), courier.now(), message)
    return tell(courier, held.id)
