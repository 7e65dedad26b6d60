"""Paragraphs of a PDF -> title, headings, text, notes, and what only decorates or advertises. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.ingest import boilerplate, bylines, callouts, labels, printed, repair
from pipeline.ingest.pdf.lines import Line
from pipeline.ingest.pdf.paragraphs import Paragraph, Setting, is_body
from pipeline.ingest.text import MOST_HEADING_WORDS, is_quotation
from pipeline.model import Dropped

_LARGE = 1.12  # times the body's size: from here on letters want to be seen
_TITLE = 1.25
_LONG_TITLE = 30  # words
_SMALL = 0.92
_NEAR = 40  # paragraphs: a pull quote stands near what it repeats
_BOX = 100  # characters: an advertisement has more
_KICKER_WORDS = 6
_NOTE = re.compile(r"\[?\d{1,3}[\]).]?\s*(?=[^\W\d])|[*†‡]\s?(?=\w)")


@dataclass
class Roles:
    """What paragraphs are.

    Attributes:
        title: The article's own title as it is printed, or None.
        body: The article's paragraphs in order, with the level of those that are headings.
        notes: Footnotes.
    """

    title: str | None = None
    body: list[tuple[Paragraph, int | None]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)


def roles_of(paragraphs: Sequence[Paragraph], setting: Setting, stated: str, pictures: Sequence[int]) -> Roles:
    """What each paragraph is.

    Args:
        stated: The title that the file states, or nothing.
        pictures: How many there are on each page.
    """
    roles = Roles()
    left = _without_pull_quotes(paragraphs, setting, roles)
    titles = _titles(left, setting, stated)
    if titles:
        roles.title = " ".join(left[at].text for at in titles)
        left = _without_title(_below_kickers(left, titles, roles), roles)
    left = _without_boxes(left, setting, roles)
    left = _without_small_print(left, setting, pictures, roles)
    levels = _levels(left, setting)
    for at, paragraph in enumerate(left):
        level = levels.get((round(paragraph.size), paragraph.bold)) if _heads(left, at, setting) else None
        roles.body.append((paragraph, level))
    return roles


def _is_short(paragraph: Paragraph) -> bool:
    text = paragraph.text
    words = len(text.split())
    return words <= MOST_HEADING_WORDS and len(text) <= 110 and any(map(str.isalpha, text)) and text[-1] not in ".,;:…"


def _shows(paragraph: Paragraph, setting: Setting) -> bool:
    """Whether its type sets it off as a heading is: larger, bold, in capitals, or in another font."""
    heavier = paragraph.bold and not setting.bold and paragraph.size > 0.85 * setting.size
    other = paragraph.first.family != setting.family and paragraph.size > 0.95 * setting.size
    capitals = paragraph.text.isupper() and len(paragraph.text) > 3 and paragraph.size > 0.85 * setting.size
    return paragraph.size >= _LARGE * setting.size or heavier or other or capitals


def _heads(paragraphs: Sequence[Paragraph], at: int, setting: Setting) -> bool:
    """Whether a paragraph is a heading: short, set off, and followed by text of another kind."""
    paragraph = paragraphs[at]
    if paragraph.kind.startswith("h") or paragraph.kind in {"li", "row", "note", "quote"}:
        return paragraph.kind.startswith("h")
    if not _is_short(paragraph) or not _shows(paragraph, setting) or callouts.bulb(paragraph.text) is not None:
        return False
    if repair.BULLET.match(paragraph.text) or paragraph.text[:1].islower() or is_quotation(paragraph.text):
        return False
    return any(not _is_short(other) or is_body(other, setting) for other in paragraphs[at + 1 : at + 4])


def _levels(paragraphs: Sequence[Paragraph], setting: Setting) -> dict[tuple[int, bool], int]:
    """Each style of headings with its level, the largest first."""
    heads = [paragraph for at, paragraph in enumerate(paragraphs) if _heads(paragraphs, at, setting)]
    styles = sorted({(round(one.size), one.bold) for one in heads}, reverse=True)
    return {style: min(2 + rank, 6) for rank, style in enumerate(styles)}


def _said(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _titles(paragraphs: Sequence[Paragraph], setting: Setting, stated: str) -> list[int]:
    """Places of the title's paragraphs: the largest on the first pages, or the one that the file states."""
    large = [
        at
        for at, paragraph in enumerate(paragraphs)
        if paragraph.first.page < 2
        and paragraph.size >= _TITLE * setting.size
        and len(paragraph.text.split()) <= (_LONG_TITLE if not printed.ended(paragraph.text) else MOST_HEADING_WORDS)
        and sum(map(str.isalpha, paragraph.text)) > 2
    ]
    if not large:
        return []
    named = [at for at in large if stated and _said(paragraphs[at].text) in _said(stated)]
    most = max(paragraphs[at].size for at in large)
    first = named[0] if named else next(at for at in large if paragraphs[at].size > 0.95 * most)
    others = [at for at in large if at > first and len(paragraphs[at].text.split()) > 2]
    if not named and len(paragraphs[first].text.split()) == 1 and first == 0 and others:
        # One huge word on top is the magazine's name, where a title stands below it.
        first = max(others, key=lambda at: paragraphs[at].size)
    end = first + 1
    while end in large and abs(paragraphs[end].size - paragraphs[first].size) < 0.5 and end - first < 4:
        end += 1
    return list(range(first, end))


def _below_kickers(paragraphs: Sequence[Paragraph], titles: Sequence[int], roles: Roles) -> list[Paragraph]:
    """The paragraphs without the title, and without the few words that stand above it where text stands below."""
    below = len(paragraphs) > titles[-1] + 1
    kept = []
    for at, paragraph in enumerate(paragraphs):
        about = bylines.read(paragraph.text)
        short = len(paragraph.text.split()) <= _KICKER_WORDS and not printed.ended(paragraph.text)
        above = at < titles[0] and paragraph.first.page == paragraphs[titles[0]].first.page
        if below and above and short and not about:
            roles.dropped.append(Dropped(paragraph.text, "a few words above the title"))
        elif at not in titles:
            kept.append(paragraph)
    return kept


def _without_title(paragraphs: Sequence[Paragraph], roles: Roles) -> list[Paragraph]:
    """Without the title where a later page repeats it in small letters above its text."""
    first: dict[int, float] = {}
    for paragraph in paragraphs:
        first[paragraph.first.page] = min(first.get(paragraph.first.page, paragraph.first.y), paragraph.first.y)
    kept = []
    for paragraph in paragraphs:
        line = paragraph.first
        on_top = line.page > 0 and line.y == first[line.page] and len(paragraph.lines) == 1
        if on_top and _said(paragraph.text) == _said(roles.title or ""):
            roles.dropped.append(Dropped(paragraph.text, "running header"))
        else:
            kept.append(paragraph)
    return kept


def _without_pull_quotes(paragraphs: Sequence[Paragraph], setting: Setting, roles: Roles) -> list[Paragraph]:
    """Without what is set off and only repeats the text nearby."""
    heard = [_said(paragraph.text) if is_body(paragraph, setting) else "" for paragraph in paragraphs]
    kept = []
    for at, paragraph in enumerate(paragraphs):
        said = _said(paragraph.text)
        near = (heard[place] for place in range(max(0, at - _NEAR), min(len(heard), at + _NEAR + 1)) if place != at)
        if not heard[at] and len(said.split()) >= 4 and any(_repeats(said, other) for other in near):
            roles.dropped.append(Dropped(paragraph.text, "pull quote, repeated from the article"))
        else:
            kept.append(paragraph)
    return kept


def _repeats(said: str, other: str) -> bool:
    """Whether a longer text says the same: word for word, or nearly all of its words."""
    if len(other) < 1.2 * len(said):
        return False
    if f" {said} " in f" {other} ":
        return True
    words = [word for word in said.split() if len(word) > 3]
    known = set(other.split())
    return len(words) >= 6 and sum(word in known for word in words) >= 0.9 * len(words)


def _without_boxes(paragraphs: Sequence[Paragraph], setting: Setting, roles: Roles) -> list[Paragraph]:
    """Without boxes in a font and a width that neither the text nor its headings have: advertisements."""
    own = {setting.family} | {
        one.first.family for one, other in pairwise(paragraphs) if is_body(other, setting) and _is_short(one)
    }
    first = next((at for at, one in enumerate(paragraphs) if is_body(one, setting)), len(paragraphs))
    letters = sum(len(paragraph.text) for paragraph in paragraphs)
    kept: list[Paragraph] = list(paragraphs[: first + 1])
    for run in _runs(paragraphs[first + 1 :], own):
        text = " ".join(paragraph.text for paragraph in run)
        ours = "💡" in text or any(_belongs(paragraph.text) for paragraph in run)
        odd = any(abs(paragraph.size - setting.size) > 0.04 * setting.size for paragraph in run)
        if run[0].first.family not in own and odd and not ours and _BOX < len(text) < 0.4 * letters:
            roles.dropped.append(Dropped(text, "a box set apart from the article (advertisement)"))
        else:
            kept += run
    return kept


def _belongs(text: str) -> bool:
    return labels.announces_key_points(text) or boilerplate.heads_references(text) or bool(_NOTE.match(text))


def _runs(paragraphs: Sequence[Paragraph], own: set[str]) -> Iterator[list[Paragraph]]:
    """Neighbours in fonts of the article, and neighbours in one other font."""
    run: list[Paragraph] = []
    for paragraph in paragraphs:
        key = paragraph.first.family if paragraph.first.family not in own else ""
        if run and key != (run[0].first.family if run[0].first.family not in own else ""):
            yield run
            run = []
        run.append(paragraph)
    if run:
        yield run


def _without_small_print(
    paragraphs: Sequence[Paragraph], setting: Setting, pictures: Sequence[int], roles: Roles
) -> list[Paragraph]:
    """Without footnotes, which are kept as notes, and captions of pictures that stay in the PDF."""
    lowest: dict[int, float] = {}
    for paragraph in paragraphs:
        if is_body(paragraph, setting):
            lowest[paragraph.last.page] = max(lowest.get(paragraph.last.page, paragraph.last.y), paragraph.last.y)
    kept: list[Paragraph] = []
    for paragraph in paragraphs:
        page = paragraph.first.page
        small = paragraph.size <= _SMALL * setting.size
        at_foot = paragraph.first.y > lowest.get(page, paragraph.first.y)
        if paragraph.kind == "note" or (small and at_foot and _NOTE.match(paragraph.text)):
            roles.notes += _notes(paragraph)
        elif small and pictures[page] and len(paragraph.text) < 250 and not paragraph.is_item and not at_foot:
            roles.dropped.append(Dropped(paragraph.text, "caption of a picture that is not kept"))
        else:
            kept.append(paragraph)
    return kept


def _notes(paragraph: Paragraph) -> list[str]:
    """The footnotes of a paragraph: each line that begins with a number begins one."""
    groups: list[list[Line]] = []
    for line in paragraph.lines:
        if not groups or _NOTE.match(line.text):
            groups.append([])
        groups[-1].append(line)
    return [replace(paragraph, lines=tuple(group)).text for group in groups]
