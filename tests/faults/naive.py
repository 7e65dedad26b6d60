"""Deliverers as one writes them first. Each lacks one thing that ours has; the matrix must fail each by duplicates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pipeline.errors import ChannelError, LichtpuntError, NotSent
from pipeline.jobs import recovering
from pipeline.jobs.delivering import Courier, Event, confirm, put_back
from pipeline.ledger import brake, deliveries, work
from pipeline.ledger.states import State
from pipeline.ledger.work import Work
from pipeline.model import Channel, Receipt, Staged

Deliver = Callable[[Courier, Channel, Work], None]


def _round(deliver: Deliver, *, resend: bool = False) -> Callable[[Courier], Iterator[Event]]:
    """One round of a deliverer."""

    def run(courier: Courier) -> Iterator[Event]:
        now = courier.now()
        with courier.ledger.reading() as connection:
            if brake.is_on(connection):
                return
            begun, doubtful = deliveries.abandoned(connection, now), deliveries.doubtful(connection, now)
            ready = [held.id for held in begun if held.state != State.PUBLISHING] + deliveries.due(connection, now)
        for held in (*doubtful, *(one for one in begun if one.state == State.PUBLISHING)):
            yield from _settle(courier, held, resend=resend)
        for number in ready:
            try:
                with courier.ledger.writing() as connection:
                    claimed = work.claim(connection, number, now)
                if isinstance(claimed, Work):
                    deliver(courier, courier.open_channel(claimed.delivery.channel), claimed)
                    yield Event(claimed.delivery.reference, "tried")
            except LichtpuntError as error:
                yield Event(str(number), str(error))

    return run


def _settle(courier: Courier, held: deliveries.Delivery, *, resend: bool) -> Iterator[Event]:
    """As ours; or looked for by our reference, and sent again where it is not found."""
    if not resend:
        try:
            event = recovering.recover(courier, held)
        except LichtpuntError as error:
            event = Event(held.reference, str(error))
        yield from [event] if event else []
        return
    try:
        found = courier.open_channel(held.channel).find(held.reference)
    except ChannelError:
        return
    if isinstance(found, Receipt):
        yield confirm(courier, held.id, found)
        return
    with courier.ledger.writing() as connection:
        work.lose(connection, held, courier.now(), "It was stopped.")
        again = work.repeat(connection, held.id, courier.now())
    if isinstance(again, Work) and held.remote_id is not None:
        _call(courier, courier.open_channel(held.channel), again, Staged(held.reference, held.remote_id, ""))


def _staged(courier: Courier, channel: Channel, claimed: Work) -> Staged:
    staged = claimed.delivery.staged or channel.stage(claimed.request, claimed.delivery.reference)
    with courier.ledger.writing() as connection:
        work.save_staged(connection, claimed, staged, courier.now())
    return staged


def _call(courier: Courier, channel: Channel, claimed: Work, staged: Staged) -> None:
    held = claimed.delivery
    assert held.due is not None
    try:
        receipt = channel.publish(claimed.request, staged, claimed.key, held.due, claimed.after)
    except ChannelError as error:
        with courier.ledger.writing() as connection:
            work.lose(connection, held, courier.now(), str(error))
        return
    confirm(courier, held.id, receipt)


def _without_second_look(courier: Courier, channel: Channel, claimed: Work) -> None:
    """It writes down that it publishes, and calls, however long it was stopped in between."""
    staged = _staged(courier, channel, claimed)
    with courier.ledger.writing() as connection:
        begun = work.intend(connection, claimed, courier.now())
    if begun:
        _call(courier, channel, claimed, staged)


def _without_write_ahead(courier: Courier, channel: Channel, claimed: Work) -> None:
    """It calls, and writes down what came of it."""
    staged = _staged(courier, channel, claimed)
    held = claimed.delivery
    assert held.due is not None
    try:
        receipt = channel.publish(claimed.request, staged, claimed.key, held.due, claimed.after)
    except ChannelError as error:
        put_back(courier, claimed, NotSent(str(error)))
        return
    confirm(courier, held.id, receipt)


VARIANTS: Mapping[str, Callable[[Courier], Iterator[Event]]] = {
    "no-second-look": _round(_without_second_look),
    "resend": _round(_without_second_look, resend=True),
    "no-write-ahead": _round(_without_write_ahead),
}
