"""What is new is drafted once; what was there before is not; every slot has a state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.jobs import collecting, composing, deciding, editing, posting, scheduling, showing, weeks
from pipeline.ledger import articles, calendar, planning
from pipeline.slots import Slot
from tests.jobs.desks import DAY, HOUR, SOCIAL, THURSDAY, WEEK, House

RECIPE = {"from": ["desk"], "every": "thursday", "at": "09:00", "draft_ready": {"day": "tuesday", "at": "16:00"}}


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path, newsletters={"weekly": RECIPE})


def states(house: House) -> dict[str, str]:
    return {row["slot"]: row["state"] for row in showing.status(house.desk) if "drafted_at" not in row}


def test_what_a_source_holds_when_first_seen_is_recorded_and_said(house: House) -> None:
    house.write("Bread")
    first, *others = house.draft()
    assert "recorded and not drafted (articles: 1)" in first
    assert others == ["weekly/2026-W48: nothing to draft yet: 0 new articles, and it wants at least 1."]
    assert showing.listed(house.desk, everything=True) == []


def test_a_backlog_drafts_the_newest(tmp_path: Path) -> None:
    house = House(tmp_path, sources={"desk": {"folder": "articles", "backlog": 2}})
    for name in ("Bread", "Soup", "Tea"):
        house.write(name)
    assert any("recorded and not drafted (articles: 1)" in line for line in house.draft())
    assert len(showing.whole(house.desk, 1)["articles"]) == 2


def test_an_article_that_comes_later_is_drafted_once(house: House) -> None:
    house.opened().write("Bread")
    assert house.draft() == ["weekly/2026-W48: draft 1: “Bread that keeps”, 1 article"]
    assert house.draft() == []


def test_an_article_is_in_one_edition_only(house: House) -> None:
    house.opened().write("Bread")
    house.draft()
    house.time = THURSDAY + 7 * HOUR
    house.write("Soup")
    house.draft()
    assert [article["title"] for article in showing.whole(house.desk, 2)["articles"]] == ["Soup that keeps"]


def test_a_person_may_ask_for_an_article_again(house: House) -> None:
    house.opened().write("Bread")
    house.draft()
    house.time = THURSDAY + 7 * HOUR
    bread = str(house.folder / "articles" / "bread.md")
    assert "draft 2" not in " ".join(house.draft(places=[bread]))
    assert any("draft 2" in line for line in house.draft(places=[bread], again=True))


def test_a_person_may_ask_for_an_article_that_was_only_recorded(house: House) -> None:
    house.write("Bread")
    house.draft()
    assert any("draft 1" in line for line in house.draft(places=[str(house.folder / "articles" / "bread.md")]))


def test_what_comes_before_the_approval_joins_the_draft_and_edits_stay(house: House) -> None:
    house.opened().write("Bread")
    house.draft()
    editing.words(house.desk, 1, "Ann", subject="Our own subject")
    house.write("Soup")
    house.draft()
    whole = showing.whole(house.desk, 1)
    assert (whole["subject"], len(whole["articles"]), whole["version"]) == ("Our own subject", 2, 3)


def test_what_comes_after_the_approval_waits_for_the_next_edition(house: House) -> None:
    house.opened().write("Bread")
    house.draft()
    deciding.approve(house.desk, 1, "Ann")
    house.write("Soup")
    assert house.draft() == []
    assert showing.whole(house.desk, 1)["state"] == "approved"


def test_an_approved_draft_is_not_changed_by_its_article_but_offered_the_new_words(house: House) -> None:
    house.opened().write("Bread")
    house.draft()
    deciding.approve(house.desk, 1, "Ann")
    house.write("Bread", "Bread keeps in linen.")
    assert house.draft() == [
        "draft 1: its article changed. What was approved goes out as it is; for the new words: edit 1 --refresh"
    ]
    house.time = THURSDAY
    house.deliver()
    assert b"paper bag" in house.channel.published[0][1].parts["text"]


def test_a_draft_that_waits_for_a_yes_follows_its_article(house: House) -> None:
    house.opened().write("Bread")
    house.draft()
    house.write("Bread", "Bread keeps in linen.")
    assert house.draft() == ["draft 1: weekly/2026-W48 follows its article, which changed. It needs approval."]
    assert "linen" in showing.whole(house.desk, 1)["text"]


def test_nothing_new_is_a_skipped_slot_which_something_new_fills(house: House) -> None:
    house.opened()
    house.time = THURSDAY - HOUR
    assert house.draft() == ["weekly/2026-W48: skipped: 0 new articles, and it wants at least 1."]
    assert states(house) == {"2026-W48": "skipped"}
    assert house.draft() == []
    house.write("Bread")
    house.draft()
    assert states(house) == {"2026-W48": "planned"}


def test_the_service_drafts_when_the_draft_is_wanted_and_not_before(house: House) -> None:
    house.opened().write("Bread")
    assert house.round() == []
    house.time = THURSDAY - DAY
    assert house.round() == ["weekly/2026-W48: draft 1: “Bread that keeps”, 1 article"]


def test_a_slot_that_passed_while_nothing_ran_is_missed_and_said_once(house: House) -> None:
    house.opened()
    house.time = THURSDAY + WEEK + DAY
    lines = [line for line in house.round() if "missed" in line]
    assert [line.partition(":")[0] for line in lines] == ["weekly/2026-W48", "weekly/2026-W49"]
    assert not any("missed" in line for line in house.round())


def test_a_source_that_cannot_be_read_does_not_stop_the_others(house: House, tmp_path: Path) -> None:
    sources = {"desk": {"folder": "articles"}, "gone": {"folder": "nowhere"}}
    house.configure(sources=sources, newsletters={"weekly": RECIPE | {"from": ["desk", "gone"]}})
    house.opened().write("Bread")
    lines = house.draft()
    assert any(line.startswith("sources.gone: ") for line in lines)
    assert any("draft 1" in line for line in lines)


@pytest.fixture
def spread(tmp_path: Path) -> House:
    return House(tmp_path, newsletters={}, social=SOCIAL)


def slots_of(house: House) -> list[Any]:
    return [row["slot"] for row in showing.listed(house.desk, everything=False)]


def test_posts_of_two_articles_share_no_slot(spread: House) -> None:
    spread.opened().write("Bread")
    spread.draft()
    spread.write("Soup")
    spread.draft()
    taken = slots_of(spread)
    assert len(taken) == len(set(taken)) == 4
    assert spread.draft() == []


def test_articles_that_come_together_share_the_first_slots(spread: House) -> None:
    spread.opened().write("Bread", "Rest the dough.", "Cool it on a rack.")
    spread.write("Soup", "Roast the bones.", "Skim it often.")
    spread.draft()
    rows = showing.listed(spread.desk, everything=False)
    first = [row["title"] for row in sorted(rows, key=lambda row: row["due"] or "9")[:2]]
    assert sorted(title.split()[0] for title in first) == ["Bread", "Soup"]
    assert spread.draft() == []


def test_a_key_point_that_is_put_back_gets_the_first_free_slot(spread: House) -> None:
    spread.opened().write("Bread", "Rest the dough.", "Cool it on a rack.")
    spread.draft()
    times = [showing.whole(spread.desk, number)["slot"] for number in (1, 2, 3)]
    list(editing.leave_out(spread.desk, 1, "Ann", ["1.2"]))
    list(editing.put_back(spread.desk, 1, "Ann", ["1.2"]))
    assert [*times, showing.whole(spread.desk, 4)["slot"]] == [
        f"2026-{day} 12:30 Europe/Amsterdam" for day in ("11-23", "11-27", "11-30", "12-04")
    ]


def test_posts_without_a_free_slot_wait_and_get_one_later(spread: House) -> None:
    spread.configure(newsletters={}, social=SOCIAL | {"spread_over": "1 week"})
    points = ["Rest the dough.", "Steam makes a crust.", "Cool it on a rack.", "Slice it late.", "Freeze what is left."]
    spread.opened().write("Bread", *points)
    assert spread.draft()[-1].endswith("6 posts drafted; 4 wait for a free slot")
    spread.time += WEEK
    assert len([line for line in spread.draft() if "goes out on mastodon" in line]) == 2


def test_a_cancelled_post_gets_another_time_and_a_discarded_one_does_not(spread: House) -> None:
    spread.opened().write("Bread")
    spread.draft()
    before = slots_of(spread)
    deciding.discard(spread.desk, 1, "Ann")
    assert spread.draft() == []
    assert "As draft 3 it waits" in deciding.cancel(spread.desk, 2, "Ann").message
    spread.draft()
    assert len(slots_of(spread)) == 1
    assert slots_of(spread)[0] not in before


def test_a_key_point_is_told_once_though_its_article_comes_by_another_source(spread: House) -> None:
    spread.opened().write("Bread")
    spread.draft()
    spread.configure(
        newsletters={},
        sources={"desk": {"folder": "articles"}, "copy": {"folder": "articles", "backlog": 5}},
        social=SOCIAL | {"from": ["desk", "copy"]},
    )
    assert not any("posts drafted" in line for line in spread.draft())


def told_in_order(house: House) -> dict[str, list[str]]:
    """By article, what its drafts tell, as they go out; those without a time last."""
    found: dict[str, list[str]] = {}
    with house.desk.ledger.reading() as connection:
        for draft, _ in calendar.drafts_with_states(connection, house.desk.brand):
            what = (draft.key_point or "announcement") + (" has no time" if draft.place.due is None else "")
            found.setdefault(draft.articles[0], []).append(what)
    return found


def test_the_announcement_goes_out_first_though_it_had_to_wait_for_a_slot(tmp_path: Path) -> None:
    social = SOCIAL | {"spread_over": "1 week"}  # two slots
    house = House(tmp_path, newsletters={}, social=social).opened()
    for name in ("Bread", "Soup", "Tart"):
        house.write(name, f"{name} is best on the day it is made.", f"{name} keeps in a paper bag.")
    house.draft()
    assert sum("announcement has no time" in told for told in told_in_order(house).values()) == 1
    for _ in range(8):
        house.time += 3 * DAY
        house.draft()
    for told in told_in_order(house).values():
        assert [what.split()[0] for what in told] == ["announcement", *[what.split()[0] for what in told[1:]]]
        assert not [what for what in told if what.endswith("no time")]
        assert len(told) == 3


def test_a_key_point_put_back_waits_for_an_announcement_without_a_slot(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={}, social=SOCIAL | {"spread_over": "1 week"}).opened()
    for name in ("Bread", "Soup", "Tart"):
        house.write(name, f"{name} is best on the day it is made.")
    house.draft()
    rows = showing.listed(house.desk, everything=False)
    waiting = next(row["id"] for row in rows if row["due"] is None and " lives longer than " in row["title"])
    list(editing.leave_out(house.desk, waiting, "Ann", ["1.1"]))
    house.time += 4 * DAY  # a slot came free
    list(editing.put_back(house.desk, waiting, "Ann", ["1.1"]))
    assert showing.listed(house.desk, everything=False)[-1]["due"] is None
    house.draft()
    assert ["announcement", f"{showing.whole(house.desk, waiting)['title'].split()[0]} is"] in [
        [told[0], " ".join(told[1].split()[:2])] for told in told_in_order(house).values()
    ]


def test_what_follows_an_announcement_that_lost_its_slot_to_another_process_waits_with_it(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={}, social=SOCIAL).opened()
    house.write("Bread", "Bread keeps in a paper bag.")
    with house.desk.ledger.reading() as connection:
        taken = posting._taken(house.desk, connection)
    list(collecting.collect(house.desk))
    with house.desk.ledger.reading() as connection:
        (article,) = articles.waiting(connection, house.desk.brand, ["desk"], ["mastodon"])
    composed = posting._compose(house.desk, article)
    times = weeks.plan(composed.wishes, house.desk.config, house.time, taken)
    list(scheduling.own_post(house.desk, ["mastodon"], "Closed today.", None, "Ann"))  # in the first slot
    lines = [event.message for event in posting._keep(house.desk, composed, times)]
    assert "2 posts drafted; 2 wait for a free slot" in lines


def test_an_own_post_takes_the_next_free_slot_or_its_own_time(spread: House) -> None:
    spread.opened()
    lines = [
        event.message for event in scheduling.own_post(spread.desk, ["mastodon"], "Closed on Friday.", None, "Ann")
    ]
    assert lines == ["mastodon at 2026-11-23 12:30 Europe/Amsterdam: “Closed on Friday.”. It needs approval."]
    list(scheduling.own_post(spread.desk, ["mastodon"], "Open again.", "2026-12-01 07:15", "Ann"))
    assert slots_of(spread)[1] == "2026-12-01 07:15 Europe/Amsterdam"


def test_whoever_moves_a_post_across_its_announcement_is_told_and_has_the_last_word(spread: House) -> None:
    spread.opened().write("Bread", "Rest the dough.", "Cool it on a rack.")
    spread.draft()  # the announcement on Monday 23, key points on Friday 27 and Monday 30
    assert "announced" not in scheduling.move(spread.desk, 3, "Ann", "2026-11-24 10:00").message
    said = scheduling.move(spread.desk, 1, "Ann", "2026-11-25 10:00").message
    assert said.endswith("Key points of its article go out before it.")
    said = scheduling.move(spread.desk, 2, "Ann", "2026-11-23 10:00").message
    assert said.endswith("Its article is announced only after that.")
    assert scheduling.move(spread.desk, 1, "Ann", "2026-11-23 09:30").message.endswith("It needs approval.")
    list(scheduling.own_post(spread.desk, ["mastodon"], "Closed on Friday.", None, "Ann"))
    assert scheduling.move(spread.desk, 4, "Ann", "2026-11-26 10:00").message.endswith("It needs approval.")


def test_a_twin_waits_until_the_other_is_gone_or_it_says_something_else(tmp_path: Path) -> None:
    twins = ("Feed the starter on the evening before. Not in the morning.", "Starters are fed the evening before.")
    house = House(tmp_path, newsletters={}, social=SOCIAL).opened()
    house.write("Bread", *twins)
    assert any("Key points 1 and 2 say nearly the same" in line for line in house.draft())
    assert [row["slot"] is None for row in showing.listed(house.desk, everything=False)] == [False, False, True]
    assert house.draft() == []
    list(editing.reword(house.desk, 3, "Ann", "1.2", "Flour from the mill is never older than a week."))
    assert any("draft 3: goes out on mastodon" in line for line in house.draft())


def test_a_twin_gets_a_slot_once_the_other_is_discarded(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={}, social=SOCIAL).opened()
    house.write("Bread", "Feed the starter on the evening before.", "Starters are fed the evening before.")
    house.draft()
    deciding.discard(house.desk, 2, "Ann")
    assert any("draft 3: goes out on mastodon" in line for line in house.draft())


def test_where_every_day_is_quiet_drafting_says_that_nothing_goes_out(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={}, social=SOCIAL | {"quiet": ["monday", "friday"]}).opened()
    house.write("Bread")
    (told,) = [line for line in house.draft() if "social.quiet" in line]
    assert told.startswith("social.quiet: Nothing will ever go out on mastodon")


def test_a_post_without_its_picture_says_why_there_is_none(tmp_path: Path) -> None:
    daily = {"days": ["monday", "friday"], "at": "12:30", "as": ["card"]}
    house = House(tmp_path, newsletters={}, social={"from": ["desk"], "networks": {"instagram": daily}}).opened()
    house.write("Bread", "Bread keeps" + " and keeps" * 120 + ".")
    house.draft()
    found = {one["rule"]: one for one in showing.whole(house.desk, 2)["findings"]}
    assert found["post-image"]["severity"] == "error"
    assert found["card-too-long"]["remedy"].startswith("Shorten it to about")
    assert "card-too-long" not in {one["rule"] for one in showing.whole(house.desk, 1)["findings"]}


def test_an_edition_that_takes_in_an_article_goes_where_its_newsletter_goes_now(house: House) -> None:
    house.opened().write("Bread")
    house.draft()
    assert showing.whole(house.desk, 1)["channel"] == "outbox"
    shelf = {"type": "outbox", "folder": "shelf"}
    house.configure(newsletters={"weekly": RECIPE | {"send_with": "shelf"}}, channels={"shelf": shelf})
    house.write("Soup")
    assert any("2 articles" in line for line in house.draft())
    assert showing.whole(house.desk, 1)["channel"] == "shelf"


def test_naming_a_source_or_a_file_in_it_tells_nothing_twice(spread: House) -> None:
    spread.opened().write("Bread")
    spread.draft()
    before = len(showing.listed(spread.desk, everything=True))
    for place in (spread.folder / "articles", spread.folder / "articles" / "bread.md"):
        assert any(
            "is among what waits, as one of the source desk" in line for line in spread.draft(places=[str(place)])
        )
    assert len(showing.listed(spread.desk, everything=True)) == before


def test_a_post_whose_time_is_taken_meanwhile_waits_for_another(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={}, social=SOCIAL).opened()
    house.write("Bread", "Bread keeps in a paper bag.")
    place = house.desk.place(
        "mastodon", "thread", Slot("2026-11-27 12:30 Europe/Amsterdam", house.time + 4 * DAY), "outbox"
    )
    content = composing.own_post("mastodon", "Closed on Friday.", house.desk.config, house.channel)
    with house.desk.ledger.writing() as connection:
        planning.plan(connection, place, content, house.time)
    told = composing.Told("mastodon", None, composing.THREAD.validate_json(content.message).posts[0], content)
    assert posting._plan(house.desk, place, told) == (2, False)


COMPOSED_AGAIN = "is composed again: its own blocks, its design or config.yaml changed"


def with_news(folder: Path, **changes: Any) -> House:
    own = {"order": ["articles", "our news"], "blocks": {"our news": {"file": "news.md"}}}
    house = House(folder, newsletters={"weekly": RECIPE | own | changes})
    house.opened().write("Bread")
    (folder / "news.md").write_text("Open on Saturday.")
    return house


def test_a_draft_holds_our_own_blocks_and_follows_them_until_it_is_approved(tmp_path: Path) -> None:
    house = with_news(tmp_path)
    house.draft()
    editing.words(house.desk, 1, "Ann", subject="Our own subject")
    assert house.draft() == []
    (tmp_path / "news.md").write_text("Closed on Saturday.")
    assert house.draft() == [f"draft 1: weekly/2026-W48 {COMPOSED_AGAIN}"]
    assert house.draft() == []
    whole = showing.whole(house.desk, 1)
    assert (whole["subject"], "Closed on Saturday." in whole["text"]) == ("Our own subject", True)
    deciding.approve(house.desk, 1, "Ann", version=whole["version"])
    (tmp_path / "news.md").write_text("Open again.")
    assert house.draft() == []
    house.time = THURSDAY
    house.deliver()
    assert b"Closed on Saturday." in house.channel.published[0][1].parts["text"]


def test_after_the_approval_our_own_blocks_are_taken_anew_only_when_a_person_asks(tmp_path: Path) -> None:
    house = with_news(tmp_path)
    house.draft()
    deciding.approve(house.desk, 1, "Ann")
    (tmp_path / "news.md").write_text("Open again.")
    editing.refresh(house.desk, 1, "Ann")
    whole = showing.whole(house.desk, 1)
    assert ("Open again." in whole["text"], whole["state"]) == (True, "planned")


def test_a_block_that_says_the_same_as_in_the_last_edition_is_noted_until_it_changes(tmp_path: Path) -> None:
    house = with_news(tmp_path)
    (tmp_path / "news.md").write_text("## Agenda\n\nOpen on [Saturday](/open).\n\n- Bread\n- Soup\n")
    house.draft()
    assert same(house, 1) == []
    deciding.approve(house.desk, 1, "Ann")
    house.time = THURSDAY
    house.deliver()
    house.time = THURSDAY + DAY
    house.write("Soup")
    house.draft()
    assert same(house, 2) == ["It says the same as in weekly/2026-W48."]
    (tmp_path / "news.md").write_text("## Agenda\n\nOpen on [Sunday](/open).\n\n- Bread\n- Soup\n")
    house.draft()
    assert same(house, 2) == []


def same(house: House, number: int) -> list[str]:
    found = showing.whole(house.desk, number)["findings"]
    return [finding["message"] for finding in found if finding["rule"] == "own-block-same"]


def test_a_block_that_is_missing_is_among_the_findings_of_its_draft(tmp_path: Path) -> None:
    house = with_news(tmp_path)
    (tmp_path / "news.md").unlink()
    assert house.draft() == ["weekly/2026-W48: draft 1: “Bread that keeps”, 1 article"]
    rules = [finding["rule"] for finding in showing.whole(house.desk, 1)["findings"]]
    assert "own-block-missing" in rules


def test_a_draft_that_only_lacked_its_block_is_approved_by_itself_once_it_has_it(tmp_path: Path) -> None:
    house = with_news(tmp_path, approval="automatic")
    (tmp_path / "news.md").unlink()
    house.draft()
    assert showing.whole(house.desk, 1)["state"] == "planned"
    (tmp_path / "news.md").write_text("")
    assert house.draft()[0] == f"draft 1: weekly/2026-W48 {COMPOSED_AGAIN}"
    whole = showing.whole(house.desk, 1)
    rules = [finding["rule"] for finding in whole["findings"] if finding["rule"].startswith("own-block")]
    assert (whole["state"], rules) == ("approved", ["own-block-empty"])


def test_a_draft_whose_block_cannot_be_read_is_held_and_says_why(tmp_path: Path) -> None:
    house = with_news(tmp_path)
    (tmp_path / "news.md").write_bytes(b"\x89PNG\x00\x00")
    (line,) = house.draft()
    assert "It is held: " in line
    assert "news.md is no text file" in line


def test_of_a_source_that_was_never_seen_only_the_articles_that_are_named_are_drafted(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={}, social=SOCIAL)
    house.write("Bread")
    house.write("Soup")
    list(collecting.ask_for(house.desk, [str(house.folder / "articles" / "bread.md")], again=False))
    told_of = " ".join(house.draft())
    assert "Bread that keeps: " in told_of
    assert "recorded and not drafted" in told_of
    assert "Soup that keeps: " not in told_of
