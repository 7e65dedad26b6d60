"""Addresses in what we send."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.links import is_ours, with_utm
from pipeline.identity import site_of

ADDED = "utm_source=weekly&utm_medium=email&utm_campaign=2026-W47"
ODD = st.text(st.sampled_from("ab?&=;%25+/:@[]{}|*!'~$ é水"), max_size=20)
HOSTS = st.sampled_from(
    ["bakery.example", "www.bakery.example:8443", "bäckerei.example", "ann:pw@bakery.example", "[2001:db8::1]"]
)


def tracked(url: str) -> str:
    return with_utm(url, source="weekly", medium="email", campaign="2026-W47")


def test_a_web_address_is_told_where_the_click_came_from() -> None:
    assert tracked("https://bakery.example/bread?page=2#crust") == (
        f"https://bakery.example/bread?page=2&{ADDED}#crust"
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://b.example", "https://b.example?{}"),
        ("https://b.example/?", "https://b.example/?{}"),
        ("https://b.example/#", "https://b.example/?{}#"),
        ("https://b.example/#a?b#c", "https://b.example/?{}#a?b#c"),
        ("https://b.example/?a&b=;c", "https://b.example/?a&b=;c&{}"),
        ("https://b.example/?a=1&a=2&", "https://b.example/?a=1&a=2&{}"),
        ("https://b.example/?q=%7e%2F+~é", "https://b.example/?q=%7e%2F+~é&{}"),
        ("https://b.example/??", "https://b.example/??&{}"),
        ("https://b.example/?a?b=1", "https://b.example/?a?b=1&{}"),
        ("https://bäckerei.example:8443/brot;v=1/../x", "https://bäckerei.example:8443/brot;v=1/../x?{}"),
        ("https://ann:pw@b.example/", "https://ann:pw@b.example/?{}"),
        ("HTTPS://B.example/", "HTTPS://B.example/?{}"),
        ("https://b.example/?e=*|EMAIL|*", "https://b.example/?e=*|EMAIL|*&{}"),
    ],
)
def test_what_is_there_stays_byte_for_byte(url: str, expected: str) -> None:
    assert tracked(url) == expected.format(ADDED)


@given(HOSTS, ODD, ODD, ODD)
def test_of_any_address_only_the_end_of_the_query_changes(name: str, path: str, query: str, fragment: str) -> None:
    before = f"https://{name}/{path.replace('?', '')}?{query}"
    found = tracked(f"{before}#{fragment}")
    assert found.startswith(before)
    assert found.endswith(f"{ADDED}#{fragment}")
    assert found.removeprefix(before).removesuffix(f"{ADDED}#{fragment}") in {"", "&"}


@given(HOSTS, st.lists(st.tuples(st.text(min_size=1, max_size=5), st.text(max_size=5)), max_size=4))
def test_a_server_reads_its_own_parameters_as_before(name: str, given_: list[tuple[str, str]]) -> None:
    url = f"https://{name}/?{urlencode(given_)}"
    assert parse_qsl(urlsplit(tracked(url)).query, keep_blank_values=True)[: len(given_)] == given_


@given(HOSTS, ODD)
def test_marking_twice_is_marking_once(name: str, query: str) -> None:
    once = tracked(f"https://{name}/?{query}")
    assert tracked(once) == once


@pytest.mark.parametrize("there", ["utm_source=rss", "utm%5Fsource=rss", "UTM_Source=rss", "a=1;utm_source=rss"])
def test_what_an_address_says_of_itself_stays(there: str) -> None:
    assert tracked(f"https://bakery.example/?{there}") == (
        f"https://bakery.example/?{there}&utm_medium=email&utm_campaign=2026-W47"
    )


@pytest.mark.parametrize(
    "url",
    [
        "mailto:ask@bakery.example?subject=Bread",
        "tel:+31201234567",
        "sms:+31201234567",
        "#top",
        "/bread",
        "//bakery.example/",
        "https://",
        "https:///bread",
        "",
        "*|UNSUB|*",
        "*|ARCHIVE|*#top",
        "{{ unsubscribe }}",
        "{$unsubscribe}",
        "{% unsubscribe_url %}",
        "[[UNSUB_LINK_EN]]",
        "%%unsubscribe%%",
        "<%asm_group_unsubscribe_raw_url%>",
    ],
)
def test_what_is_no_web_address_stays_as_it_is(url: str) -> None:
    assert tracked(url) == url


def test_a_parameter_that_says_nothing_is_not_added() -> None:
    assert with_utm("https://bakery.example/", source="x", medium="social", campaign="") == (
        "https://bakery.example/?utm_source=x&utm_medium=social"
    )


@pytest.mark.parametrize(
    "url", ["https://www.bakery.example/x", "http://shop.bakery.example:81", "https://u:p@bakery.example"]
)
def test_our_site_and_what_lies_below_it_is_ours(url: str) -> None:
    assert is_ours(url, {"bakery.example"})


@pytest.mark.parametrize(
    "url",
    ["https://notbakery.example", "https://bakery.example.evil.example", "mailto:a@bakery.example", "https://[x", ""],
)
def test_everything_else_is_a_strangers(url: str) -> None:
    assert not is_ours(url, {"bakery.example", ""})


def test_the_name_of_a_site_is_without_www() -> None:
    assert site_of("https://www.Bakery.example:8443/x") == "bakery.example"
    assert site_of("https://[x") == ""
