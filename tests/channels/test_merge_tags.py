from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.channels.merge_tags import DJANGO, MAILCHIMP

JOINER = "\u2060"


def seen(page: str) -> str:
    """What a reader sees: text without markup, entities resolved, the joiner being invisible."""
    return html.unescape(re.sub(r"<[^<>]*>", "", page)).replace(JOINER, "")


def test_a_tag_in_html_shows_and_never_merges() -> None:
    page = "<p>Write *|FNAME|* to greet.</p>"
    assert "*|" not in MAILCHIMP.shown_in_html(page)
    assert "*|" not in html.unescape(MAILCHIMP.shown_in_html(page))
    assert seen(MAILCHIMP.shown_in_html(page)) == "Write *|FNAME|* to greet."


@pytest.mark.parametrize(
    "opening",
    ["*|", "&#42;|", "*&#124;", "&#x2A;&#x7c;", "&ast;&vert;", "*&verbar;", "**|", "*||", "&#42|", "&#x2a&#124"],
)
def test_no_spelling_of_the_opening_survives_a_parser(opening: str) -> None:
    assert "*|" not in html.unescape(MAILCHIMP.shown_in_html(f"<p>{opening}FNAME|*</p>"))


@pytest.mark.parametrize("opening", ["*|", "*%7C", "%2a%7c", "*&#124;"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_tag_in_an_address_is_encoded_and_the_link_still_works(opening: str, quote: str) -> None:
    page = f"<a class=x href={quote}https://bakery.example/?q={opening}A|*{quote}>bread</a>"
    assert (
        MAILCHIMP.shown_in_html(page) == f"<a class=x href={quote}https://bakery.example/?q=%2A%7CA|*{quote}>bread</a>"
    )


def test_a_tag_in_text_shows_and_never_merges() -> None:
    text = MAILCHIMP.shown_in_text("Write *|FNAME|*, see https://bakery.example/?q=*|A|* there")
    assert text == f"Write *{JOINER}|FNAME|*, see https://bakery.example/?q=%2A%7CA|* there"


@pytest.mark.parametrize("text", ["2 * 3 | 4", "**bold**", "a|b", "100% *", "<p style='x'>5 * |</p>"])
def test_other_stars_and_bars_stay_as_they_are(text: str) -> None:
    assert MAILCHIMP.shown_in_html(text) == text
    assert MAILCHIMP.shown_in_text(text) == text
    assert not MAILCHIMP.stands_in(text)


@given(
    st.lists(st.sampled_from(["*", "|", "*|", "a", " ", "<b>", "</b>", "https://x.example/", "&#42;", "&", "href='"]))
)
def test_nothing_made_of_stars_and_bars_merges(pieces: list[str]) -> None:
    raw = "".join(pieces)
    assert "*|" not in MAILCHIMP.shown_in_html(raw)
    assert "*|" not in MAILCHIMP.shown_in_text(raw)
    assert seen(MAILCHIMP.shown_in_html(raw)).replace("%2A%7C", "*|") == html.unescape(re.sub(r"<[^<>]*>", "", raw))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("{{ name }}", "{&#8288;{ name }}"),
        ("{% load x %}", "{&#8288;% load x %}"),
        ("{# note #}", "{&#8288;# note #}"),
        ("{{{ x }}}", "{&#8288;{&#8288;{ x }}}"),
        ("&#123;{ x }}", "&#123;&#8288;{ x }}"),
        ("&lbrace;&percnt; x", "&lbrace;&#8288;&percnt; x"),
        ("{name}", "{name}"),
    ],
)
def test_djangos_tags_show_and_never_run(typed: str, shown: str) -> None:
    assert DJANGO.shown_in_html(f"<p>{typed}</p>") == f"<p>{shown}</p>"
    assert seen(f"<p>{shown}</p>") == html.unescape(typed)


def test_djangos_tags_in_addresses_are_encoded() -> None:
    page = '<a href="https://x.example/{{a}}?b={%c%}{#d">{{a}}</a>'
    expected = '<a href="https://x.example/%7B%7Ba}}?b=%7B%25c%}%7B#d">{&#8288;{a}}</a>'
    assert DJANGO.shown_in_html(page) == expected
    assert DJANGO.shown_in_text("see https://x.example/{{a}} {{b}}") == "see https://x.example/%7B%7Ba}} {\u2060{b}}"


def test_a_style_sheet_keeps_its_meaning() -> None:
    page = "<style>@media print{#menu{display:none}} a{color:#fff}</style>"
    assert DJANGO.shown_in_html(page) == "<style>@media print{ #menu{display:none}} a{color:#fff}</style>"


@given(st.lists(st.sampled_from(["{", "%", "#", "{{", "a", " ", "<b>", "</b>", "https://x.example/", "&#123;", "&"])))
def test_nothing_made_of_braces_runs(pieces: list[str]) -> None:
    raw = "".join(pieces)
    opening = re.compile(r"\{[{%#]")
    assert not opening.search(html.unescape(DJANGO.shown_in_html(raw)))
    assert not opening.search(DJANGO.shown_in_text(raw))
