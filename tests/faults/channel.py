"""A channel over the fake service, with the product's own HTTP: what a real adapter would be."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import httpx

from pipeline.channels.http import Access, Connection, Http, Refused
from pipeline.errors import Rejected
from pipeline.model import Email, Facts, Finding, Guarantee, Post, Receipt, Remote, Request, Staged, Thread
from pipeline.wire import Wire, countdown
from tests.faults.points import Points
from tests.faults.world import BLIND, KEY_LIFE

ACCOUNT = "list-1"
GUARANTEES: Mapping[str, Guarantee] = {
    "keyed": "keyed",
    "keyed-blind": "keyed",
    "thread": "keyed",
    "staged": "staged",
    "queued": "staged",
    "findable": "findable",
    "none": "none",
}
DRAFTS = {"staged", "queued", "findable"}  # the kinds of service that keep drafts
_TRUST = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # loading certificates takes longer than a call, and there is no TLS


class Impatient(httpx.BaseTransport):
    """Real connections; where the service is about to be slow, nobody waits for long."""

    seconds = 20.0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return Wire(countdown(time.monotonic, self.seconds), _TRUST).handle_request(request)


class FakeChannel:
    """The adapter.

    Args:
        base_url: The service, with case and kind.
        kind: Which kind of service it is.
        true_now: The service's own clock, which the caller's may differ from.
        points: Told before and after each call.
    """

    def __init__(self, base_url: str, kind: str, true_now: Callable[[], datetime], points: Points) -> None:
        life = timedelta(seconds=KEY_LIFE[kind]) if kind in KEY_LIFE else None
        self.facts = Facts("fake", ACCOUNT, frozenset({Email, Thread}), GUARANTEES[kind], life, atomic_threads=False)
        self._kind, self._now, self._points = kind, true_now, points
        self._transport = Impatient()
        connection = Connection(self._transport)
        self._http = Http("fake", base_url, Access({}, ()), lambda answer: str(answer.get("title")), connection)
        self._nowhere = Http("fake", "http://127.0.0.1:1", Access({}, ()), str, connection)

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:
        said = message.subject + message.text if isinstance(message, Email) else "".join(map(_words, message.posts))
        return Request({"body": said.encode()})

    def problems(self, message: Email | Thread) -> list[Finding]:
        return []

    def check(self) -> list[Finding]:
        return []

    def test(self, request: Request, to: str) -> None:
        raise Rejected("It cannot send tests.")

    def stage(self, request: Request, reference: str) -> Staged:
        """A draft there, found again by its reference; where the service keeps none, our name for what will be posted."""
        if self._kind not in DRAFTS:
            return Staged(reference, f"later:{reference}", "")
        body = _body(request)
        unsent = [item for item in self._search(reference) if item["state"] == "draft"]
        if unsent:
            item = self._call("update", {"number": unsent[0]["number"], "body": body}, safe=True)
        else:
            item = self._call("create", {"reference": reference, "body": body}, safe=True)
        return Staged(reference, item["number"], "")

    def read(self, request: Request, staged: Staged) -> Remote:
        if self._kind in BLIND:
            return Remote("draft")
        if self._kind not in DRAFTS:
            found = self.find(staged.reference)
            return Remote("sent", receipt=found) if isinstance(found, Receipt) else Remote("draft")
        try:
            item = self._call("get", {"number": staged.remote_id}, safe=True)
        except Refused as error:
            if not error.gone:
                raise
            return Remote("gone")
        differs = () if item["body"] == _body(request) else ("content",)
        return Remote(item["state"], differs, None if item["state"] == "draft" else _receipt(item))

    def publish(self, request: Request, staged: Staged, key: str, at: datetime, after: Receipt | None) -> Receipt:
        if self._kind in DRAFTS:
            return _receipt(self._call("publish", {"number": staged.remote_id}))
        said = {"reference": staged.reference, "body": _body(request), "key": key}
        return _receipt(self._call("post", said | {"after": after.remote_id if after else None}))

    def find(self, reference: str) -> Staged | Receipt | None:
        if self._kind in BLIND:
            return None
        items = self._search(reference)
        out = next((item for item in items if item["state"] != "draft"), None)
        if out:
            return _receipt(out)
        return Staged(reference, items[0]["number"], "") if items else None

    def withdraw(self, staged: Staged) -> None:
        if self._kind in DRAFTS:
            self._call("delete", {"number": staged.remote_id}, safe=True)

    def _search(self, reference: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._call("search", {"reference": reference}, safe=True)["items"]
        return found

    def _call(self, what: str, asked: Mapping[str, object], *, safe: bool = False) -> dict[str, Any]:
        fault = self._points.call(what)
        self._transport.seconds = 0.05 if fault in {"slow", "late", "later"} else 20.0
        http = self._nowhere if fault == "unreachable" else self._http
        body = json.dumps({**asked, "at": self._now().timestamp()}).encode()
        answer = http.call("POST", f"/{what}", body=body, query={"fault": fault} if fault else None, safe=safe)
        self._points.reached(f"after {what}")
        return answer


def _words(post: Post) -> str:
    return post.text


def _body(request: Request) -> str:
    return request.parts["body"].decode()


def _receipt(item: Mapping[str, Any]) -> Receipt:
    return Receipt(item["number"], "", final=item["state"] == "sent")
