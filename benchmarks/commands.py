"""Whole commands, cold: wall time in fresh processes beside a bare interpreter."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLE = "examples/articles/nl/brood-dat-op-je-wacht.md"
RUNS = 3


def median(command: list[str]) -> float:
    """Median wall seconds of `command`."""
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def main() -> None:
    bare = median([sys.executable, "-c", "pass"])
    libraries = median([sys.executable, "-c", "import premailer, jinja2, resvg, PIL.Image, pydantic, selectolax"])
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            ("run.py --help", ["run.py", "--help"], "goal 250 ms"),
            ("run.py build, one article", ["run.py", "build", ARTICLE, "--out", folder], "goal 2 s"),
            ("run.py demo", ["run.py", "demo", "--out", folder], "goal 20 s"),
        ]
        print(f"bare interpreter {bare * 1000:.0f} ms, with libraries {libraries * 1000:.0f} ms; {RUNS} runs")
        for name, command, goal in rows:
            took = median([sys.executable, *command])
            print(f"{name:28} {took * 1000:7.0f} ms  {took / libraries:5.1f} × importing the libraries  ({goal})")


if __name__ == "__main__":
    main()
