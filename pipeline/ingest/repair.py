"""Broken text -> whole paragraphs: lines wrapped by a PDF, lost hyphens, drop caps, interruptions, running headers.

Nothing here may change clean text: `unwrap` is only for text that `is_wrapped` recognises.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from pipeline.model import Dropped

BULLET = re.compile(r"^\s*[•·‣◦▪●○*–—-]\s+")
NUMBER = re.compile(r"^\s*(\d{1,3})[.)]\s+")
_END_MARK = re.compile(r"(?<=[.!?”]) ([a-z■□▪◆●♦])\s*$")
_ENDED = re.compile(rf"[.!?:;…][\"'”’»)\]\d]*\s*$|\[\d+\]\s*$|{_END_MARK.pattern}")
# From this share of lines with a blank at their end on, a line without one ends inside a word.
_TELLING = 0.3
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A word that goes on in the next line: with a hyphen, which may be a soft one, or that of Unicode.
_CUT = re.compile(r"((?:[^\W\d_]+-)*[^\W\d_]+)([-\u00ad\u2010])$")
_CONJUNCTIONS = frozenset({"en", "of", "and", "or", "und", "oder", "bzw", "et", "ou", "y", "o", "e", "i", "ed", "og"})
_WORDS_OF_ONE = frozenset("aioyàéòuаияов")
_NEAR_END = 80  # characters: what stands further from a text's end says nothing about how it ends


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines were broken to fit a column: many, none long, and often going on in lower case."""
    full = [line.strip() for line in lines]
    pairs = [(a, b) for a, b in pairwise(full) if a and b and not _is_item(b)]
    if len(pairs) < 8 or sum(len(line) > 110 for line in full) > len(full) * 0.03:
        return False
    going_on = sum(b[0].islower() and not ended(a) for a, b in pairs)
    return going_on / len(pairs) > 0.3


def ended(text: str) -> bool:
    """Whether `text` ends where a paragraph may."""
    return bool(_ENDED.search(text[-_NEAR_END:]))


def _is_item(line: str) -> bool:
    return bool(BULLET.match(line) or NUMBER.match(line))


@dataclass(frozen=True)
class _Paragraph:
    """Lines that belong together.

    Attributes:
        blanks: Share of lines that keep the blank a PDF leaves at a word's end.
        open_word: True where the last line broke inside a word.
    """

    text: str
    blanks: float
    open_word: bool

    @property
    def ended(self) -> bool:
        return ended(self.text)


def unwrap(lines: Sequence[str]) -> tuple[list[str], list[Dropped]]:
    """The paragraphs of wrapped text, a string each, and what was left out."""
    known = words_of(lines)
    paragraphs = [_joined(group, known) for group in _groups(lines)]
    vocabulary = {word.casefold() for paragraph in paragraphs for word in _WORD.findall(paragraph.text)}
    whole = _without_interruptions(paragraphs, vocabulary)
    return _without_furniture(whole)


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """Lines parted at blank lines, at bullets, and at the odd line that begins with a blank."""
    indented = sum(line.startswith(" ") for line in lines) > len(lines) * 0.2
    groups: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            groups.append([])
            continue
        if groups[-1] and (_is_item(line) or (line.startswith(" ") and not indented) or line.lstrip().startswith("💡")):
            groups.append([])
        groups[-1].append(line)
    return [part for group in groups if group for part in _at_short_lines(group)]


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
    return frozenset(word for line in inner for word in _COMPOUND.findall(line))


def joined(lines: Sequence[str], known: frozenset[str] = frozenset(), *, telling: bool | None = None) -> str:
    """The lines of one paragraph as one text, with the words that their ends broke.

    Args:
        known: The document's own whole words, in lower case.
        telling: Whether a line without a blank at its end ends inside a word; None where these lines tell it.
    """
    return _joined(list(lines), known, telling=telling).text


def _joined(group: list[str], known: frozenset[str], *, telling: bool | None = None) -> _Paragraph:
    """One paragraph of `group`.

    PDF text keeps a blank where a line ends with a whole word and none where a hyphen was lost. Nothing else tells
    the two apart, so blanks at line ends must still be there.
    """
    blanks = sum(line.endswith((" ", "\t")) for line in group[:-1]) / max(1, len(group) - 1)
    share = blanks if telling is None else float(telling)
    pieces: list[str] = []
    for before, line in zip(["", *group], group, strict=False):
        if before:
            broken = _breaks_word(before, line, share)
            pieces[-1], blank = _seam(pieces[-1], line.strip(), known, broken=broken)
            pieces.append(blank)
        pieces.append(line.strip())
    text = "".join(pieces)
    last = group[-1]
    open_word = share >= _TELLING and last == last.rstrip() and last[-1:].isalpha()
    return _Paragraph(text, sum(line.endswith((" ", "\t")) for line in group) / len(group), open_word)


def _breaks_word(before: str, line: str, share: float) -> bool:
    if re.fullmatch(r"\s*[A-ZÀ-Þ]\s*", before) and line.strip()[:1].islower():
        return True  # a drop cap
    return share >= _TELLING and before == before.rstrip() and before[-1].isalpha() and line.strip()[:1].islower()


def _seam(before: str, line: str, known: frozenset[str], *, broken: bool) -> tuple[str, str]:
    """`before` as it stands once `line` goes on, and what goes between them."""
    if broken:
        return before, ""
    cut = _CUT.search(before[-_NEAR_END:])
    following = _COMPOUND.match(line)
    if cut is None or following is None:
        return before, " "
    if cut[2] == "\u00ad":
        return before[:-1], ""
    start, rest = cut[1].casefold(), following[0].casefold()
    if rest in _CONJUNCTIONS:
        return before, " "  # "oog- en oorcontact"
    own = f"{start}-{rest}" in known and start.replace("-", "") + rest not in known
    if own or not following[0][0].islower():
        return before, ""
    return before[:-1], ""


def after_drop_cap(letter: str, rest: str, lines: Iterable[str]) -> str:
    """A line with the large letter that stands before it: mostly the first of its first word, sometimes a word."""
    word = _WORD.match(rest)
    if word is None or rest[:1].isspace() or letter[-1:].casefold() not in _WORDS_OF_ONE:
        return f"{letter}{' ' if rest[:1].isspace() else ''}{rest.lstrip()}"
    known = words_of(lines)
    apart = word[0].casefold() in known and (letter[-1:] + word[0]).casefold() not in known
    return f"{letter}{' ' if apart else ''}{rest}"


def _without_interruptions(paragraphs: list[_Paragraph], vocabulary: set[str]) -> list[_Paragraph]:
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
        whole.append(replace(current, text="".join(pieces), blanks=first.blanks))
    return whole


def _continuation(current: _Paragraph, candidates: list[_Paragraph], vocabulary: set[str]) -> int | None:
    """Which of the next paragraphs goes on with `current`: the one that completes its word, else the next."""
    completing = [at for at, paragraph in enumerate(candidates) if _makes_word(current, paragraph, vocabulary)]
    if completing:
        return completing[0]
    return 0 if candidates and candidates[0].text[:1].islower() else None


def _makes_word(current: _Paragraph, following: _Paragraph, vocabulary: set[str]) -> bool:
    """Whether the word that broke off in `current` goes on in `following`, as the document's other words tell."""
    rest = _WORD.match(following.text[:_NEAR_END])
    if not current.open_word or not rest or not following.text[:1].islower():
        return False
    start = _WORD.findall(current.text[-_NEAR_END:])[-1].casefold()
    word = start + rest[0].casefold()
    return any(word[:end] in vocabulary for end in range(len(start) + 1, len(word) + 1))


_NEAR = 40  # paragraphs: a pull quote stands on a page of the passage it repeats


def _without_furniture(paragraphs: list[_Paragraph]) -> tuple[list[str], list[Dropped]]:
    """Take out running headers, repeated pull quotes, boxes of another layout and end marks."""
    kept: list[str] = []
    dropped: list[Dropped] = []
    usual = sorted(paragraph.blanks for paragraph in paragraphs)[len(paragraphs) // 2]
    headers = _running_headers([paragraph.text for paragraph in paragraphs])
    heard = [frozenset(_WORD.findall(paragraph.text.casefold())) for paragraph in paragraphs]
    for at, paragraph in enumerate(paragraphs):
        reason = "running header" if at in headers else None
        if reason is None and _is_pull_quote(at, paragraphs, heard):
            reason = "pull quote, repeated from the article"
        if reason is None and usual > 0.6 and paragraph.blanks < 0.35 and len(paragraph.text) > 200:
            reason = "a box set apart from the article (advertisement)"
        if reason:
            dropped.append(Dropped(paragraph.text, reason))
        else:
            kept.append(paragraph.text)
    if kept and (mark := _END_MARK.search(kept[-1])):
        dropped.append(Dropped(mark[1], "mark at the end of the article"))
        kept[-1] = kept[-1][: mark.start()]
    return kept, dropped


def _running_headers(texts: list[str]) -> set[int]:
    """Places of short lines in capitals whose words stand elsewhere as a line of their own, and of their neighbours."""
    counts = Counter(text.casefold() for text in texts)
    capitals = {at for at, text in enumerate(texts) if text.isupper() and len(text.split()) <= 10}
    repeated = {at for at in capitals if counts[texts[at].casefold()] > 1}
    return {at for at in capitals if {at - 1, at, at + 1} & repeated}


def _is_pull_quote(at: int, paragraphs: list[_Paragraph], heard: list[frozenset[str]]) -> bool:
    """Whether a paragraph's words nearly all recur in a longer one nearby."""
    text = paragraphs[at].text
    words = [word for word in _WORD.findall(text.casefold()) if len(word) > 3]
    if not 4 <= len(words) <= 90 or (text[:1].isupper() and not ended(text)):
        return False
    needed = (0.95 if ended(text) else 0.75) * len(words)
    return any(
        len(paragraphs[place].text) > len(text) * 1.2 and sum(word in heard[place] for word in words) >= needed
        for place in range(max(0, at - _NEAR), min(len(paragraphs), at + _NEAR + 1))
        if place != at
    )
