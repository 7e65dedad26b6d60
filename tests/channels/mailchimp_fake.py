"""A stand-in for Mailchimp's Marketing API 3.0 that promises what its documentation promises, and no more.

Paths, parameters, fields and limits: https://mailchimp.com/developer/marketing/api/campaigns/ and .../lists/;
errors: https://mailchimp.com/developer/marketing/docs/errors/
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

import httpx

KEY = "c0ffee00canary00c0ffee00canary00-us21"
HOST = "us21.api.mailchimp.com"
SHOWN_HEADERS = ("Accept", "Content-Type", "User-Agent")

_COLLECTION = {"fields", "exclude_fields", "count", "offset", "sort_field", "sort_dir"}
_ONE = {"fields", "exclude_fields"}
_SETTINGS: dict[str, Any] = {
    "subject_line": str,
    "preview_text": str,
    "title": str,
    "from_name": str,
    "reply_to": str,
    "to_name": str,
    "folder_id": str,
    "use_conversation": bool,
    "authenticate": bool,
    "auto_footer": bool,
    "inline_css": bool,
    "auto_tweet": bool,
    "fb_comments": bool,
    "template_id": int,
}
_CREATE: dict[str, Any] = {
    "type!": str,
    "content_type": str,
    "recipients": {"list_id!": str, "segment_opts": dict},
    "settings": _SETTINGS,
    "tracking": dict,
    "social_card": dict,
}
_REQUIRED_TO_CHANGE = {"subject_line", "from_name", "reply_to"}
_CHANGE: dict[str, Any] = {
    "recipients": {"list_id!": str, "segment_opts": dict},
    "settings!": {name + "!" * (name in _REQUIRED_TO_CHANGE): kind for name, kind in _SETTINGS.items()},
    "tracking": dict,
    "social_card": dict,
}
_TEST: dict[str, Any] = {"test_emails!": list, "send_type!": str}
_CONTENT: dict[str, Any] = {"html": str, "plain_text": str, "url": str, "template": dict, "archive": dict}

Effect = Callable[[httpx.Request], httpx.Response]


class ProblemError(Exception):
    """Becomes an application/problem+json answer."""

    def __init__(self, status: int, title: str, detail: str, errors: list[dict[str, str]] | None = None) -> None:
        super().__init__(detail)
        self.status, self.title, self.detail, self.errors = status, title, detail, errors


@dataclass
class Fault:
    """What happens to one call: `effect` instead of the answer, before or after the call did its work."""

    method: str
    path: str
    effect: Effect
    after: bool = False


@dataclass
class FakeMailchimp:
    """One account. Give it to `httpx.MockTransport`."""

    key: str = KEY
    host: str = HOST
    audiences: list[dict[str, str]] = field(default_factory=lambda: [{"id": "a1b2c3", "name": "Newsletter"}])
    campaigns: list[dict[str, Any]] = field(default_factory=list)
    requests: list[httpx.Request] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    mailed: list[str] = field(default_factory=list)
    tested: list[tuple[str, str]] = field(default_factory=list)
    unready: list[dict[str, Any]] = field(default_factory=list)

    def fail(self, method: str, path: str, effect: Effect, *, after: bool = False) -> None:
        """Let the next call of `method` whose path ends in `path` fail."""
        self.faults.append(Fault(method, path, effect, after))

    def add_campaign(self, title: str, *, status: str = "save", list_id: str = "a1b2c3") -> dict[str, Any]:
        """As if made in the web application."""
        number = len(self.campaigns) + 1
        campaign = {
            "id": f"c{number:09}",
            "web_id": 1000 + number,
            "type": "regular",
            "status": status,
            "recipients": {"list_id": list_id},
            "settings": {"title": title, "subject_line": ""},
            "content": {"html": "", "plain_text": ""},
        }
        self.campaigns.append(campaign)
        return campaign

    def finish(self) -> None:
        """Time passes: what is on its way has arrived."""
        for campaign in self.campaigns:
            campaign["status"] = "sent" if campaign["status"] == "sending" else campaign["status"]

    def calls(self) -> list[str]:
        """Method and path of every call so far."""
        return [f"{request.method} {request.url.path}" for request in self.requests]

    def transcript(self) -> str:
        """Every call, readable, with allowed headers only."""
        return "\n".join(_written(request) for request in self.requests)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        fault = next((one for one in self.faults if _concerns(one, request)), None)
        if fault is None:
            return self._answer(request)
        self.faults.remove(fault)
        if fault.after:
            self._answer(request)
        return fault.effect(request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        try:
            self._authorize(request)
            route, names = _route(request)
            _allow(set(request.url.params), route.query)
            body = _body(request, route.body)
            answer = route.handle(self, *names, body, request.url.params)
        except ProblemError as error:
            return problem(error)
        if answer is None:
            return httpx.Response(204)
        return httpx.Response(200, json=_only(answer, request.url.params.get("fields")))

    def _authorize(self, request: httpx.Request) -> None:
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        user, _, password = base64.b64decode(token).decode().partition(":")
        if request.url.scheme != "https" or request.url.host != self.host:
            raise AssertionError(f"called {request.url}")
        if kind != "Basic" or not user or password != self.key:
            detail = "Your API key may be invalid, or you've attempted to access the wrong datacenter."
            raise ProblemError(401, "API Key Invalid", detail)

    def _lists(self, _: Any, query: httpx.QueryParams) -> dict[str, Any]:
        return _page("lists", self.audiences, query)

    def _campaigns(self, _: Any, query: httpx.QueryParams) -> dict[str, Any]:
        wanted = query.get("list_id")
        found = [one for one in self.campaigns if wanted in (None, one["recipients"]["list_id"])]
        return _page("campaigns", found[::-1] if query.get("sort_dir") == "DESC" else found, query)

    def _create(self, body: dict[str, Any], _: httpx.QueryParams) -> dict[str, Any]:
        if body["recipients"]["list_id"] not in {one["id"] for one in self.audiences}:
            raise _invalid("recipients.list_id", "The list does not exist.")
        _check_settings(body["settings"])
        campaign = self.add_campaign(body["settings"]["title"], list_id=body["recipients"]["list_id"])
        campaign["settings"] = body["settings"]
        return campaign

    def _one(self, identity: str, *_: Any) -> dict[str, Any]:
        found = [one for one in self.campaigns if one["id"] == identity]
        if not found:
            raise ProblemError(404, "Resource Not Found", "The requested resource could not be found.")
        return found[0]

    def _editable(self, identity: str) -> dict[str, Any]:
        campaign = self._one(identity)
        if campaign["status"] != "save":
            raise ProblemError(400, "Bad Request", "This campaign cannot be edited after it is scheduled or sent.")
        return campaign

    def _change(self, identity: str, body: dict[str, Any], _: httpx.QueryParams) -> dict[str, Any]:
        campaign = self._editable(identity)
        _check_settings(body["settings"])
        campaign["settings"] |= body["settings"]
        campaign["recipients"] |= body.get("recipients", {})
        return campaign

    def _delete(self, identity: str, *_: Any) -> None:
        self.campaigns.remove(self._one(identity))

    def _content(self, identity: str, *_: Any) -> dict[str, Any]:
        content: dict[str, Any] = self._one(identity)["content"]
        return content

    def _put_content(self, identity: str, body: dict[str, Any], _: httpx.QueryParams) -> dict[str, Any]:
        campaign = self._editable(identity)
        footer = "" if "*|UNSUB|*" in body["html"] else "<p>Unsubscribe: *|UNSUB|*</p>"
        campaign["content"] = {"html": body["html"] + footer, "plain_text": body["plain_text"]}
        return self._content(identity)

    def _checklist(self, identity: str, *_: Any) -> dict[str, Any]:
        html = self._one(identity)["content"]["html"]
        empty = [] if html else [{"type": "error", "id": 1, "heading": "Content", "details": "Design your email."}]
        fine = [{"type": "success", "id": 2, "heading": "From", "details": "post@bakery.example"}]
        return {"is_ready": not (empty or self.unready), "items": [*fine, *empty, *self.unready]}

    def _send(self, identity: str, *_: Any) -> None:
        """What a second send does is not documented, so here it does the worst: it mails everybody again."""
        if not self._checklist(identity)["is_ready"]:
            raise ProblemError(400, "Bad Request", "Your Campaign is not ready to send.")
        self._one(identity)["status"] = "sending"
        self.mailed.append(identity)

    def _unschedule(self, identity: str, *_: Any) -> None:
        if self._one(identity)["status"] != "schedule":
            raise ProblemError(400, "Bad Request", "This campaign is not scheduled.")
        self._one(identity)["status"] = "paused"

    def _test(self, identity: str, body: dict[str, Any], _: httpx.QueryParams) -> None:
        campaign = self._one(identity)
        assert body["send_type"] in {"html", "plaintext"}
        self.tested += [(campaign["settings"]["title"], to) for to in body["test_emails"]]


@dataclass(frozen=True)
class Route:
    method: str
    path: str
    handle: Callable[..., Any]
    query: set[str] = field(default_factory=set)
    body: dict[str, Any] | None = None


_CAMPAIGN = r"/campaigns/([0-9a-z]+)"
_FILTERS = {"type", "status", "list_id", "folder_id", "member_id", "before_send_time", "since_send_time"}
_CREATED = {"before_create_time", "since_create_time"}
ROUTES = [
    Route("GET", "/lists", FakeMailchimp._lists, _COLLECTION | {"email", "include_total_contacts"}),
    Route("GET", "/campaigns", FakeMailchimp._campaigns, _COLLECTION | _FILTERS | _CREATED),
    Route("POST", "/campaigns", FakeMailchimp._create, body=_CREATE),
    Route("GET", _CAMPAIGN, FakeMailchimp._one, _ONE),
    Route("PATCH", _CAMPAIGN, FakeMailchimp._change, body=_CHANGE),
    Route("DELETE", _CAMPAIGN, FakeMailchimp._delete),
    Route("GET", _CAMPAIGN + "/content", FakeMailchimp._content, _ONE),
    Route("PUT", _CAMPAIGN + "/content", FakeMailchimp._put_content, body=_CONTENT),
    Route("GET", _CAMPAIGN + "/send-checklist", FakeMailchimp._checklist, _ONE),
    Route("POST", _CAMPAIGN + "/actions/send", FakeMailchimp._send),
    Route("POST", _CAMPAIGN + "/actions/unschedule", FakeMailchimp._unschedule),
    Route("POST", _CAMPAIGN + "/actions/test", FakeMailchimp._test, body=_TEST),
]


def problem(error: ProblemError) -> httpx.Response:
    body: dict[str, Any] = {
        "type": "https://mailchimp.com/developer/marketing/docs/errors/",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "instance": "995c5cb0-3280-4a6e-808b-3b096d0bb219",
    }
    if error.errors:
        body["errors"] = error.errors
    headers = {"Content-Type": "application/problem+json; charset=utf-8"}
    return httpx.Response(error.status, headers=headers, content=json.dumps(body).encode())


def _concerns(fault: Fault, request: httpx.Request) -> bool:
    return fault.method == request.method and request.url.path.endswith(fault.path)


def _invalid(name: str, message: str) -> ProblemError:
    detail = "The resource submitted could not be validated. For field-specific details, see the 'errors' array."
    return ProblemError(400, "Invalid Resource", detail, [{"field": name, "message": message}])


def _route(request: httpx.Request) -> tuple[Route, tuple[str, ...]]:
    matches = [(route, re.fullmatch("/3.0" + route.path, request.url.path)) for route in ROUTES]
    on_path = [(route, match) for route, match in matches if match]
    if not on_path:
        raise ProblemError(404, "Resource Not Found", "The requested resource could not be found.")
    for route, match in on_path:
        if route.method == request.method:
            return route, match.groups()
    raise ProblemError(405, "Method Not Allowed", "The requested method and resource are not compatible.")


def _allow(given: set[str], known: set[str]) -> None:
    if given - known:
        raise ProblemError(400, "Bad Request", f"Unknown query parameters: {sorted(given - known)}.")


def _body(request: httpx.Request, schema: dict[str, Any] | None) -> Any:
    if schema is None:
        if request.content:
            raise ProblemError(400, "Bad Request", "This call takes no body.")
        return None
    if request.headers.get("Content-Type") != "application/json":
        raise ProblemError(400, "JSON Parse Error", "We encountered an unspecified JSON parsing error.")
    body = json.loads(request.content or b"{}")
    _validate(body, schema, "")
    return body


def _validate(body: Any, schema: dict[str, Any], place: str) -> None:
    kinds = {name.rstrip("!"): kind for name, kind in schema.items()}
    for name in kinds:
        if name + "!" in schema and name not in body:
            raise _invalid(place + name, "Required fields were not provided.")
    for name, value in body.items():
        if name not in kinds:
            raise _invalid(place + name, "Schema describes no such field.")
        kind = kinds[name]
        if not isinstance(value, dict if isinstance(kind, dict) else kind):
            raise _invalid(place + name, "Schema describes another type.")
        if isinstance(kind, dict):
            _validate(value, kind, f"{place}{name}.")


def _check_settings(settings: dict[str, Any]) -> None:
    if len(settings["subject_line"]) > 150:
        raise _invalid("settings.subject_line", "This value is longer than 150 characters.")
    if "@" not in settings["reply_to"]:
        raise _invalid("settings.reply_to", "This value should be a valid email.")


def _page(name: str, items: list[Any], query: httpx.QueryParams) -> dict[str, Any]:
    count, offset = int(query.get("count", 10)), int(query.get("offset", 0))
    if not 0 <= count <= 1000:
        raise ProblemError(400, "Bad Request", "count is at most 1000.")
    return {name: items[offset : offset + count], "total_items": len(items)}


def _only(answer: Any, fields: str | None) -> Any:
    """The `fields` parameter: dotted names, through lists."""
    if fields is None:
        return answer
    wanted: dict[str, list[str]] = {}
    for name in fields.split(","):
        head, _, rest = name.partition(".")
        wanted.setdefault(head, []).append(rest)
    if isinstance(answer, list):
        return [_only(item, fields) for item in answer]
    return {
        name: value if "" in wanted[name] else _only(value, ",".join(wanted[name]))
        for name, value in answer.items()
        if name in wanted
    }


def _written(request: httpx.Request) -> str:
    path = unquote(request.url.raw_path.decode())
    headers = [f"{name}: {request.headers[name]}" for name in SHOWN_HEADERS if name in request.headers]
    body = [json.dumps(json.loads(request.content), indent=2, ensure_ascii=False)] if request.content else []
    return "\n".join([f"{request.method} {path}", *headers, *body, ""])
