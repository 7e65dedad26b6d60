"""An article as a thread: a hook, a part a key point, the link last; fixed before anything is sent."""

from __future__ import annotations

import re
from typing import Any

import pytest

from pipeline import limits
from pipeline.compose import posts, templates
from pipeline.model import THREADED, Article, KeyPoint, Network, Post
from tests.factories import a_config, a_paragraph, an_article

ENV = templates.environment()
POINTS = (
    "Dough that rests overnight keeps two days longer.",
    "A paper bag keeps the crust crisp.",
    "Salt added late lets the yeast start early.",
)


def an_announced(**changes: Any) -> Article:
    return an_article(**{"key_points": tuple(KeyPoint(text) for text in POINTS)} | changes)


def composed(article: Article, network: Network, *forms: str, **plan: object) -> posts.Composed:
    social = {"networks": {network: {"as": list(forms)} | plan}}
    return posts.compose(article, [network], a_config(social=social), ENV)


def thread_of(article: Article, network: Network = "x", **plan: object) -> tuple[Post, ...]:
    return composed(article, network, "thread", **plan).posts


@pytest.mark.parametrize("network", THREADED)
def test_the_announcement_is_the_hook_each_key_point_a_part_and_the_link_is_last(network: Network) -> None:
    hook, *points, end = thread_of(an_announced(), network)
    assert hook.text.startswith("Bread that keeps")
    assert [post.key_point for post in (hook, *points, end)] == [None, *POINTS, None]
    assert all(point in post.text for point, post in zip(POINTS, points, strict=True))
    assert [post.link for post in (hook, *points)] == [None] * 4
    assert "http" not in "".join(post.text for post in (hook, *points))
    assert "utm_content=thread" in str(end.link)
    assert ("bakery.example/bread" if network == "bluesky" else str(end.link)) in end.text


@pytest.mark.parametrize("network", THREADED)
def test_parts_are_numbered_in_order_and_fit(network: Network) -> None:
    made = thread_of(an_announced(), network)
    assert [(post.part, post.parts) for post in made] == [(part, 5) for part in range(1, 6)]
    assert [post.text.rpartition(" ")[2] for post in made] == [f"{part}/5" for part in range(1, 6)]
    assert all(limits.fits(network, post.text) for post in made)


def test_numbers_may_be_left_out() -> None:
    assert not any(re.search(r"\d/\d$", post.text) for post in thread_of(an_announced(), numbered=False))


def test_a_long_key_point_takes_several_parts_and_loses_no_word() -> None:
    long = " ".join(f"Loaf {n} rested for a night in the coolest corner of our shed behind the mill." for n in range(9))
    made = thread_of(an_announced(key_points=(KeyPoint(long), KeyPoint(POINTS[1]))), numbered=False)
    parts = [post for post in made if "Loaf" in post.text]
    assert len(parts) > 2
    assert " ".join(post.text for post in parts).removeprefix("💡 ").split() == long.split()
    assert [post.key_point for post in parts] == [long, *[None] * (len(parts) - 1)]


def test_with_text_the_key_points_also_get_posts_of_their_own_and_the_announcement_does_not() -> None:
    made = composed(an_announced(), "x", "text", "thread").posts
    assert [(post.part, post.parts) for post in made[5:]] == [(1, 1)] * 3
    assert [post.key_point for post in made[5:]] == list(POINTS)
    assert all(post.link for post in made[5:])


def test_a_thread_tells_all_key_points_though_few_get_posts() -> None:
    social = {"posts_per_article": 1, "networks": {"x": {"as": ["text", "thread"]}}}
    made = posts.compose(an_announced(), ["x"], a_config(social=social), ENV).posts
    assert [post.key_point for post in made if post.parts > 1] == [None, *POINTS, None]
    assert [post.key_point for post in made if post.parts == 1] == [POINTS[0]]


def test_a_key_point_that_leans_is_in_no_thread() -> None:
    points = (*map(KeyPoint, POINTS), KeyPoint("This is why it works."))
    made = composed(an_announced(key_points=points), "x", "thread")
    assert all("This is why" not in post.text for post in made.posts)
    assert [finding.rule for finding in made.findings] == ["key-point-leans"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"key_points": (KeyPoint(POINTS[0]),)}, "too few"),
        ({"rights": "quote"}, "one quote"),
        (
            {"key_points": (KeyPoint("word" * 90 + " rests."), KeyPoint("Read https://a.nl/" + "b" * 400))},
            "cannot be cut",
        ),
    ],
)
def test_what_makes_no_thread_has_ordinary_posts_and_a_finding(changes: dict[str, Any], why: str) -> None:
    made = composed(an_announced(**changes), "bluesky", "thread")
    assert {post.parts for post in made.posts} == {1}
    (finding,) = (finding for finding in made.findings if finding.rule == "no-thread")
    assert why in finding.message


def test_more_key_points_than_a_thread_has_room_for_are_told() -> None:
    words = [f"{a}{b}".capitalize() for a in ("barl", "flou", "honi", "oven", "stov") for b in "aeiouy"]
    many = tuple(KeyPoint(f"{word}corn needs {word}salt and {word}water.") for word in words)
    made = composed(an_announced(key_points=many), "mastodon", "thread")
    assert len(made.posts) == 24
    assert [finding.message for finding in made.findings if finding.rule == "thread-shortened"] == [
        "It tells the first 22 key points, and 8 have no room in it."
    ]


def test_a_thread_without_a_link_ends_with_its_last_key_point() -> None:
    made = thread_of(an_announced(), links=False)
    assert made[-1].key_point == POINTS[-1]
    assert {post.link for post in made} == {None}


def test_a_link_that_is_too_long_for_its_part_is_shown_short_on_bluesky() -> None:
    article = an_announced(url="https://bakery.example/bread?from=" + "shelf-" * 50)
    (*_, end) = thread_of(article, "bluesky")
    assert "\nbakery.example/bread 5/5" in end.text
    assert "shelf-shelf" in str(end.link)


def test_posts_may_go_without_a_link() -> None:
    made = composed(an_announced(), "x", "text", links=False).posts
    assert {post.link for post in made} == {None}
    assert not any("http" in post.text for post in made)


def test_the_notice_is_said_once_at_the_end() -> None:
    config = a_config(
        social={"networks": {"x": {"as": ["thread"]}}}, care={"notice": "For information only.", "notice_on": ["x"]}
    )
    made = posts.compose(an_announced(), ["x"], config, ENV).posts
    assert ["For information only." in post.text for post in made] == [*[False] * 4, True]


def test_the_hook_leaves_the_summary_out_where_it_has_no_room() -> None:
    summary = "How a loaf lives longer than most people think, by rest, paper and patience. " * 3
    (hook, *_) = thread_of(an_announced(summary=summary.strip()), "x")
    assert hook.text == "Bread that keeps 1/5" or summary.strip() in hook.text
    (hook, *_) = thread_of(an_announced(summary="How a loaf lives longer."), "x")
    assert "How a loaf lives longer." in hook.text


def test_the_hook_of_what_its_author_tells_is_how_it_begins_with_their_name() -> None:
    told = "Last winter I sold my oven. The kitchen has been cold and quiet ever since."
    (hook, *others) = thread_of(an_announced(byline="Ana Petrov", lead=(a_paragraph(told),), sections=()))
    assert hook.text == "Bread that keeps\n\n“Last winter I sold my oven.” — Ana Petrov 1/5"
    assert not any("oven" in post.text for post in others)
