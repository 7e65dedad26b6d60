"""The archive of editions as a folder, ready for any web host: a page for each, a list of them, and a feed.

What is in it is all that is remembered: beside each page lies `edition.json`, and list and feed are made of these. So
they can always be made again, and whoever removes an edition's folder has removed it. Files that we did not write are
never replaced or removed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from pipeline.channels import folders
from pipeline.channels.outbox_files import filled_in
from pipeline.compose import archive, online, words
from pipeline.compose.archive import Entry
from pipeline.config.shape import Config
from pipeline.errors import UsageError
from pipeline.jobs.writing import as_json, cannot_write, put
from pipeline.model import UNSUBSCRIBE, Email

PAGE, ABOUT, INDEX, FEED = "index.html", "edition.json", "index.html", "feed.xml"
_OURS = b"<!-- made by Lichtpunt -->\n"  # at the end of each of our pages and of the feed: only these are replaced


@dataclass(frozen=True)
class Kept:
    """An edition as it lies in the archive.

    Attributes:
        listed: Whether list and feed name it. Before it went out it lies there for those who get the mail.
        mark: A hash of its page.
    """

    entry: Entry
    listed: bool
    mark: str


def place_of(newsletter: str, label: str) -> str:
    """The folder of an edition in the archive: `weekly/2026-W47`."""
    return folders.place_of(f"{newsletter}/{label}").as_posix()


def addressed(email: Email, newsletter: str, label: str, config: Config) -> Email:
    """`email` with the address of its page as its view-online link, where config.yaml has an archive.

    Without one the placeholder stays: a provider puts its own page there.
    """
    if config.archive is None:
        return email
    ours = archive.addresses(config, place_of(newsletter, label)).page
    return filled_in(email, UNSUBSCRIBE, ours if config.archive.folder else config.archive.address)


def folder_of(config: Config) -> Path | None:
    """Where the archive is written, or None where it is not."""
    return config.folder / config.archive.folder if config.archive and config.archive.folder else None


def lay(
    email: Email, newsletter: str, label: str, published: datetime, day: date, config: Config, now: datetime
) -> bool:
    """Put the page of an edition there, in place of an earlier one; whether it was another.

    A page that is new is not listed yet. One that is listed stays so, and counts as corrected now.

    Raises:
        UsageError: it cannot be written, or somebody's own file lies there.
        TemplateError: words are missing.
    """
    root, place = _root(config), place_of(newsletter, label)
    at = archive.addresses(config, place)
    page = online.page(email, at, config.brand.name, words.load(email.language, config.folder)).encode()
    page, before = page + _OURS, kept(config, place)
    published, mark = published.astimezone(UTC), hashlib.sha256(page).hexdigest()
    corrected = before is not None and before.listed and before.mark != mark
    updated = now.astimezone(UTC).replace(microsecond=0) if corrected else before.entry.updated if before else published
    entry = Entry(newsletter, label, place, email.subject, email.preheader, email.language, day, published, updated)
    fresh = Kept(entry, listed=before is not None and before.listed, mark=mark)
    _write(root, {f"{place}/{PAGE}": page, f"{place}/{ABOUT}": _described(fresh)})
    return before != fresh


def publish(config: Config, place: str) -> None:
    """Let list and feed name the edition in the folder `place`.

    Raises:
        UsageError: it is not there, or cannot be written.
    """
    there = kept(config, place)
    if there is None:
        raise UsageError(f"{_root(config) / place} holds no edition. Build it again.")
    if not there.listed:
        _write(_root(config), {f"{place}/{ABOUT}": _described(replace(there, listed=True))})
    list_all(config)


def withdraw(config: Config, place: str) -> None:
    """Take away a page that was never listed.

    Raises:
        UsageError: it could not be removed.
    """
    there = kept(config, place)
    if there is None or there.listed:
        return
    folder = _root(config) / place
    try:
        (folder / ABOUT).unlink(missing_ok=True)
        if not _is_theirs(folder / PAGE):
            (folder / PAGE).unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
    except OSError as error:
        raise cannot_write(folder, error, "Allow writing there, or remove it yourself.") from error


def list_all(config: Config) -> None:
    """Make list and feed of what lies in the archive.

    Raises:
        UsageError: they cannot be written, or are somebody's own files.
        TemplateError: the list's template is broken.
    """
    entries = [one.entry for one in everything(config) if one.listed]
    page = archive.index(entries, config).encode() + _OURS
    _write(_root(config), {INDEX: page, FEED: archive.feed(entries, config) + _OURS})


def everything(config: Config) -> list[Kept]:
    """Every edition in the archive."""
    return [found for place in _places(config) if (found := kept(config, place))]


def unreadable(config: Config) -> list[str]:
    """What lies in the archive as an edition, and cannot be read as one."""
    return [f"{place}/{ABOUT}" for place in _places(config) if kept(config, place) is None]


def _places(config: Config) -> list[str]:
    root = _root(config)
    return sorted(path.parent.relative_to(root).as_posix() for path in root.glob(f"*/*/{ABOUT}"))


def kept(config: Config, place: str) -> Kept | None:
    """The edition in the folder `place` of the archive; None where there is none that we can read."""
    try:
        about = json.loads((_root(config) / place / ABOUT).read_bytes())
        published, updated = (datetime.fromisoformat(about[name]).astimezone(UTC) for name in ("published", "updated"))
        newsletter, label = str(about["newsletter"]), str(about["label"])
        title, summary, language = (str(about[name]) for name in ("title", "summary", "language"))
        day = date.fromisoformat(about["day"])
        entry = Entry(newsletter, label, place, title, summary, language, day, published, updated)
        return Kept(entry, about["listed"] is True, str(about["mark"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _described(one: Kept) -> bytes:
    entry = {name: value for name, value in asdict(one.entry).items() if name != "place"}
    dates = {name: value.isoformat() for name, value in entry.items() if isinstance(value, date)}
    return as_json(entry | dates | {"listed": one.listed, "mark": one.mark})


def _root(config: Config) -> Path:
    found = folder_of(config)
    if found is None:
        raise UsageError("config.yaml names no folder for the archive. Write archive: with a folder and an address.")
    return found


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    for name in files:
        if not name.endswith(ABOUT) and _is_theirs(root / name):
            remedy = "Give the archive a folder of its own."
            raise UsageError(f"{root / name} is there already, and we did not write it. {remedy}")
    put(files, root)


def _is_theirs(path: Path) -> bool:
    try:
        return not path.read_bytes().endswith(_OURS)
    except OSError:  # it is not there; or it cannot be read, which writing it will tell
        return False
