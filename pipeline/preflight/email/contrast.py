"""Whether words can be read: contrast in light and in dark, and size (findings 17, and 25 in part)."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from pipeline.contrast import contrast
from pipeline.language.start import start_of
from pipeline.model import Finding, Severity
from pipeline.preflight.email import cascade
from pipeline.preflight.email.cascade import Scheme, Written
from pipeline.preflight.email.letter import Letter, attribute

TEXT, LARGE = 4.5, 3.0  # WCAG 2.2, 1.4.3
UNREADABLE = 1.5  # nobody reads that
SMALLEST = 14.0  # pixels
_SCHEMES: tuple[tuple[Scheme, str], ...] = (
    ("light", "in light"),
    ("dark", "in dark"),
    ("outlook", "in the dark of Outlook's apps and pages"),
)


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about colours and sizes of words: each pair of colours, and each small size, once."""
    told: set[tuple[str, str]] = set()
    for scheme, where in _SCHEMES:
        written = list(cascade.texts(letter.tree, letter.styled[scheme]))
        written.reverse()  # in the order of the page, nearly: the walk takes the last child first
        for one in written:
            pair = cascade.hexadecimal(one.state.ink), cascade.hexadecimal(one.state.ground)
            is_read = one.state.chosen and any(char.isalnum() for char in one.words)
            if is_read and pair not in told and (finding := _faint(one, pair, where, letter)):
                told.add(pair)
                yield finding
        if scheme == "light":
            yield from _small(written, letter)


def _faint(one: Written, pair: tuple[str, str], where: str, letter: Letter) -> Finding | None:
    state = one.state
    large = state.size >= cascade.LARGE or (state.bold and state.size >= cascade.LARGE_BOLD)
    reached, wanted = contrast(*pair), LARGE if large else TEXT
    if reached >= wanted:
        return None
    message = (
        f"“{_shown(one.words)}” has a contrast of {reached:.1f} {where} ({pair[0]} on {pair[1]}); it takes {wanted:g}."
    )
    severity: Severity = "error" if reached < UNREADABLE else "warning"
    return Finding("contrast", severity, _place(one, letter), message, "Take a darker or lighter colour there.")


def _small(written: list[Written], letter: Letter) -> Iterator[Finding]:
    told: set[str] = set()
    for one in written:
        if one.state.size < SMALLEST and any(char.isalnum() for char in one.words):
            place = _place(one, letter)
            if place not in told:
                told.add(place)
                message = f"“{_shown(one.words)}” is {one.state.size:g} pixels; below {SMALLEST:g} many cannot read it."
                yield Finding("text-small", "warning", place, message, f"Give it at least {SMALLEST:g} pixels.")


def _shown(words: str) -> str:
    return start_of(words, 40)


def _place(one: Written, letter: Letter) -> str:
    """The template's line for the nearest element with a class."""
    node: LexborNode | None = one.node
    while node is not None:
        if names := attribute(node, "class"):
            return letter.places.of_class(names)
        node = node.parent
    return letter.places.of_text(one.words) or "newsletter"
