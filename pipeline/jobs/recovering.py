"""What was begun and not finished: looked up at the service, and decided by what the service promises.

| guarantee | an unknown outcome |
|-----------|---------------------------------------------------------------------------------------------|
| keyed     | the same call with the same key, within 80% of the key's life; afterwards as findable         |
| staged    | its state is read: sent confirms; a draft is published, which the service does at most once   |
| findable  | looked for by our reference: found confirms, anything else is a person's to decide            |
| none      | a person decides                                                                              |

Nothing is repeated after its time passed: what lies there unsent was missed; what is not to be seen there, a person
decides.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from pipeline.errors import ChannelError, ConfigError, NotSent, Rejected
from pipeline.jobs.delivering import Courier, Event, channel_of, confirm, described, patience, publish, tell
from pipeline.ledger import deliveries, drafts, work
from pipeline.ledger.deliveries import Delivery
from pipeline.ledger.states import State
from pipeline.ledger.work import LEASE, Refusal, Work
from pipeline.model import Channel, Facts, Receipt, Remote, Request, Staged

_KEY_IN_USE = 0.8  # of a key's life: the rest is for clocks that differ
_QUEUED = timedelta(hours=24)  # how long a service may take to send what it accepted, or to answer what became of it


def recover(courier: Courier, held: Delivery) -> Event | None:
    """Settle one delivery whose outcome is not known, or that the service only queued."""
    if held.state == State.PUBLISHING:
        with courier.ledger.writing() as connection:
            lost = work.lose(connection, held, courier.now(), "The worker was stopped while it published.")
            held = deliveries.get(connection, held.id)
        if not lost:
            return None
    try:
        channel = channel_of(courier, held)
        if held.state == State.ACCEPTED:
            return _follow(courier, channel, held)
        return _settle(courier, channel, held)
    except NotSent as error:
        return _later(courier, held, error)
    except (ChannelError, ConfigError) as error:
        return _ask(courier, held, str(error))


def _settle(courier: Courier, channel: Channel, held: Delivery) -> Event | None:
    facts, staged = channel.facts, held.staged
    if facts.guarantee == "none" or staged is None:
        return _ask(courier, held, "The service cannot say whether it went out.")
    remote = channel.read(_request(courier, held), staged)
    if remote.receipt:
        return confirm(courier, held.id, remote.receipt)
    if _may_repeat(facts, held, remote, courier.now()):
        if _too_late(courier, held):
            return _give_up(courier, held, certain=facts.guarantee == "staged")
        return _repeat(courier, channel, held, staged)
    found = channel.find(held.reference)
    if isinstance(found, Receipt):
        return confirm(courier, held.id, found)
    return _ask(courier, held, "It was not found there, which does not prove that it did not go out.")


def _may_repeat(facts: Facts, held: Delivery, remote: Remote, now: datetime) -> bool:
    """Whether the service promises that publishing again has no second effect."""
    if facts.guarantee == "staged":
        return remote.state == "draft" and not remote.differs
    if facts.guarantee != "keyed" or held.published is None:
        return False
    return facts.key_life is None or now - held.published < facts.key_life * _KEY_IN_USE


def _too_late(courier: Courier, held: Delivery) -> bool:
    """Whether its time passed while nobody looked: readers would get it when they expect it no more."""
    with courier.ledger.reading() as connection:
        kind = drafts.get(connection, held.draft or 0).kind
    return held.due is not None and courier.now() - held.due > courier.late.of(kind)


def _give_up(courier: Courier, held: Delivery, *, certain: bool) -> Event:
    """A draft that lies there did not go out; that something cannot be seen there proves less."""
    if not certain:
        return _ask(courier, held, "It is not to be seen there, and its time passed.")
    with courier.ledger.writing() as connection:
        work.miss(connection, held, courier.now(), "It lies there unsent, and its time passed before that was known.")
    return tell(courier, held.id)


def _repeat(courier: Courier, channel: Channel, held: Delivery, staged: Staged) -> Event | None:
    """The same call again. Whatever it says, an earlier one may have had its effect: only evidence ends the doubt."""
    with courier.ledger.writing() as connection:
        again = work.repeat(connection, held.id, courier.now())
    if again is Refusal.CHANGED:
        return _ask(courier, held, "What would be sent again is not what was approved.")
    if isinstance(again, Refusal):
        return None
    try:
        return confirm(courier, held.id, publish(courier, channel, again, staged))
    except ChannelError as error:
        with courier.ledger.writing() as connection:
            work.lose(connection, again.delivery, courier.now(), str(error))
            held = deliveries.get(connection, held.id)
        if not isinstance(error, Rejected):
            return _later(courier, held, error)
        return _refused(courier, channel, again, staged, error)


def _refused(courier: Courier, channel: Channel, again: Work, staged: Staged, error: Rejected) -> Event | None:
    """Services refuse what they sent already: look whether that is why."""
    with courier.ledger.reading() as connection:
        held = deliveries.get(connection, again.delivery.id)
    try:
        receipt = channel.read(again.request, staged).receipt
    except NotSent as unread:
        return _later(courier, held, unread)
    except ChannelError:
        receipt = None
    return confirm(courier, held.id, receipt) if receipt else _ask(courier, held, str(error))


def _follow(courier: Courier, channel: Channel, held: Delivery) -> Event | None:
    """What the service queued: did it go out by now?"""
    there = held.staged or channel.find(held.reference)
    if isinstance(there, Receipt):
        remote = Remote("sent" if there.final else "scheduled", receipt=there)
    else:
        remote = channel.read(_request(courier, held), there) if there else Remote("gone")
    if remote.receipt and remote.receipt.final:
        return confirm(courier, held.id, remote.receipt)
    if remote.state in {"draft", "gone"}:
        return _ask(courier, held, f"{held.channel} had queued it, and has it as {remote.state} now.")
    if held.due and courier.now() - held.due > _QUEUED:
        return _ask(courier, held, f"{held.channel} still has not sent it a day later.")
    with courier.ledger.writing() as connection:
        work.look_later(connection, held, courier.now() + LEASE, "")
    return None


def _later(courier: Courier, held: Delivery, error: ChannelError) -> Event:
    """It could not be looked up now: again later, for a day; what is unknown for longer is a person's."""
    now = courier.now()
    with courier.ledger.writing() as connection:
        held = deliveries.get(connection, held.id)
        if held.due and now - held.due > _QUEUED:
            work.ask(connection, held, now, f"{error} That is so for a day.")
            return described(deliveries.get(connection, held.id))
        if held.state in {State.UNKNOWN, State.ACCEPTED}:
            work.look_later(connection, held, now + patience(error, held.tries), str(error))
    return tell(courier, held.id)


def _ask(courier: Courier, held: Delivery, message: str) -> Event:
    with courier.ledger.writing() as connection:
        work.ask(connection, held, courier.now(), message)
    return tell(courier, held.id)


def _request(courier: Courier, held: Delivery) -> Request:
    assert held.draft is not None  # noqa: S101  only a delivery with a draft is ever published
    with courier.ledger.reading() as connection:
        return drafts.request(connection, held.draft, held.part)
