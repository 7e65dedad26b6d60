"""What a format's reader gives: a flat run of elements and what the format itself says about the article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pipeline.model import Block, Dropped, KeyPoint, Rights


@dataclass(frozen=True)
class Heading:
    """A heading, level 1 to 6. `sure` is False where it was only recognised by its looks."""

    text: str
    level: int = 2
    sure: bool = True


Element = Heading | Block | KeyPoint


@dataclass(frozen=True)
class Document:
    """An article before it is cut into sections.

    Attributes:
        elements: In reading order; key points still without a section.
        title, url, language, published, byline, summary: What the format states (front matter, metadata), else None.
        rights: What it says that we may do with it, or None.
        standfirst: The introduction that the format sets apart from the body; it is the lead.
        notes: Footnotes that the format marks as such.
        dropped: What the reader itself left out, with reasons.
    """

    elements: tuple[Element, ...]
    title: str | None = None
    url: str | None = None
    language: str | None = None
    published: datetime | None = None
    byline: str | None = None
    summary: str | None = None
    guid: str | None = None
    rights: Rights | None = None
    standfirst: Block | None = None
    notes: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def is_paragraph(element: Element) -> bool:
    """Whether an element is ordinary text."""
    return isinstance(element, Block) and element.kind == "paragraph"
