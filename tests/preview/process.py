"""The studio as it really runs: in a process of its own, on a free port."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PROGRAM = """
import sys
from functools import partial
from pathlib import Path
from pipeline.preview.app import serve
serve(Path(sys.argv[1]), brand_name="Example Bakery", port=0, announce=partial(print, flush=True))
"""
_CHECKOUT = Path(__file__).parents[2]


@contextmanager
def a_running_studio(folder: Path) -> Iterator[str]:
    """The studio's address, while it runs."""
    command = [sys.executable, "-c", _PROGRAM, str(folder)]
    with subprocess.Popen(command, cwd=_CHECKOUT, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            yield program.stdout.readline().strip()
        finally:
            program.terminate()
