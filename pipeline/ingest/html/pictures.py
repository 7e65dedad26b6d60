"""Pictures of HTML -> blocks, or why they cannot be shown."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from pipeline.ingest.beside import NOT_BESIDE, Beside, is_name
from pipeline.ingest.links import absolute
from pipeline.model import Block, Dropped

# Where a picture's address stands. Pages that load pictures late keep the true one apart from a place holder.
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-orig-file", "data-large-file")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_CANDIDATE = re.compile(r"(?P<address>\S+?)(?:\s+(?P<size>\d+(?:\.\d+)?)[wx])?\s*(?:,\s+|,?\s*$)")
_TINY = re.compile(r"\s*[01](?:\.\d+)?(?:px)?\s*")
_TINY_STYLE = re.compile(r"(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)")


def picture(node: LexborNode, base: str | None, near: Beside | None = None) -> Block | Dropped:
    """An `img` as a block, or dropped where no reader could see it. What lies beside the page comes first."""
    stated = [value for name in _SOURCES if (value := (node.attributes.get(name) or "").strip())]
    alt = " ".join((node.attributes.get("alt") or "").split())
    stated += _from_sets(node)
    url = next((url for value in stated if (url := _address(value, base, near))), None)
    if url and not _is_tiny(node):
        return Block("image", alt, url=url)
    if _is_tiny(node):
        reason = "picture too small to see: it counts readers"
    elif any(value.startswith("data:") for value in stated):
        reason = "picture inside the page, without an address"
    elif near and stated and is_name(stated[0]):
        reason = f"{NOT_BESIDE}{stated[0][:200]}"
    else:
        reason = "picture without an address of its own"
    return Dropped(alt or (stated[0].split(",")[0][:200] if stated else "picture"), reason)


def _address(value: str, base: str | None, near: Beside | None) -> str | None:
    if _HOLDS_PLACE.search(value):
        return None
    return (near(value) if near else None) or absolute(base, value)


# An address that a program forgot to fill in.
_HOLDS_PLACE = re.compile(r"__\w+__|\{\{|%7B%7B", re.IGNORECASE)


def _from_sets(node: LexborNode) -> list[str]:
    """The addresses that a picture has by size, the largest first; those of a `picture` around it come last."""
    around = node.parent.css("source") if node.parent is not None and node.parent.tag == "picture" else []
    sets = [value for one in (node, *around) for name in _SETS if (value := one.attributes.get(name))]
    found = []
    for value in sets:
        sized = [(float(match["size"] or 1), match["address"]) for match in _CANDIDATE.finditer(value[:10_000])]
        found += [address for _, address in sorted(sized, key=lambda one: -one[0])]
    return found


def _is_tiny(node: LexborNode) -> bool:
    sizes = [node.attributes.get("width") or "", node.attributes.get("height") or ""]
    return any(map(_TINY.fullmatch, sizes)) or bool(_TINY_STYLE.search(node.attributes.get("style") or ""))
