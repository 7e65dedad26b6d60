"""Which colours and sizes the text of a mail ends up with, in light and in dark: a small cascade. Pure.

Rules of `<style>` and the style attributes are weighed as browsers weigh them; inherited are colour and size of text.
Backgrounds lie on each other. Pictures behind text are not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from pipeline.preflight.email import css
from pipeline.preflight.email.css import Color, Declaration, Sheet

Scheme = Literal["light", "dark", "outlook"]  # dark by media query, and as Outlook's apps and pages mark it
SCHEMES: tuple[Scheme, ...] = ("light", "dark", "outlook")
LARGE, LARGE_BOLD = 24.0, 18.66  # pixels from which text counts as large (WCAG 2.2: 18 and 14 points)

_DARK_OUTLOOK = re.compile(r"\[data-ogs[cb]\]\s*")
# What browsers give elements of their own accord: size in pixels or as a factor, and weight.
_SIZES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h5": 0.83, "h6": 0.67}
_RELATIVE = {"sub", "sup", "small"}  # smaller by what they are: nobody chose that size
_BOLD = {"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "th"}
_UNSEEN = {"head", "style", "script", "title", "template", "noscript"}
_KEYWORDS = {"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}
_UNITS = {"px": 1.0, "pt": 4 / 3, "rem": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "pc": 16.0}


@dataclass(frozen=True)
class State:
    """What an element has and hands on.

    Attributes:
        ink, ground: Colour of text, and of what lies behind it.
        size: Of text, in pixels.
        chosen: Whether somebody chose ink or ground here or around; else they are the program's own.
    """

    ink: Color = (0.0, 0.0, 0.0, 1.0)
    ground: Color = (1.0, 1.0, 1.0, 1.0)
    size: float = 16.0
    bold: bool = False
    hidden: bool = False
    chosen: bool = False


@dataclass(frozen=True)
class Written:
    """Text as it is shown: its words, the element it stands in, and what that has."""

    words: str
    node: LexborNode
    state: State


Given = dict[int, list[tuple[bool, tuple[int, int, int], int, Declaration]]]


def given(tree: LexborHTMLParser, sheets: Sequence[Sheet], scheme: Scheme) -> Given:
    """For each element (by its address) what rules declare for it, each with its weight."""
    found: Given = {}
    order = 0
    for rule in (rule for sheet in sheets for rule in sheet.rules):
        for selector in rule.selectors:
            order += 1
            plain = _plain(selector, scheme)
            if plain is None or not css.applies(rule.within, "dark" if scheme == "dark" else "light"):
                continue
            for node in _matching(tree, plain):
                weight = css.specificity(selector)
                found.setdefault(node.mem_id, []).extend(
                    (one.important, weight, order, one) for one in rule.declarations
                )
    return found


def _plain(selector: str, scheme: Scheme) -> str | None:
    """A selector that can be asked of the page, or None where it says nothing about it as it lies there."""
    if ":" in selector.replace(":root", "") or selector.startswith("@"):
        return None  # states such as :hover, and pieces such as ::before
    if "[data-ogs" in selector:
        return (_DARK_OUTLOOK.sub("", selector).strip() or "body") if scheme == "outlook" else None
    return selector.replace(":root", "html")


def _matching(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    try:
        return tree.css(selector)
    except SelectolaxError:  # no selector at all, which browsers pass over too
        return []


def declared(node: LexborNode, rules: Given) -> dict[str, Declaration]:
    """What counts for an element: rules by their weight, its style attribute, and rules that are important."""
    weighed = sorted(rules.get(node.mem_id, ()), key=lambda one: one[:3])
    own = css.declarations(node.attributes.get("style") or "")
    usual = [one for important, _, _, one in weighed if not important]
    strong = [one for important, _, _, one in weighed if important]
    first = [*usual, *(one for one in own if not one.important)]
    return {one.name: one for one in (*first, *strong, *(one for one in own if one.important))}


def texts(tree: LexborHTMLParser, rules: Given) -> Iterator[Written]:
    """Every piece of text that is shown, in no particular order. Not recursive: pages of others may be deep."""
    root = tree.root
    waiting: list[tuple[LexborNode, State]] = [(root, State())] if root else []
    while waiting:
        node, state = waiting.pop()
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                words = " ".join((child.text_content or "").split())
                if words and not state.hidden:
                    yield Written(words, node, state)
            elif child.tag not in _UNSEEN and (child.tag or "").isalnum():
                waiting.append((child, inherited(child, state, declared(child, rules))))


def inherited(node: LexborNode, above: State, own: Mapping[str, Declaration]) -> State:
    """The state of an element below one with the state `above`."""
    attributes = node.attributes
    ink = _value(own, "color") or css.color(attributes.get("color") or "")
    ground = background(own) or css.color(attributes.get("bgcolor") or "")
    hidden = above.hidden or _is_hidden(node, own)
    if ink is None and node.tag == "a" and "href" in attributes:
        ink = (0.0, 0.0, 0.93, 1.0)
    below = _over(ground, above.ground) if ground else above.ground
    weight = own["font-weight"].value if "font-weight" in own else None
    bold = above.bold if weight is None else weight in {"bold", "bolder", "600", "700", "800", "900"}
    return State(
        ink=_over(ink, below) if ink else above.ink,
        ground=below,
        size=size(node, above.size, own),
        bold=bold or (weight is None and node.tag in _BOLD),
        hidden=hidden,
        chosen=above.chosen or ink is not None or ground is not None,
    )


def background(own: Mapping[str, Declaration]) -> Color | None:
    """The colour that an element's own declarations put behind it; None where they put none."""
    color = _value(own, "background-color") or _value(own, "background")
    return color if color and color[3] > 0 else None


def _value(own: Mapping[str, Declaration], name: str) -> Color | None:
    return css.color(own[name].value) if name in own else None


def _is_hidden(node: LexborNode, own: Mapping[str, Declaration]) -> bool:
    def says(name: str, value: str) -> bool:
        return name in own and own[name].value == value

    return (
        says("display", "none")
        or says("visibility", "hidden")
        or says("opacity", "0")
        or says("mso-hide", "all")
        or "hidden" in node.attributes
        or node.attributes.get("aria-hidden") == "true"
    )


def _over(color: Color, ground: Color) -> Color:
    """A colour as it looks on what lies behind it."""
    share = color[3]
    red, green, blue = (part * share + under * (1 - share) for part, under in zip(color[:3], ground[:3], strict=True))
    return red, green, blue, 1.0


def size(node: LexborNode, above: float, own: Mapping[str, Declaration]) -> float:
    """The size of an element's text in pixels."""
    if "font-size" not in own:
        return above if node.tag in _RELATIVE else above * _SIZES.get(node.tag or "", 1.0)
    value = own["font-size"].value
    number = re.match(r"(\d+(?:\.\d+)?|\.\d+)([a-z%]*)$", value)
    if number is None:
        return float(_KEYWORDS.get(value, above))
    factor = {"%": above / 100, "em": above}.get(number[2], _UNITS.get(number[2], 1.0))
    return float(number[1]) * factor


def hexadecimal(color: Color) -> str:
    """A colour as `#RRGGBB`."""
    return "#" + "".join(f"{round(part * 255):02X}" for part in color[:3])
