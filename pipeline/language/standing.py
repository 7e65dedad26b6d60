"""Whether a thought stands without its article, and the two repairs that make it so. Pure.

1. Take off an opening connective, or take out a leaning one.
2. Put the section's own term before a fragment.

`compose/shorten.py` has the other two that a good editor permits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline import language as languages
from pipeline.language.citations import without_citations
from pipeline.language.claims import warns
from pipeline.language.phrases import Patterns, patterns_of
from pipeline.language.substance import substance

AFTERTHOUGHT = 6  # words; "In rats only." has no more, and belongs to the sentence before it
_COMPARABLE = 4  # words of substance
_LEAST_HEAD = 2  # words of substance in a clause that says something
_ALIKE = 0.75  # from this share of common words on, two thoughts are the same
_LEAST_RETOLD = 3  # words of substance and numbers in common
UNMARKED = "citation markers left out"
CAPITAL = "its first letter made a capital"
TERMED = "the section's term put before it"
OPENED = "opening connective taken off"
TAKEN_OUT = " taken out"


@dataclass(frozen=True)
class Standing:
    """A thought that stands without its article. `repairs` tells in words what was done to it."""

    text: str
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Leaning:
    """A thought that does not, and why."""

    reason: str


_NO_WORDS = re.compile(r"(?:https?://|www\.)\S+|[#＃@]\S+", re.IGNORECASE)  # links, hashtags and names of accounts


def stand_alone(text: str, language: str, *, term: str | None = None) -> Standing | Leaning:
    """`text` repaired so that it stands without the article, or the reason why it cannot.

    Args:
        term: What its section is about in the section's own words (see `shorten.term_of`).
    """
    cleaned, repairs = without_citations(text), []
    if cleaned != text.strip():
        repairs.append(UNMARKED)
    patterns = patterns_of(language)
    opened, joined = _unjoined(cleaned, language, patterns) if patterns else (cleaned, [])
    if not any(char.isalpha() for char in _NO_WORDS.sub("", opened)):
        return Leaning("it has no words")
    if patterns is None:
        return Standing(cleaned, tuple(repairs))
    start = (languages.sentences(opened, language) or [opened])[0]
    if patterns.pointing.match(start) or patterns.elsewhere.search(start) or languages.points_elsewhere(opened):
        return Leaning("it speaks of something that was named before it")
    if patterns.fragment.match(start):
        if not term:
            return Leaning("it is no whole sentence, and its section names no term to put before it")
        opened = f"{term}: {opened[:1].lower()}{opened[1:]}"
        joined.append(TERMED)
    return Standing(opened, (*repairs, *joined))


def _unjoined(text: str, language: str, patterns: Patterns) -> tuple[str, list[str]]:
    """`text` without what only joins it to a sentence before it, and what was done."""
    repairs = []
    joined = patterns.connective.match(text)
    opened = text[joined.end() :] if joined else text
    if opened != text:
        repairs.append(OPENED)
    first = (languages.sentences(opened, language) or [""])[0]
    leaning = patterns.leaning.match(first)
    if leaning and not patterns.elsewhere.search(first) and not _DRAWN_INSIDE.search(leaning["before"]):
        before, after = leaning["before"], leaning.end()
        repairs.append(f"“{opened[len(before) : after].strip(' ,')}”{TAKEN_OUT}")
        opened = before + opened[after:]
    begun = _begun(opened, language)
    return begun, [*repairs, CAPITAL] if begun != opened else repairs


# "It chars slowly and burns therefore longer": what the word draws from stands in the sentence.
_DRAWN_INSIDE = re.compile(r"\b(?:and|or|but|en|of|maar|und|oder|aber|et|ou|mais|y|o|pero|e|ma)\s+\w+$", re.IGNORECASE)


def _begun(text: str, language: str) -> str:
    """`text` with a capital at its beginning, unless its first word is written in a way of its own: `pH`, `bol.com`."""
    word = re.match(r"\S*\w", text)
    if word is None or not text[0].islower() or word[0][1:] != word[0][1:].lower() or re.search(r"[.@/\d]", word[0]):
        return text
    length = 2 if language.startswith("nl") and text.startswith("ij") else 1
    return (text[:2].upper() if length == 2 else text[0].title()) + text[length:]


_AS_MUCH_AS = re.compile(
    r"\b(?:zowel|net zo|even) [^,.;:]{1,60}? als\b", re.IGNORECASE
)  # a Dutch “als” of no condition


def limits(sentence: str, language: str) -> bool:
    """Whether `sentence` limits what stands before it, so that nobody may tell that without it.

    It does where it denies, excepts, names who alone is meant or takes back; or where it hardly is a sentence of its
    own and speaks of a condition, likelihood or quantity. Of a language without a row we do not know, so any may.
    """
    patterns = patterns_of(language)
    if patterns is None or patterns.limiting.search(sentence) or patterns.contrast.match(sentence):
        return True
    if warns(sentence, language):
        return True
    hangs_on = len(sentence.split()) <= AFTERTHOUGHT or patterns.pointing.match(sentence)
    return bool(hangs_on and patterns.guarded.search(_AS_MUCH_AS.sub("", sentence)))


def leans(sentence: str, language: str) -> bool:
    """Whether `sentence` begins with a word for what the one before it names."""
    patterns = patterns_of(language)
    return bool(patterns and patterns.pointing.match(sentence))


def is_belief(text: str, language: str) -> bool:
    """Whether `text` is one sentence that tells what people think: then the next says whether they are right."""
    patterns = patterns_of(language)
    believed = patterns and patterns.belief.match(text)
    return bool(believed) and len(languages.sentences(text, language)) == 1


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same: the shorter's words of substance are nearly all in the other.

    A very short one, such as a title, would be in any text about it, so there the longer must be nearly all in it too.
    """
    if _differ(_numbers(one), _numbers(other)):
        return False
    first, second = _substance(one), _substance(other)
    shorter, longer = sorted((len(first), len(second)))
    return len(first & second) >= _ALIKE * ((shorter if shorter >= _COMPARABLE else longer) or 1)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", text))


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the numbers of two texts make them two thoughts: each has one that the other has not."""
    return bool(one - other) and bool(other - one)


# A key point is compared with every other, and with every sentence near them.
_compared = lru_cache(maxsize=4096)


@_compared
def _substance(text: str) -> frozenset[str]:
    """The words of substance in `text`; of one that has none, all."""
    return frozenset(substance(text) or re.findall(r"\w+", text.casefold()))


def repeats(sentence: str, other: str) -> bool:
    """Whether a sentence stands in `other`, or says the same."""
    return sentence in other or alike(sentence, other)


def says_again(sentence: str, other: str) -> bool:
    """Whether a sentence says, in its first clause at least, what `other` says already, or gives the same share."""
    head = stems(re.split(r"[,;:–—]", sentence, maxsplit=1)[0])
    begins_so = len(head) >= _LEAST_HEAD and head <= stems(other)
    return begins_so or repeats(sentence, other) or not _shares(sentence).isdisjoint(_shares(other))


def retells(sentence: str, other: str) -> bool:
    """Whether most of what a sentence names is named in `other`, though in other words."""
    first, second = (stems(text) | _numbers(text) for text in (sentence, other))
    common = len(first & second)
    return repeats(sentence, other) or (common >= _LEAST_RETOLD and common > len(first) / 2)


@_compared
def _shares(text: str) -> frozenset[str]:
    """The figures in `text` that are percentages."""
    return frozenset(re.findall(r"\d+(?:[.,]\d+)?(?=\s?%)", text))


_DEFINING = re.compile(
    r"^\W*+(?:[\w’'-]+ ){1,4}(?:is|zijn|are|ist|sind|est|sont|es|son|è|sono)"
    r" (?:een|de|het|an?|the|one|eine?|der|die|das|une?|le|la|les|des|una?|el|los|las|uno|il|lo|un['’]|l['’])(?!\w)"
)


def defines(sentence: str) -> bool:
    """Whether a sentence says what something is, as a dictionary does."""
    return bool(_DEFINING.match(sentence))


def related(sentence: str, other: str) -> bool:
    """Whether a sentence is about the same as another text: a word of substance in common, whatever its ending."""
    return not stems(sentence).isdisjoint(stems(other))


# How words begin that are in texts about anything.
_ANYWHERE = """
ander ieder altij hebbe worde wordt kunne zoude moete meest minde zonde omdat tusse tijde
other about there their these those would could shoul every which while where after befor becau
wenig immer schon diese keine werde könne sollt wurde durch nicht ihrer unser jeder jeden viele mehre
autre cette toujo avoir leurs moins quand comme encor notre votre parce
otros otras menos siemp cuand porqu tiene puede mucho desde hasta
altri altre sempr quand molto ancor nostr vostr hanno esser perch
"""
_WEAK = frozenset(_ANYWHERE.split())


@_compared
def stems(text: str) -> frozenset[str]:
    """How the words of substance in `text` begin, and its abbreviations: `DNA`."""
    words = frozenset(word[:5] for word in re.findall(r"\w{5,}", text.casefold()))
    return (words - _WEAK) | frozenset(re.findall(r"\b[A-Z]{3,4}\b", text))
