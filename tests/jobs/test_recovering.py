from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.channels.http import Throttled
from pipeline.errors import ConfigError, NotSent, Rejected, Uncertain
from pipeline.jobs import dispatching
from pipeline.jobs.delivering import Courier, Event, confirm
from pipeline.ledger import approvals, brake, planning
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger
from pipeline.ledger.work import LEASE, Late
from pipeline.model import Guarantee, Remote
from tests.jobs.services import QUEUED, SEEN, Service
from tests.ledger.builders import DUE, MINUTE, a_ledger, approved, claimed, delivery, force, planned, publishing, state

DAY = timedelta(days=1)
SENT = Remote("sent", receipt=SEEN)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return a_ledger(tmp_path)


@pytest.fixture
def lost(ledger: Ledger) -> Ledger:
    """A worker died in the middle of its publishing call."""
    approved(ledger)
    publishing(ledger)
    return ledger


def round_of(ledger: Ledger, service: Service, later: timedelta = LEASE, late: Late | None = None) -> list[Event]:
    return list(dispatching.run(Courier(ledger, lambda _: service, lambda: DUE + later, late or Late())))


PATIENT = Late(email=timedelta(days=500))  # so that only the key's life decides


def test_a_call_under_way_is_left_alone_for_its_lease(lost: Ledger) -> None:
    service = Service()
    assert round_of(lost, service, LEASE - MINUTE) == []
    assert (service.calls, state(lost)) == ([], State.PUBLISHING)


@pytest.mark.parametrize("guarantee", ["keyed", "staged", "findable"])
def test_evidence_confirms_without_another_call(lost: Ledger, guarantee: str) -> None:
    service = Service(guarantee, answers={"read": SENT})  # type: ignore[arg-type]
    round_of(lost, service)
    assert (state(lost), service.published) == (State.CONFIRMED, [])


def test_a_draft_that_is_still_one_is_published_once_more(lost: Ledger) -> None:
    service = Service("staged")
    round_of(lost, service)
    assert state(lost) == State.CONFIRMED
    assert [staged.remote_id for staged, _, _ in service.published] == ["r1"]


@pytest.mark.parametrize("there", [Remote("draft", ("content",)), Remote("gone")])
def test_a_draft_that_is_another_by_now_is_a_persons(lost: Ledger, there: Remote) -> None:
    service = Service("staged", answers={"read": there})
    round_of(lost, service)
    assert (state(lost), service.published) == (State.NEEDS_HUMAN, [])


def test_a_keyed_call_is_repeated_with_the_same_key(ledger: Ledger) -> None:
    approved(ledger)
    key = publishing(ledger).key
    service = Service("keyed", key_life=DAY)
    round_of(ledger, service)
    assert state(ledger) == State.CONFIRMED
    assert [used for _, used, _ in service.published] == [key]


@pytest.mark.parametrize(("hours", "repeated"), [(19, True), (20, False), (30, False)])
def test_a_key_counts_for_four_fifths_of_its_life(lost: Ledger, hours: int, repeated: bool) -> None:
    service = Service("keyed", key_life=DAY)
    round_of(lost, service, timedelta(hours=hours), PATIENT)
    assert bool(service.published) == repeated
    assert state(lost) == (State.CONFIRMED if repeated else State.NEEDS_HUMAN)


def test_a_keys_life_begins_with_the_first_call(lost: Ledger) -> None:
    service = Service("keyed", key_life=DAY, answers={"publish": Uncertain("Timeout.")})
    for hours in (1, 10, 18):
        round_of(lost, service, timedelta(hours=hours), PATIENT)
    assert service.calls.count("publish") == 3
    assert delivery(lost).published == DUE
    round_of(lost, service, timedelta(hours=20), PATIENT)
    assert (service.calls.count("publish"), state(lost)) == (3, State.NEEDS_HUMAN)


def test_a_key_that_never_expires_counts_for_ever(lost: Ledger) -> None:
    service = Service("keyed")
    round_of(lost, service, timedelta(days=400), PATIENT)
    assert state(lost) == State.CONFIRMED


def test_what_can_be_found_is_confirmed_or_a_persons_and_never_repeated(lost: Ledger) -> None:
    service = Service("findable")
    round_of(lost, service)
    assert (state(lost), service.published) == (State.NEEDS_HUMAN, [])
    assert "does not prove" in (delivery(lost).error or "")


def test_what_is_found_is_confirmed(lost: Ledger) -> None:
    round_of(lost, Service("findable", answers={"find": SEEN}))
    assert state(lost) == State.CONFIRMED


def test_where_the_service_promises_nothing_a_person_decides(lost: Ledger) -> None:
    service = Service("none")
    round_of(lost, service)
    assert (state(lost), service.calls) == (State.NEEDS_HUMAN, [])


def test_late_evidence_of_the_first_call_ends_a_persons_doubt(lost: Ledger) -> None:
    force(lost, 1, state=State.NEEDS_HUMAN)
    confirm(Courier(lost, lambda _: Service(), lambda: DUE), 1, SEEN)
    assert state(lost) == State.CONFIRMED


def test_a_refused_repetition_may_mean_that_the_first_went_out(lost: Ledger) -> None:
    service = Service("staged", answers={"publish": Rejected("It was sent already.")})
    service.before["publish"] = lambda: service.answers.update(read=SENT)
    round_of(lost, service)
    assert state(lost) == State.CONFIRMED


def test_a_refused_repetition_without_evidence_is_a_persons(lost: Ledger) -> None:
    round_of(lost, Service("staged", answers={"publish": Rejected("No.")}))
    assert state(lost) == State.NEEDS_HUMAN


@pytest.mark.parametrize("error", [NotSent("No connection."), Uncertain("Timeout.")])
def test_a_repetition_without_a_clear_end_leaves_the_doubt(lost: Ledger, error: Exception) -> None:
    round_of(lost, Service("staged", answers={"publish": error}))
    assert state(lost) == State.UNKNOWN
    assert delivery(lost).not_before


def test_a_busy_service_is_looked_at_again_when_it_says(lost: Ledger) -> None:
    service = Service("staged", answers={"read": Throttled("Busy.", 1800.0)})
    round_of(lost, service)
    assert (state(lost), delivery(lost).not_before) == (State.UNKNOWN, DUE + LEASE + timedelta(minutes=30))
    round_of(lost, service, LEASE + MINUTE)
    assert service.calls == ["read"]


def test_a_channel_that_leads_elsewhere_by_now_is_not_asked(lost: Ledger) -> None:
    service = Service("keyed", account="everybody")
    round_of(lost, service)
    assert (state(lost), service.calls) == (State.NEEDS_HUMAN, [])


def test_bytes_changed_behind_the_back_are_not_sent_in_a_repetition(lost: Ledger) -> None:
    with lost.writing() as connection:
        connection.exec_driver_sql("UPDATE files SET content = CAST('something else' AS BLOB)")
    service = Service("keyed")
    round_of(lost, service)
    assert (state(lost), service.published) == (State.NEEDS_HUMAN, [])


def test_while_deliveries_are_held_the_outcome_is_looked_up_and_nothing_repeated(lost: Ledger) -> None:
    with lost.writing() as connection:
        brake.pull(connection, "Stop.")
    service = Service("staged")
    round_of(lost, service)
    assert (state(lost), service.published) == (State.UNKNOWN, [])
    service.answers["read"] = SENT
    round_of(lost, service)
    assert state(lost) == State.CONFIRMED


@pytest.mark.parametrize(
    ("there", "then"),
    [
        (Remote("scheduled", receipt=QUEUED), State.ACCEPTED),
        (SENT, State.CONFIRMED),
        (Remote("draft"), State.NEEDS_HUMAN),
        (Remote("gone"), State.NEEDS_HUMAN),
    ],
)
def test_what_was_queued_is_followed_until_it_is_out(ledger: Ledger, there: Remote, then: State) -> None:
    approved(ledger)
    service = Service(answers={"publish": QUEUED})
    round_of(ledger, service, timedelta())
    assert state(ledger) == State.ACCEPTED
    service.answers["read"] = there
    round_of(ledger, service, LEASE)
    assert state(ledger) == then
    assert len(service.published) == 1


def test_what_is_still_queued_a_day_later_is_a_persons(ledger: Ledger) -> None:
    approved(ledger)
    service = Service(answers={"publish": QUEUED})
    round_of(ledger, service, timedelta())
    service.answers["read"] = Remote("scheduled", receipt=QUEUED)
    round_of(ledger, service, DAY + MINUTE)
    assert state(ledger) == State.NEEDS_HUMAN


# A restored ledger


def restored(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        brake.pull(connection, "It was restored", reconcile=True)


def held(ledger: Ledger) -> brake.Brake | None:
    with ledger.reading() as connection:
        return brake.state(connection)


@pytest.mark.parametrize(
    ("found", "then"), [(SEEN, State.CONFIRMED), (None, State.NEEDS_HUMAN), (Rejected("No."), State.NEEDS_HUMAN)]
)
def test_what_should_have_gone_out_is_looked_up_after_a_restore(ledger: Ledger, found: object, then: State) -> None:
    approved(ledger)
    restored(ledger)
    service = Service(answers={"find": found})
    events = round_of(ledger, service, MINUTE)
    assert (state(ledger), service.calls) == (then, ["find"])
    assert held(ledger) == brake.Brake("It was restored", reconcile=False)
    assert events[-1].needs_person


def test_what_seems_too_late_after_a_restore_is_looked_up_and_not_called_missed(ledger: Ledger) -> None:
    approved(ledger)
    restored(ledger)
    round_of(ledger, Service(answers={"find": SEEN}), timedelta(days=3))
    assert state(ledger) == State.CONFIRMED


def test_what_nobody_approved_is_looked_up_too(ledger: Ledger) -> None:
    planned(ledger)
    restored(ledger)
    round_of(ledger, Service(), MINUTE)
    assert state(ledger) == State.NEEDS_HUMAN


def test_what_is_not_due_yet_needs_a_new_yes_after_a_restore(ledger: Ledger) -> None:
    """It may have been cancelled, changed or sent since the backup was made."""
    number = approved(ledger)
    restored(ledger)
    events = round_of(ledger, Service(), -MINUTE)
    assert state(ledger) == State.PLANNED
    assert "1 that were approved need a new yes" in events[0].message
    with ledger.reading() as connection:
        assert approvals.approver(connection, number) is None


def test_a_service_that_cannot_be_reached_is_looked_at_again_after_a_restore(ledger: Ledger) -> None:
    approved(ledger)
    restored(ledger)
    round_of(ledger, Service(answers={"find": NotSent("No connection.")}), MINUTE)
    assert state(ledger) == State.APPROVED
    assert held(ledger) == brake.Brake("It was restored", reconcile=True)


def test_a_claim_in_a_restored_ledger_is_looked_up_once_its_lease_is_over(ledger: Ledger) -> None:
    approved(ledger)
    claimed(ledger)
    restored(ledger)
    service = Service("none")
    round_of(ledger, service, MINUTE)
    assert held(ledger) == brake.Brake("It was restored", reconcile=True)
    round_of(ledger, service, LEASE)
    assert state(ledger) == State.NEEDS_HUMAN
    assert held(ledger) == brake.Brake("It was restored", reconcile=False)


def test_a_channel_that_is_gone_does_not_stop_the_looking(ledger: Ledger) -> None:
    approved(ledger)
    restored(ledger)

    def open_channel(name: str) -> Service:
        raise ConfigError(f"config.yaml has no channel {name}.")

    list(dispatching.run(Courier(ledger, open_channel, lambda: DUE + MINUTE)))
    assert state(ledger) == State.NEEDS_HUMAN


@pytest.mark.parametrize("minutes", [0, 6])
def test_what_is_found_queued_is_followed_until_it_went_out(ledger: Ledger, minutes: int) -> None:
    approved(ledger)
    service = Service("findable", answers={"find": QUEUED})
    round_of(ledger, service, timedelta(minutes=minutes))
    assert (state(ledger), service.published) == (State.ACCEPTED, [])
    service.answers["find"] = SEEN
    round_of(ledger, service, timedelta(minutes=minutes + 6))
    assert state(ledger) == State.CONFIRMED


def test_what_is_found_queued_after_a_restore_counts(ledger: Ledger) -> None:
    approved(ledger)
    restored(ledger)
    round_of(ledger, Service("findable", answers={"find": QUEUED}), MINUTE)
    assert state(ledger) == State.ACCEPTED


def test_an_answer_that_comes_after_a_person_said_to_send_again_counts(ledger: Ledger) -> None:
    approved(ledger)
    publishing(ledger)
    service = Service("findable")
    round_of(ledger, service, LEASE)
    with ledger.writing() as connection:
        planning.renew(connection, delivery(ledger), DUE + LEASE)
    confirm(Courier(ledger, lambda _: service, lambda: DUE + LEASE), 1, QUEUED)
    assert state(ledger) == State.ACCEPTED


@pytest.mark.parametrize("answers", [{"publish": QUEUED}, {"publish": Uncertain("No answer.")}])
def test_what_cannot_be_looked_up_for_a_day_is_a_persons(ledger: Ledger, answers: dict[str, object]) -> None:
    approved(ledger)
    service = Service("findable", answers=answers)
    round_of(ledger, service)
    service.answers |= {"read": NotSent("No connection."), "find": NotSent("No connection.")}
    events = [event for hours in range(1, 27) for event in round_of(ledger, service, timedelta(hours=hours))]
    assert state(ledger) == State.NEEDS_HUMAN
    assert events[-1].needs_person
    assert "That is so for a day." in (delivery(ledger).error or "")


def test_what_is_in_doubt_at_a_channel_that_is_gone_is_a_persons(ledger: Ledger) -> None:
    approved(ledger)
    publishing(ledger)
    courier = Courier(ledger, gone, lambda: DUE + LEASE)
    assert [event.needs_person for event in dispatching.run(courier)] == [True]
    assert state(ledger) == State.NEEDS_HUMAN


def gone(name: str) -> Service:
    raise ConfigError(f"config.yaml, channels: there is no {name}. Write it back.")


def test_a_channel_that_is_gone_keeps_the_approval_and_says_why(ledger: Ledger) -> None:
    approved(ledger)
    (event,) = dispatching.run(Courier(ledger, gone, lambda: DUE))
    assert event.needs_person
    assert (state(ledger), "there is no" in (delivery(ledger).error or "")) == (State.APPROVED, True)
    round_of(ledger, Service(), timedelta(minutes=6))
    assert state(ledger) == State.CONFIRMED


def test_a_refused_repeat_that_cannot_be_looked_up_is_a_persons(ledger: Ledger) -> None:
    approved(ledger)
    publishing(ledger)
    service = Service("keyed", answers={"publish": Rejected("It was sent.")})
    service.before["publish"] = lambda: service.answers.update(read=Rejected("No."))
    round_of(ledger, service, LEASE)
    assert state(ledger) == State.NEEDS_HUMAN


@pytest.mark.parametrize(("guarantee", "then"), [("staged", State.MISSED), ("keyed", State.NEEDS_HUMAN)])
def test_what_nobody_looked_at_until_its_time_passed_does_not_go_out_late(
    lost: Ledger, guarantee: Guarantee, then: State
) -> None:
    service = Service(guarantee)
    round_of(lost, service, timedelta(hours=30))
    assert (state(lost), service.published) == (then, [])
