"""The plan over weeks: which post goes out in which slot of its network. Pure: the same question has the same answer.

Slots are given in order of time, and what has one keeps it: planning again, or with more articles, moves nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pipeline import slots
from pipeline.config.shape import Config
from pipeline.slots import Slot


@dataclass(frozen=True)
class Wish:
    """A post that wants a slot.

    Attributes:
        network: One of those of config.yaml; others get none.
        article: Its article, or "" of an own post, which is near to nothing.
        key_point: The one it tells, or None: it announces the article.
        strength: The lower, the sooner among the posts about its article; of equals the first one asked for.
    """

    network: str
    article: str
    key_point: str | None = None
    strength: tuple[int, ...] = ()


@dataclass(frozen=True)
class Planned:
    """A slot of a network that is taken, with the post that has it; without an article the slot only stays free."""

    network: str
    slot: str
    article: str = ""
    key_point: str | None = None


@dataclass
class _Calendar:
    """What goes out when, as it fills."""

    apart: int
    days: dict[tuple[str, str], list[date]] = field(default_factory=lambda: defaultdict(list))
    thoughts: set[tuple[str, str | None, date]] = field(default_factory=set)

    def add(self, post: Wish | Planned, day: date) -> None:
        if post.article:
            self.days[post.network, post.article].append(day)
            self.thoughts.add((post.article, post.key_point, day))

    def near(self, network: str, article: str, day: date) -> bool:
        """Whether the network has a post about the article within `apart` days."""
        return any(abs((day - other).days) < self.apart for other in self.days.get((network, article), ()))

    def told(self, wish: Wish, day: date) -> bool:
        """Whether a network tells the same that day."""
        return (wish.article, wish.key_point, day) in self.thoughts


def plan(wishes: Sequence[Wish], config: Config, now: datetime, taken: Iterable[Planned] = ()) -> list[Slot | None]:
    """A slot for each of `wishes`, None where there is none in time.

    Articles take turns on a network, the stronger post first, with `apart` days between two of one article. Two
    networks tell the same on one day only where waiting, or telling something else, would cost a post its slot.
    """
    taken, zone = list(taken), ZoneInfo(config.brand.timezone)
    calendar = _Calendar(config.social.apart)
    for one in taken:
        with suppress(ValueError):  # a label that is none is taken all the same
            calendar.add(one, slots.parse(one.slot).astimezone(zone).date())
    waiting = _queues(wishes)
    given: list[Slot | None] = [None] * len(wishes)
    for network, slot, left in _free(waiting, config, now, taken):
        queues, day = waiting[network], slot.at.astimezone(zone).date()
        has_room = left > sum(map(len, queues.values()))
        number = _next(queues, wishes, day, calendar, has_room=has_room)
        if number is not None:
            given[number] = slot
            calendar.add(wishes[number], day)
    return given


def free_slots(network: str, config: Config, now: datetime, taken: Collection[str]) -> Iterator[Slot]:
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


_Queues = dict[str, list[int]]


def _queues(wishes: Sequence[Wish]) -> dict[str, _Queues]:
    """By network and article, the numbers of what waits, the strongest first."""
    found: dict[str, _Queues] = {}
    for number in sorted(range(len(wishes)), key=lambda number: (wishes[number].strength, number)):
        wish = wishes[number]
        found.setdefault(wish.network, {}).setdefault(wish.article or f"own post {number}", []).append(number)
    return found


def _free(
    waiting: Collection[str], config: Config, now: datetime, taken: Sequence[Planned]
) -> Iterator[tuple[str, Slot, int]]:
    """The free slots of the networks that something waits for, in order, and how many each network has from there."""
    networks = [network for network in config.social.networks if network in waiting]
    free: dict[str, list[Slot]] = {}
    for network in networks:
        labels = {one.slot for one in taken if one.network == network}
        free[network] = list(free_slots(network, config, now, labels))
    left = Counter({network: len(found) for network, found in free.items()})
    order = [(slot.at, place, slot) for place, network in enumerate(networks) for slot in free[network]]
    for _, place, slot in sorted(order, key=lambda one: one[:2]):
        yield networks[place], slot, left[networks[place]]
        left[networks[place]] -= 1


def _next(queues: _Queues, wishes: Sequence[Wish], day: date, calendar: _Calendar, *, has_room: bool) -> int | None:
    """Take what goes out that day from `queues`; None where it is better to wait."""
    turns = []
    for article, numbers in queues.items():
        first = wishes[numbers[0]]
        if not calendar.near(first.network, first.article, day):
            told = len(calendar.days.get((first.network, first.article), ()))
            turns.append((told, first.strength, numbers[0], article))
    turns.sort()
    strongest = [number for *_, number, _ in turns]
    # With room to spare a post waits for a day on which no other network tells the same. Without, a weaker one of its
    # article goes first; and where all are told that day, one is told twice.
    others = [] if has_room else [number for *_, article in turns for number in queues[article]]
    untold = (number for number in [*strongest, *others] if not calendar.told(wishes[number], day))
    number = next(untold, None if has_room else next(iter(strongest), None))
    return None if number is None else _take(queues, number)


def _take(queues: _Queues, number: int) -> int:
    article = next(article for article, numbers in queues.items() if number in numbers)
    queues[article].remove(number)
    if not queues[article]:
        del queues[article]
    return number
