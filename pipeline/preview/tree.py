"""The studio's folder as a tree: which files may be shown, which folders are drafts, and whether anything changed."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

DEPTH = 4  # folders between the studio's folder and a draft's; its own `posts/` and `cards/` lie one deeper
MARKS = frozenset({"edition.json", "posts.json"})  # either makes a folder a draft folder


def files(root: Path, depth: int) -> dict[str, os.stat_result]:
    """The plain files in `root` and at most `depth` folders below, by their path from `root` with `/`, in order.

    Left out are names that start with `.` (temporary), names that are no text, and links, to files as to folders: a
    link may point out of the studio's folder.
    """
    return dict(sorted(_files(root, depth), key=lambda file: file[0]))


def draft_folders(root: Path) -> dict[str, Path]:
    """Every draft folder under `root`, itself included, by its name: its path from `root` with `/`, and "" for `root`.

    Only names from here and from `files` are ever opened, so `../../etc` in an address is a name that does not exist.
    """
    places = (PurePosixPath(name) for name in files(root, DEPTH))
    parents = (place.parent for place in places if place.name in MARKS)
    return {"" if parent == PurePosixPath() else parent.as_posix(): root / parent for parent in parents}


def version(root: Path) -> str:
    """Sixteen hexadecimal digits that change when a file under `root` comes, goes, or changes its time or size."""
    digest = hashlib.sha256()
    for name, status in files(root, DEPTH + 1).items():
        digest.update(f"{name}\0{status.st_mtime_ns}\0{status.st_size}\n".encode())
    return digest.hexdigest()[:16]


def _files(root: Path, depth: int) -> Iterator[tuple[str, os.stat_result]]:
    for place, folders, names in os.walk(root):  # follows no links, and passes over what it may not read
        inside = Path(place).relative_to(root)
        folders[:] = [name for name in folders if _is_shown(name)] if len(inside.parts) < depth else []
        for name in filter(_is_shown, names):
            try:
                status = os.lstat(Path(place, name))
            except OSError:  # gone since its folder was listed: the same as never there
                continue
            if stat.S_ISREG(status.st_mode):
                yield (inside / name).as_posix(), status


def _is_shown(name: str) -> bool:
    # Bytes that are no text reach Python as surrogates, which no address can hold.
    return not name.startswith(".") and not any("\ud800" <= letter <= "\udfff" for letter in name)
