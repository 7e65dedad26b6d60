"""Configuration, templates, sources and channels, looked at without sending anything."""

from __future__ import annotations

import difflib
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.channels.registry import open_channel
from pipeline.compose import words
from pipeline.config.shape import NETWORKS, PLAIN_NEWSLETTER, Config
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
    return [
        *_secrets(config),
        *_written_keys(config),
        *_words(config),
        *_sources(config),
        *_templates(config),
        *_channels(config),
    ]


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


def _written_keys(config: Config) -> Iterator[Finding]:
    """Keys that stand in config.yaml itself, where everybody sees them who sees the file."""
    path = config.folder / "config.yaml"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    for name, channel in config.channels.items():
        key = getattr(channel, "api_key", None)
        if key is not None and len(key.get_secret_value()) > 7 and key.get_secret_value() in text:
            message = "The key stands in config.yaml itself."
            remedy = "Put it into .env, and write ${NAME} here. Then make a new key, if others have seen this one."
            yield Finding("key-written", "warning", f"channels.{name}.api_key", message, remedy)


def _words(config: Config) -> Iterator[Finding]:
    """Lines in a team's own words.yaml that no template asks for."""
    own = config.folder / words.FILE
    shipped = words.load(words.FALLBACK).table
    if not own.is_file():
        return
    for tag, table in words.read(own).items():
        for key in table:
            if key not in shipped:
                near = difflib.get_close_matches(key, shipped, 1)
                remedy = (
                    f"Did you mean {near[0]}?" if near else "Take the line out, unless a template of yours uses it."
                )
                yield Finding(
                    "words-key", "warning", f"{words.FILE}, {tag}", f"No template of ours says {key}.", remedy
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
    """Make a sample with every template: what cannot be made, or would be held, is told."""
    recipes = config.newsletters or {"newsletter": PLAIN_NEWSLETTER}
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for name, recipe in recipes.items():
        place = f"newsletters.{name}"
        try:
            made = build.edition([_SAMPLE], name, recipe, config, "2026-W01", now.date(), greeting="…", say=_silent)
        except LichtpuntError as error:
            yield Finding("template", "error", place, _sentence(error), "Mend it there.")
        else:
            yield from (replace(finding, place=place) for finding in made.findings if finding.severity == "error")
            yield from (finding for finding in made.findings if finding.rule == "logo-file")
    yield from _social(config, now)


def _social(config: Config, now: datetime) -> Iterator[Finding]:
    try:
        made = build.posts_of([_SAMPLE], config, now, say=_silent)
    except LichtpuntError as error:
        yield Finding("template", "error", "social", _sentence(error), "Mend it there.")
        return
    told = {post.network for post in made.posts if post.key_point}
    for network in config.social.networks or NETWORKS:
        if network not in told:
            message = "The template makes no post of a short key point."
            yield Finding(
                "template", "error", f"templates/social/{network}.txt", message, "Let it say at least {{ text }}."
            )


def _channels(config: Config) -> Iterator[Finding]:
    for name in config.channels:
        place = f"channels.{name}"
        try:
            yield from open_channel(name, config).check()
        except LichtpuntError as error:
            yield Finding("channel", "error", place, _sentence(error).removeprefix(f"{place}: "), "Then check again.")


def _sentence(error: LichtpuntError) -> str:
    text = str(error)
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _silent(_: str) -> None:
    """Say nothing."""
