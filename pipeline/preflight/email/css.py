"""Style sheets and style attributes, parsed: rules, the conditions around them, and what they declare. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2 import color4 as css_colors

WIDE = 640  # pixels: the width at which a mail is judged


@dataclass(frozen=True)
class Declaration:
    """`name: value`, in lower case but for what is quoted; `values` are the parsed pieces of `value`."""

    name: str
    value: str
    important: bool
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Rule:
    """Declarations for elements.

    Attributes:
        selectors: One each.
        within: The at-rules around it, outermost first, such as `media (prefers-color-scheme: dark)`.
    """

    selectors: tuple[str, ...]
    declarations: tuple[Declaration, ...]
    within: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One `<style>`.

    Attributes:
        size: Bytes in UTF-8.
        at_rules: Each at-rule with its condition, such as `media screen`, wherever it stands.
        nested: The first at-rule or rule that stands inside another rule where Gmail wants none, else nothing.
    """

    size: int
    rules: tuple[Rule, ...]
    at_rules: tuple[str, ...]
    nested: str


@lru_cache(maxsize=64)
def sheet(text: str) -> Sheet:
    """`text` of a `<style>`, parsed. What cannot be parsed is left out, as mail programs do."""
    rules: list[Rule] = []
    at_rules: list[str] = []
    nested: list[str] = []
    with suppress(RecursionError):  # brackets so deep that no mail program reads them either
        nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        _gather(nodes, (), rules, at_rules, nested)
    return Sheet(len(text.encode()), tuple(rules), tuple(at_rules), nested[0] if nested else "")


def _gather(
    nodes: Sequence[Any], within: tuple[str, ...], rules: list[Rule], at_rules: list[str], nested: list[str]
) -> None:
    for node in nodes:
        if node.type == "at-rule":
            name = " ".join(f"{node.lower_at_keyword} {tinycss2.serialize(node.prelude)}".split()).lower()
            at_rules.append(name)
            nested += [f"@{name}"] if within else []
            if node.content is not None and node.lower_at_keyword in {"media", "supports", "layer", "container"}:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                if len(within) < 8:  # deeper than anyone writes; a bomb of braces ends here
                    _gather(inner, (*within, name), rules, at_rules, nested)
            elif node.content is not None and node.lower_at_keyword == "font-face":
                rules.append(Rule(("@font-face",), _declared(node.content), within))
        elif node.type == "qualified-rule":
            selectors = _split(node.prelude)
            inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            nested += [f"a rule inside {selectors[0]}" for one in inside if one.type in {"qualified-rule", "at-rule"}][
                :1
            ]
            rules.append(Rule(selectors, _kept(inside), within))


def _split(prelude: Sequence[Any]) -> tuple[str, ...]:
    """The selectors of a list. A comma in brackets or quotes is no token of it."""
    found: list[list[Any]] = [[]]
    for piece in prelude:
        if piece == ",":
            found.append([])
        else:
            found[-1].append(piece)
    return tuple(tinycss2.serialize(one).strip() for one in found)


@lru_cache(maxsize=4096)
def declarations(style: str) -> tuple[Declaration, ...]:
    """What a style attribute declares."""
    with suppress(RecursionError):
        return _kept(tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True))
    return ()


def _declared(content: Sequence[Any]) -> tuple[Declaration, ...]:
    return _kept(tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True))


def _kept(nodes: Sequence[Any]) -> tuple[Declaration, ...]:
    return tuple(
        Declaration(
            node.lower_name,
            " ".join(tinycss2.serialize(node.value).split()).lower(),
            node.important,
            tuple(piece for piece in node.value if piece.type not in {"whitespace", "comment"}),
        )
        for node in nodes
        if node.type == "declaration"
    )


Color = tuple[float, float, float, float]  # red, green, blue and opacity, each 0 to 1


@lru_cache(maxsize=1024)
def color(value: str) -> Color | None:
    """The first colour that `value` names, or None."""
    for piece in tinycss2.parse_component_value_list(value, skip_comments=True):
        parsed = css_colors.parse_color(piece)
        if parsed is not None and not isinstance(parsed, str):
            with suppress(NotImplementedError):  # spaces beyond sRGB, which few mail programs know anyway
                red, green, blue = (min(max(part or 0.0, 0.0), 1.0) for part in parsed.to("srgb").coordinates)
                return red, green, blue, parsed.alpha
    return None


def applies(within: Sequence[str], scheme: str) -> bool:
    """Whether a rule within these at-rules counts on a wide screen whose colour scheme is `light` or `dark`."""
    return all(
        any(_matches(query, scheme) for query in condition.removeprefix("media").split(","))
        for condition in within
        if condition.startswith("media")
    )


def _matches(query: str, scheme: str) -> bool:
    if re.search(r"\b(?:print|speech|not)\b", query):
        return False
    return all(_is_true(name, value, scheme) for name, value in re.findall(r"\(\s*([\w-]+)\s*:?\s*([^()]*)\)", query))


def _is_true(name: str, value: str, scheme: str) -> bool:
    if name == "prefers-color-scheme":
        return value.strip() == scheme
    pixels = re.match(r"[\d.]+(?=px)", value.strip())
    if pixels and name in {"max-width", "max-device-width"}:
        return float(pixels[0]) >= WIDE
    if pixels and name in {"min-width", "min-device-width"}:
        return float(pixels[0]) <= WIDE
    return False


@lru_cache(maxsize=1024)
def specificity(selector: str) -> tuple[int, int, int]:
    """How a selector ranks: its ids; its classes, attributes and pseudo-classes; its elements."""
    ids = len(re.findall(r"#[\w-]+", selector))
    classes = len(re.findall(r"\.[\w-]+|\[[^\]]*\]|(?<!:):[\w-]+", selector))
    elements = len(re.findall(r"(?:^|[\s>+~])[a-zA-Z][\w-]*|::[\w-]+", selector))
    return ids, classes, elements
