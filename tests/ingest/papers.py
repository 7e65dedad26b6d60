"""Small makers of PDF and Word files, in several layouts, with texts of our own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from docx import Document as WordDocument
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageTemplate, Paragraph

from pipeline.ingest import pdf, sections, word
from pipeline.model import Article

WIDTH, HEIGHT = A4
MARGIN, GUTTER = 50, 20
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=13, spaceAfter=6, alignment=TA_JUSTIFY)
INDENTED = ParagraphStyle("indented", BODY, spaceAfter=0, firstLineIndent=12)
RAGGED = ParagraphStyle("ragged", BODY, alignment=0)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=24, leading=28, spaceAfter=8)
STAND = ParagraphStyle("stand", fontName="Times-Bold", fontSize=12, leading=15, spaceAfter=6)
HEADING = ParagraphStyle("heading", fontName="Helvetica-Bold", fontSize=12, leading=16, spaceBefore=6)
QUOTE = ParagraphStyle("quote", fontName="Helvetica", fontSize=15, leading=19, spaceAfter=8)
ADVERT = ParagraphStyle("advert", fontName="Courier", fontSize=8, leading=10, spaceAfter=6)
SMALL = ParagraphStyle("small", fontName="Times-Roman", fontSize=8, leading=10)

Decorate = Callable[[Canvas, int], None]


def nothing(canvas: Canvas, page: int) -> None:
    """No header and no footer."""


def a_pdf(
    *columns: Sequence[tuple[ParagraphStyle, str] | Flowable],
    across: Sequence[tuple[ParagraphStyle, str]] = (),
    head: float = 150,
    count: int = 0,
    decorate: Decorate = nothing,
    **facts: str,
) -> bytes:
    """A PDF with `across` over all columns of its first page, and text in columns.

    Args:
        columns: What stands in each; with one, it flows through `count` columns and over pages.
    """
    made = io.BytesIO()
    count = count or len(columns)
    wide = (WIDTH - 2 * MARGIN - (count - 1) * GUTTER) / count
    low = HEIGHT - 2 * MARGIN - (head if across else 0)

    def frames(height: float) -> list[Frame]:
        lefts = [MARGIN + at * (wide + GUTTER) for at in range(count)]
        return [Frame(left, MARGIN, wide, height, 0, 0, 0, 0) for left in lefts]

    top = [Frame(MARGIN, MARGIN + low, WIDTH - 2 * MARGIN, head, 0, 0, 0, 0)] if across else []

    def draw(canvas: Canvas, document: Any) -> None:
        decorate(canvas, document.page)

    document = BaseDocTemplate(made, pagesize=A4, **facts)
    document.addPageTemplates(
        [
            PageTemplate("first", [*top, *frames(low)], onPage=draw, autoNextPageTemplate="later"),
            PageTemplate("later", frames(HEIGHT - 2 * MARGIN), onPage=draw),
        ]
    )
    story: list[Flowable] = [Paragraph(text, style) for style, text in across]
    story += [FrameBreak()] if across else []
    for at, column in enumerate(columns):
        story += [FrameBreak()] if at else []
        story += [one if isinstance(one, Flowable) else Paragraph(one[1], one[0]) for one in column]
    document.build(story)
    return made.getvalue()


@dataclass(frozen=True)
class Set:
    """Lines set by hand: where exactly each stands."""

    x: float
    y: float
    text: str
    font: str = "Times-Roman"
    size: float = 10


def a_page(*pages: Iterable[Set]) -> bytes:
    """A PDF of lines that stand where they are told."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for page in pages:
        for line in page:
            canvas.setFont(line.font, line.size)
            canvas.drawString(line.x, HEIGHT - line.y, line.text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def lines(*texts: str, x: float = 50, y: float = 100, step: float = 13, **style: Any) -> list[Set]:
    """Lines below each other."""
    return [Set(x, y + at * step, text, **style) for at, text in enumerate(texts)]


def a_word_file(fill: Callable[[Any], None]) -> bytes:
    """A Word document that `fill` writes into."""
    document = WordDocument()
    fill(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def of_pdf(source: bytes) -> Article:
    return sections.assemble(pdf.read(source), source="test", name="test")


def of_word(source: bytes) -> Article:
    return sections.assemble(word.read(source), source="test", name="test")


def texts(article: Article) -> list[str]:
    """The texts of the article's blocks, in order."""
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    return [block.text for block in blocks]


def letters(text: str) -> str:
    """Letters and digits alone: a mended hyphen changes words and no letters."""
    return re.sub(r"[\W_]+", "", text).casefold()
