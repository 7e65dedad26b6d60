"""How long counting takes, beside the least that reading a text can take, and beside X's reference and its port.

`python -m benchmarks.counting`
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
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
SIZES = (282, 20_000)  # characters
GOAL = 0.05  # milliseconds of X's count for the shorter
GRAPHEME = regex.compile(r"\X")
REFERENCE = "twitter-text@3.1.0"  # npm
_IN_NODE = """
const {parseTweet} = require("twitter-text");
const timed = (text) => {
  const took = [];
  for (let run = 0; run < (text.length > 1000 ? 7 : 200); run++) {
    const start = process.hrtime.bigint();
    parseTweet(text);
    took.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return [took.sort((one, other) => one - other)[took.length >> 1], parseTweet(text).weightedLength];
};
console.log(JSON.stringify(JSON.parse(require("fs").readFileSync(0)).map(timed)));
"""

Peer = Sequence[tuple[float, int]] | str
"""For each text its milliseconds and its weight; or why there are none."""


def milliseconds(what: Callable[[], object], times: int = 200) -> float:
    what()  # tables load on first use
    return median(repeat(what, number=1, repeat=times)) * 1000


def reference(texts: Sequence[str]) -> Peer:
    """X's own counter, in Node.js, which npm installs into a folder that is gone afterwards."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return "Node.js and npm are not installed"
    with tempfile.TemporaryDirectory() as folder:
        install = [npm, "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", REFERENCE]
        for command in (install, [node, "-e", _IN_NODE]):
            try:
                done = subprocess.run(
                    command,
                    cwd=folder,
                    input=json.dumps(texts),
                    capture_output=True,
                    text=True,
                    timeout=180,
                    check=True,
                )
            except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
                return str(error)
    return [(took, weight) for took, weight in json.loads(done.stdout)]


def port(texts: Sequence[str]) -> Peer:
    """The package twitter-text-parser: the reference told anew in Python."""
    if not find_spec("twitter_text"):
        return "it is not installed; `make bench` does that"
    parse = import_module("twitter_text").parse_tweet
    return [(milliseconds(partial(parse, text), times=5), parse(text).weightedLength) for text in texts]


def main() -> None:
    texts = [(PROSE * (size // len(PROSE) + 1))[:size] for size in SIZES]
    ours = [print_networks(text) for text in texts]
    growth = ours[1] / ours[0] / (SIZES[1] / SIZES[0])
    print(
        f"X: {ours[0]:.3f} ms  (goal: {GOAL}); a character of the longer text takes {growth:.2f} of one of the shorter"
    )
    for name, peer in ((f"npm {REFERENCE}", reference(texts)), ("twitter-text-parser", port(texts))):
        if isinstance(peer, str):
            print(f"  beside {name}: no time, {peer}")
            continue
        for text, own, (took, weight) in zip(texts, ours, peer, strict=True):
            same = "the same weight" if weight == measure("x", text) else f"another weight: {weight}"
            print(f"  beside {name}, {len(text)} characters: {took:.3f} ms, {took / own:.1f} times as long, {same}")


def print_networks(text: str) -> float:
    """Every network's count of `text`; gives X's milliseconds."""
    least = milliseconds(partial(GRAPHEME.findall, text))
    took = {network: milliseconds(partial(measure, network, text)) for network in LIMITS}
    print(f"{len(text)} characters; splitting them into graphemes takes {least:.3f} ms")
    for network, time in took.items():
        print(f"  {network:<10}{time:8.3f} ms  {time / least:6.2f} of that")
    return took["x"]


if __name__ == "__main__":
    main()
