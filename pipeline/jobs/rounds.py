"""One round of the service: draft what is ready to be drafted, deliver what is due. Doing it twice changes nothing.

What was drafted and what went out is known by the folders under `drafts`, so a restart forgets nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pipeline import slots
from pipeline.channels.outbox import Outbox
from pipeline.channels.registry import open_channel
from pipeline.config.shape import Config, Newsletter
from pipeline.errors import LichtpuntError
from pipeline.jobs import build, reading, writing
from pipeline.model import Article, Network, Thread

LATE_MAIL = timedelta(hours=6)
LATE_POST = timedelta(hours=24)


@dataclass(frozen=True)
class Event:
    """Something that happened, or wants a person.

    Attributes:
        reference: Which draft: `weekly/2026-W47`.
        needs_person: True where nothing goes on by itself.
    """

    reference: str
    message: str
    needs_person: bool = False


@dataclass(frozen=True)
class Service:
    """What a round works with. `drafts` is where drafts are kept."""

    config: Config
    drafts: Path
    get: reading.Fetch = reading.over_the_network


def run(service: Service, now: datetime) -> Iterator[Event]:
    """Everything that is due at `now`. One thing that fails does not stop the others."""
    for name, recipe in service.config.newsletters.items():
        slot = slots.edition(recipe.every, recipe.at, service.config.brand.timezone, now, LATE_MAIL)
        reference = f"{name}/{slot.label}"
        try:
            yield from _newsletter(service, name, recipe, slot, now)
        except LichtpuntError as error:
            yield Event(reference, str(error), needs_person=True)
    if service.config.social.sources and service.config.social.networks:
        try:
            yield from _draft_posts(service, now)
            yield from _deliver_posts(service, now)
        except LichtpuntError as error:
            yield Event("social", str(error), needs_person=True)


def _newsletter(service: Service, name: str, recipe: Newsletter, slot: slots.Slot, now: datetime) -> Iterator[Event]:
    reference = f"{name}/{slot.label}"
    folder = writing.folder_of(service.drafts, reference)
    if not folder.exists():
        if now < _ready(recipe, slot, service.config.brand.timezone):
            return
        drafted = _draft_newsletter(service, name, recipe, slot)
        yield drafted
        if drafted.needs_person or not folder.exists():
            return
    if now >= slot.at and not (folder / "delivered.json").exists():
        yield _deliver_newsletter(service, recipe, reference, folder)


def _ready(recipe: Newsletter, slot: slots.Slot, zone: str) -> datetime:
    """When the draft is made: as config.yaml says, else a day before it goes out."""
    if recipe.draft_ready:
        return slots.before(slot, recipe.draft_ready.day, recipe.draft_ready.at, zone)
    return slot.at - timedelta(days=1)


def _draft_newsletter(service: Service, name: str, recipe: Newsletter, slot: slots.Slot) -> Event:
    reference = f"{name}/{slot.label}"
    used = writing.drafted_articles(service.drafts / name)
    articles = [
        article
        for article in reading.from_sources(recipe.sources, service.config, service.get)
        if article.guid not in used
    ]
    if len(articles) < recipe.articles.at_least:
        return Event(
            reference,
            f"skipped for now: {len(articles)} new articles, and it wants at least {recipe.articles.at_least}",
        )
    day = slot.at.astimezone(ZoneInfo(service.config.brand.timezone)).date()
    draft = build.edition(
        articles[: recipe.articles.at_most], name, recipe, service.config, slot.label, day, say=lambda _: None
    )
    folder = writing.keep(draft, service.drafts, reference)
    return Event(reference, f"drafted in {folder}")


def _deliver_newsletter(service: Service, recipe: Newsletter, reference: str, folder: Path) -> Event:
    errors = writing.errors_in(folder)
    if errors:
        return Event(
            reference,
            f"held: {' '.join(errors)} Mend it, then delete {folder} so that it is made again.",
            needs_person=True,
        )
    channel = open_channel(recipe.send_with, service.config)
    staged = channel.stage(channel.render(writing.kept_email(folder)), reference)
    writing.mark(folder, "delivered.json", {"channel": recipe.send_with, "id": staged.remote_id, "place": staged.place})
    return Event(reference, f"delivered to {recipe.send_with}: {staged.place}")


def _draft_posts(service: Service, now: datetime) -> Iterator[Event]:
    root = service.drafts / "social"
    used = writing.drafted_articles(root)
    for article in reading.from_sources(service.config.social.sources, service.config, service.get):
        if article.guid in used:
            continue
        draft = build.posts_of([article], service.config, now, taken=_taken(root), say=lambda _: None)
        reference = f"social/{_name(article)}"
        folder = writing.keep(draft, service.drafts, reference)
        yield Event(reference, f"{len(draft.posts)} posts drafted in {folder}")


def _name(article: Article) -> str:
    """A readable name that no other article has."""
    return f"{article.title[:60]} {hashlib.sha256(article.guid.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _taken(root: Path) -> dict[Network, set[str]]:
    """The slots that kept posts have already, by network."""
    taken: dict[Network, set[str]] = {}
    for path in sorted(root.glob("*/posts.json")):
        for post in writing.kept_posts(path.parent):
            taken.setdefault(post.network, set()).add(post.slot or "")
    return taken


def _deliver_posts(service: Service, now: datetime) -> Iterator[Event]:
    """Each due post to its network's channel, or to the outbox where config.yaml has none of that name."""
    for path in sorted((service.drafts / "social").glob("*/posts.json")):
        errors = writing.errors_in(path.parent)
        for post in writing.kept_posts(path.parent):
            if post.slot is None or (due := slots.parse(post.slot)) > now:
                continue
            reference = f"{post.network}/{post.slot.replace('/', '_')}"
            channel = open_channel(
                post.network if post.network in service.config.channels else "outbox", service.config
            )
            if channel.find(reference):
                continue
            if errors:
                yield Event(reference, f"held: {' '.join(errors)}", needs_person=True)
            elif now - due > LATE_POST:
                yield Event(reference, "missed: it was due more than a day ago", needs_person=True)
            elif isinstance(channel, Outbox):
                pictures = {image.file: (path.parent / image.file).read_bytes() for image in post.images}
                staged = channel.stage(channel.render(Thread((post,)), pictures), reference)
                yield Event(reference, f"delivered to {channel.facts.name}: {staged.place}")
