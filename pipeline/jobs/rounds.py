"""One round of the service: draft what is ready to be drafted, deliver what is due. Doing it twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from pipeline.errors import LichtpuntError, unexpected
from pipeline.jobs import archiving, collecting, dispatching, editions, posting
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk

FETCH_EVERY = timedelta(minutes=15)  # politeness to those who serve the feeds


class Service:
    """The rounds of one process.

    Args:
        desk: What to work with.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._fetched: datetime | None = None

    def round(self) -> Iterator[Event]:
        """Everything that is due now. Whatever fails is told, and the rest goes on."""
        steps: list[Callable[[], Iterator[Event]]] = [self._collect, self._editions, self._posts, self._deliveries]
        for step in steps:
            try:
                yield from step()
            except LichtpuntError as error:
                yield Event("the service", str(error), needs_person=True)
            except Exception as error:  # a service that runs for months outlives one bad article
                yield Event("the service", f"It broke off ({unexpected(error)}).", needs_person=True)

    def _collect(self) -> Iterator[Event]:
        now = self._desk.now()
        if self._fetched is None or now - self._fetched >= FETCH_EVERY:
            self._fetched = now
            yield from collecting.collect(self._desk)

    def _editions(self) -> Iterator[Event]:
        return editions.editions(self._desk, ready_only=True)

    def _posts(self) -> Iterator[Event]:
        return posting.posts(self._desk)

    def _deliveries(self) -> Iterator[Event]:
        return archiving.around(self._desk, dispatching.run(self._desk.courier))
