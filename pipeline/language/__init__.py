"""Which language a text is in, and where its sentences end; used where articles are read and where posts are made."""

from __future__ import annotations

from pipeline.language.detecting import TOLD_APART, detect, settled, stop_words
from pipeline.language.ends import MONTHS, ends_sentence, in_lines, points_elsewhere, sentences

__all__ = [
    "MONTHS",
    "TOLD_APART",
    "detect",
    "ends_sentence",
    "in_lines",
    "points_elsewhere",
    "sentences",
    "settled",
    "stop_words",
]
