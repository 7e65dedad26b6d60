"""How far apart two colours are, as WCAG 2.2 measures it. Pure. Colours are `#RRGGBB`."""

from __future__ import annotations


def contrast(one: str, other: str) -> float:
    """How far apart two colours are in lightness, from 1 (not at all) to 21 (black on white); text needs 4.5."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
