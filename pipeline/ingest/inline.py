"""Inline markup of HTML -> plain text and safe markup of the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin

import nh3
from selectolax.lexbor import LexborNode

_KEPT = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "code": "code", "sub": "sub", "sup": "sup"}
_SILENT = {"script", "style", "noscript", "template", "svg", "button", "iframe", "form", "object"}
# Elements whose words never touch those of their neighbours.
_APART = {
    "p",
    "div",
    "li",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "summary",
    "figcaption",
    "section",
    "article",
    "dt",
    "dd",
    "blockquote",
    "ul",
    "ol",
}
ALLOWED = {"a", "em", "strong", "code", "sub", "sup", "br"}


@dataclass(frozen=True)
class Inline:
    """The same words twice: plain, and with safe inline markup."""

    text: str
    html: str

    def __bool__(self) -> bool:
        return bool(self.text)


def from_text(text: str) -> Inline:
    """Plain text as it is."""
    return Inline(text, escape(text, quote=False))


def from_nodes(nodes: list[LexborNode], base: str | None) -> Inline:
    """The words of `nodes`. Links are made absolute against `base`; what cannot be made absolute loses its link."""
    return tidy("".join(_markup(node, base) for node in nodes))


def tidy(markup: str) -> Inline:
    """Safe markup with single blanks, and its plain text."""
    safe = nh3.clean(
        markup, tags=ALLOWED, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}, link_rel=None
    )
    safe = re.sub(r"[ \t\r\n\u00a0]+", " ", safe)
    safe = re.sub(r" ?<br> ?", "<br>", safe)
    safe = re.sub(r"<(em|strong|code|sub|sup)>(\s*)</\1>", r"\2", safe)
    safe = re.sub(r"^(\s|<br>)+|(\s|<br>)+$", "", safe)
    return Inline(plain(safe), safe)


def plain(markup: str) -> str:
    """The plain text of safe inline markup."""
    bare = re.sub(r"<[^>]*>", "", markup.replace("<br>", " "))
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&nbsp;", " "), ("&amp;", "&")):
        bare = bare.replace(entity, char)
    return re.sub(r"\s+", " ", bare).strip()


def _markup(node: LexborNode, base: str | None) -> str:
    tag = node.tag
    if tag == "-text":
        return escape(node.text_content or "", quote=False)
    if tag in _SILENT or tag == "-comment" or tag is None:
        return ""
    if tag == "br":
        return "<br>"
    if tag == "img":
        # WordPress turns emoji into pictures; the words are in `alt`. Other pictures are blocks of their own.
        alt = node.attributes.get("alt") or ""
        return escape(alt, quote=False) if is_emoji_picture(node) else ""
    inner = "".join(_markup(child, base) for child in children(node))
    if tag == "a":
        href = urljoin(base or "", (node.attributes.get("href") or "").strip())
        linked = href.startswith(("http://", "https://", "mailto:")) and inner.strip()
        return f'<a href="{escape(href)}">{inner}</a>' if linked else inner
    if tag in _KEPT:
        return f"<{_KEPT[tag]}>{inner}</{_KEPT[tag]}>"
    return f" {inner} " if tag in _APART else inner


def children(node: LexborNode) -> list[LexborNode]:
    """All child nodes, text included."""
    return list(node.iter(include_text=True))


def is_emoji_picture(node: LexborNode) -> bool:
    """Whether an `img` only stands for an emoji or short sign (by its class, or an alt of symbols only)."""
    alt, classes = node.attributes.get("alt") or "", node.attributes.get("class") or ""
    return bool(alt) and (("smiley" in classes or "emoji" in classes) or (len(alt) <= 3 and not re.search(r"\w", alt)))
