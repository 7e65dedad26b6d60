"""Stylesheets of a mail, read as CSS: which rules go onto elements, which stay in the head, which nobody needs. Pure.

A rule goes onto its elements where it says what an element always looks like. It stays in the head where it depends on
the screen, the reader's pointer or what a mail program adds to the page; there it keeps its very words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

import tinycss2

from pipeline.compose.selectors import ADDED, BLANK, Node, Selector, selector

_GROUPS = {"media", "supports", "container", "layer"}  # at-rules that hold rules
Declarations = tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class Rule:
    """Selectors and what they say of their elements.

    Attributes:
        before: Blank space and comments before it, as written.
        body: From `{` to `}`, as written.
        declarations: Each with name, value and whether it is `!important`.
        nests: Whether other rules stand in it; it then stays in the head.
    """

    before: str
    selectors: tuple[Selector, ...]
    body: str
    declarations: Declarations
    nests: bool = False


@dataclass(frozen=True)
class Group:
    """An at-rule: `start` as written to its `{`, the rules in it, and `end`. One that holds no rules is all `start`.

    Attributes:
        unclosed: Whether it is a whole sheet with a block that nobody closed.
    """

    start: str
    inner: tuple[Rule | Group, ...] = ()
    end: str = ""
    unclosed: bool = False


Sheet = tuple[Rule | Group, ...]


@lru_cache(maxsize=128)  # a design's sheets, in the colours of a few brands
def read(css: str) -> Sheet:
    """The rules and at-rules of `css`: their words, one after the other, are `css`."""
    text = css.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\0", "\ufffd")
    # The mark tells where the last block ends. A block that nobody closed swallows it: then all is kept as it is.
    tokens = tinycss2.parse_component_value_list(f"{text}@end;")
    if len(tokens) > 1 and tokens[-2].type == "at-keyword" and tokens[-1] == ";":
        return tuple(_Reader(text).nodes(tokens[:-2], len(text)))
    return (Group(text, unclosed=True),)


def is_unclosed(css: str) -> bool:
    """Whether a block in `css` has no end."""
    return any(isinstance(node, Group) and node.unclosed for node in read(css))


def beyond(css: str) -> list[tuple[int, str]]:
    """The line (from 1) and the selector of each rule in `css` that premailer cannot put on elements."""
    return [(one.line, one.text) for one, _ in inlined(css) if one.kind == "beyond"]


def inlined(css: str) -> Iterator[tuple[Selector, Declarations]]:
    """What goes onto elements: each selector with the declarations of its rule, in their order."""
    for node in read(css):
        if isinstance(node, Rule):
            yield from ((one, node.declarations) for one in node.selectors if one.kind != "lasting")


def lasting(css: str, classes: Collection[str]) -> list[str]:
    """What of `css` stays in the head of a page with `classes`, in sheets of one kind each.

    Gmail drops a whole sheet over one thing that it does not know. Where a rule was to beat those that are on the
    elements now, each of its declarations gets the `!important` that it needs for that.
    """
    nodes = [left for node in read(css) if (left := _lasting(node))]
    sheets = (_shown(tuple(kind), classes).strip() for _, kind in groupby(nodes, key=type))
    return [f"\n{sheet}\n" for sheet in sheets if sheet]


def needed(css: str, classes: Collection[str]) -> str:
    """`css` without the selectors and rules that mean none of `classes`; what is left is as written."""
    return _shown(read(css), classes)


def _lasting(node: Rule | Group) -> Rule | Group | None:
    if isinstance(node, Group):
        return _strong(node)
    left = tuple(one for one in node.selectors if one.kind == "lasting")
    return _strong(replace(node, selectors=left)) if left else None


def _strong(node: Rule | Group) -> Rule | Group:
    if isinstance(node, Group):
        return replace(node, inner=tuple(_strong(one) for one in node.inner))
    if node.nests or all(important for _, _, important in node.declarations):
        return node
    said = " ".join(f"{name}: {value} !important;" for name, value, _ in node.declarations)
    return replace(node, body=f"{{ {said} }}")


def _shown(nodes: Sheet, classes: Collection[str]) -> str:
    return "".join(_group(node, classes) if isinstance(node, Group) else _rule(node, classes) for node in nodes)


def _group(group: Group, classes: Collection[str]) -> str:
    inner = _shown(group.inner, classes)
    return f"{group.start}{inner}{group.end}" if inner.strip() or not group.end else ""


def _rule(rule: Rule, classes: Collection[str]) -> str:
    left = [one.written for one in rule.selectors if all(name in classes or name in ADDED for name in one.classes)]
    if len(left) < len(rule.selectors):
        left = [",".join(left).strip() + " "] if left else []
    return f"{rule.before}{','.join(left)}{rule.body}" if left else ""


class _Reader:
    """Reads the tokens of one text, and knows where each stands in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def nodes(self, tokens: Sequence[Node], end: int) -> Iterator[Rule | Group]:
        """The rules that `tokens` make up, of which the last ends at `end`."""
        statements = list(_statements(tokens))
        starts = [self.place(statement[0]) for statement in statements]
        for statement, start, stop in zip(statements, starts, [*starts, end][1:], strict=True):
            yield self._statement(statement, start, stop)

    def place(self, part: Node) -> int:
        """Where `part` begins, in characters from 0."""
        place: int = self.lines[part.source_line - 1] + part.source_column - 1
        return place

    def _statement(self, tokens: list[Node], start: int, stop: int) -> Rule | Group:
        meant = [part for part in tokens if part.type not in BLANK]
        if not meant or meant[-1].type != "{} block":
            return Group(self.text[start:stop])
        block, first = meant[-1], meant[0]
        opens = self.place(block)
        if first.type != "at-keyword":
            before = self.text[start : self.place(first)]
            selectors = tuple(self._selectors(tokens[tokens.index(first) : -1], opens))
            nests = any(part.type == "{} block" for part in block.content) and _nests(block.content)
            if nests:
                selectors = tuple(replace(one, kind="lasting") for one in selectors)
            return Rule(before, selectors, self.text[opens:stop], tuple(declarations(block.content)), nests)
        if first.lower_value not in _GROUPS:
            return Group(self.text[start:stop])
        inner = tuple(self.nodes(block.content, stop - 1))
        return Group(self.text[start : opens + 1], inner, self.text[stop - 1 : stop])

    def _selectors(self, parts: list[Node], end: int) -> Iterator[Selector]:
        commas = [at for at, part in enumerate(parts) if part == ","]
        for start, stop in zip([0, *(at + 1 for at in commas)], [*commas, len(parts)], strict=True):
            meant = [part for part in parts[start:stop] if part.type not in BLANK]
            last = self.place(parts[stop]) if stop < len(parts) else end
            if meant:
                yield selector(self.text[self.place(parts[start]) : last], meant[0].source_line, parts[start:stop])


def _statements(tokens: Sequence[Node]) -> Iterator[list[Node]]:
    """`tokens` by the rule they belong to: one ends with its block, an at-rule also with a semicolon."""
    held: list[Node] = []
    first = ""
    for part in tokens:
        held.append(part)
        first = first or ("" if part.type in BLANK else part.type)
        if part.type == "{} block" or (first == "at-keyword" and part == ";"):
            yield held
            held, first = [], ""
    if held:
        yield held


def _nests(parts: Sequence[Node]) -> bool:
    return any(one.type in {"qualified-rule", "at-rule"} for one in tinycss2.parse_blocks_contents(parts))


def declarations(tokens: Sequence[Node]) -> Iterator[tuple[str, str, bool]]:
    """Each declaration among `tokens`: its name, its value, and whether it is `!important`."""
    for one in tinycss2.parse_blocks_contents(tokens, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration":
            yield one.lower_name, tinycss2.serialize(one.value).strip(), one.important
