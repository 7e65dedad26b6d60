"""What the thoughts about an article are made of, read once for all of its key points. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.compose import shorten, support
from pipeline.compose.passages import Passage
from pipeline.compose.sources import Sources
from pipeline.model import Article, KeyPoint


@dataclass(frozen=True)
class Material:
    """An article, and what many of its key points ask for."""

    article: Article

    @cached_property
    def sources(self) -> Sources:
        """What it cites."""
        return Sources(self.article)

    @cached_property
    def warnings(self) -> tuple[tuple[str, str], ...]:
        """What it says of the limits of treatments, as `support.warnings` has it."""
        return support.warnings(self.article)

    @cached_property
    def terms(self) -> tuple[str | None, ...]:
        """What each section is about in its own words, where it says so."""
        tag = self.article.language
        paragraphs = ([block.text for block in section.blocks] for section in self.article.sections)
        return tuple(
            shorten.term_of(section.heading, texts, tag) if texts else None
            for section, texts in zip(self.article.sections, paragraphs, strict=True)
        )

    def term(self, point: KeyPoint) -> str | None:
        """That of the point's section."""
        return None if point.section is None else next(iter(self.terms[point.section : point.section + 1]), None)

    def sourced(self, found: Iterable[Passage], point: KeyPoint | None = None) -> tuple[Passage, ...]:
        """`found` without what has a marker that names nothing, and of each whether a post can name its source.

        Research without a marker is told, and the preflight asks for it.
        """
        named = (replace(one, sourced=one.sourced and bool(self.sources.cited(point, one.sentences))) for one in found)
        return tuple(one for one in named if one.sourced or not one.marked)
