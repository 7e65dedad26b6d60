"""Notices: what an article says of itself (names changed, no advice, whom to ask, who paid), wherever it stands. Pure.

Towards the end of an article a paragraph with a sentence of that kind is a notice. Above that only one that is nothing
else is, since a story may well tell of doctors and advice; or one that its author set apart, in italics or by a label.
"""

from __future__ import annotations

import re

from pipeline import language as languages
from pipeline.ingest.elements import Element, Heading
from pipeline.ingest.notice_words import (
    ADDRESSED,
    DISCLOSES,
    GOES_WITH,
    HINTS,
    LABEL,
    LIMITS,
    NAMED,
    REQUESTS,
    SENDING_HINTS,
    SENDS,
    SPEAKS_OF_ITSELF,
    STORY,
)
from pipeline.language.renamed import says_renamed
from pipeline.model import Block

_KINDS = {"paragraph", "quote", "list"}
_LONGEST = 900  # characters: what is longer says more than a notice
_DIETITIANS = ("diet", "diët", "diét", "ernähr", "nutrition")
_SHORT = 400  # characters: what is set apart and no longer is one notice, whatever its sentences


def is_notice(paragraph: str) -> bool:
    """Whether a paragraph limits what its article may be taken for: names changed, no advice. It may say more."""
    if not _holds(paragraph, HINTS):
        return False
    if LIMITS.search(paragraph):
        return True
    sentences = _sentences(paragraph)
    ours = [one for one in sentences if _counts(one) or _goes_with(one)]
    return any(map(_counts, ours)) and len(ours) * 2 >= len(sentences)


def sends_away(paragraph: str) -> bool:
    """Whether a short paragraph does nothing but ask its reader to see a doctor first, as many last lines do."""
    if len(paragraph) > _SHORT or not _holds(paragraph, (*SENDING_HINTS, *_DIETITIANS)):
        return False
    sentences = _sentences(paragraph)
    asking = [bool(REQUESTS.search(one) and ADDRESSED.search(one) and not STORY.search(one)) for one in sentences]
    return any(asking) and all(asked or _goes_with(one) for asked, one in zip(asking, sentences, strict=True))


def is_all_notice(element: Element, *, first: bool = False) -> bool:
    """Whether an element is nothing but a notice: in each of its sentences, or because its author set it apart as one.

    What only sends to a doctor may be the article's own advice: that is a notice beside one that counts, or where it is
    set apart, in italics or by a word such as "Note:".

    Args:
        first: Whether no paragraph of the article stands above it.
    """
    if isinstance(element, Heading):
        return not element.sure and says_renamed(_bare(element.text))
    if not isinstance(element, Block) or element.kind not in _KINDS or len(element.text) > _LONGEST:
        return False
    if not element.items and _is_set_apart(element, first=first):
        return True
    lines = [item.text for item in element.items] or [element.text]
    if not any(_holds(line, (*HINTS, *SENDING_HINTS)) for line in lines):
        return False
    sentences = [one for line in lines for one in _sentences(line)]
    if not all(_counts(one) or _goes_with(one) for one in sentences):
        return False
    apart = _is_labelled(element.text) or (_is_italic(element) and all(map(_sends_reader, sentences)))
    return apart or any(map(_counts, sentences))


def _is_set_apart(element: Block, *, first: bool) -> bool:
    """Whether italics, brackets or a label make a short paragraph a notice as a whole, whatever stands beside it.

    That is: it says that names were changed; its label says that it is a notice; or it stands first, or in italics,
    and labels what its author discloses. A label and italics above all other paragraphs are enough.
    """
    text = element.text
    labelled, italic = _is_labelled(text), _is_italic(element)
    if len(text) > _SHORT or not (labelled or italic or _is_bracketed(text)):
        return False
    if NAMED.match(text) or (labelled and italic and first):
        return True
    return says_renamed(_bare(text)) or (labelled and (first or italic) and bool(DISCLOSES.search(text)))


def _counts(sentence: str) -> bool:
    """Whether a sentence is a notice by itself."""
    return says_renamed(sentence) or bool(SPEAKS_OF_ITSELF.search(sentence) and not STORY.search(sentence))


def _goes_with(sentence: str) -> bool:
    """Whether a sentence belongs to a notice beside it."""
    return bool(SENDS.search(sentence) or GOES_WITH.search(sentence)) and not STORY.search(sentence)


def _sends_reader(sentence: str) -> bool:
    return bool(SENDS.search(sentence) and ADDRESSED.search(sentence))


def _sentences(text: str) -> list[str]:
    bare = _bare(text)
    return languages.sentences(bare, languages.detect(bare)) or [bare]


def _bare(text: str) -> str:
    """`text` without the mark or label that it may begin with, nor brackets around it."""
    bare = text.strip()
    if _is_bracketed(bare):
        bare = bare[1:-1]
    return bare[LABEL.match(bare).end() :] or bare  # type: ignore[union-attr]


def _holds(text: str, hints: tuple[str, ...]) -> bool:
    lowered = text.casefold()
    return any(map(lowered.__contains__, hints))


def _is_labelled(text: str) -> bool:
    """Whether a word such as "Note:" says what it is."""
    return len(_bare(text)) < len(text.strip("()[] \n"))


def _is_bracketed(text: str) -> bool:
    return text.startswith(("(", "[")) and text.endswith((")", "]"))


def _is_italic(element: Block) -> bool:
    """Whether a whole paragraph is in italics."""
    return bool(re.fullmatch(r"<em>.*</em>", element.html)) and element.html.count("<em>") == 1
