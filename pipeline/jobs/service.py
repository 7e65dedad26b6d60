"""What the service works with, what it tells, and how one thing that fails leaves the others alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from pipeline.config.shape import Config
from pipeline.errors import LichtpuntError
from pipeline.jobs import reading

ASK_EVERY = timedelta(minutes=15)  # sources belong to others, and articles are no stock prices


@dataclass(frozen=True)
class Event:
    """Something that happened, or wants a person.

    Attributes:
        reference: Which draft: `weekly/2026-W47`.
        needs_person: True where nothing goes on by itself.
    """

    reference: str
    message: str
    needs_person: bool = False


@dataclass(frozen=True)
class Service:
    """What a round works with.

    Attributes:
        drafts: Where drafts are kept.
        asked: When sources were last read, by what for. A restart forgets it, and reads them again.
    """

    config: Config
    drafts: Path
    get: reading.Fetch = reading.over_the_network
    asked: dict[str, datetime] = field(default_factory=dict)

    def may_ask(self, what_for: str, now: datetime) -> bool:
        """Whether sources may be read again `what_for`; if so, the next quarter of an hour they may not."""
        last = self.asked.get(what_for)
        if last is not None and abs(now - last) < ASK_EVERY:  # a clock may be set back
            return False
        self.asked[what_for] = now
        return True


def attempt(reference: str, steps: Iterable[Event]) -> Iterator[Event]:
    """The events of `steps`; where they fail, an event that says so instead of the rest of them."""
    try:
        yield from steps
    except LichtpuntError as error:
        yield Event(reference, str(error), needs_person=True)
    except Exception as error:  # a service that stops over one article would be silent about all the others
        said = (str(error).splitlines() or ["no more is known"])[0][:200]
        message = f"failed unexpectedly ({type(error).__name__}: {said}). All else goes on; show this to a programmer."
        yield Event(reference, message, needs_person=True)
