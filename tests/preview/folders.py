"""Draft folders on disk: each factory writes a valid one, and takes only what the test is about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from pipeline.preview.app import create_app

PNG = b"\x89PNG\r\n\x1a\n"  # the studio hands pictures on and never looks inside


def a_post(**changes: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "network": "bluesky",
        "text": "Dough that rests overnight keeps two days longer.",
        "link": "https://bakery.example/bread",
        "images": [{"file": "cards/one.png", "alt": "A loaf on a board"}],
        "key_point": "Dough that rests overnight keeps two days longer.",
        "part": 1,
        "parts": 1,
        "length": 49,
        "limit": 300,
        "slot": "2026-04-02 09:00 Europe/Amsterdam",
    }
    return values | changes


def a_finding(**changes: Any) -> dict[str, Any]:
    values = {
        "rule": "subject-length",
        "severity": "warning",
        "place": "newsletter subject",
        "message": "The subject has 71 characters.",
        "remedy": "Shorten it to 60.",
    }
    return values | changes


def an_envelope(**changes: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "newsletter": "weekly",
        "label": "2026-W14",
        "subject": "Bread that keeps",
        "preheader": "A loaf lives longer than most people think.",
        "language": "en",
        "articles": [{"guid": "tests:bread", "title": "How bread keeps", "url": "https://bakery.example/bread"}],
    }
    return values | changes


def a_draft_folder(folder: Path, **files: str | bytes | object) -> Path:
    """A whole draft in `folder`. A keyword replaces a file: text and bytes as they are, all else as JSON."""
    named = {
        "edition": ("edition.json", an_envelope()),
        "posts": ("posts.json", [a_post()]),
        "report": ("report.json", [a_finding()]),
        "mail": ("newsletter.html", "<!doctype html><title>Bread</title><p>A loaf lives longer.</p>"),
        "text": ("newsletter.txt", "A loaf lives longer.\n"),
        "card": ("cards/one.png", PNG),
    }
    for stem, (name, standard) in named.items():
        write(folder / name, files.get(stem, standard))
    return folder


def write(path: Path, content: str | bytes | object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


def a_studio(folder: Path) -> FlaskClient:
    return create_app(folder, brand_name="Example Bakery").test_client()
