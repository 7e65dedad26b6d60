"""The pictures of what is shown whole -> findings: those that no mail can show."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Block, Edition, Finding
from pipeline.preflight.places import blocks, of_article, of_own


def check(edition: Edition, *, articles: bool) -> Iterator[Finding]:
    """A finding for each picture that the mail goes without, though it shows all around it.

    Args:
        articles: Whether the design shows whole articles; blocks of our own are always whole.
    """
    for article in edition.articles if articles else ():
        if article.rights != "quote":
            yield from _pictures(blocks(article), of_article(article))
    for block in edition.own_blocks:
        yield from _pictures(blocks(block), of_own(edition.newsletter, block.name))


def _pictures(shown: list[Block], place: str) -> Iterator[Finding]:
    for block in shown:
        # One that lost its address was told of when it was taken away.
        if block.kind == "image" and block.url and not block.is_picture:
            named = f"“{block.text}”" if block.text else "without words"
            message = f"The picture {named} has the address {block.url}, which mails do not show."
            remedy = "Give its https address there. Until then only its words are shown."
            yield Finding("image-unshown", "warning", place, message, remedy)
