"""How people are told which text is meant. Pure."""

from __future__ import annotations


def start_of(text: str, most: int = 60) -> str:
    """The first words of `text` on one line, to name it by: `most` characters of it at the most."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"
