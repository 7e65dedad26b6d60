"""What templates see of a brand's look: colours, fonts, corners, and the room between things. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.compose.colors import Palette, palette
from pipeline.config.brand import Brand
from pipeline.config.look import CORNERS, DENSITY, FONTS

# Fonts that Word, which lays out mails in Outlook on Windows, surely has; it takes Times New Roman where it knows none.
_KNOWN = frozenset(
    {"Georgia", "Cambria", "Palatino Linotype", "Book Antiqua", "Rockwell", "Segoe UI", "Candara", "Trebuchet MS"}
    | {"Verdana", "Century Gothic", "Consolas", "Courier New", "Arial", "Times New Roman", "Calibri", "Tahoma"}
)
_INSTEAD = {"serif": "Georgia", "sans-serif": "Segoe UI", "monospace": "Consolas"}


@dataclass(frozen=True)
class Fonts:
    """What goes after `font-family:`. The two of `outlook` are a single font and its kind."""

    headings: str
    text: str
    outlook_headings: str
    outlook_text: str


@dataclass(frozen=True)
class Look:
    """A brand's look.

    Attributes:
        corners: Radius in px.
        density: How roomy the brand wants it: distances are taken so many times.
    """

    colors: Palette
    fonts: Fonts
    corners: int
    density: float


def look(brand: Brand) -> Look:
    """The look of a brand's mails."""
    headings, text = (FONTS.get(names, names) for names in (brand.fonts.headings, brand.fonts.text))
    fonts = Fonts(headings, text, _outlook(headings), _outlook(text))
    corners = CORNERS[brand.corners] if isinstance(brand.corners, str) else brand.corners
    return Look(palette(brand.colors.main, brand.colors.accent), fonts, corners, DENSITY[brand.density])


def _outlook(stack: str) -> str:
    *names, kind = stack.split(", ")
    return f"{next((name for name in names if name in _KNOWN), _INSTEAD[kind])}, {kind}"
