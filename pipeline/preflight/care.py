"""What the brand never says, and what it would rather say. The words are those of config.yaml."""

from __future__ import annotations

import re

from pipeline.config.shape import Voice
from pipeline.model import Finding


def words(text: str, place: str, voice: Voice) -> list[Finding]:
    """Findings for words of `voice.never` and `voice.rather` in `text`."""
    found = []
    for word in voice.never:
        if passage := _passage(text, word):
            message = f"“{word}” stands in “{passage}”, and config.yaml says never."
            found.append(Finding("never-word", "error", place, message, "Change the article, or leave it out."))
    for word, better in voice.rather.items():
        if passage := _passage(text, word):
            message = f"“{word}” stands in “{passage}”; config.yaml would rather say “{better}”."
            found.append(Finding("rather-word", "note", place, message, f"Consider “{better}”."))
    return found


def _passage(text: str, word: str) -> str:
    """The words around `word` where it stands in `text`, else nothing."""
    match = re.search(rf"(?:\S+\s+){{0,4}}\b{re.escape(word)}\b(?:\s+\S+){{0,4}}", text, re.IGNORECASE)
    return " ".join(match[0].split()) if match else ""
