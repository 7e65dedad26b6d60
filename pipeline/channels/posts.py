"""What a network would refuse in a post, as findings: the rules that all networks share."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import limits
from pipeline.model import Finding, Network, Post, Thread

MOST_PICTURES = 4  # Mastodon's default, and Bluesky's limit


def problems(network: Network, thread: Thread) -> list[Finding]:
    """Length, pictures and their descriptions, part by part."""
    return [finding for post in thread.posts for finding in _of_post(network, post)]


def _of_post(network: Network, post: Post) -> Iterator[Finding]:
    place = f"{network} post {post.part}"
    name, longest = limits.LIMITS[network].name, limits.LIMITS[network].alt_text
    for problem in limits.problems(network, post.text):
        yield Finding("post-limit", "error", place, problem, "Shorten the post.")
    if len(post.images) > MOST_PICTURES:
        message = f"{name} takes at most {MOST_PICTURES} pictures, and this post has {len(post.images)}."
        yield Finding("post-pictures", "error", place, message, "Leave the others out.")
    for image in post.images:
        if not image.alt.strip():
            message = f"{image.file} has no description, so people who cannot see it miss what it says."
            yield Finding("alt-text", "warning", place, message, "Say in words what it shows.")
        elif (length := len(image.alt)) > longest:
            message = (
                f"{name} takes descriptions of at most {longest} characters, and that of {image.file} has {length}."
            )
            yield Finding("alt-text", "error", place, message, "Shorten the description.")
