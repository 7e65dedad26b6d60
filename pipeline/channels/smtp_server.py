"""A conversation with a mail server (RFC 5321). Each failure is told as what the caller may do next.

| what happened                                          | error       | means                                    |
|--------------------------------------------------------|-------------|------------------------------------------|
| no connection; cut or silent before the final dot      | `NotSent`   | the machine may try again                |
| an answer of 4xx, at any step, also after the final dot | `NotSent`   | the same                                 |
| an answer of 5xx, at any step                          | `Rejected`  | a person must change something           |
| no answer, or none that we can read, after the dot     | `Uncertain` | the machine must not try again by itself |

A message counts for a server only once its final dot is there, so that is sent by itself. The standard library waits at
each read anew; here one deadline holds for the whole (smtp_line.py).
"""

from __future__ import annotations

import contextlib
import re
import smtplib
import socket
import ssl
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from pipeline.channels.redaction import Redaction
from pipeline.channels.smtp_line import Line, seconds
from pipeline.config.shape import SmtpChannel
from pipeline.errors import ConfigError, NotSent, Rejected, Uncertain
from pipeline.wire import Left, countdown

Answer = tuple[int, bytes]

_REMEDIES = {530: "Write user and password.", 535: "Check user and password.", 552: "Make the mail smaller."}


@dataclass(frozen=True)
class Patience:
    """How a server is reached.

    Attributes:
        deadline: Seconds for the whole conversation, however slowly it drips.
        clock: Seconds that only ever grow.
        trust: Whose certificates count; None for the system's.
    """

    deadline: float = 30.0
    clock: Callable[[], float] = time.monotonic
    trust: ssl.SSLContext | None = None


class Server:
    """One mail server.

    Args:
        settings: Where it is, and how to log in.
        who: How messages begin, such as `channels.list: the mail server`.
        us: The domain by which we introduce ourselves.
        patience: How it is reached.

    Raises:
        ConfigError: name or password hold what cannot be sent.
    """

    def __init__(self, settings: SmtpChannel, who: str, us: str, patience: Patience) -> None:
        self._who, self._us, self._patience = who, us, patience
        self._host, self._security = settings.host, settings.security
        self._port = settings.port or (465 if settings.security == "tls" else 587)
        self._user = settings.user
        self._password = settings.password
        secret = self._secret()
        if not all(text.isascii() and text.isprintable() for text in (secret, self._user or "")):
            raise ConfigError(f"{who}: user and password must be plain letters, digits and signs. Set them again.")
        sent = (secret, f"\0{self._user}\0{secret}")
        self._redact = Redaction([secret, *(b64encode(text.encode()).decode() for text in sent)] if secret else [])

    def send(self, message: bytes, sender: str, to: str) -> None:
        """Hand over one message, byte for byte.

        Raises:
            Rejected, NotSent, Uncertain: see the table on top.
        """
        ready = message if message.endswith(b"\r\n") else message + b"\r\n"
        with self._conversation() as smtp:
            size = [f"SIZE={len(ready)}"] if smtp.has_extn("size") else []
            self._ask(lambda: smtp.mail(sender, size))
            self._ask(lambda: smtp.rcpt(to))
            self._ask(lambda: smtp.docmd("DATA"), wanted=3)
            stuffed = re.sub(rb"(?m)^\.", b"..", ready)
            with self._clear():
                smtp.send(stuffed)
            self._settle(smtp)

    def check(self) -> None:
        """Connect and log in, and no more.

        Raises:
            Rejected, NotSent: that does not work.
        """
        with self._conversation():
            pass

    def _settle(self, smtp: smtplib.SMTP) -> None:
        """The final dot, and what the server says to it."""
        try:
            smtp.send(b".\r\n")
            code, said = smtp.getreply()
        except (smtplib.SMTPException, OSError):
            code, said = -1, b""
        if not 200 <= code < 600 or 300 <= code < 400:
            told = f"{self._who} did not say whether it took the message"
            raise Uncertain(f"{told}. It may have gone out: look at the mailing list before you try again.")
        self._judge(code, said, wanted=2)

    @contextlib.contextmanager
    def _conversation(self) -> Iterator[smtplib.SMTP]:
        """Connected, secured, introduced and logged in; goodbye at the end."""
        left = countdown(self._patience.clock, self._patience.deadline)
        smtp = smtplib.SMTP(local_hostname=self._us)
        try:
            line = self._connect(left)
            smtp.sock = cast("socket.socket", line)
            self._ask(smtp.getreply)
            self._introduce(smtp)
            if self._security == "starttls":
                self._secure(smtp, line)
            if self._user is not None:
                self._log_in(smtp)
            yield smtp
            with contextlib.suppress(smtplib.SMTPException, OSError):  # it has answered all that counts
                smtp.quit()
        finally:
            smtp.close()

    def _connect(self, left: Left) -> Line:
        with self._clear("Check host, port and security, then try again."):
            line = Line(socket.create_connection((self._host, self._port), timeout=seconds(left)), left)
            return line.secured(self._trust(), self._host) if self._security == "tls" else line
        raise AssertionError  # _clear lets nothing pass

    def _introduce(self, smtp: smtplib.SMTP) -> None:
        with self._clear():
            code, _ = smtp.ehlo()
            if not 500 <= code < 600:
                return self._judge(code, smtp.ehlo_resp or b"", wanted=2)
        return self._ask(smtp.helo)

    def _secure(self, smtp: smtplib.SMTP, line: Line) -> None:
        if not smtp.has_extn("starttls"):
            remedy = "Write security: tls if it has a port for that, or ask who runs it."
            raise Rejected(f"{self._who} offers no STARTTLS, and nothing is sent unprotected. {remedy}")
        self._ask(lambda: smtp.docmd("STARTTLS"))
        with self._clear("Check host, port and security, then try again."):
            smtp.sock = cast("socket.socket", line.secured(self._trust(), self._host))
        # What was said before counts no more, whoever said it (RFC 3207, 4.2).
        smtp.file, smtp.ehlo_resp, smtp.esmtp_features, smtp.does_esmtp = None, None, {}, False
        self._introduce(smtp)

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        with self._clear():
            try:
                smtp.login(str(self._user), self._secret())
            except smtplib.SMTPAuthenticationError as error:
                refused: Answer = (error.smtp_code, error.smtp_error)  # type: ignore[assignment]  # it is bytes
            except (smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException):
                raise
            except smtplib.SMTPException as error:
                raise Rejected(f"{self._who} knows no way to log in that we know. Ask who runs it.") from error
            else:
                return
        # Not from within: the library's own words may show what the server repeats of the password.
        self._judge(*refused, wanted=2)

    def _ask(self, call: Callable[[], Answer], wanted: int = 2) -> None:
        with self._clear():
            code, said = call()
            return self._judge(code, said, wanted=wanted)

    def _judge(self, code: int, said: bytes, *, wanted: int) -> None:
        if code // 100 == wanted:
            return
        words = self._redact(said.decode("utf-8", "replace"))
        told = f"{self._who} answered {code}: {words.rstrip('.')}" if words else f"{self._who} answered {code}"
        if 500 <= code < 600:
            raise Rejected(f"{told}. {_REMEDIES.get(code, 'Correct what it names, then try again.')}")
        raise NotSent(f"{told}. Nothing went out; try again later.")

    @contextlib.contextmanager
    def _clear(self, remedy: str = "Nothing went out; try again.") -> Iterator[None]:
        """For what happens before the final dot: whatever breaks off here did not go out."""
        try:
            yield
        except (smtplib.SMTPException, OSError) as error:
            raise self._cut(error, remedy) from error

    def _cut(self, error: Exception, remedy: str = "Nothing went out; try again.") -> NotSent:
        return NotSent(f"{self._who} could not be reached or broke off ({_reason(error)}). {remedy}")

    def _trust(self) -> ssl.SSLContext:
        return self._patience.trust or ssl.create_default_context()

    def _secret(self) -> str:
        return self._password.get_secret_value() if self._password else ""


def _reason(error: Exception) -> str:
    """In a few words; never those of a server, which may repeat what was sent."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return "it does not speak TLS there"
    if isinstance(error, smtplib.SMTPException):
        return "no answer in time, or the connection was lost"
    return str(getattr(error, "strerror", None) or "no answer in time")
