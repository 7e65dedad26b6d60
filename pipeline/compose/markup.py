"""An author's inline markup: sanitised as the last thing before it is rendered, cut, and read as plain text. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

import nh3
from markupsafe import Markup

_TAGS = {"a", "em", "strong", "code", "sub", "sup", "br"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#\s]", re.IGNORECASE)
_CLASSES = {"a": {"class": "link"}, "code": {"class": "code"}}  # ours: styles are by class only
_PIECE = re.compile(
    r"""</?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>|&(?:\#\d+|\#x[0-9a-f]+|\w+);|.""", re.DOTALL | re.IGNORECASE
)
_EMPTY = re.compile(r"<(\w+)\b[^>]*></\1>")
_LINK = re.compile(r'<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_ADDRESS = re.compile(r"https://[^\s<>\"“”«»]+")


def safe(html: str, base: str, link: Callable[[str], str] = str) -> Markup:
    """`html` with nothing but plain emphasis and links, ready for a template.

    Its links are absolute against `base`, and `link` gives each its final address.
    """

    def address(tag: str, name: str, value: str) -> str | None:
        if (tag, name) != ("a", "href"):
            return value  # our own class: there is no other
        whole = absolute(value, base)
        return whole and link(whole)

    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=address,
        set_tag_attribute_values=_CLASSES,
        url_schemes=_SCHEMES,
        url_relative=lambda url: absolute(url, base),
        link_rel=None,
    )
    return Markup(re.sub(r'<a class="link">(.*?)</a>', r"\1", clean, flags=re.DOTALL))  # noqa: S704 - just sanitised


def absolute(url: str, base: str) -> str | None:
    """The whole address of `url` on the page `base`, without name and password; or None.

    Names in `.invalid` are our own placeholders: no author may use them.
    """
    try:
        whole = re.sub(r"\s", "%20", joined(base, url.strip()))
        parts = urlsplit(whole)
    except ValueError:
        return None
    if (parts.hostname or "").rstrip(".").endswith(".invalid") or parts.scheme not in _SCHEMES:
        return None
    if "@" in parts.netloc:
        whole = whole.replace(parts.netloc, parts.netloc.rpartition("@")[2], 1)
    return whole if parts.hostname or parts.scheme in {"mailto", "tel"} else None


def joined(base: str, url: str) -> str:
    """`url` as it is read on the page `base`; one that is whole is not taken apart, and stays byte for byte."""
    return url if _WHOLE.match(url) else urljoin(base, url)


def tidy(html: str) -> str:
    """`html` with only the tags we show, single blanks, and none around line breaks."""
    clean = nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel=None)
    return re.sub(r" ?<br> ?", "<br>", re.sub(r"[ \t\r\n]+", " ", clean)).strip()


def escaped(text: str) -> str:
    """Plain text as markup."""
    return escape(text, quote=False)


def plain(html: str, link: Callable[[str], str] = lambda _: "") -> str:
    """The text of tidy markup, a line break for each `br`, with `link(address)` after the words of each link."""

    def words(match: re.Match[str]) -> str:
        return match[2] + escaped(link(unescape(match[1])))

    return unescape(re.sub(r"<[^>]*>", "", re.sub(r"<br[^>]*>", "\n", _LINK.sub(words, html))))


def cut(html: str, length: int) -> str:
    """The markup of the first `length` characters of `plain(html)`. Its open tags are closed when it is made `safe`."""
    taken, kept = 0, []
    for piece in _PIECE.findall(html):
        is_tag = piece.startswith("<") and len(piece) > 1
        taken += piece.startswith("<br") if is_tag else len(unescape(piece))
        if taken > length:
            break
        kept.append(piece)
    return "".join(kept)


def after(html: str, length: int) -> str:
    """The markup of what follows the first `length` characters of `plain(html)`, of tidy markup."""
    taken, kept = 0, []
    for piece in _PIECE.findall(html):
        is_tag = piece.startswith("<") and len(piece) > 1 and not piece.startswith("<br")
        if is_tag or taken >= length:
            kept.append(piece)
        else:
            taken += 1 if piece.startswith("<br") else len(unescape(piece))
    rest = "".join(kept)
    while (fewer := _EMPTY.sub("", rest)) != rest:
        rest = fewer
    return rest.strip()


def linked(value: object) -> Markup:
    """Plain text, its lines kept, with its https addresses as links."""
    text = value if isinstance(value, str) else str(value)  # where a template's name does not exist, this says which
    shown, start = Markup(), 0
    for match in _ADDRESS.finditer(text):
        url = _without_closing_marks(match[0])
        if absolute(url, url) is None:
            continue
        shown += text[start : match.start()] + Markup('<a class="link" href="{0}">{0}</a>').format(url)
        start = match.start() + len(url)
    return (shown + text[start:]).replace("\n", Markup("<br>"))


def listing(text: str) -> Markup:
    """Code, `linked`. Its lines are set in by blanks that even mail programs keep that know no `white-space`."""
    return linked(_INDENT.sub(lambda found: "\u00a0" * len(found[0].expandtabs(4)), text))


def _without_closing_marks(url: str) -> str:
    """A sentence's own marks at the end of an address; a closing bracket belongs to it where it was opened inside."""
    while url[-1] in ".,;:!?'’" or (url[-1] in ")]" and url.count(url[-1]) > url.count({")": "(", "]": "["}[url[-1]])):
        url = url[:-1]
    return url
