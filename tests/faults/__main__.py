"""The fault matrix: `python -m tests.faults`. Prints what happened; exit status 1 where something must not.

--share N    about N cases, chosen by a fixed seed, instead of all
--naive      the naive deliverer instead of ours
--only TEXT  cases whose name has TEXT
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.faults.cases import KINDS, Case, again, once
from tests.faults.report import report
from tests.faults.runner import Bench, run_all, service
from tests.faults.worlds import Verdict

_SEED = 20260326
_FRESH = 40  # of the cases die by SIGKILL in fresh processes, when all are run; of a share, a tenth of these


def main() -> int:
    """Run, print, and say whether all is well."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--share", type=int)
    parser.add_argument("--naive", action="store_true")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        log = Path(name) / "effects"
        with service(log) as url:
            bench = Bench(Path(name), url, asked.naive)
            bench.prepare()
            verdicts = _matrix(bench, asked.share, asked.only)
        seen = sum("-warm-" not in line for line in log.read_text().splitlines())
    report(verdicts, seen, time.monotonic() - began)
    return 1 if any(verdict.wrong for verdict in verdicts) else 0


def _matrix(bench: Bench, share: int | None, only: str) -> list[Verdict]:
    dice, processes = random.Random(_SEED), max(2, os.cpu_count() or 2)
    survivors = run_all(bench, [Case(kind) for kind in KINDS], processes)
    trails = [trails[0] for _, trails in survivors]
    cases = [
        case
        for kind, trail in zip(KINDS, trails, strict=True)
        for case in once(kind, trail, dice)
        if case.fault != "none"
    ]
    cases = [case for case in cases if only in str(case)]
    if share:
        cases = dice.sample(cases, min(share * 2 // 3, len(cases)))
    results = run_all(bench, cases, processes)
    more = [
        worse
        for case, (_, trails) in zip(cases, results, strict=True)
        for worse in again(case, trails[1], dice, all_kills=case.fault == "kill" and not share)
    ]
    kills = [case for case in cases if case.fault == "kill"]
    fresh = [
        replace(case, fresh=True) for case in dice.sample(kills, min(_FRESH // 10 if share else _FRESH, len(kills)))
    ]
    if share:
        more = dice.sample(more, min(share // 3, len(more)))
    results += run_all(bench, more + ([] if bench.careless else fresh), processes)
    return [verdict for verdict, _ in survivors + results]


if __name__ == "__main__":
    sys.exit(main())
