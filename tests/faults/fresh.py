"""One process of a case that dies by a real SIGKILL: `python -m tests.faults.fresh`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.faults.cases import Case
from tests.faults.runner import play
from tests.faults.scene import Scene

if __name__ == "__main__":
    case, folder, url, part = json.loads(sys.argv[1])
    play(Scene(Case(**case), Path(folder), url), part)
