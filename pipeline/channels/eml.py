"""An email as a message of the internet: multipart/alternative, the same bytes for the same email (RFC 5322)."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from pipeline.config.shape import Brand
from pipeline.errors import ConfigError, Rejected
from pipeline.model import Email

_BREAKS = {"Cc", "Zl", "Zp"}  # control characters, line and paragraph separators


def one_line(text: str) -> str:
    """`text` without line breaks and control characters: fit for a header."""
    return " ".join("".join(" " if unicodedata.category(char) in _BREAKS else char for char in text).split())


def address(written: str, name: str = "") -> Address:
    """A mail address that every server takes, with an international domain in its ASCII form.

    Raises:
        ValueError: there is no such form.
    """
    user, _, domain = written.rpartition("@")
    try:
        found = Address(one_line(name), addr_spec=f"{user}@{domain.encode('idna').decode()}")
    except (MessageError, IndexError) as error:
        raise ValueError("no mail address") from error
    if not (found.addr_spec.isascii() and found.addr_spec.isprintable() and " " not in found.addr_spec):
        raise ValueError("no mail address")
    return found


def sender(brand: Brand) -> Address:
    """The brand as a mail address.

    Raises:
        ConfigError: the address cannot stand in a mail header.
    """
    try:
        return address(brand.email, brand.name)
    except ValueError as error:
        raise ConfigError(
            f"config.yaml, brand.email: {brand.email} cannot send mail. Write a plain address."
        ) from error


def recipient(to: str) -> str:
    """`to` as it stands in a header and on a server's line.

    Raises:
        Rejected: it is no mail address.
    """
    try:
        return address(to.strip()).addr_spec
    except ValueError as error:
        raise Rejected(f"{one_line(to)} is no mail address. Write one such as post@moesenoven.example.org.") from error


def unsubscribe_by_mail(written: str) -> str:
    """The address of a mail to `written` that asks to stop."""
    return f"mailto:{quote(address(written).addr_spec, safe='@')}?subject=Unsubscribe"


def list_id(brand: Brand) -> str:
    """What names the newsletter to mail programs (RFC 2919)."""
    return f"<newsletter.{sender(brand).domain}>"


def mark(*texts: str) -> str:
    """A short name for `texts`, the same for the same."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def head(headers: Mapping[str, str]) -> bytes:
    """Lines that go on top of a message, as they are: the library would encode a long address beyond use.

    Raises:
        ValueError: a value would make a line of its own, or none that servers take.
    """
    lines = [f"{name}: {value}" for name, value in headers.items()]
    if not all(line.isascii() and line.isprintable() for line in lines):
        raise ValueError("not fit for a header")
    return "".join(f"{line}\r\n" for line in lines).replace(">, <", ">,\r\n <").encode()


def message_bytes(email: Email, brand: Brand, headers: Mapping[str, str]) -> bytes:
    """`email` as a message from the brand, `headers` first.

    It has no Date: rendering reads no clock. Its boundary comes from what it says, so equal emails are equal bytes.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = sender(brand)
    message["Subject"] = one_line(email.subject)
    message.set_content(email.text, cte="quoted-printable")
    message.add_alternative(email.html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = one_line(email.language)  # last: making alternatives moves Content-* into the first
    message.set_boundary(f"=_{content_mark(email, brand)}")
    return head(headers) + message.as_bytes()


def content_mark(email: Email, brand: Brand) -> str:
    """A short name for what the message says."""
    return mark(email.subject, email.html, email.text, brand.name, brand.email)
