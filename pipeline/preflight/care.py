"""What the brand never says, and what it would rather say. The words are those of config.yaml."""

from __future__ import annotations

import re

from pipeline.config.shape import Voice
from pipeline.language.emphasis import composed, unstressed
from pipeline.model import Finding

_WORDS, _AROUND = 4, 80  # words shown on each side, within so many characters
# Where the text part is wrapped, a line ends between two words, and one of a quote begins with its mark.
_BETWEEN = r"\s+(?:> )?"
# A letter or digit, but of Thai, Lao, Burmese, Khmer, Chinese and Japanese, which leave no blanks between words.
_LETTER = r"[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"


def words(text: str, place: str, voice: Voice, language: str) -> list[Finding]:
    """Findings for words of `voice.never` and `voice.rather` in `text`, also where an accent stresses them."""
    found = []
    for word in voice.never:
        if passage := _passage(text, word, language):
            message = f"“{word}” stands in “{passage}”, and config.yaml says never."
            found.append(Finding("never-word", "error", place, message, "Change the article, or leave it out."))
    for word, better in voice.rather.items():
        if passage := _passage(text, word, language):
            message = f"“{word}” stands in “{passage}”; config.yaml would rather say “{better}”."
            found.append(Finding("rather-word", "note", place, message, f"Consider “{better}”."))
    return found


def _passage(text: str, phrase: str, language: str) -> str:
    """The words around `phrase` where it stands in `text`, else nothing."""
    text, phrase = composed(text), composed(phrase)
    # A phrase with a stress of its own means just that: `één` is not `een`.
    said = unstressed(text, language) if phrase == unstressed(phrase, language) else text
    # Not \b, which wants a letter or digit on one side: “100%” and “c++” end with none.
    inside = _BETWEEN.join(map(re.escape, phrase.split()))
    found = re.search(rf"(?<!{_LETTER}){inside}(?!{_LETTER})", said, re.IGNORECASE)
    if not found:
        return ""
    start, end = found.span()
    before = re.search(rf"(?:\S+\s+){{0,{_WORDS}}}\S*$", text[max(start - _AROUND, 0) : start])
    after = re.match(rf"\S*(?:\s+\S+){{0,{_WORDS}}}", text[end : end + _AROUND])
    return " ".join(f"{before[0] if before else ''}{text[start:end]}{after[0] if after else ''}".split())
