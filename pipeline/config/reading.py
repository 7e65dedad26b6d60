"""config.yaml -> Config. Every mistake names file, line and key, says what is wrong and what to do; never a secret."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from pipeline.config import yaml_places
from pipeline.config.environment import fill_in, load_environment
from pipeline.config.files import NAME, find, text_of
from pipeline.config.mistakes import Mistake, Words, name_of
from pipeline.config.references import reference_mistakes
from pipeline.config.schema import schema
from pipeline.config.shape import Config
from pipeline.config.yaml_mistakes import Unreadable, is_color, swallowed
from pipeline.config.yaml_places import Document, KeyPath
from pipeline.errors import ConfigError

# All that the rest of the product needs of this folder, beside the shape.
__all__ = ["find", "load_environment", "read", "schema"]

MOST = 10  # mistakes told at once


def read(path: Path, environ: Mapping[str, str]) -> Config:
    """The configuration in `path`; its `folder` is where `path` lies.

    Args:
        path: config.yaml, or what `--config` names.
        environ: What `${NAME}` stands for; see `environment.load_environment`.

    Raises:
        ConfigError: it cannot be read or used; one line for each mistake, at most ten.
    """
    return parse(text_of(path), path.name, path.absolute().parent, environ)


def parse(text: str, name: str, folder: Path, environ: Mapping[str, str]) -> Config:
    """The configuration in `text`; `name` stands before each mistake.

    Raises:
        ConfigError: as `read`.
    """
    try:
        document = yaml_places.document(text)
    except Unreadable as error:
        raise ConfigError(f"{name}, line {error.line}: {error.words}.") from error
    if document.tree is None:
        raise ConfigError(f"{name}: is empty. Write at least brand:, or start from the shipped {NAME}.")
    if not isinstance(document.tree, dict):
        remedy = "Remove the dashes" if isinstance(document.tree, list) else "Put a space after each colon"
        raise ConfigError(f"{name}, line 1: expected keys such as brand: and sources:, with values below. {remedy}.")
    mistakes = list(_file_mistakes(document))
    filled, unset = fill_in({key: value for key, value in document.tree.items() if key != "folder"}, environ)
    mistakes += [Mistake(path, partial(str, words)) for path, words in unset.items()]
    told = {mistake.path for mistake in mistakes}
    config, others = _validated(filled, Words(document), folder)
    mistakes += [mistake for mistake in others if told.isdisjoint(_and_above(mistake.path))]
    if config is None or mistakes:
        raise ConfigError(_told(mistakes, document, name))
    return config


def _file_mistakes(document: Document) -> Iterator[Mistake]:
    """What is wrong before any value means anything."""
    for path, (first, again) in document.twice.items():
        yield Mistake(path, partial(str, f"stands twice, in lines {first} and {again}. Keep one"))
    for path, word in document.swallowed.items():
        if is_color(word) or "hashtags" in path:
            yield Mistake(path, partial(swallowed, word))
    if ("folder",) in document.lines:  # a field of Config, but no key of the file
        yield Mistake(("folder",), partial(Words(document).unknown_key, ("folder",)))


def _validated(tree: object, words: Words, folder: Path) -> tuple[Config | None, list[Mistake]]:
    """The configuration, and what is wrong with it."""
    try:
        config = Config.model_validate(tree, by_alias=True, by_name=False).model_copy(update={"folder": folder})
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        found = [Mistake(words.path(each["loc"]), partial(words.of, each)) for each in details]
        # A list of one wrong entry also counts as empty: what is inside explains what is around it.
        around = set().union(*(_and_above(mistake.path[:-1]) for mistake in found))
        return None, [mistake for mistake in found if mistake.path not in around]
    return config, list(reference_mistakes(config, words))


def _and_above(path: KeyPath) -> set[KeyPath]:
    return {path[:length] for length in range(1, len(path) + 1)}


def _told(mistakes: Sequence[Mistake], document: Document, name: str) -> str:
    """A line for each of the first ten, in the order of the file."""
    ordered = sorted(mistakes, key=lambda mistake: document.line(mistake.path))
    lines = [_sentence(mistake, document, name) for mistake in ordered[:MOST]]
    more = len(ordered) - len(lines)
    return "\n".join([*lines, f"{name}: and {more} more."] if more else lines)


def _sentence(mistake: Mistake, document: Document, name: str) -> str:
    words = mistake.words()
    end = "" if words.endswith("?") else "."
    return f"{name}, line {document.line(mistake.path)}, {name_of(mistake.path)}: {words}{end}"
