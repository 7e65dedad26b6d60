"""Where a run can be hurt: before and after every commit and every call, counted from 1; and at every change inside a
transaction.

The product knows nothing of this: commits and changes are seen by a connection that SQLAlchemy is made to open, calls
by the channel. So new code has its points by itself.
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
_CHANGES = ("INSERT", "UPDATE", "DELETE")


def _never(_: int) -> bool:
    return False


@dataclass
class Points:
    """Counts what a worker does, and hurts it where it was told to.

    Attributes:
        at: What happens at a point, by its number.
        faults: What the service does at a call, by the call's number.
        refused: Calls that the service refuses, by their verbs.
        full: Whether the disk is full at a commit, by the commit's number.
        full_at: Whether it is at a change inside a transaction, by the change's number.
        beside: What another process does at a change, by its number.
        trail: What was reached.
    """

    at: Mapping[int, Callable[[], None]] = field(default_factory=dict)
    faults: Mapping[int, str] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    full: Callable[[int], bool] = _never
    full_at: Callable[[int], bool] = _never
    beside: Mapping[int, Callable[[], None]] = field(default_factory=dict)
    trail: list[str] = field(default_factory=list)
    calls: int = 0
    commits: int = 0
    changes: int = 0
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
        return "refuse" if what in self.refused else self.faults.get(self.calls)

    def commit(self) -> None:
        """A commit is about to begin: raises where the disk is full."""
        if self.paused:
            return
        self.reached("before commit")
        self.commits += 1
        if self.full(self.commits):
            raise _full()

    def change(self) -> None:
        """A change inside a transaction is about to be made: raises where the disk is full."""
        if self.paused:
            return
        self.changes += 1
        act = self.beside.get(self.changes)
        if act:
            with self.pause():
                act()
        if self.full_at(self.changes):
            raise _full()

    @contextlib.contextmanager
    def pause(self) -> Iterator[None]:
        """Nothing is counted: somebody else is at work."""
        before, self.paused = self.paused, True
        try:
            yield
        finally:
            self.paused = before


def _full() -> sqlite3.OperationalError:
    return sqlite3.OperationalError("database or disk is full")


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

    def here() -> Points:
        mine: Points = getattr(_mine, "points", points)
        return mine

    class Cursor(sqlite3.Cursor):
        def execute(self, statement: str, *given: Any) -> Any:
            if statement.startswith(_CHANGES):
                here().change()
            return super().execute(statement, *given)

        def executemany(self, statement: str, given: Any, /) -> Any:
            here().change()
            return super().executemany(statement, given)

    class Watched(sqlite3.Connection):
        def cursor(self, _: Any = None) -> Any:
            return super().cursor(Cursor)

        def commit(self) -> None:
            if not self.in_transaction:
                return super().commit()
            here().commit()
            super().commit()
            return here().reached("after commit")

    @event.listens_for(Engine, "do_connect")
    def _connect(_: object, __: object, ___: object, parameters: dict[str, Any]) -> None:
        parameters["factory"] = Watched
