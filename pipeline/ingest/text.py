"""Plain text, as copied from a page or a PDF -> elements. Headings, lists and 💡 are known by their looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline import language
from pipeline.ingest import callouts, inline, labels, repair, tables
from pipeline.ingest.elements import Document, Element, Heading
from pipeline.model import Block, Dropped, Item, KeyPoint

_HASH = re.compile(r"^(#{1,6})\s+(\S.*)$")
_UNDERLINE = re.compile(r"^\s*(={3,}|-{3,})\s*$")
_RULE = re.compile(r"^\s*([*_=~\-–—·•#]\s?){3,}$")
MOST_HEADING_WORDS = 14


def _no_words(_: str) -> frozenset[str]:
    return frozenset()


def read(source: str, words_of: Callable[[str], frozenset[str]] = _no_words) -> Document:
    """Text as a document. Blanks at line ends must still be there: they tell broken words from whole ones.

    Args:
        words_of: Gives the words of a language, in lower case; only asked where lines were broken.
    """
    lines, signature = _without_signature(source.split("\n"))
    dropped = [Dropped(signature, "signature of a mail")] if signature else []
    wrapped = repair.is_wrapped(lines)
    lines = _dropping_rules(lines, dropped)
    if not wrapped:
        return Document(tuple(_with_title(elements(_said(lines)))), dropped=tuple(dropped))
    whole = repair.unwrap(lines, words_of(language.detect(source)))
    found = _with_pull_quotes(_with_title(elements(_said(whole.paragraphs))))
    standfirst = Block("paragraph", *_both(whole.standfirst)) if whole.standfirst else None
    return Document(tuple(found), standfirst=standfirst, dropped=(*dropped, *whole.dropped))


_SIGNATURE = re.compile(r"^\s*-- ?$")  # RFC 3676, 4.3
_LONGEST_SIGNATURE = 12  # lines


def _without_signature(lines: list[str]) -> tuple[list[str], str]:
    """`lines` above the two dashes that part a mail from its signature, and that."""
    start = max(1, len(lines) - _LONGEST_SIGNATURE)
    mark = next((at for at in range(start, len(lines)) if _SIGNATURE.match(lines[at])), None)
    if mark is None or not any(line.strip() for line in lines[:mark]):
        return lines, ""
    return lines[:mark], "\n".join(line.strip() for line in lines[mark:]).strip()


def _said(lines: list[str]) -> list[str]:
    """The lines that say something, each 💡 that opens a sentence at the beginning of one."""
    return [part.rstrip() for line in lines if line.strip() for part in callouts.at_bulbs(line)]


_ITALIC = re.compile(r"([_*])(?=\S)((?:(?!\1).)+\s(?:(?!\1).)*)(?<=\S)\1")


def _both(text: str) -> tuple[str, str]:
    """A paragraph's text and markup; as people write italics in plain text, `_` or `*` stands around all of it."""
    italic = _ITALIC.fullmatch(text)
    words = inline.from_text(italic[2] if italic else text)
    return words.text, f"<em>{words.html}</em>" if italic else words.html


def _with_pull_quotes(found: list[Element]) -> list[Element]:
    """In set text a few words that neither begin nor end a sentence are a pull quote."""
    return [
        replace(element, kind="quote")
        if isinstance(element, Block) and re.fullmatch(r"[a-zà-þ][^.!?]{20,200}", element.text)
        else element
        for element in found
    ]


def _with_title(found: list[Element]) -> list[Element]:
    """A first line that is one short quotation, and no sentence, is the title: many articles are called by one."""
    first = found[0] if len(found) > 1 else None
    if not isinstance(first, Block) or first.kind != "quote" or not _could_be_title(first.text):
        return found
    return [Heading(first.text, 2, sure=False), *found[1:]]


def _could_be_title(quotation: str) -> bool:
    said = quotation.strip("“”„«» ")
    return len(said.split()) <= MOST_HEADING_WORDS and not quotation.endswith(".") and said[-1:] not in set(".;:,…")


def _dropping_rules(lines: list[str], dropped: list[Dropped]) -> list[str]:
    """Lines without those of signs only; an underlined line becomes a `#` heading."""
    kept: list[str] = []
    for line in lines:
        if _UNDERLINE.match(line) and kept and kept[-1].strip() and looks_like_heading(kept[-1]):
            kept[-1] = f"{'#' if '=' in line else '##'} {kept[-1].strip()}"
            dropped.append(Dropped(line.strip(), "underline of a heading"))
        elif _RULE.match(line):
            dropped.append(Dropped(line.strip(), "a line of signs only"))
            kept.append("")
        elif tables.is_rule(line):
            dropped.append(Dropped(line.strip(), "rule of a table"))
        else:
            kept.append(line)
    return kept


def elements(lines: list[str], *, headings: bool = True) -> list[Element]:
    """What each of `lines`, a paragraph each, is by its looks. Without `headings` a short line is a paragraph."""
    found: list[Element] = []
    place = 0
    while place < len(lines):
        line = lines[place].strip()
        end = _list_end(lines, place)
        if label := labels.before_bulb(line):
            found.append(KeyPoint(label))
        elif callouts.bulb(line) is not None:
            text = re.sub(r"\*\*(.+?)\*\*", r"\1", callouts.bulb(line) or "").removesuffix("**")
            # A bulb alone on its line belongs to the line below it.
            if not text and place + 1 < len(lines) and callouts.bulb(lines[place + 1]) is None:
                place += 1
                text = lines[place].strip()
            if text:
                found.append(KeyPoint(text))
        elif end > place:
            found.append(_list(lines[place:end]))
            place = end - 1
        elif (end := tables.end(lines, place)) > place:
            found.append(tables.table(lines[place:end]))
            place = end - 1
        else:
            found.append(_heading_or_paragraph(lines, place) if headings else paragraph(line))
        place += 1
    return found


def _list_end(lines: list[str], start: int) -> int:
    """Where the list that starts at `start` ends, or `start` where none does. One lonely dash or number is no list."""
    for pattern in (repair.BULLET, repair.NUMBER):
        if not pattern.match(lines[start]):
            continue
        end = start
        while end < len(lines) and pattern.match(lines[end]) and callouts.bulb(lines[end]) is None:
            end += 1
        if end - start > 1 or (pattern is repair.BULLET and lines[start].lstrip()[0] not in "-–—"):
            return end
    return start


def _list(lines: list[str]) -> Block:
    ordered = bool(repair.NUMBER.match(lines[0]))
    texts = [(repair.NUMBER if ordered else repair.BULLET).sub("", line, count=1).strip() for line in lines]
    items = tuple(Item(text, inline.from_text(text).html) for text in texts)
    return Block("list", "\n".join(texts), items=items, ordered=ordered)


def _heading_or_paragraph(lines: list[str], place: int) -> Element:
    line = lines[place].strip()
    marked = _HASH.match(line)
    if marked:
        bare = marked[2].rstrip("#")  # closing signs stand apart: "C#" keeps its own
        return Heading(bare.rstrip() if bare[-1:].isspace() else marked[2], len(marked[1]))
    bare = repair.NUMBER.sub("", line)
    if looks_like_heading(bare) and place + 1 < len(lines):
        return Heading(bare, 2, sure=False)
    return paragraph(line)


def paragraph(line: str) -> Block:
    """A line as a paragraph, or as a quote where it is one quotation."""
    words, html = _both(line)
    return Block("quote" if is_quotation(words) else "paragraph", words, html)


def is_quotation(line: str) -> bool:
    """Whether a line is one quotation from beginning to end."""
    return bool(re.fullmatch(r"[“„«][^“”„»]{20,}[”“»]\.?", line))


def looks_like_heading(line: str) -> bool:
    """A short line that begins like a title and does not end like a sentence."""
    line = line.strip()
    words = line.split()
    if (
        is_quotation(line)
        or not words
        or len(words) > MOST_HEADING_WORDS
        or len(line) > 110
        or re.search(r"[.,;:!…。、，；：！।۔،]$|[.!?]\s+\S|[。！？]\S", line)
    ):
        return False
    first = line.lstrip("“\"'‘«„¿¡(")[:1]
    return (first.isupper() or first.isdigit() or not first.isascii()) and any(char.isalpha() for char in line)
