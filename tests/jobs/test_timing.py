"""Drafts that name a day, or whose article is not public yet, on their way through the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import LedgerError
from pipeline.jobs import deciding, posting, scheduling, showing
from pipeline.ledger import articles
from pipeline.model import KeyPoint
from tests.jobs.desks import DAY, MONDAY, House

FAIR = "Come to the apple fair on Saturday 5 December, from 10 am to 4 pm."
PLAIN = "Apples keep best in the dark."
SOCIAL = {
    "from": ["desk"],
    "networks": {"mastodon": {"days": ["monday", "wednesday", "friday"], "at": "12:30", "as": ["text"]}},
}


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Moes & Oven on a Monday, 23 November 2026, before noon."""
    return House(tmp_path, social=SOCIAL, newsletters={"weekly": {"from": ["desk"]}}).opened()


def write(house: House, name: str, *points: str, date: str = "2026-11-22", text: str = "Apples are ripe.") -> None:
    callouts = "".join(f"\n> [!TIP]\n> {point}\n" for point in points)
    page = name.split(maxsplit=1)[0].lower()
    head = f"---\ntitle: {name}\nlanguage: en\nurl: https://moesenoven.example.org/{page}\ndate: {date}\n---\n"
    (house.folder / "articles" / f"{page}.md").write_text(f"{head}\n{text}\n{callouts}")


def posts(house: House) -> dict[str, dict[str, Any]]:
    """The drafts of posts by the first word of their title."""
    rows = showing.listed(house.desk, everything=False)
    return {row["title"].split()[0]: row for row in rows if row["kind"] == "thread"}


def slots(house: House) -> dict[str, str | None]:
    """The day on which each goes out."""
    return {title: row["slot"] and row["slot"][:10] for title, row in posts(house).items()}


def rules(house: House, title: str) -> set[str]:
    """What is found of a post."""
    return {one["rule"] for one in showing.whole(house.desk, posts(house)[title]["id"])["findings"]}


def test_what_names_a_day_is_drafted_before_it_and_drafting_again_moves_nothing(house: House) -> None:
    write(house, "Fair", PLAIN, FAIR, "Hand in your jam before Thursday 26 November.")
    house.draft()
    before = slots(house)
    assert before == {"Fair": "2026-11-23", "Hand": "2026-11-25", "Come": "2026-11-27", "Apples": "2026-11-30"}
    house.time += DAY
    house.draft()
    assert slots(house) == before


def test_a_post_without_a_time_before_its_day_waits_and_says_why_and_the_others_go_on(house: House) -> None:
    write(house, "Fair", "Hand in your jam before Tuesday 24 November.", PLAIN)
    house.draft()
    assert slots(house) == {"Fair": "2026-11-23", "Hand": None, "Apples": "2026-11-25"}
    assert (rules(house, "Hand"), rules(house, "Apples")) == ({"no-slot-before"}, set())
    house.time += 2 * DAY
    house.draft()
    assert (slots(house)["Hand"], rules(house, "Hand")) == (None, {"past-day"})


def test_key_points_do_not_wait_for_an_announcement_whose_day_has_passed(house: House) -> None:
    house.configure(social=SOCIAL, newsletters={"weekly": {"from": ["desk"]}}, suggest_key_points=False)
    write(house, "Orchard on Sunday 22 November at 10 am", date="2026-11-16")
    house.draft()
    assert slots(house) == {"Orchard": None}
    with house.desk.ledger.reading() as connection:
        (orchard,) = articles.waiting(connection, house.desk.brand, ["desk"], [])
    list(posting.about(house.desk, replace(orchard, key_points=(KeyPoint(PLAIN), KeyPoint("Pears like the cold.")))))
    assert slots(house) == {"Orchard": None, "Apples": "2026-11-23", "Pears": "2026-11-25"}


def test_a_post_that_is_moved_behind_its_day_says_so_and_wants_a_second_yes(house: House) -> None:
    write(house, "Fair", FAIR)
    house.draft()
    number = next(row["id"] for row in showing.listed(house.desk, everything=False) if "fair" in row["title"])
    told = scheduling.move(house.desk, number, "Noor", "2026-12-05 09:30")
    assert "5 December" not in told.message
    told = scheduling.move(house.desk, number, "Noor", "2026-12-05 10:30")
    assert "It names 5 December 2026 (“Saturday 5 December”), and goes out on 5 December 2026." in told.message
    with pytest.raises(LedgerError, match="wants a second yes: It names 5 December 2026"):
        deciding.approve(house.desk, number, "Noor")
    assert "approved" in deciding.approve(house.desk, number, "Noor", claims_read=True).message
    scheduling.move(house.desk, number, "Noor", "2026-12-04 10:30")
    assert "approved" in deciding.approve(house.desk, number, "Noor").message


def test_what_is_approved_by_itself_waits_for_a_person_where_the_day_has_passed(house: House) -> None:
    house.configure(social=SOCIAL | {"approval": "automatic"}, newsletters={"weekly": {"from": ["desk"]}})
    write(house, "Fair", "Hand in your jam before Tuesday 24 November.", date="2026-11-22")
    assert any("needs approval" in line and "names 24 November 2026" in line for line in house.draft())


def test_an_article_that_is_dated_ahead_gets_its_times_after_that_and_no_edition_before(house: House) -> None:
    write(house, "Cone", "Clay waters a box for nine days.", date="2026-12-02")
    write(house, "Soup", "Soup keeps three days.")
    lines = house.draft()
    assert any("1 article. “Cone” is not to be told before 2 December 2026" in line for line in lines)
    rows = showing.listed(house.desk, everything=False)
    assert [row["about"] for row in rows if row["kind"] == "email"] == [["Soup"]]
    cone = [row["due"] for row in rows if row["kind"] == "thread" and row["about"] == ["Cone"]]
    assert len(cone) == 2
    assert min(cone) >= "2026-12-02"
    house.time = datetime(2026, 12, 2, 8, tzinfo=UTC)
    house.draft()
    rows = showing.listed(house.desk, everything=False)
    assert [row["about"] for row in rows if row["kind"] == "email"][-1] == ["Cone"]


def test_an_embargo_in_its_text_holds_an_article_back_too_and_a_post_that_is_moved_before_its_end(house: House) -> None:
    write(
        house,
        "Cone",
        "Clay waters a box for nine days.",
        text="Sent to editors. Embargoed until 2 December 2026, 10 am.",
    )
    lines = house.draft()
    assert any("“Cone” is not to be told before 2 December 2026, 10:00." in line for line in lines)
    number = showing.listed(house.desk, everything=False)[0]["id"]
    told = scheduling.move(house.desk, number, "Noor", "2026-12-02 09:30")
    assert "Its article is not to be told before 2 December 2026, 10:00, and it goes out before." in told.message
    with pytest.raises(LedgerError, match="second yes"):
        deciding.approve(house.desk, number, "Noor")


def test_an_own_post_takes_no_slot_after_the_day_it_names(house: House) -> None:
    (event,) = scheduling.own_post(house.desk, ["mastodon"], "Come on Monday 23 November, 11 am.", None, "Noor")
    assert "waits for a free slot" in event.message
    assert "no time is free before that" in event.message
    (event,) = scheduling.own_post(house.desk, ["mastodon"], FAIR, None, "Noor")
    assert "at 2026-11-23 12:30" in event.message
    assert house.time == MONDAY
