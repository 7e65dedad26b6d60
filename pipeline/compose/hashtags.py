"""Hashtags of a post: the brand's own, those of its list that the post is about, and the article's own terms. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex  # its \w knows marks: without them सुबह would be two words

from pipeline.config.shape import Hashtags
from pipeline.language.terms import terms
from pipeline.model import Article


def of(article: Article, text: str, wanted: Hashtags, most: int, own: Sequence[str] = ()) -> tuple[str, ...]:
    """Hashtags in CamelCase, each once however it is written.

    First the brand's own, then those of its list that the text or the title speaks of, then the article's `own`.
    """
    spoken = f"{text} {article.title}".casefold()
    fitting = [tag for tag in wanted.may if re.search(rf"\b{re.escape(tag.casefold())}(?:e?[nsr]|jes?)?\b", spoken)]
    made = ["#" + "".join(map(_capital, regex.findall(r"\w+", tag))) for tag in (*wanted.always, *fitting, *own)]
    different = {tag.casefold(): tag for tag in reversed(made) if len(tag) > 1}
    return tuple(dict.fromkeys(different[tag.casefold()] for tag in made if len(tag) > 1))[: min(most, wanted.most)]


def of_article(article: Article, wanted: Hashtags) -> tuple[str, ...]:
    """The article's own terms, where the brand wants them as hashtags."""
    if not wanted.own or wanted.most == 0:
        return ()
    blocks = (*article.lead, *(block for section in article.sections for block in section.blocks))
    prose = [block.text for block in blocks if block.kind in {"paragraph", "list", "quote"}]
    return terms(article.title, "\n".join((*prose, *(point.text for point in article.key_points))), article.language)


def _capital(word: str) -> str:
    """`word` with a capital, unless it has one of its own inside: `pH`."""
    return word if word[1:] != word[1:].lower() else word[:1].upper() + word[1:]
