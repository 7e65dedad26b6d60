"""Words of languages that are written without blanks between them: Japanese and Thai. Pure."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from budoux import Parser

# Thai by its letters; what has Han characters is Japanese where it has kana too.
THAI = regex.compile(r"[\p{Thai}]{2,}")
JAPANESE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー、。「」『』（）！？・]{2,}")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")


@lru_cache(maxsize=1024)  # the same text is asked for at every size of its letters
def words(text: str) -> tuple[str, ...]:
    """`text`, all of it Thai or Japanese, in words, or phrases of a word and what belongs to it.

    Chinese comes back in its signs: there nobody minds where a line ends.
    """
    if THAI.fullmatch(text):
        return tuple(_parser("thai").parse(text))
    return tuple(_parser("japanese").parse(text)) if _KANA.search(text) else tuple(text)


@cache
def _parser(name: str) -> Parser:
    import budoux  # noqa: PLC0415 - with its models, for those alone who write so

    return {"thai": budoux.load_default_thai_parser, "japanese": budoux.load_default_japanese_parser}[name]()
