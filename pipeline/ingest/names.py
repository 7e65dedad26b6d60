"""The names that a page uses in its tags and attributes: a selector of others finds nothing, and need not be tried."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_WITHOUT = re.compile(r":not\([^)]*\)")
_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Names:
    """What stands in a page, looked up in one pass.

    Attributes:
        words: All tags, attributes and their values, each once, in lower case.
        commented: Whether authors or programs left comments.
    """

    words: str
    commented: bool


def names(tree: LexborHTMLParser) -> Names:
    """The names that `tree` uses."""
    found: set[str | None] = set()
    for node in tree.root.traverse(include_text=True) if tree.root is not None else ():
        tag = node.tag
        if tag != "-text":
            found.add(tag)
            found.update(node.attributes, node.attributes.values())
    return Names("\n".join(filter(None, found)).lower(), "-comment" in found)


@dataclass(frozen=True)
class Selector:
    """A CSS selector without commas, and the names that a page must use for it to find anything."""

    css: str
    needs: tuple[str, ...]


def selectors(listed: str) -> tuple[Selector, ...]:
    """The selectors of a list parted by commas."""
    parts = [part.strip() for part in listed.split(",")]
    return tuple(Selector(part, tuple(_NAME.findall(_WITHOUT.sub("", part).lower()))) for part in parts)


def found_by(tree: LexborHTMLParser, listed: Iterable[Selector], used: Names) -> list[LexborNode]:
    """The nodes that any of the selectors finds in `tree`, which uses these names."""
    possible = [one.css for one in listed if all(map(used.words.__contains__, one.needs))]
    return tree.css(", ".join(possible)) if possible else []
