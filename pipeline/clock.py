"""The service: `schedule` is its tick, and nothing more.

Its own clock arithmetic fires twice in a summer-time gap and forgets what it missed: `jobs.rounds` decides what is due.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import schedule

TICK = 30  # seconds


def run(tick: Callable[[], None], stop: threading.Event) -> None:
    """Call `tick` now and then every half minute, until `stop` is set."""
    metronome = schedule.Scheduler()
    metronome.every(TICK).seconds.do(tick)
    tick()
    while not stop.wait(min(1.0, max(0.0, metronome.idle_seconds or 0.0))):
        metronome.run_pending()
