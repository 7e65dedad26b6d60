"""When posts go out: how strong each of them is, and what to say of those that get no slot. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from pipeline.config.shape import Config
from pipeline.jobs import weeks
from pipeline.jobs.spacing import Planned, Wish
from pipeline.model import Finding, Post


def place(posts: Sequence[Post], config: Config, now: datetime, taken: Iterable[Planned] = ()) -> list[Post]:
    """`posts`, those without a slot each with one, where config.yaml has a plan and there is one in time.

    The parts of a thread share a slot; `taken` are the slots that other posts have.
    """
    own = [Planned(post.network, post.slot, post.article, post.key_point) for post in posts if post.slot]
    wanting = [number for number, post in enumerate(posts) if not post.slot and post.part == 1]
    wishes = [wish(posts[number]) for number in wanting]
    given = dict(zip(wanting, weeks.plan(wishes, config, now, [*taken, *own]), strict=True))
    placed: list[Post] = []
    for number, post in enumerate(posts):
        slot = given.get(number)
        label = slot.label if slot else placed[-1].slot if post.part > 1 and placed else None
        placed.append(replace(post, slot=post.slot or label))
    return placed


def wish(post: Post, key_point: str | None = None, *, written: bool = True) -> Wish:
    """A post as the plan sees it: strongest is the announcement, then what its author wrote, then what is told whole.

    Args:
        key_point: As the ledger knows it, where a person put it in other words.
        written: Whether an author wrote it, and not we.
    """
    if post.key_point is None:
        return Wish(post.network, post.article)
    whole = _plain(post.key_point) in _plain(post.text)
    return Wish(post.network, post.article, key_point or post.key_point, (1, not written, not whole))


def _plain(text: str) -> str:
    """`text` on one line, without the sign at its end, which a post may add."""
    return re.sub(r"[.!?…:;,]+$", "", " ".join(text.split()))


def late(posts: Sequence[Post], config: Config) -> list[Finding]:
    """One finding about all networks that config.yaml plans and that have no slot left for some of `posts`."""
    counts = Counter(post.network for post in posts if post.slot is None and post.network in config.social.networks)
    if not counts:
        return []
    many = "1 post has" if counts.total() == 1 else f"{counts.total()} posts have"
    where = ", ".join(f"{network} {count}" for network, count in counts.items())
    taken = "the days within `spread_over` are taken, or too near to another post of the article."
    unannounced = any(post.slot is None and post.key_point is None and post.article for post in posts)
    order = " Key points wait for their article's announcement." if unannounced else ""
    message = f"{many} no slot ({where}): {taken}{order}"
    remedy = "Give the networks more days, spread over more weeks, or write fewer days for `apart`."
    return [Finding("no-slot", "note", "social.networks", message, remedy)]
