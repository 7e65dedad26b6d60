"""The cases: what kind of service, what goes wrong, where, and what goes wrong again while that is mended."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

KINDS = ("keyed", "staged", "queued", "findable", "none", "thread")

_ALL = ("before commit", "after commit", "before call", "after call")
_UNLOCKED = _ALL[1:]  # while the ledger's lock is held, others only wait
# What happens at a point of the first run, by its number, and at which points.
AT_POINTS = {
    "kill": _ALL,
    "expired": _ALL,  # killed, and found again when keys have expired
    "stop": _UNLOCKED,  # past its lease; others work meanwhile; it wakes
    "sleep": ("after commit",),  # the same, past the life of keys: only what we do right before a call can notice
    "twice": _UNLOCKED,
    "ahead": _UNLOCKED,
    "behind": _UNLOCKED,
    "edit": _UNLOCKED,
    "rewrite": _UNLOCKED,
    "move": _UNLOCKED,
    "tamper": _UNLOCKED,
    "cancel": _UNLOCKED,
    "brake": _UNLOCKED,
    "cross": _UNLOCKED,  # another worker, whose clock is ahead, comes as far as a point of its own; the first ends first
    "restored": ("after commit",),  # a copy was made here, and is put back when all is over
}
# What the service does at a call of the first run, by its number.
AT_CALLS = (
    "drop-before", "drop-after", "error-before", "error-after", "nonsense-before", "nonsense-after", "slow", "late",
    "busy", "refuse", "unreachable",
)  # fmt: skip
# What the disk does at a commit of the first run, by its number: it is full once, or from then on.
AT_COMMITS = ("full", "full-on")
# Where the service promises enough, a machine settles these by itself.
SETTLED = {"none", "kill", "stop", "twice", "ahead", "full", *AT_CALLS} - {"refuse"}
PROMISING = {"keyed", "staged", "queued", "thread"}


@dataclass(frozen=True)
class Case:
    """One case.

    Attributes:
        kind: Of service.
        fault: What goes wrong; `none` where nothing does.
        number: At which point, call or commit, from 1.
        second: Of `cross`, the other worker's point.
        again: What goes wrong in recovery, as `kill` or a fault of a call; empty for nothing.
        again_number: Where.
        fresh: Whether each run is a fresh process that dies by SIGKILL, rather than a fork that exits.
    """

    kind: str
    fault: str = "none"
    number: int = 0
    second: int = 0
    again: str = ""
    again_number: int = 0
    fresh: bool = False

    def __str__(self) -> str:
        again = f"-then-{self.again}-{self.again_number}" if self.again else ""
        second = f"-{self.second}" if self.second else ""
        return f"{self.kind}-{self.fault}-{self.number}{second}{again}{'-fresh' if self.fresh else ''}"


def once(kind: str, trail: Sequence[str], dice: random.Random) -> Iterator[Case]:
    """Every case of a kind where one thing goes wrong, given what a run that survives reaches."""
    yield Case(kind)
    for number, what in enumerate(trail, 1):
        for fault in (fault for fault, where in AT_POINTS.items() if general(what) in where):
            seconds = dice.sample(range(1, 1 + len(trail)), 6) if fault == "cross" else [0]
            yield from (Case(kind, fault, number, second) for second in seconds)
    for number in range(1, 1 + calls_of(trail)):
        yield from (Case(kind, fault, number) for fault in AT_CALLS)
    for number in range(1, 1 + trail.count("before commit")):
        yield from (Case(kind, fault, number) for fault in AT_COMMITS)
    yield from (Case(kind, "night", night) for night in (1, 2))


def again(case: Case, trail: Sequence[str], dice: random.Random, *, all_kills: bool) -> Iterator[Case]:
    """The same, and something goes wrong in its recovery too, given what a recovery that survives reaches."""
    points = range(1, 1 + len(trail))
    for number in points if all_kills else dice.sample(points, min(1, len(points))):
        yield replace(case, again="kill", again_number=number)
    if calls := calls_of(trail):
        yield replace(case, again=dice.choice(AT_CALLS), again_number=dice.randint(1, calls))


def calls_of(trail: Sequence[str]) -> int:
    return sum(general(what) == "before call" for what in trail)


def general(what: str) -> str:
    when, it = what.split(" ", 1)
    return what if it == "commit" else f"{when} call"
