"""A stand-in for Buttondown's API v1 that promises what its documentation promises, and no more.

Paths, fields and defaults: https://docs.buttondown.com/api-emails-introduction (and the OpenAPI document beside it);
newsletters and keys: .../api-authentication; repeated requests: .../api-idempotency-keys; errors: .../api-error-codes
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.channels.faults import Effect, Fault

KEY = "c0ffee00-canary-c0ffee-00canary"
VERSION = "2026-04-01"
OURS, OTHER = "a1b2c3d4-5678-90ab-cdef-000000000001", "a1b2c3d4-5678-90ab-cdef-000000000002"

_STATUSES = {
    *("draft", "managed_by_rss", "about_to_send", "scheduled", "in_flight", "paused", "deleted", "errored", "sent"),
    *("imported", "throttled", "resending", "transactional", "suppressed"),
}
_FIELDS = {
    *("attachments", "publish_date", "subject", "slug", "description", "canonical_url", "image", "body"),
    *("archival_mode", "email_type", "status", "metadata", "secondary_id", "filters", "template", "commenting_mode"),
    *("related_email_ids", "featured", "should_trigger_pay_per_email_billing"),
}
_TEMPLATES = {"classic", "custom", "modern", "plaintext", "naked", "none", None}
# What the documentation calls the default of a field that a change leaves out.
_CHANGED = {"metadata": {}, "image": ""}


class ProblemError(Exception):
    """Becomes an answer with a code and a detail."""

    def __init__(self, status: int, code: str, detail: str | list[dict[str, Any]]) -> None:
        super().__init__(str(detail))
        self.status, self.code, self.detail = status, code, detail


@dataclass
class FakeButtondown:
    """One account with two newsletters. Give it to `httpx.MockTransport`."""

    emails: list[dict[str, Any]] = field(default_factory=list)
    requests: list[httpx.Request] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    mailed: list[str] = field(default_factory=list)
    tested: list[tuple[str, str]] = field(default_factory=list)
    page: int = 100
    confirmed: bool = True
    _answered: dict[str, httpx.Response] = field(default_factory=dict)

    def fail(self, method: str, path: str, effect: Effect, *, after: bool = False) -> None:
        """Let the next call of `method` whose path ends in `path` fail."""
        self.faults.append(Fault(method, path, effect, after))

    def finish(self) -> None:
        """Time passes: what is on its way has arrived."""
        for email in self.emails:
            email["status"] = "sent" if email["status"] in {"about_to_send", "in_flight"} else email["status"]

    def calls(self) -> list[str]:
        return [f"{request.method} {request.url.path}" for request in self.requests]

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        fault = next((one for one in self.faults if one.concerns(request)), None)
        if fault is None:
            return self._answer(request)
        self.faults.remove(fault)
        if fault.after:
            self._answer(request)
        return fault.effect(request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        key = request.headers.get("X-Idempotency-Key")
        if key is None:
            return self._work(request)
        assert 0 < len(key) <= 200
        if key not in self._answered:
            self._answered[key] = self._work(request)
        return self._answered[key]

    def _work(self, request: httpx.Request) -> httpx.Response:
        assert request.url.host == "api.buttondown.com"
        assert request.headers["X-API-Version"] == VERSION
        try:
            newsletter = _newsletter(request)
            handle, names = _route(request)
            status, answer = handle(self, request, newsletter, *names)
        except ProblemError as error:
            return httpx.Response(error.status, json={"code": error.code, "detail": error.detail})
        return httpx.Response(status, json=answer) if answer is not None else httpx.Response(status)

    def _newsletters(self, request: httpx.Request, _: str) -> tuple[int, Any]:
        there = [{"id": OTHER, "username": "friends", "api_key": KEY}, {"id": OURS, "username": "bakery"}]
        return 200, self._paged(request, there)

    def _list(self, request: httpx.Request, newsletter: str) -> tuple[int, Any]:
        ours = [one for one in self.emails if one["newsletter"] == newsletter]
        if request.url.params.get("ordering") == "-creation_date":
            ours = ours[::-1]
        hidden = request.url.params.get_list("excluded_fields")
        return 200, self._paged(request, [{k: v for k, v in _shown(one).items() if k not in hidden} for one in ours])

    def _paged(self, request: httpx.Request, items: list[Any]) -> dict[str, Any]:
        page = int(request.url.params.get("page", 1))
        start, end = (page - 1) * self.page, page * self.page
        following = f"https://evil.example/?page={page + 1}" if end < len(items) else None
        return {"results": items[start:end], "count": len(items), "next": following, "previous": None}

    def _create(self, request: httpx.Request, newsletter: str) -> tuple[int, Any]:
        body = _body(request)
        if "subject" not in body:
            raise _invalid("subject", "missing")
        number = len(self.emails) + 1
        identity = f"497f6eca-6276-4993-bfeb-{number:012}"
        defaults: dict[str, Any] = {"status": "draft", "metadata": {}, "body": "", "description": "", "template": None}
        address = f"https://buttondown.com/bakery/archive/{number}/"
        email = {**defaults, **body, "id": identity, "newsletter": newsletter, "absolute_url": address}
        email["body"] = email["body"].strip()
        self.emails.append(email)
        return 201, _shown(email)

    def _one(self, newsletter: str, identity: str) -> dict[str, Any]:
        found = [one for one in self.emails if (one["newsletter"], one["id"]) == (newsletter, identity)]
        if not found:
            raise ProblemError(404, "not_found", "Not found.")
        return found[0]

    def _read(self, _: httpx.Request, newsletter: str, identity: str) -> tuple[int, Any]:
        return 200, _shown(self._one(newsletter, identity))

    def _change(self, request: httpx.Request, newsletter: str, identity: str) -> tuple[int, Any]:
        email = self._one(newsletter, identity)
        email |= {**_CHANGED, **_body(request)}
        return 200, _shown(email)

    def _delete(self, _: httpx.Request, newsletter: str, identity: str) -> tuple[int, Any]:
        self.emails.remove(self._one(newsletter, identity))
        return 204, None

    def _publish(self, request: httpx.Request, newsletter: str, identity: str) -> tuple[int, Any]:
        """Another request for the same email is not documented, so here it does the worst: it mails everybody again."""
        if not self.confirmed:
            raise ProblemError(400, "email_not_confirmed", "Confirm your email address before sending.")
        self._change(request, newsletter, identity)
        self._one(newsletter, identity)["status"] = "about_to_send"
        self.mailed.append(identity)
        return 200, _shown(self._one(newsletter, identity))

    def _send_draft(self, request: httpx.Request, newsletter: str, identity: str) -> tuple[int, Any]:
        body = json.loads(request.content)
        if set(body) - {"subscribers", "recipients"}:
            raise _invalid("recipients", "extra_forbidden")
        self.tested += [(self._one(newsletter, identity)["metadata"]["lichtpunt"], to) for to in body["recipients"]]
        return 200, None


Handler = Callable[..., tuple[int, Any]]
_ID = r"/emails/([0-9a-f-]+)"
ROUTES: list[tuple[str, str, Handler]] = [
    ("GET", "/newsletters", FakeButtondown._newsletters),
    ("GET", "/emails", FakeButtondown._list),
    ("POST", "/emails", FakeButtondown._create),
    ("GET", _ID, FakeButtondown._read),
    ("PATCH", _ID, FakeButtondown._change),
    ("DELETE", _ID, FakeButtondown._delete),
    ("POST", _ID + "/publish", FakeButtondown._publish),
    ("POST", _ID + "/send-draft", FakeButtondown._send_draft),
]


def _route(request: httpx.Request) -> tuple[Handler, tuple[str, ...]]:
    for method, path, handle in ROUTES:
        match = re.fullmatch("/v1" + path, request.url.path)
        if match and method == request.method:
            return handle, match.groups()
    raise ProblemError(404, "not_found", "Not found.")


def _newsletter(request: httpx.Request) -> str:
    """The one that the call is about; a wrong one is refused, and without any it is the account's first."""
    if request.headers.get("Authorization") != f"Token {KEY}":
        raise ProblemError(401, "authentication_invalid", "Invalid token.")
    named = request.headers.get("Buttondown-Context", OTHER)
    if named not in {OURS, OTHER}:
        raise ProblemError(401, "authentication_invalid", "Invalid context.")
    return str(named)


def _body(request: httpx.Request) -> dict[str, Any]:
    assert request.headers["Content-Type"] == "application/json"
    body: dict[str, Any] = json.loads(request.content)
    if unknown := sorted(set(body) - _FIELDS):
        raise _invalid(unknown[0], "extra_forbidden")
    if len(body.get("subject", "")) > 2000:
        raise _invalid("subject", "string_too_long")
    if body.get("status", "draft") not in _STATUSES or body.get("template") not in _TEMPLATES:
        raise _invalid("status or template", "enum")
    if body.get("body", "").startswith("---"):
        raise ProblemError(400, "body_contains_frontmatter", "The body starts with frontmatter.")
    return body


def _invalid(name: str, kind: str) -> ProblemError:
    return ProblemError(422, "", [{"type": kind, "loc": ["body", "payload", name], "msg": f"Not valid ({kind})"}])


def _shown(email: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in email.items() if name != "newsletter"}
