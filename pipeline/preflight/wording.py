"""A post's own words, apart from what only stands beside them. Pure."""

from __future__ import annotations

import re

from pipeline import limits

_SIGNS = re.compile(r"^(?:\(?\d{1,2}/\d{1,2}\)?|[^\w\s“„«\"‘'(¿¡]|\s)+")


_WITH_SCHEME = re.compile(r"https?://\S+", re.IGNORECASE)  # of whatever domain, which networks may not know


def without_links(text: str) -> str:
    """`text` without links, those as people write them (`bakery.org/bread`) included."""
    bare = _WITH_SCHEME.sub(" ", text)
    return " ".join(limits.links.outside(bare, limits.urls(bare)))


def links(text: str) -> list[str]:
    """The links in `text`, as they stand there."""
    bare = _WITH_SCHEME.sub(" ", text)
    return [*_WITH_SCHEME.findall(text), *(bare[slice(*link)] for link in limits.urls(bare))]


def said(text: str) -> str:
    """`text` without links, hashtags, the sign it begins with, and the number of a part."""
    bare = without_links(text)
    bare = "".join(limits.links.outside(bare, limits.hashtags(bare)))
    lines = (" ".join(line.split()) for line in bare.splitlines())
    return _SIGNS.sub("", "\n".join(filter(None, lines)))


def flat(text: str) -> str:
    """`text` with one blank between words."""
    return " ".join(text.split())
