"""Mailchimp: draft campaigns for one audience. A person looks at the draft there and presses Send; this never does.

https://mailchimp.com/developer/marketing/api/campaigns/ (Marketing API 3.0)
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from pipeline.channels.http import REAL, Connection
from pipeline.channels.mailchimp_account import DRAFT, Account
from pipeline.channels.merge_tags import has_merge_tag, shown_in_html, shown_in_text
from pipeline.config.shape import Brand, MailchimpChannel
from pipeline.errors import ChannelError, Rejected
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Email, Facts, Finding, Request, Staged, Thread

TAGS = {UNSUBSCRIBE: "*|UNSUB|*", VIEW_ONLINE: "*|ARCHIVE|*"}
LONGEST_SUBJECT = 150  # characters; Mailchimp refuses more
_STATUSES = {"schedule": "scheduled", "paused": "paused", "sending": "on its way to readers", "sent": "sent"}


class Mailchimp:
    """Makes one draft campaign a reference, found again by its title.

    Args:
        settings: The audience and the key.
        brand: Who sends, where the settings do not say.
        name: The channel's name in config.yaml.
        connection: What carries the calls.

    Raises:
        ConfigError: the key cannot be one, or `base_url` cannot be used.
    """

    def __init__(
        self, settings: MailchimpChannel, brand: Brand, *, name: str = "mailchimp", connection: Connection = REAL
    ) -> None:
        self.facts = Facts(name=name, accepts=frozenset({Email}), publishes=False)
        self._where = f"channels.{name}"
        self._audience = settings.list
        self._sender = {"from_name": settings.from_name or brand.name, "reply_to": settings.reply_to or brand.email}
        self._account = Account(settings, self._where, connection)

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:  # noqa: ARG002
        """The bodies of the calls that make a campaign; staging adds its audience and title."""
        if not isinstance(message, Email):
            raise Rejected(f"{self._where}: Mailchimp takes newsletters only. Send posts with another channel.")
        settings = {
            "subject_line": shown_in_text(message.subject),
            "preview_text": shown_in_text(message.preheader),
            "inline_css": False,  # our styles are inline already, and tested so
            "auto_footer": False,  # our footer says who we are and how to unsubscribe
            **self._sender,
        }
        content = {"html": shown_in_html(message.html), "plain_text": shown_in_text(message.text)}
        for placeholder, tag in TAGS.items():
            content = {part: text.replace(placeholder, tag) for part, text in content.items()}
        campaign = {"type": "regular", "settings": settings}
        return Request({"campaign.json": _json(campaign), "content.json": _json(content)})

    def problems(self, message: Email | Thread) -> list[Finding]:
        """What Mailchimp would refuse, or would do in its own way."""
        if not isinstance(message, Email):
            only = "Mailchimp takes newsletters only."
            return [Finding("kind", "error", self._where, only, "Choose another channel for posts.")]
        typed = "It has a *| of the author's, which shows as it was typed."
        findings = [
            Finding("merge-tag", "note", f"newsletter {part}", typed, "Look whether it was meant so.")
            for part in ("subject", "preheader", "html", "text")
            if has_merge_tag(getattr(message, part))
        ]
        if UNSUBSCRIBE not in message.html:
            footer = "It has no unsubscribe link, so Mailchimp adds a footer of its own."
            findings.append(
                Finding("unsubscribe", "error", "newsletter html", footer, "Put it back into the template.")
            )
        if len(shown_in_text(message.subject)) > LONGEST_SUBJECT:
            limit = f"Mailchimp takes at most {LONGEST_SUBJECT} characters."
            findings.append(Finding("subject-limit", "error", "newsletter subject", limit, "Shorten it."))
        return findings

    def stage(self, request: Request, reference: str) -> Staged:
        """Make the draft campaign titled `reference`, or give the one that exists these bytes; then read it back."""
        audience = self._account.audience(self._audience)
        campaign = json.loads(request.parts["campaign.json"])
        campaign["settings"]["title"] = reference
        draft = self._unsent(audience, reference)
        if draft:
            self._account.change(draft, _json({"settings": campaign["settings"]}))
            self._account.put_content(draft, request.parts["content.json"])
        else:
            draft = self._account.create(_json(campaign | {"recipients": {"list_id": audience}}))
            self._fill(draft, request, reference)
        return self._read_back(draft, campaign["settings"], audience)

    def find(self, reference: str) -> Staged | None:
        """The unsent draft titled `reference` in our audience, or None."""
        for campaign in self._account.campaigns(self._account.audience(self._audience), reference):
            if campaign.get("status") == DRAFT:
                return self._staged(campaign, reference)
        return None

    def check(self) -> list[Finding]:
        """Whether the key is accepted and the audience exists."""
        try:
            self._account.audience(self._audience)
        except ChannelError as error:
            return [Finding("channel", "error", self._where, str(error), "Then check again.")]
        return []

    def _unsent(self, audience: str, reference: str) -> str | None:
        """The id of the draft that exists, or None.

        Raises:
            Rejected: it is no draft any more, or there are two.
        """
        found = self._account.campaigns(audience, reference)
        for campaign in found:
            if campaign.get("status") != DRAFT:
                status = _STATUSES.get(str(campaign.get("status")), "no draft")
                raise Rejected(
                    f"{self._where}: the campaign {reference} is {status} at Mailchimp, so it was left alone. "
                    f"If it must go again, rename the old one there first."
                )
        if len(found) > 1:
            raise Rejected(f"{self._where}: Mailchimp has {len(found)} drafts titled {reference}. Delete all but one.")
        return self._account.id_of(found[0]) if found else None

    def _fill(self, draft: str, request: Request, reference: str) -> None:
        """Put the content into a draft that is new; where Mailchimp refuses it, no empty draft stays behind."""
        try:
            self._account.put_content(draft, request.parts["content.json"])
        except Rejected as refusal:
            try:
                self._account.delete(draft)
            except ChannelError as error:
                raise Rejected(f"{refusal} An empty draft titled {reference} is left there: delete it.") from error
            raise

    def _read_back(self, draft: str, settings: Mapping[str, Any], audience: str) -> Staged:
        """Compare what Mailchimp has with what it was given.

        Raises:
            Rejected: it has something else.
        """
        campaign, content = self._account.campaign(draft), self._account.content(draft)
        found = campaign.get("settings") or {}
        differs = {
            "status": campaign.get("status") != DRAFT,
            "audience": (campaign.get("recipients") or {}).get("list_id") != audience,
            "title": _plain(found.get("title")) != _plain(settings["title"]),
            "subject": _plain(found.get("subject_line")) != _plain(settings["subject_line"]),
            "content": TAGS[UNSUBSCRIBE] not in str(content.get("html")),
        }
        staged = self._staged(campaign, settings["title"])
        wrong = [part for part, differ in differs.items() if differ]
        if wrong:
            raise Rejected(
                f"{self._where}: the draft at Mailchimp has another {' and '.join(wrong)} than it was given. "
                f"Look at {staged.place} before anyone sends it."
            )
        return staged

    def _staged(self, campaign: Mapping[str, Any], reference: str) -> Staged:
        return Staged(reference, self._account.id_of(campaign), self._account.place(campaign, reference))


def _json(value: object) -> bytes:
    """Canonical: equal values are equal bytes, and people can read what they approve."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).encode()


def _plain(text: object) -> str:
    """For comparing: a service may compose accents or trim spaces."""
    return " ".join(unicodedata.normalize("NFC", str(text)).split())
