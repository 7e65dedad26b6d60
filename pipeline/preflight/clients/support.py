"""What mail programs leave of a page, as tables. Pure data, but for the few rules that depend on an element.

The facts are those of caniemail.com as tested between 2019 and 2025, of the newest version of each program; where a row
has another source, it stands beside it. A property that no table names is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import tinycss2
from tinycss2 import color4

from pipeline.preflight.email.size import STYLE

Scheme = Literal["light", "dark"]
# Of an element's name and a declaration's name and value: the declaration that is left, or None.
Rule = Callable[[str, str, str], tuple[str, str] | None]

_LOGICAL = frozenset(
    {
        *("inline-size", "block-size", "min-inline-size", "max-inline-size", "min-block-size", "max-block-size"),
        *(
            f"{kind}-{axis}{end}"
            for kind in ("margin", "padding")
            for axis in ("inline", "block")
            for end in ("", "-start", "-end")
        ),
        *(
            f"border-{axis}{end}"
            for axis in ("inline", "block")
            for end in ("", "-start", "-end", "-color", "-style", "-width")
        ),
        *("border-start-start-radius", "border-start-end-radius", "border-end-start-radius", "border-end-end-radius"),
        *("inset", "inset-inline", "inset-block"),
    }
)
# What none of the three large webmails keeps.
_NO_WEBMAIL = _LOGICAL | {
    *("accent-color", "animation", "animation-name", "aspect-ratio", "backdrop-filter", "border-image", "clip-path"),
    *("color-scheme", "filter", "grid-template", "grid-template-columns", "grid-template-rows", "hyphens"),
    *("list-style-image", "mask", "mask-image", "outline-offset", "overflow-wrap", "resize", "scroll-snap-type"),
    *("shape-margin", "shape-outside", "text-decoration-thickness", "text-underline-offset", "text-wrap", "transform"),
    *("user-select", "white-space-collapse"),
}
_FLEX = frozenset({"align-items", "flex-direction", "flex-wrap", "justify-content"})
_PLACES = frozenset({"top", "right", "bottom", "left"})
_STATES = frozenset({"active", "checked", "focus", "link", "target", "visited"})
_ORDERS = frozenset({"first-child", "last-child", "only-child", "first-of-type", "last-of-type", "only-of-type"})
_COUNTED = frozenset({"has", "lang", "not", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"})
_AROUND = frozenset({"before", "after"})
_MODERN = frozenset({"var", "light-dark", "oklch", "oklab", "lch", "lab", "color", "color-mix", "conic-gradient"})
_GRADIENTS = frozenset({"linear-gradient", "radial-gradient", "repeating-linear-gradient"})


@dataclass(frozen=True)
class Support:
    """What a mail program does not keep.

    Attributes:
        sheets: Whether it reads `<style>` at all.
        properties, functions, units: Names in declarations that take the declaration away, in small letters.
        negative_margins: Whether margins may be below zero.
        pseudo: Pseudo-classes and pseudo-elements, without colons, that take a rule away; "*" stands for all.
        selectors: Kinds that take a rule away: "attribute", "attribute with class", "child", "adjacent", "sibling",
            "universal", "chain" (`.a.b`), and "page" (`html`, `body` and `:root`, where these are made a `<div>`).
        at_rules: The rules with an @ that it reads.
        media: The features of @media that it asks for, without `min-` and `max-`.
        nested: What an @ inside an @media does: "kept", "removed", or "voids" (the whole `<style>` goes).
        most: Bytes of all `<style>` together; the one that goes beyond goes.
        prefix: What stands before each class and id in that program's page.
        scheme: Whether it reads `color-scheme`.
        important_inline: Whether it reads what is `!important` in a `style` attribute.
        rule: What depends on the element.
    """

    sheets: bool = True
    properties: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    negative_margins: bool = True
    pseudo: frozenset[str] = frozenset()
    selectors: frozenset[str] = frozenset()
    at_rules: frozenset[str] = frozenset({"media", "font-face", "import", "keyframes", "supports"})
    media: frozenset[str] = frozenset({"width", "height", "prefers-color-scheme", "orientation", "hover", "resolution"})
    nested: Literal["kept", "removed", "voids"] = "kept"
    most: int | None = None
    prefix: str = ""
    scheme: bool = False
    important_inline: bool = True
    rule: Rule | None = None


def _word(tag: str, name: str, value: str) -> tuple[str, str] | None:
    """What Word lays out, by element (Microsoft's list of 2006 for Outlook 2007, and caniemail)."""
    if name == "background":
        colors = (one.serialize() for one in tinycss2.parse_component_value_list(value) if color4.parse_color(one))
        color = next(colors, None)
        return ("background-color", color) if color else None
    if name.startswith("padding") and tag not in {"td", "th"}:
        return None
    if name.startswith("margin") and (tag in {"span", "body", "table", "a"} or "auto" in value.split()):
        return None
    if name in {"width", "height"} and tag in {"body", "span", "div", "p", "a"} | (
        {"img"} if name == "width" else set()
    ):
        return None
    if name == "max-width" and tag != "table":
        return None
    if name == "display" and (value != "none" or tag == "img"):
        return None
    return name, value


def _no_grid(_tag: str, name: str, value: str) -> tuple[str, str] | None:
    return None if name == "display" and value.endswith("grid") else (name, value)


def _yahoo(tag: str, name: str, value: str) -> tuple[str, str] | None:
    return _no_grid(tag, "min-height" if name == "height" else name, value)


APPLE = Support(scheme=True)
# Of what Samsung's program lacks, these are what mails use.
SAMSUNG = Support(
    properties=frozenset({"white-space"}) | {name for name in _LOGICAL if not name.endswith("-size")},
    functions=frozenset({"clamp", "min", "max"}),
)
THUNDERBIRD = Support(scheme=True, at_rules=frozenset({"font-face", "keyframes"}), pseudo=frozenset({"has"}))
GMAIL = Support(
    properties=_NO_WEBMAIL
    | _FLEX
    | _PLACES
    | {
        *("box-shadow", "cursor", "orphans", "position", "tab-size", "text-shadow", "transition", "visibility"),
        *("widows", "z-index"),
    },
    functions=_MODERN,
    negative_margins=False,
    pseudo=_STATES | _ORDERS | _COUNTED | _AROUND | {"first-letter", "first-line", "marker", "placeholder", "root"},
    selectors=frozenset({"attribute", "page"}),
    at_rules=frozenset({"media"}),
    media=frozenset({"width", "orientation"}),
    nested="voids",
    most=STYLE,
    prefix="m_",
    rule=_no_grid,
)
GMAIL_FOREIGN = Support(
    sheets=False,
    properties=GMAIL.properties
    | {
        *("background-image", "background-size", "background-clip", "background-origin", "background-blend-mode"),
        *("mix-blend-mode", "object-fit", "object-position", "text-decoration-color", "text-overflow", "white-space"),
        *("writing-mode", "text-emphasis", "font-stretch"),
    },
    functions=_MODERN | _GRADIENTS | {"calc", "clamp", "min", "max"},
    negative_margins=False,
    prefix="m_",
    rule=_no_grid,
)
OUTLOOK_COM = Support(
    properties=_NO_WEBMAIL | {"cursor", "text-align-last", "text-shadow", "transition"},
    functions=_MODERN | _GRADIENTS | {"calc", "clamp", "min", "max"},
    negative_margins=False,
    pseudo=_COUNTED | {"marker", "root"},
    selectors=frozenset({"attribute with class", "chain", "page"}),
    at_rules=frozenset({"media"}),
    nested="removed",
    prefix="x_",
)
YAHOO = Support(
    properties=_NO_WEBMAIL
    | _FLEX
    | _PLACES
    | {
        *("background-blend-mode", "background-clip", "background-origin", "box-shadow", "box-sizing", "column-count"),
        *("columns", "font-kerning", "font-stretch", "gap", "mix-blend-mode", "object-fit"),
        *("object-position", "orphans", "tab-size", "text-align-last", "text-emphasis", "text-orientation"),
        *("text-overflow", "text-underline-position", "widows", "word-break", "writing-mode"),
    },
    functions=_MODERN | _GRADIENTS | {"calc", "clamp", "min", "max"},
    units=frozenset({"rem", "ch", "vmin", "vmax"}),
    negative_margins=False,
    pseudo=_COUNTED | _AROUND | {"root"},
    selectors=frozenset({"page"}),
    at_rules=frozenset({"media", "keyframes", "supports"}),
    media=frozenset({"width", "height"}),
    prefix="yiv",
    rule=_yahoo,
)
WORD = Support(
    properties=_LOGICAL
    | _FLEX
    | _PLACES
    | _NO_WEBMAIL
    | {
        *("background-image", "background-position", "background-repeat", "background-size", "background-clip"),
        *("background-origin", "border-radius", "border-spacing", "box-shadow", "box-sizing", "clear", "columns"),
        *("border-top-left-radius", "border-top-right-radius", "border-bottom-left-radius"),
        *("border-bottom-right-radius", "column-count", "float", "gap", "max-height", "min-height", "min-width"),
        *("object-fit", "opacity", "outline", "overflow", "overflow-x", "overflow-y", "position", "table-layout"),
        *("text-overflow", "text-shadow", "transition", "visibility", "white-space", "word-spacing", "word-wrap"),
        *("writing-mode", "z-index", "list-style-position", "text-decoration-color", "text-decoration-style"),
    },
    functions=_MODERN | _GRADIENTS | {"calc", "clamp", "min", "max", "rgba"},
    units=frozenset({"rem", "ch", "vw", "vh", "vmin", "vmax"}),
    negative_margins=False,
    pseudo=frozenset({"*"}),
    selectors=frozenset({"attribute", "child", "adjacent", "sibling", "universal", "chain"}),
    at_rules=frozenset({"font-face"}),
    important_inline=False,  # email-bugs issue 31
    rule=_word,
)
