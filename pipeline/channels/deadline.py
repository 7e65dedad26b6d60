"""A transport whose connect, TLS, every write and every read share one deadline.

httpx gives each read its own timeout, so a service that drips one byte at a time, even of its headers, holds a call
for as long as it likes. Here each step gets what is left of the whole. A fresh connection serves each call: a kept one
that the other side has just closed looks exactly like a lost answer.
https://www.encode.io/httpcore/network-backends/
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

Left = Callable[[], float]  # seconds that are left; not positive once it is too late
_PIECE = 65_536  # bytes handed to one write, so that a peer who reads slowly is noticed between two of them


def _within(left: Left, timeout: float | None, late: type[Exception]) -> float:
    remaining = left()
    if remaining <= 0:
        raise late("the deadline has passed")
    return remaining if timeout is None else min(remaining, timeout)


class _Stream(httpcore.NetworkStream):
    """A connection that asks before every step how much time is left."""

    def __init__(self, inner: httpcore.NetworkStream, left: Left) -> None:
        self._inner = inner
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _within(self._left, timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            remaining = _within(self._left, timeout, httpcore.WriteTimeout)
            self._inner.write(buffer[start : start + _PIECE], remaining)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        remaining = _within(self._left, timeout, httpcore.ConnectTimeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, remaining), self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Opens such connections."""

    def __init__(self, left: Left) -> None:
        self._inner = httpcore.SyncBackend()
        self._left = left

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        remaining = _within(self._left, timeout, httpcore.ConnectTimeout)
        return _Stream(self._inner.connect_tcp(host, port, remaining, local_address, socket_options), self._left)


class DeadlineTransport(httpx.HTTPTransport):
    """An `httpx.HTTPTransport` for one call.

    Args:
        left: How many seconds the call still has.
    """

    def __init__(self, left: Left) -> None:
        context = httpx.create_ssl_context()
        super().__init__(verify=context)
        # httpx passes no network backend on to its pool, so the pool is replaced by one that has ours.
        self._pool = httpcore.ConnectionPool(ssl_context=context, network_backend=_Backend(left))
