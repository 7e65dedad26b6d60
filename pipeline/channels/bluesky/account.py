"""The calls to a Bluesky server that posts need. Only `write` reaches readers.

https://docs.bsky.app/docs/api/com-atproto-server-create-session and its neighbours
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.channels.bluesky.records import COLLECTION, Entry
from pipeline.channels.http import Access, Connection, Http, Refused
from pipeline.channels.values import text_of
from pipeline.config.shape import BlueskyChannel
from pipeline.errors import ConfigError

_SESSION_IS_OVER = {"ExpiredToken", "InvalidToken"}


@dataclass(frozen=True)
class _Session:
    """Signed in.

    Attributes:
        did: The account's lasting name.
        active: Whether the account may be used.
        calls: Takes calls until it is over, which is soon.
        renewal: Takes the one call that makes a new session, for some weeks.
    """

    did: str
    active: bool
    calls: Http
    renewal: Http


class Account:
    """One Bluesky account.

    Signing in is allowed 30 times in five minutes and 300 times a day, so a session is kept and renewed.

    Args:
        settings: Handle, password and server.
        where: How messages begin, such as `channels.bluesky`.
        connection: What carries the calls.

    Raises:
        ConfigError: the password or the server's address cannot be used.
    """

    def __init__(self, settings: BlueskyChannel, where: str, connection: Connection) -> None:
        self._who = f"{where}: Bluesky"
        self._handle = settings.handle
        self._password = settings.app_password
        self._address = settings.base_url
        self._connection = connection
        password = self._password.get_secret_value().strip()
        if not password:
            raise ConfigError(f"{where}.app_password is empty. Set it in the environment or in .env.")
        self._door = self._http(Access({}, (password,)))
        self._session: _Session | None = None

    def did(self) -> str:
        """The account's lasting name, such as `did:plc:…`; its handle may change."""
        return self._signed_in().did

    def is_active(self) -> bool:
        """Whether the account is neither deactivated nor suspended."""
        return self._signed_in().active

    def upload(self, data: bytes, kind: str) -> Any:
        """How the server names the picture. It is forgotten unless a record shows it soon."""
        headers = {"Content-Type": kind}
        answer = self._call(
            lambda http: http.call("POST", "/xrpc/com.atproto.repo.uploadBlob", body=data, headers=headers, safe=True)
        )
        return answer.get("blob")

    def cid_at(self, key: str) -> str | None:
        """The CID of the post called `key`; None where there is none."""
        query = {"repo": self.did(), "collection": COLLECTION, "rkey": key}
        try:
            answer = self._call(lambda http: http.call("GET", "/xrpc/com.atproto.repo.getRecord", query=query))
        except Refused as refusal:
            if refusal.code == "RecordNotFound" or refusal.status == 404:
                return None
            raise
        return self._text_of(answer, "cid")

    def write(self, account: str, entries: Sequence[Entry]) -> bool:
        """Publish all of `entries`, or none; whether the answer names what was created, which it need not.

        Raises:
            Rejected, NotSent, Uncertain: see `channels/http.py`. A record that exists makes it fail, in a way that
                servers do not agree on.
        """
        writes = [
            {
                "$type": "com.atproto.repo.applyWrites#create",
                "collection": COLLECTION,
                "rkey": entry.key,
                "value": entry.record,
            }
            for entry in entries
        ]
        body = _json({"repo": account, "writes": writes})
        answer = self._call(lambda http: http.call("POST", "/xrpc/com.atproto.repo.applyWrites", body=body))
        created = answer.get("results")
        return isinstance(created, list) and len(created) == len(entries)

    def _call(self, call: Callable[[Http], dict[str, Any]]) -> dict[str, Any]:
        """`call` in our session. Where that is over, the server refused and did nothing, so it may be called again."""
        session = self._signed_in()
        try:
            return call(session.calls)
        except Refused as refusal:
            if refusal.code not in _SESSION_IS_OVER:
                raise
        self._session = self._renewed(session)
        return call(self._session.calls)

    def _signed_in(self) -> _Session:
        if self._session is None:
            login = _json({"identifier": self._handle, "password": self._password.get_secret_value().strip()})
            path = "/xrpc/com.atproto.server.createSession"
            self._session = self._opened(self._door.call("POST", path, body=login, safe=True))
        return self._session

    def _renewed(self, session: _Session) -> _Session:
        try:
            return self._opened(session.renewal.call("POST", "/xrpc/com.atproto.server.refreshSession", safe=True))
        except Refused:
            self._session = None
            return self._signed_in()

    def _opened(self, answer: Mapping[str, Any]) -> _Session:
        did, access, refresh = (self._text_of(answer, name) for name in ("did", "accessJwt", "refreshJwt"))
        secrets = (access, refresh, self._password.get_secret_value().strip())
        calls, renewal = (self._http(Access(Access.bearer(token).headers, secrets)) for token in (access, refresh))
        return _Session(did, answer.get("active") is not False, calls, renewal)

    def _http(self, access: Access) -> Http:
        return Http(self._who, self._address, access, _words, self._connection)

    def _text_of(self, answer: Mapping[str, Any], name: str) -> str:
        return text_of(answer, name, self._who)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode()


def _words(answer: Mapping[str, Any]) -> str:
    """https://atproto.com/specs/xrpc#error-responses"""
    return str(answer.get("message") or answer.get("error") or "")
