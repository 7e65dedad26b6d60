"""Which key points and which sections of an article stand in a newsletter. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline.config.shape import Articles
from pipeline.language.citations import without_citations
from pipeline.language.standing import Leaning, Standing, stand_alone
from pipeline.model import COUNTED, Article, KeyPoint

_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class Choice:
    """What is shown of an article, in its order.

    Attributes:
        sections: Their indexes.
    """

    points: tuple[KeyPoint, ...]
    sections: tuple[int, ...]


def choose(article: Article, openable: Collection[int], limits: Articles) -> Choice:
    """Key points evenly from the whole article, and the sections they belong to before others.

    A key point that leans on its section stands beside it, and only where too few stand alone. Every warning
    stays; notes take what room is left, beside the sections shown. What nobody wrote, and kinds that config.yaml does
    not name, are left out.

    Args:
        openable: Indexes of the sections that can be shown, in their order.
    """
    once = [point for point in each_thought_once(article.key_points) if point.kind in limits.kinds]
    counted = [point for point in once if point.kind in COUNTED]
    standing = {point for point in counted if stands(point.text, article.language)}
    fitting = [point for point in counted if point in standing or point.section in openable]
    points = _least_leaning(fitting or counted, article.language, limits.key_points_each)
    sections = _sections(openable, points, standing, limits.sections_each)
    points = [point for point in points if point in standing or point.section in sections or not fitting]
    spare = [point for point in fitting if point not in points and (point in standing or point.section in sections)]
    points += spread(spare, limits.key_points_each - len(points))
    notes = [point for point in once if point.kind == "note" and point.section in sections]
    points += notes[: limits.key_points_each - len(points)]
    return Choice(tuple(point for point in once if point in points or point.kind == "warning"), sections)


def _least_leaning(points: Sequence[KeyPoint], tag: str, most: int) -> list[KeyPoint]:
    """At most `most` of `points`, evenly from those that can be made to stand alone, and only then from others.

    No 💡 at all would say less than one that leans.
    """
    leaning = [point for point in points if isinstance(stand_alone(point.text, tag), Leaning)]
    chosen = spread([point for point in points if point not in leaning], most)
    return chosen + spread(leaning, most - len(chosen))


def stands(text: str, tag: str) -> bool:
    """Whether `text`, as it is written, can be read without what comes before it. `tag` is its language's."""
    alone = stand_alone(text, tag)
    return isinstance(alone, Standing) and alone.text.casefold() == without_citations(text).casefold()


def each_thought_once(points: Iterable[KeyPoint]) -> list[KeyPoint]:
    """`points` that somebody wrote, each once."""
    once: dict[str, KeyPoint] = {}
    for point in points:
        if point.origin != "suggested":
            once.setdefault(thought(point.text), point)
    return list(once.values())


def spread(things: Sequence[_Thing], most: int) -> list[_Thing]:
    """At most `most` of `things`, evenly from first to last."""
    if len(things) <= most:
        return list(things)
    step = (len(things) - 1) / (most - 1) if most > 1 else 0
    return [things[int(place * step + 0.5)] for place in range(most)]


def thought(text: str) -> str:
    """`text` as it is compared with others."""
    return " ".join(text.casefold().split())


def _sections(
    openable: Collection[int], points: Sequence[KeyPoint], standing: Collection[KeyPoint], most: int
) -> tuple[int, ...]:
    """Which sections to show: those that key points lean on, then others with key points, then the first."""
    leaned_on = {point.section for point in points if point not in standing}
    with_points = {point.section for point in points}
    return tuple(sorted(sorted(openable, key=lambda i: (i not in leaned_on, i not in with_points))[:most]))
