from __future__ import annotations

import pytest

from pipeline.channels.comparing import holds_page, holds_text, plain

OURS = '<!doctype html><style>a{b:c}</style><p>Bread &amp; butter</p><a href="https://x.example/?a=1&amp;b=2">Café</a>'


@pytest.mark.parametrize(
    "found",
    [
        OURS,
        OURS.replace("<p>", '<P class="x">\n  ').replace("</p>", "</P>\n"),
        OURS.replace("&amp;", "&#38;").replace("é", "&eacute;"),
        OURS.replace("é", "e\u0301"),
        OURS.replace("a{b:c}", "a { b: c }"),
        OURS.replace("Bread", "\u200bBread\u00ad"),
        f"<!-- kept -->{OURS}<p>A badge</p><img src='https://service.example/open.gif'>",
        OURS.replace("<!doctype html>", "<!DOCTYPE html><html><head><title>Bread</title></head><body>"),
    ],
)
def test_a_page_that_says_the_same_is_the_same(found: str) -> None:
    assert holds_page(found, OURS)


@pytest.mark.parametrize(
    "found",
    [
        "",
        None,
        OURS.replace("butter", "margarine"),
        OURS.replace("Bread", "Old Bread,"),
        OURS.replace("<p>Bread &amp; butter</p>", ""),
        OURS.replace("x.example", "evil.example"),
        OURS.replace("</p>", "</p><p>Win a car</p>"),
        OURS.replace("<a ", "<img src='https://evil.example/'><a "),
    ],
)
def test_a_page_that_says_something_else_is_seen(found: str | None) -> None:
    assert not holds_page(found, OURS)


def test_a_text_may_only_get_longer_at_its_ends() -> None:
    assert holds_text("Bread\r\nand  butter \n--\nsent by a service", "Bread\nand butter\n")
    assert not holds_text("Bread and old butter", "Bread and butter")
    assert not holds_text("Breads and butter", "Bread")
    assert not holds_text(None, "Bread")


def test_one_line_is_compared_as_it_is_seen() -> None:
    assert plain(" Cafe\u0301\u2060  noir ") == "Café noir"
