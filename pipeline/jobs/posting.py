"""Posts about new articles, composed into the ledger, each in a slot of its own. Doing it twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from sqlalchemy import Connection

from pipeline import slots
from pipeline.errors import LichtpuntError, SlotTaken
from pipeline.jobs import composing, placing
from pipeline.jobs.composing import Told
from pipeline.jobs.deciding import approve_by_itself
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.ledger import articles, deliveries, drafts, planning, wordings
from pipeline.ledger.drafts import Place
from pipeline.model import Article, Finding
from pipeline.slots import Slot


def posts(desk: Desk) -> Iterator[Event]:
    """Compose posts about every article that waits, and give a slot to those that had none."""
    networks = tuple(desk.config.social.networks)
    if not desk.config.social.sources or not networks:
        return
    yield from _place_waiting(desk)
    with desk.ledger.reading() as connection:
        new = articles.waiting(connection, desk.brand, desk.config.social.sources, networks)
    for article in new:
        try:
            yield from about(desk, article)
        except LichtpuntError as error:
            yield Event(article.title, str(error), needs_person=True)


def compose_posts(desk: Desk, connection: Connection, article: Article) -> tuple[list[Told], list[Finding]]:
    """The posts about an article with every wording a person chose, each in a free slot; and what makes no post."""
    chosen = wordings.of_article(connection, desk.brand, article.guid)
    taken = {network: deliveries.slots_of(connection, desk.brand, network) for network in desk.config.social.networks}
    named = desk.channels.named
    return composing.posts(
        article, chosen, desk.config, desk.now(), taken, lambda network: named(desk.channels.of(network))
    )


def about(desk: Desk, article: Article) -> Iterator[Event]:
    """Plan the posts about an article that are not planned yet."""
    made, later = 0, 0
    with desk.ledger.reading() as connection:
        composed, findings = compose_posts(desk, connection, article)
    for told in composed:
        at = Slot(told.slot, slots.parse(told.slot)) if told.slot else None
        place = desk.place(told.network, "thread", at, desk.channels.of(told.network))
        number, has_slot = _plan(desk, place, told)
        if number is not None:
            made += 1
            later += not has_slot
            yield from approve_by_itself(desk, number, desk.config.social.approval)
    if made:
        yield from (Event(finding.place, f"{finding.message} {finding.remedy}") for finding in findings)
    waits = f"; {later} wait for a free slot" if later else ""
    if made:
        yield Event(article.title, f"{made} posts drafted{waits}")


def _plan(desk: Desk, place: Place, told: Told) -> tuple[int | None, bool]:
    """A new post's number, None where it was told already; and whether it has its time: others may be quicker."""
    for at in (place, replace(place, slot=None, due=None)):
        with suppress(SlotTaken), desk.ledger.writing() as connection:
            number = planning.plan(connection, at, told.content, desk.now(), key_point=told.key_point)
            return number, at.slot is not None
    raise AssertionError("without a slot none is taken")


def _place_waiting(desk: Desk) -> Iterator[Event]:
    """A slot for drafts that had none, as slots come free."""
    with desk.ledger.reading() as connection:
        waiting = drafts.without_slot(connection, desk.brand)
    for draft in waiting:
        with desk.ledger.writing() as connection:
            slot = free_slot(desk, connection, draft.place.series)
            if slot is None:
                continue
            place = desk.place(draft.place.series, "thread", slot, draft.place.channel)
            content = drafts.content(connection, draft)
            planning.change(connection, draft, content, desk.now(), place=place)
        yield Event(f"draft {draft.id}", f"goes out on {draft.place.series} at {slot.label}")
        yield from approve_by_itself(desk, draft.id, desk.config.social.approval)


def free_slot(desk: Desk, connection: Connection, network: str) -> Slot | None:
    """The next slot of a network that nothing was ever planned for."""
    taken = deliveries.slots_of(connection, desk.brand, network)
    return next(placing.free_slots(network, desk.config, desk.now(), taken), None)
