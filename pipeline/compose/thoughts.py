"""What the posts about an article tell: its announcement, and each key point that stands alone. No thought twice.

Nothing is invented: every sentence is the author's, changed by the repairs of `standing.py` and `shorten.py` only.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from pipeline.compose import excerpt, shorten, support
from pipeline.compose.passages import Passage
from pipeline.compose.sources import cited
from pipeline.language.claims import is_grave, warns
from pipeline.language.people import may_be_told
from pipeline.language.standing import TERMED, UNMARKED, Leaning, Standing, alike, stand_alone
from pipeline.model import Article, Block, Finding, KeyPoint, KeyPointKind

_SUMMARY = 300  # characters: a longer summary is one for an archive


@dataclass(frozen=True)
class Thought:
    """What one post is about, on every network.

    Attributes:
        text: Stands alone; the heart of it.
        key_point: The author's own wording, or None for the announcement.
        rest: What the author says with it and may follow, in order: more of the point, or a summary.
        support: Passages of its section that speak of the same, in their order, or of an announcement the best first;
            any of them may stand beside it.
        steps: A list of the author that may follow: its introduction, then its items; or nothing.
        point: The key point itself, in its place; None for the announcement.
        number: The key point's place in its article, from 1; 0 for the announcement.
        kind: The key point's; of the announcement it says nothing.
    """

    text: str
    key_point: str | None
    rest: tuple[str, ...] = ()
    support: tuple[Passage, ...] = ()
    steps: tuple[str, ...] = ()
    point: KeyPoint | None = None
    number: int = 0
    kind: KeyPointKind = "key point"


def of(article: Article, most: int | None, kinds: Collection[KeyPointKind]) -> tuple[list[Thought], list[Finding]]:
    """The announcement and the first `most` key points of `kinds`, as far as they make posts; findings about others."""
    if article.rights == "quote":
        return _quoted(article), []
    announcement = _announcement(article)
    told = [announcement] if announcement else []
    findings = [] if announcement else [_unannounced(article)]
    shared = [
        (point.number or place, point)
        for place, point in enumerate(article.key_points, 1)
        if point.kind in kinds and point.origin != "suggested"
    ]
    for number, point in shared[:most]:
        place = f"article “{shorten.start_of(article.title)}”, key point {number}"
        standing = stand_alone(point.text, article.language, term=_term(article, point))
        if isinstance(standing, Leaning):
            findings.append(_untold(place, point, standing))
        elif twin := _twin(point, told):
            findings.append(_told_before(place, point, twin))
        else:
            told.append(_thought(article, point, standing, number, told))
            findings += _repaired(place, point, standing, told[-1])
    return told, findings


def _twin(point: KeyPoint, told: Sequence[Thought]) -> str | None:
    """The key point among `told` that says the same."""
    heard = (thought.key_point for thought in told if thought.key_point)
    return next((other for other in heard if alike(other, point.text)), None)


def _unannounced(article: Article) -> Finding:
    message = f"Its title, “{shorten.start_of(article.title)}”, is only its share line, and nothing else announces it."
    remedy = "Give it a title of its own, or a summary."
    return Finding("no-announcement", "warning", f"article “{shorten.start_of(article.title)}”", message, remedy)


def _untold(place: str, point: KeyPoint, leaning: Leaning) -> Finding:
    message = f"“{point.text}” makes no post: {leaning.reason}."
    remedy = "Reword it so that it can be read alone, or leave it to the newsletter."
    return Finding("key-point-leans", "note", place, message, remedy)


def _told_before(place: str, point: KeyPoint, twin: str) -> Finding:
    message = f"“{point.text}” says the same as “{twin}” and makes no second post."
    return Finding("same-thought", "note", place, message, "Nothing, or reword one of them.")


def _repaired(place: str, point: KeyPoint, standing: Standing, thought: Thought) -> list[Finding]:
    """Everything that was done to the point's words."""
    whole = " ".join([thought.text, *thought.rest])
    repairs = [*standing.repairs, *(["a full stop put at its end"] if whole != standing.text else [])]
    message = f"“{point.text}” became “{whole}” in posts: {', '.join(repairs)}."
    remedy = "Check that it still says what you mean."
    return [Finding("key-point-repaired", "note", place, message, remedy)] if {*repairs} - {UNMARKED} else []


def _term(article: Article, point: KeyPoint) -> str | None:
    blocks = _blocks(article, point)
    heading = article.sections[point.section].heading if blocks and point.section is not None else None
    return shorten.term_of(heading, [block.text for block in blocks], article.language)


def _blocks(article: Article, point: KeyPoint) -> tuple[Block, ...]:
    """What stands in the point's section."""
    return article.sections[point.section].blocks if point.section is not None and article.sections else ()


def _announcement(article: Article) -> Thought | None:
    """The title, and the author's own summary, else what of the article announces it; None where nothing does.

    A title that is only the line its readers shared is nothing that we say: there the article announces itself.
    """
    said = [point.text for point in article.key_points if point.origin != "suggested"]
    summary = article.summary or ""
    usable = len(summary) <= _SUMMARY and not alike(summary, article.title) and may_be_told(summary, article)
    rest = (summary,) if summary and usable else ()
    if not article.title_is_borrowed:
        return Thought(
            article.title, None, rest, _sourced(support.of_article(article, [article.title, *said, *rest]), article)
        )
    if rest:
        return Thought(summary, None)
    best = support.best_of(article, said)
    return Thought(best.sentences[0], None, best.sentences[1:]) if best else None


def _sourced(found: Sequence[Passage], article: Article, point: KeyPoint | None = None) -> tuple[Passage, ...]:
    """`found` without those whose marker names nothing; research without a marker is told, and the preflight asks."""
    sources = [bool(one.sourced and cited(article, point, one.sentences)) for one in found]
    return tuple(replace(one, sourced=has) for one, has in zip(found, sources, strict=True) if has or not one.marked)


def _quoted(article: Article) -> list[Thought]:
    """Of an article by others one quote under its title, with whose it is; and no more."""
    said = excerpt.quote(article)
    whose = article.byline or urlsplit(article.url or "").netloc
    quote = f"“{said}”{f' — {whose}' if whose else ''}" if said else ""
    return [Thought(article.title, None, (quote,) if quote else ())]


def _thought(article: Article, point: KeyPoint, standing: Standing, number: int, told: Sequence[Thought]) -> Thought:
    """`point` as a thought: the heart of it, and what may follow."""
    first, rest = next(shorten.beginnings(standing.text, article.language))
    text, rest = shorten.closed(first), tuple(shorten.closed(one) for one in rest)
    if is_grave(text, article.language) and not warns(text, article.language):
        text = f"{text} {support.warning(article, point)}".strip()
    used = {passage.sentences[0] for thought in told for passage in thought.support}
    term = _term(article, point) if TERMED in standing.repairs else None
    near = _sourced(support.beside(article, point, text, term), article, point)
    fresh = tuple(passage for passage in near if passage.sentences[0] not in used)
    listed = support.steps(article, point, text)
    return Thought(text, point.text, rest, fresh, listed, point, number, point.kind)
