"""What a selector asks for: who can put its rule on elements, and which classes these must have. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

Kind = Literal["plain", "beyond", "lasting"]
Node = Any  # a part of CSS as tinycss2 reads it; it ships no types
BLANK = {"whitespace", "comment"}
_FIXED = {  # pseudo-classes that depend on the page alone; every other one depends on its reader
    *("not", "is", "where", "has", "empty", "first-child", "last-child", "only-child", "nth-child", "nth-last-child"),
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
        classes: What an element must have to be meant.
    """

    written: str
    line: int
    kind: Kind
    classes: frozenset[str]

    @property
    def text(self) -> str:
        """Its words alone."""
        return self.written.strip()

    @property
    def nested(self) -> bool:
        """Whether it asks where an element stands."""
        return any(sign in self.text for sign in " \n\t>+~")


def kind_of(tokens: Sequence[Node]) -> Kind:
    """How a selector of `tokens`, the first of which are no blank space, is to be treated."""
    found: Kind = "plain"
    for before, part in pairwise([None, *tokens]):
        name = getattr(part, "lower_name", getattr(part, "lower_value", ""))
        named = part.type == "hash" or (before == "." and part.type == "ident")
        if part.type == "[] block":
            inside = [one.value for one in part.content if one.type == "ident"]
            if inside and inside[0] in ADDED:
                return "lasting"
            found = "beyond"
        elif (before == ":" and name not in _FIXED) or (named and part.value in ADDED):
            return "lasting"
        elif before == ":" or part == "*" or part.type == "error":
            found = "beyond"
    return found


def classes_of(tokens: Sequence[Node]) -> frozenset[str]:
    """The classes after the last combinator."""
    found: set[str] = set()
    for before, part in pairwise([None, *tokens]):
        if part.type == "whitespace" or (part.type == "literal" and part.value in {">", "+", "~"}):
            found.clear()
        elif before == "." and part.type == "ident":
            found.add(part.value)
    return frozenset(found)
