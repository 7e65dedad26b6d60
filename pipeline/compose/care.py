"""What care asks of every draft, whatever it is made for. Pure."""

from __future__ import annotations

from pipeline import language


def brief(notice: str, tag: str) -> str:
    """A notice as short as it can be said beside a post: its first two sentences."""
    return " ".join(language.sentences(notice, tag)[:2])
