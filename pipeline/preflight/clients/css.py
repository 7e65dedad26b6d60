"""Style sheets and `style` attributes, cut down to what a mail program keeps. Pure; every answer is CSS again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import tinycss2
from tinycss2.ast import (
    AtRule,
    Declaration,
    FunctionBlock,
    HashToken,
    IdentToken,
    LiteralToken,
    ParenthesesBlock,
    QualifiedRule,
    SquareBracketsBlock,
)

from pipeline.preflight.clients.support import Scheme, Support

_CONDITIONAL = frozenset({"media", "supports"})  # their content is rules
_COMBINATORS = {">": "child", "+": "adjacent", "~": "sibling", "*": "universal"}
_PAGE = frozenset({"html", "body"})


class Void(Exception):  # noqa: N818
    """The mail program throws the whole style sheet away."""


def sheet(css: str, support: Support, scheme: Scheme) -> str:
    """The style sheet `css` as the mail program keeps it; nothing where it throws it away.

    A question for `prefers-color-scheme` is answered with `scheme`, so that the answer is the same in every browser.
    """
    try:
        rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        kept = "\n".join(_rules(rules, support, scheme))
    except (Void, RecursionError):  # nobody nests so deep: no program reads it
        return ""
    return kept.replace("</", r"<\/")  # an escape may hide the end of the element that this stands in


def declarations(css: str, tag: str, support: Support, scheme: Scheme) -> str:
    """The `style` of an element named `tag` as the mail program keeps it."""
    try:
        return "; ".join(_declarations(tinycss2.parse_blocks_contents(css), tag, support, scheme, inline=True))
    except RecursionError:
        return ""


def pairs(css: str) -> list[tuple[str, str]]:
    """The declarations of a `style` attribute, in their order: name in small letters, value."""
    try:
        return [
            (one.lower_name, value + (" !important" if one.important else ""))
            for one in tinycss2.parse_blocks_contents(css)
            if isinstance(one, Declaration) and (value := _text(one.value))
        ]
    except RecursionError:
        return []


def _text(tokens: list[Any]) -> str:
    """A value as CSS; nothing where it has a bracket or quote too many or too few, as browsers read it."""
    try:
        return str(tinycss2.serialize(tokens)).strip()
    except TypeError:  # what tinycss2 says of a token that is an error
        return ""


def _rules(rules: Iterable[Any], support: Support, scheme: Scheme, within: str = "") -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, AtRule):
            yield from _at_rule(rule, support, scheme, within)
        elif isinstance(rule, QualifiedRule) and _kinds(rule.prelude, support).isdisjoint(support.selectors | {"no"}):
            tag = _tag(rule.prelude)
            inside = tinycss2.parse_blocks_contents(rule.content)
            chosen = _prefixed(rule.prelude, support.prefix)
            if (kept := "; ".join(_declarations(inside, tag, support, scheme))) and chosen:
                yield f"{chosen} {{ {kept} }}"


def _at_rule(rule: AtRule, support: Support, scheme: Scheme, within: str) -> Iterator[str]:
    name = rule.lower_at_keyword
    if within and support.nested == "voids":
        raise Void
    if name not in support.at_rules or (within and support.nested == "removed"):
        # What is inside is looked at all the same: it may void the sheet.
        if name in _CONDITIONAL and rule.content:
            list(_rules(_inside(rule), support, scheme, name))
        return
    if rule.content is None:
        return  # @import: nothing is fetched here, and @charset says nothing
    prelude = _answered(rule.prelude, scheme) if name == "media" else rule.prelude
    if name not in _CONDITIONAL:
        yield f"@{name} {_text(prelude)} {{{_text(rule.content)}}}"
        return
    kept = "\n".join(_rules(_inside(rule), support, scheme, name))
    if kept and (name != "media" or _features(rule.prelude) <= support.media):
        yield f"@{name} {_text(prelude)} {{\n{kept}\n}}"


def _inside(rule: AtRule) -> list[Any]:
    return list(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))


def _answered(tokens: list[Any], scheme: Scheme) -> list[Any]:
    """A media query whose `(prefers-color-scheme: …)` became what is always or never so."""
    return [_answer(token, scheme) if isinstance(token, ParenthesesBlock) else token for token in tokens]


def _answer(block: ParenthesesBlock, scheme: Scheme) -> Any:
    words = [token.lower_value for token in block.content if isinstance(token, IdentToken)]
    if words[:1] != ["prefers-color-scheme"]:
        return ParenthesesBlock(0, 0, _answered(block.content, scheme))
    so = words[1:] in ([], [scheme])
    (answer,) = tinycss2.parse_component_value_list("(min-width: 0)" if so else "(max-width: 0)")
    return answer


def _features(tokens: list[Any]) -> set[str]:
    """What a media query asks for, without `min-` and `max-`."""
    found: set[str] = set()
    for token in tokens:
        if isinstance(token, ParenthesesBlock):
            first = next((one for one in token.content if isinstance(one, IdentToken)), None)
            if first:
                found.add(first.lower_value.removeprefix("min-").removeprefix("max-"))
            found |= _features(token.content)
    return found - {"not", "and", "or"}


def _kinds(prelude: list[Any], support: Support) -> set[str]:
    """The kinds of selector that a rule has; "no" where one of its pseudo-classes is not known."""
    found: set[str] = set()
    before: list[str] = []  # what the element has so far: a type, classes, attributes
    for token, after in pairwise([*prelude, None]):
        kind = _kind(token, after, before, support)
        found |= kind
        if token.type == "whitespace" or (isinstance(token, LiteralToken) and token.value in {",", ">", "+", "~"}):
            before = []
        elif isinstance(token, LiteralToken) and token.value == ".":
            before.append("class")
    return found


def _kind(token: Any, after: Any, before: list[str], support: Support) -> set[str]:
    if isinstance(token, SquareBracketsBlock):
        return {"attribute", "attribute with class"} if "class" in before else {"attribute"}
    if isinstance(token, LiteralToken) and token.value == "." and "class" in before:
        return {"chain"}
    if isinstance(token, LiteralToken) and token.value == ":":
        name = getattr(after, "lower_value", None) or getattr(after, "lower_name", "")
        return {"no"} if name in support.pseudo or ("*" in support.pseudo and name) else set()
    if isinstance(token, LiteralToken):
        return {_COMBINATORS[token.value]} if token.value in _COMBINATORS else set()
    return {"page"} if isinstance(token, IdentToken) and token.lower_value in _PAGE and "class" not in before else set()


def _tag(prelude: list[Any]) -> str:
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


def _prefixed(prelude: list[Any], prefix: str) -> str:
    """A selector with `prefix` before each class and id that is without."""
    for token, after in pairwise([*prelude, None]):
        if isinstance(token, HashToken) and not token.value.startswith(prefix):
            token.value = prefix + token.value
        is_class = isinstance(token, LiteralToken) and token.value == "." and isinstance(after, IdentToken)
        if is_class and not after.value.startswith(prefix):
            after.value = prefix + after.value
    return _text(prelude)


def _declarations(
    found: Iterable[Any], tag: str, support: Support, scheme: Scheme, *, inline: bool = False
) -> Iterator[str]:
    for one in found:
        if not isinstance(one, Declaration) or not _is_kept(one, support) or not _text(one.value):
            continue
        if inline and one.important and not support.important_inline:
            continue
        value = scheme if one.lower_name == "color-scheme" else _text(one.value)
        left = (one.lower_name, value)
        if kept := support.rule(tag, *left) if support.rule else left:
            yield f"{kept[0]}: {kept[1]}{' !important' if one.important else ''}"


def _is_kept(one: Declaration, support: Support) -> bool:
    name = one.lower_name.removeprefix("-webkit-").removeprefix("-moz-")
    if name in support.properties or (name.startswith("--") and "var" in support.functions):
        return False
    if name == "color-scheme" and not support.scheme:
        return False
    if not support.negative_margins and name.startswith("margin") and _is_negative(one.value):
        return False
    return _used(one.value).isdisjoint(support.functions | support.units)


def _is_negative(tokens: list[Any]) -> bool:
    return any(
        getattr(token, "value", 0) < 0 for token in tokens if token.type in {"dimension", "percentage", "number"}
    )


def _used(tokens: list[Any]) -> set[str]:
    """The functions and units in a value."""
    found: set[str] = set()
    waiting = list(tokens)
    while waiting:
        token = waiting.pop()
        if isinstance(token, FunctionBlock):
            found.add(token.lower_name.removeprefix("-webkit-"))
            waiting += token.arguments
        elif token.type == "dimension":
            found.add(token.lower_unit)
    return found
