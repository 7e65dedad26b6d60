"""Newsletters: putting styles inline beside the bare tools, and a thousand editions in one process."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from difflib import ndiff
from functools import partial

import css_inline
from lxml import html as lxml_html

from pipeline.compose import newsletter, templates
from pipeline.compose.inline import Engine, inline
from pipeline.compose.variables import variables
from pipeline.config.shape import Config
from pipeline.model import Article, Block, Edition, Item, KeyPoint, Section

ENGINES: tuple[Engine, ...] = ("premailer", "css-inline")
_KEY_POINTS = (4, 4, 3, 3, 3, 3)
_BRANDS = 20
_STOCK = """
import logging, statistics, sys, time, cssutils, premailer
cssutils.log.setLevel(logging.CRITICAL)
page, seconds = sys.stdin.read(), []
for _ in range(12):
    start = time.process_time()
    made = premailer.transform(page)
    seconds.append(time.process_time() - start)
print(seconds[0], statistics.median(seconds[2:]), len(made.encode()))
"""


def main() -> None:
    """Print each measurement with what we promise of it; times are of the processor, warm, and their ratios count."""
    config = _config()
    source = newsletter.compose(_edition(0), config.newsletters["weekly"], config).source_html
    _one(source, config)
    _thousand()


def _one(source: str, config: Config) -> None:
    render, write = _milliseconds(_rendering(config)), _milliseconds(partial(_written_by_lxml, source))
    cold, stock, size = _stock(source)
    bare = css_inline.CSSInliner(load_remote_stylesheets=False)
    fast = _milliseconds(partial(bare.inline, source))
    print(f"six articles, {sum(_KEY_POINTS)} key points: {len(source.encode()) / 1000:.1f} KB before inlining")
    print(f"alone: jinja2 {render:.1f} ms, lxml {write:.1f} ms,", end=" ")
    print(f"css-inline {fast:.1f} ms, {len(bare.inline(source).encode()) / 1000:.1f} KB,", end=" ")
    print(f"premailer {stock:.0f} ms ({cold:.0f} the first time), {size / 1000:.1f} KB")
    made = {engine: inline(source, engine) for engine in ENGINES}
    took = {engine: _milliseconds(partial(inline, source, engine)) for engine in ENGINES}
    ratios = {
        "css-inline": f"{took['css-inline'] / (render + write):.1f} × jinja2 and lxml  (goal: at most 2)",
        "premailer": f"{stock / took['premailer']:.1f} times as fast as premailer alone  (goal: at least 4)",
    }
    for engine in ENGINES:
        kilobytes = len(made[engine].encode()) / 1000
        print(f"{engine:10} {took[engine]:5.1f} ms, {ratios[engine]}; {kilobytes:.1f} KB  (goal: at most 85)")
    first, second = (page.splitlines() for page in made.values())
    unlike = [line for line in ndiff(first, second) if line[0] in "+-"]
    print(f"lines in which the two differ: {len(unlike)}", *unlike[:10], sep="\n")


def _thousand() -> None:
    """Of twenty brands, each with its colours: what is kept for the next edition must not grow."""
    configs = [_config(f"#{40 + 9 * number:02X}5F5B") for number in range(_BRANDS)]
    _seconds(configs, 0, 2 * _BRANDS)
    memory = _memory()
    hundreds = [_seconds(configs, first, first + 100) for first in range(0, 1000, 100)]
    growth = sum(hundreds[-3:]) / sum(hundreds[:3])
    print(
        f"1,000 editions: {sum(hundreds):.1f} s; the last three hundred took {growth:.2f} × the first  (goal: 1.05);",
        end=" ",
    )
    print(f"{_memory() - memory:.1f} MB more than before, of {memory:.0f}  (goal: none)")


def _seconds(configs: list[Config], first: int, last: int) -> float:
    start = time.process_time()
    for number in range(first, last):
        config = configs[number % len(configs)]
        newsletter.compose(_edition(number), config.newsletters["weekly"], config)
    return time.process_time() - start


def _memory() -> float:
    """The most memory that this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _stock(source: str) -> tuple[float, float, int]:
    """Milliseconds of premailer as it comes, the first time and then, and the bytes it makes, in a fresh process."""
    run = subprocess.run([sys.executable, "-c", _STOCK], input=source, capture_output=True, text=True, check=True)
    cold, warm, size = run.stdout.split()
    return float(cold) * 1000, float(warm) * 1000, int(size)


def _rendering(config: Config) -> Callable[[], object]:
    """Jinja2 alone: a template that is compiled, and variables that are made."""
    recipe = config.newsletters["weekly"]
    _, values = variables(_edition(0), recipe, config, "en")
    env = newsletter.environment(config)
    return partial(templates.render, env, f"email/{recipe.design}/newsletter.html", values)


def _written_by_lxml(source: str) -> object:
    return lxml_html.tostring(lxml_html.fromstring(source))


def _milliseconds(work: Callable[[], object]) -> float:
    work()
    seconds = []
    for _ in range(30):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds) * 1000


def _config(main: str = "#1F5F5B") -> Config:
    brand = {
        "name": "Moes & Oven",
        "site": "https://moesenoven.example.org",
        "email": "post@moesenoven.example.org",
        "postal_address": "Tuinpad 1, 1234 AB Voorbeeld",
        "language": "en",
        "colors": {"main": main, "accent": "#F2A65A"},
        "buttons": {"Come and cook": "/days", "Ask us": "/contact"},
    }
    weekly = {"from": ["desk"], "articles": {"at_most": 6, "key_points_each": 4}}
    return Config.model_validate(
        {"brand": brand, "sources": {"desk": {"folder": "articles"}}, "newsletters": {"weekly": weekly}}
    )


def _edition(number: int) -> Edition:
    articles = tuple(_article(f"{number}-{place}", points) for place, points in enumerate(_KEY_POINTS))
    return Edition("weekly", f"{number}", date(2026, 11, 19), articles, "Dear reader,\n\nRain fills the barrels.")


def _article(name: str, points: int) -> Article:
    text = (
        f"A heap needs air, water and patience; heap {name} had all three. Turned once a month it is ready by spring. "
    )
    steps = ("Leaves from the lawn.", "Peelings without salt.", "Cardboard, torn into strips.")
    blocks = (
        Block("paragraph", text * 3, html=text * 3),
        Block("list", "\n".join(steps), items=tuple(Item(step, step) for step in steps)),
        Block("quote", text, html=text),
    )
    return Article(
        source="benchmark",
        guid=name,
        title=f"A heap that works for you, {name}",
        language="en",
        url=f"https://moesenoven.example.org/heap/{name}",
        byline="Ann Miller",
        lead=(Block("paragraph", text, html=text),),
        sections=tuple(Section(f"Part {part} of {name}", blocks) for part in range(4)),
        key_points=tuple(
            KeyPoint(
                f"Turn heap {name} {times + 2} times a season, and it gives soil for a bed by spring.", section=times
            )
            for times in range(points)
        ),
        references=(f"Miller, A. (2020). Heaps, {name}. https://doi.example.org/10.1",),
        notices=("Gloves keep splinters out.",),
    )


if __name__ == "__main__":
    main()
