from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from pipeline.compose.newsletter import Composed, compose
from pipeline.config.shape import Config
from pipeline.errors import TemplateError
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Article, Block, Edition, KeyPoint, Link, OwnBlock, Rights, Section
from tests.compose.letters import Letter, a_full_letter, a_letter, a_list, beside
from tests.factories import a_config, a_paragraph, an_article

EVIL = '<script>alert("x")</script>'


DESIGNS = ("digest", "feature", "key-points")


@pytest.fixture(scope="module", params=DESIGNS)
def full(request: pytest.FixtureRequest) -> Letter:
    return a_full_letter(request.param)


def links_of(html: str) -> set[str]:
    return {unescape(url) for url in re.findall(r'<a\b[^>]*?\bhref="([^"]*)"', html)}


def base_rules(html: str) -> str:
    shown = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
    return "".join(re.findall(r"<style>(.*?)</style>", shown, re.DOTALL))


# What every mail must have


def test_readers_can_unsubscribe_and_view_online_in_html_and_text(full: Letter) -> None:
    for url in (UNSUBSCRIBE, VIEW_ONLINE):
        assert f'href="{url}"' in full.html
        assert f'href="{url}"' in full.composed.source_html
        assert url in full.text.splitlines()


def test_every_link_is_absolute(full: Letter) -> None:
    links = links_of(full.html)
    assert len(links) > 8
    assert all(urlsplit(link).scheme == "https" and urlsplit(link).hostname for link in links)


def test_text_and_html_have_the_same_links(full: Letter) -> None:
    in_text = {url.rstrip(".") for url in re.findall(r"https://\S+", full.text)}
    assert in_text == links_of(full.body)


def test_nothing_that_runs_or_submits_is_in_a_mail(full: Letter) -> None:
    assert not re.search(r"<(script|form|iframe|link|base|object)\b|\son\w+=|javascript:", full.html)


def test_there_is_one_h1_and_no_heading_level_is_skipped(full: Letter) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", full.body)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_language_and_direction_stand_on_the_page_and_on_the_wrapper(full: Letter) -> None:
    assert re.search(r'<html lang="en" dir="ltr"', full.html)
    assert re.search(r'role="article" aria-roledescription="email" aria-label="[^"]+" lang="en" dir="ltr"', full.html)


def test_the_head_holds_what_mail_programs_look_for(full: Letter) -> None:
    head = full.html[: full.html.index("<body")]
    assert full.html.startswith("<!DOCTYPE html>\n<html")
    for needed in (
        'charset="utf-8"',
        "viewport",
        "format-detection",
        "x-apple-disable-message-reformatting",
        "PixelsPerInch",
    ):
        assert needed in head
    assert 'name="color-scheme" content="light dark"' in head
    assert 'name="supported-color-schemes" content="light dark"' in head
    assert f"<title>{full.subject}</title>" in head


def test_base_rules_say_nothing_is_important(full: Letter) -> None:
    rules = base_rules(full.composed.source_html)
    assert ".button-link" in rules
    assert "!important" not in rules
    assert "!important" not in full.body


def test_base_rules_know_classes_only(full: Letter) -> None:
    selectors = [rule.partition("{")[0].strip() for rule in base_rules(full.composed.source_html).split("}")]
    assert len(selectors) > 50
    assert selectors.pop() == ""
    names = [name for selector in selectors for name in re.split(r",\s*", selector)]
    assert [name for name in names if not re.fullmatch(r"\.[a-z0-9-]+", name)] == []


def test_every_class_in_the_letter_has_a_style(full: Letter) -> None:
    used = {name for names in re.findall(r'class="([^"]*)"', full.composed.source_html) for name in names.split()}
    styled = set(re.findall(r"\.([a-z0-9-]+)", base_rules(full.composed.source_html)))
    assert used - styled <= {"body-wrapper", "part"}


def colored(css: str, before: str = "") -> set[tuple[str, str]]:
    """Every class with a property that colours it."""
    rules = re.findall(r"([^{}]+)\{ (color|background-color|border-color): #[0-9A-F]{6}(?: !important)?; \}", css)
    return {(name.strip().removeprefix(before), kind) for names, kind in rules for name in names.split(",")}


@pytest.mark.parametrize("design", DESIGNS)
def test_everything_has_its_color_in_light_dark_and_outlooks_dark(design: str) -> None:
    source = a_full_letter(design).composed.source_html
    light = colored(base_rules(source))
    media = source[source.index("prefers-color-scheme: dark") : source.index("[data-ogs")]
    outlook = source[source.index("[data-ogs") :].partition("</style>")[0]
    assert len(light) > 60
    assert colored(media) == light
    in_outlook = colored(re.sub(r"\[data-ogs[cb]\] ", "", outlook))
    kept_light = {(".logo-ground", "background-color"), (".logo", "color")}
    assert in_outlook == light | kept_light
    assert set(re.findall(r"\[data-(ogs[cb])\] \.[a-z-]+[^{]*\{ (color|background-color|border-color)", outlook)) == {
        ("ogsc", "color"),
        ("ogsb", "background-color"),
        ("ogsb", "border-color"),
    }


@pytest.mark.parametrize("design", DESIGNS[:2])
def test_data_tables_say_what_their_columns_are(design: str) -> None:
    assert '<th class="data-head" scope="col"' in a_full_letter(design).html


def test_layout_tables_say_so_and_data_tables_do_not(full: Letter) -> None:
    tables = re.findall(r"<table\b[^>]*>", full.html)
    assert [table for table in tables if 'role="presentation"' not in table] == [
        table for table in tables if 'class="data"' in table
    ]


@pytest.mark.parametrize("design", DESIGNS[:2])
def test_every_image_has_words_and_a_width_in_figures(design: str) -> None:
    images = re.findall(r"<img\b[^>]*>", a_full_letter(design).html)
    assert images
    assert all(re.search(r'alt="[^"]+"', image) and re.search(r'width="\d+"', image) for image in images)


def test_a_full_letter_is_far_from_being_clipped(full: Letter) -> None:
    assert len(full.html.encode()) < 85_000


def test_each_style_stays_below_what_gmail_takes(full: Letter) -> None:
    styles = re.findall(r"<style[^>]*>(.*?)</style>", full.html, re.DOTALL)
    assert len(styles) >= 3
    assert all(len(style.encode()) < 16_000 for style in styles)


def test_the_postal_address_is_in_both_parts(full: Letter) -> None:
    assert "Mill Lane 1, Exampleton" in full.html
    assert "Mill Lane 1, Exampleton" in full.text


def test_the_preheader_is_followed_by_blanks(full: Letter) -> None:
    shown = re.search(r'<div class="preheader"[^>]*>(.*?)</div>', full.html, re.DOTALL)
    assert shown is not None
    assert shown[1].startswith(full.preheader)
    assert shown[1].count("&zwnj;") >= 50


@pytest.mark.parametrize("design", DESIGNS)
def test_composing_twice_gives_the_same_bytes(design: str) -> None:
    assert a_full_letter(design) == a_full_letter(design)


def test_links_to_articles_and_buttons_carry_utm_parameters(full: Letter) -> None:
    utm = "utm_source=weekly&utm_medium=email&utm_campaign=2026-W47"
    links = links_of(full.html)
    assert f"https://bakery.example/bread?{utm}" in links
    assert f"https://bakery.example/order?{utm}" in links
    assert "https://bakery.example/loaf?a=1&b=2" in links


@pytest.mark.parametrize("rights", ["quote", "permission"])
def test_the_button_of_an_article_of_others_stays_as_its_address_is(rights: Rights) -> None:
    ours, theirs = an_article(), an_article(guid="2", url="https://elsewhere.example/x?a", rights=rights)
    links = links_of(a_letter(ours, theirs).html)
    assert "https://elsewhere.example/x?a" in links
    assert not any(link.startswith("https://elsewhere.example/x?a&utm") for link in links)


def test_an_article_told_with_permission_names_its_author_and_its_site() -> None:
    there = {"url": "https://elsewhere.example/x", "rights": "permission"}
    for theirs, line in (
        (an_article(byline="Ann Field", **there), "By Ann Field, elsewhere.example"),
        (an_article(byline=None, **there), "By elsewhere.example"),
    ):
        letter = a_letter(theirs)
        assert all(line in part for part in (letter.html, letter.text))
    for ours in (an_article(byline="Ann Field"), an_article(byline="Ann Field", rights="permission")):
        assert "By Ann Field," not in a_letter(ours).text


def test_an_article_to_quote_lends_its_quote_and_not_its_references() -> None:
    ours = an_article(references=("Miller, 2020.",))
    theirs = an_article(guid="2", url="https://elsewhere.example/x", rights="quote", references=("Baker, 2021.",))
    letter = a_letter(ours, theirs)
    for part in (letter.html, letter.text):
        assert ("Miller, 2020." in part, "Baker, 2021." in part) == (True, False)


def test_a_logo_on_the_web_is_shown_and_a_file_on_our_disk_is_not() -> None:
    brand = a_config().brand.model_dump(mode="json")
    shown = a_letter(brand=brand | {"logo": "https://bakery.example/logo.png"}).html
    assert re.search(
        r'<h1[^>]*><a[^>]*><span[^>]*><img[^>]*src="https://bakery.example/logo.png" [^>]*alt="Example Bakery"', shown
    )
    assert "<img" not in a_letter(brand=brand | {"logo": "assets/logo.png"}).html


# What its author invites to


def test_invitations_follow_the_button_in_both_parts() -> None:
    letter = a_letter(an_article(calls_to_action=(Link("Join our baking day.", "https://bakery.example/day"),)))
    url = "https://bakery.example/day?utm_source=weekly&utm_medium=email&utm_campaign=2026-W47"
    assert letter.text.index("Read on:") < letter.text.index(f"Join our baking day:\n{url}\n")
    shown = re.search(r'class="also-link" href="([^"]*)"[^>]*>([^<]*)</a>', letter.body)
    assert shown is not None
    assert (unescape(shown[1]), shown[2]) == (url, "Join our baking day")
    assert letter.body.index("Read on") < shown.start()


def invited(*links: Link, **changes: Any) -> list[str]:
    letter = a_letter(an_article(calls_to_action=links, **changes))
    return [unescape(url) for url in re.findall(r'class="also-link" href="([^"]*)"', letter.body)]


def test_an_article_invites_to_two_things_at_most_each_once() -> None:
    urls = [f"https://else.example/{n}" for n in (1, 1, 2, 3)]
    assert invited(*(Link("Come", url) for url in urls)) == ["https://else.example/1", "https://else.example/2"]


def test_a_letter_may_be_what_an_article_asks_for() -> None:
    assert invited(Link("Ask?", "mailto:ask@bakery.example")) == ["mailto:ask@bakery.example"]
    text = a_letter(an_article(calls_to_action=(Link("Ask?", "mailto:ask@bakery.example"),))).text
    assert "Ask?\nmailto:ask@bakery.example\n" in text


@pytest.mark.parametrize(
    "link",
    [
        Link("Come"),
        Link(" ", "https://else.example/1"),
        Link("Come", "http://else.example/1"),
        Link("Come", "/day"),
        Link("Come", "javascript:alert(1)"),
        Link("Come", "mailto:"),
        Link("Come", UNSUBSCRIBE),
        Link("Read on", "https://bakery.example/bread/"),
    ],
)
def test_an_invitation_that_leads_nowhere_safe_or_new_is_left_out(link: Link) -> None:
    assert invited(link) == []


def test_an_article_to_quote_invites_to_nothing() -> None:
    assert invited(Link("Come", "https://else.example/1"), rights="quote") == []


# The author's words are data


def test_a_title_of_markup_is_shown_as_text() -> None:
    letter = a_letter(
        an_article(title=EVIL, byline=EVIL, notices=(EVIL,), references=(EVIL,), key_points=(KeyPoint(EVIL),)),
        greeting=EVIL,
    )
    assert "<script" not in letter.html
    assert letter.body.count("&lt;script&gt;") == 7
    assert EVIL in letter.text


def test_markup_of_blocks_is_sanitised_again() -> None:
    html = '<img src=x onerror=alert(1)>Hello <b style="position:fixed">you</b> <a href="javascript:x">there</a>.<form>'
    letter = a_letter(an_article(lead=(Block("paragraph", "Hello you there.", html=html),), sections=()))
    assert "Hello you there." in letter.body
    assert not re.search(r"onerror|position:fixed|javascript|<form", letter.html)


@pytest.mark.parametrize(
    "tag", ["{{ name }}", "{% if x %}", "*|FNAME|*", "{$unsubscribe}", "[[name]]", "%%name%%", "@TrackLink"]
)
def test_merge_tags_in_an_article_pass_unchanged(tag: str) -> None:
    text = f"About {tag} and more."
    article = an_article(title=tag, lead=(a_paragraph(text),), key_points=(KeyPoint(text, section=0),))
    letter = a_letter(article)
    assert unescape(letter.body).count(text) >= 2
    assert unescape(letter.html).count(tag) >= 5
    assert text in letter.text


def test_an_author_cannot_link_to_our_placeholders() -> None:
    html = f'Leave <a href="{UNSUBSCRIBE}">here</a> or <a href="https://view-online.placeholder.invalid./x">there</a>.'
    letter = a_letter(an_article(lead=(Block("paragraph", "Leave here or there.", html=html),)))
    assert letter.html.count(f'"{UNSUBSCRIBE}"') == 1
    assert letter.html.count("placeholder.invalid") == 2


def test_an_article_without_a_web_address_leads_to_the_brand() -> None:
    for url in (None, "javascript:alert(1)", "ftp://bakery.example/x", "https://"):
        letter = a_letter(an_article(url=url))
        assert 'href="https://bakery.example/?utm_source=weekly' in letter.html
        assert "Visit our website" in letter.html
        assert "Read on" not in letter.html


# Languages


@pytest.mark.parametrize(
    ("language", "zone", "day"),
    [
        ("en", "Europe/Amsterdam", "19 November 2026"),
        ("en-US", "Africa/Nairobi", "19 November 2026"),
        ("en-AU", "Australia/Sydney", "19 November 2026"),
        ("en", "America/Chicago", "November 19, 2026"),
        ("en-GB", "America/Chicago", "19 November 2026"),
        ("nl", "America/Chicago", "19 november 2026"),
    ],
)
def test_english_dates_begin_with_the_month_only_where_america_reads(language: str, zone: str, day: str) -> None:
    brand = a_config().brand.model_dump(mode="json") | {"timezone": zone}
    letter = a_letter(an_article(language=language, published=datetime(2026, 11, 19, 12, tzinfo=UTC)), brand=brand)
    assert letter.text.count(f"· {day}\n") == 1
    assert letter.text.count(f"{day}\n") == 2


def test_french_sets_a_space_before_its_colons() -> None:
    brand = a_config().brand.model_dump(mode="json") | {"buttons": {"Commander": "/commander"}}
    links = (Link("Venez", "https://else.example/1"),)
    text = a_letter(an_article(language="fr", calls_to_action=links), brand=brand).text
    colons = [line for line in text.splitlines() if line.endswith(":")]
    assert colons == [
        f"{label}\u00a0:" for label in ("Lire la suite", "Venez", "Commander", "Voir en ligne", "Se désabonner")
    ]


def test_an_edition_speaks_the_language_its_articles_agree_on() -> None:
    letter = a_letter(an_article(language="nl-BE"), an_article(guid="2", language="nl"))
    assert letter.composed.email.language == "nl"
    assert "Lees verder" in letter.html
    assert "19 november 2026" in letter.text


def test_articles_that_do_not_agree_leave_it_to_the_brand(full: Letter) -> None:
    assert full.composed.email.language == "en"
    assert re.findall(r'<div class="part" lang="([^"]+)" dir="([^"]+)"', full.html) == [("nl", "ltr")]


def test_a_language_nobody_determined_is_the_brands() -> None:
    letter = a_letter(an_article(language="und"))
    assert letter.composed.email.language == "en"
    assert 'lang="und"' not in letter.html


def test_right_to_left_is_said_and_lists_follow() -> None:
    letter = a_letter(an_article(language="ar", lead=(a_list("واحد", "اثنان"),)))
    assert letter.html.count('lang="ar" dir="rtl"') == 2
    assert 'class="list list-rtl"' in letter.html


# What may go wrong


@pytest.mark.parametrize(
    "article",
    [an_article(title="", lead=(), sections=(), key_points=()), an_article(lead=(a_paragraph("x" * 50_000),))],
)
def test_odd_articles_still_make_a_letter(article: Article) -> None:
    letter = a_letter(article)
    assert letter.subject
    assert len(letter.html) < 40_000


def test_an_edition_without_articles_is_the_brands() -> None:
    config = a_config()
    edition = Edition("weekly", "2026-W47", date(2026, 11, 19), ())
    assert compose(edition, config.newsletters["weekly"], config).email.subject == "Example Bakery"


def composed(config: Config, **recipe: str) -> Composed:
    weekly = config.newsletters["weekly"].model_copy(update=recipe)
    return compose(Edition("weekly", "2026-W47", date(2026, 11, 19), (an_article(),)), weekly, config)


def test_a_design_that_does_not_exist_is_named() -> None:
    with pytest.raises(TemplateError, match=r"templates/email/poster/newsletter\.html is missing"):
        composed(a_config(), design="poster")


def test_a_teams_own_part_is_used_instead_of_ours(tmp_path: Path) -> None:
    config = beside(tmp_path, {"email/parts/footer.html": '<p>Ours: <a href="{{ unsubscribe }}">bye</a></p>'})
    assert "<p>Ours:" in composed(config).email.html


def test_a_wrong_name_in_a_template_stops_instead_of_sending_a_blank(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="postal_adress"):
        composed(beside(tmp_path, {"email/parts/footer.html": "<p>{{ brand.postal_adress }}</p>"}))


def test_styles_beyond_the_inliner_are_named_with_their_design(tmp_path: Path) -> None:
    page = "<!DOCTYPE html>\n<html><head><style>.a[title='b,c'] { color: red }</style></head><body>x</body></html>"
    with pytest.raises(TemplateError, match=r"templates/email/own/newsletter\.html, line 2: premailer cannot"):
        composed(beside(tmp_path, {"email/own/newsletter.html": page, "email/own/newsletter.txt": "x"}), design="own")


# Blocks of our own


def an_edition_with(*blocks: OwnBlock, order: list[str]) -> Letter:
    weekly = {"from": ["desk"], "order": order, "blocks": {"news": {"text": "…"}}}
    config = a_config(newsletters={"weekly": weekly})
    link = a_paragraph("A loaf.")
    article = an_article(lead=(replace(link, html='A <a href="https://else.example/loaf">loaf</a>.'),))
    edition = Edition("weekly", "2026-W47", date(2026, 11, 19), (article,), own_blocks=blocks)
    return Letter(compose(edition, config.newsletters["weekly"], config))


NEWS = OwnBlock(
    "news", "Nieuws", "nl", (Block("paragraph", "Kom.", html='<a href="https://else.example/kom">Kom</a>.'),)
)


@pytest.mark.parametrize("order", [["news", "articles"], ["articles", "news"]])
def test_links_of_own_blocks_and_articles_are_numbered_in_the_order_of_the_parts(order: list[str]) -> None:
    text = an_edition_with(NEWS, order=order).text
    assert re.findall(r"^\[(\d)\] ", text, re.MULTILINE) == ["1", "2"]
    first = "https://else.example/kom" if order[0] == "news" else "https://else.example/loaf"
    assert f"[1] {first}\n" in text


def test_all_of_an_own_block_is_in_both_parts_in_its_order() -> None:
    section = Section(
        "Wat",
        (a_paragraph("Bakken."),),
    )
    points = (KeyPoint("Neem een schort mee."), KeyPoint("Tot zondag.", section=0))
    letter = an_edition_with(replace(NEWS, sections=(section,), key_points=points), order=["articles", "news"])
    words = ("Nieuws", "Neem een schort mee.", "Wat", "Bakken.", "Tot zondag.")
    for part in (letter.body, letter.text):
        places = [part.find(word) for word in words]
        assert -1 not in places
        assert places == sorted(places)


def test_a_block_in_another_language_says_so_and_does_not_change_that_of_the_edition() -> None:
    letter = an_edition_with(NEWS, order=["articles", "news"])
    assert letter.composed.email.language == "en"
    assert re.search(r'<div class="part" lang="nl" dir="ltr">\s*<h2[^>]*>Nieuws</h2>', letter.html)


def test_a_block_that_the_order_does_not_name_is_not_shown_and_one_without_words_leaves_no_trace() -> None:
    assert "Nieuws" not in an_edition_with(NEWS, order=["articles"]).text
    assert an_edition_with(order=["articles", "news"]).html == an_edition_with(order=["articles"]).html


def test_a_template_that_was_edited_is_used_at_once(tmp_path: Path) -> None:
    for word in ("one", "two"):
        page = f"<!DOCTYPE html>\n<html><head></head><body>{word}</body></html>"
        config = beside(tmp_path, {"email/own/newsletter.html": page, "email/own/newsletter.txt": word})
        assert f"<body>{word}" in composed(config, design="own").email.html


@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_in_a_block_of_our_own_a_key_point_keeps_its_place(after: int) -> None:
    texts = [a_paragraph("Come in."), a_paragraph("Take a seat."), a_paragraph("See you.")]
    said = [block.text for block in texts]
    said.insert(after, "Bring an apron.")
    block = OwnBlock("news", "News", "en", tuple(texts), key_points=(KeyPoint("Bring an apron.", after=after),))
    letter = an_edition_with(block, order=["articles", "news"])
    for part in (letter.body, letter.text):
        assert [part.index(words) for words in said] == sorted(part.index(words) for words in said)
