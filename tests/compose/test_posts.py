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
from pipeline.model import Article, Block, Item, KeyPoint, Network, Section
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
        key_points=(KeyPoint("Rest makes taste (Field et al., 2019).", section=0),),
        references=("Field, A. et al. (2019). Rest.",),
    )
    assert "For information only." in composed(article, "facebook", care=care).posts[1].text
    assert "For information only." not in composed(article, "x", care=care).posts[1].text
    assert "Source: Field et al., 2019" in composed(article, "linkedin", care=care).posts[1].text


def support_of(paragraph: str, point: str = "Dough that rests overnight keeps longer.") -> str:
    section = Section(None, (a_paragraph(paragraph),))
    article = an_article(lead=(), sections=(section,), key_points=(KeyPoint(point, section=0),))
    return composed(article, "linkedin").posts[1].text.split("\n\n")[1]


def test_a_sentence_about_the_same_may_follow_the_point() -> None:
    assert (
        support_of("A night of resting gives dough a deeper taste. Try it.")
        == "A night of resting gives dough a deeper taste."
    )


def test_a_sentence_that_takes_it_back_comes_with_it() -> None:
    pair = "Most people want dough that is ready in an hour. But patience tastes better."
    assert support_of(pair) == pair


@pytest.mark.parametrize(
    "paragraph",
    [
        "Most people want dough that is ready in an hour. But this changes with age.",  # half of a contrast
        "This is what every baker of dough will tell you first.",  # speaks of something before it
        "Our bicycles stand in the shed behind the school all winter.",  # about something else
        "Which dough would you rather have on your table tomorrow?",  # a question is no support
    ],
)
def test_a_sentence_that_contradicts_leans_or_strays_does_not(paragraph: str) -> None:
    assert support_of(paragraph).startswith("Read on")


def test_the_first_sentence_of_several_is_the_point_and_the_rest_may_follow() -> None:
    point = "Dough that rests overnight keeps two days longer. Cold slows the yeast down."
    article = an_article(key_points=(KeyPoint(point, section=None),))
    assert composed(article, "x").posts[1].text.split("\n")[0] == "💡 Dough that rests overnight keeps two days longer."
    assert "Cold slows the yeast down." in composed(article, "linkedin").posts[1].text


def test_linkedin_takes_a_short_list_of_the_section() -> None:
    items = ("Flour", "Water", "Salt")
    listed = Block("list", "\n".join(items), items=tuple(Item(item, item) for item in items))
    section = Section("Dough", (a_paragraph("Dough for one loaf needs three things:"), listed))
    article = an_article(
        sections=(section,), key_points=(KeyPoint("Good dough needs little and rests long.", section=0),)
    )
    assert (
        "Dough for one loaf needs three things:\n• Flour\n• Water\n• Salt"
        in composed(article, "linkedin").posts[1].text
    )
    assert "• Flour" not in composed(article, "mastodon").posts[1].text


def test_an_author_s_own_summary_announces_the_article() -> None:
    article = an_article(summary="How a paper bag made our bread last.")
    assert all(
        "How a paper bag made our bread last." in composed(article, network).posts[0].text for network in NETWORKS
    )


def test_bluesky_shortens_its_link_before_it_loses_words() -> None:
    point = "Dough that rests " + "very " * 33 + "long keeps two days longer."
    post = composed(an_article(key_points=(KeyPoint(point),)), "bluesky").posts[1]
    assert post.text.endswith("bakery.example/bread")
    assert "utm_source=bluesky" in (post.link or "")


def test_a_hashtag_is_a_whole_word_of_the_text() -> None:
    voice = {"hashtags": {"may": ["soep", "brood"]}}
    assert posts.hashtags(
        an_article(title="x"), "Het deeg blijft soepel, dus het brood ook.", a_config(voice=voice), 5
    ) == ("#Brood",)


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
