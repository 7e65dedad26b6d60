"""What else the subject of an edition could say: titles, key points and headings of its articles. Pure.

Nothing is invented: each is a whole thought of an author's, changed by the repairs of `standing.py` and `shorten.py`
only. One that inboxes show whole goes before a longer one, and what the author stressed before what only stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise, zip_longest

from pipeline import language as languages
from pipeline.compose import shorten
from pipeline.compose.envelope import SUBJECT, one_line
from pipeline.compose.locales import is_known, primary
from pipeline.compose.passages import passages
from pipeline.language import turns, voices
from pipeline.language.citations import without_citations
from pipeline.language.people import may_be_told
from pipeline.language.phrases import patterns_of
from pipeline.language.standing import Standing, alike, is_belief, limits, related, stand_alone
from pipeline.limits import SUBJECT as SHOWN
from pipeline.limits.counting import graphemes
from pipeline.model import COUNTED, Article

OFFERED = 3
_WORDS, _SIGNS = 4, 6  # fewer words, or characters of a script without blanks, are a label and no thought
_MOST_PARAGRAPHS, _MOST_SENTENCES = 100, 12  # of an article, and of one paragraph, that are looked at
_BLANKLESS = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_JOINT = re.compile(r":\s+|\s+[|–—-]\s+|(?<=[?!.])\s+")
_NUMBER = re.compile(r"^\(?\d{1,2}[.):]\s+")


def headline(article: Article) -> str:
    """The article's title, or of one that is too long a part that says enough.

    Where the title is only its share line's, what else it says of itself, if anything.
    """
    title = one_line(article.title)
    if article.title_is_borrowed:
        return next(iter(_by_length(chain(_points(article), _headings(article), _sentences(article)))), title)
    parts = [] if graphemes(title) <= SUBJECT else list(_parts(title))
    return max(parts, key=graphemes, default=title)


def key_point(articles: Iterable[Article], tag: str) -> str:
    """The first key point in the language `tag` that stands alone and that inboxes show whole; or nothing."""
    return next((text for article in _in(tag, articles) for text in _points(article) if _is_shown(text)), "")


def alternatives(subject: str, articles: Iterable[Article], tag: str, counted: Iterable[str] = ()) -> tuple[str, ...]:
    """Up to three subjects that differ from `subject` and from each other.

    Args:
        subject: As it is sent.
        tag: The edition's language; an article in another lends nothing.
        counted: What may be said where the articles hold no more, such as a title with the number of its key points.
    """
    own = _in(tag, articles)
    by_kind = (_each(own, kind) for kind in (_points, _titles, _headings))
    stressed = _in_turn([[text for text in texts if not _same(text, subject)] for texts in by_kind])
    chosen = _different(_by_length(stressed), subject, ())
    if len(chosen) < OFFERED:
        chosen += [text for text in counted if not _same(text, subject)]
    if len(chosen) < OFFERED:
        chosen += _different([*_each(own, _sentences), *_each(own, _labels)], subject, chosen)
    return tuple(chosen[:OFFERED])


def _in(tag: str, articles: Iterable[Article]) -> list[Article]:
    return [one for one in articles if not is_known(one.language) or primary(one.language) == primary(tag)]


def _different(texts: Iterable[str], subject: str, chosen: Collection[str]) -> list[str]:
    """The first three of `texts` that say something else than `subject`, than `chosen`, and than each other."""
    found: list[str] = []
    for text in texts:
        if not any(alike(text, other) or _same(text, other) for other in (subject, *chosen, *found)):
            found.append(text)
        if len(found) == OFFERED:
            break
    return found


def _titles(article: Article) -> Iterator[str]:
    """Its title, where it is its own and fits, else its parts."""
    title = one_line(article.title)
    if title and not article.title_is_borrowed and may_be_told(title, article):
        yield from [title] if graphemes(title) <= SUBJECT else _parts(title)


def _parts(title: str) -> Iterator[str]:
    """The parts of a long title that may be its subject: `Bread: a history of patience` has two."""
    for part in _JOINT.split(title):
        if len(part.split()) >= _WORDS and graphemes(part) <= SUBJECT:
            yield part[:1].upper() + part[1:]


def _points(article: Article) -> Iterator[str]:
    """What its key points say in one sentence; of an article that may only be quoted, none."""
    for point in article.key_points if article.rights != "quote" else ():
        if point.kind in COUNTED and point.origin != "suggested" and voices.of(article, point) is None:
            standing = stand_alone(one_line(point.text), article.language)
            versions = shorten.shorter(standing.text, article.language) if isinstance(standing, Standing) else ()
            told = [text for text in map(_bare, versions) if _is_thought(text) and _may_stand(text, article)]
            yield from [text for text in told if _is_shown(text)][:1] or told[-1:]


def _headings(article: Article) -> Iterator[str]:
    """Headings that say something by themselves: of some words, or about what the title is about."""
    for heading in _all_headings(article):
        if _is_thought(heading) or (not article.title_is_borrowed and related(heading, article.title)):
            yield heading


def _labels(article: Article) -> Iterator[str]:
    """The other headings of more than a word."""
    said = set(_headings(article))
    yield from (heading for heading in _all_headings(article) if heading not in said)


def _all_headings(article: Article) -> Iterator[str]:
    patterns, spoken = patterns_of(article.language), turns.of(article)
    for section in article.sections if article.rights != "quote" else ():
        if section.heading in spoken:
            continue
        heading = _bare(_NUMBER.sub("", one_line(section.heading or "")))
        only_joins = patterns is not None and patterns.connective.fullmatch(f"{heading}:")  # "To conclude"
        has_words = " " in heading or len(_BLANKLESS.findall(heading)) > 1
        if has_words and not only_joins and _may_stand(heading, article):
            yield heading


def _sentences(article: Article) -> list[str]:
    """The author's own description; sentences that stand alone and are about what the title is about; then others."""
    if article.rights == "quote":
        return []
    whole = chain(article.lead, *(section.blocks for section in article.sections))
    spoken = turns.of(article)
    own = (block for block in whole if block.kind == "paragraph" and block.text not in spoken)
    blocks = list(islice(own, _MOST_PARAGRAPHS))
    inside = [text for block in blocks for text in _inside(block.text, article.language)]
    begun = [passage.sentences[0] for _, passage in passages(blocks, article, [article.title])]
    about = [text for text in (*begun, *inside) if related(text, article.title)]
    others = [text for text in begun if text not in about]
    said = [_bare(one_line(article.summary or "")), *_by_length(map(_bare, about)), *_by_length(map(_bare, others))]
    # A figure of the running text needs its source beside it; of what the author stressed we trust that it does not.
    may_stand = (text for text in said if _is_thought(text) and _may_stand(text, article))
    return [text for text in may_stand if not re.search(r"\d|%", text)]


def _inside(paragraph: str, tag: str) -> Iterator[str]:
    """Sentences after the first of a paragraph that take nothing back, that no other limits, and that cite nobody."""
    patterns = patterns_of(tag)
    sentences = languages.sentences(paragraph, tag, _MOST_SENTENCES) if patterns else []
    for sentence, following in pairwise([*sentences[1:], ""]):
        limited = bool(following) and limits(following, tag)
        opposes = patterns is None or patterns.contrast.match(sentence) or is_belief(sentence, tag)
        if not limited and not opposes and sentence[-1] == "." and without_citations(sentence) == sentence:
            yield sentence


def _is_thought(text: str) -> bool:
    """Whether it has enough words to say something by itself."""
    return len(text.split()) >= _WORDS or len(_BLANKLESS.findall(text)) >= _SIGNS


def _may_stand(text: str, article: Article) -> bool:
    """Whether it is one whole sentence that stands as it is, fits, does not shout, and names nobody it may not."""
    alone = stand_alone(text, article.language)
    return (
        any(char.isalpha() for char in text)
        and isinstance(alone, Standing)
        and alone.text == text  # nothing to repair
        and len(languages.sentences(text, article.language, 2)) == 1
        and graphemes(text) <= SUBJECT
        and not text.endswith((":", "…", ","))
        and not text.isupper()
        and may_be_told(text, article)
    )


def _bare(text: str) -> str:
    """`text` as a subject ends: without the full stop of a sentence."""
    return text[:-1] if re.search(r"[^.\s][.。]$", text) else text


def _is_shown(text: str) -> bool:
    return graphemes(text) <= SHOWN


def _by_length(texts: Iterable[str]) -> list[str]:
    """Those that inboxes show whole first, else in their order."""
    return sorted(texts, key=lambda text: not _is_shown(text))


def _each(articles: Iterable[Article], kind: Callable[[Article], Iterable[str]]) -> list[str]:
    return _in_turn([list(kind(article)) for article in articles])


def _in_turn(lists: Sequence[Iterable[str]]) -> list[str]:
    """The first of each, then the second of each, and so on."""
    return [text for texts in zip_longest(*lists) for text in texts if text]


def _same(one: str, other: str) -> bool:
    return one.casefold().rstrip(" .!?…") == other.casefold().rstrip(" .!?…")
