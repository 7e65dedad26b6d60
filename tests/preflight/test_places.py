"""Places name what a person can change: an article, a key of config.yaml, a line of a template."""

from __future__ import annotations

import pytest

from pipeline.model import Block, Edition, OwnBlock
from pipeline.preflight.email import Around
from pipeline.preflight.places import Places
from tests.factories import a_paragraph, an_article
from tests.preflight.letters import DAY, found, with_body

STYLES = "<style>\n.card { color: red; }\n.cards { color: blue; }\n@media x { .dark { margin: 0 } }\n</style>"
TEMPLATES = {
    "templates/email/own/newsletter.html": '<p class="{{ kind }} wide">\n<a href="https://other.example/x">The other place</a>',
    "templates/email/parts/styles.html": STYLES,
}
ARTICLE = an_article(
    lead=(Block("paragraph", "See there.", html='See <a href="https://other.example/y?a=1&amp;b=2">there</a>.'),)
)
OURS = OwnBlock("agenda", "Open days", "en", lead=(a_paragraph("Come and see our oven on Friday."),))
EDITION = Edition("weekly", "2026-W47", DAY, (ARTICLE,), greeting="Good morning, dear bakers!", own_blocks=(OURS,))
PLACES = Places(TEMPLATES, EDITION, {"Agenda": "brand.buttons.Agenda"})

CLASSES = [
    ("card", "templates/email/parts/styles.html, line 2"),
    ("big cards", "templates/email/parts/styles.html, line 3"),
    ("dark", "templates/email/parts/styles.html, line 4"),
    ("wide", "templates/email/own/newsletter.html, line 1"),
    ("unknown", "newsletter"),
]


@pytest.mark.parametrize(("names", "place"), CLASSES)
def test_a_class_is_found_where_it_is_styled_else_where_it_is_used(names: str, place: str) -> None:
    assert PLACES.of_class(names) == place


LINKS = [
    ("https://other.example/y?a=1&b=2&utm_source=weekly", "there", "article “Bread that keeps”"),
    ("https://bakery.example/agenda", "Agenda", "brand.buttons.Agenda"),
    ("https://other.example/x", "The other place", "templates/email/own/newsletter.html, line 2"),
    ("https://a.example/", "Come and see our oven", "newsletters.weekly.blocks.agenda"),
    ("https://a.example/", "dear bakers!", "link “dear bakers!”"),  # too few words to be those of one place
    ("https://a.example/", "here", "link “here”"),
]


@pytest.mark.parametrize(("href", "words", "place"), LINKS)
def test_a_link_is_found_by_its_address_else_by_words_that_tell(href: str, words: str, place: str) -> None:
    assert PLACES.of_link(href, words) == place


def test_words_of_ours_are_found_in_the_greeting() -> None:
    assert PLACES.of_text("Good  morning,\ndear") == "greeting"
    assert PLACES.of_text("nowhere at all") == ""
    assert PLACES.of_text(" ") == ""


def test_of_many_lines_three_are_named() -> None:
    many = Places({"templates/email/own/a.html": ".a { x }\n" * 5}, EDITION)
    assert many.lines(r"\.a") == "templates/email/own/a.html, lines 1, 2, 3 and 2 more"


def test_faint_words_are_told_with_the_line_that_colours_them() -> None:
    around = Around({"templates/email/parts/styles.html": "<style>\n.a { margin: 0 }\n.faint { color: #BBB; }\n"})
    change = with_body('<div class="faint" style="color: #BBBBBB"><p><b>Salt</b></p></div>', around=around)
    places = {finding.place for finding in found(change) if finding.rule == "contrast"}
    assert places == {"templates/email/parts/styles.html, line 3"}
