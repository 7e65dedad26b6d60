"""The oracle: what a browser computes of every element, so that two pages can be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from tests.browser.window import Scheme, Window

# A property that neither page declares cannot differ, but for these, which follow from others or from attributes.
FOLLOWING = {"width", "height", "text-align", "vertical-align", "background-color", "border-spacing"}
_DECLARED = """() => {
    const rules = list => [...list].flatMap(rule => [...rule.style || []].concat(rules(rule.cssRules || [])));
    const names = [...document.styleSheets].flatMap(sheet => rules(sheet.cssRules));
    return [...new Set(names.concat(...[...document.querySelectorAll('[style]')].map(element => [...element.style])))];
}"""
_COMPUTED = """names => [...document.querySelectorAll('body, body *')].map(element => {
    const style = getComputedStyle(element);
    return [`${element.tagName.toLowerCase()}.${element.className}`, names.map(name => style.getPropertyValue(name)).join('\\n')];
})"""


@dataclass(frozen=True)
class Look:
    """An element as it looks: its name with its classes, and what each property computed to, a line each."""

    name: str
    values: str


def declared(window: Window, *pages: str) -> list[str]:
    """Every property that any of `pages` declares anywhere, and those that follow from them.

    Not `color-scheme`: it stands in a `<style>`, which may go, and in a `<meta>`, which stays.
    """
    names = {name for html in pages for name in window.read(html, _DECLARED)}
    return sorted((names | FOLLOWING) - {"color-scheme"})


def looks(window: Window, html: str, width: int, scheme: Scheme, names: Sequence[str]) -> list[Look]:
    """Every element of the page, in its order, with the properties `names`."""
    return [Look(*found) for found in window.read(html, _COMPUTED, width, scheme, list(names))]


def differences(window: Window, one: str, other: str, width: int, scheme: Scheme) -> list[str]:
    """Where two pages do not look the same: the element, and both values of each property."""
    names = declared(window, one, other)
    return told(names, *(looks(window, html, width, scheme, names) for html in (one, other)))


def told(names: Sequence[str], one: list[Look], other: list[Look]) -> list[str]:
    """The same of what was looked at already."""
    found: list[str] = []
    for place, (left, right) in enumerate(zip_longest(one, other)):
        if left is None or right is None or left.name != right.name:
            return [*found, f"{place} {left and left.name} is {right and right.name}"]
        if left != right:
            rows = zip(names, left.values.split("\n"), right.values.split("\n"), strict=True)
            found += [
                f"{place} {left.name} {name}: {ours} is {theirs}" for name, ours, theirs in rows if ours != theirs
            ]
    return found
