"""Addresses as pages write them -> absolute ones."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def absolute(base: str | None, href: str) -> str | None:
    """The http or https address that `href` names on a page at `base`; None where there is none.

    Authors and programs write addresses that no program can read (`http://[x`): they are none.
    """
    try:
        address = urljoin(base or "", href.strip())
        parts = urlsplit(address)
        readable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return address if readable else None
