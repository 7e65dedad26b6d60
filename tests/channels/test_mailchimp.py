from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from pipeline.channels.http import Connection
from pipeline.channels.mailchimp import Mailchimp
from pipeline.config.shape import MailchimpChannel
from pipeline.errors import ConfigError, Rejected
from pipeline.model import Receipt, Remote, Request, Staged
from tests.channels.mailchimp_fake import KEY, FakeMailchimp
from tests.channels.messages import an_email
from tests.factories import a_config

REFERENCE = "weekly/2026-W47"
AT = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)
TRANSCRIPTS = Path(__file__).parent / "transcripts"


def a_mailchimp(fake: FakeMailchimp, **changes: Any) -> Mailchimp:
    settings = MailchimpChannel.model_validate({"type": "mailchimp", "list": "Newsletter", "api_key": KEY} | changes)
    connection = Connection(httpx.MockTransport(fake))
    return Mailchimp(settings, a_config().brand, name="mailing-list", connection=connection)


def parts_of(request: Request) -> tuple[dict[str, Any], dict[str, str]]:
    return json.loads(request.parts["campaign.json"]), json.loads(request.parts["content.json"])


# What is sent


@pytest.mark.parametrize(("name", "stages"), [("a_new_draft", 1), ("a_draft_that_exists", 2)])
def test_the_calls_are_as_written_down(name: str, stages: int) -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    for _ in range(stages):
        fake.requests.clear()
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert fake.transcript() == (TRANSCRIPTS / f"{name}.txt").read_text(encoding="utf-8")


def test_a_draft_holds_what_was_rendered() -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    request = mailchimp.render(an_email())
    mailchimp.stage(request, REFERENCE)
    (draft,) = fake.campaigns
    assert draft["status"] == "save"
    assert draft["content"] == parts_of(request)[1]
    assert draft["settings"] == parts_of(request)[0]["settings"] | {"title": REFERENCE}


def test_the_providers_own_tags_stand_where_the_placeholders_were() -> None:
    _, content = parts_of(a_mailchimp(FakeMailchimp()).render(an_email()))
    assert '<a href="*|ARCHIVE|*">View online</a> <a href="*|UNSUB|*">Unsubscribe</a>' in content["html"]
    assert "View online: *|ARCHIVE|*\nUnsubscribe: *|UNSUB|*\n" in content["plain_text"]


def test_the_authors_merge_tags_never_merge() -> None:
    tag = "Dear *|FNAME|*"
    email = an_email(subject=tag, preheader=tag)
    email = replace(email, html=email.html.replace("<h1>", f"<h1>{tag} "), text=f"{tag}\n{email.text}")
    campaign, content = parts_of(a_mailchimp(FakeMailchimp()).render(email))
    allowed = {"html": 2, "plain_text": 2}  # our own two tags
    assert {name: text.count("*|") for name, text in content.items()} == allowed
    assert "*|" not in json.dumps(campaign)
    assert "FNAME" in campaign["settings"]["subject_line"]


def test_sender_and_address_may_differ_from_the_brands() -> None:
    ours = {"from_name": "The bakers", "reply_to": "bakers@bakery.example"}
    campaign, _ = parts_of(a_mailchimp(FakeMailchimp(), **ours).render(an_email()))
    assert ours.items() <= campaign["settings"].items()


def test_mailchimp_changes_no_style_and_adds_no_footer() -> None:
    campaign, _ = parts_of(a_mailchimp(FakeMailchimp()).render(an_email()))
    assert campaign["settings"]["inline_css"] is False
    assert campaign["settings"]["auto_footer"] is False


def test_a_person_is_told_where_the_draft_is() -> None:
    mailchimp = a_mailchimp(FakeMailchimp())
    staged = mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert staged.place == "https://us21.admin.mailchimp.com/campaigns/show/?id=1001"


# Sending


def staged_at(fake: FakeMailchimp) -> tuple[Mailchimp, Request, Staged]:
    mailchimp = a_mailchimp(fake)
    request = mailchimp.render(an_email())
    return mailchimp, request, mailchimp.stage(request, REFERENCE)


def test_only_publishing_sends() -> None:
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    mailchimp.stage(mailchimp.render(an_email(subject="Another")), REFERENCE)
    mailchimp.stage(request, REFERENCE)
    mailchimp.read(request, staged)
    mailchimp.find(REFERENCE)
    mailchimp.test(request, "ann@bakery.example")
    mailchimp.check()
    mailchimp.withdraw(mailchimp.stage(request, "weekly/2026-W48"))
    assert fake.mailed == []
    assert [call for call in fake.calls() if call.endswith("/send")] == []


def test_publishing_is_one_call_and_not_yet_final() -> None:
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    fake.requests.clear()
    receipt = mailchimp.publish(request, staged, "key", AT, None)
    assert fake.calls() == ["POST /3.0/campaigns/c000000001/actions/send"]
    assert receipt == Receipt("c000000001", staged.place, final=False)
    assert mailchimp.read(request, staged) == Remote("scheduled", (), receipt)
    fake.finish()
    assert mailchimp.read(request, staged) == Remote("sent", (), Receipt("c000000001", staged.place))


def test_the_calls_of_publishing_are_as_written_down() -> None:
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    fake.requests.clear()
    mailchimp.read(request, staged)
    mailchimp.publish(request, staged, "key", AT, None)
    mailchimp.find(REFERENCE)
    assert fake.transcript() == (TRANSCRIPTS / "a_campaign_sent.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("save", "draft"),
        ("paused", "draft"),
        ("schedule", "scheduled"),
        ("sending", "scheduled"),
        ("canceling", "scheduled"),
        ("sent", "sent"),
        ("archived", "sent"),
        ("canceled", "sent"),
    ],
)
def test_each_documented_status_has_its_state(status: str, state: str) -> None:
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    fake.campaigns[0]["status"] = status
    remote = mailchimp.read(request, staged)
    assert remote.state == state
    assert (remote.receipt is None) == (state == "draft")
    found = mailchimp.find(REFERENCE)
    assert found == (staged if state == "draft" else Receipt(staged.remote_id, staged.place, final=state == "sent"))


def test_a_status_that_is_not_documented_is_for_a_person() -> None:
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    fake.campaigns[0]["status"] = "melted"
    with pytest.raises(Rejected, match="'melted'"):
        mailchimp.read(request, staged)


def test_what_is_deleted_there_is_gone() -> None:
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    fake.campaigns.clear()
    assert mailchimp.read(request, staged) == Remote("gone")
    with pytest.raises(Rejected, match="404"):
        mailchimp.publish(request, staged, "key", AT, None)


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"settings": {"subject_line": "Win a car"}}, "subject"),
        ({"settings": {"reply_to": "evil@elsewhere.example"}}, "content"),
        ({"settings": {"preview_text": "Win a car"}}, "content"),
        ({"recipients": {"list_id": "ffff"}}, "audience"),
        ({"content": {"html": "<p>Win a car *|UNSUB|*</p>"}}, "content"),
        ({"content": {"plain_text": "Win a car"}}, "content"),
    ],
)
def test_whatever_a_person_changed_there_is_seen_before_it_goes(
    change: dict[str, dict[str, str]], differs: str
) -> None:
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    for part, values in change.items():
        fake.campaigns[0][part] = fake.campaigns[0][part] | values
    assert mailchimp.read(request, staged).differs == (differs,)


def test_the_checklist_holds_a_campaign_in_its_own_words() -> None:
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    fake.unready = [{"type": "error", "id": 9, "heading": "Domain", "details": "Verify bakery.example."}]
    with pytest.raises(Rejected, match=r"does not let https://us21.* go \(Domain: Verify bakery.example.\)"):
        mailchimp.read(request, staged)


def test_a_refusal_of_what_is_on_its_way_already_is_its_receipt() -> None:
    """A worker that was stopped before the call wakes up after another has sent."""
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    mailchimp.publish(request, staged, "key", AT, None)
    fake.fail("POST", "/actions/send", lambda _: httpx.Response(400, json={"detail": "Already sent."}))
    assert mailchimp.publish(request, staged, "key", AT, None) == Receipt("c000000001", staged.place, final=False)
    assert len(fake.mailed) == 1


def test_a_refusal_of_a_draft_stays_a_refusal() -> None:
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    fake.unready = [{"type": "error", "id": 9, "heading": "Domain", "details": "Verify bakery.example."}]
    with pytest.raises(Rejected, match="Your Campaign is not ready to send"):
        mailchimp.publish(request, staged, "key", AT, None)


def test_what_a_second_send_does_is_not_documented_so_nothing_is_promised() -> None:
    assert a_mailchimp(FakeMailchimp()).facts.guarantee == "findable"


# Taking back


def test_a_draft_is_deleted_and_that_may_be_repeated() -> None:
    fake = FakeMailchimp()
    mailchimp, _, staged = staged_at(fake)
    for _ in range(2):
        mailchimp.withdraw(staged)
    assert fake.campaigns == []


def test_what_a_person_scheduled_is_taken_out_of_the_schedule() -> None:
    fake = FakeMailchimp()
    mailchimp, request, staged = staged_at(fake)
    fake.campaigns[0]["status"] = "schedule"
    mailchimp.withdraw(staged)
    assert mailchimp.read(request, staged).state == "draft"


@pytest.mark.parametrize("status", ["sending", "sent", "canceled"])
def test_what_went_out_cannot_be_taken_back(status: str) -> None:
    fake = FakeMailchimp()
    mailchimp, _, staged = staged_at(fake)
    fake.campaigns[0]["status"] = status
    with pytest.raises(Rejected, match="cannot be taken back"):
        mailchimp.withdraw(staged)
    assert len(fake.campaigns) == 1


# One draft a reference


def test_staging_again_updates_the_draft() -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    first = mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    again = mailchimp.stage(mailchimp.render(an_email(subject="Bread, improved")), REFERENCE)
    assert again == first
    assert [one["settings"]["subject_line"] for one in fake.campaigns] == ["Bread, improved"]


def test_a_segment_that_a_person_chose_stays() -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    fake.campaigns[0]["recipients"]["segment_opts"] = {"saved_segment_id": 7}
    mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert fake.campaigns[0]["recipients"]["segment_opts"] == {"saved_segment_id": 7}


@pytest.mark.parametrize(
    ("status", "told"), [("sent", "is sent"), ("schedule", "is scheduled"), ("sending", "on its way")]
)
def test_what_was_sent_or_scheduled_is_left_alone(status: str, told: str) -> None:
    fake = FakeMailchimp()
    fake.add_campaign(REFERENCE, status=status)
    mailchimp = a_mailchimp(fake)
    with pytest.raises(Rejected, match=told):
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert len(fake.campaigns) == 1
    assert isinstance(mailchimp.find(REFERENCE), Receipt)


def test_two_drafts_with_one_title_need_a_person() -> None:
    fake = FakeMailchimp()
    fake.add_campaign(REFERENCE)
    fake.add_campaign(REFERENCE)
    mailchimp = a_mailchimp(fake)
    with pytest.raises(Rejected, match="2 drafts titled weekly/2026-W47"):
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)


def test_only_the_exact_title_in_our_audience_is_ours() -> None:
    fake = FakeMailchimp(audiences=[{"id": "a1b2c3", "name": "Newsletter"}, {"id": "ffff", "name": "Friends"}])
    fake.add_campaign(REFERENCE, list_id="ffff", status="sent")
    fake.add_campaign(REFERENCE + "1", status="sent")
    fake.add_campaign(REFERENCE.upper(), status="sent")
    mailchimp = a_mailchimp(fake)
    mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert len(fake.campaigns) == 4


def test_a_draft_is_found_behind_a_thousand_others() -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    first = mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    for number in range(2_100):
        fake.add_campaign(f"other {number}")
    fake.requests.clear()
    assert mailchimp.find(REFERENCE) == first
    assert fake.calls().count("GET /3.0/campaigns") == 3


# The audience


@pytest.mark.parametrize("wanted", ["Newsletter", "a1b2c3"])
def test_an_audience_is_named_by_its_name_or_its_id(wanted: str) -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake, list=wanted)
    mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert fake.campaigns[0]["recipients"] == {"list_id": "a1b2c3"}


def test_an_audience_that_is_not_there_lists_those_that_are() -> None:
    fake = FakeMailchimp(audiences=[{"id": "1", "name": "Customers"}, {"id": "2", "name": "Friends"}])
    mailchimp = a_mailchimp(fake)
    with pytest.raises(Rejected, match=r"no audience Newsletter. Write one that is there: Customers, Friends."):
        mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert fake.campaigns == []


def test_two_audiences_with_one_name_are_told_apart_by_id() -> None:
    fake = FakeMailchimp(audiences=[{"id": "11", "name": "Newsletter"}, {"id": "22", "name": "Newsletter"}])
    with pytest.raises(Rejected, match="Write the id instead of the name: 11, 22"):
        a_mailchimp(fake).find(REFERENCE)


# The key


@pytest.mark.parametrize(
    "key", ["c0ffee00canary", "c0ffee00canary-", "c0ffee00canary-evil.example/", "c0ffee00 canary-us21"]
)
def test_a_key_without_a_data_centre_is_refused_by_its_place(key: str) -> None:
    with pytest.raises(ConfigError, match=r"channels.mailing-list.api_key does not end in a data centre") as caught:
        a_mailchimp(FakeMailchimp(), api_key=key)
    assert "c0ffee" not in str(caught.value)


@pytest.mark.parametrize("base_url", [None, "https://mock.example/3.0"])
def test_an_empty_key_is_refused_by_its_place(base_url: str | None) -> None:
    settings = MailchimpChannel.model_validate({"type": "mailchimp", "list": "Newsletter", "api_key": KEY})
    empty = settings.model_copy(update={"api_key": SecretStr(" "), "base_url": base_url})
    with pytest.raises(
        ConfigError, match=r"channels.mailing-list.api_key is empty\. Set it in the environment or in \.env"
    ):
        Mailchimp(empty, a_config().brand, name="mailing-list")


def test_a_test_server_needs_no_data_centre() -> None:
    fake = FakeMailchimp(key="any", host="mock.example")
    mailchimp = a_mailchimp(fake, api_key="any", base_url="https://mock.example/3.0/")
    staged = mailchimp.stage(mailchimp.render(an_email()), REFERENCE)
    assert staged.place == "Mailchimp, Campaigns, “weekly/2026-W47”"


def test_a_wrong_key_is_told_in_mailchimps_words_and_by_check() -> None:
    mailchimp = a_mailchimp(FakeMailchimp(), api_key="c0ffee00canary00other-us21")
    (finding,) = mailchimp.check()
    assert finding.severity == "error"
    assert finding.place == "channels.mailing-list"
    assert "answered 401: API Key Invalid. Your API key may be invalid" in finding.message
    assert "c0ffee" not in finding.message


# What cannot be expressed


def test_a_mail_without_unsubscribe_gets_a_finding() -> None:
    (finding,) = a_mailchimp(FakeMailchimp()).problems(an_email(html="<p>Hello</p>"))
    assert (finding.rule, finding.severity) == ("unsubscribe", "error")


@pytest.mark.parametrize(("length", "rules"), [(150, []), (151, ["subject-limit"])])
def test_a_subject_that_mailchimp_refuses_gets_a_finding(length: int, rules: list[str]) -> None:
    fake = FakeMailchimp()
    mailchimp = a_mailchimp(fake)
    email = an_email(subject="a" * length)
    assert [finding.rule for finding in mailchimp.problems(email)] == rules
    if rules:
        with pytest.raises(Rejected, match=r"settings.subject_line"):
            mailchimp.stage(mailchimp.render(email), REFERENCE)
    else:
        mailchimp.stage(mailchimp.render(email), REFERENCE)


def test_an_authors_merge_tag_is_told() -> None:
    findings = a_mailchimp(FakeMailchimp()).problems(an_email(subject="*|FNAME|*"))
    assert [(finding.rule, finding.severity, finding.place) for finding in findings] == [
        ("merge-tag", "note", "newsletter subject")
    ]
