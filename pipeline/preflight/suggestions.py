"""Suggested key points -> findings: that they wait for a person, and what each says."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Article, Finding, KeyPoint


def waiting(article: Article) -> Iterator[Finding]:
    """That key points of an article are only suggested."""
    count = len(_suggested(article))
    if count:
        message = f"Key points that were suggested and not kept: {count}. No mail and no post tells of them."
        remedy = "Keep good ones: show ID, then edit ID --keep 1.2. Or mark them with 💡 in the article."
        yield Finding("suggested-key-points", "note", f"article “{article.title}”", message, remedy)


def each(article: Article) -> Iterator[Finding]:
    """Every suggestion by itself, for who has no draft to look at."""
    for point in _suggested(article):
        message = f"(suggested) “{point.text}”: it {', '.join(point.why)}."
        remedy = "Mark it with 💡 in the article if you stand behind it."
        yield Finding(
            "suggested-key-point", "note", f"article “{article.title}”{_part(article, point)}", message, remedy
        )


def _suggested(article: Article) -> list[KeyPoint]:
    return [point for point in article.key_points if point.origin == "suggested"]


def _part(article: Article, point: KeyPoint) -> str:
    if point.section is None:
        return ""
    heading = article.sections[point.section].heading
    return f", “{heading}”" if heading else f", section {point.section + 1}"
