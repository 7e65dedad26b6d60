"""One process of a case: its worker, its clock, and the others who come by."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from pipeline.jobs import dispatching
from pipeline.jobs.delivering import Courier, Event
from pipeline.jobs.desk import Desk
from pipeline.ledger.store import Ledger, open_ledger
from tests.faults import naive, worlds
from tests.faults.cases import Case
from tests.faults.channel import FakeChannel
from tests.faults.points import Points
from tests.faults.record import Voice
from tests.faults.worlds import DUE

KILLED = 9
_ROUNDS: Mapping[str, Callable[[Courier], Iterator[Event]]] = {"": dispatching.run, **naive.VARIANTS}


@dataclass
class Scene:
    """One process of a case.

    Attributes:
        folder: Where the case's ledger is.
        url: Of the service.
        naive: Which naive deliverer is at work; empty for ours.
        true: The time that clocks should show.
        skew: By how much this worker's clock is wrong.
        ledger: As this worker opened it.
        at_the_end: What happens when the first run is through.
    """

    case: Case
    folder: Path
    url: str
    naive: str = ""
    true: datetime = DUE + timedelta(minutes=1)
    skew: timedelta = timedelta()
    points: Points = field(default_factory=Points)
    ledger: Ledger | None = None
    at_the_end: Callable[[], None] = lambda: None

    @property
    def path(self) -> Path:
        return self.folder / "ledger.db"

    @property
    def voice(self) -> Voice:
        return Voice(f"{self.url}/{self.case}/{self.case.kind}")

    @property
    def largest_skew(self) -> timedelta:
        """By how much clocks may differ: less than a fifth of a key's life, and no more than an hour."""
        return timedelta(minutes=10) if self.case.kind == "keyed-blind" else timedelta(hours=1)

    def channel(self, points: Points) -> FakeChannel:
        return FakeChannel(self.voice.url, self.case.kind, lambda: self.true, points)

    def desk(self) -> Desk:
        """What people work with; nothing happens to their calls."""
        return worlds.desk(open_ledger(self.path), self.channel(Points()), lambda: self.true, self.folder)

    def work(self) -> None:
        """One round of this worker."""
        self.ledger = self.ledger or open_ledger(self.path)
        self.round(self.ledger, self.points)

    def round(self, ledger: Ledger, points: Points | None = None, skew: timedelta | None = None) -> None:
        """One round of a worker; its clock is this scene's where `skew` is not given."""
        channel = self.channel(points or Points())
        courier = Courier(ledger, lambda _: channel, lambda: self.true + (self.skew if skew is None else skew))
        for _ in _ROUNDS[self.naive](courier):
            pass

    def others(self, *minutes: int, skew: timedelta = timedelta()) -> None:
        """Another worker's rounds, so many minutes from now; afterwards it is now again."""
        now, ledger = self.true, open_ledger(self.path)
        for later in minutes:
            self.true = now + timedelta(minutes=later)
            self.round(ledger, skew=skew)
        self.true = now

    def kill(self) -> None:
        """Die here, without a word to anybody."""
        self.note()
        if self.case.fresh:
            os.kill(os.getpid(), signal.SIGKILL)
        os._exit(KILLED)

    def note(self) -> None:
        """Keep what was reached, for whoever chooses the next cases, and when."""
        said = {"trail": self.points.trail, "changes": self.points.changes, "at": self.true.isoformat()}
        (self.folder / "trail").write_text(json.dumps(said))
