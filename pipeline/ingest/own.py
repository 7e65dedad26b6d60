"""Our own words for an edition (an agenda, a vacancy, news) -> own blocks. They are read as articles are, and none of
the rules that part an article from what surrounds it on a page apply: all of it is ours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from pipeline import language
from pipeline.ingest import files, markdown
from pipeline.ingest.elements import Document, Element, Heading
from pipeline.model import Block, Dropped, Item, KeyPoint, OwnBlock, Section

_BLANKS = 100_000  # bytes; what is larger is no file that somebody emptied


@dataclass(frozen=True)
class Read:
    """What was read.

    Attributes:
        blocks: Nothing where there are no words.
        dropped: What is not in them, and why.
    """

    blocks: tuple[OwnBlock, ...]
    dropped: tuple[Dropped, ...] = ()


def of_file(path: Path, name: str, site: str, fallback: str) -> Read:
    """The blocks in a file of any format that articles have; an empty file has none.

    Args:
        name: What config.yaml calls them.
        site: Our own, for relative links and pictures.
        fallback: The language of a text that does not tell its own.

    Raises:
        SourceError: it cannot be read.
    """
    if _is_blank(path):
        return Read(())
    return _read(files.document(path, site), name, fallback)


def _is_blank(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size < _BLANKS and not path.read_bytes().strip()
    except OSError:
        return False  # whoever reads it next says why it cannot be read


def of_text(text: str, name: str, place: str, site: str, fallback: str) -> Read:
    """The blocks in Markdown that stands at `place`; otherwise as `of_file`."""
    return _read(markdown.fragment(text, place, site), name, fallback)


def _read(document: Document, name: str, fallback: str) -> Read:
    elements, dropped = _without_empty([*_stated(document), *document.elements, *_notes(document.notes)])
    told = "\n".join(element.text for element in elements)
    spoken = language.settled(document.language, told, fallback)
    unused = (document.byline, document.summary, document.published and f"{document.published:%Y-%m-%d}")
    dropped += [Dropped(text, "blocks of our own show no author, date or summary") for text in unused if text]
    dropped += [Dropped(f"rights: {document.rights}", "a block of our own is ours")] if document.rights else []
    blocks = tuple(_block(group, name, spoken) for group in _groups(elements))
    return Read(blocks, (*document.dropped, *dropped))


def _stated(document: Document) -> list[Element]:
    """A title that stands in front matter only; and what the format sets apart as an introduction."""
    headings = [element.text for element in document.elements if isinstance(element, Heading)]
    title = [Heading(document.title, 1)] if document.title and document.title not in headings else []
    return [*title, *([document.standfirst] if document.standfirst else [])]


def _notes(notes: tuple[str, ...]) -> list[Element]:
    items = tuple(Item(note, escape(note, quote=False)) for note in notes)
    return [Block("list", "\n".join(notes), items=items, ordered=True)] if notes else []


def _without_empty(elements: list[Element]) -> tuple[list[Element], list[Dropped]]:
    """`elements` without headings that have nothing below them."""
    kept: list[Element] = []  # from the last to the first
    dropped: list[Dropped] = []
    for element in reversed(elements):
        below = kept[-1] if kept else None
        if isinstance(element, Heading) and (below is None or _closes(element, below)):
            dropped.append(Dropped(element.text, "heading with nothing below it"))
        else:
            kept.append(element)
    return kept[::-1], dropped[::-1]


def _closes(heading: Heading, below: Element) -> bool:
    return isinstance(below, Heading) and below.level <= heading.level


def _groups(elements: list[Element]) -> list[list[Element]]:
    """A group for each heading of the highest level, and for what stands before the first."""
    highest = min((element.level for element in elements if isinstance(element, Heading)), default=0)
    groups: list[list[Element]] = []
    for element in elements:
        if not groups or (isinstance(element, Heading) and element.level == highest):
            groups.append([])
        groups[-1].append(element)
    return groups


def _block(group: list[Element], name: str, spoken: str) -> OwnBlock:
    title = group[0].text if isinstance(group[0], Heading) else None
    parts: list[tuple[str | None, list[Block]]] = [(title, [])]
    points: list[KeyPoint] = []
    for element in group if title is None else group[1:]:
        if isinstance(element, Heading):
            parts.append((element.text, []))
        elif isinstance(element, KeyPoint):
            section = len(parts) - 2 if len(parts) > 1 else None
            points.append(replace(element, section=section, after=len(parts[-1][1])))
        else:
            parts[-1][1].append(element)
    (_, lead), *others = parts
    sections = tuple(Section(heading, tuple(blocks)) for heading, blocks in others)
    return OwnBlock(name, title, spoken, tuple(lead), sections, tuple(points))
