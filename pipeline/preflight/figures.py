"""Key points with a figure, and what their article says beside it that goes unsaid where they are told alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.language import citations, claims, covering, research
from pipeline.language.letters import letters
from pipeline.model import Article, Block, Finding, KeyPoint
from pipeline.preflight.claims import is_linked, shown
from pipeline.preflight.studies import sentences_of

_REMEDY = "Tell that too, or leave the figure out; or read it once more and say so: approve ID --claims-read."
_SOURCE = "Name the study beside it, as (Author, 2020) with its reference, or in words."
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_NAME = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ]\w{2,}")


def told(article: Article, point: KeyPoint, text: str, place: str, *, health: bool) -> Iterator[Finding]:
    """What `text`, which tells `point` with its figure, leaves out: its limits, and the study that it is of."""
    tag = article.language
    figure = claims.figure(point.text, tag, of_people=False)
    if not figure or letters(figure) not in letters(text):
        return
    beside = _beside(covering.leading(article, point), figure)
    what = f"“{shown(point.text)}” gives a figure ({figure})"
    if limit := _limit(beside, text, article):
        message = f"{what}, and not what its article says beside it: “{shown(limit)}”"
        yield Finding("claim-figure", "warning", place, message, _REMEDY)
    if not claims.figure(point.text, tag) and (study := _unnamed(beside, text, article)):
        message = f"{what}, and not the study that it is of: “{shown(study)}”"
        yield Finding("claim-figure", "warning" if health else "note", place, message, _SOURCE)


def _beside(blocks: Sequence[Block], figure: str) -> Sequence[Block]:
    """Those of `blocks` that give the figure; all of them where none does."""
    number = _NUMBER.search(figure)
    given = re.compile(rf"(?<!\d){re.escape(number[0] if number else figure)}(?!\d)", re.IGNORECASE)
    return [block for block in blocks if given.search(block.text)] or blocks


def _limit(beside: Sequence[Block], text: str, article: Article) -> str:
    """The first sentence that says how little the figure holds for, where `text` has neither it nor its like."""
    tag, heard = article.language, letters(text)
    if research.is_limited(text, tag):
        return ""
    said = (one for one in sentences_of(beside, tag) if research.is_limited(one, tag))
    return next((one for one in said if letters(one) not in heard), "")


def _unnamed(beside: Sequence[Block], text: str, article: Article) -> str:
    """The sentence by which the article names the study of a figure, where `text` names none and it gives no source."""
    tag, listed = article.language, [name for one in article.references if (name := citations.name_of(one))]
    if research.names_source(text, tag) or citations.references(text) or any(name in text for name in listed):
        return ""
    said = [one for one in sentences_of(beside, tag) if research.names_research(one, tag)]
    sourced = any(map(is_linked, beside)) or any(citations.references(one) or citations.numbers(one) for one in said)
    named = {name for one in said for name in _NAME.findall(one)} if not tag.startswith("de") else set[str]()
    return "" if sourced or named & set(re.findall(r"\w+", text)) else next(iter(said), "")
