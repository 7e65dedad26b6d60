"""Mail servers on this machine: a real one (aiosmtpd), and one that misbehaves at a chosen step."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword

USER, PASSWORD = "bakery", "c0ffee canary"


@dataclass
class Inbox:
    """What a real server took.

    Attributes:
        port: Where it listens.
        messages: Recipients and bytes of each.
    """

    port: int = 0
    messages: list[tuple[list[str], bytes]] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802  aiosmtpd's name
        assert isinstance(envelope.content, bytes)
        self.messages.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"


def _known(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


@contextmanager
def a_mail_server(tls: ssl.SSLContext | None = None, **options: Any) -> Iterator[Inbox]:
    """A real one; `tls` secures it from the start, `tls_context` among the options by STARTTLS."""
    inbox = Inbox()
    with socket.create_server(("127.0.0.1", 0)) as found:
        inbox.port = found.getsockname()[1]
    controller = Controller(inbox, "127.0.0.1", inbox.port, ssl_context=tls, authenticator=_known, **options)
    controller.start()
    try:
        yield inbox
    finally:
        controller.stop()


# What a good server says at each step; "." is the final dot.
_GOOD = {
    "connect": b"220 mail.example ESMTP\r\n",
    "EHLO": b"250-mail.example\r\n250-AUTH PLAIN\r\n250 SIZE 100000\r\n",
    "HELO": b"250 mail.example\r\n",
    "AUTH": b"235 welcome\r\n",
    "MAIL": b"250 OK\r\n",
    "RCPT": b"250 OK\r\n",
    "DATA": b"354 go on\r\n",
    ".": b"250 taken\r\n",
    "QUIT": b"221 bye\r\n",
}
CUT, SILENT, DRIP, FLOOD = b"cut", b"silent", b"drip", b"flood"


@dataclass
class Scripted:
    """A server that answers as `says`; `heard` is what it was told, `taken` the messages with their final dot."""

    says: Mapping[str, bytes]
    port: int = 0
    heard: list[str] = field(default_factory=list)
    taken: list[bytes] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def serve(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = listening.accept()
                with connection, connection.makefile("rb") as lines, suppress(OSError):
                    self._talk(connection, lines)

    def _talk(self, connection: socket.socket, lines: Any) -> None:
        going = self._answer(connection, "connect")
        while going and (line := lines.readline()):
            verb = line.split()[0].decode("latin-1").upper()
            self.heard.append(line.decode("latin-1").strip())
            going = self._answer(connection, verb)
            if going and verb == "DATA" and self._said("DATA").startswith(b"3"):
                message = b""
                while (piece := lines.readline()) not in {b".\r\n", b""}:
                    message += piece
                if not piece:
                    return
                self.taken.append(message)
                going = self._answer(connection, ".")

    def _said(self, step: str) -> bytes:
        return {**_GOOD, **self.says}.get(step, b"502 unknown\r\n")

    def _answer(self, connection: socket.socket, step: str) -> bool:
        said = self._said(step)
        if said == CUT:
            return False
        if said == SILENT:
            self.over.wait(10)
            return False
        if said == DRIP:
            while not self.over.wait(0.01):
                connection.sendall(b"2")
            return False
        while said == FLOOD:
            connection.sendall(b"250-more\r\n" * 1_000)  # until nobody listens
        connection.sendall(said)
        return step != "QUIT"


@contextmanager
def a_scripted_server(**says: bytes) -> Iterator[Scripted]:
    """One that answers `MAIL=b"550 no\\r\\n"` instead of the usual; `dot` names the final dot."""
    named = {("." if step == "dot" else step): answer for step, answer in says.items()}
    server = Scripted(named)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server.port = listening.getsockname()[1]
        thread = threading.Thread(target=server.serve, args=(listening,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            listening.shutdown(socket.SHUT_RDWR)
    thread.join(5)
