"""HTML: what a page says is kept or dropped with a reason, whatever its markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.ingest import html, inline
from pipeline.ingest.elements import Document, Heading
from pipeline.model import Block, Dropped, KeyPoint
from tests.ingest.reading import everything, read

PAGE = "https://garden.example/soil/"


def blocks(source: str, kind: str) -> list[Block]:
    return [one for one in html.read(source, PAGE).elements if isinstance(one, Block) and one.kind == kind]


def reasons(document: Document) -> dict[str, str]:
    return {piece.text: piece.reason for piece in document.dropped}


def test_an_address_that_no_program_can_read_loses_its_link_and_nothing_else() -> None:
    document = html.read(
        '<link rel=canonical href="http://[x"><meta property="og:image" content="http://[y">'
        '<p><a href="http://[x">Roots</a> reach far.</p><img src="http://[z" alt="A root">',
        PAGE,
    )
    assert document.elements == (Block("paragraph", "Roots reach far.", "Roots reach far."),)
    assert (document.url, reasons(document)) == (PAGE, {"A root": "picture without an address of its own"})


@pytest.mark.parametrize("stated", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "soon", "2026-13-01"])
def test_a_date_that_cannot_be_is_none(stated: str) -> None:
    assert html.read(f'<meta property="article:published_time" content="{stated}"><p>Soil.</p>').published is None


def test_microdata_tells_the_article_its_date_and_its_author() -> None:
    document = html.read(
        "<body><div>Seeds for sale</div><div itemprop=articleBody><p>Soil is alive.</p></div>"
        '<span itemprop=author>By Ann Field</span><time itemprop=datePublished datetime="2026-05-04T08:00+02:00">4 May</time>'
    )
    assert [one.text for one in document.elements] == ["Soil is alive."]
    assert (document.byline, str(document.published)) == ("Ann Field", "2026-05-04 06:00:00+00:00")
    assert reasons(document)["Seeds for sale"] == "outside the article on the page"


FURNITURE = [
    ("<nav><ul><li>Home<li>Shop</ul></nav>", "Home Shop", "navigation"),
    ("<footer>© <b>Garden</b></footer>", "© Garden", "page header or footer"),
    ("<aside role=complementary><p>Our shop</p><img src=/a.png alt='A spade'></aside>", "Our shop A spade", "sidebar"),
    ("<div class=comments><div class=share>Share</div>Nice!</div>", "Share Nice!", "comments"),
    ("<form><button>Subscribe</button></form>", "Subscribe", "form"),
    ("<p>Soil. <button>Copy</button></p>", "Copy", "button or field"),
    ("<select><option>Red<option>Blue</select>", "Red Blue", "button or field"),
    ("<iframe src='https://video.example/1' title='A film'></iframe>", "A film", "embedded: mails and posts cannot hold it"),
    ("<video src='https://video.example/1.mp4'></video>", "https://video.example/1.mp4", "embedded: mails and posts cannot hold it"),
    ("<noscript>Switch on scripts.</noscript>", "Switch on scripts.", "for browsers without scripts"),
    ("<svg><text>Figure 1</text></svg>", "Figure 1", "drawing"),
    ("<p hidden>Not yet.</p>", "Not yet.", "hidden on the page"),
    ("<p>Soil.<!-- check this --></p>", "check this", "comment of the author"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "words", "reason"), FURNITURE, ids=[row[0] for row in FURNITURE])
def test_what_is_no_article_is_dropped_once_with_its_reason(source: str, words: str, reason: str) -> None:
    document = html.read(f"<body><p>Soil is alive.</p>{source}", PAGE)
    assert document.elements[0].text == "Soil is alive."
    assert document.dropped == (Dropped(words, reason),)


def test_an_aside_without_a_role_belongs_to_the_article() -> None:
    assert [one.text for one in html.read("<p>Soil.</p><aside><p>Or peat.</p></aside>").elements] == [
        "Soil.",
        "Or peat.",
    ]


def test_a_button_that_folds_a_section_is_its_heading() -> None:
    assert html.read("<h2><button>How deep?</button></h2><p>Two inches.</p>").elements[0] == Heading("How deep?", 2)


PICTURES = [
    ("src=/root.png", Block("image", "A root", url="https://garden.example/root.png")),
    ("src='data:image/gif;base64,R0' data-src=/root.png", Block("image", "A root", url="https://garden.example/root.png")),
    ("src='data:image/gif;base64,R0'", "picture inside the page, without an address"),
    ("src='cid:1'", "picture without an address of its own"),
    ("src=/dot.gif width=1 height=1", "picture too small to see: it counts readers"),
    ("src=/dot.gif width=0px", "picture too small to see: it counts readers"),
    ("src=/dot.gif style='border:0; height: 1px'", "picture too small to see: it counts readers"),
    ("src=/root.png width=100 style='line-height:1'", Block("image", "A root", url="https://garden.example/root.png")),
]  # fmt: skip


@pytest.mark.parametrize(("attributes", "wanted"), PICTURES, ids=[row[0] for row in PICTURES])
def test_a_picture_is_shown_or_dropped_with_its_reason(attributes: str, wanted: Block | str) -> None:
    document = html.read(f"<p>Soil.</p><img alt='A root' {attributes}>", PAGE)
    shown, dropped = document.elements[1:], document.dropped
    assert (shown, dropped) == (((wanted,), ()) if isinstance(wanted, Block) else ((), (Dropped("A root", wanted),)))


def test_a_relative_picture_of_a_page_without_an_address_is_dropped() -> None:
    assert reasons(html.read("<p>Soil.</p><img src=/root.png>")) == {
        "/root.png": "picture without an address of its own"
    }


@pytest.mark.parametrize(
    "around",
    ["<h2>Roots {}</h2>", "<ul><li>Roots {}</li></ul>", "<table><tr><td>Roots {}</td></tr></table>", "<pre>Roots {}</pre>",
     "<blockquote>Roots {}</blockquote>", "<figure>Roots {}<figcaption>Deep {}</figcaption></figure>", "<details><summary>Roots {}</summary></details>",
     "<div data-callout-kind=tip>Roots {}</div>", "<table><caption>Deep {}</caption><tr><td>Roots</td></tr></table>"],
)  # fmt: skip
def test_a_picture_among_words_is_kept(around: str) -> None:
    document = html.read(around.replace("{}", "<img src=/root.png alt='A root'>"), PAGE)
    pictures = [one for one in document.elements if isinstance(one, Block) and one.kind == "image"]
    assert len(pictures) == around.count("{}")
    assert any("Roots" in one.text for one in document.elements)


def test_a_figure_keeps_all_it_shows_and_its_caption_goes_with_the_last_picture() -> None:
    document = html.read("<figure><img src=/1.png alt=One><p>Between.</p><img src=/2.png alt=Two><figcaption>Both <i>roots</i></figcaption></figure>", PAGE)  # fmt: skip
    assert document.elements == (
        Block("image", "One", url="https://garden.example/1.png"),
        Block("paragraph", "Between.", "Between."),
        Block("image", "Two", "Both <em>roots</em>", url="https://garden.example/2.png"),
    )


def test_figures_in_a_figure_keep_their_own_captions() -> None:
    one = "<figure><img src=/{0}.png><figcaption>{0}</figcaption></figure>"
    shown = blocks(f"<figure>{one.format('a')}{one.format('b')}<figcaption>All</figcaption></figure>", "image")
    assert [picture.html for picture in shown] == ["a", "b"]
    assert blocks(f"<figure>{one.format('a')}<figcaption>All</figcaption></figure>", "paragraph")[0].text == "All"


def test_a_table_gives_its_caption_and_its_rows() -> None:
    source = (
        "<table><caption>Depths</caption><thead><tr><th>Seed<th>Inch<tbody><tr><td>Pea<td><b>2</b><tr><td><td></table>"
    )
    assert [one.text for one in html.read(source).elements] == ["Depths", "Seed | Inch\nPea | 2"]


def test_a_table_that_only_places_things_is_read_as_what_it_holds() -> None:
    source = "<table><tr><td><h2>Soil</h2><p>It is alive.</p></td></tr></table>"
    assert html.read(source).elements == (Heading("Soil", 2), Block("paragraph", "It is alive.", "It is alive."))


LISTS = [
    ("<ul>Before<li>One</li>between<li>Two</li></ul>", [("Before", 0), ("One", 0), ("between", 0), ("Two", 0)]),
    ("<ul><li>One<ul><li>In it</ul> and on</ul>", [("One and on", 0), ("In it", 1)]),
    ("<ul><li>One</li><ul><li>In it</li></ul></ul>", [("One", 0), ("In it", 1)]),
    ("<ul><li><div>One<ol><li>In it</ol></div></ul>", [("One", 0), ("In it", 1)]),
    ("<dl><div><dt>Pea<dd>Green</div><div><dt>Bean<dd>White</div></dl>", [("Pea", 0), ("Green", 1), ("Bean", 0), ("White", 1)]),
    ("<ul><li>One</ul><ul><li>Two</ul>", [("One", 0), ("Two", 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "wanted"), LISTS, ids=[row[0] for row in LISTS])
def test_a_list_keeps_every_word(source: str, wanted: list[tuple[str, int]]) -> None:
    (found,) = blocks(source, "list")
    assert [(item.text, item.depth) for item in found.items] == wanted


def test_a_quote_keeps_its_heading() -> None:
    (quote,) = blocks("<blockquote><h3>Grandmother</h3><p>Dig.</p></blockquote>", "quote")
    assert (quote.text, quote.html) == ("Grandmother Dig.", "<strong>Grandmother</strong><br>Dig.")


def test_line_breaks_stay_inside_a_paragraph_only() -> None:
    (paragraph,) = blocks("<p><br> <b>Soil</b><br>is alive.<br> </p>", "paragraph")
    assert (paragraph.text, paragraph.html) == ("Soil is alive.", "<strong>Soil</strong><br>is alive.")


def test_code_keeps_its_lines() -> None:
    assert blocks("<pre><code>a<br>  b\n<span>c</span></code></pre>", "code")[0].text == "a\n  b\nc"


def test_a_closing_link_is_a_button_and_keeps_its_address() -> None:
    end = '<a class="button" href="/visit"><div>Book a visit</div></a>'
    article = read(
        f'<base><link rel=canonical href="{PAGE}"><h1>Soil</h1><p>Soil is alive, and it shows.</p>{end}', "html"
    )
    assert [(call.text, call.url) for call in article.calls_to_action] == [
        ("Book a visit", "https://garden.example/visit")
    ]


def test_a_title_above_the_article_is_told_once() -> None:
    document = html.read(
        "<body><h1>Soil</h1><img src=/a.png alt='A spade'><div class=entry-content><p>It is alive.</p></div>", PAGE
    )
    assert document.title == "Soil"
    assert document.dropped == (Dropped("A spade", "outside the article on the page"),)


TAGS = [
    *("div", "p", "span", "b", "em", "strong", "a", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption"),
    *("h1", "h2", "h3", "table", "tr", "td", "th", "caption", "pre", "code", "section", "article", "main", "header", "footer"),
    *("nav", "aside", "details", "summary", "button", "form", "label", "select", "option", "svg", "noscript", "center", "font"),
    *("sub", "q", "video", "object", "fieldset", "ruby", "rt", "math", "textarea", "dialog", "menu", "x-box"),
]  # fmt: skip
ATTRIBUTES = [
    *('class="admonition tip"', 'class="admonition-title"', 'class="kg-callout-card"', 'class="kg-callout-emoji"'),
    *('class="callout"', 'class="icon"', 'class="share"', 'class="entry-content"', 'data-callout="true"', "hidden"),
    *('href="http://[x"', 'href="/a"', 'role="presentation"', 'itemprop="articleBody"', 'itemprop="author"'),
]
PIECES = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.tuples(st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)).map(lambda pair: f"<{pair[0]} {pair[1]}>"),
    st.sampled_from(["💡 ", "⚠️ ", "&lt;", "&nbsp;", "<br>", "<hr>", "<!-- note -->", '<img src="/a.png" alt="WORD">', '<img alt="WORD">']),
    st.sampled_from(["WORD", "WORD ", "WORD. "]),
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=40))
def test_every_word_of_any_markup_is_kept_or_dropped(pieces: list[str]) -> None:
    source = "<h1>Soil</h1><p>It is alive.</p>" + "".join(
        piece.replace("WORD", f"w{number}q") for number, piece in enumerate(pieces)
    )
    try:
        told = everything(read(source, "html")).casefold()
    except SourceError:
        return
    assert [word for word in re.findall(r"w\d+q", source) if word not in told] == []


def test_a_key_point_and_its_picture_are_both_kept() -> None:
    source = '<div data-callout-kind="tip"><p>Dig deep.</p><img src="/spade.png" alt="A spade"><img src="https://icons.example/light-bulb_blue.svg"></div>'
    document = html.read(source, PAGE)
    assert document.elements == (
        KeyPoint("Dig deep.", "tip"),
        Block("image", "A spade", url="https://garden.example/spade.png"),
    )
    assert list(reasons(document).values()) == ["icon of a key point"]


def test_a_picture_in_the_title_of_a_key_point_is_kept() -> None:
    source = '<div class="admonition tip"><p class="admonition-title">Tip <img src="/spade.png" alt="A spade"></p><p>Dig deep.</p></div>'
    assert html.read(source, PAGE).elements == (
        KeyPoint("Dig deep.", "tip"),
        Block("image", "A spade", url="https://garden.example/spade.png"),
    )


def test_words_in_the_icon_of_a_key_point_are_dropped_with_a_reason() -> None:
    source = '<div class="kg-callout-card"><div class="kg-callout-emoji">lightbulb</div><div>Dig deep.</div></div>'
    document = html.read(source)
    assert document.elements == (KeyPoint("Dig deep."),)
    assert document.dropped == (Dropped("lightbulb", "icon of a key point"),)


def test_the_caption_of_a_picture_outside_the_article_is_told_too() -> None:
    document = html.read(
        "<main><p>It is alive.</p></main><figure><img src=/a.png alt='A spade'><figcaption>Ours.", PAGE
    )
    assert [piece.text for piece in document.dropped] == ["A spade", "Ours."]


@pytest.mark.parametrize(
    ("notes", "wanted"),
    [
        ('<div class="footnotes"><ol><li id="fn:1"><p>Handbook, p. 1. <a href="#fnref:1">↩</a></p></li><li>Almanac.</li></ol></div>', ("Handbook, p. 1.", "Almanac.")),
        ('<section role="doc-endnotes"><ol><li><p>Handbook, p. 1.</p></li></ol></section>', ("Handbook, p. 1.",)),
        ('<div class="footnote"><a href="#footnote-anchor-1">1</a><div><p>Handbook, p. 1.</p></div></div>', ("Handbook, p. 1.",)),
    ],
)  # fmt: skip
def test_footnotes_below_an_article_are_notes(notes: str, wanted: tuple[str, ...]) -> None:
    body = f'<p>Soil is alive.<sup class="footnote"><a href="#fn:1">1</a></sup></p>{notes}'
    for document in (html.read(f"<article><h1>Soil</h1>{body}</article>", PAGE), html.fragment(body)):
        assert document.notes == wanted
        assert [element.text for element in document.elements if not isinstance(element, Heading)] == [
            "Soil is alive.1"
        ]


def test_a_subtitle_heads_nothing() -> None:
    document = html.read("<h1>Soil</h1><h2 class='post-subtitle'>It is alive</h2><p>It breathes.</p>", PAGE)
    assert [element for element in document.elements if isinstance(element, Heading)] in ([], [Heading("Soil", 1)])


def test_numbers_and_signs_beside_an_author_are_told_above_the_text_only() -> None:
    body = "<p>Ann Lee</p><p>·</p><p>112</p><p>Soil is alive, and whoever feeds it is fed by it for years to come.</p><p>42</p><p>Forty-two is how many worms live in a spade of it.</p>"
    article = read(f"<meta name=author content='Ann Lee'><h1>Soil</h1>{body}", "html")
    assert "42" in [block.text for section in article.sections for block in section.blocks]
    assert {"Ann Lee", "·", "112"} <= {piece.text for piece in article.dropped}


def test_the_caption_of_a_picture_that_is_left_out_is_told() -> None:
    document = html.fragment(
        "<p>Soil.</p><figure><img src='a.png' alt='A spade'><figcaption>Ours.</figcaption></figure>"
    )
    assert [element.text for element in document.elements] == ["Soil."]
    assert Dropped("Ours.", "caption of a picture that is left out") in document.dropped


def test_a_paragraph_of_nothing_to_see_is_none() -> None:
    article = read("<h1>Soil</h1><p>Soil is alive.</p><p>\u200b</p><p>It breathes.</p>", "html")
    assert [block.text for section in article.sections for block in section.blocks] == ["It breathes."]


@pytest.mark.parametrize("label", ["<b>Tip:</b>", "<b>Tip</b>:", "<b>Tip</b>", "Tip:", "<b>Tip: </b>"])
def test_a_label_goes_with_its_colon(label: str) -> None:
    article = read(f"<h1>Soil</h1><p>Soil is alive.</p><p>💡 {label} feed it.</p>", "html")
    assert [point.text for point in article.key_points] == ["Feed it."]


@pytest.mark.parametrize(
    "markup",
    ["a <em> </em> b", "a <em><strong> </strong></em> b", "<sup><sub></sub></sup>a<br><em></em><br>b", "a&nbsp;b"],
)
def test_what_is_tidy_stays_as_it_is(markup: str) -> None:
    once = inline.tidy(markup)
    assert inline.tidy(once.html) == once
    assert "  " not in once.html
    assert "></" not in once.html


def test_a_box_inside_a_box_lends_it_neither_its_title_nor_its_kind() -> None:
    article = read(
        "<h1>Soil</h1><p>Text.</p><div class=callout><p>💡 Water the roots.</p>"
        "<details class=tip><summary>Warning</summary><p>Not at noon.</p></details></div>",
        "html",
    )
    assert article.key_points[0].kind == "key point"
    assert article.key_points[0].text.startswith("Water the roots.")
