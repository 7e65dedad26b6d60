"""What the ledger sends, in the archive: a page before its mail goes out, in the list once it did.

Doing it twice changes nothing, and whoever is killed in between goes on the next time. Nothing here holds a mail back:
what cannot be written is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from pipeline.errors import LichtpuntError, unexpected
from pipeline.jobs import archive
from pipeline.jobs.composing import EMAIL
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.ledger import deliveries, drafts
from pipeline.ledger.drafts import Draft
from pipeline.ledger.states import State

AHEAD = timedelta(hours=1)  # before a mail goes out its page is there, for those who carry the folder to their host
_GIVEN_UP = {State.CANCELLED, State.MISSED}


def around(desk: Desk, delivering: Iterable[Event]) -> Iterator[Event]:
    """`delivering`, with the archive brought up to date before and after it."""
    if archive.folder_of(desk.config) is None:
        yield from delivering
        return
    yield from _told(lambda: _lay(desk))
    yield from delivering
    yield from _told(lambda: _settle(desk))


def _told(step: Callable[[], Iterator[Event]]) -> Iterator[Event]:
    try:
        yield from step()
    except LichtpuntError as error:
        yield Event("the archive", str(error), needs_person=True)
    except Exception as error:  # deliveries go on, whatever is wrong with a page
        yield Event("the archive", f"It broke off ({unexpected(error)}).", needs_person=True)


def _lay(desk: Desk) -> Iterator[Event]:
    """The page of every mail that goes out soon."""
    now = desk.now()
    with desk.ledger.reading() as connection:
        numbers = [one.draft for one in deliveries.unfinished(connection, now + AHEAD) if one.brand == desk.brand]
        coming = [drafts.get(connection, number) for number in dict.fromkeys(numbers) if number is not None]
    for draft in coming:
        if draft.kind == "email":
            yield from _told(lambda draft=draft: _page(desk, draft))  # type: ignore[misc]


def _page(desk: Desk, draft: Draft) -> Iterator[Event]:
    place = draft.place
    assert place.slot is not None  # noqa: S101  an edition has one
    assert place.due is not None  # noqa: S101
    day = place.due.astimezone(ZoneInfo(desk.config.brand.timezone)).date()
    email = EMAIL.validate_json(draft.message)
    if archive.lay(email, place.series, place.slot, place.due, day, desk.config, desk.now()):
        yield Event(place.name, f"its page is in the archive: {archive.place_of(place.series, place.slot)}")


def _settle(desk: Desk) -> Iterator[Event]:
    """List what went out, take away what will not, and make list and feed whole."""
    for message in archive.told(desk.config):
        yield Event("the archive", message, needs_person=True)
    there = archive.everything(desk.config)
    for one in there:
        if not one.listed:
            state = _state(desk, one.entry.newsletter, one.entry.label)
            if state == State.CONFIRMED:
                archive.publish(desk.config, one.entry.place)
                yield Event(f"{one.entry.newsletter}/{one.entry.label}", "is in the archive's list and feed")
            elif state in _GIVEN_UP:
                archive.withdraw(desk.config, one.entry.place)
    if there:
        archive.list_all(desk.config)


def _state(desk: Desk, series: str, slot: str) -> State | None:
    """Where the newest draft of an edition is; None where the ledger knows none."""
    with desk.ledger.reading() as connection:
        draft = drafts.in_slot(connection, desk.brand, series, slot)
        held = deliveries.of_draft(connection, draft.id) if draft else []
    return held[0].state if held else None
