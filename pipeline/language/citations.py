"""An author's citation markers: what they name, and a text without them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NUMBERS = r"\[\d+(?:\s*[,;–-]\s*\d+)*\]"  # `[1]`, `[2, 3]`
# Blanks are taken from the first of them on, else a long run of them would be read again from each.
_MARKER = re.compile(rf"(?<!\s)\s*(?:{_NUMBERS}|\((?P<inside>[^()]*)\))")
_REFERENCE = re.compile(
    r"(?P<name>(?:(?:van|de|den|der|von|du|la|le|di|da) ){0,2}[A-ZÀ-Þ][^;]{1,80}?),? (?P<year>(?:19|20)\d\d)[a-z]?"
)


def without_citations(text: str) -> str:
    """`text` without citation markers such as `[2, 3]` and `(Meaney & Szyf, 2005; Cole, 2013)`."""
    return _MARKER.sub(lambda found: found[0] if _is_aside(found["inside"]) else "", text).strip()


def references(text: str) -> list[str]:
    """What `text` names as its sources in brackets, each as `Hostinar et al., 2014`."""
    inside = (found["inside"] for found in _MARKER.finditer(text))
    return [f"{one['name']}, {one['year']}" for marker in inside if marker for one in _cited(marker) if one]


def _is_aside(inside: str | None) -> bool:
    """Whether what stands in brackets is anything else than sources."""
    return inside is not None and not all(_cited(inside))


def _cited(inside: str) -> list[re.Match[str] | None]:
    return [_REFERENCE.fullmatch(piece.strip()) for piece in inside.split(";")]


def numbers(text: str) -> list[int]:
    """The highest number that each marker such as `[2, 3]` in `text` names."""
    found = (re.findall(r"\d+", one[0]) for one in re.finditer(_NUMBERS, text))
    return [max(map(int, each)) for each in found]


def is_listed(name: str, listed: Sequence[str]) -> bool:
    """Whether a source named as `van der Berg et al., 2014` is among an article's references."""
    author = next((word for word in re.findall(r"\w[\w'’-]*", name) if word[0].isupper()), name)
    return any(author in one and name[-4:] in one for one in listed)
