"""Slots keep wall time through both nights of summer time, and weeks keep their numbers over New Year."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import slots

AMSTERDAM = "Europe/Amsterdam"


def test_a_time_in_the_spring_gap_is_the_first_valid_instant_after_it() -> None:
    assert slots.moment(date(2026, 3, 29), time(2, 30), AMSTERDAM) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_a_time_in_the_autumn_fold_is_the_first_of_the_two() -> None:
    assert slots.moment(date(2026, 10, 25), time(2, 30), AMSTERDAM) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "label"), [(date(2026, 1, 1), "2026-W01"), (date(2027, 1, 1), "2026-W53"), (date(2026, 11, 22), "2026-W47")]
)
def test_a_week_has_its_iso_label(day: date, label: str) -> None:
    assert slots.week(day) == label


def test_an_edition_counts_until_it_is_too_late() -> None:
    thursday = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)  # 09:00 in Amsterdam
    late = timedelta(hours=6)
    for now in (thursday - timedelta(days=6), thursday, thursday + late):
        assert slots.edition("thursday", time(9), AMSTERDAM, now, late) == slots.Slot("2026-W48", thursday)
    after = slots.edition("thursday", time(9), AMSTERDAM, thursday + late + timedelta(seconds=1), late)
    assert after.label == "2026-W49"


def test_a_draft_is_ready_on_the_last_such_day_before_its_edition() -> None:
    slot = slots.Slot("2026-W48", datetime(2026, 11, 26, 8, 0, tzinfo=UTC))
    assert slots.before(slot, "tuesday", time(16), AMSTERDAM) == datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
    assert slots.before(slot, "thursday", time(9), AMSTERDAM) == slot.at
    assert slots.before(slot, "thursday", time(10), AMSTERDAM) == datetime(2026, 11, 19, 9, 0, tzinfo=UTC)


def test_quiet_days_have_no_slots() -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    quiet = ("sunday", date(2026, 11, 25))
    found = slots.coming(("sunday", "wednesday"), time(9), AMSTERDAM, quiet, now)
    assert [slot.label for slot in islice(found, 2)] == [
        "2026-12-02 09:00 Europe/Amsterdam",
        "2026-12-09 09:00 Europe/Amsterdam",
    ]


ZONES = st.sampled_from(
    [AMSTERDAM, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca", "UTC"]
)


@given(st.integers(1_577_836_800, 2_051_222_400), ZONES)
def test_slots_come_in_order_after_now_and_a_label_gives_its_instant_again(seconds: int, zone: str) -> None:
    now = datetime.fromtimestamp(seconds, UTC)
    found = list(islice(slots.coming(slots.WEEKDAYS, time(now.hour, now.minute), zone, (), now), 5))
    assert [slot.at for slot in found] == sorted(slot.at for slot in found)
    assert all(slot.at > now and slots.parse(slot.label) == slot.at for slot in found)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.times(), ZONES)
def test_a_moment_is_its_wall_time_or_the_first_instant_after_a_gap(day: date, clock: time, zone: str) -> None:
    clock = clock.replace(second=0, microsecond=0)
    local = slots.moment(day, clock, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    wall = datetime.combine(day, clock)
    assert wall <= local <= wall + timedelta(hours=1)
