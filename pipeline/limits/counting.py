"""The ways to count. Each takes a text and gives its length, in linear time."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

import regex

from pipeline.limits.emoji import sequences
from pipeline.limits.links import outside, urls, web_links

LINK_LENGTH = 23  # of any link on X and Mastodon

# twitter-text, config/v3.json: those that weigh 2 instead of 1.
_HEAVY = re.compile("[^\\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
_EMOJI_WEIGHT = 2

_GRAPHEME = regex.compile(r"\X")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_EMOJI = regex.compile(
    r"(?:\p{Regional_Indicator}{1,2}|[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic})"
    r"[\p{Grapheme_Cluster_Break=Extend}\u200D]*+"
)

# mastodon/mastodon, app/models/account.rb; what may not follow is twitter-text's.
_REMOTE_NAME = re.compile(r"(?<![=/\w])(@[A-Za-z0-9_]++(?:[.-]++[A-Za-z0-9_]++)*+)@\w++(?:[.-]++\w++)*+(?![@＠]|://)")

# LinkedIn's "little text format": each needs a backslash, or the post is cut off there.
_RESERVED = re.compile(r"[\\|{}@\[\]()<>#*_~]")


def weighted(text: str) -> int:
    """X: weights after normalisation (NFC), a link 23, an emoji 2; CR LF is two. twitter-text, config/v3.json."""
    text = unicodedata.normalize("NFC", text)
    links = urls(text)
    return LINK_LENGTH * len(links) + sum(map(_weight, outside(text, links)))


def _weight(text: str) -> int:
    if text.isascii():
        return len(text)
    return _by_character(text) - sum(_by_character(emoji) - _EMOJI_WEIGHT for emoji in sequences(text))


def _by_character(text: str) -> int:
    return len(text) + len(_HEAVY.findall(text))


def graphemes(text: str) -> int:
    """What people see as characters: Bluesky. Unicode's UAX 29, extended grapheme clusters; CR LF is one."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    # A letter for each flag: the engine reads a row of flags from its beginning for every one of them.
    return len(_GRAPHEME.findall(_FLAG.sub("x", text)))


def beginning(text: str, most: int) -> str:
    """The first `most` graphemes of `text`."""
    return "".join(found[0] for found in islice(_GRAPHEME.finditer(text), most))


def graphemes_with_short_links(text: str) -> int:
    """Mastodon: graphemes; a link with its protocol is 23, `@user@host` counts as `@user`.

    Source: app/validators/status_length_validator.rb there.
    """
    shown = ("x" * LINK_LENGTH).join(outside(text, web_links(text)))
    return graphemes(_REMOTE_NAME.sub(r"\1", shown))


def utf16(text: str) -> int:
    """UTF-16 units, as browsers and Java count: the largest of what may be meant by "characters" there."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_escaped(text: str) -> int:
    """LinkedIn: UTF-16 units of the text as it is sent, with a backslash before each reserved character."""
    return utf16(text) + len(_RESERVED.findall(text))


def emoji_as_bytes(text: str) -> int:
    """Threads: UTF-16 units, but of an emoji its UTF-8 bytes (💡 is 4)."""
    return utf16(text) + sum(utf8(emoji) - utf16(emoji) for emoji in _EMOJI.findall(text))


def utf8(text: str) -> int:
    """UTF-8 bytes."""
    return len(text.encode("utf-8", "surrogatepass"))
