from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.channels.bluesky.facets import facets
from pipeline.channels.bluesky.records import draft
from pipeline.channels.bluesky.rules import mistakes
from tests.channels.messages import a_post

LINK = "https://bakery.example/bread?utm_source=bluesky&utm_medium=social#top"


def shown(text: str, link: str | None = None) -> list[tuple[str, str]]:
    """Each facet as what readers see of it, and where it leads."""
    data = text.encode()
    return [(data[facet.start : facet.end].decode(), facet.value) for facet in facets(text, link)]


PIECES = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
        st.sampled_from(
            ["💡", "é", "e\u0301", "👩‍👩‍👧", " ", "\n", ". ", "#Bread", "#1", "＃パン", "#خبز", "\u202e", "(", ")", LINK, "bakery.example/bread"]
        ),
        st.sampled_from(
            ["https://example.org/a_(b)", "http://xn--bcher-kva.example/ü", "ann@example.org", "voorbeeld.nl", "e.g."]
        ),
    ),
    max_size=12,
).map("".join)  # fmt: skip
LINKED = [
    (LINK, LINK),
    ("bakery.example/bread", LINK),
    ("https://example.org/a_(b)?c=1&d=é#e", "https://example.org/a_(b)?c=1&d=é#e"),
    ("voorbeeld.nl/brood", "https://voorbeeld.nl/brood"),
    ("http://bücher.example/ü", "http://bücher.example/ü"),
]
TAGGED = [(f"#{tag}", tag) for tag in ("Bread", "brood-dag", "cafe\u0301", "パン", "خبز", "2026plan", "🍞")]
PLAIN = [
    "💡",
    "e\u0301",
    "👩🏽‍🍳",
    "🇳🇱",
    "مرحبا",
    "\u202eabc\u202c",
    "한국",
    "क्षि",
    "e.g.",
    "a#b",
    "#",
    "#2026",
    "@ben",
    "ann@example.org",
    "“",
    "(",
    "1/2",
]
# What stands in the text before something, what it is and where it leads, and what stands after it.
WORDS = st.one_of(
    st.sampled_from(PLAIN).map(lambda word: (word, None, "")),
    st.tuples(st.sampled_from(["", "(", "“", "→", "'"]), st.sampled_from(LINKED), st.sampled_from(["", ".", ",", "”", "…", "!?"])),
    st.tuples(st.just(""), st.sampled_from(TAGGED), st.sampled_from(["", ".", ",", ")", "!”", "…"])),
)  # fmt: skip


@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", "\n", "\n\n", "\u3000"])), max_size=12))
def test_links_and_hashtags_are_found_to_the_byte_whatever_stands_around_them(words: list[Any]) -> None:
    text, expected = "", []
    for (before, one, after), blank in words:
        text += before
        if one:
            start = len(text.encode())
            expected.append((start, start + len(one[0].encode()), one[1]))
        text += (one[0] if one else "") + after + blank
    assert [(facet.start, facet.end, facet.value) for facet in facets(text, LINK)] == expected


@given(PIECES, st.sampled_from([None, LINK, "https://bakery.example"]))
@example("💡 " + LINK + " 💡 #Brood", LINK)
def test_each_range_is_exactly_what_is_linked(text: str, link: str | None) -> None:
    found = facets(text, link)
    data = text.encode()
    last = 0
    for facet in found:
        assert last <= facet.start < facet.end <= len(data)
        piece = data[facet.start : facet.end].decode()  # strict: a cut character would raise
        if facet.kind == "tag":
            assert piece[0] in "#＃"
            assert piece[1:] == facet.value
        else:
            assert facet.value == link or facet.value.removeprefix("https://") == piece.removeprefix("https://")
            assert re.match("https?://", facet.value, re.IGNORECASE)
        last = facet.end


@given(PIECES)
def test_every_record_with_a_text_that_fits_keeps_the_rules(text: str) -> None:
    wrong = mistakes(draft(a_post(text=text, link=LINK, images=()), []))
    assert [mistake for mistake in wrong if "Bluesky takes" not in mistake and "Bluesky refuses" not in mistake] == []


def test_the_posts_own_link_is_whole_even_where_its_short_form_is_shown() -> None:
    assert shown(f"Bread keeps 💡\n\n{LINK}\n#Bread", LINK) == [(LINK, LINK), ("#Bread", "Bread")]
    assert shown("Bread keeps 💡\n\nbakery.example/bread\n#Bread", LINK) == [
        ("bakery.example/bread", LINK),
        ("#Bread", "Bread"),
    ]


@pytest.mark.parametrize(
    "link",
    [
        "https://www.bakery.example/bread/?utm_source=bluesky",
        "https://bakery.example",
        "https://bakery.example/?p=12&utm_source=bluesky",
        "https://bakery.example:8443/bread#crust",
        "https://bäckerei.example/käse",
        "https://bakery.example/a%20b/c_(d)",
        "HTTPS://Bakery.example/Bread!",
        "https://bakery.example/bread;rye=1,2",
        "https://bakery.example/" + "very-" * 40 + "long",
    ],
)
@pytest.mark.parametrize("words", ["Bread 💡 {}", "{}\n#Bread", "({})", "“{}”", "Look at {}.", "पढ़ें {} اقرأ"])
def test_the_short_form_of_any_link_leads_to_all_of_it(link: str, words: str) -> None:
    short = re.split(r"[?#]", link.partition("://")[2])[0].rstrip("/")
    assert [one for one in shown(words.format(short), link) if one[1] != "Bread"] == [(short, link)]


def test_an_address_that_only_begins_like_the_posts_own_is_another() -> None:
    assert shown("https://bakery.example/breadcrumbs", "https://bakery.example/bread") == [
        ("https://bakery.example/breadcrumbs", "https://bakery.example/breadcrumbs")
    ]
    assert shown("https://bakery.example/bread.html", "https://bakery.example/bread") == [
        ("https://bakery.example/bread.html", "https://bakery.example/bread.html")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/a.", [("https://example.org/a", "https://example.org/a")]),
        ("(https://example.org/a_(b))", [("https://example.org/a_(b)", "https://example.org/a_(b)")]),
        ("At voorbeeld.nl/brood, daily", [("voorbeeld.nl/brood", "https://voorbeeld.nl/brood")]),
        ("Write to ann@example.org", []),
        ("e.g. this", []),
        (
            "https://intranet.example:8080/?a=1&b=2#c…",
            [("https://intranet.example:8080/?a=1&b=2#c", "https://intranet.example:8080/?a=1&b=2#c")],
        ),
        ("https:// and http://.", []),
        ("HTTPS://EXAMPLE.ORG", [("HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG")]),
        ("https://example.org/é", [("https://example.org/é", "https://example.org/é")]),
    ],
)
def test_addresses_are_links(text: str, found: list[tuple[str, str]]) -> None:
    assert shown(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#Bread, #Dough!", ["Bread", "Dough"]),
        ("＃パン です", ["パン"]),
        ("#brood-dag #2026 #1a", ["brood-dag", "1a"]),
        ("# Bread a#b #… #️⃣", []),
        ("#one#two", ["one"]),
        ("#" + "é" * 64, ["é" * 64]),
        ("#" + "é" * 65, []),
        ("#" + ("a" + "\u0308" * 6) * 64, []),
    ],
)
def test_hashtags_are_tags(text: str, found: list[str]) -> None:
    assert [facet.value for facet in facets(text) if facet.kind == "tag"] == found


def test_nobody_is_mentioned() -> None:
    assert facets("@ann.example and @ben") == () or all(
        facet.kind == "link" for facet in facets("@ann.example and @ben")
    )
    assert shown("@ann.bsky.social says") == []
