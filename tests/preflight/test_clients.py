"""What each mail program takes away from a mail, and what it must leave."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from pipeline.preflight import clients
from pipeline.preflight.clients import PROFILES, Profile, gmail, support
from pipeline.preflight.email.size import CLIPPED
from pipeline.preflight.email.support import facts
from tests.compose.letters import a_full_letter

BY_NAME = {profile.name: profile for profile in PROFILES}
GMAIL = ["gmail-web", "gmail-app", "gmail-android-dark", "gmail-ios-dark"]
DARKENED = [profile for profile in PROFILES if profile.likeness == "simulated" and profile.name != "samsung-dark"]
every_program = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
LETTER = a_full_letter()


def a_mail(body: str = "<p>Bread</p>", head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="en"><head><title>Bread</title>{head}</head><body>{body}</body></html>'


def seen(name: str, body: str = "<p>Bread</p>", head: str = "", text: str = "") -> LexborHTMLParser:
    return LexborHTMLParser(clients.seen_by(BY_NAME[name], a_mail(body, head), text))


def styles(page: LexborHTMLParser) -> str:
    """All style sheets of a page but our own."""
    return "\n".join(node.text(deep=True) for node in page.css("style:not([data-seen-by])"))


def style_of(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    assert node is not None
    return node.attributes.get("style") or ""


# Gmail


@pytest.mark.parametrize("name", GMAIL)
def test_gmail_drops_a_style_sheet_with_a_nested_rule_and_keeps_the_others(name: str) -> None:
    head = "<style>.a { color: red } @media screen { @media (max-width: 9px) { .a { color: blue } } }</style><style>.b { color: green }</style>"
    assert styles(seen(name, head=head)) == ".m_b { color: green }"


def test_gmail_drops_the_style_sheet_that_goes_beyond_16_kb_together_with_those_before() -> None:
    ten = "<style>" + ".a { color: red }\n" * 600 + "</style>"
    assert styles(seen("gmail-web", head=ten)).count("color: red") == 600
    assert styles(seen("gmail-web", head=ten * 2)).count("color: red") == 600


def test_gmail_drops_a_style_sheet_that_cannot_be_read() -> None:
    assert styles(seen("gmail-web", head="<style>.a { color: red } } .b</style>")) == ""


def test_gmail_knows_small_screens_and_not_dark_ones() -> None:
    head = (
        "<style>@media only screen and (max-width: 480px) { .a { color: red !important } }</style>"
        "<style>@media (prefers-color-scheme: dark) { .a { color: white } }</style><style>[data-ogsc] .a { color: white }</style>"
    )
    left = styles(seen("gmail-app", head=head))
    assert "max-width: 480px" in left
    assert ".m_a { color: red !important }" in left
    assert "white" not in left


def test_gmail_gives_classes_and_ids_a_prefix_in_elements_and_rules_alike() -> None:
    page = seen(
        "gmail-web", '<p class="a b" id="c">Bread</p>', "<style>p.a > #c { color: red } .d .b { color: blue }</style>"
    )
    node = page.css_first("p")
    assert node is not None
    assert (node.attributes["class"], node.attributes["id"]) == ("m_a m_b", "m_c")
    assert styles(page) == "p.m_a > #m_c { color: red }\n.m_d .m_b { color: blue }"


def test_gmail_takes_what_its_list_lacks_and_keeps_the_rest() -> None:
    style = "color: red; position: absolute; margin: -8px 0; padding: 4px; transform: none; width: var(--w); box-shadow: none"
    assert style_of(seen("gmail-web", f'<p style="{style}">Bread</p>'), "p") == "color: red; padding: 4px"


@pytest.mark.parametrize(("program", "kept"), [("gmail-web", False), ("yahoo", False), ("outlook-com", True)])
def test_a_grid_is_laid_out_only_where_it_is_known(program: str, kept: bool) -> None:
    page = seen(program, '<p style="display: block; display: inline-grid">Bread</p>')
    assert style_of(page, "p") == ("display: block; display: inline-grid" if kept else "display: block")


# A table of what a program takes away, and its client among the facts; below, how these call what it names.
TABLES = [
    (support.GMAIL, "gmail/desktop-webmail"), (support.OUTLOOK_COM, "outlook/outlook-com"),
    (support.YAHOO, "yahoo/desktop-webmail"), (support.WORD, "outlook/windows"), (support.SAMSUNG, "samsung-email/android"),
    (support.THUNDERBIRD, "thunderbird/macos"), (support.APPLE, "apple-mail/ios"),
]  # fmt: skip
CALLED = {
    "properties": ["css-{}"],
    "functions": ["css-{}", "css-function-{}", "css-unit-{}"],
    "units": ["css-unit-{}"],
    "pseudo": ["css-pseudo-class-{}", "css-pseudo-element-{}"],
}


@pytest.mark.parametrize(("table", "client"), TABLES)
def test_nothing_is_taken_away_that_the_facts_say_is_known(table: support.Support, client: str) -> None:
    named = [
        (part, name, form.format(name)) for part in CALLED for name in getattr(table, part) for form in CALLED[part]
    ]
    known = facts.features()
    assert [one for one in named if one[2] in known and known[one[2]].known[client] == "y"] == []


def test_gmail_makes_a_div_of_body_so_that_rules_for_it_are_for_nothing() -> None:
    assert styles(
        seen("gmail-web", head="<style>body { color: red } :root { color: red } .body { color: blue }</style>")
    ) == (".m_body { color: blue }")


def test_gmail_with_another_account_reads_no_style_sheet_and_every_style_on_an_element() -> None:
    page = seen("gmail-app-foreign", '<p style="color: red">Bread</p>', "<style>p { color: blue }</style>")
    assert styles(page) == ""
    assert style_of(page, "p") == "color: red"


def test_gmail_clips_a_long_mail_without_its_style_sheets_and_says_so() -> None:
    body = '<p class="a">' + "Bread. " * 20_000 + "</p><p>The end</p>"
    page = seen("gmail-web", body, "<style>.a { color: red }</style>")
    assert page.body is not None
    words = page.body.text()
    assert words.startswith("Bread. ")
    assert words.rstrip().endswith("View entire message")
    assert "The end" not in words
    assert "[Message clipped]" in words
    assert styles(page) == ""


def test_a_mail_of_just_so_many_bytes_is_whole() -> None:
    rest = CLIPPED - len(a_mail(""))
    assert gmail.clipped(a_mail("é" * (rest // 2) + "x" * (rest % 2)))[1] is False
    assert gmail.clipped(a_mail("é" * (rest // 2) + "xx"))[1] is True


def test_a_clip_in_the_middle_of_a_tag_shows_no_half_tag() -> None:
    start = "x" * (CLIPPED - 10)
    part, is_clipped = gmail.clipped(f'{start}<a href="https://example.org/">Bread</a>')
    assert (part, is_clipped) == (start, True)


# Word


def test_word_alone_reads_what_comments_hold_for_it() -> None:
    body = "<!--[if mso]><i>Word</i><![endif]--><!--[if !mso]><!--><b>Others</b><!--<![endif]--><!-- note -->"
    for profile in PROFILES:
        if not profile.is_text:
            page = seen(profile.name, body)
            assert (page.css_first("i") is not None) is profile.reads_word, profile.name
            assert (page.css_first("b") is not None) is not profile.reads_word, profile.name


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        *[("mso", True), ("gte mso 9", True), ("gt mso 16", False), ("lte mso 12", False), ("mso 16", True)],
        *[("(mso)|(IE)", True), ("(gte mso 9)&(lt mso 15)", False), ("IE", False), ("!mso", False), ("!IE", True)],
        *[("", False), ("mso x", False), ("true", True)],
    ],
)
def test_a_condition_means_what_it_means_in_word(condition: str, holds: bool) -> None:
    page = seen("outlook-windows", f"<!--[if {condition}]><i>Word</i><![endif]-->")
    assert (page.css_first("i") is not None) is holds


def test_a_comment_may_open_in_one_and_close_in_another() -> None:
    body = "<!--[if mso]><table><tr><td><![endif]--><p>Bread</p><!--[if mso]></td></tr></table><![endif]-->"
    assert seen("outlook-windows", body).css_first("td > p") is not None
    assert seen("apple-mail", body).css_first("table") is None


@pytest.mark.parametrize(
    ("element", "style", "left"),
    [
        ("td", "padding: 4px 8px", "padding: 4px 8px"),
        ("div", "padding: 4px; color: red", "color: red"),
        ("a", "padding: 4px; display: inline-block; border-radius: 8px; color: red", "color: red"),
        ("p", "margin: 0 0 8px", "margin: 0 0 8px"),
        ("p", "margin: -4px 0", ""),
        ("table", "margin: 8px 0; max-width: 600px; width: 100%", "max-width: 600px; width: 100%"),
        ("div", "max-width: 600px; width: 300px; float: left; opacity: 0.5", ""),
        ("td", "background: #fff url(a.png) no-repeat", "background-color: #fff"),
        ("td", "background: url(a.png)", ""),
        ("p", "color: red !important; font-size: 16px", "font-size: 16px"),
        ("p", "color: rgba(0, 0, 0, 0.5); font-size: 2rem", ""),
        ("div", "display: none", "display: none"),
        ("div", "mso-hide: all", "display: none"),
        ("td", "padding: 4px; mso-padding-alt: 14px 28px", "padding: 14px 28px"),
    ],
)
def test_word_lays_out_by_its_own_rules(element: str, style: str, left: str) -> None:
    tag = f'<{element} style="{style}">Bread</{element}>'
    body = f"<table><tr>{tag}</tr></table>" if element == "td" else tag
    assert style_of(seen("outlook-windows", body), element) == left


def test_word_reads_plain_rules_and_no_media_queries() -> None:
    head = "<style>p { color: red } .a > p, p:hover, p[lang] { color: blue } @media screen { p { color: blue } } .a td.b, td { padding: 4px } .b, td, p { padding: 4px }</style>"
    assert styles(seen("outlook-windows", head=head)) == "p { color: red }\n.a td.b, td { padding: 4px }"


def test_word_draws_no_webp_and_shows_its_words() -> None:
    page = seen(
        "outlook-windows",
        '<img src="https://example.org/a.webp?x=1" alt="Bread"><img src="https://example.org/b.png" alt="Oven">',
    )
    assert [image.attributes.get("src") for image in page.css("img")] == [None, "https://example.org/b.png"]


def test_a_shape_of_word_has_its_size_and_colour() -> None:
    shape = '<v:roundrect href="https://example.org/" style="height:44px;v-text-anchor:middle;width:200px" fillcolor="#1F5F5B"><center>Read on</center></v:roundrect>'
    style = style_of(seen("outlook-windows", f"<!--[if mso]>{shape}<![endif]-->"), r"v\:roundrect")
    assert "width: 200px; height: 44px; background-color: #1F5F5B" in style


# Other programs


def test_outlook_com_filters_and_prefixes() -> None:
    page = seen(
        "outlook-com",
        '<p class="a" style="color: red; position: sticky; margin-top: -4px; width: calc(1px + 2px)">Bread</p>',
        "<style>.a { color: red } .a.b { color: blue } [data-ogsc] .a { color: white } .a[lang] { color: blue }"
        " @media screen { .a { color: red } @media print { .a { color: blue } } }</style>",
    )
    assert style_of(page, "p.x_a") == "color: red; position: sticky"
    assert (
        styles(page)
        == ".x_a { color: red }\n[data-ogsc] .x_a { color: white }\n@media screen {\n.x_a { color: red }\n}"
    )


def test_outlook_com_darkens_what_is_light_and_remembers_what_it_was() -> None:
    body = '<table><tr><td style="background-color: #ffffff"><p style="color: #222222">Bread</p></td><td style="background-color: #1f2f2d; color: #ffffff">Oven</td></tr></table>'
    page = seen("outlook-com-dark", body)
    light, dark = page.css("td")
    assert light.attributes["data-ogsb"] == "#ffffff"
    assert light.attributes["style"] == "background-color: #121212"
    assert dark.attributes["style"] == "background-color: #1F2F2D; color: #FFFFFF"
    words = page.css_first("p")
    assert words is not None
    assert words.attributes["data-ogsc"] == "#222222"
    assert words.attributes["style"] == "color: #F6F6F6"
    assert page.css_first("html[data-ogsc][data-ogsb]") is not None, "the mail's own rules are for what is inside"


def test_gmail_on_iphone_turns_dark_grounds_around_too_and_on_android_not() -> None:
    body = '<p style="background-color: #102020; color: #ffffff">Bread</p><table bgcolor="#ffffff"><tr><td>Oven</td></tr></table>'
    apple, android = seen("gmail-ios-dark", body), seen("gmail-android-dark", body)
    assert style_of(apple, "p") == "background-color: #DFEFEF; color: #000000"
    assert style_of(android, "p") == "background-color: #102020; color: #FFFFFF"
    for page in (apple, android):
        table = page.css_first("table")
        assert table is not None
        assert table.attributes["bgcolor"] in {"#000000", "#121212"}


def test_apple_mail_takes_the_mails_own_dark_colours_in_dark_alone() -> None:
    head = (
        "<style>:root { color-scheme: light dark } @media (prefers-color-scheme: dark) { .a { color: white } }</style>"
    )
    dark, light = styles(seen("apple-mail-dark", head=head)), styles(seen("apple-mail", head=head))
    assert "@media (min-width: 0) {\n.a { color: white }\n}" in dark
    assert "@media (max-width: 0) {\n.a { color: white }\n}" in light
    assert ":root { color-scheme: dark }" in dark
    assert ":root { color-scheme: light }" in light


def test_yahoo_makes_least_heights_and_takes_labels_away() -> None:
    page = seen("yahoo", '<p class="a" style="height: 8px; word-break: break-all" aria-label="b">Bread</p>')
    assert style_of(page, "p.yiva") == "min-height: 8px"
    assert page.css_first("[aria-label]") is None


def test_thunderbird_shows_no_picture_and_no_rules_for_small_screens() -> None:
    page = seen(
        "thunderbird",
        '<img src="https://example.org/a.png" alt="Bread">',
        "<style>@media screen { p { color: red } } p { color: blue }</style>",
    )
    assert page.css_first("img:not([src])[alt=Bread]") is not None
    assert styles(page) == "p { color: blue }"


def test_the_text_part_is_shown_as_it_is_in_its_language() -> None:
    page = seen("plain-text", text="Bread <b>\n  & oven\n")
    words = page.css_first("html[lang=en] pre")
    assert words is not None
    assert words.text() == "Bread <b>\n  & oven\n"


# All of them


@every_program
def test_every_program_keeps_every_word(profile: Profile) -> None:
    page = LexborHTMLParser(clients.seen_by(profile, LETTER.html, LETTER.text))
    assert page.body is not None
    words = " ".join(page.body.text().split())
    for sentence in ("Dough that rests overnight keeps two days longer", "Example Bakery", "Mill Lane 1"):
        assert sentence in words
    if not profile.is_text:
        source = LexborHTMLParser(LETTER.html)
        assert len(page.css("a[href]")) == len(source.css("a[href]"))


@every_program
def test_no_view_asks_the_viewers_machine_for_its_colours(profile: Profile) -> None:
    page = clients.seen_by(profile, LETTER.html, LETTER.text)
    assert "prefers-color-scheme" not in page
    assert page.count('name="color-scheme"') == 1
    assert f'content="{profile.scheme}"' in page


HOSTILE = (
    '<script>alert(1)</script><svg><script>alert(2)</script></svg><img src=x onerror=alert(3)><a href="java\tscript:alert(4)">a</a>'
    '<iframe srcdoc="<script>alert(5)</script>"></iframe><form action="https://evil.example"><input name=a>words</form>'
    '<meta http-equiv=refresh content="0;url=https://evil.example"><base href="https://evil.example"><link rel=stylesheet href=//evil.example>'
    '<object data="https://evil.example"><object data=a></object></object><p style="background: url(javascript:alert(6))">b</p>'
    "<style>@import 'https://evil.example'; p::before { content: '\\3c /style>\\3c script>alert(7)//' }</style>"
)


@every_program
def test_nothing_in_a_view_runs_asks_or_sends(profile: Profile) -> None:
    page = LexborHTMLParser(clients.seen_by(profile, a_mail(HOSTILE), HOSTILE))
    assert page.css("script, iframe, form, input, link, object, base:not([target=_blank]), [onerror], [srcdoc]") == []
    refreshing = [
        node for node in page.css("meta[http-equiv]") if node.attributes["http-equiv"] != "Content-Security-Policy"
    ]
    assert refreshing == []
    assert not [node for node in page.css("a[href]") if "script" in (node.attributes["href"] or "")]
    assert page.css_first("meta[content^=\"default-src 'none'\"]") is not None
    if not profile.is_text:
        assert page.body is not None
        assert "words" in page.body.text(), "what a form says stays"


@pytest.mark.parametrize("profile", [one for one in PROFILES if one not in DARKENED], ids=lambda profile: profile.name)
@pytest.mark.parametrize("html", [LETTER.html, a_mail(HOSTILE)], ids=["letter", "hostile"])
def test_what_a_program_left_it_leaves_again(profile: Profile, html: str) -> None:
    once = clients.seen_by(profile, html, LETTER.text)
    assert clients.seen_by(profile, once, LETTER.text) == once


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<table>",
            "<td style='",
            "'>",
            '">',
            "<style>",
            "</style>",
            "<!--[if mso]>",
            "<![endif]-->",
            "<!--",
        ),
        *(
            "-->",
            "@media (",
            "{",
            "}",
            "(",
            ")",
            ";",
            ":",
            "color: red",
            "background: #fff8",
            "margin: -1px",
            "!important",
            ".a",
        ),
        *(
            "\0",
            "\ud800",
            "é",
            "<html>",
            "<head>",
            "</head>",
            "<body style=color:rgb(0)>",
            "<svg>",
            "<math>",
            "<template>",
            "url(",
            "\\",
        ),
        *(
            "[data-ogsc] ",
            "hsl(none 1% 1%)",
            "<v:rect style=",
            " class=' a\t b'",
            "<img src=",
            "<meta http-equiv=",
            "<form>",
            "</form>",
        ),
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=40), st.text(max_size=20))
def test_no_mail_is_too_broken_to_show(pieces: list[str], text: str) -> None:
    html = "".join(pieces)
    for profile in PROFILES:
        page = clients.seen_by(profile, html, text)
        assert "<script" not in page
        assert LexborHTMLParser(page).css_first("meta[name=color-scheme]") is not None


@pytest.mark.parametrize("piece", ["(", "{", "@media x{", ".a{", "[", "a:f("])
def test_css_that_nests_without_end_is_no_css(piece: str) -> None:
    deep = piece * 4_000
    for profile in PROFILES:
        page = clients.seen_by(profile, a_mail(f'<p style="{escape(deep)}">Bread</p>', f"<style>{deep}</style>"), "")
        assert "Bread" in page or profile.is_text


def test_a_view_knows_its_width_and_says_how_true_it_is() -> None:
    views = clients.views(LETTER.html, LETTER.text)
    assert len({view.profile.name for view in views}) == len(views) >= 6
    assert all(re.fullmatch(r"[a-z][a-z-]+", view.profile.name) for view in views)
    assert all(320 <= view.profile.width <= 800 and view.profile.note.endswith(".") for view in views)
    assert {view.profile.scheme for view in views} == {"light", "dark"}


def test_the_documentation_has_the_table_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs/mail-programs.md").read_text(encoding="utf-8")
    rows = [f"| {one.label} | {one.scheme} | {one.width} | {one.likeness} | {one.note} |" for one in PROFILES]
    assert "\n".join(rows) in page


@pytest.mark.parametrize("color", ["lab(50% 40 59)", "oklch(60% 0.15 50)", "color(display-p3 1 0 0)"])
def test_a_colour_beyond_srgb_stops_no_view(color: str) -> None:
    page = f'<html><body><table bgcolor="{color}"><tr><td>Bread keeps.</td></tr></table></body></html>'
    assert all("Bread keeps." in view.html for view in clients.views(page, "Bread keeps."))
