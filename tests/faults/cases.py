"""The cases: what kind of service, what goes wrong, where, and what goes wrong again while that is mended."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tests.faults.world import KEY_LIFE

KINDS = ("keyed", "keyed-blind", "staged", "queued", "findable", "none", "thread")
MAILS = {"staged", "queued", "findable"}  # they keep drafts; the others are networks

_ALL = ("before commit", "after commit", "before call", "after call")
_UNLOCKED = _ALL[1:]  # while the ledger's lock is held, others only wait
_COMMITTED = ("after commit",)
# What happens at a point of the first run, by its number, and at which points.
AT_POINTS = {
    "kill": _ALL,
    "expired": _UNLOCKED,  # killed, and found again when keys have expired
    "edge": _UNLOCKED,  # killed, and found again just after keys expired, by a worker whose clock is behind
    "stop": _UNLOCKED,  # past its lease; others work meanwhile; it wakes
    "sleep": _COMMITTED,  # the same, past the life of keys: only what we do right before a call can notice
    "suspended": _COMMITTED,  # the same, and its own clock stood still
    "doze": _COMMITTED,  # past every limit, and nobody else is at work
    "back": _UNLOCKED,  # its own clock steps back
    "twice": _UNLOCKED,
    "ahead": _UNLOCKED,
    "behind": _UNLOCKED,
    "cross": _UNLOCKED,  # another worker, whose clock is ahead, comes as far as a point of its own; the first ends first
    "cross-dead": _UNLOCKED,  # the same; the other dies where it waits, and is found when keys may have expired
    "edit": _UNLOCKED,
    "rewrite": _UNLOCKED,
    "move": _UNLOCKED,
    "approve": _UNLOCKED,  # somebody else says yes as well
    "cancel": _UNLOCKED,
    "discard": _UNLOCKED,
    "brake": _UNLOCKED,
    "hold": _UNLOCKED,  # stopped and released at once
    "tamper": _UNLOCKED,
    "meddle": _UNLOCKED,  # somebody changes the draft in the service's own web application
    "meddle-kill": _UNLOCKED,
    "full-mark": _COMMITTED,  # no mark can be written from here on
    "restored": _COMMITTED,  # a copy was made here, and is put back when all is over
    "restored-cancel": _COMMITTED,  # and after the copy a person took it back,
    "restored-edit": _COMMITTED,  # or changed and approved it
    "restored-mark": _COMMITTED,  # the copy and its mark are put back, so that the ledger cannot know
    "restored-live": _COMMITTED,  # put back into the open ledger, while the worker runs on
}
_ONLY = {
    "cross-dead": {"keyed-blind", "none"},
    "edge": set(KEY_LIFE),
    "move": set(KINDS) - MAILS,
    "meddle": MAILS,
    "meddle-kill": MAILS,
}
# What the service does at a call of the first run, by its number.
AT_CALLS = (
    "drop-before", "drop-after", "error-before", "error-after", "nonsense-before", "nonsense-after", "slow", "late",
    "later", "busy", "refuse", "unreachable",
)  # fmt: skip
# What the disk does at a commit of the first run, by its number, or at a change inside: it is full once, or from then on.
AT_COMMITS = ("full", "full-on")
AT_CHANGES = ("full-change", "full-change-on", "beside")  # beside: another process writes at that moment
# With a copy of the ledger from before it: something refused was sent again; a further draft went out.
ONCE = ("restored-again", "restored-new")
# What people do in recovery.
PEOPLE = ("resolve", "cancel", "edit", "brake", "hold")
_SHARE = 0.25  # of the second faults

# Where the service promises enough, a machine settles these by itself.
SETTLED = {
    "none", "night", "kill", "stop", "suspended", "back", "twice", "ahead", "behind", "cross", "brake", "hold",
    "approve", "beside", "full", "full-on", "full-change", "full-change-on", "full-mark", *AT_CALLS,
} - {"refuse"}  # fmt: skip
PROMISING = {"keyed", "keyed-blind", "staged", "queued", "thread"}
# And these anywhere, since no call came to harm.
SURE = {"none", "back", "twice", "behind", "brake", "hold", "approve", "beside"}


@dataclass(frozen=True)
class Case:
    """One case.

    Attributes:
        kind: Of service.
        fault: What goes wrong; `none` where nothing does.
        number: At which point, call, commit or change, from 1; of `night`, which.
        second: A second point: of `cross` the other worker's, of `restored-live` when it is put back, of `night` the death.
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

    @property
    def promised(self) -> bool:
        """Whether everything must be confirmed without a person."""
        if (self.kind, self.fault) == ("keyed-blind", "night") and self.again:
            return False  # by then its hour is over
        if self.kind in PROMISING:
            return self.fault in SETTLED and self.again in {"", *SETTLED}
        return self.fault in SURE and not self.again


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
            if general(what) in where and kind in _ONLY.get(fault, KINDS):
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
