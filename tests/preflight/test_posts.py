"""What would embarrass us on a network, and what only looks like it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from pipeline.model import Article, Image, KeyPoint, Network, Post
from pipeline.preflight import posts, twice
from tests.factories import a_config, a_paragraph, an_article

LINK = "https://bakery.example/bread?utm_source=x"
POINT = "Dough that rests overnight keeps two days longer."
OTHER = "A paper bag keeps the crust crisp."


def a_post(words: str = POINT, network: Network = "x", **changes: Any) -> Post:
    """A post about the factories' article; it tells its first key point, and has its link."""
    values: dict[str, Any] = {"link": LINK, "article": "tests:bread", "language": "en", "key_point": POINT}
    values |= changes
    text = f"💡 {words}\n\n{values['link']}" if values["link"] else f"💡 {words}"
    return Post(network, text, **values)


def found(*told: Post, article: Article | None = None, **config: Any) -> list[tuple[str, str]]:
    made = posts.check(told, a_config(**config), [article or an_article()])
    return [(one.rule, one.severity) for one in made]


def own(words: str, **changes: Any) -> Post:
    return a_post(words, link=None, article="", key_point=None, **changes)


STORY = an_article(
    title="Bread that keeps for days",
    lead=(a_paragraph("Mira (34) bakes at night."), a_paragraph("“Dough is patient”, Sef says, and he should know.")),
    notices=("The names in this article were changed. Thank you.",),
)
HEALTH: dict[str, Any] = {"care": {"topic": "health"}}
CASES: list[tuple[str, list[tuple[str, str]]]] = [
    (POINT, []),
    ("See [2] for more about dough.", [("post-reference", "warning")]),
    ("Dough that rests keeps longer (source).", [("post-reference", "warning")]),
    ("Dough that rests keeps longer (see figure 3).", [("post-reference", "warning")]),
    ("Dough that rests keeps longer (two days).", []),
    ("It keeps two days longer then.", [("post-leans", "warning")]),
    ("In other words, dough that rests keeps longer.", [("post-leans", "warning")]),
    ("Deeg dat een nacht rust smaakt naar meer en blijft ook nog langer goed dan het brood dat niet rust.", [("post-language", "warning")]),
    ("Deeg rust.", []),  # too short to tell
    (f"{POINT} https://www.bakery.example/bread/", [("post-link-twice", "warning")]),
    (f"{POINT} https://bakery.example/soup", []),
    (f"{POINT} #A #B #C #D", [("post-hashtags", "warning")]),
    (f"{POINT} #A #B #C", []),
    (f"{POINT} https://bakery.example/soup#A#B#C#D", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_a_person_may_have_written_this(words: str, expected: list[tuple[str, str]]) -> None:
    assert found(a_post(words)) == expected


def test_a_title_begins_as_it_likes() -> None:
    assert found(a_post("This is how bread keeps", key_point=None)) == []


def test_a_later_part_of_a_thread_may_lean_on_the_one_before() -> None:
    first = a_post(link=None, part=1, parts=2)
    second = a_post("It tastes better, too.", part=2, parts=2)
    assert found(first, second) == []
    assert found(first, replace(second, part=1, parts=1))[-1:] == [("post-leans", "warning")]


def test_a_post_that_lost_its_link_is_told_once_a_thread() -> None:
    lost = replace(a_post(part=1, parts=2), text=POINT)
    assert found(lost, replace(lost, part=2, text="And it tastes better.")) == [("post-link-missing", "warning")]
    assert found(lost, a_post("And more.", part=2, parts=2)) == []


def test_a_link_may_be_shown_as_people_write_it() -> None:
    assert found(replace(a_post(network="bluesky"), text=f"{POINT} bakery.example/bread")) == []


def test_only_one_topic_is_a_link_on_threads() -> None:
    assert found(a_post(f"{POINT} #A #B", network="threads")) == [("post-hashtags", "warning")]


def test_a_picture_has_words() -> None:
    assert found(a_post(images=(Image("a.png", " "),))) == [("post-alt-missing", "warning")]


def test_a_suggestion_nobody_kept_holds_its_post() -> None:
    suggested = an_article(key_points=(KeyPoint(POINT, origin="suggested"),))
    assert found(a_post(), article=suggested) == [("suggested-told", "error")]
    assert found(a_post(), article=an_article(key_points=(KeyPoint(POINT, origin="edited"),))) == []


TWINS = [
    (a_post(OTHER, key_point=OTHER, article="tests:rolls"), []),
    (a_post(key_point=POINT, article="tests:rolls"), ["post-twice"]),
    (
        a_post("Overnight, dough that rests keeps days longer.", key_point="As it was written", article="tests:rolls"),
        ["post-twice"],
    ),
    (a_post(network="mastodon", article="tests:rolls"), []),
    (a_post(f"Bread that keeps: {POINT}", key_point=None), []),  # its own announcement
    (a_post(part=1, parts=2), []),  # of a thread beside it
]


@pytest.mark.parametrize(("other", "expected"), TWINS)
def test_the_same_thought_is_told_once_a_network(other: Post, expected: list[str]) -> None:
    assert [rule for rule, _ in found(a_post(), other)] == expected


def test_an_earlier_post_that_says_the_same_is_named() -> None:
    before = [(a_post(OTHER, key_point=OTHER), "draft 2"), (a_post(), "draft 1")]
    (finding,) = twice.earlier(a_post(article="tests:rolls"), before, "x post")
    assert finding.message.startswith("It says nearly the same as draft 1: ")
    assert not list(twice.earlier(a_post(OTHER, key_point=OTHER, article="tests:rolls"), before[1:], "x post"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Mira bakes at night.", ["names-told"]),
        ("Sef bakes at night.", ["names-told"]),
        ("A baker says: “Dough is patient, as you know.”", ["names-told"]),
        ("Dough in “slow motion” keeps longer.", []),
        ("Read in “Bread that keeps for days”: all about dough.", []),
        ("Bakers of Utrecht bake at night.", []),
        ("Mira bakes at night. The names in this article were changed.", []),
    ],
)
def test_a_changed_name_is_told_without_its_notice_nowhere(words: str, expected: list[str]) -> None:
    assert [rule for rule, _ in found(a_post(words), article=STORY)] == expected


@pytest.mark.parametrize("title", ["Why good dough is “never” fast", "Pourquoi attend donc le « bon » pain"])
def test_the_title_of_an_article_is_no_quotation_whatever_marks_are_inside_it(title: str) -> None:
    article = replace(STORY, title=title)
    asked = re.sub(r"[“«]\s?(\w+)\s?[”»]", r"‘\1’", title)
    assert found(a_post(f"Bread is patience. Read “{asked}”."), article=article) == []
    assert [rule for rule, _ in found(a_post("“Bread is what we eat.”"), article=article)] == ["names-told"]


def test_where_no_name_was_changed_people_are_named() -> None:
    assert found(a_post("Mira bakes at night."), article=replace(STORY, notices=())) == []


def test_of_what_may_be_quoted_there_is_one_quote_a_network_with_credit() -> None:
    quoted = an_article(rights="quote")
    second = a_post(OTHER, key_point=OTHER)
    assert found(a_post(), second, article=quoted) == [("rights", "error")]
    assert found(a_post(), second) == []
    assert found(a_post(), replace(second, network="bluesky"), article=quoted) == []
    assert found(a_post(link=None), article=quoted) == [("rights", "error")]
    assert found(a_post(f"{POINT} (Bread that keeps)", link=None), article=quoted) == []


def test_a_notice_that_a_person_lost_holds_the_post() -> None:
    told = an_article(notices=("Hot ovens burn. Mind your hands.",))
    care: dict[str, Any] = {"notice": "Ask a baker.", "notice_on": ["facebook"]}
    assert found(a_post(network="facebook"), article=told, care=care) == [("notice", "error")] * 2
    both = f"{POINT}\n\nHot ovens burn.\n\nAsk a baker."
    assert found(a_post(both, network="facebook"), article=told, care=care) == []
    assert found(a_post(), article=told, care=care) == []
    assert found(own("We are closed.", network="facebook"), care=care) == []


def test_of_several_notices_any_one_will_do_and_none_of_people_where_there_are_none() -> None:
    care: dict[str, Any] = {"notice_on": ["facebook"]}
    told = an_article(notices=("This is no medical advice. Ask your doctor.", "All names were changed."))
    assert found(a_post(network="facebook"), article=told, care=care) == [("notice", "error")]
    assert found(a_post(f"{POINT}\n\nAsk your doctor.", network="facebook"), article=told, care=care) == []
    assert found(a_post(f"{POINT}\n\nAll names were changed.", network="facebook"), article=told, care=care) == []
    names_only = replace(told, notices=told.notices[1:])
    assert found(a_post(network="facebook"), article=names_only, care=care) == []
    announced = a_post("Bread that keeps", network="facebook", key_point=None)
    assert found(announced, article=names_only, care=care) == [("notice", "error")]


def test_a_notice_for_another_network_is_not_missed() -> None:
    care: dict[str, Any] = {"notice_on": ["facebook", "instagram"]}
    told = an_article(notices=("Recipes are free.",), notices_for=(("Recipes are free.", "instagram"),))
    assert found(a_post(network="facebook"), article=told, care=care) == []


def test_claims_are_found_in_posts_with_the_article_for_sources() -> None:
    claim = a_post("Honey heals 40% of adults.")
    cited = an_article(
        lead=(a_paragraph("It is true of 40% of adults (Sand, 2019)."),), references=("Sand, A. (2019). Dough.",)
    )
    assert found(claim, **HEALTH) == [("claim-cure", "warning"), ("claim-figure", "warning")]
    assert found(claim) == [("claim-figure", "note")]
    assert found(claim, article=cited, **HEALTH) == [("claim-cure", "warning")]


def test_a_link_is_the_source_of_a_post_of_our_own() -> None:
    assert found(own("Of 40% of adults this is true.")) == [("claim-figure", "note")]
    assert found(own("Of 40% of adults this is true: https://council.example/report")) == []


def test_an_appointment_is_not_offered_beside_a_claim() -> None:
    words = "Honey heals.\n\nBook your visit: https://bakery.example/visit"
    assert found(a_post(words), **HEALTH) == [("claim-cure", "warning"), ("claim-button", "warning")]
    assert found(a_post(words.replace("heals", "sweetens")), **HEALTH) == []
