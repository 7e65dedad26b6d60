"""A document of pictures can be read, searched and copied as if it were of letters."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from pipeline.compose.documents import Leaf, Words, document


def a_leaf(*lines: str) -> Leaf:
    words = tuple(Words(line, 80, 100 + 60 * place, 600, 50) for place, line in enumerate(lines))
    return Leaf(Image.new("RGB", (1080, 1350), "#1F5F5B"), words)


def read(*leaves: Leaf, title: str = "Bread", language: str = "en") -> PdfReader:
    return PdfReader(io.BytesIO(document(leaves, title, "Example Bakery", language)), strict=True)


@pytest.mark.parametrize(
    "text",
    [
        "Rest is work (too) \\ <really>",
        "Příliš žluťoučký kůň",
        "ночь, γάλα",
        "麵團靜置一夜",
        "Feed it 🌾",
        "".join(map(chr, range(0x4E00, 0x4E00 + 600))),
    ],
)
def test_its_words_are_found_in_any_script(text: str) -> None:
    assert read(a_leaf(text)).pages[0].extract_text() == text


def test_each_page_has_its_own_lines_in_their_order() -> None:
    made = read(a_leaf("Rest is work", "too."), a_leaf("Bread keeps"), a_leaf())
    assert [page.extract_text() for page in made.pages] == ["Rest is work\ntoo.", "Bread keeps", ""]


def test_it_tells_title_author_and_language() -> None:
    made = read(a_leaf("Brood"), title="Brood (dat) blijft – é 🌾", language="nl")
    assert made.metadata is not None
    assert (made.metadata.title, made.metadata.author) == ("Brood (dat) blijft – é 🌾", "Example Bakery")
    assert str(made.root_object["/Lang"]) == "nl"


def test_a_page_shows_its_picture_in_full_size() -> None:
    (page,) = read(a_leaf("Rest")).pages
    (image,) = page.images
    assert image.image is not None
    assert image.image.size == (1080, 1350)
    assert tuple(map(float, page.mediabox)) == (0, 0, 540, 675)
