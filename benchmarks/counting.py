"""How long counting takes, beside the least that reading a text can take: `python -m benchmarks.counting`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median
from timeit import repeat

import regex

from pipeline.limits import LIMITS, measure

PROSE = (
    "Wie elke dag tien minuten niets doet, slaapt béter – zo blijkt uit onderzoek… 💡 Zie https://voorbeeld.nl/slaap. "
)
GRAPHEME = regex.compile(r"\X")


def milliseconds(what: Callable[[], object]) -> float:
    what()  # tables load on first use
    return median(repeat(what, number=1, repeat=200)) * 1000


def main() -> None:
    for size in (282, 20_000):
        text = (PROSE * (size // len(PROSE) + 1))[:size]
        least = milliseconds(partial(GRAPHEME.findall, text))
        print(f"{size} characters; splitting them into graphemes takes {least:.3f} ms")
        for network in LIMITS:
            took = milliseconds(partial(measure, network, text))
            print(f"  {network:<10}{took:8.3f} ms  {took / least:6.2f} of that")


if __name__ == "__main__":
    main()
