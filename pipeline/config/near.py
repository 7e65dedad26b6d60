"""What somebody may have meant by a word that is not known. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """`. Did you mean `linkedin`?`, or nothing where no choice is near."""
    by_lower = {choice.lower(): choice for choice in choices}
    near = get_close_matches(word.lower()[:60], by_lower, n=1)
    return f". Did you mean `{by_lower[near[0]]}`?" if near else ""
