"""What `build` makes, as files: whole or not at all, and in place of nothing but an earlier build."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from pipeline.channels import folders
from pipeline.errors import UsageError

_MADE = ".made.json"  # the names of what builds made in a folder: only these are ever replaced or removed
_LAST = "report.json"  # stands for a finished build, so it goes first and comes last


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Put `files` into the folder `out` in place of an earlier build there; other people's files stay.

    Raises:
        UsageError: it cannot be written, or one of these names is somebody's own file. Nothing is changed then.
    """
    ours = _made(out)
    strange = next((name for name in files if name not in ours and os.path.lexists(out / name)), None)
    if strange:
        raise UsageError(f"{out / strange} is there already, and no build made it. Choose another folder with --out.")
    try:
        with folders.beside(out) as fresh:
            for name, content in files.items():
                (fresh / name).parent.mkdir(parents=True, exist_ok=True)
                (fresh / name).write_bytes(content)
            _swap(fresh, out, files, ours)
    except OSError as error:
        raise cannot_write(out, error, "Make room, allow writing, or choose another folder with --out.") from error


def cannot_write(place: Path, error: OSError, remedy: str) -> UsageError:
    """What to say where the system does not let us write."""
    return UsageError(f"{place} cannot be written: {error.strerror or type(error).__name__}. {remedy}")


def as_json(value: object) -> bytes:
    """For people to read: indented, with letters as they are."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")


def replace(path: Path, content: bytes) -> None:
    """Write one file whole, in place of an earlier one.

    Raises:
        OSError: it could not be written; the earlier one stays.
    """
    fresh = path.with_name(f".{path.name.removeprefix('.')}.fresh")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def put(files: Mapping[str, bytes], root: Path) -> None:
    """Write what is new or other than what lies in `root`; each file whole, in place of an earlier one.

    Raises:
        UsageError: it cannot be written. What was not written yet stays as it was.
    """
    try:
        changed = {name: content for name, content in files.items() if _content(root / name) != content}
        if not changed:
            return
        with folders.beside(root) as fresh:
            for number, (name, content) in enumerate(changed.items()):
                with (fresh / str(number)).open("xb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (fresh / str(number)).replace(root / name)
    except OSError as error:
        raise cannot_write(root, error, "Make room or allow writing there.") from error


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _made(out: Path) -> set[str]:
    """The files in `out` that builds made."""
    try:
        names = json.loads((out / _MADE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return set()
    return {name for name in names if isinstance(name, str) and folders.is_safe(name)}


def _swap(fresh: Path, out: Path, files: Mapping[str, bytes], ours: set[str]) -> None:
    for folder in {(out / name).parent for name in files}:
        folder.mkdir(parents=True, exist_ok=True)
    # Before anything is touched: a build that is killed from here on leaves nothing that the next one does not know.
    replace(out / _MADE, as_json(sorted(ours | set(files))))
    for name in sorted(ours - set(files) | {_LAST}):
        (out / name).unlink(missing_ok=True)
    for name in sorted(files, key=lambda name: (name == _LAST, name)):
        (fresh / name).replace(out / name)
    replace(out / _MADE, as_json(sorted(files)))
