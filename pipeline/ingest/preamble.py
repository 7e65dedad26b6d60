"""What people write above an article in lines of its own ("Title: …", "By …", "Published: …") -> entries as of front
matter. A dialogue and an agenda look much the same, so a line must name a title or an author, or two must be known.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.ingest import bylines, frontmatter
from pipeline.ingest.frontmatter import Entry, Fields

Split = Callable[[str, str], tuple[Fields, str]]

_LINE = re.compile(
    r"(?:\*\*|__)?(?P<key>[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,2})(?:\*\*|__)?"
    r"[ \xa0]?:(?:\*\*|__)?[ \t\xa0]+(?P<value>\S.*)"
)
# What people call it here, beside the keys of front matter.
_CALLED = {
    **dict.fromkeys(("headline", "kop", "koptekst", "überschrift"), "title"),
    **dict.fromkeys(("by", "door", "par", "written by", "geschreven door", "geschrieben von", "écrit par"), "author"),
    **dict.fromkeys(("escrito por", "scritto da", "autora", "auteure", "autorin", "autore"), "author"),
    **dict.fromkeys(("published on", "posted", "posted on", "publication date", "fecha", "data"), "date"),
    **dict.fromkeys(("gepubliceerd", "gepubliceerd op", "geplaatst", "geplaatst op", "publicatiedatum"), "date"),
    **dict.fromkeys(("veröffentlicht", "veröffentlicht am", "erschienen", "erschienen am"), "date"),
    **dict.fromkeys(("publié", "publié le", "publicado", "publicado el", "pubblicato", "pubblicato il"), "date"),
}  # fmt: skip
_KNOWN = frontmatter.KEYS - {"id"}  # a number here is that of a list, and articles with one identity are one
_TELLING = frozenset({"title", "titel", "titre", "titulo", "título", "titolo", "author", "byline", "auteur", "autor"})
_MOST = 20  # lines
_VALUE_WORDS = 12  # of a key that nobody knows; more is a sentence
_UNDERLINE = re.compile(r"\s*={3,}\s*$")


def split(source: str, place: str) -> tuple[Fields, str]:
    """The entries above an article, those of its front matter first, and what stands below them.

    Raises:
        SourceError: the front matter cannot be read.
    """
    fields, body = frontmatter.split(source, place)
    lines = body.split("\n")
    found: list[Entry] = []
    end = at = 0
    while at < min(len(lines), _MOST):
        line = lines[at].strip().rstrip("\\").rstrip()
        entries = _entries(line, beside=bool(found) and bool(lines[at - 1].strip())) if line else []
        if line and (not entries or (at + 1 < len(lines) and _UNDERLINE.match(lines[at + 1]))):
            break
        found += entries
        at += 1
        end = at if line else end
    stated = [one for one in found if _LINE.fullmatch(one.source)]
    known = {one.key for one in found} & _KNOWN
    if not stated or not (len(known) > 1 or any(one.key in _TELLING for one in stated)):
        return fields, body
    return (*fields, *found), "\n".join(lines[end:])


def _entries(line: str, *, beside: bool) -> list[Entry]:
    """What a line says, or nothing where it is no such line.

    Args:
        beside: Whether it stands right below one: there keys may be any.
    """
    match = _LINE.fullmatch(line)
    if match:
        key, value = match["key"].casefold(), match["value"].strip("*_ ")
        key = _CALLED.get(key, key)
        few = len(value.split()) <= _VALUE_WORDS and value[-1:] not in {".", "!", "?"}
        return [Entry(key, value, line)] if key in _KNOWN or (beside and few) else []
    about = bylines.read(line)
    if about is None:
        return []
    who = [Entry("author", about.name, line)] if about.name else []
    when = [Entry("date", f"{about.published:%Y-%m-%d}", line)] if about.published else []
    # What has no place is told: a role, or a day that nobody can read.
    return [*who, *when, *([] if about.whole else [Entry("by" if who or when else "date", "", line)])]
