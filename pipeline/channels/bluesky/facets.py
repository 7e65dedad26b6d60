"""Where a post's text is a link or a hashtag: Bluesky links nothing by itself. Pure.

https://docs.bsky.app/docs/advanced-guides/post-richtext
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

import regex

from pipeline.limits.counting import graphemes, utf8
from pipeline.limits.links import Span, urls

MOST_TAG_GRAPHEMES = 64
MOST_TAG_BYTES = 640
_INVISIBLE = "\u00ad\u2060\u200a-\u200d\u20e2\ufeff"
# Punctuation belongs to a hashtag where something else follows in it.
_TAG = regex.compile(rf"(?<!\S)[#＃](?!\ufe0f)((?:(?:(?![#＃])\p{{P}})*+[^\s\p{{P}}{_INVISIBLE}]++)++)")
_SAYS_SOMETHING = regex.compile(r"[^\p{P}0-9]")
# What would make an address that is found part of a longer one.
_BEFORE, _AFTER = r"(?<![\w/.@-])", r"(?![\w/?#&=%~+@$-])(?![.,:;!'()*]\w)"
_WITH_PROTOCOL = re.compile(r"(?<![A-Za-z0-9])https?://[^\W_][^\s\ufeff<>\"]*", re.IGNORECASE)
_PROTOCOL = re.compile("https?://", re.IGNORECASE)
_NOT_AT_END = ".,:;!?'\"…”’»)]}"
_OPENING = {")": "(", "]": "[", "}": "{"}

Kind = Literal["link", "tag"]


@dataclass(frozen=True)
class Facet:
    """A piece of a text that leads somewhere.

    Attributes:
        start, end: UTF-8 bytes of the text, end exclusive.
        kind: What it is.
        value: The whole address of a link; a hashtag without its `#`.
    """

    start: int
    end: int
    kind: Kind
    value: str


def facets(text: str, link: str | None = None) -> tuple[Facet, ...]:
    """The links and hashtags of `text`, in order; none overlaps another.

    Args:
        text: What readers see.
        link: The post's own address, of which the text may show a short form: without protocol and parameters.
    """
    taken: list[tuple[Span, Kind, str]] = []
    for one in (*_links(text, link), *_tags(text)):
        place = bisect(taken, one)
        if not any(_overlap(one[0], other[0]) for other in taken[max(place - 1, 0) : place + 1]):
            taken.insert(place, one)
    return tuple(_in_bytes(text, taken))


def _in_bytes(text: str, spans: Sequence[tuple[Span, Kind, str]]) -> Iterator[Facet]:
    """`spans`, which are in order, by their bytes; each piece of the text is measured once."""
    at = size = 0
    for (start, end), kind, value in spans:
        first = size + utf8(text[at:start])
        size = first + utf8(text[start:end])
        yield Facet(first, size, kind, value)
        at = end


def _links(text: str, link: str | None) -> Iterator[tuple[Span, Kind, str]]:
    """The post's own link first, then whatever else is an address."""
    for form in _forms(link) if link else ():
        for match in re.finditer(_BEFORE + re.escape(form) + _AFTER, text):
            yield match.span(), "link", link or ""
    for match in _WITH_PROTOCOL.finditer(text):
        address = _trimmed(match[0])
        yield (match.start(), match.start() + len(address)), "link", address
    for start, end in urls(text):
        if not _PROTOCOL.match(text, start):
            yield (start, end), "link", f"https://{text[start:end]}"


def _trimmed(address: str) -> str:
    """Without the punctuation of the sentence around it; a bracket that was opened inside belongs to it."""
    end, brackets = len(address), Counter(address)
    while address[end - 1] in _NOT_AT_END:
        last = address[end - 1]
        if last in _OPENING and brackets[_OPENING[last]] >= brackets[last]:
            break
        brackets[last] -= 1
        end -= 1
    return address[:end]


def _forms(link: str) -> tuple[str, ...]:
    """As it may stand in the text, from the whole address to host and path."""
    parts = urlsplit(link)
    short = f"{parts.netloc}{parts.path}".rstrip("/")
    return tuple(dict.fromkeys(form for form in (link, link.partition("://")[2], short) if form))


def _tags(text: str) -> Iterator[tuple[Span, Kind, str]]:
    for match in _TAG.finditer(text):
        tag = match[1]
        if _SAYS_SOMETHING.search(tag) and graphemes(tag) <= MOST_TAG_GRAPHEMES and utf8(tag) <= MOST_TAG_BYTES:
            yield match.span(), "tag", tag


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
