"""Our rules for Bluesky's records are those of its lexicons."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.channels.bluesky import facets, rules
from pipeline.channels.bluesky.records import draft, finished
from pipeline.channels.bluesky.rules import mistakes
from pipeline.channels.pictures import look
from pipeline.limits import LIMITS
from pipeline.model import LinkCard
from tests.channels.lexicons import Lexicons
from tests.channels.messages import PICTURE, a_post
from tests.channels.networks import AT, KEY
from tests.channels.test_facets import PIECES
from tests.limits.texts import FAMILY

pytestmark = pytest.mark.shared
LINK = "https://bakery.example/bread?utm_source=bluesky"
A_PICTURE: dict[str, Any] = {"image": {"size": 3, "mimeType": "image/png"}, "alt": "A loaf"}
TOO_LARGE = {"size": 2_000_001, "mimeType": "image/png"}


def a_facet(kind: str, **feature: str) -> dict[str, Any]:
    return {
        "index": {"byteStart": 0, "byteEnd": 2},
        "features": [{"$type": f"app.bsky.richtext.facet#{kind}", **feature}],
    }


def definition(shared: Path, name: str, part: str = "main") -> dict[str, Any]:
    file = shared / "conformance" / "atproto-lexicons" / "app" / "bsky" / f"{name}.json"
    found = json.loads(file.read_text("utf-8"))["defs"][part]
    shape: dict[str, Any] = found.get("record", found)
    return shape


def test_our_limits_are_the_lexicons(shared: Path) -> None:
    post = definition(shared, "feed/post")["properties"]
    assert (post["text"]["maxGraphemes"], post["text"]["maxLength"]) == (
        LIMITS["bluesky"].length,
        LIMITS["bluesky"].most_bytes,
    )
    assert post["langs"]["maxLength"] == rules.MOST_LANGUAGES
    tag = definition(shared, "richtext/facet", "tag")["properties"]["tag"]
    assert (tag["maxGraphemes"], tag["maxLength"]) == (facets.MOST_TAG_GRAPHEMES, facets.MOST_TAG_BYTES)
    assert definition(shared, "embed/images")["properties"]["images"]["maxLength"] == rules.MOST_IMAGES
    assert definition(shared, "embed/images", "image")["properties"]["image"]["maxSize"] == rules.LARGEST_IMAGE
    assert definition(shared, "embed/external", "external")["properties"]["thumb"]["maxSize"] == rules.LARGEST_THUMB


def lexicons(shared: Path) -> Lexicons:
    return Lexicons(shared / "conformance" / "atproto-lexicons")


@given(texts=st.lists(PIECES, min_size=1, max_size=3), shows=st.sampled_from(["card", "pictures", "nothing"]))
@example(texts=["Bread 💡 1/2", "bakery.example/bread #Bread 2/2"], shows="card")
@example(texts=[f"{LINK} #Bread"], shows="pictures")
def test_what_our_rules_let_out_is_what_the_lexicons_want(shared: Path, texts: list[str], shows: str) -> None:
    thumb = look("cards/bread.png", "A loaf 💡", PICTURE["cards/bread.png"])
    card = LinkCard("Bread that keeps", "Two habits.", thumb.file) if shows == "card" else None
    posts = [a_post(text=text, link=LINK, images=(), link_card=card) for text in texts]
    drafts = [draft(post, [thumb] * 2 if shows == "pictures" else [], thumb) for post in posts]
    for entry in finished(drafts, "did:plc:bread", KEY, AT):
        if not mistakes(entry.record):
            assert lexicons(shared).mistakes("app.bsky.feed.post", entry.record) == []


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ({"text": "a" * 301}, "has 301 graphemes"),
        ({"text": FAMILY * 121}, "3025 bytes"),
        ({"langs": ["nl", "en", "de", "fr"]}, "has 4 entries"),
        ({"langs": ["Dutch, please"]}, "is no language"),
        ({"mood": "fine"}, "has ['mood']"),
        ({"embed": {"$type": "app.bsky.embed.external", "external": {"uri": LINK, "title": ""}}}, "lacks ['description']"),
        ({"embed": {"$type": "app.bsky.embed.images", "images": [A_PICTURE] * 5}}, "has 5 entries"),
        ({"embed": {"$type": "app.bsky.embed.images", "images": [A_PICTURE | {"image": TOO_LARGE}]}}, "2000001 bytes"),
        ({"facets": [{"index": {"byteStart": -1, "byteEnd": 2}, "features": []}]}, "is -1"),
        ({"facets": [a_facet("tag", tag="é" * 65)]}, "has 65 graphemes"),
        ({"facets": [a_facet("link", uri="nowhere")]}, "is no uri"),
        ({"facets": [a_facet("mood", mood="fine")]}, "is a app.bsky.richtext.facet#mood"),
    ],
)  # fmt: skip
def test_the_lexicons_would_tell(shared: Path, broken: dict[str, Any], told: str) -> None:
    (entry,) = finished([{**draft(a_post(text="Bread", images=()), []), **broken}], "did:plc:bread", KEY, AT)
    assert told in " ".join(lexicons(shared).mistakes("app.bsky.feed.post", entry.record))
