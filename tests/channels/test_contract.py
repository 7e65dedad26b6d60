"""What holds for every channel. A channel that is registered without a world below fails the first test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.channels.registry import CHANNELS, open_channel
from pipeline.config.shape import (
    BlueskyChannel,
    ButtondownChannel,
    ExportChannel,
    MailchimpChannel,
    MastodonChannel,
    OutboxChannel,
    SmtpChannel,
)
from pipeline.errors import ChannelError, ConfigError, Rejected
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Channel, Email, Receipt, Remote, Request, Staged, Thread
from tests.channels import networks, providers
from tests.channels.mail_server import PASSWORD, USER, a_mail_server
from tests.channels.messages import PICTURE, a_thread, an_email
from tests.channels.providers import AT
from tests.factories import a_config

REFERENCES = ["weekly/2026-W47", "linkedin/2026-11-24 09:00 Europe_Amsterdam"]
KINDS: dict[type[Email] | type[Thread], Callable[[], Email | Thread]] = {Email: an_email, Thread: a_thread}


@dataclass
class World:
    """A channel, and what its service has.

    Attributes:
        channel: As config.yaml opens it.
        drafts: How many drafts the service holds; None where it keeps none, and so finds nothing either.
        sent: How many messages readers got.
        tests: How many went to one address.
    """

    channel: Channel
    drafts: Callable[[], int] | None
    sent: Callable[[], int]
    tests: Callable[[], int] = lambda: 0

    def holds(self, drafts: int) -> bool:
        return self.drafts is None or self.drafts() == drafts

    def staged(self, request: Request, reference: str) -> Staged:
        """As a ledger gives it back: from its three texts."""
        made = self.channel.stage(request, reference)
        assert len(made.remote_id) <= 2000
        return Staged(made.reference, made.remote_id, made.place)


@contextmanager
def an_outbox(tmp_path: Path, kind: str = "outbox") -> Iterator[World]:
    folder = tmp_path / "outbox"
    config = a_config(channels={"ours": {"type": kind, "folder": str(folder)}})

    def written(below: str) -> int:
        return len({path.parent for path in (folder / below).rglob("*.html")})

    yield World(
        open_channel("ours", config), lambda: written("staged"), lambda: written("sent"), lambda: written("tests")
    )


@contextmanager
def a_provider(name: str) -> Iterator[World]:
    made = providers.PROVIDERS[name]()
    yield World(made.channel, made.drafts, lambda: len(made.fake.mailed), lambda: len(made.fake.tested))


@contextmanager
def an_smtp(_: Path) -> Iterator[World]:
    with a_mail_server(auth_require_tls=False) as inbox:
        server = {"type": "smtp", "host": "localhost", "port": inbox.port, "security": "none"}
        settings = {**server, "user": USER, "password": PASSWORD, "to": "readers@lists.bakery.example"}

        def got(by_list: bool) -> int:
            return sum((to == [settings["to"]]) == by_list for to, _ in inbox.messages)

        channel = open_channel("ours", a_config(channels={"ours": settings}))
        yield World(channel, None, lambda: got(True), lambda: got(False))


@contextmanager
def a_network(name: str) -> Iterator[World]:
    made = networks.NETWORKS[name]()
    yield World(made.channel, None, made.shown)


WORLDS: dict[type, Callable[[Path], AbstractContextManager[World]]] = {
    OutboxChannel: an_outbox,
    ExportChannel: lambda folder: an_outbox(folder, "export"),
    MailchimpChannel: lambda _: a_provider("mailchimp"),
    ButtondownChannel: lambda _: a_provider("buttondown"),
    SmtpChannel: an_smtp,
    MastodonChannel: lambda _: a_network("mastodon"),
    BlueskyChannel: lambda _: a_network("bluesky"),
}


@pytest.fixture(params=CHANNELS, ids=lambda kind: kind.__name__)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    with WORLDS[request.param](tmp_path) as made:
        yield made


@pytest.fixture
def message(world: World) -> Email | Thread:
    return next(make() for kind, make in KINDS.items() if kind in world.channel.facts.accepts)


def test_every_registered_channel_is_tested_here() -> None:
    assert set(WORLDS) == set(CHANNELS)


def test_rendering_is_pure(world: World) -> None:
    for kind in world.channel.facts.accepts:
        first, second = (world.channel.render(KINDS[kind](), PICTURE) for _ in range(2))
        assert first == second
        assert first.parts
    assert world.holds(drafts=0)


def test_no_placeholder_is_left(world: World) -> None:
    for kind in world.channel.facts.accepts:
        sent = b"".join(world.channel.render(KINDS[kind](), PICTURE).parts.values())
        assert UNSUBSCRIBE.encode() not in sent
        assert VIEW_ONLINE.encode() not in sent


def test_what_it_takes_has_no_problem_and_what_it_does_not_take_is_an_error(world: World) -> None:
    for kind, make in KINDS.items():
        errors = [finding for finding in world.channel.problems(make()) if finding.severity == "error"]
        if kind in world.channel.facts.accepts:
            assert errors == []
        else:
            assert errors
            with pytest.raises(Rejected, match=r"^channels\.ours: "):
                world.channel.render(make(), PICTURE)


def test_staging_twice_makes_one_draft(world: World, message: Email | Thread) -> None:
    request = world.channel.render(message, PICTURE)
    first = world.channel.stage(request, REFERENCES[0])
    assert world.channel.stage(request, REFERENCES[0]) == first
    assert world.holds(drafts=1)
    assert world.sent() == 0


def test_each_reference_has_a_draft_of_its_own_that_is_found_again(world: World, message: Email | Thread) -> None:
    request = world.channel.render(message, PICTURE)
    assert [world.channel.find(reference) for reference in REFERENCES] == [None, None]
    staged = [world.channel.stage(request, reference) for reference in REFERENCES]
    found = [world.channel.find(reference) for reference in REFERENCES]
    assert found == (staged if world.drafts else [None, None])
    assert [one.reference for one in staged] == REFERENCES
    assert all(one.place for one in staged)
    assert world.holds(drafts=2)


def test_a_draft_is_read_as_what_was_staged(world: World, message: Email | Thread) -> None:
    request = world.channel.render(message, PICTURE)
    assert world.channel.read(request, world.staged(request, REFERENCES[0])) == Remote("draft")


def test_publishing_reaches_readers_once_and_can_be_found(world: World, message: Email | Thread) -> None:
    request = world.channel.render(message, PICTURE)
    receipt = world.channel.publish(request, world.staged(request, REFERENCES[0]), "key", AT, None)
    assert receipt.remote_id
    assert receipt.place
    assert world.sent() == 1
    assert world.holds(drafts=0)
    found = world.channel.find(REFERENCES[0])
    assert found == (receipt if world.drafts else None)
    assert world.channel.find(REFERENCES[1]) is None


def test_publishing_twice_has_one_effect_where_that_is_promised(world: World, message: Email | Thread) -> None:
    promised = world.channel.facts.guarantee in {"keyed", "staged"}
    request = world.channel.render(message, PICTURE)
    staged = world.staged(request, REFERENCES[0])
    receipts = [world.channel.publish(request, staged, "key", AT, None) for _ in range(2)]
    if promised:
        assert receipts[0] == receipts[1]
    assert world.sent() == (1 if promised else 2), "a fake promises no more than its channel declares"


def test_another_reference_is_another_message(world: World, message: Email | Thread) -> None:
    request = world.channel.render(message, PICTURE)
    for reference in REFERENCES:
        world.channel.publish(request, world.staged(request, reference), f"key of {reference}", AT, None)
    assert world.sent() == 2


def test_a_withdrawn_draft_is_gone_and_may_be_withdrawn_again_or_staged_anew(
    world: World, message: Email | Thread
) -> None:
    request = world.channel.render(message, PICTURE)
    staged = world.staged(request, REFERENCES[0])
    for _ in range(2):
        world.channel.withdraw(staged)
    assert world.holds(drafts=0)
    assert world.channel.find(REFERENCES[0]) is None
    if world.drafts:
        assert world.channel.read(request, staged) == Remote("gone")
    again = world.staged(request, REFERENCES[0])
    assert isinstance(world.channel.publish(request, again, "key", AT, None), Receipt)
    assert world.sent() == 1


def test_a_test_goes_to_one_address_where_the_channel_says_so(world: World, message: Email | Thread) -> None:
    request = world.channel.render(message, PICTURE)
    if not world.channel.facts.tests:
        with pytest.raises(ChannelError):
            world.channel.test(request, "ann@bakery.example")
        return
    world.channel.test(request, "ann@bakery.example")
    assert (world.tests(), world.sent()) == (1, 0)
    assert world.holds(drafts=0)


def test_a_keyed_channel_alone_says_how_long_a_key_lives(world: World) -> None:
    assert world.channel.facts.key_life is None or world.channel.facts.guarantee == "keyed"


def test_checking_a_good_channel_finds_nothing_and_changes_nothing(world: World) -> None:
    assert world.channel.check() == []
    assert world.holds(drafts=0)
    assert world.sent() == 0


def test_a_channel_goes_by_its_name_in_the_configuration(world: World) -> None:
    assert world.channel.facts.name == "ours"


def test_no_channel_shows_a_secret(world: World, message: Email | Thread) -> None:
    staged = world.channel.stage(world.channel.render(message, PICTURE), REFERENCES[0])
    told = repr(world.channel) + repr(vars(world.channel)) + repr(staged) + repr(world.channel.facts)
    assert "c0ffee" not in told


def test_a_channel_that_is_not_configured_is_named_with_those_that_are() -> None:
    with pytest.raises(ConfigError, match=r"^config.yaml, channels: there is no mailinglist\. There is: outbox\.$"):
        open_channel("mailinglist", a_config())


def test_the_outbox_is_always_there() -> None:
    assert open_channel("outbox", a_config()).facts.accepts == {Email, Thread}
