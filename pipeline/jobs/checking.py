"""Configuration, templates, sources and channels, looked at without sending anything."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.channels.registry import open_channel
from pipeline.config.shape import Config
from pipeline.errors import LichtpuntError
from pipeline.jobs import looks, placing, trying, wording
from pipeline.jobs.trying import sentence
from pipeline.ledger import deliveries
from pipeline.ledger.store import open_ledger
from pipeline.model import Finding


def run(config: Config, state: Path) -> list[Finding]:
    """Findings about everything that a newsletter and its posts need; `state` is where the ledger would be."""
    return [
        *_secrets(config),
        *_written_keys(config),
        *wording.check(config),
        *_sources(config),
        *looks.check(config),
        *placing.never(config),
        *trying.check(config),
        *_channels(config),
        *_ledger(config, state),
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


def _ledger(config: Config, state: Path) -> Iterator[Finding]:
    if not state.exists():
        return
    if state.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        message = "Others on this machine can write it, and so approve what goes out."
        yield Finding("ledger-writable", "warning", str(state), message, f"Run: chmod 600 {state}")
    try:
        with open_ledger(state, config.brand.name).reading() as connection:
            used = deliveries.channels_in_use(connection)
    except LichtpuntError as error:
        yield Finding("ledger", "error", str(state), sentence(error), "Then check again.")
        return
    for name in sorted(used - {*config.channels, "outbox"}):
        message = "Drafts are to go out by it, and config.yaml has it no more."
        remedy = "Write it back, or compose them for another with edit --refresh: see drafts."
        yield Finding("channel-gone", "error", f"channels.{name}", message, remedy)


def _channels(config: Config) -> Iterator[Finding]:
    for name in config.channels:
        place = f"channels.{name}"
        try:
            for finding in open_channel(name, config).check():
                yield replace(finding, message=finding.message.removeprefix(f"{place}: "))
        except LichtpuntError as error:
            yield Finding("channel", "error", place, sentence(error).removeprefix(f"{place}: "), "Then check again.")
