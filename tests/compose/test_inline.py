from __future__ import annotations

from importlib import import_module

import pytest

from pipeline.compose.inline import inline
from pipeline.errors import TemplateError


def page(body: str, style: str = ".a { color: #123456 }", head: str = "") -> str:
    return (
        '<!DOCTYPE html>\n<html lang="nl" dir="ltr" xmlns:o="urn:schemas-microsoft-com:office:office">\n<head>\n<meta charset="utf-8">\n'
        f"<title>T</title>\n<style>{style}</style>\n{head}</head>\n<body>{body}</body>\n</html>\n"
    )


def test_rules_go_to_the_elements_and_the_sheet_goes_away() -> None:
    html = inline(page('<p class="a">x</p>'))
    assert '<p class="a" style="color:#123456">x</p>' in html
    assert "<style" not in html


def test_a_later_rule_wins_and_an_elements_own_style_beats_both() -> None:
    html = inline(
        page('<p class="a b">x</p><p class="a" style="color: blue">y</p>', ".a { color: red } .b { color: green }")
    )
    assert '<p class="a b" style="color:green">' in html
    assert '<p class="a" style="color:blue">' in html


def test_responsive_and_dark_rules_stay_word_for_word() -> None:
    rules = "@media (max-width: 480px) { .a { color: red !important } }\n[data-ogsc] .a, [data-ogsb] .b > c { color: red !important; }"
    assert f"<style>{rules}</style>" in inline(page("", head=f'<style data-premailer="ignore">{rules}</style>'))


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
def test_addresses_come_back_as_they_were(address: str) -> None:
    html = inline(page(f'<a class="a" href="{address}">x</a><img src=\'{address}\' alt="">'))
    assert f'href="{address}"' in html
    assert f'src="{address}"' in html


def test_a_quote_inside_an_address_ends_no_attribute() -> None:
    assert 'href="https://x.example/&quot;onclick=&quot;"' in inline(
        page("<a href='https://x.example/\"onclick=\"'>x</a>")
    )


@pytest.mark.parametrize(
    "text",
    ["{{ a }} {% b %} *|C|* [[d]] %%e%%", "say href=\"here\" and src='there'", "a &lt;b&gt; &amp;amp; “é” 💡 中文"],
)
def test_text_comes_back_as_it_was(text: str) -> None:
    assert f"<p>{text}</p>" in inline(page(f"<p>{text}</p>"))


def test_doctype_charset_and_conditional_comments_survive() -> None:
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


def test_no_attributes_appear_that_nobody_wrote() -> None:
    style = (
        ".a { width: 50px; height: auto; text-align: center; vertical-align: top; background-color: #FFF; float: left }"
    )
    html = inline(page('<p class="a">x</p><img class="a" src="https://x.example/a.png" alt="">', style))
    for attribute in (" width=", " height=", " align=", " valign=", " bgcolor="):
        assert attribute not in html


def test_invisible_characters_are_written_so_that_people_can_find_them() -> None:
    assert "<p>a&nbsp;b&zwnj;c&#847;d</p>" in inline(page("<p>a\u00a0b&zwnj;c&#847;d</p>"))


def test_stylesheets_are_never_fetched() -> None:
    for address in ("http://127.0.0.1:9/x.css", "file:///etc/passwd", "//evil.example/x.css"):
        assert f'href="{address}"' in inline(page("x", head=f'<link rel="stylesheet" href="{address}">'))


def test_a_style_that_is_also_a_selector_does_not_break_the_cache() -> None:
    assert "<p" in inline(page('<p class="a" style="color:red">x</p>', "p { margin: 0 } .a { color: red }"))


def test_rules_beyond_premailer_are_one_clear_sentence() -> None:
    with pytest.raises(TemplateError, match=r"cannot be put on its elements .* Use classes only"):
        inline(page("<p>x</p>", ".a[title='a,b'] { color: red }"))


def test_the_cache_is_large_enough_for_a_newsletter() -> None:
    assert import_module("premailer.cache").cache.maxsize >= 20_000
