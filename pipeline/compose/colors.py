"""Colours that can be read, made from a brand's two. Pure.

Colours are `#RRGGBB`. Contrast as WCAG 2.2 measures it: from 1 (none) to 21 (black on white); text needs 4.5.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.contrast import contrast

WHITE, BLACK = "#FFFFFF", "#000000"
TEXT, SHAPE = 4.5, 3.0  # WCAG 1.4.3 for text; 1.4.11 for the shape of a button
GLIMPSE = 1.6  # an ornament: nobody reads it, but a bar as white as its paper is none
_ALARM = "#B3391F"


@dataclass(frozen=True)
class Shades:
    """One scheme's colours, light or dark: a surface, and what is written on it.

    Attributes:
        page, ink_page, glow: Around the letter, small print on it, and the light around the point of light.
        card, ink, muted, heading, link: The letter, its text, asides, headings and links.
        line: Hairlines on the card.
        button, ink_button: A button.
        tint, ink_tint, accent: A key point's box, its text, and the bar beside it.
        alarm_tint, ink_alarm, alarm: The same of a warning.
    """

    page: str
    ink_page: str
    glow: str
    card: str
    ink: str
    muted: str
    heading: str
    link: str
    line: str
    button: str
    ink_button: str
    tint: str
    ink_tint: str
    accent: str
    alarm_tint: str
    ink_alarm: str
    alarm: str


@dataclass(frozen=True)
class _Ground:
    """What a scheme's shades are made on; `tint` is the share of colour in a box, 0 to 1."""

    page: str
    card: str
    ink: str
    tint: float


@dataclass(frozen=True)
class Palette:
    """The colours of a letter in both schemes."""

    light: Shades
    dark: Shades


def mix(color: str, other: str, share: float) -> str:
    """`color` with `share` (0 to 1) of `other` in it."""
    mixed = [round(a + (b - a) * share) for a, b in zip(_parts(color), _parts(other), strict=True)]
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def text_on(background: str) -> str:
    """White where it can be read on `background`, else black; one of the two always can."""
    return WHITE if contrast(WHITE, background) >= TEXT else BLACK


def legible(color: str, *backgrounds: str, at_least: float = TEXT) -> str:
    """`color`, taken towards black or white no further than it takes to be read on every one of `backgrounds`."""
    end = max((BLACK, WHITE), key=lambda end: min(contrast(end, background) for background in backgrounds))
    steps = (mix(color, end, step / 25) for step in range(26))
    return next((one for one in steps if min(contrast(one, background) for background in backgrounds) >= at_least), end)


def palette(main: str, accent: str) -> Palette:
    """The colours of a letter: `main` for headings and buttons, `accent` for key points."""
    paper = mix(WHITE, mix(accent, main, 0.3), 0.09)
    light = _Ground(page=paper, card=WHITE, ink=mix(main, "#16181A", 0.82), tint=0.13)
    night = mix("#101112", main, 0.07)
    dark = _Ground(page=night, card=mix("#1A1C1D", main, 0.1), ink="#E9E7E2", tint=0.14)
    return Palette(_shades(main, accent, light), _shades(main, accent, dark))


def _shades(main: str, accent: str, on: _Ground) -> Shades:
    page, card = on.page, on.card
    accent = legible(accent, card, page, at_least=GLIMPSE)
    box, alarm_box = mix(card, accent, on.tint), mix(card, _ALARM, on.tint * 0.7)
    ink = legible(on.ink, page, card, box, alarm_box, at_least=7)
    button = legible(main, card, at_least=SHAPE)
    quiet = mix(ink, card, 0.42)
    return Shades(
        page=page,
        ink_page=legible(quiet, page),
        glow=mix(page, accent, 0.26),
        card=card,
        ink=ink,
        muted=legible(quiet, card),
        heading=legible(main, card, page, at_least=6.5),
        link=legible(main, page, card, box, alarm_box),
        line=mix(card, ink, 0.13),
        button=button,
        ink_button=text_on(button),
        tint=box,
        ink_tint=legible(ink, box),
        accent=accent,
        alarm_tint=alarm_box,
        ink_alarm=legible(_ALARM, alarm_box),
        alarm=legible(_ALARM, card, at_least=SHAPE),
    )


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
