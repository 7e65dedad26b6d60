"""HTML elements -> paragraphs, lists, quotes, pictures, code, tables, headings and key points, in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from selectolax.lexbor import LexborNode

from pipeline import language
from pipeline.ingest import callouts, inline, labels
from pipeline.ingest.beside import Beside
from pipeline.ingest.callouts import HtmlRule
from pipeline.ingest.elements import Element, Heading, is_paragraph
from pipeline.ingest.html import boxes, listing
from pipeline.ingest.html.pictures import picture
from pipeline.ingest.inline import Inline, children, is_emoji_picture, is_words
from pipeline.ingest.nesting import BLOCKS, outermost
from pipeline.model import Block, Dropped, Item, KeyPoint

_MORE_THAN_WORDS = BLOCKS - {"div", "p", "section", "article", "header", "footer"}


class Reader:
    """Walks an element and gathers what it says, in order."""

    def __init__(self, base: str | None, boxed: Mapping[int, HtmlRule], near: Beside | None = None) -> None:
        """`base` makes relative addresses absolute; `boxed` are the nodes that may be callouts (`boxes.found`); `near`
        finds images that lie beside the page.
        """
        self.base = base
        self.near = near
        self.boxed = boxed
        self.found: list[Element] = []
        self.dropped: list[Dropped] = []
        self.pending: list[LexborNode] = []

    def read(self, node: LexborNode) -> list[Element]:
        """The elements below `node`. What is left out stands in `dropped`."""
        self._walk(node)
        self.found = list(_with_whole_lists(_below_bulbs(self.found)))
        return self.found

    def _inside(self, node: LexborNode) -> list[Element]:
        reader = Reader(self.base, self.boxed, self.near)
        found = reader.read(node)
        self.dropped += reader.dropped
        return found

    def _walk(self, node: LexborNode) -> None:
        pictures: list[LexborNode] = []
        for child in children(node):
            if not _is_block(child):
                if self.pending or not _is_indentation(child):
                    self.pending.append(child)
            elif child.tag == "img" and self._is_in_sentence(child):
                pictures.append(child)  # shown after the sentence that it stands in
            else:
                self._flush()
                self._element(child)
        self._flush()
        for picture_inside in pictures:
            self._picture(picture_inside)

    def _is_in_sentence(self, picture_inside: LexborNode) -> bool:
        """Whether the words that wait go on behind a picture."""
        after = picture_inside.next
        following = (after.text_content if after.tag == "-text" else after.text()) if after is not None else None
        before = inline.from_nodes(self.pending, self.base).text if (following or "").strip() else ""
        return bool(before) and not language.ends_sentence(before) and (following or "").lstrip()[:1].islower()

    def _flush(self) -> None:
        """Make a paragraph of the inline nodes that wait; two line breaks, or a 💡 that opens a sentence, part them."""
        if not self.pending:
            return
        words = inline.from_nodes(self.pending, self.base)
        self.pending = []
        runs = re.split(r"(?:<br>){2,}", words.html) if "<br><br>" in words.html else [words.html]
        parts = [part for run in runs for part in callouts.at_bulbs(run)]
        for part in parts:
            self._paragraph(inline.tidy(part) if len(parts) > 1 else words)

    def _paragraph(self, words: Inline) -> None:
        point = callouts.bulb(words.text)
        if point is None:
            point = labels.before_bulb(words.text)
        if point is not None:
            self.found.append(KeyPoint(_with_colon(point, words)))
        elif words:
            self.found.append(Block("paragraph", words.text, words.html))

    def _element(self, node: LexborNode) -> None:
        if not self._callout(node):
            _SPECIAL.get(node.tag or "", Reader._walk)(self, node)

    def _heading(self, node: LexborNode) -> None:
        words = inline.from_nodes([node], self.base)
        if words:
            self.found.append(Heading(words.text, int((node.tag or "h2")[1])))
        self._pictures(node)

    def _callout(self, node: LexborNode) -> bool:
        """Read `node` as a callout, if it is one that says something to take away."""
        rule = self.boxed.get(node.mem_id)
        opened = boxes.open_box(node, rule) if rule else None
        if opened is None:
            return False
        self._say(boxes.contents(self._inside(node), opened))
        return True

    def _say(self, said: boxes.Said) -> None:
        self.found += said.elements
        self.dropped += said.dropped

    def _list(self, node: LexborNode) -> None:
        boxed = self._boxes(node)
        pieces = [piece for item in listing.items(node, self.base) for piece in _at_bulbs(item)]
        ordinary = tuple(piece for piece in pieces if piece.text and callouts.bulb(piece.text) is None)
        if ordinary:
            text = "\n".join(item.text for item in ordinary)
            self.found.append(Block("list", text, items=ordinary, ordered=node.tag == "ol"))
        self.found += [KeyPoint(point) for piece in pieces if (point := callouts.bulb(piece.text))]
        self.found += boxed
        self._pictures(node)

    def _boxes(self, node: LexborNode) -> list[Element]:
        """What callouts inside the items of a list say; they are taken out of it, and told after it."""
        reader = Reader(self.base, self.boxed, self.near)
        for box in outermost(node, frozenset(BLOCKS - listing.LISTS - {"li", "dt", "dd"})):
            quoted = box.tag == "blockquote" and re.match(r"\s*(?:💡|\[!\w+\])", box.text() or "")
            said = box.prev is not None and box.tag == "p" and callouts.bulb(box.text() or "")
            if quoted or said or box.mem_id in self.boxed:
                reader._element(box)
                box.decompose()
        self.dropped += reader.dropped
        return list(_below_bulbs(reader.found))

    def _quote(self, node: LexborNode) -> None:
        inside = self._inside(node)
        opened = boxes.alert(inside)
        if opened is None and inside and isinstance(inside[0], KeyPoint):
            opened = boxes.Opening(inside[0].kind)
        if opened is not None:
            self._say(boxes.contents(inside, opened))
            return
        pictures = [element for element in inside if isinstance(element, Block) and element.kind == "image"]
        points = [element for element in inside if isinstance(element, KeyPoint)]
        quoted = [element for element in inside if element.text and element not in pictures and element not in points]
        if quoted:
            html = "<br>".join(_quoted(element) for element in quoted)
            self.found.append(Block("quote", " ".join(element.text for element in quoted), html))
        self.found += [*pictures, *points]

    def _figure(self, node: LexborNode) -> None:
        """A figure's caption goes with its last picture; without a picture it is a paragraph."""
        captions = [part for part in outermost(node, frozenset({"figure", "figcaption"})) if part.tag == "figcaption"]
        words = inline.from_nodes([*captions], self.base)
        for part in captions:
            self._pictures(part)
            part.decompose()
        shows = any(not is_emoji_picture(image) for image in node.css("img"))
        inside = self._inside(node)
        at = max((at for at, one in enumerate(inside) if isinstance(one, Block) and one.kind == "image"), default=None)
        if at is not None and isinstance(shown := inside[at], Block) and not shown.html:
            inside[at] = replace(shown, html=words.html)
            self.found += inside
        else:
            self.found += inside
            if at is None and shows and words:
                self.dropped.append(Dropped(words.text, "caption of a picture that is left out"))
            else:
                self._paragraph(words)

    def _picture(self, node: LexborNode) -> None:
        if not is_emoji_picture(node):
            shown = picture(node, self.base, self.near)
            if isinstance(shown, Block):
                self.found.append(shown)
            else:
                self.dropped.append(shown)

    def _pictures(self, node: LexborNode) -> None:
        """The pictures among words that are no paragraph."""
        for inner in [] if is_words(node) else node.css("img"):
            self._picture(inner)

    def _code(self, node: LexborNode) -> None:
        text = inline.verbatim(node).strip("\n")
        if text.strip():
            self.found.append(Block("code", text, inline.from_text(text).html))
        self._pictures(node)

    def _table(self, node: LexborNode) -> None:
        if listing.is_layout(node):
            self._walk(node)
            return
        for caption in outermost(node, frozenset({"caption"})):
            self._paragraph(inline.from_nodes([caption], self.base))
        text = "\n".join(" | ".join(row) for row in listing.rows(node, self.base))
        if text:
            self.found.append(Block("table", text))
        self._pictures(node)


# What reads an element; any other is looked into.
_SPECIAL: Mapping[str, Callable[[Reader, LexborNode], None]] = {
    **dict.fromkeys(listing.LISTS, Reader._list),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Reader._heading),
    "blockquote": Reader._quote,
    "figure": Reader._figure,
    "img": Reader._picture,
    "pre": Reader._code,
    "table": Reader._table,
}


_BOLD = re.compile(r"[^<]*(?:<\w+>)*<strong>(?P<bold>[^<]{2,40})</strong>")


def _with_colon(point: str, words: Inline) -> str:
    """`point`, where its author set a label apart by bold type alone (`**Tip** …`)."""
    match = _BOLD.match(words.html)
    label = (callouts.bulb(match["bold"]) or match["bold"]).strip() if match else ""
    rest = point.removeprefix(label)
    is_apart = label[-1:].isalnum() and rest != point and rest[:1].isspace() and rest.strip()[:1].isalnum()
    return f"{label}: {rest.strip()}" if is_apart and labels.is_label(label) else point


def _is_indentation(node: LexborNode) -> bool:
    """Whether a node is what stands between the tags of most pages: line ends and blanks."""
    return node.tag == "-text" and not (node.text_content or "").strip(" \t\r\n")


def _is_block(node: LexborNode) -> bool:
    """Whether a node stands by itself, or holds what does. A link around words alone is a link."""
    tag = node.tag
    if tag == "-text":
        return False
    if tag in BLOCKS:
        return True
    if tag == "img":
        return not is_emoji_picture(node)
    if is_words(node):
        return False
    apart = _MORE_THAN_WORDS if tag == "a" else BLOCKS
    return any(inner.tag in apart or (inner.tag == "img" and not is_emoji_picture(inner)) for inner in node.traverse())


def _at_bulbs(item: Item) -> list[Item]:
    parts = callouts.at_bulbs(item.html)
    if len(parts) == 1:
        return [item]
    return [replace(item, text=words.text, html=words.html) for words in map(inline.tidy, parts)]


def _quoted(element: Element) -> str:
    html = element.html if isinstance(element, Block) else ""
    html = html or inline.from_text(element.text).html
    return f"<strong>{html}</strong>" if isinstance(element, Heading) else html


def _below_bulbs(elements: Iterable[Element]) -> Iterator[Element]:
    """A 💡 alone in its paragraph goes with the paragraph below it; without one it says nothing."""
    lit = False
    for element in elements:
        if isinstance(element, KeyPoint) and not element.text:
            lit = True
        elif lit and is_paragraph(element):
            yield KeyPoint(element.text)
            lit = False
        else:
            yield element
            lit = False


def _with_whole_lists(elements: Iterable[Element]) -> Iterator[Element]:
    """Neighbouring lists of one kind as one: Notion exports a list as one list an item."""
    for kind, group in groupby(elements, lambda one: (one.kind, one.ordered) if isinstance(one, Block) else None):
        run = list(group)
        if kind is None or kind[0] != "list" or len(run) == 1:
            yield from run
            continue
        items = tuple(item for one in run if isinstance(one, Block) for item in one.items)
        yield Block("list", "\n".join(item.text for item in items), items=items, ordered=kind[1])
