"""The calls to Buttondown's API that an email needs, and what its answers mean here.

https://docs.buttondown.com/api-emails-introduction, with statuses in /api-emails-status and errors in /api-error-codes.
The version is pinned, since another one may mean something else by the same call (/api-versioning); the newsletter is
named with every call, and a wrong name is refused instead of reaching the account's first one (/api-authentication).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import quote

from pipeline.channels.http import Access, Connection, Http, Refused
from pipeline.channels.values import text_of
from pipeline.config.shape import ButtondownChannel
from pipeline.errors import ConfigError, NotSent, Rejected

State = Literal["draft", "scheduled", "sent", "gone"]
Answer = Mapping[str, Any]

VERSION = "2026-04-01"
_MARK = "lichtpunt"
_BASE = "https://api.buttondown.com/v1"
_PAGES = 200  # more is no account but an answer that never ends
_SHOWN = 20  # names in one message
_STATES: Mapping[str, State] = {
    "draft": "draft",
    "scheduled": "scheduled",
    "about_to_send": "scheduled",
    "in_flight": "scheduled",
    "throttled": "scheduled",
    "paused": "scheduled",  # on its way, so never a draft again
    "sent": "sent",
    "resending": "sent",
    "imported": "sent",
    "deleted": "gone",
}
TAKEN_BACK = {"scheduled", "about_to_send"}  # until it is on its way


class Account:
    """One Buttondown account.

    Args:
        settings: Holds the key.
        where: How messages begin, such as `channels.mailing-list`.
        connection: What carries the calls.

    Raises:
        ConfigError: the key is empty or holds what no key has, or `base_url` cannot be used.
    """

    def __init__(self, settings: ButtondownChannel, where: str, connection: Connection) -> None:
        key = settings.api_key.get_secret_value().strip()
        if not key:
            raise ConfigError(f"{where}.api_key is empty. Set it in the environment or in .env, or remove the channel.")
        self._who = f"{where}: Buttondown"
        access = Access({"Authorization": f"Token {key}", "X-API-Version": VERSION}, (key,))
        self._http = Http(self._who, settings.base_url or _BASE, access, _words, connection)

    def newsletter(self, wanted: str) -> str:
        """The id of the newsletter with this username.

        Raises:
            Rejected: the key does not reach one.
        """
        there = self._all("/newsletters", {}, {})
        for one in there:
            if str(one.get("username")).casefold() == wanted.casefold():
                return self.id_of(one)
        names = ", ".join(str(one.get("username")) for one in there[:_SHOWN]) or "none"
        raise Rejected(f"{self._who} has no newsletter {wanted}. Write one that is there: {names}.")

    def emails(self, newsletter: str, reference: str) -> list[Answer]:
        """Every email that carries our reference and is not deleted, the newest first, without bodies.

        Buttondown filters subscribers by metadata, but not emails: so all of them are looked through.
        """
        query = {"ordering": "-creation_date", "excluded_fields": "body"}
        found = self._all("/emails", query, _context(newsletter))
        return [one for one in found if _reference(one) == reference and one.get("status") != "deleted"]

    def create(self, newsletter: str, body: bytes) -> str:
        """A new email, a draft if its body says so; its id."""
        return self.id_of(self._http.call("POST", "/emails", body=body, headers=_context(newsletter), safe=True))

    def change(self, remote_id: str, body: bytes) -> None:
        """Set what `body` holds."""
        newsletter, path = _path(remote_id)
        self._http.call("PATCH", path, body=body, headers=_context(newsletter), safe=True)

    def email(self, remote_id: str) -> Answer | None:
        """What Buttondown has of it; None where it is gone."""
        newsletter, path = _path(remote_id)
        try:
            return self._http.call("GET", path, headers=_context(newsletter))
        except Refused as refusal:
            if refusal.gone:
                return None
            raise

    def delete(self, remote_id: str) -> None:
        """Remove it, also from the archive. Nothing happens where it is gone."""
        newsletter, path = _path(remote_id)
        try:
            self._http.call("DELETE", path, headers=_context(newsletter), safe=True)
        except Refused as refusal:
            if not refusal.gone:
                raise

    def publish(self, remote_id: str, body: bytes, key: str) -> Answer:
        """Send it to its readers, once for each `key`. The one call that they see.

        Raises:
            Uncertain: it may have gone out.
        """
        newsletter, path = _path(remote_id)
        headers = {**_context(newsletter), "X-Idempotency-Key": key}
        return self._http.call("POST", f"{path}/publish", body=body, headers=headers)

    def send_draft(self, remote_id: str, to: str) -> None:
        """Send it to the one address `to`; Buttondown puts [PREVIEW] before its subject."""
        newsletter, path = _path(remote_id)
        body = json.dumps({"recipients": [to]}).encode()
        self._http.call("POST", f"{path}/send-draft", body=body, headers=_context(newsletter), safe=True)

    def id_of(self, thing: Answer) -> str:
        """The id in an answer.

        Raises:
            NotSent: it has none.
        """
        return text_of(thing, "id", self._who, called="an id")

    def state_of(self, email: Answer) -> State:
        """Draft, scheduled (also on its way), sent or gone.

        Raises:
            Rejected: it failed there, or its status is none of an email of ours.
        """
        status = str(email.get("status"))
        if status not in _STATES:
            raise Rejected(f"{self._who} says {status!r} of the email. Look at it there before anything else is done.")
        return _STATES[status]

    def _all(self, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> list[Answer]:
        """Every item of a collection, page by page; its links to the next page are never followed."""
        items: list[Answer] = []
        for page in range(1, _PAGES + 1):
            answer = self._http.call("GET", path, query={**query, "page": page}, headers=headers)
            found = answer.get("results")
            if not (isinstance(found, list) and all(isinstance(one, dict) for one in found)):
                raise NotSent(f"{self._who} answered {path} without results. Nothing reached readers; try again.")
            items += found
            if not found or not answer.get("next"):
                return items
        raise NotSent(f"{self._who} has no end of {path}. Nothing reached readers; try again.")


def marked(reference: str) -> dict[str, str]:
    """The metadata by which an email of ours is found again."""
    return {_MARK: reference}


def _reference(email: Answer) -> object:
    metadata = email.get("metadata")
    return metadata.get(_MARK) if isinstance(metadata, dict) else None


def _context(newsletter: str) -> dict[str, str]:
    return {"Buttondown-Context": newsletter}


def _path(remote_id: str) -> tuple[str, str]:
    newsletter, _, email = remote_id.partition("/")
    return newsletter, f"/emails/{quote(email, safe='')}"


def _words(problem: Mapping[str, Any]) -> str:
    """Buttondown's own words: a sentence, or one for each field that it does not take."""
    detail = problem.get("detail")
    if not isinstance(detail, list):
        return str(detail or "")
    fields = [one for one in detail if isinstance(one, dict)]
    return " ".join(f"{'.'.join(map(str, one.get('loc') or []))}: {one.get('msg')}." for one in fields)
