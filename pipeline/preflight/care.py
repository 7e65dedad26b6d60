"""What the brand never says, and what it would rather say. The words are those of config.yaml."""

from __future__ import annotations

import re

from pipeline.config.shape import Voice
from pipeline.model import Finding


def words(text: str, place: str, voice: Voice) -> list[Finding]:
    """Findings for words of `voice.never` and `voice.rather` in `text`."""
    found = []
    for word in voice.never:
        if _holds(text, word):
            found.append(
                Finding(
                    "never-word",
                    "error",
                    place,
                    f"“{word}” stands here, and config.yaml says never.",
                    "Change the article, or leave it out.",
                )
            )
    for word, better in voice.rather.items():
        if _holds(text, word):
            found.append(
                Finding(
                    "rather-word",
                    "note",
                    place,
                    f"“{word}” stands here; config.yaml would rather say “{better}”.",
                    f"Consider “{better}”.",
                )
            )
    return found


def _holds(text: str, word: str) -> bool:
    return bool(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE))
