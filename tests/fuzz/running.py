"""Go through cases of a format until the time is up, and keep a small input of each failure."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.forms import Case, Form
from tests.fuzz.judging import Read, Verdict, judged, reading
from tests.fuzz.stories import Story, stories

_RUN = 20  # cases that are made at once
_REDUCING = 5.0  # seconds for making one failure's input smaller
_KEPT = 20  # failures; who has more has enough


@dataclass
class Tally:
    """What a format's cases came to.

    Attributes:
        failures: Each failure once, by its kind, with an input that shows it.
    """

    name: str
    cases: int = 0
    refused: int = 0
    seconds: float = 0.0
    failures: dict[str, tuple[Verdict, Case]] = field(default_factory=dict)


def run(form: Form, seconds: float, start: int, most: int = 1_000_000, read: Read = reading) -> Tally:
    """Invented stories and accidents in turn, from seed `start` on."""
    tally, began = Tally(form.name), time.monotonic()
    for case in _cases(form, start):
        verdict = judged(case, form, read)
        tally.cases += 1
        tally.refused += verdict.refused
        if verdict.wrong and not (verdict.kind in tally.failures and "lost" not in verdict.kind):
            failure = _smaller(case, form, verdict, read)
            tally.failures.setdefault(failure[0].named, failure)
        if tally.cases >= most or time.monotonic() - began > seconds or len(tally.failures) >= _KEPT:
            break
    tally.seconds = time.monotonic() - began
    return tally


def _cases(form: Form, start: int) -> Iterator[Case]:
    number = start
    while True:
        dice = Random(number)
        for story in _invented(number):
            yield form.invented(story)
            yield form.accident(dice)
        number += 1


def _invented(number: int) -> list[Story]:
    made: list[Story] = []

    @seed(number)
    @settings(max_examples=_RUN, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck))
    @given(stories())
    def gather(story: Story) -> None:
        made.append(story)

    gather()
    return made


def _smaller(case: Case, form: Form, verdict: Verdict, read: Read) -> tuple[Verdict, Case]:
    """The case with as little as still fails in the same way; as it is, where its words cannot be known by themselves."""
    if form.visible is None or verdict.kind == "too slow":
        return verdict, case
    until = time.monotonic() + _REDUCING
    try:
        text = case.source.decode()
    except UnicodeDecodeError:
        return verdict, case
    size = len(text) // 2
    while size and time.monotonic() < until:
        at = 0
        while at < len(text) and time.monotonic() < until:
            less = text[:at] + text[at + size :]
            shorter = Case(less.encode(), form.visible(less) if case.words is not None else None)
            again = judged(shorter, form, read)
            if again.kind == verdict.kind:
                text, case, verdict = less, shorter, again
            else:
                at += size
        size //= 2
    return verdict, case
