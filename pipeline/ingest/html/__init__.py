"""HTML, a whole saved page or a fragment from a feed -> elements."""

from __future__ import annotations

import re
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.ingest import bylines, dates, inline
from pipeline.ingest.beside import Beside
from pipeline.ingest.elements import Document, Element
from pipeline.ingest.garbage import uncollected
from pipeline.ingest.html import boxes, furniture, looks
from pipeline.ingest.html.blocks import Reader
from pipeline.ingest.html.pictures import picture
from pipeline.ingest.links import absolute
from pipeline.ingest.names import names
from pipeline.ingest.nesting import parse
from pipeline.model import Block, Dropped

# Where the article is, most telling first.
_ARTICLE = (
    "[itemprop=articleBody]",
    "article .entry-content, article .post-content, article .gh-content, article .available-content",
    "article .page-body",
    "article",
    ".entry-content, .post-content, .article-body, .gh-content",
    "main",
    "[role=main]",
    "body",
)


@uncollected()
def read(source: str, base: str | None = None, near: Beside | None = None) -> Document:
    """A page or fragment as a document.

    Args:
        source: The HTML, decoded.
        base: Address it came from, for relative links; a canonical link in the page goes before it.
        near: Finds images that lie beside it.
    """
    tree = parse(source)
    url = _meta(tree, "link[rel=canonical]", "href") or _meta(tree, 'meta[property="og:url"]', "content")
    base = (absolute(base, url) if url else None) or (absolute(None, base) if base else None)
    resources = absolute(base, _meta(tree, "base[href]", "href") or "") or base
    published, byline = _published(tree), _byline(tree)
    summary = _meta(tree, "meta[name=description]", "content") or _meta(
        tree, 'meta[property="og:description"]', "content"
    )
    summary = summary or _words(tree, ".article-excerpt, .gh-article-excerpt, .entry-subtitle, article .subtitle")
    title, named = _title(tree), _words(tree, "head > title") or ""
    stated = (
        _meta(tree, 'meta[property="og:image"]', "content"),
        _meta(tree, 'meta[property="og:image:alt"]', "content"),
    )
    notes = furniture.notes(tree)
    used = names(tree)
    dropped = furniture.remove(tree, used)
    body = _article(tree)
    boxed = boxes.found(tree, used)
    reader = Reader(resources, boxed, near)
    elements = looks.headed(reader.read(body) if body is not None else [])
    title = title or looks.own_title(named, elements) or None
    elements, above = looks.below_title(elements, title)
    above_all = _picture(tree, resources, elements, stated)
    outside = _outside(
        tree, body, Reader(resources, boxed, near), {title, summary, *(block.url for block in above_all)}
    )
    return Document(
        elements=(*above_all, *elements),
        title=title,
        url=base,
        language=_meta(tree, "html[lang]", "lang"),
        published=published,
        byline=byline,
        summary=summary,
        notes=notes,
        dropped=(*dropped, *above, *reader.dropped, *outside),
    )


def fragment(source: str, base: str | None = None) -> Document:
    """A piece of HTML that is an article as a whole, such as an entry of a feed.

    Args:
        source: The HTML, decoded.
        base: Where relative links start.
    """
    tree = parse(source)
    notes = furniture.notes(tree)
    used = names(tree)
    dropped = furniture.remove(tree, used)
    reader = Reader(absolute(None, base) if base else None, boxes.found(tree, used))
    elements = reader.read(tree.body) if tree.body is not None else []
    return Document(tuple(elements), notes=notes, dropped=(*dropped, *reader.dropped))


def _meta(tree: LexborHTMLParser, selector: str, attribute: str) -> str | None:
    node = tree.css_first(selector)
    return ((node.attributes.get(attribute) or "").strip() or None) if node else None


def _words(tree: LexborHTMLParser, selector: str) -> str | None:
    node = tree.css_first(selector)
    return inline.from_nodes([node], None).text or None if node else None


def _title(tree: LexborHTMLParser) -> str | None:
    """The title that a page marks as such: its only h1, else og:title."""
    headings = [inline.from_nodes([node], None).text for node in tree.css("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    return _meta(tree, 'meta[property="og:title"]', "content")


def _picture(
    tree: LexborHTMLParser, base: str | None, elements: list[Element], stated: tuple[str | None, str | None]
) -> list[Block]:
    """The picture that stands above the article, where the article itself has it not; only one with words.

    Args:
        stated: The address and the words of the picture that the page states for networks, where it does.
    """
    heading = tree.css_first(
        "article header img, article > figure img, .gh-article-image img, img.wp-post-image, "
        ".wp-block-post-featured-image img"
    )
    above = picture(heading, base) if heading else None
    shown = above if isinstance(above, Block) else Block("image", stated[1] or "", url=absolute(base, stated[0] or ""))
    url, alt = shown.url, shown.text
    known = any(isinstance(element, Block) and element.url == url for element in elements)
    if url is None or not url.startswith("https://") or known:
        return []
    return [Block("image", alt, url=url)] if alt else []


# Where a page states its date, most telling first.
_DATES = (
    ('meta[property="article:published_time"]', "content"),
    ("meta[itemprop=datePublished]", "content"),
    ("[itemprop=datePublished]", "datetime"),
    ("article time[datetime]", "datetime"),
)


def _published(tree: LexborHTMLParser) -> datetime | None:
    stated = next((found for place in _DATES if (found := _meta(tree, *place))), None)
    try:
        return dates.in_utc(datetime.fromisoformat(stated)) if stated else None
    except ValueError:
        return None  # an unreadable date is no date: it is shown nowhere and decides nothing


def _byline(tree: LexborHTMLParser) -> str | None:
    stated = _meta(tree, "meta[name=author], meta[itemprop=author]", "content")
    node = tree.css_first(
        "[itemprop=author], article [rel=author], article .byline, article .author, article .author-name,"
        " .wp-block-post-author-name, .wp-block-post-author__name, .post-author-name"
    )
    name = stated or (inline.from_nodes([node], None).text if node else "")
    bare = re.sub(r"^(?:by|door|von|par|por|di|a[vf])\s+", "", name, flags=re.IGNORECASE)
    return bylines.name(name) or bare or None


def _article(tree: LexborHTMLParser) -> LexborNode | None:
    for selector in _ARTICLE:
        nodes = tree.css(selector)
        if nodes:
            return max(nodes, key=lambda node: len(node.text() or ""))
    return tree.root


def _outside(tree: LexborHTMLParser, body: LexborNode | None, reader: Reader, told: set[str | None]) -> list[Dropped]:
    """What stands in the page outside the article and is not told yet, so that nothing is lost without a word."""
    if body is None or body.tag in {"body", "html"} or tree.body is None:
        return []
    body.decompose()
    rest = reader.read(tree.body)
    pieces = [piece for element in rest if not _is(element, told) for piece in _shown(element)]
    return [*(Dropped(piece, "outside the article on the page") for piece in pieces if piece), *reader.dropped]


def _shown(element: Element) -> list[str]:
    """What an element says; of a picture what it shows, or its address, and its caption."""
    if isinstance(element, Block) and element.kind == "image":
        return [element.text or element.url or "", inline.plain(element.html)]
    return [element.text]


def _is(element: Element, told: set[str | None]) -> bool:
    return element.text in told or (isinstance(element, Block) and element.url is not None and element.url in told)
