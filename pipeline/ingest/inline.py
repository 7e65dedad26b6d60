"""Inline markup of HTML -> plain text and safe markup of the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

import nh3
from selectolax.lexbor import LexborNode

from pipeline.ingest.links import absolute
from pipeline.ingest.nesting import BLOCKS

_KEPT = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "code": "code", "sub": "sub", "sup": "sup"}
_SILENT = {"script", "style", "template", "iframe", "-comment"}
# What stands before and after the words of an element; around any other, nothing.
_AROUND = {
    **dict.fromkeys(BLOCKS, (" ", " ")),
    **{tag: (f"<{kept}>", f"</{kept}>") for tag, kept in _KEPT.items()},
}
_TAGS = re.compile(r"<[^>]*>")
_EMPTY = re.compile(r"<(em|strong|code|sub|sup)>(\s*)</\1>|<a [^>]*>(\s*)</a>")
ALLOWED = {"a", "em", "strong", "code", "sub", "sup", "br"}
_CLEANER = nh3.Cleaner(
    tags=ALLOWED, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}, link_rel=None
)  # made once: making one takes longer than cleaning a paragraph


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


def from_nodes(nodes: list[LexborNode], base: str | None, without: frozenset[str] = frozenset()) -> Inline:
    """The words of `nodes`, but not of elements named in `without`.

    Links are made absolute against `base`; what cannot be made absolute loses its link. Pictures are blocks, not words,
    but for emoji.
    """
    return tidy(_markup(nodes, base, without))


def tidy(markup: str) -> Inline:
    """Safe markup with single blanks, and its plain text. What is tidy stays as it is."""
    if not markup or markup.isspace():
        return Inline("", "")
    if "<" not in markup and "&#" not in markup:  # escaped text alone is safe, and most of all there is
        safe = _single_blanks(markup.replace("\u00a0", "&nbsp;")).strip(" ")
        return Inline(plain(safe), safe)
    safe, emptied = _single_blanks(_CLEANER.clean(markup)), 1
    while emptied:  # what held nothing but an empty element is empty then, and blanks meet
        safe, emptied = _EMPTY.subn(r"\2\3", safe)
        safe = _single_blanks(safe) if emptied else safe
    if "<br>" in safe:
        lines = [line.strip(" ") for line in safe.split("<br>")]
        said = [place for place, line in enumerate(lines) if line.strip()]
        safe = "<br>".join(lines[said[0] : said[-1] + 1]) if said else ""
    safe = safe.strip()
    return Inline(plain(safe), safe)


def _single_blanks(text: str) -> str:
    """`text` with one blank for each run of them; most texts have no runs, and looking for one is quick."""
    for blank in "\t\r\n\u00a0":
        text = text.replace(blank, " ")
    return re.sub(" {2,}", " ", text) if "  " in text else text


def plain(markup: str) -> str:
    """The plain text of safe inline markup."""
    bare = _TAGS.sub("", markup.replace("<br>", " ")) if "<" in markup else markup
    if "&" in bare:
        for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&nbsp;", " "), ("&amp;", "&")):
            bare = bare.replace(entity, char)
    return " ".join(bare.split())


def _markup(nodes: list[LexborNode], base: str | None, without: frozenset[str]) -> str:
    if len(nodes) == 1 and nodes[0].tag == "-text":  # most paragraphs
        return escape(nodes[0].text_content or "", quote=False)
    made: list[str] = []
    waiting: list[LexborNode | str] = [*reversed(nodes)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            made.append(node)
        elif node.tag == "-text":
            made.append(escape(node.text_content or "", quote=False))
        elif node.tag == "br":
            made.append("<br>")
        elif node.tag == "img":
            # WordPress turns emoji into pictures; the words are in `alt`.
            made.append(escape(node.attributes.get("alt") or "", quote=False) if is_emoji_picture(node) else "")
        elif node.tag in without:
            made.append(" ")
        elif node.tag is not None and node.tag not in _SILENT:
            opening, closing = _around_link(node, base) if node.tag == "a" else _AROUND.get(node.tag, ("", ""))
            made.append(opening)
            waiting += [closing, *reversed(children(node))]
    return "".join(made)


def _around_link(node: LexborNode, base: str | None) -> tuple[str, str]:
    href = (node.attributes.get("href") or "").strip()
    address = href if href.lower().startswith("mailto:") else absolute(base, href) if href else None
    return (f'<a href="{escape(address)}">', "</a>") if address else ("", "")


def verbatim(node: LexborNode) -> str:
    """The words of `node` with its own blanks and line ends."""
    parts = []
    for inner in node.traverse(include_text=True):
        if inner.tag == "-text":
            parts.append(inner.text_content or "")
        elif inner.tag == "br" or (inner.tag in BLOCKS and inner.prev is not None):
            parts.append("\n")
    return "".join(parts)


def children(node: LexborNode) -> list[LexborNode]:
    """All child nodes, text included."""
    return list(node.iter(include_text=True))


def is_words(node: LexborNode) -> bool:
    """Whether a node holds nothing but one run of words. Looking is far cheaper than asking with a selector."""
    first = node.first_child
    return first is None or (first.tag == "-text" and first.next is None)


def is_emoji_picture(node: LexborNode) -> bool:
    """Whether an `img` only stands for an emoji or short sign (by its class, or an alt of symbols only)."""
    alt, classes = node.attributes.get("alt") or "", node.attributes.get("class") or ""
    return bool(alt) and (("smiley" in classes or "emoji" in classes) or (len(alt) <= 3 and not re.search(r"\w", alt)))
