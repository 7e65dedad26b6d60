"""An article's key points as pages between its title and the brand."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from pipeline.compose import cards, carousels, logos, pictures, posts, templates
from pipeline.compose.cards import Page, Setup
from pipeline.model import Article, KeyPoint, Network, Post
from tests.factories import a_config, an_article

POINTS = (
    "Dough that rests overnight keeps two days longer.",
    "A paper bag lets the crust breathe for a week.",
    "Steam in the first minutes gives every loaf its shine.",
    "Salt slows the yeast and strengthens the dough.",
    "Sourdough needs feeding twice a day in summer.",
    "Old bread becomes breadcrumbs within an hour of drying.",
    "A wooden board absorbs moisture from a warm loaf.",
    "Whole flour drinks a fifth more water than white.",
    "An oven of stone holds its heat until the evening.",
    "Rye loaves slice cleanly only after a full night.",
)


def illustrated(
    network: Network, article: Article | None = None, forms: tuple[str, ...] = ("carousel",)
) -> pictures.Illustrated:
    config = a_config(social={"networks": {network: {"as": forms}}})
    article = article or an_article()
    composed = posts.compose(article, [network], config, templates.environment())
    return pictures.illustrated(composed, article, 1, config)


def telling(*points: str, **changes: object) -> Article:
    return an_article(key_points=tuple(KeyPoint(point) for point in points), **changes)


def announcement(made: pictures.Illustrated) -> Post:
    return next(post for post in made.posts if post.key_point is None)


def alts(made: pictures.Illustrated) -> list[str]:
    return [image.alt.removesuffix(" — Example Bakery") for image in announcement(made).images]


def test_on_instagram_it_is_pictures_from_the_title_to_the_brand() -> None:
    made = illustrated("instagram")
    assert alts(made) == [
        "Bread that keeps",
        "Dough that rests overnight keeps two days longer.",
        "A paper bag keeps the crust crisp.",
        "The link is in our bio.",
    ]
    files = [image.file for image in announcement(made).images]
    assert files[0] == "cards/01-bread-that-keeps-carousel-01.png"
    assert files == sorted(files)
    assert {Image.open(io.BytesIO(made.files[file])).size for file in files} == {(1080, 1350)}


def test_on_linkedin_it_is_one_document_with_the_same_pages() -> None:
    made = illustrated("linkedin")
    (image,) = announcement(made).images
    assert image.file == "cards/01-bread-that-keeps-carousel.pdf"
    assert image.alt.startswith("Bread that keeps. Dough that rests overnight keeps two days longer. A paper bag")
    document = PdfReader(io.BytesIO(made.files[image.file]))
    assert len(document.pages) == 4
    assert {(int(page.mediabox.width), int(page.mediabox.height)) for page in document.pages} == {(540, 675)}
    assert document.metadata is not None
    assert (document.metadata.title, document.metadata.author) == ("Bread that keeps", "Example Bakery")
    assert str(document.root_object["/Lang"]) == "en"
    told = [" ".join(page.extract_text().split()) for page in document.pages]
    assert told[1] == "Dough that rests overnight keeps two days longer. Example Bakery Bread that keeps"
    assert len(made.files[image.file]) < 1_000_000


def test_its_pages_are_set_in_sizes_near_each_other() -> None:
    pages = [Page(text, "Bread") for text in ("Rest is work.", POINTS[0], f"{POINTS[0][:-1]}, {POINTS[1]}")]
    drawn, _ = carousels.begin(Page("Bread", "bakery.example"), pages, Setup(a_config().brand, "en"), "article “Bread”")
    sizes = [card.words[0].size for card in drawn[1:]]
    assert max(sizes) <= 1.3 * min(sizes)


def test_the_same_article_gives_the_same_bytes() -> None:
    first = illustrated("linkedin").files
    cards.picture.cache_clear()
    assert illustrated("linkedin").files == first


def test_the_announcement_becomes_it_and_no_post_is_added() -> None:
    with_cards, texts = (illustrated("linkedin", forms=forms) for forms in (("card", "carousel"), ("text",)))
    assert [post.text for post in with_cards.posts] == [post.text for post in texts.posts]
    assert [len(post.images) for post in with_cards.posts] == [1, 1, 1]
    assert [len(post.images) for post in illustrated("linkedin", forms=("text", "carousel")).posts] == [1, 0, 0]


@pytest.mark.parametrize("network", ["instagram", "linkedin"])
def test_where_nothing_else_is_wanted_it_is_the_articles_one_post_and_no_other_picture_is_drawn(
    network: Network,
) -> None:
    made = illustrated(network)
    assert [post.key_point for post in made.posts] == [None]
    assert set(made.files) == {image.file for image in announcement(made).images}


def test_where_nothing_else_is_wanted_and_there_is_none_the_article_has_ordinary_posts() -> None:
    alone = illustrated("instagram", telling(POINTS[0]))
    assert [post.key_point for post in alone.posts] == [None, POINTS[0]]


def test_it_has_at_most_ten_pictures_and_says_what_is_not_in_it() -> None:
    made = illustrated("instagram", telling(*POINTS))
    assert len(announcement(made).images) == 10
    (full,) = (one for one in made.findings if one.rule == "carousel-full")
    assert POINTS[8] in full.message
    assert POINTS[9] in full.message


def test_a_key_point_that_does_not_fit_is_told_and_leaves_no_gap_in_the_numerals() -> None:
    pages = [Page(text, "Bread") for text in (POINTS[0], f"{'Long' * 30} words.", POINTS[1])]
    setup = Setup(a_config().brand, "en")
    drawn, findings = carousels.begin(Page("Bread", "bakery.example"), pages, setup, "article “Bread”")
    assert [card.told for card in drawn] == ["Bread", POINTS[0], POINTS[1]]
    assert [one.rule for one in findings] == ["card-too-long"]
    without = carousels.begin(Page("Bread", "bakery.example"), [pages[0], pages[2]], setup, "article “Bread”")
    assert [card.picture for card in without[0]] == [card.picture for card in drawn]


@pytest.mark.parametrize("article", [telling(POINTS[0]), telling(*POINTS, title="Long" * 60)])
def test_too_few_pages_make_none_and_that_is_told(article: Article) -> None:
    made = illustrated("linkedin", article)
    assert announcement(made).images == ()
    assert "carousel" in [one.rule for one in made.findings]


def test_instagram_shows_the_titles_card_where_there_is_no_carousel() -> None:
    made = illustrated("instagram", telling(POINTS[0]))
    assert [image.file for image in announcement(made).images] == ["cards/01-bread-that-keeps-title-tall.png"]


def test_of_others_articles_there_is_none() -> None:
    made = illustrated("linkedin", telling(*POINTS, rights="quote"))
    assert announcement(made).images == ()


def pages_with_a_logo(design: str) -> list[cards.Card]:
    """Title, two key points and the closing page, with a logo."""
    picture = io.BytesIO()
    Image.new("RGB", (300, 100), "#FF00FF").save(picture, "PNG")
    setup = Setup(a_config().brand, "en", design, logos.read(picture.getvalue()))
    title = Page("Bread", "bakery.example", states=False)
    leaves, _ = carousels.begin(title, [Page(text, "Bread") for text in POINTS[:2]], setup, "article “Bread”")
    closing = carousels.closing(Page("Read on", "bakery.example", states=False), leaves, setup)
    assert isinstance(closing, cards.Card)
    return [*leaves, closing]


@pytest.mark.parametrize("design", ["lamp", "paper", "band"])
def test_every_page_shows_the_logo(design: str) -> None:
    for page in pages_with_a_logo(design):
        colors = Image.open(io.BytesIO(page.picture)).convert("RGB").getcolors(200_000) or []
        assert (255, 0, 255) in [color for _, color in colors]


def test_the_closing_page_is_no_louder_than_the_pages_before_it() -> None:
    *leaves, closing = pages_with_a_logo("paper")
    assert closing.words[0].size <= max(leaf.words[0].size for leaf in leaves[1:])
