"""The service drafts and delivers at the configured times, and doing it twice changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.ingest.fetch import Fetched
from pipeline.jobs import keeping, rounds
from pipeline.jobs.service import Event, Service, attempt
from tests.factories import a_config

THURSDAY = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)  # 09:00 in Amsterdam
ARTICLE = "---\ntitle: Bread that keeps\nlanguage: en\nurl: https://bakery.example/bread\n---\n\nA loaf lives longer than most think.\n\n> [!TIP]\n> A paper bag keeps the crust crisp.\n"


def no_network(url: str, allow_private: bool) -> Fetched:
    raise AssertionError(url)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bread.md").write_text(ARTICLE)
    return tmp_path


def a_service(folder: Path, **changes: object) -> Service:
    recipe = {"from": ["desk"], "every": "thursday", "at": "09:00", "draft_ready": {"day": "tuesday", "at": "16:00"}}
    channels = {"outbox": {"type": "outbox", "folder": str(folder / "outbox")}}
    config = a_config(newsletters={"weekly": recipe | changes}, channels=channels)
    return Service(config.model_copy(update={"folder": folder}), folder / "drafts", no_network)


def told(service: Service, now: datetime) -> list[str]:
    return [
        f"{event.reference}: {event.message.split(' in ')[0].split(': /')[0]}" for event in rounds.run(service, now)
    ]


def test_nothing_happens_before_the_draft_is_wanted(desk: Path) -> None:
    assert told(a_service(desk), THURSDAY - timedelta(days=3)) == []


def test_an_edition_is_drafted_then_delivered_once(desk: Path) -> None:
    service = a_service(desk)
    assert told(service, THURSDAY - timedelta(days=1)) == ["weekly/2026-W48: drafted"]
    assert told(service, THURSDAY - timedelta(hours=1)) == []
    assert told(service, THURSDAY) == ["weekly/2026-W48: delivered to outbox"]
    assert told(service, THURSDAY + timedelta(minutes=1)) == []
    assert {path.name for path in (desk / "outbox" / "weekly" / "2026-W48").iterdir()} == {
        "newsletter.eml",
        "newsletter.html",
        "newsletter.txt",
    }


def test_an_article_is_in_one_edition_only(desk: Path) -> None:
    service = a_service(desk)
    told(service, THURSDAY)
    assert told(service, THURSDAY + timedelta(days=7)) == [
        "weekly/2026-W49: skipped for now: 0 new articles, and it wants at least 1"
    ]
    (desk / "articles" / "soup.md").write_text(ARTICLE.replace("Bread that keeps", "Soup").replace("/bread", "/soup"))
    assert told(service, THURSDAY + timedelta(days=7, minutes=15)) == [
        "weekly/2026-W49: drafted",
        "weekly/2026-W49: delivered to outbox",
    ]


def test_a_delivered_draft_is_what_was_drafted_even_if_the_article_changes(desk: Path) -> None:
    service = a_service(desk)
    told(service, THURSDAY - timedelta(days=1))
    (desk / "articles" / "bread.md").write_text(ARTICLE.replace("lives longer", "dies sooner"))
    told(service, THURSDAY)
    assert "lives longer" in (desk / "outbox" / "weekly" / "2026-W48" / "newsletter.txt").read_text()


def test_a_late_start_still_delivers_and_a_very_late_one_waits_for_next_week(desk: Path) -> None:
    assert "weekly/2026-W48: delivered to outbox" in told(a_service(desk), THURSDAY + timedelta(hours=5))
    assert told(a_service(desk), THURSDAY + timedelta(hours=7)) == []


def test_a_required_greeting_holds_the_edition_and_says_so(desk: Path) -> None:
    events = list(rounds.run(a_service(desk, greeting="required"), THURSDAY))
    assert [event.needs_person for event in events] == [False, True]
    assert "needs a greeting" in events[1].message
    assert not (desk / "outbox").exists()


def test_a_source_that_is_missing_is_told_and_does_not_stop_the_rest(desk: Path) -> None:
    service = a_service(desk)
    broken = service.config.model_copy(update={"folder": desk / "elsewhere"})
    events = list(rounds.run(Service(broken, desk / "drafts", no_network), THURSDAY))
    assert [(event.needs_person, "does not exist" in event.message) for event in events] == [(True, True)]


def test_a_broken_draft_is_told_with_its_remedy(desk: Path) -> None:
    service = a_service(desk)
    told(service, THURSDAY - timedelta(days=1))
    (keeping.folder_of(service.drafts, "weekly/2026-W48") / "report.json").write_text("{")
    (event,) = rounds.run(service, THURSDAY)
    assert event.needs_person
    assert "delete its folder" in event.message


def test_without_draft_ready_the_draft_is_made_a_day_before(desk: Path) -> None:
    service = a_service(desk, draft_ready=None)
    assert told(service, THURSDAY - timedelta(days=1, minutes=1)) == []
    assert told(service, THURSDAY - timedelta(days=1)) == ["weekly/2026-W48: drafted"]


def test_a_draft_that_did_not_go_out_in_time_is_told_once_and_its_articles_are_free_again(desk: Path) -> None:
    service = a_service(desk)
    told(service, THURSDAY - timedelta(days=1))
    late = THURSDAY + timedelta(hours=6, minutes=1)
    (event,) = rounds.run(service, late)
    assert event.needs_person
    assert event.message.startswith("missed: its time passed")
    assert told(a_service(desk), late) == []  # a restart does not tell it again
    assert told(service, THURSDAY + timedelta(days=6)) == ["weekly/2026-W49: drafted"]


def test_a_draft_that_stays_held_is_missed_in_the_end(desk: Path) -> None:
    service = a_service(desk, greeting="required")
    list(rounds.run(service, THURSDAY))
    assert [line.split(":")[1] for line in told(service, THURSDAY + timedelta(hours=7))] == [" missed"]


def test_more_articles_than_at_most_wait_for_the_next_edition(desk: Path) -> None:
    (desk / "articles" / "soup.md").write_text(ARTICLE.replace("Bread that keeps", "Soup").replace("/bread", "/soup"))
    service = a_service(desk, articles={"at_most": 1})
    titles = []
    for week in (0, 7):
        told(service, THURSDAY + timedelta(days=week))
    for label in ("2026-W48", "2026-W49"):
        described = json.loads((keeping.folder_of(service.drafts, f"weekly/{label}") / "edition.json").read_text())
        titles += [article["title"] for article in described["articles"]]
        report = (keeping.folder_of(service.drafts, f"weekly/{label}") / "report.json").read_text()
        assert "articles-left-out" not in report
    assert sorted(titles) == ["Bread that keeps", "Soup"]


def test_a_source_is_read_at_most_every_quarter_of_an_hour(desk: Path) -> None:
    service = a_service(desk, articles={"at_least": 2})
    day = THURSDAY - timedelta(days=1)
    assert told(service, day) == ["weekly/2026-W48: skipped for now: 1 new articles, and it wants at least 2"]
    assert told(service, day + timedelta(minutes=14, seconds=59)) == []
    assert len(told(service, day + timedelta(minutes=15))) == 1


def test_one_newsletter_that_cannot_be_made_leaves_the_others_alone(desk: Path) -> None:
    """Whatever goes wrong, even what nobody foresaw."""
    service = a_service(desk)
    recipes = {"broken": service.config.newsletters["weekly"].model_copy(update={"every": "someday"})}
    config = service.config.model_copy(update={"newsletters": recipes | dict(service.config.newsletters)})
    unforeseen, drafted, _ = rounds.run(Service(config, service.drafts, no_network), THURSDAY)
    assert unforeseen.needs_person
    assert unforeseen.message.startswith("failed unexpectedly (ValueError: no someday")
    assert drafted.reference == "weekly/2026-W48"


@pytest.mark.parametrize("error", [RecursionError("too deep"), KeyError("slot"), FileNotFoundError("card.png")])
def test_an_unforeseen_failure_is_told_by_its_class_and_sentence(error: Exception) -> None:
    def steps() -> Iterator[Event]:
        yield Event("weekly", "drafted")
        raise error

    assert [event.needs_person for event in attempt("weekly", steps())] == [False, True]
    (_, event) = attempt("weekly", steps())
    assert f"{type(error).__name__}: {error}" in event.message
    assert "Traceback" not in event.message


def test_ctrl_c_is_never_swallowed() -> None:
    def steps() -> Iterator[Event]:
        yield Event("weekly", "drafted")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(attempt("weekly", steps()))


@pytest.mark.parametrize("content", ["[" * 5000, "{}", '{"articles": 7}', '{"articles": [{}]}', "[]"])
def test_a_damaged_earlier_edition_is_told_and_nothing_is_drafted_twice(desk: Path, content: str) -> None:
    service = a_service(desk)
    told(service, THURSDAY)
    (keeping.folder_of(service.drafts, "weekly/2026-W48") / "edition.json").write_text(content)
    (event,) = rounds.run(service, THURSDAY + timedelta(days=7))
    assert event.needs_person
    assert "edition.json" in event.message
    assert "delete" not in event.message  # it went out, and would go out again
