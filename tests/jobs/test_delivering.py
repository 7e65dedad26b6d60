from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.channels.http import Throttled
from pipeline.errors import ConfigError, NotSent, Rejected, Uncertain
from pipeline.jobs import delivering, dispatching
from pipeline.jobs.delivering import Courier, Event
from pipeline.ledger import brake, planning
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger
from pipeline.ledger.work import LEASE
from pipeline.model import Remote, Staged
from tests.jobs.services import QUEUED, SEEN, Service
from tests.ledger.builders import (
    DUE,
    MINUTE,
    a_content,
    a_folder_in_place_of_the_mark,
    a_ledger,
    a_place,
    approved,
    claimed,
    delivery,
    draft,
    force,
    publishing,
    state,
)


class Clock:
    def __init__(self) -> None:
        self.now = DUE

    def __call__(self) -> datetime:
        return self.now

    def passes(self, time: timedelta) -> None:
        self.now += time


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return a_ledger(tmp_path)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def deliver(ledger: Ledger, service: Service, clock: Clock, number: int = 1) -> Event | None:
    return delivering.deliver(Courier(ledger, lambda _: service, clock), number)


def test_a_delivery_is_staged_looked_at_published_and_confirmed(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    service = Service()
    event = deliver(ledger, service, clock)
    assert service.calls == ["find", "stage", "read", "publish"]
    assert [body for _, _, body in service.published] == [b"Bread that keeps, 1"]
    assert (state(ledger), delivery(ledger).receipt_id) == (State.CONFIRMED, "seen")
    assert event == Event("weekly/2026-W47", f"out, by mailing-list: {SEEN.place}")


def test_what_is_delivered_is_not_delivered_again(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    service = Service()
    deliver(ledger, service, clock)
    assert deliver(ledger, service, clock) is None
    assert len(service.published) == 1


def test_a_draft_that_is_there_already_is_used(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    service = Service(answers={"find": Staged("weekly/2026-W47", "theirs", "")})
    deliver(ledger, service, clock)
    assert "stage" not in service.calls
    assert service.published[0][0].remote_id == "theirs"


def test_what_went_out_under_our_name_already_is_confirmed(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    service = Service(answers={"find": SEEN})
    deliver(ledger, service, clock)
    assert service.calls == ["find"]
    assert state(ledger) == State.CONFIRMED


def test_a_draft_that_differs_from_what_was_approved_is_not_published(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    service = Service(answers={"read": Remote("draft", ("audience", "content"))})
    event = deliver(ledger, service, clock)
    assert service.published == []
    assert state(ledger) == State.FAILED
    assert event
    assert event.needs_person
    assert "another audience and content than what was approved" in event.message


def test_a_channel_that_leads_to_others_than_approved_gets_nothing(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    service = Service(account="everybody")
    event = deliver(ledger, service, clock)
    assert service.calls == []
    assert state(ledger) == State.FAILED
    assert event
    assert "was approved for readers, and mailing-list leads to everybody by now" in event.message


@pytest.mark.parametrize("call", ["find", "stage", "read", "publish"])
def test_a_service_that_is_busy_is_asked_again_when_it_says(ledger: Ledger, clock: Clock, call: str) -> None:
    approved(ledger)
    service = Service(answers={call: Throttled("Busy.", 90.0)})
    event = deliver(ledger, service, clock)
    assert (state(ledger), delivery(ledger).not_before) == (State.APPROVED, DUE + timedelta(seconds=90))
    assert event
    assert not event.needs_person


def test_a_service_that_cannot_be_reached_is_asked_with_growing_patience(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    service = Service(answers={"publish": NotSent("No connection.")})
    waits = []
    for _ in range(6):
        deliver(ledger, service, clock)
        not_before = delivery(ledger).not_before
        assert not_before
        waits.append((not_before - clock.now) // MINUTE)
        clock.now = not_before
    assert waits == [5, 10, 20, 40, 60, 60]


@pytest.mark.parametrize("call", ["find", "stage", "read", "publish"])
def test_a_clear_refusal_fails(ledger: Ledger, clock: Clock, call: str) -> None:
    approved(ledger)
    event = deliver(ledger, Service(answers={call: Rejected("The key is wrong.")}), clock)
    assert state(ledger) == State.FAILED
    assert event
    assert event.needs_person
    assert "The key is wrong." in event.message


@pytest.mark.parametrize("error", [Uncertain("Timeout."), KeyError("nonsense"), RuntimeError("a mistake of ours")])
def test_a_publishing_call_without_a_clear_end_is_unknown(ledger: Ledger, clock: Clock, error: Exception) -> None:
    approved(ledger)
    deliver(ledger, Service(answers={"publish": error}), clock)
    assert state(ledger) == State.UNKNOWN


def test_what_the_service_only_queued_is_accepted(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    deliver(ledger, Service(answers={"publish": QUEUED}), clock)
    assert state(ledger) == State.ACCEPTED


def test_publishing_is_written_down_and_marked_before_the_call(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    seen: list[object] = []
    mark = ledger.path.with_name("lichtpunt.db.mark")
    service = Service(before={"publish": lambda: seen.extend([state(ledger), '"intents": "2"' in mark.read_text()])})
    deliver(ledger, service, clock)
    assert seen == [State.PUBLISHING, True]


def test_without_a_mark_there_is_no_call(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    a_folder_in_place_of_the_mark(ledger)
    service = Service()
    deliver(ledger, service, clock)
    assert service.published == []
    assert state(ledger) == State.APPROVED


def test_who_was_stopped_for_half_its_lease_does_not_begin(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    service = Service(before={"read": lambda: clock.passes(LEASE / 2 + MINUTE)})
    assert deliver(ledger, service, clock) is None
    assert service.published == []
    assert state(ledger) == State.STAGED


@pytest.mark.parametrize("later", [LEASE / 2 + MINUTE, -timedelta(hours=1)])
def test_who_was_taken_over_before_the_call_does_not_call(ledger: Ledger, clock: Clock, later: timedelta) -> None:
    approved(ledger)
    got = publishing(ledger)
    clock.passes(later)
    if later < timedelta():  # the clock went back, and another worker, whose clock is right, looked after it
        force(ledger, 1, state=State.NEEDS_HUMAN)
    service = Service()
    courier = Courier(ledger, lambda _: service, clock)
    with pytest.raises(NotSent, match="stopped for too long"):
        delivering.publish(courier, service, got, Staged("weekly/2026-W47", "r1", ""))
    assert service.calls == []


def cancel(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        planning.set_aside(connection, draft(ledger, 1), DUE, tell_later=True)


@pytest.mark.parametrize("call", ["find", "stage", "read"])
def test_who_cancels_before_it_is_published_takes_the_draft_away_too(ledger: Ledger, clock: Clock, call: str) -> None:
    approved(ledger)
    service = Service(before={call: lambda: cancel(ledger)})
    deliver(ledger, service, clock)
    assert service.published == []
    assert service.withdrawn == ["r1"]
    assert state(ledger) == State.CANCELLED


def test_the_draft_of_a_worker_that_came_second_is_taken_away(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)

    def another_stages() -> None:
        force(ledger, 1, remote_id="theirs", fence=7)

    service = Service(before={"stage": another_stages})
    deliver(ledger, service, clock)
    assert service.published == []
    assert service.withdrawn == ["r1"]
    assert delivery(ledger).remote_id == "theirs"


def test_a_draft_from_before_an_edit_is_taken_away(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    force(ledger, 1, remote_id="old")
    service = Service(answers={"read": Remote("gone")})
    service.before["stage"] = service.answers.clear
    deliver(ledger, service, clock)
    assert service.withdrawn == ["old"]
    assert [one.remote_id for one, _, _ in service.published] == ["r1"]


def test_while_deliveries_are_held_nothing_is_called(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    with ledger.writing() as connection:
        brake.pull(connection, "Stop.")
    service = Service()
    assert deliver(ledger, service, clock) is None
    assert service.calls == []


def test_parts_go_out_one_after_the_other(ledger: Ledger, clock: Clock) -> None:
    approved(ledger, content=a_content(parts=2))
    service = Service()
    courier = Courier(ledger, lambda _: service, clock)
    assert deliver(ledger, service, clock, 2) is None
    for _ in range(2):
        list(dispatching.run(courier))
    assert [body for _, _, body in service.published] == [b"Bread that keeps, 1", b"Bread that keeps, 2"]


@pytest.mark.parametrize("error", [ConfigError("config.yaml has no such channel."), KeyError("a mistake of ours")])
def test_one_delivery_that_breaks_off_does_not_stop_the_others(ledger: Ledger, clock: Clock, error: Exception) -> None:
    approved(ledger)
    other = approved(ledger, a_place(series="monthly", channel="other"))
    service = Service()

    def open_channel(name: str) -> Service:
        if name == "mailing-list":
            raise error
        return service

    events = list(dispatching.run(Courier(ledger, open_channel, clock)))
    assert [event.needs_person for event in events] == [True, False]
    assert state(ledger, other) == State.CONFIRMED


def test_a_claim_left_by_a_dead_worker_is_taken_up_after_its_lease(ledger: Ledger, clock: Clock) -> None:
    approved(ledger)
    claimed(ledger)
    service = Service()
    courier = Courier(ledger, lambda _: service, clock)
    list(dispatching.run(courier))
    assert service.calls == []
    clock.passes(LEASE)
    list(dispatching.run(courier))
    assert state(ledger) == State.CONFIRMED


def test_a_draft_that_another_worker_found_too_is_not_taken_away(ledger: Ledger) -> None:
    approved(ledger)
    service = Service("staged")
    service.before["read"] = lambda: force(ledger, 1, fence=7, state=State.CLAIMED)
    deliver(ledger, service, Clock())
    assert service.withdrawn == []


def test_what_could_not_be_sent_and_is_a_persons_by_now_is_told_as_that(ledger: Ledger) -> None:
    approved(ledger)
    service = Service("none", answers={"publish": NotSent("No connection.")})
    service.before["publish"] = lambda: force(ledger, 1, state=State.NEEDS_HUMAN)
    event = delivering.deliver(Courier(ledger, lambda _: service, lambda: DUE), 1)
    assert event is not None
    assert event.needs_person


def test_where_nothing_can_be_looked_up_a_person_is_asked_at_once(ledger: Ledger) -> None:
    approved(ledger)
    deliver(ledger, Service("none", answers={"publish": Uncertain("No answer.")}), Clock())
    assert state(ledger) == State.NEEDS_HUMAN


def test_what_waits_is_told_with_its_reason_and_its_time(ledger: Ledger) -> None:
    approved(ledger)
    courier = Courier(ledger, lambda _: Service(answers={"publish": NotSent("No connection.")}), lambda: DUE)
    list(dispatching.run(courier))
    (event,) = dispatching.waiting(courier, UTC)
    assert event.message.startswith("waits. No connection. Again after 08:05.")
    assert not event.needs_person


def test_one_round_tells_each_delivery_once(ledger: Ledger) -> None:
    approved(ledger)
    courier = Courier(ledger, lambda _: Service("none", answers={"publish": Uncertain("No answer.")}), lambda: DUE)
    assert [event.needs_person for event in dispatching.once(courier, UTC)] == [True]
    assert [event.needs_person for event in dispatching.once(courier, UTC)] == [True]
