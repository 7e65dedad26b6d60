"""Which words of a text tell what it is about. Pure."""

from __future__ import annotations

import re

from pipeline import language as languages

SHORTEST = 4  # letters; words of fewer are nearly all function words
_LONG = re.compile(rf"\w{{{SHORTEST},}}")


def substance(text: str, language: str = "") -> tuple[str, ...]:
    """The words of substance in `text`, in small letters and each once: long ones, but no function words.

    Args:
        language: A BCP 47 tag; where we do not know its function words, as without it, every long word counts.
    """
    common = languages.stop_words(language)
    return tuple(word for word in dict.fromkeys(_LONG.findall(text.casefold())) if word not in common)
