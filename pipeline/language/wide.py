"""Signs as wide as they are high, of Chinese, Japanese and Korean: how much room they take, and what stands between."""

from __future__ import annotations

import unicodedata

import regex

_SEEN = regex.compile(r"\X")
_AFTER = regex.compile(r"(?<=[。、，．！？：；」』）】》〉]) +(?=\S)")


def columns(text: str) -> int:
    """How many columns a terminal gives `text`; signs that are seen as one have the width of the widest."""
    if text.isascii():
        return len(text)
    return sum(max(map(_width, seen)) for seen in _SEEN.findall(text))


def closed_up(text: str) -> str:
    """`text` without blanks after wide marks, which bring their own room."""
    return _AFTER.sub("", text)


def _width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 2 if sign == "\ufe0f" else 0  # the one that asks for a picture
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
