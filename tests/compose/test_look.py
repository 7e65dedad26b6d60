"""How mails look follows config.yaml: fonts, corners, density, logo; in every design, and within what inboxes take."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from pipeline.compose.look import look
from pipeline.compose.newsletter import Composed
from pipeline.config.brand import Brand
from pipeline.config.look import FONTS
from pipeline.model import Block, KeyPoint, Section
from tests.compose.letters import a_letter
from tests.factories import a_config, a_paragraph, an_article

DESIGNS = ("digest", "feature", "key-points")
BRAND = a_config().brand.model_dump(mode="json")


def composed(design: str, *articles: Any, **brand: Any) -> Composed:
    letter = a_letter(*articles, recipe={"design": design}, brand=BRAND | brand, greeting="Hello.")
    return letter.composed


def styles_of(composed: Composed, name: str) -> str:
    """What stands on the first element of that class."""
    found = re.search(rf'class="(?:[\w-]+ )?{name}(?: [\w-]+)?"[^>]*?style="([^"]*)"', composed.email.html)
    assert found, name
    return found[1]


@pytest.mark.parametrize("design", DESIGNS)
def test_fonts_of_the_brand_are_on_headings_and_text(design: str) -> None:
    made = composed(design, fonts={"headings": "slab", "text": "Lato, Verdana, sans-serif"})
    assert f"font-family:{FONTS['slab']}" in re.sub(r":\s+", ":", styles_of(made, "greeting"))
    assert "font-family:Lato, Verdana, sans-serif" in re.sub(r":\s+", ":", styles_of(made, "footer-text"))
    assert "Georgia, Cambria" not in made.email.html


@pytest.mark.parametrize(
    ("fonts", "outlook"),
    [
        ({}, ("Georgia, serif", "Segoe UI, sans-serif")),
        ({"headings": "geometric", "text": "humanist"}, ("Century Gothic, sans-serif", "Candara, sans-serif")),
        ({"headings": "Lora, serif", "text": "Fira Code, monospace"}, ("Georgia, serif", "Consolas, monospace")),
    ],
)
def test_outlook_gets_one_font_that_it_knows(fonts: dict[str, str], outlook: tuple[str, str]) -> None:
    made = look(Brand.model_validate(BRAND | {"fonts": fonts})).fonts
    assert (made.outlook_headings, made.outlook_text) == outlook
    block = re.search(
        r"<!--\[if mso\]>\s*<noscript>.*?<!\[endif\]-->", composed("digest", fonts=fonts).email.html, re.DOTALL
    )
    assert block
    assert all(f"font-family: {one} !important" in block[0] for one in outlook)


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize(("corners", "radius"), [("none", 0), ("soft", 12), ("round", 26), (7, 7)])
def test_corners_are_those_of_the_brand(design: str, corners: str | int, radius: int) -> None:
    made = composed(design, corners=corners)
    assert re.search(rf"border-radius:\s*{radius}(px)?\b", styles_of(made, "card"))


@pytest.mark.parametrize("design", DESIGNS)
def test_a_denser_letter_has_less_room_between_things(design: str) -> None:
    def room(density: str) -> int:
        padding = re.search(r"(?:^|; ?)padding:\s*(\d+)px", styles_of(composed(design, density=density), "card"))
        assert padding
        return int(padding[1])

    assert room("compact") < room("normal") < room("airy")


@pytest.mark.parametrize("design", DESIGNS)
def test_a_logo_has_its_size_and_a_light_ground_in_every_scheme(design: str) -> None:
    made = composed(design, logo="https://bakery.example/logo.png", logo_size="200 x 50")
    assert re.search(r'<img class="logo"[^>]* width="200" height="50" alt="Example Bakery"', made.email.html)
    ground = styles_of(made, "logo-ground")
    light = look(Brand.model_validate(BRAND)).colors.light.page
    assert ground.count(light) == 3  # the second and third in a gradient, which Gmail does not turn dark
    dark, _, outlook = made.email.html.partition("prefers-color-scheme: dark")[2].partition("</style>")
    assert "logo" not in dark
    # Outlook.com would darken it: there a rule says that it stays.
    assert f"[data-ogsb] .logo-ground {{ background-color: {light} !important; }}" in outlook


@pytest.mark.parametrize("design", DESIGNS)
def test_a_logo_of_unknown_size_is_as_wide_as_there_is_room(design: str) -> None:
    made = composed(design, logo="https://bakery.example/logo.png")
    assert re.search(r'<img class="logo"[^>]* width="180" alt="Example Bakery"', made.email.html)


def a_rich_article(number: int, points: int) -> Any:
    """An article of an ordinary length: four sections of three paragraphs each."""
    text = (
        "Dough that rests overnight in a cold kitchen keeps longer, and asks for less kneading the next morning. " * 4
    )
    return an_article(
        guid=str(number),
        title=f"A title that fills more than a line of the letter, number {number}",
        url=f"https://bakery.example/{number}",
        byline="Ann Miller",
        lead=(
            Block("image", "A loaf", url=f"https://bakery.example/{number}.jpg"),
            *(a_paragraph(f"{number}.{n} {text}") for n in range(2)),
        ),
        sections=tuple(
            Section(f"Part {part} of it", tuple(a_paragraph(f"{number}.{part}.{n} {text}") for n in range(3)))
            for part in range(4)
        ),
        key_points=tuple(
            KeyPoint(
                f"Thought {number}.{n}: bread that rests for a night is worth the wait, and the work is less.",
                section=n % 4,
            )
            for n in range(points)
        ),
        references=("Miller, A. (2020). Crumbs, and what they are good for. Exampleton Press.",),
    )


@pytest.mark.parametrize("design", ["digest", "key-points"])
def test_six_articles_with_twenty_key_points_stay_far_from_being_clipped(design: str) -> None:
    articles = [a_rich_article(number, points) for number, points in enumerate((4, 4, 3, 3, 3, 3))]
    limits = {"at_most": 6, "key_points_each": 4, "sections_each": 4}
    html = a_letter(*articles, recipe={"design": design, "articles": limits}, brand=BRAND).html
    assert html.count("worth the wait") == 20
    assert len(html.encode()) < 85_000


@pytest.mark.parametrize("design", DESIGNS)
def test_no_heading_level_is_skipped_whatever_an_article_has(design: str) -> None:
    articles = (
        an_article(lead=(), sections=(Section(None, (a_paragraph("Without a heading."),)),), key_points=()),
        an_article(guid="2", rights="quote", url="https://elsewhere.example/x"),
        an_article(guid="3", key_points=(KeyPoint("One thought."), KeyPoint("Another."))),
    )
    for some in (articles, articles[1:], articles[2:]):
        made = composed(design, *some).email.html
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", made)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_title_of_the_first_article_is_the_headline_of_a_feature() -> None:
    html = composed("feature", an_article(), an_article(guid="2", title="The second")).email.html
    assert re.search(r"<h1[^>]*>\s*<a[^>]*>Bread that keeps</a>", html)
    assert re.search(r"<h2[^>]*>\s*<a[^>]*>The second</a>", html)


def test_key_points_are_numbered_through_each_article() -> None:
    points = tuple(KeyPoint(f"Thought number {n} of this article.", section=n % 2 or None) for n in range(3))
    sections = (Section("One", (a_paragraph("A."),)), Section("Two", (a_paragraph("B."),)))
    both = [an_article(guid=guid, title=guid, key_points=points, sections=sections) for guid in ("a", "b")]
    html = composed("key-points", *both).email.html
    assert re.findall(r'class="numeral[^"]*"[^>]*>(\d+)<', html) == ["1", "2", "3", "1", "2", "3"]
