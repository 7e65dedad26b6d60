"""axe-core finds nothing, in no design and no language."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from tests.browser.audit import audit
from tests.browser.designs import DESIGNS
from tests.browser.editions import SAID, everything, hardest, in_language, with_a_logo
from tests.browser.window import Scheme, Window
from tests.compose.letters import Letter

pytestmark = pytest.mark.browser
schemes = pytest.mark.parametrize("scheme", get_args(Scheme))


@schemes
@pytest.mark.parametrize("made", [everything, with_a_logo, hardest])
def test_an_audit_finds_nothing(window: Window, design: str, scheme: Scheme, made: Callable[[str], Letter]) -> None:
    assert audit(window, made(design).html, scheme) == []


@pytest.mark.parametrize("language", SAID)
def test_an_audit_finds_nothing_in_any_language(window: Window, design: str, language: str) -> None:
    assert audit(window, in_language(design, language).html) == []


@pytest.mark.parametrize(
    ("good", "bad", "rule"),
    [
        (' lang="en"', "", "html-has-lang"),
        ("<h2", '<h2 style="color:#DDDDDD"', "color-contrast"),
        (' alt="Beans on a fence"', "", "image-alt"),
        ("<h1", "<h6", "page-has-heading-one"),
        ('role="article"', 'role="articles"', "aria-roles"),
    ],
)
def test_what_is_broken_is_found(window: Window, good: str, bad: str, rule: str) -> None:
    html = everything(DESIGNS[0]).html
    broken = html.replace(good, bad)
    assert broken != html
    assert any(found.startswith(f"{rule}: ") for found in audit(window, broken))
