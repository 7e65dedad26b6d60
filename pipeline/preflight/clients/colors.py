"""Colours in CSS. Pure. Colours are `#RRGGBB`."""

from __future__ import annotations

from typing import Any

import tinycss2
from tinycss2 import color4


def first(value: str) -> str | None:
    """The first opaque colour in the value of a declaration or attribute."""
    tokens = tinycss2.parse_component_value_list(value)
    return next((color for token in tokens if (color := of_token(token))), None)


def of_token(token: Any) -> str | None:
    """The opaque colour that a token names."""
    color = color4.parse_color(token) if token.type in {"ident", "hash", "function"} else None
    if color is None or color == "currentcolor" or color.alpha < 1:
        return None
    try:
        parts = [part or 0 for part in color.to("srgb").coordinates]
    except NotImplementedError:  # spaces beyond sRGB, which few mail programs know anyway
        return None
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02X}" for part in parts)
