"""The plan over weeks: which post goes out in which slot of its network. Pure: the same question has the same answer.

Slots are given in order of time, and what has one keeps it: planning again, or with more articles, moves nothing.
An article's posts go out on each network in one order, its announcement first; where one waits, those after it do.
What names a day goes out before it, and therefore first; once it is too late for that, those after it wait no longer.
"""

from __future__ import annotations

from bisect import insort
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from pipeline import slots
from pipeline.config.shape import Config
from pipeline.jobs.spacing import Calendar, Planned, Wish
from pipeline.slots import Slot

# How soon it is too late, how often its article was told there, strength, number, and queue.
_Turn = tuple[float, int, tuple[int, ...], int, str]
_ANY_TIME = float("inf")


@dataclass
class _Network:
    """What waits for a network's slots.

    Attributes:
        free: Its slots that nothing has, in order.
        end: Until when posts are planned now; those of an article that is not public yet have longer.
        queues: By article, the numbers of what waits, the strongest first.
        turns: The first of each queue, in the order in which they are asked.
    """

    free: Sequence[Slot]
    end: datetime
    queues: dict[str, deque[int]] = field(default_factory=dict)
    turns: list[_Turn] = field(default_factory=list)


def plan(wishes: Sequence[Wish], config: Config, now: datetime, taken: Iterable[Planned] = ()) -> list[Slot | None]:
    """A slot for each of `wishes`, None where there is none in time, or where a stronger post says nearly the same.

    Nothing goes out at `until` or later, nor before `since`, from which on its time to be spread over counts.

    Articles take turns on a network, the stronger post first, with `apart` days between two of one article. Two
    networks tell the same on one day only where no other article's turn comes, and waiting would cost a post its slot.
    """
    taken = list(taken)
    without = {number for number, wish in enumerate(wishes) if wish.until and wish.until <= now}
    without |= _repeats(wishes, taken, without)
    once = [wish for number, wish in enumerate(wishes) if number not in without]
    given = iter(_in_time(once, config, now, taken))
    return [None if number in without else next(given) for number in range(len(wishes))]


def _repeats(wishes: Sequence[Wish], taken: Sequence[Planned], late: Collection[int]) -> set[int]:
    """The numbers of those that say nearly what a stronger one, or one in the plan, says about their article there.

    For those that come too `late` none stands back.
    """
    told = {(one.network, one.article, one.key_point) for one in taken if one.slot}
    found = set()
    in_time = (number for number in range(len(wishes)) if number not in late)
    for number in sorted(in_time, key=lambda number: (wishes[number].strength, number)):
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
    ends = [_end(wish, config, now) for wish in wishes]
    given: list[Slot | None] = [None] * len(wishes)
    order = [(slot.at, name, number) for name, one in networks.items() for number, slot in enumerate(one.free)]
    for at, name, number in sorted(order, key=lambda each: each[0]):
        network = networks[name]
        _let_go(network, at, wishes, ends)
        if turn := _next(network, at, wishes, calendar, waits=name in patient):
            given[turn[3]] = network.free[number]
            calendar.add(wishes[turn[3]], at)
            _take(network, turn, wishes, told=turn[1] + 1)
    return given


def _end(wish: Wish, config: Config, now: datetime) -> datetime:
    """The last moment at which it is planned now."""
    return max(now, wish.since or now) + timedelta(days=config.social.spread_over)


def _let_go(network: _Network, at: datetime, wishes: Sequence[Wish], ends: Sequence[datetime]) -> None:
    """Take out of the turns what comes too late from `at` on, so that what stands behind it has its turn."""

    def is_late(number: int) -> bool:
        until = wishes[number].until
        return at > ends[number] or (until is not None and at >= until)

    while late := [turn for turn in network.turns if is_late(turn[3])]:
        for turn in late:
            _take(network, turn, wishes, told=turn[1])


def free_slots(
    network: str, config: Config, now: datetime, taken: Collection[str], end: datetime | None = None
) -> Iterator[Slot]:
    """The slots of a network that no other post has, within the time that posts are spread over, or until `end`."""
    plan = config.social.networks.get(network)  # type: ignore[call-overload]
    if plan is None:
        return
    end = end or now + timedelta(days=config.social.spread_over)
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
    end = now + timedelta(days=config.social.spread_over)
    last = max([end, *(_end(wish, config, now) for wish in wishes)])
    found: dict[str, _Network] = {}
    for name in config.social.networks:
        if name in waiting:
            labels = {one.slot for one in taken if one.network == name and one.slot}
            found[name] = _Network(list(free_slots(name, config, now, labels, last)), end)
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
        wish = wishes[turn[3]]
        if calendar.allows(wish, at):
            if not calendar.told(wish, at):
                return turn
            again = again or turn
    return None if waits else again


def _take(network: _Network, turn: _Turn, wishes: Sequence[Wish], *, told: int) -> None:
    """The turn of the next one of its queue comes after those whose articles were told less."""
    queue = turn[-1]
    network.turns.remove(turn)
    network.queues[queue].popleft()
    if network.queues[queue]:
        _ask(network, queue, wishes, told=told)


def _ask(network: _Network, queue: str, wishes: Sequence[Wish], *, told: int) -> None:
    """Give a queue its next turn: before others where a day that its article names is near."""
    number = network.queues[queue][0]
    first = (wishes[each].until for each in islice(network.queues[queue], 2))  # the announcement, and the most urgent
    soon = min((until.timestamp() for until in first if until and until <= network.end), default=_ANY_TIME)
    insort(network.turns, (soon, told, wishes[number].strength, number, queue))
