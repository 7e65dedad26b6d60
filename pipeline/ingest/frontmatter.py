"""Front matter: what stands between two lines of dashes above an article, in Markdown and in plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import yaml

from pipeline.errors import SourceError
from pipeline.ingest import dates
from pipeline.ingest.elements import Document

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def split(source: str, place: str) -> tuple[dict[str, object], str]:
    """The fields above an article, keys in lower case, and what stands below them.

    Raises:
        SourceError: they are not YAML; with the line.
    """
    match = _FRONT.match(source)
    if not match:
        return {}, source
    try:
        fields = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 2}" if mark else ""
        raise SourceError(
            f"{place}{where}: the front matter cannot be read. Put values with a colon in quotes."
        ) from error
    if not isinstance(fields, dict):  # a rule of dashes, a thought between two of them: ordinary text
        return {}, source
    return {str(key).casefold(): value for key, value in fields.items()}, source[match.end() :]


def url_in(fields: dict[str, object]) -> str | None:
    """The article's address."""
    return _first(fields, "url", "canonical", "canonical_url", "link")


def stated(document: Document, fields: dict[str, object]) -> Document:
    """`document` with what `fields` state; what they leave open stays."""
    moment = next((fields[key] for key in ("date", "published", "datum") if fields.get(key) is not None), None)
    return replace(
        document,
        title=_first(fields, "title", "titel", "titre") or document.title,
        url=url_in(fields) or document.url,
        language=_first(fields, "language", "lang") or document.language,
        published=_moment(moment) or document.published,
        summary=_first(fields, "description", "summary", "excerpt") or document.summary,
        byline=_first(fields, "author", "byline", "auteur", "autor", "autrice") or document.byline,
        guid=_first(fields, "guid", "id") or document.guid,
    )


def _first(fields: dict[str, object], *names: str) -> str | None:
    """The first of `names` that says something, as text."""
    for name in names:
        value = fields.get(name)
        text = ", ".join(str(part) for part in value) if isinstance(value, list) else str(value or "")
        if text.strip():
            return text.strip()
    return None


def _moment(value: object) -> datetime | None:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return dates.find(str(value))
    if isinstance(value, datetime):
        return value.replace(tzinfo=value.tzinfo or UTC).astimezone(UTC)
    return datetime(value.year, value.month, value.day, tzinfo=UTC) if isinstance(value, date) else None
