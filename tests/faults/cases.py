"""The cases: what kind of service, what goes wrong, where, and what goes wrong again while that is mended."""

from __future__ import annotations

from dataclasses import dataclass

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
ONLY = {
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
        if self.fault == "night" and self.again and (self.kind == "keyed-blind" or self.again == "brake"):
            return False  # by then its key's hour is over; or everything was stopped for the whole night
        if self.kind in PROMISING:
            return self.fault in SETTLED and self.again in {"", *SETTLED}
        return self.fault in SURE and not self.again
