"""What a record must be. A server takes ranges beyond the text, so readers' programs would meet them first. Pure.

https://github.com/bluesky-social/atproto/tree/main/lexicons/app/bsky
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline import limits
from pipeline.channels.bluesky.facets import MOST_TAG_BYTES, MOST_TAG_GRAPHEMES
from pipeline.channels.bluesky.records import COLLECTION, LANGUAGE, Record
from pipeline.limits.counting import graphemes, utf8

MOST_LANGUAGES = 3
MOST_IMAGES = 4
LARGEST_IMAGE = 2_000_000  # bytes
LARGEST_THUMB = 1_000_000  # bytes; of a link's picture
_ADDRESS = re.compile(r"https?://[^\s\ufeff/][^\s\ufeff]*", re.IGNORECASE)


def mistakes(record: Record) -> list[str]:
    """Every rule that `record` breaks, each as one sentence; empty where it is good."""
    text, embed = record["text"], record.get("embed") or {}
    images = embed.get("images") or []
    found = [problem for problem in limits.problems("bluesky", text) if text.strip() or not images]
    if record["$type"] != COLLECTION:
        found.append("The record is not a post.")
    languages = record.get("langs") or []
    if len(languages) > MOST_LANGUAGES or not all(LANGUAGE.fullmatch(one) for one in languages):
        found.append(f"A post has at most {MOST_LANGUAGES} languages, each a code such as nl.")
    found += _of_facets(text.encode("utf-8", "replace"), record.get("facets") or [])
    return [*found, *_of_images(images), *(_of_card(embed["external"]) if "external" in embed else ())]


def _of_facets(text: bytes, facets: list[Mapping[str, Any]]) -> Iterator[str]:
    last = 0
    for facet in facets:
        start, end = facet["index"]["byteStart"], facet["index"]["byteEnd"]
        if not 0 <= start < end <= len(text):
            yield f"A link or hashtag at bytes {start} to {end} is outside the text of {len(text)} bytes."
        elif not (_is_boundary(text, start) and _is_boundary(text, end)):
            yield f"A link or hashtag at bytes {start} to {end} cuts a character in two."
        elif start < last:
            yield f"A link or hashtag at bytes {start} to {end} lies over another, or out of order."
        last = end
        for feature in facet["features"]:
            yield from _of_feature(feature)


def _of_feature(feature: Mapping[str, Any]) -> Iterator[str]:
    match feature["$type"].rpartition("#")[2]:
        case "link":
            if not _ADDRESS.fullmatch(feature["uri"]):
                yield f"{feature['uri']} is not a web address."
        case "tag":
            tag = feature["tag"]
            if not tag or tag[0] in "#＃" or graphemes(tag) > MOST_TAG_GRAPHEMES or utf8(tag) > MOST_TAG_BYTES:
                yield f"The hashtag {tag} is empty, starts with #, or is longer than {MOST_TAG_GRAPHEMES} characters."
        case other:
            yield f"A post of ours has links and hashtags only, and this one has a {other}."


def _of_images(images: list[Mapping[str, Any]]) -> Iterator[str]:
    if len(images) > MOST_IMAGES:
        yield f"A post has at most {MOST_IMAGES} pictures, and this one has {len(images)}."
    for image in images:
        picture, ratio = image["image"], image["aspectRatio"]
        if not isinstance(image["alt"], str) or len(image["alt"]) > limits.LIMITS["bluesky"].alt_text:
            yield "A picture has no description, or one that is too long."
        if picture["size"] > LARGEST_IMAGE or not picture["mimeType"].startswith("image/"):
            yield f"A picture is larger than {LARGEST_IMAGE:,} bytes, or none: {picture['size']:,} bytes."
        if min(ratio["width"], ratio["height"]) < 1:
            yield "A picture has no width or no height."


def _of_card(card: Mapping[str, Any]) -> Iterator[str]:
    if not _ADDRESS.fullmatch(card["uri"]):
        yield f"{card['uri']} is not a web address."
    if not card["title"].strip() or not isinstance(card["description"], str):
        yield "The card of a link has no title or no description."
    thumb = card.get("thumb")
    if thumb and (thumb["size"] > LARGEST_THUMB or not thumb["mimeType"].startswith("image/")):
        yield f"The picture of a link is larger than {LARGEST_THUMB:,} bytes, or none: {thumb['size']:,} bytes."


def _is_boundary(text: bytes, place: int) -> bool:
    """Whether a character starts or the text ends there: a byte in the middle of one is 10xxxxxx."""
    return place == len(text) or text[place] & 0xC0 != 0x80
