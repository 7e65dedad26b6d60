"""Posts in a row -> threads: each post is a thread of its own, unless it is a later part of the one before. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Post, Thread


def threads(posts: Sequence[Post]) -> list[Thread]:
    """`posts` with the parts of each thread together."""
    found: list[list[Post]] = []
    for post in posts:
        if post.part == 1:
            found.append([])
        found[-1].append(post)
    return [Thread(tuple(parts)) for parts in found]


def in_one_slot(posts: Sequence[Post], starts: Sequence[Post]) -> list[Post]:
    """`posts`, all parts of a thread in the slot that its first part has among `starts`."""
    return [
        replace(post, slot=start.slot)
        for thread, start in zip(threads(posts), starts, strict=True)
        for post in thread.posts
    ]
