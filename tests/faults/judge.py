"""The verdict on a case: whether everything that must hold holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.faults.cases import Case
from tests.faults.reading import Reading
from tests.faults.record import slot_of
from tests.faults.scenes import SETTLED_STATES

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Ended:
    """All that is left of a case.

    Attributes:
        before: The deliveries when nothing went on by itself any more.
        after: The same, once a person had settled what wanted one.
        lines: The record.
        drafts: What is left at the service and readers never saw.
    """

    before: Sequence[Row]
    after: Sequence[Row]
    lines: Sequence[Mapping[str, Any]]
    drafts: Sequence[str]

    @property
    def effects(self) -> list[Mapping[str, Any]]:
        return [line for line in self.lines if line["did"] == "effect"]

    @property
    def done(self) -> set[str]:
        return {line["did"] for line in self.lines}


@dataclass(frozen=True)
class Verdict:
    """What became of a case.

    Attributes:
        effects: What readers saw.
        states: Of its deliveries, before a person settled them.
        wrong: Why it fails, in words; empty where it does not.
        duplicate: Whether readers saw something twice.
        accepted: Whether they did where nothing could have known.
        orphans: Drafts left at the service that no delivery knows.
    """

    case: str
    effects: int
    states: tuple[str, ...]
    wrong: tuple[str, ...]
    duplicate: bool = False
    accepted: bool = False
    orphans: int = 0


def judge(case: Case, ended: Ended, *, settled: bool = True) -> Verdict:
    """Everything that must hold; `settled` where a person settled what wanted one."""
    seen = Counter(_place(case, effect) for effect in ended.effects)
    twice = [place for place, times in seen.items() if times > 1]
    accepted = _nothing_can_know(case)
    wrong = [] if accepted else [f"{place} went out {seen[place]} times" for place in twice]
    wrong += Reading(case, ended.lines).wrong
    known = {_place(case, row) for row in ended.after}
    wrong += [f"{place} went out and is not in the ledger" for place in seen if place not in known]
    wrong += [why for row in ended.before for why in _unsettled(case, row, ended)]
    doubted = set() if settled else {"unknown", "needs_human", "failed", "missed"}
    ends = [row for row in ended.after if row["state"] not in doubted]
    wrong += [why for row in ends for why in _settled(case, row, seen, ended, accepted=accepted)]
    states = tuple(row["state"] for row in ended.before)
    named = {row["remote_id"] for row in ended.after if row["state"] not in {"confirmed", "cancelled"}}
    orphans = sum(number not in named for number in ended.drafts)
    return Verdict(
        str(case),
        len(ended.effects),
        states,
        tuple(wrong),
        bool(twice) and not accepted,
        bool(twice) and accepted,
        orphans,
    )


def _place(case: Case, line: Mapping[str, Any]) -> str:
    """What may go out once: a slot and part, by whatever name. A night has one slot, however it is labelled."""
    place = slot_of(line["reference"])
    return f"part {place.rpartition('#')[2] if '#' in place else 1}" if case.fault == "night" else place


def _nothing_can_know(case: Case) -> bool:
    """Where a second time is nobody's fault.

    A service of the kind `none` cannot be asked. If its ledger and the mark are both put back from before it went out,
    or if a person says to send it again without having looked, nothing anywhere tells that it did. Whoever
    restores both is told in the manual to look first. What has a key or can be found is held to its promise here too.
    """
    return case.kind == "none" and case.fault in {"restored-mark", "restored-again"}


def _unsettled(case: Case, row: Row, ended: Ended) -> list[str]:
    """What is wrong before any person settles it."""
    state, name, wrong = row["state"], row["reference"], []
    if not row["slot"] or state in {"confirmed", "cancelled"}:
        return []
    if state not in SETTLED_STATES and not (state == "planned" and ended.done & {"edited", "tampered"}):
        wrong.append(f"{name} is {state}: it waits for nobody ({row['error']})")
    # Somebody meddled between our staging it and our look: a person should know of that.
    if state == "failed" and case.fault != "meddle" and not _was_refused(ended):
        wrong.append(f"{name} is failed, and the service refused nothing ({row['error']})")
    if case.promised and case.again not in {"cancel", "edit"}:
        wrong.append(f"{name} is {state}, though the service promises enough ({row['error']})")
    return wrong


def _was_refused(ended: Ended) -> bool:
    asked = [line for line in ended.lines if line["did"] == "asked"]
    return any(400 <= line["status"] < 500 and line["status"] != 429 for line in asked if line["status"] != 404)


def _settled(case: Case, row: Row, seen: Counter[str], ended: Ended, *, accepted: bool) -> list[str]:
    """What is wrong in the end."""
    state, times, name = row["state"], seen[_place(case, row)], row["reference"]
    if state == "confirmed":
        return [] if times == 1 or accepted else [f"{name} is confirmed, and went out {times} times"]
    if state == "cancelled" and "cancelled" not in ended.done:
        return [f"{name} is cancelled, and nobody did that"]
    if state == "cancelled" or not row["slot"]:
        return []  # what went out all the same is told by the record
    went = f" and went out {times} times" if times else ""
    return [f"{name} is {state}{went}, though a person settled it: it waits for nobody ({row['error']})"]
