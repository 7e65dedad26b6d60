"""What an article lets others say: the words between quotation marks or in a quote, and whose they are. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, zip_longest

from pipeline import language as languages
from pipeline.language import meant, turns
from pipeline.language.letters import letters
from pipeline.language.naming import NAME, bare
from pipeline.language.saying_words import SAYS
from pipeline.model import Article, Block

_PASSAGE = re.compile(
    r"„([^„“”]+)[“”]|“([^“”„]+)”|«([^«»]+)»|»([^«»]+)«|\"([^\"]+)\""
    r"|‘((?:[^‘’]|’(?=\w))+)’(?!\w)"
    r"|(?<!\w)'(?![stnmk]\s)((?:[^'\n]|(?<=\w)'(?=\w))+)'(?!\w)"  # 's avonds, 't huis open nothing
)
_MARKS = "“”"  # stand for what was between marks, where one looks who said it
_NAME = rf"(?P<name>{NAME})"
_PRONOUN = r"(?:ze|zij|hij|she|he|they|you|me|us|sie|er|ihr|ihm|elle|il|ils|elles|ella|él|lei|lui|mij|ons|mir|uns|that|dat|dass|que|che)"
_WHO = re.compile(
    rf"\b{SAYS} (?:(?!{_PRONOUN}\b)[a-zà-ÿ][\w’'-]*,? ){{0,3}}{_NAME}"
    rf"|(?:\b(?:[Vv]olgens|[Aa]ldus|[Aa]ccording to|[Ll]aut|[Ss]elon|[Ss]egún|[Ss]econdo)|{_MARKS}, so)"
    rf" (?:[a-zà-ÿ][\w’'-]* ){{0,3}}{_NAME.replace('name', 'source')}"
    rf"|{_NAME.replace('name', 'before')}(?:, [^,.!?]{{3,80}},)? {SAYS}"
)
_SOMEBODY = re.compile(rf"(?<!\bI )(?<!\bi )\b{SAYS}")
# They stand before such words with a capital, and are no names.
PRONOUNS = r"He|She|They|It|Hij|Zij|Ze|Er|Sie|Il|Elle|Ils|Elles|Él|Ella|Lui|Lei|Men|Man|On"
_NOBODY = re.compile(rf"(?:{PRONOUNS})\b")
# Nor are these anybody else: ourselves, and nobody at all (“Nothing says spring like …”).
_OURSELVES = re.compile(
    r"(?:I|We|Ik|Wij|Ich|Wir|Je|Nous|Yo|Io"
    r"|Nothing|Nobody|Niets|Niemand|Nichts|Rien|Personne|Nada|Nadie|Niente|Nulla|Nessuno)\b"
)
_SIGNED = re.compile(rf"[.!?…”\"»’'“]\s*[—–-]+\s*{_NAME}[^.!?]{{0,80}}$")
_ENDS_SENTENCE = re.compile(r"(?<!\b[A-ZÀ-Þ])(?<!\b[A-ZÀ-Þ][a-z])(?<!\b[A-ZÀ-Þ][a-z]{2})[.!?…]\s")
# « Les pommes, dit-elle, se gardent » has who says it inside its marks.
_INSIDE = re.compile(
    rf"\s?(?:,|[—–-])\s?(?P<saying>{SAYS}(?:-(?:t-)?\w+)?(?: [^,;:.!?«»—–]{{1,60}}?)?)\s?(?:,|[—–-])(?=\s|\w)"
)
_LONGEST = 5_000  # characters of a paragraph that is looked through


@dataclass(frozen=True)
class Quotation:
    """Words of somebody else.

    Attributes:
        words: What was said, without the marks around it.
        speaker: Who said so, by name; empty where the article says that somebody did, and gives no name.
        letters: Those of the words.
    """

    words: str
    speaker: str
    letters: str = ""


def passages(text: str) -> list[str]:
    """What stands in `text` between quotation marks."""
    return [next(filter(None, found.groups())) for found in _PASSAGE.finditer(text)]


def without_passages(text: str) -> str:
    """`text` without what stands between quotation marks."""
    return _PASSAGE.sub(" ", text)


def speaker(text: str) -> str | None:
    """Who speaks in a paragraph, by name; empty where it is somebody without a name, None where nobody does."""
    told = _PASSAGE.sub(_MARKS, text)
    for found in _WHO.finditer(told):
        name: str = found["name"] or found["source"] or found["before"]
        if _OURSELVES.match(name):
            return None
        if not _NOBODY.match(name) and (named := bare(name)):
            return named
    return "" if _SOMEBODY.search(told) else None


def without_name(text: str) -> bool:
    """Whether `text` quotes somebody of whom it says no more than “he says”."""
    return any(passages(text)) and speaker(text) == "" and meant.has_pronoun(_PASSAGE.sub(_MARKS, text))


def of(article: Article) -> tuple[Quotation, ...]:
    """What others say in `article`, sentence by sentence; what its author says too is none of it."""
    return tuple(one for one in _heard(article).said if not author_says(article, one.letters))


def holding(article: Article, said: str) -> Iterator[Quotation]:
    """What others say in `article`, and its author does not, that has the letters `said` in it."""
    heard = _heard(article)
    at = heard.text.find(said) if said else -1  # signs alone, as “★ ★ ★ ★”, are nobody's words
    while at >= 0:
        place = bisect_right(heard.starts, at) - 1
        if not author_says(article, heard.said[place].letters):
            yield heard.said[place]
        at = heard.text.find(said, heard.starts[place] + len(heard.said[place].letters))


def saying(article: Article, said: str) -> Iterator[Quotation]:
    """What others say in `article`, and its author does not, that has the letters `said` and no more."""
    return (one for one in holding(article, said) if one.letters == said) if said in _heard(article).known else iter(())


@dataclass(frozen=True)
class _Heard:
    """What stands in an article as said by others, sentence by sentence, once for each who says so; and its letters.

    Attributes:
        text: The letters of all of it, a line each, which begin at `starts`.
        known: The same as a set.
    """

    said: tuple[Quotation, ...]
    text: str
    starts: tuple[int, ...]
    known: frozenset[str]


@lru_cache(maxsize=16)
def _heard(article: Article) -> _Heard:
    said = tuple(
        dict.fromkeys(
            Quotation(sentence, one.speaker, bare_letters)
            for one in _spoken(article)
            for sentence in languages.sentences(one.words, article.language)
            if (bare_letters := letters(sentence))
        )
    )
    lines = [one.letters for one in said]
    starts = tuple(accumulate((len(line) + 1 for line in lines), initial=0))
    return _Heard(said, "\n".join(lines), starts[:-1], frozenset(lines))


def author_says(article: Article, said: str) -> bool:
    """Whether the author of `article` says in a paragraph what has the letters `said`."""
    return any(said in words for words in _own(article))


@lru_cache(maxsize=16)
def _spoken(article: Article) -> tuple[Quotation, ...]:
    told = turns.of(article)
    answers = (Quotation(turn.words, turn.speaker) for turn in told.values() if not turn.asks)
    return (*_found([one for one in _blocks(article) if not _answers(one, told)], article), *answers)


@lru_cache(maxsize=16)
def _own(article: Article) -> tuple[str, ...]:
    """The letters of what the author says, without what others do."""
    told, theirs = turns.of(article), {words for one in _spoken(article) for words in (one.words, *passages(one.words))}
    own = (one.text for one in _blocks(article) if one.kind != "quote" and not _answers(one, told))
    return tuple(letters(words) for text in own for words in _own_words(text, theirs))


def _blocks(article: Article) -> list[Block]:
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    return [block for block in blocks if len(block.text) <= _LONGEST]


def _answers(block: Block, told: Mapping[str, turns.Turn]) -> bool:
    return block.text in told and not told[block.text].asks


def _found(blocks: list[Block], article: Article) -> Iterator[Quotation]:
    before = ""
    for block in blocks:
        text = _with_marks_around(block.text)
        signed = _SIGNED.search(text) if block.kind == "quote" else None
        who = bare(signed["name"]) if signed else speaker(text)
        if who is None and before.rstrip().endswith(":"):
            who = speaker(before)
        if who is not None:
            told = [_PASSAGE.sub(_MARKS, one) for one in (text, before)]
            who = meant.in_full(who, article) or meant.by_pronoun(told[0], told[1:], article.language)
        if who is not None and block.kind == "quote":
            whole = text[: signed.start() + 1] if signed else text
            yield Quotation(" ".join(passages(whole)) or whole, who)
        elif who is not None:
            yield from (Quotation(words, who) for words in (*passages(text), *_joined(text)))
        before = text


def _with_marks_around(text: str) -> str:
    """`text` with what says who speaks outside the marks: « Les pommes » dit-elle « se gardent »."""
    if "«" not in text:
        return text
    return _PASSAGE.sub(
        lambda found: _INSIDE.sub(r"» \g<saying> « ", found[0]) if found[0][0] == "«" else found[0], text
    )


def _joined(text: str) -> Iterator[str]:
    """What was said with an interruption: “Long grass,” wrote my neighbour, “attracts mice.”"""
    found = list(_PASSAGE.finditer(text))
    run: list[str] = []
    for one, other in zip_longest(found, found[1:]):
        run.append(next(filter(None, one.groups())))
        between = text[one.end() : other.start()] if other else ""
        if not _SOMEBODY.search(between) or _ENDS_SENTENCE.search(between):
            if len(run) > 1:
                yield " ".join(run)
            run = []


def _own_words(text: str, theirs: set[str]) -> Iterator[str]:
    """What the author says in a paragraph: what stands before, between and after the words of others."""
    start = 0
    for found in _PASSAGE.finditer(text):
        if set(found.groups()) & theirs:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]
