"""Word documents -> elements, by mammoth's HTML and the reader of HTML. Only this knows mammoth."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import mammoth
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.errors import SourceError
from pipeline.ingest import callouts, html, inline, labels, repair
from pipeline.ingest.elements import Document
from pipeline.ingest.nesting import parse
from pipeline.ingest.stated import own_title, with_facts
from pipeline.ingest.text import looks_like_heading
from pipeline.ingest.word.parts import unpack

# Styles beside mammoth's own, by the names that Word and LibreOffice keep in every language.
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Preformatted Text'] => pre:separator('\\n')
"""
_TEXT = frozenset({"p", "ul", "ol", "table", "div", "blockquote"})
_NOTES = "li[id^=footnote-], li[id^=endnote-]"


def read(source: bytes, place: str = "this file") -> Document:
    """A Word document as a document.

    Args:
        place: Where it came from, for errors.

    Raises:
        SourceError: it is locked, damaged, in another format, or far larger than an article.
    """
    try:
        parts = unpack(source, place)
        made = mammoth.convert_to_html(
            io.BytesIO(parts.plain),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda _: {"src": "data:"}),
        ).value
    except SourceError:
        raise
    except Exception as error:  # damage shows as any error that Python has
        raise SourceError(f"{place} is damaged and cannot be read as Word document. Save it again.") from error
    tree = parse(made)
    notes = _taken_notes(tree)
    title = _title(tree) or own_title(parts.title)
    _open_boxes(tree)
    _make_lists(tree)
    _raise_headings(tree)
    document = html.read(tree.body.inner_html or "" if tree.body else "")
    document = replace(document, notes=tuple(notes), dropped=(*document.dropped, *parts.dropped))
    return with_facts(
        document, title=title or document.title, author=parts.author, spoken=parts.language, created=parts.created
    )


def _taken_notes(tree: LexborHTMLParser) -> list[str]:
    """The texts of footnotes and endnotes, taken out of the tree."""
    found = []
    for node in tree.css(_NOTES):
        for back in node.css("a[href^='#footnote-ref-'], a[href^='#endnote-ref-']"):
            back.decompose()
        found.append(inline.from_nodes([node], None).text)
        node.decompose()
    return [text for text in found if text]


def _title(tree: LexborHTMLParser) -> str:
    """What has the style of a title."""
    return " ".join(inline.from_nodes([node], None).text for node in tree.css("h1.title")).strip()


def _open_boxes(tree: LexborHTMLParser) -> None:
    """Make a callout of a box that a 💡 opens, and ordinary text of any other table that only places things."""
    for table in reversed(tree.css("table")):
        rows = [list(row.css("td, th")) for row in table.css("tr")]
        cells = [cell for row in rows for cell in row]
        label, lit = _opening(table)
        narrow = all(len(row) == 1 for row in rows)
        if lit and (narrow or (len(rows) == 1 and len(cells) == 2)):
            _unwrap(tree, table, cells, "key point", label)
        elif narrow or (len(rows) == 1 and any(len(cell.css("p, li")) > 1 for cell in cells)):
            _unwrap(tree, table, cells)


def _opening(table: LexborNode) -> tuple[LexborNode | None, bool]:
    """The label at the head of a table ("Tip"), and whether a 💡 opens what it says."""
    paragraphs = [node for node in table.css("p, h1, h2, h3, h4, h5, h6, li") if (node.text() or "").strip()]
    first, second = (
        ((node.text() or "").strip() for node in (paragraphs + paragraphs[-1:])[:2]) if paragraphs else ("", "")
    )
    if callouts.bulb(first) is not None:
        return None, True
    if labels.is_label(first) and callouts.bulb(second) is not None:
        return paragraphs[0], True
    return None, False


def _unwrap(
    tree: LexborHTMLParser,
    table: LexborNode,
    cells: list[LexborNode],
    kind: str | None = None,
    label: LexborNode | None = None,
) -> None:
    """Put what stands in `cells` in place of their table, as a callout of that kind or as ordinary text."""
    box = tree.create_node("div")
    if kind:
        box.attrs["data-callout-kind"] = kind  # see callouts.HTML_RULES
    if label is not None:
        box.attrs["data-callout-title"] = (label.text() or "").strip()
        label.decompose()
    for cell in cells:
        _move(cell, box)
    table.insert_before(box)
    table.decompose()


def _move(source: LexborNode, target: LexborNode) -> None:
    """Put what stands in `source` at the end of `target`."""
    for child in list(source.iter(include_text=True)):
        target.insert_child(child)


def _make_lists(tree: LexborHTMLParser) -> None:
    """Make lists of paragraphs in a row whose bullets or numbers were typed."""
    for pattern, tag in ((repair.BULLET, "ul"), (repair.NUMBER, "ol")):
        runs: list[list[LexborNode]] = [[]]
        for node in tree.body.iter() if tree.body else ():
            if node.tag == "p" and pattern.match(node.text() or ""):
                runs[-1].append(node)
            elif runs[-1]:
                runs.append([])
        for run in runs:
            if len(run) > 1 and not any(callouts.bulb(node.text() or "") is not None for node in run):
                _list(tree, run, pattern, tag)


def _list(tree: LexborHTMLParser, run: list[LexborNode], pattern: re.Pattern[str], tag: str) -> None:
    listed = tree.create_node(tag)
    for node in run:
        item = tree.create_node("li")
        words = next((inner for inner in node.traverse(include_text=True) if inner.tag == "-text"), None)
        if words is not None and pattern.match(words.text_content or ""):
            words.replace_with(pattern.sub("", words.text_content or "", count=1))
        _move(node, item)
        listed.insert_child(item)
    run[0].insert_before(listed)  # only now: what is inserted is a copy
    for node in run:
        node.decompose()


def _raise_headings(tree: LexborHTMLParser) -> None:
    """Make headings of short bold paragraphs above others: so they are written where styles are not used."""
    for paragraph in tree.css("body > p"):
        text, below = (paragraph.text() or "").strip(), paragraph.next
        bold = "".join(node.text() or "" for node in paragraph.css("strong")).strip()
        if below is None or below.tag not in _TEXT or not (below.text() or "").strip() or not text or bold != text:
            continue
        if looks_like_heading(text) and callouts.bulb(text) is None:
            heading = tree.create_node("h3")
            _move(paragraph, heading)
            paragraph.replace_with(heading)
