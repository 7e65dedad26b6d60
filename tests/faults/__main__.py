"""The fault matrix: `python -m tests.faults`. Prints what happened; exit status 1 where something must not.

--share N    about N cases, chosen by a fixed seed, instead of all
--naive NAME a naive deliverer instead of ours
--only TEXT  cases in whose name TEXT is found, a regular expression
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.faults import naive
from tests.faults.cases import KINDS, Case
from tests.faults.choosing import Reached, again, nights, once
from tests.faults.judge import Verdict
from tests.faults.report import report
from tests.faults.runner import Bench, run_all, service

_SEED = 20260326
_MEMORY = Path("/dev/shm")  # noqa: S108  processes die here, no machine does: syncing a real disk would prove nothing
_FRESH = 40  # of the cases die by SIGKILL in fresh processes, when all are run; of a share, a tenth of these


def main() -> int:
    """Run, print, and say whether all is well."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--share", type=int)
    parser.add_argument("--naive", choices=naive.VARIANTS, default="")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as name:
        log = Path(name) / "effects"
        with service(log) as url:
            bench = Bench(Path(name), url, asked.naive)
            bench.prepare()
            verdicts = _matrix(bench, asked.share, asked.only)
        report(verdicts, log, time.monotonic() - began)
    return 1 if any(verdict.wrong for verdict in verdicts) else 0


def _matrix(bench: Bench, share: int | None, only: str) -> list[Verdict]:
    dice, processes = random.Random(_SEED), max(2, os.cpu_count() or 2)
    whole = [Case(kind) for kind in KINDS]
    whole += [
        night
        for kind in KINDS
        for night in (Case(kind, "night", 1), Case(kind, "night", 2))
        if re.search(only, str(night))
    ]
    survivors = run_all(bench, whole, processes)
    cases = [one for case, (_, reached) in zip(whole, survivors, strict=True) for one in _worse(case, reached[0], dice)]
    cases = _some([case for case in cases if re.search(only, str(case))], share and share * 2 // 3, dice)
    results = run_all(bench, cases, processes)
    more = [
        worse
        for case, (_, reached) in zip(cases, results, strict=True)
        for worse in again(case, reached[1], dice, all_kills=case.fault == "kill" and not share)
    ]
    kills = [case for case in cases if case.fault == "kill"]
    fresh = [replace(case, fresh=True) for case in _some(kills, _FRESH // 10 if share else _FRESH, dice)]
    more = _some(more, share and share // 3, dice)
    results += run_all(bench, more + ([] if bench.naive else fresh), processes)
    return [verdict for verdict, _ in survivors + results]


def _worse(case: Case, reached: Reached, dice: random.Random) -> Iterator[Case]:
    if case.fault == "night":
        return nights(case.kind, case.number, reached, dice)
    return once(case.kind, reached, dice)


def _some(cases: list[Case], most: int | None, dice: random.Random) -> list[Case]:
    return cases if most is None else dice.sample(cases, min(most, len(cases)))


if __name__ == "__main__":
    sys.exit(main())
