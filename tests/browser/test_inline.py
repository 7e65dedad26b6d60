"""Whatever a sheet says with classes, a browser must show the same before and after inlining: random sheets, one page each."""

from __future__ import annotations

import random

import pytest

from pipeline.compose.inline import inline
from tests.browser.designs import ENGINES
from tests.browser.window import Scheme, Window

pytestmark = pytest.mark.browser

SEEDS = range(8)
SIGHTS: tuple[tuple[int, Scheme], ...] = ((640, "light"), (375, "light"), (640, "dark"))
SELECTORS = (
    *(
        ".a",
        ".b",
        ".c",
        "p",
        "div",
        "b",
        "p.a",
        ".a.b",
        "#one",
        ".a .b",
        "div > .a",
        ".c > b",
        "p + p",
        ".a ~ .b",
        "div p.c",
    ),
    *("div div .a", "#one .b", ".gone", ".a, .b", "p, .c b"),
)
MORE = (  # beyond premailer
    *(
        ".a:not(.b, #one)",
        "p:first-child",
        "div:nth-child(2)",
        "[class~=a]",
        "p[class='a b']",
        "* > .a",
        "b:only-child",
    ),
    *("p:empty", "[id='ONE' i]", "div:has(> .a)", "p:nth-last-of-type(2n + 1)", "[style] .b", "P.c"),
)
# Shorthands and the longhands in them, so that the order in which declarations are written counts.
DECLARATIONS = (
    *("margin: 1px", "margin: 2px 3px", "margin-left: 4px", "margin-top: 5px", "padding: 6px", "padding-right: 7px"),
    *("border: 1px solid red", "border-top: 2px dashed blue", "border-color: green", "border-left-width: 9px"),
    *("color: red", "color: blue", "color: rgb(1 2 3 / 50%)", "background: #eee", "background-color: yellow"),
    *("font: 14px/20px serif", "font-size: 17px", "line-height: 30px", "font-weight: bold", "width: min(100%, 90px)"),
)  # fmt: skip
COMPUTED = """() => [...document.body.querySelectorAll('*')].map(element => {
    const style = getComputedStyle(element);
    return [...style].map(name => `${name}: ${style.getPropertyValue(name)}`).join('; ');
})"""


def a_rule(dice: random.Random, weight: str = "", selectors: tuple[str, ...] = SELECTORS) -> str:
    said = dice.sample(DECLARATIONS, dice.randint(1, 4))
    return f"{dice.choice(selectors)} {{ {'; '.join(f'{one}{weight}' for one in said)} }}"


def a_strong_rule(dice: random.Random) -> str:
    """One that beats all others, as it must for a screen: else what another says depends on which of them is inline."""
    return a_rule(dice, " !important")


def a_body(dice: random.Random, depth: int = 0) -> str:
    parts = []
    for _ in range(dice.randint(1, 4)):
        classes = " ".join(dice.sample("abc", dice.randint(0, 3)))
        inside = a_body(dice, depth + 1) if depth < 2 and dice.random() < 0.6 else "<b>x</b>"
        name = "p" if inside == "<b>x</b>" else "div"
        own = dice.choice(['style="margin-left: 11px"', 'id="one"' if depth else "", "", ""])
        attributes = [f'class="{classes}"', own, dice.choice(['title="x"', ""])]
        dice.shuffle(attributes)
        parts.append(f"<{name} {' '.join(attributes)}>{inside}</{name}>")
    return "".join(parts)


def a_page(dice: random.Random, selectors: tuple[str, ...] = SELECTORS) -> str:
    sheets = ["\n".join(a_rule(dice, "", selectors) for _ in range(dice.randint(1, 9))) for _ in range(2)]
    narrow = f"@media (max-width: 480px) {{ {a_strong_rule(dice)} {a_strong_rule(dice)} }}"
    dark = f"@media (prefers-color-scheme: dark) {{ {a_strong_rule(dice)} }}"
    styles = "".join(f"<style>{sheet}</style>\n" for sheet in [*sheets, f"{narrow}\n{dark}"])
    return f'<!DOCTYPE html>\n<html lang="en"><head><title>T</title>\n{styles}</head>\n<body>{a_body(dice)}</body></html>\n'


def seen(window: Window, html: str) -> list[object]:
    return [window.read(html, COMPUTED, width, scheme) for width, scheme in SIGHTS]


@pytest.mark.parametrize("seed", SEEDS)
def test_any_sheet_looks_the_same_before_and_after(window: Window, seed: int) -> None:
    source = a_page(random.Random(seed))  # noqa: S311 - dice
    made = {engine: inline(source, engine) for engine in ENGINES}
    assert made["premailer"] == made["css-inline"]
    assert seen(window, made["premailer"]) == seen(window, source)


@pytest.mark.parametrize("seed", SEEDS)
def test_any_selector_looks_the_same_with_css_inline(window: Window, seed: int) -> None:
    source = a_page(random.Random(seed), SELECTORS + MORE)  # noqa: S311 - dice
    assert seen(window, inline(source, "css-inline")) == seen(window, source)
