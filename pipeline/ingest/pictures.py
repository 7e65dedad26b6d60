"""Pictures of HTML -> blocks, or why they cannot be shown."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from pipeline.ingest.links import absolute
from pipeline.model import Block, Dropped

# Where a picture's address stands. Pages that load pictures late keep the true one apart from a place holder.
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original")
_TINY = re.compile(r"\s*[01](?:\.\d+)?(?:px)?\s*")
_TINY_STYLE = re.compile(r"(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)")


def picture(node: LexborNode, base: str | None) -> Block | Dropped:
    """An `img` as a block, or dropped where no reader could see it."""
    stated = [value for name in _SOURCES if (value := (node.attributes.get(name) or "").strip())]
    alt = " ".join((node.attributes.get("alt") or "").split())
    url = next((url for value in stated if (url := absolute(base, value))), None)
    if url and not _is_tiny(node):
        return Block("image", alt, url=url)
    if _is_tiny(node):
        reason = "picture too small to see: it counts readers"
    elif any(value.startswith("data:") for value in stated):
        reason = "picture inside the page, without an address"
    else:
        reason = "picture without an address of its own"
    return Dropped(alt or (stated[0].split(",")[0][:200] if stated else "picture"), reason)


def _is_tiny(node: LexborNode) -> bool:
    sizes = [node.attributes.get("width") or "", node.attributes.get("height") or ""]
    return any(map(_TINY.fullmatch, sizes)) or bool(_TINY_STYLE.search(node.attributes.get("style") or ""))
