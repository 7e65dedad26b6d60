"""Markdown with front matter -> elements.

CommonMark breaks callouts (the body of `!!! tip` becomes code, an `<aside>` two blocks of raw HTML), so lines are
scanned for them first; what remains goes through markdown-it, and callouts' bodies in turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

from markdown_it import MarkdownIt, rules_core
from markdown_it.rules_core import StateCore

from pipeline.ingest import callout_lines, callouts, frontmatter, html, inline, preamble, tooling
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


def _to_html(lines: list[str], parser: MarkdownIt, env: dict[str, Any], depth: int = 0) -> str:
    """`lines` as HTML, callouts as boxes that html.py knows. Those inside a list come after it, and it stays whole."""
    made: list[str] = []
    plain: list[str] = []
    held: list[str] = []
    closings = callout_lines.Closings(lines)
    place, fence, listed = 0, "", False
    while place < len(lines):
        line = lines[place]
        listed = _in_list(lines, place, listed)
        if held and not listed:
            made += [parser.render("\n".join(plain), env), *held]
            plain, held = [], []
        found = None if fence or depth == _BOXES else callout_lines.at_line(lines, place, closings)
        if found is None and listed and not fence and depth < _BOXES:
            found = callout_lines.in_item(lines, place)
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


def _in_list(lines: list[str], place: int, listed: bool) -> bool:
    """Whether a line belongs to a list: to its items, to what is indented below them, or to a paragraph begun there."""
    line = lines[place]
    if _ITEM.match(line):
        return True
    return listed and (not line.strip() or line[0] in " \t" or bool(place and lines[place - 1].strip()))


def _box(found: callout_lines.Callout, parser: MarkdownIt, env: dict[str, Any], depth: int) -> str:
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
