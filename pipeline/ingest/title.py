"""Find the title, and the byline and date that stand beside it."""

from __future__ import annotations

import re

from pipeline import language
from pipeline.ingest import boilerplate, dates
from pipeline.ingest.elements import Document, Element, Heading, is_paragraph
from pipeline.ingest.parts import Parts
from pipeline.model import Dropped, KeyPoint


def title_of(document: Document, elements: list[Element], parts: Parts) -> tuple[str | None, list[Element]]:
    """The title, and the elements without it and without the byline and date that go with it."""
    title = document.title
    at = next((at for at, element in enumerate(elements) if not isinstance(element, KeyPoint) and element.text), None)
    if title:
        elements = [
            element for element in elements if not (isinstance(element, Heading) and _same(element.text, title))
        ]
    elif at is not None and _can_be_title(elements, at):
        run = _below_letterhead(elements, at) or _run_of_headings(elements, at)
        chosen = max(
            run,
            key=lambda place: _likeness(elements[place].text, place),
        )
        title = elements[chosen].text
        return title, _without_run(elements, [place for place in run if place != chosen], parts, chosen)
    return title, _without_run(
        elements, [place for place in range(min(4, len(elements))) if _is_about(elements[place].text)], parts, None
    )


def _likeness(text: str, place: int) -> tuple[bool, bool, int]:
    """How much a line in a run looks like the title: more than two words, not all capitals, the first of its kind."""
    return len(text.split()) > 2 and not _is_about(text), not text.isupper(), -place


def _run_of_headings(elements: list[Element], start: int) -> list[int]:
    """Places of the short lines that follow each other from `start`: a title among its menu, byline and date."""
    end = start + 1
    while end < len(elements) and isinstance(elements[end], Heading) and not getattr(elements[end], "sure", True):
        end += 1
    # The last of them heads the text that follows, unless it tells about the article or is alone with the title.
    if end - start > 1 and not _is_about(elements[end - 1].text) and end < len(elements):
        end -= 1
    return list(range(start, end))


def _below_letterhead(elements: list[Element], start: int) -> list[int] | None:
    """Places of a sender's name in capitals, what stands below it, and the title in ordinary letters; None without."""
    if not elements[start].text.isupper():
        return None
    for place in range(start + 1, min(start + 4, len(elements) - 1)):
        element = elements[place]
        if isinstance(element, Heading) and not element.text.isupper():
            return list(range(start, place + 1))
        if re.search(r"[.!?]$", element.text):
            return None
    return None


def _is_about(text: str) -> bool:
    """Whether a line tells who wrote the article, or when."""
    return len(text) < 90 and (boilerplate.byline(text) is not None or boilerplate.is_dateline(text))


def _without_run(elements: list[Element], places: list[int], parts: Parts, title: int | None) -> list[Element]:
    for place in places:
        text = elements[place].text
        parts.byline = parts.byline or boilerplate.byline(text)
        parts.published = parts.published or dates.find(text)
        reason = "byline or date, kept as such" if _is_about(text) else "a short line beside the title (navigation)"
        parts.dropped.append(Dropped(text, reason))
    gone = {*places, title}
    return [element for at, element in enumerate(elements) if at not in gone]


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()


def _can_be_title(elements: list[Element], first: int) -> bool:
    element = elements[first]
    if isinstance(element, Heading):
        return element.level == 1 or not element.sure or first == 0
    words = element.text.split()
    return (
        is_paragraph(element)
        and 1 < len(words) <= 25
        and not re.search(r"[.,;:]$", element.text)
        and first + 1 < len(elements)
    )


def first_words(body: list[Element]) -> str | None:
    """The first sentence, where nothing better names the article."""
    text = next((element.text for element in body if is_paragraph(element)), "")
    sentence = next(iter(language.sentences(text, language.detect(text))), "")
    if len(sentence) <= 120:
        return sentence.rstrip(".") or None
    return re.sub(r"\s+\S*$", "", sentence[:110]).rstrip(",;:–— ") + "…"
