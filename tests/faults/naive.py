"""A deliverer as one writes it first: it claims, calls and commits, and tries again on doubt. The matrix must fail it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.errors import ChannelError, LedgerError
from pipeline.jobs.delivering import Courier, Event
from pipeline.ledger import deliveries, work
from pipeline.ledger.work import Work


def run(courier: Courier) -> Iterator[Event]:
    """One round."""
    now = courier.now()
    with courier.ledger.reading() as connection:
        ready = [held.id for held in deliveries.abandoned(connection, now)] + deliveries.due(connection, now)
    for number in ready:
        try:
            yield _deliver(courier, number)
        except LedgerError as error:
            yield Event(str(number), str(error))


def _deliver(courier: Courier, number: int) -> Event:
    with courier.ledger.writing() as connection:
        claimed = work.claim(connection, number, courier.now())
    if not isinstance(claimed, Work):
        return Event(str(number), claimed)
    held, channel = claimed.delivery, courier.open_channel(claimed.delivery.channel)
    try:
        staged = channel.stage(claimed.request, held.reference)
        receipt = channel.publish(claimed.request, staged, f"{held.id}-{held.fence}", courier.now(), claimed.after)
    except ChannelError as error:
        with courier.ledger.writing() as connection:
            work.put_back(connection, claimed, courier.now(), courier.now(), str(error))
        return Event(held.reference, str(error))
    with courier.ledger.writing() as connection:
        work.confirm(connection, number, receipt, courier.now())
    return Event(held.reference, "out")
