"""Runs cases: each in a folder of its own, each of its processes forked from this one, which never opens a ledger."""

from __future__ import annotations

import contextlib
import gc
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from tests.faults import restoring, worlds
from tests.faults.cases import Case
from tests.faults.choosing import Reached
from tests.faults.judge import Ended, Verdict, judge
from tests.faults.record import Voice
from tests.faults.scene import KILLED, Scene
from tests.faults.scenes import first, recover, settle

ROOT = Path(__file__).parents[2]
_CRASHED = 70
_LONGEST = 100  # seconds of one process, which takes less than one
_GOOD = {0, KILLED, -KILLED}
_END = (worlds.DUE + timedelta(days=300)).timestamp()


@dataclass(frozen=True)
class Bench:
    """Where cases run.

    Attributes:
        folder: Has a ledger for each kind of service, which cases copy.
        url: Of the service.
        naive: Which naive deliverer is at work instead of ours; empty for ours.
    """

    folder: Path
    url: str
    naive: str = ""

    def run(self, case: Case) -> tuple[Verdict, list[Reached]]:
        """One case: its verdict, and what its first run and its recovery reached."""
        folder, voice = self.folder / str(case), Voice(f"{self.url}/{case}/{case.kind}")
        folder.mkdir()
        night = case.fault == "night"
        self._copy("empty" if night else case.kind, folder)
        if not night:
            voice.say(**json.loads((self.folder / f"{case.kind}.json").read_text()))
        ended, reached = [self._process(case, folder, "first")], [_reached(folder)]
        if restoring.put_back(folder, mark=case.fault == "restored-mark") and case.fault != "restored-mark":
            voice.say("restored")
        if case.again:
            ended.append(self._process(case, folder, "hurt"))
        ended.append(self._process(case, folder, "recover"))
        reached.append(_reached(folder))
        before = worlds.rows(folder / "ledger.db")
        if any(row["slot"] and row["state"] not in {"confirmed", "cancelled"} for row in before):
            ended.append(self._process(case, folder, "settle"))
        after, told = worlds.rows(folder / "ledger.db"), voice.finish(_END)
        crashes = tuple(f"a run ended with {code}: {_words(folder)}" for code in ended if code not in _GOOD)
        verdict = judge(case, Ended(before, after, *told))
        shutil.rmtree(folder)
        verdict = replace(verdict, wrong=verdict.wrong + crashes)
        for wrong in verdict.wrong:  # whoever waits for thousands of cases learns it now; the report has it again
            print(f"{case}: {wrong}", file=sys.stderr, flush=True)
        return verdict, reached

    def prepare(self) -> None:
        """The ledgers that cases copy."""
        if _fork(lambda: worlds.prepare(self.folder), self.folder):
            raise RuntimeError(_words(self.folder))

    def _copy(self, name: str, folder: Path) -> None:
        """A ledger with its mark."""
        for ending in ("", ".mark"):
            shutil.copy(self.folder / f"{name}.db{ending}", folder / f"ledger.db{ending}")

    def warm_up(self) -> None:
        """Deliver once, so that children find everything loaded. The ledger is closed before any is made."""
        folder = self.folder / f"warm-{os.getpid()}"
        folder.mkdir()
        self._copy("staged", folder)
        scene = Scene(Case("staged", "warm", os.getpid()), folder, self.url)
        scene.others(0, 10)
        scene.voice.finish(_END)
        gc.collect()
        assert not any("warm-" in str(path.readlink()) for path in _open_files()), "a child would share an open ledger"

    def _process(self, case: Case, folder: Path, part: str) -> int:
        if case.fresh:
            asked = json.dumps([vars(case), str(folder), self.url, part])
            return subprocess.run([sys.executable, "-m", "tests.faults.fresh", asked], cwd=ROOT, check=False).returncode
        return _fork(lambda: play(Scene(case, folder, self.url, self.naive), part), folder)


def play(scene: Scene, part: str) -> None:
    """One process of a case."""
    before = _trail(scene.folder)
    if part == "first":
        first(scene)
    elif part == "settle":
        settle(scene)
    else:
        recover(scene, hurt=part == "hurt", died=datetime.fromisoformat(before["at"]) if before else None)
    scene.note()


def _fork(act: Callable[[], None], folder: Path) -> int:
    """Do it in a child, which ends without any of Python's farewells; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    signal.alarm(_LONGEST)
    try:
        act()
    except BaseException:
        (folder / "crash").write_text(traceback.format_exc())
        os._exit(_CRASHED)
    os._exit(0)


def _open_files() -> list[Path]:
    return [path for path in Path("/proc/self/fd").glob("*") if path.is_symlink()] if os.name == "posix" else []


def _trail(folder: Path) -> dict[str, Any]:
    path = folder / "trail"
    said: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {}
    return said


def _reached(folder: Path) -> Reached:
    said = _trail(folder)
    return Reached(said["trail"], said["changes"]) if said else Reached()


def _words(folder: Path) -> str:
    path = folder / "crash"
    return path.read_text() if path.exists() else "without a word"


@contextlib.contextmanager
def service(log: Path) -> Iterator[str]:
    """The fake service, in a process of its own: its address."""
    command = [sys.executable, "-m", "tests.faults.service", str(log)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.stdin.close()


def run_all(bench: Bench, cases: Sequence[Case], processes: int) -> list[tuple[Verdict, list[Reached]]]:
    """Every case, shared out among a few processes."""
    fork = multiprocessing.get_context("fork")
    pipes = []
    for share in range(processes):
        here, there = fork.Pipe(duplex=False)
        worker = fork.Process(target=_work, args=(bench, cases[share::processes], there))
        worker.start()
        there.close()
        pipes.append((here, worker))
    results = [here.recv() for here, _ in pipes]
    for _, worker in pipes:
        worker.join()
    return [results[number % processes][number // processes] for number in range(len(cases))]


def _work(bench: Bench, cases: Sequence[Case], there: Connection) -> None:
    bench.warm_up()
    there.send([bench.run(case) for case in cases])
