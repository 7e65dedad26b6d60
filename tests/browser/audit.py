"""What axe-core finds: an audit of accessibility that others keep, https://github.com/dequelabs/axe-core."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.window import Scheme, Window

# Rules that axe-core ships turned off are turned on: those of WCAG AAA, and those it calls experimental.
_AUDIT = """async off => {
    const rules = Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, {enabled: !off.includes(rule.ruleId)}]));
    const found = await axe.run(document, {rules, resultTypes: ['violations']});
    return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target} ${node.html.slice(0, 120)}`));
}"""
# What does not fit: AAA asks for contrast 7; inside a mail program there is no page to skip through or to name.
OFF = ("color-contrast-enhanced",)


def audit(window: Window, html: str, scheme: Scheme = "light") -> list[str]:
    """Each rule that an element breaks, and the element."""
    page = window.show(html, scheme=scheme)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(_AUDIT, list(OFF))
    return found
