"""The plan over weeks: announcements first, no slot twice, quiet days kept, articles apart and in turns, nothing moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise, product, takewhile
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from pipeline import slots
from pipeline.config.shape import NETWORKS, Config
from pipeline.jobs import placing, weeks
from pipeline.jobs.spacing import Planned, Wish
from pipeline.model import THREADED, Post
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


def test_without_room_a_network_tells_the_same_that_day_rather_than_its_key_points_before_the_announcement() -> None:
    config = a_social(networks={"x": MONDAYS, "bluesky": MONDAYS}, spread_over="2 weeks")
    found = days(config, [*about("bread", "x", 1), *about("bread", "bluesky", 1)])
    assert found == ["Mon 23", "Mon 30", "Mon 23", "Mon 30"]


def test_a_network_waits_a_day_where_that_costs_its_article_no_slot() -> None:
    config = a_social(
        networks={"x": DAILY, "bluesky": DAILY}, spread_over="1 week"
    )  # seven days, of which four are used
    found = days(config, [*about("bread", "x", 2), *about("bread", "bluesky", 5)])
    assert found == ["Mon 23", "Wed 25", "Fri 27", "Mon 23", "Wed 25", "Fri 27", "Sun 29", None, None]
    found = days(config, [*about("bread", "x", 2), *about("bread", "bluesky", 2)])
    assert found == ["Mon 23", "Wed 25", "Fri 27", "Tue 24", "Thu 26", "Sat 28"]


def test_no_network_waits_where_the_slots_are_just_enough_for_all_articles() -> None:
    config = a_social(networks=dict.fromkeys(("x", "bluesky", "mastodon"), MONDAYS), spread_over="2 weeks")
    wishes = [Wish("x", "bread"), Wish("bluesky", "soup"), Wish("mastodon", "bread"), Wish("mastodon", "soup")]
    assert days(config, wishes) == ["Mon 23", "Mon 23", "Mon 23", "Mon 30"]


def test_a_new_key_point_goes_out_after_the_announcement_that_was_planned_before() -> None:
    config = a_social(networks={"x": DAILY})
    taken = [Planned("x", "2026-11-27 09:00 Europe/Amsterdam", "bread")]
    assert days(config, [Wish("x", "bread", "bread 9", (1,))], taken) == ["Sun 29"]


def test_a_key_point_waits_for_an_announcement_that_has_no_slot() -> None:
    config = a_social(networks={"x": DAILY})
    taken = [Planned("x", None, "bread")]
    assert days(config, [Wish("x", "bread", "bread 9", (1,)), Wish("x", "soup")], taken) == [None, "Mon 23"]


def test_key_points_whose_announcement_has_no_slot_in_time_have_none() -> None:
    config = a_social(networks={"x": MONDAYS}, spread_over="1 week")
    taken = [Planned("x", "2026-11-23 09:00 Europe/Amsterdam", "soup")]
    assert days(config, about("bread", "x"), taken) == [None, None, None]


def test_an_announcement_that_was_taken_back_is_told_before_the_key_points_that_stand_or_not_at_all() -> None:
    config = a_social(networks={"x": DAILY})
    early, late = (Planned("x", f"2026-11-{day} 09:00 Europe/Amsterdam", "bread", "bread 1") for day in (24, 26))
    fresh = [Wish("x", "bread"), Wish("x", "bread", "bread 2", (1,))]
    assert days(config, fresh, [late]) == ["Mon 23", "Sat 28"]
    assert days(config, fresh, [early]) == [None, "Thu 26"]


def test_what_is_told_again_may_be_announced_again() -> None:
    config = a_social(networks={"x": DAILY})
    told = [
        Planned("x", "2026-10-05 09:00 Europe/Amsterdam", "bread"),
        Planned("x", "2026-10-07 09:00 Europe/Amsterdam", "bread", "bread 1"),
    ]
    assert days(config, about("bread", "x", 1), told) == ["Mon 23", "Wed 25"]


def test_after_a_carousel_or_a_thread_of_all_key_points_single_ones_wait_a_week() -> None:
    for network, forms in (("instagram", ["card", "carousel"]), ("x", ["text", "thread"])):
        config = a_social(networks={network: DAILY | {"as": forms}})
        assert days(config, about("bread", network)) == ["Mon 23", "Mon 30", "Wed 02"]
        planned = [Planned(network, "2026-11-23 09:00 Europe/Amsterdam", "bread")]
        assert days(config, [Wish(network, "bread", "bread 9", (1,))], planned) == ["Mon 30"]


def test_of_a_short_time_half_is_left_to_single_key_points() -> None:
    config = a_social(networks={"x": DAILY | {"as": ["text", "thread"]}}, spread_over="1 week")
    assert days(config, about("bread", "x")) == ["Mon 23", "Thu 26", "Sat 28"]


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


def test_of_twins_the_stronger_is_planned_and_the_other_only_where_the_plan_has_none_of_them() -> None:
    config = a_social(networks={"x": DAILY})
    weak = Wish("x", "bread", "bread 1", (1, 1), frozenset({"bread 2"}))
    strong = Wish("x", "bread", "bread 2", (1, 0), frozenset({"bread 1"}))
    assert days(config, [weak, strong]) == [None, "Mon 23"]
    assert days(config, [weak]) == ["Mon 23"]
    there = Planned("x", "2026-11-24 09:00 Europe/Amsterdam", "bread", "bread 2")
    assert days(config, [weak], [there]) == [None]
    assert days(config, [weak], [replace(there, network="threads")]) == ["Mon 23"]
    assert days(config, [weak], [replace(there, slot=None)]) == ["Mon 23"]


def a_dated(wish: Wish, day: int, hour: int = 12) -> Wish:
    """`wish` as it names a day of November 2026."""
    return replace(wish, until=datetime(2026, 11, day, hour, tzinfo=UTC), strength=(1, -100 + day))


def test_what_names_a_day_goes_out_before_it_and_first() -> None:
    config = a_social(networks={"x": DAILY})
    announcement, plain, other = about("bread", "x")
    assert days(config, [announcement, plain, a_dated(other, 26)]) == ["Mon 23", "Fri 27", "Wed 25"]
    assert days(config, [announcement, plain, a_dated(other, 25, hour=8)]) == ["Mon 23", "Wed 25", None]


def test_an_article_that_names_a_day_has_its_turn_before_others_until_it_is_told() -> None:
    config = a_social(networks={"x": DAILY}, apart="1 day")
    fair = [Wish("x", "fair"), a_dated(Wish("x", "fair", "fair 1"), 25), Wish("x", "fair", "fair 2", (1, 999))]
    wishes = [*about("bread", "x", 1), *about("soup", "x", 1), *fair]
    assert days(config, wishes) == ["Wed 25", "Fri 27", "Thu 26", "Sat 28", "Mon 23", "Tue 24", "Sun 29"]
    far = replace(fair[1], until=datetime(2027, 11, 25, tzinfo=UTC))
    assert days(config, [*about("bread", "x", 1), fair[0], far]) == ["Mon 23", "Thu 26", "Tue 24", "Wed 25"]


def test_key_points_wait_for_no_announcement_that_is_too_late() -> None:
    config = a_social(networks={"x": DAILY})
    announcement, *told = about("bread", "x")
    assert days(config, [a_dated(announcement, 21), *told]) == [None, "Mon 23", "Wed 25"]
    mondays = a_social(networks={"x": MONDAYS}, spread_over="2 weeks")
    assert days(mondays, [a_dated(announcement, 23, hour=8), told[0]]) == [None, "Mon 23"]


def test_a_carousel_keeps_what_names_a_day_waiting_no_longer_than_any_other_post_of_the_article() -> None:
    config = a_social(networks={"instagram": DAILY | {"as": ["card", "carousel"]}})
    announcement, one, other = about("bread", "instagram")
    assert days(config, [announcement, one, a_dated(other, 28)]) == ["Mon 23", "Mon 30", "Wed 25"]


def test_of_twins_the_one_that_is_too_late_keeps_the_other_from_nothing() -> None:
    late = a_dated(Wish("x", "bread", "bread 1", (1,), frozenset({"bread 2"})), 21)
    weak = Wish("x", "bread", "bread 2", (2,), frozenset({"bread 1"}))
    assert days(a_social(networks={"x": DAILY}), [late, weak]) == [None, "Mon 23"]


def test_what_is_not_public_yet_waits_and_its_weeks_count_from_then_on() -> None:
    config = a_social(networks={"x": MONDAYS}, spread_over="1 week")
    ahead = [replace(wish, since=datetime(2027, 1, 14, tzinfo=UTC)) for wish in about("bread", "x", 1)]
    assert days(config, [Wish("x", "soup"), Wish("x", "cake"), *ahead]) == ["Mon 23", None, "Mon 18", None]


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


FORMS = st.sampled_from([["text", "card"], ["text", "thread"], ["text"]])
PLAN = st.fixed_dictionaries(
    {
        "days": st.lists(st.sampled_from(slots.WEEKDAYS), min_size=1, unique=True),
        "at": st.sampled_from(["00:30", "02:30", "09:00", "23:45"]),
        "as": FORMS,
    }
)
QUIET = ["sunday", "monday", "2027-03-28", "2027-03-30", "2027-10-31"]
SOCIAL = st.fixed_dictionaries(
    {
        "networks": st.dictionaries(st.sampled_from(THREADED), PLAN, min_size=1),
        "spread_over": st.sampled_from(["1 week", "10 days", "3 weeks", "40 days"]),
        "apart": st.sampled_from(["1 day", "2 days", "5 days"]),
        "quiet": st.lists(st.sampled_from(QUIET), unique=True),
    }
)
CONFIG = st.builds(lambda zone, social: a_social(zone, **social), st.sampled_from(ZONES), SOCIAL)
MOMENT = st.datetimes(datetime(2027, 3, 1), datetime(2027, 11, 30), timezones=st.just(UTC))  # noqa: DTZ001
ARTICLES = st.lists(st.integers(0, 6), min_size=1, max_size=4)  # how many key points each has
TAKEN = st.lists(st.tuples(st.sampled_from(THREADED), st.integers(0, 30)), max_size=12)
Slotted = list[tuple[Wish, slots.Slot]]


def wishes_of(articles: list[int], *, named: str = "") -> list[Wish]:
    """The posts about articles on all networks; the strongest are not the first of them."""
    found = []
    for (name, points), network in product(enumerate(articles), THREADED):
        first, *told = about(f"{named}{name}", network, points)
        found += [first, *(replace(one, strength=(1, 0, place % 2)) for place, one in enumerate(told, 1))]
    return found


def others(config: Config, now: datetime, taken: list[tuple[str, int]]) -> list[Planned]:
    """Slots that other articles have, by their network and number."""
    found = {}
    for network, number in taken:
        if free := list(weeks.free_slots(network, config, now, ())):
            label = free[number % len(free)].label
            found[network, label] = Planned(network, label, "other", str(number))
    return list(found.values())


def placed(wishes: list[Wish], config: Config, now: datetime, taken: list[Planned]) -> Slotted:
    return [(wish, slot) for wish, slot in zip(wishes, weeks.plan(wishes, config, now, taken), strict=True) if slot]


def as_planned(found: Slotted) -> list[Planned]:
    return [Planned(wish.network, slot.label, wish.article, wish.key_point) for wish, slot in found]


@given(CONFIG, MOMENT, ARTICLES, TAKEN)
def test_no_slot_is_given_twice_quiet_days_are_kept_and_articles_stay_apart(
    config: Config, now: datetime, articles: list[int], taken: list[tuple[str, int]]
) -> None:
    known = others(config, now, taken)
    found = placed(wishes_of(articles), config, now, known)
    used = [(wish.network, slot.label) for wish, slot in found] + [(one.network, one.slot) for one in known]
    assert len(set(used)) == len(used)
    for wish, slot in found:
        plan, day = config.social.networks[wish.network], day_of(slot, config)  # type: ignore[index]
        assert now < slot.at <= now + timedelta(days=config.social.spread_over)
        assert slots.WEEKDAYS[day.weekday()] in plan.days
        assert not {day, slots.WEEKDAYS[day.weekday()]} & set(config.social.quiet)
    for (one, its), (other, that) in combinations(found, 2):
        if (one.network, one.article) == (other.network, other.article):
            assert abs(day_of(its, config) - day_of(that, config)).days >= config.social.apart


@given(CONFIG, MOMENT, ARTICLES, TAKEN)
def test_on_every_network_an_article_is_announced_first_and_told_in_order_and_what_is_left_over_is_the_end_of_it(
    config: Config, now: datetime, articles: list[int], taken: list[tuple[str, int]]
) -> None:
    wishes = wishes_of(articles)
    given_ = weeks.plan(wishes, config, now, others(config, now, taken))
    told: dict[tuple[str, str], list[tuple[tuple[int, ...], int, slots.Slot | None]]] = {}
    for number, (wish, slot) in enumerate(zip(wishes, given_, strict=True)):
        told.setdefault((wish.network, wish.article), []).append((wish.strength, number, slot))
    for its in told.values():
        in_order = [slot for *_, slot in sorted(its, key=lambda one: one[:2])]
        kept = list(takewhile(bool, in_order))
        assert not any(in_order[len(kept) :])
        moments = [slot.at for slot in kept if slot]
        assert moments == sorted(moments)
        assert len(set(moments)) == len(moments)


@given(CONFIG, MOMENT, ARTICLES)
def test_every_post_of_a_build_has_a_slot_or_is_counted_in_a_finding(
    config: Config, now: datetime, articles: list[int]
) -> None:
    wishes = wishes_of(articles)
    posts = [Post(one.network, "…", None, one.article, "en", key_point=one.key_point) for one in wishes]  # type: ignore[arg-type]
    social = config.social
    posts = [
        one
        for one in posts
        if one.network in social.networks and {*social.networks[one.network].days} - {*social.quiet}
    ]
    found = placing.place(posts, config, now)
    late = sum(post.slot is None for post in found)
    (said,) = [one.message.split()[0] for one in placing.late(found, config)] or ["0"]
    assert (len(found), int(said)) == (len(posts), late)


@given(CONFIG, MOMENT, ARTICLES, ARTICLES)
def test_planning_again_or_with_another_article_moves_nothing_and_keeps_every_rule(
    config: Config, now: datetime, articles: list[int], more: list[int]
) -> None:
    wishes = wishes_of(articles)
    first = placed(wishes, config, now, [])
    assert first == placed(wishes, config, now, [])
    later = placed(wishes_of(more, named="new "), config, now, as_planned(first))
    used = [(wish.network, slot.label) for wish, slot in [*first, *later]]
    assert len(set(used)) == len(used)


@given(CONFIG, MOMENT, st.integers(0, 4), st.integers(1, 4), st.integers(0, 20))
def test_key_points_that_come_later_go_out_after_the_announcement_wherever_it_stands(
    config: Config, now: datetime, before: int, more: int, days_later: int
) -> None:
    first = wishes_of([before + more])
    early = [one for one in first if one.key_point is None or int(one.key_point.split()[1]) <= before]
    late = [one for one in first if one not in early]
    planned = placed(early, config, now, [])
    has_slot = {(wish.network, wish.key_point) for wish, _ in planned}
    waits = [Planned(one.network, None, one.article) for one in early if (one.network, one.key_point) not in has_slot]
    then = placed(late, config, now + timedelta(days=days_later), [*as_planned(planned), *waits])
    announced = {wish.network: slot.at for wish, slot in planned if wish.key_point is None}
    for wish, slot in then:
        assert slot.at > announced[wish.network]


ROUNDS = st.lists(st.tuples(st.integers(0, 9), st.lists(st.integers(0, 4), max_size=2)), min_size=2, max_size=5)


@given(CONFIG, MOMENT, ROUNDS)
def test_round_after_round_as_the_service_plans_every_rule_holds_over_all_of_it(
    config: Config, now: datetime, rounds: list[tuple[int, list[int]]]
) -> None:
    known: Slotted = []
    waiting: list[Wish] = []
    for number, (later, articles) in enumerate(rounds):
        now += timedelta(days=later)
        found = placed(waiting, config, now, as_planned(known))
        known += found
        waiting = [wish for wish in waiting if wish not in [one for one, _ in found]]
        new = wishes_of(articles, named=f"{number} ")
        waits = [Planned(one.network, None, one.article, one.key_point) for one in waiting]
        found = placed(new, config, now, [*as_planned(known), *waits])
        known += found
        waiting += [wish for wish in new if wish not in [one for one, _ in found]]
    assert len({(wish.network, slot.label) for wish, slot in known}) == len(known)
    told: dict[tuple[str, str], list[tuple[datetime, Wish, date]]] = {}
    for wish, slot in known:
        told.setdefault((wish.network, wish.article), []).append((slot.at, wish, day_of(slot, config)))
    for its in told.values():
        in_order = sorted(its, key=lambda one: one[0])
        assert [wish.key_point is None for _, wish, _ in in_order] == [True, *[False] * (len(its) - 1)]
        assert [wish.strength for _, wish, _ in in_order] == sorted(wish.strength for _, wish, _ in in_order)
        for (*_, day), (*_, after) in pairwise(in_order):
            assert (after - day).days >= config.social.apart


DATED = st.lists(st.tuples(st.integers(0, 60), st.integers(-3, 25)), max_size=20)


def with_days(wishes: list[Wish], now: datetime, dated: list[tuple[int, int]]) -> list[Wish]:
    """`wishes`, some of which name a day so many days from now, as `placing.wish` makes them."""
    found = list(wishes)
    for number, ahead in dated:
        until = now + timedelta(days=ahead)
        one = found[number % len(found)]
        strength = one.strength and (1, until.toordinal(), 0)
        found[number % len(found)] = replace(one, until=until, strength=strength)
    return [replace(one, strength=(1, 10**7, 0)) if one.key_point and not one.until else one for one in found]


@given(CONFIG, MOMENT, ARTICLES, DATED)
def test_nothing_goes_out_after_the_day_it_names_and_planning_again_moves_nothing(
    config: Config, now: datetime, articles: list[int], dated: list[tuple[int, int]]
) -> None:
    wishes = with_days(wishes_of(articles), now, dated)
    found = placed(wishes, config, now, [])
    assert found == placed(wishes, config, now, [])
    assert all(slot.at < wish.until for wish, slot in found if wish.until)
    waiting = [wish for wish in wishes if wish not in [one for one, _ in found]]
    later = placed(waiting, config, now, as_planned(found))
    used = [(wish.network, slot.label) for wish, slot in [*found, *later]]
    assert len(set(used)) == len(used)
    for (one, its), (other, that) in combinations([*found, *later], 2):
        if (one.network, one.article) == (other.network, other.article):
            assert abs(day_of(its, config) - day_of(that, config)).days >= config.social.apart


@given(MOMENT, st.sampled_from(ZONES), st.lists(st.integers(0, 4), min_size=1, max_size=3), DATED)
def test_with_room_a_day_that_is_named_takes_no_slot_from_another_post(
    now: datetime, zone: str, articles: list[int], dated: list[tuple[int, int]]
) -> None:
    config = a_social(zone, networks=dict.fromkeys(THREADED, DAILY), spread_over="12 weeks")
    wishes = wishes_of(articles)
    given_ = weeks.plan(with_days(wishes, now, dated), config, now)
    named = {number % len(wishes) for number, _ in dated}
    assert all(weeks.plan(wishes, config, now))
    assert all(slot for number, slot in enumerate(given_) if number not in named)


@given(MOMENT, st.sampled_from(ZONES), st.integers(8, 30))
def test_with_room_before_it_what_names_a_day_has_a_slot(now: datetime, zone: str, ahead: int) -> None:
    config = a_social(zone, networks={"x": DAILY}, spread_over="12 weeks")
    wishes = [*about("bread", "x", 5), *about("soup", "x", 5), *about("fair", "x", 5)]
    last = replace(wishes[-1], until=now + timedelta(days=ahead), strength=(1, 0, 0))
    plain = [replace(one, strength=(1, 9, 0)) if one.key_point else one for one in wishes[:-1]]
    assert weeks.plan([*plain, last], config, now)[-1]


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
    assert found.message.endswith("Key points wait for their article's announcement.")
    (found,) = placing.late([replace(posts[0], key_point="Rest it.")], a_social(networks={"x": DAILY}))
    assert found.message.startswith("1 post has no slot (x 1): ")
    assert "announcement" not in found.message
    assert placing.late([], a_social(networks={"x": DAILY})) == []
