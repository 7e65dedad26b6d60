"""Files and folders -> articles. One place knows which reader a file needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.errors import EmptySource, SourceError
from pipeline.ingest import feeds, frontmatter, html, markdown, sections, text
from pipeline.ingest.elements import Document
from pipeline.model import Article, Rights

LIMIT = 20_000_000  # bytes; far above any article, far below what would stall a machine
_FORMATS = {
    "text": {".txt", ".text"},
    "markdown": {".md", ".markdown", ".mdx"},
    "html": {".html", ".htm", ".xhtml"},
    "feed": {".xml", ".rss", ".atom", ".rdf"},
}
SUFFIXES = {suffix: name for name, suffixes in _FORMATS.items() for suffix in suffixes}


def articles(path: Path, *, rights: Rights = "ours", language: str = "en") -> list[Article]:
    """The articles in a file, or in all readable files below a folder, in the order of their names.

    Args:
        language: For texts that do not tell theirs.

    Raises:
        SourceError: nothing there, or something that is no article; with place and remedy.
    """
    if path.is_dir():
        return _in_folder(path, rights, language)
    if not path.exists():
        raise SourceError(f"{path} does not exist. Check the name.")
    if not path.is_file():
        raise SourceError(f"{path} is no ordinary file. Give a text, Markdown, HTML or feed file, or a folder of them.")
    return _in_file(path, rights, language)


def _in_folder(folder: Path, rights: Rights, language: str) -> list[Article]:
    found: list[Article] = []
    for path in _readable(folder):
        found += _in_file(path, rights, language)
    if not found:
        raise EmptySource(f"{folder} holds no articles. Put files there that end in {', '.join(sorted(SUFFIXES))}.")
    return found


def _readable(folder: Path) -> Iterator[Path]:
    """Article files below `folder`; hidden files and notes to people (README) are none."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "_")) for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and path.is_file() and not hidden and path.stem.casefold() != "readme":
            yield path


def _in_file(path: Path, rights: Rights, language: str) -> list[Article]:
    source = _bytes(path)
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None and path.suffix:
        raise SourceError(
            f"{path}: files ending in {path.suffix} cannot be read. Give a text, Markdown, HTML or feed file."
        )
    words = decode(source, str(path)) if kind != "feed" else ""
    if kind in {None, "feed", "html"} and feeds.looks_like_feed(source):
        return feeds.read(source, str(path), rights=rights, language=language).articles
    if kind == "feed":
        raise SourceError(f"{path} is no RSS or Atom feed. Save the feed itself, not the page that shows it.")
    document = _document(kind or "text", words, path)
    # A file that is edited stays the same article.
    identity = document.guid or document.url or f"file:{path.parent.name}/{path.name}"
    document = replace(document, guid=identity)
    return [sections.assemble(document, source=str(path), name=_name(path), rights=rights, fallback_language=language)]


def _document(kind: str, words: str, path: Path) -> Document:
    if kind == "markdown":
        return markdown.read(words, str(path))
    if kind == "html":
        return html.read(words)
    fields, body = frontmatter.split(words, str(path))
    return frontmatter.stated(text.read(body), fields)


def _bytes(path: Path) -> bytes:
    try:
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


def decode(source: bytes, place: str) -> str:
    """Text of `source`: UTF-8, UTF-16 by its mark, as declared, or Windows-1252; with plain newlines and no NUL.

    Raises:
        SourceError: the bytes are no text.
    """
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        words = source.decode("utf-16", "replace")
    elif b"\0" in source[:8192] or source[:4] in {b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8"}:
        raise SourceError(f"{place} is no text file. Give a text, Markdown, HTML or feed file.")
    else:
        try:
            words = source.decode("utf-8-sig")
        except UnicodeDecodeError:
            declared = re.search(rb"charset=[\"']?([\w-]+)", source[:2048])
            words = _as_declared(source, declared[1].decode("ascii") if declared else "windows-1252")
    if sum(char < " " and char not in "\n\r\t\f" for char in words[:4096]) > len(words[:4096]) * 0.02:
        raise SourceError(f"{place} is no text file. Give a text, Markdown, HTML or feed file.")
    return words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").replace("\f", "\n").replace("\u2028", "\n")


def _as_declared(source: bytes, encoding: str) -> str:
    try:
        return source.decode(encoding, "replace")
    except LookupError:  # an encoding that does not exist
        return source.decode("windows-1252", "replace")


def _name(path: Path) -> str:
    """A file's stem as words, for an article without a title."""
    return re.sub(r"[_\-]+", " ", path.stem).strip() or path.name
