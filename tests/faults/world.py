"""What the fake service has for one case, and what it does with it. No promise that real documentation does not make."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

_HOUR = 3600.0
KEY_LIFE = {"keyed": 24 * _HOUR, "thread": 24 * _HOUR, "keyed-blind": _HOUR}  # seconds, by kind of service
QUEUE = 600.0  # seconds that a queued message waits before it goes out
ONCE = {"staged", "queued"}  # publish a draft once, and refuse it a second time
BLIND = {"none", "keyed-blind"}  # nothing can be searched or read
Reply = tuple[int, dict[str, Any]]


@dataclass
class Item:
    """A draft, or what was sent without one.

    Attributes:
        cause: The request that published it, by its place in the record.
    """

    number: str
    reference: str
    body: str
    state: str = "draft"
    after: str | None = None
    goes_out: float = 0.0
    cause: int = -1


@dataclass
class Pending:
    """A request on its way.

    Attributes:
        cause: Its place in the record.
        after: How many other requests are answered before it arrives.
    """

    what: str
    asked: dict[str, Any]
    cause: int
    after: int


@dataclass
class World:
    """What the service has for one case.

    Attributes:
        effect: Told what readers see, and when.
        pending: Requests that arrive late.
    """

    kind: str
    effect: Callable[[Item, float], None]
    items: dict[str, Item] = field(default_factory=dict)
    keys: dict[str, tuple[float, str]] = field(default_factory=dict)
    pending: list[Pending] = field(default_factory=list)
    made: int = 0

    def do(self, what: str, asked: dict[str, Any], cause: int) -> Reply:
        """One request, by its verb."""
        self.pass_time(asked["at"])
        status, answer = getattr(self, f"_{what}")(asked, cause)
        return status, copy.deepcopy(answer)  # as it is now, whatever arrives before it is read

    def pass_time(self, at: float) -> None:
        """What was scheduled until then goes out."""
        for item in self.items.values():
            if item.state == "scheduled" and item.goes_out <= at:
                self._send(item, item.goes_out)

    def arrive(self, most: int | None = None) -> None:
        """What is still on its way arrives; or of that, what no more than `most` requests were to be answered before."""
        late = [one for one in self.pending if most is None or one.after <= most]
        self.pending = [replace(one, after=one.after - 1) for one in self.pending if one not in late]
        for one in late:
            self.do(one.what, one.asked, one.cause)

    def meddle(self) -> None:
        """Somebody changes the drafts in the service's own web application."""
        for item in self.items.values():
            if item.state == "draft":
                item.body = "as somebody changed it there"

    def name_of(self, asked: dict[str, Any]) -> str:
        """The reference that a request is about."""
        item = self.items.get(str(asked.get("number")))
        return item.reference if item else str(asked.get("reference", ""))

    def _search(self, asked: dict[str, Any], _: int) -> Reply:
        if self.kind in BLIND:
            return 404, {"title": "There is no search."}
        return 200, {"items": [vars(item) for item in self.items.values() if item.reference == asked["reference"]]}

    def _create(self, asked: dict[str, Any], _: int) -> Reply:
        return 200, vars(self._add(asked))

    def _update(self, asked: dict[str, Any], _: int) -> Reply:
        item = self.items.get(asked["number"])
        if item is None or item.state != "draft":
            return 404, {"title": "There is no such draft."}
        item.body = asked["body"]
        return 200, vars(item)

    def _get(self, asked: dict[str, Any], _: int) -> Reply:
        item = self.items.get(asked["number"])
        return (200, vars(item)) if item else (404, {"title": "There is no such draft."})

    def _delete(self, asked: dict[str, Any], _: int) -> Reply:
        item = self.items.get(asked["number"])
        if item and item.state == "sent":
            return 409, {"title": "It was sent."}
        self.items.pop(asked["number"], None)
        return 200, {}

    def _publish(self, asked: dict[str, Any], cause: int) -> Reply:
        """Publish a draft: only some kinds refuse a second time."""
        item = self.items.get(asked["number"])
        if item is None:
            return 404, {"title": "There is no such draft."}
        if self.kind in ONCE and item.state != "draft":
            return 409, {"title": "It was sent or scheduled already."}
        item.cause = cause
        if self.kind == "queued":
            item.state, item.goes_out = "scheduled", asked["at"] + QUEUE
        else:
            self._send(item, asked["at"])
        return 200, vars(item)

    def _post(self, asked: dict[str, Any], cause: int) -> Reply:
        """Publish at once, without a draft. A key is remembered for its life."""
        known = self.keys.get(asked["key"]) if self.kind in KEY_LIFE else None
        if known and asked["at"] - known[0] < KEY_LIFE[self.kind]:
            return 200, vars(self.items[known[1]])
        item = self._add(asked)
        self.keys[asked["key"]] = (asked["at"], item.number)
        item.cause = cause
        self._send(item, asked["at"])
        return 200, vars(item)

    def _add(self, asked: dict[str, Any]) -> Item:
        self.made += 1
        number = f"n{self.made}"
        self.items[number] = Item(number, asked["reference"], asked["body"], after=asked.get("after"))
        return self.items[number]

    def _send(self, item: Item, at: float) -> None:
        item.state = "sent"
        self.effect(item, at)
