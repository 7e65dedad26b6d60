"""What of an article announces it in a post: how it begins, what it comes to, what it says of itself. Pure.

Every sentence is the author's, as written; `passages.py` tells which may be taken out of their place. Where its authors
tell of themselves, which a brand cannot say, it is a quote with their name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from pipeline.compose import words
from pipeline.compose.passages import Passage, announcing, different, passages
from pipeline.language import authors
from pipeline.language.claims import claims, heals, is_grave
from pipeline.language.people import named_people, reports
from pipeline.language.standing import defines, stems
from pipeline.model import Article, Block

_LOOKED_AT = 100  # paragraphs of an article
_BEGINNING = 3  # paragraphs of the lead: what stands deeper is no beginning
_ROOM = 200  # characters that the tightest network has room for, beside link and hashtag
_COMMON = 3  # words of substance that an end without the title's has in common with what is told
_CONCLUDES = re.compile(
    r"\W*(?:conclusi\w*|tot slot|slot(?:woord)?|samengevat|samenvattend|kortom|ten slotte"
    r"|in (?:short|conclusion|the end)|wrapping up|to sum up|the bottom line|(?:some )?final (?:thoughts?|words?)"
    r"|fazit|zum schluss|schluss(?:wort)?|en (?:conclusion|bref|resumen|conclusión)|pour (?:conclure|finir)"
    r"|para (?:terminar|concluir)|in (?:sintesi|conclusione)|per (?:concludere|finire))\b",
    re.IGNORECASE,
)


def passages_of(article: Article, told: Sequence[str]) -> tuple[Passage, ...]:
    """Passages that announce `article`, the best first; none of them is told beside another.

    One that claims something about health might hold it, so it is taken only where there is no other, not even a quote.

    Args:
        told: What is said elsewhere, the title first.
    """
    lead = [block for block in _opening(article) if block.kind == "paragraph"]
    body = islice(chain.from_iterable(section.blocks for section in article.sections), _LOOKED_AT)
    own = (Passage((sentence,)) for sentence in announcing((*lead[:_LOOKED_AT], *body), article))
    begun = list(_whole(passages(lead[:_BEGINNING], article, told, inside=False)))
    found = list(different([*begun[:1], *_ended(article, told), *islice(own, 1), *begun[1:]]))
    clean = [one for one in found if not any(claims(one.text, article.language))]
    theirs = [one for one in clean if authors.of_themselves(one.text, article)]  # the “we” of several who are named
    quoted = list(_quoted(article, told)) if theirs or not clean else []
    return tuple([one for one in clean if not quoted or one not in theirs] or quoted or found)


def _opening(article: Article) -> Sequence[Block]:
    """The lead; of an article without lead and headings its first section, which is where a reader begins."""
    headed = any(section.heading for section in article.sections)
    return article.lead or (() if headed or not article.sections else article.sections[0].blocks)


def best_of(article: Article, told: Sequence[str]) -> Passage | None:
    """The passage that says best what `article` is about, where it has no title to speak of; None where none does.

    Args:
        told: The key points; what it says must be about one of them, and no key point of its section's.
    """
    whole = " ".join(told)
    pointed = _pointed(article)
    free = (section.blocks for place, section in enumerate(article.sections) if place not in pointed)
    parts = _first([article.lead, *free], _LOOKED_AT)
    found = (one for part in parts for one in _whole(passages(part, article, [whole, *told])) if not one.sourced)
    about = [one for one in found if stems(one.sentences[0]) & stems(whole) and not heals(one.text, article.language)]
    return min(about, key=lambda one: _rank(one, whole), default=None)


def _ended(article: Article, told: Sequence[str]) -> Iterator[Passage]:
    """How a paragraph of the last section begins, where that concludes the article and no key point comes from it."""
    if _concludes(article):
        found = _whole(passages(article.sections[-1].blocks[-_LOOKED_AT:], article, told, inside=False))
        yield from islice((one for one in found if not one.sourced and _is_about(one, told)), 1)


def _concludes(article: Article) -> bool:
    """Whether the last section concludes the article, and no key point comes from it."""
    if not article.sections or len(article.sections) - 1 in _pointed(article):
        return False
    heading = article.sections[-1].heading
    return not heading or bool(_CONCLUDES.match(heading))


def _is_about(passage: Passage, told: Sequence[str]) -> bool:
    begun = stems(passage.sentences[0])
    return bool(begun & stems(told[0])) or len(begun & stems(" ".join(told))) >= _COMMON


def _quoted(article: Article, told: Sequence[str]) -> Iterator[Passage]:
    """How the article begins, and what it comes to, where its authors tell of themselves: quoted, with their name."""
    blocks = [*article.lead, *chain.from_iterable(section.blocks for section in article.sections)]
    places = authors.speak_at(article)
    for place in places:
        before, ends = blocks[max(place - _LOOKED_AT, 0) : place + 1], place != places[0]
        found = passages(before, article, told, inside=False, quoted=True)
        for one in _whole(pair for pair in found if pair[0] == len(before) - 1):
            # Where only the second sentence is of themselves, the first alone would be nobody's story.
            whole = one if authors.of_themselves(one.sentences[0], article) else one.joined(2)
            concludes = not ends or (_concludes(article) and _is_about(whole, told))
            if concludes and _may_be_quoted(whole, blocks[place].text, article):
                yield _in_marks(whole, article)


def _may_be_quoted(passage: Passage, paragraph: str, article: Article) -> bool:
    """Whether the authors say `passage`, with no marker left out, and it is not grave, or of health or others."""
    if (
        not authors.of_themselves(passage.sentences[0], article)
        or passage.sourced
        or is_grave(passage.text, article.language)
    ):
        return False
    named = named_people(article).intersection(re.findall(r"\w+", passage.text))
    claimed = any(claims(passage.text, article.language))
    return not (named or claimed or authors.hears_others(paragraph, len(passage.text)))


def _in_marks(passage: Passage, article: Article) -> Passage:
    table = words.load(article.language)
    sentences = tuple(words.inside(one, table) for one in passage.sentences)
    return replace(passage, sentences=sentences, marks=words.marks(table, article.byline or ""))


def _whole(found: Iterable[tuple[int, Passage]]) -> Iterator[Passage]:
    """Those of `found` that say something whole, as far as they must be told for that.

    What something is, as a dictionary says it, makes nobody stop; what somebody says is often what the article answers;
    and of sentences that begin alike the first is half.
    """
    for _, one in found:
        first = one.sentences[0]
        half = defines(first) or reports(first) or _begin_alike(one.sentences[:2])
        if not half:
            yield one
        elif len(one.sentences) > 1:
            yield one.joined(2)


def _begin_alike(sentences: Sequence[str]) -> bool:
    return len(sentences) > 1 and len({sentence.split()[0] for sentence in sentences}) == 1


def _first(parts: Iterable[Sequence[Block]], most: int) -> Iterator[Sequence[Block]]:
    """The first `parts`, as far as they have so many blocks together."""
    for part in parts:
        if most <= 0:
            return
        yield part[:most]
        most -= len(part)


def _pointed(article: Article) -> set[int | None]:
    """The sections that key points come from: what those come from is told with them. A suggestion is not told yet."""
    return {point.section for point in article.key_points if point.origin != "suggested"}


def _rank(passage: Passage, told: str) -> tuple[bool, int]:
    """Those that every network has room for first, of them those that have most in common with what is `told`."""
    return len(passage.sentences[0]) > _ROOM, -len(stems(passage.sentences[0]) & stems(told))
