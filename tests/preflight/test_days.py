"""When posts may be told, and what is said of those that come too late or too early."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pipeline.jobs import build
from pipeline.model import Article, Finding, Image, KeyPoint, LinkCard, Post
from pipeline.preflight import days
from pipeline.preflight import posts as posts_check
from tests.factories import a_config, a_paragraph, an_article

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ZONE = "Europe/Amsterdam"
FAIR = "Come to the apple fair on Saturday 5 December, from 10 am to 4 pm."


def a_post(text: str = FAIR, **changes: Any) -> Post:
    values: dict[str, Any] = {"network": "x", "text": text, "link": None, "article": "fair", "language": "en"}
    return Post(**(values | changes))


def a_fair(*points: str, **changes: Any) -> Article:
    values: dict[str, Any] = {"guid": "fair", "title": "The apple fair", "published": NOW, "sections": ()}
    return an_article(**(values | {"key_points": tuple(KeyPoint(point) for point in points)} | changes))


def told(*posts: Post, article: Article | None = None, now: datetime = NOW) -> list[Finding]:
    """The findings about posts, each of which is a thread."""
    return list(days.of_posts([[post] for post in posts], [article or a_fair(FAIR)], {"x"}, ZONE, now))


def said_of(post: Post, due: datetime | None, now: datetime = NOW) -> list[tuple[str, str]]:
    return [(one.rule, one.message) for one in days.of_post([post], due, ZONE, NOW, now)]


def test_a_post_is_too_late_from_the_hour_on_that_it_tells_in_the_brands_zone() -> None:
    found = days.limit([a_post()], "America/New_York", NOW)
    assert found
    assert (str(found), found.until) == (
        "5 December 2026 (“Saturday 5 December”)",
        datetime(2026, 12, 5, 15, tzinfo=UTC),
    )


def test_the_first_day_counts_that_any_part_or_picture_of_a_thread_names() -> None:
    page = Image("cards/1.png", "Hand in your jam before 1 December.")
    parts = [a_post(), a_post("Soup is on until 3 December."), a_post("Bread.", images=(page,))]
    found = days.limit(parts, ZONE, NOW)
    assert found
    assert found.until == datetime(2026, 11, 30, 23, tzinfo=UTC)
    card = LinkCard("Soup", "Hand in your jam before 1 December.")
    assert days.limit([a_post("Bread.", link_card=card)], ZONE, NOW) == found
    assert days.limit([a_post("Bread.")], ZONE, NOW) is None


def test_a_day_without_a_year_comes_after_its_articles_date() -> None:
    early, late = (datetime(year, 10, 1, tzinfo=UTC) for year in (2025, 2026))
    found = [days.limit([a_post("Come by 5 December.", since=since)], ZONE, NOW) for since in (early, late)]
    assert [one and one.day.year for one in found] == [2025, 2026]


def test_a_day_that_passed_is_told_once_for_all_networks_and_so_is_one_without_a_slot_before_it() -> None:
    posts = [a_post(key_point=FAIR), a_post(key_point=FAIR, network="bluesky")]
    (passed,) = told(*posts, now=datetime(2026, 12, 5, 9, tzinfo=UTC))
    assert (passed.rule, passed.severity) == ("past-day", "warning")
    assert passed.message == (
        "Key point 1 names 5 December 2026 (“Saturday 5 December”), which has passed: it has no slot on x, bluesky."
    )
    (near,) = told(*posts, now=datetime(2026, 12, 5, 8, 59, tzinfo=UTC))  # bluesky has no plan: nothing is lacking
    assert (near.rule, near.message.rpartition(" has ")[2]) == ("no-slot-before", "no slot before that on x.")
    assert told(a_post(key_point=FAIR, slot="2026-12-04 09:00 Europe/Amsterdam")) == []


def test_posts_that_go_out_after_the_day_with_which_their_article_begins_are_noted() -> None:
    article = a_fair(lead=(a_paragraph("On 5 December 2026 we open the gates for our fair."),))
    posts = [a_post("Bring apples.", slot=f"2026-12-0{day} 09:00 Europe/Amsterdam") for day in (3, 5, 6, 7)]
    (note,) = told(*posts, article=article)
    assert (note.rule, note.severity) == ("after-day", "note")
    assert note.message == "It begins with 5 December 2026 (“5 December 2026”), and 2 posts about it go out after that."
    assert told(*posts[:2], article=article) == []


def test_a_draft_is_told_that_goes_out_too_late_or_has_no_time_before() -> None:
    due = datetime(2026, 12, 5, 9, tzinfo=UTC)
    assert said_of(a_post(), due - timedelta(minutes=1)) == []
    ((rule, message),) = said_of(a_post(), due)
    assert (rule, message.rpartition("and ")[2]) == ("past-day", "goes out on 5 December 2026.")
    assert said_of(a_post(), None)[0][0] == "no-slot-before"
    ((rule, message),) = said_of(a_post(), None, now=due)
    assert (rule, message.rpartition("and ")[2]) == ("past-day", "that has passed.")
    ((rule, message),) = said_of(
        a_post(), due - timedelta(days=1), now=due
    )  # it was missed, and is to go out after all
    assert (rule, message.rpartition("and ")[2]) == ("past-day", "that has passed.")
    assert said_of(a_post("Bread."), None) == []


def test_a_draft_is_told_that_goes_out_before_its_article_is_public() -> None:
    since = datetime(2027, 1, 14, 5, tzinfo=UTC)
    ((rule, message),) = said_of(a_post("Bread.", since=since), since - timedelta(hours=1))
    assert rule == "embargo"
    assert message == "Its article is not to be told before 14 January 2027, 06:00, and it goes out before."
    assert said_of(a_post("Bread.", since=since), since) == []


@pytest.mark.parametrize(
    ("published", "line", "since"),
    [
        (None, "We cook.", None),
        (datetime(2027, 1, 14, tzinfo=UTC), "We cook.", datetime(2027, 1, 13, 23, tzinfo=UTC)),
        (datetime(2027, 1, 14, 7, tzinfo=UTC), "We cook.", datetime(2027, 1, 14, 7, tzinfo=UTC)),
        (NOW, "Embargoed until 14 January 2027, 10 am.", datetime(2027, 1, 14, 9, tzinfo=UTC)),
        (None, "Embargoed until 14 January 2027.", datetime(2027, 1, 13, 23, tzinfo=UTC)),
    ],
)
def test_an_article_is_public_from_its_date_on_where_the_brand_is_or_after_its_embargo(
    published: datetime | None, line: str, since: datetime | None
) -> None:
    assert days.public(a_fair(published=published, lead=(a_paragraph(line),)), ZONE) == since


def test_a_day_that_a_zone_left_out_begins_with_the_next_one() -> None:
    since = days.public(a_fair(published=datetime(2011, 12, 30, tzinfo=UTC)), "Pacific/Apia")
    assert since == datetime(2011, 12, 30, 10, tzinfo=UTC)  # midnight of the 31st, fourteen hours ahead of UTC


def test_an_edition_before_that_is_held_and_one_after_a_day_is_noted() -> None:
    ahead = a_fair(published=datetime(2027, 1, 14, tzinfo=UTC))
    (held,) = days.held([ahead, a_fair()], NOW, ZONE, "newsletter weekly")
    assert (held.rule, held.severity) == ("embargo", "error")
    assert held.message == "“The apple fair” is not to be told before 14 January 2027."
    embargoed = a_fair(lead=(a_paragraph("Embargoed until 14 November 2026. Apples keep."),))
    (note,) = days.held([embargoed], NOW, ZONE, "newsletter weekly")
    assert note.message == "Readers see “Embargoed until 14 November 2026” in it, which is meant for editors."
    fair = a_fair(lead=(a_paragraph(FAIR),))
    assert list(days.passed([fair], datetime(2026, 12, 5, 8, tzinfo=UTC), ZONE)) == []
    (passed,) = days.passed([fair], datetime(2026, 12, 6, tzinfo=UTC), ZONE)
    assert (passed.rule, passed.severity) == ("past-day", "note")


def test_a_post_that_says_tomorrow_is_told() -> None:
    found = posts_check.check([a_post("Tomorrow we open the doors of the garden.", article="")], a_config())
    assert [(one.rule, one.severity) for one in found] == [("passing-day", "warning")]
    found = posts_check.check([a_post("Soak the beans tonight and cook them tomorrow.", article="")], a_config())
    assert found == []


def test_a_build_plans_what_names_a_day_before_it_and_nothing_before_its_article_is_public() -> None:
    daily = {"days": ["monday", "wednesday", "friday"], "at": "09:00"}
    config = a_config(social={"networks": {"mastodon": daily, "threads": daily}})
    points = ("Apples keep in the dark.", FAIR, "Hand in your jam before Friday 27 November.")
    draft = build.posts_of([a_fair(*points)], config, NOW, say=lambda _: None)
    order = sorted((post.slot or "", post.key_point) for post in draft.posts if post.network == "mastodon")
    assert [point for _, point in order] == [None, points[2], FAIR, points[0]]
    assert [slot[:10] for slot, _ in order] == ["2026-11-23", "2026-11-25", "2026-11-27", "2026-11-30"]
    ahead = a_fair("Apples keep in the dark.", published=datetime(2026, 12, 1, tzinfo=UTC))
    draft = build.posts_of([ahead], config, NOW, say=lambda _: None)
    assert all(post.slot and post.slot >= "2026-12-02" for post in draft.posts)
    assert [one.severity for one in draft.findings if one.rule == "embargo"] == ["note"]
