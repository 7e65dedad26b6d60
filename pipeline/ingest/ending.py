"""How an article ends: calls to action, stray names and labels, and short lines that head nothing."""

from __future__ import annotations

import re
from itertools import groupby

from pipeline import language
from pipeline.ingest import boilerplate, notices
from pipeline.ingest.elements import Element, Heading, is_paragraph
from pipeline.ingest.parts import Parts, is_short_line, paragraph
from pipeline.model import Block, Dropped, KeyPoint, Link

_TAIL = 3  # so many elements before the end may hold a call to action; below it stands a notice or a greeting
_LEAST_ABOVE = 2  # paragraphs above a request to see a doctor: with fewer it is what the article says
_BUTTON_WORDS = 6  # a call without an address has no more
_LEADING_WORDS = 12  # nor has a sentence that leads to the buttons below it
_STRAY = 25  # characters: a stray name or label stays below
_STRAY_LINE = 50  # and so does a line that looks like a heading, with nothing below it
_FULL_LINE = 60  # characters: verse and ingredients stay below, so they are never taken for strays


def take_end(parts: Parts) -> None:
    """Calls to action and stray lines at the end; never the first text of a body, and no line of a poem."""
    body, tail = parts.body, list[Link]()
    first = next((at for at, element in enumerate(body) if not isinstance(element, Heading)), len(body))
    full = next((at for at, element in enumerate(body) if _is_full(element)), len(body))
    place, called = len(body) - 1, -1
    while place > first and place >= len(body) - _TAIL and not isinstance(body[place], KeyPoint):
        element = body[place]
        calls = _calls(element, above_buttons=called == place + 1)
        if calls:
            tail = [_link(call, _address(element, call)) for call in calls] + tail
            called = place
            del body[place]
        elif place == len(body) - 1 and place > full and _is_stray(element):
            parts.dropped.append(Dropped(element.text, "stray line at the end"))
            del body[place]
        place -= 1
    parts.calls.extend(tail)
    parts.body = _without_headings_of_nothing(body)
    _take_request(parts)


def _take_request(parts: Parts) -> None:
    """A last paragraph that sends its reader to a doctor goes to the notices, unless it is all that a heading has."""
    *before, last = parts.body or [KeyPoint("")]
    told = sum(map(is_paragraph, before)) >= _LEAST_ABOVE and not isinstance(before[-1], Heading)
    if told and is_paragraph(last) and notices.sends_away(last.text):
        parts.notices.append(last.text)
        del parts.body[-1]


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


_BARE_ADDRESS = re.compile(r"\s*:?\s*https?://\S+$")


def _link(call: str, address: str | None) -> Link:
    """A call with its address, which the words themselves need not show once more at their end."""
    shown = _BARE_ADDRESS.search(call) if address else None
    return Link(call[: shown.start()] if shown and call[: shown.start()].strip() else call, address)


def _address(element: Element, call: str) -> str | None:
    """The address that a call leads to: its link's, or one that its text spells out."""
    if call != element.text:
        return None
    link = re.search(r'<a href="([^"]+)"', element.html) if isinstance(element, Block) else None
    spelled = re.search(r"https?://[^\s<>]+[^\s<>.,;:!?)]", call)
    return link[1].replace("&amp;", "&") if link else spelled and spelled[0]


def _without_headings_of_nothing(body: list[Element]) -> list[Element]:
    """`body` with lines that only look like headings as text: three and more in a row, and those at its end."""
    made: list[Element] = []
    for short, run in groupby(body, key=is_short_line):
        lines = list(run)
        following = body[len(made) + len(lines)] if len(made) + len(lines) < len(body) else None
        if short and (len(lines) > 2 or following is None):
            heads = following is not None and not _is_stray(following)
            texts = lines[:-1] if heads else lines
            made += [paragraph(line.text) for line in texts] + (lines[-1:] if heads else [])
        else:
            made += lines
    return made
