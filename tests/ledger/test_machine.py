"""Whatever order people, workers and the clock act in, the ledger keeps its word."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule
from sqlalchemy import Connection, select

from pipeline.errors import LedgerError, SlotTaken
from pipeline.ledger import approvals, deliveries, drafts, planning, sweep, work
from pipeline.ledger.deliveries import Delivery
from pipeline.ledger.schema import deliveries as table
from pipeline.ledger.schema import told
from pipeline.ledger.states import ALERTING, State
from pipeline.ledger.work import LEASE, Late, Refusal, Work
from pipeline.model import Receipt, Staged
from tests.ledger.builders import DUE, MINUTE, a_content, a_ledger, a_place

NUMBERS = st.sampled_from([1, 1, 1, 2, 3])
TIMES = st.sampled_from([MINUTE, LEASE / 2 + MINUTE, LEASE, LEASE, timedelta(hours=1), timedelta(hours=7)])
ON_ITS_WAY = {State.APPROVED, State.CLAIMED, State.STAGED, State.PUBLISHING}


def digest_now(connection: Connection, draft: drafts.Draft) -> str:
    return drafts.digest_of(draft.place, draft.title, drafts.requests(connection, draft.id))


@dataclass
class Worker:
    """A worker and the steps it has not taken yet."""

    got: Work
    left: list[str]


class Machine(RuleBasedStateMachine):
    """Workers that may be stopped between any two of their steps, against a service that promises nothing.

    An effect happens only where a worker calls, and a worker calls only right after `intend` said that it may.
    """

    workers = Bundle("workers")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.ledger = a_ledger(self.folder)
        self.now = DUE - MINUTE
        self.effects: set[str] = set()
        self.fences: dict[int, int] = {}

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def begin_with_an_approved_draft(self) -> None:
        self.plan("2026-W47", "bread")
        self.person(1, "approve")
        self.now = DUE

    @rule(slot=st.sampled_from(["2026-W47", "2026-W48"]), article=st.sampled_from(["bread", "soup", "tea"]))
    def plan(self, slot: str, article: str) -> None:
        with contextlib.suppress(SlotTaken), self.ledger.writing() as connection:
            place = a_place(slot=slot, due=DUE)
            planning.plan(connection, place, a_content(f"{article} for {slot}", articles=[article]), self.now)

    @rule(number=NUMBERS, act=st.sampled_from(["approve", "edit", "rewrite", "cancel", "discard", "renew"]))
    def person(self, number: int, act: str) -> None:
        """A person who may do as they like, and sends again only what readers have not seen."""
        held = self._held(number)
        if held is None or (act == "renew" and (held.state == State.UNKNOWN or held.reference in self.effects)):
            return
        try:
            with self.ledger.writing() as connection:
                self._decide(connection, held, act)
        except LedgerError:
            return

    def _decide(self, connection: Connection, held: Delivery, act: str) -> None:
        draft = drafts.get(connection, held.draft or 0)
        if act in {"edit", "rewrite"}:
            planning.change(connection, draft, a_content(f"Version {draft.version + 1}"), self.now)
        if act in {"approve", "rewrite"}:
            approvals.approve(connection, drafts.get(connection, draft.id), "Anna", self.now)
        if act in {"cancel", "discard"}:
            planning.set_aside(connection, draft, self.now, tell_later=act == "cancel")
        if act == "renew":
            planning.renew(connection, held, self.now)

    # Workers

    @rule(number=NUMBERS, target=workers)
    def claim(self, number: int) -> object:
        """A worker, if the ledger lets it begin."""
        if self._held(number) is None:
            return multiple()
        with self.ledger.writing() as connection:
            got = work.claim(connection, number, self.now)
        return multiple() if isinstance(got, Refusal) else Worker(got, ["stage", "intend", "call", "end"])

    @rule(
        worker=workers,
        steps=st.sampled_from([4, 4, 3, 2, 1]),
        remote_id=st.sampled_from(["r1", "r2"]),
        sure=st.booleans(),
    )
    def go_on(self, worker: Worker, steps: int, remote_id: str, sure: bool) -> None:
        """So many steps of a worker, which may have been stopped for any time. One that it may not take is its last."""
        todo, worker.left = worker.left[:steps], worker.left[steps:]
        for step in todo:
            if step == "call":
                went = self._call(worker)
            else:
                with self.ledger.writing() as connection:
                    went = self._write(connection, worker, step, remote_id, sure=sure)
            if not went:
                worker.left = []
                return

    def _write(self, connection: Connection, worker: Worker, step: str, remote_id: str, *, sure: bool) -> bool:
        got, reference = worker.got, worker.got.delivery.reference
        if step == "stage":
            return work.save_staged(connection, got, Staged(reference, remote_id, ""), self.now)
        if step == "intend":
            return work.intend(connection, got, self.now)
        if not sure:
            return work.lose(connection, got.delivery, self.now, "Timeout.")
        if reference in self.effects:
            return work.confirm(connection, got.delivery.id, Receipt("seen", ""), self.now)
        return work.put_back(connection, got, self.now, self.now, "Not now.")

    def _call(self, worker: Worker) -> bool:
        """The call, if it is still the worker's to make."""
        got, reference = worker.got, worker.got.delivery.reference
        with self.ledger.reading() as connection:
            if not work.still_ours(connection, got):
                return False
            draft = drafts.get(connection, got.delivery.draft or 0)
            assert approvals.approved(connection, draft) == digest_now(connection, draft)
        assert reference not in self.effects, f"{reference} went out twice"
        self.effects.add(reference)
        return True

    @rule(time=TIMES)
    def pass_time(self, time: timedelta) -> None:
        """And look after what is too late, was begun and not finished, or may have gone out."""
        self.now += time
        with self.ledger.writing() as connection:
            sweep.miss_late(connection, self.now, Late())
            doubtful = deliveries.doubtful(connection, self.now)
            for held in deliveries.abandoned(connection, self.now):
                if held.state == State.PUBLISHING:
                    work.lose(connection, held, self.now, "It was stopped.")
            for held in doubtful:
                work.ask(connection, held, self.now, "Nobody knows.")

    @invariant()
    def the_ledger_keeps_its_word(self) -> None:
        with self.ledger.reading() as connection:
            held = [deliveries.of(row) for row in connection.execute(select(table)).mappings()]
            for one in held:
                self._is_approved_on_its_way(connection, one)
                self._knows_what_went_out(one)
                assert one.fence >= self.fences.get(one.id, 0), "a fence went down"
                assert one.state not in ALERTING or one.error, "it wants a person and does not say why"
            self.fences = {one.id: one.fence for one in held}
            slots = [one.slot for one in held if one.state != State.CANCELLED]
            assert len(set(slots)) == len(slots), "a slot was planned twice"
            articles = list(connection.execute(select(told.c.article)).scalars())
            assert len(set(articles)) == len(articles), "an article was told twice"

    def _is_approved_on_its_way(self, connection: Connection, held: Delivery) -> None:
        if held.state in ON_ITS_WAY:
            draft = drafts.get(connection, held.draft or 0)
            assert approvals.approved(connection, draft) == digest_now(connection, draft)

    def _knows_what_went_out(self, held: Delivery) -> None:
        if held.reference in self.effects:
            assert held.state in {State.PUBLISHING, State.CONFIRMED, State.UNKNOWN, State.NEEDS_HUMAN}
        else:
            assert held.state != State.CONFIRMED

    def _held(self, number: int) -> Delivery | None:
        with self.ledger.reading() as connection:
            known = connection.execute(select(table.c.id).where(table.c.id == number)).first()
            return deliveries.get(connection, number) if known else None


TestMachine = Machine.TestCase
TestMachine.settings = settings(
    max_examples=60,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
