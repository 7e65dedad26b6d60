"""What stands in a page besides its article, by its markup. `boilerplate.py` knows the same by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.ingest import inline
from pipeline.ingest.html import boxes
from pipeline.ingest.names import Names, found_by, selectors
from pipeline.ingest.nesting import CODE
from pipeline.model import Dropped

_COOKIES = "cookie notice"
# What is never part of an article, and why it is left out.
_FURNITURE: tuple[tuple[str, str], ...] = (
    (
        "nav, [role=navigation], .breadcrumb, .breadcrumbs, .menu, .toc, .table-of-contents,"
        " .post-navigation, .post-nav, .nav-links, .pagination, .pager",
        "navigation",
    ),
    ("[id*=cookie i], [class*=cookie i], [id*=consent i], [class*=consent i]", _COOKIES),
    (
        ".share, .sharing, .share-bar, .sharedaddy, .social-share, [class*=share-buttons], [class*=sharebar],"
        " [class*=social-links], [class*=addtoany], [class*=social-sharing], .share-this, .post-share",
        "share bar",
    ),
    ("#comments, .comments, .wp-block-comments, .comment-list, .comments-area, #respond, #disqus_thread", "comments"),
    (
        ".related, .related-posts, .jp-relatedposts, [class^=related-], [class*=' related-'], [class*=yarpp],"
        " .read-next, .recommended",
        "related articles",
    ),
    (".sidebar, #sidebar, .widget, [role=complementary]", "sidebar"),
    (
        ".subscribe, .newsletter-form, .kg-signup-card, .subscription-widget-wrap, .subscribe-widget,"
        " [class*=newsletter-signup], [class*=newsletter-box], [class*=signup-form], [class*=subscribe-form],"
        " [class*=mc_embed_signup], [class*=mc4wp]",
        "subscription form",
    ),
    (".advertisement, .ad, .ads, .advert, ins.adsbygoogle, [class^=advert], [class*=' advert']", "advertisement"),
    (".author-box, .author-bio, .about-author", "about the author"),
    (".post-tags, .tags-links, .cat-links, .tag-list", "tags and categories"),
    ("form", "form"),
    (
        "body > footer, body > header, #footer, .site-footer, .site-header, [role=contentinfo], [role=banner]",
        "page header or footer",
    ),
    ("[hidden], [aria-hidden=true]:not(svg):not(img), dialog:not([open])", "hidden on the page"),
    ("noscript", "for browsers without scripts"),
    ("button, select, textarea", "button or field"),
    ("iframe, object, embed, video, audio, canvas", "embedded: mails and posts cannot hold it"),
    ("svg", "drawing"),
)
# Articles may be about cookies and consent too: what a site asks its visitors is called a banner of some kind.
_ASKS = re.compile(
    r"(?:cookie|consent)s?[-_ ]?(?:accept|alert|banner|bar|bot|box|bubble|consent|container|control|dialog|disclaimer"
    r"|first|hint|hinweis|info|law|layer|manager|melding|message|modal|msg|note|notice|notification|overlay|panel|policy"
    r"|popup|pop-up|preference|prompt|script|setting|toast|wall|widget|wrapper|yes)"
    r"|(?:accept|gdpr|dsgvo|manage|privacy|uses?)[-_]?(?:cookie|consent)",
    re.IGNORECASE,
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROWS = tuple((selectors(listed), reason) for listed, reason in _FURNITURE)
_CODE = ", ".join(sorted(CODE - {"head"})) + ", link, meta, datalist"
# A button around a heading only folds its section.
_FOLDING = selectors("h1 button, h2 button, h3 button, h4 button, h5 button, h6 button, summary button, dt button")
# Icons that draw a light bulb, by the names of icon fonts and of emoji pictures.
_BULBS = selectors(
    "i[class*=lightbulb], i[class*=light-bulb], span[class*=lightbulb], img[src*='1f4a1'],"
    " svg[class*=lightbulb], svg[data-icon*=lightbulb]"
)
# A line below the title is marked as a heading and heads nothing.
_SUBTITLES = selectors(", ".join(f"{tag}[class*=subtitle]" for tag in ("h2", "h3", "h4", "h5", "h6")))


def remove(tree: LexborHTMLParser, used: Names) -> list[Dropped]:
    """Take out what is no article, and tell what it was. A callout is never furniture."""
    for node in tree.css(_CODE):
        node.decompose()
    for node in found_by(tree, _FOLDING + _SUBTITLES, used):
        node.unwrap()
    _show_bulbs(found_by(tree, _BULBS, used))
    found: dict[int, tuple[LexborNode, str]] = {}
    for row, reason in _ROWS:
        for node in found_by(tree, row, used):
            if not _belongs(node) and (reason != _COOKIES or _ASKS.search(_names(node))):
                found.setdefault(node.mem_id, (node, reason))
    for cell in tree.css("td"):
        if _is_menu(cell):
            found.setdefault(cell.mem_id, (cell, "navigation"))
    # Only then, because what is inside another goes with it.
    outermost = [(node, reason) for node, reason in found.values() if not _is_inside(node, found)]
    dropped = [Dropped(words, reason) for node, reason in outermost if (words := _words(node))]
    for node, _ in outermost:
        node.decompose()
    return dropped + (_comments(tree) if used.commented else [])


def _show_bulbs(icons: Iterable[LexborNode]) -> None:
    """Put a 💡 where the icon of one opens a paragraph or an item; elsewhere it is a picture, and so it is in a box."""
    for node in icons:
        parent, alone = node.parent, not (node.text() or "").strip()
        opens = parent is not None and parent.tag in {"p", "li", "div", "td", "strong", "b", "span"}
        if opens and alone and not _words_before(node) and not node.attributes.get("alt"):
            node.replace_with("💡 ")


# Footnotes as programs write them below an article, and in them the way back to the text.
_NOTES = ", ".join(
    f"{tag}{kind}"
    for tag in ("div", "section", "aside", "ol", "li", "p")
    for kind in (".footnote", ".footnotes", "[role=doc-endnotes]", "[role=doc-footnote]")
)
_BACK = "a[href^='#fnref'], a[href^='#footnote-anchor'], a[role=doc-backlink], a[class*=backref], .reversefootnote"


def notes(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The texts of footnotes, which are taken out: an item of a list each, or all that a box of them holds."""
    boxed = {node.mem_id: (node, "") for node in tree.css(_NOTES)}
    outermost = [node for node, _ in boxed.values() if not _is_inside(node, boxed)]
    found: list[str] = []
    for node in outermost:
        for back in node.css(_BACK):
            back.decompose()
        items = node.css("li") or [node]
        found += [words for item in items if (words := inline.from_nodes(inline.children(item), None).text)]
        node.decompose()
    return tuple(found)


_ENTRIES = 3  # of a menu, at least


def _is_menu(cell: LexborNode) -> bool:
    """Whether a cell of a page that a table lays out holds links alone, one below the other."""
    links = [len((link.text() or "").strip()) for link in cell.css("a[href]")]
    words = len("".join((cell.text() or "").split()))
    return len(links) >= _ENTRIES and cell.css_first("br, li, p, div") is not None and sum(links) >= words


def _words_before(node: LexborNode) -> bool:
    before = node.prev
    while before is not None and not (before.text_content or before.text() or "").strip():
        before = before.prev
    return before is not None


def _names(node: LexborNode) -> str:
    return f"{node.attributes.get('id') or ''} {node.attributes.get('class') or ''}"


def _belongs(node: LexborNode) -> bool:
    if node.tag == "svg":
        return node.parent is not None and node.parent.css_matches(boxes.SURE)  # the icon tells the callout's kind
    if node.tag in _HEADINGS and not node.attributes.get("class"):
        return "hidden" not in node.attributes  # site builders make a heading's id of its words
    return (
        node.tag in {"html", "body", "article", "main"}
        or node.css_matches(boxes.SURE)
        or node.css_first("article, main, h1") is not None
    )


def _is_inside(node: LexborNode, others: dict[int, tuple[LexborNode, str]]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.mem_id in others:
            return True
        parent = parent.parent
    return False


def _words(node: LexborNode) -> str:
    """What a reader of the page would miss: words, what pictures show, or what an embedded thing is called."""
    shown = [picture.attributes.get("alt") or "" for picture in node.css("img")]
    words = " ".join([inline.from_nodes(inline.children(node), None).text, *shown]).strip()
    return words or next(
        (node.attributes[name] or "" for name in ("title", "src", "data") if node.attributes.get(name)), ""
    )


def _comments(tree: LexborHTMLParser) -> list[Dropped]:
    nodes = tree.body.traverse(include_text=True) if tree.body is not None else ()
    comments = (node.comment_content or "" for node in nodes if node.tag == "-comment")
    return [Dropped(words, "comment of the author") for text in comments if re.search(r"\w", words := text.strip())]
