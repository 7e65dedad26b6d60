"""Bytes become the text that was meant."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.ingest.decoding import decode, whole_characters

GARDEN = "<p>Das Gärtchen schläft.</p>"
MEADOW = "<p>庭の花は眠る。</p>"


@pytest.mark.parametrize(
    "declared",
    [
        "undefined",
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "utf_7",
        "base64",
        "rot13",
        "no-such",
        "x",
    ],
)
def test_what_is_no_encoding_of_text_is_not_used(declared: str) -> None:
    source = f'<meta charset="{declared}">{GARDEN}'.encode("cp1252")
    assert decode(source, "page", f"text/html; charset={declared}").endswith(GARDEN)


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (MEADOW, "shift_jis", "Shift_JIS"),
        (MEADOW, "euc_jp", "euc-jp"),
        (MEADOW, "iso2022_jp", "ISO-2022-JP"),
        (MEADOW, "gb18030", "GB2312"),
        (GARDEN, "iso8859-15", "iso-8859-15"),
        (GARDEN, "utf-16-le", "utf-16le"),
        ("Сад спит.", "koi8-r", "koi8-r"),
        ("Grün „und“ still", "cp1252", "iso-8859-1"),
    ],
)
def test_an_encoding_is_taken_from_the_header_or_the_text(text: str, encoding: str, label: str) -> None:
    assert decode(text.encode(encoding), "page", f"text/html; charset={label}") == text
    if label != "utf-16le":
        page = f'<?xml version="1.0" encoding="{label}"?>{text}'
        assert decode(page.encode(encoding), "page") == page


def test_a_wrong_declaration_gives_way_to_what_is_plainly_utf8() -> None:
    page = f'<meta charset="iso-8859-1">{GARDEN}💡'
    assert decode(page.encode(), "page", "text/html; charset=windows-1252") == page


def test_ends_of_lines_are_newlines() -> None:
    assert decode(b"a\r\nb\rc\fd\xe2\x80\xa8e", "page") == "a\nb\nc\nd\ne"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&#55357;&#56481; Rest", "💡 Rest"),
        ("&#xD83D;&#xdca1;", "💡"),
        ("a&#55357;b", "a\ufffdb"),
        ("&#1114112; &#99999999999999999999;", "\ufffd \ufffd"),
        ("&#65; &amp; &#x1F4A1;", "&#65; &amp; &#x1F4A1;"),
    ],
)
def test_characters_written_in_halves_are_made_whole(written: str, meant: str) -> None:
    assert whole_characters(written) == meant


@given(st.binary(max_size=300), st.sampled_from(["", "utf-16", "shift_jis", "iso-2022-jp", "utf-8", "big5", "idna"]))
def test_any_bytes_are_text_or_a_clear_refusal(source: bytes, label: str) -> None:
    with suppress(SourceError):
        assert "\0" not in decode(source, "page", f"text/html; charset={label}").encode().decode()
