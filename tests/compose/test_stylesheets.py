from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import assets
from pipeline.compose.stylesheets import mistakes

_FOLDER = assets.find("templates") / "email"
SHIPPED = sorted(file for file in _FOLDER.rglob("*.html") if file.parent.name != "archive")  # that is a page, no mail


def told(css: str, kind: str = "", **inliner: bool) -> list[tuple[int, str]]:
    return [(one.line, one.severity) for one in mistakes(f"<p>\n<style{kind}>\n{css}\n</style>", **inliner)]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_our_own_templates_have_none(file: Path) -> None:
    assert list(mistakes(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("css", "line", "severity"),
    [
        (".a { color: red !important; }", 3, "warning"),
        (".a { color: red; }\n\np { margin: 0; }", 5, "warning"),
        (".a, .b:hover { color: red; }", 3, "warning"),
        ("* { margin: 0; }", 3, "warning"),
        (".a\n[dir] { margin: 0; }", 3, "warning"),
        (".a .b { margin: 0; }", 3, "warning"),
        ("@media (max-width: 9px) { .a { color: red; } }", 3, "warning"),
        (".a {\ncolor red;\n}", 4, "error"),
        (".a { color: ; }", 3, "error"),
        (".a { color: red;\n.b { color: red; }", 3, "error"),
        (".a { color: red; }\n} .b { color: red; }", 4, "error"),
        ("oops", 3, "error"),
        (".a { fontsize: 34px; }", 3, "warning"),
    ],
)
def test_a_mistake_is_told_with_its_line(css: str, line: int, severity: str) -> None:
    assert told(css) == [(line, severity)]


def test_rules_for_screens_may_say_important_and_choose_as_they_like() -> None:
    css = "@media (max-width: 9px) {\n.a .b { color: red !important; }\n}\n[data-ogsc] p { color: red !important; }"
    assert told(css, ' data-premailer="ignore"') == []


def test_a_broken_rule_for_screens_is_told_too() -> None:
    assert told("@media (max-width: 9px) {\n.a { color red }\n}", ' data-premailer="ignore"') == [(4, "error")]


def test_another_inliner_may_know_more_than_classes() -> None:
    assert told("p:first-child { margin: 0; }", classes_only=False) == []


def test_what_outlook_alone_reads_is_left_alone() -> None:
    assert list(mistakes("<!--[if mso]><style>td { color: red !important; }</style><![endif]-->")) == []


def test_what_a_template_fills_in_is_no_mistake() -> None:
    css = ".a { width: {{ 8 | spaced }}px; color: {{ c.ink }}; }\n{# .b { #}\n{{ rules(x) }}\n{% if y %}\n.{{ n }} { x: y; }\n{% endif %}"
    assert told(css) == []


def test_a_style_without_an_end_is_told() -> None:
    assert [one.message for one in mistakes("<style>.a { color: red; }")] == ["This <style> has no end."]


@given(st.text(alphabet="<style>/.a{}:;!%#\"'@\n x*\\", max_size=60))
def test_any_text_is_judged_and_every_line_exists(text: str) -> None:
    template = f"<style>{text}"
    assert all(1 <= one.line <= template.count("\n") + 1 for one in mistakes(template))


SCREENS = ' data-premailer="ignore"'


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("@media (max-width: 9px) {\n.a { color: red;\n.b { color: red; }\n}", 4),
        ("@media (max-width: 9px) {\n.a { color: red; }", 3),
        ("@media (max-width: 9px) {\n.a { color: red;\n}", 3),
        (".a { color: red;", 3),
        ('.a { content: "}";\n', 3),
        (".a { /* } */\n", 3),
    ],
)
def test_a_brace_that_is_never_closed_is_told_once_wherever_it_opens(css: str, line: int) -> None:
    for kind in ("", SCREENS):
        found = list(mistakes(f"<p>\n<style{kind}>\n{css}\n</style>"))
        assert [(one.line, one.message) for one in found] == [(line, "The brace of this rule is never closed.")]


def test_braces_in_quotes_and_comments_are_no_braces() -> None:
    assert told('.a { content: "{"; }\n/* { */ .b { color: red; }') == []
