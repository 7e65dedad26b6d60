"""Colours that can be read, made from a brand's two. Pure.

Colours are `#RRGGBB`. Contrast as WCAG 2.2 measures it: from 1 (none) to 21 (black on white); text needs 4.5.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from pipeline.contrast import contrast
from pipeline.inversion import INVERSIONS

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
        button, ink_button, button_line: A button, its words, and the line around it.
        tint, ink_tint, halo, accent: A key point's box, its text, the light around its sign, and small ornaments.
        ink_accent: Numerals and the like, in the accent's tone.
        alarm_tint, ink_alarm, alarm_halo, alarm: The same as of a key point, of a warning.
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
    button_line: str
    tint: str
    ink_tint: str
    halo: str
    accent: str
    ink_accent: str
    alarm_tint: str
    ink_alarm: str
    alarm_halo: str
    alarm: str


@dataclass(frozen=True)
class _Ground:
    """What a scheme's shades are made on; `tint` is the share of colour in a box, 0 to 1; `heading` a contrast.

    `inverted` tells that a mail program may invert it: Gmail knows the light scheme only, and makes a dark one of it.
    """

    page: str
    card: str
    ink: str
    tint: float
    heading: float
    inverted: bool


@dataclass(frozen=True)
class Palette:
    """The colours of a letter in both schemes."""

    light: Shades
    dark: Shades


@dataclass(frozen=True)
class Adjusted:
    """A brand's colour that could not stay as it is.

    Attributes:
        name: `main` or `accent`.
        given, became: Before and after.
        use: What it is for, in words.
        contrast, needed: How far it stood out, and how far it must, 1 to 21.
    """

    name: str
    given: str
    became: str
    use: str
    contrast: float
    needed: float


# colour of the brand, shade made of it, what that is for, the contrast it needs, and what it stands on
_USES = (
    ("main", "heading", "headings", TEXT, ("card", "page")),
    ("main", "link", "links", TEXT, ("card", "page", "tint", "alarm_tint")),
    ("main", "button", "buttons", SHAPE, ("card",)),
    ("accent", "accent", "ornaments", GLIMPSE, ("card", "page")),
)


def mix(color: str, other: str, share: float) -> str:
    """`color` with `share` (0 to 1) of `other` in it."""
    mixed = [round(a + (b - a) * share) for a, b in zip(_parts(color), _parts(other), strict=True)]
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def text_on(background: str) -> str:
    """White where it can be read on `background`, else black; one of the two always can."""
    return WHITE if contrast(WHITE, background) >= TEXT else BLACK


def readable(ink: str, ground: str, *, at_least: float = TEXT, inverted: bool = False) -> bool:
    """Whether `ink` stands out from `ground` enough, and, where mail programs invert both, enough to be read then."""
    changed = [change(ink, ground) for change in INVERSIONS] if inverted else []
    return contrast(ink, ground) >= at_least and all(contrast(*pair) >= TEXT for pair in changed)


def legible(color: str, *grounds: str, at_least: float = TEXT, inverted: bool = False) -> str:
    """`color`, taken towards black or white no further than it takes to be read on every one of `grounds`."""
    end = max((BLACK, WHITE), key=lambda end: min(contrast(end, ground) for ground in grounds))
    return next(
        (
            one
            for one in _steps(color, end)
            if all(readable(one, ground, at_least=at_least, inverted=inverted) for ground in grounds)
        ),
        end,
    )


@lru_cache(maxsize=64)  # a few brands, each asked for several times a mail
def palette(main: str, accent: str) -> Palette:
    """The colours of a letter: `main` for headings and buttons, `accent` for key points."""
    paper = mix(WHITE, mix(accent, main, 0.3), 0.09)
    light = _Ground(page=paper, card=WHITE, ink=mix(main, "#16181A", 0.82), tint=0.13, heading=TEXT, inverted=True)
    night = mix("#101112", main, 0.07)
    dark = _Ground(page=night, card=mix("#1A1C1D", main, 0.1), ink="#E9E7E2", tint=0.14, heading=7, inverted=False)
    return Palette(_shades(main, accent, light), _shades(main, accent, dark))


def adjusted(main: str, accent: str) -> tuple[Adjusted, ...]:
    """What of a brand's two colours could not stay in a letter in light colours. In dark it always has its own."""
    given, light = {"main": main.upper(), "accent": accent.upper()}, palette(main, accent).light
    found = []
    for name, shade, use, needed, grounds in _USES:
        became = getattr(light, shade)
        if became != given[name]:
            found.append(_adjusted(name, given[name], became, use, needed, [getattr(light, one) for one in grounds]))
    return tuple(found)


def _adjusted(name: str, given: str, became: str, use: str, needed: float, grounds: list[str]) -> Adjusted:
    least = min(contrast(given, ground) for ground in grounds)
    if least < needed:
        return Adjusted(name, given, became, use, least, needed)
    pairs = [(text_on(given), given)] if use == "buttons" else [(given, ground) for ground in grounds]
    least = min(contrast(*change(*pair)) for change in INVERSIONS for pair in pairs)
    return Adjusted(name, given, became, f"{use} where Gmail inverts colours", least, TEXT)


def _shades(main: str, accent: str, on: _Ground) -> Shades:
    page, card = on.page, on.card
    accent = legible(accent, card, page, at_least=GLIMPSE)
    box, alarm_box = mix(card, accent, on.tint), mix(card, _ALARM, on.tint * 0.7)
    read = partial(legible, inverted=on.inverted)
    ink = read(on.ink, page, card, box, alarm_box, at_least=7)
    ink_tint, ink_alarm = read(ink, box), read(_ALARM, alarm_box, at_least=5.5)
    # A colour as pale as its paper becomes mud where it can be read, and dark words on it turn pale where Gmail inverts
    # them while it stays. So headings and buttons are ink then, and the colour stands around a button as it is.
    strong = ink if contrast(main, card) < GLIMPSE else main
    button = _button(strong, card, inverted=on.inverted)
    quiet = mix(ink, card, 0.42)
    return Shades(
        page=page,
        ink_page=read(quiet, page),
        glow=mix(page, accent, 0.26),
        card=card,
        ink=ink,
        muted=read(quiet, card),
        heading=read(strong, card, page, at_least=on.heading),
        link=read(main, page, card, box, alarm_box),
        line=mix(card, ink, 0.13),
        button=button,
        ink_button=text_on(button),
        button_line=button if strong == main else main,
        tint=box,
        ink_tint=ink_tint,
        halo=_halo(box, accent, ink_tint, 0.3, inverted=on.inverted),
        accent=accent,
        ink_accent=read(accent, card, page, box),
        alarm_tint=alarm_box,
        ink_alarm=ink_alarm,
        alarm_halo=_halo(alarm_box, _ALARM, ink_alarm, 0.16, inverted=on.inverted),
        alarm=legible(_ALARM, card, at_least=SHAPE),
    )


def _button(main: str, card: str, *, inverted: bool) -> str:
    """`main`, taken away from `card` until it is seen there and `text_on` it is read."""
    return next(
        one
        for one in _steps(main, text_on(card))
        if contrast(one, card) >= SHAPE and readable(text_on(one), one, inverted=inverted)
    )


def _steps(color: str, end: str) -> Iterator[str]:
    return (mix(color, end, step / 25) for step in range(26))


def _halo(box: str, color: str, ink: str, share: float, *, inverted: bool) -> str:
    """`box` with at most `share` of `color` in it, as long as `ink` can be read on it."""
    return next(one for one in _steps(mix(box, color, share), box) if readable(ink, one, inverted=inverted))


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
