"""A desk on a temporary folder, with a clock that tests set and a channel that keeps what it publishes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pipeline.errors import Rejected
from pipeline.ingest.fetch import Fetched
from pipeline.ingest.versions import Version
from pipeline.jobs import dispatching, drafting, reading, rounds
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.ledger.store import open_ledger
from pipeline.model import Email, Facts, Finding, Network, Receipt, Remote, Request, Staged, Thread
from tests.factories import a_config

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
THURSDAY = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)  # 09:00 in Amsterdam, when the newsletter goes out
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
SOCIAL = {"from": ["desk"], "networks": {"mastodon": {"days": ["monday", "friday"], "at": "12:30", "as": ["text"]}}}


def an_article(name: str, *points: str) -> str:
    """A Markdown file about `name`."""
    callouts = "".join(f"\n> [!TIP]\n> {point}\n" for point in points or (f"{name} keeps best in a paper bag.",))
    head = f"---\ntitle: {name} that keeps\nlanguage: en\nurl: https://bakery.example/{name.lower()}\n---\n"
    return f"{head}\n{name} lives longer than most people think.\n{callouts}"


@dataclass
class Memory:
    """A channel that keeps what it publishes, as often as it is told to."""

    facts: Facts
    published: list[tuple[str, Request]] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    tested: list[str] = field(default_factory=list)
    fails_with: Exception | None = None

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:
        if isinstance(message, Email):
            return Request({"subject": message.subject.encode(), "text": message.text.encode()})
        return Request({"text": "\n".join(post.text for post in message.posts).encode(), **(images or {})})

    def problems(self, message: Email | Thread) -> list[Finding]:  # noqa: ARG002
        return []

    def stage(self, request: Request, reference: str) -> Staged:  # noqa: ARG002
        return Staged(reference, f"id of {reference}", f"memory:{reference}")

    def read(self, request: Request, staged: Staged) -> Remote:  # noqa: ARG002
        if any(reference == staged.reference for reference, _ in self.published):
            return Remote("sent", receipt=Receipt(staged.remote_id, staged.place))
        return Remote("draft")

    def publish(self, request: Request, staged: Staged, key: str, at: datetime, after: Receipt | None) -> Receipt:  # noqa: ARG002
        if self.fails_with:
            raise self.fails_with
        self.published.append((staged.reference, request))
        return Receipt(staged.remote_id, staged.place)

    def find(self, reference: str) -> Staged | Receipt | None:  # noqa: ARG002
        return None

    def withdraw(self, staged: Staged) -> None:
        if any(reference == staged.reference for reference, _ in self.published):
            raise Rejected("It went out already.")
        self.withdrawn.append(staged.reference)

    def test(self, request: Request, to: str) -> None:  # noqa: ARG002
        self.tested.append(to)

    def check(self) -> list[Finding]:
        return []


class OneChannel:
    """Every name is the same channel."""

    def __init__(self, channel: Memory) -> None:
        self.channel = channel

    def named(self, name: str) -> Memory:  # noqa: ARG002
        return self.channel

    def of(self, network: Network) -> str:  # noqa: ARG002
        return "outbox"


class House:
    """A project's folder with articles, and the desk that works there."""

    def __init__(self, folder: Path, **changes: Any) -> None:
        self.folder = folder
        self.time = MONDAY
        self.get: reading.Fetch = _no_network
        self.channel = Memory(Facts("outbox", "readers", frozenset({Email, Thread}), "staged", tests=True))
        (folder / "articles").mkdir(exist_ok=True)
        self.configure(**changes)

    def configure(self, **changes: Any) -> None:
        """Another config.yaml; the ledger stays."""
        config = a_config(**changes).model_copy(update={"folder": self.folder})
        ledger = open_ledger(self.folder / "ledger.db", "Bakery")
        channels: Any = OneChannel(self.channel)
        self.desk = Desk(config, ledger, lambda: self.time, self.asked, channels)

    def asked(self, url: str, allow_private: bool, known: Version | None = None, /) -> Fetched:
        """Fetch as tests say at that moment."""
        return self.get(url, allow_private, known)

    def write(self, name: str, *points: str) -> None:
        """Put an article into the folder, or change it."""
        (self.folder / "articles" / f"{name.lower()}.md").write_text(an_article(name, *points))

    def opened(self) -> House:
        """The same, after an empty folder was seen: what comes now is new."""
        self.draft()
        return self

    def draft(self, **how: Any) -> list[str]:
        """Run `draft`; what it told."""
        return told(list(drafting.draft(self.desk, **how)))

    def deliver(self) -> list[str]:
        """Run `deliver --once`."""
        return told(list(dispatching.run(self.desk.courier)))

    def round(self) -> list[str]:
        """One round of a service that was started just now."""
        return told(list(rounds.Service(self.desk).round()))


def told(events: list[Event]) -> list[str]:
    """Events as lines."""
    return [f"{event.reference}: {event.message}" for event in events]


def _no_network(url: str, allow_private: bool, known: Version | None = None, /) -> Fetched:
    raise AssertionError((url, allow_private))
