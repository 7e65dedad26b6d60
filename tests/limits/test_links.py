"""Which links X and Mastodon see in a post."""

from __future__ import annotations

import pytest
from hypothesis import given

from pipeline.limits import urls
from pipeline.limits.links import web_links
from tests.limits.texts import posts


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in urls(text)]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("zie voorbeeld.nl/pad?a=1&b=2#c, of (www.test.com).", ["voorbeeld.nl/pad?a=1&b=2#c", "www.test.com"]),
        ("voorbeeld.nl?a=1", ["voorbeeld.nl"]),  # without protocol and path the query is not part of it
        ("https://voorbeeld.nl?a=1", ["https://voorbeeld.nl?a=1"]),
        ("https://voorbeeld.nl:8080/a", ["https://voorbeeld.nl:8080/a"]),
        (
            "https://nl.wikipedia.org/wiki/Slaap_(toestand(diep))x",
            ["https://nl.wikipedia.org/wiki/Slaap_(toestand(diep))x"],
        ),
        (
            "https://a.nl/b.(c) https://a.nl/b.(c)d https://a.nl/(b)(c).",
            ["https://a.nl/b", "https://a.nl/b.(c)d", "https://a.nl/(b)(c)"],
        ),
        ("https://münchen.みんな/ xn--mnchen-3ya.de", ["https://münchen.みんな/", "xn--mnchen-3ya.de"]),
        ("日本voorbeeld.nl日本test.com", ["voorbeeld.nl", "test.com"]),
        ("éa.nl éa.nl", ["a.nl", "éa.nl"]),  # the first character of all is rather seen as standing before the link
        ("https://a.nl.onder_streep.nl", ["https://a.nl"]),
        ("https://a.nl/b.nl.c_日d.nl", ["https://a.nl/b.nl.c_", "d.nl"]),
        ("$voorbeeld.nl @voorbeeld.nl #voorbeeld.nl /voorbeeld.nl -voorbeeld.nl", []),
        ("voorbeeld.nl-x voorbeeld.nlx voorbeeld.1nl -.nl .nl", []),
        ("https://onder_streep.nl https://-streep.nl https://streep-.nl", []),
        ("https://" + "a" * 64 + ".nl", []),  # a label has at most 63 characters
        ("https://" + "ü" * 60 + ".nl", []),  # also once written in ASCII
        ("https://voorbeeld.nl/" + "a" * 4096, []),
        ("https://t.co/abc+d https://t.co/" + "a" * 41, ["https://t.co/abc"]),
    ],
)
def test_links_on_x(text: str, links: list[str]) -> None:
    assert found(text) == links


def test_links_on_mastodon_need_their_protocol() -> None:
    text = "voorbeeld.nl HTTPS://voorbeeld.nl/a?b=é#c. ftp://voorbeeld.nl"
    assert [text[start:end] for start, end in web_links(text)] == ["HTTPS://voorbeeld.nl/a?b=é#c"]


@given(posts)
def test_links_are_in_order_and_do_not_overlap(text: str) -> None:
    edges = [edge for link in urls(text) for edge in link]
    assert edges == sorted(set(edges))
