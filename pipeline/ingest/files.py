"""Files, folders and fetched pages -> articles. One place knows which reader they need."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from pipeline.errors import EmptySource, NothingReadable, SourceError
from pipeline.ingest import feeds, frontmatter, html, markdown, packed, preamble, sections, text, wordlists
from pipeline.ingest.beside import Beside, beside
from pipeline.ingest.decoding import FORMATS, decode, is_guessed, whole_characters
from pipeline.ingest.elements import Document
from pipeline.ingest.feeds import not_a_feed
from pipeline.model import NOT_UTF_8, Article, Dropped, Rights

LIMIT = 20_000_000  # bytes; far above any article, far below what would stall a machine
UNREADABLE = "it could not be read"
_LEADS_NOWHERE = "{} is a link that leads nowhere. Make it anew, or remove it."
_FORMATS = {
    "text": {".txt", ".text"},
    "markdown": {".md", ".markdown", ".mdx"},
    "html": {".html", ".htm", ".xhtml"},
    "feed": {".xml", ".rss", ".atom", ".rdf", ".json"},
    "pdf": {".pdf"},
    "word": {".docx", ".docm", ".doc"},
}
SUFFIXES = {suffix: name for name, suffixes in _FORMATS.items() for suffix in suffixes}
_TYPES = {
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/plain": "text",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
    "application/msword": "word",
}
# How files begin that are no text, whatever they are called. A PDF may have a few bytes of a mail before it.
_BEGINNINGS = ((re.compile(rb"(?s).{0,1000}?%PDF-\d"), "pdf"), (re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0"), "word"))


@dataclass(frozen=True)
class Found:
    """What a place holds.

    Attributes:
        dropped: What there is no article of it, and why: a file that could not be read, an entry without text.
        feed: The feed itself, where the place is one.
        summaries: Of articles whose text is only a summary, as far as one can tell: guid, and how that shows.
    """

    articles: list[Article]
    dropped: list[Dropped]
    feed: feeds.Feed | None = None
    summaries: Mapping[str, str] = field(default_factory=dict)


def articles(path: Path, *, rights: Rights = "ours", language: str = "en") -> list[Article]:
    """The articles of `read` alone."""
    return read(path, rights=rights, language=language).articles


def read(path: Path, *, known_as: str | None = None, rights: Rights = "ours", language: str = "en") -> Found:
    """The articles in a file, or in all readable files below a folder, in the order of their names.

    One file of a folder that cannot be read is dropped, and the others are read.

    Args:
        known_as: What the identity of a file starts with that states none of its own: `articles` gives
            `file:articles/nl/bread.md`. Without it that is the path below the folder, or a single file's name. So an
            edited file stays the same article, and so does one whose project moved; one that is renamed does not.
        language: For texts that do not tell theirs.

    Raises:
        SourceError: nothing there, or nothing that is an article; with place and remedy.
        NothingReadable: a folder of files, and none of them can be read.
    """
    try:
        if path.is_dir():
            return _in_folder(path, known_as or "", rights, language)
        if path.is_file():
            return _in_file(path, known_as or path.name, rights, language)
        there = path.exists()
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror or error}. Check its permissions.") from error
    if path.is_symlink():
        raise SourceError(_LEADS_NOWHERE.format(path))
    if there:
        raise SourceError(f"{path} is no ordinary file. Give a {FORMATS} file, or a folder of them.")
    raise SourceError(f"{path} does not exist. {_meant(path) or 'Check the name.'}")


def _meant(path: Path) -> str:
    """Which file or folder beside it may be meant, in a sentence; nothing where none is near, or nobody may look."""
    try:
        names = [one.name for one in path.parent.iterdir() if one.is_dir() or one.suffix.lower() in SUFFIXES]
    except OSError:
        return ""
    near = get_close_matches(path.name, names, 1)
    return f"Did you mean {near[0]}?" if near else ""


def _in_folder(folder: Path, known_as: str, rights: Rights, language: str) -> Found:
    found = Found([], [])
    summaries: dict[str, str] = {}
    for path in _readable(folder):
        try:
            one = _in_file(path, str(PurePosixPath(known_as, path.relative_to(folder).as_posix())), rights, language)
        except SourceError as error:
            found.dropped.append(Dropped(str(error), UNREADABLE))
        else:
            found.articles.extend(one.articles)
            found.dropped.extend(one.dropped)
            summaries |= one.summaries
    if not found.articles and found.dropped:
        raise NothingReadable(f"{folder} holds no articles that can be read: {found.dropped[0].text}")
    if not found.articles:
        raise EmptySource(f"{folder} holds no articles. Put files there that end in {', '.join(sorted(SUFFIXES))}.")
    return replace(found, summaries=summaries)


def _readable(folder: Path) -> Iterator[Path]:
    """Article files below `folder`; hidden files and notes to people (README) are none."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
        there = path.is_file() or (path.is_symlink() and not path.exists())  # a link that leads nowhere is told
        known = path.suffix.lower() in SUFFIXES and there and not hidden and path.stem.casefold() != "readme"
        # Most JSON in a folder is the setting of some program.
        if known and (path.suffix.lower() != ".json" or feeds.looks_like_feed(_bytes(path))):
            yield path


def _in_file(path: Path, known_as: str, rights: Rights, language: str) -> Found:
    source = packed.unpacked(_bytes(path), str(path), LIMIT)
    kind = SUFFIXES.get(path.suffix.lower())
    kind = "feed" if path.suffix.lower() == ".gz" and feeds.looks_like_feed(source) else kind
    if kind is None and path.suffix:
        raise SourceError(f"{path}: files ending in {path.suffix} cannot be read. Give a {FORMATS} file.")
    if kind in {None, "feed", "html"} and feeds.looks_like_feed(source):
        return _of_feed(feeds.read(source, str(path), rights=rights, language=language))
    if kind == "feed":
        raise SourceError(f"{path} is no RSS, Atom or JSON feed. Save the feed itself, not the page that shows it.")
    kind = _packed_as(source) or kind or "text"
    document = _document(kind, source, str(path), near=beside(path))
    # A file that is edited stays the same article.
    document = replace(document, guid=document.guid or document.url or f"file:{known_as}")
    return _of_document(document, str(path), _name(path), rights, language)


def fetched(
    source: bytes, place: str, *, url: str, content_type: str, rights: Rights = "ours", language: str = "en"
) -> Found:
    """The articles in what an address gave: a feed, PDF or Word document by its looks, else what it says, else a page.

    Args:
        place: The address as people wrote it.
        url: The address where it was found in the end.
        content_type: The Content-Type header.

    Raises:
        SourceError: there is none.
    """
    source = packed.unpacked(source, place, LIMIT)
    if feeds.looks_like_feed(source, content_type):
        return _of_feed(feeds.read(source, place, url=url, content_type=content_type, rights=rights, language=language))
    stated = _packed_as(source) or _TYPES.get(content_type.partition(";")[0].strip().lower(), "html")
    # Sites of source code send Markdown as plain text.
    named = SUFFIXES.get(PurePosixPath(urlsplit(url).path).suffix.lower())
    kind = "markdown" if stated == "text" and named == "markdown" else stated
    document = _document(kind, source, place, url=url, content_type=content_type)
    return _of_document(replace(document, url=document.url or url), place, place, rights, language)


def subscribed(
    source: bytes, place: str, *, url: str, content_type: str, rights: Rights = "ours", language: str = "en"
) -> Found:
    """The articles of what must be a feed; else as `fetched`.

    Raises:
        SourceError: it is none. Of a page it names the feed that the page names.
    """
    source = packed.unpacked(source, place, LIMIT)
    if not feeds.looks_like_feed(source, content_type):
        words = decode(source, place, content_type)
        raise SourceError(f"{place} {not_a_feed.instead_of_a_feed(words, url)}")
    return fetched(source, place, url=url, content_type=content_type, rights=rights, language=language)


def document(path: Path, base: str) -> Document:
    """What one file of ours holds, all of it; its relative links start at the address `base`.

    Raises:
        SourceError: it cannot be read as text.
    """
    source, place = packed.unpacked(_bytes(path), str(path), LIMIT), str(path)
    kind = _packed_as(source) or SUFFIXES.get(path.suffix.lower(), "text")
    if kind == "feed":
        raise SourceError(f"{path} is a feed. Give a text, or name the feed under `sources`.")
    if kind == "markdown":
        return markdown.fragment(decode(source, place), place, base)
    if kind == "html":
        return html.fragment(whole_characters(decode(source, place)), base)
    return _document(kind, source, place, split=frontmatter.split)


def _of_feed(feed: feeds.Feed) -> Found:
    return Found(feed.articles, feed.dropped, feed, feed.summaries)


def _of_document(document: Document, source: str, name: str, rights: Rights, language: str) -> Found:
    article = sections.assemble(document, source=source, name=name, rights=rights, fallback_language=language)
    return Found([article], [])


def _packed_as(source: bytes) -> str | None:
    """The format of bytes that are no text, as far as we read it."""
    return next((kind for beginning, kind in _BEGINNINGS if beginning.match(source)), None)


def _document(
    kind: str,
    source: bytes,
    place: str,
    *,
    url: str | None = None,
    content_type: str = "",
    near: Beside | None = None,
    split: preamble.Split = preamble.split,
) -> Document:
    if kind == "pdf":
        from pipeline.ingest import pdf

        return pdf.read(source, place)
    if kind == "word":
        from pipeline.ingest import word

        return word.read(source, place)
    words = decode(source, place, content_type)
    if kind == "markdown":
        found = markdown.read(words, place, url, near)
    elif kind == "html":
        found = html.read(whole_characters(words), url, near)
    else:
        fields, body = split(words, place)
        found = frontmatter.stated(text.read(body, wordlists.of), fields, place)
    guessed = (Dropped("encoding", NOT_UTF_8),) if is_guessed(source, content_type) else ()
    return replace(found, dropped=(*found.dropped, *guessed))


def _bytes(path: Path) -> bytes:
    if path.is_symlink() and not path.exists():
        raise SourceError(_LEADS_NOWHERE.format(path))
    try:
        if path.exists() and not path.is_file():  # a pipe or a device may give bytes without end
            raise SourceError(f"{path} is no ordinary file. Give a {FORMATS} file.")
        if path.stat().st_size > LIMIT:
            raise SourceError(
                f"{path} is larger than {LIMIT // 1_000_000} MB. Split it, or check that it is the right file."
            )
        source = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror or error}. Check its permissions.") from error
    if not source.strip():
        raise SourceError(f"{path} is empty. Check that it was saved.")
    return source


def _name(path: Path) -> str:
    """A file's stem as words, for an article without a title."""
    return re.sub(r"[_\-]+", " ", path.stem).strip() or path.name
