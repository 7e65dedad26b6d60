"""The colours of cards, made from a brand's two. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.colors import BLACK, SHAPE, TEXT, WHITE, mix
from pipeline.contrast import contrast

_COMFORT = 7.0  # contrast of the quote to its ground, WCAG 1.4.6
_DARK = 3.0  # a main colour with this much contrast to white becomes a dark ground, else a light one
_PALE = 1.3  # a ground with less contrast to white than this shows no white light
_KIN = 2.0  # an accent with less contrast to the ground than this is too near to it to be seen as the brand's
_WHITISH = 1.12  # a poster with less contrast to white than this has a light of the main colour instead
_GLIMPSE = 1.8  # contrast at which an ornament is seen on paper
_STEPS = 50


@dataclass(frozen=True)
class Tones:
    """What each is for stands in docs/designing-cards.md: on the deep ground, on paper, and on a poster."""

    ground: str
    ink: str
    soft: str
    bulb: str
    spark: str
    glow: str
    halo: str
    paper: str
    pen: str
    pencil: str
    mark: str
    warmth: str
    poster: str
    print: str
    dawn: str
    ray: str
    sun: str


def tones(main: str, accent: str) -> Tones:
    """A card's colours. Whatever the brand chose, words keep a contrast of 4.5 to all that may lie behind them."""
    return Tones(**_on_ground(main, accent), **_on_paper(main, accent), **_on_poster(main, accent))


def _on_ground(main: str, accent: str) -> dict[str, str]:
    """Deep in the main colour, or light in it where it is too light for white words."""
    dark = contrast(main, WHITE) >= _DARK
    ink = WHITE if dark else mix(main, BLACK, 0.86)
    ground = _until(main, BLACK if dark else WHITE, _COMFORT, ink)
    # An accent that nearly is the ground would have to change beyond recognition; the bulb then takes the ink.
    bulb = _until(accent if contrast(accent, ground) >= _KIN else ink, ink, SHAPE, ground)
    light = mix(bulb, WHITE, 0.35) if dark else bulb if contrast(ground, WHITE) < _PALE else WHITE
    glow, halo = (_until(mix(ground, light, share), ground, TEXT, ink) for share in (0.2, 0.1))
    soft = _until(mix(ink, ground, 0.3), ink, TEXT, ground, halo, glow)
    return {
        "ground": ground,
        "ink": ink,
        "soft": soft,
        "bulb": bulb,
        "spark": mix(bulb, WHITE, 0.5),
        "glow": glow,
        "halo": halo,
    }


def _on_paper(main: str, accent: str) -> dict[str, str]:
    """Warm and light, as the newsletter's page."""
    paper = mix(WHITE, mix(accent, main, 0.3), 0.09)
    warmth = mix(paper, accent, 0.17)
    warmth = _until(warmth, paper, _COMFORT, BLACK)
    pen = _until(_deep(main), BLACK, _COMFORT, paper, warmth)
    pencil = _until(mix(pen, paper, 0.3), pen, TEXT, paper, warmth)
    return {
        "paper": paper,
        "pen": pen,
        "pencil": pencil,
        # Darkened until it is seen, a pale accent would be khaki or grey.
        "mark": next((one for one in (accent, main) if contrast(one, paper) >= _GLIMPSE), pen),
        "warmth": warmth,
    }


def _on_poster(main: str, accent: str) -> dict[str, str]:
    """Bright in the accent colour, the words dark where they can be."""
    dark_words = contrast(BLACK, accent) >= _COMFORT
    words = _until(mix(_deep(main), BLACK, 0.5), BLACK, _COMFORT, accent) if dark_words else WHITE
    poster = accent if dark_words else _until(accent, BLACK, _COMFORT, WHITE)
    light, strength = (mix(main, WHITE, 0.5), 0.6) if contrast(poster, WHITE) < _WHITISH else (WHITE, 1.0)
    shares = (0.18 * strength, 0.38 * strength, 0.66 * strength)
    dawn, ray, sun = (_until(mix(poster, light, share), poster, TEXT, words) for share in shares)
    return {"poster": poster, "print": words, "dawn": dawn, "ray": ray, "sun": sun}


def _deep(main: str) -> str:
    """`main`, but near black where it is light: yellow words that are darkened until they can be read are mud."""
    return main if contrast(main, WHITE) >= _DARK else mix(main, BLACK, 0.8)


def _until(color: str, end: str, wanted: float, *others: str) -> str:
    """`color`, taken towards `end` no further than it takes for a contrast of `wanted` to each of `others`."""
    steps = (mix(color, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((one for one in steps if min(contrast(one, other) for other in others) >= wanted), end)
