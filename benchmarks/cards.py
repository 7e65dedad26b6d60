"""Time a quote card: `python -m benchmarks.cards`. The ratio is to resvg alone drawing the same finished SVG."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from pipeline.compose import cards, fonts
from pipeline.config.shape import Brand, Colors
from pipeline.model import Finding

_ROUNDS = 15
_TEXTS = {
    "short": "Rest is work too.",
    "medium": "Dough that rests overnight tastes better, keeps two days longer, and asks nothing of you but patience.",
    "long": "A loaf keeps longest in a paper bag on a wooden board: the crust can breathe, the crumb stays moist, "
    "and what is left on the third day still makes the best toast of the week, with butter, salt, "
    "and somebody to share it with at the kitchen table.",
}
_BRAND = Brand(
    name="Example Bakery",
    site="https://bakery.example",
    email="post@bakery.example",
    postal_address="Mill Lane 1, Exampleton",
    colors=Colors(main="#1F5F5B", accent="#F2A65A"),
)


def main() -> None:
    for name, text in _TEXTS.items():
        sheet = cards.lay_out(
            text, brand=_BRAND, credit="Bread that keeps", language="en", beside=None, installed=fonts.installed
        )
        if isinstance(sheet, Finding):
            raise SystemExit(f"{name}: {sheet.message}")
        whole = _best(partial(cards.draw, text, brand=_BRAND, credit="Bread that keeps", language="en"))
        bare = _best(partial(fonts.render, sheet.svg, sheet.faces))
        print(
            f"{name:7}{len(text):4} characters  {whole:6.1f} ms a card  {bare:6.1f} ms bare  ratio {whole / bare:.2f}"
        )


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
