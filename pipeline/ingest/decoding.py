"""Bytes -> text. What a file says of its own encoding is often wrong, so what reads well as UTF-8 is UTF-8."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import SourceError

# The encodings that texts on the web declare (https://encoding.spec.whatwg.org), by Python's names. Python has more:
# some are none of text, and some compute what they read.
_ENCODINGS = frozenset(
    {f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
    | {f"cp{number}" for number in (866, 874, 932, 949, *range(1250, 1259))}
    | {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"}
    | {"big5hkscs", "euc_jp", "iso2022_jp", "gb18030"}
)
# What is meant by those that people write for a larger one.
_MEANT = {
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("iso8859-11", "tis-620"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "iso8859-9": "cp1254",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_USUAL = "cp1252"
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"(?:charset\s*=|<\?xml[^>]{0,200}?\sencoding\s*=)\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_NO_TEXT = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
_REFERENCE = re.compile(r"&#(\d+|[xX][0-9a-fA-F]+);?", re.ASCII)
FORMATS = "text, Markdown, HTML, PDF, Word (.docx) or feed"
_END = 0x110000  # characters have lower numbers
_MOST_CONTROLS = 0.02  # share of a text's beginning


def decode(source: bytes, place: str, content_type: str = "") -> str:
    """Text of `source`, with plain newlines and no NUL.

    Its mark decides the encoding, then UTF-8 where that fits, then `content_type`, then what it says itself, then
    Windows-1252.

    Args:
        place: Where it came from, for errors.
        content_type: The Content-Type header it came with, or nothing.

    Raises:
        SourceError: the bytes are no text.
    """
    words = _words(source, content_type)
    controls = sum(char < " " and char not in "\n\r\t\f\0" for char in words[:4096])
    if "\0" in words[:8192] or source.startswith(_NO_TEXT) or controls > len(words[:4096]) * _MOST_CONTROLS:
        raise SourceError(f"{place} is no text file. Give a {FORMATS} file.")
    words = re.sub(r"\r\n?|[\f\u2028\u2029]", "\n", words)
    return words.replace("\0", "")


def is_guessed(source: bytes, content_type: str = "") -> bool:
    """Whether nothing tells the encoding of `source`, and it is no UTF-8."""
    if any(source.startswith(mark) for mark, _ in _MARKS) or _stated(source, content_type):
        return False
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def whole_characters(markup: str) -> str:
    """`markup` with characters that were written as two halves (`&#55357;&#56481;`) made whole.

    Software that thinks in UTF-16 writes emoji so; by the rules of XML and HTML the halves are nothing. A lone half
    becomes U+FFFD, and so does a number that no character has.
    """
    return without_halves(_REFERENCE.sub(_character, markup))


def without_halves(text: str) -> str:
    """`text` with two halves of a character made whole; a lone half becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(reference: re.Match[str]) -> str:
    digits = reference[1].lower()
    if len(digits) > 8:
        return "\ufffd"
    number = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    if number >= _END:
        return "\ufffd"
    return chr(number) if 0xD800 <= number <= 0xDFFF else reference[0]


def _words(source: bytes, content_type: str) -> str:
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return source[len(mark) :].decode(encoding, "replace")
    stated = _stated(source, content_type)
    wide = stated is not None and stated.startswith("utf-16") and b"\0" in source[:64]
    if stated and (wide or (stated == "iso2022_jp" and b"\x1b" in source)):
        return source.decode(stated, "replace")  # its bytes would be taken for UTF-8
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        return source.decode(stated if stated and not stated.startswith("utf-16") else _USUAL, "replace")


def _stated(source: bytes, content_type: str) -> str | None:
    """The encoding that a header or the text itself declares."""
    return _known(content_type.encode("ascii", "replace")) or _known(source[:2048])


def _known(text: bytes) -> str | None:
    """The encoding that `text` declares, if it is one we read."""
    declared = _DECLARED.search(text)
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared[1].decode("ascii").lower().removeprefix("x-")).name
    except (LookupError, ValueError):  # no encoding, or no name
        return None
    meant = _MEANT.get(name, name)
    return meant if meant in _ENCODINGS else None
