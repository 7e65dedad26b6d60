"""Whether two thoughts say nearly the same in other forms of the same words: “Invoice on the day you deliver.” Pure.

`standing.alike` finds the same words; this also finds a summary's shorter line. It is for a person to judge: two thoughts
of the same words may still differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from pipeline import language as languages
from pipeline.language.substance import SHORTEST, substance

_SHARE = 0.6  # of the shorter one's words of substance; at half, thoughts about one thing are taken for twins
_LEAST = 2  # words in common
_STEM = 5  # letters that two forms of a word share
_ENDINGS = 4  # letters by which they differ: more make another word
# What a form of the same word may begin with: “gebraucht”, “Anfang”.
_PREFIXES: Mapping[str, tuple[str, ...]] = {
    "de": ("ge", "an", "auf", "aus", "ein", "ab", "be", "ver", "er", "zu", "um", "vor"),
    "nl": ("ge", "aan", "af", "be", "ver", "op", "uit", "in", "om", "voor", "her"),
}

_BEGINNING = 4  # letters; no form has fewer


def resemble(one: str, other: str, language: str, subject: str = "") -> bool:
    """Whether two thoughts, each whole or by its first sentence, have most words of substance in common.

    Args:
        language: A BCP 47 tag. Where we do not know a language's function words, nothing resembles.
        subject: What both are about, such as a title: its words alone make no thoughts alike.
    """
    if not languages.stop_words(language):
        return False
    about = _words(subject, language)
    return any(
        _nearly(first, second, about, language) for first in _ways(one, language) for second in _ways(other, language)
    )


@lru_cache(maxsize=1024)  # each thought of an article is compared with each
def _ways(text: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The words of substance of a thought, and those of its first sentence where it has more."""
    first = next(iter(languages.sentences(text, language, 1)), text)
    return tuple(dict.fromkeys((_words(text, language), _words(first, language))))


def _words(text: str, language: str) -> tuple[str, ...]:
    """The words of substance in `text`; numbers have no other forms."""
    return tuple(word for word in substance(text, language) if not word[0].isdigit())


def _nearly(one: tuple[str, ...], other: tuple[str, ...], about: tuple[str, ...], language: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    begun = _beginnings(longer, language)
    # Most pairs have nothing in common: that is seen without asking for each pair of words.
    if sum(not begun.isdisjoint(_beginnings((word,), language)) for word in shorter) < _LEAST:
        return False
    left, shared = list(longer), []
    for word in shorter:
        twin = next((each for each in left if _kin(word, each, language)), None)
        if twin:
            left.remove(twin)
            shared.append(word)
    own = any(not any(_kin(word, each, language) for each in about) for word in shared)
    return own and len(shared) >= max(_LEAST, _SHARE * len(shorter))


@lru_cache(maxsize=8192)
def _beginnings(words: tuple[str, ...], language: str) -> frozenset[str]:
    """How the forms of `words` begin; words that are forms of one have a beginning in common."""
    return frozenset(form[:_BEGINNING] for word in words for form in _forms(word, language))


@lru_cache(maxsize=8192)
def _kin(one: str, other: str, language: str) -> bool:
    """Whether two words are forms of one."""
    return any(
        abs(len(first) - len(second)) <= _ENDINGS and first[: len(second)][:_STEM] == second[: len(first)][:_STEM]
        for first in _forms(one, language)
        for second in _forms(other, language)
    )


def _forms(word: str, language: str) -> Iterator[str]:
    yield word
    for prefix in _PREFIXES.get(language[:2].casefold(), ()):
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST:
            yield word[len(prefix) :]
