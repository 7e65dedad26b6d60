"""A mail's page in the archive: the same letter, for everybody."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.compose import online, words
from pipeline.compose.online import Addresses
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Email
from tests.compose.letters import a_full_letter

AT = Addresses("https://a.example/news/weekly/2026-W47/", "https://a.example/news/", "https://a.example/news/feed.xml")
FOOTER = f'<p><a href="{VIEW_ONLINE}">View online</a> · <a href="{UNSUBSCRIBE}">Unsubscribe</a></p>'


def a_mail(body: str, **changes: str) -> Email:
    html = f"<!DOCTYPE html><html><head><title>Bread</title></head><body>{body}</body></html>"
    values = {"subject": "Bread", "preheader": "It keeps.", "html": html, "text": "Bread", "language": "en"}
    return Email(**(values | changes))  # type: ignore[arg-type]


def a_page(body: str, **changes: str) -> str:
    return online.page(a_mail(body, **changes), AT, "Example Bakery", words.load("en"))


@pytest.fixture(scope="module")
def whole() -> str:
    return online.page(a_full_letter().composed.email, AT, "Example Bakery", words.load("en"))


def read(page: str, where: str) -> str:
    node = LexborHTMLParser(page).css_first(where)
    assert node
    return " ".join(node.text(separator=" ").split())


def body_of(page: str) -> str:
    return page.partition("<body")[2].partition(">")[2].removesuffix("</body></html>\n")


def test_everything_that_is_read_in_the_mail_is_on_its_page(whole: str) -> None:
    said = read(a_full_letter().html, "table.letter")
    assert len(said) > 200
    assert read(whole, "table.letter") == said.replace("View online Unsubscribe", "All editions")


def test_nothing_of_one_reader_is_left(whole: str) -> None:
    assert UNSUBSCRIBE not in whole
    assert VIEW_ONLINE not in whole
    assert "Unsubscribe" not in whole
    assert "utm_" not in whole
    assert "<!--" not in whole
    assert 'class="preheader"' not in whole


def test_what_a_provider_would_fill_in_for_one_reader_is_not_on_the_page() -> None:
    mail = replace(a_mail("<p>Dear <b>*|FNAME|*</b>, 2 *| 3</p>"), tags=("*|FNAME|*",))
    assert read(online.page(mail, AT, "Example Bakery", words.load("en")), "p") == "Dear , 2 *| 3"


def test_its_head_says_where_it_stands_and_what_it_is(whole: str) -> None:
    head = whole.partition("</head>")[0]
    assert f'<link rel="canonical" href="{AT.page}">' in head
    assert f'type="application/atom+xml" title="Example Bakery" href="{AT.feed}"' in head
    assert head.index('charset="utf-8"') < 1024
    assert "default-src &#39;none&#39;" in head


def test_its_letter_is_the_main_part_of_the_page(whole: str) -> None:
    assert whole.count('role="main"') == 1
    assert "aria-roledescription" not in whole


def test_a_design_that_names_no_main_part_gets_one() -> None:
    body = '<div role="article" aria-roledescription="email">Bread</div>'
    assert body_of(a_page(body)) == '<div role="main">Bread</div>'
    assert a_page(f"{body}<main>Soup</main>").count('role="main"') == 0


def test_view_online_becomes_all_editions_and_the_sign_beside_unsubscribe_goes() -> None:
    assert body_of(a_page(FOOTER)) == f'<p><a href="{AT.index}">All editions</a></p>'


def test_the_pages_own_address_leads_to_all_editions_too() -> None:
    assert body_of(a_page(f'<p><a href="{AT.page}">View</a></p>')) == f'<p><a href="{AT.index}">All editions</a></p>'


def test_a_line_that_only_unsubscribes_goes_whole() -> None:
    assert body_of(a_page(f'<div>Bread<p>| <a href="{UNSUBSCRIBE}">Stop</a></p></div>')) == "<div>Bread</div>"


def test_words_around_unsubscribe_stay() -> None:
    assert body_of(a_page(f'<p>Too much? <a href="{UNSUBSCRIBE}">Stop</a></p>')) == "<p>Too much? </p>"


@pytest.mark.parametrize(
    ("href", "left"),
    [
        ("https://b.example/?utm_source=weekly&utm_medium=email&utm_campaign=2026-W47", "https://b.example/"),
        ("https://b.example/x?a=1&b&utm_medium=email&utm_campaign=w#part", "https://b.example/x?a=1&b#part"),
        (
            "https://b.example/?utm_medium=social&utm_campaign=own",
            "https://b.example/?utm_medium=social&utm_campaign=own",
        ),
        ("https://[b/?utm_medium=email", "https://[b/?utm_medium=email"),
        ("mailto:post@b.example", "mailto:post@b.example"),
    ],
)
def test_only_what_says_that_it_came_by_mail_leaves_an_address(href: str, left: str) -> None:
    page = LexborHTMLParser(a_page(f'<a href="{href}">x</a>')).css_first("body a")
    assert page
    assert page.attributes["href"] == left


def test_a_preheader_of_a_template_of_ones_own_goes_and_what_small_screens_show_stays() -> None:
    page = a_page(
        '<div style="DISPLAY : none">It keeps. &zwnj;</div><div style="display:none">Menu for phones</div><p>Bread</p>'
    )
    assert body_of(page) == '<div style="display:none">Menu for phones</div><p>Bread</p>'


def test_an_empty_preheader_takes_nothing_along() -> None:
    assert "Menu" in body_of(a_page('<div style="display:none">Menu</div>', preheader=""))


def test_a_subject_cannot_break_out_of_the_head() -> None:
    page = a_page("<p>x</p>", subject='"><script>alert(1)</script>', preheader="<b>")
    assert "<script" not in page
    assert re.search(r'og:title" content="&#34;&gt;&lt;script', page)


def test_the_same_mail_gives_the_same_page() -> None:
    assert a_page(FOOTER) == a_page(FOOTER)
