"""Posts about new articles, composed into the ledger, each in a slot of its own. Doing it twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from pipeline.errors import LichtpuntError, SlotTaken
from pipeline.jobs import composing, placing, timing, weeks
from pipeline.jobs.composing import THREAD, Told
from pipeline.jobs.deciding import approve_by_itself
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.jobs.spacing import Planned, Wish
from pipeline.ledger import articles, calendar, deliveries, drafts, planning, wordings
from pipeline.ledger.drafts import Draft, Place
from pipeline.model import Article, Finding
from pipeline.slots import Slot

_TOGETHER = 24  # articles that are planned at once: their pictures are held in memory until then


@dataclass(frozen=True)
class _Composed:
    """The posts about an article, each as the plan sees it, and findings about what makes no post."""

    article: Article
    told: Sequence[Told]
    wishes: Sequence[Wish]
    findings: Sequence[Finding]


def posts(desk: Desk) -> Iterator[Event]:
    """Compose posts about every article that waits, and give a slot to those that had none."""
    networks = tuple(desk.config.social.networks)
    if not desk.config.social.sources or not networks:
        return
    yield from _place_waiting(desk)
    with desk.ledger.reading() as connection:
        new = articles.waiting(connection, desk.brand, desk.config.social.sources, networks)
    for start in range(0, len(new), _TOGETHER):
        composed: list[_Composed] = []
        for article in new[start : start + _TOGETHER]:
            try:
                composed.append(_compose(desk, article))
            except LichtpuntError as error:
                yield Event(article.title, str(error), needs_person=True)
        yield from _draft(desk, composed)


def about(desk: Desk, article: Article) -> Iterator[Event]:
    """Draft the posts about an article that are not drafted yet."""
    yield from _draft(desk, [_compose(desk, article)])


def _compose(desk: Desk, article: Article) -> _Composed:
    """The posts about an article that were not told yet."""
    with desk.ledger.reading() as connection:
        composed, findings = compose_posts(desk, connection, article)
        known = calendar.told_of(connection, desk.brand, article.guid)
        alike = _alike(desk, connection, article)
    accounts = {network: desk.account(desk.channels.of(network)) for network in {one.network for one in composed}}
    fresh = [one for one in composed if (accounts[one.network], one.network, one.key_point) not in known]
    ours = {point.text for point in article.key_points if point.origin == "suggested"}
    wishes = [
        placing.wish(
            one.post,
            one.key_point,
            written=one.key_point not in ours,
            alike=alike,
            named=timing.limit(one.content.message, desk, desk.now()),
        )
        for one in fresh
    ]
    return _Composed(article, fresh, wishes, findings)


def _alike(desk: Desk, connection: Connection, article: Article) -> placing.Twins:
    """The key points of an article, as its author has them, that say nearly the same in the words of now."""
    chosen = wordings.of_article(connection, desk.brand, article.guid)
    found = placing.twins(wordings.applied(article, chosen))
    known = {one: wordings.original(article, chosen, one) for one in found}
    return {known[one]: frozenset(known[other] for other in others) for one, others in found.items()}


def compose_posts(desk: Desk, connection: Connection, article: Article) -> tuple[list[Told], list[Finding]]:
    """The posts about an article with every wording a person chose; and what makes no post."""
    chosen = wordings.of_article(connection, desk.brand, article.guid)
    named = desk.channels.named
    return composing.posts(article, chosen, desk.config, lambda network: named(desk.channels.of(network)))


def _draft(desk: Desk, composed: Sequence[_Composed]) -> Iterator[Event]:
    """Draft the posts about articles that share the free slots, so that each has some of the first ones."""
    with desk.ledger.reading() as connection:
        taken = [*_taken(desk, connection), *_waiting(desk, connection)]
    given = iter(weeks.plan([wish for one in composed for wish in one.wishes], desk.config, desk.now(), taken))
    for one in composed:
        times = [next(given) for _ in one.told]
        try:
            yield from _keep(desk, one, times)
        except LichtpuntError as error:
            yield Event(one.article.title, str(error), needs_person=True)


def _keep(desk: Desk, composed: _Composed, times: Sequence[Slot | None]) -> Iterator[Event]:
    """Plan the posts about an article that are not planned yet."""
    made, later = 0, 0
    behind: set[str] = set()  # networks where another process took a slot: what comes after that post waits too
    for told, time in zip(composed.told, times, strict=True):
        at = None if told.network in behind else time
        place = desk.place(told.network, "thread", at, desk.channels.of(told.network))
        number, has_slot = _plan(desk, place, told)
        behind |= set() if has_slot or time is None else {told.network}
        if number is not None:
            made += 1
            later += not has_slot
            yield from approve_by_itself(desk, number, desk.config.social.approval)
    if made:
        yield from (Event(finding.place, f"{finding.message} {finding.remedy}") for finding in composed.findings)
    waits = f"; {later} wait for a free slot" if later else ""
    if made:
        yield Event(composed.article.title, f"{made} posts drafted{waits}")
        yield from (
            Event(finding.place, f"{finding.message} {finding.remedy}", needs_person=True)
            for finding in placing.never(desk.config)
        )


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
        taken = _taken(desk, connection)
        named = tuple(dict.fromkeys(guid for draft in waiting for guid in draft.articles))
        about = articles.get(connection, desk.brand, named)
        alike = {article.guid: _alike(desk, connection, article) for article in about}
    wishes = [_wish(desk, draft, alike) for draft in waiting]
    given = weeks.plan(wishes, desk.config, desk.now(), taken)
    behind: set[tuple[str, str]] = set()
    for draft, wish, slot in zip(waiting, wishes, given, strict=True):
        place = desk.place(draft.place.series, "thread", slot, draft.place.channel)
        if slot is None or (wish.article and (wish.network, wish.article) in behind):
            continue
        behind.add((wish.network, wish.article))
        with suppress(SlotTaken):  # another process was quicker: it waits on, and its article's next ones with it
            with desk.ledger.writing() as connection:
                planning.change(connection, draft, drafts.content(connection, draft), desk.now(), place=place)
            behind.discard((wish.network, wish.article))
            yield Event(f"draft {draft.id}", f"goes out on {draft.place.series} at {slot.label}")
            yield from approve_by_itself(desk, draft.id, desk.config.social.approval)


def _wish(desk: Desk, draft: Draft, alike: Mapping[str, placing.Twins] | None = None) -> Wish:
    """A draft of posts as the plan sees it."""
    first = THREAD.validate_json(draft.message).posts[0]
    named = timing.limit(draft.message, desk, draft.created)
    return placing.wish(first, draft.key_point, alike=(alike or {}).get(first.article), named=named)


def _waiting(desk: Desk, connection: Connection) -> Iterator[Planned]:
    """The drafts without a slot, which key points of their articles do not go before; none that is too late for one."""
    for wish in (_wish(desk, draft) for draft in drafts.without_slot(connection, desk.brand)):
        if wish.until is None or wish.until > desk.now():
            yield Planned(wish.network, None, wish.article, wish.key_point)


def _taken(desk: Desk, connection: Connection) -> list[Planned]:
    """Every slot that something was ever planned for, with the post that stands in it."""
    return [Planned(*row) for row in calendar.planned(connection, desk.brand)]


def free_slot(desk: Desk, connection: Connection, network: str, message: str) -> Slot | None:
    """The next slot of a network that nothing was ever planned for, before the day that a `message` there names."""
    taken = deliveries.slots_of(connection, desk.brand, network)
    named = timing.limit(message, desk, desk.now())
    slot = next(weeks.free_slots(network, desk.config, desk.now(), taken), None)
    return slot if slot and not (named and slot.at >= named.until) else None
