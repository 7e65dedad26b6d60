"""A stand-in for a Mastodon server that promises what its documentation promises, and no more.

https://docs.joinmastodon.org/methods/ (statuses, media, accounts, instance), .../api/rate-limits/
"""

from __future__ import annotations

import email
import email.policy
import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx

from tests.channels.faults import Fault

TOKEN = "c0ffee00canary00c0ffee00canary00mastodon"  # noqa: S105  of nobody
SERVER = "https://mastodon.example"
KEY_LIFE = 3600  # seconds
NOW = datetime(2026, 4, 2, 7, 0, tzinfo=UTC)

_STATUS: dict[str, type] = {
    "status": str,
    "media_ids": list,
    "in_reply_to_id": str,
    "sensitive": bool,
    "spoiler_text": str,
    "visibility": str,
    "language": str,
}
_STATUSES_QUERY = {
    "max_id",
    "since_id",
    "min_id",
    "limit",
    "only_media",
    "exclude_replies",
    "exclude_reblogs",
    "pinned",
}


class RefusalError(Exception):
    def __init__(self, status: int, error: str) -> None:
        super().__init__(error)
        self.status, self.error = status, error


@dataclass
class FakeMastodon:
    """One account on one server. Give it to `httpx.MockTransport`.

    Attributes:
        clock: Seconds; keys expire by it.
        slow: How many times a new picture is asked for before it is ready.
        quota: Calls that are left before 429.
        requests: Every call there was; nothing is ever taken out.
    """

    token: str = TOKEN
    max_characters: int = 500
    link_characters: int = 23
    clock: float = 0
    slow: int = 0
    quota: int = 300
    statuses: list[dict[str, Any]] = field(default_factory=list)
    media: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    requests: list[httpx.Request] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    _keys: dict[str, tuple[float, dict[str, Any]]] = field(default_factory=dict)
    _waiting: dict[str, int] = field(default_factory=dict)
    _next: int = 100

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        fault = next((one for one in self.faults if one.concerns(request)), None)
        if fault is None:
            return self._answer(request)
        self.faults.remove(fault)
        if fault.after:
            self._answer(request)
        return fault.effect(request)

    def add_status(self, text: str, **changes: Any) -> dict[str, Any]:
        """As if written in the web application."""
        identity = self._identity()
        page = "".join(f"<p>{_linked(part)}</p>" for part in html.escape(text, quote=False).split("\n\n"))
        status: dict[str, Any] = {
            "id": identity,
            "url": f"{SERVER}/@bakery/{identity}",
            "uri": f"{SERVER}/users/bakery/statuses/{identity}",
            "content": page.replace("\n", "<br />"),
            "media_attachments": [],
            "in_reply_to_id": None,
            "reblog": None,
            "visibility": "public",
            "language": None,
        }
        self.statuses.append(status | changes)
        return self.statuses[-1]

    def _identity(self) -> str:
        self._next += 1
        return str(self._next)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        assert f"{request.url.scheme}://{request.url.host}" == SERVER, f"called {request.url}"
        try:
            self._allow(request)
            return self._route(request)
        except RefusalError as refusal:
            reset = {"X-RateLimit-Reset": "2026-04-02T07:05:00.000000Z", "Date": "Thu, 02 Apr 2026 07:00:00 GMT"}
            headers = reset if refusal.status == 429 else {}
            return httpx.Response(refusal.status, headers=headers, json={"error": refusal.error})

    def _allow(self, request: httpx.Request) -> None:
        if request.url.path != "/api/v2/instance" and request.headers.get("Authorization") != f"Bearer {self.token}":
            raise RefusalError(401, "The access token is invalid")
        self.quota -= 1
        if self.quota < 0:
            raise RefusalError(429, "Too many requests")

    def _route(self, request: httpx.Request) -> httpx.Response:
        for method, pattern, handle in ROUTES:
            match = re.fullmatch(pattern, request.url.path)
            if match and method == request.method:
                return handle(self, request, *match.groups())
        raise RefusalError(404, "Record not found")

    def _instance(self, _: httpx.Request) -> httpx.Response:
        statuses = {
            "max_characters": self.max_characters,
            "max_media_attachments": 4,
            "characters_reserved_per_url": self.link_characters,
        }
        media = {"description_limit": 1500, "image_size_limit": 16_777_216}
        return httpx.Response(200, json={"configuration": {"statuses": statuses, "media_attachments": media}})

    def _me(self, _: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"id": "1", "username": "bakery", "acct": "bakery"})

    def _own(self, request: httpx.Request, account: str) -> httpx.Response:
        query = request.url.params
        if set(query) - _STATUSES_QUERY or int(query.get("limit", 20)) > 40:
            raise RefusalError(422, f"Unknown parameters: {query}")
        if account != "1":
            raise RefusalError(404, "Record not found")
        limit = int(query.get("limit", 20))
        later = [one for one in self.statuses if int(one["id"]) > int(query.get("min_id", 0))]
        page = later[:limit] if "min_id" in query else later[-limit:]
        return httpx.Response(200, json=page[::-1])

    def _upload(self, request: httpx.Request) -> httpx.Response:
        fields = _multipart(request)
        if set(fields) - {"file", "description", "focus", "thumbnail"} or "file" not in fields:
            raise RefusalError(422, "Validation failed: File can't be blank")
        if not fields["file"].startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF8")):
            raise RefusalError(422, "Validation failed: File content type is invalid, File is invalid")
        description = fields.get("description", b"").decode()
        if len(description) > 1500:
            raise RefusalError(422, "Validation failed: Description is too long")
        identity = self._identity()
        self.media[identity] = {"id": identity, "type": "image", "description": description or None}
        self.files[identity] = fields["file"]
        self._waiting[identity] = self.slow
        return httpx.Response(202 if self.slow else 200, json=self._media(identity))

    def _media(self, identity: str) -> dict[str, Any]:
        url = None if self._waiting[identity] else f"{SERVER}/media/{identity}.png"
        return self.media[identity] | {"url": url}

    def _unattached(self, identity: str) -> None:
        if identity not in self.media or any(identity in _pictures(status) for status in self.statuses):
            raise RefusalError(404, "Record not found")

    def _get_media(self, _: httpx.Request, identity: str) -> httpx.Response:
        self._unattached(identity)
        self._waiting[identity] = max(0, self._waiting[identity] - 1)
        media = self._media(identity)
        return httpx.Response(200 if media["url"] else 206, json=media)

    def _delete_media(self, _: httpx.Request, identity: str) -> httpx.Response:
        if any(identity in _pictures(status) for status in self.statuses):
            raise RefusalError(422, "Media attachment is currently used by a status")
        self._unattached(identity)
        del self.media[identity]
        return httpx.Response(200, json={})

    def _post(self, request: httpx.Request) -> httpx.Response:
        key = request.headers.get("Idempotency-Key")
        if key in self._keys and self.clock < self._keys[key][0]:
            return httpx.Response(200, json=self._keys[key][1])
        body = _json(request)
        self._check(body)
        attached = [self._media(identity) for identity in body.get("media_ids", [])]
        status = self.add_status(
            body["status"],
            media_attachments=attached,
            in_reply_to_id=body.get("in_reply_to_id"),
            visibility=body.get("visibility", "public"),
            language=body.get("language"),
        )
        if key:
            self._keys[key] = (self.clock + KEY_LIFE, status)
        return httpx.Response(200, json=status)

    def _check(self, body: dict[str, Any]) -> None:
        if not body.get("status", "").strip() and not body.get("media_ids"):
            raise RefusalError(422, "Validation failed: Text can't be blank")
        if len(body["status"]) > self.max_characters:
            raise RefusalError(422, f"Validation failed: Text character limit of {self.max_characters} exceeded")
        if len(body.get("media_ids", [])) > 4:
            raise RefusalError(422, "Validation failed: Cannot attach more than 4 files")
        for identity in body.get("media_ids", []):
            if identity not in self.media or any(identity in _pictures(status) for status in self.statuses):
                raise RefusalError(422, f"Media {identity} not found or already attached to another post")
            if self._waiting[identity]:
                raise RefusalError(422, "Cannot attach files that have not finished processing. Try again in a moment!")
        if body.get("in_reply_to_id") not in {None, *(status["id"] for status in self.statuses)}:
            raise RefusalError(404, "Record not found")
        if body.get("visibility", "public") not in {"public", "unlisted", "private", "direct"}:
            raise RefusalError(422, "Validation failed: Visibility is not included in the list")


ROUTES: list[tuple[str, str, Callable[..., httpx.Response]]] = [
    ("GET", "/api/v2/instance", FakeMastodon._instance),
    ("GET", "/api/v1/accounts/verify_credentials", FakeMastodon._me),
    ("GET", "/api/v1/accounts/([^/]+)/statuses", FakeMastodon._own),
    ("POST", "/api/v2/media", FakeMastodon._upload),
    ("GET", "/api/v1/media/([^/]+)", FakeMastodon._get_media),
    ("DELETE", "/api/v1/media/([^/]+)", FakeMastodon._delete_media),
    ("POST", "/api/v1/statuses", FakeMastodon._post),
]


def _pictures(status: dict[str, Any]) -> list[str]:
    return [one["id"] for one in status["media_attachments"]]


def _linked(text: str) -> str:
    """As Mastodon shows addresses: beginning and end are hidden, but there."""

    def link(match: re.Match[str]) -> str:
        hidden, shown = match[0].split("://")[0] + "://", match[0].split("://")[1]
        parts = f'<span class="invisible">{hidden}</span><span class="ellipsis">{shown[:30]}</span><span class="invisible">{shown[30:]}</span>'
        return f'<a href="{match[0]}" target="_blank" rel="nofollow noopener">{parts}</a>'

    return re.sub(r"https?://\S+", link, text)


def _json(request: httpx.Request) -> dict[str, Any]:
    assert request.headers["Content-Type"] == "application/json"
    body: dict[str, Any] = json.loads(request.content)
    for name, value in body.items():
        if not isinstance(value, _STATUS.get(name, type(None))):
            raise RefusalError(422, f"Unknown or wrong: {name}")
    return body


def _multipart(request: httpx.Request) -> dict[str, bytes]:
    head = f"Content-Type: {request.headers['Content-Type']}\r\n\r\n".encode()
    message = email.message_from_bytes(head + request.content, policy=email.policy.HTTP)
    fields = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="Content-Disposition")
        if name == "file" and not part.get_content_type().startswith("image/"):
            raise RefusalError(422, "Validation failed: File content type is invalid")
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        fields[str(name)] = content
    return fields
