"""The words that tell of a picture where it cannot be seen, as long as a network takes them. Pure."""

from __future__ import annotations

import regex

_SENTENCE = regex.compile(r"[.!?…。！？][\p{Pf}\p{Pe}\"']*(?=\s|(?<=[。！？]))")


def described(alt: str, most: int) -> str:
    """`alt` in at most `most` characters: to the end of a sentence in its second half, else to that of a word."""
    if len(alt) <= most:
        return alt
    # Never within what readers see as one character, such as an emoji of several.
    start = alt[: max((one.end() for one in regex.finditer(r"\X", alt[:most]) if one.end() <= most - 2), default=0)]
    ends = [one.end() for one in _SENTENCE.finditer(start)]
    if ends and ends[-1] > most / 2:
        return f"{start[: ends[-1]]} …"
    whole = start if alt[len(start)].isspace() else start.rsplit(" ", 1)[0]
    return f"{whole.rstrip(' ,;:–—')}…"
