"""Title, author and date in lines above an article are read as those of front matter, or told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from pipeline.ingest import files, own, preamble
from pipeline.model import Article
from tests.ingest.reading import everything

BODY = "Beans climb whatever you give them, and a rake will do for a whole summer of them."
TEXT = f"{BODY}\n\nPick them young. {BODY}\n\n💡 Beans climb.\n"


def read(tmp_path: Path, above: str, name: str = "beans.txt", body: str = TEXT) -> Article:
    path = tmp_path / name
    path.write_text(f"{above}\n\n{body}", encoding="utf-8")
    return files.articles(path)[0]


def facts(article: Article) -> tuple[str, str | None, str | None]:
    return article.title, article.byline, f"{article.published:%Y-%m-%d}" if article.published else None


ABOVE = [
    "Title: Beans on a rake\nBy Nora Veld\nPublished: 3 February 2026",
    "Title: Beans on a rake\n\nBy Nora Veld\n\nPublished: 3 February 2026",
    "Title: Beans on a rake\nAuthor: Nora Veld\nDate: 2026-02-03",
    "Titel: Beans on a rake\nDoor: Nora Veld\nGepubliceerd: 3 februari 2026",
    "Titel: Beans on a rake\nAutorin: Nora Veld\nVeröffentlicht am: 3. Februar 2026",
    "Titre : Beans on a rake\nPar : Nora Veld\nPublié le : 3 février 2026",
    "Título: Beans on a rake\nAutora: Nora Veld\nFecha: 3 de febrero de 2026",
    "Titolo: Beans on a rake\nAutore: Nora Veld\nData: 3 febbraio 2026",
    "**Title:** Beans on a rake\n**By:** Nora Veld\n**Published**: 3 February 2026",
    "Title: Beans on a rake\nBy Nora Veld, 3 February 2026",
]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("name", ["beans.txt", "beans.md"])
@pytest.mark.parametrize("heading", ["", "# Beans on a rake\n\n"])
def test_they_are_read(tmp_path: Path, above: str, name: str, heading: str) -> None:
    article = read(tmp_path, above, name, heading + TEXT)
    assert facts(article) == ("Beans on a rake", "Nora Veld", "2026-02-03")
    assert "Published" not in "".join(block.text for block in article.lead)


@pytest.mark.parametrize("name", ["beans.txt", "beans.md"])
def test_what_has_no_place_is_told(tmp_path: Path, name: str) -> None:
    above = "Title: Beans\nBy Dr. Nora Veld, gardener\nPublished: one of these days\nCategory: Climbing things"
    article = read(tmp_path, above, name)
    assert facts(article) == ("Beans", "Dr. Nora Veld", None)
    told = [one.text for one in article.dropped]
    assert {"By Dr. Nora Veld, gardener", "Published: one of these days", "Category: Climbing things"} <= set(told)


def test_front_matter_comes_first(tmp_path: Path) -> None:
    article = read(tmp_path, "---\ntitle: Beans\n---\nTitle: Peas\nAuthor: Nora Veld", "beans.md")
    assert facts(article) == ("Beans", "Nora Veld", None)
    assert "Title: Peas" in [one.text for one in article.dropped]


@pytest.mark.parametrize(
    "above",
    [
        "Nora: Do beans climb?\nJoris: Give them a rake.",
        "Date: a fruit that grows on palms.",
        "Link: https://example.org/beans",
        "ID: 5",
        "Beans: a love story",
        "By Nora Veld\nWhy beans climb",
        "Dates: 3 May 2026\nPlace: the shed",
    ],
)
def test_other_lines_are_the_articles(above: str) -> None:
    source = f"{above}\n\n{TEXT}"
    assert preamble.split(source, "beans.txt") == ((), source)


def test_the_text_begins_where_the_lines_end(tmp_path: Path) -> None:
    article = read(tmp_path, "Title: Beans\nAuthor: Nora Veld\nNote: beans are toxic when raw.")
    assert "Note: beans are toxic when raw." in everything(article)
    assert "Note: beans are toxic when raw." not in [one.text for one in article.dropped]


def test_in_a_block_of_our_own_they_are_its_words(tmp_path: Path) -> None:
    for name in ("agenda.txt", "agenda.md"):
        path = tmp_path / name
        path.write_text("Title: An evening in the shed\nDate: 9 May 2026\nPlace: the shed\n", encoding="utf-8")
        block = own.of_file(path, "agenda", "https://example.org", "en").blocks[0]
        words = f"{block.title} " + " ".join(
            one.text for one in (*block.lead, *(b for s in block.sections for b in s.blocks))
        )
        assert "9 May 2026" in words


@pytest.mark.parametrize("line", ["Title: a", "By A. B. C. D. E. F", "a b: " * 500, "A " * 5000])
def test_many_lines_are_read_quickly(line: str) -> None:
    started = time.process_time()
    preamble.split(f"{line}\n" * 2000, "beans.txt")
    assert time.process_time() - started < 1
