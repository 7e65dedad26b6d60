"""Each provider's channel with its fake, and what a delivery needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx

from pipeline.channels.registry import open_channel
from pipeline.model import Channel, Receipt, Request, Staged
from tests.channels import buttondown_fake, mailchimp_fake
from tests.channels.buttondown_fake import FakeButtondown
from tests.channels.faults import Effect
from tests.channels.mailchimp_fake import FakeMailchimp
from tests.channels.messages import an_email
from tests.factories import a_config

AT = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)
REFERENCE = "weekly/2026-W47"


@dataclass
class Provider:
    """A channel and its fake.

    Attributes:
        publishing: Method and end of the path of the one call that readers notice.
        drafts: How many drafts the service holds.
    """

    channel: Channel
    fake: FakeMailchimp | FakeButtondown
    publishing: tuple[str, str]
    drafts: Callable[[], int]

    def fail(self, call: tuple[str, str], effect: Effect, *, after: bool = False) -> None:
        self.fake.fail(*call, effect, after=after)

    def calls(self) -> list[tuple[str, str]]:
        return [(request.method, request.url.path) for request in self.fake.requests]

    def published(self) -> int:
        """How many publishing calls were made."""
        method, end = self.publishing
        return sum(made == method and path.endswith(end) for made, path in self.calls())

    def request(self) -> Request:
        return self.channel.render(an_email())

    def staged(self, request: Request) -> Staged:
        """As a ledger gives it back: from its three texts."""
        made = self.channel.stage(request, REFERENCE)
        assert len(made.remote_id) <= 2000
        return Staged(made.reference, made.remote_id, made.place)

    def publish(self, request: Request, staged: Staged) -> Receipt:
        return self.channel.publish(request, staged, "key", AT, None)


def opened(settings: dict[str, Any], fake: Callable[[httpx.Request], httpx.Response]) -> Channel:
    """The channel as config.yaml opens it."""
    return open_channel("ours", a_config(channels={"ours": settings}), transport=httpx.MockTransport(fake))


def mailchimp() -> Provider:
    fake = FakeMailchimp()
    channel = opened({"type": "mailchimp", "list": "Newsletter", "api_key": mailchimp_fake.KEY}, fake)
    drafts = lambda: sum(one["status"] in {"save", "paused"} for one in fake.campaigns)  # noqa: E731
    return Provider(channel, fake, ("POST", "/actions/send"), drafts)


def buttondown() -> Provider:
    fake = FakeButtondown()
    channel = opened({"type": "buttondown", "newsletter": "bakery", "api_key": buttondown_fake.KEY}, fake)
    drafts = lambda: sum(one["status"] == "draft" for one in fake.emails)  # noqa: E731
    return Provider(channel, fake, ("POST", "/publish"), drafts)


PROVIDERS = {"mailchimp": mailchimp, "buttondown": buttondown}
