"""Commands that draft, show, change and decide."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.base import BY, CONFIG, ID, JSON, Place, desk, example, print_json, tell
from pipeline.errors import LichtpuntError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.jobs.delivering import Event
    from pipeline.jobs.desk import Desk

_ID = click.argument("number", type=ID, metavar="ID")
_IDS = click.argument("numbers", type=ID, nargs=-1, metavar="ID...")


@click.command(epilog=example("python run.py draft", "python run.py draft articles/bread.md --again"))
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]")
@click.option("--again", is_flag=True, help="Also tell of ARTICLEs that were told of before.")
@JSON
@CONFIG
def draft(articles: tuple[str, ...], again: bool, as_json: bool, config_path: Path | None) -> None:
    """Fetch the sources and compose what is new: the coming editions, and posts with their times.

    What a source already holds when it is first seen is recorded and not drafted. Name an ARTICLE (a file, a folder or
    an address) to have it drafted all the same. What waits for a yes follows changed templates and config.yaml.
    """
    from pipeline.jobs import drafting

    if again and not articles:
        raise UsageError("--again needs to know which: name the ARTICLEs that are to be told of again.")
    tell(drafting.draft(desk(config_path), articles, again=again), as_json=as_json, nothing="Nothing is new.")


@click.command(epilog=example("python run.py drafts", "python run.py drafts --all --json"))
@click.option("--all", "everything", is_flag=True, help="Also what is out, skipped or cancelled.")
@JSON
@CONFIG
def drafts(everything: bool, as_json: bool, config_path: Path | None) -> None:
    """List the drafts: number, series, time and state; how each begins, its article, and what holds it."""
    from pipeline.cli import sheets
    from pipeline.jobs import showing

    at = desk(config_path)
    rows = showing.listed(at, everything=everything)
    if as_json:
        print_json(rows)
        return
    if not rows:
        click.echo("There are no drafts. Make some: draft")
        return
    click.echo(sheets.drafts(rows, at.config.brand))


@click.command(epilog=example("python run.py show 3", "python run.py show 3 --out out/look"))
@_ID
@click.option("--out", type=Place(path_type=Path, file_okay=False), help="Write its files into this folder too.")
@JSON
@CONFIG
def show(number: int, out: Path | None, as_json: bool, config_path: Path | None) -> None:
    """Show one draft: its words, its articles and key points with their numbers, findings and history."""
    from pipeline.cli import sheets
    from pipeline.jobs import showing

    at = desk(config_path)
    whole = showing.whole(at, number)
    if as_json:
        print_json(whole)
    else:
        click.echo(sheets.draft(whole, at.config.brand))
    if out:
        showing.write(at, number, out)
        click.echo(f"Its files are in {out}", err=True)


@click.command(
    epilog=example(
        "python run.py edit 3 --subject 'Brood dat rust' --greeting 'Goedemorgen!'",
        "python run.py edit 3 --alternative 2     # the second of the other subjects that show offers",
        "python run.py edit 3 --reword 1.2 'Rested dough needs less kneading.' --leave-out 2",
        "python run.py edit 3 --keep 2.1 --keep 2.4     # a yes to suggested key points",
        "python run.py edit 7 --text 'My own words' --at '2026-12-01 09:00'",
        "python run.py edit 3     # opens your editor",
    )
)
@_ID
@click.option("--subject", help="Of a newsletter.")
@click.option(
    "--alternative", type=click.IntRange(min=1), metavar="N", help="Of a newsletter: another subject, by its number."
)
@click.option("--preheader", help="Of a newsletter: the line behind the subject.")
@click.option("--greeting", help="Of a newsletter: our own lines at the top.")
@click.option("--text", help="Of a post.")
@click.option("--at", help="Another time for a post, such as '2026-12-01 09:00', in the brand's zone.")
@click.option("--reword", nargs=2, multiple=True, metavar="N TEXT", help="A key point in other words, everywhere.")
@click.option("--keep", multiple=True, metavar="N", help="A suggested key point: your yes makes it yours, everywhere.")
@click.option("--leave-out", multiple=True, metavar="N", help="An article (2) or a key point (2.1), by its number.")
@click.option("--put-back", multiple=True, metavar="N", help="What was left out, reworded or kept.")
@click.option("--refresh", is_flag=True, help="Compose it again from its articles as they are now.")
@BY
@JSON
@CONFIG
def edit(number: int, by: str, as_json: bool, config_path: Path | None, **given: Any) -> None:
    """Change a draft. Its numbers are those that `show` gives; without options your editor opens.

    A change takes back the approval. Rewording a key point changes it in mails, cards and on all networks.
    """
    at = desk(config_path)
    if all(value in (None, (), False) for value in given.values()):
        from pipeline.cli import sheets
        from pipeline.jobs import showing

        whole = showing.whole(at, number)
        given |= sheets.edited(whole) | {"version": whole["version"]}
    with at.ledger.writing():  # all of it, or nothing
        events = list(_changes(at, number, by, given))
    tell(_wanting_once(events), as_json=as_json, nothing="Nothing was changed.")


def _wanting_once(events: list[Event]) -> Iterator[Event]:
    """`events`, of which only the last about a draft says that it needs approval."""
    last = {event.reference: event for event in events}
    for event in events:
        message = event.message if event is last[event.reference] else event.message.removesuffix(" It needs approval.")
        yield replace(event, message=message)


def _changes(at: Desk, number: int, by: str, given: dict[str, Any]) -> Iterator[Event]:
    from pipeline.jobs import editing, scheduling

    words = {name: given[name] for name in ("subject", "preheader", "greeting", "text") if given.get(name) is not None}
    if given.get("alternative") is not None:
        if "subject" in words:
            raise UsageError("Give --subject or --alternative, not both.")
        words["subject"] = editing.alternative(at, number, given["alternative"])
    if words:
        yield editing.words(at, number, by, version=given.get("version"), **words)
    if given.get("refresh"):
        yield editing.refresh(at, number, by)
    if given.get("at") is not None:
        yield scheduling.move(at, number, by, given["at"])
    for which, text in given.get("reword") or ():
        yield from editing.reword(at, number, by, which, text)
    if given.get("keep"):
        yield from editing.keep(at, number, by, given["keep"])
    if given.get("leave_out"):
        yield from editing.leave_out(at, number, by, given["leave_out"])
    if given.get("put_back"):
        yield from editing.put_back(at, number, by, given["put_back"])


@click.command(
    epilog=example("python run.py post 'We are closed on Friday.' --network mastodon --at '2026-12-01 09:00'")
)
@click.argument("text")
@click.option("--network", "networks", multiple=True, required=True, help="Where; may be given more than once.")
@click.option("--at", help="When, such as '2026-12-01 09:00'; without it the network's next free time.")
@click.option("--thread", is_flag=True, help="Cut a long text into a thread; a line of --- begins a new part.")
@BY
@JSON
@CONFIG
def post(
    text: str,
    networks: tuple[str, ...],
    at: str | None,
    thread: bool,
    by: str,
    as_json: bool,
    config_path: Path | None,
) -> None:
    """Draft a post of your own, without an article."""
    from pipeline.jobs import scheduling

    tell(scheduling.own_post(desk(config_path), networks, text, at, by, as_thread=thread), as_json=as_json)


@click.command(
    epilog=example(
        "python run.py approve 3",
        "python run.py approve 4 5 6",
        "python run.py approve --all",
        "python run.py approve 3 --claims-read     # you read what it claims once more",
    )
)
@_IDS
@click.option("--all", "everything", is_flag=True, help="Every draft that waits and that nothing holds.")
@click.option("--version", type=click.IntRange(min=1), help="Only if it is still this version.")
@click.option("--claims-read", is_flag=True, help="Your second yes: you read its claims, sources and names once more.")
@BY
@JSON
@CONFIG
def approve(
    numbers: tuple[int, ...],
    everything: bool,
    version: int | None,
    claims_read: bool,
    by: str,
    as_json: bool,
    config_path: Path | None,
) -> None:
    """Say yes: these words, to these people, at this time. Any later change takes the yes back."""
    from pipeline.jobs import deciding, showing

    at = desk(config_path)
    if bool(numbers) == everything:
        raise UsageError("Say which: the numbers of drafts, or --all.")
    if version is not None and len(numbers) != 1:
        raise UsageError("--version is of one draft: name just that one.")
    if everything and claims_read:
        raise UsageError("--claims-read is about what you read: name the drafts.")
    if not everything:
        said = partial(deciding.approve, at, who=by, version=version, claims_read=claims_read)
        tell(_each(numbers, said), as_json=as_json)
        return
    waiting = [row for row in showing.listed(at, everything=False) if row["state"] == "planned"]
    free = {row["id"]: row["version"] for row in waiting if row["slot"] and not row["errors"] and not row["claims"]}
    events = _each(tuple(free), lambda number: deciding.approve(at, number, by, version=free[number]))
    tell(chain(events, _left(waiting)), as_json=as_json, nothing="Nothing waits for a yes.")


def _left(waiting: list[dict[str, Any]]) -> Iterator[Event]:
    """What `--all` leaves as it is."""
    from pipeline.jobs.delivering import Event

    held = [str(row["id"]) for row in waiting if row["errors"]]
    claims = [str(row["id"]) for row in waiting if row["slot"] and not row["errors"] and row["claims"]]
    slotless = sum(not row["slot"] for row in waiting if not row["errors"])
    if claims:
        message = (
            f"{', '.join(claims)} want a second yes each: show {claims[0]}, then approve {claims[0]} --claims-read"
        )
        yield Event("drafts", message, needs_person=True)
    if held:
        yield Event("drafts", f"{', '.join(held)} have an error each: see show {held[0]}", needs_person=True)
    if slotless:
        yield Event("drafts", f"{slotless} more wait for a free time")


def _each(numbers: tuple[int, ...], act: Callable[[int], Event]) -> Iterator[Event]:
    """`act` on each draft. Of several, one that does not allow it does not keep the others from it."""
    from pipeline.jobs.delivering import Event

    for number in numbers:
        try:
            yield act(number)
        except LichtpuntError as error:
            if len(numbers) == 1:
                raise
            yield Event(f"draft {number}", str(error), needs_person=True)


@click.command(epilog=example("python run.py discard 5"))
@_IDS
@BY
@JSON
@CONFIG
def discard(numbers: tuple[int, ...], by: str, as_json: bool, config_path: Path | None) -> None:
    """Never: these drafts do not go out, and their articles and key points are not drafted again by themselves."""
    from pipeline.jobs import deciding

    at = desk(config_path)
    tell(_each(_some(numbers), lambda number: deciding.discard(at, number, by)), as_json=as_json)


@click.command(epilog=example("python run.py cancel 5"))
@_IDS
@BY
@JSON
@CONFIG
def cancel(numbers: tuple[int, ...], by: str, as_json: bool, config_path: Path | None) -> None:
    """Not now: these drafts do not go out, and their articles and key points wait for another time."""
    from pipeline.jobs import deciding

    at = desk(config_path)
    tell(_each(_some(numbers), lambda number: deciding.cancel(at, number, by)), as_json=as_json)


def _some(numbers: tuple[int, ...]) -> tuple[int, ...]:
    if not numbers:
        raise UsageError("Say which: the number of a draft, or several. `drafts` lists them.")
    return numbers


COMMANDS = (draft, drafts, show, edit, post, approve, discard, cancel)
