"""The pictures of articles that are shown whole -> findings: those that no mail can show."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Edition, Finding


def check(edition: Edition) -> Iterator[Finding]:
    """A finding for each picture that the mail goes without."""
    for article in edition.articles:
        blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
        for block in blocks:
            if block.kind == "image" and not block.is_picture and article.rights != "quote":
                named = f"“{block.text}”" if block.text else "without words"
                message = f"The picture {named} has the address {block.url or '(none)'}, which mails do not show."
                remedy = "Give its https address in the article. Until then only its words are shown."
                yield Finding("image-address", "warning", f"article “{article.title}”", message, remedy)
