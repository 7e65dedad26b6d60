"""Find the hashtags and the mentions in a post as X finds them: no other network has written its rules down so far.

twitter-text 3. On Bluesky only what a post marks itself is one: pipeline/channels/bluesky/facets.py.
"""

from __future__ import annotations

import re

import regex

from pipeline.limits.links import ACCENTED, Span, urls

# Letters, marks and digits of any script, and what stands inside words of some: joiners, 〜, ・, ·, the Tibetan dot.
_INSIDE = (
    r"\p{L}\p{M}\p{Nd}_"
    "\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\xb7"
)
# Neither the keycap #️⃣ nor the `#` in `#https://…` is one, nor what another `#` follows. An emoji may stand before it.
_HASHTAG = regex.compile(
    rf"(?:(?<=[\ufe0e\ufe0f])|(?<![&{_INSIDE}]))[#＃](?![\ufe0f\u20e3])([{_INSIDE}]++)(?![#＃]|://)"
)
_LETTER = regex.compile(r"[\p{L}\p{M}]")

# `RT` may stand right before it, as people marked what they repeat.
_MENTION = re.compile(
    r"(?:(?<![A-Za-z0-9_!#$%&*@＠])|(?<=(?<![A-Za-z0-9_+~.-])[Rr][Tt]))"
    rf"[@＠][A-Za-z0-9_]{{1,20}}+(?:/[A-Za-z][A-Za-z0-9_-]{{0,24}}+)?+(?![@＠{ACCENTED}]|://)"
)


def hashtags(text: str) -> list[Span]:
    """The hashtags outside links, `#` included, in order. Digits alone (`#1`) are none."""
    found = [tag.span() for tag in _HASHTAG.finditer(text) if _LETTER.search(tag[1])]
    return _outside_links(text, found)


def mentions(text: str) -> list[Span]:
    """The accounts (`@name`) and lists (`@name/list`) outside links, in order."""
    return _outside_links(text, [name.span() for name in _MENTION.finditer(text)])


def _outside_links(text: str, spans: list[Span]) -> list[Span]:
    """Those of `spans` that do not begin inside a link."""
    if not spans:
        return spans
    links, at, found = [*urls(text), (len(text), len(text))], 0, []
    for start, end in spans:
        while links[at][1] <= start:
            at += 1
        if start < links[at][0]:
            found.append((start, end))
    return found
