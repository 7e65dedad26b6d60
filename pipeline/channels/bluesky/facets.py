"""Where a post's text is a link or a hashtag: Bluesky links nothing by itself. Pure.

https://docs.bsky.app/docs/advanced-guides/post-richtext
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

import regex

from pipeline.limits.counting import graphemes, utf8
from pipeline.limits.links import Span, urls

MOST_TAG_GRAPHEMES = 64
MOST_TAG_BYTES = 640
_INVISIBLE = "\u00ad\u2060\u200a-\u200d\u20e2\ufeff"
_TAG = regex.compile(rf"(?<!\S)[#＃](?!\ufe0f)([^\s#＃{_INVISIBLE}]+)")
_PUNCTUATION_AT_END = regex.compile(r"\p{P}+$")
_SAYS_SOMETHING = regex.compile(r"[^\p{P}0-9]")
# What would make an address that is found part of a longer one.
_BEFORE, _AFTER = r"(?<![\w/.@-])", r"(?![\w/?#&=%~+@$-])(?![.,:;!'()*]\w)"
_WITH_PROTOCOL = re.compile(r"(?<![A-Za-z0-9])https?://[^\W_][^\s\ufeff<>\"]*", re.IGNORECASE)
_PROTOCOL = re.compile("https?://", re.IGNORECASE)
_NOT_AT_END = ".,:;!?'\"…”’»)]}"
_OPENING = {")": "(", "]": "[", "}": "{"}


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
    kind: Literal["link", "tag"]
    value: str


def facets(text: str, link: str | None = None) -> tuple[Facet, ...]:
    """The links and hashtags of `text`, in order; none overlaps another.

    Args:
        text: What readers see.
        link: The post's own address, of which the text may show a short form: without protocol and parameters.
    """
    found: list[tuple[Span, Literal["link", "tag"], str]] = []
    for span, value in _links(text, link):
        if not any(_overlap(span, other) for other, _, _ in found):
            found.append((span, "link", value))
    for span, value in _tags(text):
        if not any(_overlap(span, other) for other, _, _ in found):
            found.append((span, "tag", value))
    return tuple(
        Facet(utf8(text[:start]), utf8(text[:end]), kind, value) for (start, end), kind, value in sorted(found)
    )


def _links(text: str, link: str | None) -> Iterator[tuple[Span, str]]:
    """The post's own link first, then whatever else is an address."""
    for form in _forms(link) if link else ():
        for match in re.finditer(_BEFORE + re.escape(form) + _AFTER, text):
            yield match.span(), link or ""
    for match in _WITH_PROTOCOL.finditer(text):
        address = _trimmed(match[0])
        yield (match.start(), match.start() + len(address)), address
    for start, end in urls(text):
        if not _PROTOCOL.match(text, start):
            yield (start, end), f"https://{text[start:end]}"


def _trimmed(address: str) -> str:
    """Without the punctuation of the sentence around it; a bracket that was opened inside belongs to it."""
    while address[-1] in _NOT_AT_END:
        opening = _OPENING.get(address[-1])
        if opening and address.count(opening) >= address.count(address[-1]):
            break
        address = address[:-1]
    return address


def _forms(link: str) -> tuple[str, ...]:
    """As it may stand in the text, from the whole address to host and path."""
    parts = urlsplit(link)
    short = f"{parts.netloc}{parts.path}".rstrip("/")
    return tuple(dict.fromkeys(form for form in (link, link.partition("://")[2], short) if form))


def _tags(text: str) -> Iterator[tuple[Span, str]]:
    for match in _TAG.finditer(text):
        tag = _PUNCTUATION_AT_END.sub("", match[1])
        if _SAYS_SOMETHING.search(tag) and graphemes(tag) <= MOST_TAG_GRAPHEMES and utf8(tag) <= MOST_TAG_BYTES:
            yield (match.start(), match.start(1) + len(tag)), tag


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
