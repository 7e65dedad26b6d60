"""Threads and their parts: posts in a row, a person's text, and back. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.compose.threads import cut
from pipeline.errors import UsageError
from pipeline.model import THREADED, Network, Post, Thread

BETWEEN = "---"  # a line of its own between two parts, where people read and write them
_BETWEEN = re.compile(rf"^[ \t]*{BETWEEN}[ \t]*$", re.MULTILINE)


def threads(posts: Sequence[Post]) -> list[Thread]:
    """`posts` with the parts of each thread together: each is a thread of its own, but a later part."""
    found: list[list[Post]] = []
    for post in posts:
        if post.part == 1:
            found.append([])
        found[-1].append(post)
    return [Thread(tuple(parts)) for parts in found]


def readable(texts: Sequence[str]) -> str:
    """The texts of a thread's parts as people change them."""
    return f"\n{BETWEEN}\n".join(texts)


def rewritten(thread: Thread, text: str) -> Thread:
    """`thread` with a person's own text, part by part as they wrote it; pictures stay with their part."""
    texts = _written(text) if thread.posts[0].network in THREADED else [text]
    last = len(thread.posts) - 1
    return Thread(
        tuple(
            replace(
                thread.posts[min(place, last)],
                text=told,
                # The link stands in the last part, whichever that is now.
                link=thread.posts[last].link if place == len(texts) - 1 else None,
                link_card=thread.posts[last].link_card if place == len(texts) - 1 else None,
                images=thread.posts[place].images if place <= last else (),
                part=place + 1,
                parts=len(texts),
            )
            for place, told in enumerate(texts)
        )
    )


def written(network: Network, text: str, language: str, *, numbered: bool) -> Thread:
    """A text without an article as a thread: cut at lines of `---`, and where a part would be too long.

    Raises:
        UsageError: there are no threads on that network, or it cannot be cut.
    """
    if network not in THREADED:
        raise UsageError(f"{network} has no threads. Choose of {', '.join(THREADED)}, or leave --thread out.")
    cuts = cut(_written(text), network, language, numbered=numbered)
    if cuts is None:
        remedy = "Shorten it, or cut it yourself with lines of ---."
        raise UsageError(
            f"This makes no thread on {network}: it is too long, or something in it fits in no part. {remedy}"
        )
    texts = [part for piece in cuts for part in piece]
    return Thread(
        tuple(
            Post(network, told, None, "", language, part=part, parts=len(texts)) for part, told in enumerate(texts, 1)
        )
    )


def _written(text: str) -> list[str]:
    """The parts of a person's text."""
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()] or [text]
