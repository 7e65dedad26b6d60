"""Find the title, and the byline and date that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from pipeline import language
from pipeline.ingest import bylines, dates
from pipeline.ingest.bylines import Byline
from pipeline.ingest.elements import Document, Element, Heading, is_paragraph
from pipeline.ingest.parts import Parts, paragraph
from pipeline.language.letters import letters
from pipeline.model import Block, Dropped, KeyPoint


def title_of(document: Document, elements: list[Element], parts: Parts) -> tuple[str | None, list[Element]]:
    """The title, and the elements without it and without the byline and date that go with it."""
    at = next((at for at, element in enumerate(elements) if not isinstance(element, KeyPoint) and element.text), None)
    if document.title is None and at is not None and _can_be_title(elements, at):
        letter = _below_letterhead(elements, at)
        run = letter or _run_of_headings(elements, at)
        chosen = letter[-1] if letter else _chosen(elements, run)
        beside = _beside(elements, run, chosen)
        below = max([chosen, *beside]) + 1
        beside += _told(elements, below, _MOST_BELOW)
        return elements[chosen].text, _without(_with_standfirst(elements, run, chosen, parts), beside, parts, chosen)
    if document.title:
        elements = _without_repetition(elements, document.title, parts)
    about = list(_told(elements, 0, _MOST_ON_TOP))
    about += [place for place in _above_text(elements) if place not in about and _is_count(elements[place], document)]
    return document.title, _without(elements, sorted(about), parts, None)


def _above_text(elements: list[Element]) -> Iterable[int]:
    """Places above the first paragraph of some length."""
    return takewhile(lambda at: len(elements[at].text) < _FULL_LINE, range(min(_MOST_ABOVE, len(elements))))


def _is_count(element: Element, document: Document) -> bool:
    """Whether a line is what pages show beside an author: the name once more, a number of readers, a sign."""
    text = element.text
    return is_paragraph(element) and (text == document.byline or not any(char.isalpha() for char in text))


def _without_repetition(elements: list[Element], title: str, parts: Parts) -> list[Element]:
    """`elements` without the first heading that says the title; a later one heads a section of that name."""
    wanted = letters(title)
    for at, element in enumerate(elements):
        if isinstance(element, Heading) and letters(element.text) == wanted:
            parts.dropped.append(Dropped(element.text, "title, kept as such"))
            return elements[:at] + elements[at + 1 :]
    return elements


def _run_of_headings(elements: list[Element], start: int) -> list[int]:
    """Places of the short lines that follow each other from `start`: a title among its menu, byline and date."""
    end = start + 1
    while end < len(elements) and isinstance(elements[end], Heading) and not getattr(elements[end], "sure", True):
        end += 1
    # The last of them heads the text that follows, unless it tells about the article or is alone with the title.
    if end - start > 1 and not _is_about(elements[end - 1].text) and end < len(elements):
        end -= 1
    return list(range(start, end))


_MOST_ABOVE, _FULL_LINE = 10, 60
_MENU_WORDS = 2  # an entry of a menu has no more
_LABEL_WORDS = 5  # of a category below the title; more is a standfirst
_MOST_BELOW, _MOST_ON_TOP = 3, 4  # elements, below a title and where the format states it, that may tell about it
_BELOW_TITLE = 1  # short lines, such as a category: ingredients are more


def _chosen(elements: list[Element], run: list[int]) -> int:
    """The title's place in a run of short lines: the first of them, unless a menu stands above it.

    A poem and a recipe are short lines too: a menu has two entries and the title closes its run, or a byline stands
    below the title; and there is more text beneath.
    """
    named = [place for place in run if not _is_about(elements[place].text)] or run[:1]
    first = next((at for at, place in enumerate(named) if len(elements[place].text.split()) > _MENU_WORDS), 0)
    chosen = named[first]
    below = [place for place in run if place > chosen]
    told = any(_is_about(elements[place].text) for place in below)
    menu = told or (first > 1 and len(below) <= _BELOW_TITLE)
    beneath = sum(len(element.text) for element in elements[run[-1] + 1 :] if isinstance(element, Block))
    return chosen if menu and beneath > sum(len(elements[place].text) for place in named[:first]) else named[0]


def _beside(elements: list[Element], run: list[int], title: int) -> list[int]:
    """Places in the run that are no text: what stands above the title, and all down to its byline and date."""
    last = max(place for place in run if place == title or _is_about(elements[place].text))
    return [
        place
        for place in run
        if place <= last and place != title and not (place > title and _is_standfirst(elements[place].text))
    ]


def _below_letterhead(elements: list[Element], start: int) -> list[int] | None:
    """Places of a sender's name in capitals, what stands below it, and the title in ordinary letters; None without."""
    if not elements[start].text.isupper():
        return None
    for place in range(start + 1, min(start + 4, len(elements) - 1)):
        element = elements[place]
        if isinstance(element, Heading) and not element.text.isupper() and not _is_about(element.text):
            told = place - start > 1 or len(element.text.split()) > _MENU_WORDS
            return list(range(start, place + 1)) if told else None
        if language.ends_sentence(element.text):
            return None
    return None


def _is_about(text: str) -> bool:
    """Whether a line tells who wrote the article, or when."""
    return bylines.read(text) is not None


def _told(elements: list[Element], start: int, most: int) -> Iterator[int]:
    """Places of lines that tell about the article, on top or below its title; below a text one must name the author."""
    below_text = False
    for place in range(start, min(start + most, len(elements))):
        element = elements[place]
        about = None if isinstance(element, KeyPoint) else bylines.read(element.text)
        if about and (about.name or not below_text):
            below_text = False
            yield place
        else:
            below_text = below_text or (is_paragraph(element) and len(element.text) >= _FULL_LINE)


def _with_standfirst(elements: list[Element], run: list[int], title: int, parts: Parts) -> list[Element]:
    """`elements`, where a line of some words between the title and its byline is text, and the author's summary."""
    told = [place for place in run if _is_about(elements[place].text)]
    lines = [place for place in run if title < place < max(told, default=0) and _is_standfirst(elements[place].text)]
    parts.summary = next((elements[place].text for place in lines), None)
    return [paragraph(element.text) if at in lines else element for at, element in enumerate(elements)]


def _is_standfirst(text: str) -> bool:
    return len(text.split()) > _LABEL_WORDS and not _is_about(text)


def _without(elements: list[Element], places: list[int], parts: Parts, title: int | None) -> list[Element]:
    for place in places:
        text = elements[place].text
        about = bylines.read(text)
        parts.byline = parts.byline or (about.name if about else None)
        parts.published = parts.published or (about.published if about else dates.find(text))
        parts.dropped.append(Dropped(text, _reason(about, named=text == parts.byline)))
    gone = {*places, title}
    return [element for at, element in enumerate(elements) if at not in gone]


def _reason(about: Byline | None, *, named: bool) -> str:
    """Why a line beside the title is no text, and what of it is kept."""
    if named or (about and about.whole):
        return "byline or date, kept as such"
    if about is None:
        return "a short line beside the title (navigation)"
    kept = " and ".join(what for what, there in (("name", about.name), ("date", about.published)) if there)
    return f"byline or date; kept of it: {kept or 'nothing'}"


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
    sentence = next(iter(language.sentences(text, language.detect(text), 1)), "")
    if len(sentence) <= 120:
        return sentence.rstrip(".") or None
    return re.sub(r"\s+\S*$", "", sentence[:110]).rstrip(",;:–— ") + "…"
