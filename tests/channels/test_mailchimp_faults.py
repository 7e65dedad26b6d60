"""What goes wrong between us and Mailchimp: never two drafts, never an empty one, never a secret told."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from pipeline.channels.http import Connection, Throttled
from pipeline.channels.mailchimp import Mailchimp
from pipeline.config.shape import MailchimpChannel
from pipeline.errors import ChannelError, NotSent, Rejected, Uncertain
from tests.channels.mailchimp_fake import KEY, Effect, FakeMailchimp, ProblemError, problem
from tests.channels.messages import an_email
from tests.factories import a_config

REFERENCE = "weekly/2026-W47"
CALLS = [
    ("GET", "/lists"),
    ("GET", "/campaigns"),
    ("POST", "/campaigns"),
    ("PUT", "/content"),
    ("GET", "/campaigns/c000000001"),
    ("GET", "/content"),
]


def a_mailchimp(fake: FakeMailchimp, **changes: Any) -> Mailchimp:
    settings = MailchimpChannel.model_validate({"type": "mailchimp", "list": "Newsletter", "api_key": KEY})
    connection = Connection(httpx.MockTransport(fake), **changes)
    return Mailchimp(settings, a_config().brand, name="mailing-list", connection=connection)


def timeout(_: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("timed out")


def reset(_: httpx.Request) -> httpx.Response:
    raise httpx.ReadError("connection reset by peer")


def refused(_: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("connection refused")


def server_error(_: httpx.Request) -> httpx.Response:
    return problem(ProblemError(500, "Internal Server Error", "An unexpected internal error has occurred."))


def throttled(_: httpx.Request) -> httpx.Response:
    return httpx.Response(
        429, headers={"Retry-After": "12"}, json={"title": "Too Many Requests", "detail": "Slow down."}
    )


def guarded(_: httpx.Request) -> httpx.Response:
    return httpx.Response(403, html="<html>Access Denied</html>")


def a_login_page(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, html="<html>Please log in</html>")


def an_empty_object(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={})


def an_echo(request: httpx.Request) -> httpx.Response:
    echo = f"Key {KEY} ({KEY.split('-')[0]}; {request.headers['Authorization']}) may not do this."
    return problem(ProblemError(403, "Forbidden", echo, [{"field": KEY, "message": KEY}]))


def a_refusal(_: httpx.Request) -> httpx.Response:
    return problem(ProblemError(400, "Invalid Resource", "Too large.", [{"field": "html", "message": "is too large"}]))


OURS = {
    "title": REFERENCE,
    "preview_text": an_email().preheader,
    "from_name": "Example Bakery",
    "reply_to": "post@bakery.example",
}

UNCLEAR = [timeout, reset, refused, server_error, throttled, guarded, a_login_page]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("effect", UNCLEAR)
@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_whatever_breaks_off_can_be_repeated_and_makes_one_draft(
    call: tuple[str, str], effect: Effect, after: bool
) -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    request = mailchimp.render(an_email())
    fake.fail(*call, effect, after=after)
    with pytest.raises(NotSent) as caught:
        mailchimp.stage(request, REFERENCE)
    assert not isinstance(caught.value, Uncertain)
    assert fake.faults == []
    mailchimp.stage(request, REFERENCE)
    assert [(one["status"], one["settings"]["title"]) for one in fake.campaigns] == [("save", REFERENCE)]
    assert "*|UNSUB|*" in fake.campaigns[0]["content"]["html"]


@pytest.mark.parametrize("call", CALLS[:3], ids=" ".join)
def test_an_answer_without_what_was_asked_for_is_not_sent(call: tuple[str, str]) -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    fake.fail(*call, an_empty_object)
    with pytest.raises(NotSent, match="answered without"):
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)


def test_a_throttled_call_says_how_long_to_wait() -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    fake.fail("POST", "/campaigns", throttled)
    with pytest.raises(Throttled, match=r"Slow down. Nothing went out; try again after 12 seconds") as caught:
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert caught.value.retry_after == 12


def test_a_refused_content_leaves_no_empty_draft() -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    fake.fail("PUT", "/content", a_refusal)
    with pytest.raises(Rejected, match=r"Invalid Resource. Too large. html: is too large."):
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert fake.campaigns == []


def test_an_empty_draft_that_cannot_be_removed_is_told() -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    fake.fail("PUT", "/content", a_refusal)
    fake.fail("DELETE", "/c000000001", timeout)
    with pytest.raises(
        Rejected, match=r"html: is too large.*An empty draft titled weekly/2026-W47 is left there: delete it"
    ):
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)


def test_a_refused_content_does_not_delete_a_draft_that_was_there() -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    fake.fail("PUT", "/content", a_refusal)
    with pytest.raises(Rejected):
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert len(fake.campaigns) == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"settings": OURS | {"subject_line": "Win a car"}}, "another subject"),
        ({"recipients": {"list_id": "ffff"}}, "another audience"),
        ({"status": "sent"}, "another status"),
        ({"content": {"html": "", "plain_text": ""}}, "another content"),
    ],
)
def test_a_draft_that_holds_something_else_is_not_accepted(change: dict[str, Any], told: str) -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)

    def meddle(_: httpx.Request) -> httpx.Response:
        fake.campaigns[0] |= change
        return httpx.Response(200, json=fake.campaigns[0]["content"])

    fake.fail("PUT", "/content", meddle, after=True)
    with pytest.raises(Rejected, match=f"{told} than it was given. Look at https://us21"):
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)


def test_a_call_that_drips_ends_at_its_deadline() -> None:
    now = [0.0]

    class Drip(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            while True:
                now[0] += 1
                yield b" "

    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake, deadline=20, clock=lambda: now[0])
    fake.fail("POST", "/campaigns", lambda _: httpx.Response(200, stream=Drip()), after=True)
    with pytest.raises(NotSent, match="no answer in time"):
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert now[0] == 21


def test_a_list_that_never_ends_is_given_up() -> None:
    fake = FakeMailchimp(audiences=[{"id": str(number), "name": "x"} for number in range(5)])

    def endless(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"lists": fake.audiences, "total_items": 10**9})

    for _ in range(100):
        fake.fail("GET", "/lists", endless)
    with pytest.raises(NotSent, match="no end of lists"):
        a_mailchimp(fake).find(REFERENCE)


@pytest.mark.parametrize("effect", [an_echo, *UNCLEAR])
def test_no_error_tells_the_key(effect: Effect, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    fake.fail("POST", "/campaigns", effect)
    with pytest.raises(ChannelError) as caught:
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + caplog.text
    told += repr(mailchimp) + repr(vars(mailchimp)) + fake.transcript()
    assert "c0ffee" not in told
    assert fake.requests[0].headers["Authorization"].removeprefix("Basic ") not in told
