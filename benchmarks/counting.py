"""How long counting takes, beside the least that reading a text can take: `python -m benchmarks.counting`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from timeit import repeat

import regex

from pipeline.limits import LIMITS, measure

PROSE = (
    "Wie elke dag tien minuten niets doet, slaapt béter – zo blijkt uit onderzoek… 💡 Zie https://voorbeeld.nl/slaap. "
)
GRAPHEME = regex.compile(r"\X")


def milliseconds(what: Callable[[], object], times: int = 200) -> float:
    what()  # tables load on first use
    return median(repeat(what, number=1, repeat=times)) * 1000


def beside(text: str) -> None:
    """X's count beside that of the package twitter-text-parser, where somebody has installed it."""
    if not find_spec("twitter_text"):
        print("  (with the package twitter-text-parser installed, its time would stand here)")
        return
    parse = import_module("twitter_text").parse_tweet
    took = milliseconds(partial(parse, text), times=5)
    same = "the same weight" if parse(text).weightedLength == measure("x", text) else "ANOTHER WEIGHT"
    print(f"  twitter-text-parser {took:.3f} ms, {same}")


def main() -> None:
    for size in (282, 20_000):
        text = (PROSE * (size // len(PROSE) + 1))[:size]
        least = milliseconds(partial(GRAPHEME.findall, text))
        print(f"{size} characters; splitting them into graphemes takes {least:.3f} ms")
        for network in LIMITS:
            took = milliseconds(partial(measure, network, text))
            print(f"  {network:<10}{took:8.3f} ms  {took / least:6.2f} of that")
        beside(text)


if __name__ == "__main__":
    main()
