"""Hashtags: what a post is about, then the brand's own; each once, within the measure."""

from __future__ import annotations

import pytest

from pipeline.compose import hashtags, posts, templates
from pipeline.config.shape import Hashtags
from pipeline.limits import hashtags as found
from pipeline.model import Article, KeyPoint, Network
from tests.factories import a_config, a_paragraph, an_article

LOAVES = (a_paragraph("The bread rests. Most of bread is patience. Who loves bread waits for the bread, and sleeps."),)


def wanted(**changes: object) -> Hashtags:
    return a_config(voice={"hashtags": changes}).voice.hashtags


def announced(article: Article, network: Network, **tags: object) -> str:
    config = a_config(voice={"hashtags": tags})
    return posts.compose(article, [network], config, templates.environment()).posts[0].text


def test_a_hashtag_is_a_whole_word_of_the_text() -> None:
    tags = wanted(may=["soep", "brood"])
    assert hashtags.of(an_article(), "Het deeg blijft soepel, dus het brood ook.", tags, 5) == ("#Brood",)


def test_what_a_post_is_about_comes_before_the_brands_own() -> None:
    article = an_article(lead=LOAVES)
    assert announced(article, "mastodon").endswith("\n#Bread")
    assert announced(article, "mastodon", always=["Slow"], may=["BREAD"]).endswith("\n#BREAD #Slow")


def test_where_there_is_room_for_one_it_is_the_brands_own() -> None:
    article = an_article(lead=LOAVES)
    assert announced(article, "x", always=["Slow"]).endswith("\n#Slow")
    assert announced(article, "mastodon", always=["Slow", "Local"], most=2).endswith("\n#Slow #Local")


def test_a_key_point_has_only_the_hashtags_of_its_own_words() -> None:
    tags = wanted(may=["bag", "keeps"])
    article = an_article()  # “Bread that keeps”
    assert hashtags.of(article, "A paper bag lets the crust breathe.", tags, 5, ("bread",)) == ("#Bag",)
    points = (KeyPoint("A night of rest makes the crust deeper."), KeyPoint("Good breads want little salt."))
    made = posts.compose(
        an_article(lead=LOAVES, key_points=points), ["mastodon"], a_config(), templates.environment()
    ).posts
    assert ["#Bread" in post.text for post in made] == [True, False, True]


@pytest.mark.parametrize(
    ("always", "may", "text", "expected"),
    [
        ([], ["Tuin", "Tuinen"], "Een tuin is een van de tuinen.", ("#Tuin",)),
        ([], ["Broden", "Brood"], "Van brood komen broden.", ("#Broden",)),
        (["Herbs"], ["Herb"], "One herb is enough.", ("#Herbs",)),
        ([], ["Kind", "Kinder"], "Ein Kind, zwei Kinder.", ("#Kind",)),
        (["Slow", "slow"], [], "x", ("#Slow",)),
        ([], ["Brood", "Soep"], "Brood bij soep.", ("#Brood", "#Soep")),
    ],
)
def test_no_two_are_forms_of_one_word(always: list[str], may: list[str], text: str, expected: tuple[str, ...]) -> None:
    assert hashtags.of(an_article(language="nl"), text, wanted(always=always, may=may), 5) == expected


def test_a_function_word_is_a_hashtag_only_where_it_is_written_as_a_name() -> None:
    tags = wanted(may=["IT", "the"])
    assert hashtags.of(an_article(), "Take it to The Hague.", tags, 5) == ()
    assert hashtags.of(an_article(), "Our IT bakes too.", tags, 5) == ("#IT",)


@pytest.mark.parametrize("word", ["ibuprofen", "miscarriage"])
def test_no_term_of_an_article_is_one_that_nobody_tells_cheerfully(word: str) -> None:
    text = f"The {word} is over. Much of the {word} was hard. Who knows the {word} knows. From the {word} on."
    article = an_article(title=f"After the {word} and the bread", lead=(a_paragraph(text), *LOAVES))
    assert hashtags.of_article(article, wanted()) == ("bread",)


@pytest.mark.parametrize("tags", [{"own": False}, {"most": 0}])
def test_config_says_that_there_are_none_of_its_own(tags: dict[str, object]) -> None:
    assert "#" not in announced(an_article(lead=LOAVES), "mastodon", **tags)


def test_hashtags_are_camel_case_and_only_those_that_fit() -> None:
    tags = wanted(always=["slow food"], may=["bread", "skiing"], most=2)
    assert hashtags.of(an_article(), "Bread likes rest.", tags, 5) == ("#Bread", "#SlowFood")


def test_a_hashtag_keeps_the_capitals_of_its_own() -> None:
    assert hashtags.of(an_article(), "x", wanted(always=["eBay", "pH value"]), 5) == ("#eBay", "#pHValue")


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("slow food", "#SlowFood"),
        ("cafe\u0301 crème", "#Cafe\u0301Crème"),
        ("सुबह की रोटी", "#सुबहकीरोटी"),
        ("ขนมปัง", "#ขนมปัง"),
    ],
)
def test_a_hashtag_has_all_letters_and_marks_of_its_words(words: str, tag: str) -> None:
    wanted = a_config(voice={"hashtags": {"always": [words]}}).voice.hashtags
    assert hashtags.of(an_article(), "", wanted, 1) == (tag,)
    assert found(tag) == [(0, len(tag))]
