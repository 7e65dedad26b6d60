"""The turns of an interview: which paragraphs of an article are what somebody says, though no quotation mark tells. Pure.

A turn begins with a label, or answers a question that is set apart. A label is known by what it does: it comes back,
takes turns with another, and people say “I” and “we” below it; “Tip:”, “Step 1:” and “Monday:” do nothing of that. Some
say themselves what they are: “Q:” and “A:”.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise

from pipeline.language import naming
from pipeline.language.patterns import ready
from pipeline.language.patterns import words as of_words
from pipeline.language.phrases import patterns_of
from pipeline.language.turn_words import ANSWERS, ASKS, INTERVIEWS, LETTERS, WE, YOU
from pipeline.model import FRONT_MATTER, Article, Block

_LABEL = re.compile(
    r"[\W_]{0,3}(?:(?P<label>[^\W\d_][\w’'-]*\.?(?:(?: |(?<=\.))[\w’'-]+\.?){0,3})(?: ?\([^()\n]{1,40}\))?[*_]{0,2} ?[:：][*_]{0,2}(?:\s|$)"
    r"|(?P<letter>[QA])[.)]\s)\s*"
)
_LONGEST = 40  # characters of a label
_TOLD = 3  # of so many turns below a label one at least says “I” or “we”
_QUESTION = re.compile(r"[?？؟][\s”“»\"’'*_)]*$")
_APART = re.compile(r"\s*<(strong|em|b|i)>(?:(?!</?\1\b).)*</\1>\s*$", re.DOTALL)
_READ = frozenset({"paragraph", "quote", "list"})
_SAYS_SO = ready(INTERVIEWS)
_NEAR = 6  # lines before the first question
_SHORT = 400  # characters of such a line
_SEVERAL = 3  # questions set apart, of an article that says that it is an interview


@dataclass(frozen=True)
class Turn:
    """What somebody asks or answers in an article.

    Attributes:
        words: Without the label.
        speaker: By name, as far as the article gives it; or empty.
        asks: Whether it is the question.
        label: As it stands there; empty where a paragraph only goes on, or answers what is set apart.
    """

    words: str
    speaker: str = ""
    asks: bool = False
    label: str = ""


@dataclass(frozen=True)
class _Line:
    """A heading or block; `apart` where it stands out as a heading does, `words` what follows its label."""

    text: str
    words: str
    label: str = ""
    heading: bool = False
    apart: bool = False

    @property
    def key(self) -> str:
        return _key(self.label)

    @property
    def is_question(self) -> bool:
        return bool(_QUESTION.search(self.text))


@dataclass(frozen=True)
class _Known:
    """Whom an article names: its authors, those who surely are people, and what else is written as a name."""

    authors: tuple[str, ...]
    people: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def of(cls, article: Article, told: Sequence[str]) -> _Known:
        """Those in its byline, its title and what is `told` there."""
        found = (
            dict.fromkeys(chain.from_iterable(finds(text, article.language) for text in (article.title, *told)))
            for finds in (naming.people, naming.names)
        )
        return cls(tuple(naming.names(article.byline or "", article.language)), *map(tuple, found))

    def called(self, label: str) -> str | None:
        """The name that `label` stands for, if it is one of them."""
        named = (*self.authors, *self.people, *self.names)
        return next((name for name in named if naming.is_of(label, name)), None)

    def speaker(self, turn: Turn) -> str:
        """The name of who has a turn: what its label says, or else the only one who may have been asked."""
        if turn.speaker and _key(turn.speaker) not in ASKS | ANSWERS:
            return self.called(turn.speaker) or turn.speaker
        guests = [one for one in self.people or self.names if not any(naming.is_of(one, who) for who in self.authors)]
        return guests[0] if len(guests) == 1 and not turn.asks else ""


def _key(label: str) -> str:
    """`label` as it is compared: that of `Q1` and `Q2` is one."""
    key = label.casefold().strip(" .")
    numbered = re.sub(r"\W*\d+$", "", key)
    return numbered if numbered in ASKS | ANSWERS else key


@lru_cache(maxsize=16)
def of(article: Article) -> Mapping[str, Turn]:
    """The turns of `article`, by the text of their block or heading; none where it is no interview."""
    lines = list(_lines(article))
    asking, answering = _labels(lines, article)
    if not answering:
        asking = {one.key for one in lines if one.key in ASKS}
        if not _is_answered(lines, asking, article):
            return {}
    turned = list(_turned(lines, asking, answering, article.language))
    texts = {line.text for line, _ in turned}
    known = _Known.of(article, [line.text for line in lines if line.text not in texts])
    return {line.text: replace(turn, speaker=known.speaker(turn)) for line, turn in turned}


def unlabelled(text: str, article: Article) -> str:
    """`text` without the label of a turn, if it begins with one that is such in `article`."""
    line = _line(text)
    known = {_key(turn.label) for turn in of(article).values()} if line.label else ()
    return line.words if line.key in known else text


def _lines(article: Article) -> Iterator[_Line]:
    yield from (_of_block(block) for block in article.lead if block.kind in _READ)
    for section in article.sections:
        if section.heading:
            yield replace(_line(section.heading), heading=True, apart=True)
        yield from (_of_block(block) for block in section.blocks if block.kind in _READ)


def _of_block(block: Block) -> _Line:
    return replace(_line(block.text), apart=bool(_APART.match(block.html)))


def _line(text: str) -> _Line:
    found = _LABEL.match(text)
    label = (found["label"] or found["letter"]) if found else ""
    if not found or len(label) > _LONGEST or label[0].islower():
        return _Line(text, text)
    return _Line(text, text[found.end() :], label)


def _labels(lines: Sequence[_Line], article: Article) -> tuple[set[str], set[str]]:
    """The labels of who asks, and of who answers; none of either where no label is that of a turn."""
    keys = Counter(line.key for line in lines if line.label)
    asking = ASKS & keys.keys()
    if answering := {key for key in ANSWERS & keys.keys() if any(_is_pair(one, key) for one in asking)}:
        return set(asking), answering
    return _by_turns([line for line in lines if keys[line.key] > 1], article)


def _is_pair(asks: str, answers: str) -> bool:
    return answers in LETTERS.get(asks, "") if len(asks) == 1 or len(answers) == 1 else True


def _by_turns(lines: Sequence[_Line], article: Article) -> tuple[set[str], set[str]]:
    """The labels among `lines`, which all come back, that take turns, below which somebody speaks of himself or herself.

    Who answers is named in the article, or says “I” to one who asks “you”: myths and facts do not.
    """
    said: dict[str, list[str]] = {}
    for line in lines:
        said.setdefault(line.key, []).append(line.words)
    pairs = [(one.key, other.key) for one, other in pairwise(lines)]
    if len(said) < 2 or 3 * sum(one != other for one, other in pairs) < 2 * len(pairs):
        return set(), set()
    asking = {key for key, texts in said.items() if 2 * sum(bool(_QUESTION.search(one)) for one in texts) >= len(texts)}
    blocks = chain(article.lead, *(section.blocks for section in article.sections))
    known = _Known.of(article, [block.text for block in blocks])
    named = {key for key in said if known.called(key)}
    told = {key for key in said.keys() - asking if _tell_of_themselves(said[key], article.language, _TOLD)}
    asked = {one for one in asking if any(_has(text, YOU, article.language) for text in said[one])}
    follow = {other for one, other in pairs if one in asked and _say_i(said[other], article.language)}
    answering = told & (named | follow)
    return (asking, answering) if asking or len(answering) > 1 else (set(), set())


def _is_answered(lines: Sequence[_Line], asking: set[str], article: Article) -> bool:
    """Whether questions that are set apart are put to somebody: else they are an author's own.

    Then answers say “I”, and two questions “you”, or one the name of who is asked; or the article says what it is.
    """
    language = article.language
    asked = [place for place, line in enumerate(lines) if _is_asked(line, asking)]
    answers = [(lines[place], lines[place + 1 : end]) for place, end in pairwise([*asked, len(lines)])]
    told = [(line, " ".join(one.text for one in answer)) for line, answer in answers if answer]
    several = len(told) >= _SEVERAL and 3 * _say_i([line.words for line, _ in told], language) < len(told)
    if several and _says_so(article, lines[: asked[0]]):
        return True
    to_somebody = sum(_has(lines[place].words, YOU, language) for place in asked)
    named = several and any(_addresses(line.words, language) for line, _ in told)
    return len(told) > 1 and (to_somebody > 1 or named) and 2 * _say_i([one for _, one in told], language) >= len(told)


def _says_so(article: Article, before: Sequence[_Line]) -> bool:
    """Whether an article says near its top that somebody is interviewed: `before` are its lines up to the first question."""
    texts = (article.title, article.summary or "", article.byline or "", *(line.text for line in before[:_NEAR]))
    kept = (one.text for one in article.dropped if one.reason == FRONT_MATTER)  # a subtitle has no other place
    return any(len(text) <= _SHORT and _SAYS_SO.search(text) for text in chain(texts, kept))


def _addresses(question: str, language: str) -> bool:
    """Whether `question` begins with the name of who is asked, or ends with it: “Frau Feld, warum …?”"""
    first, *_, last = [part.strip(" ?") for part in question.split(",")] if "," in question else ("", "")
    return any(name == one for one in (first, last) for name in naming.people(one, language))


def _is_asked(line: _Line, asking: set[str]) -> bool:
    return line.is_question and (line.apart or line.key in asking)


def _turned(
    lines: Sequence[_Line], asking: set[str], answering: set[str], language: str
) -> Iterator[tuple[_Line, Turn]]:
    """The lines that are turns: those with labels, and what goes on or answers below them.

    Behind the last of them the author has the word again, unless somebody still speaks of himself or herself.
    """

    def begins(line: _Line) -> bool:
        return line.key in asking | answering if answering else _is_asked(line, asking)

    last = max((place for place, line in enumerate(lines) if begins(line)), default=-1)
    speaking: Turn | None = None
    for place, line in enumerate(lines):
        if begins(line):
            asks = line.key not in answering
            yield line, Turn(line.words, line.label, asks, line.label)
            # Where only the questions are set apart, what follows one answers it.
            speaking = Turn("", line.label if answering else "", asks and bool(answering))
            continue
        first = speaking is not None and not answering and begins(lines[place - 1])
        if line.heading or not (first or place < last or _tell_of_themselves([line.text], language, 1)):
            speaking = None
        if speaking is not None:
            yield line, replace(speaking, words=line.text)


def _tell_of_themselves(texts: Sequence[str], language: str, of_each: int) -> bool:
    """Whether one of `of_each` of `texts` at least says “I” or “we”."""
    told = sum(_say_i([one], language) > 0 or _has(one, WE, language) for one in texts)
    return told > 0 and of_each * told >= len(texts)


def _say_i(texts: Sequence[str], language: str) -> int:
    """How many of `texts` say “I”, in whatever form."""
    patterns = patterns_of(language)
    return sum(bool(patterns and patterns.personal.search(one)) for one in texts)


def _has(text: str, table: Mapping[str, str], language: str) -> bool:
    row = table.get(language[:2].lower())
    return row is not None and bool(_pattern(row).search(text))


@lru_cache(maxsize=32)
def _pattern(row: str) -> re.Pattern[str]:
    return of_words(row)
