"""All HTTP of the channels. Each failure is told as what the caller may do next.

| what happened                                         | error       | means                                      |
|-------------------------------------------------------|-------------|--------------------------------------------|
| no connection: name, refused, TLS                     | `NotSent`   | the machine may try again                  |
| 425, 429, or a 403 without the service's words        | `Throttled` | the same, after `retry_after` seconds      |
| any other 4xx                                         | `Refused`   | a person must change something             |
| timeout, reset, 3xx, 408, 5xx, an unreadable answer   | `Uncertain` | the machine must not try again by itself   |
| the same, of a call that is safe to repeat            | `NotSent`   | the machine may try again                  |

`Refused` is a `Rejected` that knows the answer's number. There are no retries and no redirects, and no message holds
a secret, not even where the service echoes it.
"""

from __future__ import annotations

import base64
import contextlib
import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from pipeline.channels.redaction import Redaction
from pipeline.errors import ChannelError, ConfigError, NotSent, Rejected, Uncertain
from pipeline.wire import NoCertificates, Wire, countdown

Words = Callable[[Mapping[str, Any]], str]
Json = dict[str, Any] | list[Any]

LARGEST = 5_000_000  # bytes of one answer; a page of 1,000 campaigns is below 300,000
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
_LATER = {425, 429}
_UNANSWERED = 408  # a gateway that waited in vain says this too: the service may have done it all the same
_LONGEST_WAIT = 86_400.0  # seconds; what a service says beyond that is a mistake
_RESETS = ("X-RateLimit-Reset", "RateLimit-Reset")
_HEADERS = {"User-Agent": "Lichtpunt", "Accept": "application/json", "Accept-Encoding": "identity"}
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_REMEDIES = {
    401: "Check the key.",
    403: "Give the key the right to do this.",
    404: "Check that it still exists there.",
}


class Refused(Rejected):
    """The service said no, so nothing went out.

    Attributes:
        status: The number of its answer, 400 to 499.
        code: Its own short name for the reason, where its JSON has one under `error`; else empty.
    """

    def __init__(self, message: str, status: int, code: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code

    @property
    def gone(self) -> bool:
        """Whether what the path names is not there."""
        return self.status in {404, 410}


class Throttled(NotSent):
    """The service took nothing because it is asked too much.

    Attributes:
        retry_after: Seconds to wait, as the service says, or None where it does not say.
    """

    def __init__(self, message: str, retry_after: float | None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


@dataclass(frozen=True)
class Access:
    """What lets us in.

    Attributes:
        headers: Sent with every call.
        secrets: What no message may show, in every form in which a service may echo it.
    """

    headers: Mapping[str, str] = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False)

    @classmethod
    def basic(cls, user: str, password: str) -> Access:
        """User and password (RFC 7617)."""
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        return cls({"Authorization": f"Basic {token}"}, (password, token))

    @classmethod
    def bearer(cls, token: str) -> Access:
        """A token (RFC 6750)."""
        return cls({"Authorization": f"Bearer {token}"}, (token,))


@dataclass(frozen=True)
class Connection:
    """What carries the calls.

    Attributes:
        transport: A stand-in for tests; None is a real connection.
        deadline: Seconds for the whole of one call, however slowly it drips.
        clock: Seconds that only ever grow.
        pause: Waits so many seconds, where a service asks to be asked again.
    """

    transport: httpx.BaseTransport | None = None
    deadline: float = 30.0
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] = time.sleep


REAL = Connection()


class Http:
    """Calls to one service.

    Args:
        who: How messages begin, such as `channels.mailing-list: Mailchimp`.
        base_url: Where paths start; https, or http on this machine.
        access: What lets us in.
        words: The service's own explanation in the JSON of a refusal.
        connection: What carries the calls.

    Raises:
        ConfigError: the address or the key cannot be used.
    """

    def __init__(self, who: str, base_url: str, access: Access, words: Words, connection: Connection = REAL) -> None:
        self._who = who
        self._base = _address(who, base_url)
        if not all(value.isascii() and value.isprintable() for value in access.headers.values()):
            raise ConfigError(f"{who}: the key has a character that no key has. Copy it again.")
        self._headers = {**_HEADERS, **access.headers}
        self.redact = Redaction(access.secrets)
        self._words = words
        self._connection = connection

    def call(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        safe: bool | None = None,
    ) -> dict[str, Any]:
        """One call and its answer, a JSON object; empty where the service answers without a body.

        Args:
            method: GET, POST, PUT, PATCH or DELETE.
            path: Below `base_url`, starting with `/`.
            query: What follows the `?`.
            body: Sent byte for byte; JSON, unless `headers` name another Content-Type.
            headers: Of this call only.
            safe: Whether repeating it does no harm; by default only of GET.

        Raises:
            Rejected, NotSent, Uncertain: see the table on top.
        """
        safe = method == "GET" if safe is None else safe
        kind = {"Content-Type": "application/json"} if body is not None else {}
        named = {**self._headers, **kind, **(headers or {})}
        request = httpx.Request(method, self._base + path, params=query, headers=named, content=body)
        answer = self._answer(request, dict, safe=safe)
        assert isinstance(answer, dict)  # noqa: S101  what was asked for
        return answer

    def rows(self, path: str, query: Mapping[str, str | int] | None = None) -> list[dict[str, Any]]:
        """What GET gives where the service answers with a JSON array of objects.

        Raises:
            Rejected, NotSent: see the table on top.
        """
        request = httpx.Request("GET", self._base + path, params=query, headers=self._headers)
        answer = self._answer(request, list, safe=True)
        if not (isinstance(answer, list) and all(isinstance(one, dict) for one in answer)):
            raise self._unclear("answered with something that is not its documented list", safe=True)
        return answer

    def _answer(self, request: httpx.Request, shape: type[Json], *, safe: bool) -> Any:
        try:
            response, content = self._exchange(request)
        except _UNSENT as error:
            reason = self.redact(str(error)) or "no connection"
            ours = isinstance(error, NoCertificates)
            remedy = "Correct it, or unset it." if ours else "Check the connection, then try again."
            raise NotSent(f"{self._who} could not be reached ({reason}). {remedy}") from error
        except httpx.HTTPError as error:
            raise self._unclear(f"broke off ({_failure(error)})", safe=safe) from error
        return self._read(response, content, shape, safe=safe)

    def _exchange(self, request: httpx.Request) -> tuple[httpx.Response, bytes]:
        left = countdown(self._connection.clock, self._connection.deadline)
        with contextlib.ExitStack() as stack:
            transport = self._connection.transport or stack.enter_context(Wire(left))
            response = transport.handle_request(request)
            stack.callback(response.close)
            content = bytearray()
            assert isinstance(response.stream, httpx.SyncByteStream)  # noqa: S101  a synchronous transport gives no other
            for piece in response.stream:
                left()
                content += piece
                if len(content) > LARGEST:
                    raise httpx.DecodingError("too large")
            return response, bytes(content)

    def _read(self, response: httpx.Response, content: bytes, shape: type[Json], *, safe: bool) -> Any:
        status = response.status_code
        answer = _json(response, content)
        if 200 <= status < 300:
            if not isinstance(answer, shape):
                raise self._unclear(f"answered {status} with something that is not its documented answer", safe=safe)
            return answer
        reason = answer if isinstance(answer, dict) else {}
        said = self.redact(self._words(reason)) if reason else ""
        told = f"{self._who} answered {status}" + (f": {said.rstrip('.')}" if said else "")
        if status in _LATER or (status == 403 and not said):
            # A bare 403 comes from a guard in front of the service, which is asked too much and did not see the call.
            seconds = _retry_after(response)
            wait = "a while" if seconds is None else f"{seconds:.0f} seconds"
            raise Throttled(f"{told}. Nothing went out; try again after {wait}.", seconds)
        if 400 <= status < 500 and status != _UNANSWERED:
            remedy = _REMEDIES.get(status, "Correct what it names, then try again.")
            raise Refused(f"{told}. {remedy}", status, self.redact(str(reason.get("error") or "")))
        raise self._unclear(f"answered {status}" + (f": {said.rstrip('.')}" if said else ""), safe=safe)

    def _unclear(self, happened: str, *, safe: bool) -> ChannelError:
        if safe:
            return NotSent(f"{self._who} {happened}. Nothing reached readers; try again.")
        return Uncertain(f"{self._who} {happened}. It may have gone out: look there before you try again.")


def _address(who: str, base_url: str) -> str:
    try:
        url = httpx.URL(base_url)
    except (httpx.InvalidURL, ValueError) as error:
        raise ConfigError(f"{who}: base_url is not an address. Write one such as https://api.example/v1.") from error
    if url.userinfo or not (url.scheme == "https" or (url.scheme == "http" and url.host in _LOOPBACK)):
        raise ConfigError(f"{who}: base_url must start with https:// and hold no password, to keep the key secret.")
    return base_url.rstrip("/")


def _failure(error: httpx.HTTPError) -> str:
    """In words; never the library's own text, which may quote what was sent."""
    if isinstance(error, httpx.TimeoutException):
        return "no answer in time"
    if isinstance(error, httpx.DecodingError):
        return "the answer is too large"
    return "the connection was lost"


def _json(response: httpx.Response, content: bytes) -> Json | None:
    """The JSON object or array of an answer, or None where it is neither. We accept no compression: see LARGEST."""
    if not content:
        return {}
    if response.headers.get("Content-Encoding", "identity") != "identity":
        return None
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict | list) else None


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds to wait, where the service says so; a day at most."""
    value = response.headers.get("Retry-After", "").strip() or _reset(response)
    if re.fullmatch(r"\d{1,7}", value):
        return min(float(value), _LONGEST_WAIT)
    now = _moment(response.headers.get("Date", ""))
    until = _moment(value)
    return min(max(0.0, (until - now).total_seconds()), _LONGEST_WAIT) if until and now else None


def _reset(response: httpx.Response) -> str:
    """When the service counts anew: Mastodon and Bluesky give no Retry-After, but a moment."""
    return next((response.headers[name].strip() for name in _RESETS if name in response.headers), "")


def _moment(value: str) -> datetime | None:
    """A date of HTTP (RFC 9110, 5.6.7) or of ISO 8601, or seconds since 1970.

    It is only ever compared with the service's own Date, since our clocks may differ.
    """
    readers: tuple[Callable[[str], datetime], ...] = (
        lambda text: datetime.fromtimestamp(int(text), UTC),
        parsedate_to_datetime,
        datetime.fromisoformat,
    )
    for reader in readers:
        with contextlib.suppress(ValueError, TypeError, OverflowError, OSError):
            moment = reader(value)
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
