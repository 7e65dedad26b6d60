from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from pipeline.channels.buttondown import FANCY, Buttondown
from pipeline.channels.http import Connection
from pipeline.config.shape import ButtondownChannel
from pipeline.errors import ConfigError, NotSent, Rejected, Uncertain
from pipeline.model import Receipt, Remote, Request, Staged
from tests.channels.buttondown_fake import KEY, OTHER, OURS, FakeButtondown
from tests.channels.faults import timeout, transcript
from tests.channels.messages import an_email
from tests.channels.providers import AT, REFERENCE
from tests.factories import a_config

TRANSCRIPTS = Path(__file__).parent / "transcripts"


def a_buttondown(fake: FakeButtondown, **changes: Any) -> Buttondown:
    settings = {"type": "buttondown", "newsletter": "bakery", "api_key": KEY} | changes
    connection = Connection(httpx.MockTransport(fake))
    return Buttondown(ButtondownChannel.model_validate(settings), a_config().brand, name="ours", connection=connection)


def staged_at(fake: FakeButtondown) -> tuple[Buttondown, Request, Staged]:
    buttondown = a_buttondown(fake)
    request = buttondown.render(an_email())
    return buttondown, request, buttondown.stage(request, REFERENCE)


def test_the_calls_are_as_written_down() -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    buttondown.stage(request, REFERENCE)
    buttondown.read(request, staged)
    buttondown.publish(request, staged, "key", AT, None)
    shown = transcript(fake.requests)
    assert shown == (TRANSCRIPTS / "buttondown.txt").read_text(encoding="utf-8")


def test_the_body_is_html_and_says_so() -> None:
    body = json.loads(a_buttondown(FakeButtondown()).render(an_email()).parts["email.json"])["body"]
    assert body.startswith(FANCY + "<!doctype html>")
    assert '<a href="{{ email.absolute_url }}">View online</a> <a href="{{ unsubscribe_url }}">' in body


def test_the_authors_tags_never_run() -> None:
    tag = "{{ subscriber.email }} {% load x %}"
    email = an_email(subject=tag, preheader=tag, html=an_email().html.replace("<h1>", f"<h1>{tag} "))
    draft = json.loads(a_buttondown(FakeButtondown()).render(email).parts["email.json"])
    assert draft["body"].count("{{") == 2  # our own two tags
    assert not any("{{" in draft[part] or "{%" in draft[part] for part in ("subject", "description"))
    assert "{%" not in draft["body"]


def test_a_draft_is_a_draft_of_our_newsletter() -> None:
    fake = FakeButtondown()
    _, request, staged = staged_at(fake)
    (email,) = fake.emails
    assert (email["status"], email["newsletter"]) == ("draft", OURS)
    assert email["metadata"] == {"lichtpunt": REFERENCE}
    assert email.items() >= json.loads(request.parts["email.json"]).items()
    assert staged.remote_id == f"{OURS}/{email['id']}"
    assert staged.place == f"https://buttondown.com/emails/{email['id']}"


def test_a_newsletter_that_is_not_there_lists_those_that_are() -> None:
    with pytest.raises(Rejected, match=r"no newsletter bread. Write one that is there: friends, bakery."):
        a_buttondown(FakeButtondown(), newsletter="bread").find(REFERENCE)


def test_staging_again_updates_the_draft_and_keeps_our_mark() -> None:
    fake = FakeButtondown()
    buttondown, _, first = staged_at(fake)
    assert buttondown.stage(buttondown.render(an_email(subject="Improved")), REFERENCE) == first
    assert [(one["subject"], one["metadata"]) for one in fake.emails] == [("Improved", {"lichtpunt": REFERENCE})]


def test_publishing_is_one_call_that_keeps_our_mark_and_is_not_yet_final() -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    fake.requests.clear()
    receipt = buttondown.publish(request, staged, "key", AT, None)
    assert fake.calls() == [f"POST /v1/emails/{fake.emails[0]['id']}/publish"]
    assert receipt == Receipt(staged.remote_id, "https://buttondown.com/bakery/archive/1/", final=False)
    assert buttondown.find(REFERENCE) == receipt
    assert buttondown.read(request, staged) == Remote("scheduled", (), receipt)
    fake.finish()
    assert buttondown.read(request, staged) == Remote("sent", (), Receipt(staged.remote_id, receipt.place))


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_the_same_key_again_sends_once(after: bool) -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    fake.fail("POST", "/publish", timeout, after=after)
    with pytest.raises(Uncertain):
        buttondown.publish(request, staged, "key", AT, None)
    for _ in range(2):
        assert buttondown.publish(request, staged, "key", AT, None).remote_id == staged.remote_id
    assert len(fake.mailed) == 1


def test_the_key_is_fit_for_a_header_and_another_for_another_draft() -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    other = buttondown.stage(request, "weekly/2026-W48")
    for one in (staged, other):
        buttondown.publish(request, one, "bäckerei/weekly/2026-W47\r\nX: 1" * 50, AT, None)
    assert len(fake.mailed) == 2


def test_a_refusal_is_told_in_buttondowns_words() -> None:
    fake = FakeButtondown(confirmed=False)
    buttondown, request, staged = staged_at(fake)
    with pytest.raises(Rejected, match="answered 400: Confirm your email address before sending"):
        buttondown.publish(request, staged, "key", AT, None)
    assert fake.mailed == []


def test_a_refusal_of_what_is_on_its_way_already_is_its_receipt() -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    first = buttondown.publish(request, staged, "key", AT, None)
    fake.fail("POST", "/publish", lambda _: httpx.Response(409, json={"detail": "Sent."}))
    assert buttondown.publish(request, staged, "key", AT, None) == first


def test_an_answer_that_does_not_say_that_it_sends_is_uncertain() -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    for answer in ({}, {"id": "x", "status": "draft"}):
        fake.fail("POST", "/publish", lambda _, answer=answer: httpx.Response(200, json=answer))  # type: ignore[misc]
        with pytest.raises(Uncertain, match="did not say that it sends"):
            buttondown.publish(request, staged, "key", AT, None)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("draft", "draft"),
        ("scheduled", "scheduled"),
        ("about_to_send", "scheduled"),
        ("in_flight", "scheduled"),
        ("throttled", "scheduled"),
        ("paused", "scheduled"),
        ("sent", "sent"),
        ("resending", "sent"),
        ("deleted", "gone"),
    ],
)
def test_each_documented_status_has_its_state(status: str, state: str) -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    fake.emails[0]["status"] = status
    remote = buttondown.read(request, staged)
    assert remote.state == state
    assert (remote.receipt is not None) == (state in {"scheduled", "sent"})


@pytest.mark.parametrize("status", ["errored", "suppressed", "transactional", "melted"])
def test_a_status_that_no_email_of_ours_should_have_is_for_a_person(status: str) -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    fake.emails[0]["status"] = status
    with pytest.raises(Rejected, match=status):
        buttondown.read(request, staged)


def test_what_was_deleted_is_gone_and_may_be_staged_again() -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    fake.emails.clear()
    assert buttondown.read(request, staged) == Remote("gone")
    assert buttondown.stage(request, REFERENCE).reference == REFERENCE


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"subject": "Win a car"}, "subject"),
        ({"body": FANCY + "<p>Win a car</p>"}, "content"),
        ({"description": "Win a car"}, "content"),
        ({"template": "classic"}, "content"),
    ],
)
def test_whatever_a_person_changed_there_is_seen_before_it_goes(change: dict[str, str], differs: str) -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    fake.emails[0] |= change
    assert buttondown.read(request, staged).differs == (differs,)


def test_a_draft_of_another_newsletter_is_another_audience() -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    fake.emails[0]["newsletter"] = OTHER
    moved = Staged(REFERENCE, staged.remote_id.replace(OURS, OTHER), staged.place)
    assert buttondown.read(request, moved).differs == ("audience",)


def test_what_went_out_is_left_alone() -> None:
    fake = FakeButtondown()
    buttondown, request, staged = staged_at(fake)
    buttondown.publish(request, staged, "key", AT, None)
    with pytest.raises(Rejected, match=r"says 'about_to_send' of weekly/2026-W47, so it was left alone"):
        buttondown.stage(request, REFERENCE)
    assert len(fake.emails) == 1


def test_two_drafts_of_one_reference_need_a_person() -> None:
    fake = FakeButtondown()
    buttondown, request, _ = staged_at(fake)
    fake.emails.append(fake.emails[0] | {"id": "497f6eca-6276-4993-bfeb-ffffffffffff"})
    with pytest.raises(Rejected, match="2 drafts of weekly/2026-W47"):
        buttondown.stage(request, REFERENCE)


def test_our_mark_is_found_beside_a_persons_own_and_behind_many_others() -> None:
    fake = FakeButtondown(page=2)
    buttondown, _, staged = staged_at(fake)
    fake.emails[0]["metadata"]["season"] = "winter"
    fake.emails += [fake.emails[0] | {"id": f"497f6eca-{number:04}", "metadata": {}} for number in range(9)]
    assert buttondown.find(REFERENCE) == staged


def test_a_list_that_never_ends_is_given_up() -> None:
    fake = FakeButtondown()
    endless = {"results": [{"id": "x", "username": "y"}], "next": "https://api.buttondown.com/v1/newsletters?page=2"}
    for _ in range(200):
        fake.fail("GET", "/newsletters", lambda _: httpx.Response(200, json=endless))
    with pytest.raises(NotSent, match="no end of /newsletters"):
        a_buttondown(fake).find(REFERENCE)


@pytest.mark.parametrize("status", ["scheduled", "about_to_send"])
def test_what_is_scheduled_becomes_a_draft_again(status: str) -> None:
    fake = FakeButtondown()
    buttondown, _, staged = staged_at(fake)
    fake.emails[0]["status"] = status
    buttondown.withdraw(staged)
    assert buttondown.find(REFERENCE) == staged


@pytest.mark.parametrize("status", ["in_flight", "sent"])
def test_what_is_on_its_way_cannot_be_taken_back(status: str) -> None:
    fake = FakeButtondown()
    buttondown, _, staged = staged_at(fake)
    fake.emails[0]["status"] = status
    with pytest.raises(Rejected, match="cannot be taken back"):
        buttondown.withdraw(staged)


def test_a_field_that_is_not_taken_is_named() -> None:
    fake = FakeButtondown()
    buttondown = a_buttondown(fake)
    with pytest.raises(Rejected, match=r"answered 422: body\.payload\.subject: Not valid \(string_too_long\)"):
        buttondown.stage(buttondown.render(an_email(subject="a" * 2001)), REFERENCE)
    assert [one.rule for one in buttondown.problems(an_email(subject="a" * 2001)) if one.severity == "error"] == [
        "subject-limit"
    ]


def test_that_our_plain_text_is_not_sent_is_said() -> None:
    (finding,) = a_buttondown(FakeButtondown()).problems(an_email())
    assert (finding.rule, finding.severity) == ("text-part", "note")


def test_an_empty_key_is_refused_by_its_place() -> None:
    settings = ButtondownChannel.model_validate({"type": "buttondown", "newsletter": "bakery", "api_key": KEY})
    empty = settings.model_copy(update={"api_key": SecretStr(" ")})
    with pytest.raises(ConfigError, match=r"channels.ours.api_key is empty"):
        Buttondown(empty, a_config().brand, name="ours")
