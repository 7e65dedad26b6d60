from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from importlib import import_module
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.inline import BeyondPremailerError, Engine
from pipeline.compose.inline import inline as inline_with
from pipeline.errors import TemplateError
from tests.compose.letters import a_full_letter

Inline = Callable[[str], str]
# Author's words that providers, inliners or browsers might take for something else.
PIECES = (
    "{",
    "%",
    "}",
    "*",
    "|",
    "[",
    "]",
    "$",
    "@",
    "aé💡 ",
    '"',
    "'",
    "&amp;",
    "&lt;",
    "\u200c",
    "href=",
    "style=",
    "--",
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.fixture(params=["premailer", "css-inline"], scope="module")
def inline(request: pytest.FixtureRequest) -> Inline:
    return partial(inline_with, engine=request.param)


def page(body: str, style: str = ".a { color: #123456 }", head: str = "") -> str:
    return (
        '<!DOCTYPE html>\n<html lang="nl" dir="ltr" xmlns:o="urn:schemas-microsoft-com:office:office">\n<head>\n<meta charset="utf-8">\n'
        f"<title>T</title>\n<style>{style}</style>\n{head}</head>\n<body>{body}</body>\n</html>\n"
    )


def test_rules_go_to_the_elements_and_the_sheet_goes_away(inline: Inline) -> None:
    html = inline(page('<p class="a">x</p>'))
    assert '<p class="a" style="color:#123456">x</p>' in html
    assert "<style" not in html


def test_a_later_rule_wins_and_an_elements_own_style_beats_both(inline: Inline) -> None:
    html = inline(
        page('<p class="a b">x</p><p class="a" style="color: blue">y</p>', ".a { color: red } .b { color: green }")
    )
    assert '<p class="a b" style="color:green">' in html
    assert '<p class="a" style="color:blue">' in html


def test_responsive_and_dark_rules_stay_word_for_word(inline: Inline) -> None:
    rules = "@media (max-width: 480px) { .a { color: red !important } }\n[data-ogsc] .a, [data-ogsb] .b > c { color: red !important; }"
    assert f"<style>{rules}</style>" in inline(
        page('<p class="a b">x</p>', head=f'<style data-premailer="ignore">{rules}</style>')
    )


def test_rules_for_screens_pointers_and_outlook_com_stay_though_they_stand_between_others(inline: Inline) -> None:
    html = inline(
        page(
            '<p class="a">x</p>',
            ".a { color: red } .a:hover { color: blue !important }\n"
            "@media (max-width: 480px) { .a { margin: 0 !important } }\n[data-ogsc] .a { color: blue !important } .a { top: 1px }",
        )
    )
    assert '<p class="a" style="color:red;top:1px">' in html
    assert re.findall("<style>(.*?)</style>", html, re.DOTALL) == [
        "\n.a:hover { color: blue !important }\n",
        "\n@media (max-width: 480px) { .a { margin: 0 !important } }\n",
        "\n[data-ogsc] .a { color: blue !important }\n",
    ]


def test_rules_that_stay_still_beat_those_that_went_onto_the_elements(inline: Inline) -> None:
    style = (
        ".a { color: red } @media (max-width: 480px) { .a { color: blue; top: 0 !important } }\n.a:hover { top: 1px }"
    )
    html = inline(page('<p class="a">x</p>', style))
    assert "<style>\n@media (max-width: 480px) { .a { color: blue !important; top: 0 !important; } }\n</style>" in html
    assert "<style>\n.a:hover { top: 1px !important; }\n</style>" in html


def test_rules_with_rules_in_them_stay(inline: Inline) -> None:
    html = inline(page('<p class="a">x</p>', ".a { color: red; &:hover { color: blue } }"))
    assert "<style>\n.a { color: red; &:hover { color: blue } }\n</style>" in html


def test_a_stylesheet_without_an_end_is_told(inline: Inline) -> None:
    with pytest.raises(TemplateError, match=r"stylesheet in line 6 has a block without an end\. Add the missing }\."):
        inline(page("x", ".a { color: red } .b { top: 0"))
    kept = "<style>.a { top: 0</style>"
    assert kept in inline(page('<p class="a">x</p>', "", kept.replace("<style", '<style data-premailer="ignore"')))


def test_rules_that_mean_nothing_on_the_page_go(inline: Inline) -> None:
    rules = (
        "@media (prefers-color-scheme: dark) {\n.a, .gone, .b { color: red }\n.gone { top: 0 }\n}\n"
        "@media print { .gone { top: 0 } }\n[data-ogsc] .gone { color: red }\n.ExternalClass { width: 100% }\n"
    )
    html = inline(page('<p class="a b">x</p>', "", f'<style data-premailer="ignore">\n{rules}</style>'))
    assert html.count("gone") == 0
    assert (
        "<style>\n@media (prefers-color-scheme: dark) {\n.a, .b { color: red }\n}\n.ExternalClass { width: 100% }\n</style>"
        in html
    )
    emptied = inline(page("<p>x</p>", "", '<style data-premailer="ignore">\n.gone { top: 0 }\n</style>\n'))
    assert "<style" not in emptied


def test_classes_that_only_outlook_on_windows_sees_count(inline: Inline) -> None:
    kept = '<style data-premailer="ignore">.a{top:0}</style>'
    assert "<style>.a{top:0}</style>" in inline(page('<!--[if mso]><table class="x a"><tr><td><![endif]-->', "", kept))


def test_a_sheet_for_paper_stays_whole(inline: Inline) -> None:
    html = inline(page('<p class="a">x</p>', "", '<style type="text/css" media="print">.a { top: 0 }</style>'))
    assert '<style media="print">.a { top: 0 }</style>' in html
    assert '<p class="a">' in html


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (".a { margin: 0 } .a { margin-left: 5px } .a { margin: 1px }", "margin-left:5px;margin:1px"),
        (".a.b { color: red } .a { color: blue }", "color:red"),
        ("div > .a { color: red } p.a { color: blue }", "color:blue"),
        ("div .a { color: red } .c { color: blue } .a { top: 0 }", "top:0;color:red"),
        (".a { color: red !important } .a.b { color: blue }", "color:red"),
        (".a { background: red; background: linear-gradient(red, blue) }", "background:red;background:linear-gradient(red, blue)"),
        (".a { color: rgb(0 0 0 / 50%); width: min(100%, 40em); --x: {a} }", "color:rgb(0 0 0 / 50%);width:min(100%, 40em);--x:{a}"),
        ('.a { font-family: "Segoe UI", serif; background: url(a;b.png) }', "font-family:'Segoe UI', serif;background:url(a;b.png)"),
        (".a { mso-hide: all; -webkit-text-size-adjust: 100% } /* .a { top: 0 } */", "mso-hide:all;-webkit-text-size-adjust:100%"),
        ("p { COLOR: Red }", "color:Red"),
    ],
)  # fmt: skip
def test_declarations_stand_in_the_order_of_the_cascade(inline: Inline, style: str, expected: str) -> None:
    html = inline(page('<div><p class="a b c">x</p></div>', style))
    assert f'<p class="a b c" style="{expected}">' in html


def test_an_elements_own_style_is_found_wherever_it_stands_in_the_tag(inline: Inline) -> None:
    attributes = ('class="a"', 'style="left: 1px"', "id=b", 'title="x>y"', "lang='nl'", "hidden")
    for order in permutations(attributes):
        html = inline(page(f"<p {' '.join(order)}>x</p>"))
        others = " ".join(one for one in order if "style" not in one)
        assert f'<p {others} style="color:#123456;left:1px">' in html


def test_an_elements_own_style_stays_as_it_is_where_no_rule_means_it(inline: Inline) -> None:
    for own in ("head", "p", "color: rgb(0 0 0 / 50%)", "}{"):
        assert f'<b style="{own}">' in inline(page(f'<p class="a">x</p><b style="{own}">y</b>'))


def test_the_tag_of_a_void_element_stays_closed(inline: Inline) -> None:
    html = inline(page('<img class="a" alt="" /><br class="a"/><a class="a" href=https://x.example/>y</a>'))
    assert '<img class="a" alt="" style="color:#123456" />' in html
    assert '<br class="a" style="color:#123456" />' in html
    assert '<a class="a" href=https://x.example/ style="color:#123456">' in html


@pytest.mark.parametrize(
    "address",
    [
        "{{ unsubscribe }}",
        "{% url %}",
        "*|UNSUB|*",
        "{$unsubscribe}",
        "#top",
        "https://x.example/é ü?a=1&amp;b=[c]|d",
        "mailto:a@b.example?subject=x y",
    ],
)
def test_addresses_come_back_as_they_were(inline: Inline, address: str) -> None:
    html = inline(page(f'<a class="a" href="{address}">x</a><img class="a" src=\'{address}\' alt="">'))
    assert f'href="{address}" style' in html
    assert f"src='{address}' alt" in html


def test_a_quote_inside_an_address_ends_no_attribute(inline: Inline) -> None:
    assert '<a class="a" href=\'https://x.example/"style="top:0\' style="color:#123456">' in inline(
        page('<a class="a" href=\'https://x.example/"style="top:0\'>x</a>')
    )


@pytest.mark.parametrize(
    "text",
    ["{{ a }} {% b %} *|C|* [[d]] %%e%%", "say href=\"here\" and src='there'", "a &lt;b&gt; &amp;amp; “é” 💡 中文"],
)
def test_text_comes_back_as_it_was(inline: Inline, text: str) -> None:
    assert f"<p>{text}</p>" in inline(page(f"<p>{text}</p>"))


def test_doctype_charset_and_conditional_comments_survive(inline: Inline) -> None:
    ghost = '<!--[if mso]><table><tr><td width="600"><![endif]-->'
    xml = "<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->"
    html = inline(page(f"{ghost}x<!--[if !mso]><!--><b>y</b><!--<![endif]-->", head=xml))
    assert html.startswith(
        '<!DOCTYPE html>\n<html lang="nl" dir="ltr" xmlns:o="urn:schemas-microsoft-com:office:office">'
    )
    assert ghost in html
    assert xml in html
    assert "<!--[if !mso]><!--><b>y</b><!--<![endif]-->" in html
    assert html.count("charset") == 1


def test_no_attributes_appear_that_nobody_wrote(inline: Inline) -> None:
    style = (
        ".a { width: 50px; height: auto; text-align: center; vertical-align: top; background-color: #FFF; float: left }"
    )
    html = inline(page('<p class="a">x</p><img class="a" src="https://x.example/a.png" alt="">', style))
    for attribute in (" width=", " height=", " align=", " valign=", " bgcolor="):
        assert attribute not in html


def test_invisible_characters_are_written_so_that_people_can_find_them(inline: Inline) -> None:
    assert "<p>a&nbsp;b&zwnj;c&#847;d</p>" in inline(page("<p>a\u00a0b&zwnj;c&#847;d</p>"))


def test_stylesheets_are_never_fetched(inline: Inline, tmp_path: Path) -> None:
    sheet = tmp_path / "x.css"
    sheet.write_text("p { top: 7px }")
    for address in ("http://127.0.0.1:9/x.css", sheet.as_uri(), str(sheet), "//evil.example/x.css"):
        link = f'<link rel="stylesheet" href="{address}">'
        html = inline(page("<p>x</p>", f"@import url({address});", link))
        assert link in html
        assert "<p>x</p>" in html


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        (".a[title='a,b']", True),
        ("[title|=a]", False),
        (".a:not(.b, .c)", True),
        (".a:nth-child(2)", True),
        ("p:first-child", False),
        ("* > .a", True),
        ("P.a", True),
        (r".\61", True),
    ],
)
def test_rules_beyond_premailer_are_told_and_css_inline_knows_them(selector: str, expected: bool) -> None:
    source = page("<b>y</b><p class=\"a\" title='a,b'>x</p>", f".a {{ top: 0 }}\n{selector} {{ color: red }}")
    with pytest.raises(BeyondPremailerError, match=r"^line 7: premailer cannot .* Use classes .*css-inline") as told:
        inline_with(source)
    assert (told.value.line, told.value.selector) == (7, selector)
    assert ("color:red" in inline_with(source, "css-inline")) is expected


@given(words=WORDS, address=WORDS)
def test_an_authors_words_and_addresses_stay_as_they_are(words: str, address: str) -> None:
    address = address.replace('"', "&quot;")
    body = f'<p class="a">{words}</p><a class="a" href="{address}" title="{address}">x</a>'
    expected = page(body, "").replace("<style></style>\n", "").replace("\u200c", "&zwnj;")
    engines: tuple[Engine, ...] = ("premailer", "css-inline")
    for engine in engines:
        html = inline_with(page(body, ".a { top: 1px }"), engine)
        assert html.count('class="a" style="top:1px">') == 1
        assert html.count('" style="top:1px">x</a>') == 1
        assert html.replace(' style="top:1px"', "") == expected


def test_both_engines_write_the_same_mail() -> None:
    source = a_full_letter().composed.source_html
    assert inline_with(source, "premailer") == inline_with(source, "css-inline")


def test_the_cache_is_large_enough_for_a_newsletter() -> None:
    assert import_module("premailer.cache").cache.maxsize >= 20_000
