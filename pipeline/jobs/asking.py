"""Asking the sources, several at once, for what is new since they were asked last.

The threads only fetch: the ledger and every reader belong to the thread that asks.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from pipeline import __version__
from pipeline.config.shape import Source
from pipeline.ingest.versions import Version
from pipeline.jobs import reading
from pipeline.jobs.desk import Desk
from pipeline.ledger import visits
from pipeline.ledger.visits import Visit

if TYPE_CHECKING:
    from pipeline.ingest.fetch import Fetched

THREADS = 6
_AHEAD = 2 * THREADS  # answers that may wait for their turn: each holds up to 10 MB
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Asked:
    """A source, and what it answered.

    Attributes:
        address: Its feed or folder, as it is kept and shown: without login.
        before: The answer before this one.
        answer: Of a feed; None of a folder, and where it asked to be left alone until later.
        failure: Why there is no answer.
    """

    name: str
    source: Source
    address: str
    before: Visit
    answer: Fetched | None = None
    failure: Exception | None = None
    waits: bool = False


def ask(desk: Desk, names: Sequence[str]) -> Iterator[Asked]:
    """What the sources `names` answer, in their order. A failure of one is its answer, and stops no other."""
    with desk.ledger.reading() as connection:
        asked = []
        for name in names:
            source = desk.config.sources[name]
            address = reading.shown(str(source.feed or source.folder))
            before = visits.last_visit(connection, desk.brand, name, address)
            waits = source.feed is not None and before.not_before is not None and desk.now() < before.not_before
            asked.append(Asked(name, source, address, before, waits=waits))
    return side_by_side(lambda one: _answered(desk, one), asked)


def _answered(desk: Desk, asked: Asked) -> Asked:
    feed = asked.source.feed
    if feed is None or asked.waits:
        return asked
    known = _known(desk, asked)
    try:
        private = asked.source.allow_private
        return replace(asked, answer=desk.get(feed, private, known) if known else desk.get(feed, private))
    except Exception as error:  # whatever it is, it is told where the answer is looked at
        return replace(asked, failure=error)


def _known(desk: Desk, asked: Asked) -> Version | None:
    """The version that was noted, where it would be read today as it was then."""
    before = asked.before
    if before.found_at is None or before.read_as != read_as(desk, asked.source):
        return None
    return Version(before.found_at, before.etag, before.modified)


def read_as(desk: Desk, source: Source) -> str:
    """What decides how a feed is read and noted, beside its bytes."""
    config = desk.config
    # What another source gave first stays that one's, until config.yaml has it no more.
    names = hashlib.sha256("\n".join(sorted(config.sources)).encode()).hexdigest()[:16]
    settings = (__version__, config.brand.language, config.suggest_key_points, names, source.rights, source.full_text)
    return " ".join(map(str, settings))


def side_by_side(act: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
    """`act` on each of `things` in a few threads; the results in their order, a few ahead of who takes them."""
    with ThreadPoolExecutor(THREADS) as pool:
        begun: deque[Future[R]] = deque()
        try:
            for thing in things:
                begun.append(pool.submit(act, thing))
                if len(begun) >= _AHEAD:
                    yield begun.popleft().result()
            while begun:
                yield begun.popleft().result()
        finally:
            for future in begun:
                future.cancel()
