"""A seeded part of the fault matrix; `make faults` runs the whole."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.faults.runner import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="cases are forked")
_COUNTS = re.compile(
    r"^(\d+) cases, \d+ deliveries, (\d+) effects, (\d+) duplicates, (\d+) lost, (\d+) unapproved", re.MULTILINE
)


def matrix(*options: str) -> tuple[subprocess.CompletedProcess[str], list[int]]:
    """Run it in a process of its own, which may fork; and what it counted."""
    command = [sys.executable, "-m", "tests.faults", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    counts = _COUNTS.search(done.stdout)
    assert counts, done.stdout + done.stderr
    return done, [int(count) for count in counts.groups()]


def test_whatever_goes_wrong_everything_goes_out_once_or_is_told() -> None:
    done, (cases, effects, *broken) = matrix("--share", "200")
    assert done.returncode == 0, done.stdout
    assert cases >= 200
    assert effects > cases / 2
    assert broken == [0, 0, 0]


@pytest.mark.parametrize(
    ("naive", "hurt"),
    [
        ("no-second-look", "^keyed-(sleep|suspended)-"),
        ("resend", "^(none|findable)-(late|stop)-"),
        ("no-write-ahead", "^none-(kill|drop-after)-"),
    ],
)
def test_a_naive_deliverer_fails_the_matrix_by_duplicates(naive: str, hurt: str) -> None:
    done, (_, _, duplicates, *_) = matrix("--share", "12", "--naive", naive, "--only", hurt)
    assert done.returncode == 1
    assert duplicates > 0
