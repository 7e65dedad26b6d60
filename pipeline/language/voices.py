"""Whose words a key point is: its author's, or those of somebody of whom the article tells. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from pipeline import language as languages
from pipeline.language import disowning, meant, naming, speech, turns
from pipeline.language.covering import before, begun, leading
from pipeline.language.letters import letters
from pipeline.language.people import names_changed
from pipeline.model import Article, KeyPoint

TELLING = 4  # words of a sentence; fewer are anybody's
_NEAR = 2  # paragraphs before a key point that says “he says”
_OPENING = 3  # words of a quotation with which a key point may begin
# Words of substance that a key point has in common with an answer: so many, and such a share of its own, in the answer
# that leads to it and in any other.
_LEAST, _LED, _ELSEWHERE = 2, 1 / 3, 1 / 2
_LOOKED_AT = 60  # words of a key point, and clauses
_CLAUSE = re.compile(r"[,;:.!?…]|\s[–—-]\s|$")
_WHOLE = re.compile(
    r"\W*(?:„[^„“”]+[“”]|“[^“”„]+”|«[^«»]+»|»[^«»]+«|\"[^\"]+\"|‘(?:[^‘’]|’(?=\w))+’|'(?:[^']|(?<=\w)'(?=\w))+')[\s.!?…]*"
)


def is_quoted(text: str) -> bool:
    """Whether all of `text` stands between quotation marks, and is more than a name."""
    return bool(_WHOLE.fullmatch(text)) and len(text.split()) >= TELLING


def of(article: Article, point: KeyPoint) -> str | None:
    """Who says what `point` says: a name, nothing where the article gives none, None where its author says so.

    What nobody in the article says is its author's own, unless it stands between quotation marks.
    """
    quoted = is_quoted(point.text)
    telling = any(len(one.split()) >= TELLING for one in speech.passages(point.text))
    if telling and not quoted and (named := speech.speaker(point.text)) is not None:
        return meant.in_full(named, article) or _by_pronoun(article, point)
    said = turns.unlabelled(point.text, article)
    if quoted and any(letters(said) in own for own in _own(article)):
        return None
    found = next(chain(_saying(article, said), _answering(article, point, said)), None)
    if found is None:
        found = disowning.giver(article, point)
    return "" if found is None and (quoted or said != point.text) else found


def credit(article: Article, point: KeyPoint) -> str:
    """Who is named below `point`: whoever says a quotation that gives no name, or less of it, and was not renamed."""
    if names_changed(article) or not any(speech.passages(point.text)):
        return ""
    who = of(article, point) or ""
    told = set(re.findall(r"\w+", point.text))
    return who if is_quoted(point.text) or not naming.parts(who) <= told else ""


def _by_pronoun(article: Article, point: KeyPoint) -> str:
    """Who is meant by “he says” in `point`: the one person told of in it, or right before it."""
    told = (speech.without_passages(one) for one in [block.text for block in before(article, point)][:_NEAR])
    return meant.by_pronoun(speech.without_passages(point.text), told, article.language)


def spoken(article: Article) -> Iterator[str]:
    """The letters of each turn of `article`, with its label, and of each key point that is not its author's."""
    yield from map(letters, turns.of(article))
    yield from (letters(point.text) for point in article.key_points if of(article, point) is not None)


def _saying(article: Article, text: str) -> Iterator[str]:
    """Who says a sentence of `text`, or what it begins with, or four words in it."""
    sentences = (one for one in languages.sentences(text, article.language) if len(one.split()) >= TELLING)
    openings = (text[: found.start()] for found in islice(_CLAUSE.finditer(text), _LOOKED_AT))
    words = text.split()[:_LOOKED_AT]
    parts = (words[start:end] for start in range(len(words)) for end in range(start + TELLING, len(words) + 1))
    found = chain(
        chain.from_iterable(speech.holding(article, letters(one)) for one in sentences),
        chain.from_iterable(speech.saying(article, letters(one)) for one in openings if len(one.split()) >= _OPENING),
        chain.from_iterable(speech.saying(article, letters("".join(part))) for part in parts),
    )
    return (one.speaker for one in found)


def _answering(article: Article, point: KeyPoint, text: str) -> Iterator[str]:
    """Who gives the answer of an interview that leads to a key point, where both speak of the same.

    A key point that stands elsewhere may come from any answer, and must have more in common with it.
    """
    told = turns.of(article)
    if not told:
        return
    led = [told[block.text] for block in leading(article, point) if block.text in told]
    stretches = [led] if led else [[one] for one in told.values()]
    about = begun(text, article)
    # A quotation below an answer is one of who answers, however freely its author quotes.
    least = 1 if led and is_quoted(text) else max(_LEAST, (_LED if led else _ELSEWHERE) * len(about))
    for stretch in stretches:
        answers = [one for one in stretch if not one.asks]
        if answers and len(about & begun(" ".join(one.words for one in stretch), article)) >= least:
            yield answers[-1].speaker


@lru_cache(maxsize=16)
def _own(article: Article) -> tuple[str, ...]:
    """The letters of what its author says, paragraph by paragraph, without what stands between quotation marks."""
    told = turns.of(article)
    blocks = chain(article.lead, *(section.blocks for section in article.sections))
    own = (block.text for block in blocks if block.kind != "quote" and block.text not in told)
    return tuple(letters(speech.without_passages(text)) for text in own)
