"""Posts stand alone, stay within each network's limit, cut no word, and keep their link."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import limits
from pipeline.compose import posts, templates
from pipeline.config.shape import NETWORKS
from pipeline.model import Article, KeyPoint, Network, Section
from tests.factories import a_config, a_paragraph, an_article

ENV = templates.environment()


def composed(article: Article, network: Network, **config: object) -> posts.Composed:
    return posts.compose(article, [network], a_config(**config), ENV)


@pytest.mark.parametrize("network", NETWORKS)
def test_there_is_one_post_for_the_article_and_one_for_each_key_point(network: Network) -> None:
    article = an_article()
    made = composed(article, network).posts
    assert [post.key_point for post in made] == [None, *(point.text for point in article.key_points)]
    assert all(point.text in post.text for post, point in zip(made[1:], article.key_points, strict=True))


@pytest.mark.parametrize("network", NETWORKS)
def test_every_post_is_within_its_limit_and_links_to_its_article(network: Network) -> None:
    for number, post in enumerate(composed(an_article(), network).posts):
        assert limits.fits(network, post.text)
        if network == "instagram":
            assert post.link is None
            assert "http" not in post.text
        else:
            query = parse_qs(urlsplit(post.link or "").query)
            assert (post.link or "").startswith("https://bakery.example/bread?")
            assert query["utm_source"] == [network]
            assert query["utm_content"] == [f"key-point-{number}" if number else "announcement"]


def test_networks_get_texts_of_their_own() -> None:
    texts = {network: composed(an_article(), network).posts[1].text for network in NETWORKS}
    assert texts["x"] != texts["linkedin"] != texts["facebook"] != texts["instagram"] != texts["mastodon"]


def test_a_point_that_leans_makes_no_post_and_a_finding() -> None:
    article = an_article(key_points=(KeyPoint("This is why it works.", section=0),))
    made = composed(article, "x")
    assert [post.key_point for post in made.posts] == [None]
    assert [finding.rule for finding in made.findings] == ["key-point-leans"]


def test_the_same_thought_makes_one_post() -> None:
    points = (KeyPoint("A paper bag keeps the crust crisp."), KeyPoint("The crust: a paper bag keeps it crisp."))
    made = composed(an_article(key_points=points), "x")
    assert len(made.posts) == 2
    assert [finding.rule for finding in made.findings] == ["same-thought"]


def test_warnings_and_suggestions_make_no_posts() -> None:
    points = (KeyPoint("Hot fat burns.", kind="warning"), KeyPoint("Bread likes rest.", origin="suggested"))
    assert [post.key_point for post in composed(an_article(key_points=points), "x").posts] == [None]


def test_a_point_too_long_is_shortened_by_sentences_and_the_rest_is_left_out_with_a_finding() -> None:
    long = (
        "Dough that rests overnight keeps two days longer. "
        + "Bakers have known it since ovens were built of clay. " * 8
    )
    made = composed(an_article(key_points=(KeyPoint(long.strip(), section=0),)), "x")
    assert made.posts[1].text.startswith("💡 Dough that rests overnight keeps two days longer.")
    endless = "Dough " + "and more dough " * 40 + "rests."
    made = composed(an_article(key_points=(KeyPoint(endless, section=0),)), "x")
    assert [finding.rule for finding in made.findings] == ["post-too-long"]


def test_people_of_a_story_with_changed_names_stay_out_of_posts() -> None:
    story = a_paragraph("Every morning our neighbour Linda bakes a loaf for the whole street to share.")
    article = an_article(lead=(story,), notices=("All names in this story have been changed.",))
    assert all("Linda" not in post.text for network in NETWORKS for post in composed(article, network).posts)
    assert any(
        "Linda" in post.text for network in NETWORKS for post in composed(an_article(lead=(story,)), network).posts
    )


def test_notices_and_sources_go_where_config_wants_them() -> None:
    care = {"notice": "For information only.", "notice_on": ["facebook"], "sources_on": ["linkedin"]}
    section = Section("Rest", (a_paragraph("Rest makes taste, as bakers measured (Field et al., 2019)."),))
    article = an_article(
        sections=(section,),
        key_points=(KeyPoint("Rest makes taste.", section=0),),
        references=("Field, A. et al. (2019). Rest.",),
    )
    assert "For information only." in composed(article, "facebook", care=care).posts[1].text
    assert "For information only." not in composed(article, "x", care=care).posts[1].text
    assert "Source: Field et al., 2019" in composed(article, "linkedin", care=care).posts[1].text


def test_hashtags_are_camel_case_and_only_those_that_fit() -> None:
    voice = {"hashtags": {"always": ["slow food"], "may": ["bread", "skiing"], "most": 2}}
    assert posts.hashtags(an_article(), "Bread likes rest.", a_config(voice=voice), 5) == ("#SlowFood", "#Bread")


def test_markup_and_braces_of_an_author_stay_text() -> None:
    point = "Use {{ braces }} & <b>tags</b> {% if %} as you like."
    made = composed(an_article(key_points=(KeyPoint(point),)), "linkedin")
    assert made.posts[1].text.startswith(point)


def test_a_slug_is_short_and_whole() -> None:
    assert posts.slug("Één tuin: zo begin je!") == "één-tuin-zo-begin-je"
    assert posts.slug("a very long title that goes on and on and on", most=20) == "a-very-long-title"


SENTENCE = st.lists(st.text("abcdefghijklmnoprstuwyé", min_size=1, max_size=14), min_size=2, max_size=60).map(
    lambda words: " ".join(words).capitalize() + "."
)


@given(st.lists(SENTENCE, min_size=1, max_size=6), st.sampled_from(NETWORKS))
def test_for_any_text_a_post_fits_and_cuts_no_word(sentences: list[str], network: Network) -> None:
    point = " ".join(sentences)
    words = set(re.findall(r"\w+", point.casefold()))
    for post in composed(an_article(key_points=(KeyPoint(point, section=None),)), network).posts:
        assert limits.fits(network, post.text)
        if post.key_point:
            told = post.text.removeprefix("💡 ").split("\n")[0]
            assert set(re.findall(r"\w+", told.casefold())) <= words
