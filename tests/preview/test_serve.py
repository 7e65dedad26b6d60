from __future__ import annotations

import socket
from pathlib import Path

import httpx
import pytest

from pipeline.errors import UsageError
from pipeline.preview.app import serve
from tests.preview.folders import a_draft_folder
from tests.preview.process import a_running_studio


def test_the_studio_announces_an_address_that_answers(tmp_path: Path) -> None:
    a_draft_folder(tmp_path / "one")
    with a_running_studio(tmp_path) as address:
        assert address.startswith("http://127.0.0.1:")
        answer = httpx.get(address)
    assert "Bread that keeps" in answer.text
    assert "Server" not in answer.headers


@pytest.mark.parametrize("head", [b"GET / HTTP/1.0\r\n\r\n", b"GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n"])
def test_a_question_without_a_host_is_refused(tmp_path: Path, head: bytes) -> None:
    with a_running_studio(tmp_path) as address:
        url = httpx.URL(address)
        with socket.create_connection((url.host, url.port or 0), timeout=10) as connection:
            connection.sendall(head)
            answer = connection.recv(1000)
    assert answer.split()[1] == b"403"


def test_a_port_that_cannot_be_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^There is no port 70000\. "):
        serve(tmp_path, brand_name="Example Bakery", port=70000, announce=print)


def test_a_port_in_use_is_one_clear_sentence(tmp_path: Path) -> None:
    announced: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"^Port {port} cannot be used: [^.]+\. [^.]+\.$"):
            serve(tmp_path, brand_name="Example Bakery", port=port, announce=announced.append)
    assert announced == []


def test_only_this_machine_can_reach_the_studio(tmp_path: Path) -> None:
    with a_running_studio(tmp_path) as address:
        port = httpx.URL(address).port or 0
        # Another loopback address stands for any other of this machine: a studio on all of them would answer here too.
        with socket.socket() as connection:
            connection.settimeout(10)
            assert connection.connect_ex(("127.0.0.2", port)) != 0
