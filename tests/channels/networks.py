"""Each network's channel with its fake, and what a delivery needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx

from pipeline.channels.bluesky import Bluesky
from pipeline.channels.http import Connection
from pipeline.channels.mastodon import Mastodon
from pipeline.config.shape import BlueskyChannel, MastodonChannel
from pipeline.model import Channel, Receipt, Request, Staged
from tests.channels.bluesky_fake import HANDLE, PASSWORD, FakeBluesky
from tests.channels.faults import Effect, Fault
from tests.channels.mastodon_fake import SERVER, TOKEN, FakeMastodon
from tests.channels.messages import PICTURE, a_post, a_thread

AT = datetime(2026, 4, 2, 7, 0, tzinfo=UTC)
KEY = "example-bakery/mastodon/2026-04-02 09:00 Europe/Amsterdam/1"


class Ticking:
    """A clock that a pause moves on, so that nobody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.now += seconds


def a_connection(fake: Callable[[httpx.Request], httpx.Response]) -> Connection:
    clock = Ticking()
    return Connection(httpx.MockTransport(fake), clock=clock, pause=clock.pause)


def a_mastodon(fake: FakeMastodon, **changes: Any) -> Mastodon:
    settings = {"type": "mastodon", "server": SERVER, "token": TOKEN} | changes
    return Mastodon(MastodonChannel.model_validate(settings), name="ours", connection=a_connection(fake))


def a_bluesky(fake: FakeBluesky, **changes: Any) -> Bluesky:
    settings = {"type": "bluesky", "handle": HANDLE, "app_password": PASSWORD} | changes
    return Bluesky(BlueskyChannel.model_validate(settings), name="ours", connection=a_connection(fake))


@dataclass
class Network:
    """A channel and its fake.

    Attributes:
        publishing: Method and path of the one call that readers notice.
        shown: How many posts readers see.
    """

    channel: Channel
    fake: FakeMastodon | FakeBluesky
    publishing: tuple[str, str]
    shown: Callable[[], int]

    def fail(self, method: str, path: str, effect: Effect, *, after: bool = False) -> None:
        self.fake.faults.append(Fault(method, path, effect, after))

    def calls(self) -> list[tuple[str, str]]:
        return [(request.method, request.url.path) for request in self.fake.requests]

    def request(self) -> Request:
        return self.channel.render(a_thread(a_post(network="mastodon")), PICTURE)

    def staged(self, request: Request) -> Staged:
        """As a ledger gives it back: from its three texts."""
        made = self.channel.stage(request, "social/2026-04-02 09:00")
        assert len(made.remote_id) <= 2000
        return Staged(made.reference, made.remote_id, made.place)

    def publish(self, request: Request, staged: Staged, key: str = KEY) -> Receipt:
        return self.channel.publish(request, staged, key, AT, None)


def mastodon() -> Network:
    fake = FakeMastodon()
    return Network(a_mastodon(fake), fake, ("POST", "/api/v1/statuses"), lambda: len(fake.statuses))


def bluesky() -> Network:
    fake = FakeBluesky()
    return Network(a_bluesky(fake), fake, ("POST", "/xrpc/com.atproto.repo.applyWrites"), lambda: len(fake.records))


NETWORKS = {"mastodon": mastodon, "bluesky": bluesky}
