"""Real HTTP/1.1 connections whose every wait ends at one deadline, for the channels and for fetching articles.

httpx limits each read by itself, so a service that drips one byte at a time, even of its headers, holds a call for as
long as it likes. Here connecting, TLS, each write and each read get what is left of the whole.
https://www.encode.io/httpcore/network-backends/
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

Left = Callable[[], float]

_PIECE = 16_384  # bytes of one write, as of one TLS record (RFC 8446, 5.1): between two we look at the deadline
_SHORTEST = 0.001  # seconds; a socket takes 0 for "do not wait", which fails in another way
_KINDS: tuple[tuple[type[Exception], type[httpx.TransportError]], ...] = (
    (httpcore.ConnectTimeout, httpx.ConnectTimeout),
    (httpcore.ReadTimeout, httpx.ReadTimeout),
    (httpcore.WriteTimeout, httpx.WriteTimeout),
    (httpcore.PoolTimeout, httpx.PoolTimeout),
    (httpcore.ConnectError, httpx.ConnectError),
    (httpcore.ReadError, httpx.ReadError),
    (httpcore.WriteError, httpx.WriteError),
    (httpcore.LocalProtocolError, httpx.LocalProtocolError),
    (httpcore.RemoteProtocolError, httpx.RemoteProtocolError),
    (httpcore.UnsupportedProtocol, httpx.UnsupportedProtocol),
)


class NoCertificates(httpx.ConnectError):
    """SSL_CERT_FILE or SSL_CERT_DIR names nothing that could vouch for anybody; no connection was made."""


def countdown(clock: Callable[[], float], seconds: float) -> Left:
    """A function that gives the seconds left from now on, and raises httpx.ReadTimeout once they are over."""
    end = clock() + seconds

    def left() -> float:
        if (remaining := end - clock()) < 0:
            raise httpx.ReadTimeout("the deadline has passed")
        return remaining

    return left


class Wire(httpx.BaseTransport):
    """What carries requests until the deadline; knows no proxy, no cookie, no redirect and no second try.

    The system's own lookup of a name is not interrupted, and each address of a name gets what is left at its start.

    Args:
        left: What `countdown` gives.
        trust: Whose certificates count: by default certifi's, or those of SSL_CERT_FILE and SSL_CERT_DIR.

    Raises:
        NoCertificates: there are none.
    """

    def __init__(self, left: Left, trust: ssl.SSLContext | None = None) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=trust or _usual_trust(), network_backend=_Sockets(left))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response, its body not read yet.

        Raises:
            httpx.TransportError: ConnectError and ConnectTimeout before the first byte of the request, others later;
                reading the body raises them too.
        """
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with _told_by_httpx():
            answer = self._pool.handle_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=dict(answer.extensions)
        )

    def close(self) -> None:
        """End every connection."""
        self._pool.close()


def _usual_trust() -> ssl.SSLContext:
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        raise NoCertificates("SSL_CERT_FILE or SSL_CERT_DIR names no certificates") from error


@contextmanager
def _told_by_httpx() -> Iterator[None]:
    """Raise the failures of httpcore as those of httpx, so that who uses the wire knows one library."""
    try:
        yield
    except tuple(ours for ours, _ in _KINDS) as error:
        raise next(kind for ours, kind in _KINDS if isinstance(error, ours))(str(error)) from error


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _told_by_httpx():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Sockets(httpcore.NetworkBackend):
    def __init__(self, left: Left) -> None:
        self._left = left
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        seconds = _within(self._left, timeout, httpcore.ConnectTimeout)
        return _Stream(self._sockets.connect_tcp(host, port, seconds, local_address, socket_options), self._left)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, left: Left) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _within(self._left, timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            seconds = _within(self._left, timeout, httpcore.WriteTimeout)
            self._stream.write(buffer[start : start + _PIECE], seconds)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            seconds = _within(self._left, timeout, httpcore.ConnectTimeout)
        except httpcore.ConnectTimeout:
            self.close()  # httpcore knows a connection only once it is secured, and would leave this one open
            raise
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._left)

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _within(left: Left, timeout: float | None, late: type[httpcore.TimeoutException]) -> float:
    """The seconds that one step may take: what is left, or the request's own timeout if that is sooner."""
    try:
        remaining = left()
    except httpx.ReadTimeout as error:
        raise late(str(error)) from error
    return max(_SHORTEST, remaining if timeout is None else min(timeout, remaining))
