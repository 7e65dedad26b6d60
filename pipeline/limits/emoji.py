"""Emoji that are several characters long, as X counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# X's reference knows the sequences of 2019. It counts a newer one (🐦‍⬛) in full, character by character, and so do we:
# that is never less than X counts, whatever X has learned since.
_NEWEST_KNOWN = 12.1
_KEYCAP = "\u20e3"
# What makes a sequence: joiner with what it joins; variation selector, keycap, skin tone, flag letter, tag.
_SEQUENCE = re.compile(
    r"[#*0-9©®\u2000-\U0010ffff]"
    r"(?:\u200d.|[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U0001f1e6-\U0001f1ff\U000e0020-\U000e007f])+"
)


def sequences(text: str) -> Iterator[str]:
    """The emoji in `text` that have more than one character, longest reading first, each as X's reference knows it."""
    for run in _SEQUENCE.findall(text):
        known, longest = _known()
        start = 0
        while start < len(run) - 1:
            lengths = range(min(longest, len(run) - start), 1, -1)
            length = next((length for length in lengths if run[start : start + length] in known), 0)
            if length:
                yield run[start : start + length]
            start += length or 1


@cache
def _known() -> tuple[frozenset[str], int]:
    """The sequences, and the length of the longest. Loaded when the first text needs them."""
    from emoji import EMOJI_DATA, STATUS  # noqa: PLC0415 - half a megabyte that most posts do not need

    # Without its variation selectors a sequence is not known either, but for keycaps (1⃣).
    known = frozenset(
        emoji
        for emoji, facts in EMOJI_DATA.items()
        if len(emoji) > 1
        and facts["E"] <= _NEWEST_KNOWN
        and (facts["status"] == STATUS["fully_qualified"] or emoji.endswith(_KEYCAP))
    )
    return known, max(map(len, known))
