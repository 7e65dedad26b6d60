"""PDF and Word files that are no articles: each is told in one sentence, with place and remedy."""

from __future__ import annotations

import io
import itertools
import logging
import re
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import SourceError
from pipeline.ingest import files, pdf, word
from tests.ingest.papers import BODY, a_page, a_pdf, a_word_file, lines


def a_plain_pdf() -> bytes:
    return a_page(lines("Bread needs time, and time is free."))


def a_locked_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_plain_pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def a_scan() -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made)
    canvas.drawImage(ImageReader(Image.new("L", (200, 280), 200)), 0, 0, 595, 842)
    canvas.save()
    return made.getvalue()


def a_raw_pdf(content: bytes, *, filters: bytes = b"") -> bytes:
    """A PDF of one page with `content` as its stream, as it is."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), filters, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj%b\nendobj\n" % (number, part)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, start)
    return bytes(made)


def a_bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * 400_000_000, 9), 9)
    return a_raw_pdf(packed, filters=b"/Filter[/FlateDecode/FlateDecode]")


def a_pdf_of_signs() -> bytes:
    return a_raw_pdf(b"BT /F1 12 Tf 50 700 Td <0102030405060708010203040506> Tj ET")


def a_word(**members: bytes) -> bytes:
    """A Word document with members beside or in place of its own; `__` is a slash, and `_dot_` a point."""
    source = a_word_file(lambda document: document.add_paragraph("Bread needs time."))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in members.items()}
        for name in old.namelist():
            new.writestr(name, named.pop(name, old.read(name)))
        for name, content in named.items():
            new.writestr(name, content)
    return made.getvalue()


def a_zip(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return made.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)

BAD: list[tuple[str, Callable[[], bytes], str]] = [
    ("locked.pdf", a_locked_pdf, "is locked with a password. Save it without one."),
    ("scan.pdf", a_scan, "holds pictures of pages and no text. Save it with text recognition (OCR)"),
    ("empty-page.pdf", lambda: a_raw_pdf(b""), "holds pictures of pages and no text"),
    ("half.pdf", lambda: a_plain_pdf()[:400], "is damaged and cannot be read as PDF"),
    ("head.pdf", lambda: b"%PDF-1.7\n", "is damaged and cannot be read as PDF"),
    ("page.pdf", lambda: b"<html><p>Not found</p></html>", "is damaged and cannot be read as PDF"),
    ("bomb.pdf", a_bomb, "unpacks to far more than an article holds"),
    ("signs.pdf", a_pdf_of_signs, "does not say which letters its signs are"),
    ("old.doc", lambda: OLD, "is in the format of Word before 2007. Save it as .docx."),
    ("old.docx", lambda: OLD, "is in the format of Word before 2007. Save it as .docx."),
    ("locked.docx", lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "is locked with a password"),
    ("broken.docx", lambda: a_word()[:900], "is damaged and cannot be read as Word document"),
    ("text.docx", lambda: b"Bread needs time.", "is damaged and cannot be read as Word document"),
    ("xml.docx", lambda: a_word(word__document_dot_xml=b"<w:document"), "is damaged and cannot be read"),
    ("zip.docx", lambda: a_zip(readme=b"Bread"), "is no Word document. Save it as .docx."),
    ("entities.docx", lambda: a_word(word__document_dot_xml=ENTITY), "defines entities of its own"),
    ("up.docx", lambda: a_word(**{"..__evil_dot_xml": b"<x/>"}), "is packed in a way that Word never does"),
    ("bomb.docx", lambda: a_word(word__big_dot_xml=bytes(11_000_000)), "unpacks to far more than an article holds"),
    ("pictures.docx", lambda: a_word(word__media__a_dot_png=bytes(210_000_000)), "unpacks to far more than an article"),
    ("nothing.docx", lambda: a_word_file(lambda document: document.add_paragraph("")), "holds no article text"),
    ("rtf.doc", lambda: rb"{\rtf1 Bread}", "is damaged and cannot be read as Word document"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), BAD, ids=[row[0] for row in BAD])
def test_what_is_no_article_is_told_in_one_sentence(
    tmp_path: Path, name: str, content: Callable[[], bytes], message: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content())
    started = time.monotonic()
    with pytest.raises(SourceError) as caught:
        files.articles(path)
    assert message in str(caught.value)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)
    assert time.monotonic() - started < 10
    assert capfd.readouterr() == ("", "")


def test_a_pdf_of_more_than_200_pages_is_refused() -> None:
    many = a_page(*([lines("A page.")] * 201))
    with pytest.raises(SourceError, match=r"has 201 pages; we read 200\. Save only the article's pages\."):
        pdf.read(many, "many.pdf")


def test_reading_a_pdf_stops_when_its_time_is_up() -> None:
    ticks = iter(range(0, 1_000, 20))
    with pytest.raises(SourceError, match="takes longer than 30 seconds"):
        pdf.read(a_page(*([lines("A page.")] * 5)), "slow.pdf", clock=lambda: next(ticks))


def test_ordering_the_lines_of_a_pdf_counts_too() -> None:
    times = itertools.chain(itertools.repeat(0.0, 8), itertools.count(40.0))
    with pytest.raises(SourceError, match="takes longer than 30 seconds"):
        pdf.read(a_page(*([lines("A page.")] * 5)), "slow.pdf", clock=lambda: next(times))


def test_a_damaged_page_that_can_be_mended_says_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    source = re.sub(rb"startxref\s+\d+", b"startxref\n7", a_plain_pdf())
    root = logging.getLogger()
    handler = logging.StreamHandler()
    root.addHandler(handler)
    try:
        document = pdf.read(source)
    finally:
        root.removeHandler(handler)
    assert [element.text for element in document.elements] == ["Bread needs time, and time is free."]
    assert capfd.readouterr() == ("", "")


def test_a_word_document_with_unknown_styles_says_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    def fill(document: Any) -> None:
        document.styles.add_style("House style 7", 1)
        document.add_paragraph("Bread needs time.", style="House style 7")

    assert [element.text for element in word.read(a_word_file(fill)).elements] == ["Bread needs time."]
    assert capfd.readouterr() == ("", "")


def seconds(source: bytes) -> float:
    return min(_timed(source) for _ in range(3))


def _timed(source: bytes) -> float:
    started = time.process_time()
    pdf.read(source)
    return time.process_time() - started


def test_time_grows_with_the_pages_and_no_faster() -> None:
    words = "Bread needs time, and time is free for whoever gets up early enough to wait for it. " * 4
    few, many = (a_pdf([(BODY, words)] * count, count=2) for count in (60, 480))
    assert seconds(many) < 8 * 2.5 * seconds(few)


@pytest.fixture(autouse=True)
def _all_handlers_stay() -> Iterator[None]:
    before = (logging.getLogger("pypdf").level, list(logging.getLogger("pypdf").handlers))
    yield
    assert (logging.getLogger("pypdf").level, list(logging.getLogger("pypdf").handlers)) == before


def test_a_file_is_read_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    for name, content in (("a", a_plain_pdf()), ("b.txt", a_plain_pdf()), ("c", a_word()), ("d.pdf", a_word())):
        (tmp_path / name).write_bytes(content)
        (article,) = files.articles(tmp_path / name)
        assert article.title.startswith("Bread needs time")


@pytest.mark.parametrize("content_type", ["application/pdf", "application/octet-stream", "text/html", ""])
def test_an_address_that_sends_a_pdf_is_read_as_pdf(content_type: str) -> None:
    url = "https://bakery.example/bread"
    (article,) = files.fetched(a_plain_pdf(), url, url=url, content_type=content_type).articles
    assert (article.url, article.title) == (url, "Bread needs time, and time is free")


def test_an_address_that_sends_a_word_document_is_read_as_one() -> None:
    url = "https://bakery.example/bread"
    (article,) = files.fetched(a_word(), url, url=url, content_type="application/octet-stream").articles
    assert article.url == url


def test_a_page_that_says_it_is_a_pdf_is_told() -> None:
    url = "https://bakery.example/bread.pdf"
    with pytest.raises(SourceError, match="cannot be read as PDF"):
        files.fetched(b"<html><p>Log in first.</p></html>", url, url=url, content_type="application/pdf")
