"""The small cascade: which colour and size words end up with, in light, in dark, and in Outlook's dark."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.contrast import contrast
from pipeline.preflight.email import cascade, css
from pipeline.preflight.email.cascade import Scheme, State

STYLE = """
.card { color: #111111 }
p.card, #one { color: #222222 }
.loud { color: #333333 !important }
@media (prefers-color-scheme: dark) { .card { color: #EEEEEE !important } .page { background: #000000 } }
@media screen and (max-width: 480px) { .card { color: #FF0000 } }
@media print { .card { color: #00FF00 } }
@media only screen { .screen { color: #123456 } }
[data-ogsc] .card { color: #DDDDDD !important } [data-ogsb] { background-color: #101010 }
.card:hover { color: #ABCDEF }
"""


def state(body: str, scheme: Scheme = "light", style: str = STYLE) -> State:
    """What the word “here” has."""
    tree = LexborHTMLParser(f"<html><body class='page'>{body}</body></html>")
    written = cascade.texts(tree, cascade.given(tree, [css.sheet(style)], scheme))
    (found,) = [one.state for one in written if one.words == "here"]
    return found


def ink(body: str, scheme: Scheme = "light") -> str:
    return cascade.hexadecimal(state(body, scheme).ink)


def ground(body: str, scheme: Scheme = "light") -> str:
    return cascade.hexadecimal(state(body, scheme).ground)


INKS = [
    ('<div class="card">here</div>', "#111111"),
    ('<p class="card">here</p>', "#222222"),
    ('<p class="card" style="color: #444444">here</p>', "#444444"),
    ('<p class="card loud" style="color: #444444">here</p>', "#333333"),
    ('<p class="loud" style="color: #444444 !important">here</p>', "#444444"),
    ('<div class="card"><b><i>here</i></b></div>', "#111111"),
    ('<p class="screen">here</p>', "#123456"),
    ("<p>here</p>", "#000000"),
    ('<div class="card"><a href="https://a.example">here</a></div>', "#0000ED"),
    ('<font color="#555555">here</font>', "#555555"),
    ('<p style="color: rgba(0, 0, 0, 0.5)">here</p>', "#808080"),
    ('<p style="color: nonsense">here</p>', "#000000"),
    ('<p style="color: hsl(120, 100%, 25%)">here</p>', "#008000"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "color"), INKS)
def test_the_colour_of_words_is_that_of_a_browser(body: str, color: str) -> None:
    assert ink(body) == color


def test_dark_rules_count_in_their_own_scheme_only() -> None:
    body = '<div class="card">here</div>'
    assert [ink(body, scheme) for scheme in cascade.SCHEMES] == ["#111111", "#EEEEEE", "#DDDDDD"]
    assert [ground(body, scheme) for scheme in cascade.SCHEMES] == ["#FFFFFF", "#000000", "#101010"]


def test_grounds_lie_on_each_other() -> None:
    body = '<table bgcolor="#000000"><tr><td style="background: rgba(255, 255, 255, 0.5)"><p>here</p></td></tr></table>'
    assert ground(body) == "#808080"
    assert ground('<div style="background: url(a.png) #123456 no-repeat">here</div>') == "#123456"
    assert ground('<div style="background-color: transparent">here</div>') == "#FFFFFF"


HIDDEN = ["display:none", "visibility: hidden", "opacity:0", "mso-hide:all"]


@pytest.mark.parametrize("style", HIDDEN)
def test_words_that_nobody_sees_are_not_judged(style: str) -> None:
    tree = LexborHTMLParser(f'<div style="{style}"><p>here</p></div><p aria-hidden="true">here</p><p>there</p>')
    assert [one.words for one in cascade.texts(tree, {})] == ["there"]


SIZES = [
    ("<p>here</p>", 16.0), ('<p style="font-size: 12pt">here</p>', 16.0), ("<h1>here</h1>", 32.0),
    ('<div style="font-size: 20px"><span style="font-size: 0.5em">here</span></div>', 10.0),
    ('<div style="font-size: 20px"><span style="font-size: 70%">here</span></div>', 14.0),
    ('<p style="font-size: small">here</p>', 13.0), ('<p style="font-size: odd">here</p>', 16.0),
    ('<div style="font-size: 14px"><sup>here</sup></div>', 14.0),
]  # fmt: skip


@pytest.mark.parametrize(("body", "size"), SIZES)
def test_the_size_of_words_is_that_of_a_browser(body: str, size: float) -> None:
    assert state(body).size == pytest.approx(size)


def test_bold_words_are_known() -> None:
    assert state("<b>here</b>").bold
    assert state('<p style="font-weight: 700">here</p>').bold
    assert not state('<b><span style="font-weight: normal">here</span></b>').bold


def test_a_page_of_any_depth_is_read() -> None:
    deep = "<div>" * 20_000 + "<p>here</p>"
    assert cascade.hexadecimal(state(deep, style="").ink) == "#000000"


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


SHEETS = [
    ("@media screen { @font-face { font-family: A } }", "@font-face"),
    ("@media screen { @media (min-width: 1px) { .a { margin: 0 } } }", "@media (min-width: 1px)"),
    (".a { color: red; .b { color: blue } }", "a rule inside .a"),
    ("@media screen { .a { margin: 0 } }", ""),
    (".a { color: red", ""),
    ("}}} @media {", ""),
]


@pytest.mark.parametrize(("text", "nested"), SHEETS)
def test_what_is_nested_in_a_style_is_named(text: str, nested: str) -> None:
    assert css.sheet(text).nested == nested


def test_a_comma_in_brackets_or_quotes_parts_no_selector() -> None:
    (rule,) = css.sheet('a[title="x, y"], .b:not(.c, .d), .e { margin: 0 }').rules
    assert rule.selectors == ('a[title="x, y"]', ".b:not(.c, .d)", ".e")


def test_a_comma_within_a_selector_parts_nothing() -> None:
    (rule,) = css.sheet('a[title="x,y"], .b:is(p, q),.c > d { color: red }').rules
    assert rule.selectors == ('a[title="x,y"]', ".b:is(p, q)", ".c > d")
