"""YAML text -> plain values, and the line where each stands. Pure.

Every value stays the text it was written as, and the shape decides what it means: so `no` is Norwegian, `10:30` a time
and `0123` a house number. Only what is left empty, `~` and `null` are nothing. YAML's anchors, aliases and tags are
refused, so nothing can grow beyond what is written in the file. See https://yaml.org/spec/1.2.2/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from pipeline.config.values import Wrapped
from pipeline.config.yaml_mistakes import Unreadable, explain

KeyPath = tuple[str | int, ...]

# libyaml, which the wheels of PyYAML bring, is ten times as fast as the parser in Python.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 20
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_UNPRINTABLE = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SWALLOWED = re.compile(r"\s*(#[^\s,\]}]+)")


@dataclass(frozen=True)
class Document:
    """What a text holds.

    Attributes:
        tree: dicts, lists, texts and None; an empty text is None.
        lines: The line of each key and each entry of a list, from 1, by its path.
        swallowed: What YAML took for a comment right where a value was due, such as `#1F5F5B`.
        twice: Keys that stand twice, each with both lines; the first one counts.
    """

    tree: object = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    swallowed: dict[KeyPath, str] = field(default_factory=dict)
    twice: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)

    def at(self, path: KeyPath) -> object:
        """What stands at `path`, or None."""
        value = self.tree
        for key in path:
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return None
        return value

    def line(self, path: KeyPath) -> int:
        """The line of `path`, or of the group that it is missing from."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def document(text: str, loader: type = LOADER) -> Document:
    """Read `text`.

    Raises:
        Unreadable: it is no YAML, or uses what we refuse; with the line.
    """
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        _refuse_unprintable(line, number)
    try:
        return _Builder(yaml.parse(text, Loader=loader), lines).document()
    except yaml.YAMLError as error:
        raise explain(error, lines) from None


class _Builder:
    """Builds the tree from YAML's events, which come in the order of the text."""

    def __init__(self, events: Iterator[yaml.Event], lines: Sequence[str]) -> None:
        self._events = events
        self._source = lines
        self._found = Document()

    def document(self) -> Document:
        tree = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Unreadable(_line(event), "a second document starts here. Remove the line ---")
                tree = self._value(next(self._events), ())
        return Document(tree, self._found.lines, self._found.swallowed, self._found.twice)

    def _value(self, event: yaml.Event, path: KeyPath) -> object:
        _refuse_references(event)
        if len(path) > DEEPEST:
            raise Unreadable(_line(event), "this is nested too deeply. Look for too many brackets or dashes")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._scalar(event, path) if isinstance(event, yaml.ScalarEvent) else None

    def _mapping(self, path: KeyPath) -> dict[str, object]:
        found: dict[str, object] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            _refuse_references(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise Unreadable(
                    _line(event), "expected a key, found a list or group. A text that starts with [ or { needs quotes"
                )
            key, line = str(event.value), _line(event)
            if key in found:
                self._found.twice[(*path, key)] = (self._found.lines[(*path, key)], line)
                self._value(next(self._events), (*path, key, "again"))
            else:
                self._found.lines[(*path, key)] = line
                found[key] = self._value(next(self._events), (*path, key))
        return found

    def _sequence(self, path: KeyPath) -> list[object]:
        found: list[object] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            here = (*path, len(found))
            self._found.lines[here] = _line(event)
            found.append(self._value(event, here))
        return found

    def _scalar(self, event: yaml.ScalarEvent, path: KeyPath) -> str | None:
        text, (line, column), (end, _) = str(event.value), _spot(event.start_mark), _spot(event.end_mark)
        _refuse_unprintable(text, _line(event))
        if event.style:  # quoted, or a block
            return text
        if text not in _NOTHING:
            return Wrapped(text) if line < end else text
        rest = self._source[line][column:] if line < len(self._source) else ""
        if not text and (comment := _SWALLOWED.match(rest)):
            self._found.swallowed[path] = comment[1]
        return None


def _line(event: yaml.Event) -> int:
    return _spot(event.start_mark)[0] + 1


def _spot(mark: Any) -> tuple[int, int]:
    """Line and column, both from 0. The parsers give every event its marks, though their types do not say so."""
    return (mark.line, mark.column) if mark else (0, 0)


def _refuse_unprintable(text: str, line: int) -> None:
    """Control characters, written as such or as an escape between quotes."""
    if found := _UNPRINTABLE.search(text):
        raise Unreadable(line, f"this line holds a character that no text has (U+{ord(found[0]):04X}). Remove it")


def _refuse_references(event: yaml.Event) -> None:
    """Anchors and aliases let one line stand for many, tags make other things than text; all can be accidents too."""
    if isinstance(event, yaml.AliasEvent):
        raise Unreadable(_line(event), "a text that starts with * needs quotes, and YAML's aliases are not allowed")
    if getattr(event, "anchor", None):
        raise Unreadable(_line(event), "a text that starts with & needs quotes, and YAML's anchors are not allowed")
    if getattr(event, "tag", None):
        raise Unreadable(_line(event), "a text that starts with ! needs quotes, and YAML's tags are not allowed")
