"""Which cases there are: as many as a run that survives has points, calls, commits and changes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tests.faults.cases import AT_CALLS, AT_CHANGES, AT_COMMITS, AT_POINTS, KINDS, ONCE, ONLY, PEOPLE, Case

_SHARE = 0.25  # of the second faults


@dataclass(frozen=True)
class Reached:
    """What a run that survives reaches: its points, and how many changes inside transactions it made."""

    trail: Sequence[str] = field(default=())
    changes: int = 0

    @property
    def calls(self) -> int:
        return sum(general(what) == "before call" for what in self.trail)


def once(kind: str, reached: Reached, dice: random.Random) -> Iterator[Case]:
    """Every case of a kind where one thing goes wrong, given what a run that survives reaches."""
    for number, what in enumerate(reached.trail, 1):
        for fault, where in AT_POINTS.items():
            if general(what) in where and kind in ONLY.get(fault, KINDS):
                yield from (Case(kind, fault, number, second) for second in _seconds(fault, number, reached, dice))
    for number in range(1, 1 + reached.calls):
        yield from (Case(kind, fault, number) for fault in AT_CALLS)
    for number in range(1, 1 + reached.trail.count("before commit")):
        yield from (Case(kind, fault, number) for fault in AT_COMMITS)
    for number in range(1, 1 + reached.changes):
        yield from (Case(kind, fault, number) for fault in AT_CHANGES)
    yield from (Case(kind, fault, 1) for fault in ONCE)


def _seconds(fault: str, number: int, reached: Reached, dice: random.Random) -> Sequence[int]:
    free = [point for point, what in enumerate(reached.trail, 1) if what != "before commit"]
    if fault == "cross-dead":
        return free
    if fault == "cross":
        return dice.sample(free, min(3, len(free)))
    if fault == "restored-live":  # whoever holds the ledger's lock keeps it from being put back
        later = [point for point in free if point > number]
        return sorted({*later[-1:], *dice.sample(later, min(1, len(later)))})
    return [0]


def nights(kind: str, night: int, reached: Reached, dice: random.Random) -> Iterator[Case]:
    """Killed within a night: around every call, and at some other points."""
    calls = [number for number, what in enumerate(reached.trail, 1) if general(what) != what or "call" in what]
    around = {number + step for number in calls for step in (-1, 0, 1)}
    others = dice.sample(range(1, 1 + len(reached.trail)), 4)
    chosen = sorted({*around, *others} & set(range(1, 1 + len(reached.trail))))
    yield from (Case(kind, "night", night, number) for number in chosen)


def again(case: Case, reached: Reached, dice: random.Random, *, all_kills: bool) -> Iterator[Case]:
    """The same, and something goes wrong in its recovery too, given what a recovery that survives reaches.

    After a kill it is killed again everywhere; after anything else dice choose, so that the whole stays within minutes.
    """
    points = range(1, 1 + len(reached.trail))
    free = [number for number in points if reached.trail[number - 1] != "before commit"]
    chosen = [("kill", number) for number in (points if all_kills else dice.sample(points, min(1, len(points))))]
    chosen += [(dice.choice(PEOPLE), number) for number in dice.sample(free, min(1, len(free)))]
    chosen += [(dice.choice(AT_CALLS), dice.randint(1, reached.calls))] if reached.calls else []
    for fault, number in chosen:
        if all_kills or dice.random() < _SHARE:
            yield replace(case, again=fault, again_number=number)


def general(what: str) -> str:
    when, it = what.split(" ", 1)
    return what if it == "commit" else f"{when} call"
