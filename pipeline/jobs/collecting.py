"""What the sources hold, noted in the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import identity
from pipeline.errors import EmptySource, LichtpuntError, UsageError
from pipeline.ingest.files import UNREADABLE, Found
from pipeline.jobs import editing, reading
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.ledger import articles, planning
from pipeline.model import Article


def collect(desk: Desk) -> Iterator[Event]:
    """Note what the sources hold. What one holds when it is first seen is only recorded, but for its `backlog`."""
    used = {name for recipe in desk.config.newsletters.values() for name in recipe.sources}
    for name in sorted(used | set(desk.config.social.sources)):
        try:
            held = reading.in_sources([name], desk.config, desk.get)
        except EmptySource:
            held = Found([], [])  # what comes later is new
        except LichtpuntError as error:
            yield Event(f"sources.{name}", str(error), needs_person=True)
            continue
        for unread in (piece for piece in held.dropped if piece.reason == UNREADABLE):
            yield Event(f"sources.{name}", unread.text, needs_person=True)
        yield from _note(desk, name, held.articles)


def _note(desk: Desk, name: str, found: Sequence[Article]) -> Iterator[Event]:
    source = desk.config.sources[name]
    with desk.ledger.writing() as connection:
        now = desk.now()
        first = articles.first_sight(connection, desk.brand, name, str(source.feed or source.folder), now)
        wanted = source.backlog if first else len(found)
        noted = [
            articles.note(connection, desk.brand, name, article, marks, now, backlog=number >= wanted)
            for number, (article, marks) in enumerate(identity.telling(found))
        ]
    for one in noted:
        if one.news == "changed":
            yield from editing.article_changed(desk, one.article)
    recorded = sum(one.news == "new" for one in noted[wanted:])
    if recorded:
        yield Event(
            f"sources.{name}",
            f"seen for the first time. What it holds already is recorded and not drafted (articles: {recorded}). "
            f"For the newest of them write `backlog: 3` before, or name them: draft FILE.",
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
                articles.ask_for(connection, desk.brand, known.guid)
                told = planning.forget(connection, desk.brand, known.guid) if again else 0
            what = "is told again" if told else "is among what waits"
            yield Event(article.title, f"{what}, as one of the source {name or sources[0]}")
