"""A fake service in a process of its own. It keeps no promise that real documentation does not make.

Each effect, which is what a reader sees, is a line of an append-only log, synced before the answer leaves. A request
tells the time, so that keys expire when the test says so, and which fault to show:

| fault | what the caller sees | effect |
|---|---|---|
| `drop-before`, `drop-after` | a reset connection | no, yes |
| `error-before`, `error-after` | 500 | no, yes |
| `nonsense-before`, `nonsense-after` | 200 and a page of HTML | no, yes |
| `slow` | no answer before its deadline | yes, at once |
| `late` | no answer before its deadline | yes, but only after the next request of the case was answered |
| `busy`, `refuse` | 429 with Retry-After, 422 | no |
"""

from __future__ import annotations

import json
import os
import socket
import struct
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY_LIFE = 24 * 3600.0
QUEUE = 600.0  # seconds that a queued message waits before it goes out
Reply = tuple[int, dict[str, Any]]

_REFUSALS = {"busy": 429, "refuse": 422}


@dataclass
class Item:
    """A draft, or what was sent without one."""

    number: str
    reference: str
    body: str
    state: str = "draft"
    after: str | None = None
    goes_out: float = 0.0


@dataclass
class World:
    """What the service has for one case."""

    kind: str
    effect: Callable[[Item], None]
    items: dict[str, Item] = field(default_factory=dict)
    keys: dict[str, tuple[float, str]] = field(default_factory=dict)
    pending: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    made: int = 0

    def do(self, what: str, asked: dict[str, Any]) -> Reply:
        """One request, by its verb."""
        for item in self.items.values():
            if item.state == "scheduled" and item.goes_out <= asked["at"]:
                self._send(item)
        reply: Reply = getattr(self, f"_{what}")(asked)
        return reply

    def _search(self, asked: dict[str, Any]) -> Reply:
        if self.kind == "none":
            return 404, {"title": "There is no search."}
        return 200, {"items": [vars(item) for item in self.items.values() if item.reference == asked["reference"]]}

    def _create(self, asked: dict[str, Any]) -> Reply:
        return 200, vars(self._add(asked))

    def _update(self, asked: dict[str, Any]) -> Reply:
        item = self.items.get(asked["number"])
        if item is None or item.state != "draft":
            return 404, {"title": "There is no such draft."}
        item.body = asked["body"]
        return 200, vars(item)

    def _get(self, asked: dict[str, Any]) -> Reply:
        item = self.items.get(asked["number"])
        return (200, vars(item)) if item else (404, {"title": "There is no such draft."})

    def _delete(self, asked: dict[str, Any]) -> Reply:
        item = self.items.get(asked["number"])
        if item and item.state == "sent":
            return 409, {"title": "It was sent."}
        self.items.pop(asked["number"], None)
        return 200, {}

    def _publish(self, asked: dict[str, Any]) -> Reply:
        """Publish a draft: only a service of the kind `staged` or `queued` refuses a second time."""
        item = self.items.get(asked["number"])
        if item is None:
            return 404, {"title": "There is no such draft."}
        if self.kind in {"staged", "queued"} and item.state != "draft":
            return 409, {"title": "It was sent or scheduled already."}
        if self.kind == "queued":
            item.state, item.goes_out = "scheduled", asked["at"] + QUEUE
        else:
            self._send(item)
        return 200, vars(item)

    def _post(self, asked: dict[str, Any]) -> Reply:
        """Publish at once, without a draft. A key is remembered for its life."""
        known = self.keys.get(asked["key"]) if self.kind in {"keyed", "thread"} else None
        if known and asked["at"] - known[0] < KEY_LIFE:
            return 200, vars(self.items[known[1]])
        item = self._add(asked)
        self.keys[asked["key"]] = (asked["at"], item.number)
        self._send(item)
        return 200, vars(item)

    def _add(self, asked: dict[str, Any]) -> Item:
        self.made += 1
        number = f"n{self.made}"
        self.items[number] = Item(number, asked["reference"], asked["body"], after=asked.get("after"))
        return self.items[number]

    def _send(self, item: Item) -> None:
        item.state = "sent"
        self.effect(item)

    def finish(self, at: float) -> None:
        """What is still on its way arrives, and what is scheduled goes out."""
        for what, asked in self.pending:
            self.do(what, asked | {"at": at})
        self.pending.clear()
        self.do("search", {"at": at + QUEUE, "reference": ""})


class Service:
    """All worlds, and the log."""

    def __init__(self, log: Path) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        self._worlds: dict[str, World] = {}
        self._effects: dict[str, list[dict[str, Any]]] = {}
        self._lock = threading.Lock()

    def do(self, case: str, kind: str, what: str, asked: dict[str, Any], *, late: bool) -> Reply:
        """One request. A late one has its effect after the next request was answered."""
        with self._lock:
            world = self._worlds.setdefault(case, World(kind, lambda item: self._keep(case, item)))
            if what == "finish":
                world.finish(asked["at"])
                del self._worlds[case]
                return 200, {"effects": self._effects.pop(case, [])}
            arrived, world.pending = world.pending, ([(what, asked)] if late else [])
            reply = (0, {}) if late else world.do(what, asked)
            for earlier in arrived:
                world.do(*earlier)
            return reply

    def _keep(self, case: str, item: Item) -> None:
        line = {
            "case": case,
            "number": item.number,
            "reference": item.reference,
            "body": item.body,
            "after": item.after,
        }
        os.write(self._log, json.dumps(line).encode() + b"\n")
        os.fsync(self._log)
        self._effects.setdefault(case, []).append(line)


def handler(service: Service) -> type[BaseHTTPRequestHandler]:
    """What answers over HTTP: POST /case/kind/verb?fault=."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            address = urlsplit(self.path)
            _, case, kind, what = address.path.split("/")
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fault = parse_qs(address.query).get("fault", [""])[0]
            if fault in _REFUSALS:
                return self._answer(_REFUSALS[fault], b'{"title": "Not now."}')
            if not fault.endswith("-before"):
                status, reply = service.do(case, kind, what, asked, late=fault == "late")
            if fault in {"slow", "late"}:
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
