"""Exports: posts for services that take them in bulk, and the plan for one's agenda. They change no draft."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection

from pipeline import slots
from pipeline.config.accounts import ExportChannel, OutboxChannel
from pipeline.config.shape import NETWORKS, Config
from pipeline.errors import UsageError
from pipeline.jobs import build, bulk, enclosures, showing
from pipeline.jobs.agenda import Appointment
from pipeline.jobs.bulk import Entry, Format
from pipeline.jobs.composing import THREAD
from pipeline.jobs.desk import Desk
from pipeline.jobs.enclosures import Sheet
from pipeline.language.start import start_of
from pipeline.ledger import audit, calendar, drafts
from pipeline.ledger.drafts import Draft
from pipeline.ledger.states import State
from pipeline.model import Post

_POSTS = TypeAdapter(list[Post])
_GONE = {State.CANCELLED, State.SKIPPED}
_AHEAD = timedelta(days=3 * 366)  # farther than any post can be moved
_SOON = timedelta(minutes=15)  # to upload a table, which services refuse when a time in it is too near
_A_THREAD = "in threads, which no table can hold"


@dataclass(frozen=True)
class Export:
    """What is exported.

    Attributes:
        entries: Posts with their times.
        left_out: Why others are not among them, and how many.
    """

    entries: Sequence[Entry]
    left_out: Mapping[str, int]

    def only(self, networks: Collection[str]) -> Export:
        """Of these networks; of all where none is named.

        Raises:
            UsageError: there is no such network.
        """
        if strange := set(networks) - set(NETWORKS):
            raise UsageError(f"There is no network {', '.join(sorted(strange))}. Choose of {', '.join(NETWORKS)}.")
        return replace(self, entries=[one for one in self.entries if not networks or one.post.network in networks])

    def to_come(self, now: datetime) -> Export:
        """Those that can still be uploaded before their time."""
        late = Counter(filter(None, (_too_late(one.at, now) for one in self.entries)))
        return Export([one for one in self.entries if not _too_late(one.at, now)], Counter(self.left_out) + late)


def from_ledger(desk: Desk, *, waiting: bool = False, again: bool = False) -> Export:
    """The approved posts that are still to come; with `waiting` also those that wait for a yes.

    Posts that a channel with an account sends are left out, and without `again` those that were exported before: they
    would go out twice.
    """
    entries: list[Entry] = []
    left_out: Counter[str] = Counter()
    with desk.ledger.reading() as connection:
        for draft, states in calendar.drafts_with_states(connection, desk.brand):
            if draft.kind != "thread" or not states or not set(states) <= {State.APPROVED, State.PLANNED}:
                continue  # a newsletter, or out already
            waits = State.PLANNED in states
            reason = _left_out(desk, draft, waits=waits and not waiting) or (
                "" if again else _exported(connection, draft)
            )
            if reason or draft.place.due is None:
                left_out[reason] += 1
                continue
            at = draft.place.due.astimezone(ZoneInfo(desk.config.brand.timezone))
            post = THREAD.validate_json(draft.message).posts[0]
            name = f"draft-{draft.id}"
            entry = Entry(post, at, name, name, waits, (draft.id, draft.version))
            entries.append(enclosures.enclosed(entry, drafts.pictures(connection, draft.id)))
    return Export(entries, left_out)


def note(desk: Desk, export: Export, who: str) -> None:
    """Remember what was exported, and as which version."""
    with desk.ledger.writing() as connection:
        for number, version in (one.draft for one in export.entries if one.draft):
            audit.write(connection, who, audit.EXPORTED, f"draft {number}", desk.now(), f"version {version}")


def _exported(connection: Connection, draft: Draft) -> str:
    """Why a draft that was exported before is not exported now, or ""."""
    before = audit.last(connection, f"draft {draft.id}", audit.EXPORTED)
    if before is None:
        return ""
    if before.details == f"version {draft.version}":
        return "exported before: add --again to have them once more"
    return "exported before and changed since: change them there too, or take them out there and add --again"


def _left_out(desk: Desk, draft: Draft, *, waits: bool) -> str:
    """Why a draft is not exported, or ""."""
    channel = draft.place.channel
    if not isinstance(desk.config.channels.get(channel), OutboxChannel | ExportChannel):
        return f"sent by the channel {channel} itself"
    if draft.place.due is None:
        return "without a time: they wait for a free slot"
    if late := _too_late(draft.place.due, desk.now()):
        return late
    if waits:
        return "not approved: approve them, or add --waiting"
    return _A_THREAD if len(THREAD.validate_json(draft.message).posts) > 1 else ""


def _too_late(at: datetime, now: datetime) -> str:
    return "due already" if at <= now else "due within 15 minutes, too soon to upload" if at <= now + _SOON else ""


def from_folder(folder: Path, config: Config, *, threads: bool = False) -> Export:
    """The posts of a build, in its folder; with `threads` also those, each as its first part.

    Raises:
        UsageError: there is no such file, or it is not one of ours.
    """
    path = folder / "posts.json"
    try:
        posts = _POSTS.validate_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}). Name the folder of a build.") from error
    except ValidationError as error:
        raise UsageError(f"{path} is not as build writes it. Build again.") from error
    entries: list[Entry] = []
    left_out: Counter[str] = Counter()
    zone = ZoneInfo(config.brand.timezone)
    known: Counter[str] = Counter()
    for post, file in zip(posts, build.names_of(posts), strict=True):
        if post.part > 1:
            continue
        if post.parts > 1 and not threads:
            left_out[_A_THREAD] += 1
        elif post.slot is None:
            left_out["without a time in the plan"] += 1
        else:
            key = _key(post)
            known[key] += 1
            which = f"-{known[key]}" if known[key] > 1 else ""
            name = file.removeprefix(f"posts/{post.network}-").removesuffix(".txt")
            entries.append(Entry(post, _moment(post, path).astimezone(zone), f"{key}{which}", name, waits=True))
    return Export(entries, left_out)


def _moment(post: Post, path: Path) -> datetime:
    try:
        return slots.parse(post.slot or "")
    except ValueError as error:
        raise UsageError(f"{path}: {post.slot} is no time. Build again.") from error


def _key(post: Post) -> str:
    """What a post is known by, wherever it moves: what it tells, and where."""
    told = repr((post.network, post.article, post.key_point))
    return f"{hashlib.sha256(told.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def with_pictures(export: Export, folder: Path) -> Export:
    """The posts of a build with their pictures.

    Raises:
        UsageError: one cannot be read.
    """
    return replace(export, entries=[enclosures.of_build(folder, one) for one in export.entries])


def sheets(export: Export, config: Config, form: str | None) -> list[Sheet]:
    """The tables, one or more a network: `linkedin-buffer.csv`.

    Args:
        export: What.
        config: Its channels of the type `export` say which format a network has.
        form: In place of those, one for all; without either it is Buffer's.
    """
    found: list[Sheet] = []
    for network in dict.fromkeys(one.post.network for one in export.entries):
        name, columns = _format(network, config, form)
        entries = [one for one in export.entries if one.post.network == network]
        for number, rows in enumerate(bulk.shared_out(entries, columns), 1):
            found.append(Sheet(f"{network}-{name}{f'-{number}' if number > 1 else ''}.csv", columns, rows))
    return found


def files(sheets: Sequence[Sheet]) -> dict[str, bytes]:
    """CSV files by their names; beside them the pictures, and a list of which row wants which."""
    return {one.name: bulk.table(one.entries, one.form) for one in sheets} | enclosures.files(sheets)


def _format(network: str, config: Config, form: str | None) -> tuple[str, Format]:
    """Name and columns."""
    chosen = form or getattr(config.channels.get(network), "format", None) or "buffer"
    return (chosen, bulk.FORMATS[chosen]) if isinstance(chosen, str) else ("own", Format.own(chosen))


def off_step(export: Export, config: Config, form: str | None) -> dict[str, int]:
    """By format, how many posts stand at a minute that its service does not take."""
    found: Counter[str] = Counter()
    for one in export.entries:
        name, columns = _format(one.post.network, config, form)
        found[name] += one.at.minute % columns.step > 0
    return {name: count for name, count in found.items() if count}


def by_hand(export: Export) -> int:
    """How many posts have a picture, which no table can hold."""
    return sum(bool(one.pictures) for one in export.entries)


def agenda(desk: Desk) -> Iterator[Appointment]:
    """Editions and posts from four weeks ago on, as `status` has them; of those not drafted yet only four weeks."""
    for row in showing.status(desk, ahead=_AHEAD):
        if not row["due"] or row["state"] in _GONE:
            continue
        # An edition keeps its slot, and may have no draft yet; a post keeps its number wherever it moves.
        known = row["series"] in desk.config.newsletters or not row["draft"]
        which = f"{row['series']}-{row['slot']}" if known else f"draft-{row['draft']}"
        state = "not drafted yet" if "drafted_at" in row else row["state"]
        yield Appointment(
            f"{which}-{row['part']}@{hashlib.sha256(desk.brand.encode()).hexdigest()[:16]}",
            datetime.fromisoformat(row["due"]),
            f"{row['series']}: {row.get('title') or state}",
            "\n".join(filter(None, (state, row["todo"], row["error"], row["receipt"]))),
            settled=row["state"] != State.PLANNED,
        )


def agenda_of(export: Export) -> Iterator[Appointment]:
    """The posts of a build."""
    for one in export.entries:
        title = f"{one.post.network}: {start_of(one.post.text)}"
        yield Appointment(one.key, one.at, title, one.post.text, one.post.link, settled=not one.waits)
