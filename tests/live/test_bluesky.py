"""Bluesky's channel against the reference server (npm `@atproto/pds`), on this machine and without the network."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from pipeline.channels.bluesky import Bluesky
from pipeline.channels.bluesky.account import Account
from pipeline.channels.bluesky.records import COLLECTION, finished
from pipeline.channels.http import REAL
from pipeline.config.shape import BlueskyChannel
from pipeline.errors import Uncertain
from pipeline.model import Thread
from tests.channels.messages import PICTURE, a_post, a_thread

pytestmark = pytest.mark.live

HERE = Path(__file__).parent / "pds"
HANDLE = "bakery.test"
PASSWORD = "a-password-of-nobody"  # noqa: S105
AT = datetime(2026, 4, 2, 7, 0, tzinfo=UTC)
LINK = "https://bakery.example/bread?utm_source=bluesky"


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with one account; stopped at the end, whatever happens."""
    cache = request.config.cache
    assert cache is not None
    program = installed(cache.mkdir("bluesky-pds"))
    log = tmp_path_factory.mktemp("pds") / "log.txt"
    with log.open("wb") as output:
        command = [str(program), "server.mjs", str(log.parent)]
        folder = program.parents[3]
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            address = ready(process, log)
            account = {"handle": HANDLE, "email": "ann@bakery.example", "password": PASSWORD}
            path = "/xrpc/com.atproto.server.createAccount"
            httpx.post(address + path, json=account, timeout=30).raise_for_status()
            yield address
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def installed(folder: Path) -> Path:
    """The Node that runs the server, both fetched by npm into the test cache, once."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    for file in HERE.iterdir():
        shutil.copy(file, folder)
    command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=900, check=False)
    if done.returncode:
        pytest.skip(f"npm could not install the server: {done.stderr[-500:]}")
    programs = sorted(folder.glob("node_modules/node-*/bin/node"))
    if not programs:
        pytest.skip("npm has no Node for this machine")
    return programs[0]


def ready(process: subprocess.Popen[bytes], log: Path) -> str:
    until = time.monotonic() + 120
    while time.monotonic() < until and process.poll() is None:
        for line in log.read_text().splitlines():
            if line.startswith("ready "):
                return line.removeprefix("ready ")
        time.sleep(0.2)
    raise AssertionError(f"the server did not start: {log.read_text()[-2000:]}")


def settings(server: str) -> BlueskyChannel:
    values = {"type": "bluesky", "handle": HANDLE, "app_password": PASSWORD, "base_url": server}
    return BlueskyChannel.model_validate(values)


def a_thread_of(count: int) -> Thread:
    posts = (
        a_post(
            network="bluesky",
            text=f"Habit {part} 💡 bakery.example/bread #Bread",
            link=LINK,
            part=part,
            parts=count,
            images=a_post().images if part == 1 else (),
        )
        for part in range(1, count + 1)
    )
    return a_thread(*posts)


def records(server: str, account: str, keys: set[str]) -> list[dict[str, Any]]:
    """What the server shows to everybody, the first part first."""
    query: dict[str, str | int] = {"repo": account, "collection": COLLECTION, "limit": 100, "reverse": "true"}
    answer = httpx.get(f"{server}/xrpc/com.atproto.repo.listRecords", params=query, timeout=30)
    return [one for one in answer.json()["records"] if one["uri"].rpartition("/")[2] in keys]


def test_a_thread_goes_out_once_under_the_names_that_were_fixed_beforehand(server: str) -> None:
    channel = Bluesky(settings(server))
    assert channel.check() == []
    request = channel.render(a_thread_of(3), PICTURE)
    staged = channel.stage(request, "live/1")
    assert channel.stage(request, "live/1") == staged
    receipt = channel.publish(request, staged, "live/1", AT, None)
    assert Bluesky(settings(server)).publish(request, staged, "live/1", AT, None) == receipt

    expected = finished(json.loads(request.parts["thread.json"]), staged.remote_id, "live/1", AT)
    found = records(server, staged.remote_id, {entry.key for entry in expected})
    assert [(one["uri"], one["cid"], one["value"]) for one in found] == [
        (entry.uri, entry.cid, entry.record) for entry in expected
    ]


def test_creating_the_same_records_again_is_refused_whole(server: str) -> None:
    channel = Bluesky(settings(server))
    request = channel.render(a_thread_of(2), PICTURE)
    staged = channel.stage(request, "live/2")
    entries = finished(json.loads(request.parts["thread.json"]), staged.remote_id, "live/2", AT)
    account = Account(settings(server), "channels.bluesky", REAL)
    assert account.write(staged.remote_id, entries[:1])
    with pytest.raises(Uncertain, match="500"):
        account.write(staged.remote_id, entries)
    keys = {entry.key for entry in entries}
    assert [one["cid"] for one in records(server, staged.remote_id, keys)] == [entries[0].cid]


def test_pictures_are_shown_as_they_were_approved(server: str) -> None:
    channel = Bluesky(settings(server))
    request = channel.render(a_thread_of(1), PICTURE)
    staged = channel.stage(request, "live/3")
    channel.publish(request, staged, "live/3", AT, None)
    (record,) = json.loads(request.parts["thread.json"])
    query = {"did": staged.remote_id, "cid": record["embed"]["images"][0]["image"]["ref"]["$link"]}
    answer = httpx.get(f"{server}/xrpc/com.atproto.sync.getBlob", params=query, timeout=30)
    assert answer.content == PICTURE["cards/bread.png"]


def test_a_session_that_is_over_is_renewed(server: str) -> None:
    account = Account(settings(server), "channels.bluesky", REAL)
    first = account.did()
    session = account._session
    assert session is not None
    renewed = account._renewed(session)
    assert renewed.did == first
    assert renewed.calls is not session.calls
