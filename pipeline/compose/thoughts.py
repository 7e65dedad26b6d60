"""What the posts about an article tell: its announcement, and each key point that stands alone. No thought twice.

Nothing is invented: every sentence is the author's, changed by the repairs of `shorten.py` only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import language as languages
from pipeline.compose import shorten
from pipeline.model import Article, Finding, KeyPoint

# Kinds that are thoughts to share; a warning torn from its article frightens.
SHARED = frozenset({"key point", "tip", "summary"})
ALIKE = 0.75  # from this share of common words on, two thoughts are the same
_CHANGED_NAMES = re.compile(
    r"\b(?:namen|names?|noms?|nombres|nomi)\b.{0,80}(?:gewijzigd|changed|geändert|chang|modifi|cambia)", re.IGNORECASE
)


@dataclass(frozen=True)
class Thought:
    """What one post is about, on every network.

    Attributes:
        text: Stands alone; the whole of it.
        key_point: The author's own wording, or None for the announcement.
        support: Sentences of the article that may follow.
        source: The references it rests on, as "Name, year", or "".
        number: From 1, in the order of the article; 0 for the announcement.
    """

    text: str
    key_point: str | None
    support: tuple[str, ...] = ()
    source: str = ""
    number: int = 0


def of(article: Article, most: int | None) -> tuple[list[Thought], list[Finding]]:
    """The announcement and the first `most` key points, as far as they can be posts; and findings about the others."""
    told = [_announcement(article)]
    findings: list[Finding] = []
    for number, point in enumerate(_shared(article)[:most], 1):
        place = f"article “{shorten.start_of(article.title)}”, key point {number}"
        standing = shorten.stand_alone(point.text, article.language, term=_term(article, point))
        if isinstance(standing, shorten.Leaning):
            findings.append(
                Finding(
                    "key-point-leans",
                    "note",
                    place,
                    f"“{point.text}” makes no post: {standing.reason}.",
                    "Reword it so that it can be read alone, or leave it to the newsletter.",
                )
            )
            continue
        twin = next(
            (other for other in told if other.key_point and shorten.alike(other.text, standing.text) >= ALIKE), None
        )
        if twin:
            findings.append(
                Finding(
                    "same-thought",
                    "note",
                    place,
                    f"“{point.text}” says the same as “{twin.key_point}” and makes no second post.",
                    "Nothing, or reword one of them.",
                )
            )
            continue
        if standing.repairs:
            findings.append(
                Finding(
                    "key-point-repaired",
                    "note",
                    place,
                    f"“{point.text}” became “{standing.text}” in posts: {', '.join(standing.repairs)}.",
                    "Check that it still says what you mean.",
                )
            )
        told.append(
            Thought(standing.text, point.text, _support(article, point, standing.text), _cited(article, point), number)
        )
    return told, findings


def _shared(article: Article) -> list[KeyPoint]:
    return [point for point in article.key_points if point.kind in SHARED and point.origin != "suggested"]


def _term(article: Article, point: KeyPoint) -> str | None:
    if point.section is None or not article.sections:
        return None
    section = article.sections[point.section]
    return shorten.term_of(section.heading, [block.text for block in section.blocks], article.language)


def _announcement(article: Article) -> Thought:
    """Title, and the first sentences of the lead that stand alone."""
    support = tuple(
        _standing_sentences([block.text for block in article.lead if block.kind == "paragraph"], article, article.title)
    )
    return Thought(article.title, None, support[:2])


def _support(article: Article, point: KeyPoint, text: str) -> tuple[str, ...]:
    """Sentences of the point's own section that stand alone and say something else."""
    if point.section is None:
        return ()
    paragraphs = [block.text for block in article.sections[point.section].blocks if block.kind == "paragraph"]
    return tuple(_standing_sentences(paragraphs, article, text))[:2]


def _standing_sentences(paragraphs: Sequence[str], article: Article, told: str) -> Iterator[str]:
    """Whole sentences that may stand in a post, from the start of `paragraphs` on.

    Where names were changed, people who are quoted or told about are no real people, so their sentences are left out.
    """
    fictitious = any(_CHANGED_NAMES.search(notice) for notice in article.notices)
    before: str | None = None
    for paragraph in paragraphs:
        for sentence in languages.sentences(paragraph, article.language):
            standing = shorten.stand_alone(sentence, article.language)
            whole = isinstance(standing, shorten.Standing) and not standing.repairs and sentence[-1:] in ".!…”"
            telling = (
                40 <= len(sentence) <= 240
                and not sentence.endswith((":", "?"))
                and shorten.alike(sentence, told) < ALIKE
            )
            person = fictitious and re.search(r"(?<=[\w,] )[A-ZÀ-Þ][a-zà-ÿ]+|[“„«]", sentence)
            if whole and telling and not person and (before is None or shorten.alike(sentence, before) < ALIKE):
                before = sentence
                yield sentence
            elif before is not None:
                return  # what follows a sentence left out may lean on it
        if before is not None:
            return


def _cited(article: Article, point: KeyPoint) -> str:
    """The reference that the point, or its section, names by author and year: `Hostinar et al., 2014`."""
    section = article.sections[point.section] if point.section is not None and article.sections else None
    texts = [point.text, *(block.text for block in section.blocks)] if section else [point.text]
    cited = [match for text in texts for match in re.findall(r"\(([A-ZÀ-Þ][^()]{1,60}?,? (?:19|20)\d\d)[a-z]?\)", text)]
    known = [
        name
        for name in cited
        if any(re.split(r"\W", name)[0] in reference and name[-4:] in reference for reference in article.references)
    ]
    return "; ".join(dict.fromkeys(known))
