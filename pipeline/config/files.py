"""Read a small text file that a person wrote, and find config.yaml."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import ConfigError

LARGEST = 1_000_000  # bytes; ten thousand sources are about half of that
NAME = "config.yaml"


def find(folder: Path) -> Path | None:
    """config.yaml in `folder`, or None: then the shipped one is used.

    Raises:
        ConfigError: there is a config.yml instead; somebody's own file is never passed over silently.
    """
    if (folder / NAME).exists():
        return folder / NAME
    for other in ("config.yml", "config.yaml.txt", "config.yaml.yaml"):
        if (folder / other).exists():
            raise ConfigError(f"{other}: the name must be {NAME}. Rename it, or use --config {other}.")
    return None


def text_of(path: Path) -> str:
    """The text of `path`, without a byte order mark.

    Raises:
        ConfigError: it is missing, cannot be read, is no text in UTF-8, or is larger than 1 MB.
    """
    text = text_if_any(path)
    if text is None:
        raise ConfigError(f"{path}: there is no such file. Look at its name and folder.")
    return text


def text_if_any(path: Path) -> str | None:
    """The text of `path`, or None where there is no such file.

    Raises:
        ConfigError: as `text_of`.
    """
    try:
        if path.exists() and not path.is_file():
            raise ConfigError(f"{path}: this is a folder or a device. Name a file instead.")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: this file cannot be read. Look at its name and at who may read it.") from error
    if len(content) > LARGEST:
        raise ConfigError(f"{path.name}: this file is larger than 1 MB. Take out what does not belong in it.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        # Python's own error holds all the bytes, and a key may be among them.
        raise ConfigError(
            f"{path.name}, line {line}: this is not text in UTF-8. Save the file again as UTF-8."
        ) from None
