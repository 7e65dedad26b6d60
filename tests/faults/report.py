"""What the matrix and the soak print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.ledger.states import ALERTING
from tests.faults.worlds import Verdict


def report(verdicts: Sequence[Verdict], seen: int, seconds: float) -> None:
    """The counts, and every case that failed."""
    states = Counter(state for verdict in verdicts for state in verdict.states)
    for verdict in verdicts:
        for wrong in verdict.wrong:
            print(f"{verdict.case}: {wrong}")
    said = [wrong for verdict in verdicts for wrong in verdict.wrong]
    assert seen == sum(verdict.effects for verdict in verdicts), "the log of effects knows other effects"
    print(
        f"{len(verdicts)} cases, {sum(len(verdict.states) for verdict in verdicts)} deliveries, {seen} effects,"
        f" {_count('times', said)} duplicates, {_count('waits for nobody', said)} lost,"
        f" {_count('nobody approved', said)} unapproved, {len(said)} wrong in all,"
        f" {sum(states[state] for state in ALERTING)} need a person; {seconds:.0f} s"
    )
    print(", ".join(f"{count} {state}" for state, count in states.most_common()))


def _count(words: str, said: Sequence[str]) -> int:
    return sum(words in wrong for wrong in said)
