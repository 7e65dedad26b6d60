"""All that goes out with a post: its text, and what stands not in it, the words of its pictures and its link's card."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.language.letters import letters
from pipeline.model import Article, Finding, Post
from pipeline.preflight.wording import said

_QUOTATION_MARK = r"[“”„«»\"‘’‚]"


def words(post: Post, article: Article | None) -> list[str]:
    """The words beside the text of `post`; without the article's author, and its title where the text has that."""
    card = post.link_card
    texts = [*(image.alt for image in post.images), *((card.title, card.description) if card else ())]
    if article and article.byline:
        texts = [text.replace(article.byline, "") for text in texts]
    if article and letters(article.title) in letters(post.text):
        texts = [without_title(text, article.title) for text in texts]
    return [text for text in texts if text.strip()]


def with_text(post: Post, article: Article | None = None) -> str:
    """What `post` says itself, then the `words` beside it."""
    return "\n".join([said(post.text), *words(post, article)])


def found(finding: Finding) -> Finding:
    """A finding about them, as nobody finds what it names in the text."""
    return replace(finding, message=f"Beside its text: {finding.message}")


def without_title(text: str, title: str) -> str:
    """`text` without the name of the article, which is no quotation, whatever quotation marks stand inside it."""
    parts = (re.escape(part.strip()) for part in re.split(_QUOTATION_MARK, title))
    return re.sub(rf"\s*{_QUOTATION_MARK}\s*".join(parts), "", text)
