"""What of a text makes it the same text, however it is written. Pure."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and digits of `text` alone, to find it again whatever stands between."""
    return _SIGNS.sub("", text).casefold()
