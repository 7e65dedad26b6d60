"""Time quote cards: `python -m benchmarks.cards`.

The ratios are to resvg alone drawing the same finished SVG, and to an empty page of the card's size.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from pipeline.compose import cards
from pipeline.compose.card_designs import SIZES, Size
from pipeline.compose.cards import Page, Setup
from pipeline.compose.fonts import render
from pipeline.config.shape import Brand, Colors
from pipeline.model import Finding

_ROUNDS = 15
_MOST = 100  # ms a card
_TEXTS = {
    "short": "Rest is work too.",
    "medium": "Dough that rests overnight tastes better, keeps two days longer, and asks nothing of you but patience.",
    "long": "A loaf keeps longest in a paper bag on a wooden board: the crust can breathe, the crumb stays moist, "
    "and what is left on the third day still makes the best toast of the week.",
}
_EMPTY = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    '<rect width="{width}" height="{height}"/></svg>'
)
_BRAND = Brand(
    name="Example Bakery",
    site="https://bakery.example",
    email="post@bakery.example",
    postal_address="Mill Lane 1, Exampleton",
    colors=Colors(main="#1F5F5B", accent="#F2A65A"),
)


def main() -> None:
    slowest = 0.0
    for design in ("lamp", "paper", "band"):
        setup = Setup(_BRAND, "en", design)
        for size, (width, height) in SIZES.items():
            empty = _best(partial(render, _EMPTY.format(width=width, height=height), ()))
            for name, text in _TEXTS.items():
                page = Page(text, "Bread that keeps")
                sheet = cards.lay_out(page, size, setup)
                if isinstance(sheet, Finding):
                    raise SystemExit(f"{design}, {size}, {name}: {sheet.message}")
                whole = _best(partial(_drawn, page, size, setup))
                bare = _best(partial(render, sheet.svg, sheet.faces))
                slowest = max(slowest, whole)
                ratios = f"{whole / bare:.2f} to resvg, {whole / empty:.1f} to an empty page of {empty:.1f} ms"
                print(f"{design:6}{size:7}{name:7}{whole:6.1f} ms a card  {ratios}")
    print(f"slowest {slowest:.1f} ms, at most {_MOST} wanted")


def _drawn(page: Page, size: Size, setup: Setup) -> None:
    cards.picture.cache_clear()
    cards.draw(page, size, setup)


def _best(run: Callable[[], object]) -> float:
    """Milliseconds of processor time of the fastest run, which other programs disturb least."""
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times) * 1000


if __name__ == "__main__":
    main()
