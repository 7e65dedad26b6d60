"""The pictures of what is shown whole -> findings: those that no mail can show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.model import Article, Block, Edition, Finding, OwnBlock


def check(edition: Edition, *, articles: bool) -> Iterator[Finding]:
    """A finding for each picture that the mail goes without, though it shows all around it.

    Args:
        articles: Whether the design shows whole articles; blocks of our own are always whole.
    """
    for article in edition.articles if articles else ():
        if article.rights != "quote":
            yield from _pictures(_blocks(article), f"article “{article.title}”")
    for block in edition.own_blocks:
        yield from _pictures(_blocks(block), f"newsletters.{edition.newsletter}.blocks.{block.name}")


def _blocks(text: Article | OwnBlock) -> Iterator[Block]:
    yield from text.lead
    for section in text.sections:
        yield from section.blocks


def _pictures(blocks: Iterable[Block], place: str) -> Iterator[Finding]:
    for block in blocks:
        # One that lost its address was told of when it was taken away.
        if block.kind == "image" and block.url and not block.is_picture:
            named = f"“{block.text}”" if block.text else "without words"
            message = f"The picture {named} has the address {block.url}, which mails do not show."
            remedy = "Give its https address there. Until then only its words are shown."
            yield Finding("image-unshown", "warning", place, message, remedy)
