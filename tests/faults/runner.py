"""Runs cases: each in a folder of its own, each of its processes forked from this one, which never opens a ledger."""

from __future__ import annotations

import contextlib
import gc
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.channels.http import Access, Http
from pipeline.channels.http import Connection as ToService
from tests.faults import worlds
from tests.faults.cases import Case
from tests.faults.channel import Impatient
from tests.faults.scenes import KILLED, Scene, first, note, put_back, recover
from tests.faults.worlds import Verdict

ROOT = Path(__file__).parents[2]
_CRASHED = 70


@dataclass(frozen=True)
class Bench:
    """Where cases run.

    Attributes:
        folder: Has a ledger for each kind of service, which cases copy.
        url: Of the service.
        careless: Whether the naive deliverer is at work instead of ours.
    """

    folder: Path
    url: str
    careless: bool = False

    def run(self, case: Case) -> tuple[Verdict, list[list[str]]]:
        """One case: its verdict, and what its first run and its recovery reached."""
        folder = self.folder / str(case)
        folder.mkdir()
        if case.fault != "night":
            shutil.copy(self.folder / f"{case.kind}.db", folder / "ledger.db")
        ended, trails = [self._process(case, folder, "first")], [_trail(folder)]
        if (folder / "backup.db").exists():
            put_back(folder)
        if case.again:
            ended.append(self._process(case, folder, "hurt"))
        ended.append(self._process(case, folder, "recover"))
        trails.append(_trail(folder))
        effects = self.finish(case)
        verdict = worlds.judge(case, folder / "ledger.db", effects)
        crashes = tuple(
            f"a run ended with {code}: {_words(folder)}" for code in ended if code not in {0, KILLED, -KILLED}
        )
        shutil.rmtree(folder)
        return Verdict(verdict.case, verdict.effects, verdict.states, verdict.wrong + crashes), trails

    def finish(self, case: Case) -> list[dict[str, str]]:
        """What readers saw of a case, once everything on its way has arrived."""
        http = Http("fake", f"{self.url}/{case}/{case.kind}", Access({}, ()), str, ToService(Impatient()))
        at = worlds.DUE.timestamp() + 30 * 24 * 3600
        effects: list[dict[str, str]] = http.call("POST", "/finish", body=json.dumps({"at": at}).encode())["effects"]
        return effects

    def prepare(self) -> None:
        """The ledgers that cases copy."""
        if _fork(lambda: worlds.prepare(self.folder), self.folder):
            raise RuntimeError(_words(self.folder))

    def warm_up(self) -> None:
        """Deliver once, so that children find everything loaded. The ledger is closed before any is made."""
        folder = self.folder / f"warm-{os.getpid()}"
        folder.mkdir()
        shutil.copy(self.folder / "staged.db", folder / "ledger.db")
        scene = Scene(Case("staged", "warm", os.getpid()), folder, self.url)
        scene.others(0, 10)
        self.finish(scene.case)
        gc.collect()
        assert not any("warm-" in str(path.readlink()) for path in _open_files()), "a child would share an open ledger"

    def _process(self, case: Case, folder: Path, part: str) -> int:
        if case.fresh:
            asked = json.dumps([vars(case), str(folder), self.url, part])
            return subprocess.run([sys.executable, "-m", "tests.faults.fresh", asked], cwd=ROOT, check=False).returncode
        return _fork(lambda: play(Scene(case, folder, self.url, self.careless), part), folder)


def play(scene: Scene, part: str) -> None:
    """One process of a case."""
    if part == "first":
        first(scene)
    else:
        recover(scene, hurt=part == "hurt")
    note(scene)


def _fork(act: Callable[[], None], folder: Path) -> int:
    """Do it in a child, which ends without any of Python's farewells; how it ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        act()
    except BaseException:
        (folder / "crash").write_text(traceback.format_exc())
        os._exit(_CRASHED)
    os._exit(0)


def _open_files() -> list[Path]:
    return [path for path in Path("/proc/self/fd").glob("*") if path.is_symlink()] if os.name == "posix" else []


def _trail(folder: Path) -> list[str]:
    path = folder / "trail"
    reached: list[str] = json.loads(path.read_text()) if path.exists() else []
    return reached


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


def run_all(bench: Bench, cases: Sequence[Case], processes: int) -> list[tuple[Verdict, list[list[str]]]]:
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
