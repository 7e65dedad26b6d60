"""The fake service, in a process of its own.

Each request and each effect, which is what a reader sees, is a line of an append-only log; an effect is synced before
the answer leaves. A request tells the time, so that keys expire when the test says so, and which fault to show:

| fault | what the caller sees | effect |
|---|---|---|
| `drop-before`, `drop-after` | a reset connection | no, yes |
| `error-before`, `error-after` | 500 | no, yes |
| `nonsense-before`, `nonsense-after` | 200 and a page of HTML | no, yes |
| `slow` | no answer before its deadline | yes, at once |
| `late`, `later` | no answer before its deadline | yes, but only after one or three more requests were answered |
| `busy`, `refuse` | 429 with Retry-After, 422 | no |

What people do and decide is told to it too (`said`), so that one record of the case has everything in its order.
"""

from __future__ import annotations

import json
import os
import socket
import struct
import sys
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.faults.world import QUEUE, Item, Pending, Reply, World

_REFUSALS = {"busy": 429, "refuse": 422}
_LATE = {"late": 1, "later": 3}  # how many other requests are answered before
_NOTHING: Reply = (0, {})


@dataclass
class Told:
    """A case: its world, and all that happened, in order."""

    world: World
    lines: list[dict[str, Any]] = field(default_factory=list)


class Service:
    """All cases, and the log."""

    def __init__(self, log: Path) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._cases: dict[str, Told] = {}
        self._lock = threading.Lock()

    def do(self, case: str, kind: str, verb: str, asked: dict[str, Any], fault: str) -> Reply:
        """One request."""
        with self._lock:
            if case not in self._cases:
                self._cases[case] = Told(World(kind, lambda item, at: self._went_out(case, item, at)))
            told = self._cases[case]
            if verb == "finish":
                return self._finish(case, asked["at"])
            if verb == "look":
                told.world.arrive()
                out = [item for item in told.world.items.values() if item.state != "draft"]
                return 200, {"out": [item.reference for item in out]}
            if verb == "said":
                if asked["did"] == "meddled":
                    told.world.meddle()
                self._keep(case, asked)
                return 200, {}
            return self._ask(case, verb, asked, fault)

    def _ask(self, case: str, verb: str, asked: dict[str, Any], fault: str) -> Reply:
        """A late request has its effect after the next one was answered."""
        world, lines = self._cases[case].world, self._cases[case].lines
        cause = len(lines)
        line = {"did": "asked", "verb": verb, "reference": world.name_of(asked), "at": asked["at"], "fault": fault}
        lines.append(line)
        if fault in _REFUSALS:
            reply: Reply = (_REFUSALS[fault], {"title": "Not now."})
        else:
            silent = fault in _LATE or fault.endswith("-before")
            reply = _NOTHING if silent else world.do(verb, asked, cause)
        world.arrive(1)
        if fault in _LATE:
            world.pending.append(Pending(verb, asked, cause, _LATE[fault]))
        line["status"] = reply[0]
        self._write(case, line)
        return reply

    def _finish(self, case: str, at: float) -> Reply:
        """Everything on its way arrives, and what is scheduled goes out: the record, and the drafts that are left."""
        told = self._cases[case]
        told.world.arrive()
        told.world.pass_time(at + QUEUE)
        del self._cases[case]
        drafts = [item.number for item in told.world.items.values() if item.state == "draft"]
        return 200, {"lines": told.lines, "drafts": drafts}

    def _went_out(self, case: str, item: Item, at: float) -> None:
        said = {name: getattr(item, name) for name in ("number", "reference", "body", "after", "cause")}
        self._keep(case, {"did": "effect", "at": at, **said})
        os.fsync(self._log)

    def _keep(self, case: str, line: dict[str, Any]) -> None:
        self._cases[case].lines.append(line)
        self._write(case, line)

    def _write(self, case: str, line: dict[str, Any]) -> None:
        os.write(self._log, json.dumps({"case": case, **line}).encode() + b"\n")


def handler(service: Service) -> type[BaseHTTPRequestHandler]:
    """What answers over HTTP: POST /case/kind/verb?fault=."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            address = urlsplit(self.path)
            _, case, kind, verb = address.path.split("/")
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fault = parse_qs(address.query).get("fault", [""])[0]
            status, reply = service.do(case, kind, verb, asked, fault)
            if fault == "slow" or fault in _LATE:
                self.connection.recv(1)  # until the caller hangs up
                return self._drop()
            if fault.startswith("drop"):
                return self._drop()
            if fault.startswith("error"):
                return self._answer(500, b'{"title": "Broken."}')
            if fault.startswith("nonsense"):
                return self._answer(200, b"<html>Welcome</html>")
            return self._answer(status, json.dumps(reply).encode())

        def _answer(self, status: int, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            if status == 429:
                self.send_header("Retry-After", "120")
            self.end_headers()
            self.wfile.write(content)

        def _drop(self) -> None:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
            pass

    return Handler


class Server(ThreadingHTTPServer):
    """Workers are killed in the middle of a call: that is no news."""

    daemon_threads = True
    request_queue_size = 128

    def shutdown_request(self, request: Any) -> None:
        request.close()

    def handle_error(self, request: object, client_address: object) -> None:
        pass


if __name__ == "__main__":
    with Server(("127.0.0.1", 0), handler(Service(Path(sys.argv[1])))) as server:
        print(server.server_port, flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()  # until whoever started it is gone
