"""The command line: one short function a command. A command imports its rooms itself, so that help is quick."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline import __version__
from pipeline.errors import LichtpuntError, UsageError

if TYPE_CHECKING:
    from pipeline.config.shape import Config

NEEDS_PERSON, WRONG_USE = 1, 2
_CONFIG = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path),
    help="Another config.yaml. Without it the one in this folder is used, else the one that ships.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")


class _Commands(click.Group):
    """Errors as one sentence on standard error, without a traceback."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except LichtpuntError as error:
            click.echo(str(error), err=True)
            sys.exit(WRONG_USE if isinstance(error, UsageError) else NEEDS_PERSON)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read our output has seen enough
            sys.exit(0)

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self.commands)  # in the order of the file, which is the order of the work


def _example(*lines: str) -> str:
    """An example for the end of a command's help."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_example("python run.py demo"),
)
@click.version_option(__version__, prog_name="Lichtpunt")
def main() -> None:
    """Articles and their 💡 key points in; newsletters, social posts and quote cards out."""


def _load(path: Path | None) -> Config:
    """The config.yaml that was named, else the one in this folder, else the one that ships."""
    from pipeline import assets
    from pipeline.config import reading

    own = path or reading.find(Path())
    return reading.read(own or assets.find("config.yaml"), reading.load_environment((own or Path()).parent, os.environ))


def _say(message: str) -> None:
    """Progress, on standard error, so that output stays clean."""
    click.echo(f"· {message}", err=True)


def _now(config: Config) -> datetime:
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo(config.brand.timezone))


@main.command(epilog=_example("python run.py demo", "python run.py preview"))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="Folder for everything that is made.",
)
@_CONFIG
def demo(out: Path, config_path: Path | None) -> None:
    """The whole way on the example articles, with no account: drafts, cards, and delivery into an outbox."""
    from pipeline.jobs import demo as job

    config = _load(config_path)
    for line in job.run(config, out, _now(config), say=_say):
        click.echo(line)


@main.command(
    epilog=_example(
        "python run.py build articles/bread.md --out out/bread",
        "python run.py build articles/ --newsletter weekly --greeting 'Good morning!' --out out/week",
    )
)
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder for what is made.")
@click.option("--newsletter", help="Which newsletter of config.yaml; without it the first.")
@click.option("--greeting", help="Our own lines at the top.")
@click.option("--link", help="Address of the article, where it has none of its own.")
@click.option("--online", is_flag=True, help="Allow the network: articles may be addresses.")
@click.option(
    "--deliver", is_flag=True, help="Hand the newsletter to its channel too: the outbox, or a draft at the provider."
)
@_CONFIG
def build(
    articles: tuple[str, ...],
    out: Path,
    newsletter: str | None,
    greeting: str | None,
    link: str | None,
    online: bool,
    deliver: bool,
    config_path: Path | None,
) -> None:
    """Make newsletter, posts and cards of ARTICLEs: files, folders or feeds."""
    from pipeline.jobs import build as job
    from pipeline.jobs import reading, writing
    from pipeline.jobs.deliver import newsletter as hand_over

    config = _load(config_path)
    name, recipe = job.recipe_named(newsletter, config)
    found = reading.read(articles, config, link=link, get=reading.over_the_network if online else None)
    draft = job.whole(found, name, recipe, config, _now(config), greeting=greeting, say=_say)
    writing.write(draft.files, out)
    _tell_findings(draft.findings)
    cards = sum(file.startswith("cards/") for file in draft.files)
    subject = draft.email.subject if draft.email else ""
    click.echo(f"{out / 'newsletter.html'}: “{subject}”, {len(draft.posts)} posts, {cards} cards.")
    if deliver:
        staged = hand_over(draft, recipe, config)
        click.echo(f"Delivered to {recipe.send_with}: {staged.place}")
    if any(finding.severity == "error" for finding in draft.findings):
        sys.exit(NEEDS_PERSON)


def _tell_findings(findings: Any) -> None:
    for finding in findings:
        if finding.severity != "note":
            click.echo(f"{finding.severity}: {finding.place}: {finding.message} {finding.remedy}", err=True)
    notes = sum(finding.severity == "note" for finding in findings)
    if notes:
        click.echo(f"report.json has {notes} {'note' if notes == 1 else 'notes'} besides.", err=True)


@main.command(epilog=_example("python run.py inspect articles/bread.md", "python run.py inspect feed.xml --json"))
@click.argument("place", metavar="FILE|URL")
@_JSON
@_CONFIG
def inspect(place: str, as_json: bool, config_path: Path | None) -> None:
    """Show how an article or feed is read: sections, key points, and what was dropped and why.

    An address is fetched over the network.
    """
    from pipeline import inspection
    from pipeline.jobs import reading

    config = _load(config_path)
    seen = reading.look(place, config, reading.over_the_network)
    if as_json:
        click.echo(json.dumps(inspection.as_json(seen), ensure_ascii=False, indent=2))
    else:
        inspection.show(seen)


@main.command(epilog=_example("echo 'Bread that rests tastes better.' | python run.py count x"))
@click.argument("network")
@_JSON
def count(network: str, as_json: bool) -> None:
    """Count the text on standard input as NETWORK counts it."""
    from pipeline import limits
    from pipeline.config.shape import NETWORKS

    known = next((name for name in NETWORKS if name == network.casefold()), None)
    if known is None:
        raise UsageError(f"There is no network {network}. Choose one of {', '.join(NETWORKS)}.")
    text = sys.stdin.buffer.read().decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")
    length, limit = limits.measure(known, text), limits.limit(known)
    click.echo(json.dumps({"network": known, "length": length, "limit": limit}) if as_json else f"{length} of {limit}")
    for problem in limits.problems(known, text):
        click.echo(problem, err=True)
    if not limits.fits(known, text):
        sys.exit(NEEDS_PERSON)


@main.command(epilog=_example("python run.py check", "python run.py check --schema > config.schema.json"))
@click.option("--schema", is_flag=True, help="Print the JSON Schema of config.yaml, for editors, and stop.")
@_JSON
@_CONFIG
def check(schema: bool, as_json: bool, config_path: Path | None) -> None:
    """Check configuration, templates, secrets, sources and channels. Sends nothing."""
    if schema:
        from pipeline.config.schema import schema as json_schema

        click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
        return
    from pipeline.jobs import checking

    findings = checking.run(_load(config_path))
    if as_json:
        click.echo(json.dumps([vars(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(
                f"{finding.severity}: {finding.place}: {finding.message} {finding.remedy}",
                err=finding.severity != "note",
            )
        if not findings:
            click.echo("All is well.")
    if any(finding.severity == "error" for finding in findings):
        sys.exit(WRONG_USE)


@main.command(epilog=_example("python run.py preview", "python run.py preview out/bread --port 9000"))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("out"))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="Port on this machine; 0 takes a free one.",
)
@_CONFIG
def preview(folder: Path, port: int, config_path: Path | None) -> None:
    """Look at the drafts in FOLDER (out, if none is given) in the browser, on this machine only.

    Pages follow every change.
    """
    from pipeline.preview import app

    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}. Make drafts first, with demo or build.")
    app.serve(
        folder,
        brand_name=_load(config_path).brand.name,
        port=port,
        announce=lambda address: click.echo(f"{address}   Ctrl-C stops."),
    )


@main.command(epilog=_example("python run.py start", "python run.py start --once   # from cron"))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="Folder for drafts.",
)
@click.option("--once", is_flag=True, help="Do what is due now, and stop.")
@_CONFIG
def start(out: Path, once: bool, config_path: Path | None) -> None:
    """Draft and deliver at the times of config.yaml, until stopped with Ctrl-C."""
    from pipeline.jobs import rounds as job
    from pipeline.jobs.service import Service

    service = Service(_load(config_path), out / "drafts")
    told: set[str] = set()
    needy = False

    def tick() -> None:
        nonlocal needy
        for event in job.run(service, datetime.now(UTC)):
            needy = needy or event.needs_person
            line = f"{event.reference}: {event.message}"
            if line not in told:
                told.add(line)
                click.echo(line, err=event.needs_person)

    if once:
        tick()
        if not told:
            click.echo("Nothing is due.")
        sys.exit(NEEDS_PERSON if needy else 0)
    _run_until_stopped(tick)


def _run_until_stopped(tick: Callable[[], None]) -> None:
    import signal
    import threading

    from pipeline import clock

    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    _say("started; Ctrl-C stops")
    clock.run(tick, stop)
    _say("stopped")
