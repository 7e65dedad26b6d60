"""How mail programs make a light mail dark. Their makers do not say; this is modelled on what people see.

Changed are the colours of `style` and `bgcolor`; those in style sheets stay, as a mail's sheets are on its elements.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import tinycss2
from selectolax.lexbor import LexborNode

from pipeline.contrast import contrast
from pipeline.inversion import bright_darkened, darkened, dim_lit, mirrored
from pipeline.preflight.clients import colors, css
from pipeline.preflight.clients.page import Page, Step

_READABLE = 4.5  # contrast of words (WCAG 1.4.3)
_INKS = frozenset({"color", "-webkit-text-fill-color"})
_GROUNDS = frozenset({"background", "background-color"})


@dataclass(frozen=True)
class Inversion:
    """How a program darkens.

    Attributes:
        ground: What becomes of a ground or a border.
        ink: What becomes of words, which have a new ground.
        keeps: Names of the attributes that tell the former colour of words and of ground.
    """

    ground: Callable[[str], str]
    ink: Callable[[str, str], str]
    keeps: tuple[str, str] | None = None


def _unreadable_lit(ink: str, ground: str) -> str:
    return ink if contrast(ink, ground) >= _READABLE else darkened(ink)


# All lightness is turned around, dark grounds too: Gmail on iPhone, and Outlook with Word's engine.
WHOLLY = Inversion(mirrored, lambda ink, _ground: mirrored(ink))
# Bright grounds and dim words alone, as Chromium does it: Gmail on Android.
PARTLY = Inversion(bright_darkened, lambda ink, _ground: dim_lit(ink))
# Bright grounds, and the words that could not be read on theirs: Outlook.com, which remembers what it changed.
OUTLOOK_COM = Inversion(bright_darkened, _unreadable_lit, ("data-ogsc", "data-ogsb"))


def inverted(how: Inversion, paper: str) -> Step:
    """The step that darkens a page on a program's ground of the colour `paper`."""

    def step(page: Page) -> None:
        behind: dict[int, str] = {}
        for node in page.elements():
            above = behind.get(node.parent.mem_id, paper) if node.parent is not None else paper
            behind[node.mem_id] = _darken(node, above, how)
        if how.keeps and page.tree.root is not None:
            for name in how.keeps:
                page.tree.root.attrs[name] = page.tree.root.attributes.get(name) or ""

    return step


def _darken(node: LexborNode, above: str, how: Inversion) -> str:
    """Darken one element; the colour that is behind its words then."""
    ground = above
    if (value := node.attributes.get("bgcolor")) and (color := colors.first(value)):
        ground = how.ground(color)
        node.attrs["bgcolor"] = ground
    style = node.attributes.get("style")
    if style is None:
        return ground
    found = css.pairs(style)
    for name, value in found:
        if name in _GROUNDS and (color := colors.first(value)):
            ground = how.ground(color)
    _remember(node, found, how)
    node.attrs["style"] = "; ".join(f"{name}: {_recolored(name, value, ground, how)}" for name, value in found)
    return ground


def _remember(node: LexborNode, found: list[tuple[str, str]], how: Inversion) -> None:
    for names, attribute in zip((_INKS, _GROUNDS), how.keeps or (), strict=False):
        for name, value in found:
            if name in names and attribute not in node.attributes:
                node.attrs[attribute] = value


def _recolored(name: str, value: str, ground: str, how: Inversion) -> str:
    """A declaration's value with its colours darkened."""
    if name in _INKS:
        return _each_color(value, lambda color: how.ink(color, ground))
    return _each_color(value, how.ground) if name in _GROUNDS or name.startswith("border") else value


def _each_color(value: str, change: Callable[[str], str]) -> str:
    tokens = tinycss2.parse_component_value_list(value)
    return "".join(change(color) if (color := colors.of_token(token)) else token.serialize() for token in tokens)
