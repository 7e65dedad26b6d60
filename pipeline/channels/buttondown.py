"""Buttondown: a draft email of one newsletter, compared and published.

https://docs.buttondown.com/api-emails-publish (API v1). Publishing carries an idempotency key, by which Buttondown
processes a repeated request once (/api-idempotency-keys); how long it remembers one is not said, so what is unknown is
read first, and only a draft is published again.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pipeline.channels import eml, letters, throwaway
from pipeline.channels.buttondown_account import TAKEN_BACK, Account, Answer, marked
from pipeline.channels.comparing import plain
from pipeline.channels.http import REAL, Connection
from pipeline.channels.merge_tags import DJANGO
from pipeline.channels.values import canonical
from pipeline.config.shape import Brand, ButtondownChannel
from pipeline.errors import ChannelError, Rejected, Uncertain
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Email, Facts, Finding, Receipt, Remote, Request, Staged, Thread

TAGS = {UNSUBSCRIBE: "{{ unsubscribe_url }}", VIEW_ONLINE: "{{ email.absolute_url }}"}
LONGEST_SUBJECT = 2000  # characters; Buttondown refuses more
FANCY = "<!-- buttondown-editor-mode: fancy -->"  # the body is HTML; else Buttondown guesses


class Buttondown:
    """Makes one draft a reference, found again by its metadata, and publishes it.

    Args:
        settings: The newsletter and the key.
        brand: Who sends; Buttondown has its own settings for that.
        name: The channel's name in config.yaml.
        connection: What carries the calls.

    Raises:
        ConfigError: the key cannot be one, or `base_url` cannot be used.
    """

    def __init__(
        self,
        settings: ButtondownChannel,
        brand: Brand,  # noqa: ARG002
        *,
        name: str = "buttondown",
        connection: Connection = REAL,
    ) -> None:
        account = f"buttondown {settings.newsletter}"
        self.facts = Facts(name, account, accepts=frozenset({Email}), guarantee="staged", tests=True)
        self._where = f"channels.{name}"
        self._newsletter, self._template = settings.newsletter, settings.template
        self._account = Account(settings, self._where, connection)

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:  # noqa: ARG002
        """The body of the call that makes a draft; staging adds its status and our reference."""
        email = letters.newsletter(message, self._where, "Buttondown")
        page = DJANGO.shown_in_html(email.html, email.tags)
        for placeholder, tag in TAGS.items():
            page = page.replace(placeholder, tag)
        draft = {
            "subject": DJANGO.shown_in_text(email.subject),
            "body": FANCY + page,
            "description": DJANGO.shown_in_text(email.preheader),  # for its archive; mails have it in the page
            "template": self._template,
        }
        return Request({"email.json": canonical(draft)})

    def problems(self, message: Email | Thread) -> list[Finding]:
        """What Buttondown would refuse, or would do in its own way."""
        if not isinstance(message, Email):
            return letters.no_newsletter(self._where, "Buttondown")
        made = "Buttondown makes the plain text from the page; ours is not sent."
        subject = DJANGO.shown_in_text(message.subject)
        return [
            Finding("text-part", "note", "newsletter text", made, "Nothing needs to be done."),
            *letters.typed_tags(message, DJANGO, "{{, {% or {#"),
            *letters.without_unsubscribe(message, "Buttondown adds one of its own"),
            *letters.long_subject(subject, LONGEST_SUBJECT, "Buttondown"),
        ]

    def stage(self, request: Request, reference: str) -> Staged:
        """Make the draft that carries `reference`, or give the one that exists these bytes; then read it back."""
        newsletter = self._account.newsletter(self._newsletter)
        body = canonical(json.loads(request.parts["email.json"]) | {"status": "draft", "metadata": marked(reference)})
        remote_id = self._unsent(newsletter, reference)
        if remote_id:
            self._account.change(remote_id, body)
        else:
            remote_id = f"{newsletter}/{self._account.create(newsletter, body)}"
        email = self._account.email(remote_id) or {}
        staged = self._staged(newsletter, email, reference)
        wrong = list(_differs(email, request))
        if email.get("status") != "draft":
            wrong.append("status")
        if wrong:
            raise Rejected(
                f"{self._where}: the draft at Buttondown has another {' and '.join(wrong)} than it was given. "
                f"Look at {staged.place} before anyone sends it."
            )
        return staged

    def read(self, request: Request, staged: Staged) -> Remote:
        """What Buttondown has, and whether it is still that of our newsletter."""
        audience = (
            () if staged.remote_id.startswith(self._account.newsletter(self._newsletter) + "/") else ("audience",)
        )
        email = self._account.email(staged.remote_id)
        if email is None:
            return Remote("gone")
        state = self._account.state_of(email)
        differs = () if state == "gone" else (*audience, *_differs(email, request))
        return Remote(state, differs, self._out(staged.remote_id, email))

    def publish(
        self,
        request: Request,  # noqa: ARG002  it was staged and read
        staged: Staged,
        key: str,
        at: datetime,  # noqa: ARG002
        after: Receipt | None,  # noqa: ARG002
    ) -> Receipt:
        """Publish it. Buttondown takes it and then works through its readers, so the receipt is not final."""
        # What a call leaves out has a documented default, which for metadata is nothing.
        body = canonical({"metadata": marked(staged.reference)})
        try:
            answer = self._account.publish(staged.remote_id, body, eml.mark(key, staged.remote_id))
        except Rejected:
            # A refusal says that this call did nothing, but the email may be on its way by another.
            with contextlib.suppress(ChannelError):
                if receipt := self._out(staged.remote_id, self._account.email(staged.remote_id)):
                    return receipt
            raise
        with contextlib.suppress(Rejected):
            if receipt := self._out(staged.remote_id, answer):
                return receipt
        raise Uncertain(
            f"{self._where}: Buttondown did not say that it sends. Look at {staged.place} before you retry."
        )

    def find(self, reference: str) -> Staged | Receipt | None:
        """The email that carries `reference`: one that goes out or went out before any draft."""
        newsletter = self._account.newsletter(self._newsletter)
        found = self._account.emails(newsletter, reference)
        for email in found:
            if self._account.state_of(email) != "draft":
                return self._receipt(f"{newsletter}/{self._account.id_of(email)}", email)
        return self._staged(newsletter, found[0], reference) if found else None

    def withdraw(self, staged: Staged) -> None:
        """Delete the draft, or make one of what is scheduled."""
        email = self._account.email(staged.remote_id)
        if email is None:
            return
        if email.get("status") == "draft":
            self._account.delete(staged.remote_id)
        elif email.get("status") in TAKEN_BACK:
            body = canonical({"status": "draft", "metadata": marked(staged.reference)})
            self._account.change(staged.remote_id, body)
        elif self._account.state_of(email) != "gone":
            raise Rejected(f"{self._where}: {staged.place} is on its way or sent. It cannot be taken back.")

    def test(self, request: Request, to: str) -> None:
        """Send it to `to` by a draft of its own, which is deleted again."""
        throwaway.send(self, request, to, lambda staged, address: self._account.send_draft(staged.remote_id, address))

    def check(self) -> list[Finding]:
        """Whether the key is accepted and reaches the newsletter."""
        try:
            self._account.newsletter(self._newsletter)
        except ChannelError as error:
            return [Finding("channel", "error", self._where, str(error), "Then check again.")]
        return []

    def _unsent(self, newsletter: str, reference: str) -> str | None:
        """The remote id of the draft that exists, or None.

        Raises:
            Rejected: it is no draft any more, or there are two.
        """
        found = self._account.emails(newsletter, reference)
        for email in found:
            if email.get("status") != "draft":
                raise Rejected(
                    f"{self._where}: Buttondown says {email.get('status')!r} of {reference}, so it was left alone. "
                    f"If it must go again, delete the old one there first."
                )
        if len(found) > 1:
            raise Rejected(f"{self._where}: Buttondown has {len(found)} drafts of {reference}. Delete all but one.")
        return f"{newsletter}/{self._account.id_of(found[0])}" if found else None

    def _staged(self, newsletter: str, email: Answer, reference: str) -> Staged:
        identity = self._account.id_of(email)
        return Staged(reference, f"{newsletter}/{identity}", f"https://buttondown.com/emails/{identity}")

    def _out(self, remote_id: str, email: Answer | None) -> Receipt | None:
        """The receipt of what goes out or went out."""
        if email and self._account.state_of(email) in {"scheduled", "sent"}:
            return self._receipt(remote_id, email)
        return None

    def _receipt(self, remote_id: str, email: Answer) -> Receipt:
        place = email.get("absolute_url") or f"https://buttondown.com/emails/{email.get('id')}"
        return Receipt(remote_id, str(place), final=self._account.state_of(email) == "sent")


def _differs(email: Answer, request: Request) -> tuple[str, ...]:
    """Compared without spaces at the ends, which Buttondown's own tools do not count either."""
    given: dict[str, Any] = json.loads(request.parts["email.json"])
    same = {
        "subject": plain(email.get("subject")) == plain(given["subject"]),
        "content": str(email.get("body")).strip() == given["body"].strip()
        and plain(email.get("description") or "") == plain(given["description"])
        and email.get("template") == given["template"],
    }
    return tuple(part for part, equal in same.items() if not equal)
