"""Where a run can be hurt: before and after every commit and every call, counted from 1.

The product knows nothing of this: commits are seen by a connection that SQLAlchemy is made to open, calls by the
channel. So new code has its points by itself.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

_LONGEST = 120.0  # seconds to wait for the other worker, who takes far less


@dataclass
class Points:
    """Counts what a worker does, and hurts it where it was told to.

    Attributes:
        at: What happens at a point, by its number.
        faults: What the service does at a call, by the call's number.
        full: Whether the disk is full at a commit, by the commit's number.
        trail: What was reached.
    """

    at: Mapping[int, Callable[[], None]] = field(default_factory=dict)
    faults: Mapping[int, str] = field(default_factory=dict)
    full: Callable[[int], bool] = lambda commit: False
    trail: list[str] = field(default_factory=list)
    calls: int = 0
    commits: int = 0
    paused: bool = False

    def reached(self, what: str) -> None:
        """A point."""
        if self.paused:
            return
        self.trail.append(what)
        act = self.at.get(len(self.trail))
        if act:
            with self.pause():
                act()

    def call(self, what: str) -> str | None:
        """A call is about to begin: the fault that its answer shows."""
        if self.paused:
            return None
        self.reached(f"before {what}")
        self.calls += 1
        return self.faults.get(self.calls)

    def commit(self) -> None:
        """A commit is about to begin: raises where the disk is full."""
        if self.paused:
            return
        self.reached("before commit")
        self.commits += 1
        if self.full(self.commits):
            raise sqlite3.OperationalError("database or disk is full")

    @contextlib.contextmanager
    def pause(self) -> Iterator[None]:
        """Nothing is counted: somebody else is at work."""
        before, self.paused = self.paused, True
        try:
            yield
        finally:
            self.paused = before


@dataclass
class Pausing(Points):
    """Another worker's, who waits at a point until the first is through; never while it holds the ledger's lock.

    Attributes:
        pause_at: The point's number; the next one without the lock.
        waiting: Set once it waits, or is through before that.
        go_on: Set by the first worker.
    """

    pause_at: int = 0
    waiting: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def reached(self, what: str) -> None:
        super().reached(what)
        if len(self.trail) >= self.pause_at and what != "before commit" and not self.waiting.is_set():
            self.waiting.set()
            self.go_on.wait(_LONGEST)


_mine = threading.local()


def become(points: Points) -> None:
    """This thread is another worker, with points of its own."""
    _mine.points = points


def watch(points: Points) -> None:
    """See every commit of every connection that this process opens from now on. For children that end soon."""

    class Watched(sqlite3.Connection):
        def commit(self) -> None:
            if not self.in_transaction:
                return super().commit()
            here: Points = getattr(_mine, "points", points)
            here.commit()
            super().commit()
            return here.reached("after commit")

    @event.listens_for(Engine, "do_connect")
    def _connect(_: object, __: object, ___: object, parameters: dict[str, Any]) -> None:
        parameters["factory"] = Watched
