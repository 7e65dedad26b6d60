"""Questions of @media: what they ask for, and an answer that is the same in every browser. Pure."""

from __future__ import annotations

from typing import Any

import tinycss2
from tinycss2.ast import IdentToken, ParenthesesBlock

from pipeline.preflight.clients.support import Scheme


def answered(tokens: list[Any], scheme: Scheme) -> list[Any]:
    """A media query whose `(prefers-color-scheme: …)` became what is always or never so."""
    return [_answer(token, scheme) if isinstance(token, ParenthesesBlock) else token for token in tokens]


def _answer(block: ParenthesesBlock, scheme: Scheme) -> Any:
    words = [token.lower_value for token in block.content if isinstance(token, IdentToken)]
    if words[:1] != ["prefers-color-scheme"]:
        return ParenthesesBlock(0, 0, answered(block.content, scheme))
    so = words[1:] in ([], [scheme])
    (answer,) = tinycss2.parse_component_value_list("(min-width: 0)" if so else "(max-width: 0)")
    return answer


def features(tokens: list[Any]) -> set[str]:
    """What a media query asks for, without `min-` and `max-`."""
    found: set[str] = set()
    for token in tokens:
        if isinstance(token, ParenthesesBlock):
            first = next((one for one in token.content if isinstance(one, IdentToken)), None)
            if first:
                found.add(first.lower_value.removeprefix("min-").removeprefix("max-"))
            found |= features(token.content)
    return found - {"not", "and", "or"}
