"""Exports for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.base import BY, CONFIG, NEEDS_PERSON, Place, desk, example, load, now
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.jobs.exporting import Export

FORMATS = ("buffer", "publer", "hootsuite")
_FROM = click.option(
    "--from",
    "folder",
    type=Place(path_type=Path, file_okay=False),
    help="Take the posts of this build's folder, in place of the drafts.",
)


@click.group(epilog=example("python run.py export csv", "python run.py export ics --out out/agenda.ics"))
def export() -> None:
    """Posts as tables for Buffer, Publer, Hootsuite and others (csv); the plan as a calendar for your agenda (ics).

    Nothing is sent, and no draft is changed.
    """


@export.command(
    epilog=example(
        "python run.py export csv --format publer", "python run.py export csv --from out/bread --network linkedin"
    )
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Whose table. Without it what config.yaml says for the network, else Buffer's.",
)
@click.option("--network", "networks", multiple=True, help="Only this network; may be given more than once.")
@click.option("--waiting", is_flag=True, help="Also posts that wait for a yes.")
@click.option("--again", is_flag=True, help="Also posts that were exported before.")
@_FROM
@click.option(
    "--out",
    type=Place(path_type=Path, file_okay=False),
    default=Path("out/csv"),
    show_default=True,
    help="Folder for the files; those of the last export there are replaced.",
)
@BY
@CONFIG
def csv(
    form: str | None,
    networks: tuple[str, ...],
    waiting: bool,
    again: bool,
    folder: Path | None,
    out: Path,
    by: str,
    config_path: Path | None,
) -> None:
    """Write approved posts that are still to come as tables for bulk upload, a file a network.

    Their pictures lie beside the tables, with a list of which row each belongs to: services take them only by hand.

    So that none goes out twice, those that a channel of yours sends itself are left out, and those exported before.
    """
    from pipeline.jobs import enclosures, exporting, writing

    if folder and (waiting or again):
        raise UsageError("A build remembers nothing: --waiting and --again say nothing of --from. Leave them out.")
    config = load(config_path)
    at = None
    if folder:
        found = exporting.from_folder(folder, config).to_come(now(config)).only(networks)
        found = exporting.with_pictures(found, folder)
    else:
        at = desk(config_path)
        found = exporting.from_ledger(at, waiting=waiting, again=again).only(networks)
    sheets = exporting.sheets(found, config, form)
    _tell_left_out(found)
    if not sheets:
        click.echo("There is no post to export.", err=True)
        sys.exit(NEEDS_PERSON)
    writing.write(exporting.files(sheets), out)
    if at:
        exporting.note(at, found, by)
    for sheet in sheets:
        click.echo(out / sheet.name)
    click.echo(f"Times are those of {config.brand.timezone}: choose that zone there too.", err=True)
    for name, count in exporting.off_step(found, config, form).items():
        click.echo(f"{count} at a minute that does not end in 0 or 5, which {name} may refuse: change `at`.", err=True)
    if count := exporting.by_hand(found):
        where = f"{out / enclosures.LIST} says which picture goes with which row."
        click.echo(f"{count} with a picture, which no table can hold: add it there by hand. {where}", err=True)


@export.command(epilog=example("python run.py export ics", "python run.py export ics --from out/bread"))
@_FROM
@click.option(
    "--out",
    type=Place(path_type=Path, dir_okay=False),
    default=Path("out/agenda.ics"),
    show_default=True,
    help="The file.",
)
@CONFIG
def ics(folder: Path | None, out: Path, config_path: Path | None) -> None:
    """Write what goes out, and what went out in the last four weeks, as a calendar file.

    Take it in again later: what moved is moved in your agenda too.
    """
    from datetime import UTC, datetime

    from pipeline.jobs import agenda, exporting, writing

    if out.exists() and not agenda.is_calendar(out):
        raise UsageError(f"{out} is there already, and is no calendar. Choose another file with --out.")
    config = load(config_path)
    if folder:
        found = exporting.from_folder(folder, config, threads=True)
        _tell_left_out(found)
        appointments = list(exporting.agenda_of(found))
    else:
        appointments = list(exporting.agenda(desk(config_path)))
    content = agenda.calendar(config.brand.name, appointments, datetime.now(UTC))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        writing.replace(out, content)
    except OSError as error:
        raise writing.cannot_write(out, error, "Choose another file with --out.") from error
    click.echo(f"{out}: {len(appointments)} appointments")


def _tell_left_out(found: Export) -> None:
    for reason, count in found.left_out.items():
        click.echo(f"Left out: {count} {'post' if count == 1 else 'posts'} {reason}.", err=True)


COMMANDS = (export,)
