"""One record of a case at the service: what was asked there, what readers saw, and what people did and decided."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from pipeline.channels.http import Access, Connection, Http
from pipeline.ledger import deliveries, drafts
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger
from tests.faults.channel import Impatient

_AGAIN = re.compile(r" \(again \d+\)$")


@dataclass(frozen=True)
class Voice:
    """How a case talks to its record.

    Attributes:
        url: Of the service, with case and kind.
    """

    url: str

    def say(self, did: str, **more: object) -> None:
        """Somebody did something."""
        self._post("said", {"did": did, **more})

    def say_approved(self, ledger: Ledger, draft: int) -> None:
        self._post("said", json.loads(approval(ledger, draft)))

    def look(self) -> set[str]:
        """What went out or is going out there, as a person sees it: slots and parts."""
        return {slot_of(reference) for reference in self._post("look", {})["out"]}

    def finish(self, at: float) -> tuple[list[dict[str, Any]], list[str]]:
        """The record, once everything on its way has arrived; and the drafts that are left there."""
        told = self._post("finish", {"at": at})
        return told["lines"], told["drafts"]

    def _post(self, what: str, said: dict[str, object]) -> dict[str, Any]:
        http = Http("fake", self.url, Access({}, ()), str, Connection(Impatient()))
        return http.call("POST", f"/{what}", body=json.dumps(said).encode())


def approval(ledger: Ledger, draft: int) -> str:
    """What a person said yes to, as a line of the record: bytes by reference, and when they are due."""
    with ledger.reading() as connection:
        held = deliveries.of_draft(connection, draft)
        sent = drafts.requests(connection, draft)
    waiting = [one for one in held if one.state in {State.PLANNED, State.APPROVED} and one.due]
    bodies = {one.reference: sent[one.part - 1].parts["body"].decode() for one in waiting}
    dues = {one.reference: one.due.timestamp() for one in waiting if one.due}
    return json.dumps({"did": "approved", "draft": draft, "bodies": bodies, "due": dues})


def slot_of(reference: str) -> str:
    """A reference without the times it was sent again: nothing goes out twice under one of these."""
    return _AGAIN.sub("", reference)
