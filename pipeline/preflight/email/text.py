"""The text part: written as text, with the same links (finding 24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Finding
from pipeline.preflight.email.letter import Letter, attribute
from pipeline.preflight.wording import flat

_PLACE = "newsletter text"
_LEAST = 0.2  # share of the page's words below which a text part is a stub
_MARKUP = re.compile(
    r"</?(?:p|div|table|tr|td|span|a|br|strong|em|h[1-6]|li|ul|ol)\b[^<>]*>|&(?:nbsp|amp|lt|gt|quot|zwnj);"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+")


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about the text part."""
    text, page = flat(letter.email.text), letter.words
    told = len(re.findall(r"\w+", text)), len(re.findall(r"\w+", page))
    if not text:
        message = "There is no text part; filters count that against a mail, and some people read nothing else."
        yield Finding("text-part", "error", _PLACE, message, "Write newsletter.txt in the design's folder.")
        return
    if told[0] < told[1] * _LEAST:
        message = f"The text part has {told[0]} words, and the page {told[1]}: it does not say the same."
        yield Finding("text-part", "warning", _PLACE, message, "Let newsletter.txt of the design have the same parts.")
    elif (markup := _MARKUP.search(letter.email.text)) and not letter.places.is_written(markup[0]):
        message = f"The text part shows markup: {markup[0]}"
        yield Finding("text-part", "warning", _PLACE, message, "Write it as text, without HTML.")
    yield from _links(letter)


def _links(letter: Letter) -> Iterator[Finding]:
    """Each address of the page that the text part does not give, where it is none of ours."""
    given = {_plain(url) for url in _ADDRESS.findall(letter.email.text)}
    missing: dict[str, None] = {}
    for link in letter.tree.css("a[href]"):
        href = attribute(link, "href")
        is_page = href.casefold().startswith(("http://", "https://"))
        if is_page and UNSUBSCRIBE not in href and _plain(href) not in given and href not in letter.email.text:
            missing[href] = None
    if missing:
        first = next(iter(missing)).replace(VIEW_ONLINE, "the link to read it online")
        more = f", and {len(missing) - 1} more" if len(missing) > 1 else ""
        message = f"The text part lacks links of the page: {first}{more}."
        yield Finding("text-links", "warning", _PLACE, message, "Let newsletter.txt of the design give them too.")


def _plain(url: str) -> str:
    """An address without what may stand after it in a sentence."""
    return url.rstrip(".,;:!?)]}'’").rstrip("/")
