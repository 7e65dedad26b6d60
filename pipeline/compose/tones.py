"""The colours of a card, made from a brand's two. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.colors import BLACK, SHAPE, TEXT, WHITE, mix
from pipeline.contrast import contrast

_COMFORT = 7.0  # contrast of the quote to its ground, WCAG 1.4.6
_DARK = 3.0  # a main colour with this much contrast to white becomes a dark ground, else a light one
_PALE = 1.3  # a ground with less contrast to white than this shows no white light
_KIN = 2.0  # an accent with less contrast to the ground than this is too near to it to be seen as the brand's
_STEPS = 50


@dataclass(frozen=True)
class Tones:
    """What each is for stands in `templates/social/card.svg`."""

    ground: str
    ink: str
    soft: str
    bulb: str
    spark: str
    glow: str
    halo: str


def tones(main: str, accent: str) -> Tones:
    """A card's colours. Whatever the brand chose, words keep a contrast of 4.5 to all that may lie behind them."""
    dark = contrast(main, WHITE) >= _DARK
    ink = WHITE if dark else mix(main, BLACK, 0.86)
    ground = _until(main, BLACK if dark else WHITE, _COMFORT, ink)
    # An accent that nearly is the ground would have to change beyond recognition; the bulb then takes the ink.
    bulb = _until(accent if contrast(accent, ground) >= _KIN else ink, ink, SHAPE, ground)
    light = mix(bulb, WHITE, 0.35) if dark else bulb if contrast(ground, WHITE) < _PALE else WHITE
    glow, halo = (_until(mix(ground, light, share), ground, TEXT, ink) for share in (0.2, 0.1))
    return Tones(
        ground=ground,
        ink=ink,
        soft=_until(mix(ink, ground, 0.3), ink, TEXT, ground, halo, glow),
        bulb=bulb,
        spark=mix(bulb, WHITE, 0.5),
        glow=glow,
        halo=halo,
    )


def _until(color: str, end: str, wanted: float, *others: str) -> str:
    """`color`, taken towards `end` no further than it takes for a contrast of `wanted` to each of `others`."""
    steps = (mix(color, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((one for one in steps if min(contrast(one, other) for other in others) >= wanted), end)
