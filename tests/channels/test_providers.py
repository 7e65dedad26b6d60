"""What holds for every provider of mailing lists: one call that readers notice, nothing lost, no secret told."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable

import httpx
import pytest

from pipeline.channels.http import Throttled
from pipeline.errors import ChannelError, NotSent, Rejected, Uncertain
from pipeline.model import Receipt, Remote
from tests.channels.faults import (
    Effect,
    a_login_page,
    refused,
    reset,
    server_error,
    throttled,
    timeout,
    transcript,
    unauthorized,
)
from tests.channels.providers import PROVIDERS, REFERENCE, Provider

UNCLEAR = [timeout, reset, server_error, a_login_page]


@pytest.fixture(params=PROVIDERS)
def provider(request: pytest.FixtureRequest) -> Provider:
    return PROVIDERS[request.param]()


def test_a_newsletter_goes_out_with_one_call_that_readers_notice(provider: Provider) -> None:
    request = provider.request()
    staged = provider.staged(request)
    assert provider.channel.read(request, staged) == Remote("draft")
    assert provider.fake.mailed == []
    receipt = provider.publish(request, staged)
    assert not receipt.final
    assert len(provider.fake.mailed) == provider.published() == 1
    provider.fake.finish()
    remote = provider.channel.read(request, staged)
    assert (remote.state, remote.differs) == ("sent", ())
    assert remote.receipt == Receipt(receipt.remote_id, receipt.place)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("effect", UNCLEAR)
def test_an_unclear_end_of_publishing_is_uncertain_and_what_happened_can_be_read(
    provider: Provider, effect: Effect, after: bool
) -> None:
    request = provider.request()
    staged = provider.staged(request)
    provider.fail(provider.publishing, effect, after=after)
    with pytest.raises(Uncertain):
        provider.publish(request, staged)
    assert provider.published() == 1
    assert len(provider.fake.mailed) == int(after)
    assert provider.channel.read(request, staged).state == ("scheduled" if after else "draft")
    assert isinstance(provider.channel.find(REFERENCE), Receipt) == after


@pytest.mark.parametrize(("effect", "kind"), [(unauthorized, Rejected), (refused, NotSent), (throttled, Throttled)])
def test_a_clear_end_of_publishing_without_effect_is_told_as_such(
    provider: Provider, effect: Effect, kind: type[ChannelError]
) -> None:
    request = provider.request()
    staged = provider.staged(request)
    provider.fail(provider.publishing, effect)
    with pytest.raises(kind) as caught:
        provider.publish(request, staged)
    assert not isinstance(caught.value, Uncertain)
    assert provider.fake.mailed == []
    assert getattr(caught.value, "retry_after", 12) == 12


def stage(provider: Provider) -> None:
    provider.staged(provider.request())


def read(provider: Provider) -> None:
    request = provider.request()
    provider.channel.read(request, provider.staged(request))


def find(provider: Provider) -> None:
    provider.channel.find(REFERENCE)


def withdraw(provider: Provider) -> None:
    provider.channel.withdraw(provider.staged(provider.request()))


def send_test(provider: Provider) -> None:
    provider.channel.test(provider.request(), "ann@bakery.example")


Action = Callable[[Provider], None]
ACTIONS: tuple[Action, ...] = (stage, read, find, withdraw, send_test)


def calls_of(name: str, action: Action) -> list[tuple[str, str]]:
    provider = PROVIDERS[name]()
    action(provider)
    return list(dict.fromkeys(provider.calls()))


CALLS = [
    pytest.param(name, action, call, id=f"{name} {action.__name__} {' '.join(call)}")
    for name in PROVIDERS
    for action in ACTIONS
    for call in calls_of(name, action)
]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("effect", [*UNCLEAR, refused, throttled])
@pytest.mark.parametrize(("name", "action", "call"), CALLS)
def test_whatever_breaks_off_but_publishing_is_not_sent_and_can_be_repeated(
    name: str, action: Action, call: tuple[str, str], effect: Effect, after: bool
) -> None:
    provider = PROVIDERS[name]()
    provider.fail(call, effect, after=after)
    with pytest.raises(NotSent) as caught:
        action(provider)
    assert not isinstance(caught.value, Uncertain)
    assert provider.fake.faults == []
    action(provider)
    assert provider.drafts() <= 1
    assert provider.fake.mailed == []


@pytest.mark.parametrize(("name", "action", "call"), CALLS)
def test_a_key_that_is_not_accepted_is_rejected_wherever_it_is_asked_for(
    name: str, action: Action, call: tuple[str, str]
) -> None:
    provider = PROVIDERS[name]()
    provider.fail(call, unauthorized)
    with pytest.raises(Rejected, match="401"):
        action(provider)
    assert provider.fake.mailed == []


# Tests


def test_a_test_reaches_one_address_under_its_own_name_and_leaves_nothing(provider: Provider) -> None:
    request = provider.request()
    staged = provider.staged(request)
    provider.channel.test(request, "ann@bakery.example")
    ((reference, to),) = provider.fake.tested
    assert to == "ann@bakery.example"
    assert reference.startswith("test/")
    assert provider.channel.find(reference) is None
    assert provider.channel.find(REFERENCE) == staged
    assert provider.fake.mailed == []


@pytest.mark.parametrize("effect", [timeout, server_error, unauthorized, throttled])
def test_the_draft_of_a_test_that_failed_is_deleted_too(provider: Provider, effect: Effect) -> None:
    test = provider.request()
    ending = "/actions/test" if provider.publishing[1] == "/actions/send" else "/send-draft"
    provider.fail(("POST", ending), effect)
    with pytest.raises(ChannelError) as caught:
        provider.channel.test(test, "ann@bakery.example")
    assert not isinstance(caught.value, Uncertain)
    assert provider.drafts() == 0


def test_a_test_goes_to_an_address_only(provider: Provider) -> None:
    with pytest.raises(Rejected, match="is no mail address"):
        provider.channel.test(provider.request(), "everybody")
    assert provider.calls() == []


# Secrets


@pytest.mark.parametrize("status", [400, 401, 403, 422, 429, 500])
@pytest.mark.parametrize("call", ["publishing", "creating"])
def test_no_error_tells_the_key(provider: Provider, call: str, status: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    request = provider.request()

    def echo(made: httpx.Request) -> httpx.Response:
        said = f"{made.headers['Authorization']} and {made.headers['Authorization'].split()[-1]} c0ffee-less"
        return httpx.Response(status, json={"title": said, "detail": said, "errors": [{"message": said}]})

    creating = ("POST", "/emails" if provider.publishing[1] == "/publish" else "/campaigns")
    staged = provider.staged(request) if call == "publishing" else None
    provider.fail(provider.publishing if staged else creating, echo)
    with pytest.raises(ChannelError) as caught:
        provider.publish(request, staged) if staged else provider.staged(request)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + repr(vars(caught.value))
    told += caplog.text + repr(provider.channel) + repr(vars(provider.channel)) + repr(provider.channel.facts)
    told += transcript(provider.fake.requests)
    for secret in ("canary", provider.fake.requests[0].headers["Authorization"].split()[-1]):
        assert secret not in told
