"""How one speaks on each network, and all the ways to tell a thought there, from rich to bare. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from pipeline.compose import shorten
from pipeline.compose.thoughts import Thought
from pipeline.model import Network


@dataclass(frozen=True)
class Manner:
    """How one speaks on a network.

    Attributes:
        paragraphs: Most paragraphs of the author that may follow the point; the announcement may have one anywhere.
        sentences: Most sentences that a paragraph from the article's body may have.
        turn: Which of several such paragraphs comes first, so that not every network says the same.
        steps: True where a list has room.
        hashtags: Most hashtags that are sensible there.
        link: False where links in a post cannot be clicked.
        short_link: True where a short form stands for the link, whose target is kept apart from the text.
        needs_image: True where a post without a picture is impossible.
    """

    paragraphs: int
    hashtags: int
    sentences: int = 1
    turn: int = 0
    steps: bool = False
    link: bool = True
    short_link: bool = False
    needs_image: bool = False


MANNERS: Mapping[Network, Manner] = {
    "x": Manner(paragraphs=0, hashtags=1),
    "bluesky": Manner(paragraphs=1, hashtags=1, short_link=True),
    "mastodon": Manner(paragraphs=1, hashtags=3),
    "linkedin": Manner(paragraphs=2, hashtags=3, sentences=2, steps=True),
    "facebook": Manner(paragraphs=1, hashtags=0),
    "instagram": Manner(paragraphs=2, hashtags=5, turn=1, link=False, needs_image=True),
    "threads": Manner(paragraphs=1, hashtags=1),
}


@dataclass(frozen=True)
class Version:
    """One way to tell a thought.

    Attributes:
        link: How the link is shown.
        lead_in: A sentence of the author that may stand before the point, where one speaks in whole paragraphs.
        ends: False where a thread goes on after it.
    """

    text: str
    support: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    link: str = ""
    lead_in: str = ""
    ends: bool = True


def versions(thought: Thought, network: Network, link: str, language: str, tags: tuple[str, ...]) -> Iterator[Version]:
    """From the richest version to the barest; the link is shortened before anything else is left out."""
    manner = MANNERS[network]
    support = _following(thought, manner)
    steps = thought.steps if manner.steps else ()
    links = forms_of(link, network)
    for text in shorten.shorter(thought.text, language):
        kept = [(support[:count], steps) for count in range(len(support), -1, -1)]
        for sentences, listed in [*kept, ((), ())]:
            yield from (Version(text, sentences, listed, tags, form) for form in links)
        yield from (Version(text, link=form) for form in links)


def _following(thought: Thought, manner: Manner) -> tuple[str, ...]:
    """What may follow the point there, a paragraph each: the rest of it, then one from the article's body."""
    bodies = (*thought.support[manner.turn :], *thought.support[: manner.turn])[:1]
    paragraphs = (" ".join(thought.rest), *(" ".join(body[: manner.sentences]) for body in bodies))
    return tuple(filter(None, paragraphs))[: manner.paragraphs or int(thought.number == 0)]


def forms_of(link: str, network: Network) -> tuple[str, ...]:
    """How a link may be shown there: as people write it where its target is kept apart, else whole."""
    return (_short(link),) if MANNERS[network].short_link else (link,)


def _short(link: str) -> str:
    """A link as people write it: host and path."""
    parts = urlsplit(link)
    return f"{parts.netloc}{parts.path}".rstrip("/")
