"""Lists and tables of HTML -> their items and rows."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from pipeline.ingest import inline
from pipeline.ingest.inline import children, is_words
from pipeline.ingest.nesting import outermost
from pipeline.model import Item

_PROSE = 400  # characters: a cell of more, which has most of its table's words, is a column of a page
LISTS = frozenset({"ul", "ol", "dl", "menu"})
_ITEMS = frozenset({"li", "dt", "dd"})


def items(node: LexborNode, base: str | None, depth: int = 0) -> list[Item]:
    """The items of a list, with those of the lists inside it. Words that stand between items are items too."""
    found: list[Item] = []
    loose: list[LexborNode] = []
    for child in [*children(node), None]:
        if child is not None and not _holds_items(child):
            loose.append(child)
            continue
        found += _item(loose, base, depth)
        loose = []
        if child is None:
            break
        if child.tag in _ITEMS:
            found += _item(children(child), base, depth + (child.tag == "dd"))
            for inner in outermost(child, LISTS):
                found += items(inner, base, depth + 1)
        else:
            found += items(child, base, depth + (child.tag in LISTS and bool(found)))
    return found


def _holds_items(node: LexborNode) -> bool:
    if node.tag in _ITEMS | LISTS:
        return node.first_child is not None
    return not is_words(node) and node.css_first("li, dt, dd, ul, ol, dl, menu") is not None


def _item(nodes: list[LexborNode], base: str | None, depth: int) -> list[Item]:
    words = inline.from_nodes(nodes, base, without=LISTS)
    return [Item(words.text, words.html, depth)] if words else []


def rows(node: LexborNode, base: str | None) -> list[list[str]]:
    """The cells of a table's rows that say something; a table inside a cell is words of that cell."""
    lines = [
        [inline.from_nodes([cell], base).text for cell in outermost(row, frozenset({"th", "td"}))]
        for row in outermost(node, frozenset({"tr"}))
    ]
    return [line for line in lines if any(line)]


def is_layout(node: LexborNode) -> bool:
    """Whether a table only places things on a page: it holds headings, tables, a page of prose, or one cell."""
    cells = node.css("td, th")
    if node.attributes.get("role") == "presentation" or len(cells) < 2:  # one cell is a box, as office programs draw it
        return True
    texts = [len(cell.text() or "") for cell in cells]
    if max(texts) > _PROSE and max(texts) * 2 > sum(texts):
        return True
    return any(part.mem_id != node.mem_id for part in node.css("table, h1, h2, h3, h4, h5, h6"))
