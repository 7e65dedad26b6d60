"""A post's draft -> whether its time fits the days that it names and its article's date. Looked at anew: times move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from pipeline.jobs.composing import THREAD
from pipeline.jobs.desk import Desk
from pipeline.ledger.drafts import Draft
from pipeline.ledger.states import FINAL, State
from pipeline.model import Finding, Post
from pipeline.preflight import days
from pipeline.preflight.days import Limit


def of(draft: Draft, desk: Desk, states: Sequence[State] = ()) -> Iterator[Finding]:
    """Findings about the time of a draft; none of what is settled."""
    if draft.kind == "thread" and not (states and set(states) <= FINAL):
        posts, zone = _posts(draft.message), desk.config.brand.timezone
        yield from days.of_post(posts, draft.place.due, zone, draft.created, desk.now())


def limit(message: str, desk: Desk, written: datetime) -> Limit | None:
    """The first day to come that a draft of posts names, which was `written` then."""
    return days.limit(_posts(message), desk.config.brand.timezone, written)


@lru_cache(maxsize=1024)  # a list looks at each
def _posts(message: str) -> tuple[Post, ...]:
    return THREAD.validate_json(message).posts
