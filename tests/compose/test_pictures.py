"""A card is drawn where a post shows it, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.channels import folders
from pipeline.compose import pictures, posts, templates
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
    assert next(iter(made.files)) == "cards/01-bread-that-keeps-title.png"


def test_a_card_that_cannot_be_drawn_is_told_where_it_is_wanted() -> None:
    article = an_article(key_points=(KeyPoint("Long" * 30 + " words."),))
    assert [one.rule for one in illustrated({"linkedin": {"as": ["card"]}}, article).findings] == ["card-too-long"]
    assert illustrated({"linkedin": {"as": ["text"]}}, article).findings == ()


@pytest.mark.parametrize("title", ["Как хлеб становится хлебом: " * 5, "Ψωμίπουκρατάει" * 9, "Bread " * 40, "💡"])
def test_cards_have_names_that_the_outbox_takes_one_for_each_article(title: str) -> None:
    files = [name for number in (1, 2) for name in illustrated({"bluesky": {}}, an_article(title=title), number).files]
    assert len(set(files)) == 4
    assert all(folders.is_safe(name) for name in files)
