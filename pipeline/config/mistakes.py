"""Mistakes in config.yaml, in a marketer's words. Pure.

Only what stands in the file is repeated, never what was filled in for `${NAME}`, and nothing of a text that stands
where a group of keys is due: a key's value may be in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import Any
from zoneinfo import available_timezones

from pipeline.config.near import did_you_mean
from pipeline.config.schema import Schema, all_keys, group_at, shared_schema
from pipeline.config.yaml_mistakes import swallowed
from pipeline.config.yaml_places import Document, KeyPath

# Words that people use for a key that is called otherwise here.
SYNONYMS = {
    "sources": "from",
    "feeds": "from",
    "template": "design",
    "channel": "send_with",
    "time": "at",
    "day": "every",
    "forms": "as",
    "audience": "list",
    "key": "api_key",
    "url": "feed",
    "path": "folder",
    "website": "site",
    "address": "postal_address",
}
# The days as our users' own languages name them: Dutch, German, French, Spanish and Italian.
_DAYS = {
    "monday": "maandag montag lundi lunes lunedì",
    "tuesday": "dinsdag dienstag mardi martes martedì",
    "wednesday": "woensdag mittwoch mercredi miércoles mercoledì",
    "thursday": "donderdag donnerstag jeudi jueves giovedì",
    "friday": "vrijdag freitag vendredi viernes venerdì",
    "saturday": "zaterdag samstag sonnabend samedi sábado sabato",
    "sunday": "zondag sonntag dimanche domingo domenica",
}
_DAY_BY_NAME = {name: day for day, names in _DAYS.items() for name in (day, *names.split())}
_FIRST_WORD = re.compile(r"^[\w./-]*")


@dataclass(frozen=True)
class Mistake:
    """One mistake.

    Attributes:
        path: The key, or the entry of a list.
        words: Makes the sentence, without its full stop; only the mistakes that are shown are put into words.
    """

    path: KeyPath
    words: Callable[[], str]


def day_meant(word: str) -> str:
    """The same for a day of the week, whatever language it is in."""
    near = get_close_matches(word.lower()[:60], _DAY_BY_NAME, n=1)
    return f". Did you mean `{_DAY_BY_NAME[near[0]]}`?" if near else ""


def name_of(path: KeyPath) -> str:
    """`newsletters.weekly.from`: without numbers, and only the first word of a key, as a value may be stuck to it."""
    return ".".join(_FIRST_WORD.findall(key)[0][:40] for key in path if isinstance(key, str))


def quoted(value: object) -> str:
    """What stands in the file, for people, at most 40 characters of it."""
    if isinstance(value, str):
        text = " ".join(value.split())
        return f"“{text[:39]}…”" if len(text) > 40 else f"“{text}”"
    return "nothing" if value is None else "a list" if isinstance(value, list) else "a group of keys"


class Words:
    """Puts what pydantic found into words, with the file at hand."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @property
    def _schema(self) -> Schema:
        return shared_schema()

    def path(self, location: tuple[str | int, ...]) -> KeyPath:
        """The path in the file: without the type of a channel and the mark of a key that pydantic puts in."""
        if location[:1] == ("channels",):
            location = location[:2] + location[3:]
        return location[:-1] if location[-1:] == ("[key]",) else location

    def of(self, error: Mapping[str, Any]) -> str:
        """The sentence for one of pydantic's errors; its own texts are never used, since they may repeat a secret."""
        path = self.path(error["loc"])
        if (word := self._document.swallowed.get(path)) is not None:
            return f"this is empty: {swallowed(word)}"
        rule = next((words for pattern, words in RULES if re.fullmatch(pattern, error["type"])), _unknown_mistake)
        return rule(self, error, path)

    def raw(self, path: KeyPath) -> object:
        """What stands at `path`; of a list of one the word that stands for it."""
        value = self._document.at(path[:-1]) if path and isinstance(path[-1], int) else None
        return value if isinstance(value, str) else self._document.at(path)

    def found(self, error: Mapping[str, Any], path: KeyPath) -> object:
        """What the error is about: the key itself, or what stands there."""
        return name_of(path[-1:]) if error["loc"][-1] == "[key]" else self.raw(path)

    def group(self, path: KeyPath) -> Schema:
        """The schema of what stands at `path`."""
        kind = self._document.at((*path[:2], "type")) if path[:1] == ("channels",) else None
        return group_at(self._schema, path, kind)

    def unknown_key(self, path: KeyPath) -> str:
        """What to do with a key that is not known where it stands."""
        key, known = str(path[-1]), list(self.group(path[:-1]).get("properties", {}))
        if name_of((key,)) in known:
            return "put a colon and a space after the key"
        if SYNONYMS.get(key.lower()) in known:
            return f"unknown key. Did you mean `{SYNONYMS[key.lower()]}`?"
        if near := did_you_mean(key, known):
            return f"unknown key{near}"
        places = dict.fromkeys(_place(group, path) for group, other in all_keys(self._schema) if other == key)
        if places:
            return f"unknown key here. It belongs {' or '.join(places)}"
        return f"unknown key. There are {', '.join(known)}"

    def missing(self, path: KeyPath) -> str:
        """What to write for a key that is due."""
        key, part = path[-1], self.group(path)
        what = "is empty" if path in self._document.lines else "is missing"
        if examples := part.get("examples"):
            return f"{what}. Write one such as {key}: {examples[0]}"
        needed = part.get("required", [])
        return f"{what}. Write {key}: and below it, indented, {', '.join(needed)}" if needed else f"{what}. Write one"


def _place(group: tuple[str, ...], path: KeyPath) -> str:
    """Where a key belongs that stands at `path`."""
    if group[:1] == ("channels",) == path[:1]:
        return "to another type of channel"
    return f"in {'.'.join(group)}" if group else "at the very left, in no group"


def _unknown_mistake(_words: Words, _error: Mapping[str, Any], _path: KeyPath) -> str:
    return "this cannot be used. docs/configuration.md says what can stand here"


def _expected(what: str) -> Callable[[Words, Mapping[str, Any], KeyPath], str]:
    return lambda words, _error, path: f"expected {what}, found {quoted(words.raw(path))}"


def _text(words: Words, _error: Mapping[str, Any], path: KeyPath) -> str:
    found = words.raw(path)
    remedy = "" if found is None else ". A text with a colon in it, or that starts with [ or {, needs quotes"
    return f"expected a text, found {quoted(found)}{remedy}"


def _group(words: Words, _error: Mapping[str, Any], path: KeyPath) -> str:
    found = "a list. Remove the dashes" if isinstance(words.raw(path), list) else "a text. Put a space after each colon"
    return f"expected keys and values below it, found {found}"


def _number(bound: str, form: str) -> Callable[[Words, Mapping[str, Any], KeyPath], str]:
    return lambda words, error, path: (
        f"expected a number{form.format(round(error['ctx'][bound]))}, found {quoted(words.raw(path))}"
    )


def _one_of(words: Words, error: Mapping[str, Any], path: KeyPath) -> str:
    """`ctx` lists the choices as `'x', 'y' or 'z'`."""
    choices = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    found = words.found(error, path)
    meant = day_meant if set(choices) == set(_DAYS) else partial(did_you_mean, choices=choices)
    near = meant(found) if isinstance(found, str) else ""
    what = choices[0] if len(choices) == 1 else f"one of {', '.join(choices)}"
    return f"expected {what}, found {quoted(found)}{near}"


def _channel_type(words: Words, error: Mapping[str, Any], path: KeyPath) -> str:
    types = sorted(words.group(path[:1])["additionalProperties"]["discriminator"]["mapping"])
    if error["type"] == "union_tag_not_found":
        return f"type is missing. Write type: and one of {', '.join(types)}"
    found = words.raw((*path, "type"))
    near = did_you_mean(found, types) if isinstance(found, str) else ""
    return f"there is no type of channel {quoted(found)}{near}. There are {', '.join(types)}".replace("?.", "?")


def _own_words(words: Words, error: Mapping[str, Any], path: KeyPath) -> str:
    """The shape's own sentence; those that say what they expected also get what was found, and a day that was meant."""
    said = str(error["ctx"]["error"])
    found = words.found(error, path)
    if not (isinstance(found, str) and said.startswith("expected")):
        return said
    said, mark, meant = said.partition(". Did you mean ")
    return f"{said}, found {quoted(found)}{mark}{meant}{day_meant(found) if 'day of the week' in said else ''}"


def _zone(words: Words, _error: Mapping[str, Any], path: KeyPath) -> str:
    found = words.raw(path)
    near = did_you_mean(str(found), available_timezones()) or ". Write one such as Europe/Amsterdam"
    return f"there is no time zone {quoted(found)}{near}"


# pydantic's types of error: https://docs.pydantic.dev/latest/errors/validation_errors/
RULES: tuple[tuple[str, Callable[[Words, Mapping[str, Any], KeyPath], str]], ...] = (
    ("missing", lambda words, _error, path: words.missing(path)),
    ("extra_forbidden", lambda words, _error, path: words.unknown_key(path)),
    ("string_too_short|too_short", lambda words, _error, path: words.missing(path)),
    ("literal_error", _one_of),
    ("union_tag_(invalid|not_found)", _channel_type),
    ("value_error", _own_words),
    ("zone", _zone),
    ("(model|dict|model_attributes)_type", _group),
    ("string_type|path_type", _text),
    ("tuple_type", _expected("a list")),
    ("bool_.*", _expected("yes or no")),
    ("int_.*", _expected("a number")),
    ("float_.*|finite_number", _expected("a number")),
    ("greater_than", _number("gt", " above {}")),
    ("greater_than_equal", _number("ge", ", {} or more")),
    ("less_than_equal", _number("le", ", {} or less")),
)
