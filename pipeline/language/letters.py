"""What of a text makes it the same text, however it is written. Pure."""

from __future__ import annotations

import re

PART = 20  # letters; a part of a sentence that has so many is known for that sentence
_SIGNS = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and digits of `text` alone, to find it again whatever stands between."""
    return _SIGNS.sub("", text).casefold()


def is_part(part: str, whole: str) -> bool:
    """Whether the letters `part` are those of `whole`, or a part of them by which it is known."""
    return part == whole or (len(part) >= PART and part in whole)
