"""A card is drawn where a post shows it, and nowhere else."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from pipeline.channels import folders
from pipeline.compose import cards, link_cards, pictures, posts, templates
from pipeline.compose.cards import Page
from pipeline.compose.thoughts import Thought
from pipeline.model import Article, KeyPoint, Network
from tests.factories import a_config, an_article


def illustrated(networks: dict[Network, Any], article: Article | None = None, number: int = 1) -> pictures.Illustrated:
    config = a_config(social={"networks": networks})
    article = article or an_article()
    composed = posts.compose(article, list(networks), config, templates.environment())
    return pictures.illustrated(composed, article, number, config)


def test_a_network_with_text_alone_draws_no_card() -> None:
    made = illustrated({"x": {"as": ["text"]}, "threads": {"as": ["text"]}})
    assert made.files == {}
    assert all(post.images == () for post in made.posts)


def test_a_network_with_cards_draws_one_for_each_key_point() -> None:
    made = illustrated({"x": {"as": ["text"]}, "bluesky": {"as": ["text", "card"]}})
    assert list(made.files) == ["cards/01-bread-that-keeps-1.png", "cards/01-bread-that-keeps-2.png"]
    assert [len(post.images) for post in made.posts] == [0, 0, 0, 0, 1, 1]


def test_a_network_that_takes_no_post_without_a_picture_has_one_for_the_announcement() -> None:
    made = illustrated({"instagram": {"as": ["text"]}})
    assert [post.images[0].file for post in made.posts] == list(made.files)
    assert next(iter(made.files)) == "cards/01-bread-that-keeps-title-tall.png"


def test_a_card_that_cannot_be_drawn_is_told_where_it_is_wanted() -> None:
    article = an_article(key_points=(KeyPoint("Long" * 30 + " words."),))
    assert [one.rule for one in illustrated({"linkedin": {"as": ["card"]}}, article).findings] == ["card-too-long"]
    assert illustrated({"linkedin": {"as": ["text"]}}, article).findings == ()


@pytest.mark.parametrize("title", ["Как хлеб становится хлебом: " * 5, "Ψωμίπουκρατάει" * 9, "Bread " * 40, "💡"])
def test_cards_have_names_that_the_outbox_takes_one_for_each_article(title: str) -> None:
    files = [name for number in (1, 2) for name in illustrated({"bluesky": {}}, an_article(title=title), number).files]
    assert len(set(files)) == 4
    assert all(folders.is_safe(name) for name in files)


@pytest.mark.parametrize(
    ("network", "size"),
    [
        ("x", (1200, 630)),
        ("bluesky", (1200, 630)),
        ("mastodon", (1200, 630)),
        ("linkedin", (1200, 630)),
        ("facebook", (1200, 630)),
        ("instagram", (1080, 1350)),
        ("threads", (1080, 1080)),
    ],
)
def test_each_network_gets_the_size_that_it_shows_whole(network: Network, size: tuple[int, int]) -> None:
    files = illustrated({network: {"as": ["card"]}}).files
    assert {Image.open(io.BytesIO(png)).size for png in files.values()} == {size}


def test_networks_of_one_size_share_their_cards() -> None:
    assert len(illustrated({"x": {}, "facebook": {}, "threads": {}}).files) == 4


def test_the_words_for_a_picture_stay_within_each_networks_limit() -> None:
    config = a_config(
        brand=a_config().brand.model_dump() | {"name": "Bakery " * 300}, social={"networks": {"x": {}, "bluesky": {}}}
    )
    composed = posts.compose(an_article(), ["x", "bluesky"], config, templates.environment())
    made = pictures.illustrated(composed, an_article(), 1, config).posts
    assert {post.network: max(len(image.alt) for image in post.images) for post in made if post.images}["x"] <= 1000
    assert {len(image.alt) > 1000 for post in made if post.network == "bluesky" for image in post.images} == {True}


def test_a_card_names_author_and_title() -> None:
    signed, plain = (illustrated({"x": {}}, an_article(byline=name)).files for name in ("Noor Haas", None))
    assert signed.keys() == plain.keys()
    assert all(signed[name] != plain[name] for name in signed)


def theirs(said: str, **changes: Any) -> Article:
    points = (KeyPoint(said), KeyPoint("A second thought of theirs."))
    return an_article(rights="quote", url="https://others.example/bread", key_points=points, **changes)


@pytest.mark.parametrize(
    ("article", "text", "signed", "credit"),
    [
        (theirs("Rest is work.", byline="Hannah Cole"), "“Rest is work.”", "Hannah Cole", "others.example"),
        (theirs("Rest is work."), "“Rest is work.”", "others.example", ""),
        (theirs("“Rest is work.”"), "“Rest is work.”", "others.example", ""),
        (theirs("She calls “rest” work."), "“She calls ‘rest’ work.”", "others.example", ""),
        (theirs("Ruhe ist Arbeit.", language="de"), "„Ruhe ist Arbeit.“", "others.example", ""),
    ],
)
def test_a_card_of_an_article_to_be_quoted_shows_the_quote_and_whose_it_is(
    article: Article, text: str, signed: str, credit: str
) -> None:
    config = a_config(brand=a_config().brand.model_dump() | {"logo": "l.png"}, social={"networks": {"instagram": {}}})
    composed = posts.compose(article, ["instagram"], config, templates.environment())
    (image,) = pictures.illustrated(composed, article, 1, config, a_logo()).posts[0].images
    assert image.alt == f"{text} — {signed}"
    page = pictures.page_of(composed.thoughts[0], article, config)
    assert (page.told(page.text), page.signed, page.credit) == (text, signed, credit)


def test_nothing_of_ours_stands_on_a_card_of_others_words() -> None:
    article = theirs("Rest is work.", byline="Hannah Cole")
    assert pictures.setup_of(article, a_config(), a_logo()).logo is None
    assert pictures.setup_of(an_article(), a_config(), a_logo()).logo is not None


def test_a_grave_quote_gives_its_title_to_the_card() -> None:
    article = theirs("A miscarriage is nobody's fault.", title="How we grieve")
    (image,) = illustrated({"instagram": {}}, article).posts[0].images
    assert image.alt == "How we grieve — others.example"


def test_the_card_of_a_link_to_an_article_to_be_quoted_shows_the_quote() -> None:
    article = theirs("Rest is work.")
    config = a_config(social={"networks": {"instagram": {}, "bluesky": {}}})
    composed = posts.compose(article, ["bluesky"], config, templates.environment())
    bare = pictures.illustrated(composed, article, 1, config)
    made = link_cards.carded(bare, composed.thoughts[0], article, 1, config)
    drawn = cards.draw(
        Page("Rest is work.", "", "others.example", marks=("“", "”")), "wide", pictures.setup_of(article, config, None)
    )
    assert isinstance(drawn, cards.Card)
    assert list(made.files.values()) == [drawn.picture]


def test_a_carousel_told_with_permission_ends_at_the_article_and_not_at_our_bio() -> None:
    networks: dict[Network, Any] = {"instagram": {"as": ["carousel"]}}
    theirs = [an_article(rights="permission", url=f"https://{name}.example/bread") for name in ("others", "weekly")]
    made = [illustrated(networks, article) for article in (*theirs, an_article())]
    ends = [one.posts[0].images[-1] for one in made]
    assert ["bio" in end.alt for end in ends] == [False, False, True]
    assert made[0].files[ends[0].file] != made[1].files[ends[1].file]  # it names whose site it is


def test_the_design_is_the_one_of_the_configuration() -> None:
    config = a_config(social={"networks": {"x": {}}, "card": "paper"})
    composed = posts.compose(an_article(), ["x"], config, templates.environment())
    assert pictures.illustrated(composed, an_article(), 1, config).files != illustrated({"x": {}}).files


def a_logo() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (90, 30), "red").save(written, "PNG")
    return written.getvalue()


def test_a_drawn_logo_with_words_is_told_once() -> None:
    config = a_config(brand=a_config().brand.model_dump() | {"logo": "logo.svg"}, social={"networks": {"x": {}}})
    composed = posts.compose(an_article(), ["x"], config, templates.environment())
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><text y="20">Moes</text></svg>'
    made = pictures.illustrated(composed, an_article(), 1, config, drawing)
    assert [(one.rule, one.severity) for one in made.findings] == [("card-logo-letters", "note")]


def test_a_logo_that_is_no_picture_is_told_once() -> None:
    config = a_config(brand=a_config().brand.model_dump() | {"logo": "logo.png"}, social={"networks": {"x": {}}})
    composed = posts.compose(an_article(), ["x"], config, templates.environment())
    made = pictures.illustrated(composed, an_article(), 1, config, b"no picture")
    assert [one.rule for one in made.findings] == ["card-logo"]
    assert len(made.files) == 2


def test_a_card_of_others_words_shows_no_password_of_their_address() -> None:
    page = pictures.page_of(
        Thought("Bread keeps.", "Bread keeps."),
        an_article(rights="permission", byline="Ann Field", url="https://anna:hush@garden.example.org/rest"),
        a_config(),
    )
    assert "garden.example.org" in repr(page)
    assert "hush" not in repr(page)
