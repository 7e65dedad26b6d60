"""How long the plan over weeks takes, and whether that grows with the posts: `python -m benchmarks.planning`."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from statistics import median

from pipeline import slots
from pipeline.config.shape import NETWORKS, Config
from pipeline.jobs import weeks
from pipeline.jobs.spacing import Planned, Wish

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
_POSTS = 8  # about an article on a network: its announcement and seven key points


def _config() -> Config:
    brand = {
        "name": "Moes & Oven",
        "site": "https://moesenoven.example.org",
        "email": "post@moesenoven.example.org",
        "postal_address": "Lindepad 8",
        "timezone": "Europe/Amsterdam",
    }
    plans = {name: {"days": list(slots.WEEKDAYS), "at": f"{8 + hour:02}:00"} for hour, name in enumerate(NETWORKS)}
    return Config.model_validate({"brand": brand, "social": {"networks": plans, "spread_over": "999 days"}})


def _wishes(articles: int) -> list[Wish]:
    numbers = range(_POSTS)
    return [
        Wish(network, f"article {article}", f"{article}.{number}" if number else None, (1,) if number else ())
        for article in range(articles)
        for network in NETWORKS
        for number in numbers
    ]


def _seconds(wishes: list[Wish], config: Config, taken: list[Planned]) -> tuple[float, int]:
    """The median of five, and how many got a slot."""
    took, found = [], 0
    for _ in range(5):
        start = time.process_time()
        found = sum(slot is not None for slot in weeks.plan(wishes, config, NOW, taken))
        took.append(time.process_time() - start)
    return median(took), found


def main() -> None:
    """Print the time for more and more articles; their ratios count: 1.0 is as long a post, whatever there is."""
    config = _config()
    least, last = _seconds([], config, [])[0], 0.0
    for articles in (25, 50, 100, 200, 400):
        wishes = _wishes(articles)
        took, found = _seconds(wishes, config, [])
        each = (took - least) / len(wishes)
        grows = f", {each / last:.2f} times as long a post as with half as many" if last else ""
        print(f"{articles} articles, {len(wishes)} posts: {took:.2f} s{grows}; {found} have a slot")
        last = each
    first = _wishes(200)
    given = zip(first, weeks.plan(first, config, NOW), strict=True)
    taken = [Planned(one.network, slot.label, one.article, one.key_point) for one, slot in given if slot]
    took, _ = _seconds([Wish(network, "new") for network in NETWORKS], config, taken)
    print(f"one more article beside {len(taken)} planned posts: {took:.2f} s  (goal: less than 1)")


if __name__ == "__main__":
    main()
