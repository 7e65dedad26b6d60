"""Key points as posts tell them -> findings: what their article says with them, and goes unsaid where they stand alone.

A key point is known by its letters in whatever post, thread, card or carousel tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pipeline import language as languages
from pipeline.language import animals
from pipeline.language.letters import PART, is_part, letters
from pipeline.model import Article, Finding, KeyPoint, Post
from pipeline.preflight import beside, figures, studies
from pipeline.preflight.wording import said


def told(post: Post, place: str, article: Article, *, health: bool) -> Iterator[Finding]:
    """What its key points leave out wherever they are told: that animals were studied, what limits a figure."""
    own = said(post.text)
    here = {point: text for point, text in _telling(own, article) if text or point.text == post.key_point}
    for point in here:
        yield from _of_point(article, point, own, place, health=health)
    if shown := "\n".join(beside.words(post, article)):
        for point, text in _telling(shown, article):
            if text and point not in here:
                yield from map(beside.found, _of_point(article, point, text, place, health=health))


def _of_point(article: Article, point: KeyPoint, text: str, place: str, *, health: bool) -> Iterator[Finding]:
    if not animals.names_animals(text, article.language):
        yield from studies.told(article, point, place)
    yield from figures.told(article, point, text, place, health=health)


def _telling(text: str, article: Article) -> Iterator[tuple[KeyPoint, str]]:
    """The key points of an article, each with the sentences of `text` that tell it, whatever was put before them."""
    heard = [(one, letters(one)) for one in languages.in_lines(text, article.language)]
    for point in article.key_points:
        whole, parts = _letters_of(point.text, article.language)
        same = (one for one, bare in heard if is_part(bare, whole) or any(part in bare for part in parts))
        yield point, " ".join(same)


@lru_cache(maxsize=1024)
def _letters_of(text: str, language: str) -> tuple[str, frozenset[str]]:
    """The letters of a key point, and those of each of its sentences: it is looked for in every post."""
    parts = (letters(one) for one in languages.sentences(text, language))
    return letters(text), frozenset(part for part in parts if len(part) >= PART)
