"""Mark addresses of our own sites with UTM parameters, without touching what is there. Pure.

Ours are the brand's site and the sites of our own articles. A stranger's address stays as it is: some break with
anything added, and the numbers would be theirs.

An address is taken as bytes, never taken apart and put together again: parsers mend what they read, and a server may
know its own odd query (`?a&b=;c`) only as it was.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import unquote_plus, urlencode

from pipeline.identity import site_of

_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)


def with_utm(url: str, *, source: str, medium: str, campaign: str, content: str | None = None) -> str:
    """`url` with UTM parameters at the end of its query.

    Parameters that are there already, the fragment, and addresses other than http and https stay as they are, byte for
    byte.
    """
    if not _WEB.match(url):
        return url
    whole, mark, fragment = url.partition("#")
    _, asked, query = whole.partition("?")
    present = {unquote_plus(part.partition("=")[0]).casefold() for part in re.split("[&;]", query)}
    wanted = {"utm_source": source, "utm_medium": medium, "utm_campaign": campaign, "utm_content": content}
    added = urlencode([(name, value) for name, value in wanted.items() if value and name not in present])
    joint = "?" if not asked else "" if not query or query.endswith("&") else "&"
    return f"{whole}{joint}{added}{mark}{fragment}" if added else url


def is_ours(url: str, hosts: Collection[str]) -> bool:
    """Whether `url` lies on one of `hosts`, as `site_of` names them, or below it: `shop.bakery.example`."""
    name = site_of(url)
    return any(name == one or name.endswith(f".{one}") for one in hosts if one)
