"""Our rules for Bluesky's records are those of its lexicons."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.channels.bluesky import facets, rules
from pipeline.channels.bluesky.records import draft, finished
from pipeline.channels.pictures import look
from pipeline.limits import LIMITS
from pipeline.model import LinkCard
from tests.channels.messages import PICTURE, a_post
from tests.channels.networks import AT, KEY

pytestmark = pytest.mark.shared
LINK = "https://bakery.example/bread?utm_source=bluesky"


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


def test_a_thread_with_a_link_card_has_every_key_it_needs_and_no_other(shared: Path) -> None:
    thumb = look("cards/bread.png", "", PICTURE["cards/bread.png"])
    card = LinkCard("Bread that keeps", "Two habits.", thumb.file)
    texts = ("Bread 💡 1/2", "bakery.example/bread #Bread 2/2")
    drafts = [draft(a_post(text=text, link=LINK, images=(), link_card=card), [], thumb) for text in texts]
    for entry in finished(drafts, "did:plc:bread", KEY, AT):
        keep(definition(shared, "feed/post"), entry.record)
        keep(definition(shared, "embed/external", "external"), entry.record["embed"]["external"])
        for facet in entry.record.get("facets", ()):
            keep(definition(shared, "richtext/facet"), facet)
            keep(definition(shared, "richtext/facet", "byteSlice"), facet["index"])
            for feature in facet["features"]:
                keep(definition(shared, "richtext/facet", feature["$type"].partition("#")[2]), feature)


def keep(shape: dict[str, Any], value: Any) -> None:
    given = set(value) - {"$type"}
    assert set(shape["required"]) <= given <= set(shape["properties"])
