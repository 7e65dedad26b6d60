"""What surrounds an article is known by whole lines; prose that only begins like them is never taken for it."""

from __future__ import annotations

import time

import pytest

from pipeline.ingest import boilerplate
from tests.ingest.reading import everything, read

PROSE = [
    "We bake cookies every Friday.",
    "We use cookies in the shop window to draw the children in.",
    "Copyright law changed the way bakers sell their recipes.",
    "Copyright 1976 was a turning point for every printer in town.",
    "© stands for a right, not for a promise.",
    "All rights reserved for the poor were lost in that winter.",
    "Image by image, the film shows how bread rises.",
    "Photo albums tell more than their pictures.",
    "Beeld voor beeld zie je het deeg rijzen.",
    "Delen, dat is wat een tuin doet.",
    "Delen: dat is het hele geheim van een buurttuin.",
    "Print: a love story that never ended.",
    "Like many bakers, she found her trade on Instagram.",
    "Like Instagram, the bakery grew faster than its ovens.",
    "Like others on Facebook, she sold what she baked.",
    "Follow the debate on X closely, and you will see.",
    "Follow the river, and you will find the mill that is on no map.",
    "See also: the mill stands where it stood.",
    "Related to this is the question of salt.",
    "Home is where the oven stands.",
    "Home > all the rest, my aunt used to say.",
    "Unsubscribe from noise, and you will sleep.",
    "You receive this letter in March, and you wonder who wrote it.",
    "View this from above, and the fields are a quilt.",
    "The article was written by hand in the night after the fire.",
    "The post of baker appeared first on a list of trades in 1312, and stayed.",
    "Subscribe to a thought, and it will write you every day.",
    "Read more than you write, she said.",
    "Menu prices rose.",
    "Comments are free.",
]

FURNITURE = [
    ("Menu", "navigation"),
    ("Home › Blog › Repairs", "navigation"),
    ("Home / Blog / Repairs", "navigation"),
    ("News | Shop | About us", "navigation"),
    ("In dit artikel:", "label of a table of contents"),
    ("Share this article", "share line"),
    ("Delen op Facebook, X of LinkedIn", "share line"),
    ("Share: Facebook | WhatsApp | Copy link", "share line"),
    ("DEEL NU: “Hoe lang duurt brood? Bakkers geven antwoord.”", "share line"),
    ("Share this article: How long is bread", "share line"),
    ("Facebook Twitter LinkedIn", "share line"),
    ("Facebook: https://social.example/bakery", "share line"),
    ("Subscribe to our newsletter!", "pointer to other pages"),
    ("Lees ook: Waarom rijst brood?", "pointer to other pages"),
    ("Related posts", "pointer to other pages"),
    ("Leestijd: 4 minuten", "reading time"),
    ("3 reacties", "comments"),
    ("We use cookies to give you the best experience on our website.", "cookie notice"),
    ("Deze website maakt gebruik van cookies.", "cookie notice"),
    ("© 2026 Bakery Ltd.", "page footer"),
    ("Copyright 2026 The Bakery", "page footer"),
    ("© 2026 Bakery. All rights reserved.", "page footer"),
    ("All rights reserved.", "page footer"),
    ("Vond je dit leuk? Volg ons op Instagram!", "credits of the publisher"),
    ("Follow us on Facebook and Instagram.", "credits of the publisher"),
    ("This article was first published in The Baker.", "credits of the publisher"),
    ("Having trouble reading this email? View it online", "furniture of a newsletter"),
    ("You are receiving this email because you signed up at our shop.", "furniture of a newsletter"),
    ("Unsubscribe | Change your address", "furniture of a newsletter"),
    ("The post How bread rises appeared first on The Baker.", "footer of the feed"),
    ("Photo: Jane Doe / Agency", "picture credit"),
    ("Foto door Jan de Vries", "picture credit"),
    ("Bild: © Anna Berg", "picture credit"),
]


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_furniture(line: str) -> None:
    assert boilerplate.furniture(line) is None


@pytest.mark.parametrize(("line", "reason"), FURNITURE)
def test_furniture_is_known_by_its_kind(line: str, reason: str) -> None:
    assert boilerplate.furniture(line) == reason


@pytest.mark.parametrize("heading", ["Print", "Search", "Comments", "Share", "Home", "Related", "Advertisement"])
def test_a_marked_heading_is_never_furniture(heading: str) -> None:
    article = read(
        f"# Bread\n\nBread is old.\n\n## {heading}\n\nThis is about that.\n\n## End\n\nIt ends.\n", "markdown"
    )
    assert [section.heading for section in article.sections] == [heading, "End"]
    assert article.sections[0].blocks[0].text == "This is about that."


@pytest.mark.parametrize(
    "line",
    [
        "Home" + " > >" * 200,
        "home" + " | a" * 200 + "!",
        "a b | " * 150 + "!",
        " " * 900 + "x",
        "(" + " " * 900,
        "Delen" + " facebook" * 100 + "?",
        "the post " + "appeared first on " * 50,
        "we use cookies " * 60,
        "Photo: " + "Aa " * 300 + "1!",
        "Great! " * 100,
    ],
)
def test_no_line_takes_long(line: str) -> None:
    started = time.monotonic()
    for _ in range(20):
        boilerplate.furniture(line)
        boilerplate.without_link_stubs(line * 100)
    assert time.monotonic() - started < 2


def test_a_line_pointed_at_elsewhere_is_told() -> None:
    article = read(
        "# Bread\n\nBread is old, and bakers are young.\n\nLees ook: Waarom rijst brood?\n\nMore.", "markdown"
    )
    assert everything(article).count("Waarom rijst brood") == 1
