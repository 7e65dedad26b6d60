"""Much made-up input for each format: `python -m tests.fuzz`. Exit status 1 where something must not be.

--seconds N  for each format, a minute otherwise
--only NAME  one format
--seed N     other cases; today's day otherwise, so that each day has its own
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tests.fuzz.forms import FORMS, Form
from tests.fuzz.running import Tally, run

_OUT = Path("out") / "fuzz"


def main() -> int:
    """Run, print, and say whether all is well."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=int(time.time() // 86_400))
    asked = parser.parse_args()
    print(f"Seed {asked.seed}, {asked.seconds:.0f} s for each format")
    tallies = [_told(run(form, asked.seconds, asked.seed * 100_000), form) for form in FORMS if asked.only in form.name]
    return 1 if any(tally.failures for tally in tallies) else 0


def _told(tally: Tally, form: Form) -> Tally:
    print(
        f"{tally.name:10} {tally.cases:6,} cases  {tally.refused:5,} refused  {tally.seconds:4.0f} s"
        f"  {len(tally.failures)} failures",
        flush=True,
    )
    for number, (verdict, case) in enumerate(tally.failures.values(), 1):
        _OUT.mkdir(parents=True, exist_ok=True)
        path = _OUT / f"{form.name.replace(' ', '-')}-{number}{form.suffix}"
        path.write_bytes(case.source)
        print(f"  {verdict.wrong}\n    {path}", flush=True)
    return tally


raise SystemExit(main())
