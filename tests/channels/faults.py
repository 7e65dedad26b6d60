"""What goes wrong between us and a service, for the fakes of networks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

import httpx

Effect = Callable[[httpx.Request], httpx.Response]

SHOWN_HEADERS = (
    *("Accept", "Content-Type", "Idempotency-Key", "User-Agent"),
    *("Buttondown-Context", "X-API-Version", "X-Idempotency-Key"),
)


@dataclass
class Fault:
    """What happens to one call: `effect` instead of the answer, before or after the call did its work."""

    method: str
    path: str
    effect: Effect
    after: bool = False

    def concerns(self, request: httpx.Request) -> bool:
        return self.method == request.method and request.url.path.endswith(self.path)


def timeout(_: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("timed out")


def reset(_: httpx.Request) -> httpx.Response:
    raise httpx.ReadError("connection reset by peer")


def refused(_: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("connection refused")


def server_error(_: httpx.Request) -> httpx.Response:
    return httpx.Response(503, json={"error": "Service temporarily unavailable"})


def throttled(_: httpx.Request) -> httpx.Response:
    return httpx.Response(429, headers={"Retry-After": "12"}, json={"error": "Too many requests"})


def unauthorized(_: httpx.Request) -> httpx.Response:
    return httpx.Response(401, json={"error": "The access token is invalid"})


def a_login_page(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, html="<html>Please log in</html>")


def an_empty_object(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={})


def transcript(requests: list[httpx.Request], hide: str = "") -> str:
    """Every call, readable, with allowed headers only; `hide` is what a body may hold that nobody may see."""
    return "\n".join(_written(request, hide) for request in requests)


def _written(request: httpx.Request, hide: str) -> str:
    headers = [f"{name}: {request.headers[name]}" for name in SHOWN_HEADERS if name in request.headers]
    lines = [f"{request.method} {unquote(request.url.raw_path.decode())}", *headers, *_body(request), ""]
    return "\n".join(lines).replace(hide, "•••") if hide else "\n".join(lines)


def _body(request: httpx.Request) -> list[str]:
    kind = request.headers.get("Content-Type", "")
    if not request.content:
        return []
    if kind == "application/json":
        return [json.dumps(json.loads(request.content), indent=2, ensure_ascii=False)]
    if kind.startswith("multipart/"):
        return [
            line.decode() if line.isascii() and line.decode().isprintable() else f"({len(line)} bytes)"
            for line in request.content.split(b"\r\n")
        ]
    return [f"({len(request.content)} bytes)"]
