"""What the posts about an article tell: its announcement, and each key point that stands alone. No thought twice.

Nothing is invented: every sentence is the author's, changed by the repairs of `standing.py` and `shorten.py` only.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from pipeline import language as languages
from pipeline.compose import announcement, excerpt, shorten, support, words
from pipeline.compose.material import Material
from pipeline.compose.passages import Passage, different
from pipeline.identity import site_of
from pipeline.language import turns, voices
from pipeline.language.citations import without_citations
from pipeline.language.claims import heals, is_grave, warns
from pipeline.language.letters import letters
from pipeline.language.people import may_be_told
from pipeline.language.standing import OPENED, TAKEN_OUT, TERMED, UNMARKED, Leaning, Standing, alike, leans, stand_alone
from pipeline.language.start import start_of
from pipeline.model import Article, Finding, KeyPoint, KeyPointKind

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
        repairs: In words, what was done to the key point's own.
        drawn: The point with the word that draws it from the first passage of `support`, where that leads to it; or "".
        voice: Whose words it is, as `voices.of` tells; None where they are the author's.
        credit: Whose name stands below it, where it is a quotation; or nothing.
    """

    text: str
    key_point: str | None
    rest: tuple[str, ...] = ()
    support: tuple[Passage, ...] = ()
    steps: tuple[str, ...] = ()
    point: KeyPoint | None = None
    number: int = 0
    kind: KeyPointKind = "key point"
    repairs: tuple[str, ...] = ()
    drawn: str = ""
    voice: str | None = None
    credit: str = ""


def may_be_drawn(thought: Thought, language: str) -> bool:
    """Whether a picture may show it: no key point that is grave, or that promises a cure, goes about on a card."""
    return not (thought.number and (is_grave(thought.text, language) or heals(thought.text, language)))


def of(article: Article, most: int | None, kinds: Collection[KeyPointKind]) -> tuple[list[Thought], list[Finding]]:
    """The announcement and the first `most` key points of `kinds`, as far as they make posts; findings about others."""
    if article.rights == "quote":
        return _quoted(article), []
    material = Material(article)
    opening = _announcement(material)
    told = [opening] if opening else []
    findings = [*_bare(opening, article), *_cited(opening, article)] if opening else [_unannounced(article)]
    for number, point in _shared(article, kinds)[:most]:
        place = f"article “{start_of(article.title)}”, key point {number}"
        said = turns.unlabelled(point.text, article)
        standing = stand_alone(said, article.language, term=material.term(point))
        if isinstance(standing, Leaning):
            findings.append(_untold(place, point, standing))
        elif twin := _twin(point, told):
            findings.append(_told_before(place, point, twin))
        else:
            told.append(_thought(material, point, standing, number, told))
            findings += _repaired(place, told[-1])
    return told, findings


def _shared(article: Article, kinds: Collection[KeyPointKind]) -> list[tuple[int, KeyPoint]]:
    """The key points of `kinds` that are the author's, each with its number in the article."""
    numbered = enumerate(article.key_points, 1)
    return [(one.number or place, one) for place, one in numbered if one.kind in kinds and one.origin != "suggested"]


def _twin(point: KeyPoint, told: Sequence[Thought]) -> str | None:
    """The key point among `told` that says the same."""
    heard = (thought.key_point for thought in told if thought.key_point)
    return next((other for other in heard if alike(other, point.text)), None)


def _unannounced(article: Article) -> Finding:
    message = f"Its title, “{start_of(article.title)}”, is only its share line, and nothing else announces it."
    remedy = "Give it a title of its own, or a summary."
    return Finding("no-announcement", "warning", f"article “{start_of(article.title)}”", message, remedy)


def _bare(announcement: Thought, article: Article) -> list[Finding]:
    """That an announcement says no more than its title."""
    if announcement.rest or announcement.support:
        return []
    message = "Nothing in it can be read before the article, so its announcement is the title alone."
    remedy = "Write a `summary:` into its front matter, or a first paragraph that stands alone."
    return [Finding("bare-announcement", "note", f"article “{start_of(article.title)}”", message, remedy)]


def _cited(announcement: Thought, article: Article) -> list[Finding]:
    """That an announcement has its author's own words, as far as a byline tells whose they are."""
    quote = next((one.told(len(one.sentences)) for one in announcement.support if any(one.marks)), "")
    message = f"What announces it is told of its author, so it is quoted: {quote}"
    remedy = "Check that they say so themselves, or write a `summary:` into its front matter."
    place = f"article “{start_of(article.title)}”"
    return [Finding("author-quoted", "note", place, message, remedy)] if quote else []


def _untold(place: str, point: KeyPoint, leaning: Leaning) -> Finding:
    message = f"“{point.text}” makes no post: {leaning.reason}."
    remedy = "Reword it so that it can be read alone, or leave it to the newsletter."
    return Finding("key-point-leans", "warning", place, message, remedy)


def _told_before(place: str, point: KeyPoint, twin: str) -> Finding:
    message = f"“{point.text}” says the same as “{twin}” and makes no second post."
    return Finding("same-thought", "note", place, message, "Nothing, or reword one of them.")


def _repaired(place: str, thought: Thought) -> list[Finding]:
    """Everything that was done to the point's words, unless only its markers are left out."""
    whole = " ".join([thought.text, *thought.rest])
    message = f"“{thought.key_point}” became “{whole}” in posts: {', '.join(thought.repairs)}."
    remedy = "Check that it still says what you mean."
    return [Finding("key-point-repaired", "note", place, message, remedy)] if {*thought.repairs} - {UNMARKED} else []


def _announcement(material: Material) -> Thought | None:
    """The title, and the author's own summary, else what of the article announces it; None where nothing does.

    A title that is only the line its readers shared is nothing that we say: there the article announces itself.
    """
    article = material.article
    said = [point.text for point in article.key_points if point.origin != "suggested"]
    summary = article.summary or ""
    usable = len(summary) <= _SUMMARY and not alike(summary, article.title) and may_be_told(summary, article)
    rest = (summary,) if summary and usable else ()
    if not article.title_is_borrowed:
        found = announcement.passages_of(article, [article.title, *said, *rest])
        return Thought(article.title, None, rest, material.sourced(found))
    if rest:
        return Thought(summary, None)
    best = announcement.best_of(article, said)
    return Thought(best.sentences[0], None, best.sentences[1:]) if best else None


def _quoted(article: Article) -> list[Thought]:
    """Of an article by others one quote under its title, with whose it is; and no more."""
    said = excerpt.quote(article)
    whose = article.byline or site_of(article.url)
    table = words.load(article.language)
    opening, closing = words.marks(table, whose)
    quote = f"{opening}{words.inside(said, table)}{closing}" if said else ""
    return [Thought(article.title, None, (quote,) if quote else ())]


def _thought(material: Material, point: KeyPoint, standing: Standing, number: int, told: Sequence[Thought]) -> Thought:
    """`point` as a thought: the heart of it, and what may follow."""
    article, repairs = material.article, list(standing.repairs)
    first, left = next(shorten.beginnings(standing.text, article.language))
    text, rest = shorten.closed(first), tuple(map(shorten.closed, left))
    if (text, rest) != (first, left):
        repairs.append("a full stop put at its end")
    if warning := _warning(material, point, text):
        if rest and leans(rest[0], article.language):  # on the point, and not on what warns of it
            text, rest = " ".join([text, *rest]), ()
        text = f"{text} {warning}"
        repairs.append("a sentence of the article that tells its limits put after it")
    used = {passage.sentences[0] for thought in told for passage in thought.support}
    term = material.term(point) if TERMED in standing.repairs else None
    premise = support.premise(article, point, (text, *rest)) if _concludes(standing) else None
    beside = support.beside(article, point, (text, *rest), term)
    near = material.sourced(different([*filter(None, [premise]), *beside]), point)
    fresh = tuple(one for one in near if one.sentences[0] not in used and not _is_announced(one, told))
    listed = support.steps(article, point, (text, *rest))
    drawn = (
        _drawn(point, article.language) if any(one.leads for one in fresh[:1]) and text == first and not rest else ""
    )
    thought = Thought(text, point.text, rest, fresh, listed, point, number, point.kind, tuple(repairs), drawn)
    thought = replace(thought, voice=voices.of(article, point), credit=voices.credit(article, point))
    quoted = voices.is_quoted(point.text) or thought.credit  # its speaker's name stands right below it
    return replace(thought, support=(), steps=(), drawn="") if quoted else thought


def _concludes(standing: Standing) -> bool:
    """Whether the point was joined to what stands before it by a word that is taken off."""
    return any(repair == OPENED or repair.endswith(TAKEN_OUT) for repair in standing.repairs)


def _drawn(point: KeyPoint, language: str) -> str:
    """The point as its author joined it to the sentence before it."""
    said = languages.sentences(without_citations(point.text), language)
    return shorten.closed(said[0]) if len(said) == 1 else ""


def _is_announced(passage: Passage, told: Sequence[Thought]) -> bool:
    """Whether a sentence of `passage` stands in what announces the article too, as a quote or as one with another."""
    heard = [letters(body.text) for thought in told[:1] if not thought.number for body in thought.support]
    return any(letters(one) in body for one in passage.sentences for body in heard)


def _warning(material: Material, point: KeyPoint, text: str) -> str:
    """What the article says of the limits of a treatment that `text` speaks of, unless it says so itself; or ""."""
    language = material.article.language
    wanted = is_grave(text, language) and not warns(text, language)
    return support.warning(point, material.warnings) if wanted else ""
