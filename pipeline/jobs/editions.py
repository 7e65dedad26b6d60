"""The coming editions, composed into the ledger. Doing it twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from pipeline import slots
from pipeline.config.shape import Newsletter
from pipeline.errors import LichtpuntError, SlotTaken
from pipeline.jobs import composing, imaging
from pipeline.jobs.composing import Edits
from pipeline.jobs.deciding import approve_by_itself
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.ledger import articles, audit, deliveries, drafts, planning, sweep, wordings
from pipeline.ledger.drafts import Content, Draft, Place
from pipeline.ledger.states import State
from pipeline.ledger.work import Late
from pipeline.model import Article
from pipeline.preflight import days
from pipeline.slots import Slot


def editions(desk: Desk, *, ready_only: bool) -> Iterator[Event]:
    """Compose the coming edition of each newsletter, or add what came since to the one that nobody approved yet.

    Args:
        desk: What to work with.
        ready_only: Only editions whose `draft_ready` has passed; of what waits for a yes only those with own blocks
            follow what changed.
    """
    for name, recipe in desk.config.newsletters.items():
        now = desk.now()
        slot = slots.edition(recipe.every, recipe.at, desk.config.brand.timezone, now, Late().email)
        try:
            yield from _account_for(desk, name, recipe, slot)
            is_ready = now >= ready(recipe, slot, desk.config.brand.timezone)
            if is_ready or not ready_only:
                follows = bool(recipe.blocks) or not ready_only
                yield from _edition(desk, name, recipe, slot, is_ready=is_ready, follows=follows)
        except LichtpuntError as error:
            yield Event(f"{name}/{slot.label}", str(error), needs_person=True)


def ready(recipe: Newsletter, slot: Slot, zone: str) -> datetime:
    """When the draft is made: as config.yaml says, else a day before it goes out."""
    if recipe.draft_ready:
        return slots.before(slot, recipe.draft_ready.day, recipe.draft_ready.at, zone)
    return slot.at - timedelta(days=1)


def _edition(
    desk: Desk, name: str, recipe: Newsletter, slot: Slot, *, is_ready: bool, follows: bool
) -> Iterator[Event]:
    place = desk.place(name, "email", slot, recipe.send_with)
    with desk.ledger.reading() as connection:
        there = drafts.in_slot(connection, desk.brand, name, slot.label)
        new = articles.waiting(connection, desk.brand, recipe.sources, [name])
        held = articles.get(connection, desk.brand, there.articles) if there else []
        edits = Edits.load(there.edits) if there else Edits()
        states = {one.state for one in deliveries.of_draft(connection, there.id)} if there else set()
    new = [article for article in new if article.guid not in edits.without]
    ahead = {one.guid: why for one in new if (why := days.kept_back(one, slot.at, desk.config.brand.timezone))}
    new = [article for article in new if article.guid not in ahead]
    if there and (states != {State.PLANNED} or not new or len(held) - len(edits.without) >= recipe.articles.at_most):
        if follows and states == {State.PLANNED}:
            yield from _follow(desk, there, place, held, edits, recipe)
        return
    chosen = [*held, *new][: recipe.articles.at_most + len(edits.without)]
    if len(chosen) < recipe.articles.at_least:
        why = " ".join(
            [f"{len(chosen)} new articles, and it wants at least {recipe.articles.at_least}.", *ahead.values()]
        )
        yield from _too_little(desk, place, slot, why, is_ready=is_ready)
        return
    for trouble in imaging.publish(chosen, desk.config, desk.get):
        yield Event(place.name, f"{trouble.message} {trouble.remedy}", needs_person=True)
    with desk.ledger.reading() as connection:
        content = compose_edition(desk, connection, place, chosen, edits)
    number = keep(desk, place, content, there)
    if number is not None:
        waits = len(held) + len(new) - len(chosen)
        more = f"; {_articles(waits)} more for the next edition" if waits else ""
        wrong = next((one for one in composing.findings(content.findings) if one.severity == "error"), None)
        why = f". It is held: {wrong.message} {wrong.remedy}" if wrong else ""
        later = "".join(f". {one}" for one in ahead.values()).removesuffix(".")
        said = f"draft {number}: “{content.title}”, {_articles(len(chosen))}{more}{later}{why}"
        yield Event(place.name, said, needs_person=wrong is not None)
        yield from approve_by_itself(desk, number, recipe.approval)


def _follow(
    desk: Desk, there: Draft, place: Place, held: Sequence[Article], edits: Edits, recipe: Newsletter
) -> Iterator[Event]:
    """Compose a draft that waits for a yes again where the files of its own blocks say something else now.

    What else it is made of, its design and config.yaml, comes along, and with it where it goes: as `place` has it.
    """
    if all(article.guid in edits.without for article in held):
        return  # a person emptied it
    where = replace(there.place, channel=place.channel, account=place.account)
    with desk.ledger.reading() as connection:
        content = compose_edition(desk, connection, where, held, edits)
    is_same = drafts.digest_of(where, content.title, content.requests) == there.digest
    if is_same and content.findings == there.findings:
        return
    with desk.ledger.writing() as connection:
        if {one.state for one in deliveries.of_draft(connection, there.id)} != {State.PLANNED}:
            return  # somebody said yes just now, to what they saw
        planning.change(connection, there, content, desk.now(), place=where)
        audit.write(connection, audit.MACHINE, "composed again", f"draft {there.id}", desk.now())
    why = "its own blocks, its design or config.yaml changed"
    yield Event(f"draft {there.id}", f"{there.place.name} is composed again: {why}")
    yield from approve_by_itself(desk, there.id, recipe.approval)


def compose_edition(
    desk: Desk, connection: Connection, place: Place, chosen: Sequence[Article], edits: Edits
) -> Content:
    """The content of an edition with every wording a person chose."""
    recipe = desk.newsletter(place.series)
    said = {article.guid: wordings.of_article(connection, desk.brand, article.guid) for article in chosen}
    channel = desk.channels.named(recipe.send_with)
    assert place.slot is not None  # noqa: S101  an edition has one
    assert place.due is not None  # noqa: S101
    slot = Slot(place.slot, place.due)
    earlier = articles.sent(connection, desk.brand, place.account, place.reference)
    last = drafts.last_sent(connection, place) if recipe.blocks else None
    return composing.edition(
        chosen, said, place.series, recipe, slot, edits, desk.config, channel, earlier=earlier, last=last
    )


def keep(desk: Desk, place: Place, content: Content, there: Draft | None) -> int | None:
    """Keep new content, in place of the draft that is there; its number, or None where another worker was first.

    It was made for the channel of `place`, so there it goes, also where that draft was to go elsewhere.
    """
    with desk.ledger.writing() as connection:
        now = desk.now()
        if there:
            where = replace(there.place, channel=place.channel, account=place.account)
            planning.change(connection, there, content, now, place=where)
            audit.write(connection, audit.MACHINE, "composed again", f"draft {there.id}", now)
            return there.id
        sweep.free_slot(connection, place)
        with suppress(SlotTaken):
            return planning.plan(connection, place, content, now)
    return None


def _too_little(desk: Desk, place: Place, slot: Slot, why: str, *, is_ready: bool) -> Iterator[Event]:
    with desk.ledger.writing() as connection:
        noted = is_ready and sweep.note_slot(connection, place, slot, State.SKIPPED, desk.now(), why)
    if noted or not is_ready:
        yield Event(place.name, f"skipped: {why}" if noted else f"nothing to draft yet: {why}")


def _account_for(desk: Desk, name: str, recipe: Newsletter, coming: Slot) -> Iterator[Event]:
    """No slot since the series is known without a state: one that nothing was drafted for was missed, and is said."""
    place = desk.place(name, "email", coming, recipe.send_with)
    with desk.ledger.writing() as connection:
        now = desk.now()
        start = max(sweep.since(connection, f"{desk.brand}/{name}", now), now - timedelta(weeks=8))
        past = slots.editions(recipe.every, recipe.at, desk.config.brand.timezone, start, coming.at)
        why = "Nothing was drafted for it: Lichtpunt was not running."
        missed = [slot for slot in past if sweep.note_slot(connection, place, slot, State.MISSED, now, why)]
    for slot in missed:
        yield Event(f"{name}/{slot.label}", f"missed. {why}", needs_person=True)


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count} articles"
