"""Which hashtags and mentions a post has."""

from __future__ import annotations

import pytest
from hypothesis import given

from pipeline.limits import hashtags, mentions, urls
from tests.limits.texts import posts


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in sorted([*hashtags(text), *mentions(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#Zuurdesem, #brood! (#oven)", ["#Zuurdesem", "#brood", "#oven"]),
        ("Tip #1 van #10", []),  # digits alone
        ("#1e #2026plan", ["#1e", "#2026plan"]),
        ("C# en F#, a#b en R&#39;", []),
        ("#rust#slaap", []),  # neither is one
        ("#️⃣ #\u20e3", []),  # a keycap
        ("🍞#brood ❤️#deeg 👩🏽‍🍳#oven", ["#brood", "#deeg", "#oven"]),
        ("#café #cafe\u0301 #सुबह #ขนมปัง #می\u200cخواهم #ラテン・アメリカ", ["#café", "#cafe\u0301", "#सुबह", "#ขนมปัง", "#می\u200cخواهم", "#ラテン・アメリカ"]),
        ("https://voorbeeld.nl/#deeg voorbeeld.nl/a#brood #voorbeeld.nl", ["#voorbeeld"]),
        ("@oven, (@moes_en_oven) ＠deeg", ["@oven", "@moes_en_oven", "＠deeg"]),
        ("post@voorbeeld.nl @ik@voorbeeld.social", []),  # X knows no other servers
        ("RT @oven RT:@moes rt@deeg start@deeg", ["@oven", "@moes", "@deeg"]),
        ("@oven/recepten-1 @oven/1", ["@oven/recepten-1", "@oven"]),
        ("@" + "a" * 25, ["@" + "a" * 20]),  # the longest name there is
        ("https://voorbeeld.nl/@oven", []),
    ],
)  # fmt: skip
def test_hashtags_and_mentions_on_x(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@given(posts)
def test_hashtags_and_mentions_are_in_order_and_none_begins_in_a_link(text: str) -> None:
    for spans, signs in ((hashtags(text), "#＃"), (mentions(text), "@＠")):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(text[start] in signs for start, _ in spans)
        assert not any(start <= place < end for start, end in urls(text) for place, _ in spans)
