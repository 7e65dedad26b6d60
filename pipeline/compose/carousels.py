"""Carousels: an article's key points as pages to leaf through, between its title and a closing page.

A carousel is the post that announces its article. Where single key points are wanted beside it, the plan keeps them a
week away (`jobs/spacing.py`); where not, it is the one post about the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.compose import cards, documents, lines, packing
from pipeline.compose.cards import Card, Page, Setup
from pipeline.config.shape import Config, NetworkPlan
from pipeline.language.start import start_of
from pipeline.model import Finding, Post

MOST_POINTS = 8  # with title and closing page the ten pictures of an Instagram post (S)
_LOUDER, _QUIETER = 1.25, 0.75
_LEAST_POINTS = 2  # fewer are no reason to leaf


def begin(title: Page, points: Sequence[Page], setup: Setup, place: str) -> tuple[tuple[Card, ...], list[Finding]]:
    """Title and key points, with which every network's carousel of an article begins; and findings about the rest.

    There are no pages where they would make no carousel.

    Args:
        points: The key points' pages, in their order. Their numerals are given here.
        place: How findings name the article.
    """
    cover = cards.draw(replace(title, more=True), "tall", setup)
    if isinstance(cover, Finding):
        return (), [cover, _none(place, "its title makes no page", "Do what is said of its card.")]
    drawn: list[Card] = []
    findings: list[Finding] = []
    left = list(points)
    even = replace(setup, largest=_even(points[:MOST_POINTS], setup))
    while left and len(drawn) < MOST_POINTS:
        page = replace(left.pop(0), numeral=str(len(drawn) + 1), more=True)
        card = cards.draw(page, "tall", even)
        if isinstance(card, Finding):
            findings.append(card)
        else:
            drawn.append(card)
            findings += cards.shortened(page, card)
    if len(drawn) < _LEAST_POINTS:
        has = "1 key point that stands alone and fits" if len(drawn) == 1 else "no key point that stands alone and fits"
        return (), [*findings, _none(place, f"it has {has}", "Shorten or reword its key points.")]
    findings += [_beyond(place, left)] if left else []
    return (cover, *drawn), findings


def closing(page: Page, leaves: Sequence[Card], setup: Setup) -> Card | Finding:
    """The last page, after `leaves`: its words are no larger than the key points', for it says nothing new."""
    largest = max(leaf.words[0].size for leaf in leaves[1:])
    return cards.draw(page, "tall", replace(setup, largest=largest))


def only(config: Config, announcement: Post) -> bool:
    """Whether an article is told on a network by its carousel alone, and it has one: several pages, or all in a PDF."""
    plan = config.social.networks.get(announcement.network, NetworkPlan())
    leafs = len(announcement.images) > 1 or any(image.file.endswith(".pdf") for image in announcement.images)
    return leafs and set(plan.forms) == {"carousel"}


def _even(points: Sequence[Page], setup: Setup) -> int | None:
    """How large the words of `points` may be, px, so that none shouts beside the next; None where nothing is drawn.

    A quarter larger than the smallest; but where one is far smaller than the others, they do not all follow it.
    """
    sheets = (cards.lay_out(replace(page, more=True), "tall", setup) for page in points)
    sizes = sorted(sheet.quote.size for sheet in sheets if not isinstance(sheet, Finding))
    if not sizes:
        return None
    return max(int(sizes[0] * _LOUDER), int(sizes[len(sizes) // 2] * _QUIETER))


def document(pages: Sequence[Card], title: str, author: str, language: str) -> bytes:
    """`pages` as one PDF, with their words."""
    leaves = [documents.Leaf(packing.opened(page.picture), page.words) for page in pages]
    return documents.document(leaves, lines.clean(title), lines.clean(author), language)


def _none(place: str, why: str, remedy: str) -> Finding:
    return Finding("carousel", "warning", place, f"It makes no carousel: {why}.", remedy)


def _beyond(place: str, left: Sequence[Page]) -> Finding:
    untold = ", ".join(f"“{start_of(page.text)}”" for page in left)
    message = f"Its carousel tells {MOST_POINTS} key points, and is without {untold}."
    return Finding("carousel-full", "note", place, message, "Nothing, or put the better ones first in the article.")
