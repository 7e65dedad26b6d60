"""Mastodon's channel against a server that others wrote (PyPI `mastodon-mock`), over real connections."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from pipeline.channels.http import Connection, Throttled
from pipeline.channels.mastodon import Mastodon
from pipeline.config.shape import MastodonChannel
from pipeline.errors import Rejected, Uncertain
from pipeline.model import Receipt
from tests.channels.messages import PICTURE, a_post, a_thread
from tests.channels.networks import AT

TOKEN = "mock_token"  # noqa: S105  of a server on this machine
START = 60.0  # seconds; it takes three to six


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that is stopped at the end, whatever happens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("mastodon")
    command = [
        sys.executable,
        "-m",
        "mastodon_mock",
        "serve",
        "--in-memory",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    log = folder / "log.txt"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/api/v2/instance", process, log)
            yield address
        finally:
            process.kill()  # it holds nothing, and when asked politely waits for the call that never ends
            process.wait()


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until it answers: it has no other way to say that it is ready."""
    until = time.monotonic() + START
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(httpx.TransportError):
            if httpx.get(address, timeout=1).status_code == 200:
                return
        time.sleep(0.1)
    raise AssertionError(f"mastodon-mock did not start: {log.read_text()[-2000:]}")


@pytest.fixture
def clean(server: str) -> Iterator[str]:
    """The server without faults."""
    yield server
    call(server, "DELETE", "/api/v1/_mock/faults")


def call(server: str, method: str, path: str, **arguments: Any) -> Any:
    answer = httpx.request(method, server + path, headers={"Authorization": f"Bearer {TOKEN}"}, timeout=10, **arguments)
    answer.raise_for_status()
    return answer.json() if answer.content else None


def fail_once(server: str, **effect: Any) -> None:
    match = {"methods": ["POST"], "path": "/api/v1/statuses"}
    call(server, "POST", "/api/v1/_mock/faults", json={"match": match, "effect": effect, "count": 1})


def a_channel(server: str, **changes: Any) -> Mastodon:
    settings = MastodonChannel.model_validate({"type": "mastodon", "server": server, "token": TOKEN} | changes)
    return Mastodon(settings, connection=Connection(deadline=5))


def shown(server: str, text: str) -> list[dict[str, Any]]:
    """The account's statuses with `text` in them, the oldest first."""
    me = call(server, "GET", "/api/v1/accounts/verify_credentials")["id"]
    statuses = call(server, "GET", f"/api/v1/accounts/{me}/statuses", params={"limit": 40})
    return [status for status in reversed(statuses) if text in status["content"]]


def test_repeating_with_the_same_key_shows_one_status_with_its_described_picture(clean: str) -> None:
    channel = a_channel(clean)
    request = channel.render(a_thread(a_post(text="Rested dough keeps 💡", language="nl")), PICTURE)
    staged = channel.stage(request, "mock/1")
    assert channel.read(request, staged).state == "draft"
    first = channel.publish(request, staged, "mock/1", AT, None)
    assert channel.publish(request, staged, "mock/1", AT, None) == first
    (status,) = shown(clean, "Rested dough")
    assert (status["id"], status["url"], status["language"]) == (first.remote_id, first.place, "nl")
    assert [one["description"] for one in status["media_attachments"]] == ["A loaf, with the sentence on it"]
    assert httpx.get(status["media_attachments"][0]["url"], timeout=10).content == PICTURE["cards/bread.png"]
    remote = channel.read(request, staged)
    assert (remote.state, remote.receipt) == ("sent", first)


def test_a_post_of_words_alone_is_recognised_afterwards(clean: str) -> None:
    channel = a_channel(clean)
    text = "Salt & water\n\nhttps://bakery.example/bread?a=1&b=2 #Bread 💡"
    request = channel.render(a_thread(a_post(text=text, images=())))
    staged = channel.stage(request, "mock/words")
    receipt = channel.publish(request, staged, "mock/words", AT, None)
    assert channel.read(request, staged).receipt == receipt


def test_a_thread_is_in_order(clean: str) -> None:
    channel = a_channel(clean)
    receipt: Receipt | None = None
    for part in (1, 2, 3):
        post = a_post(text=f"Habit {part} of three", part=part, parts=3, images=())
        request = channel.render(a_thread(post))
        receipt = channel.publish(request, channel.stage(request, f"mock/t{part}"), f"mock/t{part}", AT, receipt)
    one, two, three = shown(clean, "of three")
    assert ["1" in one["content"], "2" in two["content"], "3" in three["content"]] == [True] * 3
    assert [one["in_reply_to_id"], two["in_reply_to_id"], three["in_reply_to_id"]] == [None, one["id"], two["id"]]


def test_a_server_that_is_asked_too_much_took_nothing(clean: str) -> None:
    channel = a_channel(clean)
    request = channel.render(a_thread(a_post(text="Slow down", images=())))
    staged = channel.stage(request, "mock/slow")
    fail_once(clean, type="ratelimit")
    with pytest.raises(Throttled) as caught:
        channel.publish(request, staged, "mock/slow", AT, None)
    assert caught.value.retry_after == 300
    assert shown(clean, "Slow down") == []
    channel.publish(request, staged, "mock/slow", AT, None)
    assert len(shown(clean, "Slow down")) == 1


@pytest.mark.parametrize(
    ("name", "effect"),
    [
        ("a server error", {"type": "status", "status": 503}),
        ("half an answer", {"type": "malformed"}),
        ("no answer", {"type": "timeout"}),
    ],
)
def test_an_unclear_end_is_uncertain_and_the_same_key_ends_with_one_status(
    clean: str, name: str, effect: dict[str, Any]
) -> None:
    channel = a_channel(clean) if effect["type"] != "timeout" else impatient(clean)
    request = channel.render(a_thread(a_post(text=f"After {name}", images=())))
    staged = channel.stage(request, name)
    fail_once(clean, **effect)
    with pytest.raises(Uncertain):
        channel.publish(request, staged, f"mock/{name}", AT, None)
    a_channel(clean).publish(request, staged, f"mock/{name}", AT, None)
    assert len(shown(clean, f"After {name}")) == 1


def impatient(server: str) -> Mastodon:
    settings = MastodonChannel.model_validate({"type": "mastodon", "server": server, "token": TOKEN})
    return Mastodon(settings, connection=Connection(deadline=1))


def test_a_text_over_the_limit_is_rejected_in_the_servers_words(clean: str) -> None:
    channel = a_channel(clean)
    request = channel.render(a_thread(a_post(text="x" * 501, images=())))
    staged = channel.stage(request, "mock/long")
    with pytest.raises(Rejected, match="answered 422: Validation failed"):
        channel.publish(request, staged, "mock/long", AT, None)


def test_a_wrong_token_is_told_by_check_and_a_right_one_finds_nothing(clean: str) -> None:
    assert a_channel(clean).check() == []
    wrong = {"token": "wrong-token"}
    (finding,) = a_channel(clean, **wrong).check()
    assert "401" in finding.message
    assert "wrong-token" not in finding.message


def test_withdrawing_deletes_the_pictures(clean: str) -> None:
    channel = a_channel(clean)
    request = channel.render(a_thread(), PICTURE)
    staged = channel.stage(request, "mock/withdrawn")
    channel.withdraw(staged)
    assert channel.read(request, staged).state == "gone"
