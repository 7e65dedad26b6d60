"""Markdown with front matter -> elements.

CommonMark breaks callouts (the body of `!!! tip` becomes code, an `<aside>` two blocks of raw HTML), so lines are
scanned for them first; what remains goes through markdown-it, and callouts' bodies in turn.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from itertools import takewhile
from typing import Any

from markdown_it import MarkdownIt, rules_core
from markdown_it.rules_core import StateCore

from pipeline.ingest import callouts, frontmatter, html, inline, preamble, tooling
from pipeline.ingest.beside import Beside
from pipeline.ingest.elements import Document
from pipeline.ingest.garbage import uncollected
from pipeline.model import Dropped

_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_LEVELS = 100  # of lists and quotes; what is nested more deeply the parser leaves out without a word
_INLINE_LEVELS = 20
_MARKS = 15  # of lists and quotes before one line
_COLUMNS = 64  # of blanks before one line: a list in a list needs two, and makes two levels
_PREFIX = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*")
_BULB_LINE = re.compile(rf"^ {{0,3}}(?:\*\*|__)?{callouts.BULB}")
_OPTION = re.compile(r"^\s*:[\w-]+:(?: .*)?$")
_BOXES = 8  # callouts inside each other; deeper ones are text


_TAGS = "tags of a site builder"  # in the parser's environment, where they are gathered


@uncollected()
def read(source: str, place: str = "this file", base: str | None = None, near: Beside | None = None) -> Document:
    """Markdown as a document.

    Args:
        source: The Markdown, decoded.
        place: What errors call it.
        base: Address for relative links, where it states none of its own.
        near: Finds images that lie beside it.

    Raises:
        SourceError: the front matter is not YAML.
    """
    return _read(source, place, base, partial(html.read, near=near), preamble.split)


@uncollected()
def fragment(source: str, place: str, base: str) -> Document:
    """Markdown that is ours as a whole: nothing of it is taken for the page around an article.

    Args:
        source: The Markdown, decoded.
        place: What errors call it.
        base: Where relative links start.

    Raises:
        SourceError: the front matter is not YAML.
    """
    return _read(source, place, base, html.fragment, frontmatter.split)


def _read(
    source: str, place: str, base: str | None, page: Callable[[str, str | None], Document], split: preamble.Split
) -> Document:
    fields, body = split(source, place)
    body, dropped, notes = tooling.without_marks(body)
    properties, body = tooling.properties(body)
    parser = _parser()
    env: dict[str, Any] = {}
    lines = _parted(body.split("\n"))
    if "]:" in body:
        parser.block.parse("\n".join(lines), parser, env, [])  # gathers link definitions, wherever they stand
    url = frontmatter.url_in(fields) or frontmatter.url_in(properties) or base
    document = page(_to_html(lines, parser, env), url)
    dropped += env.get(_TAGS, [])
    dropped += [Dropped(f"{entry.key}: {entry.text}", "property of the page") for entry in properties]
    document = replace(
        document,
        url=None,
        notes=(*document.notes, *(_note(note, parser, env) for note in notes)),
        dropped=(*document.dropped, *dropped),
    )
    return frontmatter.stated(frontmatter.stated(document, properties, place), fields, place)


def _note(source: str, parser: MarkdownIt, env: dict[str, Any]) -> str:
    """The text of a footnote; a link in it keeps its address, for a reference is plain text."""
    linked = re.sub(r'<a href="([^"]+)"[^>]*>(?!\1)(.*?)</a>', r"\2 (\1)", parser.renderInline(source, env))
    return inline.plain(linked)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _LEVELS}).enable(["table", "strikethrough"])

    def inline_rule(state: StateCore) -> None:
        # Brackets in brackets take a time that grows with the levels, and none of them is lost by having few.
        state.md.options["maxNesting"] = _INLINE_LEVELS
        rules_core.inline(state)
        state.md.options["maxNesting"] = _LEVELS

    parser.core.ruler.at("inline", inline_rule)
    return parser


def _parted(lines: list[str]) -> list[str]:
    """`lines` with a blank one before each that opens with a 💡, and with a callout's tags on lines of their own.

    People write a 💡 right below a paragraph.
    """
    parted: list[str] = []
    fence = ""
    for line in lines:
        fence = _fence_after(line, fence)
        if fence:
            parted.append(line)
            continue
        if callouts.has_sign(line) and _BULB_LINE.match(line) and parted and parted[-1].strip():
            parted.append("")
        parted += callouts.unfolded(_shallow(line))
    return parted


def _shallow(line: str) -> str:
    """`line` with no more marks and blanks before it than the parser's levels hold."""
    match = None if line[:1].isalpha() else _PREFIX.match(line)
    if match is None or match.end() <= _MARKS:
        return line
    kept, marks, columns = "", 0, 0
    for token in re.findall(r"[ \t]+|>|[^ \t>]+", match[0]):
        if token.isspace():
            kept += token.expandtabs(4)[: _COLUMNS - columns]
            columns = min(_COLUMNS, columns + len(token.expandtabs(4)))
        elif marks < _MARKS:
            kept += token
            marks += 1
    return kept + line[match.end() :]


@dataclass(frozen=True)
class _Callout:
    """A callout found in source lines; `after` is the line that follows it."""

    kind: str
    title: str
    body: list[str]
    after: int


def _to_html(lines: list[str], parser: MarkdownIt, env: dict[str, Any], depth: int = 0) -> str:
    """`lines` as HTML, callouts as boxes that html.py knows. Those inside a list come after it, and it stays whole."""
    made: list[str] = []
    plain: list[str] = []
    held: list[str] = []
    closings = _Closings(lines)
    place, fence, listed = 0, "", False
    while place < len(lines):
        line = lines[place]
        listed = _in_list(lines, place, listed)
        if held and not listed:
            made += [parser.render("\n".join(plain), env), *held]
            plain, held = [], []
        found = None if fence or depth == _BOXES else _callout_at(lines, place, closings)
        if found is None and listed and not fence and depth < _BOXES:
            found = _callout_in_item(lines, place)
        if found is None:
            fence = _fence_after(line, fence)
            bare, tags = (line, []) if fence else tooling.without_tag(line)
            env.setdefault(_TAGS, []).extend(tags)
            plain.append(bare)
            place += 1
            continue
        box, place = _box(found, parser, env, depth), found.after
        if listed:
            held.append(box)
        else:
            made += [parser.render("\n".join(plain), env), box]
            plain = []
    return "\n".join([*made, parser.render("\n".join(plain), env), *held])


_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_MOST_IN_ITEM = 200  # lines of a list's item that are looked through for the end of a callout


def _in_list(lines: list[str], place: int, listed: bool) -> bool:
    """Whether a line belongs to a list: to its items, to what is indented below them, or to a paragraph begun there."""
    line = lines[place]
    if _ITEM.match(line):
        return True
    return listed and (not line.strip() or line[0] in " \t" or bool(place and lines[place - 1].strip()))


def _callout_in_item(lines: list[str], place: int) -> _Callout | None:
    """A callout that is indented as deeply as the text of a list's item."""
    indent = re.match(r"[ \t]*", lines[place])[0]  # type: ignore[index]
    if len(indent) < 2 or not callouts.MAY_OPEN.match(lines[place]):
        return None
    region = takewhile(lambda line: not line.strip() or line.startswith(indent), lines[place : place + _MOST_IN_ITEM])
    inner = [line[len(indent) :] for line in region]
    found = _callout_at(inner, 0, _Closings(inner))
    return replace(found, after=place + found.after) if found else None


def _box(found: _Callout, parser: MarkdownIt, env: dict[str, Any], depth: int) -> str:
    inner = _to_html(found.body, parser, env, depth + 1)
    if not found.kind:
        title = parser.renderInline(found.title, env)
        return f"<div>{f'<p>{title}</p>' if title else ''}{inner}</div>"
    return f'<div data-callout-kind="{escape(found.kind)}" data-callout-title="{escape(found.title)}">{inner}</div>'


def _fence_after(line: str, fence: str) -> str:
    """The code fence that is open after `line`, or nothing."""
    if not fence and "```" not in line and "~~~" not in line:
        return ""
    match = _FENCE.match(line)
    if fence:
        return "" if re.match(rf"^ {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}\s*$", line) else fence
    return match[1] if match else ""


class _Closings:
    """Where callouts may close in `lines`, looked up once for all of them."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._matching: dict[str, list[int]] = {}
        self._same: dict[str, list[int]] = defaultdict(list)

    def after(self, start: int, pattern: str, fence: str) -> int | None:
        """The first line from `start` on that is `fence`, or matches `pattern` where there is no fence."""
        if not fence and pattern not in self._matching:
            self._matching[pattern] = [at for at, line in enumerate(self._lines) if re.match(pattern, line)]
        if fence and not self._same:
            for at, line in enumerate(self._lines):
                self._same[line.strip()].append(at)
        places = self._same.get(fence, []) if fence else self._matching[pattern]
        at = bisect_left(places, start)
        return places[at] if at < len(places) else None


def _callout_at(lines: list[str], place: int, closings: _Closings) -> _Callout | None:
    for opening in callouts.OPENINGS if callouts.MAY_OPEN.match(lines[place]) else ():
        match = opening.start.match(lines[place])
        found = _body(lines, place + 1, opening, match, closings) if match else None
        if match is None or found is None:
            continue
        body, after = found
        groups = match.groupdict()
        options = list(takewhile(_OPTION.match, body)) if groups.get("fence") or opening.end == "indented" else []
        stated = callouts.kind_of(" ".join(options)) if options else None
        body = body[len(options) :]
        beside = (groups.get("beside") or "").strip() or _beside_title(lines[place], match)
        body = [beside, *([""] if groups.get("title") else []), *body] if beside else body
        title = (groups.get("title") or "").strip()
        return _Callout(stated or _kind(opening, groups, lines[place], title, body), title, body, after)
    return None


def _kind(opening: callouts.Opening, groups: dict[str, str | None], line: str, title: str, body: list[str]) -> str:
    """The kind of a callout; nothing for a box that is none, whose text is text."""
    icon = callouts.icon_kind(line)
    joined = "\n".join(body)
    inside = callouts.bulb(joined) is not None or callouts.icon_kind(joined[:200]) is not None
    if icon is not None:
        return "key" if icon == "key point" else "warning"
    if opening.bulb_only:
        return "key" if inside or callouts.bulb(title) is not None else ""
    name = groups.get("kind") or "key"
    return name if callouts.kind_of(name) or name.casefold() == "callout" else ("key" if inside else "")


def _beside_title(line: str, match: re.Match[str]) -> str:
    """What stands on an opening line behind a title in brackets; braces hold only attributes."""
    rest = line[match.end("title") :] if match.groupdict().get("title") else ""
    return rest[1:].strip() if rest.startswith("]") and not rest[1:].lstrip().startswith("{") else ""


def _body(
    lines: list[str], start: int, opening: callouts.Opening, match: re.Match[str], closings: _Closings
) -> tuple[list[str], int] | None:
    """The callout's own lines, without their marks, and the line after it. An unclosed one is one paragraph.

    None where an opening that needs a text right below it has none.
    """
    if opening.end == "quoted":
        end = next((at for at in range(start, len(lines)) if not re.match(r"^ {0,3}>", lines[at])), len(lines))
        return [re.sub(r"^ {0,3}> ?", "", line) for line in lines[start:end]], end
    if opening.end == "indented":
        return _indented(lines, start)
    if opening.end in {"paragraph", "delimited"}:
        return _below(lines, start, beside="beside" in match.groupdict())
    fence = match.groupdict().get("fence") or ""
    last = closings.after(start, opening.end, fence)
    if last is not None:
        return lines[start:last], last + 1
    first = next((at for at in range(start, len(lines)) if lines[at].strip()), len(lines))
    end = _end_of_paragraph(lines, first)
    return lines[start:end], end


def _indented(lines: list[str], start: int) -> tuple[list[str], int]:
    """What is indented as deeply as the first line that says something, four blanks at most."""
    first = next((line for line in lines[start : start + 3] if line.strip()), "")
    indent = re.match(r" {2,4}|\t", first)
    end = start
    while indent and end < len(lines) and (not lines[end].strip() or lines[end].startswith((indent[0], "\t"))):
        end += 1
    width = len(indent[0]) if indent else 0
    return [re.sub(rf"^(?: {{{width}}}|\t)", "", line) for line in lines[start:end]], end


_DELIMITER = re.compile(r"^(={4,}|-{2,}|\*{4,}|_{4,})\s*$")


def _below(lines: list[str], start: int, *, beside: bool) -> tuple[list[str], int] | None:
    """The paragraph at `start`, or what stands there between two lines of the same signs."""
    if start >= len(lines) or not lines[start].strip():
        return ([], start) if beside else None
    signs = None if beside else _DELIMITER.match(lines[start])
    closing = [at for at in range(start + 1, min(len(lines), start + 500)) if signs and lines[at].strip() == signs[1]]
    if closing:
        return lines[start + 1 : closing[0]], closing[0] + 1
    end = _end_of_paragraph(lines, start)
    return lines[start:end], end


def _end_of_paragraph(lines: list[str], start: int) -> int:
    return next((at for at in range(start, len(lines)) if not lines[at].strip()), len(lines))
