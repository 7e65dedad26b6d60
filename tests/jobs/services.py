"""A service in memory, for tests of what is done about its answers. The one that keeps hard promises is in tests/faults."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pipeline.errors import Rejected
from pipeline.model import Email, Facts, Finding, Guarantee, Receipt, Remote, Request, Staged, Thread

SEEN = Receipt("seen", "https://service.example/seen")
QUEUED = Receipt("queued", "https://service.example/queued", final=False)


@dataclass
class Service:
    """A channel whose every answer a test can replace.

    Attributes:
        answers: What a call gives or raises, by its name; by default all goes well.
        calls: The names of the calls, in order.
        before: What happens right before a call, by its name.
    """

    guarantee: Guarantee = "staged"
    account: str = "readers"
    key_life: timedelta | None = None
    answers: dict[str, object] = field(default_factory=dict)
    before: dict[str, Callable[[], None]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    published: list[tuple[Staged, str, bytes]] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    drafts: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.facts = Facts("service", self.account, frozenset({Email, Thread}), self.guarantee, self.key_life)

    def _answer(self, name: str) -> object:
        self.calls.append(name)
        self.before.pop(name, lambda: None)()
        answer = self.answers.get(name)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:
        return Request({})

    def problems(self, message: Email | Thread) -> list[Finding]:
        return []

    def check(self) -> list[Finding]:
        return []

    def test(self, request: Request, to: str) -> None:
        raise Rejected("It cannot send tests.")

    def stage(self, request: Request, reference: str) -> Staged:
        answer = self._answer("stage")
        self.drafts.setdefault(reference, f"r{len(self.drafts) + 1}")
        return answer if isinstance(answer, Staged) else Staged(reference, self.drafts[reference], "")

    def read(self, request: Request, staged: Staged) -> Remote:
        answer = self._answer("read")
        return answer if isinstance(answer, Remote) else Remote("draft")

    def publish(self, request: Request, staged: Staged, key: str, at: datetime, after: Receipt | None) -> Receipt:
        answer = self._answer("publish")
        self.published.append((staged, key, request.parts["body"]))
        return answer if isinstance(answer, Receipt) else SEEN

    def find(self, reference: str) -> Staged | Receipt | None:
        answer = self._answer("find")
        return answer if isinstance(answer, Staged | Receipt) else None

    def withdraw(self, staged: Staged) -> None:
        self._answer("withdraw")
        self.withdrawn.append(staged.remote_id)
