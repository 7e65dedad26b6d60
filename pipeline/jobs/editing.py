"""A person's changes to drafts. Every change takes back the approval, in the same transaction."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from pipeline.compose.plaintext import legible
from pipeline.config.shape import NETWORKS
from pipeline.errors import LedgerError, UsageError
from pipeline.jobs import composing, imaging, posting
from pipeline.jobs.composing import THREAD, Edits, Told
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.jobs.editions import compose_edition
from pipeline.ledger import articles, audit, deliveries, drafts, planning, wordings
from pipeline.ledger.drafts import Content, Draft, Place
from pipeline.ledger.states import EDITABLE, State
from pipeline.ledger.wordings import Wording
from pipeline.limits import LIMITS
from pipeline.model import Article, Finding, KeyPoint, Thread


@dataclass(frozen=True)
class Numbered:
    """What `show` gives a number: an article of a draft (`2`), or one of its key points (`2.1`)."""

    article: Article
    key_point: KeyPoint | None = None


def words(desk: Desk, number: int, who: str, *, version: int | None = None, **changed: str) -> Event:
    """Change a newsletter's subject, preheader or greeting, or a post's text.

    Args:
        desk: What to work with.
        number: Which draft.
        who: The person.
        version: What the person had before them; None changes the newest.
        changed: The new words, by what they are.

    Raises:
        LedgerError: it is on its way already, or was changed by somebody else.
        UsageError: it has no such part.
    """
    given = {name: legible(text) for name, text in changed.items()}
    with desk.ledger.writing() as connection:
        draft = drafts.get(connection, number)
        if version is not None and draft.version != version:
            raise LedgerError(f"Draft {number} was changed by somebody else just now. Look at it again: show {number}.")
        parts = {"subject", "preheader", "greeting"} if draft.kind == "email" else {"text"}
        if not given.keys() <= parts:
            wrong = ", ".join(sorted(given.keys() - parts))
            raise UsageError(f"Draft {number} has no {wrong}. It has: {', '.join(sorted(parts))}.")
        if not all(says_something(given.get(name, "…")) for name in ("subject", "text")):
            raise UsageError(f"Draft {number} needs words. To take it away: discard {number}.")
        edits = Edits.load(draft.edits)
        _compose_again(desk, connection, draft, Edits.load(json.dumps(edits.as_dict() | given)), who)
        changed_now = drafts.get(connection, number)
    return _changed(changed_now, f"changed: {', '.join(given)}", changed_now.findings)


def _changed(draft: Draft, what: str, findings: str) -> Event:
    """What became of a draft, and what comes next: a yes, or mending what holds it."""
    found = composing.findings(findings)
    if wrong := next((one for one in found if one.severity == "error"), None):
        return Event(f"draft {draft.id}", f"{what}. It is held: {wrong.message} {wrong.remedy}", needs_person=True)
    warned = composing.warned(found) if draft.kind == "thread" else ""  # a mail's may be as old as its articles
    return Event(f"draft {draft.id}", f"{what}. {warned}It needs approval.")


def alternative(desk: Desk, number: int, which: int) -> str:
    """The subject that a newsletter's draft offers under the number `which`, from 1.

    Raises:
        UsageError: it offers none of that number.
    """
    with desk.ledger.reading() as connection:
        draft = drafts.get(connection, number)
    offered = composing.EMAIL.validate_json(draft.message).alternatives if draft.kind == "email" else ()
    if which > len(offered):
        has = f"It offers {len(offered)}" if offered else "It offers none"
        raise UsageError(f"Draft {number} has no alternative {which}. {has}: see show {number}, or write --subject.")
    return offered[which - 1]


def says_something(text: str) -> bool:
    """Whether a reader would see anything."""
    return any(unicodedata.category(sign)[0] not in "ZC" for sign in text)


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
    if not says_something(legible(text)):
        raise UsageError(f"The new words are empty. To leave the key point out: edit {number} --leave-out {which}.")
    return _choose(desk, number, who, {which: Wording(text=legible(text).strip())})


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
    events: list[Event] = []  # told once it is kept: whoever reads them slowly must not hold the ledger
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
            events += _told_again(desk, connection, article, who)
    yield from events
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
    events = [_told(article.title, trouble) for trouble in imaging.publish([article], desk.config, desk.get)]
    with desk.ledger.writing() as connection:
        for draft, content in _recomposed(desk, connection, article):
            states = {held.state for held in deliveries.of_draft(connection, draft.id)}
            if states == {State.PLANNED}:
                _change(desk, connection, draft, content, Edits.load(draft.edits), audit.MACHINE)
                events.append(
                    _changed(draft, f"{draft.place.name} follows its article, which changed", content.findings)
                )
            else:
                message = "its article changed. What was approved goes out as it is; for the new words: edit"
                events.append(Event(f"draft {draft.id}", f"{message} {draft.id} --refresh"))
    yield from events


def refresh(desk: Desk, number: int, who: str) -> Event:
    """Compose a draft again from its articles and for its channel as they are now, with every edit.

    Raises:
        LedgerError: it is on its way already.
    """
    with desk.ledger.reading() as connection:
        tells = articles.get(connection, desk.brand, drafts.get(connection, number).articles)
    trouble = [_told(f"draft {number}", one) for one in imaging.publish(tells, desk.config, desk.get)]
    with desk.ledger.writing() as connection:
        draft = drafts.get(connection, number)
        edits = Edits.load(draft.edits)
        draft = replace(draft, place=place_now(desk, draft))
        if draft.kind == "email":
            content = _mail(desk, connection, draft, edits)
        else:
            held = articles.get(connection, desk.brand, draft.articles)
            told = [one for article in held for one in posting.compose_posts(desk, connection, article)[0]]
            mine = (one for one in told if (one.network, one.key_point) == (draft.place.series, draft.key_point))
            content = thread(desk, connection, draft, edits, next(mine, None))
        _change(desk, connection, draft, content, edits, who, draft.place)
    event = _changed(draft, f"{draft.place.name} is composed again", content.findings)
    said = " ".join([event.message, *(one.message for one in trouble)])
    return replace(event, message=said, needs_person=event.needs_person or bool(trouble))


def _told(reference: str, trouble: Finding) -> Event:
    return Event(reference, f"{trouble.message} {trouble.remedy}", needs_person=True)


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
        yield _changed(draft, f"{draft.place.name} is composed again", content.findings)


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
            content = thread(desk, connection, draft, edits, posts.get((draft.place.series, draft.key_point)))
        is_same = drafts.digest_of(draft.place, content.title, content.requests) == draft.digest
        if not (is_same and _held_by(content.findings) == _held_by(draft.findings)):
            yield draft, content


def _held_by(findings: str) -> set[str]:
    """The rules by which a draft is held."""
    return {one.rule for one in composing.findings(findings) if one.severity == "error"}


def _is_editable(connection: Connection, draft: Draft) -> bool:
    return all(held.state in EDITABLE for held in deliveries.of_draft(connection, draft.id))


def _compose_again(desk: Desk, connection: Connection, draft: Draft, edits: Edits, who: str) -> None:
    compose = _mail if draft.kind == "email" else thread
    _change(desk, connection, draft, compose(desk, connection, draft, edits), edits, who)


def place_now(desk: Desk, draft: Draft) -> Place:
    """Where a draft goes by config.yaml as it is now, at its own time.

    Raises:
        ConfigError: config.yaml has its newsletter no more.
    """
    if draft.kind == "email":
        channel = desk.newsletter(draft.place.series).send_with
    else:
        channel = next((desk.channels.of(name) for name in NETWORKS if name == draft.place.series), draft.place.channel)
    return replace(draft.place, channel=channel, account=desk.account(channel))


def _change(
    desk: Desk,
    connection: Connection,
    draft: Draft,
    content: Content,
    edits: Edits,
    who: str,
    place: Place | None = None,
) -> None:
    planning.change(connection, draft, content, desk.now(), edits=edits.as_dict(), place=place)
    audit.write(connection, who, "edited", f"draft {draft.id}", desk.now(), f"version {draft.version + 1}")


def _mail(desk: Desk, connection: Connection, draft: Draft, edits: Edits) -> Content:
    held = articles.get(connection, desk.brand, draft.articles)
    if all(article.guid in edits.without for article in held):
        raise LedgerError(f"Draft {draft.id} would be empty. Discard it: discard {draft.id}.")
    return compose_edition(desk, connection, draft.place, held, edits)


def thread(desk: Desk, connection: Connection, draft: Draft, edits: Edits, told: Told | None = None) -> Content:
    """A post with a person's own text: as it was composed now, or as it is kept."""
    if told and edits.text is None and draft.place.channel == desk.channels.of(told.network):
        return told.content
    message = told.content.message if told else draft.message
    pictures = told.content.pictures if told else drafts.pictures(connection, draft.id)
    channel = desk.channels.named(draft.place.channel)
    thread, tells = THREAD.validate_json(message), _told_of(desk, connection, draft)
    old = list(_outdated(thread, tells)) if told is None and edits.text is None else []
    return composing.thread_content(thread, pictures, edits, desk.config, channel, old, tells)


def _outdated(thread: Thread, tells: Iterable[Article]) -> Iterator[Finding]:
    """That a post still tells a key point in words that were replaced, as the new ones make no post there."""
    first = thread.posts[0]
    if first.key_point and first.key_point not in {point.text for one in tells for point in one.key_points}:
        name = LIMITS[first.network].name
        message = f"It still tells its key point as it was; as it is now it makes no post on {name}."
        remedy = "Write the post yourself with edit --text, reword the key point in fewer words, or discard the post."
        yield Finding("post-outdated", "error", f"{first.network} post", message, remedy)


def _told_of(desk: Desk, connection: Connection, draft: Draft) -> list[Article]:
    """The articles of a draft, with every wording a person chose."""
    held = articles.get(connection, desk.brand, draft.articles)
    return [wordings.applied(one, wordings.of_article(connection, desk.brand, one.guid)) for one in held]


def _of(known: dict[str, Numbered], which: str, number: int) -> Numbered:
    if which not in known:
        raise UsageError(f"Draft {number} has no {which}. It has: {', '.join(known) or 'no articles'}.")
    return known[which]
