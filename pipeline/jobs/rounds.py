"""One round of the service: draft what is ready to be drafted, deliver what is due. Doing it twice changes nothing.

What was drafted and what went out is known by the folders under `drafts`, so a restart forgets nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from pipeline import slots
from pipeline.channels.registry import open_channel
from pipeline.config.shape import Newsletter
from pipeline.jobs import build, incoming, keeping, posting
from pipeline.jobs.service import Event, Service, attempt


def run(service: Service, now: datetime) -> Iterator[Event]:
    """Everything that is due at `now`. One thing that fails does not stop the others."""
    yield from incoming.first_sight(service, now)
    for name, recipe in service.config.newsletters.items():
        yield from attempt(name, _newsletter(service, name, recipe, now))
    if service.config.social.sources and service.config.social.networks:
        yield from attempt("social", posting.run(service, now))


def _newsletter(service: Service, name: str, recipe: Newsletter, now: datetime) -> Iterator[Event]:
    slot = build.next_slot(recipe, service.config, now)
    yield from _missed(service.drafts / name, slot)
    yield from attempt(f"{name}/{slot.label}", _edition(service, name, recipe, slot, now))


def _missed(root: Path, slot: slots.Slot) -> Iterator[Event]:
    """Tell once of each draft whose hour passed before it went out; its articles are free again."""
    for path in sorted(root.glob("*/edition.json")):
        folder = path.parent
        ended = any((folder / name).exists() for name in (keeping.DELIVERED, keeping.MISSED))
        if folder.name < slot.label and not ended:  # labels sort as their weeks do
            message = (
                f"missed: its time passed and it did not go out. Its articles may be in {slot.label}; see {folder}."
            )
            yield Event(f"{root.name}/{folder.name}", message, needs_person=True)
            keeping.note(folder, keeping.MISSED, {"before": slot.label})


def _edition(service: Service, name: str, recipe: Newsletter, slot: slots.Slot, now: datetime) -> Iterator[Event]:
    reference = f"{name}/{slot.label}"
    folder = keeping.folder_of(service.drafts, reference)
    if not folder.exists():
        if now >= _ready(recipe, slot, service.config.brand.timezone) and service.may_ask(reference, now):
            yield _draft(service, name, recipe, slot)
        if not folder.exists():
            return
    if now >= slot.at and not (folder / keeping.DELIVERED).exists():
        yield _deliver(service, recipe, reference, folder)


def _ready(recipe: Newsletter, slot: slots.Slot, zone: str) -> datetime:
    """When the draft is made: as config.yaml says, else a day before it goes out."""
    if recipe.draft_ready:
        return slots.before(slot, recipe.draft_ready.day, recipe.draft_ready.at, zone)
    return slot.at - timedelta(days=1)


def _draft(service: Service, name: str, recipe: Newsletter, slot: slots.Slot) -> Event:
    reference = f"{name}/{slot.label}"
    used = _used(service.drafts / name)
    new = [article for article in incoming.articles(service, recipe.sources) if article.guid not in used]
    if len(new) < recipe.articles.at_least:
        wanted = recipe.articles.at_least
        return Event(reference, f"skipped for now: {len(new)} new articles, and it wants at least {wanted}")
    taken, day = new[: recipe.articles.at_most], build.day_of(slot, service.config)
    draft = build.edition(taken, name, recipe, service.config, slot.label, day, say=lambda _: None)
    return Event(reference, f"drafted in {keeping.keep(draft, service.drafts, reference)}")


def _used(root: Path) -> set[str]:
    """The articles of a newsletter's drafts, but of those that were missed."""
    drafts = [path.parent for path in sorted(root.glob("*/edition.json"))]
    return {guid for folder in drafts if not (folder / keeping.MISSED).exists() for guid in keeping.articles_in(folder)}


def _deliver(service: Service, recipe: Newsletter, reference: str, folder: Path) -> Event:
    errors = keeping.errors_in(folder)
    if errors:
        remedy = f"Mend it, then delete {folder} so that it is made again."
        return Event(reference, f"held: {' '.join(errors)} {remedy}", needs_person=True)
    channel = open_channel(recipe.send_with, service.config)
    staged = channel.stage(channel.render(keeping.kept_email(folder)), reference)
    ended = {"channel": recipe.send_with, "id": staged.remote_id, "place": staged.place}
    keeping.note(folder, keeping.DELIVERED, ended)
    return Event(reference, f"delivered to {recipe.send_with}: {staged.place}")
