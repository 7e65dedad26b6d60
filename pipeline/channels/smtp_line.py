"""A socket as far as smtplib uses one, on which every wait ends at one deadline.

The system's own lookup of a name is not interrupted, and each address of a name gets what is left at its start.
"""

from __future__ import annotations

import io
import socket
import ssl

import httpx

from pipeline.wire import Left

_PIECE = 16_384  # bytes of one write; between two we look at the deadline
_LARGEST = 1_000_000  # bytes that a server may say in one conversation


class Line:
    """A socket as far as smtplib uses one; every wait ends at the deadline."""

    def __init__(self, connected: socket.socket, left: Left) -> None:
        self._socket, self._left = connected, left

    def secured(self, trust: ssl.SSLContext, host: str) -> Line:
        """The same with TLS."""
        self._socket.settimeout(seconds(self._left))
        return Line(trust.wrap_socket(self._socket, server_hostname=host), self._left)

    def sendall(self, data: bytes) -> None:
        """All of `data`, or OSError."""
        for start in range(0, len(data), _PIECE):
            self._socket.settimeout(seconds(self._left))
            self._socket.sendall(data[start : start + _PIECE])

    def makefile(self, _: str) -> io.BufferedReader:
        """What the server says."""
        return io.BufferedReader(_Incoming(self._socket, self._left))

    def close(self) -> None:
        """End the connection."""
        self._socket.close()


class _Incoming(io.RawIOBase):
    def __init__(self, connected: socket.socket, left: Left) -> None:
        self._socket, self._left, self._read = connected, left, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # it gets no other buffer
        self._socket.settimeout(seconds(self._left))
        got = self._socket.recv_into(buffer)
        self._read += got
        if self._read > _LARGEST:
            raise OSError("the server says too much")
        return got


def seconds(left: Left) -> float:
    """What is left, as sockets are told that it is over."""
    try:
        return max(0.001, left())
    except httpx.ReadTimeout as error:
        raise TimeoutError(str(error)) from error
