"""Make a key point stand alone and fit, by the four repairs a good editor permits, and nothing beyond them.

1. Take off an opening connective, or take out a leaning one.
2. Put the section's own term before a fragment.
3. Take the first sentences of several.
4. Cut before a clause of consequence; never modality, negation, population, condition or quantity with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import language as languages
from pipeline.compose.citations import without_citations
from pipeline.compose.phrases import Patterns, patterns_of

HEART = 40  # characters; only a beginning of this length may stand for a point of several sentences
_MOST_BEGINNINGS = 12  # a text of more sentences than that is no point any more
_WORDS_OF_AN_AFTERTHOUGHT = 6  # "In rats only." has no more, and belongs to the sentence before it
_LEAST_LEFT = 30  # characters that must be left before a clause that is cut off
_COMPARABLE = 4  # words of substance
_ALIKE = 0.75  # from this share of common words on, two thoughts are the same
CAPITAL = "its first letter made a capital"
OPENED = "opening connective taken off"


@dataclass(frozen=True)
class Standing:
    """A thought that stands without its article. `repairs` tells in words what was done to it."""

    text: str
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leaning:
    """A thought that does not, and why."""

    reason: str


def stand_alone(text: str, language: str, *, term: str | None = None) -> Standing | Leaning:
    """`text` repaired so that it stands without the article, or the reason why it cannot.

    Args:
        term: What its section is about in the section's own words (see `term_of`).
    """
    cleaned, repairs = without_citations(text), []
    if cleaned != text.strip():
        repairs.append("citation markers left out")
    if not any(char.isalpha() for char in cleaned):
        return Leaning("it has no words")
    patterns = patterns_of(language)
    if patterns is None:
        return Standing(cleaned, tuple(repairs))
    opened, joined = _unjoined(cleaned, language, patterns)
    start = (languages.sentences(opened, language) or [opened])[0]
    if patterns.pointing.match(start) or patterns.elsewhere.search(start) or languages.points_elsewhere(opened):
        return Leaning("it speaks of something that was named before it")
    if patterns.fragment.match(start):
        if not term:
            return Leaning("it is no whole sentence, and its section names no term to put before it")
        opened = f"{term}: {opened[:1].lower()}{opened[1:]}"
        joined.append("the section's term put before it")
    return Standing(opened, (*repairs, *joined))


def _unjoined(text: str, language: str, patterns: Patterns) -> tuple[str, list[str]]:
    """`text` without what only joins it to a sentence before it, and what was done."""
    repairs = []
    opened = patterns.connective.sub("", text, count=1) if patterns.connective.match(text) else text
    if opened != text:
        repairs.append(OPENED)
    first = (languages.sentences(opened, language) or [""])[0]
    leaning = patterns.leaning.match(first)
    if leaning and not patterns.elsewhere.search(first):
        before, after = leaning["before"], leaning.end()
        repairs.append(f"“{opened[len(before) : after].strip(' ,')}” taken out")
        opened = before + opened[after:]
    begun = _begun(opened, language)
    return begun, [*repairs, CAPITAL] if begun != opened else repairs


def _begun(text: str, language: str) -> str:
    """`text` with a capital at its beginning, unless its first word is written in a way of its own: `pH`, `bol.com`."""
    word = re.match(r"\S*\w", text)
    if word is None or not text[0].islower() or word[0][1:] != word[0][1:].lower() or re.search(r"[.@/\d]", word[0]):
        return text
    length = 2 if language.startswith("nl") and text.startswith("ij") else 1
    return (text[:2].upper() if length == 2 else text[0].title()) + text[length:]


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


def limits(sentence: str, language: str) -> bool:
    """Whether `sentence` limits what stands before it, so that nobody may tell that without it.

    It does where it denies, excepts, names who alone is meant or takes back; or where it hardly is a sentence of its
    own and speaks of a condition, likelihood or quantity. Of a language without a row we do not know, so any may.
    """
    patterns = patterns_of(language)
    if patterns is None or patterns.limiting.search(sentence) or patterns.contrast.match(sentence):
        return True
    hangs_on = len(sentence.split()) <= _WORDS_OF_AN_AFTERTHOUGHT or patterns.pointing.match(sentence)
    return bool(hangs_on and patterns.guarded.search(sentence))


def beginnings(text: str, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """How `text` may be told: its first sentences, from the fewest to all of them, with the sentences left out."""
    sentences = languages.sentences(text, language)
    limited = max((place for place, one in enumerate(sentences) if place and limits(one, language)), default=0)
    for count in range(limited + 1, len(sentences))[:_MOST_BEGINNINGS]:
        told = " ".join(sentences[:count])
        if len(told) >= HEART and not told.endswith("?"):  # a question without its answer says nothing
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


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same: the shorter's words of substance are nearly all in the other.

    A very short one, such as a title, would be in any text about it, so there the longer must be nearly all in it too.
    """
    first, second = (
        frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3) for text in (one, other)
    )
    shorter, longer = sorted((len(first), len(second)))
    return len(first & second) >= _ALIKE * ((shorter if shorter >= _COMPARABLE else longer) or 1)


def closed(text: str) -> str:
    """`text` with a full stop, where an item of a list has lost it."""
    return f"{text}." if text[-1:].isalnum() or text[-1:] in ")%" else text


def start_of(text: str, most: int = 60) -> str:
    """The first words of `text`, to name it by."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
