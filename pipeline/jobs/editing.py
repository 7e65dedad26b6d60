"""A person's changes to drafts. Every change takes back the approval, in the same transaction."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from pipeline import slots
from pipeline.config.shape import NETWORKS
from pipeline.errors import LedgerError, UsageError
from pipeline.jobs import composing, posting
from pipeline.jobs.composing import THREAD, Edits, Told
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.jobs.editions import compose_edition
from pipeline.ledger import articles, audit, deliveries, drafts, planning, wordings
from pipeline.ledger.drafts import Content, Draft, Place
from pipeline.ledger.states import EDITABLE, State
from pipeline.ledger.wordings import Wording
from pipeline.model import Article, KeyPoint, Network
from pipeline.slots import Slot


@dataclass(frozen=True)
class Numbered:
    """What `show` gives a number: an article of a draft (`2`), or one of its key points (`2.1`)."""

    article: Article
    key_point: KeyPoint | None = None


def words(desk: Desk, number: int, who: str, **changed: str | None) -> Event:
    """Change a newsletter's subject, preheader or greeting, or a post's text.

    Raises:
        LedgerError: it is on its way already.
        UsageError: it has no such part.
    """
    given = {name: _plain(text) for name, text in changed.items() if text is not None}
    with desk.ledger.writing() as connection:
        draft = drafts.get(connection, number)
        parts = {"subject", "preheader", "greeting"} if draft.kind == "email" else {"text"}
        if not given.keys() <= parts:
            wrong = ", ".join(sorted(given.keys() - parts))
            raise UsageError(f"Draft {number} has no {wrong}. It has: {', '.join(sorted(parts))}.")
        if not all(given.get(name, "…").strip() for name in ("subject", "text")):
            raise UsageError(f"Draft {number} needs words. To take it away: discard {number}.")
        edits = Edits.load(draft.edits)
        _compose_again(desk, connection, draft, Edits.load(json.dumps(edits.as_dict() | given)), who)
    return Event(f"draft {number}", f"changed: {', '.join(given)}. It needs approval.")


def _plain(text: str) -> str:
    """`text` without control characters, which no reader sees and some services refuse."""
    kept = (
        sign for sign in text.replace("\r\n", "\n") if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"}
    )
    return "".join(kept)


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
    return Event(f"draft {number}", f"goes out at {slot.label}. It needs approval.")


def slot_at(desk: Desk, at: str) -> Slot:
    """A moment as a person writes it, as a slot.

    Raises:
        UsageError: it is none, or has passed.
    """
    zone = desk.config.brand.timezone
    try:
        wall = datetime.strptime(at.strip().replace("T", " "), "%Y-%m-%d %H:%M")  # noqa: DTZ007  the zone is the brand's
    except ValueError as error:
        raise UsageError(f"{at} is no time. Write one such as 2026-12-01 09:00.") from error
    slot = Slot(f"{wall:%Y-%m-%d %H:%M} {zone}", slots.moment(wall.date(), wall.time(), zone))
    if slot.at <= desk.now():
        raise UsageError(f"{at} has passed. Choose a later time.")
    return slot


def numbered(desk: Desk, connection: Connection, draft: Draft) -> dict[str, Numbered]:
    """Everything in a draft that has a number; what is left out keeps its number."""
    found: dict[str, Numbered] = {}
    for first, article in enumerate(articles.get(connection, desk.brand, draft.articles), 1):
        found[str(first)] = Numbered(article)
        for second, point in enumerate(article.key_points, 1):
            found[f"{first}.{second}"] = Numbered(article, point)
    return found


def reword(desk: Desk, number: int, who: str, which: str, text: str) -> Iterator[Event]:
    """Tell a key point in other words, in mails, cards and on all networks."""
    if not text.strip():
        raise UsageError(f"The new words are empty. To leave the key point out: edit {number} --leave-out {which}.")
    return _choose(desk, number, who, {which: Wording(text=_plain(text).strip())})


def keep(desk: Desk, number: int, who: str, which: Iterable[str]) -> Iterator[Event]:
    """Say yes to suggested key points: from now on they are one's own, in mails, cards and on all networks."""
    return _choose(desk, number, who, dict.fromkeys(which))


def leave_out(desk: Desk, number: int, who: str, which: Iterable[str]) -> Iterator[Event]:
    """Leave articles out of an edition, or key points out of everything."""
    return _keep_or_drop(desk, number, who, list(which), drop=True)


def put_back(desk: Desk, number: int, who: str, which: Iterable[str]) -> Iterator[Event]:
    """Take back what was left out or reworded."""
    return _keep_or_drop(desk, number, who, list(which), drop=False)


def _keep_or_drop(desk: Desk, number: int, who: str, which: list[str], *, drop: bool) -> Iterator[Event]:
    whole = [one for one in which if "." not in one]
    if whole:
        with desk.ledger.writing() as connection:
            draft = drafts.get(connection, number)
            if draft.kind != "email":
                raise UsageError(f"Draft {number} is a post of one article. Discard it: discard {number}.")
            named = {_of(numbered(desk, connection, draft), one, number).article.guid for one in whole}
            edits = Edits.load(draft.edits)
            without = {*edits.without, *named} if drop else set(edits.without) - named
            _compose_again(desk, connection, draft, replace(edits, without=tuple(sorted(without))), who)
        yield Event(f"draft {number}", f"{'left out' if drop else 'put back'}: {', '.join(whole)}. It needs approval.")
    points = {one: Wording(left_out=drop) for one in which if "." in one}
    if points:
        yield from _choose(desk, number, who, points)


def _choose(desk: Desk, number: int, who: str, chosen: Mapping[str, Wording | None]) -> Iterator[Event]:
    """Keep decisions about key points, and compose every draft that tells of them again, in one transaction.

    None keeps a suggestion in its own words.
    """
    back: dict[str, Article] = {}
    with desk.ledger.writing() as connection:
        draft = drafts.get(connection, number)
        known = numbered(desk, connection, draft)
        for which, wording in chosen.items():
            one = _of(known, which, number)
            if one.key_point is None:
                raise UsageError(f"{which} is an article. Its key points are {which}.1 and so on: see show {number}.")
            decided = wording or _as_suggested(one.key_point, which)
            wordings.choose(connection, desk.brand, one.article.guid, one.key_point.text, decided)
            back[one.article.guid] = one.article
        for article in back.values():
            yield from _told_again(desk, connection, article, who)
    for article in back.values():
        yield from posting.about(desk, article)  # of a key point that was put back


def _as_suggested(point: KeyPoint, which: str) -> Wording:
    if point.origin != "suggested":
        raise UsageError(
            f"{which} is its author's own key point and needs no yes. What was left out: --put-back {which}."
        )
    return Wording(text=point.text)


def article_changed(desk: Desk, article: Article) -> Iterator[Event]:
    """Its author changed an article: what waits for a yes follows, what has one is only offered the new words."""
    with desk.ledger.writing() as connection:
        for draft, content in _recomposed(desk, connection, article):
            states = {held.state for held in deliveries.of_draft(connection, draft.id)}
            if states == {State.PLANNED}:
                _change(desk, connection, draft, content, Edits.load(draft.edits), "Lichtpunt")
                yield Event(f"draft {draft.id}", f"{draft.place.name} follows its article, which changed")
            else:
                message = "its article changed. What was approved goes out as it is; for the new words: edit"
                yield Event(f"draft {draft.id}", f"{message} {draft.id} --refresh")


def refresh(desk: Desk, number: int, who: str) -> Event:
    """Compose a draft again from its articles as they are now, with every edit.

    Raises:
        LedgerError: it is on its way already.
    """
    with desk.ledger.writing() as connection:
        draft = drafts.get(connection, number)
        edits = Edits.load(draft.edits)
        if draft.kind == "email":
            content = _mail(desk, connection, draft, edits)
        else:
            held = articles.get(connection, desk.brand, draft.articles)
            told = [one for article in held for one in posting.compose_posts(desk, connection, article)[0]]
            mine = (one for one in told if (one.network, one.key_point) == (draft.place.series, draft.key_point))
            content = _thread(desk, connection, draft, edits, next(mine, None))
        _change(desk, connection, draft, content, edits, who)
    return Event(f"draft {number}", f"{draft.place.name} is composed again. It needs approval.")


def _told_again(desk: Desk, connection: Connection, article: Article, who: str) -> Iterator[Event]:
    """Compose every draft that tells of an article again; one that says the same stays as it is, approval and all."""
    said = wordings.of_article(connection, desk.brand, article.guid)
    for draft in drafts.with_article(connection, desk.brand, article.guid):
        left_out = draft.key_point is not None and said.get(draft.key_point, Wording()).left_out
        if left_out and _is_editable(connection, draft):
            planning.set_aside(connection, draft, desk.now(), tell_later=True)
            audit.write(connection, who, "left out", f"draft {draft.id}", desk.now())
            yield Event(f"draft {draft.id}", "cancelled: its key point is left out")
    for draft, content in _recomposed(desk, connection, article):
        _change(desk, connection, draft, content, Edits.load(draft.edits), who)
        yield Event(f"draft {draft.id}", f"{draft.place.name} is composed again. It needs approval.")


def _recomposed(desk: Desk, connection: Connection, article: Article) -> Iterator[tuple[Draft, Content]]:
    """The drafts about an article that would say something else now, with what they would say."""
    editable = [
        draft for draft in drafts.with_article(connection, desk.brand, article.guid) if _is_editable(connection, draft)
    ]
    posts: dict[tuple[str, str | None], Told] = {}
    if any(draft.kind == "thread" for draft in editable):
        composed, _ = posting.compose_posts(desk, connection, article)
        posts = {(told.network, told.key_point): told for told in composed}
    for draft in editable:
        edits = Edits.load(draft.edits)
        if draft.kind == "email":
            content = _mail(desk, connection, draft, edits)
        else:
            content = _thread(desk, connection, draft, edits, posts.get((draft.place.series, draft.key_point)))
        if drafts.digest_of(draft.place, content) != draft.digest:
            yield draft, content


def _is_editable(connection: Connection, draft: Draft) -> bool:
    return all(held.state in EDITABLE for held in deliveries.of_draft(connection, draft.id))


def _compose_again(desk: Desk, connection: Connection, draft: Draft, edits: Edits, who: str) -> None:
    compose = _mail if draft.kind == "email" else _thread
    _change(desk, connection, draft, compose(desk, connection, draft, edits), edits, who)


def _change(desk: Desk, connection: Connection, draft: Draft, content: Content, edits: Edits, who: str) -> None:
    planning.change(connection, draft, content, desk.now(), edits=edits.as_dict())
    audit.write(connection, who, "edited", f"draft {draft.id}", desk.now(), f"version {draft.version + 1}")


def _mail(desk: Desk, connection: Connection, draft: Draft, edits: Edits) -> Content:
    held = articles.get(connection, desk.brand, draft.articles)
    if all(article.guid in edits.without for article in held):
        raise LedgerError(f"Draft {draft.id} would be empty. Discard it: discard {draft.id}.")
    return compose_edition(desk, connection, draft.place, held, edits)


def _thread(desk: Desk, connection: Connection, draft: Draft, edits: Edits, told: Told | None = None) -> Content:
    """A post with a person's own text: as it was composed now, or as it is kept."""
    message = told.content.message if told else draft.message
    pictures = told.content.pictures if told else drafts.pictures(connection, draft.id)
    channel = desk.channels.named(draft.place.channel)
    return composing.thread_content(THREAD.validate_json(message), pictures, edits, desk.config, channel)


def _of(known: dict[str, Numbered], which: str, number: int) -> Numbered:
    if which not in known:
        raise UsageError(f"Draft {number} has no {which}. It has: {', '.join(known) or 'no articles'}.")
    return known[which]


def own_post(desk: Desk, networks: Iterable[str], text: str, at: str | None, who: str) -> Iterator[Event]:
    """Draft a post without an article for each of `networks`.

    Raises:
        UsageError: there is no such network, or the time is none.
    """
    wanted: list[Network] = [name for name in NETWORKS if name in set(networks)]
    strange = set(networks) - set(wanted)
    if strange or not wanted:
        raise UsageError(f"There is no network {', '.join(sorted(strange))}. Choose of {', '.join(NETWORKS)}.")
    if not text.strip():
        raise UsageError("The post is empty. Write its text.")
    for network in wanted:
        yield _own_post(desk, network, _plain(text).strip(), slot_at(desk, at) if at else None, who)


def _own_post(desk: Desk, network: Network, text: str, slot: Slot | None, who: str) -> Event:
    name = desk.channels.of(network)
    content = composing.own_post(network, text, desk.config, desk.channels.named(name))
    with desk.ledger.writing() as connection:
        slot = slot or posting.free_slot(desk, connection, network)
        place: Place = desk.place(network, "thread", slot, name)
        number = planning.plan(connection, place, content, desk.now())
        if number is None:
            raise LedgerError(f"{network} has a post at {place.slot} already. Choose another time.")
        audit.write(connection, who, "wrote", f"draft {number}", desk.now())
    when = f"at {slot.label}" if slot else "waits for a free slot, or a time of its own: edit --at"
    return Event(f"draft {number}", f"{network} {when}: “{content.title}”. It needs approval.")
