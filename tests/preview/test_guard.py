from __future__ import annotations

from pathlib import Path

import pytest

from tests.preview.folders import a_draft_folder, a_studio

ADDRESSES = ["/", "/draft/one", "/mail/one", "/file/one/cards/one.png", "/version", "/static/studio.css", "/nowhere"]


def directives(policy: str) -> dict[str, str]:
    """A content security policy as {directive: sources}."""
    return {name: sources for name, _, sources in (part.strip().partition(" ") for part in policy.split(";"))}


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8765"])
def test_this_machines_own_names_are_answered(tmp_path: Path, host: str) -> None:
    assert a_studio(tmp_path).get("/", environ_overrides={"HTTP_HOST": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "",
        "127.0.0.1.nip.io",
        "127.0.0.1.nip.io:8765",
        "evil.example",
        "localhost.evil.example",
        "evil.localhost",
        "user@127.0.0.1",
        "127.0.0.1@evil.example",
        "127.0.0.1:evil",
        "127.0.0.1:",
        "127.0.0.1\n",
        "127.0.0.1, evil.example",
        "127.1",
        "0.0.0.0",  # noqa: S104 - a name asked for, not one listened at
        "::1",
        "2130706433",
    ],
)
def test_a_foreign_or_empty_host_is_refused(tmp_path: Path, host: str) -> None:
    answer = a_studio(tmp_path).get("/", environ_overrides={"HTTP_HOST": host})
    assert answer.status_code == 403
    assert "Drafts" not in answer.text


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_foreign_host_gets_nothing_at_any_address(tmp_path: Path, address: str) -> None:
    a_draft_folder(tmp_path / "one")
    assert a_studio(tmp_path).get(address, environ_overrides={"HTTP_HOST": "evil.example"}).status_code == 403


def test_a_host_passed_on_by_a_proxy_is_not_believed(tmp_path: Path) -> None:
    headers = {"X-Forwarded-Host": "127.0.0.1", "Forwarded": "host=127.0.0.1"}
    answer = a_studio(tmp_path).get("/", headers=headers, environ_overrides={"HTTP_HOST": "evil.example"})
    assert answer.status_code == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_can_be_sent_to_the_studio(tmp_path: Path, method: str, address: str) -> None:
    a_draft_folder(tmp_path / "one")
    answer = a_studio(tmp_path).open(address, method=method)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_is_hardened(tmp_path: Path, address: str) -> None:
    a_draft_folder(tmp_path / "one")
    headers = a_studio(tmp_path).get(address, buffered=True).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors" in directives(headers["Content-Security-Policy"])
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("address", ["/", "/draft/one", "/nowhere"])
def test_our_own_pages_run_only_our_own_files_and_are_framed_by_nobody(tmp_path: Path, address: str) -> None:
    a_draft_folder(tmp_path / "one")
    policy = directives(a_studio(tmp_path).get(address).headers["Content-Security-Policy"])
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"


def test_the_mail_may_show_pictures_and_styles_and_nothing_else(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "one")
    answer = a_studio(tmp_path).get("/mail/one")
    policy = directives(answer.headers["Content-Security-Policy"])
    assert policy["default-src"] == "'none'"
    assert policy["img-src"] == "https: data: 'self'"
    assert policy["style-src"] == "'unsafe-inline'"
    assert policy["frame-ancestors"] == "'self'"
    assert policy["form-action"] == policy["base-uri"] == "'none'"
    assert "script-src" not in policy
    assert not {"allow-scripts", "allow-same-origin", "allow-forms"} & set(policy["sandbox"].split())
    assert answer.mimetype == "text/html"
