"""How much of an article a design shows: `design.yaml` in its folder under templates/email. Nothing else reads it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from pipeline import assets
from pipeline.config import yaml_places
from pipeline.config.files import text_if_any
from pipeline.config.mistakes import quoted
from pipeline.config.near import did_you_mean
from pipeline.config.yaml_mistakes import Unreadable
from pipeline.errors import ConfigError, TemplateError

# opening: how it and some of its sections begin, and a few key points. full: all of it. key points: nothing else.
Shows = Literal["opening", "full", "key points"]
_KEY = "shows"
_CHOICES: tuple[Shows, ...] = get_args(Shows)


def shows(design: str, beside: Path | None = None) -> Shows:
    """What the design's `design.yaml` says, beside config.yaml first, then as shipped; openings where there is none.

    Raises:
        TemplateError: the file cannot be read, or says something else; with line and key.
    """
    place = f"templates/email/{design}/design.yaml"
    file = next((root / place for root in assets.roots(beside) if (root / place).exists()), None)
    if file is None:
        return "opening"
    try:
        said = yaml_places.document(text_if_any(file) or "")
    except ConfigError as error:
        raise TemplateError(f"{place}: {str(error).partition(': ')[2]}") from error
    except Unreadable as error:
        raise TemplateError(f"{place}, line {error.line}: {error.words}.") from error
    if said.tree is None:
        return "opening"
    if not isinstance(said.tree, Mapping):
        raise TemplateError(f"{place}: expected a key and a value, such as {_KEY}: full.")
    unknown = next((str(key) for key in said.tree if key != _KEY), None)
    if unknown is not None:
        near = did_you_mean(unknown, [_KEY]) or f". Write {_KEY}: and one of {', '.join(_CHOICES)}."
        raise TemplateError(f"{place}, line {said.line((unknown,))}, {unknown}: unknown key{near}")
    if (_KEY,) in said.twice:
        first, second = said.twice[_KEY,]
        raise TemplateError(f"{place}, line {second}: {_KEY} stands in line {first} already. Leave it once.")
    word = said.tree.get(_KEY)
    if word is None:
        return "opening"
    found = next((choice for choice in _CHOICES if isinstance(word, str) and choice == " ".join(word.split())), None)
    if found is None:
        near = did_you_mean(word, _CHOICES) if isinstance(word, str) else ""
        told = f"expected one of {', '.join(_CHOICES)}, found {quoted(word)}{near or '.'}"
        raise TemplateError(f"{place}, line {said.line((_KEY,))}, {_KEY}: {told}")
    return found
