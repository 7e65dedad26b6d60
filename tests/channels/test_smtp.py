from __future__ import annotations

import email
import socket
import ssl
import time
import traceback
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from pipeline.channels.smtp import Smtp
from pipeline.channels.smtp_server import Patience
from pipeline.config.shape import Brand, SmtpChannel
from pipeline.errors import ChannelError, ConfigError, NotSent, Rejected, Uncertain
from pipeline.model import Receipt, Remote, Request, Staged
from tests.channels.mail_server import CUT, DRIP, FLOOD, PASSWORD, SILENT, USER, a_mail_server, a_scripted_server
from tests.channels.messages import an_email
from tests.factories import a_config

AT = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)
LIST = "readers@lists.bakery.example"
STEPS = ["connect", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"]


def an_smtp(port: int, *, brand: Brand | None = None, patience: Patience | None = None, **changes: Any) -> Smtp:
    settings = {"type": "smtp", "host": "localhost", "port": port, "security": "none", "to": LIST} | changes
    ours = SmtpChannel.model_validate(settings)
    return Smtp(ours, brand or a_config().brand, name="list", patience=patience or Patience(deadline=5))


def logged_in(port: int, **changes: Any) -> Smtp:
    return an_smtp(port, user=USER, password=PASSWORD, **changes)


def publish(smtp: Smtp, request: Request | None = None, key: str = "key") -> Receipt:
    request = request or smtp.render(an_email())
    return smtp.publish(request, smtp.stage(request, "weekly/2026-W47"), key, AT, None)


def parsed(message: bytes) -> EmailMessage:
    found = email.message_from_bytes(message, policy=default)
    assert isinstance(found, EmailMessage)
    return found


# The message


def test_what_arrives_is_what_was_approved_byte_for_byte() -> None:
    with a_mail_server() as inbox:
        smtp = an_smtp(inbox.port)
        request = smtp.render(an_email(text="Dún 💡\n.\n..two\n" + "long " * 500))
        receipt = publish(smtp, request)
    ((recipients, message),) = inbox.messages
    top = f"Date: Thu, 19 Nov 2026 08:00:00 +0000\r\nMessage-ID: {receipt.remote_id}\r\nTo: {LIST}\r\n"
    assert message == top.encode() + request.parts["message.eml"]
    assert recipients == [LIST]


def test_a_mail_program_finds_the_headers_of_a_list_and_both_parts() -> None:
    with a_mail_server() as inbox:
        publish(an_smtp(inbox.port, unsubscribe_url="https://bakery.example/stop?l=1"))
    message = parsed(inbox.messages[0][1])
    headers = {name: str(message[name]) for name in message if not name.startswith(("MIME", "Content-Type", "Message"))}
    assert headers == {
        "Date": "Thu, 19 Nov 2026 08:00:00 +0000",
        "To": LIST,
        "List-Id": "<newsletter.bakery.example>",
        "List-Unsubscribe": "<https://bakery.example/stop?l=1>, <mailto:post@bakery.example?subject=Unsubscribe>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "From": "Example Bakery <post@bakery.example>",
        "Subject": "Bread that keeps",
        "Content-Language": "en",
    }
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    html = list(message.iter_parts())[1].get_content()
    assert '<a href="https://bakery.example/stop?l=1">Unsubscribe</a>' in html


def test_one_click_is_promised_only_with_an_https_page() -> None:
    message = parsed(an_smtp(1, unsubscribe_email="stop@bakery.example").render(an_email()).parts["message.eml"])
    assert message["List-Unsubscribe"] == "<mailto:stop@bakery.example?subject=Unsubscribe>"
    assert message["List-Unsubscribe-Post"] is None
    with pytest.raises(ValueError, match="starts with https://"):
        an_smtp(1, unsubscribe_url="http://bakery.example/stop")


def test_a_long_address_is_not_encoded_away() -> None:
    url = "https://bakery.example/" + "x" * 800
    raw = an_smtp(1, unsubscribe_url=url).render(an_email()).parts["message.eml"]
    assert f"List-Unsubscribe: <{url}>,\r\n <mailto:post@bakery.example".encode() in raw
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998


def test_the_name_of_a_message_is_its_keys() -> None:
    with a_mail_server() as inbox:
        names = [publish(an_smtp(inbox.port), key=key).remote_id for key in ("one", "one", "two")]
    assert names[0] == names[1] != names[2]
    assert [str(parsed(message)["Message-ID"]) for _, message in inbox.messages] == names
    assert inbox.messages[0] == inbox.messages[1]


@pytest.mark.parametrize("injected", ["Hi\r\nBcc: all@evil.example", "Hi\nBcc: x", "Hi\x0b\u2028Bcc: x", "\0Hi"])
def test_no_subject_makes_a_header(injected: str) -> None:
    message = parsed(an_smtp(1).render(an_email(subject=injected)).parts["message.eml"])
    assert message["Bcc"] is None
    assert len(message.get_all("Subject", [])) == 1


def test_no_brand_makes_a_header() -> None:
    brand = a_config().brand.model_copy(update={"name": 'Bakery "x"\r\nBcc: all@evil.example'})
    assert parsed(an_smtp(1, brand=brand).render(an_email()).parts["message.eml"])["Bcc"] is None


@pytest.mark.parametrize("key", ["to", "unsubscribe_email"])
@pytest.mark.parametrize("address", ["ü@bakery.example", "a\x01b@bakery.example", "post@bakery..example"])
def test_an_address_that_cannot_get_mail_is_refused_by_its_place(key: str, address: str) -> None:
    with pytest.raises(ConfigError, match=rf"^channels\.list\.{key}: "):
        an_smtp(1, **dict[str, Any]({key: address}))


@pytest.mark.parametrize("key", ["a key\r\nBcc: all@evil.example", "weekly/2026-W47 💡", ""])
def test_no_key_makes_a_header(key: str) -> None:
    with a_mail_server() as inbox:
        publish(an_smtp(inbox.port), key=key)
    assert parsed(inbox.messages[0][1])["Bcc"] is None


def test_a_mail_without_unsubscribe_gets_a_finding() -> None:
    (finding,) = an_smtp(1).problems(an_email(html="<p>Hello</p>"))
    assert (finding.rule, finding.severity) == ("unsubscribe", "error")


# What a server keeps: nothing


def test_a_server_keeps_no_drafts_and_promises_nothing() -> None:
    smtp = an_smtp(1)
    request = smtp.render(an_email())
    staged = smtp.stage(request, "weekly/2026-W47")
    assert staged == Staged("weekly/2026-W47", "weekly/2026-W47", f"localhost, to {LIST}")
    assert smtp.read(request, staged) == Remote("draft")
    assert smtp.find("weekly/2026-W47") is None
    smtp.withdraw(staged)
    assert smtp.facts.guarantee == "none"


def test_the_list_is_the_account_however_it_is_written() -> None:
    assert an_smtp(1, to="Readers@Lists.Bakery.example").facts.account == an_smtp(1).facts.account


# A test


def test_a_test_has_the_approved_bytes_and_reaches_one_address() -> None:
    with a_mail_server() as inbox:
        smtp = an_smtp(inbox.port)
        request = smtp.render(an_email())
        for _ in range(2):
            smtp.test(request, "ann@bakery.example")
    assert [recipients for recipients, _ in inbox.messages] == [["ann@bakery.example"]] * 2
    messages = [parsed(message) for _, message in inbox.messages]
    assert all(message.endswith(request.parts["message.eml"]) for _, message in inbox.messages)
    assert {str(message["To"]) for message in messages} == {"ann@bakery.example"}
    assert {str(message["Subject"]) for message in messages} == {"Bread that keeps"}
    assert len({str(message["Message-ID"]) for message in messages}) == 2


def test_a_test_is_never_uncertain() -> None:
    with a_scripted_server(dot=CUT) as server:
        smtp = an_smtp(server.port)
        with pytest.raises(NotSent):
            smtp.test(smtp.render(an_email()), "ann@bakery.example")


@pytest.mark.parametrize("to", ["everybody", "a@b.example>\r\nRCPT TO:<all@evil.example", "a@b.example, c@d.example"])
def test_a_test_goes_to_one_address_only(to: str) -> None:
    with a_mail_server() as inbox, pytest.raises(Rejected, match="is no mail address"):
        an_smtp(inbox.port).test(an_smtp(1).render(an_email()), to)
    assert inbox.messages == []


# Security


def trusted(certificate: Path) -> tuple[ssl.SSLContext, Patience]:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate)
    return server, Patience(deadline=5, trust=ssl.create_default_context(cafile=certificate))


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_secured_server_that_knows_us_takes_the_message(security: str, certificate: Path) -> None:
    context, patience = trusted(certificate)
    options: dict[str, Any] = {"tls": context, "auth_require_tls": False}
    if security == "starttls":
        options = {"tls_context": context, "require_starttls": True, "auth_required": True}
    with a_mail_server(**options) as inbox:
        smtp = logged_in(inbox.port, security=security, patience=patience)
        assert smtp.check() == []
        publish(smtp)
    assert len(inbox.messages) == 1


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_nobody_vouches_for_is_not_sent(security: str, certificate: Path) -> None:
    context, _ = trusted(certificate)
    options = {"tls": context} if security == "tls" else {"tls_context": context}
    with a_mail_server(**options) as inbox, pytest.raises(NotSent, match="certificate"):
        publish(logged_in(inbox.port, security=security))
    assert inbox.messages == []


def test_without_starttls_nothing_is_sent_unprotected() -> None:
    with a_scripted_server() as server, pytest.raises(Rejected, match=r"offers no STARTTLS, and nothing is sent"):
        publish(logged_in(server.port, security="starttls"))
    assert [line.split()[0].upper() for line in server.heard] == ["EHLO"]


def test_what_is_said_before_tls_counts_no_more(certificate: Path) -> None:
    """An answer slipped in behind STARTTLS is not taken for one that came protected (CVE-2011-0411)."""
    hello = b"250-mail.example\r\n250 STARTTLS\r\n"
    with a_scripted_server(EHLO=hello, STARTTLS=b"220 go\r\n250-evil\r\n250 AUTH PLAIN\r\n") as server:
        _, patience = trusted(certificate)
        with pytest.raises(NotSent):
            publish(logged_in(server.port, security="starttls", patience=patience))
    assert not any(line.startswith("AUTH") for line in server.heard)


def test_a_server_that_does_not_speak_tls_is_not_sent() -> None:
    with a_scripted_server() as server, pytest.raises(NotSent, match="does not speak TLS there"):
        publish(logged_in(server.port, security="tls"))


def test_an_unprotected_server_elsewhere_is_a_mistake_in_the_configuration() -> None:
    with pytest.raises(ValueError, match="none is for a server on this machine"):
        an_smtp(25, host="smtp.bakery.example")


@pytest.mark.parametrize(("security", "port"), [("tls", 465), ("starttls", 587)])
def test_each_security_has_its_usual_port(security: str, port: int) -> None:
    settings = {"type": "smtp", "host": "localhost", "security": security, "to": LIST}
    smtp = Smtp(SmtpChannel.model_validate(settings), a_config().brand, patience=Patience(deadline=0.01))
    assert vars(vars(smtp)["_server"])["_port"] == port


# Refusals and failures


def test_a_login_that_is_refused_is_rejected() -> None:
    with a_mail_server(auth_require_tls=False) as inbox:
        with pytest.raises(Rejected, match=r"answered 535: .*Check user and password"):
            publish(an_smtp(inbox.port, user=USER, password=PASSWORD[1:]))
        (finding,) = an_smtp(inbox.port, user=USER, password=PASSWORD[1:]).check()
    assert (finding.severity, finding.place) == ("error", "channels.list")
    assert inbox.messages == []


@pytest.mark.parametrize("hello", [b"250 mail.example\r\n", b"250-mail.example\r\n250 AUTH XOAUTH2\r\n"])
def test_a_server_without_a_way_to_log_in_is_rejected(hello: bytes) -> None:
    with a_scripted_server(EHLO=hello) as server, pytest.raises(Rejected, match="no way to log in"):
        publish(logged_in(server.port))


def test_a_server_that_wants_a_login_says_so() -> None:
    told = r"answered 530: 5.7.0 Authentication required\. Write user and password\."
    with (
        a_scripted_server(MAIL=b"530 5.7.0 Authentication required\r\n") as server,
        pytest.raises(Rejected, match=told),
    ):
        publish(an_smtp(server.port))


@pytest.mark.parametrize("step", [*STEPS, "dot"])
@pytest.mark.parametrize(("code", "kind"), [(421, NotSent), (451, NotSent), (550, Rejected), (554, Rejected)])
def test_an_answer_that_says_no_did_not_send(step: str, code: int, kind: type[ChannelError]) -> None:
    says = {step: f"{code} not now, says the list\r\n".encode()}
    if step == "EHLO":
        says["HELO"] = says["EHLO"]
    with a_scripted_server(**says) as server, pytest.raises(kind, match=f"answered {code}: not now") as caught:
        publish(logged_in(server.port))
    assert not isinstance(caught.value, Uncertain)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("says", [CUT, SILENT, DRIP, b"no number\r\n", b"999 what\r\n", b"2" * 20_000 + b"\r\n"])
def test_whatever_breaks_off_before_the_final_dot_did_not_send(step: str, says: bytes) -> None:
    with a_scripted_server(**{step: says}) as server:
        began = time.monotonic()
        with pytest.raises(NotSent) as caught:
            publish(logged_in(server.port, patience=Patience(deadline=0.3)))
        assert time.monotonic() - began < 2
    assert not isinstance(caught.value, Uncertain)
    assert server.taken == []


@pytest.mark.parametrize("says", [CUT, SILENT, DRIP, b"no number\r\n", b"354 more\r\n", b"999 what\r\n", b"2" * 20_000])
def test_an_answer_lost_after_the_final_dot_is_uncertain(says: bytes) -> None:
    with a_scripted_server(dot=says) as server, pytest.raises(Uncertain, match="may have gone out"):
        publish(logged_in(server.port, patience=Patience(deadline=0.3)))
    assert len(server.taken) == 1


@pytest.mark.parametrize("says", [CUT, SILENT, b"500 never heard of it\r\n"])
def test_what_happens_after_the_message_was_taken_changes_nothing(says: bytes) -> None:
    with a_scripted_server(QUIT=says) as server:
        assert publish(logged_in(server.port, patience=Patience(deadline=0.5))).final
    assert len(server.taken) == 1


def test_a_connection_that_is_lost_in_the_message_did_not_send() -> None:
    with a_scripted_server(DATA=b"354 go on\r\n") as server:
        now = [0.0]

        def clock() -> float:
            now[0] += 0.1
            return now[0]

        smtp = an_smtp(server.port, patience=Patience(deadline=4.0, clock=clock))
        with pytest.raises(NotSent):
            publish(smtp, Request({"message.eml": b"x" * 76 + b"\r\n" + b"y" * 2_000_000}))
    assert server.taken == []


def test_an_answer_that_never_ends_is_given_up_long_before_the_deadline() -> None:
    began = time.monotonic()
    with a_scripted_server(EHLO=FLOOD) as server, pytest.raises(NotSent):
        publish(an_smtp(server.port, patience=Patience(deadline=20)))
    assert time.monotonic() - began < 10


def test_a_server_that_is_not_there_is_not_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(NotSent, match=r"^channels\.list: the mail server localhost could not be reached .*refused"):
        publish(an_smtp(port))


def test_a_server_without_ehlo_is_greeted_the_old_way() -> None:
    with a_scripted_server(EHLO=b"502 unknown\r\n") as server:
        publish(an_smtp(server.port))
    assert [line.split()[0].upper() for line in server.heard] == ["EHLO", "HELO", "MAIL", "RCPT", "DATA", "QUIT"]


def test_the_size_is_told_beforehand_and_a_refusal_for_it_says_what_to_do() -> None:
    with a_scripted_server(MAIL=b"552 too large\r\n") as server, pytest.raises(Rejected, match="Make the mail smaller"):
        publish(an_smtp(server.port))
    assert "SIZE=" in server.heard[-1]


def test_we_introduce_ourselves_by_our_domain_and_not_by_this_machine() -> None:
    with a_scripted_server() as server:
        publish(an_smtp(server.port))
    assert server.heard[0].lower() == "ehlo bakery.example"


# Secrets


@pytest.mark.parametrize("step", ["AUTH", "MAIL", "dot"])
@pytest.mark.parametrize("code", [454, 535])
def test_a_server_that_repeats_the_password_does_not_make_us_tell_it(step: str, code: int) -> None:
    said = f"{code} {PASSWORD} AGJha2VyeQBjMGZmZWUgY2FuYXJ5 YzBmZmVlIGNhbmFyeQ==\r\n".encode()
    with a_scripted_server(**{step: said}) as server:
        smtp = logged_in(server.port)
        with pytest.raises(ChannelError, match="•••") as caught:
            publish(smtp)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + repr(smtp) + repr(vars(smtp))
    for secret in (PASSWORD, "AGJha2VyeQBjMGZmZWUgY2FuYXJ5", "YzBmZmVlIGNhbmFyeQ"):
        assert secret not in told


def test_a_password_that_no_server_takes_is_refused_without_showing_it() -> None:
    with pytest.raises(ConfigError, match="user and password must be plain") as caught:
        an_smtp(1, user=USER, password=PASSWORD + "é")
    assert "c0ffee" not in str(caught.value)


@pytest.mark.parametrize("missing", ["user", "password"])
def test_user_and_password_come_together(missing: str) -> None:
    with pytest.raises(ValueError, match="both user and password, or neither"):
        an_smtp(1, **dict[str, Any]({"user": "x", "password": "x"} | {missing: None}))
