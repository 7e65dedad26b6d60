"""What PDF and Word files state of themselves, as far as their authors and not their programs said it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from pipeline import language
from pipeline.ingest import bylines, dates
from pipeline.ingest.elements import Document

_HEAD = 4  # elements: byline and date stand among the first
# Titles and names that programs write.
_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint) - .*|(?:about|data|file|https?):.*"
    r"|\S*(?: \S*){0,5}\.(?:docx?|pdf|indd|odt|rtf|txt|html?|pages|pub|qxd|tex)"
    r"|(?:untitled|naamloos|zonder titel|ohne titel|unbenannt|sans titre|sin título|senza titolo)\W*\d*"
    r"|(?:new document|word document|nieuw document|titre|titel|title|document|dokument|layout|print|slide|blank)\W*\d*"
    r"|\(?(?:anonymous|unspecified|unknown|none)\)?|\W*\d*\W*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\(?(?:anonymous|unspecified|unknown|user|gebruiker|benutzer|utilisateur|usuario|utente|admin\w*|owner|eigenaar|author|auteur"
    r"|microsoft.*|python.*|un-named)\)?\W*\d*|.*[@\\/].*|\W*|\w{1,3}",
    re.IGNORECASE,
)

_OF_TEMPLATES = {datetime(2013, 12, 23, 23, 15, tzinfo=UTC)}  # python-docx leaves its template's moment in every file


def own_title(title: str) -> str:
    """`title`, or nothing where a program wrote it."""
    return "" if _NO_TITLE.fullmatch(title) else title


def with_facts(
    document: Document, *, title: str | None, author: str, spoken: str, created: datetime | None
) -> Document:
    """`document` with what its file states, as far as its own text does not know better.

    Args:
        title: Its title, junk taken out.
        author, spoken, created: As the file states them; the language is often that of the program.
    """
    head = [element.text for element in document.elements[:_HEAD]]
    words = "\n".join(element.text for element in document.elements)
    tag = spoken.strip().replace("_", "-")
    heard = language.detect(words, tag[:2].lower() or "en")
    about = [found for line in head if (found := bylines.read(line))]
    named = any(one.name for one in about)
    dated = any(one.published or not one.name for one in about)
    return replace(
        document,
        title=title or None,
        language=tag if re.fullmatch(rf"{heard}(?:-\w+)*", tag, re.IGNORECASE) else None,
        published=None if dated or created is None or created in _OF_TEMPLATES else dates.in_utc(created),
        byline=None if named or _NO_NAME.fullmatch(author) else author,
    )
