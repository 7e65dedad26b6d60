"""Drafts as files: written whole or not at all, read back, and remembered until they went out."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.channels import folders
from pipeline.errors import UsageError
from pipeline.jobs.build import Draft
from pipeline.model import Email, Image, Post

# What `build` makes at the top of its folder; it replaces these and nothing else.
_MADE = ("newsletter.html", "newsletter.source.html", "newsletter.txt", "edition.json", "posts.json", "posts", "cards")
_LAST = "report.json"  # stands for a finished build, so it comes last and goes first


def write(files: Mapping[str, bytes], out: Path) -> None:
    """Put `files` into the folder `out` in place of an earlier build there; other people's files stay.

    Raises:
        UsageError: it cannot be written, or holds folders of these names that no build made. Nothing half is left.
    """
    strange = [name for name in ("posts", "cards") if (out / name).exists() and not (out / _LAST).exists()]
    if strange:
        raise UsageError(
            f"{out} already holds a folder {strange[0]} that no build made. Choose another folder with --out."
        )
    fresh = out / f".building-{uuid.uuid4().hex[:8]}"
    try:
        for name, content in files.items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).write_bytes(content)
        _swap(fresh, out)
    except OSError as error:
        raise UsageError(
            f"{out} cannot be written: {error.strerror or error}. Make room or choose another folder with --out."
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, out: Path) -> None:
    for name in (_LAST, *_MADE):
        if (out / name).is_dir():
            (out / name).rename(fresh / f"old-{name}")
        elif (out / name).exists():
            (out / name).unlink()
    for name in (*_MADE, _LAST):
        if (fresh / name).exists():
            (fresh / name).replace(out / name)


def keep(draft: Draft, root: Path, reference: str) -> Path:
    """Keep `draft` under `root`, with what its delivery needs, and return its folder. An existing one stays as it is.

    Raises:
        UsageError: it cannot be written.
    """
    place = folders.place_of(reference)
    files = dict(draft.files)
    if draft.email:
        files["email.json"] = _json(asdict(draft.email))
    try:
        if not (root / place).exists():
            folders.write_whole(root, PurePosixPath(place), files)
    except OSError as error:
        raise UsageError(f"{root / place} cannot be written: {error.strerror or error}. Make room there.") from error
    return root / place


def folder_of(root: Path, reference: str) -> Path:
    """Where the draft of `reference` is kept, whether it exists or not."""
    return root / folders.place_of(reference)


def kept_email(folder: Path) -> Email:
    """The email of a kept draft."""
    return Email(**_read(folder / "email.json"))


def kept_posts(folder: Path) -> list[Post]:
    """The posts of a kept draft."""
    posts = []
    for entry in _read(folder / "posts.json"):
        images = tuple(Image(**image) for image in entry["images"])
        known = {
            key: entry[key]
            for key in ("network", "text", "link", "article", "language", "key_point", "part", "parts", "slot")
        }
        posts.append(Post(**known, images=images))
    return posts


def drafted_articles(root: Path) -> set[str]:
    """The guids of all articles in kept drafts below `root`."""
    editions = [_read(path)["articles"] for path in sorted(root.glob("*/edition.json"))]
    posted = [_read(path) for path in sorted(root.glob("*/posts.json"))]
    return {article["guid"] for articles in editions for article in articles} | {
        post["article"] for posts in posted for post in posts
    }


def errors_in(folder: Path) -> list[str]:
    """The messages of the findings that hold a kept draft."""
    return [finding["message"] for finding in _read(folder / _LAST) if finding["severity"] == "error"]


def mark(folder: Path, name: str, content: object) -> None:
    """Write the note `name` into a kept draft, whole."""
    fresh = folder / f".{name}"
    fresh.write_bytes(_json(content))
    fresh.replace(folder / name)


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read. Delete its folder, so that the draft is made again.") from error


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")
