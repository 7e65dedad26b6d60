"""A mail's text part, written as text: wrapped, with headings, bullets and numbered links. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from pipeline.language import wide

WIDTH = 72  # columns; RFC 3676 advises at most 78

_MARKER = re.compile(r"\[\d{1,3}(?:\s*,\s*\d{1,3})*\]")
_BULLET = re.compile(r"\s*(?:(?:[-•]|\d{1,3}\.|\[\d+\])\s+)?")
# An address is never broken; scripts without blanks may be broken anywhere; all else at blanks, but no-break spaces.
_ANYWHERE = r"\u3040-\u30ff\u3400-\u9fff\uff00-\uff60"
_WORD = re.compile(
    rf"[^\S\u00a0\u202f]+|[^\s{_ANYWHERE}]*https?://\S+|[{_ANYWHERE}]|(?:[\u00a0\u202f]|[^\s{_ANYWHERE}])+"
)


@dataclass
class Links:
    """Numbers the addresses of one mail in order of first mention, each once.

    Attributes:
        after: The highest number that the texts themselves use in brackets, as references do: ours follow it.
    """

    after: int = 0
    _numbers: dict[str, int] = field(default_factory=dict)
    _mentioned: dict[int, str] = field(default_factory=dict)

    def mark(self, url: str) -> str:
        """What stands after a link's words: ` [3]`."""
        number = self._numbers.setdefault(url, self.after + len(self._numbers) + 1)
        self._mentioned[number] = url
        return f" [{number}]"

    def take(self) -> tuple[tuple[int, str], ...]:
        """The numbers and addresses mentioned since the last time."""
        taken = tuple(sorted(self._mentioned.items()))
        self._mentioned.clear()
        return taken


def wrap(text: object, mark: str = "") -> str:
    """`text` in lines of at most 72 columns, `mark` (such as `💡 `) before it. Marks, bullets and numbers hang."""
    done = []
    for line in str(text).splitlines() or [""]:
        lead = mark or _bullet(line)
        done.append(_wrap_line(line if mark else line[len(lead) :], lead))
        mark = "> " if mark == "> " else " " * wide.columns(mark)
    return "\n".join(done)


def underline(text: object, sign: str = "=") -> str:
    """A heading: `text`, wrapped, with a line of `sign` under it."""
    wrapped = wrap(text)
    return wrapped + "\n" + sign * min(WIDTH, max((wide.columns(line) for line in wrapped.splitlines()), default=0))


def tidy(text: str) -> str:
    """No blanks at the ends of lines, no more than one empty line in a row, one end of line at the end."""
    bare = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", bare).strip("\n") + "\n"


_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they show a text in another order
_REFUSED = frozenset("\ufeff\ufffe\uffff")  # no characters of a text; X refuses a post that has one


def legible(text: str) -> str:
    """`text` without characters that control or turn it, which no reader sees and some services refuse."""
    kept = (
        sign
        for sign in text.replace("\r\n", "\n")
        if sign in "\n\t" or (unicodedata.category(sign) not in {"Cc", "Cs"} and sign not in _TURNING | _REFUSED)
    )
    return "".join(kept)


def bullets(items: Iterable[tuple[int, str]], *, ordered: bool) -> str:
    """A list, a line each, from (depth, text); numbers only on the outer level."""
    lines, number = [], 0
    for depth, text in items:
        number += depth == 0
        lines.append("   " * depth + (f"{number}. " if ordered and depth == 0 else "- ") + " ".join(text.split()))
    return "\n".join(lines)


def code(text: object) -> str:
    """A listing, set in and never wrapped: a line that is broken is another line."""
    return "\n".join(f"    {line}" for line in str(text).splitlines())


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table with its columns below each other; of one that is too wide its rows."""
    columns = list(zip_longest(*rows, fillvalue=""))
    widths = [max(map(wide.columns, cells)) for cells in columns]
    if sum(widths) + 2 * (len(widths) - 1) > WIDTH:
        return _listed(rows)
    lines = [
        "  ".join(cell + " " * (width - wide.columns(cell)) for cell, width in zip(row, widths, strict=False))
        for row in rows
    ]
    return "\n".join([*lines[:1], "  ".join("-" * width for width in widths), *lines[1:]])


def _listed(rows: Sequence[Sequence[str]]) -> str:
    """Rows of a wide table as items: the first cell, and below it the others, each after its column's name."""
    names, *others = rows
    items = []
    for first, *rest in others or [names]:
        named = zip_longest(names[1:][: len(rest)], rest, fillvalue="")
        lines = [first, *(cell if cell == name or not name else f"{name}: {cell}" for name, cell in named if cell)]
        items.append("\n".join(wrap(line, "  " if place else "- ") for place, line in enumerate(lines)))
    return "\n\n".join(items)


def highest_marker(texts: Iterable[str]) -> int:
    """The highest number in brackets, such as `[12]` or `[2, 3]`, in `texts`; 0 where there is none."""
    numbers = (
        int(number) for text in texts for found in _MARKER.finditer(text) for number in found[0].strip("[]").split(",")
    )
    return max(numbers, default=0)


FILTERS: dict[str, Callable[..., str]] = {"wrap": wrap, "underline": underline, "code": code, "table": table}


def _bullet(line: str) -> str:
    found = _BULLET.match(line)
    return found[0] if found else ""


def _wrap_line(line: str, lead: str) -> str:
    hanging = lead if lead == "> " else " " * wide.columns(lead)
    done, current, start, width = [], lead, lead, wide.columns(lead)
    for word in _WORD.findall(line):
        taken = wide.columns(word)
        if current != start and not word.isspace() and width + taken > WIDTH:
            done.append(current.rstrip())
            current = start = hanging
            width = wide.columns(hanging)
        if not (word.isspace() and current == start):
            current += word
            width += taken
    return "\n".join([*done, current.rstrip()])
