"""Folders that are there whole or not at all, with names that every file system takes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import unicodedata
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

TEMPORARY = ".partial"
_STALE = 600  # seconds; writing a draft takes less than one, so an older rest belongs to a process that was killed
_LONGEST = 100  # bytes of UTF-8 in a name; file systems take 255, archives and long paths less
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_LITTER = {"thumbs.db", "desktop.ini"}  # what file managers leave; theirs with a leading dot are skipped anyway


def place_of(reference: str) -> PurePosixPath:
    """A readable relative path for `reference`: `weekly/2026-W47`, `linkedin/2026-11-24-09-00-Europe_Amsterdam`."""
    return PurePosixPath(*(_name(segment) for segment in reference.split("/")))


def is_safe(name: str) -> bool:
    """Whether the relative path `name` stays inside its folder, on every system."""
    return all(segment == _name(segment) for segment in name.split("/"))


def write_whole(root: Path, place: PurePosixPath, parts: Mapping[str, bytes]) -> None:
    """Write `parts` as the folder `root/place`: beside it first, synced, then renamed. Leaves an existing one alone.

    Raises:
        OSError: it could not be written; nothing is left.
    """
    with beside(root) as fresh:
        for name, data in parts.items():
            _write(fresh / name, data)
        for folder in {fresh, *(path for path in fresh.rglob("*") if path.is_dir())}:
            _sync(folder)
        move(fresh, root / place)


@contextlib.contextmanager
def beside(root: Path) -> Iterator[Path]:
    """A folder in `root` to write in, on the same disk and hidden; it is gone in the end. It takes along what killed
    processes left.
    """
    fresh = root / TEMPORARY / uuid.uuid4().hex
    fresh.mkdir(parents=True)
    try:
        _sweep(fresh)
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        with contextlib.suppress(OSError):  # another process is writing
            fresh.parent.rmdir()


def move(folder: Path, target: Path) -> None:
    """Make `folder` the folder `target`, synced. Leaves an existing `target` alone.

    Raises:
        OSError: it could not be moved, and `target` is not there.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        folder.rename(target)
    except OSError:
        if not target.is_dir():  # otherwise another process was first; the caller compares
            raise
    _sync(target.parent)
    if folder.parent.is_dir():
        _sync(folder.parent)


def remove(root: Path, folder: Path) -> None:
    """Take `folder` away at once, not file by file. Nothing happens where it is gone.

    Raises:
        OSError: it is still there.
    """
    away = root / TEMPORARY / uuid.uuid4().hex
    away.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileNotFoundError):
        folder.rename(away)
        _sync(folder.parent)
    shutil.rmtree(away, ignore_errors=True)
    with contextlib.suppress(OSError):  # another process is writing
        away.parent.rmdir()


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of `folder` by its relative name, but for what file managers leave."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if not path.name.startswith(".") and path.name.lower() not in _LITTER
    }


def _name(segment: str) -> str:
    """Letters, digits, `.`, `_`, `#` and `-`; not hidden, not a device, and short."""
    name = re.sub(r"[^\w.#-]+", "-", unicodedata.normalize("NFC", segment)).strip(".-") or "_"
    if _DEVICES.match(name):
        name = "_" + name
    if len(name.encode()) <= _LONGEST:
        return name
    mark = hashlib.sha256(segment.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return name.encode()[: _LONGEST - 9].decode(errors="ignore").rstrip(".-") + "-" + mark


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make a folder's entries durable; Windows has no such call and needs none."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(fresh: Path) -> None:
    """Remove what killed processes left, by the file system's own clock."""
    now = fresh.stat().st_mtime
    for old in fresh.parent.iterdir():
        with contextlib.suppress(FileNotFoundError):  # another process swept it
            if now - old.stat().st_mtime > _STALE:
                shutil.rmtree(old, ignore_errors=True)
