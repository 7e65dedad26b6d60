"""Hashtags of a post: what it speaks of, from the brand's list and the article's terms, then the brand's own. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import regex  # its \w knows marks: without them सुबह would be two words

from pipeline import language as languages
from pipeline.config.shape import Hashtags
from pipeline.language import claims
from pipeline.language.terms import stem, terms
from pipeline.model import Article


def of(article: Article, text: str, wanted: Hashtags, most: int, own: Sequence[str] = ()) -> tuple[str, ...]:
    """Hashtags in CamelCase, each once in whatever form, at most `most`.

    What the post is about comes first: tags of the brand's list, then terms of the article's `own`, that `text` speaks
    of. The brand's own are on every post and stand last; where there is room for no more, they are all there is.
    """
    most = min(most, wanted.most)
    ours = _different(map(_tag, wanted.always), ())[:most]
    spoken = (tag for tag in chain(wanted.may, own) if _speaks_of(tag, text, article.language))
    topics = _different(map(_tag, spoken), ours)[: most - len(ours)]
    return (*topics, *ours)


def of_article(article: Article, wanted: Hashtags) -> tuple[str, ...]:
    """The article's own terms, where the brand wants them as hashtags; none that claims something or is grave."""
    if not wanted.own or wanted.most == 0:
        return ()
    blocks = (*article.lead, *(block for section in article.sections for block in section.blocks))
    prose = [block.text for block in blocks if block.kind in {"paragraph", "list", "quote"}]
    whole = "\n".join((*prose, *(point.text for point in article.key_points)))
    found = terms(article.title, whole, article.language)
    return tuple(one for one in found if not _is_delicate(one, article.language))


def _is_delicate(word: str, language: str) -> bool:
    """Whether `word` alone claims something, or names what nobody tells cheerfully."""
    return claims.is_grave(word, language) or any(claims.claims(word, language))


def _speaks_of(tag: str, text: str, language: str) -> bool:
    """Whether `text` has the words of `tag`; what is also a function word counts only as it is written: `IT`."""
    as_written = tag.casefold() in languages.stop_words(language)
    ending = "" if as_written else "(?:e?[nsr]|jes?)?"
    return bool(re.search(rf"\b{re.escape(tag)}{ending}\b", text, 0 if as_written else re.IGNORECASE))


def _different(tags: Iterable[str], beside: Sequence[str]) -> tuple[str, ...]:
    """Those of `tags` that are no other form of one before them, nor of one of `beside`."""

    def new() -> Iterator[str]:
        known = {stem(tag[1:]) for tag in beside}
        for tag in tags:
            if len(tag) > 1 and (root := stem(tag[1:])) not in known:
                known.add(root)
                yield tag

    return tuple(new())


def _tag(words: str) -> str:
    return "#" + "".join(map(_capital, regex.findall(r"\w+", words)))


def _capital(word: str) -> str:
    """`word` with a capital, unless it has one of its own inside: `pH`."""
    return word if word[1:] != word[1:].lower() else word[:1].upper() + word[1:]
