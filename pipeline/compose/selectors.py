"""What a selector asks for: who can put its rule on elements, and which classes these must have. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, groupby, pairwise
from typing import Any, Literal

import cssselect

Kind = Literal["plain", "beyond", "lasting"]
Node = Any  # a part of CSS as tinycss2 reads it; it ships no types
BLANK = {"whitespace", "comment"}
_PLAIN_SIGNS = (".", ":", ">", "+", "~")
_OF_ITS_ARGUMENTS = {"not", "is", "has"}
_FIXED = {  # pseudo-classes that depend on the page alone; every other one depends on its reader
    *("not", "has", "empty", "first-child", "last-child", "only-child", "nth-child", "nth-last-child"),
    *("first-of-type", "last-of-type", "only-of-type", "nth-of-type", "nth-last-of-type"),
}
# Attributes, classes and ids that mail programs put around or into a page, so that its rules can tell them apart.
ADDED = {
    *("data-ogsc", "data-ogsb", "data-ogac", "data-ogab", "owa"),  # Outlook.com
    *("ExternalClass", "ReadMsgBody", "outlook"),  # its older forms
    *("x-apple-data-detectors", "MessageViewBody", "moz-text-html", "yshortcuts"),  # iOS, Samsung, Thunderbird, Yahoo
}


@dataclass(frozen=True)
class Selector:
    """One selector of a rule.

    Attributes:
        written: Its words, with the blank space around them.
        line: Where it stands in its sheet, from 1.
        kind: `plain` (elements, classes and ids, and how they are nested), `beyond` (goes onto elements too, but
            premailer gets it wrong), or `lasting` (stays in the head).
        specificity: How many ids, classes and names of elements it has.
        classes: What an element must have to be meant.
    """

    written: str
    line: int
    kind: Kind
    specificity: tuple[int, int, int]
    classes: frozenset[str]

    @property
    def text(self) -> str:
        """Its words alone."""
        return self.written.strip()

    @property
    def nested(self) -> bool:
        """Whether it asks where an element stands."""
        return any(sign in self.text for sign in " \n\t>+~")


def selector(written: str, line: int, parts: Sequence[Node]) -> Selector:
    """The selector that `parts` make up, whose words are `written`; blank space around them does not count."""
    inside = list(dropwhile(_is_blank, reversed(list(dropwhile(_is_blank, parts)))))[::-1]
    kind = _kind(inside)
    if kind == "plain" and not _is_known_to_premailer(written):
        kind = "beyond"
    return Selector(written, line, kind, _specificity(inside), _classes(inside))


def _is_known_to_premailer(written: str) -> bool:
    """Whether premailer's parser reads a selector, and finds in its words nothing that it takes for something else."""
    try:
        cssselect.parse(written.strip())
    except cssselect.SelectorError:
        return False
    return not any(sign in written for sign in ("\\", "/*", ":"))


def _kind(parts: Sequence[Node]) -> Kind:
    found: Kind = "plain"
    for before, part in pairwise([None, *parts]):
        name = getattr(part, "lower_name", getattr(part, "lower_value", ""))
        named = part.type == "hash" or (before == "." and part.type == "ident")
        if part.type == "[] block":
            inside = [one.value for one in part.content if one.type == "ident"]
            if inside and inside[0] in ADDED:
                return "lasting"
            found = "beyond"
        elif (before == ":" and name not in _FIXED) or (named and part.value in ADDED):
            return "lasting"
        elif not named and part not in _PLAIN_SIGNS and not _is_blank(part) and not _is_plain_name(part):
            found = "beyond"
    return found


def _specificity(parts: Sequence[Node]) -> tuple[int, int, int]:
    """How many ids, how many classes and the like, and how many names (Selectors 4, section 17)."""
    ids = classes = names = 0
    colons = 0
    for before, part in pairwise([None, *parts]):
        colons = colons + 1 if before == ":" else 0
        if colons == 1 and part.type == "function" and part.lower_name in _OF_ITS_ARGUMENTS:
            most = max((_specificity(one) for one in _by_commas(part.arguments)), default=(0, 0, 0))
            ids, classes, names = ids + most[0], classes + most[1], names + most[2]
        elif part.type == "hash":
            ids += 1
        elif part.type == "[] block" or (colons == 1 and part != ":") or (before == "." and part.type == "ident"):
            classes += 1
        elif part.type == "ident":
            names += 1
    return ids, classes, names


def _by_commas(parts: Sequence[Node]) -> Iterator[list[Node]]:
    for is_comma, some in groupby(parts, key=lambda part: bool(part == ",")):
        if not is_comma:
            yield list(some)


def _is_plain_name(part: Node) -> bool:
    """Whether it is an element's name as premailer finds it: it compares letters, capital ones too."""
    return bool(part.type == "ident" and part.value == part.lower_value)


def _is_blank(part: Node) -> bool:
    return bool(part.type in BLANK)


def _classes(parts: Sequence[Node]) -> frozenset[str]:
    """The classes after the last combinator."""
    found: set[str] = set()
    for before, part in pairwise([None, *parts]):
        if part.type == "whitespace" or (part.type == "literal" and part.value in {">", "+", "~"}):
            found.clear()
        elif before == "." and part.type == "ident":
            found.add(part.value)
    return frozenset(found)
