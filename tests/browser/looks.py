"""The oracle: what a browser computes of every element, so that two pages can be told apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from tests.browser.window import Scheme, Window

# Every property a browser knows, of every element; `color-scheme` is left out, because <style> may go: a <meta> says it too.
_COMPUTED = """() => [...document.querySelectorAll('body, body *')].map(element => {
    const style = getComputedStyle(element), names = [...style].filter(name => name !== 'color-scheme');
    return [`${element.tagName.toLowerCase()}.${element.className}`,
            names.map(name => `${name}: ${style.getPropertyValue(name)}`).join('\\n')];
})"""


@dataclass(frozen=True)
class Look:
    """An element as it looks: its name with its classes, and what its properties computed to, a line each."""

    name: str
    properties: str


def looks(window: Window, html: str, width: int, scheme: Scheme) -> list[Look]:
    """Every element of the page, in its order."""
    return [Look(*found) for found in window.read(html, _COMPUTED, width, scheme)]


def differences(one: list[Look], other: list[Look]) -> list[str]:
    """Where two pages do not look the same: the element, and both values of each property."""
    found: list[str] = []
    for place, (left, right) in enumerate(zip_longest(one, other)):
        if left is None or right is None or left.name != right.name:
            return [*found, f"{place} {left and left.name} is {right and right.name}"]
        if left != right:
            pairs = zip(left.properties.splitlines(), right.properties.splitlines(), strict=True)
            found += [f"{place} {left.name} {ours} is {theirs}" for ours, theirs in pairs if ours != theirs]
    return found
