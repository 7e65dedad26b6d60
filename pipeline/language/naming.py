"""Names of people as a text writes them, with the titles that belong to them and without their functions. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline import language as languages
from pipeline.language.saying_words import FUNCTION, TITLES

_TITLED = "|".join(sorted(one.capitalize() for one in TITLES if "." not in one))
_WORD = rf"(?:(?:{_TITLED}|[A-ZÀ-Þ])\.|[A-ZÀ-Þ][\w’'-]+)"
NAME = rf"{_WORD}(?: (?:(?:van|de|der|den|von|zu|la|le|du|di|da|ten|ter|del|dos|af) )*{_WORD}){{0,5}}"
AGED = r"(?:,| \(| is)? ?\d{2}(?: jaar| years| ans| años| anni| Jahre|\)|,)"
_NAME = re.compile(rf"(?<!\w){NAME}")
_OLD = re.compile(rf"(?:{AGED}|, (?:qui a|die|der|who is) \d{{2}}\b)")
_FUNCTION = re.compile(FUNCTION)


def bare(name: str) -> str:
    """`name` without the functions before it, but with its titles; empty where nothing else is left."""
    words = name.split()
    titled = next((place for place, word in enumerate(words) if _is_title(word)), None)
    if titled is not None:
        words = words[titled:]
    while len(words) > 1 and _FUNCTION.fullmatch(words[0]):
        del words[0]
    joint = next((place for place, word in enumerate(words) if word.islower()), len(words))
    if len(words) > joint + 2 and words[joint + 1].islower() and sum(not _is_title(one) for one in words[:joint]) > 1:
        del words[joint:]  # “Petra Wollny von der Gärtnerei” is not called so
    return "" if all(map(_is_title, words)) else " ".join(words)


def parts(name: str) -> frozenset[str]:
    """The words of `name` by which a text may name the same person: no titles, and no “van der”."""
    words = (word.strip(".") for word in name.split() if not _is_title(word))
    return frozenset(word for word in words if word[:1].isupper() and len(word) > 1)


def names(text: str, language: str) -> Iterator[str]:
    """Names in `text` of two words or more, or with a title."""
    for found in _NAME.finditer(text):
        name = bare(_without_stop_words(found[0], language))
        if " " in name:
            yield name


def people(text: str, language: str) -> Iterator[str]:
    """Those in `text` who are surely people: they have a title or an age."""
    for found in _NAME.finditer(text):
        name = bare(_without_stop_words(found[0], language))
        if name and (_is_title(name.split()[0]) or _OLD.match(text, found.end())):
            yield name


def is_of(label: str, name: str) -> bool:
    """Whether `label` stands for `name`: it is some of its words, or their first letters."""
    words = [word.strip(".").casefold() for word in name.split() if not _is_title(word)]
    said = [word.strip(".").casefold() for word in label.split() if not _is_title(word)]
    initials = "".join(word[0] for word in words if word)
    return (bool(said) and set(said) <= set(words)) or re.sub(r"\W", "", label.casefold()) == initials


def _without_stop_words(name: str, language: str) -> str:
    words = name.split()
    stops = languages.stop_words(language)
    while words and words[0].casefold() in stops and not words[0].endswith("."):
        del words[0]
    return " ".join(words)


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in TITLES
