from __future__ import annotations

import logging
import socket
import threading
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from pipeline.channels.http import LARGEST, Access, Connection, Http, Refused, Throttled
from pipeline.errors import ChannelError, ConfigError, NotSent, Rejected, Uncertain

CANARY = "canary-5f1d9c"


class Clock:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def a_service(handler: Callable[[httpx.Request], httpx.Response], **changes: Any) -> Http:
    connection = Connection(httpx.MockTransport(handler), **changes)
    access = Access.basic("any", CANARY)
    return Http(
        "channels.test: Service", "https://api.example/v1", access, lambda said: said.get("detail", ""), connection
    )


def answering(status: int, content: bytes = b"{}", **headers: str) -> Http:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return a_service(lambda _: httpx.Response(status, content=content, headers=named))


def raising(error: httpx.HTTPError) -> Http:
    def handler(_: httpx.Request) -> httpx.Response:
        raise error

    return a_service(handler)


def post(http: Http, *, safe: bool | None = None) -> dict[str, Any]:
    return http.call("POST", "/things", body=b'{"a":1}', safe=safe)


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout])
def test_a_failure_before_the_first_byte_is_not_sent(error: type[httpx.HTTPError]) -> None:
    with pytest.raises(NotSent, match="could not be reached"):
        post(raising(error("refused")))


@pytest.mark.parametrize(
    "error",
    [
        httpx.ReadTimeout,
        httpx.WriteTimeout,
        httpx.ReadError,
        httpx.WriteError,
        httpx.CloseError,
        httpx.RemoteProtocolError,
        httpx.LocalProtocolError,
        httpx.DecodingError,
    ],
)
def test_a_failure_after_the_first_byte_is_uncertain(error: type[httpx.HTTPError]) -> None:
    with pytest.raises(Uncertain, match="may have gone out"):
        post(raising(error("lost")))


@pytest.mark.parametrize("status", [301, 302, 307, 500, 502, 503, 504])
def test_an_answer_that_says_neither_yes_nor_no_is_uncertain(status: int) -> None:
    with pytest.raises(Uncertain, match=f"answered {status}"):
        post(answering(status, location="https://elsewhere.example/"))


@pytest.mark.parametrize("content", [b"<html>Welcome</html>", b"[1, 2]", b'{"a":', b"[" * 100_000, b"\xff\xfe"])
def test_a_nonsense_success_is_uncertain(content: bytes) -> None:
    with pytest.raises(Uncertain, match="not its documented answer"):
        post(answering(200, content))


def test_a_compressed_answer_is_uncertain_since_we_asked_for_none() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        assert request.headers["Accept-Encoding"] == "identity"
        return httpx.Response(
            200, headers={"Content-Encoding": "gzip"}, stream=httpx.ByteStream(b"\x1f\x8b" + b"0" * 50)
        )

    with pytest.raises(Uncertain, match="not its documented answer"):
        post(a_service(handler))


def test_an_answer_that_never_ends_is_cut_off() -> None:
    pieces = []

    class Endless(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            while True:
                pieces.append(1)
                yield b" " * 1_000_000

    with pytest.raises(Uncertain, match="too large"):
        post(a_service(lambda _: httpx.Response(200, stream=Endless())))
    assert len(pieces) == LARGEST // 1_000_000 + 1


def test_a_call_that_is_safe_to_repeat_is_never_uncertain() -> None:
    with pytest.raises(NotSent, match="try again"):
        post(answering(500), safe=True)
    with pytest.raises(NotSent, match="try again"):
        answering(500).call("GET", "/things")


@pytest.mark.parametrize("status", [400, 401, 402, 404, 405, 409, 413, 422, 451])
def test_a_refusal_is_rejected_with_the_services_own_words(status: int) -> None:
    with pytest.raises(Rejected, match=rf"^channels.test: Service answered {status}: The list is gone\. [A-Z].*\.$"):
        post(answering(status, b'{"detail": "The list is gone."}'))


def test_a_refusal_without_words_is_still_one_sentence() -> None:
    with pytest.raises(
        Rejected, match=r"^channels.test: Service answered 400\. Correct what it names, then try again\.$"
    ):
        post(answering(400, b"<html><body>Bad Request</body></html>"))


def test_an_answer_without_a_body_is_empty() -> None:
    assert post(answering(204, b"")) == {}


def test_a_refusal_tells_its_status_and_its_short_name_without_secrets() -> None:
    with pytest.raises(Refused) as caught:
        post(answering(400, b'{"error": "ExpiredToken", "detail": "Token has expired"}'))
    assert (caught.value.status, caught.value.code) == (400, "ExpiredToken")
    with pytest.raises(Refused) as caught:
        post(answering(422, f'{{"error": "{CANARY}"}}'.encode()))
    assert CANARY not in caught.value.code


def test_rows_are_an_array_of_objects() -> None:
    assert answering(200, b'[{"id": "1"}, {"id": "2"}]').rows("/things", {"limit": 2}) == [{"id": "1"}, {"id": "2"}]
    assert answering(200, b"[]").rows("/things") == []


@pytest.mark.parametrize("content", [b"{}", b"[1]", b"[null]", b"<html>", b""])
def test_rows_that_are_none_are_not_sent(content: bytes) -> None:
    with pytest.raises(NotSent, match="not its documented"):
        answering(200, content).rows("/things")


def test_a_call_may_name_its_own_headers_and_kind_of_body() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={})

    headers = {"Content-Type": "image/png", "Idempotency-Key": "slot/1"}
    a_service(handler).call("POST", "/things", body=b"\x89PNG", headers=headers)
    assert seen[0].headers["Content-Type"] == "image/png"
    assert seen[0].headers["Idempotency-Key"] == "slot/1"
    assert seen[0].content == b"\x89PNG"


def test_429_is_not_sent_and_says_how_long_to_wait() -> None:
    with pytest.raises(Throttled, match="after 30 seconds") as caught:
        post(answering(429, retry_after="30"))
    assert isinstance(caught.value, NotSent)
    assert caught.value.retry_after == 30


def test_a_date_to_wait_for_is_counted_from_the_services_own_clock() -> None:
    now, later = "Tue, 24 Nov 2026 09:00:00 GMT", "Tue, 24 Nov 2026 09:02:00 GMT"
    with pytest.raises(Throttled) as caught:
        post(answering(429, retry_after=later, date=now))
    assert caught.value.retry_after == 120


NOW = "Thu, 02 Apr 2026 07:00:00 GMT"


@pytest.mark.parametrize(
    "headers",
    [
        {"x_ratelimit_reset": "2026-04-02T07:02:00.000000Z", "date": NOW},
        {"ratelimit_reset": "1775113320", "date": NOW},
        {"ratelimit_reset": "120"},
        {"retry_after": "120", "ratelimit_reset": "1775113999", "date": NOW},
    ],
)
def test_the_moment_at_which_a_service_counts_anew_is_waited_for(headers: dict[str, str]) -> None:
    with pytest.raises(Throttled) as caught:
        post(answering(429, b"{}", **headers))
    assert caught.value.retry_after == 120


@pytest.mark.parametrize("headers", [{"ratelimit_reset": "1775113320"}, {"x_ratelimit_reset": "later", "date": NOW}])
def test_a_moment_that_cannot_be_compared_with_the_services_clock_is_no_number(headers: dict[str, str]) -> None:
    with pytest.raises(Throttled) as caught:
        post(answering(429, b"{}", **headers))
    assert caught.value.retry_after is None


@pytest.mark.parametrize("wait", ["", "soon", "-5", "9" * 400, "Tue, 24 Nov 2026 09:02:00 GMT"])
def test_nonsense_about_waiting_is_no_number(wait: str) -> None:
    with pytest.raises(Throttled, match="after a while") as caught:
        post(answering(429, retry_after=wait))
    assert caught.value.retry_after is None


def test_a_bare_403_is_a_guard_who_is_asked_too_much() -> None:
    with pytest.raises(Throttled):
        post(answering(403, b"<html>Access Denied</html>"))


def test_a_403_in_the_services_own_words_is_rejected() -> None:
    with pytest.raises(Rejected, match="No such right"):
        post(answering(403, b'{"detail": "No such right."}'))


def test_a_redirect_is_not_followed() -> None:
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(307, headers={"Location": "https://elsewhere.example/"})

    with pytest.raises(Uncertain):
        post(a_service(handler))
    assert seen == ["https://api.example/v1/things"]


def test_the_deadline_holds_for_an_answer_that_drips() -> None:
    clock = Clock()
    pieces = []

    class Drip(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            while True:
                clock.now += 1
                pieces.append(1)
                yield b" "

    with pytest.raises(Uncertain, match="no answer in time"):
        post(a_service(lambda _: httpx.Response(200, stream=Drip()), deadline=10, clock=clock))
    assert len(pieces) == 11


# Secrets


def everything_told(error: BaseException, log: pytest.LogCaptureFixture) -> str:
    return "".join(traceback.format_exception(error)) + repr(error) + log.text


@pytest.mark.parametrize("status", [400, 401, 403, 429, 500])
def test_a_service_that_echoes_the_key_does_not_make_us_tell_it(status: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    def handler(request: httpx.Request) -> httpx.Response:
        echo = f"{CANARY} is wrong, and so is {request.headers['Authorization']}"
        return httpx.Response(status, json={"detail": echo})

    with pytest.raises(ChannelError, match="•••") as caught:
        post(a_service(handler))
    told = everything_told(caught.value, caplog)
    assert CANARY not in told
    assert Access.basic("any", CANARY).secrets[1] not in told


def test_nothing_we_hold_shows_the_key() -> None:
    http = answering(200)
    assert CANARY not in repr(http)
    access = Access.basic("any", CANARY)
    assert CANARY not in repr(access)
    assert CANARY not in repr(Access.bearer(CANARY))
    assert access.secrets[1] not in repr(access)


def test_a_key_that_no_header_takes_is_refused_without_showing_it() -> None:
    access = Access({"Authorization": f"Bearer {CANARY}\r\nX-Evil: 1"}, (CANARY,))
    with pytest.raises(ConfigError, match="Copy it again") as caught:
        Http("channels.test: Service", "https://api.example", access, lambda _: "")
    assert CANARY not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    ["http://api.example", "ftp://api.example", "https://user:pass@api.example", "https://[::1", "api.example"],
)
def test_an_address_that_would_give_the_key_away_is_refused(address: str) -> None:
    with pytest.raises(ConfigError, match="base_url"):
        Http("channels.test: Service", address, Access.basic("any", CANARY), lambda _: "")


# Real connections


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening


def a_real_service(server: socket.socket, scheme: str = "http", **changes: Any) -> Http:
    address = f"{scheme}://127.0.0.1:{server.getsockname()[1]}"
    return Http("channels.test: Service", address, Access.basic("any", CANARY), lambda _: "", Connection(**changes))


def serve(server: socket.socket, answer: Callable[[socket.socket], None]) -> None:
    def once() -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(65_536)
            answer(connection)

    threading.Thread(target=once, daemon=True).start()


def test_a_real_answer_arrives(server: socket.socket) -> None:
    serve(server, lambda connection: connection.sendall(b'HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{"a": 1}'))
    assert post(a_real_service(server)) == {"a": 1}


def test_a_connection_that_is_closed_without_an_answer_is_uncertain(server: socket.socket) -> None:
    serve(server, lambda _: None)
    with pytest.raises(Uncertain, match="the connection was lost"):
        post(a_real_service(server))


def test_a_refused_connection_is_not_sent(server: socket.socket) -> None:
    http = a_real_service(server)
    server.close()
    with pytest.raises(NotSent, match="could not be reached"):
        post(http)


def test_a_server_that_does_not_speak_tls_is_not_sent(server: socket.socket) -> None:
    serve(server, lambda connection: connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n"))
    with pytest.raises(NotSent, match="could not be reached"):
        post(a_real_service(server, "https"))
