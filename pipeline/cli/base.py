"""What the commands share: options, configuration, and how they speak."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.config.shape import Config
    from pipeline.jobs.delivering import Event
    from pipeline.jobs.desk import Desk

NEEDS_PERSON, WRONG_USE = 1, 2
_SHORT = 8.0  # seconds that a person waits for another process' work in the ledger
_LONG = 30.0  # and a service, which nobody looks at
CONFIG = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path),
    help="Another config.yaml. Without it the one in this folder is used, else the one that ships.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")


class _Number(click.IntRange):
    """A draft's number, as `drafts` lists them."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """`value` as a number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            raise UsageError(f"“{value}” is no draft's number. `drafts` lists them.") from error


ID = _Number(1, 2**31)


class Place(click.Path):
    """Where to write to. Nothing, as a variable without a value gives, is not the folder where one works."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """`value` as a path."""
        if not os.fspath(value):
            self.fail("it is empty. Name one.", param, ctx)
        return super().convert(value, param, ctx)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a number without a name
        return "somebody"


def _who(_: click.Context, __: click.Parameter, name: str) -> str:
    shown = " ".join("".join(sign for sign in name if sign.isprintable()).split())
    if not shown:
        raise click.BadParameter("it needs a name.")
    return shown


BY = click.option(
    "--by",
    default=_user,
    metavar="NAME",
    callback=_who,
    help="Who does this, for the audit trail; by default you.",
)


def unheard() -> None:
    """Nobody reads our output any more: what follows goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError):  # a stream that is no file
        os.dup2(nowhere, sys.stdout.fileno())


def line(text: str, *, err: bool = False) -> None:
    """Print a line of something that goes on whether or not anybody reads it."""
    try:
        click.echo(text, err=err)
    except OSError:
        unheard()


def example(*lines: str) -> str:
    """An example for the end of a command's help."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def load(path: Path | None) -> Config:
    """The config.yaml that was named, else the one in this folder, else the one that ships."""
    return configured(path)[0]


def configured(path: Path | None) -> tuple[Config, Path]:
    """The configuration, and the folder where its state lies: beside it, or here where it is the one that ships."""
    from pipeline import assets
    from pipeline.config import reading

    own = path or reading.find(Path())
    environment = reading.load_environment((own or Path()).parent, os.environ)
    return reading.read(own or assets.find("config.yaml"), environment), own.parent if own else Path()


def state_path(path: Path | None) -> Path:
    """Where the ledger is by a config.yaml that need not be good: what its line `state:` says, else the usual place."""
    from pipeline.config import reading

    own = path or reading.find(Path()) or Path("config.yaml")
    text = own.read_text(encoding="utf-8", errors="replace") if own.is_file() else ""
    stated = re.search(r"^state:[ \t]*[\"']?([^\"'#\n]+)", text, re.MULTILINE)
    return own.parent / (stated[1].strip() if stated else "state/ledger.db")


def now(config: Config) -> datetime:
    """The time in the brand's zone."""
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(config.brand.timezone))


def desk(path: Path | None, *, patient: bool = False) -> Desk:
    """The configuration with its ledger; whoever is `patient` waits longer where another process is at work in it."""
    from pipeline.jobs.desk import open_desk

    config, folder = configured(path)
    return open_desk(config, folder, lambda: datetime.now(UTC), patience=_LONG if patient else _SHORT)


def say(message: str) -> None:
    """Progress, on standard error, so that output stays clean."""
    click.echo(f"· {message}", err=True)


def print_json(value: object) -> None:
    """For programs."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def tell(events: Iterator[Event], *, as_json: bool = False, nothing: str = "") -> None:
    """Each event as a line, as it happens; what wants a person on standard error, and as the exit status.

    What was ordered is done to its end, also where nobody reads on.
    """
    seen: list[dict[str, Any]] = []
    for event in events:
        seen.append(vars(event))
        if not as_json:
            line(f"{event.reference}: {event.message}", err=event.needs_person)
    if as_json:
        print_json(seen)
    elif not seen and nothing:
        click.echo(nothing)
    if any(event["needs_person"] for event in seen):
        sys.exit(NEEDS_PERSON)
