"""Which of an entry's texts is the article, and how a mere summary is known."""

from __future__ import annotations

import pytest

from pipeline.errors import SourceError
from pipeline.ingest.elements import Document
from pipeline.ingest.feeds import entries
from pipeline.ingest.feeds.entries import Entry, Text

LINK = "https://garden.example/soil"
LONG = "<p>Soil holds water for weeks.</p><p>Mulch keeps it dark, and worms do the rest.</p>"


def read(*texts: Text, link: str | None = LINK) -> tuple[Document, str | None]:
    return entries.document(Entry(texts, title="Soil", link=link))


def a_summary(said: str) -> Text:
    return Text(said, whole=False)


def words(document: Document) -> list[str]:
    return [element.text for element in document.elements]


def test_the_longest_text_is_the_article_whatever_its_element() -> None:
    teaser = "<p>More on our site.</p>"
    for texts in ([Text(LONG), a_summary(teaser)], [Text(teaser), a_summary(LONG)]):
        document, _ = read(*texts)
        assert words(document) == ["Soil holds water for weeks.", "Mulch keeps it dark, and worms do the rest."]
        assert document.summary == "More on our site."


def test_a_summary_that_stands_in_the_text_is_told_nowhere_else() -> None:
    document, _ = read(Text(LONG), a_summary("<p>Soil holds water for weeks.</p> <p>Mulch keeps it</p>"))
    assert (document.summary, document.dropped) == (None, ())


def test_a_long_summary_of_other_words_is_dropped_with_a_reason() -> None:
    document, _ = read(Text(LONG), a_summary("<p>Why dig?</p><p>Rake.</p>"))
    assert document.summary is None
    assert [(piece.text, piece.reason) for piece in document.dropped] == [
        ("Why dig?", "a shorter text of the feed, which is no part of the longer one"),
        ("Rake.", "a shorter text of the feed, which is no part of the longer one"),
    ]


def test_a_summary_cut_in_the_middle_is_no_summary_for_readers_but_is_told() -> None:
    document, _ = read(Text(LONG), a_summary("Everything about the garden's […]"))
    assert document.summary is None
    assert [piece.text for piece in document.dropped] == ["Everything about the garden's […]"]


def test_plain_paragraphs_in_a_description_stay_paragraphs() -> None:
    document, _ = read(a_summary("Soil holds &lt;water&gt;.\n\nMulch keeps it.\n\n💡 Use grass."))
    assert words(document) == ["Soil holds <water>.", "Mulch keeps it.", "Use grass."]


def test_a_description_of_one_line_is_html() -> None:
    assert words(read(a_summary("Soil &amp; water\nlive together."))[0]) == ["Soil & water live together."]


def test_a_title_without_end_is_none_and_is_told() -> None:
    document, _ = entries.document(Entry((Text(LONG),), title="Soil " * 2_000_000))
    assert document.title is None
    (piece,) = document.dropped
    assert (len(piece.text), piece.reason) == (501, "a title of 10,000,000 characters is none")


@pytest.mark.parametrize("texts", [(), (Text(""),), (Text(" \n "), a_summary(""))])
def test_an_entry_without_text_is_told(texts: tuple[Text, ...]) -> None:
    with pytest.raises(SourceError, match="no text"):
        entries.document(Entry(texts))


FOOTER = f'<p>The post <a href="{LINK}">Soil</a> appeared first on <a href="https://garden.example">Garden</a>.</p>'
WORDS = "Soil holds water as long as nobody digs it over in spring, " * 20
ONLY_SUMMARIES = [
    (f"<p>{WORDS} and […]</p>", "ends where the feed cuts it off"),
    (f"<p>{WORDS} and [&hellip;]</p>{FOOTER}", "ends where the feed cuts it off"),
    (f"<p>{WORDS} and [...]</p>", "ends where the feed cuts it off"),
    (f"<p>{WORDS} and…</p>", "ends where the feed cuts it off"),
    (f"<p>{WORDS}.</p><p><a href='/soil#more'>Read more</a></p>", "ends with a link to the rest"),
    (f"<p>{WORDS}.</p><p>Lire la suite →</p>", "ends with a link to the rest"),
    ("<p>Ziemia trzyma wodę. <a href='https://garden.example/soil?utm_source=rss'>Czytaj dalej</a></p>", "ends with a link to the rest"),
    ("<p>Soil holds water.</p>", "is one short paragraph, and there is no longer one"),
    ("Soil holds water.", "is one short paragraph, and there is no longer one"),
]  # fmt: skip
WHOLE = [
    LONG,
    f"<p>{WORDS}.</p>",
    f"<p>{WORDS}.</p>{FOOTER}",
    f"<p>{WORDS}.</p><p><a href='{LINK}'>★</a></p>",
    "<p>Soil holds water.</p><p>See <a href='https://other.example/soil'>their page</a></p>",
    "<p>She waited… and soil held water.</p><ul><li>Mulch</li></ul>",
    "<h2>Soil</h2><p>It holds water.</p>",
]


@pytest.mark.parametrize(("said", "how"), ONLY_SUMMARIES)
def test_a_summary_is_known_by_its_end_or_its_shape(said: str, how: str) -> None:
    assert read(a_summary(said))[1] == how


@pytest.mark.parametrize("said", WHOLE)
def test_a_whole_text_is_taken_for_one(said: str) -> None:
    assert read(a_summary(said))[1] is None


def test_a_short_text_in_the_element_for_whole_texts_is_whole() -> None:
    assert read(Text("<p>Soil holds water.</p>"))[1] is None


def test_a_text_that_leads_nowhere_is_all_there_is() -> None:
    assert read(a_summary("<p>Soil holds […]</p>"), link=None)[1] is None
