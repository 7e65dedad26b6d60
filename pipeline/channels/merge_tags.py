"""Author's text is data: what looks like a Mailchimp merge tag shows as it was typed, and never merges.

Every tag of Mailchimp's opens with `*|`: fields, conditions, feeds and links alike. Mailchimp documents no escape. So
the two characters are parted by U+2060 WORD JOINER, which has no width and allows no line break. An entity for one of
them would be undone by whatever parses and writes the page again on its way; the joiner survives that. In an address a
joiner would break the link, so there both characters are percent-encoded, which names the same thing (RFC 3986, 2.2).
https://mailchimp.com/help/getting-started-with-merge-tags/
"""

from __future__ import annotations

import re

_JOINER = "\u2060"
_STAR = r"(?:\*|&#0*42;|&#[xX]0*2[aA];|&ast;|&midast;)"
_BAR = r"(?:\||&#0*124;|&#[xX]0*7[cC];|&vert;|&verbar;|&VerticalLine;)"
_IN_HTML = re.compile(f"({_STAR})({_BAR})")
# An encoded bar may count as one, since browsers encode it in the links of Mailchimp's own users; the star they leave.
_IN_ADDRESS = re.compile(rf"(?:{_STAR}|%2[aA])(?:{_BAR}|%7[cC])")
_ATTRIBUTE = re.compile(r"""\b(?:href|src|background|action)\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(r"\b(?:https?://|mailto:|tel:)\S+")


def shown_in_html(page: str) -> str:
    """`page` with every opening of a merge tag made harmless: encoded in addresses, parted elsewhere."""
    links = _TAG.sub(lambda tag: _ATTRIBUTE.sub(lambda found: _encoded(found[0]), tag[0]), page)
    return _IN_HTML.sub(r"\1&#8288;\2", links)


def shown_in_text(text: str) -> str:
    """The same for plain text: a subject, a preheader, the text part."""
    return _ADDRESS.sub(lambda found: _encoded(found[0]), text).replace("*|", f"*{_JOINER}|")


def has_merge_tag(text: str) -> bool:
    """Whether `text`, plain or HTML, holds the opening of one."""
    return bool(_IN_ADDRESS.search(text))


def _encoded(address: str) -> str:
    return _IN_ADDRESS.sub("%2A%7C", address)
