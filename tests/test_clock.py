"""The clock ticks at once and then every half minute, until it is stopped."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import schedule

from pipeline import clock


class Seconds(threading.Event):
    """A stop that nobody presses: each wait is a second of `metronome`, and after `most` of them it is over."""

    def __init__(self, metronome: Metronome, most: int) -> None:
        super().__init__()
        self.metronome, self.left = metronome, most

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout == 1.0, "Ctrl-C is noticed within a second"
        self.metronome.passed += 1
        self.left -= 1
        return self.left < 0


class Metronome(schedule.Scheduler):
    """Its time passes only as `Seconds` says; `set_back` is what somebody does to the machine's clock."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0
        self.start: datetime | None = None

    @property
    def idle_seconds(self) -> float:
        now = datetime.now() + timedelta(seconds=self.passed)  # noqa: DTZ005  as schedule has it
        return float((self.next_run - now).total_seconds())

    def run_pending(self) -> None:
        if self.idle_seconds <= 0:
            self.run_all()
            self.passed = 0.0


def ticks(seconds: int, *, set_back: float = 0.0) -> int:
    metronome = Metronome()
    counted: list[None] = []
    metronome.passed = -set_back
    clock.run(lambda: counted.append(None), Seconds(metronome, seconds), metronome)
    return len(counted)


def test_it_ticks_at_once_and_then_every_half_minute() -> None:
    assert ticks(0) == 1
    assert ticks(29) == 1
    assert ticks(95) == 4


def test_a_clock_that_is_set_back_does_not_make_it_silent() -> None:
    assert ticks(3, set_back=3600.0) > 1


def test_it_stops_when_it_is_told_to_from_within_a_tick() -> None:
    stop = threading.Event()
    counted: list[None] = []

    def tick() -> None:
        counted.append(None)
        stop.set()

    clock.run(tick, stop)
    assert len(counted) == 1
