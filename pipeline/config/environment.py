"""Where secrets come from: the environment and .env, and the `${NAME}` in config.yaml that asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from dotenv.parser import parse_stream

from pipeline.config.files import text_if_any
from pipeline.config.yaml_places import KeyPath
from pipeline.errors import ConfigError

# Capital letters only: a key that somebody puts between the brackets is then never taken for a name and repeated.
_NAME = re.compile(r"\$\{([A-Z_][A-Z0-9_]*)\}")
_ANY = re.compile(r"\$\{[^}]*\}?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def load_environment(folder: Path, environ: Mapping[str, str]) -> Mapping[str, str]:
    """`environ`, and beneath it what `.env` in `folder` (where config.yaml lies) says.

    Raises:
        ConfigError: `.env` cannot be read; with the line.
    """
    path = folder / ".env"
    found: dict[str, str] = {}
    for binding in parse_stream(StringIO(text_if_any(path) or "")):
        if binding.error or (binding.key is not None and binding.value is None):
            raise ConfigError(
                f".env, line {_line(binding.original.string, binding.original.line)}: expected NAME=value."
            )
        if binding.key is not None and binding.value is not None:
            found[binding.key] = binding.value
    return found | dict(environ)


def fill_in(tree: object, environ: Mapping[str, str]) -> tuple[object, dict[KeyPath, str]]:
    """`tree` with every `${NAME}` replaced, and what is wrong with those that cannot be, by their path."""
    wrong: dict[KeyPath, str] = {}

    def filled(value: object, path: KeyPath) -> object:
        if isinstance(value, dict):
            return {key: filled(inner, (*path, key)) for key, inner in value.items()}
        if isinstance(value, list):
            return [filled(inner, (*path, index)) for index, inner in enumerate(value)]
        if not isinstance(value, str) or "${" not in value:
            return value
        if words := next(_wrong(value, environ, path), None):
            wrong[path] = words
            return value
        return _NAME.sub(lambda match: environ[match[1]].strip(), value)

    return filled(tree, ()), wrong


def _wrong(value: str, environ: Mapping[str, str], path: KeyPath) -> Iterator[str]:
    for found in _ANY.finditer(value):
        match = _NAME.fullmatch(found[0])
        remedy = "the channel" if path[:1] == ("channels",) else "this key"
        if not match:
            yield "expected ${NAME}, with a name of capital letters, digits and _"
        elif match[1] not in environ:
            yield f"{match[1]} is not set. Set it in the environment or in .env, or remove {remedy}"
        elif not environ[match[1]].strip():
            yield f"{match[1]} is set, but empty. Fill it in the environment or in .env, or remove {remedy}"
        elif _CONTROL.search(environ[match[1]].strip()):
            yield f"{match[1]} holds a line break or another character that no key has. Set it again, on one line"


def _line(piece: str, line: int) -> int:
    """The line of a piece of .env, to which the blank lines before it belong."""
    return line + piece[: len(piece) - len(piece.lstrip())].count("\n")
