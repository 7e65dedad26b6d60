"""HTML elements -> paragraphs, lists, quotes, pictures, code, tables, headings and key points, in reading order."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from pipeline.ingest import callouts, inline
from pipeline.ingest.elements import Element, Heading
from pipeline.ingest.inline import Inline, children
from pipeline.model import Block, Item, KeyPoint, KeyPointKind

_BLOCKS = {
    *("p", "div", "section", "article", "main", "header", "footer", "body", "html", "address", "aside", "details"),
    "center",
    *("ul", "ol", "dl", "li", "blockquote", "figure", "figcaption", "pre", "table", "tbody", "summary", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
}
_HOLDS_BLOCKS = "p, div, img, ul, ol, figure, h2, h3, table, blockquote, pre"


class Reader:
    """Walks an element and gathers what it says, in order."""

    def __init__(self, base: str | None) -> None:
        """`base` makes relative addresses absolute."""
        self.base = base
        self.found: list[Element] = []
        self.pending: list[LexborNode] = []

    def read(self, node: LexborNode) -> list[Element]:
        """The elements below `node`."""
        self._walk(node)
        self._flush()
        return self.found

    def _walk(self, node: LexborNode) -> None:
        for child in children(node):
            if child.tag in _BLOCKS or child.tag == "img" or (child.tag != "-text" and child.css_first(_HOLDS_BLOCKS)):
                self._element(child)
            else:
                self.pending.append(child)
        self._flush()

    def _flush(self) -> None:
        """Make a paragraph of the inline nodes that wait; two line breaks, or one before a 💡, part paragraphs."""
        words = inline.from_nodes(self.pending, self.base)
        self.pending = []
        for part in re.split(r"(?:<br>){2,}|<br>(?=(?:<\w+>)*💡)", words.html):
            self._paragraph(inline.tidy(part))

    def _paragraph(self, words: Inline) -> None:
        if not words:
            return
        point = callouts.bulb(words.text)
        if point is not None:
            self._key_point(point, "key point")
        else:
            self.found.append(Block("paragraph", words.text, words.html))

    def _key_point(self, text: str, kind: KeyPointKind) -> None:
        if text:
            self.found.append(KeyPoint(text, kind))

    def _element(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "img" and inline.is_emoji_picture(node):
            self.pending.append(node)
            return
        self._flush()
        if self._callout(node):
            return
        special = {
            **dict.fromkeys(("ul", "ol", "dl"), self._list),
            "blockquote": self._quote,
            "figure": self._figure,
            "img": self._image,
            "pre": self._code,
            "table": self._table,
        }
        if re.fullmatch("h[1-6]", tag):
            words = inline.from_nodes([node], self.base)
            if words:
                self.found.append(Heading(words.text, int(tag[1])))
        elif tag in special:
            special[tag](node)
        else:
            self._walk(node)

    def _callout(self, node: LexborNode) -> bool:
        """Read `node` as a callout, if it is one that says something to take away."""
        rule = next((rule for rule in callouts.HTML_RULES if node.css_matches(rule.selector)), None)
        if rule is None or (rule.icon is not None and rule.body is not None and node.css_first(rule.body) is None):
            return False
        kind, title = self._kind_and_title(node, rule)
        if kind is None:
            return False
        for part in node.css(f"{rule.title or 'no-title'}, {rule.icon or 'no-icon'}"):
            part.decompose()
        body = node.css_first(rule.body) if rule.body else node
        inside = Reader(self.base).read(body if body is not None else node)
        if any(isinstance(element, KeyPoint) for element in inside) and kind == "note":
            kind = "key point"
        self.found.extend(key_points(inside, kind, title))
        return True

    def _kind_and_title(self, node: LexborNode, rule: callouts.HtmlRule) -> tuple[KeyPointKind | None, str]:
        titled = node.css_first(rule.title) if rule.title else None
        title = (titled.text() or "").strip() if titled else node.attributes.get("data-callout-title") or ""
        own = node.attributes.get("data-callout-kind")
        if own:
            return callouts.kind_of(own) or "key point", title
        if rule.icon:
            icon = node.css_first(rule.icon)
            return callouts.icon_kind(icon.html or "" if icon else ""), title
        kind = callouts.kind_of(node.attributes.get("class") or "")
        words = node.text() or ""
        return kind or ("key point" if callouts.bulb(words) is not None else None), title

    def _list(self, node: LexborNode) -> None:
        items = self._items(node, 0)
        ordinary = [item for item in items if callouts.bulb(item.text) is None]
        before = self.found[-1] if self.found else None
        if ordinary and isinstance(before, Block) and before.items and before.ordered == (node.tag == "ol"):
            ordinary = [*before.items, *ordinary]  # Notion exports a list as one list an item
            self.found.pop()
        if ordinary:
            self.found.append(
                Block(
                    "list", "\n".join(item.text for item in ordinary), items=tuple(ordinary), ordered=node.tag == "ol"
                )
            )
        for item in items:
            self._key_point(callouts.bulb(item.text) or "", "key point")

    def _items(self, node: LexborNode, depth: int) -> list[Item]:
        found = []
        for child in children(node):
            if child.tag not in {"li", "dt", "dd"}:
                continue
            nested = [part for part in children(child) if part.tag in {"ul", "ol"}]
            words = inline.from_nodes([part for part in children(child) if part.tag not in {"ul", "ol"}], self.base)
            if words:
                found.append(Item(words.text, words.html, depth + (child.tag == "dd")))
            for inner in nested:
                found.extend(self._items(inner, depth + 1))
        return found

    def _quote(self, node: LexborNode) -> None:
        inside = Reader(self.base).read(node)
        if any(isinstance(element, KeyPoint) for element in inside):
            self.found.extend(key_points(inside, "key point", ""))
            return
        quoted = [element for element in inside if isinstance(element, Block) and element.text]
        if quoted:
            html = "<br>".join(block.html or inline.from_text(block.text).html for block in quoted)
            self.found.append(Block("quote", " ".join(block.text for block in quoted), html))

    def _figure(self, node: LexborNode) -> None:
        picture, caption = node.css_first("img"), node.css_first("figcaption")
        if picture is None:
            self._walk(node)
            return
        self._image(picture, inline.from_nodes([caption], self.base) if caption is not None else None)

    def _image(self, node: LexborNode, caption: Inline | None = None) -> None:
        url = urljoin(self.base or "", (node.attributes.get("src") or "").strip())
        sizes = {node.attributes.get("width"), node.attributes.get("height")}
        if url.startswith(("http://", "https://")) and not sizes & {"0", "1"}:
            alt = (node.attributes.get("alt") or "").strip()
            self.found.append(Block("image", alt, caption.html if caption else "", url=url))

    def _code(self, node: LexborNode) -> None:
        text = (node.text() or "").strip("\n")
        if text.strip():
            self.found.append(Block("code", text, inline.from_text(text).html))

    def _table(self, node: LexborNode) -> None:
        rows = [[inline.from_nodes([cell], self.base).text for cell in row.css("th, td")] for row in node.css("tr")]
        text = "\n".join(" | ".join(row) for row in rows if any(row))
        if text:
            self.found.append(Block("table", text))


def key_points(inside: list[Element], kind: KeyPointKind, title: str) -> list[KeyPoint]:
    """A callout's content as key points: a bare list gives one an item, anything else is one together."""
    heading = next((element.text for element in inside if isinstance(element, Heading)), "")
    body = [
        element
        for element in inside
        if not isinstance(element, Heading) and not (isinstance(element, Block) and element.kind == "image")
    ]
    label = title.strip() or heading
    if len(body) == 1 and isinstance(body[0], Block) and body[0].items:
        return [KeyPoint(item.text, kind) for item in body[0].items]
    if callouts.is_label(label) or callouts.announces_key_points(label):
        label = ""
    label = callouts.bulb(label) or label
    text = " ".join(element.text.replace("\n", " ") for element in body)
    if label and text:
        text = f"{label.rstrip(':')}: {text}"
    text = text or label
    return [KeyPoint(text, kind)] if text else []
