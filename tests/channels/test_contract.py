"""What holds for every channel. A channel that is registered without a world below fails the first test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from pipeline.channels.registry import CHANNELS, open_channel
from pipeline.config.shape import MailchimpChannel, OutboxChannel
from pipeline.errors import ConfigError, Rejected
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Channel, Email, Thread
from tests.channels.mailchimp_fake import KEY, FakeMailchimp
from tests.channels.messages import PICTURE, a_thread, an_email
from tests.factories import a_config

REFERENCES = ["weekly/2026-W47", "linkedin/2026-11-24 09:00 Europe_Amsterdam"]
KINDS: dict[type[Email] | type[Thread], Callable[[], Email | Thread]] = {Email: an_email, Thread: a_thread}


@dataclass
class World:
    """A channel, and what its service has.

    Attributes:
        channel: As config.yaml opens it.
        drafts: How many drafts the service holds.
        sent: How many messages readers got.
    """

    channel: Channel
    drafts: Callable[[], int]
    sent: Callable[[], int]


def an_outbox(tmp_path: Path) -> World:
    config = a_config(channels={"ours": {"type": "outbox", "folder": str(tmp_path / "outbox")}})
    files = (tmp_path / "outbox").rglob
    return World(open_channel("ours", config), lambda: len({path.parts[:-1] for path in files("*.html")}), lambda: 0)


def a_mailchimp(_: Path) -> World:
    fake = FakeMailchimp()
    config = a_config(channels={"ours": {"type": "mailchimp", "list": "Newsletter", "api_key": KEY}})
    channel = open_channel("ours", config, transport=httpx.MockTransport(fake))
    return World(
        channel,
        lambda: sum(campaign["status"] == "save" for campaign in fake.campaigns),
        lambda: sum(campaign["status"] != "save" for campaign in fake.campaigns),
    )


WORLDS: dict[type, Callable[[Path], World]] = {OutboxChannel: an_outbox, MailchimpChannel: a_mailchimp}


@pytest.fixture(params=CHANNELS, ids=lambda kind: kind.__name__)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> World:
    return WORLDS[request.param](tmp_path)


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
    assert world.drafts() == 0


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
    assert world.drafts() == 1
    assert world.sent() == 0


def test_each_reference_has_a_draft_of_its_own_that_is_found_again(world: World, message: Email | Thread) -> None:
    request = world.channel.render(message, PICTURE)
    assert [world.channel.find(reference) for reference in REFERENCES] == [None, None]
    staged = [world.channel.stage(request, reference) for reference in REFERENCES]
    assert [world.channel.find(reference) for reference in REFERENCES] == staged
    assert [one.reference for one in staged] == REFERENCES
    assert all(one.place for one in staged)
    assert world.drafts() == 2


def test_checking_a_good_channel_finds_nothing_and_changes_nothing(world: World) -> None:
    assert world.channel.check() == []
    assert world.drafts() == 0


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
