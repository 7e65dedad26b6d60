"""Posts as records: what is approved, and what is added when they go out. Pure.

https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from pipeline.channels.bluesky.facets import Facet, facets
from pipeline.channels.bluesky.names import picture_cid, record_cid, record_key
from pipeline.channels.pictures import Picture
from pipeline.model import LinkCard, Post

COLLECTION = "app.bsky.feed.post"
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """A record with its name.

    Attributes:
        key: Its name in the collection.
        uri: Its whole address, `at://…`.
        cid: The identifier of its content.
    """

    key: str
    uri: str
    cid: str
    record: Record


def draft(post: Post, pictures: Sequence[Picture], thumb: Picture | None = None) -> Record:
    """The record of `post`, without what depends on when and after what it goes out."""
    made: dict[str, Any] = {"$type": COLLECTION, "text": post.text}
    if LANGUAGE.fullmatch(post.language):
        made["langs"] = [post.language]
    if found := facets(post.text, post.link):
        made["facets"] = [_facet(facet) for facet in found]
    if pictures:
        made["embed"] = {"$type": "app.bsky.embed.images", "images": [_image(picture) for picture in pictures]}
    elif post.link and post.link_card:
        made["embed"] = {"$type": "app.bsky.embed.external", "external": _card(post.link, post.link_card, thumb)}
    return made


def finished(drafts: Sequence[Record], account: str, key: str, at: datetime) -> tuple[Entry, ...]:
    """The records of a thread as they go out, each a reply to the one before: the same at every try.

    Args:
        drafts: What was approved.
        account: The account's DID.
        key: The delivery's.
        at: The slot's moment. Each part is said to be written a millisecond after the one before, since readers'
            programs sort by that.
    """
    entries: list[Entry] = []
    for part, approved in enumerate(drafts, start=1):
        record = {**approved, "createdAt": _moment(at + timedelta(milliseconds=part - 1))}
        if entries:
            record["reply"] = {"root": _reference(entries[0]), "parent": _reference(entries[-1])}
        name = record_key(at, key, part)
        entries.append(Entry(name, f"at://{account}/{COLLECTION}/{name}", record_cid(record), record))
    return tuple(entries)


def blob(data: bytes, kind: str) -> dict[str, Any]:
    """How a record names an uploaded picture."""
    return {"$type": "blob", "ref": {"$link": picture_cid(data)}, "mimeType": kind, "size": len(data)}


def _image(picture: Picture) -> dict[str, Any]:
    return {
        "image": blob(picture.data, picture.kind),
        "alt": picture.alt,
        "aspectRatio": {"width": picture.width, "height": picture.height},
    }


def _card(link: str, card: LinkCard, thumb: Picture | None) -> dict[str, Any]:
    """https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/embed/external.json"""
    shown = {"uri": link, "title": card.title, "description": card.description}
    return shown | ({"thumb": blob(thumb.data, thumb.kind)} if thumb else {})


def _facet(facet: Facet) -> dict[str, Any]:
    feature = {"link": "uri", "tag": "tag"}[facet.kind]
    return {
        "index": {"byteStart": facet.start, "byteEnd": facet.end},
        "features": [{"$type": f"app.bsky.richtext.facet#{facet.kind}", feature: facet.value}],
    }


def _reference(entry: Entry) -> dict[str, str]:
    return {"uri": entry.uri, "cid": entry.cid}


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
