"""SMTP: one message to the one address of a mailing list, which passes it on to its readers.

https://www.rfc-editor.org/rfc/rfc5321 (sending), rfc5322 (the message), rfc8058 (unsubscribing by one click). A server
keeps no drafts and tells nothing afterwards: an outcome that is unknown stays so until a person says.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime

from pipeline.channels import eml, letters
from pipeline.channels.outbox_files import filled_in
from pipeline.channels.smtp_server import Patience, Server
from pipeline.config.shape import Brand, SmtpChannel
from pipeline.errors import ChannelError, ConfigError, NotSent, Uncertain
from pipeline.model import Email, Facts, Finding, Receipt, Remote, Request, Staged, Thread

_MESSAGE = "message.eml"


class Smtp:
    """Sends newsletters to a list address.

    What is approved is the message without To, Date and Message-ID, which are put on top when it is sent: the list's
    address, the slot's moment, and a name made from the delivery's key. So a second copy, should there ever be one, has
    the same name, and mailing lists and mail programs that look for that show it once.

    Args:
        settings: The server and the list.
        brand: Who sends.
        name: The channel's name in config.yaml.
        patience: How the server is reached.

    Raises:
        ConfigError: an address cannot be used for mail, or name or password cannot be sent.
    """

    def __init__(
        self, settings: SmtpChannel, brand: Brand, *, name: str = "smtp", patience: Patience | None = None
    ) -> None:
        self._where = f"channels.{name}"
        self._brand, self._us = brand, eml.sender(brand)
        self._to = self._usable(settings.to, "to")
        self._stop = eml.unsubscribe_by_mail(
            self._usable(settings.unsubscribe_email or self._us.addr_spec, "unsubscribe_email")
        )
        self._one_click = settings.unsubscribe_url
        self._place = f"{settings.host}, to {self._to}"
        accepts = frozenset({Email})
        self.facts = Facts(name, f"smtp {self._to.lower()}", accepts=accepts, guarantee="none", tests=True)
        who = f"{self._where}: the mail server {settings.host}"
        self._server = Server(settings, who, self._us.domain, patience or Patience())

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:  # noqa: ARG002
        """The message but for To, Date and Message-ID. Every reader gets the same addresses."""
        email = letters.newsletter(message, self._where, "a mailing list")
        ready = filled_in(email, self._one_click or self._stop, self._brand.site)
        ways = [f"<{way}>" for way in (self._one_click, self._stop) if way]
        headers = {"List-Id": eml.list_id(self._brand), "List-Unsubscribe": ", ".join(ways)}
        if self._one_click:
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        return Request({_MESSAGE: eml.message_bytes(ready, self._brand, headers)})

    def problems(self, message: Email | Thread) -> list[Finding]:
        """What a mailing list cannot pass on."""
        if not isinstance(message, Email):
            return letters.no_newsletter(self._where, "A mailing list")
        return letters.without_unsubscribe(message, "readers find no way to stop")

    def stage(self, request: Request, reference: str) -> Staged:  # noqa: ARG002
        """Nothing: a server keeps no drafts."""
        return Staged(reference, reference, self._place)

    def read(self, request: Request, staged: Staged) -> Remote:  # noqa: ARG002
        """Always a draft, as a server tells nothing of what it took."""
        return Remote("draft")

    def publish(
        self,
        request: Request,
        staged: Staged,  # noqa: ARG002  there is nothing to refer to
        key: str,
        at: datetime,
        after: Receipt | None,  # noqa: ARG002
    ) -> Receipt:
        """Hand the message over. That the server took it is the last that is ever heard of it."""
        name = f"<{eml.mark(key)}@{self._us.domain}>"
        self._send(request, self._to, name, at)
        return Receipt(name, self._place)

    def find(self, reference: str) -> Staged | Receipt | None:  # noqa: ARG002
        """Never anything: a server cannot be searched."""
        return None

    def withdraw(self, staged: Staged) -> None:
        """Nothing: there is no draft."""

    def test(self, request: Request, to: str) -> None:
        """Send the very message to `to` instead of the list; its subject stays as approved."""
        try:
            self._send(request, eml.recipient(to), f"<{uuid.uuid4().hex}@{self._us.domain}>", datetime.now(UTC))
        except Uncertain as error:  # one address may get a test twice
            raise NotSent(str(error)) from error

    def check(self) -> list[Finding]:
        """Whether the server can be reached and lets us in. Sends nothing."""
        try:
            self._server.check()
        except ChannelError as error:
            return [Finding("channel", "error", self._where, str(error), "Then check again.")]
        return []

    def _send(self, request: Request, to: str, name: str, at: datetime) -> None:
        top = eml.head({"Date": format_datetime(at), "Message-ID": name, "To": to})
        self._server.send(top + request.parts[_MESSAGE], self._us.addr_spec, to)

    def _usable(self, written: str, key: str) -> str:
        try:
            return eml.address(written).addr_spec
        except ValueError as error:
            raise ConfigError(f"{self._where}.{key}: {written} cannot get mail. Write a plain address.") from error
