"""HTML, a whole saved page or a fragment from a feed -> elements."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.ingest import callouts, inline
from pipeline.ingest.blocks import Reader
from pipeline.ingest.elements import Document, Element
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
# What is never part of an article, and why it is left out.
_FURNITURE: tuple[tuple[str, str], ...] = (
    ("nav, [role=navigation], .breadcrumb, .breadcrumbs, .menu, .toc, .table-of-contents", "navigation"),
    ("[id*=cookie], [class*=cookie], [id*=consent], [class*=consent]", "cookie notice"),
    (
        ".share, .sharing, .share-bar, .sharedaddy, .social-share, [class*=share-buttons], [class*=sharebar],"
        " [class*=social-links]",
        "share bar",
    ),
    ("#comments, .comments, .comment-list, .comments-area, #respond, #disqus_thread", "comments"),
    (".related, .related-posts, .jp-relatedposts, [class*=related-], .read-next, .recommended", "related articles"),
    (".sidebar, #sidebar, .widget, [role=complementary]", "sidebar"),
    (
        ".subscribe, .newsletter-form, .kg-signup-card, .subscription-widget-wrap, .subscribe-widget",
        "subscription form",
    ),
    (".advertisement, .ad, .ads, .advert, ins.adsbygoogle, [class*=advert]", "advertisement"),
    (".author-box, .author-bio, .about-author", "about the author"),
    ("form", "form"),
    (
        "body > footer, body > header, #footer, .site-footer, .site-header, [role=contentinfo], [role=banner]",
        "page header or footer",
    ),
    ("[hidden], [aria-hidden=true]:not(svg):not(img)", "hidden on the page"),
)
_SILENT = "script, style, noscript, template, iframe, object, embed, link, meta, svg"


def read(source: str, base: str | None = None) -> Document:
    """A page or fragment as a document.

    Args:
        source: The HTML, decoded.
        base: Address it came from, for relative links; a canonical link in the page goes before it.
    """
    tree = LexborHTMLParser(source)
    url = _meta(tree, "link[rel=canonical]", "href") or _meta(tree, 'meta[property="og:url"]', "content")
    base = urljoin(base or "", url) if url else base
    title = _title(tree)
    published, byline = _published(tree), _byline(tree)
    summary = _meta(tree, "meta[name=description]", "content") or _meta(
        tree, 'meta[property="og:description"]', "content"
    )
    dropped = _remove_furniture(tree)
    body = _article(tree)
    elements = Reader(base).read(body) if body is not None else []
    language = _meta(tree, "html[lang]", "lang")
    absolute = base if base and base.startswith(("http://", "https://")) else None
    picture = _picture(tree, base, elements)
    outside = _outside(tree, body)
    return Document(
        elements=(*picture, *elements),
        title=title,
        url=absolute,
        language=language,
        published=published,
        byline=byline,
        summary=summary,
        dropped=(*dropped, *outside),
    )


def _meta(tree: LexborHTMLParser, selector: str, attribute: str) -> str | None:
    node = tree.css_first(selector)
    return ((node.attributes.get(attribute) or "").strip() or None) if node else None


def _title(tree: LexborHTMLParser) -> str | None:
    """The page's title: its only h1, else og:title, else <title> without the site's name."""
    headings = [inline.from_nodes([node], None).text for node in tree.css("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    stated = _meta(tree, 'meta[property="og:title"]', "content")
    if stated:
        return stated
    node = tree.css_first("head > title")
    text = inline.from_nodes([node], None).text if node else ""
    return re.split(r"\s+[|–—·»]\s+", text)[0] or None


def _picture(tree: LexborHTMLParser, base: str | None, elements: list[Element]) -> list[Block]:
    """The picture that stands above the article, where the article itself has it not; only one with words."""
    stated = _meta(tree, 'meta[property="og:image"]', "content")
    heading = tree.css_first(
        "article header img[src], article > figure img[src], .gh-article-image img, img.wp-post-image"
    )
    address = stated or (heading.attributes.get("src") if heading else None)
    url = urljoin(base or "", address) if address else ""
    if not url.startswith("https://") or any(isinstance(element, Block) and element.url == url for element in elements):
        return []
    same = (image for image in tree.css("img[src]") if urljoin(base or "", image.attributes["src"] or "") == url)
    shown = next(same, None)
    alt = (shown.attributes.get("alt") if shown else None) or _meta(tree, 'meta[property="og:image:alt"]', "content")
    return [Block("image", alt, url=url)] if alt else []


def _published(tree: LexborHTMLParser) -> datetime | None:
    stated = _meta(tree, 'meta[property="article:published_time"]', "content") or _meta(
        tree, "article time[datetime]", "datetime"
    )
    try:
        moment = datetime.fromisoformat(stated) if stated else None
    except ValueError:
        return None  # an unreadable date is no date: it is shown nowhere and decides nothing
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC) if moment else None


def _byline(tree: LexborHTMLParser) -> str | None:
    stated = _meta(tree, "meta[name=author]", "content")
    node = tree.css_first("article [rel=author], article .byline, article .author, article .author-name")
    name = stated or (inline.from_nodes([node], None).text if node else "")
    return re.sub(r"^(?:by|door|von|par|por|di)\s+", "", name, flags=re.IGNORECASE) or None


def _remove_furniture(tree: LexborHTMLParser) -> list[Dropped]:
    """Take out what is no article, and tell what it was. A callout is never furniture."""
    dropped = []
    for selector, reason in _FURNITURE:
        for node in tree.css(selector):
            if node.tag in {"html", "body", "article", "main"} or _holds_the_article(node):
                continue
            text = inline.from_nodes([node], None).text
            if text and node.parent is not None:
                dropped.append(Dropped(text, reason))
            node.decompose()
    for node in tree.css(_SILENT):
        if node.tag != "svg" or not _in_callout(node):
            node.decompose()
    return dropped


def _holds_the_article(node: LexborNode) -> bool:
    return node.css_first("article, main, h1") is not None


def _in_callout(node: LexborNode) -> bool:
    return any(node.parent is not None and node.parent.css_matches(rule.selector) for rule in callouts.HTML_RULES)


def _article(tree: LexborHTMLParser) -> LexborNode | None:
    for selector in _ARTICLE:
        nodes = tree.css(selector)
        if nodes:
            return max(nodes, key=lambda node: len(node.text() or ""))
    return tree.root


def _outside(tree: LexborHTMLParser, body: LexborNode | None) -> list[Dropped]:
    """What stands in the page outside the article, so that nothing is lost without a word."""
    if body is None or body.tag in {"body", "html"} or tree.body is None:
        return []
    body.decompose()
    rest = [element.text for element in Reader(None).read(tree.body)]
    return [Dropped(text, "outside the article on the page") for text in rest if text]
