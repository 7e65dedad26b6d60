"""No word of a PDF or a Word document is lost: it is in the article, or named with the reason why not."""

from __future__ import annotations

from itertools import count
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipeline.model import Article
from tests.ingest.papers import (
    ADVERT,
    BODY,
    HEADING,
    INDENTED,
    QUOTE,
    RAGGED,
    SMALL,
    STAND,
    TITLE,
    a_pdf,
    a_word_file,
    letters,
    of_pdf,
    of_word,
)
from tests.ingest.reading import everything

SYLLABLES = ("ta", "ko", "mi", "ren", "dul", "fas", "peg", "bo", "zwi", "lor", "ün", "é", "ça", "nat", "oost")
SENTENCES = st.tuples(st.integers(1, 25), st.sampled_from(["", ".", "?", ":"]), st.booleans())
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=5)


def a_word(number: int) -> str:
    """A word that no other number has, alone or as a part of another."""
    made = ""
    while number or not made:
        number, syllable = divmod(number, len(SYLLABLES))
        made += SYLLABLES[syllable]
    return f"x{made}q"


def written(paragraphs: list[list[tuple[int, str, bool]]]) -> list[str]:
    """Paragraphs of sentences, in which each word is another."""
    numbers = count()
    made = []
    for sentences in paragraphs:
        told = []
        for length, end, large in sentences:
            words = " ".join(a_word(next(numbers)) for _ in range(length))
            told.append((words.capitalize() if large else words) + end)
        made.append(" ".join(told))
    return made


STYLES = st.sampled_from([BODY, BODY, BODY, RAGGED, INDENTED, HEADING, QUOTE, ADVERT, SMALL, STAND, TITLE])


def lost(texts: list[str], article: Article) -> list[str]:
    """Words that the article neither holds nor names."""
    found = "".join(filter(str.isalnum, everything(article).casefold()))
    return [word for text in texts for word in text.split() if letters(word) not in found]


@settings(max_examples=30, phases=[Phase.generate, Phase.reuse])  # shrinking a file takes minutes
@given(st.lists(st.tuples(STYLES, PARAGRAPHS), min_size=1, max_size=25), st.integers(1, 3), st.booleans())
def test_no_word_of_a_pdf_is_lost(story: list[Any], columns: int, headed: bool) -> None:
    texts = written([sentences for _, sentences in story])
    story = [(style, text) for (style, _), text in zip(story, texts, strict=True)]
    across = [(TITLE, "Ren tako mi"), (STAND, "Dulfas peg bo zwilor.")] if headed else []
    article = of_pdf(a_pdf(story, across=across, count=columns))
    assert lost([text for _, text in [*across, *story]], article) == []


TYPED = {"- typed": "- ", "1. typed": "1. "}  # bullets that are words of the paragraph
KINDS = st.sampled_from(
    ["Normal", "Normal", "Heading 1", "Heading 2", "List Bullet", "List Number", "Quote", "Title", *TYPED]
)


@settings(max_examples=30, phases=[Phase.generate, Phase.reuse])  # shrinking a file takes minutes
@given(st.lists(st.tuples(KINDS, PARAGRAPHS, st.booleans()), min_size=1, max_size=20))
def test_no_word_of_a_word_document_is_lost(story: list[Any]) -> None:
    story = [("Normal", [(12, ".", True)], False), *story]
    texts = written([sentences for _, sentences, _ in story])

    def fill(document: Any) -> None:
        for (style, _, boxed), words in zip(story, texts, strict=True):
            if boxed:
                document.add_table(1, 2).cell(0, 1).text = words
            else:
                document.add_paragraph(TYPED.get(style, "") + words, style=None if style in TYPED else style)

    article = of_word(a_word_file(fill))
    assert lost(texts, article) == []
