"""The record of a case, read from its beginning: whether each effect was allowed when it was caused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from tests.faults.cases import MAILS, Case
from tests.faults.record import slot_of
from tests.faults.world import QUEUE

Line = Mapping[str, Any]
_LATE = {True: timedelta(hours=6).total_seconds(), False: timedelta(hours=24).total_seconds()}  # mails, posts
_SKEW = timedelta(hours=1).total_seconds()  # by which a worker's clock may be wrong


class Reading:
    """What is approved, held and known at each line.

    Attributes:
        wrong: Why effects were not allowed, in words.
    """

    def __init__(self, case: Case, lines: Sequence[Line]) -> None:
        self.wrong: list[str] = []
        self._case = case
        self._approved: dict[int, Line] = {}
        self._stopped: Line | None = None
        self._restored = False
        self._looked = True  # at the draft there, since somebody meddled with it
        self._out: dict[str, str] = {}
        self._taken_back: set[str] = set()
        caused: dict[int, list[Line]] = {}
        for line in lines:
            if line["did"] == "effect":
                caused.setdefault(line["cause"], []).append(line)
        for number, line in enumerate(lines):
            self._read(line)
            for effect in caused.get(number, ()):
                self._judge(effect)

    def _judge(self, effect: Line) -> None:
        name = effect["reference"]
        approved = next((one for one in self._approved.values() if name in one["bodies"]), None)
        meddled = self._case.fault.startswith("meddle") and not self._looked  # after our last look: nobody can know
        if approved is None or (effect["body"] != approved["bodies"][name] and not meddled):
            self.wrong.append(f"“{effect['body'][:60]}” went out as {name}, which nobody approved")
        else:
            self._in_time(effect, approved["due"][name])
        self._not_held(effect)
        self._in_order(effect)

    def _in_time(self, effect: Line, due: float) -> None:
        prompt = self._case.fault == "beside" and not self._case.again
        if prompt and effect["at"] > due + 60 + (QUEUE if self._case.kind == "queued" else 0):
            self.wrong.append(f"{effect['reference']} waited, though another process only wrote at that moment")
        early = _SKEW if self._case.fault == "behind" else 0.0
        if effect["at"] < due - early:
            self.wrong.append(f"{effect['reference']} went out {due - effect['at']:.0f} s before its time")
        behind = _SKEW if self._case.fault == "edge" else 0.0
        if effect["at"] > due + _LATE[self._case.kind in MAILS] + QUEUE + behind:
            self.wrong.append(f"{effect['reference']} went out {effect['at'] - due:.0f} s after its time: too late")

    def _not_held(self, effect: Line) -> None:
        if self._restored:
            self.wrong.append(f"{effect['reference']} went out of a restored ledger that nobody released")
        stopped = self._stopped
        if stopped and not (effect["reference"] in stopped["begun"] and effect["at"] - QUEUE <= stopped["at"]):
            self.wrong.append(f"{effect['reference']} went out while everything was stopped")

    def _in_order(self, effect: Line) -> None:
        """A part of a thread replies to the one before."""
        place = slot_of(effect["reference"])
        base, _, part = place.partition("#")
        before = None
        if part:
            before = self._out.get(f"{base}#{int(part) - 1}" if part != "2" else base, "nothing")
        if effect["after"] != before:
            self.wrong.append(f"{effect['reference']} replies to {effect['after']} instead of {before}")
        self._out[place] = effect["number"]

    def _read(self, line: Line) -> None:
        """What changes with a line."""
        match line["did"]:
            case "effect" if line["reference"] in self._taken_back:
                self.wrong.append(f"{line['reference']} went out after it was taken back, which nobody approved")
            case "asked":
                self._looked = self._looked or line["verb"] == "get"
            case "approved":
                self._approved[line["draft"]] = line
            case "edited":
                self._approved.pop(line["draft"], None)
            case "cancelled":
                self._approved.pop(line["draft"], None)
                self._taken_back.update(line["references"])
            case "stopped":
                self._stopped = line
            case "released":
                self._stopped, self._restored = None, False
            case "restored":
                self._restored = True
            case "meddled":
                self._looked = False
            case "could not approve what was changed":
                self.wrong.append("a person could change it, and could not approve the change")
