"""An author's citation markers: what they name, and a text without them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_NUMBERS = r"\[\d+(?:\s*[,;–-]\s*\d+)*\]"  # `[1]`, `[2, 3]`
# Blanks are taken from the first of them on, else a long run of them would be read again from each.
_MARKER = re.compile(rf"(?<!\s)\s*(?:{_NUMBERS}|\((?P<inside>[^()]*)\)|\[(?P<squared>[^\[\]]*)\])")
_PARTICLES = r"(?:(?:van|de|den|der|von|du|la|le|di|da|del) ){0,2}"
_REFERENCE = re.compile(
    rf"(?:(?:[Zz]ie|[Ss]ee|[Ss]iehe|[Vv]gl\.|[Cc]f\.|[Vv]oir|[Vv]éase|[Vv]edi|e\.g\.,?|bijv\.|z\. ?B\.) )?(?P<name>{_PARTICLES}[A-ZÀ-Þ][^;]{{1,80}}?),? "
    r"(?P<year>(?:19|20)\d\d)[a-z]?(?:[,:] ?(?:pp?\.|S\.|blz\.)? ?\d+(?:[–-]\d+)?)?"
)
# In a list of references: "Sand, A.", "Sand A", "van der Rye, B.-C."
_AUTHOR = re.compile(rf"(?P<name>{_PARTICLES}[A-ZÀ-Þ][\w'’-]+),? [A-Z](?:[. -]{{0,2}}[A-Z])?(?:\.|(?=[,; (.])|$)")
_INSTITUTE = re.compile(r"(?P<name>[A-ZÀ-Þ][^(.“”\"]{1,60}?)\.? \((?P<year>(?:19|20)\d\d)")
_NEXT_AUTHOR = re.compile(r"[,;]?\s*(?:(?:&|and|en|und|et(?! al)|y|e) )?")
_YEAR = re.compile(r"\((?P<given>(?:19|20)\d\d)[a-z]?\b|\b(?P<any>(?:19|20)\d\d)(?=[;,. ]|$)")
_LABEL = 100  # characters; a reference without author and year is named whole where it has no more
_MOST_NUMBERS = 20  # `[2–4]` means three; `[1-999]` means nothing


def without_citations(text: str) -> str:
    """`text` without citation markers such as `[2, 3]` and `(Meaney & Szyf, 2005; Cole, 2013)`."""
    return _MARKER.sub(lambda found: found[0] if _is_aside(found) else "", text).strip()


def references(text: str) -> list[str]:
    """What `text` names as its sources in brackets, each as `Hostinar et al., 2014`."""
    inside = (found["inside"] or found["squared"] for found in _MARKER.finditer(text))
    return [f"{one['name']}, {one['year']}" for marker in inside if marker for one in _cited(marker) if one]


def _is_aside(found: re.Match[str]) -> bool:
    """Whether what stands in brackets is anything else than sources."""
    inside = found["inside"] if found["squared"] is None else found["squared"]
    return inside is not None and not all(_cited(inside))


def _cited(inside: str) -> list[re.Match[str] | None]:
    return [_REFERENCE.fullmatch(piece.strip()) for piece in inside.split(";")]


def numbers(text: str) -> list[int]:
    """The highest number that each marker such as `[2, 3]` in `text` names."""
    found = (re.findall(r"\d+", one[0]) for one in re.finditer(_NUMBERS, text))
    return [max(map(int, each)) for each in found]


def ends_with_citation(text: str) -> bool:
    """Whether nothing but punctuation follows the last marker of `text`."""
    last = [found for found in _MARKER.finditer(text) if not _is_aside(found)][-1:]
    return bool(last) and not re.search(r"\w", text[last[0].end() :])


def opening_citations(text: str) -> str:
    """The markers with which `text` begins: after a full stop, they belong to the sentence before it."""
    end = 0
    while (found := _MARKER.match(text, end)) and not _is_aside(found):
        end = found.end()
    return text[:end]


def numbered(text: str) -> Iterator[int]:
    """Each number that markers such as `[2, 4–6]` in `text` name."""
    for marker in re.finditer(_NUMBERS, text):
        for first, last in re.findall(r"(\d+)(?:\s*[–-]\s*(\d+))?", marker[0]):
            yield from range(int(first), min(int(last or first), int(first) + _MOST_NUMBERS) + 1)


def name_of(reference: str) -> str:
    """A reference of an article's list as `Sand & Rye, 2019`; whole where it is short and says no author; or nothing."""
    years = list(_YEAR.finditer(reference))
    year = next((one["given"] for one in years if one["given"]), years[-1]["any"] if years else "")
    authors, end = [], 0
    while found := _AUTHOR.match(reference, end):
        authors.append(found["name"])
        end = found.end()
        if between := _NEXT_AUTHOR.match(reference, end):
            end = between.end()
    if not authors and (institute := _INSTITUTE.match(reference)):
        return f"{institute['name']}, {institute['year']}"
    if not authors or not year:
        whole = reference.strip().rstrip(".")
        return whole if len(whole) <= _LABEL else ""
    many = len(authors) > 2 or reference[end:].startswith("et al")
    return f"{authors[0]} et al., {year}" if many else f"{' & '.join(authors)}, {year}"


def is_listed(name: str, listed: Sequence[str]) -> bool:
    """Whether a source named as `van der Berg et al., 2014` is among an article's references."""
    author = next((word for word in re.findall(r"\w[\w'’-]*", name) if word[0].isupper()), name)
    return any(re.search(rf"(?<!\w){re.escape(author)}(?!\w)", one) and name[-4:] in one for one in listed)
