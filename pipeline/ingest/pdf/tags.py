"""The structure that many programs write into a PDF (ISO 32000-1, 14.7): which text is one paragraph, heading or item.

Only what it says of each piece is used, never its order: in magazines that is the order of frames, not of reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

_MOST_NODES = 200_000  # far above an article; a damaged tree may lead round and round
_DEEPEST = 60
# What stands by itself, by the structure's names. What has another name belongs to what it stands in.
_KINDS = {
    **{f"H{level}": f"h{level}" for level in range(1, 7)},
    **dict.fromkeys(("H", "Title"), "h1"),
    **dict.fromkeys(("P", "Caption", "TOCI", "Aside", "FENote", "Index", "Formula", "Code"), "p"),
    **dict.fromkeys(("BlockQuote",), "quote"),
    **dict.fromkeys(("LI",), "li"),
    **dict.fromkeys(("TR",), "row"),
    **dict.fromkeys(("Note",), "note"),
}
# What keeps its kind although paragraphs stand in it.
_STRONG = frozenset({"li", "row", "note", "quote"})


@dataclass(frozen=True)
class Tag:
    """What a piece of text belongs to.

    Attributes:
        number: Of its paragraph, heading, item or row; in the order of the structure.
        kind: `p`, `h1` to `h6`, `li`, `row`, `note` or `quote`.
        cell: Number of its cell, in a row.
    """

    number: int
    kind: str = "p"
    cell: int = 0


Tags = Mapping[tuple[int, int], Tag]


def tags_of(root: Any) -> tuple[Tags, list[str]]:
    """The tag of each marked piece, by its page's object number and its mark; and what pictures are said to show."""
    tree = root.get("/StructTreeRoot")
    tree = tree.get_object() if tree is not None else None
    if not isinstance(tree, dict):
        return {}, []
    roles = tree.get("/RoleMap")
    names = {str(key): str(value) for key, value in (roles.get_object() if roles is not None else {}).items()}
    tags: dict[tuple[int, int], Tag] = {}
    shown: list[str] = []
    waiting: list[tuple[Any, Tag | None, int, int]] = [(tree.get("/K"), None, -1, 0)]
    for number in range(_MOST_NODES):
        if not waiting:
            break
        node, tag, page, depth = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, int) and tag is not None:
            tags[(page, int(node))] = tag
        elif isinstance(node, list):
            waiting += [(kid, tag, page, depth) for kid in reversed(node)]
        elif isinstance(node, dict) and depth < _DEEPEST:
            page = _page(node, page)
            if "/MCID" in node:
                waiting.append((node["/MCID"], tag, page, depth))
                continue
            shown += _alternative(node)
            waiting.append((node.get("/K", []), _inner(node, tag, names, number), page, depth + 1))
    return tags, shown


def _page(node: Any, page: int) -> int:
    named = node.raw_get("/Pg") if "/Pg" in node else None
    return int(getattr(named, "idnum", page))


def _alternative(node: Any) -> Iterator[str]:
    if node.get("/S") == "/Figure" and isinstance(node.get("/Alt"), str) and node["/Alt"].strip():
        yield " ".join(node["/Alt"].split())


def _inner(node: Any, outer: Tag | None, names: Mapping[str, str], number: int) -> Tag | None:
    """The tag of what stands in `node`, which stands in `outer`; None for what only holds others."""
    name = str(node.get("/S", ""))
    for _ in range(5):
        if name.removeprefix("/") in _KINDS or name not in names:
            break
        name = names[name]
    bare = name.removeprefix("/")
    kind = _KINDS.get(bare)
    if outer is not None and outer.kind == "row":
        return replace(outer, cell=number) if bare in {"TD", "TH"} else outer
    if kind is None:
        return outer
    if outer is not None and outer.kind in _STRONG and kind not in _STRONG:
        return replace(outer, number=number) if outer.kind in {"quote", "note"} else outer
    return Tag(number, kind)
