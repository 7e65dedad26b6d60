"""The pictures of an edition's articles -> findings: those that no mail can show."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Edition, Finding


def check(edition: Edition) -> Iterator[Finding]:
    """A finding for each picture that the mail goes without, whatever its design."""
    for article in edition.articles:
        blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
        for block in blocks:
            # One that lost its address was told of when it was taken away.
            if block.kind == "image" and block.url and not block.is_picture and article.rights != "quote":
                named = f"“{block.text}”" if block.text else "without words"
                message = f"The picture {named} has the address {block.url}, which mails do not show."
                remedy = "Give its https address in the article, or leave it so: its caption stays where all is shown."
                yield Finding("image-unshown", "note", f"article “{article.title}”", message, remedy)
