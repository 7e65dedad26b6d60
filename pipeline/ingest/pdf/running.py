"""What a PDF prints on every page around the article: running headers, footers, page numbers. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.ingest.pdf.lines import Line
from pipeline.model import Dropped

Page = Sequence[Line]
_DEPTH = 4  # rows from a page's edge in which a header or footer stands
_SHORT = 120  # characters
_APART = 1.6  # sizes between a header or footer and the text
_NUMBER = re.compile(
    r"\W*(?:(?:pagina|page|seite|pag|blz|p|s|página)\b\.?\s*)?\d{1,3}(?:\s*(?:/|van|of|von|de|sur|di|\|)\s*\d{1,3})?\W*",
    re.IGNORECASE,
)
# What browsers print above and below a page.
_PRINTED = re.compile(
    r"(?:file|https?)://\S+|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[,.]?\s+\d{1,2}[:.]\d{2}(?:\s*[AP]M)?", re.IGNORECASE
)


def without_running(pages: Sequence[Page]) -> tuple[list[list[Line]], list[Dropped]]:
    """The pages without what recurs at their edges, each piece with its reason."""
    edges = [_edges(_rows(page)) for page in pages]
    seen = Counter(key for both in edges for key in {_key(line) for rows in both for row in rows for line in row})
    styles = Counter(line.style for page in pages for line in page)
    usual = styles.most_common(1)[0][0] if styles else ("", 0)
    kept: list[list[Line]] = []
    dropped: list[Dropped] = []
    for page, both in zip(pages, edges, strict=True):
        reasons: dict[int, str] = {}
        for rows, where in zip(both, ("running header", "running footer"), strict=True):
            reasons |= _judged(rows, where, seen, usual)
        kept.append([line for line in page if id(line) not in reasons])
        dropped += [Dropped(line.text.strip(), reasons[id(line)]) for line in page if id(line) in reasons]
    return kept, dropped


def _rows(page: Page) -> list[list[Line]]:
    """Lines by their height, uppermost first."""
    rows: list[list[Line]] = []
    for line in sorted(page, key=lambda line: line.y):
        if rows and line.y - rows[-1][0].y < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _key(line: Line) -> tuple[str, int]:
    """What makes two lines the same on two pages: their words but for numbers, and their height."""
    return re.sub(r"[\d\W]+", " ", line.text.casefold()).strip(), round(line.y / 8)


def _recurs(line: Line, seen: Counter[tuple[str, int]]) -> bool:
    words, height = _key(line)
    return bool(words) and len(line.text) <= _SHORT and sum(seen[(words, height + near)] for near in (-1, 0, 1)) > 1


def _edges(rows: list[list[Line]]) -> tuple[list[list[Line]], list[list[Line]]]:
    """The rows at a page's upper and lower edge, the outermost first; none is in both."""
    lower = rows[max(1, len(rows) - _DEPTH) :]
    return rows[: min(_DEPTH, len(rows) - len(lower))], lower[::-1]


def _judged(
    rows: Sequence[Sequence[Line]], where: str, seen: Counter[tuple[str, int]], usual: tuple[str, int]
) -> dict[int, str]:
    """Why lines of one edge are no part of the article: from the outside in, up to the first row that is."""
    reasons: dict[int, str] = {}
    pending: dict[int, str] = {}
    for at, row in enumerate(rows):
        numbers = [line for line in row if _NUMBER.fullmatch(line.text)]
        printed = [line for line in row if _PRINTED.fullmatch(line.text.strip())]
        apart = at + 1 == len(rows) or _is_apart(row, rows[at + 1])
        marked = bool(numbers or printed) and apart and all(len(line.text) <= _SHORT for line in row)
        odd = [line for line in row if at == 0 or line.style != usual]
        gone = [line for line in row if line in numbers or marked or (line in odd and _recurs(line, seen))]
        pending |= {id(line): "page number" if line in numbers else where for line in gone}
        if apart:
            reasons |= pending
        if len(gone) < len(row):
            break
    return reasons


def _is_apart(row: Sequence[Line], inner: Sequence[Line]) -> bool:
    """Whether space or type sets a row off from the next one."""
    far = abs(inner[0].y - row[0].y) > _APART * row[0].size
    return far or all(line.style != inner[0].style for line in row)
