"""Addresses as pages write them -> absolute ones."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_WHOLE = re.compile(r"https?://[^/]")
_PLAIN = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#]|$)")  # nothing in it that could be wrong


def absolute(base: str | None, href: str) -> str | None:
    """The http or https address that `href` names on a page at `base`; None where there is none.

    Authors and programs write addresses that no program can read (`http://[x`): they are none.
    """
    try:
        href = href.strip()
        address = href if _WHOLE.match(href) else urljoin(base or "", href)
        if _PLAIN.match(address):
            return address
        parts = urlsplit(address)
        readable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return address if readable else None
