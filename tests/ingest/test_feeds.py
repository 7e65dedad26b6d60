"""Feeds as they come: what is in them is read, and what is wrong with them is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.ingest import feeds
from pipeline.model import Article

TEXT = "<description>&lt;p&gt;Soil holds water.&lt;/p&gt;</description>"


def rss(*items: str, prolog: str = '<?xml version="1.0"?>') -> bytes:
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f'{prolog}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Garden</title>{entries}</channel></rss>'.encode()


def atom(entry: str) -> bytes:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Garden</title><entry>{entry}</entry></feed>'.encode()


def only(source: bytes) -> Article:
    (article,) = feeds.read(source, "feed.xml").articles
    return article


TITLES = [
    ("The &lt;b&gt; element", "The <b> element"),
    ("&lt;b&gt;", "<b>"),
    ("List&lt;String&gt; explained", "List<String> explained"),
    ("Soil &amp; water", "Soil & water"),
    ("Soil &amp;amp; water", "Soil & water"),
    ("<![CDATA[An <em>old</em> garden]]>", "An old garden"),
    ("Rest &#55357;&#56481; well", "Rest 💡 well"),
    ("Half a &#55357; sign", "Half a \ufffd sign"),
]


@pytest.mark.parametrize(("written", "meant"), TITLES)
def test_a_title_says_what_its_author_wrote(written: str, meant: str) -> None:
    assert only(rss(f"<title>{written}</title>{TEXT}")).title == meant


def test_a_title_of_plain_text_holds_no_markup() -> None:
    plain = '<title type="text">A &lt;b&gt;bold&lt;/b&gt; &amp;amp; move</title>'
    marked = '<title type="html">A &lt;b&gt;bold&lt;/b&gt; &amp;amp; move</title>'
    content = '<content type="html">&lt;p&gt;Soil holds water.&lt;/p&gt;</content>'
    assert only(atom(marked + content)).title == "A bold & move"
    assert "bold" in only(atom(plain + content)).title


def test_content_of_plain_text_is_read_as_such() -> None:
    article = only(
        atom('<title>Signs</title><content type="text">Where a &lt; b holds, plant.\n\nElse wait.</content>')
    )
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    assert [block.text for block in blocks] == ["Where a < b holds, plant.", "Else wait."]


def test_an_entry_with_empty_content_is_dropped_and_the_others_are_read() -> None:
    empty = "<title>Empty</title><content:encoded/>"
    outside = '<title>Elsewhere</title><content src="https://garden.example/a"/>'
    found = feeds.read(rss(empty, f"<title>Soil</title>{TEXT}", outside), "feed.xml")
    assert [article.title for article in found.articles] == ["Soil"]
    assert [(piece.text, piece.reason) for piece in found.dropped] == [
        ("Empty", "an entry without text"),
        ("Elsewhere", "an entry without text"),
    ]


def test_what_an_entry_says_about_entities_is_text() -> None:
    about = "<![CDATA[<p>Write &lt;!ENTITY a 'b'> below <!DOCTYPE x [ <!ENTITY c 'd'> ]> and soil holds water.</p>]]>"
    assert "soil holds water" in only(rss(f"<title>XML</title><description>{about}</description>")).lead[0].text


PROLOGS = [
    '<!DOCTYPE rss [<!ENTITY a "aaaa">]>',
    '<?xml version="1.0"?>\n<!-- [ --><!DOCTYPE rss [ <!-- ]> --> <!ENTITY a "aaaa"> ]>',
    "<!doctype rss SYSTEM \"it's\" [<!entity % a SYSTEM 'file:///etc/passwd'> %a;]>",
    '<!DOCTYPE rss [<!ELEMENT a (#PCDATA)><?x ]> ?><!ENTITY a "]>">]>',
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("prolog", PROLOGS)
def test_entities_of_a_feeds_own_are_refused(prolog: str, encoding: str) -> None:
    source = rss(f"<title>&amp;a;</title>{TEXT}", prolog=prolog).decode().encode(encoding)
    with pytest.raises(SourceError, match="defines entities of its own"):
        feeds.read(source, "feed.xml")


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">',
        "<!DOCTYPE rss [<!ELEMENT rss ANY>]>",
        f"\ufeff<?xml version='1.0'?><!-- {'x' * 10_000} <!ENTITY a 'b'> -->\n",
    ],
    ids=["public", "own elements", "long comment"],
)
def test_a_harmless_prolog_is_no_obstacle(prolog: str) -> None:
    source = rss(f"<title>Soil</title>{TEXT}", prolog=prolog)
    assert feeds.looks_like_feed(source)
    assert only(source).title == "Soil"


@pytest.mark.parametrize(
    "source", [b"", b" ", b"<", b"/etc/hostname", b"https://garden.example/feed", b"<html></html>"]
)
def test_what_is_no_feed_is_told(source: bytes) -> None:
    assert not feeds.looks_like_feed(source)
    with pytest.raises(SourceError, match="is no RSS, Atom or JSON feed"):
        feeds.read(source, "feed.xml")


def test_bytes_are_never_taken_for_the_name_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(rss(f"<title>Soil</title>{TEXT}"))
    with pytest.raises(SourceError, match="is no RSS, Atom or JSON feed"):
        feeds.read(str(path).encode(), "feed.xml")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_feed_is_known_in_every_encoding(encoding: str) -> None:
    source = rss(f"<title>Gärten</title>{TEXT}").decode().encode(encoding)
    assert feeds.looks_like_feed(source)
    assert only(source).title == "Gärten"


def test_the_header_names_the_encoding_of_a_feed() -> None:
    source = rss(f"<title>庭の花</title>{TEXT}").decode().encode("shift_jis")
    found = feeds.read(source, "feed.xml", content_type="text/xml; charset=Shift_JIS")
    assert found.articles[0].title == "庭の花"


def test_a_feed_that_declares_a_wrong_encoding_is_read_rightly() -> None:
    prolog = '<?xml version="1.0" encoding="windows-1251"?>'
    assert only(rss(f"<title>Gärten</title>{TEXT}", prolog=prolog)).title == "Gärten"


def test_boxes_keep_the_attributes_they_are_known_by() -> None:
    box = '<div data-node-type="callout"><div data-node-type="callout-emoji">💡</div><div data-node-type="callout-text">Mulch keeps water.</div></div>'
    article = only(rss(f"<title>Soil</title><description><![CDATA[<p>Soil holds water.</p>{box}]]></description>"))
    assert [point.text for point in article.key_points] == ["Mulch keeps water."]


@pytest.mark.parametrize("link", ["http://[::1", "javascript:alert(1)", "//garden.example/a", "http://[x]/"])
def test_an_entry_with_a_broken_link_is_read_without_it(link: str) -> None:
    article = only(rss(f"<title>Soil</title><link>{link}</link>{TEXT}"))
    assert (article.title, article.url) == ("Soil", None)


@pytest.mark.parametrize(
    "date", ["Mon, 99 Foo 99999 99:99:99 +9999", "0000-00-00", "Sat, 01 Jan 10000 00:00:00 GMT", ""]
)
def test_a_date_that_no_calendar_has_is_none(date: str) -> None:
    assert only(rss(f"<title>Soil</title><pubDate>{date}</pubDate>{TEXT}")).published is None


def test_a_feed_that_breaks_its_parser_is_told_in_one_sentence() -> None:
    broken = '<x:posList xmlns:x="http://www.opengis.net/gml">1 2</x:posList>'
    with pytest.raises(SourceError, match=r"^feed\.xml is damaged and cannot be read as a feed\."):
        feeds.read(rss(f"<title>Soil</title>{TEXT}{broken}"), "feed.xml")
