"""Whether a record is what Bluesky's lexicons say it must be, told by the lexicons themselves.

https://atproto.com/specs/lexicon
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import regex

FORMATS = {
    "uri": re.compile(r"\w+:(?://)?[^\s/]\S*"),
    "language": re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*"),
    "at-uri": re.compile(r"at://did:\S+"),
}
Shape = dict[str, Any]


@cache
def document(folder: Path, name: str) -> Shape | None:
    """A lexicon by its name; None for those that are not among the shared ones."""
    file = folder.joinpath(*name.split(".")).with_suffix(".json")
    return dict(json.loads(file.read_text("utf-8"))["defs"]) if file.is_file() else None


class Lexicons:
    """Those of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def shape(self, reference: str, here: str = "") -> Shape | None:
        name, _, part = reference.partition("#")
        found = document(self._folder, name or here)
        return None if found is None else dict(found[part or "main"])

    def mistakes(self, reference: str, value: Any, here: str = "") -> list[str]:
        """Where `value` is not what `reference` names; empty where it is, and where the lexicon is not shared."""
        shape = self.shape(reference, here)
        name = reference.partition("#")[0] or here
        return [] if shape is None else list(self._check(shape.get("record", shape), value, name, reference))

    def _check(self, shape: Shape, value: Any, here: str, place: str) -> Iterator[str]:
        match shape["type"]:
            case "object":
                yield from self._object(shape, value, here, place)
            case "array":
                if len(value) > shape.get("maxLength", len(value)):
                    yield f"{place} has {len(value)} entries"
                for number, one in enumerate(value):
                    yield from self._check(shape["items"], one, here, f"{place}[{number}]")
            case "ref":
                yield from self.mistakes(shape["ref"], value, here)
            case "union" if value["$type"] in {here + one if one[0] == "#" else one for one in shape["refs"]}:
                yield from self.mistakes(value["$type"], value, here)
            case "union":
                yield f"{place} is a {value['$type']}"
            case plain:
                yield from PLAIN[plain](shape, value, place)

    def _object(self, shape: Shape, value: Any, here: str, place: str) -> Iterator[str]:
        given = {key for key in value if key != "$type"}
        if missing := set(shape.get("required", ())) - given:
            yield f"{place} lacks {sorted(missing)}"
        if unknown := given - set(shape["properties"]):
            yield f"{place} has {sorted(unknown)}"
        for key in given & set(shape["properties"]):
            yield from self._check(shape["properties"][key], value[key], here, f"{place}.{key}")


def _string(shape: Shape, value: Any, place: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{place} is no text"
        return
    size, graphemes = len(value.encode()), len(regex.findall(r"\X", value))
    if size > shape.get("maxLength", size) or graphemes > shape.get("maxGraphemes", graphemes):
        yield f"{place} has {graphemes} graphemes, {size} bytes"
    form = shape.get("format")
    if form == "datetime":
        datetime.fromisoformat(value)
    elif form in FORMATS and not FORMATS[form].fullmatch(value):
        yield f"{place} is no {form}: {value}"


def _integer(shape: Shape, value: Any, place: str) -> Iterator[str]:
    if type(value) is not int or value < shape.get("minimum", value):
        yield f"{place} is {value!r}"


def _blob(shape: Shape, value: Any, place: str) -> Iterator[str]:
    if value["size"] > shape["maxSize"] or not value["mimeType"].startswith("image/"):
        yield f"{place} is a blob of {value['size']} bytes of {value['mimeType']}"


PLAIN = {"string": _string, "integer": _integer, "blob": _blob}
