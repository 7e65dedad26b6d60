"""Markdown with front matter -> elements.

CommonMark breaks callouts (the body of `!!! tip` becomes code, an `<aside>` two blocks of raw HTML), so lines are
scanned for them first; what remains goes through markdown-it, and callouts' bodies in turn.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from markdown_it import MarkdownIt, rules_core
from markdown_it.rules_core import StateCore

from pipeline.ingest import callouts, frontmatter, html, tooling
from pipeline.ingest.elements import Document
from pipeline.model import Dropped

_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_LEVELS = 100  # of lists and quotes; what is nested more deeply the parser leaves out without a word
_INLINE_LEVELS = 20
_MARKS = 15  # of lists and quotes before one line
_COLUMNS = 64  # of blanks before one line: a list in a list needs two, and makes two levels
_PREFIX = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*")
_BOXES = 8  # callouts inside each other; deeper ones are text


def read(source: str, place: str = "this file") -> Document:
    """Markdown as a document. `place` names it in errors.

    Raises:
        SourceError: the front matter is not YAML.
    """
    fields, body = frontmatter.split(source, place)
    body, dropped, notes = tooling.without_marks(body)
    properties, body = tooling.properties(body)
    parser = _parser()
    env: dict[str, Any] = {}
    lines = _parted(body.split("\n"))
    parser.block.parse("\n".join(lines), parser, env, [])  # gathers link definitions, wherever in the file they stand
    url = frontmatter.url_in(fields) or frontmatter.url_in(properties)
    document = html.read(_to_html(lines, parser, env), url)
    dropped += [Dropped(f"{entry.key}: {entry.text}", "property of the page") for entry in properties]
    document = replace(document, url=None, notes=tuple(notes), dropped=(*document.dropped, *dropped))
    return frontmatter.stated(frontmatter.stated(document, properties), fields)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _LEVELS}).enable(["table", "strikethrough"])

    def inline(state: StateCore) -> None:
        # Brackets in brackets take a time that grows with the levels, and none of them is lost by having few.
        state.md.options["maxNesting"] = _INLINE_LEVELS
        rules_core.inline(state)
        state.md.options["maxNesting"] = _LEVELS

    parser.core.ruler.at("inline", inline)
    return parser


def _parted(lines: list[str]) -> list[str]:
    """`lines` with a blank one before each that opens with a 💡: people write them right below a paragraph."""
    parted: list[str] = []
    fence = ""
    for line in lines:
        fence = _fence_after(line, fence)
        if not fence and re.match(r"^ {0,3}(?:\*\*|__)?💡", line) and parted and parted[-1].strip():
            parted.append("")
        parted.append(line if fence else _shallow(line))
    return parted


def _shallow(line: str) -> str:
    """`line` with no more marks and blanks before it than the parser's levels hold."""
    match = _PREFIX.match(line)
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
    """`lines` as HTML, callouts as boxes that html.py knows."""
    made: list[str] = []
    plain: list[str] = []
    closings = _Closings(lines)
    place, fence = 0, ""
    while place < len(lines):
        found = None if fence or depth == _BOXES else _callout_at(lines, place, closings)
        if found is None:
            fence = _fence_after(lines[place], fence)
            plain.append(lines[place])
            place += 1
            continue
        made += [parser.render("\n".join(plain), env), _box(found, parser, env, depth)]
        plain, place = [], found.after
    made.append(parser.render("\n".join(plain), env))
    return "\n".join(made)


def _box(found: _Callout, parser: MarkdownIt, env: dict[str, Any], depth: int) -> str:
    inner = _to_html(found.body, parser, env, depth + 1)
    if not found.kind:
        return f"<div>{inner}</div>"
    return f'<div data-callout-kind="{escape(found.kind)}" data-callout-title="{escape(found.title)}">{inner}</div>'


def _fence_after(line: str, fence: str) -> str:
    """The code fence that is open after `line`, or nothing."""
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
        for at, line in enumerate(lines):
            self._same[line.strip()].append(at)

    def after(self, start: int, pattern: str, fence: str) -> int | None:
        """The first line from `start` on that is `fence`, or matches `pattern` where there is no fence."""
        if not fence and pattern not in self._matching:
            self._matching[pattern] = [at for at, line in enumerate(self._lines) if re.match(pattern, line)]
        places = self._same.get(fence, []) if fence else self._matching[pattern]
        at = bisect_left(places, start)
        return places[at] if at < len(places) else None


def _callout_at(lines: list[str], place: int, closings: _Closings) -> _Callout | None:
    for opening in callouts.OPENINGS:
        match = opening.start.match(lines[place])
        if not match:
            continue
        body, after = _body(lines, place + 1, opening, match, closings)
        groups = match.groupdict()
        kind = groups.get("kind") or "key"
        beside = _beside_title(lines[place], match)
        body = [beside, "", *body] if beside else body
        joined = "\n".join(body)
        if opening.bulb_only and callouts.bulb(joined) is None and callouts.icon_kind(joined[:200]) is None:
            kind = ""  # a box, but no key point: its text is text
        elif callouts.icon_kind(lines[place]) is not None:
            kind = "key" if callouts.icon_kind(lines[place]) == "key point" else "warning"
        return _Callout(kind, (groups.get("title") or "").strip(), body, after)
    return None


def _beside_title(line: str, match: re.Match[str]) -> str:
    """What stands on an opening line behind a title in brackets; braces hold only attributes."""
    rest = line[match.end("title") :] if match.groupdict().get("title") else ""
    return rest[1:].strip() if rest.startswith("]") and not rest[1:].lstrip().startswith("{") else ""


def _body(
    lines: list[str], start: int, opening: callouts.Opening, match: re.Match[str], closings: _Closings
) -> tuple[list[str], int]:
    """The callout's own lines, without their marks, and the line after it. An unclosed one is one paragraph."""
    if opening.end == "quoted":
        end = next((at for at in range(start, len(lines)) if not re.match(r"^ {0,3}>", lines[at])), len(lines))
        return [re.sub(r"^ {0,3}> ?", "", line) for line in lines[start:end]], end
    if opening.end == "indented":
        end = start
        while end < len(lines) and (not lines[end].strip() or lines[end].startswith(("    ", "\t"))):
            end += 1
        return [re.sub(r"^(?: {4}|\t)", "", line) for line in lines[start:end]], end
    last = closings.after(start, opening.end, match.groupdict().get("fence") or "")
    if last is not None:
        return lines[start:last], last + 1
    end = next((at for at in range(start, len(lines)) if lines[at].strip()), len(lines))
    while end < len(lines) and lines[end].strip():
        end += 1
    return lines[start:end], end
