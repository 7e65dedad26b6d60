from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.channels.merge_tags import has_merge_tag, shown_in_html, shown_in_text

JOINER = "\u2060"


def seen(page: str) -> str:
    """What a reader sees: text without markup, entities resolved, the joiner being invisible."""
    return html.unescape(re.sub(r"<[^<>]*>", "", page)).replace(JOINER, "")


def test_a_tag_in_html_shows_and_never_merges() -> None:
    page = "<p>Write *|FNAME|* to greet.</p>"
    assert "*|" not in shown_in_html(page)
    assert "*|" not in html.unescape(shown_in_html(page))
    assert seen(shown_in_html(page)) == "Write *|FNAME|* to greet."


@pytest.mark.parametrize(
    "opening", ["*|", "&#42;|", "*&#124;", "&#x2A;&#x7c;", "&ast;&vert;", "*&verbar;", "**|", "*||"]
)
def test_no_spelling_of_the_opening_survives_a_parser(opening: str) -> None:
    assert "*|" not in html.unescape(shown_in_html(f"<p>{opening}FNAME|*</p>"))


@pytest.mark.parametrize("opening", ["*|", "*%7C", "%2a%7c", "*&#124;"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_tag_in_an_address_is_encoded_and_the_link_still_works(opening: str, quote: str) -> None:
    page = f"<a class=x href={quote}https://bakery.example/?q={opening}A|*{quote}>bread</a>"
    assert shown_in_html(page) == f"<a class=x href={quote}https://bakery.example/?q=%2A%7CA|*{quote}>bread</a>"


def test_a_tag_in_text_shows_and_never_merges() -> None:
    text = shown_in_text("Write *|FNAME|*, see https://bakery.example/?q=*|A|* there")
    assert text == f"Write *{JOINER}|FNAME|*, see https://bakery.example/?q=%2A%7CA|* there"


@pytest.mark.parametrize("text", ["2 * 3 | 4", "**bold**", "a|b", "100% *", "<p style='x'>5 * |</p>"])
def test_other_stars_and_bars_stay_as_they_are(text: str) -> None:
    assert shown_in_html(text) == text
    assert shown_in_text(text) == text
    assert not has_merge_tag(text)


@given(
    st.lists(st.sampled_from(["*", "|", "*|", "a", " ", "<b>", "</b>", "https://x.example/", "&#42;", "&", "href='"]))
)
def test_nothing_made_of_stars_and_bars_merges(pieces: list[str]) -> None:
    raw = "".join(pieces)
    assert "*|" not in shown_in_html(raw)
    assert "*|" not in shown_in_text(raw)
    assert seen(shown_in_html(raw)).replace("%2A%7C", "*|") == html.unescape(re.sub(r"<[^<>]*>", "", raw))
