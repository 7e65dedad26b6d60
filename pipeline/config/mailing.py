"""The shape of config.yaml's accounts that send newsletters: providers of mailing lists, and mail servers."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from pipeline.config.base import Shape
from pipeline.config.values import Email, Host, Line, Secret, SecureAddress, Site

_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


class MailchimpChannel(Shape):
    """Makes draft campaigns for one audience, and sends those that are approved.

    Attributes:
        type: mailchimp.
        list: The audience's id or its name.
        api_key: The key, as ${MAILCHIMP_API_KEY}; the key itself stands in .env.
        from_name: The sender's name; left out, the brand's.
        reply_to: The sender's address; left out, the brand's.
        base_url: The address of a test server.
    """

    type: Literal["mailchimp"]
    list: Line = Field(examples=["Nieuwsbrief"])
    api_key: Secret
    from_name: Line | None = None
    reply_to: Email | None = None
    base_url: Site | None = None


class ButtondownChannel(Shape):
    """Makes drafts of one newsletter at Buttondown, and sends those that are approved.

    Attributes:
        type: buttondown.
        newsletter: Its username there, the last part of buttondown.com/name.
        api_key: The key, as ${BUTTONDOWN_API_KEY}; the key itself stands in .env.
        template: What Buttondown puts around our page; naked is nothing.
        base_url: The address of a test server.
    """

    type: Literal["buttondown"]
    newsletter: Line = Field(examples=["moesenoven"])
    api_key: Secret
    template: Literal["naked", "classic", "modern", "custom"] = "naked"
    base_url: Site | None = None


class SmtpChannel(Shape):
    """Sends one message to the address of a mailing list, which passes it on to its readers.

    Attributes:
        type: smtp.
        host: The mail server.
        port: Its port; left out, 465 with tls and 587 otherwise.
        security: tls from the start, starttls, or none (on this machine only).
        user: The name to log in with; left out, nobody logs in.
        password: Its password, as ${SMTP_PASSWORD}; the password itself stands in .env.
        to: The address of the mailing list.
        unsubscribe_url: An https page that ends a subscription by one click; left out, there is only the mail.
        unsubscribe_email: Where a mail ends a subscription; left out, the brand's address.
    """

    type: Literal["smtp"]
    host: Host
    port: int | None = Field(default=None, ge=1, le=65535, examples=[2525])
    security: Literal["tls", "starttls", "none"] = "tls"
    user: Line | None = None
    password: Secret | None = None
    to: Email
    unsubscribe_url: SecureAddress | None = None
    unsubscribe_email: Email | None = None

    @model_validator(mode="after")
    def _safe(self) -> Self:
        if (self.user is None) != (self.password is None):
            raise ValueError("expected both user and password, or neither")
        if self.security == "none" and self.host not in _THIS_MACHINE:
            raise ValueError("security: none is for a server on this machine. Write tls or starttls")
        return self
