"""Times that a person chooses: another one for a post, and posts of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from pipeline import slots
from pipeline.compose.plaintext import legible
from pipeline.config.shape import NETWORKS
from pipeline.errors import UsageError
from pipeline.jobs import composing, posting, timing
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.jobs.editing import says_something
from pipeline.ledger import audit, calendar, drafts, planning
from pipeline.ledger.drafts import Draft, Place
from pipeline.model import Network
from pipeline.slots import Slot

_FARTHEST = timedelta(days=2 * 366)


def move(desk: Desk, number: int, who: str, at: str) -> Event:
    """Give a post another time: `2026-12-01 09:00`, in the brand's zone.

    Raises:
        UsageError: that is no time, or has passed.
        LedgerError: another post of the network has it.
    """
    slot = slot_at(desk, at)
    with desk.ledger.writing() as connection:
        draft = drafts.get(connection, number)
        if draft.kind == "email":
            raise UsageError(f"Draft {number} is an edition of {draft.place.series}, whose time config.yaml gives.")
        place = replace(draft.place, slot=slot.label, due=slot.at)
        planning.change(connection, draft, drafts.content(connection, draft), desk.now(), place=place)
        audit.write(connection, who, "moved", f"draft {number}", desk.now(), slot.label)
        order = _order(desk, connection, draft, slot)
        late = "".join(f" {one.message}" for one in timing.of(drafts.get(connection, number), desk))
    return Event(f"draft {number}", f"goes out at {slot.label}. It needs approval.{_quiet(desk, slot)}{order}{late}")


def slot_at(desk: Desk, at: str) -> Slot:
    """A moment as a person writes it, as a slot.

    Raises:
        UsageError: it is none, or has passed.
    """
    zone = desk.config.brand.timezone
    try:
        wall = datetime.strptime(at.strip().replace("T", " "), "%Y-%m-%d %H:%M")  # noqa: DTZ007  the zone is the brand's
        due = slots.moment(wall.date(), wall.time(), zone)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"“{at}” is no time. Write one such as 2026-12-01 09:00.") from error
    if due <= desk.now():
        raise UsageError(f"{at} has passed. Choose a later time.")
    if due > desk.now() + _FARTHEST:
        raise UsageError(f"{at} is more than two years away. Choose an earlier time.")
    # Where the clocks leave out an hour, the label says the time that there is.
    return Slot(f"{due.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} {zone}", due)


def _quiet(desk: Desk, slot: Slot) -> str:
    """A word about a day that config.yaml keeps quiet; a person's own choice stands."""
    day = slot.at.astimezone(ZoneInfo(desk.config.brand.timezone)).date()
    named = {day, slots.WEEKDAYS[day.weekday()]} & set(desk.config.social.quiet)
    return " That is one of the quiet days of config.yaml." if named else ""


def _order(desk: Desk, connection: Connection, draft: Draft, slot: Slot) -> str:
    """A word where a key point would go out before its article is announced; a person's own choice stands."""
    if not draft.articles:
        return ""
    others = [
        (key_point, slots.parse(label))
        for series, label, article, key_point in calendar.planned(connection, desk.brand)
        if (series, article) == (draft.place.series, draft.articles[0]) and label != slot.label
    ]
    announced = min((at for key_point, at in others if key_point is None), default=None)
    if draft.key_point is None and any(desk.now() < at < slot.at for key_point, at in others if key_point is not None):
        return " Key points of its article go out before it."
    if draft.key_point is not None and announced and slot.at < announced:
        return " Its article is announced only after that."
    return ""


def own_post(
    desk: Desk, networks: Iterable[str], text: str, at: str | None, who: str, *, as_thread: bool = False
) -> Iterator[Event]:
    """Draft a post without an article, or a thread, for each of `networks`.

    Raises:
        UsageError: there is no such network, it has no threads, or the time is none.
    """
    wanted: list[Network] = [name for name in NETWORKS if name in set(networks)]
    strange = set(networks) - set(wanted)
    if strange or not wanted:
        raise UsageError(f"There is no network {', '.join(sorted(strange))}. Choose of {', '.join(NETWORKS)}.")
    if not says_something(legible(text)):
        raise UsageError("The post is empty. Write its text.")
    for network in wanted:
        slot = slot_at(desk, at) if at is not None else None
        yield _own_post(desk, network, legible(text).strip(), slot, who, as_thread=as_thread)


def _own_post(desk: Desk, network: Network, text: str, slot: Slot | None, who: str, *, as_thread: bool) -> Event:
    name = desk.channels.of(network)
    content = composing.own_post(network, text, desk.config, desk.channels.named(name), as_thread=as_thread)
    with desk.ledger.writing() as connection:
        slot = slot or posting.free_slot(desk, connection, network, content.message)
        place: Place = desk.place(network, "thread", slot, name)
        number = planning.plan(connection, place, content, desk.now())
        audit.write(connection, who, "wrote", f"draft {number}", desk.now())
        late = list(timing.of(drafts.get(connection, number), desk)) if number else []
    found = [*composing.findings(content.findings), *late]
    wrong = [one for one in found if one.severity == "error"]
    when = f"at {slot.label}" if slot else "waits for a free slot, or a time of its own: edit --at"
    said = f"{network} {when}: “{content.title}”. "
    if wrong:
        return Event(f"draft {number}", f"{said}{wrong[0].message} Change it: edit {number}", needs_person=True)
    return Event(f"draft {number}", f"{said}{composing.warned(found)}It needs approval.")
