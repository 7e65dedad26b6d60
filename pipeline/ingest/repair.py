"""Broken text -> whole paragraphs: lines wrapped by a PDF, lost hyphens, drop caps, interruptions, running headers.

Nothing here may change clean text: `unwrap` is only for text that `is_wrapped` recognises.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from pipeline.ingest.printed import NEAR_END, WORD, Paragraph, Unwrapped, apart, ended

BULLET = re.compile(r"^\s*[•·‣◦▪●○*–—-]\s+")
NUMBER = re.compile(r"^\s*(\d{1,3})[.)]\s+")
_WHOLE = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")
_GLYPHS = "•·‣◦▪●○"
_WORDS_OF_ONE = frozenset("aioyàéòuаияов")
# From this share of lines with a blank at their end on, a line without one ends inside a word.
_TELLING = 0.3


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines were broken to fit a column: many, none long, and often going on in lower case."""
    full = [line.strip() for line in lines]
    pairs = [(a, b) for a, b in pairwise(full) if a and b and not _is_item(b)]
    if len(pairs) < 8 or sum(len(line) > 110 for line in full) > len(full) * 0.03:
        return False
    going_on = sum(b[0].islower() and not ended(a) for a, b in pairs)
    return going_on / len(pairs) > 0.3


def _is_item(line: str) -> bool:
    return bool(BULLET.match(line) or NUMBER.match(line))


@dataclass(frozen=True)
class _Known:
    """Words that tell whether two halves are one.

    Attributes:
        own: The document's, in lower case; those with hyphens too.
        listed: Those of a list of the language's words, if one is installed.
    """

    own: frozenset[str]
    listed: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return word in self.own or word in self.listed


def unwrap(lines: Sequence[str], listed: frozenset[str] = frozenset()) -> Unwrapped:
    """The paragraphs of wrapped text, the introduction among them, and what was left out.

    Args:
        listed: Words of the text's language in lower case, which settle what the text itself leaves open.
    """
    own = frozenset(word for line in lines for word in _WHOLE.findall(line.casefold()))
    known = _Known(own, listed)
    paragraphs = [_joined(group, known) for group in _groups(lines)]
    vocabulary = {word.casefold() for paragraph in paragraphs for word in WORD.findall(paragraph.text)}
    return apart(_without_interruptions(paragraphs, vocabulary))


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """Lines parted at blank lines, at bullets, and at the odd line that begins with a blank."""
    indented = sum(line.startswith(" ") for line in lines) > len(lines) * 0.2
    groups: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            groups.append([])
            continue
        sets_apart = (line.startswith(" ") and not indented) or line.lstrip().startswith("💡")
        if groups[-1] and (sets_apart or _begins_item(line, groups[-1])):
            groups.append([])
        groups[-1].append(line)
    return [part for group in groups if group for part in _at_short_lines(group)]


def _begins_item(line: str, group: list[str]) -> bool:
    """Whether a line begins an item, below a group of lines. Broken prose may have a dash or a number there too."""
    number, above = NUMBER.match(line), NUMBER.match(group[0])
    if number:
        return int(number[1]) == int(above[1]) + 1 if above else number[1] == "1" and ended(group[-1])
    if not _is_item(line) or ended(group[-1]) or line.lstrip()[0] in _GLYPHS:
        return _is_item(line)
    return line.lstrip()[0] == group[0].lstrip()[0]


def _at_short_lines(group: list[str]) -> list[list[str]]:
    """`group` parted after lines that end well before the column, with a new start after them: titles, verse."""
    width = max(len(line.rstrip()) for line in group)
    parts = [[group[0]]]
    for before, line in pairwise(group):
        starts_anew = re.match(r"[^\W\d_a-zà-þ]|[\d\[(“‘\"'>]", line.lstrip()) and not re.fullmatch(r"\s*\w\s*", before)
        if starts_anew and len(before.rstrip()) < width * 0.6:
            parts.append([])
        parts[-1].append(line)
    return parts


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words that stand whole in `lines`: none that may have been broken off at an end."""
    inner = (re.sub(r"^\W*\S+|\S+\s*$", "", line.casefold()) for line in lines)
    return frozenset(word for line in inner for word in _WHOLE.findall(line))


def joined(lines: Sequence[str], known: frozenset[str] = frozenset(), *, telling: bool | None = None) -> str:
    """The lines of one paragraph as one text, with the words that their ends broke.

    Args:
        known: The document's own whole words, in lower case.
        telling: Whether a line without a blank at its end ends inside a word; None where these lines tell it.
    """
    return _joined(list(lines), _Known(known, frozenset()), telling=telling).text


def _joined(group: list[str], known: _Known, *, telling: bool | None = None) -> Paragraph:
    """One paragraph of `group`.

    PDF text keeps a blank where a line ends with a whole word and none where a hyphen was lost. Nothing else tells
    the two apart, so blanks at line ends must still be there.
    """
    ends = sum(line.endswith((" ", "\t")) for line in group[:-1]) / max(1, len(group) - 1)
    share = ends if telling is None else float(telling)
    pieces: list[str] = []
    for before, line in zip(["", *group], group, strict=False):
        if before:
            broken = _breaks_word(before, line, share, known)
            pieces[-1], blank = _seam(pieces[-1], line.strip(), known, broken=broken)
            pieces.append(blank)
        pieces.append(line.strip())
    text = "".join(pieces)
    last = group[-1]
    open_word = share >= _TELLING and last == last.rstrip() and last[-1:].isalpha()
    blanks = sum(line.endswith((" ", "\t")) for line in group) / len(group)
    widths = sorted(len(line.strip()) for line in group[:-1])
    drop_cap = len(group) > 1 and _is_drop_cap(group[0], group[1])
    return Paragraph(text, blanks, open_word, widths[len(widths) // 2] if widths else 0, drop_cap)


def _breaks_word(before: str, line: str, share: float, known: _Known) -> bool:
    """Whether a word broke off at the end of `before`: the missing blank tells, else the list of words."""
    if _is_drop_cap(before, line):
        return True
    if not before.rstrip()[-1].isalpha() or not line.strip()[:1].islower():
        return False
    if share >= _TELLING:
        return before == before.rstrip()
    first, rest = WORD.findall(before[-NEAR_END:])[-1].casefold(), WORD.findall(line[:NEAR_END])[0].casefold()
    return first + rest in known.listed and not (first in known.listed and rest in known.listed)


def _is_drop_cap(line: str, following: str) -> bool:
    return bool(re.fullmatch(r"\s*[A-ZÀ-Þ]\s*", line)) and following.strip()[:1].islower()


_HYPHEN = re.compile(r"(?P<first>\w+(?:-\w+)*)(?P<hyphen>[-\u00ad\u2010])$")
_AFTER_HYPHEN = re.compile(r"[^\W_]+(?:-\w+)*")
# "Vor- und Nachteile": such a hyphen stands for a word and stays, with its blank.
_CONJUNCTIONS = frozenset(
    [
        "en",
        "of",
        "tot",
        "noch",
        "and",
        "or",
        "to",
        "und",
        "oder",
        "bzw",
        "bis",
        "et",
        "ou",
        "y",
        "o",
        "e",
        "ed",
        "og",
        "och",
        "eller",
        "i",
    ]
)


def _seam(before: str, line: str, known: _Known, *, broken: bool) -> tuple[str, str]:
    """`before` as it stands once `line` goes on, and what goes between them."""
    if broken:
        return before, ""
    first, rest = _HYPHEN.search(before[-NEAR_END:]), _AFTER_HYPHEN.match(line[:NEAR_END])
    if first is None or rest is None or rest[0].casefold() in _CONJUNCTIONS:
        return before, " "
    if first["hyphen"] == "\u00ad":
        return before[:-1], ""
    one, two = first["first"].casefold(), rest[0].casefold()
    # A word that has another hyphen ("state-of-" "the-art") was broken at its own.
    compound = (f"{one}-{two}" in known or "-" in one + two) and one + two not in known
    stays = compound or not line[0].islower() or first["first"].isupper() or any(map(str.isdigit, one))
    return (before, "") if stays else (before[:-1], "")


def after_drop_cap(letter: str, rest: str, lines: Iterable[str]) -> str:
    """A line with the large letter that stands before it: mostly the first of its first word, sometimes a word."""
    word = WORD.match(rest)
    if word is None or rest[:1].isspace() or letter[-1:].casefold() not in _WORDS_OF_ONE:
        return f"{letter}{' ' if rest[:1].isspace() else ''}{rest.lstrip()}"
    known = words_of(lines)
    apart = word[0].casefold() in known and (letter[-1:] + word[0]).casefold() not in known
    return f"{letter}{' ' if apart else ''}{rest}"


def _without_interruptions(paragraphs: list[Paragraph], vocabulary: set[str]) -> list[Paragraph]:
    """Join what a blank line, a column's end or a box in between tore apart; the box comes after."""
    left, whole = deque(paragraphs), []
    while left:
        first = current = left.popleft()
        pieces = [first.text]
        while not current.ended and not _is_item(first.text) and len(first.text) > 40:
            at = _continuation(current, list(islice(left, 4)), vocabulary)
            if at is None:
                break
            following = left[at]
            del left[at]
            pieces += ["" if _makes_word(current, following, vocabulary) else " ", following.text]
            current = following
        whole.append(replace(first, text="".join(pieces), open_word=current.open_word))
    return whole


def _continuation(current: Paragraph, candidates: list[Paragraph], vocabulary: set[str]) -> int | None:
    """Which of the next paragraphs goes on with `current`: the one that completes its word, else the next."""
    completing = [at for at, paragraph in enumerate(candidates) if _makes_word(current, paragraph, vocabulary)]
    if completing:
        return completing[0]
    return 0 if candidates and candidates[0].text[:1].islower() else None


def _makes_word(current: Paragraph, following: Paragraph, vocabulary: set[str]) -> bool:
    """Whether the word that broke off in `current` goes on in `following`, as the document's other words tell."""
    rest = WORD.match(following.text[:NEAR_END])
    if not current.open_word or not rest or not following.text[:1].islower():
        return False
    start = WORD.findall(current.text[-NEAR_END:])[-1].casefold()
    word = start + rest[0].casefold()
    return any(word[:end] in vocabulary for end in range(len(start) + 1, len(word) + 1))
