"""Articles as hypothesis invents them, before they have a format: pieces of many kinds, in which each word is another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from hypothesis import strategies as st

KINDS = (
    "heading",
    "paragraph",
    "list",
    "numbers",
    "quote",
    "key point",
    "box",
    "warning",
    "table",
    "code",
    "picture",
    "note",
)
_SYLLABLES = ("ta", "ko", "mi", "ren", "dul", "fas", "peg", "bo", "zwi", "lor", "ün", "é", "ça", "nat", "oost")
_ENDS = ("", ".", ".", ".", "?", "!", ":", "…", ";", " –")


@dataclass(frozen=True)
class Piece:
    """One piece of an article.

    Attributes:
        texts: What it says: sentences, or the items of a list, or the cells of a table.
    """

    kind: str
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.texts)


@dataclass(frozen=True)
class Story:
    title: str
    pieces: tuple[Piece, ...]

    def words(self) -> list[str]:
        """All that must be in the article, or told as left out."""
        return " ".join([self.title, *(piece.text for piece in self.pieces)]).split()


def a_word(number: int) -> str:
    """A word that no other number has, alone or as a part of another."""
    made = ""
    while number or not made:
        number, syllable = divmod(number, len(_SYLLABLES))
        made += _SYLLABLES[syllable]
    return f"x{made}q"


_LENGTHS = st.lists(st.tuples(st.integers(1, 20), st.sampled_from(_ENDS), st.booleans()), min_size=1, max_size=4)
_SHAPES = st.lists(st.tuples(st.sampled_from(KINDS), _LENGTHS), min_size=1, max_size=25)


def _sentence(length: int, end: str, large: bool, numbers: Iterator[int]) -> str:
    words = " ".join(a_word(next(numbers)) for _ in range(length))
    return (words.capitalize() if large else words) + end


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """An article with a title, a first sentence, and pieces of any kind in any order."""
    numbers = count()
    shapes = draw(_SHAPES)
    title = _sentence(draw(st.integers(1, 12)), "", True, numbers)
    opening = Piece("paragraph", (_sentence(12, ".", True, numbers),))
    pieces = [Piece(kind, tuple(_sentence(*one, numbers) for one in sentences)) for kind, sentences in shapes]
    return Story(title, (opening, *pieces))
