"""Bluesky fetches nothing: where a post shows no picture, its link gets a card of our own."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from pipeline.compose import link_cards, pictures, posts, templates
from pipeline.model import Article, LinkCard
from tests.factories import a_config, a_paragraph, an_article

ENV = templates.environment()


def carded(article: Article, *forms: str, network: str = "bluesky", **plan: object) -> pictures.Illustrated:
    config = a_config(social={"networks": {network: {"as": list(forms)} | plan, "x": {"as": ["card"]}}})
    composed = posts.compose(article, list(config.social.networks), config, ENV)
    shown = pictures.illustrated(composed, article, 1, config)
    return link_cards.carded(shown, composed.thoughts[0], article, 1, config)


def test_a_link_without_a_picture_gets_title_description_and_a_picture() -> None:
    made = carded(an_article(summary="Two habits for a loaf that lives longer."), "text")
    assert made.posts[0].link_card == LinkCard(
        "Bread that keeps", "A loaf lives longer than most people think.", "cards/01-bread-that-keeps-title.png"
    )
    picture = made.files["cards/01-bread-that-keeps-title.png"]
    assert len(picture) <= 1_000_000
    assert Image.open(BytesIO(picture)).size == (1200, 630)


def test_a_key_points_card_is_its_picture_where_it_was_drawn() -> None:
    made = carded(an_article(), "text")
    thumbs = [post.link_card.thumb for post in made.posts if post.link_card]
    assert thumbs == [f"cards/01-bread-that-keeps-{name}.png" for name in ("title", "1", "2")]
    assert all(thumb in made.files for thumb in thumbs)


def test_without_a_summary_the_article_begins_the_description() -> None:
    (first, *_) = carded(an_article(), "text").posts
    assert first.link_card
    assert first.link_card.description == "A loaf lives longer than most people think."


def test_a_description_is_rather_what_the_post_does_not_say_itself() -> None:
    summary = "Two habits for a loaf that lives longer."
    (first, second, *_) = carded(an_article(summary=summary), "text").posts
    assert summary in first.text
    assert [post.link_card and post.link_card.description for post in (first, second)] == [
        "A loaf lives longer than most people think.",
        summary,
    ]


def test_a_quote_is_no_description() -> None:
    told = a_paragraph("Last winter I sold my oven to a neighbour.")
    (first, *_) = carded(an_article(byline="Ana Petrov", lead=(told,)), "text").posts
    assert "“Last winter I sold my oven to a neighbour.” — Ana Petrov" in first.text
    assert first.link_card is not None
    assert first.link_card.description == ""


def test_of_a_thread_only_the_part_with_the_link_has_a_card() -> None:
    made = carded(an_article(), "thread").posts
    assert [post.link_card is not None for post in made if post.network == "bluesky"] == [False, False, False, True]


def test_what_shows_a_card_of_its_own_has_no_link_card() -> None:
    made = carded(an_article(), "card").posts
    assert [post.link_card is None for post in made if post.network == "bluesky"] == [False, True, True]


def test_other_networks_fetch_cards_themselves() -> None:
    assert {post.link_card for post in carded(an_article(), "text", network="mastodon").posts} == {None}


def test_a_post_without_a_link_has_no_card() -> None:
    assert {post.link_card for post in carded(an_article(), "text", links=False).posts} == {None}
