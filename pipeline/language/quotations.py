"""Quotations in a text: which begins and does not end. Pure."""

from __future__ import annotations

import re

_STRAIGHT = re.compile(r'(?<!\d)"')  # behind a number it means inches


def left_open(text: str) -> int | None:
    """Where the last quotation begins, if `text` has more beginnings than ends; None where each is closed."""
    opening, closing = ("„", "“”") if "„" in text else ("“", "”")
    for opens, closes in ((opening, closing), ("«", "»")):
        if text.count(opens) > sum(map(text.count, closes)):
            return text.rindex(opens)
    straight = [one.start() for one in _STRAIGHT.finditer(text)]
    return straight[-1] if len(straight) % 2 else None
