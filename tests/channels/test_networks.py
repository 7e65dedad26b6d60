"""What holds for every network: one call that readers notice, once, and no secret told."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable

import httpx
import pytest

from pipeline.channels.http import Throttled
from pipeline.errors import ChannelError, NotSent, Rejected, Uncertain
from pipeline.model import Thread
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
from tests.channels.messages import PICTURE, a_post, a_thread, an_email
from tests.channels.networks import KEY, NETWORKS, Network

UNCLEAR = [timeout, reset, server_error, a_login_page]


@pytest.fixture(params=NETWORKS)
def network(request: pytest.FixtureRequest) -> Network:
    return NETWORKS[request.param]()


def test_a_post_goes_out_once_with_one_call_that_readers_notice(network: Network) -> None:
    request = network.request()
    staged = network.staged(request)
    assert network.shown() == 0
    assert network.channel.read(request, staged).state == "draft"
    assert network.channel.read(request, staged).differs == ()
    receipt = network.publish(request, staged)
    assert network.shown() == 1
    assert receipt.final
    assert receipt.place.startswith("https://")
    assert network.calls().count(network.publishing) == 1


def test_the_same_key_again_has_no_second_effect_and_the_same_receipt(network: Network) -> None:
    request = network.request()
    staged = network.staged(request)
    assert network.publish(request, staged) == network.publish(request, staged)
    assert network.shown() == 1


def test_another_key_is_another_post(network: Network) -> None:
    request = network.request()
    first = network.publish(request, network.staged(request))
    second = network.publish(request, network.staged(request), KEY + "/again")
    assert first != second
    assert network.shown() == 2


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("effect", UNCLEAR)
def test_an_unclear_end_of_publishing_is_uncertain_and_repeating_it_ends_with_one_post(
    network: Network, effect: Effect, after: bool
) -> None:
    request = network.request()
    staged = network.staged(request)
    network.fail(*network.publishing, effect, after=after)
    with pytest.raises(Uncertain):
        network.publish(request, staged)
    assert network.shown() == int(after)
    network.publish(request, staged)
    assert network.shown() == 1


@pytest.mark.parametrize(("effect", "kind"), [(unauthorized, Rejected), (refused, NotSent), (throttled, Throttled)])
def test_a_clear_end_of_publishing_without_effect_is_told_as_such(
    network: Network, effect: Effect, kind: type[ChannelError]
) -> None:
    request = network.request()
    staged = network.staged(request)
    network.fail(*network.publishing, effect)
    with pytest.raises(kind) as caught:
        network.publish(request, staged)
    assert not isinstance(caught.value, Uncertain)
    assert network.shown() == 0
    assert getattr(caught.value, "retry_after", 12) == 12


def stage(network: Network) -> None:
    network.staged(network.request())


def read(network: Network) -> None:
    request = network.request()
    network.channel.read(request, network.staged(request))


def publish(network: Network) -> None:
    request = network.request()
    network.publish(request, network.staged(request))


def calls_of(name: str, action: Callable[[Network], None]) -> list[tuple[str, str]]:
    network = NETWORKS[name]()
    action(network)
    return [call for call in dict.fromkeys(network.calls()) if call != network.publishing]


CALLS = [
    pytest.param(name, action, call, id=f"{name} {action.__name__} {' '.join(call)}")
    for name in NETWORKS
    for action in (stage, read, publish)
    for call in calls_of(name, action)
]


@pytest.mark.parametrize("effect", [*UNCLEAR, refused, throttled])
@pytest.mark.parametrize(("name", "action", "call"), CALLS)
def test_whatever_breaks_off_but_publishing_is_not_sent_and_can_be_repeated(
    name: str, action: Callable[[Network], None], call: tuple[str, str], effect: Effect
) -> None:
    network = NETWORKS[name]()
    network.fail(*call, effect)
    with pytest.raises(NotSent) as caught:
        action(network)
    assert not isinstance(caught.value, Uncertain)
    assert network.shown() == 0
    assert network.fake.faults == []
    action(network)


@pytest.mark.parametrize(("name", "action", "call"), CALLS)
def test_a_token_that_is_not_accepted_is_rejected_wherever_it_is_asked_for(
    name: str, action: Callable[[Network], None], call: tuple[str, str]
) -> None:
    network = NETWORKS[name]()
    network.fail(*call, unauthorized)
    with pytest.raises(Rejected, match="401"):
        action(network)
    assert network.shown() == 0


def test_a_newsletter_is_not_for_networks(network: Network) -> None:
    assert [finding.rule for finding in network.channel.problems(an_email())] == ["kind"]
    with pytest.raises(Rejected, match=r"^channels\.ours: "):
        network.channel.render(an_email())


@pytest.mark.parametrize(
    ("thread", "rule"),
    [
        (a_thread(a_post(text="x" * 501)), "post-limit"),
        (a_thread(a_post(text=" ")), "post-limit"),
        (a_thread(a_post(images=a_post().images * 5)), "post-pictures"),
        (a_thread(a_post(images=(type(a_post().images[0])("cards/bread.png", "x" * 2001),))), "alt-text"),
    ],
)
def test_what_a_network_would_refuse_is_an_error(network: Network, thread: Thread, rule: str) -> None:
    assert rule in [finding.rule for finding in network.channel.problems(thread) if finding.severity == "error"]


def test_a_picture_without_description_is_a_warning(network: Network) -> None:
    (finding,) = network.channel.problems(a_thread(a_post(images=(type(a_post().images[0])("cards/bread.png", " "),))))
    assert (finding.rule, finding.severity) == ("alt-text", "warning")


def test_a_picture_that_is_missing_or_none_is_rejected(network: Network) -> None:
    with pytest.raises(Rejected, match=r"the picture cards/bread\.png is missing"):
        network.channel.render(a_thread(), {})
    with pytest.raises(Rejected, match=r"cards/bread\.png is no picture"):
        network.channel.render(a_thread(), {"cards/bread.png": b"<svg/>"})


def test_nothing_is_found_by_reference_and_no_test_is_sent(network: Network) -> None:
    assert network.channel.find("social/2026-04-02 09:00") is None
    with pytest.raises(Rejected, match="sends no tests"):
        network.channel.test(network.request(), "ann@bakery.example")


def test_checking_a_good_account_finds_nothing_and_a_bad_one_says_so(network: Network) -> None:
    assert network.channel.check() == []
    first = network.calls()[0]
    again = NETWORKS["mastodon" if "mastodon" in str(network.channel) else "bluesky"]()
    again.fail(*first, unauthorized)
    (finding,) = again.channel.check()
    assert (finding.severity, finding.place) == ("error", "channels.ours")
    assert "401" in finding.message
    assert network.shown() == 0


@pytest.mark.parametrize("effect", [unauthorized, server_error, throttled])
def test_no_error_tells_a_secret(network: Network, effect: Effect, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    request = network.request()
    staged = network.staged(request)

    def echo(call: httpx.Request) -> httpx.Response:
        answer = effect(call)
        token = call.headers.get("Authorization", "")
        return httpx.Response(
            answer.status_code, json={"error": token, "message": f"{token} and c0ffee-canary-c0ffee-blue"}
        )

    network.fail(*network.publishing, echo)
    with pytest.raises(ChannelError) as caught:
        network.publish(request, staged)
    told = (
        "".join(traceback.format_exception(caught.value)) + repr(caught.value) + repr(vars(caught.value)) + caplog.text
    )
    told += repr(network.channel) + repr(vars(network.channel)) + repr(staged) + repr(network.channel.facts)
    assert "c0ffee" not in told
    sign_in_aside = [one for one in network.fake.requests if not one.url.path.endswith("createSession")]
    assert "c0ffee" not in transcript(sign_in_aside)


def test_rendering_is_pure_and_gives_what_people_approve(network: Network) -> None:
    assert network.request() == network.request()
    assert network.calls() == []
    assert PICTURE["cards/bread.png"] in network.request().parts.values()
