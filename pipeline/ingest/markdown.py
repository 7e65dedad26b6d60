"""Markdown with front matter -> elements.

CommonMark breaks callouts (the body of `!!! tip` becomes code, an `<aside>` two blocks of raw HTML), so lines are
scanned for them first; what remains goes through markdown-it, and callouts' bodies in turn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from markdown_it import MarkdownIt

from pipeline.ingest import callouts, frontmatter, html
from pipeline.ingest.elements import Document
from pipeline.model import Dropped

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(?!.*\{(?:tip|note|warning|hint|important)\})")


def read(source: str, place: str = "this file") -> Document:
    """Markdown as a document. `place` names it in errors.

    Raises:
        SourceError: the front matter is not YAML.
    """
    fields, body = frontmatter.split(source, place)
    body, dropped, notes = _without_tools(body)
    properties, body = _properties(body)
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    env: dict[str, Any] = {}
    parser.parse(body, env)  # gathers link definitions, wherever in the file they stand
    fields = properties | fields
    document = html.read(_to_html(_parted(body.split("\n")), parser, env), frontmatter.url_in(fields))
    dropped += [Dropped(f"{key}: {value}", "property of the page") for key, value in properties.items()]
    document = replace(document, url=None, notes=tuple(notes), dropped=(*document.dropped, *dropped))
    return frontmatter.stated(document, fields)


def _parted(lines: list[str]) -> list[str]:
    """`lines` with a blank one before each that opens with a 💡: people write them right below a paragraph."""
    parted: list[str] = []
    fence = ""
    for line in lines:
        fence = _fence_after(line, fence)
        if not fence and re.match(r"^ {0,3}(?:\*\*|__)?💡", line) and parted and parted[-1].strip():
            parted.append("")
        parted.append(line)
    return parted


# Marks that editors and site builders read, and readers never see.
_TOOLS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^%%.*?%%[ \t]*$", re.MULTILINE | re.DOTALL), "comment of the author"),
    (re.compile(r"<!--.*?-->", re.DOTALL), "comment of the author"),
    (
        re.compile(r"^(?:import\s.+\sfrom\s+['\"].+['\"];?|export\s+(?:const|default)\b.*)$", re.MULTILINE),
        "code of the page",
    ),
    (re.compile(r"^!\[\[[^\]]*\]\][ \t]*$", re.MULTILINE), "embedded file"),
    (re.compile(r"(?<=\S)[ \t]*\{#[\w-]+\}[ \t]*$", re.MULTILINE), "anchor of a heading"),
)
_CODE = re.compile(r"(^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\2[`~]*[ \t]*$)", re.MULTILINE | re.DOTALL)
_FOOTNOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.+(?:\n(?: {2,}|\t)\S.*)*)$", re.MULTILINE)
_PROPERTY = re.compile(r"^([A-ZÀ-Þ][\w -]{1,24}): (\S.*)$")


def _without_tools(body: str) -> tuple[str, list[Dropped], list[str]]:
    """`body` without marks for tools, what they were, and the footnotes' texts. Code keeps all it has."""
    dropped: list[Dropped] = []
    notes: list[str] = []
    parts = _CODE.split(body)
    # The split gives text, code block, its fence, text, ...
    for at in range(0, len(parts), 3):
        text = parts[at]
        for pattern, reason in _TOOLS:
            dropped += [Dropped(match[0].strip(), reason) for match in pattern.finditer(text)]
            text = pattern.sub("", text)
        notes += [re.sub(r"\s+", " ", match[2]) for match in _FOOTNOTE.finditer(text)]
        text = re.sub(r"\[\^([^\]\s]+)\]", r"[\1]", _FOOTNOTE.sub("", text))
        text = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]", r"\1", text)
        parts[at] = re.sub(r"==(\S(?:[^=\n]*\S)?)==", r"\1", text)
    return "".join(part for at, part in enumerate(parts) if at % 3 != 2), dropped, notes


def _properties(body: str) -> tuple[dict[str, object], str]:
    """Notion writes a page's properties as lines below its title: two or more of them are no text."""
    match = re.match(r"\A(\s*# [^\n]+\n\s*\n)((?:[^\n]+\n)+)(?=\s*\n)", body)
    lines = match[2].splitlines() if match else []
    found = [_PROPERTY.match(line) for line in lines]
    if match is None or len(lines) < 2 or not all(found):
        return {}, body
    return {line[1].casefold(): line[2] for line in found if line}, match[1] + body[match.end() :]


@dataclass(frozen=True)
class _Callout:
    """A callout found in source lines; `after` is the line that follows it."""

    kind: str
    title: str
    body: list[str]
    after: int


def _to_html(lines: list[str], parser: MarkdownIt, env: dict[str, Any]) -> str:
    """`lines` as HTML, callouts as boxes that html.py knows."""
    made: list[str] = []
    plain: list[str] = []
    place, fence = 0, ""
    while place < len(lines):
        found = None if fence else _callout_at(lines, place)
        if found is None:
            fence = _fence_after(lines[place], fence)
            plain.append(lines[place])
            place += 1
            continue
        made += [parser.render("\n".join(plain), env), _box(found, parser, env)]
        plain, place = [], found.after
    made.append(parser.render("\n".join(plain), env))
    return "\n".join(made)


def _box(found: _Callout, parser: MarkdownIt, env: dict[str, Any]) -> str:
    inner = _to_html(found.body, parser, env)
    if not found.kind:
        return f"<div>{inner}</div>"
    return f'<div data-callout-kind="{escape(found.kind)}" data-callout-title="{escape(found.title)}">{inner}</div>'


def _fence_after(line: str, fence: str) -> str:
    """The code fence that is open after `line`, or nothing."""
    match = _FENCE.match(line)
    if fence:
        return "" if re.match(rf"^ {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}\s*$", line) else fence
    return match[1] if match else ""


def _callout_at(lines: list[str], place: int) -> _Callout | None:
    for opening in callouts.OPENINGS:
        match = opening.start.match(lines[place])
        if not match:
            continue
        body, after = _body(lines, place + 1, opening, match)
        groups = match.groupdict()
        kind = groups.get("kind") or "key"
        joined = "\n".join(body)
        if opening.bulb_only and callouts.bulb(joined) is None and callouts.icon_kind(joined[:200]) is None:
            kind = ""  # a box, but no key point: its text is text
        elif callouts.icon_kind(lines[place]) is not None:
            kind = "key" if callouts.icon_kind(lines[place]) == "key point" else "warning"
        return _Callout(kind, (groups.get("title") or "").strip(), body, after)
    return None


def _body(lines: list[str], start: int, opening: callouts.Opening, match: re.Match[str]) -> tuple[list[str], int]:
    """The callout's own lines, without their marks, and the line after it. An unclosed one ends with the text."""
    if opening.end == "quoted":
        end = next((at for at in range(start, len(lines)) if not re.match(r"^ {0,3}>", lines[at])), len(lines))
        return [re.sub(r"^ {0,3}> ?", "", line) for line in lines[start:end]], end
    if opening.end == "indented":
        end = start
        while end < len(lines) and (not lines[end].strip() or lines[end].startswith(("    ", "\t"))):
            end += 1
        return [re.sub(r"^(?: {4}|\t)", "", line) for line in lines[start:end]], end
    closing = re.compile(opening.end.replace("{fence}", re.escape(match.groupdict().get("fence") or "")))
    last = next((at for at in range(start, len(lines)) if closing.match(lines[at])), len(lines))
    return lines[start:last], last + 1
