"""Read a small text file that a person wrote, and find config.yaml."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import ConfigError

LARGEST = 1_000_000  # bytes; ten thousand sources are about half of that
NAME = "config.yaml"


def find(folder: Path) -> Path | None:
    """config.yaml in `folder`, or None: then the shipped one is used.

    Raises:
        ConfigError: there is a config.yml, so that somebody's own file is never passed over silently.
    """
    if (folder / NAME).exists():
        return folder / NAME
    for other in ("config.yml", "Config.yaml", "config.yaml.txt"):
        if (folder / other).exists():
            raise ConfigError(f"{other}: the name must be {NAME}. Rename it, or use --config {other}.")
    return None


def text_of(path: Path) -> str:
    """The text of `path`, without a byte order mark.

    Raises:
        ConfigError: it cannot be read, is no text in UTF-8, or is larger than 1 MB.
    """
    if path.is_dir():
        raise ConfigError(f"{path}: this is a folder. Name a file, such as {NAME}.")
    if not path.exists():
        raise ConfigError(f"{path}: there is no such file. Look at its name and folder.")
    if not path.is_file():
        raise ConfigError(f"{path}: this is no ordinary file. Name one, such as {NAME}.")
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}). Look at who may read it.") from error
    if len(content) > LARGEST:
        raise ConfigError(f"{path.name}: is larger than 1 MB. Put articles and pictures into files of their own.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path.name}, line {line}: is not text in UTF-8. Save the file again as UTF-8.") from None
