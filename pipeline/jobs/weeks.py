"""The plan over weeks: which post goes out in which slot of its network. Pure: the same question has the same answer.

Slots are given in order of time, and what has one keeps it: planning again, or with more articles, moves nothing.
An article's posts go out on each network in one order, its announcement first; where one waits, those after it do.
"""

from __future__ import annotations

from bisect import insort
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pipeline import slots
from pipeline.config.shape import Config
from pipeline.jobs.spacing import Calendar, Planned, Wish
from pipeline.slots import Slot

_Turn = tuple[int, tuple[int, ...], int, str]  # how often its article was told there, strength, number, and queue


@dataclass
class _Network:
    """What waits for a network's slots.

    Attributes:
        free: Its slots that nothing has, in order.
        queues: By article, the numbers of what waits, the strongest first.
        turns: The first of each queue, in the order in which they are asked.
    """

    free: Sequence[Slot]
    queues: dict[str, deque[int]] = field(default_factory=dict)
    turns: list[_Turn] = field(default_factory=list)


def plan(wishes: Sequence[Wish], config: Config, now: datetime, taken: Iterable[Planned] = ()) -> list[Slot | None]:
    """A slot for each of `wishes`, None where there is none in time, or where a stronger post says nearly the same.

    Articles take turns on a network, the stronger post first, with `apart` days between two of one article. Two
    networks tell the same on one day only where no other article's turn comes, and waiting would cost a post its slot.
    """
    taken = list(taken)
    repeats = _repeats(wishes, taken)
    once = [wish for number, wish in enumerate(wishes) if number not in repeats]
    given = iter(_in_time(once, config, now, taken))
    return [None if number in repeats else next(given) for number in range(len(wishes))]


def _repeats(wishes: Sequence[Wish], taken: Sequence[Planned]) -> set[int]:
    """The numbers of those that say nearly what a stronger one, or one in the plan, says about their article there."""
    told = {(one.network, one.article, one.key_point) for one in taken if one.slot}
    found = set()
    for number in sorted(range(len(wishes)), key=lambda number: (wishes[number].strength, number)):
        wish = wishes[number]
        if any((wish.network, wish.article, twin) in told for twin in wish.twins):
            found.add(number)
        else:
            told.add((wish.network, wish.article, wish.key_point))
    return found


def _in_time(wishes: Sequence[Wish], config: Config, now: datetime, taken: Sequence[Planned]) -> list[Slot | None]:
    """A slot for each of `wishes`, None where there is none in time."""
    patient = {str(name) for name in config.social.networks}
    while True:
        given = _planned(wishes, config, now, taken, patient)
        lacking = {wish.network for wish, slot in zip(wishes, given, strict=True) if slot is None} & patient
        if not lacking:
            return given
        patient -= lacking  # where not all have a slot, none is left free for the sake of other networks


def _planned(
    wishes: Sequence[Wish], config: Config, now: datetime, taken: Sequence[Planned], patient: Collection[str]
) -> list[Slot | None]:
    """A slot for each of `wishes`; networks that are not `patient` leave none free that something could have."""
    calendar = Calendar.of(taken, config)
    networks = _networks(wishes, config, now, taken, calendar)
    given: list[Slot | None] = [None] * len(wishes)
    order = [(slot.at, name, number) for name, one in networks.items() for number, slot in enumerate(one.free)]
    for at, name, number in sorted(order, key=lambda each: each[0]):
        network = networks[name]
        if turn := _next(network, at, wishes, calendar, waits=name in patient):
            given[turn[2]] = network.free[number]
            calendar.add(wishes[turn[2]], at)
            _take(network, turn, wishes)
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


def _networks(
    wishes: Sequence[Wish], config: Config, now: datetime, taken: Sequence[Planned], calendar: Calendar
) -> dict[str, _Network]:
    """The networks of config.yaml that something waits for, in their order there."""
    waiting = {wish.network for wish in wishes}
    found: dict[str, _Network] = {}
    for name in config.social.networks:
        if name in waiting:
            labels = {one.slot for one in taken if one.network == name and one.slot}
            free = list(free_slots(name, config, now, labels))
            found[name] = _Network(free)
    for number in sorted(range(len(wishes)), key=lambda number: (wishes[number].strength, number)):
        wish = wishes[number]
        if network := found.get(wish.network):
            network.queues.setdefault(_queue(wish, number, calendar), deque()).append(number)
    for network in found.values():
        for queue, numbers in network.queues.items():
            first = wishes[numbers[0]]
            _ask(network, queue, wishes, told=len(calendar.days.get((first.network, first.article), ())))
    return found


def _queue(wish: Wish, number: int, calendar: Calendar) -> str:
    """What goes out in order has one queue. An announcement that its key points did not wait for keeps none back."""
    late = wish.key_point is None and (wish.network, wish.article) in calendar.alone
    return f"alone {number}" if late or not wish.article else f"article {wish.article}"


def _next(network: _Network, at: datetime, wishes: Sequence[Wish], calendar: Calendar, *, waits: bool) -> _Turn | None:
    """What goes out at `at`; None where nothing may, or where it `waits` for a day on which nobody else tells it."""
    again = None
    for turn in network.turns:
        wish = wishes[turn[2]]
        if calendar.allows(wish, at):
            if not calendar.told(wish, at):
                return turn
            again = again or turn
    return None if waits else again


def _take(network: _Network, turn: _Turn, wishes: Sequence[Wish]) -> None:
    """The turn of the next one of its queue comes after those whose articles were told less."""
    told, _, _, queue = turn
    network.turns.remove(turn)
    network.queues[queue].popleft()
    if network.queues[queue]:
        _ask(network, queue, wishes, told=told + 1)


def _ask(network: _Network, queue: str, wishes: Sequence[Wish], *, told: int) -> None:
    number = network.queues[queue][0]
    insort(network.turns, (told, wishes[number].strength, number, queue))
