"""Accents that only stress a word, as Dutch puts them: "dit is óók medicijn", "écht genezen". Pure."""

from __future__ import annotations

import unicodedata

# Of Dutch words of its own no vowel has these; `één` tells itself from `een` by stress too. In French, Spanish and
# Italian an accent makes another word, and German and English stress by none.
_STRESSED = str.maketrans("áéíóúýÁÉÍÓÚÝ", "aeiouyAEIOUY")
_STRESSES = frozenset(["nl", "af"])
_BESIDE = "\u0301"  # what has no letter of its own with an accent: the second of `bíj́`
_UNSEEN = "\u00ad\u200b\u2060\ufeff"  # where a word may be broken, or not
_GONE = str.maketrans("", "", _UNSEEN)


def composed(text: str) -> str:
    """`text` with each accent in its letter, and without marks inside words that nobody sees."""
    return unicodedata.normalize("NFC", text).translate(_GONE).replace(_BESIDE, "")


def unstressed(text: str, language: str) -> str:
    """`composed(text)` as tables of words have it: without accents that only stress; just as long."""
    whole = composed(text)
    return whole.translate(_STRESSED) if language[:2].lower() in _STRESSES else whole
