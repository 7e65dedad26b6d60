"""Commands that send, settle and watch."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.base import BY, CONFIG, ID, JSON, NEEDS_PERSON, desk, example, line, print_json, say, state_path, tell
from pipeline.errors import LichtpuntError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.jobs.delivering import Event

_IDLE = "Nothing is due."
_ID = click.argument("number", type=ID, metavar="ID")


@click.command(epilog=example("python run.py test 3 --to me@example.org"))
@_ID
@click.option("--to", required=True, help="The one address that gets it.")
@BY
@JSON
@CONFIG
def test(number: int, to: str, by: str, as_json: bool, config_path: Path | None) -> None:
    """Send a draft to one address, to look at it in an inbox. Readers get nothing."""
    from pipeline.jobs import trial

    at = desk(config_path)
    tell(iter([trial.send(at, number, to, by)]), as_json=as_json)


@click.command(epilog=example("python run.py deliver --once"))
@click.option("--once", is_flag=True, help="Do what is due now, and stop.")
@JSON
@CONFIG
def deliver(once: bool, as_json: bool, config_path: Path | None) -> None:
    """Push what is approved and due; look up what is in doubt. Drafts nothing."""
    from zoneinfo import ZoneInfo

    from pipeline.jobs import archiving, dispatching

    at = desk(config_path, patient=not once)
    if once:
        zone = ZoneInfo(at.config.brand.timezone)
        tell(archiving.around(at, dispatching.once(at.courier, zone)), as_json=as_json, nothing=_IDLE)
        return
    run_until_stopped(lambda: archiving.around(at, dispatching.run(at.courier)), as_json=as_json)


@click.command(epilog=example("python run.py resolve 3 --went-out", "python run.py resolve 3 --send-again"))
@_ID
@click.option("--went-out", is_flag=True, help="You looked: readers have it.")
@click.option("--send-again", is_flag=True, help="You looked: readers have nothing. It needs a new approval.")
@click.option("--part", type=click.IntRange(min=1), help="Only this part of a thread.")
@BY
@JSON
@CONFIG
def resolve(
    number: int, went_out: bool, send_again: bool, part: int | None, by: str, as_json: bool, config_path: Path | None
) -> None:
    """Settle what the machine cannot know: did draft ID go out or not?"""
    from pipeline.jobs import deciding

    if went_out == send_again:
        raise UsageError("Say what you found: --went-out or --send-again.")
    act = deciding.went_out if went_out else deciding.send_again
    tell(iter(act(desk(config_path), number, part, by)), as_json=as_json)


@click.command(epilog=example("python run.py status", "python run.py status --json"))
@JSON
@CONFIG
def status(as_json: bool, config_path: Path | None) -> None:
    """Every slot of the last and next four weeks with its state, and what a person must do."""
    from pipeline.cli import sheets
    from pipeline.jobs import showing

    at = desk(config_path)
    rows = showing.status(at)
    held = showing.held_because(at)
    if as_json:
        print_json(rows)
    else:
        click.echo(sheets.status(rows, at.config.brand))
    if held:
        click.echo(f"All deliveries are held: {held}. Release them with stop-everything --release.", err=True)
    if held or any(showing.needs_person(row) for row in rows):
        sys.exit(NEEDS_PERSON)


@click.command(epilog=example("python run.py start", "python run.py start --once   # from cron"))
@click.option("--once", is_flag=True, help="Do what is due now, and stop.")
@JSON
@CONFIG
def start(once: bool, as_json: bool, config_path: Path | None) -> None:
    """The service: draft and deliver at the times of config.yaml, until stopped with Ctrl-C.

    Only what a person approved goes out, unless config.yaml says `approval: automatic`.
    """
    from pipeline.jobs import rounds

    service = rounds.Service(desk(config_path, patient=True))
    if once:
        tell(service.round(), as_json=as_json, nothing=_IDLE)
        return
    run_until_stopped(service.round, as_json=as_json)


@click.command(
    "stop-everything", epilog=example("python run.py stop-everything", "python run.py stop-everything --release")
)
@click.option("--release", is_flag=True, help="Let deliveries go on.")
@BY
@JSON
@CONFIG
def stop_everything(release: bool, by: str, as_json: bool, config_path: Path | None) -> None:
    """The emergency brake: hold all deliveries, of every process, until released."""
    from pipeline.jobs import deciding

    event = deciding.release(desk(config_path), by) if release else _brake(config_path, by)
    tell(iter([event]), as_json=as_json)


def _brake(config_path: Path | None, who: str) -> Event:
    """Stop even where config.yaml is broken: only the place of the ledger is needed."""
    from datetime import UTC, datetime

    from pipeline.jobs import deciding
    from pipeline.ledger.store import open_ledger

    try:
        ledger = desk(config_path).ledger
    except UsageError as error:
        path = state_path(config_path)
        if not path.exists():
            raise
        say(f"config.yaml is broken; the ledger {path} is held all the same. {error}")
        ledger = open_ledger(path)
    return deciding.stop_everything(ledger, datetime.now(UTC), who)


def run_until_stopped(events: Callable[[], Iterator[Event]], *, as_json: bool) -> None:
    """Tell what `events` gives every half minute, each thing once, until Ctrl-C or a signal to end.

    As JSON each event is a line of its own, since there is no end to wait for.
    """
    import signal
    import threading

    from pipeline import clock
    from pipeline.jobs.delivering import Event

    told: set[str] = set()

    def tick() -> None:
        try:
            for event in events():
                say_once(event)
                if stop.is_set():  # between two deliveries, not after all of them
                    return
        except LichtpuntError as error:  # a locked or full ledger is no reason to end: the next round may be better
            say_once(Event("the service", str(error), needs_person=True))

    def say_once(event: Event) -> None:
        text = json.dumps(vars(event), ensure_ascii=False) if as_json else f"{event.reference}: {event.message}"
        if text not in told:
            told.add(text)
            line(text, err=event.needs_person and not as_json)

    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    say("started; Ctrl-C stops")
    clock.run(tick, stop)
    say("stopped")


COMMANDS = (test, deliver, resolve, status, start, stop_everything)
