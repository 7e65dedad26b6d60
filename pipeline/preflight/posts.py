"""Posts -> findings: what would be refused, cut or embarrassing on a network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline import limits
from pipeline.config.shape import Voice
from pipeline.model import Finding, Network, Post
from pipeline.preflight import care


def check(posts: Sequence[Post], voice: Voice) -> list[Finding]:
    """Findings about finished posts, in their order."""
    found: list[Finding] = []
    counts: Counter[Network] = Counter()
    for post in posts:
        counts[post.network] += 1
        found += _post(post, f"posts/{post.network}-{counts[post.network]:02d}.txt", voice)
    return found


def _post(post: Post, place: str, voice: Voice) -> Iterator[Finding]:
    for problem in limits.problems(post.network, post.text):
        yield Finding("post-limit", "error", place, problem, "Reword the key point in fewer words.")
    yield from care.words(post.text, place, voice)
    yield from _pictures(post, place)


def _pictures(post: Post, place: str) -> Iterator[Finding]:
    rules = limits.LIMITS[post.network]
    if post.network == "instagram" and not post.images:
        message = "Instagram takes no post without a picture."
        yield Finding("post-image", "error", place, message, "Shorten the key point so that a card can be drawn.")
    for image in post.images:
        if len(image.alt) > rules.alt_text:
            message = (
                f"The words for its picture have {len(image.alt)} characters; {rules.name} takes {rules.alt_text}."
            )
            yield Finding("post-alt", "error", place, message, "Shorten the key point.")
