"""Shared by the tests of reading: short texts in, articles out."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.ingest import html, inline, markdown, sections, text
from pipeline.ingest.elements import Document
from pipeline.model import Article

READERS: dict[str, Callable[[str], Document]] = {"text": text.read, "markdown": markdown.read, "html": html.read}


def read(source: str, form: str = "text") -> Article:
    document: Document = READERS[form](source)
    return sections.assemble(document, source="test", name="test")


def everything(article: Article) -> str:
    """All that the article holds or says it left out, a piece a line."""
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    pieces = [article.title, article.byline or "", article.summary or "", article.url or ""]
    pieces += [section.heading or "" for section in article.sections]
    pieces += [f"{block.text} {inline.plain(block.html)} {block.url or ''}" for block in blocks]
    pieces += [point.text for point in article.key_points] + [*article.references, *article.notices]
    pieces += [f"{call.text} {call.url or ''}" for call in article.calls_to_action]
    return "\n".join(pieces + [piece.text for piece in article.dropped])
