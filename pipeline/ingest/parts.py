"""Part an article's body from what surrounds it: furniture, references, notices, key-point lists, calls to action."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from pipeline.ingest import boilerplate, inline, labels, notices, takeaways
from pipeline.ingest.elements import Element, Heading, is_paragraph
from pipeline.model import Block, Dropped, Item, KeyPoint, Link, Network

_Kind = TypeVar("_Kind", bound=Element)
_UNSEEN = " \t\n\xa0\xad\u200b\u200c\u200d\u2060\ufeff"  # site builders space their lines with paragraphs of these


@dataclass
class Parts:
    """What is gathered on the way."""

    body: list[Element] = field(default_factory=list)
    key_points: list[KeyPoint] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    notices_for: list[tuple[str, Network]] = field(default_factory=list)
    calls: list[Link] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    byline: str | None = None
    published: datetime | None = None
    shared_title: str | None = None
    summary: str | None = None


def without_furniture(elements: tuple[Element, ...], parts: Parts) -> list[Element]:
    """Take out lines that are no part of an article, and link stubs inside those that are."""
    kept: list[Element] = []
    for element in elements:
        reason = boilerplate.furniture(element.text) if _can_be_furniture(element) else None
        if reason and not boilerplate.heads_notice(element.text):
            parts.shared_title = parts.shared_title or boilerplate.shared_title(element.text)
            parts.dropped.append(Dropped(element.text, reason))
        elif element.text.strip(_UNSEEN) or (isinstance(element, Block) and element.kind == "image"):
            kept.append(_mended(element, parts))
    return kept


def _can_be_furniture(element: Element) -> bool:
    """Whether rules of wording apply: a heading that its author marked as one is the article's own."""
    return is_paragraph(element) or is_short_line(element)


def _mended(element: Element, parts: Parts) -> Element:
    text, stubs = boilerplate.without_link_stubs(element.text)
    if not stubs or not isinstance(element, Block):
        return element
    parts.dropped.extend(Dropped(stub, "link stub: its link was lost") for stub in stubs)
    items = tuple(
        Item(words.text, words.html, item.depth) for item in element.items for words in [_without_stubs(item.html)]
    )
    return replace(element, text=text, html=_without_stubs(element.html).html, items=items)


def _without_stubs(html: str) -> inline.Inline:
    return inline.tidy(boilerplate.without_link_stubs(html)[0])


def labelled(elements: list[Element], parts: Parts) -> list[Element]:
    """`elements`, where a 💡 that stands above its text with nothing but a label ("💡 Tip") goes with that text."""
    made: list[Element] = []
    for element in elements:
        before = made[-1] if made else None
        is_text = isinstance(element, Block) and element.kind in {"paragraph", "list"}
        if is_text and isinstance(before, KeyPoint) and before.text and labels.is_label(before.text):
            parts.dropped.append(Dropped(before.text, "label of a key point"))
            made[-1:] = [labels.with_label(KeyPoint(line, before.kind), before.text) for line in _lines(element)]
        else:
            made.append(element)
    return made


def without_first_notices(elements: list[_Kind], parts: Parts) -> list[_Kind]:
    """`elements` without the notices that stand above all others, the title included."""
    place = 0
    while (
        place < len(elements)
        and isinstance(elements[place], Block)
        and notices.is_all_notice(elements[place], first=True)
    ):
        parts.notices.extend(_lines(elements[place]))
        place += 1
    return elements[place:]


def divide(elements: list[Element], parts: Parts) -> None:
    """Part the body from references, notices, key-point lists and calls to action."""
    place, begun = 0, False
    marks = Counter(mark for element in elements for mark in set(boilerplate.note_marks(element.text)))
    while place < len(elements):
        end, rest = place + 1, [elements[place]]
        take = _taker(elements[place]) if _can_head(elements, place) else None
        if take is not None:
            end = _reach(elements, place, through_lines=boilerplate.heads_references(elements[place].text))
            rest = take(elements[place:end], parts) if end > place + 1 else rest
        for element in rest:
            late = is_paragraph(element) and place > len(elements) // 2
            _sort(element, parts, marks, first=not begun, late=late)
            begun = begun or (bool(parts.body) and is_paragraph(parts.body[-1]))
        place = end


def _sort(element: Element, parts: Parts, marks: Counter[str], *, first: bool, late: bool) -> None:
    """Put an element where it belongs: to the notices, to the references, else to the body.

    Args:
        marks: How many elements have each mark of a note.
        first: Whether no paragraph stands above it.
        late: Whether it is a paragraph of the second half.
    """
    if notices.is_all_notice(element, first=first) or (late and notices.is_notice(element.text)):
        parts.notices.extend(_lines(element))
    elif late and (named := boilerplate.reference(element.text)):
        parts.dropped.append(Dropped(named[0], "label of a reference"))
        parts.references.append(named[1])
    elif late and (noted := boilerplate.note(element.text)) and marks[noted[0]] > 1:
        parts.dropped.append(Dropped(noted[0], "mark of a note"))
        parts.references.append(noted[1])
    else:
        parts.body.append(_without_notices(element, parts))


def _without_notices(element: Element, parts: Parts) -> Element:
    """A list without those of its items that are notices, and anything else as it is."""
    if not isinstance(element, Block) or not element.items:
        return element
    kept = tuple(item for item in element.items if not notices.is_all_notice(Block("paragraph", item.text)))
    if kept == element.items:
        return element
    parts.notices.extend(item.text for item in element.items if item not in kept)
    return replace(element, text="\n".join(item.text for item in kept), items=kept)


def _can_head(elements: list[Element], place: int) -> bool:
    """Whether an element may say what follows: a heading, or a line right above a list ("**Key points**")."""
    element = elements[place]
    if isinstance(element, Heading):
        return True
    following = elements[place + 1] if place + 1 < len(elements) else None
    listed = isinstance(following, Block) and bool(following.items)
    return listed and is_paragraph(element) and labels.announces_key_points(element.text)


def _taker(heading: Element) -> Callable[[list[Element], Parts], list[Element]] | None:
    """What takes a heading and what it heads, and gives back what is nothing of that kind."""
    if boilerplate.heads_references(heading.text):
        return _take_references
    if boilerplate.heads_notice(heading.text):
        return _take_notice
    return _take_key_points if labels.announces_key_points(heading.text) else None


def _reach(elements: list[Element], place: int, *, through_lines: bool) -> int:
    """How far a heading's own content goes: one list, or paragraphs up to a list or heading.

    `through_lines` goes on over short lines that only look like headings: references often do.
    """
    end = place + 1
    lines_only = through_lines and end < len(elements) and is_short_line(elements[end])
    while end < len(elements):
        element = elements[end]
        if (
            (lines_only and not is_short_line(element))
            or (isinstance(element, Heading) and not lines_only)
            or (isinstance(element, Heading) and _taker(element))
        ):
            break
        end += 1
        if isinstance(element, Block) and element.kind == "list":
            break
    return end


def is_short_line(element: Element) -> bool:
    """Whether an element only looks like a heading."""
    return isinstance(element, Heading) and not element.sure


def _take_references(elements: list[Element], parts: Parts) -> list[Element]:
    parts.dropped.append(Dropped(elements[0].text, "heading of the references"))
    for element in elements[1:]:
        if notices.is_notice(element.text):
            parts.notices.append(element.text)
        elif boilerplate.calls_to_action(element.text) or (
            len(element.text) > 400 and isinstance(element, Block) and not element.items
        ):
            parts.body.append(element)
        else:
            parts.references.extend(_whole_reference(line, parts) for line in _lines(element))
    return []


def _whole_reference(line: str, parts: Parts) -> str:
    reference, stub = boilerplate.without_lost_link(line)
    parts.dropped.extend([Dropped(stub, "link stub: its link was lost")] if stub else [])
    return reference


def _take_notice(elements: list[Element], parts: Parts) -> list[Element]:
    parts.dropped.append(Dropped(elements[0].text, "heading of a notice"))
    lines = [line for element in elements[1:] for line in _lines(element)]
    parts.notices.extend(lines)
    parts.notices_for.extend((line, network) for network in boilerplate.networks(elements[0].text) for line in lines)
    return []


def _take_key_points(elements: list[Element], parts: Parts) -> list[Element]:
    points, rest = takeaways.parted(elements[1:])
    if not points:
        return elements  # a section of that name
    parts.dropped.append(Dropped(elements[0].text, "heading of the key points"))
    parts.key_points.extend(points)
    return rest


def paragraph(text: str) -> Block:
    """A line that only looked like a heading, as text."""
    words = inline.from_text(text)
    return Block("paragraph", words.text, words.html)


def _lines(element: Element) -> list[str]:
    if isinstance(element, Block) and element.items:
        return [item.text for item in element.items]
    return [element.text]
