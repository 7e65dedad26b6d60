"""Files and folders: each format by its ending, and one clear sentence for what is no article."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.ingest import files

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Garden</title><language>en</language>
<item><title>Soil &amp; water</title><link>https://garden.example/soil</link><guid>g1</guid><pubDate>Mon, 04 May 2026 06:00:00 GMT</pubDate>
<description>&lt;p&gt;Soil holds water.&lt;/p&gt;&lt;p&gt;💡 Mulch keeps it there.&lt;/p&gt;</description></item>
<item><title>Empty</title><guid>g2</guid></item></channel></rss>"""


def test_a_folder_gives_the_articles_of_its_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("# Second\n\nText of the second.\n")
    (tmp_path / "a.txt").write_text("First\n\nText of the first, which is a little longer.\n")
    (tmp_path / "README.md").write_text("# Not for readers\n\nText.\n")
    (tmp_path / "notes.docx").write_bytes(b"PK\x03\x04")
    assert [article.title for article in files.articles(tmp_path)] == ["First", "Second"]


def test_a_feed_gives_its_entries_and_their_facts(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED)
    (article,) = files.articles(path)
    assert (article.title, article.url, article.guid, article.language) == (
        "Soil & water",
        "https://garden.example/soil",
        "g1",
        "en",
    )
    assert [point.text for point in article.key_points] == ["Mulch keeps it there."]
    assert article.published is not None
    assert article.published.isoformat() == "2026-05-04T06:00:00+00:00"


def test_front_matter_gives_what_it_states(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: 'Soil: an introduction'\nurl: https://garden.example/soil\nlang: nl\ndate: 2026-05-04\nauthor: Ann Field\n---\n\nText.\n"
    )
    (article,) = files.articles(path)
    assert (article.title, article.url, article.language, article.byline) == (
        "Soil: an introduction",
        "https://garden.example/soil",
        "nl",
        "Ann Field",
    )


def test_plain_text_may_have_front_matter_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "---\nurl: https://garden.example/soil\n---\nSoil\n\nSoil is alive, and it shows.\n\nWater\nLess is more.\n💡 Mulch keeps it.\n"
    )
    (article,) = files.articles(path)
    assert (article.title, article.url) == ("Soil", "https://garden.example/soil")
    assert [point.text for point in article.key_points] == ["Mulch keeps it."]
    assert [section.heading for section in article.sections] == ["Water"]


def test_a_file_that_is_edited_stays_the_same_article(tmp_path: Path) -> None:
    path = tmp_path / "soil.md"
    path.write_text("# Soil\n\nSoil is alive.\n")
    (before,) = files.articles(path)
    path.write_text("# Soil!\n\nSoil is very much alive.\n")
    (after,) = files.articles(path)
    assert before.guid == after.guid


def test_a_title_is_one_line_that_shows_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text('---\ntitle: "Hi\\r\\nBcc: x@y.example \\u202Emoc\\u200B"\n---\n\nSoil is alive.\n')
    assert files.articles(path)[0].title == "Hi Bcc: x@y.example moc"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_accents_survive_an_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Één tuin\r\n\r\nHet weeën van de wind is één van de geluiden.\r\n".encode(encoding))
    (article,) = files.articles(path)
    assert article.title == "Één tuin"


BAD = [
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \n\n ", "is empty"),
    ("binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "is no text file"),
    ("nul.md", b"abc\0def", "is no text file"),
    ("picture.png", b"\x89PNG", "files ending in .png cannot be read"),
    ("page.xml", b"<html><body><p>A page.</p></body></html>", "is no RSS or Atom feed"),
    ("bomb.xml", b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>', "defines entities of its own"),
    ("front.md", b"---\ntitle: a: b: c\n---\nText\n", "line 2: the front matter"),
    ("nothing.html", b"<html><body><nav>Home</nav></body></html>", "holds no article text"),
    ("no-entries.rss", b'<rss version="2.0"><channel><title>x</title></channel></rss>', "holds no entries with text"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), BAD, ids=[row[0] for row in BAD])
def test_what_is_no_article_is_told_in_one_sentence(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        files.articles(path)
    assert message in str(caught.value)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_articles_says_what_belongs_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"holds no articles. Put files there that end in .*\.md"):
        files.articles(tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="does not exist"):
        files.articles(tmp_path / "missing.md")
