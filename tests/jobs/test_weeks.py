"""The plan over weeks: no slot twice, quiet days kept, articles apart and in turns, the strongest first, nothing moves."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, product
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from pipeline import slots
from pipeline.config.shape import NETWORKS, Config
from pipeline.jobs import placing, weeks
from pipeline.jobs.weeks import Planned, Wish
from pipeline.model import Post
from tests.factories import a_config

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)  # a Sunday
ZONES = ("Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia")


def a_social(zone: str = "Europe/Amsterdam", **social: Any) -> Config:
    brand = {
        "name": "Moes & Oven",
        "site": "https://moesenoven.example.org",
        "email": "post@moesenoven.example.org",
        "postal_address": "Lindepad 8",
        "timezone": zone,
    }
    return a_config(brand=brand, social=social)


def about(article: str, network: str, points: int = 2) -> list[Wish]:
    """The announcement of an article and its key points, in order."""
    told = [Wish(network, article, f"{article} {number}", (1, 0, 0)) for number in range(1, points + 1)]
    return [Wish(network, article), *told]


def day_of(slot: slots.Slot, config: Config) -> date:
    return slot.at.astimezone(ZoneInfo(config.brand.timezone)).date()


def days(config: Config, wishes: list[Wish], taken: list[Planned] | None = None) -> list[str | None]:
    """The day that each gets, such as `Mon 23`."""
    found = weeks.plan(wishes, config, NOW, taken or [])
    return [f"{day_of(slot, config):%a %d}" if slot else None for slot in found]


DAILY = {"days": list(slots.WEEKDAYS), "at": "09:00"}
MONDAYS = {"days": ["monday"], "at": "09:00"}


def test_two_posts_of_one_article_are_two_days_apart_on_a_network() -> None:
    assert days(a_social(networks={"x": DAILY}), about("bread", "x")) == ["Mon 23", "Wed 25", "Fri 27"]


def test_how_far_apart_is_a_setting() -> None:
    config = a_social(networks={"x": DAILY}, apart="4 days")
    assert days(config, about("bread", "x")) == ["Mon 23", "Fri 27", "Tue 01"]


def test_articles_take_turns_and_announcements_come_first() -> None:
    config = a_social(networks={"x": DAILY}, apart="1 day")
    wishes = [*about("bread", "x", 2), *about("soup", "x", 2)]
    assert days(config, wishes) == ["Mon 23", "Wed 25", "Fri 27", "Tue 24", "Thu 26", "Sat 28"]


def test_networks_do_not_tell_the_same_on_one_day_where_there_is_room() -> None:
    config = a_social(networks={"x": DAILY, "bluesky": DAILY})
    assert days(config, [*about("bread", "x"), *about("bread", "bluesky")]) == [
        *("Mon 23", "Wed 25", "Fri 27"),
        *("Tue 24", "Thu 26", "Sat 28"),
    ]


def test_without_room_an_article_that_is_announced_elsewhere_that_day_leaves_its_turn_to_another() -> None:
    config = a_social(networks={"x": MONDAYS, "bluesky": MONDAYS}, spread_over="1 week")
    wishes = [Wish(network, article) for article in ("bread", "soup") for network in ("x", "bluesky")]
    wishes += [Wish("bluesky", "bread", "bread 1", (1,))]
    assert days(config, wishes) == ["Mon 23", None, None, "Mon 23", None]


def test_without_room_a_network_tells_another_point_of_the_article_that_day() -> None:
    config = a_social(networks={"x": MONDAYS, "bluesky": MONDAYS}, spread_over="2 weeks")
    found = days(config, [*about("bread", "x", 1), *about("bread", "bluesky", 1)])
    assert found == ["Mon 23", "Mon 30", "Mon 30", "Mon 23"]


def test_what_is_told_whole_goes_before_what_was_shortened_and_what_was_written_before_what_was_suggested() -> None:
    def a_post(key_point: str, text: str) -> Post:
        return Post("x", text, None, "bread", "en", key_point=key_point)

    whole = placing.wish(a_post("Rest the dough, often for a night.", "Rest the dough,\noften for a night! https://…"))
    cut = placing.wish(a_post("Rest the dough, often for a night.", "Rest the dough."))
    ours = placing.wish(a_post("Steam it.", "Steam it."), written=False)
    announcement = placing.wish(Post("x", "Bread", None, "bread", "en"))
    wishes = [ours, cut, whole, announcement]
    assert days(a_social(networks={"x": DAILY}), wishes) == ["Sun 29", "Fri 27", "Wed 25", "Mon 23"]


def test_a_slot_that_another_post_has_is_left_to_it_on_that_network_only() -> None:
    config = a_social(networks={"x": MONDAYS, "bluesky": MONDAYS})
    taken = [Planned("x", "2026-11-23 09:00 Europe/Amsterdam")]
    assert days(config, [Wish("x", "bread"), Wish("bluesky", "soup")], taken) == ["Mon 30", "Mon 23"]


def test_what_was_planned_before_keeps_its_article_at_a_distance() -> None:
    config = a_social(networks={"x": DAILY})
    taken = [Planned("x", "2026-11-24 09:00 Europe/Amsterdam", "bread", "bread 1")]
    assert days(config, [Wish("x", "bread", "bread 2", (1,))], taken) == ["Thu 26"]


def test_own_posts_are_near_to_nothing() -> None:
    assert days(a_social(networks={"x": DAILY}), [Wish("x", ""), Wish("x", "")]) == ["Mon 23", "Tue 24"]


def test_a_network_without_a_plan_gets_no_slot() -> None:
    assert days(a_social(networks={"x": DAILY}), [Wish("threads", "bread")]) == [None]


def test_a_thread_goes_out_at_one_time() -> None:
    parts = [Post("x", str(part), None, "bread", "en", part=part, parts=3) for part in (1, 2, 3)]
    placed = placing.place(parts, a_social(networks={"x": DAILY}), NOW)
    assert {post.slot for post in placed} == {"2026-11-23 09:00 Europe/Amsterdam"}


def test_a_plan_keeps_its_wall_time_over_both_nights_of_summer_time() -> None:
    config = a_social(networks={"x": DAILY}, apart="1 day")
    for start in (datetime(2027, 3, 25, 12, tzinfo=UTC), datetime(2027, 10, 28, 12, tzinfo=UTC)):
        found = weeks.plan(about("bread", "x", 5), config, start)
        assert [slot.label[11:] for slot in found if slot] == ["09:00 Europe/Amsterdam"] * 6
        assert len({slot.at.hour for slot in found if slot}) == 2


PLAN = st.fixed_dictionaries(
    {
        "days": st.lists(st.sampled_from(slots.WEEKDAYS), min_size=1, unique=True),
        "at": st.sampled_from(["00:30", "02:30", "09:00", "23:45"]),
    }
)
SOCIAL = st.fixed_dictionaries(
    {
        "networks": st.dictionaries(st.sampled_from(NETWORKS[:4]), PLAN, min_size=1),
        "spread_over": st.sampled_from(["1 week", "3 weeks", "40 days"]),
        "apart": st.sampled_from(["1 day", "2 days", "5 days"]),
        "quiet": st.lists(st.sampled_from(["sunday", "monday", "2027-03-28", "2027-03-30"]), unique=True),
    }
)
CONFIG = st.builds(lambda zone, social: a_social(zone, **social), st.sampled_from(ZONES), SOCIAL)
MOMENT = st.datetimes(datetime(2027, 3, 1), datetime(2027, 11, 30), timezones=st.just(UTC))  # noqa: DTZ001
ARTICLES = st.lists(st.integers(0, 6), min_size=1, max_size=4)


def wishes_of(articles: list[int]) -> list[Wish]:
    found = enumerate(articles)
    return [
        one for (name, points), network in product(found, NETWORKS[:4]) for one in about(str(name), network, points)
    ]


@given(CONFIG, MOMENT, ARTICLES)
def test_no_slot_is_given_twice_quiet_days_are_kept_and_articles_stay_apart(
    config: Config, now: datetime, articles: list[int]
) -> None:
    wishes = wishes_of(articles)
    given_ = [(wish, slot) for wish, slot in zip(wishes, weeks.plan(wishes, config, now), strict=True) if slot]
    assert max(Counter((wish.network, slot.label) for wish, slot in given_).values(), default=0) <= 1
    for wish, slot in given_:
        plan, day = config.social.networks[wish.network], day_of(slot, config)  # type: ignore[index]
        assert now < slot.at <= now + timedelta(days=config.social.spread_over)
        assert slots.WEEKDAYS[day.weekday()] in plan.days
        assert not {day, slots.WEEKDAYS[day.weekday()]} & set(config.social.quiet)
    for (one, its), (other, that) in combinations(given_, 2):
        if (one.network, one.article) == (other.network, other.article):
            assert abs(day_of(its, config) - day_of(that, config)).days >= config.social.apart


@given(CONFIG, MOMENT, ARTICLES)
def test_the_stronger_goes_first_unless_another_network_tells_it_that_day(
    config: Config, now: datetime, articles: list[int]
) -> None:
    wishes = wishes_of(articles)
    found = list(zip(wishes, weeks.plan(wishes, config, now), strict=True))
    for (stronger, its), (weaker, that) in combinations(found, 2):  # as they were asked for: the stronger first
        same = (stronger.network, stronger.article) == (weaker.network, weaker.article)
        if same and that and (its is None or that.at < its.at):
            day = day_of(that, config)
            assert any(
                slot and day_of(slot, config) == day and other.network != stronger.network
                for other, slot in found
                if (other.article, other.key_point) == (stronger.article, stronger.key_point)
            )


@given(CONFIG, MOMENT, ARTICLES, st.integers(1, 6))
def test_planning_again_or_with_another_article_moves_nothing(
    config: Config, now: datetime, articles: list[int], more: int
) -> None:
    wishes = wishes_of(articles)
    found = weeks.plan(wishes, config, now)
    assert found == weeks.plan(wishes, config, now)
    taken = [
        Planned(wish.network, slot.label, wish.article, wish.key_point)
        for wish, slot in zip(wishes, found, strict=True)
        if slot
    ]
    new = [one for network in NETWORKS[:4] for one in about("new", network, more)]
    later = {
        (wish.network, slot.label) for wish, slot in zip(new, weeks.plan(new, config, now, taken), strict=True) if slot
    }
    assert not later & {(one.network, one.slot) for one in taken}


@given(MOMENT, st.sampled_from(ZONES), st.integers(1, 6))
def test_with_room_no_two_networks_tell_the_same_on_one_day(now: datetime, zone: str, points: int) -> None:
    config = a_social(zone, networks=dict.fromkeys(NETWORKS[:3], DAILY), spread_over="8 weeks")
    wishes = [one for network in NETWORKS[:3] for one in about("bread", network, points)]
    found = [
        (wish.key_point, day_of(slot, config))
        for wish, slot in zip(wishes, weeks.plan(wishes, config, now), strict=True)
        if slot
    ]
    assert len(set(found)) == len(found) == len(wishes)


def test_posts_without_a_slot_are_one_finding_for_all_networks() -> None:
    posts = [Post(network, "Bread", None, "bread", "en") for network in ("x", "x", "bluesky", "threads")]
    (found,) = placing.late(posts, a_social(networks={"x": DAILY, "bluesky": DAILY}))
    assert found.message.startswith("3 posts have no slot (x 2, bluesky 1): ")
    assert placing.late([], a_social(networks={"x": DAILY})) == []
