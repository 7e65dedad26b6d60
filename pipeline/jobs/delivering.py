"""The way of one delivery through its channel, each step written down before the next begins.

Whoever is killed here leaves a state from which `recovering.py` goes on. The one call that readers notice is `publish`:
it is written down before, made once, and never made again unless the service promises that this has no second effect.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pipeline.errors import ChannelError, ConfigError, LedgerError, NotSent, Rejected, Uncertain
from pipeline.ledger import deliveries, work
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger
from pipeline.ledger.work import Late, Refusal, Work
from pipeline.model import Channel, Receipt, Remote, Staged

PATIENCE = timedelta(minutes=5)  # before the second try; doubled each time, up to an hour
_LONGEST = timedelta(hours=1)


@dataclass(frozen=True)
class Event:
    """Something that happened, or wants a person.

    Attributes:
        reference: What it is about: `weekly/2026-W47`.
        needs_person: True where nothing goes on by itself.
    """

    reference: str
    message: str
    needs_person: bool = False


@dataclass(frozen=True)
class Courier:
    """What a worker works with.

    Attributes:
        ledger: Open.
        open_channel: A channel by its name in config.yaml.
        now: The time, aware UTC.
        late: How late something may still go out.
    """

    ledger: Ledger
    open_channel: Callable[[str], Channel]
    now: Callable[[], datetime]
    late: Late = field(default=Late())


def deliver(courier: Courier, number: int) -> Event | None:
    """Make one delivery that is due; None where there was nothing to do."""
    with courier.ledger.writing() as connection:
        claimed = work.claim(connection, number, courier.now(), courier.late)
        held = deliveries.get(connection, number)
    if isinstance(claimed, Refusal):
        return tell(courier, number) if claimed in {Refusal.LATE, Refusal.CHANGED} else None
    try:
        channel = channel_of(courier, held)
        ready = _staged(courier, channel, claimed)
    except ConfigError as error:  # the yes stands: once config.yaml is mended it goes out, if there is still time
        return put_back(courier, claimed, NotSent(str(error)), needs_person=True)
    except NotSent as error:
        return put_back(courier, claimed, error)
    except Rejected as error:
        return _refuse(courier, claimed, error)
    if isinstance(ready, Receipt):
        return confirm(courier, number, ready)
    return _publish(courier, channel, claimed, ready) if ready else None


def channel_of(courier: Courier, held: deliveries.Delivery) -> Channel:
    """The delivery's channel.

    Raises:
        ConfigError: config.yaml has it no more, or it cannot be used.
        Rejected: it leads to others than those for whom this was approved.
    """
    channel = courier.open_channel(held.channel)
    if channel.facts.account != held.account:
        now = channel.facts.account
        raise Rejected(
            f"{held.reference} was approved for {held.account}, and {held.channel} leads to {now} by now."
            f" If that is meant: resolve {held.draft} --send-again, edit {held.draft} --refresh, approve."
        )
    return channel


def _staged(courier: Courier, channel: Channel, claimed: Work) -> Staged | Receipt | None:
    """The draft at the service, looked at; evidence that it went out already; None where another worker has it now."""
    held = claimed.delivery
    there = held.staged or channel.find(held.reference)
    if isinstance(there, Receipt):
        return there
    remote = channel.read(claimed.request, there) if there else Remote("gone")
    if remote.receipt:
        return remote.receipt
    if there is None or remote.state != "draft" or remote.differs:
        there = channel.stage(claimed.request, held.reference)
        remote = channel.read(claimed.request, there)
    with courier.ledger.writing() as connection:
        kept = work.save_staged(connection, claimed, there, courier.now())
        now_held = deliveries.get(connection, held.id)
    if not kept:
        # Another worker may have found the same draft and not have said so yet: then it is not ours to take away.
        if now_held.state == State.CANCELLED or now_held.remote_id not in {None, there.remote_id}:
            channel.withdraw(there)
        return None
    if held.staged and held.staged.remote_id != there.remote_id:
        channel.withdraw(held.staged)  # from before it was edited
    if remote.receipt:
        return remote.receipt
    if remote.state != "draft" or remote.differs:
        wrong = " and ".join(remote.differs) or "state"
        raise Rejected(f"{held.reference}: {held.channel} has another {wrong} than what was approved: {there.place}.")
    return there


def _publish(courier: Courier, channel: Channel, claimed: Work, staged: Staged) -> Event | None:
    try:
        with courier.ledger.writing() as connection:
            begun = work.intend(connection, claimed, courier.now())
            held = deliveries.get(connection, claimed.delivery.id)
    except LedgerError as error:  # what cannot be written down is not begun
        return put_back(courier, claimed, NotSent(str(error)))
    if not begun:
        if held.state == State.CANCELLED:
            channel.withdraw(staged)
        return None
    try:
        receipt = publish(courier, channel, claimed, staged)
    except NotSent as error:
        return put_back(courier, claimed, error)
    except Rejected as error:
        return _refuse(courier, claimed, error)
    except Uncertain as error:
        with courier.ledger.writing() as connection:
            lost = work.lose(connection, claimed.delivery, courier.now(), str(error))
            if lost and channel.facts.guarantee == "none":  # there is nowhere to look
                work.ask(connection, deliveries.get(connection, held.id), courier.now(), str(error))
        return tell(courier, held.id)
    return confirm(courier, held.id, receipt)


def publish(courier: Courier, channel: Channel, claimed: Work, staged: Staged) -> Receipt:
    """The one call that readers notice; the ledger knows of it already.

    A worker may be stopped at any moment and wake when others have long taken the delivery over. So the last thing
    before the call is to look whether it is still ours; what happens after that look only the service can refuse.

    Raises:
        Rejected, NotSent: nothing went out by this call.
        Uncertain: it may have gone out.
    """
    held = claimed.delivery
    assert held.due is not None  # noqa: S101  only what is due is claimed
    try:
        with courier.ledger.reading() as connection:
            ours = work.still_ours(connection, claimed)
    except LedgerError as error:
        raise NotSent(str(error)) from error
    if not ours or not work.in_time(claimed, courier.now()):
        raise NotSent("This worker was stopped for too long before it could send.")
    try:
        return channel.publish(claimed.request, staged, claimed.key, held.due, claimed.after)
    except ChannelError:
        raise
    except Exception as error:  # whatever it is, readers may have it
        raise Uncertain(f"The call broke off with {type(error).__name__}. It may have gone out.") from error


def confirm(courier: Courier, number: int, receipt: Receipt) -> Event:
    """Keep the evidence."""
    with courier.ledger.writing() as connection:
        work.confirm(connection, number, receipt, courier.now())
    return tell(courier, number)


def put_back(courier: Courier, claimed: Work, error: NotSent, *, needs_person: bool = False) -> Event:
    """Nothing went out by this try: again later, as the service says, else with growing patience."""
    now = courier.now()
    with courier.ledger.writing() as connection:
        waits = work.put_back(connection, claimed, now, now + patience(error, claimed.delivery.tries), str(error))
    if not waits:  # somebody else has it by now, and may know more
        return tell(courier, claimed.delivery.id)
    return Event(claimed.delivery.reference, f"not out yet: {error}", needs_person)


def patience(error: ChannelError, tries: int) -> timedelta:
    """How long to wait after so many tries: what the service says, else twice as long each time."""
    said = getattr(error, "retry_after", None)
    if said is not None:
        return timedelta(seconds=said)
    doubled: timedelta = PATIENCE * 2 ** min(max(tries - 1, 0), 10)
    return min(doubled, _LONGEST)


def tell(courier: Courier, number: int) -> Event:
    """How a delivery is now, in a sentence."""
    with courier.ledger.reading() as connection:
        held = deliveries.get(connection, number)
    return described(held)


def described(held: deliveries.Delivery) -> Event:
    """A delivery in a sentence, and whether it wants a person."""
    where = f" {held.receipt_place}" if held.receipt_place else ""
    why = f" {held.error}" if held.error else ""
    said = {
        State.CONFIRMED: f"out, by {held.channel}:{where}",
        State.ACCEPTED: f"taken by {held.channel}; evidence of going out is still due.{where}",
        State.APPROVED: f"waits.{why}",
        State.PUBLISHING: "is being published, or the worker was stopped: then it is looked up.",
        State.PLANNED: f"must be approved again.{why}",
        State.MISSED: f"missed.{why} `resolve` it to send it after all.",
        State.FAILED: f"refused.{why}",
        State.UNKNOWN: f"may have gone out: it is being looked up.{why}",
        State.NEEDS_HUMAN: f"may have gone out. Look there, then `resolve` it.{why}",
    }.get(held.state, f"{held.state}.{why}")
    good = {State.CONFIRMED, State.ACCEPTED, State.APPROVED, State.SKIPPED, State.CANCELLED}
    return Event(held.reference, said, needs_person=held.state not in good)


def _refuse(courier: Courier, claimed: Work, error: Rejected) -> Event:
    with courier.ledger.writing() as connection:
        work.refuse(connection, claimed, courier.now(), str(error))
    return tell(courier, claimed.delivery.id)
