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
from pipeline.compose.phrases import patterns_of

# `[1]`, `[2, 3]`, `(Hostinar et al., 2014)`, `(Meaney & Szyf, 2005; Cole, 2013)`
_CITATION = re.compile(r"\s*\[\d+(?:\s*[,;–-]\s*\d+)*\]|\s*\((?:[A-ZÀ-Þ][^()]{1,80}?,? (?:19|20)\d\d[a-z]?(?:; )?)+\)")


@dataclass(frozen=True)
class Standing:
    """A thought that stands without its article. `repairs` tells in words what was done to it."""

    text: str
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leaning:
    """A thought that does not, and why."""

    reason: str


def without_citations(text: str) -> str:
    """`text` without citation markers."""
    return _CITATION.sub("", text).strip()


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
    opened = patterns.connective.sub("", cleaned, count=1) if patterns.connective.match(cleaned) else cleaned
    if opened != cleaned:
        repairs.append("opening connective taken off")
    first = languages.sentences(opened, language)[:1]
    leaning = patterns.leaning.search(first[0]) if first else None
    if leaning and leaning.start() > 0:
        opened = opened[: leaning.start()] + opened[leaning.end() :]
        repairs.append(f"“{leaning[0].strip(' ,')}” taken out")
    opened = opened[:1].upper() + opened[1:]
    start = languages.sentences(opened, language)[:1] or [opened]
    if patterns.pointing.match(start[0]) or patterns.elsewhere.search(start[0]) or languages.points_elsewhere(opened):
        return Leaning("it speaks of something that was named before it")
    if patterns.fragment.match(start[0]):
        if not term:
            return Leaning("it is no whole sentence, and its section names no term to put before it")
        opened = f"{term}: {opened[:1].lower()}{opened[1:]}"
        repairs.append("the section's term put before it")
    return Standing(opened, tuple(repairs))


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


def shorter(text: str, language: str) -> Iterator[str]:
    """`text` and ever shorter versions of it: fewer sentences, then without clauses of consequence."""
    sentences = languages.sentences(text, language)
    for count in range(len(sentences), 0, -1):
        if not sentences[count - 1].endswith("?") or count == len(
            sentences
        ):  # a question without its answer says nothing
            yield " ".join(sentences[:count])
    patterns = patterns_of(language)
    if patterns is None or not sentences:
        return
    for match in reversed(list(patterns.consequence.finditer(sentences[0]))):
        tail = sentences[0][match.start() :]
        if match.start() > 30 and not patterns.guarded.search(re.sub(patterns.consequence, "", tail)):
            yield sentences[0][: match.start()].rstrip(" ,;:–—") + "."


def alike(one: str, other: str) -> float:
    """How much of the shorter text's words of substance the other one shares, 0 to 1."""
    first, second = (
        frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3) for text in (one, other)
    )
    return len(first & second) / (min(len(first), len(second)) or 1)


def closed(text: str) -> str:
    """`text` with a full stop, where an item of a list has lost it."""
    return f"{text}." if text[-1:].isalnum() or text[-1:] in ")%" else text


def start_of(text: str, most: int = 60) -> str:
    """The first words of `text`, to name it by."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
