"""How each network counts a post, what it allows, and why a text does not fit; and what an inbox shows. Pure.

Sources, looked up in November 2026. Marked (S) below: known from secondary sources only.
X: docs.x.com/fundamentals/counting-characters, and what it names, twitter-text 3 (config/v3.json, emoji of 2019).
Bluesky: lexicons app.bsky.feed.post, app.bsky.embed.images.
Mastodon: docs.joinmastodon.org/user/posting, its source, and the defaults of /api/v2/instance; a server may allow more.
LinkedIn: learn.microsoft.com/linkedin, Posts API and little text format.
Threads: developers.facebook.com/docs/threads, Posts (characters) and Text Attachments (links; more are refused since
22 December 2025).

Where a network does not say what a character is, the cautious reading is taken: UTF-16 units, of which a text never has
fewer than code points or graphemes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.limits import counting
from pipeline.limits.links import outside, urls
from pipeline.limits.tags import hashtags, mentions
from pipeline.model import Network

__all__ = [
    "LIMITS",
    "PREHEADER",
    "SUBJECT",
    "Limits",
    "fits",
    "hashtags",
    "limit",
    "measure",
    "mentions",
    "problems",
    "share",
    "urls",
]


@dataclass(frozen=True)
class Limits:
    """What one network allows in one post.

    Attributes:
        name: As people write it.
        length: The most `count` may give.
        count: The network's own way to count.
        unit: What `count` counts, in words.
        alt_text: The most characters of an image's alternative text.
        most_bytes, most_links, most_hashtags: Further limits, or None. Links are counted once each.
        refused: Characters that may not be in a post.
    """

    name: str
    length: int
    count: Callable[[str], int]
    unit: str
    alt_text: int
    most_bytes: int | None = None
    most_links: int | None = None
    most_hashtags: int | None = None
    refused: str = ""


LIMITS: Mapping[Network, Limits] = {
    "x": Limits(
        name="X",
        length=280,
        count=counting.weighted,
        unit="weighted characters",
        alt_text=1000,
        refused="\ufffe\ufeff\uffff",
    ),
    "bluesky": Limits("Bluesky", 300, counting.graphemes, "characters", alt_text=2000, most_bytes=3000),
    "mastodon": Limits(
        name="Mastodon",
        length=500,
        count=counting.graphemes_with_short_links,
        unit="characters",
        alt_text=1500,
    ),
    # Both numbers (S).
    "linkedin": Limits("LinkedIn", 3000, counting.utf16_escaped, "characters, backslashes included", alt_text=4086),
    # The length is (S). The length of alternative texts is not known: that of Meta's other networks is taken.
    "facebook": Limits("Facebook", 63_206, counting.utf16, "characters", alt_text=1000),
    # All (S); five hashtags since December 2025, thirty before.
    "instagram": Limits("Instagram", 2200, counting.utf16, "characters", alt_text=1000, most_hashtags=5),
    # A second topic tag is not refused, it only stays plain text. Alternative text (S).
    "threads": Limits(
        name="Threads",
        length=500,
        count=counting.emoji_as_bytes,
        unit="characters (emoji: bytes)",
        alt_text=1000,
        most_links=5,
    ),
}

SUBJECT = 60  # characters of a mail's subject, as people see them, that most inboxes show on a wide screen
PREHEADER = (40, 110)  # characters of a mail's preheader: fewer waste the line, more are cut in most inboxes

_BROKEN = re.compile("[\ud800-\udfff]")  # half of a character: no network can be sent it
_HASHTAG = re.compile(r"[#＃]\w")


def measure(network: Network, text: str) -> int:
    """The length of `text` as `network` counts it."""
    return LIMITS[network].count(text)


def limit(network: Network) -> int:
    """The most that `measure` may give for a post on `network`."""
    return LIMITS[network].length


def fits(network: Network, text: str) -> bool:
    """Whether `network` takes `text` as one post."""
    return not problems(network, text)


def problems(network: Network, text: str) -> tuple[str, ...]:
    """Why `network` does not take `text`, each reason one sentence with what to do; empty where it fits."""
    rules = LIMITS[network]
    too_much = [
        f"{rules.name} takes at most {most} {unit}, and this text has {amount}: remove {amount - most}."
        for amount, most, unit in _amounts(rules, text)
        if amount > most
    ]
    empty = [] if text.strip() else [f"{rules.name} takes no empty text: write something."]
    return (*empty, *too_much, *_unusable(rules, text))


def share(network: Network, text: str) -> float:
    """How much of a post on `network` is full with `text`, by its tightest limit: 1.0 just fits."""
    return max(amount / most for amount, most, _ in _amounts(LIMITS[network], text))


def _amounts(rules: Limits, text: str) -> Iterator[tuple[int, int, str]]:
    """What of `text` a network limits: how much there is, how much may be, and in which unit."""
    limited = (
        (rules.count, rules.length, rules.unit),
        (counting.utf8, rules.most_bytes, "bytes"),
        (_links, rules.most_links, "different links"),
        (_hashtags, rules.most_hashtags, "hashtags"),
    )
    return ((count(text), most, unit) for count, most, unit in limited if most is not None)


def _unusable(rules: Limits, text: str) -> list[str]:
    found = [character for character in rules.refused if character in text] + sorted(set(_BROKEN.findall(text)))
    return [f"{rules.name} refuses the invisible character U+{ord(character):04X}: remove it." for character in found]


def _links(text: str) -> int:
    """How many different links, also without protocol: Threads links those too."""
    return len({text[slice(*link)] for link in urls(text)})


def _hashtags(text: str) -> int:
    """How many `#` begin a word outside links. Those that are no hashtag (`#1`) count too: better one too many."""
    return sum(len(_HASHTAG.findall(piece)) for piece in outside(text, urls(text)))
