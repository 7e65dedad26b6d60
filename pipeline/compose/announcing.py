"""An article as a thread: the announcement as its hook, a part for each key point, the link in its last part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from pipeline import limits
from pipeline.compose import telling
from pipeline.compose.telling import Desk
from pipeline.compose.thoughts import Thought
from pipeline.compose.threads import cut
from pipeline.compose.versions import Version, form_of
from pipeline.language.start import start_of
from pipeline.model import Finding, Network, Post

_ROOM = " 99/99"
_LEAST_POINTS = 2  # one point is a post
MOST_POINTS = 22  # with hook and end, a thread of about 25 parts: who wants more reads the article


def thread(told: Sequence[Thought], network: Network, desk: Desk) -> tuple[tuple[Post, ...], list[Finding]]:
    """The parts of the thread that announces an article, or none; and what a person should know.

    Args:
        told: The announcement, then every key point that makes a post.
        network: Where.
        desk: What posts about the article are made with.
    """
    place = f"{network}, thread of “{start_of(desk.article.title)}”"
    if desk.article.rights == "quote":
        return (), [_none(place, "Of an article by others one quote may be shared, and no more.")]
    points = [one for one in told if one.number]
    if len(points) == len(told):
        return (), [_none(place, "Nothing announces the article.")]
    announcement = told[0]
    if len(points) < _LEAST_POINTS:
        return (), [_none(place, f"Its key points that can be read alone are too few for one: {len(points)}.")]
    link = telling.link(network, "thread", desk)
    pieces: list[tuple[str, str | None]] = [(_hook(announcement, network, desk), None)]
    pieces += [(_point(point, network, desk), point.key_point) for point in points[:MOST_POINTS]]
    end = _end(announcement, network, link, desk)
    pieces += [(end, None)] if end else []
    numbered = telling.plan_of(network, desk.config).numbered
    cuts = cut([text for text, _ in pieces], network, desk.article.language, numbered=numbered)
    if cuts is None:
        return (), [_none(place, "Something in it fits in no part and cannot be cut, such as a long link.")]
    tells = chain.from_iterable(
        [key_point, *[None] * (len(parts) - 1)] for (_, key_point), parts in zip(pieces, cuts, strict=True)
    )
    texts = list(chain.from_iterable(cuts))
    made = [
        Post(
            network,
            text,
            link if end and part > len(texts) - len(cuts[-1]) else None,
            desk.article.guid,
            desk.article.language,
            key_point=key_point,
            part=part,
            parts=len(texts),
        )
        for part, (text, key_point) in enumerate(zip(texts, tells, strict=True), 1)
    ]
    return tuple(made), _left_out(place, points[MOST_POINTS:])


def _hook(announcement: Thought, network: Network, desk: Desk) -> str:
    """The announcement without link and hashtags, with the author's summary where that fits in one part."""
    supports = [
        (one,) for one in (" ".join(announcement.rest), *(body.told(1) for body in announcement.support)) if one
    ]
    for support in [*supports[:1], ()]:
        text = telling.rendered(Version(announcement.text, support, ends=False), announcement, network, desk)
        if limits.fits(network, text + _ROOM):
            break
    return text


def _point(point: Thought, network: Network, desk: Desk) -> str:
    """All of a key point, as its network's template tells it, without link and hashtags."""
    rest = " ".join(point.rest)
    return telling.rendered(Version(point.text, (rest,) if rest else (), ends=False), point, network, desk)


def _end(announcement: Thought, network: Network, link: str | None, desk: Desk) -> str:
    """The link, the notice and the hashtags."""
    tags = telling.tags(announcement.text, network, desk)
    version = Version(announcement.text, hashtags=tags, link=form_of(link or "", network))
    return telling.rendered(version, announcement, network, desk, template="thread-end")


def _none(place: str, why: str) -> Finding:
    return Finding("no-thread", "note", place, f"{why} It has ordinary posts instead.", "See whether it matters.")


def _left_out(place: str, points: Sequence[Thought]) -> list[Finding]:
    if not points:
        return []
    message = f"It tells the first {MOST_POINTS} key points, and {len(points)} have no room in it."
    return [Finding("thread-shortened", "note", place, message, "Nothing, or mark fewer key points in the article.")]
