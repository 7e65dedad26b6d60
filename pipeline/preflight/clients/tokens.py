"""What tinycss2 reads, as CSS again."""

from __future__ import annotations

from typing import Any

import tinycss2


def written(tokens: list[Any]) -> str:
    """Tokens as CSS; nothing where a bracket or quote among them is one too many or too few, as browsers read it."""
    try:
        return str(tinycss2.serialize(tokens)).strip()
    except TypeError:  # what tinycss2 says of a token that is an error
        return ""
