"""Files and folders: each format by its ending, and one clear sentence for what is no article."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from pipeline.errors import NothingReadable, SourceError
from pipeline.ingest import feeds, files
from pipeline.model import NOT_UTF_8, Dropped, Rights

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


def identities(folder: Path, known_as: str | None = None) -> list[str]:
    return [article.guid for article in files.read(folder, known_as=known_as).articles]


def a_folder(folder: Path) -> Path:
    for name in ("2025/spring/soil.md", "2026/spring/soil.md", "soil.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("# Soil\n\nSoil is alive.\n")
    return folder


def test_files_of_the_same_name_are_several_articles_wherever_they_lie(tmp_path: Path) -> None:
    assert identities(a_folder(tmp_path)) == [
        "file:2025/spring/soil.md",
        "file:2026/spring/soil.md",
        "file:soil.md",
    ]


def test_a_folder_that_moves_keeps_its_articles(tmp_path: Path) -> None:
    old, new = a_folder(tmp_path / "old"), tmp_path / "new" / "articles"
    before = identities(old, "articles")
    new.parent.mkdir()
    old.rename(new)
    assert identities(new, "articles") == before
    assert before[-1] == "file:articles/soil.md"


def test_an_article_that_states_its_identity_keeps_it_when_its_file_is_renamed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nid: soil\n---\n# Soil\n\nSoil is alive.\n")
    assert identities(tmp_path) == ["soil"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Soil\n\nSoil is alive.\n")
    (tmp_path / "b.md").touch()
    (tmp_path / "c.txt").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "d.xml").write_text(FEED)
    found = files.read(tmp_path)
    assert [article.title for article in found.articles] == ["Soil", "Soil & water"]
    assert [(piece.text, piece.reason) for piece in found.dropped] == [
        (f"{tmp_path / 'b.md'} is empty. Check that it was saved.", files.UNREADABLE),
        (
            f"{tmp_path / 'c.txt'} is no text file. Give a text, Markdown, HTML, PDF, Word (.docx) or feed file.",
            files.UNREADABLE,
        ),
        ("Empty", "an entry without text"),
    ]


def test_a_folder_with_nothing_that_can_be_read_is_told_with_its_first_reason(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    with pytest.raises(NothingReadable, match=r"holds no articles that can be read: .*a\.md is empty\."):
        files.articles(tmp_path)


def test_a_file_of_more_than_20_mb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(SourceError, match="is larger than 20 MB"):
        files.articles(path)


def test_a_feed_may_lie_in_a_file_without_an_ending(tmp_path: Path) -> None:
    path = tmp_path / "feed"
    path.write_text(FEED)
    assert files.read(path).feed == feeds.read(path.read_bytes(), str(path))


def test_rights_go_with_the_articles_of_a_folder_and_of_a_feed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Soil\n\nSoil is alive.\n")
    (tmp_path / "b.xml").write_text(FEED)
    assert [article.rights for article in files.articles(tmp_path, rights="quote")] == ["quote", "quote"]


@pytest.mark.parametrize("name", ["soil.md", "soil.txt"])
@pytest.mark.parametrize(
    ("of_source", "stated", "allowed"),
    [
        ("ours", "quote", "quote"),
        ("ours", "permission", "permission"),
        ("permission", "quote", "quote"),
        ("quote", "quote", "quote"),
        ("quote", "permission", "quote"),
        ("permission", "ours", "permission"),
    ],
)
def test_an_article_narrows_the_rights_of_its_source_and_never_widens_them(
    name: str, of_source: Rights, stated: Rights, allowed: Rights, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(f"---\nrights: {stated}\n---\n\nSoil\n\nSoil is alive.\n")
    (article,) = files.articles(tmp_path / name, rights=of_source)
    reason = f"its source in config.yaml allows less: {of_source}"
    assert article.rights == allowed
    assert (Dropped(f"rights: {stated}", reason) in article.dropped) == (stated != allowed)


def test_an_article_with_rights_nobody_knows_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nrights: qoute\n---\n\n# Soil\n\nSoil is alive.\n")
    (tmp_path / "b.md").write_text("# Sand\n\nSand is not.\n")
    found = files.read(tmp_path)
    assert [article.title for article in found.articles] == ["Sand"]
    assert [(files.UNREADABLE, "a.md: the front matter says “qoute”" in one.text) for one in found.dropped] == [
        (one.reason, True) for one in found.dropped
    ]
    assert len(found.dropped) == 1


MARKDOWN = "---\ntitle: Soil\n---\n\nSoil is *alive*.\n"


@pytest.mark.parametrize(
    ("url", "content_type"),
    [
        ("https://garden.example/soil", "text/markdown; charset=utf-8"),
        ("https://garden.example/soil", "TEXT/X-MARKDOWN"),
        ("https://code.example/soil.md?raw=1", "text/plain; charset=utf-8"),
    ],
)
def test_an_address_that_sends_markdown_is_read_as_markdown(url: str, content_type: str) -> None:
    (article,) = files.fetched(MARKDOWN.encode(), url, url=url, content_type=content_type).articles
    assert (article.title, article.url, article.lead[0].text) == ("Soil", url, "Soil is alive.")


def test_a_page_about_a_markdown_file_is_a_page() -> None:
    url = "https://code.example/soil.md"
    page = b"<h1>Soil</h1>\n\nSoil is *alive*.\n\n<p>Water it.</p>"
    (article,) = files.fetched(page, url, url=url, content_type="text/html").articles
    assert article.lead[0].text == "Soil is *alive*."


def test_an_address_that_sends_plain_text_is_read_as_text() -> None:
    url = "https://garden.example/soil"
    (article,) = files.fetched(b"Soil\n\nSoil <is> alive.\n", url, url=url, content_type="text/plain").articles
    assert (article.title, article.lead[0].text) == ("Soil", "Soil <is> alive.")


@pytest.mark.parametrize("content_type", ["", "text/html", "application/octet-stream", "nonsense"])
def test_any_other_address_is_read_as_a_page_in_the_encoding_of_its_header(content_type: str) -> None:
    url = "https://garden.example/soil"
    page = "<h1>庭の花</h1><p>庭の花は眠る。</p><p>The end of it.</p>".encode("shift_jis")
    (article,) = files.fetched(page, url, url=url, content_type=f"{content_type}; charset=shift_jis").articles
    assert (article.title, article.url) == ("庭の花", url)


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
    ("page.xml", b"<html><body><p>A page.</p></body></html>", "is no RSS, Atom or JSON feed"),
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


# What must be a feed

PAGE = """<html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
<link rel="ALTERNATE home" type="Application/Atom+XML" href="feed.atom"><link rel="alternate" hreflang="nl" href="/nl/">
<link rel="alternate" type="application/json" href="/wp-json/"></head><body><h1>Soil</h1><p>Soil is alive.</p></body></html>"""
INSTEAD = [
    (PAGE, "is a page, not a feed, and names its feed: https://garden.example/blog/feed.atom. Write that address."),
    (PAGE.replace("<head>", "<head><base href='/en/'>"), "names its feed: https://garden.example/en/feed.atom."),
    ("<form><input name=user><input type=PASSWORD name=p></form>", "gives a login page instead of a feed."),
    ("<h1>Soil</h1><p>Soil is alive.</p>", "is a page, not a feed, and names none."),
    ("<opml version='2.0'></opml>", "is no RSS, Atom or JSON feed. Check the address."),
    ("{}", "is no RSS, Atom or JSON feed. Check the address."),
    ("", "is no RSS, Atom or JSON feed. Check the address."),
]


@pytest.mark.parametrize(("source", "message"), INSTEAD)
def test_what_came_instead_of_a_feed_is_told_with_the_feed_that_it_names(source: str, message: str) -> None:
    url = "https://garden.example/blog/"
    with pytest.raises(SourceError) as caught:
        files.subscribed(source.encode(), "https://garden.example", url=url, content_type="text/html")
    assert str(caught.value).startswith("https://garden.example ")
    assert message in str(caught.value)


def test_a_feed_that_is_packed_is_unpacked_wherever_it_comes_from(tmp_path: Path) -> None:
    packed = gzip.compress(FEED.encode())
    for name in ("feed.xml.gz", "feed.xml", "feed"):
        (tmp_path / name).write_bytes(packed)
        assert [article.title for article in files.articles(tmp_path / name)] == ["Soil & water"]
    got = files.subscribed(packed, "x", url="https://garden.example/feed", content_type="application/gzip")
    assert got.feed is not None


def test_a_packed_file_that_is_damaged_or_too_large_is_told(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(gzip.compress(FEED.encode())[:-9])
    with pytest.raises(SourceError, match=r"feed\.xml is packed with gzip and damaged\. Fetch or save it again\."):
        files.articles(path)
    path.write_bytes(gzip.compress(bytes(10_000_000)) * 50)
    with pytest.raises(SourceError, match=r"feed\.xml holds more than 20 MB once unpacked\. Use a smaller feed\."):
        files.articles(path)


@pytest.mark.parametrize(
    ("name", "words", "guessed"),
    [
        ("a.md", "# Café\n\nBread keeps.\n".encode("cp1252"), True),
        ("a.txt", "Café\n\nBread keeps.\n".encode("cp1252"), True),
        ("a.html", "<h1>Café</h1><p>Bread keeps.</p>".encode("cp1252"), True),
        ("a.html", "<meta charset=windows-1252><h1>Café</h1><p>Bread keeps.</p>".encode("cp1252"), False),
        ("a.md", "# Café\n\nBread keeps.\n".encode(), False),
        ("a.md", "# Café\n\nBread keeps.\n".encode("utf-16"), False),
    ],
)
def test_an_encoding_that_is_only_guessed_is_told(tmp_path: Path, name: str, words: bytes, guessed: bool) -> None:
    (tmp_path / name).write_bytes(words)
    (article,) = files.articles(tmp_path / name)
    assert article.title == "Café"
    assert (NOT_UTF_8 in [piece.reason for piece in article.dropped]) is guessed


@pytest.mark.parametrize(
    ("asked", "remedy"), [("open-gardn.md", "Did you mean open-garden.md?"), ("zzz.md", "Check the name.")]
)
def test_a_file_that_does_not_exist_may_mean_one_beside_it(tmp_path: Path, asked: str, remedy: str) -> None:
    (tmp_path / "open-garden.md").write_text("# Garden\n\nThe garden is open.\n")
    with pytest.raises(SourceError) as caught:
        files.read(tmp_path / asked)
    assert str(caught.value) == f"{tmp_path / asked} does not exist. {remedy}"
