"""The calls to Mailchimp's Marketing API that a campaign needs, and no others.

Every call but `send` may be repeated: drafts are found by title before one is made, and the rest sets what is there.
https://mailchimp.com/developer/marketing/docs/fundamentals/
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from pipeline.channels.http import Access, Connection, Http, Refused
from pipeline.channels.mailchimp_campaign import FIELDS
from pipeline.channels.values import text_of
from pipeline.config.shape import MailchimpChannel
from pipeline.errors import ConfigError, NotSent, Rejected

_PAGE = 1_000  # the most that Mailchimp gives at once
_PAGES = 100  # more is no account but an answer that never ends
_SHOWN = 20  # names in one message


class Account:
    """One Mailchimp account.

    Args:
        settings: Holds the key; the data centre is its end, such as `us21`.
        where: How messages begin, such as `channels.mailing-list`.
        connection: What carries the calls.

    Raises:
        ConfigError: the key cannot be one, or `base_url` cannot be used.
    """

    def __init__(self, settings: MailchimpChannel, where: str, connection: Connection) -> None:
        key = settings.api_key.get_secret_value().strip()
        self._who = f"{where}: Mailchimp"
        self._centre = None if key and settings.base_url else _data_centre(key, where)
        base_url = settings.base_url or f"https://{self._centre}.api.mailchimp.com/3.0"
        access = Access.basic("lichtpunt", key)
        access = replace(
            access, secrets=(*access.secrets, key.rpartition("-")[0])
        )  # a service may echo it without its end
        self._http = Http(self._who, base_url, access, _words, connection)

    def audience(self, wanted: str) -> str:
        """The id of the audience with this id or name.

        Raises:
            Rejected: there is none, or more than one.
        """
        audiences = self._all("lists", {"fields": "lists.id,lists.name,total_items"})
        found = [one for one in audiences if wanted in (one.get("id"), one.get("name"))]
        if len(found) == 1:
            return self.id_of(found[0])
        if found:
            ids = ", ".join(self.id_of(one) for one in found)
            raise Rejected(f"{self._who} has {len(found)} audiences {wanted}. Write the id instead of the name: {ids}.")
        names = ", ".join(str(one.get("name")) for one in audiences[:_SHOWN]) or "none yet"
        raise Rejected(f"{self._who} has no audience {wanted}. Write one that is there: {names}.")

    def campaigns(self, audience: str, title: str) -> list[Mapping[str, Any]]:
        """Every campaign of the audience with exactly this title, whatever its status, the newest first."""
        fields = ",".join(f"campaigns.{name}" for name in FIELDS.split(","))
        newest_first = {"sort_field": "create_time", "sort_dir": "DESC"}
        query = {"list_id": audience, "fields": f"{fields},total_items", **newest_first}
        return [one for one in self._all("campaigns", query) if (one.get("settings") or {}).get("title") == title]

    def create(self, campaign: bytes) -> str:
        """A new draft without content; its id."""
        return self.id_of(self._http.call("POST", "/campaigns", body=campaign, safe=True))

    def change(self, draft: str, settings: bytes) -> None:
        """Set a draft's subject, preheader, sender and title. A segment that a person chose there stays."""
        self._http.call("PATCH", _path(draft), body=settings, safe=True)

    def put_content(self, draft: str, content: bytes) -> None:
        """Set a draft's HTML and text."""
        self._http.call("PUT", _path(draft) + "/content", body=content, safe=True)

    def delete(self, draft: str) -> None:
        """Remove a draft. Nothing happens where it is gone."""
        try:
            self._http.call("DELETE", _path(draft), safe=True)
        except Refused as refusal:
            if not refusal.gone:
                raise

    def unschedule(self, draft: str) -> None:
        """Take it out of Mailchimp's schedule."""
        self._http.call("POST", _path(draft) + "/actions/unschedule", safe=True)

    def send(self, draft: str) -> None:
        """Send it to its whole audience, now. The one call that readers see.

        Raises:
            Uncertain: it may have gone out.
        """
        self._http.call("POST", _path(draft) + "/actions/send")

    def send_test(self, draft: str, to: str) -> None:
        """Send it to the one address `to`."""
        body = json.dumps({"test_emails": [to], "send_type": "html"}).encode()
        self._http.call("POST", _path(draft) + "/actions/test", body=body, safe=True)

    def obstacles(self, draft: str) -> str:
        """What keeps it from being sent, in Mailchimp's words; empty where nothing does."""
        answer = self._http.call("GET", _path(draft) + "/send-checklist")
        if answer.get("is_ready") is True:
            return ""
        items = answer.get("items")
        wrong = [one for one in items if isinstance(one, dict)] if isinstance(items, list) else []
        said = [f"{one.get('heading')}: {one.get('details')}" for one in wrong if one.get("type") == "error"]
        return self._http.redact(" ".join(said)) or "it does not say why"

    def campaign(self, draft: str) -> Mapping[str, Any] | None:
        """What Mailchimp has of it: id, web_id, status, audience and settings; None where it is gone."""
        try:
            return self._http.call("GET", _path(draft), query={"fields": FIELDS})
        except Refused as refusal:
            if refusal.gone:
                return None
            raise

    def content(self, draft: str) -> Mapping[str, Any]:
        """Its `html` and `plain_text`."""
        return self._http.call("GET", _path(draft) + "/content", query={"fields": "html,plain_text"})

    def id_of(self, thing: Mapping[str, Any]) -> str:
        """The id of a campaign or audience in an answer.

        Raises:
            NotSent: it has none.
        """
        return text_of(thing, "id", self._who, called="an id")

    def place(self, campaign: Mapping[str, Any], title: str) -> str:
        """Where a person finds it: the address that Mailchimp documents for `web_id`, else where to look."""
        web_id = campaign.get("web_id")
        if self._centre and isinstance(web_id, int):
            return f"https://{self._centre}.admin.mailchimp.com/campaigns/show/?id={web_id}"
        return f"Mailchimp, Campaigns, “{title}”"

    def _all(self, collection: str, query: Mapping[str, str]) -> list[Mapping[str, Any]]:
        """Every item of a collection, page by page."""
        items: list[Mapping[str, Any]] = []
        for _ in range(_PAGES):
            answer = self._http.call("GET", f"/{collection}", query={**query, "count": _PAGE, "offset": len(items)})
            page, total = answer.get(collection), answer.get("total_items")
            if not (isinstance(page, list) and isinstance(total, int) and all(isinstance(one, dict) for one in page)):
                raise NotSent(f"{self._who} answered without its {collection}. Nothing reached readers; try again.")
            items += page
            if not page or len(items) >= total:
                return items
        raise NotSent(f"{self._who} has no end of {collection}. Nothing reached readers; try again.")


def _path(draft: str) -> str:
    return f"/campaigns/{quote(draft, safe='')}"


def _data_centre(key: str, where: str) -> str:
    if not key:
        raise ConfigError(f"{where}.api_key is empty. Set it in the environment or in .env, or remove the channel.")
    match = re.fullmatch(r"[!-~]+-([a-z]{2,}\d+)", key)
    if not match:
        raise ConfigError(f"{where}.api_key does not end in a data centre such as -us21. Copy the whole key.")
    return match[1]


def _words(problem: Mapping[str, Any]) -> str:
    """Mailchimp's own words (application/problem+json), with the field of each mistake."""
    mistakes = problem.get("errors")
    said = [problem.get("title"), problem.get("detail")]
    for mistake in mistakes if isinstance(mistakes, list) else []:
        if isinstance(mistake, dict):
            said.append(f"{mistake.get('field') or 'it'}: {mistake.get('message')}")
    return ". ".join(str(part).rstrip(".") for part in said if part)
