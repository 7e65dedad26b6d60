"""When posts go out: each takes the next slot of its network that no other post has. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime, timedelta

from pipeline import slots
from pipeline.config.shape import Config, NetworkPlan
from pipeline.model import Finding, Network, Post

Taken = Mapping[Network, AbstractSet[str]]


def place(posts: Sequence[Post], config: Config, now: datetime, taken: Taken) -> list[Post]:
    """`posts`, those without a slot each with the next free one, where config.yaml has a plan and there is one in time.

    Args:
        taken: The labels of the slots that other posts have, by network.
    """
    end = now + timedelta(days=config.social.spread_over)
    own = {(post.network, post.slot) for post in posts}
    free = {
        network: _free(
            plan, config, now, end, {*taken.get(network, ()), *(slot for name, slot in own if name == network)}
        )
        for network, plan in config.social.networks.items()
    }
    return [
        replace(post, slot=next(free[post.network], None)) if post.slot is None and post.network in free else post
        for post in posts
    ]


def _free(
    plan: NetworkPlan, config: Config, now: datetime, end: datetime, taken: AbstractSet[str | None]
) -> Iterator[str]:
    """The labels of a network's slots up to `end` that no other post has."""
    return (slot.label for slot in _coming(plan, config, now) if slot.at <= end and slot.label not in taken)


def late(posts: Sequence[Post], config: Config) -> list[Finding]:
    """A finding for each network that config.yaml plans and that has no slot left for some of `posts`."""
    counts = Counter(post.network for post in posts if post.slot is None and post.network in config.social.networks)
    return [_without_slot(network, count) for network, count in counts.items()]


def ever(network: Network, config: Config, now: datetime) -> bool:
    """Whether a network has slots at all: it may have left config.yaml, or every day of its plan be quiet."""
    plan = config.social.networks.get(network)
    return plan is not None and next(_coming(plan, config, now), None) is not None


def _coming(plan: NetworkPlan, config: Config, now: datetime) -> Iterator[slots.Slot]:
    return slots.coming(plan.days, plan.at, config.brand.timezone, config.social.quiet, now)


def _without_slot(network: Network, count: int) -> Finding:
    many = "1 post has" if count == 1 else f"{count} posts have"
    message = f"{many} no slot: its days within `spread_over` are taken."
    return Finding("no-slot", "note", network, message, "Give the network more days, or spread over more weeks.")
