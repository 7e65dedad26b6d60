"""Posts -> findings: what would be refused, cut or embarrassing on a network."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import limits
from pipeline.config.shape import Voice
from pipeline.model import Finding, Post
from pipeline.preflight import care


def check(posts: Sequence[Post], voice: Voice) -> list[Finding]:
    """Findings about finished posts, in their order."""
    found: list[Finding] = []
    counts: dict[str, int] = {}
    for post in posts:
        counts[post.network] = counts.get(post.network, 0) + 1
        place = f"posts/{post.network}-{counts[post.network]:02d}.txt"
        found += [
            Finding("post-limit", "error", place, f"{problem}.", "Reword the key point in fewer words.")
            for problem in limits.problems(post.network, post.text)
        ]
        found += care.words(post.text, place, voice)
        if post.network == "instagram" and not post.images:
            found.append(
                Finding(
                    "post-image",
                    "error",
                    place,
                    "Instagram takes no post without a picture.",
                    "Shorten the key point so that a card can be drawn.",
                )
            )
    return found
