"""Blocks of a page -> what templates see of them: safe HTML, and the same as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from markupsafe import Markup

from pipeline.compose import markup, plaintext
from pipeline.compose.openings import Short
from pipeline.compose.view import BlockView, ButtonView, ImageView, ItemView
from pipeline.compose.words import Words, fill
from pipeline.model import Block, Item, PublishedImage

_DEEPEST = 2
# Pixels: the room in a letter on a screen of 320; a cell's padding; a letter of a table, a bold one on the average.
PHONE, _PADDING, _LETTER = 280, 12, 9
_ONLY_A_LINK = re.compile(
    r"""\s*(?:<(?:strong|em)>)*<a\b[^>]*?href="(?P<url>[^"]*)"[^>]*>(?P<words>[^<]*[^<\s][^<]*)</a>(?:</(?:strong|em)>)*\s*"""
)


@dataclass(frozen=True)
class Blocks:
    """Makes views of the blocks of one page.

    Attributes:
        links: Numbers the addresses, for the text part.
        base: The page's address, for relative links.
        link: What becomes of the address of each link in its text.
        buttons: Whether a paragraph that is nothing but a link becomes a button.
        images: Those whose size is known, by address.
    """

    words: Words
    links: plaintext.Links
    base: str
    link: Callable[[str], str] = str
    buttons: bool = False
    images: Mapping[str, PublishedImage] = field(default_factory=dict)

    def views(self, blocks: Iterable[Short]) -> tuple[BlockView, ...]:
        """A view of each, in their order."""
        return tuple(self._view(short.block, short.left_out) for short in blocks)

    def image(self, block: Block) -> ImageView:
        """The picture of an image block."""
        url, caption = block.url or "", self._safe(block.html)
        shown = f"[{block.text}]" if block.text else ""
        text = " ".join(filter(None, (shown, self._text(caption))))
        if known := self.images.get(url):
            return ImageView(url, block.text, caption, text, known.width, known.height)
        return ImageView(url, block.text, caption, text)

    def _view(self, block: Block, left_out: int) -> BlockView:
        if block.kind == "list":
            return self._list(block, fill(self.words["and_more"], count=left_out) if left_out else "")
        if block.kind == "table":
            return self._table(block)
        if block.kind == "image":
            image = self.image(block)
            return BlockView("image", Markup(), image.text, image=image)
        if block.kind == "code":
            return BlockView("code", markup.listing(block.text), block.text)
        html = self._safe(block.html or markup.escaped(block.text))
        if block.kind == "paragraph" and self.buttons and (only := _ONLY_A_LINK.fullmatch(html)):
            button = ButtonView(markup.plain(only["words"]).strip(), markup.plain(only["url"]))
            return BlockView("button", Markup(), f"{button.label}\n{button.url}", button=button)
        return BlockView(block.kind, html, self._text(html))

    def _table(self, block: Block) -> BlockView:
        """A table; where a phone has no room for it, with an item for each row as well."""
        head, *rows = (tuple(row.split(" | ")) for row in block.text.splitlines())
        wide = _width([head, *rows]) > PHONE
        items = tuple(ItemView(self._record(head, row)) for row in rows) if wide else ()
        return BlockView("table", Markup(), block.text, items, rows=(head, *rows))

    def _record(self, head: Sequence[str], row: Sequence[str]) -> Markup:
        """A row with the name of its column before each cell."""
        named = Markup("<strong>{name}{colon}</strong> {cell}")
        cells = zip_longest(head, row, fillvalue="")
        return Markup("<br>").join(
            named.format(name=name, colon=self.words["colon"], cell=cell) if name else cell
            for name, cell in cells
            if cell
        )

    def _list(self, block: Block, left_out: str) -> BlockView:
        items = tuple(replace(item, depth=min(item.depth, _DEEPEST)) for item in block.items)
        lines = [(item.depth, self._text(self._safe(item.html))) for item in items]
        text = plaintext.bullets(lines, ordered=block.ordered) + (f"\n… {left_out}" if left_out else "")
        return BlockView("list", Markup(), text, self._nested(items), block.ordered, left_out=left_out)

    def _nested(self, items: tuple[Item, ...]) -> tuple[ItemView, ...]:
        """A flat list of items with depths as a tree."""
        tree: list[ItemView] = []
        for place, item in enumerate(items):
            if item.depth > 0 and tree:
                continue
            under = next((i for i in range(place + 1, len(items)) if items[i].depth == 0), len(items))
            below = tuple(Item(one.text, one.html, one.depth - 1) for one in items[place + 1 : under])
            tree.append(ItemView(self._safe(item.html), self._nested(below)))
        return tuple(tree)

    def _safe(self, html: str) -> Markup:
        return markup.safe(html, self.base, self.link)

    def _text(self, html: Markup) -> str:
        return markup.plain(str(html), self.links.mark)


def _width(rows: Sequence[Sequence[str]]) -> int:
    """How wide a table is at least, in pixels: a word is not broken in a cell."""
    words = [max(map(len, " ".join(column).split()), default=0) for column in zip_longest(*rows, fillvalue="")]
    return sum(longest * _LETTER + _PADDING for longest in words)
