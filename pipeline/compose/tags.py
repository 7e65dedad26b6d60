"""A page of HTML as its tags and stylesheets, each with its place, so that styles go in and the rest stays. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

NUMBER = "data-lichtpunt"
_INSIDE = r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+"""
# Comments come first: what is for Outlook alone stands in them. What is in a style or a title is no markup.
_PIECE = re.compile(
    rf"""<!--.*?(?:-->|\Z) | <![^>]*>
    | <(?P<raw>style|script|title|textarea)(?=[\s/>])(?P<of>{_INSIDE})>(?P<content>.*?)</(?P=raw)\s*>
    | </(?P<end>[a-z][^\s/>]*)[^>]*>
    | <(?P<name>[a-z][^\s/>]*)(?P<attributes>{_INSIDE})>""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")
_CLASSES = re.compile(r"""\bclass\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)


class Tag(NamedTuple):
    """The beginning of an element: `html[start:end]` of its page.

    Attributes:
        name: In small letters.
        attributes: As written, without `style`.
        marks: Its `class` and `id`.
        style: Its own, or nothing.
    """

    start: int
    end: int
    name: str
    attributes: str
    marks: tuple[str, str]
    style: str

    def styled(self, style: str) -> str:
        """The tag with `style`, as `quotable` gives it, for its own."""
        rest = self.attributes.rstrip()
        closed = rest.endswith("/") and (len(rest) == 1 or rest[-2] in " \n\t\"'")  # or the slash ends an address
        rest = rest[:-1].rstrip() if closed else rest
        return f'<{self.name}{rest} style="{style}"{" /" if closed else ""}>'


@dataclass(frozen=True)
class Style:
    """A `<style>` element: `html[start:end]` of its page, with the line break `after` it.

    Attributes:
        line: Where its content begins, from 1.
    """

    start: int
    end: int
    attributes: dict[str, str]
    content: str
    after: str
    line: int


@dataclass(frozen=True)
class Page:
    """Attributes:
    tags: Those that begin an element, outside comments; an element's number is its place among them.
    styles: The stylesheets, outside comments.
    classes: Of all elements, those for Outlook alone included.
    skeleton: The page without its words, its comments and its styles, the number of each element in `NUMBER`.
    """

    tags: tuple[Tag, ...]
    styles: tuple[Style, ...]
    classes: frozenset[str]
    skeleton: str


def read(page: str) -> Page:
    """The tags and stylesheets of `page`."""
    tags: list[Tag] = []
    styles: list[Style] = []
    classes: set[str] = set()
    skeleton: list[str] = []
    last = 0
    for match in _PIECE.finditer(page):
        start, stop = match.span()
        if start > last and not page[last:start].isspace():
            skeleton.append("x")
        last = stop
        name, end, raw = match["name"], match["end"], match["raw"]
        if name:
            attributes, marks, style = _sorted(match["attributes"])
            skeleton.append(f'<{name}{match["attributes"]} {NUMBER}="{len(tags)}">')
            tags.append(Tag(start, stop, name.lower(), attributes, marks, style))
        elif end:
            skeleton.append(f"</{end}>")
        elif raw and raw.lower() == "style":
            styles.append(_style(match, page))
        elif not raw:
            classes.update(_classes_inside(match[0]))
    classes.update(name for marks in {tag.marks[0] for tag in tags} for name in marks.split())
    return Page(tuple(tags), tuple(styles), frozenset(classes), "".join(skeleton))


@lru_cache(maxsize=1024)  # most elements are like others
def _sorted(written: str) -> tuple[str, tuple[str, str], str]:
    """`written` attributes without the style, their class and id, and the style."""
    found: dict[str, tuple[str, int, int]] = {}
    for match in _ATTRIBUTE.finditer(written):
        found.setdefault(match[1].lower(), (_value(match[2]), match.start(), match.end()))
    style, start, end = found.get("style", ("", 0, 0))
    rest = (written[:start].rstrip() + written[end:]) if end else written
    return rest, (found.get("class", ("",))[0], found.get("id", ("",))[0]), style


def _style(match: re.Match[str], page: str) -> Style:
    attributes = {one[1].lower(): _value(one[2]) for one in _ATTRIBUTE.finditer(match["of"])}
    after = "\n" if page.startswith("\n", match.end()) else ""
    line = page.count("\n", 0, match.start("content")) + 1
    return Style(match.start(), match.end() + len(after), attributes, match["content"], after, line)


def _classes_inside(comment: str) -> Iterator[str]:
    for match in _CLASSES.finditer(comment):
        yield from _value(match[1]).split()


def _value(written: str | None) -> str:
    """An attribute's value as a browser reads it."""
    value = written or ""
    return html.unescape(value[1:-1] if value[:1] in {'"', "'"} else value)


def quotable(style: str) -> str:
    """`style` as it may stand between double quotes; single ones are the shorter way for a font's name."""
    if '"' in style and "'" not in style:
        style = style.replace('"', "'")
    return style.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def replaced(page: str, changes: Iterable[tuple[int, int, str]], table: dict[int, str]) -> str:
    """`page` with each of `changes` (start, end, words) in its place; what stays is translated by `table`."""
    parts, last = [], 0
    for start, end, words in [*changes, (len(page), len(page), "")]:
        kept = page[last:start]
        parts += [kept if kept.isascii() else kept.translate(table), words]
        last = end
    return "".join(parts)
