"""Callouts in lines of Markdown: where one opens, what stands in it, and where it ends. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.ingest import callouts

_OPTION = re.compile(r"^\s*:[\w-]+:(?: .*)?$")
_MOST_IN_ITEM = 200  # lines of a list's item that are looked through for the end of a callout


@dataclass(frozen=True)
class Callout:
    """A callout found in source lines; `after` is the line that follows it."""

    kind: str
    title: str
    body: list[str]
    after: int


class Closings:
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


def at_line(lines: list[str], place: int, closings: Closings) -> Callout | None:
    """The callout that opens at `place`, where one does and has what it needs."""
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
        return Callout(stated or _kind(opening, groups, lines[place], title, body), title, body, after)
    return None


def in_item(lines: list[str], place: int) -> Callout | None:
    """A callout that is indented as deeply as the text of a list's item."""
    indent = re.match(r"[ \t]*", lines[place])[0]  # type: ignore[index]
    if len(indent) < 2 or not callouts.MAY_OPEN.match(lines[place]):
        return None
    region = takewhile(lambda line: not line.strip() or line.startswith(indent), lines[place : place + _MOST_IN_ITEM])
    inner = [line[len(indent) :] for line in region]
    found = at_line(inner, 0, Closings(inner))
    return replace(found, after=place + found.after) if found else None


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
    lines: list[str], start: int, opening: callouts.Opening, match: re.Match[str], closings: Closings
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
