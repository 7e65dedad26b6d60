"""A stand-in for a Bluesky server (PDS) that promises what its lexicons promise, and no more.

https://github.com/bluesky-social/atproto/tree/main/lexicons (com/atproto, app/bsky). Names of content are computed here
in another way than in the product: with an encoder of its own.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import regex

from tests.channels.faults import Fault

HANDLE = "bakery.example"
PASSWORD = "c0ffee-canary-c0ffee-blue"  # noqa: S105  of nobody
DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz"
HOST = "bsky.social"
SIGN_INS = 30  # in five minutes

_TID = re.compile("[234567abcdefghij][234567a-z]{12}")
_POST = {"$type", "text", "facets", "reply", "embed", "langs", "labels", "tags", "createdAt"}


class RefusalError(Exception):
    def __init__(self, status: int, error: str, message: str) -> None:
        super().__init__(message)
        self.status, self.error, self.message = status, error, message


@dataclass
class FakeBluesky:
    """One account on one server. Give it to `httpx.MockTransport`.

    Attributes:
        explicit: Whether a record that exists is named as the reason, as newer servers do; others answer 500.
        records: Every record by its key, with its CID.
        blobs: Every uploaded picture by its CID.
        requests: Every call there was; nothing is ever taken out.
    """

    explicit: bool = False
    active: bool = True
    records: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    blobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    commits: list[list[str]] = field(default_factory=list)
    requests: list[httpx.Request] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    sign_ins: int = 0
    _generation: int = 0
    _access: str = ""
    _refresh: str = ""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        fault = next((one for one in self.faults if one.concerns(request)), None)
        if fault is None:
            return self._answer(request)
        self.faults.remove(fault)
        if fault.after:
            self._answer(request)
        return fault.effect(request)

    def end_session(self, *, renewable: bool = True) -> None:
        """The short token expires; with it, unless it is renewable, the long one."""
        self._access = "expired"
        self._refresh = self._refresh if renewable else "expired"

    def forget_pictures(self) -> None:
        """As a server does with pictures that no record shows."""
        self.blobs.clear()

    def _answer(self, request: httpx.Request) -> httpx.Response:
        assert f"{request.url.scheme}://{request.url.host}" == f"https://{HOST}", f"called {request.url}"
        name = request.url.path.removeprefix("/xrpc/")
        try:
            return httpx.Response(200, json=_route(name, request.method)(self, request))
        except RefusalError as refusal:
            headers = {"RateLimit-Reset": "1775113500", "Date": "Thu, 02 Apr 2026 07:00:00 GMT"}
            body = {"error": refusal.error, "message": refusal.message}
            return httpx.Response(refusal.status, headers=headers, json=body)

    def _tokens(self) -> dict[str, Any]:
        self._generation += 1
        self._access, self._refresh = f"access-c0ffee-{self._generation}", f"refresh-c0ffee-{self._generation}"
        return {
            "did": DID,
            "handle": HANDLE,
            "accessJwt": self._access,
            "refreshJwt": self._refresh,
            "active": self.active,
        }

    def _sign_in(self, request: httpx.Request) -> dict[str, Any]:
        self.sign_ins += 1
        if self.sign_ins > SIGN_INS:
            raise RefusalError(429, "RateLimitExceeded", "Rate Limit Exceeded")
        body = _json(request)
        assert set(body) == {"identifier", "password"}
        if (body["identifier"], body["password"]) != (HANDLE, PASSWORD):
            raise RefusalError(401, "AuthenticationRequired", "Invalid identifier or password")
        return self._tokens()

    def _renew(self, request: httpx.Request) -> dict[str, Any]:
        assert not request.content
        if _bearer(request) != self._refresh:
            raise RefusalError(400, "ExpiredToken", "Token has been revoked")
        return self._tokens()

    def _authorize(self, request: httpx.Request) -> None:
        if not _bearer(request):
            raise RefusalError(401, "AuthenticationRequired", "Authentication Required")
        if _bearer(request) != self._access:
            raise RefusalError(400, "ExpiredToken", "Token has expired")

    def _upload(self, request: httpx.Request) -> dict[str, Any]:
        self._authorize(request)
        kind = request.headers["Content-Type"]
        cid = cid_of(0x55, request.content)
        self.blobs[cid] = {"$type": "blob", "ref": {"$link": cid}, "mimeType": kind, "size": len(request.content)}
        return {"blob": self.blobs[cid]}

    def _record(self, request: httpx.Request) -> dict[str, Any]:
        query = request.url.params
        assert set(query) == {"repo", "collection", "rkey"}
        key = query["rkey"]
        if query["repo"] not in {DID, HANDLE} or query["collection"] != "app.bsky.feed.post" or key not in self.records:
            uri = f"at://{query['repo']}/{query['collection']}/{key}"
            raise RefusalError(400, "RecordNotFound", f"Could not locate record: {uri}")
        cid, value = self.records[key]
        return {"uri": f"at://{DID}/app.bsky.feed.post/{key}", "cid": cid, "value": value}

    def _write(self, request: httpx.Request) -> dict[str, Any]:
        self._authorize(request)
        body = _json(request)
        assert set(body) <= {"repo", "validate", "writes", "swapCommit"}
        if body["repo"] not in {DID, HANDLE}:
            raise RefusalError(401, "AuthenticationRequired", "Authentication Required")
        if "swapCommit" in body:
            raise RefusalError(400, "InvalidSwap", "Commit was at another place")
        fresh: dict[str, tuple[str, dict[str, Any]]] = {}
        for write in body["writes"]:
            assert set(write) == {"$type", "collection", "rkey", "value"}
            assert write["$type"] == "com.atproto.repo.applyWrites#create"
            assert write["collection"] == "app.bsky.feed.post"
            assert _TID.fullmatch(write["rkey"])
            self._check(write["value"])
            if write["rkey"] in self.records or write["rkey"] in fresh:
                if self.explicit:
                    raise RefusalError(400, "RecordAlreadyExists", "Record already exists")
                raise RefusalError(500, "InternalServerError", "Internal Server Error")
            fresh[write["rkey"]] = (cid_of(0x71, encoded(write["value"])), write["value"])
        self.records |= fresh
        self.commits.append(list(fresh))
        results = [
            {
                "$type": "com.atproto.repo.applyWrites#createResult",
                "uri": f"at://{DID}/app.bsky.feed.post/{key}",
                "cid": cid,
            }
            for key, (cid, _) in fresh.items()
        ]
        return {"commit": {"cid": cid_of(0x71, b"commit"), "rev": "3k"}, "results": results}

    def _check(self, post: dict[str, Any]) -> None:
        """The lexicon of a post. It knows nothing of where the text ends, and neither does a real server."""
        text = post["text"]
        good = (
            set(post) <= _POST
            and post["$type"] == "app.bsky.feed.post"
            and len(regex.findall(r"\X", text)) <= 300
            and len(text.encode()) <= 3000
            and len(post.get("langs", [])) <= 3
            and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", post["createdAt"])
        )
        if not good:
            raise RefusalError(400, "InvalidRequest", "Invalid app.bsky.feed.post record")
        if "reply" in post:
            assert set(post["reply"]) == {"root", "parent"}
            assert all(set(one) == {"uri", "cid"} for one in post["reply"].values())
        for image in post.get("embed", {}).get("images", []):
            if image["image"] != self.blobs.get(image["image"]["ref"]["$link"]):
                raise RefusalError(400, "BlobNotFound", f"Could not find blob: {image['image']['ref']['$link']}")


ROUTES: dict[str, tuple[str, Callable[[FakeBluesky, httpx.Request], dict[str, Any]]]] = {
    "com.atproto.server.createSession": ("POST", FakeBluesky._sign_in),
    "com.atproto.server.refreshSession": ("POST", FakeBluesky._renew),
    "com.atproto.repo.uploadBlob": ("POST", FakeBluesky._upload),
    "com.atproto.repo.getRecord": ("GET", FakeBluesky._record),
    "com.atproto.repo.applyWrites": ("POST", FakeBluesky._write),
}


def _route(name: str, method: str) -> Callable[[FakeBluesky, httpx.Request], dict[str, Any]]:
    if name not in ROUTES or ROUTES[name][0] != method:
        raise RefusalError(501, "MethodNotImplemented", "Method Not Implemented")
    return ROUTES[name][1]


def cid_of(kind: int, data: bytes) -> str:
    """https://atproto.com/specs/data-model#link-and-cid-formats"""
    raw = bytes([1, kind, 0x12, 32]) + hashlib.sha256(data).digest()
    return "b" + base64.b32encode(raw).decode().lower().rstrip("=")


def encoded(value: Any) -> bytes:
    """DAG-CBOR, of what records hold."""
    match value:
        case bool():
            return b"\xf5" if value else b"\xf4"
        case int():
            return _head(0, value)
        case str():
            return _head(3, len(value.encode())) + value.encode()
        case list():
            return _head(4, len(value)) + b"".join(map(encoded, value))
        case {"$link": str(cid)}:
            raw = b"\0" + base64.b32decode(cid[1:].upper() + "=" * (-(len(cid) - 1) % 8))
            return b"\xd8\x2a" + _head(2, len(raw)) + raw
        case dict():
            names = sorted(value, key=lambda name: (len(name.encode()), name.encode()))
            return _head(5, len(value)) + b"".join(encoded(name) + encoded(value[name]) for name in names)
    raise AssertionError(f"a record cannot hold {value!r}")


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    size = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([major << 5 | 24 + size]) + number.to_bytes(1 << size)


def _bearer(request: httpx.Request) -> str:
    token: str = request.headers.get("Authorization", "")
    return token.removeprefix("Bearer ")


def _json(request: httpx.Request) -> dict[str, Any]:
    assert request.headers["Content-Type"] == "application/json"
    body: dict[str, Any] = json.loads(request.content)
    return body
