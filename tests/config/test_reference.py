"""docs/configuration.md has every key, its true default, and an example that loads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from pipeline.config.reading import parse
from pipeline.config.schema import Schema, group_at, schema
from tests.config.builders import ROOT

TEXT = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
KEYS = {
    "MAILCHIMP_API_KEY": "abc-us1",
    "BUTTONDOWN_API_KEY": "abc",
    "SMTP_PASSWORD": "abc",
    "MASTODON_TOKEN": "abc",
    "BLUESKY_APP_PASSWORD": "abc",
}
# What a channel of each type needs, beside the key that a row is about.
NEEDED = {
    "mailchimp": {"list": "A", "api_key": "A"},
    "buttondown": {"newsletter": "A", "api_key": "A"},
    "smtp": {"host": "a.example", "to": "a@a.example", "user": "A", "password": "A"},
    "mastodon": {"server": "https://a.example", "token": "A"},
    "bluesky": {"handle": "a.example", "app_password": "A"},
}
NAMES = {"sources": "blog", "newsletters": "weekly", "networks": "x", "channels": "mailing-list", "blocks": "news"}


class Row(NamedTuple):
    group: tuple[str, ...]
    kind: str | None
    key: str
    left_out: str
    example: str


def rows() -> list[Row]:
    found = []
    for section in TEXT.split("\n### ")[1:]:
        heading, _, body = section.partition("\n")
        where, _, kind = heading.partition(", type ")
        group = () if where == "The groups" else tuple(where.split("."))
        for key, left_out, example in re.findall(r"^\| `(\w+)` \| .+? \| ([^|]+) \| ([^|]+) \|$", body, re.MULTILINE):
            found.append(Row(group, kind or None, key, left_out, example))
    return found


def documented_group(root: Schema, row: Row) -> Schema:
    return group_at(
        root,
        tuple(NAMES.get(row.group[i - 1], "x") if part == "NAME" else part for i, part in enumerate(row.group)),
        row.kind,
    )


def groups(
    root: Schema, part: Schema, path: tuple[str, ...] = (), kind: str | None = None
) -> set[tuple[tuple[str, ...], str | None, str]]:
    """Every key of the schema, as rows name them; found by walking it, and so not from what is documented."""
    found: set[tuple[tuple[str, ...], str | None, str]] = set()
    for key, inner in part.get("properties", {}).items():
        found.add((path, kind, key))
        found |= below(root, inner, (*path, key))
    return found


def below(root: Schema, part: Schema, path: tuple[str, ...]) -> set[tuple[tuple[str, ...], str | None, str]]:
    found: set[tuple[tuple[str, ...], str | None, str]] = set()
    for choice in [part, *part.get("anyOf", [])]:
        if "$ref" in choice:
            found |= groups(root, root["$defs"][choice["$ref"].split("/")[-1]], path)
    inner = part.get("additionalProperties")
    if isinstance(inner, dict):
        for kind, reference in inner.get("discriminator", {}).get("mapping", {}).items():
            found |= groups(root, root["$defs"][reference.split("/")[-1]], (*path, "NAME"), kind)
        found |= below(root, inner, (*path, "NAME"))
    return found


def test_every_key_is_documented_and_no_other() -> None:
    root = schema()
    documented = [(row.group, row.kind, row.key) for row in rows()]
    assert len(set(documented)) == len(documented) > 60
    assert set(documented) == groups(root, root)


@pytest.mark.parametrize("row", rows(), ids=lambda row: ".".join([*row.group, row.key]))
def test_what_holds_without_a_key_is_true(row: Row) -> None:
    group = documented_group(schema(), row)
    key: dict[str, Any] = group["properties"][row.key]
    if row.key in group.get("required", []):
        assert row.left_out == "needed"
    elif "$ref" in key:
        assert row.left_out == "see below"
    elif key["default"] in (None, [], {}):
        assert row.left_out == "nothing"
    else:
        assert yaml.safe_load(row.left_out.strip("`")) == key["default"]


def a_tree(row: Row) -> dict[str, Any]:
    """A whole configuration that holds the row's example."""
    tree: dict[str, Any] = {
        "brand": {"name": "A", "site": "https://a.example", "email": "a@a.example", "postal_address": "A"},
        "sources": {"blog": {}, "desk": {"folder": "desk"}},
        "newsletters": {"weekly": {"from": ["blog"], "draft_ready": {"day": "monday", "at": "08:00"}}},
        "channels": {"mailing-list": {"type": row.kind or "outbox"}},
        "archive": {"address": "https://a.example/news"},
        "images": {"folder": "images", "address": "https://a.example/images"},
    }
    tree["channels"]["mailing-list"] |= NEEDED.get(row.kind or "", {})
    group, above = tree, ""
    for part in row.group:
        name = NAMES[above] if part == "NAME" else part
        group, above = group.setdefault(name, {}), name
    group.update(yaml.load(row.example.strip("`"), Loader=yaml.BaseLoader))  # noqa: S506 -- makes nothing but texts
    blog = tree["sources"]["blog"]
    blog.update({} if "feed" in blog or "folder" in blog else {"feed": "https://a.example/feed"})
    return tree


@pytest.mark.parametrize(
    "row", [row for row in rows() if row.example != "see below"], ids=lambda row: ".".join([*row.group, row.key])
)
def test_every_example_loads(row: Row) -> None:
    parse(yaml.safe_dump(a_tree(row)), "config.yaml", Path(), KEYS)


def test_only_groups_have_no_example_of_their_own() -> None:
    assert {row.group for row in rows() if row.example == "see below"} == {()}
