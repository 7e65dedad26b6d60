"""Every call that we make to Mailchimp is one that its published API allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import httpx
import pytest

from pipeline.channels.http import Connection
from pipeline.channels.mailchimp import Mailchimp
from pipeline.config.shape import MailchimpChannel
from pipeline.model import Request, Staged
from tests.channels.mailchimp_fake import KEY, FakeMailchimp
from tests.channels.messages import an_email
from tests.factories import a_config
from tests.live.prism import a_mock, installed, refusal

pytestmark = pytest.mark.live

AT = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def mailchimp_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    modules = installed(tmp_path_factory.mktemp("prism"))
    with (
        a_mock(modules, "mailchimp.com.json") as address,
        httpx.Client(base_url=address, trust_env=False, timeout=30) as client,
    ):
        yield client


def stage(mailchimp: Mailchimp, _: FakeMailchimp, request: Request, staged: Staged) -> None:
    mailchimp.stage(request, "weekly/2026-W48")


def stage_again(mailchimp: Mailchimp, _: FakeMailchimp, request: Request, staged: Staged) -> None:
    mailchimp.stage(request, staged.reference)


def read_and_publish(mailchimp: Mailchimp, _: FakeMailchimp, request: Request, staged: Staged) -> None:
    mailchimp.read(request, staged)
    mailchimp.publish(request, staged, "key", AT, None)
    mailchimp.find(staged.reference)


def withdraw(mailchimp: Mailchimp, fake: FakeMailchimp, request: Request, staged: Staged) -> None:
    fake.campaigns[0]["status"] = "schedule"
    mailchimp.withdraw(staged)
    mailchimp.withdraw(staged)


def send_test(mailchimp: Mailchimp, _: FakeMailchimp, request: Request, staged: Staged) -> None:
    mailchimp.test(request, "ann@bakery.example")


@pytest.mark.parametrize("action", [stage, stage_again, read_and_publish, withdraw, send_test])
def test_each_call_is_allowed(
    action: Callable[[Mailchimp, FakeMailchimp, Request, Staged], None], mailchimp_api: httpx.Client
) -> None:
    fake = FakeMailchimp()
    settings = MailchimpChannel.model_validate({"type": "mailchimp", "list": "Newsletter", "api_key": KEY})
    mailchimp = Mailchimp(settings, a_config().brand, connection=Connection(httpx.MockTransport(fake)))
    request = mailchimp.render(an_email())
    staged = mailchimp.stage(request, "weekly/2026-W47")
    fake.requests.clear()
    action(mailchimp, fake, request, staged)
    assert fake.requests
    answers = {_shown(one): _answer(mailchimp_api, one) for one in fake.requests}
    assert {call: refusal(answer) for call, answer in answers.items() if refusal(answer)} == {}


@pytest.mark.parametrize(
    ("method", "path", "body", "key", "status"),
    [
        ("POST", "/campaigns", b'{"type": "regular"}', "", 401),
        ("POST", "/campaigns", b'{"type": "pigeon"}', "any", 422),
        ("POST", "/campaigns/abc/actions/test", b'{"test_emails": ["a@b.example"]}', "any", 422),
        ("GET", "/campaigns?count=many", b"", "any", 422),
        ("GET", "/campaign", b"", "any", 404),
    ],
)
def test_what_is_not_allowed_is_refused(
    method: str, path: str, body: bytes, key: str, status: int, mailchimp_api: httpx.Client
) -> None:
    """Without this, a server that allows everything would prove nothing."""
    auth = httpx.BasicAuth("any", key) if key else None
    headers = {"Content-Type": "application/json"} if body else {}
    assert mailchimp_api.request(method, path, content=body, headers=headers, auth=auth).status_code == status


def _shown(request: httpx.Request) -> str:
    return f"{request.method} {request.url.raw_path.decode()}"


def _answer(api: httpx.Client, request: httpx.Request) -> httpx.Response:
    path = request.url.raw_path.decode().removeprefix("/3.0")
    kept = {
        name: request.headers[name] for name in ("Authorization", "Content-Type", "Accept") if name in request.headers
    }
    return api.request(request.method, path, content=request.content, headers=kept)
