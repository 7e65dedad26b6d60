"""What only Gmail does: it shows the first part of a long mail, and an error in a style sheet costs the whole of it."""

from __future__ import annotations

import tinycss2

from pipeline.preflight.clients.page import Page
from pipeline.preflight.email.size import CLIPPED

_SAYS = '<p style="padding: 0 16px; font: 14px Arial, sans-serif">[Message clipped]&nbsp; View entire message</p>'


def clipped(html: str) -> tuple[str, bool]:
    """The part of `html` that is shown, and whether it is only a part."""
    whole = html.encode("utf-8", "surrogatepass")
    if len(whole) <= CLIPPED:
        return html, False
    part = whole[:CLIPPED].decode("utf-8", "ignore")
    opened = part.rfind("<")
    if opened > part.rfind(">"):  # in the middle of a tag
        part = part[:opened]
    return part, True


def says_clipped(page: Page) -> None:
    """The line under a clipped mail. The shown part goes without style sheets (email-bugs issue 56)."""
    for node in page.all("style"):
        node.decompose()
    body = page.tree.body
    if body is not None:
        line = page.tree.create_node("div")
        line.inner_html = _SAYS
        body.insert_child(line)


def strict(page: Page) -> None:
    """A style sheet with what cannot be read goes whole."""
    for node in page.all("style"):
        try:
            rules = tinycss2.parse_stylesheet(node.text(deep=True), skip_comments=True, skip_whitespace=True)
        except RecursionError:
            rules = []
        if not rules or any(rule.type == "error" for rule in rules):
            node.decompose()
