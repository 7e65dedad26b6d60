"""A team's own words.yaml -> findings: lines that no template asks for, and placeholders that nothing fills in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from pipeline.compose import words
from pipeline.config import yaml_places
from pipeline.config.shape import Config
from pipeline.config.yaml_mistakes import Unreadable
from pipeline.model import Finding

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def check(config: Config) -> Iterator[Finding]:
    """Findings about the words.yaml beside config.yaml, each with its line.

    Raises:
        TemplateError: it cannot be read.
    """
    own = config.folder / words.FILE
    tables = words.read(own)
    if not tables:
        return
    try:
        places = yaml_places.document(own.read_text(encoding="utf-8"))
    except Unreadable as error:
        message = f"{error.words[:1].upper()}{error.words[1:]}."
        yield Finding("words-line", "error", f"{words.FILE}, line {error.line}", message, "Then check again.")
        return
    shipped = words.load(words.FALLBACK).table
    for tag, table in tables.items():
        whole = words.load(tag, config.folder).table
        yield from _missing(f"{words.FILE}, line {places.line((tag,))}", tag, whole, shipped)
        for key, text in table.items():
            place = f"{words.FILE}, line {places.line((tag, key))}"
            yield from _placeholders(place, text, shipped[key]) if key in shipped else [_unknown(place, key, shipped)]


def _missing(place: str, tag: str, table: Mapping[str, str], shipped: Mapping[str, str]) -> Iterator[Finding]:
    if missing := [key for key in shipped if key not in table]:
        message = f"{tag} has no words for {', '.join(missing)}, so nothing can be made of articles in it."
        yield Finding("words-missing", "error", place, message, f"Write these lines under `{tag}:` too.")


def _unknown(place: str, key: str, shipped: Mapping[str, str]) -> Finding:
    near = difflib.get_close_matches(key, shipped, 1)
    remedy = f"Did you mean {near[0]}?" if near else "Take the line out, unless a template of yours uses it."
    return Finding("words-key", "warning", place, f"No template of ours says {key}.", remedy)


def _placeholders(place: str, text: str, ours: str) -> Iterator[Finding]:
    known = set(_PLACEHOLDER.findall(ours))
    named = " and ".join(f"{{{name}}}" for name in sorted(known))
    rest = _PLACEHOLDER.sub(lambda match: "" if match[1] in known else match[0], text)
    if stray := re.search(r"\{[^{}]*\}?|\}", rest):
        message = f"Nothing fills in {stray[0]}, so readers would see it."
        yield Finding("words-placeholder", "error", place, message, f"Write {named}." if known else "Take it out.")
    elif missing := known - set(_PLACEHOLDER.findall(text)):
        message = f"{{{min(missing)}}} is missing, so that is not said."
        yield Finding("words-placeholder", "warning", place, message, f"Write {named} where it belongs.")
