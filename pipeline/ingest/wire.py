"""HTTP/1.1 whose every wait ends at one deadline: httpx limits each read by itself, and a slow drip has many reads."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from pipeline.errors import SourceError

Left = Callable[[], float]


def countdown(clock: Callable[[], float], seconds: float) -> Left:
    """A function that gives the seconds left from now on, and raises TimeoutError once there are none."""
    end = clock() + seconds

    def left() -> float:
        if (remaining := end - clock()) <= 0:
            raise TimeoutError
        return remaining

    return left


class Wire(httpx.BaseTransport):
    """Real connections for httpx requests; knows no proxy, no cookie and no redirect."""

    def __init__(self, left: Left, trust: ssl.SSLContext | None = None) -> None:
        """`trust` is whose certificates count: by default certifi's, or those of SSL_CERT_FILE and SSL_CERT_DIR."""
        self._pool = httpcore.ConnectionPool(ssl_context=trust or _usual_trust(), network_backend=_Sockets(left))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response, its body not read yet; failures are httpcore's."""
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """End every connection."""
        self._pool.close()


def _usual_trust() -> ssl.SSLContext:
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        raise SourceError(
            "cannot be fetched safely: SSL_CERT_FILE or SSL_CERT_DIR names no certificates. Correct it, or unset it."
        ) from error


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

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
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._sockets.connect_tcp(host, port, _sooner(timeout, self._left), local_address, socket_options)
        return _Stream(stream, self._left)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, left: Left) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _sooner(timeout, self._left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _sooner(timeout, self._left))

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, _sooner(timeout, self._left))
        return _Stream(secured, self._left)

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _sooner(timeout: float | None, left: Left) -> float:
    return left() if timeout is None else min(timeout, left())
