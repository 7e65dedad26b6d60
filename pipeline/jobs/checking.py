"""Configuration, templates, sources and channels, looked at without sending anything."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pipeline.channels.registry import open_channel
from pipeline.config.shape import Config, Newsletter
from pipeline.errors import LichtpuntError
from pipeline.jobs import build
from pipeline.model import Article, Block, Finding, KeyPoint, Section

# Uses every part of a template once, so that a mistake anywhere in it shows.
_SAMPLE = Article(
    source="check",
    guid="check",
    title="A sample that is never sent",
    language="en",
    url="https://sample.example/article",
    byline="A. Sample",
    published=datetime(2026, 1, 1, tzinfo=UTC),
    lead=(Block("paragraph", "A lead of one sentence.", "A lead of one sentence."),),
    sections=(
        Section("A heading", (Block("paragraph", "A paragraph of one sentence.", "A paragraph of one sentence."),)),
    ),
    key_points=(KeyPoint("A key point that stands alone.", section=0),),
    references=("A reference, 2026",),
    notices=("A notice.",),
)


def run(config: Config) -> list[Finding]:
    """Findings about everything that a newsletter and its posts need."""
    return [*_secrets(config), *_sources(config), *_templates(config), *_channels(config)]


def _secrets(config: Config) -> Iterator[Finding]:
    path = config.folder / ".env"
    if path.is_file() and path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        yield Finding(
            "env-readable",
            "warning",
            str(path),
            "Others on this machine can read the keys in it.",
            f"Run: chmod 600 {path}",
        )


def _sources(config: Config) -> Iterator[Finding]:
    for name, source in config.sources.items():
        if source.folder and not Path(config.folder / source.folder).exists():
            yield Finding(
                "source-missing",
                "error",
                f"sources.{name}",
                f"{source.folder} does not exist.",
                "Make the folder, or correct its name.",
            )


def _templates(config: Config) -> Iterator[Finding]:
    recipes = config.newsletters or {"newsletter": Newsletter.model_validate({"from": ["articles"]})}
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for name, recipe in recipes.items():
        try:
            build.edition(
                [_SAMPLE], name, recipe, config, "2026-W01", now.date(), greeting="Good morning!", say=lambda _: None
            )
        except LichtpuntError as error:
            yield Finding("template", "error", f"newsletters.{name}", str(error), "Mend the template.")
    try:
        build.posts_of([_SAMPLE], config, now, say=lambda _: None)
    except LichtpuntError as error:
        yield Finding("template", "error", "social", str(error), "Mend the template.")


def _channels(config: Config) -> Iterator[Finding]:
    for name in config.channels:
        try:
            yield from open_channel(name, config).check()
        except LichtpuntError as error:
            yield Finding(
                "channel", "error", f"channels.{name}", str(error), "Correct it in config.yaml or at the provider."
            )
