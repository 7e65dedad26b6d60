"""The new articles of config.yaml's sources. What a feed held when the service first saw it was published before us."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.errors import SourceError, UsageError
from pipeline.jobs import reading
from pipeline.jobs.service import Event, Service, attempt
from pipeline.jobs.writing import as_json, cannot_write, replace
from pipeline.model import Article

_SEEN = TypeAdapter(dict[str, list[str]])


def first_sight(service: Service, now: datetime) -> Iterator[Event]:
    """Note what each feed holds that was never looked at before, so that a whole archive is not drafted."""
    config = service.config
    wanted = dict.fromkeys(name for recipe in config.newsletters.values() for name in recipe.sources)
    if config.social.networks:
        wanted |= dict.fromkeys(config.social.sources)
    for name in wanted:
        if config.sources[name].feed:
            yield from attempt(f"sources/{name}", _note(service, name, now))


def articles(service: Service, names: Sequence[str]) -> list[Article]:
    """The articles of the sources `names`, none twice, newest first, without what feeds held at first sight.

    Raises:
        SourceError: a source cannot be read.
    """
    seen = _seen(service)
    unknown = next((name for name in names if service.config.sources[name].feed and name not in seen), None)
    if unknown:
        raise SourceError(f"sources.{unknown}: this feed could not be read yet. It is tried again by itself.")
    old = {guid for name in names for guid in seen.get(name, ())}
    found = reading.from_sources(names, service.config, service.get)
    return [article for article in found if article.guid not in old]


def _note(service: Service, name: str, now: datetime) -> Iterator[Event]:
    seen = _seen(service)
    if name in seen or not service.may_ask(f"sources/{name}", now):
        return
    held = reading.from_sources([name], service.config, service.get)
    path = _path(service)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, as_json(seen | {name: [article.guid for article in held]}))
    except OSError as error:
        raise cannot_write(path, error, "Make room or allow writing there.") from error
    many = "1 article" if len(held) == 1 else f"{len(held)} articles"
    yield Event(
        f"sources/{name}", f"seen for the first time: its {many} of before are left alone, new ones are drafted"
    )


def _seen(service: Service) -> dict[str, list[str]]:
    """The guids that each feed held at first sight, by the name of the source."""
    path = _path(service)
    try:
        return _SEEN.validate_python(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}
    except (OSError, ValueError, RecursionError, ValidationError) as error:
        remedy = "Put it right, or delete it: then what feeds hold now counts as seen."
        raise UsageError(f"{path} cannot be read. {remedy}") from error


def _path(service: Service) -> Path:
    return service.drafts / "seen.json"
