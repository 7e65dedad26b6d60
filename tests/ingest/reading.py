"""Shared by the tests of reading: short texts in, articles out."""

from __future__ import annotations

from pipeline.ingest import html, markdown, sections, text
from pipeline.ingest.elements import Document
from pipeline.model import Article

READERS = {"text": text.read, "markdown": markdown.read, "html": html.read}


def read(source: str, form: str = "text") -> Article:
    document: Document = READERS[form](source)
    return sections.assemble(document, source="test", name="test")
