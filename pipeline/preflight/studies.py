"""Key points that are drawn from a study in animals, and what is told without a word of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline import language as languages
from pipeline.language import animals, covering
from pipeline.model import Article, Block, Finding, KeyPoint
from pipeline.preflight import claims
from pipeline.preflight.places import blocks

_BEFORE = 20  # blocks before a key point in which its animals may have been introduced
_REMEDY = "Say of whom it was found, or leave it out; or read it once more and say so: approve ID --claims-read."


def told(article: Article, point: KeyPoint, place: str) -> Iterator[Finding]:
    """That `point` is told as if of people; the caller knows that what is told names no animals."""
    if found := _found(article, point):
        what = f"“{claims.shown(point.text)}” reads as if said of people"
        message = f"{what}, and its section tells of a study in animals: “{found}”."
        yield Finding("claim-animals", "warning", place, message, _REMEDY)


def led(article: Article, point: KeyPoint) -> list[str]:
    """What its section says before or after `point` that it is drawn from: the heading, or the title, and sentences."""
    return [_heading(article, point), *sentences_of(covering.leading(article, point), article.language)]


def sentences_of(told: Sequence[Block], language: str) -> list[str]:
    """The sentences of `told`, in their order; of lists each item's."""
    return [one for block in told for one in languages.in_lines(block.text, language)]


def _found(article: Article, point: KeyPoint) -> str:
    """The words by which the article tells of a study in animals that `point` is drawn from; or nothing.

    A heading speaks of all of its section, but where later paragraphs turn to people. What they say of the animals may
    be of a study that was told before the key point before.
    """
    tag, stretch = article.language, covering.leading(article, point)
    if not stretch:
        return ""
    heading, said = _heading(article, point), sentences_of(stretch, tag)
    before = article.part(point.section).blocks[: point.after or 0]
    first = len(before) <= len(stretch)
    of_people = any(animals.tells_of_people(one, tag) for one in said)
    found = animals.studied(said if of_people and not first else [heading, *said], tag)
    if not found and not of_people and any(animals.names_animals(one, tag) for one in said):
        found = animals.studied([heading, *sentences_of(before[-_BEFORE:], tag)], tag)
    return "" if not found or _is_about_animals(article) else found


def _is_about_animals(article: Article) -> bool:
    return animals.about_animals(article.title, [one.text for one in blocks(article)], article.language)


def _heading(article: Article, point: KeyPoint) -> str:
    return article.part(point.section).heading or article.title
