"""The rules that go onto elements, as numbers: an inliner finds out which count, not what they say. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

import tinycss2

from pipeline.compose import sheets
from pipeline.compose.selectors import Selector
from pipeline.compose.sheets import Declarations

_NUMBERS = re.compile(r"p(\d+):\s*d(\d+)")


@dataclass(frozen=True)
class Rule:
    """One selector with its declarations: `p3:d12` says that the property `names[3]` has the value `values[12]`."""

    selector: Selector
    normal: str
    important: str


@dataclass(frozen=True)
class Cascade:
    """Attributes:
    rules: In the order of their sheets.
    names: Properties, each once.
    values: In the order in which declarations count, the last most.
    """

    rules: tuple[Rule, ...]
    names: tuple[str, ...]
    values: tuple[str, ...]

    @cached_property
    def css(self) -> str:
        """All rules as a stylesheet."""
        return "\n".join(f"{rule.selector.text}{{{rule.normal};{rule.important}}}" for rule in self.rules)

    def spelled(self, numbers: str, own: str = "") -> str:
        """What an element's style says: the declarations that an inliner gave as `numbers`, then its `own`."""
        mine = list(sheets.declarations(tinycss2.parse_component_value_list(own))) if own else []
        names = {name for name, _, _ in mine}
        found = sorted((int(value), self.names[int(name)]) for name, value in _NUMBERS.findall(numbers))
        said = [f"{name}:{self.values[place]}" for place, name in found if name not in names]
        return ";".join([*said, *(f"{name}:{value}{' !important' * strong}" for name, value, strong in mine)])


@lru_cache(maxsize=32)  # a design's sheets, in the colours of a few brands
def cascade(css: tuple[str, ...]) -> Cascade:
    """The rules of `css`, sheets in their order, that go onto elements."""
    said = [
        (selector, list(_joined(declarations))) for sheet in css for selector, declarations in sheets.inlined(sheet)
    ]
    # `!important` counts most, then the specificity, then who comes last (CSS Cascade 4, section 6).
    order = sorted(
        (important, selector.specificity, at, inner)
        for at, (selector, declarations) in enumerate(said)
        for inner, (_, _, important) in enumerate(declarations)
    )
    places = {(at, inner): place for place, (_, _, at, inner) in enumerate(order)}
    names = {name: None for _, declarations in said for name, _, _ in declarations}
    numbers = {name: number for number, name in enumerate(names)}
    rules = []
    for at, (selector, declarations) in enumerate(said):
        pairs = [
            (f"p{numbers[name]}:d{places[at, inner]}", important)
            for inner, (name, _, important) in enumerate(declarations)
        ]
        normal = ";".join(pair for pair, important in pairs if not important)
        strong = ";".join(f"{pair} !important" for pair, important in pairs if important)
        rules.append(Rule(selector, normal, strong))
    values = tuple(said[at][1][inner][1] for _, _, at, inner in order)
    return Cascade(tuple(rules), tuple(names), values)


def _joined(declarations: Declarations) -> Iterator[tuple[str, str, bool]]:
    """Declarations that say a property twice in a row say the second to programs that know it: both are one."""
    for (name, important), same in groupby(declarations, key=lambda one: (one[0], one[2])):
        yield name, f";{name}:".join(value for _, value, _ in same), important
