"""Drafts that the service keeps until they went out: a folder each, whole or not there, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from pipeline import slots
from pipeline.channels import folders
from pipeline.errors import UsageError
from pipeline.jobs.build import Draft, posts_json
from pipeline.jobs.writing import as_json, cannot_write, replace
from pipeline.model import Email, Finding, Post

T = TypeVar("T")

DELIVERED, MISSED = "delivered.json", "missed.json"  # the two ways in which waiting ends
_EMAIL = TypeAdapter(Email)
_POSTS = TypeAdapter(list[Post])
_FINDINGS = TypeAdapter(list[Finding])
_EDITION = TypeAdapter(dict[str, Any])
_ENDINGS = TypeAdapter(dict[str, Any])


def keep(draft: Draft, root: Path, reference: str) -> Path:
    """Keep `draft` under `root`, with what its delivery needs, and return its folder. An existing one stays as it is.

    Raises:
        UsageError: it cannot be written.
    """
    place = folders.place_of(reference)
    files = dict(draft.files)
    if draft.email:
        files["email.json"] = as_json(asdict(draft.email))
    try:
        if not (root / place).exists():
            folders.write_whole(root, PurePosixPath(place), files)
    except OSError as error:
        raise cannot_write(root / place, error, "Make room or allow writing there.") from error
    return root / place


def folder_of(root: Path, reference: str) -> Path:
    """Where the draft of `reference` is kept, whether it exists or not."""
    return root / folders.place_of(reference)


def kept_email(folder: Path) -> Email:
    """The email of a kept draft."""
    return _read(folder / "email.json", _EMAIL)


def kept_posts(folder: Path) -> list[Post]:
    """The posts of a kept draft, as they stand there now: a person may have reworded them.

    Raises:
        UsageError: the file cannot be read, or a post in it has no shape that we know.
    """
    posts = _read(folder / "posts.json", _POSTS)
    for number, post in enumerate(posts, 1):
        try:
            slots.parse(post.slot) if post.slot else None
        except ValueError as error:
            raise _unusable(folder / "posts.json", f", entry {number}, slot: {post.slot} is no slot") from error
    return posts


def rewrite_posts(folder: Path, posts: Sequence[Post]) -> None:
    """Put `posts` in place of those in a kept draft.

    Raises:
        UsageError: it cannot be written.
    """
    _replace(folder / "posts.json", posts_json(posts))


def articles_in(folder: Path) -> set[str]:
    """The guids of the articles in a kept edition."""
    described = _read(folder / "edition.json", _EDITION)
    try:
        return {article["guid"] for article in described["articles"]}
    except (KeyError, TypeError) as error:
        raise _unusable(folder / "edition.json", ", articles: cannot be understood") from error


def errors_in(folder: Path) -> list[str]:
    """The messages of the findings that hold a kept edition."""
    return [finding.message for finding in _read(folder / "report.json", _FINDINGS) if finding.severity == "error"]


def endings(folder: Path, name: str) -> dict[str, Any]:
    """What is noted as `DELIVERED` or `MISSED` in a kept draft; empty where nothing is."""
    return _read(folder / name, _ENDINGS) if (folder / name).exists() else {}


def note(folder: Path, name: str, ended: Mapping[str, Any]) -> None:
    """Note in a kept draft what was delivered or missed, beside what is noted already.

    Raises:
        UsageError: it cannot be written.
    """
    _replace(folder / name, as_json(endings(folder, name) | dict(ended)))


def _replace(path: Path, content: bytes) -> None:
    try:
        replace(path, content)
    except OSError as error:
        raise cannot_write(path, error, "Make room or allow writing there.") from error


def _read(path: Path, shape: TypeAdapter[T]) -> T:
    try:
        return shape.validate_python(json.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = "".join(f", entry {at + 1}" if isinstance(at, int) else f", {at}" for at in first["loc"])
        raise _unusable(path, f"{where}: {first['msg']}") from error
    except (OSError, ValueError, RecursionError) as error:
        raise _unusable(path, " cannot be read") from error


def _unusable(path: Path, what: str) -> UsageError:
    # Of what went out in part, a new draft would go out again.
    anew = "" if (path.parent / DELIVERED).exists() else ", or delete its folder, so that the draft is made again"
    return UsageError(f"{path}{what}. Put it right{anew}.")
