"""How mail programs make a light mail dark. What their makers do is not published: this is modelled on what is seen.

A colour keeps its hue, and its lightness is turned around, as Chromium does with pages. Colours in style sheets stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import tinycss2
from selectolax.lexbor import LexborNode

from pipeline.preflight.clients import colors, css
from pipeline.preflight.clients.colors import RGB
from pipeline.preflight.clients.page import Page, Step

_READABLE = 4.5  # contrast that words keep or get (WCAG 1.4.3)
_INKS = frozenset({"color", "-webkit-text-fill-color"})
_GROUNDS = frozenset({"background", "background-color"})


@dataclass(frozen=True)
class Inversion:
    """How a program darkens.

    Attributes:
        full: Whether dark becomes light too; else dark grounds stay, and words change only where none could read.
        keeps: Names of the attributes that tell the former colour of words and ground, as Outlook.com has them.
    """

    full: bool
    keeps: tuple[str, str] | None = None


def inverted(how: Inversion, paper: str) -> Step:
    """The step that darkens what `style` and `bgcolor` colour, on a program's ground of the colour `paper`."""

    def step(page: Page) -> None:
        behind: dict[int, RGB] = {}
        for node in page.elements():
            above = behind.get(node.parent.mem_id) if node.parent is not None else None
            behind[node.mem_id] = _darken(node, above or colors.first(paper) or (0, 0, 0), how)
        if how.keeps and page.tree.root is not None:
            for name in how.keeps:
                page.tree.root.attrs[name] = page.tree.root.attributes.get(name) or ""

    return step


def _darken(node: LexborNode, above: RGB, how: Inversion) -> RGB:
    """Darken one element; the colour that is behind its words then."""
    ground = above
    if (value := node.attributes.get("bgcolor")) and (color := colors.first(value)):
        ground = _ground(color, how)
        node.attrs["bgcolor"] = colors.as_hex(ground)
    style = node.attributes.get("style")
    if style is None:
        return ground
    found = css.pairs(style)
    for name, value in found:
        if name in _GROUNDS and (color := colors.first(value)):
            ground = _ground(color, how)
    _remember(node, found, how)
    node.attrs["style"] = "; ".join(f"{name}: {_recolored(name, value, ground, how)}" for name, value in found)
    return ground


def _remember(node: LexborNode, found: list[tuple[str, str]], how: Inversion) -> None:
    for names, attribute in zip((_INKS, _GROUNDS), how.keeps or (), strict=False):
        for name, value in found:
            if name in names and attribute not in node.attributes:
                node.attrs[attribute] = value


def _recolored(name: str, value: str, ground: RGB, how: Inversion) -> str:
    """A declaration's value with its colours darkened."""
    if name in _GROUNDS:
        return _each_color(value, lambda color: _ground(color, how))
    if name in _INKS:
        return _each_color(value, lambda color: _ink(color, ground, how))
    if name.startswith("border"):
        return _each_color(value, lambda color: _ground(color, how))
    return value


def _ground(color: RGB, how: Inversion) -> RGB:
    return colors.flipped(color) if how.full or colors.lightness(color) > 0.6 else color


def _ink(color: RGB, ground: RGB, how: Inversion) -> RGB:
    if how.full:
        return colors.flipped(color)
    return color if colors.contrast(color, ground) >= _READABLE else colors.flipped(color)


def _each_color(value: str, change: Any) -> str:
    pieces = []
    for token in tinycss2.parse_component_value_list(value):
        color = colors.of_token(token)
        pieces.append(colors.as_hex(change(color)) if color else token.serialize())
    return "".join(pieces)
