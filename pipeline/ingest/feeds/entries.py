"""An entry of any feed -> a document: which of its texts is the article, and whether that is only a summary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import unescape

from pipeline import identity
from pipeline.errors import SourceError
from pipeline.ingest import boilerplate, html, text
from pipeline.ingest.elements import Document, Element, is_paragraph
from pipeline.model import Block, Dropped

_LONGEST_TITLE = 500  # characters; what is longer is no title
_SHORT = 100  # words; programs that make summaries take 55 (WordPress) or 70 (Hugo)
_CUT = re.compile(r"(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3})$")
_OWN_LINK = re.compile(r"<a href=\"([^\"]+)\">[^<]{1,60}</a>\W*$")
_TAG = re.compile(r"<[a-z/!][^>]*>", re.IGNORECASE)
# Why readers of feeds leave out what stands beside an entry's texts.
LABELS = "labels of the feed"
ATTACHED = "attached to the entry: mails and posts cannot hold it"
_BESIDE = "a shorter text of the feed, which is no part of the longer one"


@dataclass(frozen=True)
class Text:
    """One text of an entry.

    Attributes:
        said: HTML, or plain text.
        plain: Whether it is plain text.
        whole: Whether its element is meant for the whole text (content), not for a description.
        base: Where its relative links start, or None.
        language: As it is stated for this text, or None.
    """

    said: str
    plain: bool = False
    whole: bool = True
    base: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Entry:
    """What an entry says, whatever its format.

    Attributes:
        texts: What it says at length, the one that is meant to be whole first.
        references: Addresses of what it is about.
        dropped: What it holds that an article cannot, with reasons.
    """

    texts: tuple[Text, ...]
    title: str | None = None
    guid: str | None = None
    link: str | None = None
    language: str | None = None
    published: datetime | None = None
    byline: str | None = None
    references: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def document(entry: Entry) -> tuple[Document, str | None]:
    """An entry as a document, and why its text is only a summary: None where it is whole, as far as one can tell.

    The longest of its texts is the article. Of the others one sentence or two become its summary; what is longer and
    stands not in the article is dropped with a reason.

    Raises:
        SourceError: it has no text.
    """
    said = [(_bare(one) if len(entry.texts) > 1 else "", one) for one in entry.texts]
    words, longest = max(said, key=lambda pair: len(pair[0]), default=("", Text("")))
    if not longest.said.strip():
        raise SourceError("The entry has no text.")
    read = _read(longest, entry.link)
    summary, beside = _beside([(bare, one) for bare, one in said if one is not longest], words, entry.link)
    title, overlong = _title(entry.title)
    made = replace(
        read,
        title=title,
        url=entry.link,
        guid=entry.guid or entry.link,
        language=longest.language or entry.language,
        published=entry.published,
        byline=entry.byline,
        summary=summary,
        notes=(*read.notes, *entry.references),
        dropped=(*read.dropped, *overlong, *beside, *entry.dropped),
    )
    return made, _only_summary(read.elements, longest, entry.link)


def _read(one: Text, link: str | None) -> Document:
    if one.plain:
        return text.read(one.said)
    # A description without a tag whose paragraphs are parted by blank lines was written as plain text.
    if "\n" in one.said and not _TAG.search(one.said) and re.search(r"\n[ \t]*\n", one.said.strip()):
        return text.read(unescape(one.said))
    return html.fragment(one.said, one.base or link)


def _texts(one: Text, link: str | None) -> list[str]:
    """What a text says, a paragraph or the like each."""
    if "<" not in one.said and "\n" not in one.said:
        return [" ".join((one.said if one.plain else unescape(one.said)).split())]
    return [element.text for element in _read(one, link).elements if element.text]


def _bare(one: Text) -> str:
    """A text without markup, blanks and the mark of its end, for comparing."""
    said = one.said if one.plain else unescape(_TAG.sub("", one.said))
    return "".join(said.split()).rstrip("[].…")


def _beside(others: Sequence[tuple[str, Text]], words: str, link: str | None) -> tuple[str | None, list[Dropped]]:
    """The summary that an entry has beside its text, and what is left out of what else it says."""
    summary: str | None = None
    dropped: list[Dropped] = []
    for bare, one in others:
        if not bare or bare == words:
            continue
        texts = _texts(one, link)
        whole = _whole(texts[0]) if len(texts) == 1 else None
        if whole and summary is None:
            summary = whole
        elif bare not in words:
            dropped += [Dropped(text, _BESIDE) for text in texts]
    return summary, dropped


def _whole(summary: str) -> str | None:
    """A summary without the mark that software puts at its end; None where the mark stands for words cut off."""
    bare = re.sub(r"\s*\[?(?:…|\.\.\.)\]?$", "", summary)
    return bare if bare == summary or bare[-1:] in ".!?”" else None


def _title(title: str | None) -> tuple[str | None, list[Dropped]]:
    if title is None or len(title) <= _LONGEST_TITLE:
        return title, []
    return None, [Dropped(f"{title[:_LONGEST_TITLE]}…", f"a title of {len(title):,} characters is none")]


def _only_summary(elements: Sequence[Element], one: Text, link: str | None) -> str | None:
    """Why a text is only a summary of what stands at `link`; None where it is whole, as far as one can tell."""
    rest = list(elements)
    while rest and is_paragraph(rest[-1]) and boilerplate.furniture(rest[-1].text) == "footer of the feed":
        rest.pop()
    if link is None or not rest:
        return None
    last = rest[-1]
    short = sum(len(element.text.split()) for element in rest) <= _SHORT
    if is_paragraph(last) and (_CUT.search(last.text) or _points_on(last, link, short)):
        return "ends where the feed cuts it off" if _CUT.search(last.text) else "ends with a link to the rest"
    if len(rest) == 1 and is_paragraph(last) and short and not one.whole:
        return "is one short paragraph, and there is no longer one"
    return None


def _points_on(last: Element, link: str, short: bool) -> bool:
    """Whether a text ends with "Read more", or, where it is short, with any link to its own page."""
    if boilerplate.furniture(last.text) == "pointer to other pages":
        return True
    own = _OWN_LINK.search(last.html) if short and isinstance(last, Block) else None
    return own is not None and identity.plain_link(unescape(own[1])) == identity.plain_link(link)
