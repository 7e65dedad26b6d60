"""Style sheets and `style` attributes, cut down to what a mail program keeps. Pure; every answer is CSS again.

`email/css.py` reads them to judge: in small letters, rules flat. Here everything else stays as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2
from tinycss2.ast import AtRule, Declaration, FunctionBlock, QualifiedRule

from pipeline.preflight.clients import media, selectors
from pipeline.preflight.clients.support import Scheme, Support
from pipeline.preflight.clients.tokens import written

_CONDITIONAL = frozenset({"media", "supports"})  # their content is rules


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
            if isinstance(one, Declaration) and (value := written(one.value))
        ]
    except RecursionError:
        return []


def _rules(rules: Iterable[Any], support: Support, scheme: Scheme, within: str = "") -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, AtRule):
            yield from _at_rule(rule, support, scheme, within)
        elif isinstance(rule, QualifiedRule):
            yield from _plain_rule(rule, support, scheme)


def _plain_rule(rule: QualifiedRule, support: Support, scheme: Scheme) -> Iterator[str]:
    if selectors.kinds(rule.prelude, support) & {"no", *support.selectors}:
        return
    tag, chosen = selectors.tag(rule.prelude), selectors.prefixed(rule.prelude, support.prefix)
    kept = "; ".join(_declarations(tinycss2.parse_blocks_contents(rule.content), tag, support, scheme))
    if chosen and kept:
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
    prelude = media.answered(rule.prelude, scheme) if name == "media" else rule.prelude
    if name not in _CONDITIONAL:
        yield f"@{name} {written(prelude)} {{{written(rule.content)}}}"
        return
    kept = "\n".join(_rules(_inside(rule), support, scheme, name))
    if kept and (name != "media" or media.features(rule.prelude) <= support.media):
        yield f"@{name} {written(prelude)} {{\n{kept}\n}}"


def _inside(rule: AtRule) -> list[Any]:
    return list(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))


def _declarations(
    found: Iterable[Any], tag: str, support: Support, scheme: Scheme, *, inline: bool = False
) -> Iterator[str]:
    for one in found:
        if not isinstance(one, Declaration) or not _is_kept(one, support) or not written(one.value):
            continue
        if inline and one.important and not support.important_inline:
            continue
        value = scheme if one.lower_name == "color-scheme" else written(one.value)
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
