"""Break each guard of the product once, in a copy: `python -m tests.faults.guards [NAME...]`. The matrix must notice.

What nothing can notice, because another guard covers it, is in the table with that reason; it is broken all the same,
and must then stay unnoticed: where it does not, the reason is wrong.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults.broken import GUARDS, Guard
from tests.faults.runner import ROOT

_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "out", "dist")
_SHARE = 120  # of a guard's cases
_LONGEST = 900.0  # seconds for the cases of one guard


def main() -> int:
    """Say of each guard what the matrix counted, and whether that is as it must be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", help="parts of the guards' names; all without")
    asked = parser.parse_args()
    failed = 0
    for guard in GUARDS:
        if asked.names and not any(name in guard.name for name in asked.names):
            continue
        wrong, said = broken(guard)
        failed += wrong
        print(f"{'WRONG ' if wrong else 'good  '} {guard.name}: {said}", flush=True)
    return 1 if failed else 0


def broken(guard: Guard) -> tuple[bool, str]:
    """Whether something is wrong with the matrix, and what it said about the copy without this guard."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "copy"
        shutil.copytree(ROOT, copy, ignore=_LEFT_OUT)
        for file, old, new in guard.changes:
            path = copy / "pipeline" / file
            text = path.read_text()
            if text.count(old) != 1:
                return True, f"{file} has this {text.count(old)} times: {old!r}"
            path.write_text(text.replace(old, new))
        command = [sys.executable, "-m", "tests.faults", f"--only={guard.only}", f"--share={_SHARE}"]
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, timeout=_LONGEST)
    counts = re.search(r"^\d+ cases.*$", done.stdout, re.MULTILINE)
    if counts is None:
        return True, f"the matrix broke off: {done.stderr[-300:]}"
    if guard.covered:
        return done.returncode != 0, f"unnoticed, since {guard.covered}" if not done.returncode else done.stdout[:400]
    first = ", ".join(dict.fromkeys(_first(done.stdout)))
    return done.returncode == 0, f"{counts[0]} ({first})"


def _first(said: str) -> Iterator[str]:
    """Some of the cases that noticed."""
    names = [line.split(":")[0] for line in said.splitlines() if re.match(r"[a-z-]+-\d+", line)]
    yield from dict.fromkeys(names[:: max(1, len(names) // 3)][:3])


if __name__ == "__main__":
    sys.exit(main())
