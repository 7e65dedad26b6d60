"""Images beside an article's file: found where they lie, and nothing else of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ingest import files
from pipeline.ingest.beside import beside, path_of
from pipeline.model import Article

FRONT = "---\nurl: https://bakery.example/bread\n---\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """articles/bread.md with images beside and below it, and others that are none of its own."""
    for name in ("articles/loaf.jpg", "articles/photos/our loaf.PNG", "secret.jpg", "articles/notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"bytes")
    (tmp_path / "articles" / "out.jpg").symlink_to(tmp_path / "secret.jpg")
    return tmp_path / "articles"


def pictures(article: Article) -> list[tuple[str | None, str]]:
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    return [(block.url, block.text) for block in blocks if block.kind == "image"]


def read(folder: Path, text: str, name: str = "bread.md") -> Article:
    (folder / name).write_text(text)
    (article,) = files.articles(folder / name)
    return article


@pytest.mark.parametrize("front", ["", FRONT])
def test_an_image_beside_an_article_is_its_image(folder: Path, front: str) -> None:
    article = read(folder, f"{front}# Bread\n\nIt keeps.\n\n![A loaf](loaf.jpg)\n\n![Ours](./photos/our%20loaf.PNG)\n")
    assert pictures(article) == [("file:loaf.jpg", "A loaf"), ("file:photos/our%20loaf.PNG", "Ours")]


def test_an_image_beside_a_page_is_its_image(folder: Path) -> None:
    page = '<html><body><h1>Bread</h1><p>It keeps.</p><img src="photos/our loaf.PNG" alt="Ours"></body></html>'
    assert pictures(read(folder, page, "bread.html")) == [("file:photos/our%20loaf.PNG", "Ours")]


def test_what_is_not_there_is_an_address_of_the_articles_site_or_named(folder: Path) -> None:
    assert pictures(read(folder, f"{FRONT}# Bread\n\nIt keeps.\n\n![A loaf](gone.jpg)\n")) == [
        ("https://bakery.example/gone.jpg", "A loaf")
    ]
    article = read(folder, "# Bread\n\nIt keeps.\n\n![A loaf](gone.jpg)\n")
    assert pictures(article) == []
    assert ("A loaf", "picture that is not beside the article: gone.jpg") in [
        (one.text, one.reason) for one in article.dropped
    ]


@pytest.mark.parametrize(
    "written",
    [
        "../secret.jpg",
        "photos/../../secret.jpg",
        "%2e%2e/secret.jpg",
        "out.jpg",
        "notes.txt",
        "photos",
        "",
        "/etc/passwd",
        "file:loaf.jpg",
        "file:///etc/passwd",
        "//evil.example/loaf.jpg",
        "https://[",
        "loaf.jpg\0",
        "x" * 5_000 + ".jpg",
    ],
)
def test_nothing_else_can_be_named(folder: Path, written: str) -> None:
    assert beside(folder / "bread.md")(written) is None


@pytest.mark.parametrize("address", ["file:../secret.jpg", "file:/etc/hosts", "file:out.jpg", "file:%00.jpg", "file:"])
def test_an_address_that_was_tampered_with_leads_nowhere(folder: Path, address: str) -> None:
    assert path_of(folder / "bread.md", address) is None
    assert path_of(folder / "bread.md", "file:loaf.jpg") == (folder / "loaf.jpg").resolve()


def test_a_feed_cannot_name_files(folder: Path) -> None:
    (folder / "feed.xml").write_text(
        '<rss version="2.0"><channel><title>Bread</title><item><title>Bread</title><description>'
        "&lt;p&gt;It keeps for a week.&lt;/p&gt;&lt;img src='loaf.jpg' alt='A loaf'&gt;"
        "</description></item></channel></rss>"
    )
    (article,) = files.articles(folder / "feed.xml")
    assert pictures(article) == []
