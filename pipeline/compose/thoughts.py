"""What the posts about an article tell: its announcement, and each key point that stands alone. No thought twice.

Nothing is invented: every sentence is the author's, changed by the repairs of `shorten.py` only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline import language as languages
from pipeline.compose import care, shorten
from pipeline.compose.phrases import patterns_of
from pipeline.compose.shorten import Leaning, Standing
from pipeline.model import Article, Finding, KeyPoint

# Kinds that are thoughts to share; a warning torn from its article frightens.
SHARED = frozenset({"key point", "tip", "summary"})
ALIKE = 0.75  # from this share of common words on, two thoughts are the same
HEART = 40  # characters; a first sentence of this length may stand for a point of several


@dataclass(frozen=True)
class Thought:
    """What one post is about, on every network.

    Attributes:
        text: Stands alone; the heart of it.
        key_point: The author's own wording, or None for the announcement.
        support: Sentences of the author that may follow, in order; each leans on nothing but what is before it here.
        steps: A list of the author that may follow: its introduction, then its items; or nothing.
        source: The references that the point itself names, as "Name, year", or "".
        number: From 1, in the order of the article; 0 for the announcement.
    """

    text: str
    key_point: str | None
    support: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    source: str = ""
    number: int = 0


def of(article: Article, most: int | None) -> tuple[list[Thought], list[Finding]]:
    """The announcement and the first `most` key points, as far as they can be posts; and findings about the others."""
    told = [_announcement(article)]
    findings: list[Finding] = []
    for number, point in enumerate(_shared(article)[:most], 1):
        place = f"article “{shorten.start_of(article.title)}”, key point {number}"
        standing = shorten.stand_alone(point.text, article.language, term=_term(article, point))
        finding = _finding(place, point, standing, told)
        if finding:
            findings.append(finding)
        if isinstance(standing, Standing) and (finding is None or finding.rule == "key-point-repaired"):
            told.append(_thought(article, point, standing, number, told))
    return told, findings


def _shared(article: Article) -> list[KeyPoint]:
    return [point for point in article.key_points if point.kind in SHARED and point.origin != "suggested"]


def _finding(place: str, point: KeyPoint, standing: Standing | Leaning, told: Sequence[Thought]) -> Finding | None:
    """What a person should know of the way from `point` to a post."""
    if isinstance(standing, Leaning):
        message = f"“{point.text}” makes no post: {standing.reason}."
        remedy = "Reword it so that it can be read alone, or leave it to the newsletter."
        return Finding("key-point-leans", "note", place, message, remedy)
    heard = [thought.key_point for thought in told if thought.key_point]
    twin = next((other for other in heard if shorten.alike(other, point.text) >= ALIKE), None)
    if twin:
        message = f"“{point.text}” says the same as “{twin}” and makes no second post."
        return Finding("same-thought", "note", place, message, "Nothing, or reword one of them.")
    if standing.repairs:
        message = f"“{point.text}” became “{standing.text}” in posts: {', '.join(standing.repairs)}."
        return Finding("key-point-repaired", "note", place, message, "Check that it still says what you mean.")
    return None


def _term(article: Article, point: KeyPoint) -> str | None:
    if point.section is None or not article.sections:
        return None
    section = article.sections[point.section]
    return shorten.term_of(section.heading, [block.text for block in section.blocks], article.language)


def _announcement(article: Article) -> Thought:
    """The title, and the author's own summary, else the beginning of the lead where it stands alone."""
    if article.summary and len(article.summary) <= 300 and shorten.alike(article.summary, article.title) < ALIKE:
        return Thought(article.title, None, (article.summary,))
    lead = [block.text for block in article.lead if block.kind == "paragraph"]
    return Thought(article.title, None, tuple(_beginnings(lead[:1], article, article.title)))


def _thought(article: Article, point: KeyPoint, standing: Standing, number: int, told: Sequence[Thought]) -> Thought:
    """`point` as a thought: the heart of it, and what may follow."""
    first, *rest = languages.sentences(standing.text, article.language)
    if len(first) < HEART or first.endswith("?"):
        first, rest = standing.text, []
    text = shorten.closed(first)
    used = {sentence for thought in told for sentence in thought.support}
    section = article.sections[point.section] if point.section is not None and article.sections else None
    paragraphs = [block.text for block in section.blocks if block.kind == "paragraph"] if section else []
    near = [one for one in _beginnings(paragraphs, article, standing.text) if one not in used and _related(one, text)]
    support = tuple(rest) or tuple(near)[:1]
    return Thought(text, point.text, support, _steps(article, point, text), _cited(article, point), number)


def _beginnings(paragraphs: Sequence[str], article: Article, told: str) -> Iterator[str]:
    """How paragraphs begin, where that stands alone and says something else than `told`.

    Only their first sentence: what follows leans on it. With it the one that takes it back ("But …"), since half of a
    contrast says the opposite. Where names were changed, nobody is quoted or named.
    """
    for paragraph in paragraphs:
        beginning = _beginning(paragraph, article.language)
        person = care.names_changed(article) and care.tells_of_people(beginning)
        if beginning and not person and shorten.alike(beginning, told) < ALIKE:
            yield beginning


def _beginning(paragraph: str, language: str) -> str:
    """The first sentence, or the first two where the second takes the first back; empty where they do not stand."""
    first, *rest = languages.sentences(paragraph, language) or [""]
    if not (40 <= len(first) <= 240 and first[-1:] in ".!…”" and _stands(first, language, set())):
        return ""
    patterns = patterns_of(language)
    if not (patterns and rest and patterns.contrast.match(rest[0])):
        return first
    answer = patterns.contrast.sub("", rest[0], count=1).strip(" ,")
    whole = (
        len(rest[0]) <= 240 and rest[0][-1:] in ".!…”" and _stands(answer, language, {"opening connective taken off"})
    )
    return f"{first} {rest[0]}" if whole else ""


def _stands(sentence: str, language: str, permitted: set[str]) -> bool:
    """Whether a sentence stands alone as it is, or with `permitted` repairs."""
    standing = shorten.stand_alone(sentence, language)
    return isinstance(standing, Standing) and set(standing.repairs) <= permitted


def _related(sentence: str, point: str) -> bool:
    """Whether a sentence is about the same as the point: a word of substance in common, whatever its ending."""
    stems = [{word[:5] for word in re.findall(r"\w{5,}", text.casefold())} for text in (sentence, point)]
    return bool(stems[0] & stems[1])


def _steps(article: Article, point: KeyPoint, text: str) -> tuple[str, ...]:
    """A short list of the point's section with the sentence that introduces it, where both stand alone."""
    blocks = article.sections[point.section].blocks if point.section is not None and article.sections else ()
    for before, block in pairwise(blocks):
        introduction = (languages.sentences(before.text, article.language) or [""])[-1]
        items = [item.text for item in block.items]
        short = 2 <= len(items) <= 5 and all(len(item) <= 120 for item in items)
        stands = isinstance(shorten.stand_alone(introduction, article.language), Standing)
        if short and introduction.endswith(":") and stands and _related(before.text, text):
            return (introduction, *items)
    return ()


def _cited(article: Article, point: KeyPoint) -> str:
    """The references that the point itself names by author and year: `Hostinar et al., 2014`."""
    cited = re.findall(r"\(([A-ZÀ-Þ][^()]{1,60}?,? (?:19|20)\d\d)[a-z]?\)", point.text)
    known = [
        name
        for name in cited
        if any(re.split(r"\W", name)[0] in reference and name[-4:] in reference for reference in article.references)
    ]
    return "; ".join(dict.fromkeys(known))
