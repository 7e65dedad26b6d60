"""Posts -> findings: the same thought twice on one network, in one batch or since an earlier post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.language.standing import alike
from pipeline.model import Finding, Network, Post
from pipeline.preflight.wording import letters, said

_REMEDY = "Discard one of them, or reword it so that it adds something."
_LEAST = 4  # words; "We are closed." and the like resemble too much


def among(placed: Sequence[tuple[Post, str]]) -> Iterator[Finding]:
    """Posts that say what another before them says on the same network; each is told once."""
    heard: dict[Network, list[tuple[Post, str, str]]] = {}
    for post, place in placed:
        before = heard.setdefault(post.network, [])
        thought = heart(post)
        twin = next((one for one in before if _same(post, thought, one[0], one[2])), None)
        if twin:
            message = f"It says the same as {twin[1]}: “{thought[:120]}”"
            yield Finding("post-twice", "warning", place, message, _REMEDY)
        before.append((post, place, thought))


def earlier(post: Post, before: Sequence[tuple[Post, str]], place: str) -> Iterator[Finding]:
    """That an earlier post of the network said the same.

    Args:
        post: The one that is to go out.
        before: Earlier ones, newest first, each with how a person knows it.
        place: Where the finding is about.
    """
    thought = heart(post)
    twin = next((name for other, name in before if _same(post, thought, other, heart(other))), None)
    if twin:
        message = f"It says nearly the same as {twin}: “{thought[:120]}”"
        yield Finding("post-earlier", "warning", place, message, _REMEDY)


def heart(post: Post) -> str:
    """What a post says: its key point where that still stands in it, else all of its words."""
    point = post.key_point
    return point if point and letters(point) in letters(post.text) else said(post.text)


def _same(post: Post, thought: str, other: Post, its: str) -> bool:
    """Whether two posts say the same; those that belong together may."""
    if post.network != other.network or (post.article and post.article == other.article and _together(post, other)):
        return False
    return min(len(thought.split()), len(its.split())) >= _LEAST and alike(thought, its)


def _together(post: Post, other: Post) -> bool:
    """Whether two posts of one article are a thread and what is told beside it, or its announcement and a key point."""
    return max(post.parts, other.parts) > 1 or (post.key_point is None) != (other.key_point is None)
