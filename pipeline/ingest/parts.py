"""Part an article's body from what surrounds it: furniture, references, notices, key-point lists, calls to action."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby

from pipeline import language
from pipeline.ingest import boilerplate, callouts, inline
from pipeline.ingest.elements import Element, Heading, is_paragraph
from pipeline.model import Block, Dropped, Item, KeyPoint, Link


@dataclass
class Parts:
    """What is gathered on the way."""

    body: list[Element] = field(default_factory=list)
    key_points: list[KeyPoint] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    calls: list[Link] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    byline: str | None = None
    published: datetime | None = None
    shared_title: str | None = None


def without_furniture(elements: tuple[Element, ...], parts: Parts) -> list[Element]:
    """Take out lines that are no part of an article, and link stubs inside those that are."""
    kept: list[Element] = []
    for element in elements:
        reason = boilerplate.furniture(element.text) if _can_be_furniture(element) else None
        if reason and not boilerplate.heads_notice(element.text):
            parts.shared_title = parts.shared_title or boilerplate.shared_title(element.text)
            parts.dropped.append(Dropped(element.text, reason))
        elif element.text or (isinstance(element, Block) and element.kind == "image"):
            kept.append(_mended(element, parts))
    return kept


def _can_be_furniture(element: Element) -> bool:
    """Whether rules of wording apply: a heading that its author marked as one is the article's own."""
    return is_paragraph(element) or _is_short_line(element)


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


def divide(elements: list[Element], parts: Parts) -> None:
    """Part the body from references, notices, key-point lists and calls to action."""
    place = 0
    while place < len(elements):
        element = elements[place]
        take = _taker(element) if isinstance(element, Heading) else None
        if take is not None:
            end = _reach(elements, place, through_lines=boilerplate.heads_references(element.text))
            if end > place + 1:
                take(elements[place:end], parts)
                place = end
                continue
        late = is_paragraph(element) and place > len(elements) // 2
        if late and boilerplate.is_notice(element.text):
            parts.notices.append(element.text)
        elif late and (named := boilerplate.reference(element.text)):
            parts.references.append(named)
        else:
            parts.body.append(element)
        place += 1
    _take_end(parts)
    parts.body = _without_headings_of_nothing(parts.body)


def _taker(heading: Heading) -> Callable[[list[Element], Parts], None] | None:
    if boilerplate.heads_references(heading.text):
        return _take_references
    if boilerplate.heads_notice(heading.text):
        return _take_notice
    return _take_key_points if callouts.announces_key_points(heading.text) else None


def _reach(elements: list[Element], place: int, *, through_lines: bool) -> int:
    """How far a heading's own content goes: one list, or paragraphs up to a list or heading.

    `through_lines` goes on over short lines that only look like headings: references often do.
    """
    end = place + 1
    lines_only = through_lines and end < len(elements) and _is_short_line(elements[end])
    while end < len(elements):
        element = elements[end]
        if (
            (lines_only and not _is_short_line(element))
            or (isinstance(element, Heading) and not lines_only)
            or (isinstance(element, Heading) and _taker(element))
        ):
            break
        end += 1
        if isinstance(element, Block) and element.kind == "list":
            break
    return end


def _is_short_line(element: Element) -> bool:
    return isinstance(element, Heading) and not element.sure


def _take_references(elements: list[Element], parts: Parts) -> None:
    parts.dropped.append(Dropped(elements[0].text, "heading of the references"))
    for element in elements[1:]:
        if boilerplate.is_notice(element.text):
            parts.notices.append(element.text)
        elif boilerplate.calls_to_action(element.text) or (
            len(element.text) > 400 and isinstance(element, Block) and not element.items
        ):
            parts.body.append(element)
        else:
            parts.references.extend(_lines(element))


def _take_notice(elements: list[Element], parts: Parts) -> None:
    parts.dropped.append(Dropped(elements[0].text, "heading of a notice"))
    parts.notices.extend(line for element in elements[1:] for line in _lines(element))


def _take_key_points(elements: list[Element], parts: Parts) -> None:
    listed = [element for element in elements[1:] if isinstance(element, Block) and element.items]
    parts.dropped.append(Dropped(elements[0].text, "heading of the key points"))
    if not listed:
        parts.key_points.extend(
            KeyPoint(element.text, "summary") if isinstance(element, Block) else element
            for element in elements[1:]
            if not isinstance(element, Heading)
        )
        return
    for element in elements[1:]:
        if isinstance(element, KeyPoint):
            parts.key_points.append(element)
        elif element in listed:
            parts.key_points.extend(KeyPoint(line) for line in _lines(element))
        else:
            parts.body.append(element)


def _lines(element: Element) -> list[str]:
    if isinstance(element, Block) and element.items:
        return [item.text for item in element.items]
    return [element.text]


_TAIL = 3  # so many elements before the end may hold a call to action; below it stands a notice or a greeting
_BUTTON_WORDS = 6  # a call without an address has no more
_LEADING_WORDS = 12  # nor has a sentence that leads to the buttons below it
_STRAY = 25  # characters: a stray name or label stays below
_STRAY_LINE = 50  # and so does a line that looks like a heading, with nothing below it
_FULL_LINE = 60  # characters: verse and ingredients stay below, so they are never taken for strays


def _take_end(parts: Parts) -> None:
    """Calls to action and stray lines at the end; never the first text of a body, and no line of a poem."""
    body, tail = parts.body, list[Link]()
    first = next((at for at, element in enumerate(body) if not isinstance(element, Heading)), len(body))
    full = next((at for at, element in enumerate(body) if _is_full(element)), len(body))
    place, called = len(body) - 1, -1
    while place > first and place >= len(body) - _TAIL and not isinstance(body[place], KeyPoint):
        element = body[place]
        calls = _calls(element, above_buttons=called == place + 1)
        if calls:
            tail = [Link(call, _address(element, call)) for call in calls] + tail
            called = place
            del body[place]
        elif place == len(body) - 1 and place > full and _is_stray(element):
            parts.dropped.append(Dropped(element.text, "stray line at the end"))
            del body[place]
        place -= 1
    parts.calls.extend(tail)


def _calls(element: Element, *, above_buttons: bool) -> list[str]:
    """The calls to action in a closing line; one that is nothing but a link is a button.

    Prose may well tell of signing up: without an address only few words are a call, or a line that leads to buttons.
    """
    if not (is_paragraph(element) or isinstance(element, Heading)):
        return []
    if isinstance(element, Block) and re.fullmatch(r"<a [^>]*>[^<]{2,60}</a>", element.html):
        return [element.text]
    calls = boilerplate.calls_to_action(element.text)
    most = _LEADING_WORDS if above_buttons else _BUTTON_WORDS
    short = all(len(call.split()) <= most for call in calls)
    return calls if short or any(_address(element, call) for call in calls) else []


def _is_full(element: Element) -> bool:
    return is_paragraph(element) and len(element.text) >= _FULL_LINE


def _is_stray(element: Element) -> bool:
    text = element.text
    if isinstance(element, Heading):
        return element.sure or len(text) < _STRAY_LINE
    few = len(text) < _STRAY and len(text.split()) <= 4
    return is_paragraph(element) and few and not language.ends_sentence(text) and text[-1:] not in {"”", '"', "」"}


def _address(element: Element, call: str) -> str | None:
    """The address that a call leads to: its link's, or one that its text spells out."""
    if not isinstance(element, Block) or call != element.text:
        return None
    link = re.search(r'<a href="([^"]+)"', element.html)
    spelled = re.search(r"https?://[^\s<>]+[^\s<>.,;:!?)]", call)
    return link[1].replace("&amp;", "&") if link else spelled and spelled[0]


def _without_headings_of_nothing(body: list[Element]) -> list[Element]:
    """`body` with lines that only look like headings as text: three and more in a row, and those at its end."""
    made: list[Element] = []
    for short, run in groupby(body, key=_is_short_line):
        lines = list(run)
        following = body[len(made) + len(lines)] if len(made) + len(lines) < len(body) else None
        if short and (len(lines) > 2 or following is None):
            heads = following is not None and not _is_stray(following)
            texts = lines[:-1] if heads else lines
            made += [_paragraph(line.text) for line in texts] + (lines[-1:] if heads else [])
        else:
            made += lines
    return made


def _paragraph(text: str) -> Block:
    words = inline.from_text(text)
    return Block("paragraph", words.text, words.html)
