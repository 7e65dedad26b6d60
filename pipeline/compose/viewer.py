"""Make what templates see of an article: its excerpt as safe HTML and as text, in the edition's words and dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from markupsafe import Markup

from pipeline.compose import markup, plaintext
from pipeline.compose.excerpt import Excerpt, excerpt
from pipeline.compose.locales import day_in_words, direction, is_known, primary
from pipeline.compose.openings import Short
from pipeline.compose.view import ArticleView, BlockView, ButtonView, ImageView, ItemView, PointView, SectionView
from pipeline.compose.words import Words, fill
from pipeline.config.shape import Articles
from pipeline.language import people
from pipeline.model import Article, Item, KeyPoint, KeyPointKind, Link

# kind of key point: sign, and name of its box
_BOXES: Mapping[KeyPointKind, tuple[str, str]] = {
    "key point": ("💡", "point"),
    "tip": ("💡", "point"),
    "summary": ("💡", "point"),
    "note": ("ℹ️", "point"),
    "warning": ("⚠️", "alarm"),
}
_DEEPEST = 2
_INVITATIONS = 2  # of one article


@dataclass(frozen=True)
class Viewer:
    """Makes views for one edition.

    Attributes:
        language: The edition's.
        tracked: Adds the UTM parameters to an address.
    """

    language: str
    words: Words
    limits: Articles
    zone: ZoneInfo
    site: str
    tracked: Callable[[str], str]
    links: plaintext.Links

    def article(self, article: Article) -> ArticleView:
        """`article` as templates see it."""
        short = excerpt(article, self.limits)
        base = address(article) or self.site
        tag = article.language if is_known(article.language) else self.language
        name = (article.byline or "").strip()
        return ArticleView(
            title=article.title.strip() or host(base),
            language=tag,
            dir=direction(tag),
            foreign=primary(tag) != primary(self.language),
            byline=fill(self.words["by"], name=name) if name else "",
            date=self._date(article.published) if article.published else "",
            image=_image(short, base),
            lead=self._blocks(short.lead, base),
            sections=tuple(
                SectionView(one.heading, self._blocks(one.blocks, base), self._points(one.key_points))
                for one in short.openings
            ),
            key_points=self._points(short.key_points),
            quote=self._quoted(short.quote),
            credit=", ".join(part for part in (name, host(base)) if part),
            summary=(article.summary or "") if article.rights != "quote" else "",
            names_changed=people.names_changed(article),
            button=ButtonView(self.words["read_on" if address(article) else "visit_site"], self.tracked(base)),
            invitations=self._invitations(article, base),
            links=self.links.take(),
        )

    def _date(self, moment: datetime) -> str:
        return day_in_words(moment.astimezone(self.zone), self.language, self.zone.key)

    def _invitations(self, article: Article, base: str) -> tuple[ButtonView, ...]:
        """The first that lead somewhere else than the button. An article that may only be quoted invites to nothing."""
        if article.rights == "quote":
            return ()
        ours = {host(base), host(self.site)}
        found: dict[str, ButtonView] = {}
        for link in article.calls_to_action:
            url, label = _invited(link), " ".join(link.text.split()).rstrip(" .:")
            if url and label and url.rstrip("/") != base.rstrip("/"):
                # A stranger's address stays as it is: some break with anything added.
                found.setdefault(url, ButtonView(label, self.tracked(url) if host(url) in ours else url))
        return tuple(found.values())[:_INVITATIONS]

    def _blocks(self, blocks: tuple[Short, ...], base: str) -> tuple[BlockView, ...]:
        return tuple(self._block(short, base) for short in blocks)

    def _block(self, short: Short, base: str) -> BlockView:
        block = short.block
        left_out = fill(self.words["and_more"], count=short.left_out) if short.left_out else ""
        if block.kind == "list":
            items = tuple(replace(item, depth=min(item.depth, _DEEPEST)) for item in block.items)
            lines = [(item.depth, self._text(markup.safe(item.html, base))) for item in items]
            more = f"\n- {left_out}" if left_out else ""
            text = plaintext.bullets(lines, ordered=block.ordered) + more
            return BlockView("list", Markup(), text, _nested(items, base), block.ordered, left_out=left_out)
        if block.kind == "table":
            return BlockView(
                "table", Markup(), block.text, rows=tuple(tuple(row.split(" | ")) for row in block.text.splitlines())
            )
        html = markup.safe(block.html or markup.escaped(block.text), base)
        return BlockView(block.kind, html, block.text if block.kind == "code" else self._text(html))

    def _text(self, html: Markup) -> str:
        return markup.plain(str(html), self.links.mark)

    def _points(self, points: tuple[KeyPoint, ...]) -> tuple[PointView, ...]:
        return tuple(
            PointView(one.kind, *_BOXES[one.kind], self.words[one.kind.replace(" ", "_")], one.text) for one in points
        )

    def _quoted(self, quote: str | None) -> str:
        return f"{self.words['quote_open']}{quote}{self.words['quote_close']}" if quote else ""


def address(article: Article) -> str | None:
    """Where readers find the article, if anywhere."""
    return (
        article.url if article.url and host(article.url) and article.url.startswith(("https://", "http://")) else None
    )


def host(url: str) -> str:
    """The name of the site at `url`, for people."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _invited(link: Link) -> str | None:
    """Where an invitation leads that a mail can follow, if anywhere."""
    found = re.match(r"https://|mailto:[^?]+@", link.url or "")
    return markup.absolute(link.url, link.url) if link.url and found else None


def _image(short: Excerpt, base: str) -> ImageView | None:
    if short.image is None or short.image.url is None:
        return None
    return ImageView(short.image.url, short.image.text, markup.safe(short.image.html, base))


def _nested(items: tuple[Item, ...], base: str) -> tuple[ItemView, ...]:
    """A flat list of items with depths as a tree."""
    tree: list[ItemView] = []
    for place, item in enumerate(items):
        if item.depth > 0 and tree:
            continue
        under = next((i for i in range(place + 1, len(items)) if items[i].depth == 0), len(items))
        below = tuple(Item(one.text, one.html, one.depth - 1) for one in items[place + 1 : under])
        tree.append(ItemView(markup.safe(item.html, base), _nested(below, base)))
    return tuple(tree)
