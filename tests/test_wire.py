"""Real connections, to a server on this machine that is slow, swollen or somebody else."""

from __future__ import annotations

import gzip
import hashlib
import itertools
import socket
import ssl
import struct
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpcore
import httpx
import pytest

from pipeline.channels.http import Access, Connection, Http
from pipeline.errors import NotSent, SourceError, Uncertain
from pipeline.ingest.fetch import Fetched, fetch
from pipeline.wire import Wire, countdown

Send = Callable[[bytes], object]
Page = Callable[[Send], object]
OK = b"HTTP/1.1 200 OK\r\n"


class Clock:
    """A clock that only moves when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Site:
    """A running server: its port, who asked for what as (Host header, path, client's port), and what was posted."""

    port: int
    seen: list[tuple[str, str, int]] = field(default_factory=list)
    posted: list[bytes] = field(default_factory=list)

    def fetch(self, url: str, *, seconds: float = 2.0, limit: int = 1_000_000, wire: Wire | None = None) -> Fetched:
        """`url` with PORT filled in; every name is this machine."""
        here = url.replace("PORT", str(self.port))
        return fetch(
            here, allow_private=True, resolve=lambda *_: ["127.0.0.1"], seconds=seconds, limit=limit, transport=wire
        )

    def post(self, *, scheme: str = "http", deadline: float = 2.0, clock: Callable[[], float] = time.monotonic) -> None:
        """A call of a channel."""
        connection = Connection(deadline=deadline, clock=clock)
        base_url = f"{scheme}://127.0.0.1:{self.port}"
        service = Http("channels.test: Service", base_url, Access.basic("any", "canary"), lambda _: "", connection)
        service.call("POST", "/things", body=b"{}")

    def request(self, body: bytes = b"") -> httpx.Request:
        return httpx.Request("POST", f"http://127.0.0.1:{self.port}/things", content=body)


@contextmanager
def a_site(pages: Mapping[str, Page], tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.seen.append((self.headers["Host"], self.path, self.client_address[1]))
            with suppress(ConnectionError):
                pages[self.path](self.wfile.write)

        def do_POST(self) -> None:
            site.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        site = Site(server.server_port)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


def a_page(body: bytes, *headers: bytes) -> Page:
    lines = b"".join(header + b"\r\n" for header in (*headers, b"Content-Length: %d" % len(body)))
    return lambda send: send(OK + lines + b"\r\n" + body)


def a_drip(start: bytes) -> Page:
    """`start` at once, then a byte every 20 ms for 3 seconds, long after every deadline here."""

    def page(send: Send) -> None:
        send(start)
        for _ in range(150):
            time.sleep(0.02)
            send(b"x")

    return page


def test_the_connection_goes_to_the_given_address_and_keeps_the_hosts_name() -> None:
    with a_site({"/feed": a_page(b"<rss/>", b"Content-Type: text/xml")}) as site:
        got = site.fetch("http://blog.example:PORT/feed")
    assert got == Fetched(f"http://blog.example:{site.port}/feed", b"<rss/>", "text/xml")
    assert [host for host, _, _ in site.seen] == [f"blog.example:{site.port}"]


def test_a_proxy_named_in_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with a_site({"/feed": a_page(b"<rss/>")}) as site:
        assert site.fetch("http://blog.example:PORT/feed").body == b"<rss/>"


def test_certificates_that_cannot_be_read_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    with pytest.raises(
        SourceError, match=r"blog\.example/ cannot be fetched safely: SSL_CERT_FILE or SSL_CERT_DIR names"
    ):
        Site(443).fetch("https://blog.example/")
    with pytest.raises(
        NotSent, match=r"\(SSL_CERT_FILE or SSL_CERT_DIR names no certificates\)\. Correct it, or unset it"
    ):
        Site(443).post(scheme="https")


def test_two_names_at_one_address_never_share_a_connection() -> None:
    moved = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://other.example:%d/feed\r\n\r\n"
    with a_site({"/": lambda send: send(moved % site.port), "/feed": a_page(b"<rss/>")}) as site:
        site.fetch("http://blog.example:PORT/")
    (first, _, first_port), (second, _, second_port) = site.seen
    assert (first, second) == (f"blog.example:{site.port}", f"other.example:{site.port}")
    assert first_port != second_port


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(b"HTTP/1.1 2", id="status line"),
        pytest.param(OK + b"X-Slow: ", id="headers"),
        pytest.param(OK + b"Content-Length: 1000\r\n\r\n", id="body"),
        pytest.param(OK + b"Transfer-Encoding: chunked\r\n\r\n1;", id="size of a chunk"),
    ],
)
def test_a_slow_drip_ends_at_the_deadline(start: bytes) -> None:
    with a_site({"/feed": a_drip(start)}) as site:
        began = time.monotonic()
        with pytest.raises(SourceError, match="takes too long to answer"):
            site.fetch("http://blog.example:PORT/feed", seconds=0.2)
        assert time.monotonic() - began < 1


def test_the_deadline_holds_for_headers_that_drip() -> None:
    clock, ended = Clock(), threading.Event()

    def drip(send: Send) -> None:
        send(OK + b"X-Drip: ")
        try:
            for _ in range(50_000):
                clock.now += 1
                send(b"a")
        except OSError:
            ended.set()

    with a_site({"/things": drip}) as site:
        with pytest.raises(Uncertain, match="no answer in time"):
            site.post(deadline=10, clock=clock)
        assert ended.wait(10)


def test_the_deadline_holds_for_a_peer_who_reads_slowly() -> None:
    clock = Clock()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def read_slowly() -> None:
            connection, _ = listening.accept()
            with connection, suppress(ConnectionError):
                while connection.recv(65_536):
                    clock.now += 1
                connection.sendall(OK + b"\r\n")

        thread = threading.Thread(target=read_slowly)
        thread.start()
        with Wire(countdown(clock, 10)) as wire, pytest.raises(httpx.WriteTimeout):
            wire.handle_request(Site(listening.getsockname()[1]).request(bytes(30_000_000)))
        thread.join(10)
        assert not thread.is_alive()


def test_a_long_request_arrives_whole_and_in_order() -> None:
    body = b"".join(hashlib.sha256(number.to_bytes(4)).digest() for number in range(10_000))
    with a_site({"/things": a_page(b"{}")}) as site, Wire(countdown(time.monotonic, 5)) as wire:
        assert wire.handle_request(site.request(body)).status_code == 200
    assert site.posted == [body]


def test_a_deadline_that_passes_while_the_connection_is_made_leaves_none_open() -> None:
    ticks = itertools.count()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        with pytest.raises(NotSent, match=r"could not be reached \(the deadline has passed\)"):
            Site(listening.getsockname()[1]).post(scheme="https", deadline=1.5, clock=lambda: next(ticks))
        connection, _ = listening.accept()
        with connection:
            connection.settimeout(2)
            assert connection.recv(1) == b""


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_server_that_says_nothing_ends_at_the_deadline(scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(SourceError, match=r"takes too long to answer|cannot be reached"):
            Site(silent.getsockname()[1]).fetch(f"{scheme}://blog.example:PORT/feed", seconds=0.2)
        assert time.monotonic() - began < 1


def test_the_deadline_holds_for_the_handshake_whatever_the_request_says() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, Wire(countdown(time.monotonic, 0.2)) as wire:
        request = httpx.Request("GET", f"https://127.0.0.1:{silent.getsockname()[1]}/")
        with pytest.raises(httpx.ConnectTimeout):
            wire.handle_request(request)


def test_the_last_moment_is_a_short_wait_and_not_none() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        request = Site(silent.getsockname()[1]).request()
        with Wire(lambda: 0.0) as wire, pytest.raises(httpx.TimeoutException):
            wire.handle_request(request)


def failures_of_httpcore() -> list[str]:
    """All that end a request; how its pool waits and what proxies do does not concern us."""
    named = {name: getattr(httpcore, name) for name in httpcore.__all__}
    kinds = {name: kind for name, kind in named.items() if isinstance(kind, type) and issubclass(kind, Exception)}
    return [
        name
        for name in kinds
        if not kinds[name].__subclasses__() and name not in {"ConnectionNotAvailable", "ProxyError"}
    ]


@pytest.mark.parametrize("name", failures_of_httpcore())
def test_a_failure_of_httpcore_is_told_as_the_one_of_httpx(name: str) -> None:
    def fails() -> float:
        raise getattr(httpcore, name)("words")

    with Wire(fails) as wire, pytest.raises(getattr(httpx, name), match="words"):
        wire.handle_request(Site(80).request())


def test_a_reset_connection_is_told() -> None:
    def reset(connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    with socket.create_server(("127.0.0.1", 0)) as listening, Wire(countdown(time.monotonic, 2)) as wire:
        thread = threading.Thread(target=lambda: reset(listening.accept()[0]))
        thread.start()
        with pytest.raises(httpx.ReadError):
            wire.handle_request(Site(listening.getsockname()[1]).request())
        thread.join()


def test_nobody_at_the_address_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(SourceError, match="cannot be reached"):
        Site(port).fetch("http://blog.example:PORT/feed")


def test_a_gzip_bomb_is_unpacked_no_further_than_the_limit() -> None:
    bomb = gzip.compress(bytes(50_000_000), compresslevel=1)
    with a_site({"/feed": a_page(bomb, b"Content-Encoding: gzip")}) as site:
        tracemalloc.start()
        try:
            with pytest.raises(SourceError, match="gives more than 1,000,000 bytes"):
                site.fetch("http://blog.example:PORT/feed", limit=1_000_000)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert len(bomb) < 500_000
    assert most < 8_000_000


def test_a_body_that_is_shorter_than_announced_is_not_taken_for_the_whole() -> None:
    def page(send: Send) -> None:
        send(OK + b"Connection: close\r\nContent-Length: 100\r\n\r\n<rss>")

    with a_site({"/feed": page}) as site, pytest.raises(SourceError, match="broke off before its answer was complete"):
        site.fetch("http://blog.example:PORT/feed")


def test_an_answer_that_is_not_http_is_told() -> None:
    greets = {"/feed": lambda send: send(b"220 mail.example ESMTP\r\n")}
    with a_site(greets) as site, pytest.raises(SourceError, match="broke off before its answer was complete"):
        site.fetch("http://blog.example:PORT/feed")


@pytest.fixture
def secure_site(certificate: Path) -> Iterator[Site]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    with a_site({"/feed": a_page(b"<rss/>"), "/drip": a_drip(OK + b"X-Slow: ")}, tls) as site:
        yield site


def trusting(certificate: Path, seconds: float = 2.0) -> Wire:
    return Wire(countdown(time.monotonic, seconds), ssl.create_default_context(cafile=certificate))


def test_the_certificate_is_checked_against_the_name_and_not_the_address(secure_site: Site, certificate: Path) -> None:
    with trusting(certificate) as wire:
        assert secure_site.fetch("https://blog.example:PORT/feed", wire=wire).body == b"<rss/>"


def test_a_slow_drip_inside_tls_ends_at_the_deadline(secure_site: Site, certificate: Path) -> None:
    began = time.monotonic()
    with trusting(certificate, seconds=0.2) as wire, pytest.raises(SourceError, match="takes too long to answer"):
        secure_site.fetch("https://blog.example:PORT/drip", wire=wire)
    assert time.monotonic() - began < 1


def test_a_certificate_for_another_name_is_refused(secure_site: Site, certificate: Path) -> None:
    with trusting(certificate) as wire, pytest.raises(SourceError, match="cannot prove who it is"):
        secure_site.fetch("https://other.example:PORT/feed", wire=wire)
    assert secure_site.seen == []


def test_a_certificate_nobody_vouches_for_is_refused(secure_site: Site) -> None:
    with pytest.raises(SourceError, match="cannot prove who it is"):
        secure_site.fetch("https://blog.example:PORT/feed")
    assert secure_site.seen == []
