"""A post's words -> what shows that they were cut: a colon that nothing follows, a bracket or a quotation left open."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.language import quotations
from pipeline.preflight.wording import flat, without_links

_SHOWN = 40  # characters of what stands before the break
_LABEL = 6  # words; "Read on:" and its like belong to the link behind them
_TAGS = re.compile(r"(?:[#＃]\w+)+")
_SMILEY = re.compile(r"[:;=]['’]?-?[()\[\]]")
_CUT = tuple("([{,:：„–—-")  # not “ and «, which end a German quotation
_BIO = re.compile(r"\b(?:bio|biograf[ií]a|profil\w*)\b", re.IGNORECASE)  # where Instagram has its link
_BRACKETS = {"(": ")", "[": "]"}


def breaks(text: str) -> str:
    """Where `text`, all of a post or thread, breaks off, in words for a message; nothing where it is whole."""
    bare = _SMILEY.sub(" ", _without_tags(text))
    if (words := bare.rstrip()).endswith(_CUT):
        return f"it ends with “{_end(words)}”"
    paragraphs = [one.strip() for one in re.split(r"\n\s*\n", bare)]
    for paragraph, following in pairwise(paragraphs):
        announces = paragraph.endswith((":", "：")) and len(paragraph.splitlines()[-1].split()) > _LABEL
        if announces and _is_way_on(following):
            return f"nothing follows on “{_end(paragraph)}”"
    words = without_links(bare)
    at = _open_bracket(words)
    if at is None:
        at = quotations.left_open(words)
    return "" if at is None else f"this is never closed: “{flat(words[at : at + _SHOWN])}…”"


def _without_tags(text: str) -> str:
    """`text` without the hashtags that it ends with."""
    words = list(re.finditer(r"\S+", text))
    while words and _TAGS.fullmatch(words[-1][0]):
        words.pop()
    return text[: words[-1].end()] if words else ""


def _end(words: str) -> str:
    return flat(words[-_SHOWN:].partition(" ")[2] if len(words) > _SHOWN else words)


def _is_way_on(paragraph: str) -> bool:
    """Whether a paragraph only says where to read on: "Read on: https://…", "The link is in our bio."."""
    words = flat(without_links(paragraph))
    linked = words != flat(paragraph)
    return 0 < len(words.split()) <= _LABEL and (linked or bool(_BIO.search(words)))


def _open_bracket(words: str) -> int | None:
    """Where the first bracket stands that its paragraph does not close."""
    start = 0
    for line in words.splitlines(keepends=True):
        waiting: list[tuple[str, int]] = []
        for at, sign in enumerate(line, start):
            if sign in _BRACKETS:
                waiting.append((_BRACKETS[sign], at))
            elif waiting and sign == waiting[-1][0]:
                waiting.pop()
        if waiting:
            return waiting[0][1]
        start += len(line)
    return None
