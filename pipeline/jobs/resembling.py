"""A post's draft -> whether an earlier one of its network said the same. Looked at anew each time: others change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sqlalchemy import Connection

from pipeline.jobs.composing import THREAD
from pipeline.ledger import calendar
from pipeline.ledger.drafts import Draft
from pipeline.ledger.states import State
from pipeline.model import Finding, Post
from pipeline.preflight import twice

_MOST = 300  # earlier drafts of the network that are compared
_NOT_TOLD = frozenset({State.CANCELLED, State.SKIPPED, State.MISSED})


def earlier(connection: Connection, draft: Draft) -> Iterator[Finding]:
    """That an earlier draft of its network, out or still to go, says nearly the same."""
    if draft.kind == "thread":
        yield from among(draft, calendar.drafts_with_states(connection, draft.place.brand))


def among(draft: Draft, rows: Sequence[tuple[Draft, Sequence[State]]]) -> Iterator[Finding]:
    """The same, where `rows` are all drafts of the brand with their states."""
    if draft.kind != "thread":
        return
    others = [
        other
        for other, states in rows
        if other.id < draft.id
        and (other.kind, other.place.series) == ("thread", draft.place.series)
        and not set(states) <= _NOT_TOLD
    ]
    newest = sorted(others, key=lambda one: -one.id)[:_MOST]
    before = [(_first(other.message), f"draft {other.id}" + _when(other)) for other in newest]
    yield from twice.earlier(_first(draft.message), before, f"{draft.place.series} post")


@lru_cache(maxsize=1024)  # a list compares each with all before it
def _first(message: str) -> Post:
    return THREAD.validate_json(message).posts[0]


def _when(draft: Draft) -> str:
    return f" ({draft.place.slot})" if draft.place.slot else ""
