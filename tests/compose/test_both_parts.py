"""The text part is a mail of its own: the same links as the page, no line too long, nothing of HTML in it."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compose.plaintext import WIDTH
from pipeline.jobs import reading
from pipeline.language.wide import columns
from pipeline.model import Article, Block, Item, KeyPoint, Link, Section
from tests.compose.letters import Letter, a_full_letter, a_letter
from tests.factories import a_config, a_paragraph, an_article

DESIGNS = ["digest", "feature", "key-points"]
ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted(path for path in (ROOT / "examples" / "articles").rglob("*.*") if path.name != "README.md")
_HREF = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"“”«»]+")


def addresses_of_page(letter: Letter) -> set[str]:
    return {unescape(href) for href in _HREF.findall(letter.html)}


def holds_the_same_links(letter: Letter) -> bool:
    """Every link of the page stands whole in the text, and every address that stands alone in it is a link there."""
    page = addresses_of_page(letter)
    lines = [re.sub(r"^\[\d+\] ", "", line) for line in letter.text.splitlines()]
    alone = {line for line in lines if _ADDRESS.fullmatch(line)}
    inside = " ".join(line for line in lines if line not in alone)
    assert page <= alone | {address for address in page if address in inside}, page - alone
    assert alone <= page, alone - page
    return True


def is_well_set(text: str) -> bool:
    long = [line for line in text.splitlines() if columns(line) > WIDTH and not line.startswith("    ")]
    assert [line for line in long if not _ADDRESS.search(line) and len(line.split()) > 2] == []
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    assert not re.search(r"</?(?:a|p|em|strong|br|li|code)\b[^<]*>|&(?:amp|lt|gt|nbsp|#\d+);", text)
    return True


@pytest.mark.parametrize("design", DESIGNS)
def test_a_full_edition_has_the_same_links_in_both_parts(design: str) -> None:
    letter = a_full_letter() if design == "digest" else a_letter(everything(), recipe={"design": design})
    assert len(addresses_of_page(letter)) > 6
    assert holds_the_same_links(letter)
    assert is_well_set(letter.text)


def everything() -> Article:
    long = "https://else.example/" + "a-very-long-path/" * 12 + "?q=1&r=(2)"
    return an_article(
        lead=(
            Block(
                "image",
                "A loaf",
                url="https://bakery.example/1.jpg",
                html='By <a href="https://photo.example/ann">Ann</a>',
            ),
            Block(
                "paragraph",
                "See",
                html=f'See <a href="{long}">the long one</a> or <a href="mailto:ann@else.example">Ann</a>.',
            ),
            Block(
                "paragraph",
                "Call",
                html='Call <a href="tel:+31201234567">us</a>, <a href="http://old.example/?a&amp;b=;c">old</a>.',
            ),
        ),
        sections=(
            Section(
                "Notes",
                (
                    Block(
                        "list",
                        "a\nb",
                        items=(Item("a", 'a <a href="/deep">deep</a>'), Item("b", '<a href="#x">b</a>', 1)),
                    ),
                    Block("quote", "q", html='So <a href="https://quote.example/q">she</a> said.'),
                    Block("code", "curl https://code.example/x | sh"),
                    Block("table", "Bread | Where\nRye | here"),
                    Block("image", "An oven", url="https://bakery.example/2.jpg"),
                ),
            ),
        ),
        key_points=(KeyPoint("Rye keeps longer than any other bread.", section=0),),
        notices=("Read https://notice.example/a (all of it).",),
        references=("Miller (2020). https://doi.example/10.1(2)x.", "Baker [2]"),
        calls_to_action=(Link("Join us", "https://bakery.example/day"), Link("Write", "mailto:post@bakery.example")),
    )


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_has_the_same_links_in_both_parts(path: Path, design: str) -> None:
    letter = of_file(path, design)
    assert holds_the_same_links(letter)
    assert is_well_set(letter.text)


@pytest.mark.shared
@pytest.mark.parametrize("design", DESIGNS)
def test_every_long_article_has_the_same_links_in_both_parts(shared: Path, design: str) -> None:
    for path in sorted((shared / "articles").glob("*.txt")):
        letter = of_file(path, design)
        assert holds_the_same_links(letter)
        assert is_well_set(letter.text)


def of_file(path: Path, design: str) -> Letter:
    found = reading.read([str(path)], a_config())
    return a_letter(*found.articles, recipe={"design": design})


def test_numbers_of_links_are_none_of_the_authors() -> None:
    html = 'Bread keeps [3], as <a href="https://else.example">they</a> found [1, 12].'
    lead = (Block("paragraph", "Bread keeps [3], as they found [1, 12].", html=html),)
    text = a_letter(an_article(lead=lead)).text
    assert "as they [13] found [1, 12]" in text
    assert "[13] https://else.example" in text


@pytest.mark.parametrize("tag", ["ar", "he", "fa"])
def test_text_from_right_to_left_keeps_its_words_and_order(tag: str) -> None:
    words = "الخبز الجيد يحتاج إلى وقت طويل ".strip() if tag != "he" else "לחם טוב צריך זמן"
    letter = a_letter(
        an_article(language=tag, title=words, lead=(a_paragraph(f"{words} " * 12),), key_points=(), sections=())
    )
    assert " ".join(letter.text.split()).count(words) >= 12
    assert is_well_set(letter.text)


LINKS = st.builds(
    lambda host, query: f"https://{host}.example/?{query}",
    st.sampled_from(["a", "b", "bakery", "münchen"]),
    st.text(st.sampled_from("ab&=;%20+~()[]é"), max_size=12),
)
WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=9)


@given(st.lists(st.tuples(WORDS, LINKS), min_size=1, max_size=6), st.sampled_from(DESIGNS))
@settings(max_examples=60, deadline=None)
def test_whatever_is_linked_is_linked_in_both_parts(linked: list[tuple[str, str]], design: str) -> None:
    html = " ".join(f'{escape(word)} <a href="{escape(url)}">{escape(word)}</a>' for word, url in linked)
    block = Block("paragraph", " ".join(word for word, _ in linked), html=html)
    letter = a_letter(an_article(lead=(block,), sections=(Section("More", (block,)),)), recipe={"design": design})
    assert holds_the_same_links(letter)
