"""The calls to a Mastodon server that a post needs. Only `post` reaches readers.

https://docs.joinmastodon.org/methods/statuses/, .../methods/media/, .../methods/accounts/, .../methods/instance/
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import httpx

from pipeline.channels.http import Access, Connection, Http, Refused
from pipeline.channels.multipart import form
from pipeline.channels.pictures import Picture
from pipeline.channels.values import text_of
from pipeline.config.shape import MastodonChannel
from pipeline.errors import NotSent, Uncertain
from pipeline.model import Receipt
from pipeline.wire import countdown

PROCESSING = 60.0  # seconds that a server gets to make a picture ready, its upload included
_BETWEEN = 1.0  # seconds between two questions whether it is
_PAGE = 40  # the most statuses that a server gives at once
_PAGES = 5  # more than 200 statuses since a draft was made are no evidence but a runaway account
_LONGEST_KEY = 200  # characters


class Account:
    """One Mastodon account: the one that the token belongs to.

    Args:
        settings: Server and token.
        where: How messages begin, such as `channels.mastodon`.
        connection: What carries the calls.

    Raises:
        ConfigError: the token or the server's address cannot be used.
    """

    def __init__(self, settings: MastodonChannel, where: str, connection: Connection) -> None:
        self._who = f"{where}: Mastodon"
        access = Access.bearer(settings.token.get_secret_value().strip())
        self._http = Http(self._who, settings.server, access, _words, connection)
        self._connection = connection

    def identity(self) -> str:
        """The account's id."""
        return self._text_of(self._http.call("GET", "/api/v1/accounts/verify_credentials"), "id")

    def configuration(self) -> Mapping[str, Any]:
        """The server's own limits, by section."""
        found = self._http.call("GET", "/api/v2/instance").get("configuration")
        return found if isinstance(found, dict) else {}

    def newest(self, account: str) -> str:
        """The id of the account's newest status; `0` where it has none."""
        statuses = self._http.rows(_statuses(account), {"limit": 1})
        return self._text_of(statuses[0], "id") if statuses else "0"

    def since(self, account: str, newest: str) -> list[Mapping[str, Any]]:
        """The account's own statuses after the one called `newest`, the oldest page first."""
        found: list[Mapping[str, Any]] = []
        for _ in range(_PAGES):
            query: dict[str, str | int] = {"min_id": newest, "limit": _PAGE, "exclude_reblogs": "true"}
            page = self._http.rows(_statuses(account), query)
            found += page
            if len(page) < _PAGE:
                break
            newest = self._text_of(page[0], "id")
        return found

    def upload(self, picture: Picture) -> str:
        """The id of the picture, once the server has made it ready.

        Raises:
            NotSent: it took too long.
        """
        left = countdown(self._connection.clock, PROCESSING)
        body, kind = form({"description": picture.alt}, _name(picture), picture.data, picture.kind)
        media = self._http.call("POST", "/api/v2/media", body=body, headers={"Content-Type": kind}, safe=True)
        identity = self._text_of(media, "id")
        while not media.get("url"):
            self._connection.pause(_BETWEEN)
            try:
                left()
            except httpx.ReadTimeout as error:
                late = f"{self._who} did not make {picture.file} ready within {PROCESSING:.0f} seconds."
                raise NotSent(f"{late} Nothing reached readers; try again.") from error
            media = self._http.call("GET", _media(identity))
        return identity

    def media(self, identity: str) -> Mapping[str, Any] | None:
        """A picture that no status shows yet; None where there is none such any more."""
        try:
            return self._http.call("GET", _media(identity))
        except Refused as refusal:
            if refusal.status == 404:
                return None
            raise

    def discard(self, identity: str) -> None:
        """Delete a picture that no status shows. Older servers cannot; they do so by themselves after a day.

        Raises:
            Rejected: a status shows it.
        """
        try:
            self._http.call("DELETE", _media(identity), safe=True)
        except Refused as refusal:
            if refusal.status not in {404, 405}:
                raise

    def post(self, status: Mapping[str, Any], key: str) -> Receipt:
        """Publish. The server remembers the key for an hour and answers a second call with the first one's status.

        Raises:
            Rejected, NotSent, Uncertain: see `channels/http.py`.
        """
        body = json.dumps(status, ensure_ascii=False, sort_keys=True).encode()
        answer = self._http.call("POST", "/api/v1/statuses", body=body, headers={"Idempotency-Key": _header(key)})
        receipt = self.receipt(answer)
        if receipt is None:
            unclear = f"{self._who} answered without the post's id."
            raise Uncertain(f"{unclear} It may have gone out: look there before you try again.")
        return receipt

    def receipt(self, status: Mapping[str, Any]) -> Receipt | None:
        """The id and the address of a status; None where it has none."""
        identity, place = status.get("id"), status.get("url") or status.get("uri")
        return Receipt(identity, place) if identity and isinstance(identity, str) and isinstance(place, str) else None

    def _text_of(self, answer: Mapping[str, Any], name: str) -> str:
        return text_of(answer, name, self._who)


def _statuses(account: str) -> str:
    return f"/api/v1/accounts/{quote(account, safe='')}/statuses"


def _media(identity: str) -> str:
    return f"/api/v1/media/{quote(identity, safe='')}"


def _name(picture: Picture) -> str:
    """A plain name for the upload; readers do not see it."""
    return f"picture.{picture.kind.removeprefix('image/')}"


def _header(key: str) -> str:
    """The key, as a header can carry it."""
    if key.isascii() and key.isprintable() and key == key.strip() and 0 < len(key) <= _LONGEST_KEY:
        return key
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _words(answer: Mapping[str, Any]) -> str:
    """https://docs.joinmastodon.org/entities/Error/"""
    said = (answer.get("error"), answer.get("error_description"))
    return ". ".join(str(part).rstrip(".") for part in said if part)
