"""What the sources hold, noted in the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from pipeline import identity
from pipeline.errors import EmptySource, LichtpuntError, NotNow, UsageError, unexpected
from pipeline.ingest.files import UNREADABLE, Found
from pipeline.jobs import asking, editing, paging, reading
from pipeline.jobs.asking import Asked
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.jobs.paging import Read
from pipeline.ledger import articles, planning, visits
from pipeline.ledger.articles import Noted
from pipeline.ledger.visits import Page, Visit
from pipeline.model import Article, Dropped

_AHEAD = timedelta(days=366)  # what is to be public later than in a year is a slip of somebody's


def collect(desk: Desk) -> Iterator[Event]:
    """Note what the sources hold. What one holds when it is first seen is only recorded, but for its `backlog`."""
    used = {name for recipe in desk.config.newsletters.values() for name in recipe.sources}
    used |= set(desk.config.social.sources)
    for asked in asking.ask(desk, [name for name in desk.config.sources if name in used]):
        try:
            yield from _collected(desk, asked)
        except NotNow as error:
            until = desk.now() + error.wait
            _keep(desk, asked, replace(asked.before, not_before=until))
            yield Event(f"sources.{asked.name}", f"{error} It is asked again {_after(desk, until)}.")
        except LichtpuntError as error:
            yield Event(f"sources.{asked.name}", str(error), needs_person=True)
        except Exception as error:  # a feed that nobody foresaw stops no other
            yield Event(f"sources.{asked.name}", f"It broke off ({unexpected(error)}).", needs_person=True)


def _after(desk: Desk, until: datetime) -> str:
    return f"after {until.astimezone(ZoneInfo(desk.config.brand.timezone)):%Y-%m-%d %H:%M}"


def _keep(desk: Desk, asked: Asked, visit: Visit) -> None:
    with desk.ledger.writing() as connection:
        visits.keep_visit(connection, desk.brand, asked.name, asked.address, visit)


def _collected(desk: Desk, asked: Asked) -> Iterator[Event]:
    """What one source answered, noted.

    Raises:
        LichtpuntError: it could not be had or read.
    """
    place, answer = f"sources.{asked.name}", asked.answer
    if asked.failure:
        raise asked.failure
    if asked.waits and asked.before.not_before:
        yield Event(place, f"is left alone, as it asked; it is asked again {_after(desk, asked.before.not_before)}.")
        return
    if answer and answer.moved_to:
        yield Event(place, f"{asked.address} moved for good to {answer.moved_to}. Write that address in config.yaml.")
    if answer and answer.unchanged:
        return
    try:
        found = reading.together([reading.held(asked.source, desk.config, answer)])
    except EmptySource:
        found = Found([], [])  # what comes later is new
    for unread in (piece for piece in found.dropped if piece.reason == UNREADABLE):
        yield Event(place, unread.text, needs_person=True)
    yield from _note(desk, asked, found)


def _note(desk: Desk, asked: Asked, found: Found) -> Iterator[Event]:
    name, now = asked.name, desk.now()
    listed = list(identity.telling(reading.newest_first(_dated(article, now) for article in found.articles)))
    with desk.ledger.reading() as connection:
        first = articles.is_new_source(connection, desk.brand, name, asked.address)
        if first and not articles.is_new_source(connection, desk.brand, name):
            # One that moved is the same as long as it holds something that it held before.
            first = not any(articles.held(connection, desk.brand, name, marks) for _, marks in listed)
        wanted = asked.source.backlog if first else len(listed)
        read = [Read(article, marks, backlog=at >= wanted) for at, (article, marks) in enumerate(listed)]
        read = [
            paging.planned(desk, connection, asked.source, one) if one.article.guid in found.summaries else one
            for one in read
        ]
    read = paging.with_pages(desk, asked.source, read)
    with desk.ledger.writing() as connection:
        articles.seen(connection, desk.brand, name, asked.address, now)
        noted = [_noted(desk, connection, name, one) for one in read if not one.later]
        visits.keep_visit(connection, desk.brand, name, asked.address, _visit(desk, asked, read))
    for one, held in zip((one for one in read if not one.later), noted, strict=True):
        if one.problem:
            text = "earlier text" if one.stays else "summary"
            message = f"the page of “{one.article.title}” cannot be read, so its {text} stands: {one.problem}"
            yield Event(f"sources.{name}", message)
        if held and held.news == "changed":
            yield from editing.article_changed(desk, held.article)
    if first:
        yield from _first_seen(asked, found, sum(one.backlog for one in read))


def _dated(article: Article, now: datetime) -> Article:
    """`article` without a date that lies far ahead, which would keep it back, and the newest, for years."""
    if article.published is None or article.published <= now + _AHEAD:
        return article
    ahead = Dropped(article.published.isoformat(), "a date that lies ahead")
    return replace(article, published=None, dropped=(*article.dropped, ahead))


def _noted(desk: Desk, connection: Connection, name: str, one: Read) -> Noted | None:
    """Keep one article; None where the ledger has a fuller text of it."""
    noted = None
    if one.stays:
        known = articles.identity_of(connection, desk.brand, one.article, one.marks)
    else:
        others = desk.config.sources.keys() - {name}
        now = desk.now()
        noted = articles.note(
            connection, desk.brand, name, one.article, one.marks, now, backlog=one.backlog, others=others
        )
        known = noted.article.guid
    if one.page and known:
        visits.keep_page(connection, desk.brand, known, one.page)
    return noted


def _visit(desk: Desk, asked: Asked, read: Sequence[Read]) -> Visit:
    """What to remember of an answer. Where a page is still to be read, the feed must come whole again."""
    version = asked.answer.version if asked.answer else None
    if version is None or any(one.later or one.again for one in read):
        return Visit()
    return Visit(version.url, version.etag, version.modified, asking.read_as(desk, asked.source))


def _first_seen(asked: Asked, found: Found, recorded: int) -> Iterator[Event]:
    if recorded:
        yield Event(
            f"sources.{asked.name}",
            f"seen for the first time. What it holds already is recorded and not drafted (articles: {recorded}). "
            f"For the newest of them write `backlog: 3` before, or name them: draft FILE.",
        )
    if found.summaries and asked.source.full_text == "feed":
        yield Event(
            f"sources.{asked.name}",
            f"holds only a summary of some articles ({len(found.summaries)} of {len(found.articles)}). "
            f"For the text of their pages write `full_text: page` under it in config.yaml.",
        )


def ask_for(desk: Desk, places: Sequence[str], *, again: bool) -> Iterator[Event]:
    """Put the articles at `places` among those that wait, though they were only recorded.

    Args:
        desk: What to work with.
        places: Files, folders or addresses.
        again: Whether also what was told before is told once more.

    Raises:
        SourceError: there is no article at one of them.
        UsageError: config.yaml has no newsletter and no network that could tell them.
    """
    sources = [name for recipe in desk.config.newsletters.values() for name in recipe.sources]
    sources += desk.config.social.sources
    if not sources:
        raise UsageError("config.yaml has no newsletter and no posts. Write one of them first.")
    for place in places:
        name, found = reading.asked_for(place, desk.config, desk.get)
        for article, marks in identity.telling(found.articles):
            with desk.ledger.writing() as connection:
                known = articles.note(connection, desk.brand, name or sources[0], article, marks, desk.now()).article
                if article.guid not in found.summaries:
                    visits.keep_page(connection, desk.brand, known.guid, Page(said="", whole=True))
                articles.ask_for(connection, desk.brand, known.guid)
                told = planning.forget(connection, desk.brand, known.guid) if again else 0
            what = "is told again" if told else "is among what waits"
            yield Event(article.title, f"{what}, as one of the source {name or sources[0]}")
