"""What a person decides about drafts: yes, no, not now, stop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from pipeline.errors import ChannelError, ConfigError, LedgerError, Rejected
from pipeline.jobs import composing, resembling, timing
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.ledger import approvals, audit, brake, deliveries, drafts, planning, store, work
from pipeline.ledger.deliveries import Delivery
from pipeline.ledger.drafts import Draft
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger
from pipeline.model import Finding, Receipt
from pipeline.preflight.rules import SECOND_YES


def approve(desk: Desk, number: int, who: str, *, version: int | None = None, claims_read: bool = False) -> Event:
    """A person's yes to a draft as it is now.

    Args:
        desk: What to work with.
        number: Which draft.
        who: The person.
        version: What the person looked at; None approves the newest.
        claims_read: A second yes, to warnings that want one.

    Raises:
        LedgerError: something holds it, a second yes is missing, it changed since, or it is not waiting for a yes.
    """
    with desk.ledger.writing() as connection:
        draft = drafts.get(connection, number)
        if version is not None and draft.version != version:
            raise LedgerError(f"Draft {number} has version {draft.version} by now. Look at it again: show {number}.")
        if version is None and (what := _unseen(connection, draft, desk.now())):
            raise LedgerError(
                f"Draft {number} was {what} by Lichtpunt just now. Look at it: show {number}. "
                f"Then approve {number} --version {draft.version}"
            )
        found = [*composing.findings(draft.findings), *timing.of(draft, desk)]
        held = [one for one in found if one.severity == "error"]
        if held:
            more = f" And {len(held) - 1} more: show {number}." if len(held) > 1 else ""
            raise LedgerError(f"Draft {number} is held: {held[0].message} {held[0].remedy}{more}")
        if claims := to_be_read(found):
            _say_read(connection, desk, draft, who, claims, claims_read=claims_read)
        approvals.approve(connection, draft, who, desk.now())
        audit.write(connection, who, "approved", f"draft {number}", desk.now(), f"version {draft.version}")
    said = f"approved, version {draft.version}: {draft.place.name} by {draft.place.channel}, “{draft.title}”"
    return Event(f"draft {number}", said)


def to_be_read(found: Sequence[Finding]) -> list[Finding]:
    """The warnings that want a second yes."""
    return [one for one in found if one.severity == "warning" and one.rule in SECOND_YES]


def _say_read(
    connection: Connection, desk: Desk, draft: Draft, who: str, claims: Sequence[Finding], *, claims_read: bool
) -> None:
    """Write a second yes to the audit trail.

    Raises:
        LedgerError: there is none.
    """
    if not claims_read:
        more = f" And {len(claims) - 1} more." if len(claims) > 1 else ""
        raise LedgerError(
            f"Draft {draft.id} wants a second yes: {claims[0].message}{more} "
            f"Read it again: show {draft.id}. Then approve {draft.id} --version {draft.version} --claims-read"
        )
    rules = ", ".join(f"{rule} ({count})" for rule, count in Counter(one.rule for one in claims).items())
    audit.write(
        connection, who, "read the claims", f"draft {draft.id}", desk.now(), f"version {draft.version}: {rules}"
    )


_JUST_NOW = timedelta(minutes=10)


def _unseen(connection: Connection, draft: Draft, now: datetime) -> str | None:
    """What the machine did to a draft so lately that whoever says yes may not have seen it."""
    last = audit.last_change(connection, draft.id)
    mine = last is not None and last.who == audit.MACHINE and draft.version > 1
    return last.what if last and mine and now - last.at < _JUST_NOW else None


def approve_by_itself(desk: Desk, number: int, approval: str) -> Iterator[Event]:
    """Where config.yaml says so, nothing was found wrong, and nobody's health is at stake; never a second time."""
    if approval != "automatic":
        return
    with desk.ledger.reading() as connection:
        draft = drafts.get(connection, number)
        renewed = deliveries.was_renewed(connection, number)
        unsure = _may_repeat(connection, desk.now())
        besides = [*timing.of(draft, desk), *resembling.earlier(connection, draft)]
        found = [*composing.findings(draft.findings), *besides]
    wrong = [one.message for one in found if one.severity != "note"]
    if desk.config.care.topic == "health":
        wrong = ["With topic: health nothing is approved automatically."]
    if renewed:
        wrong = ["A person said to send it again."]
    if unsure:
        wrong = ["The ledger was restored lately, so this may have gone out before."]
    if wrong:
        yield Event(f"draft {number}", f"needs approval: {wrong[0]}", needs_person=True)
    elif draft.place.slot:
        yield approve(desk, number, "config.yaml, approval: automatic", version=draft.version)


AFTER_RESTORE = timedelta(days=7)


def _may_repeat(connection: Connection, now: datetime) -> bool:
    """Whether what is drafted now may be what a ledger that was lost had sent already."""
    restored, held = brake.restored(connection), brake.state(connection)
    return (held is not None and held.reconcile) or (restored is not None and now - restored < AFTER_RESTORE)


def discard(desk: Desk, number: int, who: str) -> Event:
    """Never: it does not go out, and its articles and key points are not drafted again by themselves."""
    return _set_aside(desk, number, who, "discarded", tell_later=False)


def cancel(desk: Desk, number: int, who: str) -> Event:
    """Not now: it does not go out, and its articles and key points wait for another slot."""
    return _set_aside(desk, number, who, "cancelled", tell_later=True)


def _set_aside(desk: Desk, number: int, who: str, what: str, *, tell_later: bool) -> Event:
    with desk.ledger.reading() as connection:
        queued = [one for one in deliveries.of_draft(connection, number) if one.state == State.ACCEPTED]
    for held in queued:  # the service would send it by itself: it must let go first
        _withdraw(desk, held)
    with desk.ledger.writing() as connection:
        draft = drafts.get(connection, number)
        before = planning.set_aside(connection, draft, desk.now(), tell_later=tell_later)
        audit.write(connection, who, what, f"draft {number}", desk.now())
        waits = _wait(desk, connection, draft) if tell_later else ""
    left = [_left_there(desk, held) for held in before if held.remote_id and held.state != State.ACCEPTED]
    said = " ".join([f"{what}: {draft.place.name}, “{draft.title}”.{waits}", *filter(None, left)])
    return Event(f"draft {number}", said, needs_person=any(left))


def _wait(desk: Desk, connection: Connection, draft: Draft) -> str:
    """Keep what is not told now for another time, with a person's words; where it waits."""
    if draft.kind == "email":
        return " Its articles wait for the next edition." if draft.articles else ""
    place = replace(draft.place, slot=None, due=None)
    content = drafts.content(connection, draft)
    again = planning.plan(connection, place, content, desk.now(), key_point=draft.key_point, edits=draft.edits)
    return f" As draft {again} it waits for another time." if again else ""


def _withdraw(desk: Desk, held: Delivery) -> None:
    if held.staged:
        desk.channels.named(held.channel).withdraw(held.staged)


def _left_there(desk: Desk, held: Delivery) -> str:
    """Take the draft at the service away; where that fails, what a person should know."""
    try:
        _withdraw(desk, held)
    except (ChannelError, ConfigError) as error:
        return f"A draft is left at {held.place or held.channel}: {error}"
    return ""


def stop_everything(ledger: Ledger, now: datetime, who: str) -> Event:
    """Hold all deliveries until a person releases them. It asks no config.yaml, which may be broken just then."""
    with ledger.writing() as connection:
        brake.pull(connection, f"{who} stopped everything at {now:%Y-%m-%d %H:%M} UTC")
        store.count(connection)  # a copy without the brake must not be taken for this ledger
        audit.write(connection, who, "stopped everything", "all deliveries", now)
    return Event("all deliveries", "held. Release them with stop-everything --release.")


def release(desk: Desk, who: str) -> Event:
    """Let deliveries go on.

    Raises:
        LedgerError: the ledger was restored, and what may have gone out was not looked up yet.
    """
    with desk.ledger.writing() as connection:
        held = brake.state(connection)
        if held and held.reconcile:
            raise LedgerError(f"{held.reason}. Run deliver --once first: it looks up what went out, and sends nothing.")
        brake.release(connection)
        audit.write(connection, who, "released", "all deliveries", desk.now())
    return Event("all deliveries", "go on" if held else "were not held")


def went_out(desk: Desk, number: int, part: int | None, who: str) -> list[Event]:
    """A person looked: it is with the readers."""
    return [_went_out(desk, held, who) for held in _in_doubt(desk, number, part)]


def _went_out(desk: Desk, held: Delivery, who: str) -> Event:
    with desk.ledger.writing() as connection:
        receipt = Receipt(held.remote_id or f"said {who}", held.place or f"as {who} says")
        work.confirm(connection, held.id, receipt, desk.now())
        audit.write(connection, who, "said it went out", f"draft {held.draft}", desk.now(), held.reference)
    return Event(held.reference, f"confirmed, as {who} says")


def send_again(desk: Desk, number: int, part: int | None, who: str) -> list[Event]:
    """A person looked: it did not go out. It is planned anew, under a new name there, and needs a new approval."""
    said = []
    for held in _in_doubt(desk, number, part):
        left = _old_draft_gone(desk, held)
        with desk.ledger.writing() as connection:
            planning.renew(connection, held, desk.now())
            audit.write(connection, who, "said to send it again", f"draft {held.draft}", desk.now(), held.reference)
        message = " ".join(filter(None, ["planned again.", left, f"Approve it: approve {held.draft}"]))
        said.append(Event(held.reference, message, needs_person=bool(left)))
    return said


def _old_draft_gone(desk: Desk, held: Delivery) -> str:
    """Take the first try's draft away, so that nobody who wakes up late can publish it; what is left, in words.

    Raises:
        LedgerError: the service says that it went out.
    """
    try:
        _withdraw(desk, held)
    except Rejected as error:
        raise LedgerError(f"{held.reference}: {error} If that is so: resolve {held.draft} --went-out") from error
    except (ChannelError, ConfigError) as error:
        return f"The draft of before is left at {held.place or held.channel}: {error}"
    return ""


_UNSETTLED = frozenset({State.UNKNOWN, State.NEEDS_HUMAN, State.FAILED, State.MISSED})


def _in_doubt(desk: Desk, number: int, part: int | None) -> Sequence[Delivery]:
    with desk.ledger.reading() as connection:
        draft: Draft = drafts.get(connection, number)
        held = [one for one in deliveries.of_draft(connection, number) if part in (None, one.part)]
    doubtful = [one for one in held if one.state in _UNSETTLED]
    if not doubtful:
        states = ", ".join(dict.fromkeys(one.state for one in held)) or "without such a part"
        raise LedgerError(f"Draft {number} ({draft.place.name}) is {states}: there is nothing to settle.")
    return doubtful
