"""Commands that make and look, without a ledger."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from pipeline.cli import calendar, findings
from pipeline.cli.base import CONFIG, JSON, NEEDS_PERSON, WRONG_USE, Place, configured, example, load, now, say
from pipeline.errors import UsageError


@click.command(epilog=example("python run.py demo", "python run.py preview"))
@click.option(
    "--out",
    type=Place(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    help="Folder for everything that is made.",
)
@CONFIG
def demo(out: Path, config_path: Path | None) -> None:
    """The whole way on the example articles, with no account: drafts, cards, and delivery into an outbox."""
    from pipeline.jobs import demo as job

    config = load(config_path)
    for line in job.run(config, out, now(config), say=say):
        click.echo(line)


@click.command(
    epilog=example(
        "python run.py build articles/bread.md --out out/bread",
        "python run.py build articles/ --newsletter weekly --greeting 'Good morning!' --out out/week",
    )
)
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--out", type=Place(path_type=Path, file_okay=False), required=True, help="Folder for what is made.")
@click.option("--newsletter", help="Which newsletter of config.yaml; without it the first.")
@click.option("--greeting", help="Our own lines at the top.")
@click.option("--link", help="Address of the one article that has none of its own. It never replaces one.")
@click.option("--online", is_flag=True, help="Allow the network: articles may be addresses, links are tried.")
@click.option(
    "--deliver", is_flag=True, help="Hand the newsletter to its channel too: the outbox, or a draft at the provider."
)
@click.option("--archive", is_flag=True, help="Add the edition to the archive of config.yaml, its list and its feed.")
@click.option("--clients", is_flag=True, help="Show the newsletter as each mail program would, in clients/.")
@CONFIG
def build(  # noqa: PLR0917  an argument for each option
    articles: tuple[str, ...],
    out: Path,
    newsletter: str | None,
    greeting: str | None,
    link: str | None,
    online: bool,
    deliver: bool,
    archive: bool,
    clients: bool,
    config_path: Path | None,
) -> None:
    """Make newsletter, posts and cards of ARTICLEs: files, folders or feeds."""
    from pipeline.jobs import build as job
    from pipeline.jobs import client_pages, imaging, reading, writing
    from pipeline.jobs import deliver as hand_over

    config = load(config_path)
    name, recipe = job.recipe_named(newsletter, config)
    get = reading.over_the_network if online else None
    found = reading.read(articles, config, link=link, get=get)
    beside = [*reading.findings(found), *imaging.publish(found.articles, config, get, again=True)]
    draft = job.whole(
        found.articles, name, recipe, config, now(config), greeting=greeting, beside=beside, get=get, say=say
    )
    writing.write(draft.files | (client_pages.of(draft, say=say) if clients else {}), out)
    findings.tell(draft.findings)
    cards = sum(file.startswith("cards/") for file in draft.files)
    subject = draft.email.subject if draft.email else ""
    click.echo(f"{out / 'newsletter.html'}: “{subject}”, {len(draft.posts)} posts, {cards} cards.")
    for other in draft.email.alternatives if draft.email else ():
        click.echo(f"  or the subject “{other}”")
    calendar.tell(draft.posts, found.articles, config.brand)
    if archive:
        address = hand_over.to_archive(draft, recipe, config, now(config), say=say)
        click.echo(f"In the archive: {address}")
    if deliver:
        staged = hand_over.newsletter(draft, recipe, config, now(config), say=say)
        click.echo(f"Delivered to {recipe.send_with}: {staged.place}")
    if any(finding.severity == "error" for finding in draft.findings):
        sys.exit(NEEDS_PERSON)


@click.command(epilog=example("python run.py inspect articles/bread.md", "python run.py inspect feed.xml --json"))
@click.argument("place", metavar="FILE|URL")
@JSON
@CONFIG
def inspect(place: str, as_json: bool, config_path: Path | None) -> None:
    """Show how an article or feed is read: sections, key points, and what was dropped and why.

    An address is fetched over the network.
    """
    from pipeline import inspection
    from pipeline.jobs import reading

    config = load(config_path)
    seen = reading.look(place, config, reading.over_the_network)
    if as_json:
        click.echo(json.dumps(inspection.as_json(seen), ensure_ascii=False, indent=2))
        for piece in [] if seen.feed else seen.dropped:  # a list of articles has no place for what is none
            click.echo(f"{piece.reason}: {piece.text}", err=True)
    else:
        inspection.show(seen)


@click.command(epilog=example("echo 'Bread that rests tastes better.' | python run.py count x"))
@click.argument("network")
@JSON
def count(network: str, as_json: bool) -> None:
    """Count the text on standard input as NETWORK counts it."""
    from pipeline import limits
    from pipeline.config.shape import NETWORKS

    known = next((name for name in NETWORKS if name == network.casefold()), None)
    if known is None:
        raise UsageError(f"There is no network {network}. Choose one of {', '.join(NETWORKS)}.")
    try:
        text = sys.stdin.buffer.read().decode("utf-8").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        wrong = f"Byte {error.start + 1} of standard input is no UTF-8, so its characters cannot be counted."
        raise UsageError(f"{wrong} Save the text as UTF-8.") from error
    length, limit = limits.measure(known, text), limits.limit(known)
    click.echo(json.dumps({"network": known, "length": length, "limit": limit}) if as_json else f"{length} of {limit}")
    for problem in limits.problems(known, text):
        click.echo(problem, err=True)
    if not limits.fits(known, text):
        sys.exit(NEEDS_PERSON)


@click.command(epilog=example("python run.py check", "python run.py check --schema > config.schema.json"))
@click.option("--schema", is_flag=True, help="Print the JSON Schema of config.yaml, for editors, and stop.")
@JSON
@CONFIG
def check(schema: bool, as_json: bool, config_path: Path | None) -> None:
    """Check configuration, templates, secrets, sources and channels. Sends nothing."""
    if schema:
        from pipeline.config.schema import schema as json_schema

        click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
        return
    from pipeline.jobs import checking

    config, folder = configured(config_path)
    found = checking.run(config, folder / config.state)
    if as_json:
        click.echo(json.dumps([vars(finding) for finding in found], ensure_ascii=False, indent=2))
    else:
        for finding in found:
            click.echo(
                f"{finding.severity}: {finding.place}: {finding.message} {finding.remedy}",
                err=finding.severity != "note",
            )
        if not found:
            click.echo("All is well.")
    if any(finding.severity == "error" for finding in found):
        sys.exit(WRONG_USE)


@click.command(epilog=example("python run.py preview", "python run.py preview out/bread --port 9000"))
@click.argument("folder", type=Place(path_type=Path, file_okay=False), default=Path("out"))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="Port on this machine; 0 takes a free one.",
)
@CONFIG
def preview(folder: Path, port: int, config_path: Path | None) -> None:
    """Look at the drafts in FOLDER (out, if none is given) in the browser, on this machine only.

    Pages follow every change.
    """
    from pipeline.preview import app

    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}. Make drafts first, with demo or build.")
    app.serve(
        folder,
        brand_name=load(config_path).brand.name,
        port=port,
        announce=lambda address: click.echo(f"{address}   Ctrl-C stops."),
    )


COMMANDS = (demo, build, inspect, count, check, preview)
