"""Hashtags of a post: the brand's own, and those of its list that the post is about. Pure."""

from __future__ import annotations

import re

from pipeline.config.shape import Hashtags
from pipeline.model import Article


def of(article: Article, text: str, wanted: Hashtags, most: int) -> tuple[str, ...]:
    """Hashtags in CamelCase: the brand's own, then those of its list that the text or the title speaks of."""
    spoken = f"{text} {article.title}".casefold()
    fitting = [tag for tag in wanted.may if re.search(rf"\b{re.escape(tag.casefold())}(?:e?[nsr]|jes?)?\b", spoken)]
    made = ["#" + "".join(map(_capital, re.findall(r"\w+", tag))) for tag in (*wanted.always, *fitting)]
    return tuple(dict.fromkeys(tag for tag in made if len(tag) > 1))[: min(most, wanted.most)]


def _capital(word: str) -> str:
    """`word` with a capital, unless it has one of its own inside: `pH`."""
    return word if word[1:] != word[1:].lower() else word[:1].upper() + word[1:]
