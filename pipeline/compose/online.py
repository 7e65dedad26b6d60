"""A mail -> its page in the archive: the same letter, without what belongs to one reader or to mail programs. Pure.

It is made of the mail itself and not of the templates again: what stands online is what was approved, also later, when
a template has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.compose.words import Words
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Email

# Says to browsers what the page needs: nothing of it runs, and nothing is sent.
GUARD = "default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s·•|/–—\u00a0-]*")


@dataclass(frozen=True)
class Addresses:
    """Where readers find a page of the archive, and what is around it.

    Attributes:
        page: The page itself.
        index: The list of all editions.
        feed: The archive's feed.
    """

    page: str
    index: str
    feed: str


def page(email: Email, at: Addresses, brand: str, words: Words) -> str:
    """The page of `email`. Where the mail leads to its page, the page leads to all editions.

    Args:
        email: With placeholders, or with `at.page` in the place of `VIEW_ONLINE`.
        at: Where it will stand.
        brand: Whose it is.
        words: In the language of the mail.
    """
    html = email.html
    for tag in email.tags:  # a provider fills them in for one reader
        html = html.replace(tag, "")
    tree = LexborHTMLParser(html)
    _without_comments(tree)
    for node in list(_hidden(tree, email.preheader)):
        node.decompose()
    for link in tree.css("a[href]"):
        _link(link, at, words)
    # In a mail the wrapper says what opens. A page has one main part: that, where the design names no other.
    named = tree.css_first("main, [role=main]") is not None
    for wrapper in tree.css("[aria-roledescription]"):
        del wrapper.attrs["aria-roledescription"]
        if not named:
            wrapper.attrs["role"] = "main"
            named = True
    # Last in the head: browsers look for the character set in the first 1,024 bytes only.
    before, end, after = (tree.html or "").partition("</head>")
    return f"{before}{_head(email, at, brand)}{end}{after}\n"


def _without_comments(tree: LexborHTMLParser) -> None:
    """Only Outlook reads them, and their buttons and links would stay as they were."""
    nodes = tree.root.traverse(include_text=True) if tree.root else ()
    for comment in [node for node in nodes if node.is_comment_node]:
        comment.decompose()


def _hidden(tree: LexborHTMLParser, preheader: str) -> Iterator[LexborNode]:
    """What only an inbox's list shows: hidden, and from every eye. What small screens show may be hidden too."""
    for node in tree.css("[style]"):
        if _HIDDEN.search(node.attributes.get("style") or ""):
            text = " ".join(node.text().split())
            if node.attributes.get("aria-hidden") == "true" or text.startswith(" ".join(preheader.split()) or "\0"):
                yield node


def _link(link: LexborNode, at: Addresses, words: Words) -> None:
    href = link.attributes.get("href") or ""
    if href == UNSUBSCRIBE:
        _remove(link)
    elif href in {VIEW_ONLINE, at.page}:
        link.attrs["href"] = at.index
        link.inner_html = str(Markup.escape(words["all_editions"]))
    else:
        link.attrs["href"] = _untold(href)


def _remove(link: LexborNode) -> None:
    """A link with the sign that parts it from its neighbours, and what is empty without it."""
    around = link.parent
    beside = next((node for node in (link.prev, link.next) if _only_parts(node)), None)
    if beside:
        beside.decompose()
    link.decompose()
    if around and around.tag != "body" and _SEPARATORS.fullmatch(around.text()) and not around.css("img, td"):
        around.decompose()


def _only_parts(node: LexborNode | None) -> bool:
    return node is not None and node.is_text_node and bool(_SEPARATORS.fullmatch(node.text()))


def _untold(href: str) -> str:
    """`href` without the UTM parameters that say it came by mail. An author's own stay."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return href
    query = parts.query.split("&")
    if "utm_medium=email" not in query:
        return href
    kept = "&".join(one for one in query if not one.startswith("utm_"))
    return urlunsplit(parts._replace(query=kept))


def _head(email: Email, at: Addresses, brand: str) -> str:
    known = Markup(
        '<meta http-equiv="Content-Security-Policy" content="{guard}">\n'
        '<link rel="canonical" href="{at.page}">\n'
        '<link rel="alternate" type="application/atom+xml" title="{brand}" href="{at.feed}">\n'
        '<meta name="description" content="{email.preheader}">\n'
        '<meta property="og:type" content="article">\n'
        '<meta property="og:site_name" content="{brand}">\n'
        '<meta property="og:title" content="{email.subject}">\n'
        '<meta property="og:description" content="{email.preheader}">\n'
        '<meta property="og:url" content="{at.page}">\n'
    ).format(guard=GUARD, at=at, brand=brand, email=email)
    return str(known)
