"""Four workers on one ledger, killed and stopped at random: `python -m tests.faults.soak [SECONDS]`.

A second here is a minute there, so that leases end while somebody watches.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from pipeline.errors import LedgerError
from pipeline.jobs import deciding, dispatching
from pipeline.jobs.delivering import Courier
from pipeline.ledger.store import Ledger, open_ledger
from tests.faults import worlds
from tests.faults.cases import AT_CALLS, KINDS, Case
from tests.faults.channel import FakeChannel
from tests.faults.judge import Ended, Verdict, judge
from tests.faults.points import Points
from tests.faults.record import Voice
from tests.faults.report import report
from tests.faults.runner import ROOT, service
from tests.faults.worlds import DUE

_SPEED = 60
_WORKERS = 4
_TROUBLE = 0.05  # the share of calls that go wrong


@dataclass(frozen=True)
class Soak:
    """What workers share.

    Attributes:
        began: Seconds since 1970, when there it was DUE.
    """

    folder: Path
    url: str
    began: float

    @property
    def path(self) -> Path:
        return self.folder / "ledger.db"

    def now(self) -> datetime:
        return DUE + timedelta(seconds=(time.time() - self.began) * _SPEED)

    def courier(self, ledger: Ledger, points: Points) -> Courier:
        """Each kind of service is a channel."""
        channels = {kind: self.channel(kind, points) for kind in KINDS}
        return Courier(ledger, channels.__getitem__, self.now)

    def channel(self, kind: str, points: Points) -> FakeChannel:
        return FakeChannel(self.voice(kind).url, kind, self.now, points)

    def voice(self, kind: str) -> Voice:
        return Voice(f"{self.url}/{case_of(kind)}/{kind}")


@dataclass
class Troubled(Points):
    """Calls that go wrong now and then."""

    dice: random.Random = field(default_factory=random.Random)

    def call(self, what: str) -> str | None:
        return self.dice.choice(AT_CALLS) if self.dice.random() < _TROUBLE else None


def case_of(kind: str) -> Case:
    return Case(kind, "refuse")


def work(soak: Soak) -> None:
    """A worker, until it is killed."""
    courier = soak.courier(open_ledger(soak.path), Troubled())
    while True:
        try:
            for _ in dispatching.run(courier):
                pass
        except LedgerError as error:  # another process held the ledger for long: it may have been stopped
            print(error, file=sys.stderr)
        time.sleep(0.05)


def main(seconds: float) -> int:
    """Plan, disturb, settle, and say what happened."""
    with tempfile.TemporaryDirectory() as name:
        log = Path(name) / "effects"
        with service(log) as url:
            soak = Soak(Path(name), url, time.time())
            open_ledger(soak.path)
            _disturb(soak, seconds)
            _settle(soak)
            verdicts = [_verdict(soak, kind) for kind in KINDS]
        report(verdicts, log, time.time() - soak.began)
    return 1 if any(verdict.wrong for verdict in verdicts) else 0


def _verdict(soak: Soak, kind: str) -> Verdict:
    """What became of one kind of service, with nobody who settles what wants a person."""
    held = [row for row in worlds.rows(soak.path) if row["channel"] == kind]
    told = soak.voice(kind).finish((DUE + timedelta(days=300)).timestamp())
    return judge(case_of(kind), Ended(held, held, *told), settled=False)


def _disturb(soak: Soak, seconds: float) -> None:
    """New deliveries all the time; and all the time a worker dies, or is stopped past its lease."""
    dice, ledger = random.Random(), open_ledger(soak.path)
    workers = [_start(soak) for _ in range(_WORKERS)]
    asleep: dict[int, float] = {}
    planned = kills = 0
    try:
        while time.time() - soak.began < seconds:
            planned += 1
            _plan(soak, ledger, dice.choice(KINDS), planned)
            time.sleep(dice.uniform(0.05, 0.3))
            for pid in [pid for pid, until in asleep.items() if until < time.time()]:
                os.kill(pid, signal.SIGCONT)
                del asleep[pid]
            which = dice.randrange(_WORKERS)
            if workers[which].pid in asleep or dice.random() > 0.2:
                continue
            if dice.random() < 0.7:
                _end(workers[which])
                workers[which] = _start(soak)
                kills += 1
            else:
                workers[which].send_signal(signal.SIGSTOP)
                asleep[workers[which].pid] = time.time() + dice.uniform(1, 12)
    finally:
        for worker in workers:
            _end(worker)
    print(f"{planned} drafts, {kills} workers killed")


def _plan(soak: Soak, ledger: Ledger, kind: str, number: int) -> None:
    made = worlds.desk(ledger, soak.channel(kind, Points()), soak.now, soak.folder)
    place = worlds.place_of(made, kind, f"slot {number}", soak.now())
    try:
        draft = worlds.plan(made, kind, replace(place, series=f"series-{number}", channel=kind), f"news {number}")
        if draft is not None:
            soak.voice(kind).say_approved(ledger, draft)  # before it is so: workers are quick
            deciding.approve(made, draft, "Anna")
    except LedgerError as error:  # a stopped worker held the ledger for too long
        print(error, file=sys.stderr)


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.kill()
    worker.wait()


def _start(soak: Soak) -> subprocess.Popen[bytes]:
    asked = json.dumps([str(soak.folder), soak.url, soak.began])
    return subprocess.Popen([sys.executable, "-m", "tests.faults.soak", "--worker", asked], cwd=ROOT)


def _settle(soak: Soak) -> None:
    """Rounds in peace, hours apart, until nothing goes on by itself."""
    ledger = open_ledger(soak.path)
    for hours in range(40):
        later = replace(soak, began=soak.began - hours * 3600 / _SPEED)
        for _ in dispatching.run(later.courier(ledger, Points())):
            pass


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        folder, url, began = json.loads(sys.argv[2])
        work(Soak(Path(folder), url, began))
    sys.exit(main(float(sys.argv[1]) if sys.argv[1:] else 600.0))
