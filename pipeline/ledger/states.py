"""The states of a delivery, and every way from one to another. Pure; drawn in docs/architecture.md.

A move is one compare-and-set (`deliveries.move`): it happens from one of its `sources` or not at all. A `fenced` move
is a worker's, and happens only while nobody has claimed the delivery after that worker.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a delivery is."""

    PLANNED = "planned"  # drafted; nobody has approved it
    APPROVED = "approved"  # a person said yes to these bytes
    CLAIMED = "claimed"  # a worker has it
    STAGED = "staged"  # the service has a draft; readers see nothing
    PUBLISHING = "publishing"  # committed before the call that readers notice
    ACCEPTED = "accepted"  # the service took it; evidence of going out is still due
    CONFIRMED = "confirmed"  # it went out
    SKIPPED = "skipped"  # a slot without a draft: there was nothing new, or too little (`sweep.note_slot`)
    CANCELLED = "cancelled"  # a person took it back
    MISSED = "missed"  # its time passed
    FAILED = "failed"  # the service refused clearly
    UNKNOWN = "unknown"  # it may have gone out: the machine looks
    NEEDS_HUMAN = "needs_human"  # it may have gone out: a person looks


class Move(StrEnum):
    """What happens to a delivery."""

    APPROVE = "approve"
    VOID = "void"
    CLAIM = "claim"
    STAGE = "stage"
    INTEND = "intend"
    ACCEPT = "accept"
    CONFIRM = "confirm"
    REFUSE = "refuse"
    PUT_BACK = "put back"
    LOSE = "lose"
    REPEAT = "repeat"
    ASK = "ask"
    MISS = "miss"
    CANCEL = "cancel"
    RENEW = "renew"


@dataclass(frozen=True)
class Rule:
    """From which states a move leads where."""

    sources: frozenset[State]
    target: State
    fenced: bool = False


S = State
WORKED_ON = frozenset({S.CLAIMED, S.STAGED, S.PUBLISHING})
WAITING = frozenset({S.PLANNED, S.APPROVED, S.CLAIMED, S.STAGED})

RULES: dict[Move, Rule] = {
    # A person's yes, and every edit that takes it back.
    Move.APPROVE: Rule(frozenset({S.PLANNED}), S.APPROVED),
    Move.VOID: Rule(frozenset({S.APPROVED, S.CLAIMED, S.STAGED}), S.PLANNED),
    # The worker's way. A lease that ran out lets another worker claim what nobody has begun to publish.
    Move.CLAIM: Rule(frozenset({S.APPROVED, S.CLAIMED, S.STAGED}), S.CLAIMED),
    Move.STAGE: Rule(frozenset({S.CLAIMED}), S.STAGED, fenced=True),
    Move.INTEND: Rule(frozenset({S.STAGED}), S.PUBLISHING, fenced=True),
    # Evidence is evidence, however late and whoever brings it: it went out, or will by itself, whatever we thought.
    Move.ACCEPT: Rule(frozenset(S) - {S.ACCEPTED, S.CONFIRMED, S.SKIPPED}, S.ACCEPTED),
    Move.CONFIRM: Rule(frozenset(S) - {S.CONFIRMED, S.SKIPPED}, S.CONFIRMED),
    Move.REFUSE: Rule(WORKED_ON, S.FAILED, fenced=True),
    Move.PUT_BACK: Rule(WORKED_ON, S.APPROVED, fenced=True),
    Move.LOSE: Rule(frozenset({S.PUBLISHING}), S.UNKNOWN, fenced=True),
    # Recovery: the same call again where the service promises that it has no second effect, else a person.
    Move.REPEAT: Rule(frozenset({S.UNKNOWN}), S.PUBLISHING),
    # After a restore even what waits may have gone out before.
    Move.ASK: Rule(frozenset({S.UNKNOWN, S.ACCEPTED, *WAITING}), S.NEEDS_HUMAN),
    # The calendar.
    # What the service still has as a draft did not go out, though it was unknown for a while.
    Move.MISS: Rule(WAITING | {S.UNKNOWN}, S.MISSED),
    # A person.
    Move.CANCEL: Rule(
        frozenset({S.PLANNED, S.APPROVED, S.CLAIMED, S.STAGED, S.ACCEPTED, S.MISSED, S.FAILED}), S.CANCELLED
    ),
    Move.RENEW: Rule(frozenset({S.UNKNOWN, S.NEEDS_HUMAN, S.FAILED, S.MISSED}), S.PLANNED),
}

FINAL = frozenset({S.CONFIRMED, S.SKIPPED, S.CANCELLED})
ALERTING = frozenset({S.MISSED, S.FAILED, S.UNKNOWN, S.NEEDS_HUMAN})
# What a person may still change the words of.
EDITABLE = frozenset({S.PLANNED, S.APPROVED})
