"""PDF, of a magazine or of an ordinary export -> elements. What a paragraph is, its type tells: size, weight, place."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby

from pipeline.errors import SourceError
from pipeline.ingest import callouts, text
from pipeline.ingest.elements import Document, Element, Heading, is_paragraph
from pipeline.ingest.links import absolute
from pipeline.ingest.pdf.layout import Stack, ordered
from pipeline.ingest.pdf.lines import UNKNOWN, Line
from pipeline.ingest.pdf.pages import deadline, open_pdf
from pipeline.ingest.pdf.paragraphs import Paragraph, Setting, is_body, paragraphs_of, setting_of, whole
from pipeline.ingest.pdf.roles import Roles, roles_of
from pipeline.ingest.pdf.running import without_running
from pipeline.ingest.stated import own_title, with_facts
from pipeline.model import Block, Dropped, Item

PICTURE = "picture inside the PDF, without an address"
_INDENT = 2.0  # sizes: so far in stand items whose bullets are drawn, not written
_FEW_LETTERS = 3  # a scan has none, or the stamp of a scanner
_MOST_UNKNOWN = 0.3  # share of signs without meaning from which on nothing can be read


def read(source: bytes, place: str = "this file", clock: Callable[[], float] = time.monotonic) -> Document:
    """A PDF as a document.

    Args:
        place: Where it came from, for errors.
        clock: Seconds that only grow.

    Raises:
        SourceError: it is locked, damaged, far larger than an article, or holds no text.
    """
    in_time = deadline(place, clock)
    pdf = open_pdf(source, place, in_time)
    pages, dropped = without_running(pdf.pages)
    if not any(pages):
        pages, dropped = [list(page) for page in pdf.pages], []
    unknown = _unknown_in(pages, place)
    stacks = [stack for page in pages for stack in _in_order(page, in_time)]
    setting = setting_of(stacks)
    paragraphs = whole(paragraphs_of(stacks, setting), setting)
    stated = own_title(pdf.title)
    roles = roles_of(paragraphs, setting, stated, pdf.pictures)
    elements = _elements(roles, setting)
    dropped += [Dropped(words, "text set upright beside the article") for words in pdf.turned if words]
    dropped += [Dropped(f"{unknown} signs", "sign whose letter the PDF does not tell")] if unknown else []
    dropped += [Dropped(words, PICTURE) for words in pdf.shown]
    if (count := sum(pdf.pictures) - len(pdf.shown)) > 0:
        dropped.append(Dropped(f"{count} picture{'s' * (count > 1)}", PICTURE))
    document = Document(tuple(elements), notes=tuple(roles.notes), dropped=(*dropped, *roles.dropped))
    title = roles.title or stated
    return with_facts(document, title=title, author=pdf.author, spoken=pdf.language, created=pdf.created)


def _in_order(page: Sequence[Line], in_time: Callable[[], None]) -> list[Stack]:
    in_time()
    return ordered(page)


def _unknown_in(pages: Iterable[Iterable[Line]], place: str) -> int:
    """How many signs there are whose letters the file does not tell.

    Raises:
        SourceError: too many, or there are no letters at all.
    """
    words = "".join(line.text for page in pages for line in page)
    unknown = sum(char == UNKNOWN or "\ue000" <= char <= "\uf8ff" for char in words)
    if sum(map(str.isalpha, words)) < _FEW_LETTERS and not unknown:
        raise SourceError(
            f"{place} holds pictures of pages and no text. Save it with text recognition (OCR), or give its text."
        )
    if unknown > len(words) * _MOST_UNKNOWN:
        raise SourceError(f"{place} does not say which letters its signs are. Print it to a new PDF, or give its text.")
    return unknown


def _elements(roles: Roles, setting: Setting) -> list[Element]:
    """Headings as they are, rows as tables, and the paragraphs between them by their looks."""
    styled = any(level is not None for _, level in roles.body)
    found: list[Element] = []
    for form, run in groupby(_listed(roles.body), key=lambda one: _form(one[0], one[1], setting)):
        some = list(run)
        texts = [words for *_, words in some]
        if form == "heading":
            found += [Heading(paragraph.text, level or 2) for paragraph, level, _ in some]
        elif form == "table":
            found.append(Block("table", "\n".join(texts)))
        else:
            made = text.elements(texts, headings=not styled)
            if form == "quote" and found:
                made = [_quoted(one) for one in made]
            found += _linked(made, [link for paragraph, *_ in some for line in paragraph.lines for link in line.links])
    return found


def _quoted(element: Element) -> Element:
    return replace(element, kind="quote") if isinstance(element, Block) and is_paragraph(element) else element


def _form(paragraph: Paragraph, level: int | None, setting: Setting) -> str:
    if level is not None:
        return "heading"
    large = paragraph.size > 1.12 * setting.size and not is_body(paragraph, setting)
    if paragraph.kind == "quote" or (large and not paragraph.kind):
        return "quote"
    return "table" if paragraph.kind == "row" else "text"


def _listed(body: Sequence[tuple[Paragraph, int | None]]) -> list[tuple[Paragraph, int | None, str]]:
    """Each paragraph with its text; the items of a list whose bullets were only drawn get one."""
    indented = [at > 0 and _is_indented(body, at) for at in range(len(body))]
    return [
        (paragraph, level, f"• {paragraph.text}" if _lacks_bullet(body, indented, at) else paragraph.text)
        for at, (paragraph, level) in enumerate(body)
    ]


def _lacks_bullet(body: Sequence[tuple[Paragraph, int | None]], indented: Sequence[bool], at: int) -> bool:
    paragraph, _ = body[at]
    if paragraph.kind == "li":
        return not paragraph.is_item and callouts.bulb(paragraph.text) is None
    return indented[at] and _in_run(body, indented, at)


def _is_indented(body: Sequence[tuple[Paragraph, int | None]], at: int) -> bool:
    """Whether a paragraph stands further in than the last one that does not."""
    paragraph, level = body[at]
    left = min(line.left for line in paragraph.lines)
    if level is not None or paragraph.is_item or paragraph.kind:
        return False
    near = (other for other, _ in reversed(body[max(0, at - 12) : at]) if other.last.page == paragraph.first.page)
    outer = next((one for one in near if min(line.left for line in one.lines) < left - 1), None)
    if outer is None:
        return False
    step = left - min(line.left for line in outer.lines)
    return _INDENT * paragraph.size <= step < 5 * paragraph.size and max(line.right for line in outer.lines) > left


def _in_run(body: Sequence[tuple[Paragraph, int | None]], indented: Sequence[bool], at: int) -> bool:
    """Whether a neighbour stands as far in: one alone is a quotation."""
    return any(
        0 <= near < len(body) and indented[near] and abs(body[near][0].first.left - body[at][0].first.left) < 1
        for near in (at - 1, at + 1)
    )


def _linked(elements: list[Element], links: Sequence[tuple[str, str]]) -> list[Element]:
    """`elements` with the addresses that lie over words of theirs, in their order."""
    waiting = [(words, url) for words, address in links if (url := absolute(None, address))]
    made: list[Element] = []
    for element in elements:
        if isinstance(element, Block) and element.items:
            items = tuple(Item(item.text, _with_links(item.html, waiting), item.depth) for item in element.items)
            made.append(replace(element, items=items))
        elif isinstance(element, Block):
            made.append(replace(element, html=_with_links(element.html, waiting)))
        else:
            made.append(element)
    return made


def _with_links(html: str, waiting: list[tuple[str, str]]) -> str:
    """`html` with the links that wait for its words, which wait no longer."""
    done, rest = "", html
    while waiting:
        words, url = escape(waiting[0][0], quote=False), waiting[0][1]
        at = rest.find(words)
        if at < 0:
            break
        done += f'{rest[:at]}<a href="{escape(url)}">{words}</a>'
        rest = rest[at + len(words) :]
        waiting.pop(0)
    return re.sub(r'(<a href="([^"]*)">[^<]*)</a>( ?)<a href="\2">', r"\1\3", done + rest)
