"""Feeds of any format -> articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline import identity
from pipeline.errors import EmptySource, SourceError
from pipeline.ingest import sections
from pipeline.ingest.decoding import decode, whole_characters
from pipeline.ingest.feeds import entries, json_feeds, xml_feeds
from pipeline.ingest.feeds.entries import Entry
from pipeline.ingest.garbage import uncollected
from pipeline.language import detect
from pipeline.model import Article, Dropped, Rights

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z\d]{2,8})*", re.IGNORECASE)
# What misbehaving software prints above a feed: a blank line, a warning; never the beginning of a page, nor a text that
# shows a feed as code.
_ABOVE = re.compile(
    r"(?:(?!<html\b|<!doctype html|<body\b|```|~~~|\n(?: {4}|\t)[^\S\n]*<)[\s\S]){0,2000}?"
    r"(?=<\?xml\b|<rss\b|<rdf:RDF\b|<feed\s+xmlns)",
    re.IGNORECASE,
)
_ENOUGH = 20  # entries that show a feed's language
_FEW_NULS = 0.1  # a share of NULs that damage explains; UTF-16 has one in every second byte


@dataclass(frozen=True)
class Feed:
    """A feed's title, the number of its entries, and those that hold an article.

    Attributes:
        summaries: Of articles whose text is only a summary, as far as one can tell: guid, and how that shows.
    """

    title: str
    entries: int
    articles: list[Article]
    dropped: list[Dropped]
    summaries: Mapping[str, str] = field(default_factory=dict)


def looks_like_feed(source: bytes, content_type: str = "") -> bool:
    """Whether bytes are a feed by their beginning, or JSON that is one by its looks or its header."""
    words = source.replace(b"\0", b"").decode("latin-1").lstrip("ï»¿þÿ")  # NUL and marks: UTF-16
    return json_feeds.begins(words, content_type) or xml_feeds.begins(_below_junk(words))


@uncollected()
def read(
    source: bytes,
    place: str,
    *,
    url: str | None = None,
    content_type: str = "",
    rights: Rights = "ours",
    language: str = "en",
) -> Feed:
    """The articles of a feed, in its order.

    Args:
        place: Where it came from, for errors.
        url: Its address, for relative links.
        content_type: The Content-Type header it came with, or nothing.

    Raises:
        SourceError: it is no feed, is damaged or unsafe, or holds no entry with text.
    """
    words = decode(_mended(source), place, content_type)
    if json_feeds.begins(words, content_type):
        title, found = json_feeds.read(words, place, url)
    else:
        title, found = xml_feeds.read(whole_characters(_below_junk(words)), place, url)
    spoken = _spoken(found, language)
    read: list[Article] = []
    dropped: list[Dropped] = []
    summaries: dict[str, str] = {}
    for number, entry in enumerate(_with_own_guids(found), 1):
        name = f"entry {number}"
        try:
            document, only_summary = entries.document(replace(entry, language=_language(entry.language)))
            article = sections.assemble(document, source=place, name=name, rights=rights, fallback_language=spoken)
        except SourceError:
            dropped += [Dropped(entry.title or name, "an entry without text"), *entry.dropped]
            continue
        read.append(article)
        if only_summary:
            summaries[article.guid] = only_summary
    if not read:
        raise EmptySource(f"{place} holds no entries with text. Check that the feed gives full articles or summaries.")
    return Feed(title or place, len(found), read, dropped, summaries)


def _below_junk(words: str) -> str:
    above = None if xml_feeds.begins(words) else _ABOVE.match(words)
    return words[above.end() :] if above else words


def _mended(source: bytes) -> bytes:
    """`source` without stray NULs, and with a mark where its first sign shows that it is UTF-16 (XML 1.0, F.1)."""
    if source[:2] in {b"<\0", b"{\0"}:
        return b"\xff\xfe" + source
    if source[:2] in {b"\0<", b"\0{"}:
        return b"\xfe\xff" + source
    stray = 0 < source.count(b"\0") <= len(source) * _FEW_NULS
    return source.replace(b"\0", b"") if stray else source


def _with_own_guids(found: Sequence[Entry]) -> Iterable[Entry]:
    """Entries, where a guid that stands for several pages counts as none: some software gives all entries the same."""
    pages: dict[str, set[str]] = defaultdict(set)
    for entry in found:
        if entry.guid and entry.link:
            pages[entry.guid].add(identity.plain_link(entry.link, fragment=True))
    for entry in found:
        shared = entry.guid is not None and len(pages[entry.guid]) > 1 and entry.link is not None
        yield replace(entry, guid=entry.link) if shared else entry


def _spoken(found: Sequence[Entry], fallback: str) -> str:
    """What the entries speak together, for those that are too short to tell."""
    if all(entry.language for entry in found):
        return fallback
    said = (text.said[:2_000] for entry in found[:_ENOUGH] for text in entry.texts[:1])
    return detect(re.sub(r"<[^>]*>", " ", " ".join(said)), fallback)


def _language(stated: str | None) -> str | None:
    """A language tag as a feed writes it; what is none counts as left out."""
    return stated.replace("_", "-") if stated and _LANGUAGE.fullmatch(stated) else None
