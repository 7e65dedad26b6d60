"""Make a key point fit, by two of the four repairs a good editor permits; `language/standing.py` has the first two.

3. Take the first sentences of several.
4. Cut before a clause of consequence; never modality, negation, population, condition or quantity with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from pipeline import language as languages
from pipeline.language.phrases import patterns_of
from pipeline.language.quotations import left_open
from pipeline.language.standing import limits

HEART = 40  # characters; only a beginning of this length may stand for a point of several sentences
_MOST_BEGINNINGS = 12  # a text of more sentences than that is no point any more
_LEAST_LEFT = 30  # characters that must be left before a clause that is cut off


def term_of(heading: str | None, paragraphs: Sequence[str], language: str) -> str | None:
    """The section's own term: what its text says is "known as", else a short heading that is no question."""
    patterns = patterns_of(language)
    for paragraph in paragraphs:
        named = patterns.term.search(paragraph) if patterns else None
        if named and len(named[1].split()) <= 4:
            return named[1][0].upper() + named[1][1:]
    if heading and len(heading.split()) <= 4 and not heading.endswith("?"):
        return heading
    return None


def beginnings(text: str, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """How `text` may be told: its first sentences, from the fewest to all of them, with the sentences left out."""
    sentences = languages.sentences(text, language)
    limited = max((place for place, one in enumerate(sentences) if place and limits(one, language)), default=0)
    for count in range(limited + 1, len(sentences))[:_MOST_BEGINNINGS]:
        told = " ".join(sentences[:count])
        whole = not told.endswith("?") and left_open(told) is None  # a question without its answer says nothing
        if len(told) >= HEART and whole:
            yield told, tuple(sentences[count:])
    yield " ".join(sentences), ()


def shorter(text: str, language: str) -> Iterator[str]:
    """`text` and ever shorter versions of it: fewer sentences, then without clauses of consequence."""
    told = [one for one, _ in beginnings(text, language)]
    yield from reversed(told)
    patterns, shortest = patterns_of(language), told[0]
    if patterns is None or len(languages.sentences(shortest, language)) != 1:
        return
    end = len(shortest)
    for match in reversed(list(patterns.consequence.finditer(shortest))):
        if match.start() <= _LEAST_LEFT or patterns.guarded.search(shortest, match.end(), end):
            return
        end = match.start()
        yield shortest[:end].rstrip(" ,;:–—") + "."


_UNCLOSED = regex.compile(r"[\p{L}\p{M}\p{N})%]$")
_STOPS = {  # of scripts that end a sentence with another mark than a point, or with none
    r"\p{Han}\p{Hiragana}\p{Katakana}": "。",
    r"\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Oriya}": "।",
    r"\p{Thai}\p{Lao}": "",
    r"\p{Khmer}": "។",
    r"\p{Myanmar}": "။",
    r"\p{Ethiopic}": "።",
    r"\p{Armenian}": "։",
}


def closed(text: str) -> str:
    """`text` with a full stop, where an item of a list has lost it."""
    if not _UNCLOSED.search(text):
        return text
    stops = (stop for letters, stop in _STOPS.items() if regex.search(rf"(?V1)[{letters}]\p{{M}}*$", text))
    return text + next(stops, ".")
