"""Mastodon's channel: keys that expire, pictures that take their time, and what is evidence of a post."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline.channels.http import Throttled
from pipeline.channels.mastodon_evidence import is_ours
from pipeline.channels.multipart import form
from pipeline.errors import ConfigError, NotSent, Rejected, Uncertain
from pipeline.model import Image, Receipt, Request
from tests.channels.faults import an_empty_object, transcript
from tests.channels.mastodon_fake import KEY_LIFE, SERVER, FakeMastodon
from tests.channels.messages import PICTURE, a_post, a_thread
from tests.channels.networks import AT, KEY, Network, a_mastodon, mastodon


def fake_of(network: Network) -> FakeMastodon:
    assert isinstance(network.fake, FakeMastodon)
    return network.fake


def a_request(
    network: Network, text: str = "Bread keeps 💡\n\nhttps://bakery.example/bread?a=1&b=2#top", **changes: object
) -> Request:
    return network.channel.render(a_thread(a_post(network="mastodon", text=text, **changes)), PICTURE)


def test_a_post_is_published_with_language_visibility_key_and_described_pictures() -> None:
    network = mastodon()
    request = a_request(network, language="pt-BR")
    network.publish(request, network.staged(request))
    fake = fake_of(network)
    (status,) = fake.statuses
    (picture,) = status["media_attachments"]
    assert (status["language"], status["visibility"]) == ("pt", "public")
    assert picture["description"] == "A loaf, with the sentence on it"
    assert fake.files[picture["id"]] == PICTURE["cards/bread.png"]
    assert fake.requests[-1].headers["Idempotency-Key"] == KEY
    assert "scheduled_at" not in json.loads(fake.requests[-1].content)


def test_the_calls_are_these(request: pytest.FixtureRequest) -> None:
    network = mastodon()
    rendered = a_request(network)
    receipt = network.publish(rendered, network.staged(rendered))
    second = a_request(network, "The next part", images=())
    network.channel.publish(second, network.staged(second), KEY + "/2", AT, receipt)
    told = transcript(network.fake.requests)
    expected = Path(__file__).parent / "transcripts" / "mastodon_two_parts.txt"
    if request.config.getoption("--update-golden"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
    assert "c0ffee" not in told


def test_visibility_is_as_configured() -> None:
    fake = FakeMastodon()
    channel = a_mastodon(fake, visibility="unlisted")
    request = channel.render(a_thread(), PICTURE)
    channel.publish(request, channel.stage(request, "x"), KEY, AT, None)
    assert fake.statuses[0]["visibility"] == "unlisted"


def test_each_part_of_a_thread_answers_the_one_before() -> None:
    network = mastodon()
    receipt: Receipt | None = None
    for part in (1, 2, 3):
        request = a_request(network, f"Part {part}", part=part, parts=3, images=())
        receipt = network.channel.publish(request, network.staged(request), f"{KEY}/{part}", AT, receipt)
    first, second, third = fake_of(network).statuses
    assert [first["in_reply_to_id"], second["in_reply_to_id"], third["in_reply_to_id"]] == [
        None,
        first["id"],
        second["id"],
    ]
    assert receipt == Receipt(third["id"], third["url"])


def test_a_thread_is_rendered_part_by_part() -> None:
    network = mastodon()
    assert not network.channel.facts.atomic_threads
    with pytest.raises(Rejected, match="part by part"):
        network.channel.render(a_thread(a_post(), a_post(part=2)), PICTURE)


def test_an_answer_to_a_part_that_is_gone_is_rejected() -> None:
    network = mastodon()
    request = a_request(network)
    with pytest.raises(Rejected, match="404"):
        network.channel.publish(request, network.staged(request), KEY, AT, Receipt("999", SERVER))
    assert network.shown() == 0


def test_a_key_is_remembered_for_an_hour_and_no_longer() -> None:
    network = mastodon()
    assert network.channel.facts.key_life == timedelta(hours=1)
    request = a_request(network, images=())
    staged = network.staged(request)
    network.publish(request, staged)
    fake_of(network).clock = KEY_LIFE - 1
    network.publish(request, staged)
    assert network.shown() == 1
    fake_of(network).clock = KEY_LIFE
    network.publish(request, staged)
    assert network.shown() == 2, "this is why a key is not used beyond its life"


def test_the_same_pictures_cannot_be_published_twice_even_after_the_key_is_forgotten() -> None:
    network = mastodon()
    request = a_request(network)
    staged = network.staged(request)
    network.publish(request, staged)
    fake_of(network).clock = KEY_LIFE
    with pytest.raises(Rejected, match="already attached to another post"):
        network.publish(request, staged)
    assert network.shown() == 1


@pytest.mark.parametrize("key", ["slot\n2026", "brøod/💡", "x" * 201, " x", ""])
def test_a_key_that_no_header_takes_is_sent_as_its_hash(key: str) -> None:
    network = mastodon()
    request = a_request(network, images=())
    staged = network.staged(request)
    assert network.publish(request, staged, key) == network.publish(request, staged, key)
    sent = fake_of(network).requests[-1].headers["Idempotency-Key"]
    assert len(sent) == 64
    assert sent.isalnum()


def test_a_post_that_is_too_long_for_the_server_is_rejected_in_its_words_and_check_warns_before() -> None:
    network = mastodon()
    fake_of(network).max_characters = 20
    (finding,) = network.channel.check()
    assert (finding.rule, finding.severity) == ("server-limit", "warning")
    assert finding.message == f"{SERVER} allows 20 characters in a post, and posts are made for 500."
    request = a_request(network, "x" * 21, images=())
    staged = network.staged(request)
    with pytest.raises(Rejected, match="character limit of 20 exceeded"):
        network.publish(request, staged)


@pytest.mark.parametrize(
    ("link", "most", "told"), [(23, 500, 0), (30, 500, 1), (30, 506, 1), (30, 507, 0), (25, 5000, 0), (10, 500, 0)]
)
def test_check_warns_of_a_server_that_counts_more_for_a_link_without_room_for_it(
    link: int, most: int, told: int
) -> None:
    network = mastodon()
    fake_of(network).link_characters, fake_of(network).max_characters = link, most
    found = [finding.message for finding in network.channel.check()]
    assert found == [f"{SERVER} counts {link} characters for a link, and posts are made for 23."] * told


def test_too_many_calls_say_how_long_to_wait() -> None:
    network = mastodon()
    request = a_request(network)
    staged = network.staged(request)
    fake_of(network).quota = 0
    with pytest.raises(Throttled, match=r"Too many requests.*after 300 seconds") as caught:
        network.publish(request, staged)
    assert caught.value.retry_after == 300


def test_an_answer_without_an_id_is_uncertain() -> None:
    network = mastodon()
    request = a_request(network)
    staged = network.staged(request)
    network.fail(*network.publishing, an_empty_object)
    with pytest.raises(Uncertain, match="without the post's id"):
        network.publish(request, staged)


# Pictures


def test_a_picture_is_asked_for_until_it_is_ready() -> None:
    network = mastodon()
    fake_of(network).slow = 5
    request = a_request(network)
    network.publish(request, network.staged(request))
    assert sum("/api/v1/media/" in path for _, path in network.calls()) == 5
    assert network.shown() == 1


def test_a_picture_that_is_never_ready_is_given_up() -> None:
    network = mastodon()
    fake_of(network).slow = 10**6
    with pytest.raises(NotSent, match=r"did not make cards/bread\.png ready within 60 seconds"):
        network.staged(a_request(network))
    assert sum("/api/v1/media/" in path for _, path in network.calls()) == 60


def test_a_picture_that_the_server_does_not_take_is_rejected() -> None:
    network = mastodon()
    body = {"error": "Validation failed: File content type is invalid"}
    network.fail("POST", "/api/v2/media", lambda _: httpx.Response(422, json=body))
    with pytest.raises(Rejected, match="File content type is invalid"):
        network.staged(a_request(network))


def test_staging_again_uses_the_pictures_that_are_there_and_others_for_another_post() -> None:
    network = mastodon()
    request = a_request(network)
    first = network.channel.stage(request, "social/1")
    assert network.channel.stage(request, "social/1") == first
    assert len(fake_of(network).media) == 1
    second = network.channel.stage(request, "social/2")
    for number, staged in enumerate((first, second)):
        network.publish(request, staged, f"{KEY}/{number}")
    assert network.shown() == 2


def test_a_picture_whose_description_was_lost_differs() -> None:
    network = mastodon()
    request = a_request(network)
    staged = network.staged(request)
    next(iter(fake_of(network).media.values()))["description"] = None
    assert network.channel.read(request, staged).differs == ("content",)


def test_pictures_that_the_server_deleted_are_gone() -> None:
    network = mastodon()
    request = a_request(network)
    staged = network.staged(request)
    fake_of(network).media.clear()
    assert network.channel.read(request, staged).state == "gone"


def test_withdrawing_deletes_the_pictures_and_may_be_repeated() -> None:
    network = mastodon()
    staged = network.staged(a_request(network))
    network.channel.withdraw(staged)
    assert fake_of(network).media == {}
    network.channel.withdraw(staged)


def test_withdrawing_what_went_out_is_rejected() -> None:
    network = mastodon()
    request = a_request(network)
    staged = network.staged(request)
    network.publish(request, staged)
    with pytest.raises(Rejected, match="currently used by a status"):
        network.channel.withdraw(staged)


@given(
    st.binary(max_size=200), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=50)
)
def test_a_form_is_the_same_bytes_for_the_same_parts(data: bytes, description: str) -> None:
    body, kind = form({"description": description}, "picture.png", data, "image/png")
    assert (body, kind) == form({"description": description}, "picture.png", data, "image/png")
    boundary = kind.partition("boundary=")[2].encode()
    assert body.count(boundary) == 3
    assert data in body
    assert description.encode() in body


# Evidence


@pytest.mark.parametrize("images", [(), (Image("cards/bread.png", "A loaf"),)], ids=["words", "pictures"])
def test_a_post_that_went_out_is_recognised_afterwards(images: tuple[Image, ...]) -> None:
    network = mastodon()
    request = a_request(network, images=images)
    fake_of(network).add_status("Older")
    staged = network.staged(request)
    receipt = network.publish(request, staged)
    for number in range(50):
        fake_of(network).add_status(f"Newer {number}")
    remote = network.channel.read(request, staged)
    assert (remote.state, remote.receipt) == ("sent", receipt)


def test_a_post_is_recognised_behind_pages_of_others() -> None:
    network = mastodon()
    request = a_request(network, images=())
    staged = network.staged(request)
    for number in range(90):
        fake_of(network).add_status(f"Meanwhile {number}")
    receipt = network.publish(request, staged)
    assert network.channel.read(request, staged).receipt == receipt


def test_the_same_words_from_before_it_was_staged_are_no_evidence() -> None:
    network = mastodon()
    request = a_request(network, images=())
    fake_of(network).add_status(json.loads(request.parts["status.json"])["status"])
    staged = network.staged(request)
    assert network.channel.read(request, staged).state == "draft"


def test_the_same_words_without_our_pictures_are_no_evidence() -> None:
    network = mastodon()
    request = a_request(network)
    staged = network.staged(request)
    fake_of(network).add_status(json.loads(request.parts["status.json"])["status"])
    assert network.channel.read(request, staged).state == "draft"


@pytest.mark.parametrize(
    ("content", "text", "ours"),
    [
        ("<p>Bread &amp; dough</p>", "Bread & dough", True),
        ("<p>One<br />two</p><p>three</p>", "One\ntwo\n\nthree", True),
        ("<p>One</p>", "One and two", False),
        ("<p>One and two</p>", "One", False),
        (
            '<p><a href="https://x.example/a"><span class="invisible">https://</span>x.example/a</a></p>',
            "https://x.example/a",
            True,
        ),
        (
            '<p>Hi <span class="h-card"><a href="https://y.example/@ann">@<span>ann</span></a></span></p>',
            "Hi @ann@y.example",
            True,
        ),
        ("<p>Café</p>", "Cafe\u0301", True),
        ("", "One", False),
    ],
)
def test_html_is_compared_as_its_words(content: str, text: str, ours: bool) -> None:
    assert is_ours({"content": content, "media_attachments": []}, text, []) is ours


def test_a_boost_is_no_evidence() -> None:
    assert not is_ours({"content": "<p>One</p>", "reblog": {"id": "1"}}, "One", [])


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_is_recognised_in_what_a_server_makes_of_it(text: str) -> None:
    fake = FakeMastodon()
    if text.split():
        assert is_ours(fake.add_status(text), text, [])


# Configuration


@pytest.mark.parametrize(
    ("server", "said"),
    [
        ("http://mastodon.example", "base_url must start with https"),
        ("https://user:pass@mastodon.example", "name or password before the host"),
    ],
)
def test_a_server_that_would_give_the_token_away_is_refused(server: str, said: str) -> None:
    with pytest.raises((ConfigError, ValidationError), match=said):
        a_mastodon(FakeMastodon(), server=server)
