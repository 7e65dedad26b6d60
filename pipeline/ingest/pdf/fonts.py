"""How wide the letters of a PDF's fonts are, which tells where lines end; and what the fonts' names say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

# pypdf has no public way to widths: pyproject.toml keeps to its present major release.
from pypdf.generic._font import Font


@dataclass(frozen=True)
class Widths:
    """How wide a font's characters are, in thousandths of its size; and what its name and weight are."""

    family: str
    bold: bool
    chars: dict[str, float]
    usual: float
    blank: float

    def of(self, text: str) -> float:
        """How wide `text` is, in thousandths of the font's size."""
        return sum(self.blank if char == " " else self.chars.get(char, self.usual) for char in text)


_STYLES = re.compile(
    r"[-, ]?(?:bold|black|heavy|semi|demi|italic|oblique|regular|roman|medium|light|book|mt|ps|it|bd)+\b", re.IGNORECASE
)
_BOLD = re.compile(r"bold|black|heavy|semib|demi|[-,]bd\b", re.IGNORECASE)


def measured(resource: Any) -> Widths:
    """The widths of a font by the characters that it stands for."""
    font = Font.from_font_resource(resource)
    raw = font.character_widths
    usual = raw.get("default", 500.0)
    chars = {}
    if isinstance(font.encoding, dict):
        for code, char in font.encoding.items():
            chars[font.character_map.get(char, char)] = raw.get(chr(code), usual)
    for char, shown in font.character_map.items():
        if isinstance(char, str) and char in raw:
            chars[shown] = raw[char]
    name = re.sub(r"^/?(?:[A-Z]{6}\+)?", "", str(resource.get("/BaseFont", "")))
    weight = str(font.font_descriptor.weight)
    heavy = weight.isdigit() and int(weight) >= 600
    blank = font.space_width if font.space_width else usual / 2
    bold = heavy or bool(_BOLD.search(name))
    return Widths(_STYLES.sub("", name).casefold(), bold, chars or raw, float(usual), blank)


UNKNOWN_FONT = Widths("", False, {}, 500.0, 250.0)
