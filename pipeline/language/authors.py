"""Who wrote an article, and where it is they who say “I” in it. Pure, and rather nobody than a wrong one.

A byline names whoever made an article: in an interview others answer, and a letter in it is its writer's. So only how it
begins and how it ends are theirs, and only where nothing says that somebody else speaks there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.language import speech
from pipeline.language.people import named_people, names_changed
from pipeline.language.phrases import patterns_of
from pipeline.model import Article, Block

_LOOKED_AT = 400  # blocks of an article; of a longer one nobody knows who speaks in it
_LONGEST = 5_000  # characters of a paragraph that is looked through
_SHORT = 200  # characters of a line that may say who was asked
_EDGE = 5  # blocks at the beginning and at the end of an article among which such a line stands
_SPOKEN = 3  # words in quotation marks; more are what somebody said

_NAME = re.compile(
    r"(?:(?:Dr|Drs|Prof|Mr|Mrs|Ms|Ir|Ing|Mag)\.? )*[A-ZÀ-Þ][\w’'.-]*"
    r"(?: (?:van|de|der|den|von|zu|la|le|du|ter|ten|di|da|del|el|bin|d['’]\w+|[A-ZÀ-Þ][\w’'.-]*)){0,5}"
)
_JOINED = re.compile(r"\s*[,;&/]\s*(?:(?:and|en|und|et|y|e) )?|\s+(?:and|en|und|et|y|e)\s+")
# Behind a name: a degree, or in small letters what its bearer is ("staff writer").
_ROLE = re.compile(r"(?:[A-Z][a-z]{0,2}\.?){2,4}|[JS]r\.?|[a-zà-ÿ].*")
_NOBODY = re.compile(
    r"\b(?:reda[ckz]\w*|rédac\w*|editor\w*|éditeurs?|team|staff|admin\w*|webmaster|guests?|gast\w*|invité\w*|invitad\w*|ospite|anon\w*"
    r"|newsroom|desk|press|office|bureau|blog\w*|magazine|news|nieuws|school|schule|école|escuela|scuola|universi\w*|hospital|ziekenhuis|klini\w*|clini\w*"
    r"|praktijk|praxis|stichting|foundation|verein|association|partners|gmbh|ltd|inc|bv|agency|authors?|auteurs?|autor\w*|autrice|unknown|onbekend)\b",
    re.IGNORECASE,
)
# Lines by which an article, in whatever language, says that it tells what somebody was asked or told another.
_ASKED = re.compile(
    r"\b(?:interview\w*|vraaggesprek|in gesprek met|gesprek met|opgetekend|verteld aan|im gespräch|gespräch mit|aufgezeichnet|protokoll\w*"
    r"|entretien|propos recueillis|conversation avec|entrevista\w*|conversación con|recogid[oa] por|intervista\w*|conversazione con|raccolt[oa] da"
    r"|as told to|in conversation with|q ?& ?a)\b",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ][\w’'-]+)*(?: \(\d\d\)|, \d\d\b)")  # Ana (34): of whom it tells
_SALUTED = re.compile(
    r"(?:(?:dear|lieve|beste|geachte|sehr geehrte[rs]?|chère?s?|querid[oa]s?|estimad[oa]s?|gentile)(?: [\w’.-]+){1,5}"
    r"|(?:hi|hello|hallo|hoi|dag|liebe[rs]?|car[oaie]|bonjour|hola|ciao) (?-i:[A-ZÀ-Þ])[\w’.-]*(?: [\w’.-]+){0,3})\s?[,!:]",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"[—–-]\s*{_NAME.pattern}[^.!?]{{0,40}}")
_LABEL = re.compile(r"(?P<who>[A-ZÀ-Þ][\w’.-]*(?: [A-ZÀ-Þ][\w’.-]*){0,2})\s?: ")
_EMPHASISED = re.compile(r"<(em|i|strong|b)>(?:(?!</\1>).)*</\1>", re.DOTALL)


def named(byline: str | None) -> tuple[str, ...]:
    """The people whom a byline names; none where one of them may be no person, or where names cannot be told apart."""
    parts = [part.strip() for part in _JOINED.split(" ".join((byline or "").split()))]
    names = [part for place, part in enumerate(parts) if not (place and _ROLE.fullmatch(part))]
    if any(not _NAME.fullmatch(name) or _NOBODY.search(name) for name in names):
        return ()
    several = len(names) > 1
    whole = [len(name.split()) > 1 for name in (names if several and re.search(r"[,;/]", byline or "") else names[-1:])]
    return tuple(names) if not several or all(whole) else ()


def of_themselves(text: str, article: Article) -> bool:
    """Whether in `text` the article's authors speak of themselves: one says “I”, several say “we” and none says “I”."""
    patterns, names = patterns_of(article.language), named(article.byline)
    if patterns is None or not names:
        return False
    told = speech.without_passages(text)
    alone = bool(patterns.personal.search(told))
    return alone if len(names) == 1 else bool(patterns.plural.search(told)) and not alone


def speak_at(article: Article) -> tuple[int, ...]:
    """Places among all blocks where it is the authors who speak of themselves: the beginning, and perhaps the end.

    None where names were changed: theirs may be too.
    """
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    begins = next((place for place, block in enumerate(blocks) if block.kind != "image"), None)
    if begins is None or len(blocks) > _LOOKED_AT or names_changed(article) or _is_told_by_others(blocks, article):
        return ()
    heading = next(part.heading for part in (article.part(None), *article.sections) if part.blocks)
    if not _is_own(blocks[begins], article) or _asks(heading or ""):
        return ()
    end = len(blocks) - 1
    ends = end > begins and _is_own(blocks[end], article) and not any(_others(blocks, article))
    return (begins, end) if ends else (begins,)


def hears_others(text: str, most: int) -> bool:
    """Whether in the first `most` characters of a paragraph somebody's own words begin."""
    spoken = (one for one in speech.passages(text[: most + 1000]) if len(one.split()) > _SPOKEN)
    return any(text.find(one) < most for one in spoken)


def _is_own(block: Block, article: Article) -> bool:
    """Whether a block is a paragraph of the authors about themselves: no letter, and not set apart as another's."""
    if block.kind != "paragraph" or len(block.text) > _LONGEST:
        return False
    apart = _EMPHASISED.fullmatch(block.html.strip()) or _SALUTED.match(block.text) or _SIGNED.fullmatch(block.text)
    return not apart and of_themselves(block.text, article)


def _is_told_by_others(blocks: Sequence[Block], article: Article) -> bool:
    """Whether a line says that somebody was asked, another signs, or the title gives somebody's own words."""
    near = [block.text for block in (*blocks[:_EDGE], *blocks[-_EDGE:]) if block.kind == "paragraph"]
    texts = [
        article.title,
        article.summary or "",
        article.byline or "",
        *(section.heading or "" for section in article.sections),
        *near,
    ]
    asked = any(len(text) <= _SHORT and _ASKED.search(text) for text in texts)
    if asked or any(map(_AGED.search, texts[:2])):
        return True
    ours = _words(article.byline or "")
    signed = any(_SIGNED.fullmatch(text) and ours.isdisjoint(_words(text)) for text in near)
    return signed or any(of_themselves(one, article) for one in speech.passages(article.title))


def _others(blocks: Sequence[Block], article: Article) -> Iterator[bool]:
    """Each sign that in some paragraphs of the article others speak."""
    yield bool(named_people(article))  # who has an age or speaks may well go on
    labels = [label["who"] for block in blocks if (label := _LABEL.match(block.text))]
    yield len(labels) > len(set(labels))
    yield any(_SALUTED.match(block.text) or _SIGNED.fullmatch(block.text.strip()) for block in blocks)
    yield any(
        one.text.rstrip().endswith(":") and other.kind == "paragraph"
        for one, other in pairwise(blocks)
        if one.kind == "paragraph"
    )
    lines = [*(section.heading or "" for section in article.sections), *(block.text for block in blocks)]
    yield sum(_asks(line) and not of_themselves(line, article) for line in lines) > 1


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text))


def _asks(line: str) -> bool:
    """Whether a short line is a question, as an interview has them."""
    return len(line) <= _SHORT and line.rstrip(' *_”»"').endswith("?")
