"""The service: `schedule` is its tick, and nothing more.

Its own clock arithmetic fires twice in a summer-time gap and forgets what it missed: `jobs.rounds` decides what is due.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import schedule

TICK = 30  # seconds


def run(tick: Callable[[], None], stop: threading.Event, metronome: schedule.Scheduler | None = None) -> None:
    """Call `tick` now and then every half minute, until `stop` is set.

    Args:
        metronome: Counts the half minutes; for tests.
    """
    metronome = metronome or schedule.Scheduler()
    metronome.every(TICK).seconds.do(tick)
    tick()
    while not stop.wait(1.0):
        if (metronome.idle_seconds or 0.0) > TICK + 1:
            metronome.run_all()  # the machine's clock was set back: it would be silent for as long
        else:
            metronome.run_pending()
