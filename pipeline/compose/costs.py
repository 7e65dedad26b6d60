"""What X charges for posts by program, so that nobody learns it from the bill. Pure.

https://docs.x.com/x-api (pay per use)
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.limits import urls
from pipeline.model import Finding, Post

_WITH_LINK, _WITHOUT = Decimal("0.20"), Decimal("0.015")  # US dollars a post, each part of a thread by itself


def of(posts: Sequence[Post]) -> Decimal:
    """US dollars that X charges for those of `posts` that go there; nothing where none does."""
    return sum((_WITH_LINK if _has_link(post) else _WITHOUT for post in posts if post.network == "x"), Decimal(0))


def told(posts: Sequence[Post], place: str) -> list[Finding]:
    """What the posts on X cost there, and what they would without their links."""
    ours = [post for post in posts if post.network == "x"]
    if not ours:
        return []
    many = "1 post" if len(ours) == 1 else f"{len(ours)} posts"
    linked = any(map(_has_link, ours))
    message = f"Sent by a program, {many} cost{'s' if len(ours) == 1 else ''} {_dollars(of(ours))} on X."
    if linked:
        message += f" With a link each is {_dollars(_WITH_LINK)}, without one {_dollars(_WITHOUT)}."
    remedy = "To go without links: `links: no` under social.networks.x." if linked else "Nothing, or send them by hand."
    return [Finding("x-cost", "note", place, message, remedy)]


def _has_link(post: Post) -> bool:
    return post.link is not None or bool(urls(post.text))


def _dollars(amount: Decimal) -> str:
    return f"${amount.quantize(Decimal('0.01')) if amount == amount.quantize(Decimal('0.01')) else amount}"
