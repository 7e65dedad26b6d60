"""How one speaks on each network, and all the ways to tell a thought there, from rich to bare. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from pipeline.compose import shorten
from pipeline.compose.passages import Passage
from pipeline.compose.thoughts import Thought
from pipeline.language.standing import TERMED, leans
from pipeline.model import Network


@dataclass(frozen=True)
class Manner:
    """How one speaks on a network.

    Attributes:
        paragraphs: Most paragraphs of the author that may follow the point; the announcement may have one anywhere.
        sentences: Most sentences that a paragraph from the article's body may have.
        turn: Which of several passages comes first, so that not every network says the same.
        before: True where a passage stands before the point, as its author wrote it, and not after it.
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
    before: bool = False
    steps: bool = False
    link: bool = True
    short_link: bool = False
    needs_image: bool = False


MANNERS: Mapping[Network, Manner] = {
    "x": Manner(paragraphs=0, hashtags=1),
    "bluesky": Manner(paragraphs=1, hashtags=1, turn=1, short_link=True),
    "mastodon": Manner(paragraphs=1, hashtags=3),
    "linkedin": Manner(paragraphs=2, hashtags=3, sentences=2, steps=True),
    "facebook": Manner(paragraphs=1, hashtags=0, sentences=2, before=True),
    "instagram": Manner(paragraphs=2, hashtags=5, turn=1, link=False, needs_image=True),
    "threads": Manner(paragraphs=1, hashtags=1, turn=2),
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


def versions(
    thought: Thought, network: Network, link: str, language: str, tags: tuple[str, ...], *, sources: bool = False
) -> Iterator[Version]:
    """From the richest version to the barest.

    Args:
        sources: Whether posts name their sources there; passages that want one are told nowhere else.
    """
    manner, shown = MANNERS[network], form_of(link, network)
    passages = [one for one in thought.support if sources or not one.sourced]
    beside = list(_beside(thought, passages, manner) if thought.number else _announced(thought, passages))
    if manner.before and thought.drawn and thought.support[:1] == tuple(passages[:1]):
        yield Version(thought.drawn, (), (), tags, shown, lead_in=passages[0].text)
    for text in shorten.shorter(thought.text, language):
        for lead_in, told, listed in [*beside, ("", (), ())]:
            begun, after = _joined(text, told, thought, manner, language)
            yield Version(begun, after, listed, tags, shown, lead_in=lead_in)
        yield Version(text, link=shown)


_Beside = tuple[str, tuple[str, ...], tuple[str, ...]]  # what leads to the text, what follows it, and a list


def _announced(thought: Thought, passages: Sequence[Passage]) -> Iterator[_Beside]:
    """What may stand beside a title: the author's summary, or the best passage of which something fits."""
    if thought.rest:
        yield "", (" ".join(thought.rest),), ()
    for one in passages:
        yield from (("", (one.told(count),), ()) for count in range(len(one.sentences), 0, -1))


def _beside(thought: Thought, passages: Sequence[Passage], manner: Manner) -> Iterator[_Beside]:
    """What may stand beside a key point, from much to little."""
    steps = thought.steps if manner.steps else ()
    for told in _paragraphs(thought, passages, manner):
        alike = manner.before and _begin_alike(thought.text, told)
        if alike and TERMED not in thought.repairs:
            continue
        if manner.before and not alike:
            yield from ((one, (), ()) for one in told if not thought.rest)
        yield "", told, steps
    yield "", (), steps


def _paragraphs(thought: Thought, passages: Sequence[Passage], manner: Manner) -> Iterator[tuple[str, ...]]:
    """What may stand beside the point there, a paragraph each: the rest of it, then passages of the article's body.

    First come those whose turn it is on the network; where they do not fit, the next.
    """
    rest = tuple(filter(None, [" ".join(thought.rest)]))
    texts = [" ".join(one.sentences[: manner.sentences]) for one in passages]
    room = min(max(manner.paragraphs - len(rest), 0), max(len(texts) - 1, 1))  # one passage is left for other networks
    for first in range(manner.turn, manner.turn + len(texts)) if room else ():
        turned = {place % len(texts) for place in range(first, first + room)}
        shown = [texts[place] for place in sorted(turned)]
        yield from ((*rest, *shown[:count]) for count in range(len(shown), 0, -1))
    yield rest


def _begin_alike(text: str, support: tuple[str, ...]) -> bool:
    """Whether the first of `support` begins with the two words that `text` begins with."""
    return bool(support) and re.findall(r"\w+", support[0])[:2] == re.findall(r"\w+", text)[:2]


def _joined(
    text: str, told: tuple[str, ...], thought: Thought, manner: Manner, language: str
) -> tuple[str, tuple[str, ...]]:
    """`text` and what is told after it; the rest of a key point stands in its paragraph where it leans on it.

    So it does where posts are one paragraph. Where the key point was cut, nobody knows on what it leans. A summary does
    not lean on its title.
    """
    rest = " ".join(thought.rest)
    if not thought.number or told[:1] != (rest,) or (manner.paragraphs and not leans(rest, language)):
        return text, told
    return (f"{text} {rest}", told[1:]) if text == thought.text else (text, told[1:])


def form_of(link: str, network: Network) -> str:
    """How a link is shown there: host and path, as people write it, where its target is kept apart; else whole."""
    if not MANNERS[network].short_link:
        return link
    parts = urlsplit(link)
    return f"{parts.netloc}{parts.path}".rstrip("/")
