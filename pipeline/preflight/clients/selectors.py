"""Selectors of a style sheet, as the tokens that CSS is made of: their kinds, whom they are for, and prefixes. Pure."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from tinycss2.ast import HashToken, IdentToken, LiteralToken, SquareBracketsBlock

from pipeline.preflight.clients.support import Support
from pipeline.preflight.clients.tokens import written

_COMBINATORS = {">": "child", "+": "adjacent", "~": "sibling", "*": "universal"}
_PAGE = frozenset({"html", "body"})


def kinds(prelude: list[Any], support: Support) -> set[str]:
    """The kinds of selector that a rule has; "no" where one of its pseudo-classes is not known."""
    found: set[str] = set()
    has_class = False  # whether the element has a class so far
    for token, after in pairwise([*prelude, None]):
        found |= _kind(token, after, support, has_class=has_class)
        if token.type == "whitespace" or (isinstance(token, LiteralToken) and token.value in {",", ">", "+", "~"}):
            has_class = False
        elif isinstance(token, LiteralToken) and token.value == ".":
            has_class = True
    return found


def _kind(token: Any, after: Any, support: Support, *, has_class: bool) -> set[str]:
    if isinstance(token, SquareBracketsBlock):
        return {"attribute", "attribute with class"} if has_class else {"attribute"}
    if isinstance(token, LiteralToken) and token.value == "." and has_class:
        return {"chain"}
    if isinstance(token, LiteralToken) and token.value == ":":
        name = getattr(after, "lower_value", None) or getattr(after, "lower_name", "")
        return {"no"} if name in support.pseudo or ("*" in support.pseudo and name) else set()
    if isinstance(token, LiteralToken):
        return {_COMBINATORS[token.value]} if token.value in _COMBINATORS else set()
    return {"page"} if isinstance(token, IdentToken) and token.lower_value in _PAGE and not has_class else set()


def tag(prelude: list[Any]) -> str:
    """The name of the elements that a rule is for; nothing where it names none, or several."""
    names: set[str] = set()
    compound: list[Any] = []  # of `.a > td.b`: `td.b`
    is_over = False
    for token in prelude:
        if token.type == "whitespace" or getattr(token, "value", "") in {">", "+", "~"}:
            is_over = True
        elif getattr(token, "value", "") == ",":
            names.add(_name(compound))
            compound = []
        else:
            compound = [token] if is_over else [*compound[:1], token]
            is_over = False
    names.add(_name(compound))
    return names.pop() if len(names) == 1 else ""


def _name(compound: list[Any]) -> str:
    return str(compound[0].lower_value) if compound and isinstance(compound[0], IdentToken) else ""


def prefixed(prelude: list[Any], prefix: str) -> str:
    """A selector with `prefix` before each class and id that is without."""
    for token, after in pairwise([*prelude, None]):
        if isinstance(token, HashToken) and not token.value.startswith(prefix):
            token.value = prefix + token.value
        is_class = isinstance(token, LiteralToken) and token.value == "." and isinstance(after, IdentToken)
        if is_class and not after.value.startswith(prefix):
            after.value = prefix + after.value
    return written(prelude)
