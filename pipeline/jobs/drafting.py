"""All drafting in its order: sources, editions, posts. Doing it twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.jobs import collecting, editions, following, posting
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk


def draft(desk: Desk, places: Sequence[str] = (), *, again: bool = False, ready_only: bool = False) -> Iterator[Event]:
    """Compose what is new, and what waits for a yes anew where its templates or config.yaml changed.

    Args:
        desk: What to work with.
        places: Articles that a person asks for: files, folders or addresses.
        again: Tell also of those that were told of before.
        ready_only: Only editions whose time to be drafted has come.

    Raises:
        SourceError: there is no article at one of `places`.
    """
    yield from collecting.ask_for(desk, places, again=again)
    yield from collecting.collect(desk)
    yield from editions.editions(desk, ready_only=ready_only)
    yield from following.posts(desk)
    yield from posting.posts(desk)
