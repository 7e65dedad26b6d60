"""An email as a file that mail programs open: multipart/alternative, the same bytes for the same email."""

from __future__ import annotations

import hashlib
import unicodedata
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from pipeline.config.shape import Brand
from pipeline.errors import ConfigError
from pipeline.model import Email

_BREAKS = {"Cc", "Zl", "Zp"}  # control characters, line and paragraph separators


def one_line(text: str) -> str:
    """`text` without line breaks and control characters: fit for a header."""
    return " ".join("".join(" " if unicodedata.category(char) in _BREAKS else char for char in text).split())


def sender(brand: Brand) -> Address:
    """The brand as a mail address, with an international domain in its ASCII form.

    Raises:
        ConfigError: the address cannot stand in a mail header.
    """
    user, _, domain = brand.email.rpartition("@")
    try:
        address = Address(one_line(brand.name), addr_spec=f"{user}@{domain.encode('idna').decode()}")
    except (MessageError, ValueError, IndexError) as error:
        raise ConfigError(
            f"config.yaml, brand.email: {brand.email} cannot send mail. Write a plain address."
        ) from error
    return address


def unsubscribe_by_mail(brand: Brand) -> str:
    """The address of a mail to us that asks us to stop."""
    return f"mailto:{quote(sender(brand).addr_spec, safe='@')}?subject=Unsubscribe"


def message_bytes(email: Email, brand: Brand) -> bytes:
    """`email` as a message from the brand to itself.

    It has no Date: rendering reads no clock, and the program that sends it adds one. Its Message-ID and boundary come
    from what it says, so equal emails are equal files. X-Unsent lets Outlook open it for sending.
    """
    from_us = sender(brand)
    seed = "\0".join((email.subject, email.html, email.text, brand.name, brand.email))
    mark = hashlib.sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    message = EmailMessage(policy=SMTP)
    message["From"] = from_us
    message["To"] = from_us
    message["Subject"] = one_line(email.subject)
    message["Message-ID"] = f"<{mark}@{from_us.domain}>"
    message["List-Id"] = f"<newsletter.{from_us.domain}>"
    message["List-Unsubscribe"] = f"<{unsubscribe_by_mail(brand)}>"
    message["X-Unsent"] = "1"
    message.set_content(email.text, cte="quoted-printable")
    message.add_alternative(email.html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = one_line(email.language)  # last: making alternatives moves Content-* into the first
    message.set_boundary(f"=_{mark}")
    return message.as_bytes()
