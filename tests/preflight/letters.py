"""A mail with nothing to find in it, and what is found once something is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pipeline.config.shape import Newsletter
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Edition, Email, Finding
from pipeline.preflight import email
from pipeline.preflight.email import Around
from tests.factories import a_config, an_article

DAY = date(2026, 11, 22)
HTML = f"""<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>Bread that keeps</title>
<style>
@media (prefers-color-scheme: dark) {{
.card {{ background-color: #16181A !important; color: #EEEEEE !important; }}
.link {{ color: #9FD0FF !important; }}
}}
</style>
<style>
[data-ogsb] .card {{ background-color: #16181A !important; }}
[data-ogsc] .card {{ color: #EEEEEE !important; }}
[data-ogsc] .link {{ color: #9FD0FF !important; }}
</style>
</head>
<body>
<div lang="en" dir="ltr">
<table role="presentation" width="100%"><tr>
<td class="card" style="background-color: #FFFFFF; color: #222222; font-family: Georgia, serif; font-size: 16px;">
<h1>Example Bakery</h1>
<h2>Bread that keeps</h2>
<p>A loaf lives longer than most people think.</p>
<img src="https://bakery.example/loaf.jpg" width="512" alt="A dark loaf on a board">
<p><a class="link" style="color: #0B5CAD" href="https://bakery.example/bread">All about this loaf</a></p>
<p>Mill Lane 1, Exampleton</p>
<p><a class="link" style="color: #0B5CAD" href="{VIEW_ONLINE}">Read it online</a>
<a class="link" style="color: #0B5CAD" href="{UNSUBSCRIBE}">Unsubscribe</a></p>
</td>
</tr></table>
</div>
</body>
</html>
"""
TEXT = f"""Example Bakery
==============

Bread that keeps

A loaf lives longer than most people think.

All about this loaf:
https://bakery.example/bread

Mill Lane 1, Exampleton
Read it online: {VIEW_ONLINE}
Unsubscribe: {UNSUBSCRIBE}
"""
GOOD = Email(
    subject="Bread that keeps",
    preheader="A loaf lives longer than most people think, if you let it rest.",
    html=HTML,
    text=TEXT,
    language="en",
)
# Knows all that this mail uses, so that what others lack is not found everywhere.
READERS = {"audience": {"apple-mail": 1}}


@dataclass(frozen=True)
class Change:
    """What a test changes: pieces of the page and of the text part, other parts of the mail, what is around it."""

    page: Mapping[str, str] = field(default_factory=dict)
    text: Mapping[str, str] = field(default_factory=dict)
    mail: Mapping[str, Any] = field(default_factory=dict)
    edition: Mapping[str, Any] = field(default_factory=dict)
    recipe: Mapping[str, Any] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    around: Around = field(default_factory=Around)


def with_body(html: str, text: str = "", **more: Any) -> Change:
    """The good mail with a piece more in its letter, and what its text part says of it."""
    return Change(page={"<p>Mill Lane": f"{html}<p>Mill Lane"}, text={"Mill Lane": f"{text}\nMill Lane"}, **more)


def found(change: Change = Change()) -> list[Finding]:
    """What is found in the good mail once it is changed."""
    html, text = GOOD.html, GOOD.text
    for old, new in change.page.items():
        assert old in html, f"the page has no {old}"
        html = html.replace(old, new)
    for old, new in change.text.items():
        assert old in text, f"the text part has no {old}"
        text = text.replace(old, new)
    mail = replace(GOOD, **({"html": html, "text": text} | dict(change.mail)))
    usual: dict[str, Any] = {"newsletter": "weekly", "label": "2026-W47", "day": DAY, "articles": (an_article(),)}
    recipe = Newsletter.model_validate({"from": ["desk"]} | dict(change.recipe))
    config = a_config(**({"email": READERS} | dict(change.config)))
    return email.check(mail, Edition(**(usual | dict(change.edition))), recipe, config, change.around)


def rules(change: Change = Change()) -> list[str]:
    """The rules that it breaks then."""
    return [finding.rule for finding in found(change)]
