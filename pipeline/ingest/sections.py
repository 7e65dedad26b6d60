"""Cut an article into sections and find what belongs where. Pure: no clock, no network, no files.

Every element ends up in the article or in `dropped` with a reason.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline import language
from pipeline.errors import SourceError
from pipeline.ingest import boilerplate, callouts, inline
from pipeline.ingest.elements import Document, Element, Heading
from pipeline.model import Article, Block, Dropped, Item, KeyPoint, Link, Rights, Section

_FORWARD = re.compile(
    r"\b(?:in de volgende (?:paragraaf|alinea)|hieronder leest|in the next (?:section|paragraph)|im nächsten abschnitt|dans la section suivante)\b",
    re.IGNORECASE,
)


@dataclass
class _Parts:
    """What is gathered on the way."""

    body: list[Element] = field(default_factory=list)
    key_points: list[KeyPoint] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    calls: list[Link] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    byline: str | None = None
    shared_title: str | None = None


def assemble(
    document: Document, *, source: str, name: str, rights: Rights = "ours", fallback_language: str = "en"
) -> Article:
    """The article that `document` holds.

    Args:
        source: Where it came from, for people.
        name: What to call it where it has no title of its own: a file's stem.

    Raises:
        SourceError: it holds no words.
    """
    parts = _Parts(dropped=list(document.dropped), references=list(document.notes))
    elements = _without_furniture(document.elements, parts)
    title, elements = _title(document, elements, parts)
    _divide(elements, parts)
    if not title:
        title = parts.shared_title or _first_words(parts.body) or name
    if not any(element.text for element in parts.body) and not parts.key_points:
        raise SourceError(f"{source} holds no article text. Check that it is the right file.")
    text = "\n".join(element.text for element in parts.body) or title
    spoken = document.language or language.detect(text, fallback_language)
    lead, sections, points = _cut(parts.body)
    return Article(
        source=source,
        guid=document.guid or document.url or _hash(title, text),
        title=title,
        language=spoken,
        url=document.url,
        published=document.published,
        byline=document.byline or parts.byline,
        lead=lead,
        sections=sections,
        key_points=tuple(callouts.without_label(point) for point in points + parts.key_points),
        references=tuple(parts.references),
        notices=tuple(parts.notices),
        calls_to_action=tuple(parts.calls),
        dropped=tuple(parts.dropped),
        rights=rights,
    )


def _hash(*texts: str) -> str:
    return "sha256:" + hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _without_furniture(elements: tuple[Element, ...], parts: _Parts) -> list[Element]:
    """Take out lines that are no part of an article, and link stubs inside those that are."""
    kept: list[Element] = []
    for element in elements:
        reason = boilerplate.furniture(element.text) if isinstance(element, Heading) or _is_paragraph(element) else None
        if reason and not boilerplate.heads_notice(element.text):
            parts.shared_title = parts.shared_title or boilerplate.shared_title(element.text)
            parts.dropped.append(Dropped(element.text, reason))
        elif element.text or (isinstance(element, Block) and element.kind == "image"):
            kept.append(_mended(element, parts))
    return kept


def _mended(element: Element, parts: _Parts) -> Element:
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


def _is_paragraph(element: Element) -> bool:
    return isinstance(element, Block) and element.kind == "paragraph"


def _title(document: Document, elements: list[Element], parts: _Parts) -> tuple[str | None, list[Element]]:
    """The title, and the elements without it and without the byline and date that go with it."""
    title = document.title
    at = next((at for at, element in enumerate(elements) if not isinstance(element, KeyPoint) and element.text), None)
    if title:
        elements = [
            element for element in elements if not (isinstance(element, Heading) and _same(element.text, title))
        ]
    elif at is not None and _can_be_title(elements, at):
        run = _run_of_headings(elements, at)
        chosen = max(
            run,
            key=lambda place: (len(elements[place].text.split()) > 2 and not _is_about(elements[place].text), -place),
        )
        title = elements[chosen].text
        return title, _without_run(elements, [place for place in run if place != chosen], parts, chosen)
    return title, _without_run(
        elements, [place for place in range(min(4, len(elements))) if _is_about(elements[place].text)], parts, None
    )


def _run_of_headings(elements: list[Element], start: int) -> list[int]:
    """Places of the short lines that follow each other from `start`: a title among its menu, byline and date."""
    end = start + 1
    while end < len(elements) and isinstance(elements[end], Heading) and not getattr(elements[end], "sure", True):
        end += 1
    # The last of them heads the text that follows, unless it tells about the article or is alone with the title.
    if end - start > 1 and not _is_about(elements[end - 1].text) and end < len(elements):
        end -= 1
    return list(range(start, end))


def _is_about(text: str) -> bool:
    """Whether a line tells who wrote the article, or when."""
    return len(text) < 90 and (boilerplate.byline(text) is not None or boilerplate.is_dateline(text))


def _without_run(elements: list[Element], places: list[int], parts: _Parts, title: int | None) -> list[Element]:
    for place in places:
        text = elements[place].text
        parts.byline = parts.byline or boilerplate.byline(text)
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
        _is_paragraph(element)
        and 1 < len(words) <= 25
        and not re.search(r"[.,;:]$", element.text)
        and first + 1 < len(elements)
    )


def _first_words(body: list[Element]) -> str | None:
    """The first sentence, where nothing better names the article."""
    text = next((element.text for element in body if _is_paragraph(element)), "")
    sentence = next(iter(language.sentences(text, language.detect(text))), "")
    if len(sentence) <= 120:
        return sentence.rstrip(".") or None
    return re.sub(r"\s+\S*$", "", sentence[:110]).rstrip(",;:–— ") + "…"


def _divide(elements: list[Element], parts: _Parts) -> None:
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
        late = _is_paragraph(element) and place > len(elements) // 2
        if late and boilerplate.is_notice(element.text):
            parts.notices.append(element.text)
        elif late and (named := boilerplate.reference(element.text)):
            parts.references.append(named)
        else:
            parts.body.append(element)
        place += 1
    _take_end(parts)


def _taker(heading: Heading) -> Callable[[list[Element], _Parts], None] | None:
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


def _take_references(elements: list[Element], parts: _Parts) -> None:
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


def _take_notice(elements: list[Element], parts: _Parts) -> None:
    parts.dropped.append(Dropped(elements[0].text, "heading of a notice"))
    parts.notices.extend(line for element in elements[1:] for line in _lines(element))


def _take_key_points(elements: list[Element], parts: _Parts) -> None:
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


def _take_end(parts: _Parts) -> None:
    """Calls to action, pointers and stray names at the end of the body."""
    tail: list[Link] = []
    while parts.body and not isinstance(parts.body[-1], KeyPoint):
        last = parts.body[-1]
        calls = _calls(last)
        if calls:
            tail = [Link(call, _address(last, call)) for call in calls] + tail
        elif isinstance(last, Heading) or _is_stray(last):
            parts.dropped.append(Dropped(last.text, "stray line at the end"))
        else:
            break
        parts.body.pop()
    parts.calls.extend(tail)


def _calls(element: Element) -> list[str]:
    """The calls to action in a closing line; one that is nothing but a link is a button."""
    if not (_is_paragraph(element) or isinstance(element, Heading)):
        return []
    button = isinstance(element, Block) and re.fullmatch(r"<a [^>]*>[^<]{2,60}</a>", element.html)
    return [element.text] if button else boilerplate.calls_to_action(element.text)


def _is_stray(element: Element) -> bool:
    return _is_paragraph(element) and len(element.text.split()) <= 4 and not re.search(r"[.!?”\"]$", element.text)


def _address(element: Element, call: str) -> str | None:
    links = (
        re.findall(r'<a href="([^"]+)"', element.html) if isinstance(element, Block) and call == element.text else []
    )
    return links[0].replace("&amp;", "&") if links else None


def _cut(body: list[Element]) -> tuple[tuple[Block, ...], tuple[Section, ...], list[KeyPoint]]:
    """Lead, sections and key points of `body`."""
    if any(isinstance(element, Heading) for element in body):
        groups = _by_headings(body)
    elif any(isinstance(element, KeyPoint) for element in body):
        groups = _by_key_points(body)
    else:
        groups = _by_shape([element for element in body if isinstance(element, Block)])
    lead, *rest = groups
    sections, points = [], [element for element in lead if isinstance(element, KeyPoint)]
    for index, group in enumerate(rest):
        heading = group[0].text if isinstance(group[0], Heading) else None
        blocks = tuple(element for element in group if isinstance(element, Block))
        sections.append(Section(heading, blocks))
        points += _introduced(blocks, index)
        points += [replace(element, section=index) for element in group if isinstance(element, KeyPoint)]
    return tuple(element for element in lead if isinstance(element, Block)), tuple(sections), points


def _introduced(blocks: tuple[Block, ...], index: int) -> list[KeyPoint]:
    """The items of a list whose introduction calls them key points."""
    pairs = pairwise(blocks)
    return [
        KeyPoint(item.text, section=index)
        for before, block in pairs
        if callouts.introduces_key_points(before.text)
        for item in block.items
    ]


def _by_headings(body: list[Element]) -> list[list[Element]]:
    groups: list[list[Element]] = [[]]
    for element in body:
        if isinstance(element, Heading):
            groups.append([])
        groups[-1].append(element)
    return groups


def _by_key_points(body: list[Element]) -> list[list[Element]]:
    """Without headings a 💡 closes its section. The first paragraphs but the one before the first 💡 are the lead."""
    groups: list[list[Element]] = [[]]
    for before, element in zip([None, *body], body, strict=False):
        if isinstance(before, KeyPoint) and not isinstance(element, KeyPoint):
            groups.append([])
        groups[-1].append(element)
    first = groups[0]
    blocks = [element for element in first if isinstance(element, Block)]
    if isinstance(first[0], KeyPoint) or len(blocks) < 2 or any(block.items for block in blocks):
        return [[], *groups]
    lead = first[: min(2, len(blocks) - 1)]
    return [list(lead), first[len(lead) :], *groups[1:]]


def _by_shape(blocks: Sequence[Block]) -> list[list[Element]]:
    """Without headings and key points: a list ends its section, so does a pointer ahead; runs are taken in twos."""
    lead = blocks[: 2 if len(blocks) > 3 and not any(block.items for block in blocks[:3]) else 1]
    groups: list[list[Block]] = [[]]
    for block in blocks[len(lead) :]:
        groups[-1].append(block)
        if block.items or _FORWARD.search(block.text):
            groups.append([])
    parts = [list(lead), *(part for group in groups for part in _in_twos(group))]
    return [[*part] for part in parts]


def _in_twos(group: list[Block]) -> list[list[Block]]:
    if len(group) <= 3 or any(block.items for block in group):
        return [group] if group else []
    pairs = [group[at : at + 2] for at in range(0, len(group) - 1, 2)]
    return [*pairs[:-1], group[len(pairs) * 2 - 2 :]]  # an odd one goes with the last pair
