"""config.yaml's JSON Schema (draft 2020-12), for editors, and to say in a mistake which keys there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import time
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from pipeline.config.base import Shape
from pipeline.config.shape import Config

Schema = dict[str, Any]


class _Generator(GenerateJsonSchema):
    def encode_default(self, dft: Any) -> Any:
        """Times as one writes them."""
        return f"{dft:%H:%M}" if isinstance(dft, time) else super().encode_default(dft)


def schema() -> Schema:
    """The schema, with the docstrings of the shape as descriptions."""
    return deepcopy(shared_schema())


@cache
def shared_schema() -> Schema:
    """The same, made once, for those who only read it."""
    found = Config.model_json_schema(schema_generator=_Generator)
    shapes = {shape.__name__: shape for shape in Shape.__subclasses__()}
    for name, group in {**found["$defs"], Config.__name__: found}.items():
        if name in shapes:
            _describe(group, shapes[name])
    del found["properties"]["folder"]
    return {"$schema": GenerateJsonSchema.schema_dialect, **found, "title": "config.yaml of Lichtpunt"}


def _describe(group: Schema, shape: type[Shape]) -> None:
    summary, _, attributes = (shape.__doc__ or "").partition("Attributes:")
    texts = dict(re.findall(r"^ +(\w+): (.+)$", attributes, re.MULTILINE))
    group["description"] = " ".join(summary.split())
    for name, info in shape.model_fields.items():
        key = group["properties"][info.alias or name]
        key["description"] = texts.get(name, "")  # none without docstrings (python -OO)
        key.pop("title", None)
        if "$ref" in key:  # a whole group: its own keys have the defaults
            key.pop("default", None)


def group_at(root: Schema, path: tuple[str | int, ...], kind: object = None) -> Schema:
    """The part of the schema for what stands at `path`; empty where there is none. `kind` is a channel's type."""
    part = root
    for key in path:
        part = resolved(root, part, kind)
        if isinstance(key, int):
            part = part.get("items", {})
        else:
            part = part.get("properties", {}).get(key) or part.get("additionalProperties") or {}
    return resolved(root, part, kind)


def resolved(root: Schema, part: Schema, kind: object = None) -> Schema:
    """`part` itself, without the indirections of the schema."""
    if "discriminator" in part:
        part = {"$ref": part["discriminator"]["mapping"].get(kind, "")} if isinstance(kind, str) else {}
    for choice in part.get("anyOf", []):
        if choice.get("type") != "null":
            part = choice
            break
    if reference := part.get("$ref"):
        return dict(root["$defs"][reference.rsplit("/", 1)[-1]])
    return part


def all_keys(root: Schema) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every key with the path of its group, in which names of one's own are NAME: `("newsletters", "NAME"), "from"`."""
    waiting: list[tuple[tuple[str, ...], Schema]] = [((), root)]
    while waiting:
        path, part = waiting.pop(0)
        for mapped in part.get("discriminator", {}).get("mapping", {}).values():
            waiting.append((path, {"$ref": mapped}))
        group = resolved(root, part)
        for key, inner in group.get("properties", {}).items():
            yield path, key
            waiting.append(((*path, key), inner))
        if isinstance(inner := group.get("additionalProperties"), dict):
            waiting.append(((*path, "NAME"), inner))
