"""A ledger that was put back from a copy: nothing that it forgot goes out by itself."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.errors import LedgerError
from pipeline.jobs import deciding, dispatching, showing
from pipeline.jobs.delivering import Courier
from pipeline.ledger import brake, drafts, planning, work
from pipeline.ledger.states import State
from pipeline.ledger.store import Ledger, open_ledger
from pipeline.ledger.work import LEASE
from tests.jobs.desks import DAY, HOUR, SOCIAL, House
from tests.jobs.services import Service
from tests.ledger.builders import BEFORE, DUE, MINUTE, a_ledger, approve, approved, delivery, publishing, state
from tests.ledger.test_store import copy, put_back

BRAND = {
    "name": "Bakery",
    "site": "https://bakery.example.org",
    "email": "post@bakery.example.org",
    "postal_address": "Mill Lane 1",
    "language": "en",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return a_ledger(tmp_path)


def run(ledger: Ledger, service: Service, later: timedelta = timedelta()) -> list[str]:
    courier = Courier(ledger, lambda _: service, lambda: DUE + later)
    return [event.message for event in dispatching.run(courier)]


def released(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        held = brake.state(connection)
        assert held is not None
        assert not held.reconcile
        brake.release(connection)


def test_what_was_cancelled_after_the_backup_stays_back(ledger: Ledger, tmp_path: Path) -> None:
    number = approved(ledger)
    copy(ledger.path, tmp_path / "backup.db")
    with ledger.writing() as connection:
        planning.set_aside(connection, drafts.get(connection, number), BEFORE, tell_later=False)
    put_back(tmp_path / "backup.db", ledger.path)
    service, again = Service("keyed"), open_ledger(ledger.path)
    run(again, service, -HOUR)
    released(again)
    run(again, service)
    assert (service.published, state(again)) == ([], State.PLANNED)


def test_what_was_in_doubt_in_the_backup_is_not_repeated(ledger: Ledger, tmp_path: Path) -> None:
    """A person may have settled it since, under a new name."""
    number = approved(ledger)
    got = publishing(ledger)
    with ledger.writing() as connection:
        work.lose(connection, got.delivery, DUE, "No answer.")
    copy(ledger.path, tmp_path / "backup.db")
    with ledger.writing() as connection:
        planning.renew(connection, delivery(ledger), DUE)
    approve(ledger, number)
    service = Service("keyed")
    run(ledger, service, MINUTE)
    put_back(tmp_path / "backup.db", ledger.path)
    again = open_ledger(ledger.path)
    run(again, service, LEASE)
    released(again)
    run(again, service, LEASE * 2)
    assert (len(service.published), state(again)) == (1, State.NEEDS_HUMAN)


def test_a_copy_put_back_under_a_running_service_is_noticed(ledger: Ledger, tmp_path: Path) -> None:
    approved(ledger)
    copy(ledger.path, tmp_path / "backup.db")
    service = Service("none")
    run(ledger, service)
    copy(tmp_path / "backup.db", ledger.path)
    run(ledger, service, MINUTE)
    with ledger.reading() as connection:
        assert brake.is_on(connection)
    run(ledger, service, HOUR)
    assert (len(service.published), state(ledger)) == (1, State.NEEDS_HUMAN)


def test_a_decision_in_a_copy_put_back_meanwhile_is_refused(ledger: Ledger, tmp_path: Path) -> None:
    number = approved(ledger)
    copy(ledger.path, tmp_path / "backup.db")
    run(ledger, Service())
    copy(tmp_path / "backup.db", ledger.path)
    with pytest.raises(LedgerError, match="put back"), ledger.writing() as connection:
        planning.set_aside(connection, drafts.get(connection, number), DUE, tell_later=True)


def test_after_a_restore_nothing_new_is_approved_by_the_machine(tmp_path: Path) -> None:
    social = SOCIAL | {"approval": "automatic"}
    house = House(tmp_path, newsletters={}, social=social, brand=BRAND).opened()
    copy(house.desk.ledger.path, tmp_path / "backup.db")
    house.write("Bread")
    house.draft()
    house.time += timedelta(hours=4)
    house.deliver()
    (first,) = house.channel.published
    put_back(tmp_path / "backup.db", house.desk.ledger.path)
    house.configure(newsletters={}, social=social, brand=BRAND)
    house.deliver()
    deciding.release(house.desk, "Ann")
    house.draft()
    for _ in range(14):
        house.time += DAY
        house.deliver()
    assert house.channel.published == [first]


def test_a_ledger_with_drafts_and_without_its_mark_came_from_elsewhere(ledger: Ledger) -> None:
    approved(ledger)
    ledger.path.with_name(ledger.path.name + ".mark").unlink()
    with open_ledger(ledger.path).reading() as connection:
        held = brake.state(connection)
    assert held is not None
    assert held.reconcile


def test_a_brand_with_a_new_name_keeps_its_past(tmp_path: Path) -> None:
    house = House(tmp_path, newsletters={"weekly": {"from": ["desk"]}}, brand=BRAND).opened()
    house.write("Bread")
    house.draft()
    house.configure(newsletters={"weekly": {"from": ["desk"]}}, brand=BRAND | {"name": "Bakers"})
    assert [row["id"] for row in showing.listed(house.desk, everything=False)] == [1]
    assert {row["brand"] for row in showing.status(house.desk)} == {"Bakers"}
    (said,) = house.draft()
    assert said.startswith("draft 1: weekly/2026-W48 is composed again")
