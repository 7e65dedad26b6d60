"""What the matrix and the soak print."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pipeline.ledger.states import ALERTING
from tests.faults.judge import Verdict


def report(verdicts: Sequence[Verdict], log: Path, seconds: float) -> None:
    """The counts, and every case that failed."""
    states = Counter(state for verdict in verdicts for state in verdict.states)
    for verdict in verdicts:
        for wrong in verdict.wrong:
            print(f"{verdict.case}: {wrong}")
    said = [wrong for verdict in verdicts for wrong in verdict.wrong]
    seen, asked = _logged(log)
    assert seen == sum(verdict.effects for verdict in verdicts), "the log of effects knows other effects"
    print(
        f"{len(verdicts)} cases, {sum(len(verdict.states) for verdict in verdicts)} deliveries, {seen} effects,"
        f" {sum(verdict.duplicate for verdict in verdicts)} duplicates, {_count('waits for nobody', said)} lost,"
        f" {_count('nobody approved', said)} unapproved, {len(said)} wrong in all,"
        f" {sum(verdict.orphans for verdict in verdicts)} orphans,"
        f" {sum(states[state] for state in ALERTING)} need a person; {seconds:.0f} s"
    )
    accepted = sum(verdict.accepted for verdict in verdicts)
    counted = [f"{count} {state}" for state, count in states.most_common()]
    print(", ".join([*counted, f"{asked} requests, {accepted} duplicates where nothing could know"]))


def _logged(log: Path) -> tuple[int, int]:
    """Effects and requests in the service's log, without those of warming up."""
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    did = Counter(line["did"] for line in lines if "-warm-" not in line["case"])
    return did["effect"], did["asked"]


def _count(words: str, said: Sequence[str]) -> int:
    return sum(words in wrong for wrong in said)
