"""Mailchimp: a draft campaign for one audience, compared and sent.

https://mailchimp.com/developer/marketing/api/campaigns/ (Marketing API 3.0). What a second send of one campaign does is
not documented, so it is never tried by the machine: a campaign found by its title confirms, and no more.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pipeline.channels import letters, throwaway
from pipeline.channels.http import REAL, Connection
from pipeline.channels.mailchimp_account import Account
from pipeline.channels.mailchimp_campaign import EDITABLE, differs, in_words, state_of
from pipeline.channels.merge_tags import MAILCHIMP
from pipeline.channels.values import canonical
from pipeline.config.shape import Brand, MailchimpChannel
from pipeline.errors import ChannelError, Rejected
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Email, Facts, Finding, Receipt, Remote, Request, Staged, Thread

TAGS = {UNSUBSCRIBE: "*|UNSUB|*", VIEW_ONLINE: "*|ARCHIVE|*"}
LONGEST_SUBJECT = 150  # characters; Mailchimp refuses more


class Mailchimp:
    """Makes one draft campaign a reference, found again by its title, and sends it.

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
        account = f"mailchimp {settings.list}"
        self.facts = Facts(name, account, accepts=frozenset({Email}), guarantee="findable", tests=True)
        self._where = f"channels.{name}"
        self._audience = settings.list
        self._sender = {"from_name": settings.from_name or brand.name, "reply_to": settings.reply_to or brand.email}
        self._account = Account(settings, self._where, connection)

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:  # noqa: ARG002
        """The bodies of the calls that make a campaign; staging adds its audience and title."""
        email = letters.newsletter(message, self._where, "Mailchimp")
        settings = {
            "subject_line": MAILCHIMP.shown_in_text(email.subject),
            "preview_text": MAILCHIMP.shown_in_text(email.preheader),
            "inline_css": False,  # our styles are inline already, and tested so
            "auto_footer": False,  # our footer says who we are and how to unsubscribe
            **self._sender,
        }
        content = {
            "html": MAILCHIMP.shown_in_html(email.html, email.tags),
            "plain_text": MAILCHIMP.shown_in_text(email.text, email.tags),
        }
        for placeholder, tag in TAGS.items():
            content = {part: text.replace(placeholder, tag) for part, text in content.items()}
        campaign = {"type": "regular", "settings": settings}
        return Request({"campaign.json": canonical(campaign), "content.json": canonical(content)})

    def problems(self, message: Email | Thread) -> list[Finding]:
        """What Mailchimp would refuse, or would do in its own way."""
        if not isinstance(message, Email):
            return letters.no_newsletter(self._where, "Mailchimp")
        subject = MAILCHIMP.shown_in_text(message.subject)
        return [
            *letters.typed_tags(message, MAILCHIMP, "*|"),
            *letters.without_unsubscribe(message, "Mailchimp adds a footer of its own"),
            *letters.long_subject(subject, LONGEST_SUBJECT, "Mailchimp"),
        ]

    def stage(self, request: Request, reference: str) -> Staged:
        """Make the draft campaign titled `reference`, or give the one that exists these bytes; then read it back."""
        audience = self._account.audience(self._audience)
        campaign = json.loads(request.parts["campaign.json"])
        campaign["settings"]["title"] = reference
        draft = self._unsent(audience, reference)
        if draft:
            self._account.change(draft, canonical({"settings": campaign["settings"]}))
            self._account.put_content(draft, request.parts["content.json"])
        else:
            draft = self._account.create(canonical(campaign | {"recipients": {"list_id": audience}}))
            self._fill(draft, request, reference)
        return self._read_back(draft, request, reference, audience)

    def read(self, request: Request, staged: Staged) -> Remote:
        """What Mailchimp has; of a draft also whether its checklist lets it go.

        Raises:
            Rejected: the checklist holds it, in its own words.
        """
        audience = self._account.audience(self._audience)
        campaign = self._account.campaign(staged.remote_id)
        if campaign is None:
            return Remote("gone")
        content = self._account.content(staged.remote_id)
        state, found = state_of(campaign), differs(campaign, content, request, audience)
        if state != "draft":
            return Remote(state, found, self._receipt(campaign, staged.reference))
        if not found and (wrong := self._account.obstacles(staged.remote_id)):
            raise Rejected(f"{self._where}: Mailchimp does not let {staged.place} go ({wrong}). Correct that there.")
        return Remote("draft", found)

    def publish(
        self,
        request: Request,  # noqa: ARG002  it was staged and read
        staged: Staged,
        key: str,  # noqa: ARG002  Mailchimp takes none
        at: datetime,  # noqa: ARG002
        after: Receipt | None,  # noqa: ARG002
    ) -> Receipt:
        """Send it. Mailchimp takes it and then works through the audience, so the receipt is not final."""
        try:
            self._account.send(staged.remote_id)
        except Rejected:
            # A refusal says that this call did nothing, but the campaign may be on its way by another.
            with contextlib.suppress(ChannelError):
                campaign = self._account.campaign(staged.remote_id)
                if campaign and state_of(campaign) != "draft":
                    return self._receipt(campaign, staged.reference)
            raise
        return Receipt(staged.remote_id, staged.place, final=False)

    def find(self, reference: str) -> Staged | Receipt | None:
        """The campaign titled `reference` in our audience: one that goes out or went out before any draft."""
        found = self._account.campaigns(self._account.audience(self._audience), reference)
        for campaign in found:
            if state_of(campaign) != "draft":
                return self._receipt(campaign, reference)
        return self._staged(found[0], reference) if found else None

    def withdraw(self, staged: Staged) -> None:
        """Delete the draft, or take it out of Mailchimp's schedule."""
        campaign = self._account.campaign(staged.remote_id)
        if campaign is None:
            return
        if state_of(campaign) == "draft":
            self._account.delete(staged.remote_id)
        elif campaign["status"] == "schedule":
            self._account.unschedule(staged.remote_id)
        else:
            raise Rejected(f"{self._where}: {staged.place} is {in_words(campaign)}. It cannot be taken back.")

    def test(self, request: Request, to: str) -> None:
        """Send it to `to` by a draft of its own, which is deleted again."""
        throwaway.send(self, request, to, lambda staged, address: self._account.send_test(staged.remote_id, address))

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
            if campaign.get("status") != EDITABLE:
                raise Rejected(
                    f"{self._where}: the campaign {reference} is {in_words(campaign)} at Mailchimp, so it was left "
                    f"alone. If it must go again, rename the old one there first."
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

    def _read_back(self, draft: str, request: Request, reference: str, audience: str) -> Staged:
        """Compare what Mailchimp has with what it was given.

        Raises:
            Rejected: it has something else.
        """
        campaign, content = self._account.campaign(draft) or {}, self._account.content(draft)
        wrong = list(differs(campaign, content, request, audience))
        if campaign.get("status") != EDITABLE:
            wrong.append("status")
        staged = self._staged(campaign, reference)
        if wrong:
            raise Rejected(
                f"{self._where}: the draft at Mailchimp has another {' and '.join(wrong)} than it was given. "
                f"Look at {staged.place} before anyone sends it."
            )
        return staged

    def _staged(self, campaign: Mapping[str, Any], reference: str) -> Staged:
        return Staged(reference, self._account.id_of(campaign), self._account.place(campaign, reference))

    def _receipt(self, campaign: Mapping[str, Any], reference: str) -> Receipt:
        place = self._account.place(campaign, reference)
        return Receipt(self._account.id_of(campaign), place, final=state_of(campaign) == "sent")
