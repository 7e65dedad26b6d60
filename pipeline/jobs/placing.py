"""When posts go out: each takes the next slot of its network that no other post has. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta

from pipeline import slots
from pipeline.config.shape import Config
from pipeline.model import Finding, Network, Post

Taken = Mapping[Network, AbstractSet[str]]


def place(posts: Sequence[Post], config: Config, now: datetime, taken: Taken) -> list[Post]:
    """`posts`, those without a slot each with the next free one, where config.yaml has a plan and there is one in time.

    Args:
        taken: The labels of the slots that other posts have, by network.
    """
    own = {(post.network, post.slot) for post in posts}
    free = {
        network: free_slots(
            network, config, now, {*taken.get(network, ()), *(at for name, at in own if name == network)}
        )
        for network in config.social.networks
    }
    return [post if post.slot else replace(post, slot=_label(free.get(post.network))) for post in posts]


def free_slots(network: str, config: Config, now: datetime, taken: AbstractSet[str | None]) -> Iterator[slots.Slot]:
    """The slots of a network that no other post has, within the time that posts are spread over."""
    plan = config.social.networks.get(network)  # type: ignore[call-overload]
    if plan is None:
        return
    end = now + timedelta(days=config.social.spread_over)
    for slot in slots.coming(plan.days, plan.at, config.brand.timezone, config.social.quiet, now):
        if slot.at > end:
            return
        if slot.label not in taken:
            yield slot


def _label(free: Iterator[slots.Slot] | None) -> str | None:
    slot = next(free, None) if free else None
    return slot.label if slot else None


def late(posts: Sequence[Post], config: Config) -> list[Finding]:
    """A finding for each network that config.yaml plans and that has no slot left for some of `posts`."""
    counts = Counter(post.network for post in posts if post.slot is None and post.network in config.social.networks)
    return [_without_slot(network, count) for network, count in counts.items()]


def _without_slot(network: Network, count: int) -> Finding:
    many = "1 post has" if count == 1 else f"{count} posts have"
    message = f"{many} no slot: its days within `spread_over` are taken."
    return Finding("no-slot", "note", network, message, "Give the network more days, or spread over more weeks.")
