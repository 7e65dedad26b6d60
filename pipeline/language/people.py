"""Who may be told of outside an article. Pure."""

from __future__ import annotations

import re

from pipeline.model import Article

_CHANGED_NAMES = re.compile(
    r"\b(?:namen|names?|noms?|nombres|nomi)\b.{0,80}(?:gewijzigd|changed|geändert|chang|modifi|cambia)", re.IGNORECASE
)
_PERSON = re.compile(r"(?<=[\w,] )[A-ZÀ-Þ][a-zà-ÿ]+|[“„«]")


def names_changed(article: Article) -> bool:
    """Whether the article says that its people are not called so, or not real."""
    return bool(names_notice(article))


def names_notice(article: Article) -> str:
    """The notice that says so, or nothing."""
    return next((notice for notice in article.notices if _CHANGED_NAMES.search(notice)), "")


def tells_of_people(text: str) -> bool:
    """Whether `text` names or quotes somebody; it may take a place for a person, never the other way round."""
    return bool(_PERSON.search(text))


def may_be_told(text: str, where: Article | bool) -> bool:
    """Whether `text` may stand where no notice says that names were changed: then it names and quotes nobody.

    Args:
        where: The article, or whether its names were changed.
    """
    changed = where if isinstance(where, bool) else names_changed(where)
    return not (changed and tells_of_people(text))
