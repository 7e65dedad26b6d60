"""Feeds as they come: what is in them is read, and what is wrong with them is told."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.ingest import feeds, files
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
    '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>',
    '<!DOCTYPE rss [<!ENTITY a SYSTEM "http://169.254.169.254/latest/meta-data">]>',
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


# Every format

BODY = "&lt;p&gt;Soil holds water.&lt;/p&gt;&lt;p&gt;💡 Mulch keeps it.&lt;/p&gt;"
ITEM = f"<title>Soil</title><link>https://garden.example/soil</link><description>{BODY}</description>"
ATOM = "<title>Soil</title><link rel='alternate' href='https://garden.example/soil'/><id>tag:garden.example,2026:1</id>"
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
FORMATS = {
    "RSS 0.9": f'<rdf:RDF {RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Garden</title></channel><item>{ITEM}</item></rdf:RDF>',
    "RSS 0.91": f'<rss version="0.91"><channel><title>Garden</title><item>{ITEM}</item></channel></rss>',
    "RSS 0.92": f'<rss version="0.92"><channel><title>Garden</title><item>{ITEM}</item></channel></rss>',
    "RSS 1.0": f'<rdf:RDF {RDF} xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Garden</title></channel><item rdf:about="https://garden.example/soil">{ITEM}</item></rdf:RDF>',
    "RSS 2.0": f'<rss version="2.0"><channel><title>Garden</title><item>{ITEM}</item></channel></rss>',
    "Atom 0.3": f'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Garden</title><entry>{ATOM}<content type="text/html" mode="escaped">{BODY}</content></entry></feed>',
    "Atom 1.0": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Garden</title><entry>{ATOM}<content type="html">{BODY}</content></entry></feed>',
    "Atom 1.0, XHTML": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Garden</title><entry>{ATOM}<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Soil holds water.</p><p>💡 Mulch keeps it.</p></div></content></entry></feed>',
    "Atom 1.0, prefixed": f'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Garden</a:title><a:entry>{ATOM.replace("<", "<a:").replace("<a:/", "</a:")}<a:content type="html">{BODY}</a:content></a:entry></a:feed>',
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_article(name: str) -> None:
    source = FORMATS[name].encode()
    assert feeds.looks_like_feed(source)
    found = feeds.read(source, "feed.xml")
    (article,) = found.articles
    assert (found.title, found.entries, article.title, article.url) == (
        "Garden",
        1,
        "Soil",
        "https://garden.example/soil",
    )
    assert [point.text for point in article.key_points] == ["Mulch keeps it."]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_read_up_to_where_it_is_cut_off(name: str) -> None:
    whole = FORMATS[name]
    start = min(at for at in (whole.find("<item"), whole.find("<entry"), whole.find("<a:entry")) if at >= 0)
    end = max(
        whole.rfind(closing) + len(closing) for closing in ("</item>", "</entry>", "</a:entry>") if closing in whole
    )
    cut = whole[:end] + whole[start:end].replace("soil", "sand").replace("Soil", "Sand")[:-90]
    found = feeds.read(cut.encode(), "feed.xml")
    assert [article.title for article in found.articles][:1] == ["Soil"]
    assert found.entries == 2
    assert len(found.articles) == 2 or found.dropped[0].reason == "an entry without text"


# What an entry lacks, or has too much of


def test_an_entry_without_title_link_and_date_is_an_article() -> None:
    article = only(rss("<description>&lt;p&gt;Soil holds water all winter long.&lt;/p&gt;</description>"))
    assert (article.title, article.url, article.published) == ("Soil holds water all winter long", None, None)
    assert article.guid.startswith("sha256:")


def test_what_an_entry_has_besides_its_text_is_told() -> None:
    media = '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://garden.example/p.jpg"/>'
    file = '<enclosure url="https://garden.example/a.mp3" type="audio/mpeg" length="1"/>'
    article = only(rss(f"<title>Soil</title><category>Soil</category><category>Water</category>{file}{media}{TEXT}"))
    assert [piece.text for piece in article.dropped] == [
        *("Soil, Water", "https://garden.example/a.mp3", "https://garden.example/p.jpg")
    ]


def test_links_start_at_their_xml_base_else_at_the_entrys_page_which_starts_at_the_feed() -> None:
    entry = "<title>Soil</title><link>{}</link><description{}>&lt;p&gt;&lt;a href='map'&gt;Map&lt;/a&gt;.&lt;/p&gt;</description>"
    for link, base, page, target in [
        ("/soil/", "", "https://garden.example/soil/", "https://garden.example/soil/map"),
        ("https://garden.example/soil/", "", "https://garden.example/soil/", "https://garden.example/soil/map"),
        ("/soil/", ' xml:base="/maps/"', "https://garden.example/soil/", "https://garden.example/maps/map"),
        ("/soil/", ' xml:base="https://maps.example/"', "https://garden.example/soil/", "https://maps.example/map"),
    ]:
        (article,) = feeds.read(
            rss(entry.format(link, base)), "feed.xml", url="https://garden.example/feeds/all.xml"
        ).articles
        assert article.url == page
        assert f'"{target}"' in article.lead[0].html


def test_an_address_is_no_byline_and_several_authors_are_named() -> None:
    assert only(rss(f"<title>Soil</title><author>post@garden.example</author>{TEXT}")).byline is None
    assert only(rss(f"<title>Soil</title><author>post@garden.example (Ann Field)</author>{TEXT}")).byline == "Ann Field"
    both = "<author><name>Ann Field</name></author><author><name>Bo Reed</name></author>"
    content = "<title>Soil</title><content>Soil holds water.</content>"
    assert only(atom(content + both)).byline == "Ann Field, Bo Reed"


def test_who_writes_the_feed_writes_its_entries_that_name_nobody() -> None:
    entry = "<title>Soil</title><content>Soil holds water.</content>"
    named = b"<title>Garden</title><author><name>Ann Field</name></author>"
    assert only(atom(entry).replace(b"<title>Garden</title>", named)).byline == "Ann Field"
    other = "<author><name>Bo Reed</name></author>"
    assert only(atom(entry + other).replace(b"<title>Garden</title>", named)).byline == "Bo Reed"


@pytest.mark.parametrize(("stated", "read"), [("nl_BE", "nl-BE"), ("pt-BR", "pt-BR"), ("English", "en"), ("?", "en")])
def test_a_language_that_is_no_tag_counts_as_left_out(stated: str, read: str) -> None:
    source = rss(f"<title>Soil</title>{TEXT}").replace(
        b"<title>Garden", f"<language>{stated}</language><title>Garden".encode()
    )
    assert only(source).language == read


def test_an_entry_too_short_to_tell_speaks_as_the_others_do() -> None:
    dutch = "<description>De grond houdt het water vast als er niet te veel in wordt gespit.</description>"
    source = rss(f"<title>Grond</title>{dutch}", "<title>Mulch</title><description>Mulch!</description>")
    assert [article.language for article in feeds.read(source, "x", language="en").articles] == ["nl", "nl"]


def test_a_guid_that_stands_for_several_pages_is_none() -> None:
    found = feeds.read(
        rss(*(f"<guid>0</guid><title>{name}</title><link>https://garden.example/{name}</link>{TEXT}" for name in "ab")),
        "feed.xml",
    )
    assert [article.guid for article in found.articles] == ["https://garden.example/a", "https://garden.example/b"]


def test_a_guid_that_stands_twice_for_one_page_stays() -> None:
    links = ("https://garden.example/a", "http://garden.example/a?utm_source=rss")
    found = feeds.read(rss(*(f"<guid>7</guid><link>{link}</link>{TEXT}" for link in links)), "feed.xml")
    assert [article.guid for article in found.articles] == ["7", "7"]


# Damage

ENCODINGS = [
    *(("iso-8859-1", "Gärten à côté"), ("windows-1252", "Gärten – “à côté”"), ("windows-1250", "Ogródek")),
    *(
        ("windows-1251", "Сад зимой"),
        ("shift_jis", "庭の花"),
        ("euc-jp", "庭の花"),
        ("gb2312", "花园"),
        ("koi8-r", "Сад"),
    ),
    *(("utf-16-le", "Gärten"), ("utf-16-be", "庭の花")),
]


@pytest.mark.parametrize(("encoding", "title"), ENCODINGS)
def test_a_declared_encoding_is_followed(encoding: str, title: str) -> None:
    prolog = f'<?xml version="1.0" encoding="{encoding}"?>'
    source = rss(f"<title>{title}</title>{TEXT}", prolog=prolog).decode().encode(encoding)
    assert feeds.looks_like_feed(source)
    assert only(source).title == title


def test_stray_nuls_are_no_obstacle() -> None:
    source = rss(f"<title>So\0il</title>{TEXT}")
    assert only(source).title == "Soil"
    assert only(source + b"\0\0").title == "Soil"


@pytest.mark.parametrize(
    "junk", ["\n\n  ", "<br />\n<b>Warning</b>: date() in /srv/feed.php on line 3<br />\n", "\ufeff\n"]
)
def test_what_software_prints_above_a_feed_is_no_obstacle(junk: str) -> None:
    source = junk.encode() + rss(f"<title>Soil</title>{TEXT}")
    assert feeds.looks_like_feed(source)
    assert only(source).title == "Soil"


@pytest.mark.parametrize("code", ["```xml\n<rss version='2.0'></rss>\n```\n", "    <feed xmlns='x'></feed>\n"])
def test_a_text_that_shows_a_feed_as_code_is_no_feed(code: str) -> None:
    text = f"# How a feed looks\n\nIt begins like this:\n\n{code}\nThat is all there is to it.\n".encode()
    assert not feeds.looks_like_feed(text)
    (article,) = files.fetched(text, "it", url="https://a.example/a.md", content_type="text/plain").articles
    assert article.title == "How a feed looks"


def test_a_page_that_shows_the_source_of_a_feed_is_a_page() -> None:
    assert not feeds.looks_like_feed(b"<!DOCTYPE html><html><body><pre><rss version='2.0'></pre></body></html>")


@pytest.mark.parametrize(
    "broken", ["&nbsp;&unknown; &", "<b>never closed", "</p></p>", "]]>", "<a href=x>", "\x01\x0b"]
)
def test_a_feed_that_is_no_proper_xml_is_read_all_the_same(broken: str) -> None:
    found = feeds.read(
        rss(f"<title>Soil</title><description>Soil holds water {broken}</description>", f"<title>Mulch</title>{TEXT}"),
        "x",
    )
    assert found.articles[0].title == "Soil"
    assert "holds water" in found.articles[0].lead[0].text


# Much of everything


def test_entities_that_a_feed_only_points_to_are_never_opened() -> None:
    prolog = '<!DOCTYPE rss SYSTEM "file:///etc/passwd">'
    assert "root" not in str(only(rss(f"<title>Soil</title>{TEXT}", prolog=prolog)))


def test_a_million_entries_are_refused_before_they_are_read() -> None:
    source = b'<rss version="2.0"><channel>' + b"<item/>" * 1_000_000
    with pytest.raises(SourceError, match=r"^feed\.xml holds more than 20,000 entries\. Use a feed with fewer\.$"):
        feeds.read(source, "feed.xml")


def test_a_title_of_10_mb_is_told_and_the_article_read() -> None:
    article = only(rss(f"<title>{'Soil ' * 2_000_000}</title>{TEXT}"))
    assert len(article.title) < 200
    assert article.dropped[0].reason == "a title of 9,999,999 characters is none"


@pytest.mark.parametrize("piece", ["<a>", "<![CDATA[", "<!--", "&amp;", "<item>", "]]>", "<?x ", "<!DOCTYPE ["])
def test_a_megabyte_of_one_sign_takes_no_long_time(piece: str) -> None:
    source = rss(f"<title>Soil</title>{TEXT}<category>{piece * (300_000 // len(piece))}</category>")
    started = time.process_time()
    with contextlib.suppress(SourceError):
        feeds.read(source, "feed.xml")
    assert time.process_time() - started < 20


@pytest.mark.parametrize("ending", ["", "<b>"])
def test_ten_times_the_entries_take_ten_times_as_long(ending: str) -> None:
    def seconds(count: int) -> float:
        source = rss(*(f"<guid>{number}</guid><title>Soil</title>{TEXT}" for number in range(count))) + ending.encode()
        started = time.process_time()
        assert feeds.read(source, "feed.xml").entries == count
        return time.process_time() - started

    assert seconds(5_000) < 25 * min(seconds(500), seconds(500)) + 1
